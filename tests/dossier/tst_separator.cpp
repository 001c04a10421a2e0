// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/findings.h"
#include "dossier/separator.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::dossier;

namespace {

const Separator ofDossier{Separator::Kind::Dossier, QStringLiteral("000.00.19.H26-210305-0001"),
                          QStringLiteral("1.001193"), 0, 12};
const Separator ofComponent{Separator::Kind::Component, QStringLiteral("H48.15.29-230607-0001"), {}, 3, 0};

QString summed(const QString& text)
{
    return text + u':' + QStringLiteral("%1").arg(crc32(text.toUtf8()), 8, 16, QLatin1Char('0')).toUpper();
}

} // namespace

class SeparatorTest : public QObject
{
    Q_OBJECT

private slots:
    void sumIsCrc32OfIeee()
    {
        // The check value of CRC-32/ISO-HDLC: https://reveng.sourceforge.io/crc-catalogue/17plus.htm
        QCOMPARE(crc32("123456789"), 0xcbf43926U);
        QCOMPARE(crc32(""), 0U);
    }

    void textOfADossierSheetIsTheGrammar()
    {
        // Sum computed with Python's zlib.crc32.
        QCOMPARE(separatorText(ofDossier),
                 QStringLiteral("SH1:D:000.00.19.H26-210305-0001:1.001193:12:8609061F"));
        QCOMPARE(separatorText(ofComponent), QStringLiteral("SH1:C:H48.15.29-230607-0001:3:0:6157C856"));
    }

    void whatIsWrittenIsReadBack()
    {
        for (const Separator& separator : {ofDossier, ofComponent}) {
            const auto read = parseSeparator(separatorText(separator));
            VERIFY_OK(read);
            QVERIFY(*read == separator);
            QVERIFY(classifyCode(separatorText(separator)) == CodeKind::Separator);
        }
    }

    void everyChangedCharacterIsNoticed()
    {
        const QString text = separatorText(ofDossier);
        for (qsizetype i = 0; i < text.size(); ++i) {
            QString damaged = text;
            damaged[i] = text[i] == u'7' ? u'8' : u'7';
            VERIFY_FAILS(parseSeparator(damaged), ErrorCode::SeparatorInvalid);
        }
    }

    void wrongPartsAreRefusedEvenWithARightSum_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("other version") << summed(QStringLiteral("SH2:D:H26-210305-0001:1.001193:0"));
        QTest::newRow("other kind") << summed(QStringLiteral("SH1:X:H26-210305-0001:1.001193:0"));
        QTest::newRow("no dossier") << summed(QStringLiteral("SH1:D::1.001193:0"));
        QTest::newRow("dossier of no day") << summed(QStringLiteral("SH1:D:H26-210230-0001:1.001193:0"));
        QTest::newRow("no procedure") << summed(QStringLiteral("SH1:D:H26-210305-0001::0"));
        QTest::newRow("component 0") << summed(QStringLiteral("SH1:C:H26-210305-0001:0:0"));
        QTest::newRow("component 01") << summed(QStringLiteral("SH1:C:H26-210305-0001:01:0"));
        QTest::newRow("negative sheets") << summed(QStringLiteral("SH1:C:H26-210305-0001:1:-1"));
        QTest::newRow("sheets beyond int") << summed(QStringLiteral("SH1:C:H26-210305-0001:1:99999999999"));
        QTest::newRow("lower-case sum") << separatorText(ofDossier).toLower();
        QTest::newRow("too few parts") << summed(QStringLiteral("SH1:D:H26-210305-0001"));
        QTest::newRow("empty") << QString();
    }
    void wrongPartsAreRefusedEvenWithARightSum()
    {
        QFETCH(QString, text);
        VERIFY_FAILS(parseSeparator(text), ErrorCode::SeparatorInvalid);
    }

    void provisionalCodesCanBeOnASheet()
    {
        Separator separator = ofDossier;
        separator.dossierCode = QStringLiteral("TAM-9F3A-261120-0001");
        const auto read = parseSeparator(separatorText(separator));
        VERIFY_OK(read);
        QVERIFY(*read == separator);
    }
};

QTEST_APPLESS_MAIN(SeparatorTest)
#include "tst_separator.moc"
