// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/findings.h"
#include "dossier/separator.h"
#include "support/testsupport.h"

#include <QTest>

#include <array>
#include <vector>

using namespace sohoa;
using namespace sohoa::dossier;

namespace {

const Separator ofDossier{Separator::Kind::Dossier, QStringLiteral("000.00.19.H26-210305-0001"),
                          QStringLiteral("1.001193"), 0, 12};
const Separator ofComponent{Separator::Kind::Component, QStringLiteral("H48.15.29-230607-0001"), {}, 3, 0};

const SheetKey ours{QByteArray::fromHex("000102030405060708090a0b0c0d0e0f")};
const SheetKey others{QByteArray::fromHex("ff0102030405060708090a0b0c0d0e0f")};

/// The third of seven sheets that were printed together.
Separator third(Separator::Side side)
{
    Separator separator = ofComponent;
    separator.number = 3;
    separator.series = 7;
    separator.side = side;
    return separator;
}

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
        const QString sheet = QStringLiteral("SH2:C:H26-210305-0001:1:0:%1");
        QTest::newRow("behind the series") << summed(sheet.arg(QStringLiteral("8:7:F:AB12:0123456789")));
        QTest::newRow("no number in it") << summed(sheet.arg(QStringLiteral("0:7:F:AB12:0123456789")));
        QTest::newRow("series too long") << summed(sheet.arg(QStringLiteral("1:1000:F:AB12:0123456789")));
        QTest::newRow("third side") << summed(sheet.arg(QStringLiteral("1:7:C:AB12:0123456789")));
        QTest::newRow("no key") << summed(sheet.arg(QStringLiteral("1:7:F::0123456789")));
        QTest::newRow("short tag") << summed(sheet.arg(QStringLiteral("1:7:F:AB12:012345678")));
        QTest::newRow("tag of no digits") << summed(sheet.arg(QStringLiteral("1:7:F:AB12:0123G56789")));
        QTest::newRow("lower-case sum") << separatorText(ofDossier).toLower();
        QTest::newRow("too few parts") << summed(QStringLiteral("SH1:D:H26-210305-0001"));
        QTest::newRow("empty") << QString();
    }
    void wrongPartsAreRefusedEvenWithARightSum()
    {
        QFETCH(QString, text);
        VERIFY_FAILS(parseSeparator(text), ErrorCode::SeparatorInvalid);
    }

    void textOfASignedSheetIsTheGrammar()
    {
        // Computed with Python's hmac, hashlib and zlib.
        QCOMPARE(separatorText(signedWith(ours, third(Separator::Side::Back))),
                 QStringLiteral("SH2:C:H48.15.29-230607-0001:3:0:3:7:B:9E26:A4473AC038:A8CBCD0F"));
        QCOMPARE(
            separatorText(signedWith(ours, ofDossier)),
            QStringLiteral("SH2:D:000.00.19.H26-210305-0001:1.001193:12:0:0:F:9E26:6A5106731F:37F4AEEB"));
    }

    void signedSheetsAreReadBackAndKnown()
    {
        for (const Separator& plain :
             {ofDossier, third(Separator::Side::Front), third(Separator::Side::Back)}) {
            const Separator sheet = signedWith(ours, plain);
            const auto read = parseSeparator(separatorText(sheet));
            VERIFY_OK(read);
            QVERIFY(*read == sheet);
            QVERIFY(classifyCode(separatorText(sheet)) == CodeKind::Separator);
            QVERIFY(trustOf(*read, std::array{others, ours}) == SeparatorTrust::Signed);
            QVERIFY(trustOf(*read, std::array{others}) == SeparatorTrust::Foreign);
            QVERIFY(trustOf(*read, {}) == SeparatorTrust::Foreign);
        }
        QVERIFY(trustOf(ofDossier, std::array{ours}) == SeparatorTrust::Unsigned);
    }

    void noPartOfASignedSheetCanBeChanged()
    {
        const Separator sheet = signedWith(ours, third(Separator::Side::Front));
        std::vector<Separator> changed(6, sheet);
        changed[0].dossierCode = QStringLiteral("H48.15.29-230607-0002");
        changed[1].component = 4;
        changed[2].sidesExpected = 1;
        changed[3].number = 4;
        changed[4].series = 8;
        changed[5].side = Separator::Side::Back;
        for (const Separator& separator : changed) {
            const auto read = parseSeparator(separatorText(separator)); // with a right sum
            VERIFY_OK(read);
            QVERIFY(trustOf(*read, std::array{ours}) == SeparatorTrust::Forged);
        }
    }

    void everyChangedCharacterOfASignedSheetIsNoticed()
    {
        const QString text = separatorText(signedWith(ours, third(Separator::Side::Front)));
        for (qsizetype i = 0; i < text.size(); ++i) {
            QString damaged = text;
            damaged[i] = text[i] == u'7' ? u'8' : u'7';
            VERIFY_FAILS(parseSeparator(damaged), ErrorCode::SeparatorInvalid);
        }
    }

    void sidesOfOneSheetAreToldFromOtherSheets()
    {
        const Separator front = signedWith(ours, third(Separator::Side::Front));
        const Separator back = signedWith(ours, third(Separator::Side::Back));
        QVERIFY(sameSheet(front, back));
        Separator fourth = third(Separator::Side::Front);
        fourth.number = 4;
        QVERIFY(!sameSheet(front, signedWith(ours, fourth)));
        QVERIFY(!sameSheet(front, signedWith(others, third(Separator::Side::Back))));
    }

    void keyIsCarriedAsTextAndMistypingIsNoticed()
    {
        const QString text = ours.text();
        QCOMPARE(text.left(14), QStringLiteral("0001-0203-0405"));
        const auto same = SheetKey::fromText(text.toLower().replace(u'-', u' '));
        VERIFY_OK(same);
        QVERIFY(*same == ours);
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] == u'-') {
                continue;
            }
            QString mistyped = text;
            mistyped[i] = text[i] == u'7' ? u'8' : u'7';
            VERIFY_FAILS(SheetKey::fromText(mistyped), ErrorCode::KeyWrong);
        }
        VERIFY_FAILS(SheetKey::fromText(QString()), ErrorCode::KeyWrong);
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
