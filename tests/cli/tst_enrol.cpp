// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/program.h"
#include "support/fakes3.h"
#include "support/testsupport.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace sohoa::test;

namespace {

#define VERIFY_EXIT(run, expected)                                                                           \
    QVERIFY2((run).exit == (expected) && !(run).crashed, (run).all().constData())

} // namespace

class TestEnrol : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QByteArray enrolment(const QString& url, const QByteArray& secret = FakeS3Store::secretKey)
    {
        QJsonObject object =
            QJsonDocument::fromJson(runCli({QStringLiteral("enrol"), QStringLiteral("--example")}).output)
                .object();
        object[QStringLiteral("warehouse")] = url;
        object[QStringLiteral("accessKey")] = QString::fromLatin1(FakeS3Store::accessKey);
        object[QStringLiteral("secretKey")] = QString::fromLatin1(secret);
        object[QStringLiteral("proxy")] = QStringLiteral("none");
        return QJsonDocument(object).toJson();
    }

    Run enrol(const QString& home, const QByteArray& text, const QStringList& more = {})
    {
        return runCli(QStringList{QStringLiteral("enrol"), QStringLiteral("-"), QStringLiteral("--home"),
                                  m_folder.filePath(home)} +
                          more,
                      {}, text);
    }

private slots:
    void aFileEnrolsAndNoKeyIsSaid()
    {
        const FakeS3 server;
        for (const QStringList& more : {QStringList{}, QStringList{QStringLiteral("--json")}}) {
            const Run run = enrol(QStringLiteral("a"), enrolment(server.url()), more);
            VERIFY_EXIT(run, 0);
            QVERIFY(!run.all().contains(FakeS3Store::secretKey));
            QVERIFY(!run.all().contains(FakeS3Store::accessKey));
            QVERIFY(run.all().contains("H56.14"));
        }
        const Run sync = runCli({QStringLiteral("sync"), QStringLiteral("--once"), QStringLiteral("--json"),
                                 QStringLiteral("--home"), m_folder.filePath(QStringLiteral("a"))});
        VERIFY_EXIT(sync, 0);
        QVERIFY(!sync.all().contains(FakeS3Store::secretKey));
    }

    void refusedKeysAreSaidWithoutThem()
    {
        const FakeS3 server;
        const Run run =
            enrol(QStringLiteral("b"), enrolment(server.url(), "not-the-secret"), {QStringLiteral("--json")});
        VERIFY_EXIT(run, 3);
        QVERIFY(run.all().contains("WarehouseKeyRefused"));
        QVERIFY(!run.all().contains("not-the-secret"));
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("b"))));
    }

    void aDamagedFileIsASentenceWithoutItsText()
    {
        const QByteArray text = enrolment(QStringLiteral("s3+https://kho.tinh.example/so-hoa"));
        const Run run = enrol(QStringLiteral("c"), text.first(text.size() - 10), {QStringLiteral("--json")});
        VERIFY_EXIT(run, 1);
        QVERIFY(run.all().contains("EnrolmentInvalid"));
        QVERIFY(!run.all().contains(FakeS3Store::accessKey));
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("c"))));
    }

    void rulesOfDeliveryAreShownAndChanged()
    {
        const QString home = m_folder.filePath(QStringLiteral("d"));
        VERIFY_EXIT(
            runCli({QStringLiteral("init"), QStringLiteral("--unit"), QStringLiteral("H56.14"),
                    QStringLiteral("--unit-name"), QStringLiteral("Xã Thử"), QStringLiteral("--home"), home}),
            0);
        const auto delivery = [&home](const QStringList& options) {
            return runCli(QStringList{QStringLiteral("delivery"), QStringLiteral("--json"),
                                      QStringLiteral("--home"), home} +
                          options);
        };
        VERIFY_EXIT(delivery({QStringLiteral("--limit"), QStringLiteral("512"), QStringLiteral("--hours"),
                              QStringLiteral("17:30-07:00"), QStringLiteral("--alarm"), QStringLiteral("8"),
                              QStringLiteral("--metered"), QStringLiteral("send")}),
                    0);
        Run shown = delivery({QStringLiteral("--pause")});
        VERIFY_EXIT(shown, 0);
        QJsonObject rules = shown.objects().front();
        QCOMPARE(rules[QLatin1String("kbitPerSecond")].toInt(), 512);
        QCOMPARE(rules[QLatin1String("hours")].toString(), QStringLiteral("17:30-07:00"));
        QCOMPARE(rules[QLatin1String("alarmHours")].toInt(), 8);
        QVERIFY(!rules[QLatin1String("waitsOnMetered")].toBool(true));
        QVERIFY(rules[QLatin1String("pausedSince")].isString());
        const Run held =
            runCli({QStringLiteral("sync"), QStringLiteral("--json"), QStringLiteral("--home"), home});
        VERIFY_EXIT(held, 0); // nothing waits
        QCOMPARE(held.objects().back()[QLatin1String("held")].toString(), QStringLiteral("person"));
        shown = delivery({QStringLiteral("--resume"), QStringLiteral("--hours"), QStringLiteral("any")});
        VERIFY_EXIT(shown, 0);
        rules = shown.objects().front();
        QVERIFY(rules[QLatin1String("pausedSince")].isNull());
        QVERIFY(rules[QLatin1String("hours")].isNull());
        for (const QStringList& wrong : {QStringList{QStringLiteral("--limit"), QStringLiteral("7")},
                                         QStringList{QStringLiteral("--hours"), QStringLiteral("soon")},
                                         QStringList{QStringLiteral("--metered"), QStringLiteral("maybe")},
                                         QStringList{QStringLiteral("--alarm"), QStringLiteral("0")}}) {
            VERIFY_EXIT(delivery(wrong), 2);
        }
    }
};

QTEST_GUILESS_MAIN(TestEnrol)
#include "tst_enrol.moc"
