// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "support/testcertificate.h"
#include "support/testsupport.h"
#include "sync/enrolment.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sohoa;
using namespace sohoa::sync;
using dossier::Enrolment;
using dossier::EnrolmentFault;

namespace {

const QDate today(2026, 11, 22);

Enrolment anEnrolment()
{
    Enrolment enrolment;
    enrolment.warehouse = QStringLiteral("s3+https://kho.tinh.example:8443/so-hoa/xa");
    enrolment.region = QStringLiteral("vn-north");
    enrolment.isVirtualHost = true;
    enrolment.accessKey = QStringLiteral("ACCESSKEY01");
    enrolment.secretKey = QStringLiteral("secret/with+signs=");
    enrolment.proxy = QStringLiteral("proxy.tinh.example:3128");
    enrolment.unit = QStringLiteral("H56.14");
    enrolment.unitName = QStringLiteral("UBND xã Thanh Bình");
    enrolment.workstation = 2;
    enrolment.workstations = 5;
    enrolment.validUntil = QDate(2027, 6, 30);
    return enrolment;
}

QByteArray certificateAlone()
{
    const QByteArray both = test::selfMadeCertificate("kho.tinh.example");
    const qsizetype begin = both.indexOf("-----BEGIN CERTIFICATE-----");
    const QByteArray end = "-----END CERTIFICATE-----\n";
    return both.mid(begin, both.indexOf(end, begin) + end.size() - begin);
}

/// The enrolment with one member changed, or taken out.
QByteArray with(const char* name, const QJsonValue& value)
{
    QJsonObject object = QJsonDocument::fromJson(toBytes(anEnrolment())).object();
    if (value.isUndefined()) {
        object.remove(QLatin1String(name));
    } else {
        object[QLatin1String(name)] = value;
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

class TestEnrolment : public QObject
{
    Q_OBJECT

private slots:
    void textAndBack()
    {
        Enrolment enrolment = anEnrolment();
        const auto read = parseEnrolment(toBytes(enrolment), today);
        QVERIFY(read && *read == enrolment);
        enrolment.caPem = certificateAlone();
        const auto withAuthority = parseEnrolment(toBytes(enrolment), today);
        QVERIFY(withAuthority && *withAuthority == enrolment);
    }

    void whatMayBeMissingHasItsUsualValue()
    {
        QJsonObject object = QJsonDocument::fromJson(toBytes(anEnrolment())).object();
        for (const char* name : {"region", "style", "proxy", "validUntil"}) {
            object.remove(QLatin1String(name));
        }
        const QByteArray least = QJsonDocument(object).toJson();
        const auto read = parseEnrolment(least, today);
        QVERIFY(read);
        QCOMPARE(read->region, QStringLiteral("us-east-1"));
        QVERIFY(!read->isVirtualHost);
        QVERIFY(!read->validUntil.isValid());
        const S3Access access = accessOf(*read);
        QCOMPARE(access.accessKey, QStringLiteral("ACCESSKEY01"));
        QVERIFY(access.style == S3Access::Style::Path);
        // As an editor of Windows saves it, and as a reader types it.
        QVERIFY(parseEnrolment("\xEF\xBB\xBF" + least, today));
        QVERIFY(parseEnrolment(least + "\r\n", today));
    }

    void whatCannotBeIsNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("fault");
        const auto row = [](const char* name, const QByteArray& json, EnrolmentFault fault) {
            QTest::newRow(name) << json << static_cast<int>(fault);
        };
        const QJsonValue none(QJsonValue::Undefined);
        const QByteArray whole = toBytes(anEnrolment());
        row("nothing", {}, EnrolmentFault::Unreadable);
        row("cut off", whole.first(whole.size() / 2), EnrolmentFault::Unreadable);
        row("too long", whole + QByteArray(largestEnrolment, ' '), EnrolmentFault::TooLarge);
        row("a list", "[1]", EnrolmentFault::Other);
        row("other JSON", "{\"a\":1}", EnrolmentFault::Other);
        row("newer", with("version", 2), EnrolmentFault::Newer);
        row("version as text", with("version", QStringLiteral("1")), EnrolmentFault::Incomplete);
        row("older than the first", with("version", 0), EnrolmentFault::Incomplete);
        row("no secret", with("secretKey", none), EnrolmentFault::Incomplete);
        row("a number as secret", with("secretKey", 12345678), EnrolmentFault::Incomplete);
        row("half a workstation", with("workstation", 1.5), EnrolmentFault::Incomplete);
        row("a style of its own", with("style", QStringLiteral("dns")), EnrolmentFault::Incomplete);
        row("no such day", with("validUntil", QStringLiteral("2027-02-30")), EnrolmentFault::Incomplete);
        row("a mistyped name", with("validUntill", QStringLiteral("2027-06-30")), EnrolmentFault::Unknown);
        row("a folder", with("warehouse", QStringLiteral("file:///kho")), EnrolmentFault::Warehouse);
        row("http elsewhere", with("warehouse", QStringLiteral("s3+http://kho.tinh.example/so-hoa")),
            EnrolmentFault::Warehouse);
        row("a key in the address", with("warehouse", QStringLiteral("s3+https://a:b@kho.example/so-hoa")),
            EnrolmentFault::Warehouse);
        row("a secret with a blank", with("secretKey", QStringLiteral("1234 5678")), EnrolmentFault::Keys);
        row("a secret of two lines", with("secretKey", QStringLiteral("1234\n5678")), EnrolmentFault::Keys);
        row("no certificate", with("ca", QStringLiteral("hello")), EnrolmentFault::Authority);
        row("a private key with it",
            with("ca", QString::fromLatin1(test::selfMadeCertificate("kho.tinh.example"))),
            EnrolmentFault::Authority);
        row("a proxy without port", with("proxy", QStringLiteral("proxy.example")), EnrolmentFault::Proxy);
        row("a unit", with("unit", QStringLiteral("xã")), EnrolmentFault::Unit);
        row("no name", with("unitName", QStringLiteral("  ")), EnrolmentFault::Unit);
        row("number six of five", with("workstation", 6), EnrolmentFault::Workstation);
        row("number none", with("workstation", 0), EnrolmentFault::Workstation);
        row("a hundred", with("workstations", 100), EnrolmentFault::Workstation);
        row("yesterday", with("validUntil", QStringLiteral("2026-11-21")), EnrolmentFault::Expired);
    }

    void whatCannotBeIsNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, fault);
        const auto read = parseEnrolment(json, today);
        QVERIFY(!read);
        QCOMPARE(static_cast<int>(read.error()), fault);
    }

    void theLastDayStillCounts()
    {
        QVERIFY(parseEnrolment(with("validUntil", QStringLiteral("2026-11-22")), today));
    }

    void oneWithoutCertificatesFitsIntoAQrCode()
    {
        constexpr qsizetype mostBytes = 2331; // version 40, level M (ISO/IEC 18004, table 7)
        QVERIFY(QJsonDocument::fromJson(toBytes(anEnrolment())).toJson(QJsonDocument::Compact).size() <
                mostBytes / 2);
    }
};

QTEST_GUILESS_MAIN(TestEnrolment)
#include "tst_enrolment.moc"
