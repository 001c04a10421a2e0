// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/codes.h"
#include "dossier/findings.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::dossier;

class CodesTest : public QObject
{
    Q_OBJECT

private slots:
    void bothHistoricFormsOfDossierCodesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<int>("number");
        QTest::newRow("province last") << QStringLiteral("000.00.19.H26-210305-0001")
                                       << QStringLiteral("000.00.19.H26") << QDate(2021, 3, 5) << 1;
        QTest::newRow("province first") << QStringLiteral("H48.15.29-230607-0001")
                                        << QStringLiteral("H48.15.29") << QDate(2023, 6, 7) << 1;
        QTest::newRow("five digits") << QStringLiteral("H48.15.29-230607-12345")
                                     << QStringLiteral("H48.15.29") << QDate(2023, 6, 7) << 12345;
        QTest::newRow("provisional") << QStringLiteral("TAM-9F3A-261120-0007") << QStringLiteral("TAM-9F3A")
                                     << QDate(2026, 11, 20) << 7;
    }
    void bothHistoricFormsOfDossierCodesAreRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, unit);
        QFETCH(QDate, date);
        QFETCH(int, number);
        const auto parts = parseDossierCode(text);
        QVERIFY(parts);
        QCOMPARE(parts->unit, unit);
        QCOMPARE(parts->date, date);
        QCOMPARE(parts->number, number);
        QCOMPARE(parts->provisional, text.startsWith(QLatin1String("TAM-")));
        QVERIFY(classifyCode(QStringLiteral("Mã hồ sơ: ") + text) == CodeKind::Receipt);
    }

    void otherTextIsNoDossierCode_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"", "H26", "H26-210305", "H26-210305-1", "H26-210305-0000", "H26-211305-0001",
              "h26-210305-0001", "H26..1-210305-0001", ".H26-210305-0001", "H26-210305-0001 ",
              "H26-210305-0001\n", "TAM-210305-0001", "TAM-XYZW-210305-0001",
              "H26-210305-99999999999999999999", "A1234567890123456789012345678901.H26-210305-0001"}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }
    void otherTextIsNoDossierCode()
    {
        QFETCH(QString, text);
        QVERIFY(!parseDossierCode(text));
    }

    void dossierCodeIsFoundInsideOtherText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("URL") << QStringLiteral("https://a.gov.vn/tra-cuu?ma=000.00.19.H26-210305-0001&x=1")
                             << QStringLiteral("000.00.19.H26-210305-0001");
        QTest::newRow("fields") << QStringLiteral("H48.15.29-230607-0001|1.001193|...")
                                << QStringLiteral("H48.15.29-230607-0001");
        QTest::newRow("second is right")
            << QStringLiteral("H48-239907-0001;H48-230607-0002") << QStringLiteral("H48-230607-0002");
    }
    void dossierCodeIsFoundInsideOtherText()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        QCOMPARE(findDossierCode(text), std::optional(code));
    }

    void textWithoutADossierCodeHasNone()
    {
        QVERIFY(!findDossierCode(QStringLiteral("Biên lai 2024-210305-0001")));
        QVERIFY(!findDossierCode(QString()));
    }

    void procedureIsMatchedOnItsFirstTwoGroups_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("itsCase");
        const QString key = QStringLiteral("1.001193");
        QTest::newRow("short") << key << key << QString();
        QTest::newRow("long") << QStringLiteral("1.001193.000.00.00.H55") << key << QString();
        QTest::newRow("case") << QStringLiteral("1.001193.02") << key << QStringLiteral("02");
        QTest::newRow("blanks") << QStringLiteral(" 1.001193 ") << key << QString();
        for (const char* wrong : {"", "1.00119", "1.0011933", "11.001193", "1-001193", "1.001193.2",
                                  "1.001193.000.00.00", "x1.001193", "1.001193.000.00.00.55"}) {
            QTest::newRow(wrong) << QString::fromLatin1(wrong) << QString() << QString();
        }
    }
    void procedureIsMatchedOnItsFirstTwoGroups()
    {
        QFETCH(QString, text);
        QFETCH(QString, key);
        QFETCH(QString, itsCase);
        QCOMPARE(procedureKey(text).value_or(QString()), key);
        QCOMPARE(procedureCase(text).value_or(QString()), itsCase);
    }

    void unitsAreUpToThirtyFiveCharacters()
    {
        QVERIFY(isUnitCode(QStringLiteral("H56.14")));
        QVERIFY(isUnitCode(QStringLiteral("000.00.00.H49")));
        QVERIFY(isUnitCode(QString(35, u'A')));
        QVERIFY(!isUnitCode(QString(36, u'A')));
        QVERIFY(!isUnitCode(QString()));
        QVERIFY(!isUnitCode(QStringLiteral("H56-14")));
        QVERIFY(!isUnitCode(QStringLiteral("H56.")));
    }

    void provinceOfAUnitIsFoundInBothOrders()
    {
        QCOMPARE(provinceOfUnit(QStringLiteral("000.00.19.H26")), QStringLiteral("H26"));
        QCOMPARE(provinceOfUnit(QStringLiteral("H48.15.29")), QStringLiteral("H48"));
        QCOMPARE(provinceOfUnit(QStringLiteral("H48")), QStringLiteral("H48"));
        QCOMPARE(provinceOfUnit(QStringLiteral("G15.03")), QString());
    }

    void resultAndComponentCodesAreKnown()
    {
        QVERIFY(isResultCode(QStringLiteral("KQ.G15.000031")));
        QVERIFY(!isResultCode(QStringLiteral("KQ.G15.31")));
        QVERIFY(isComponentCode(QStringLiteral("000.00.00.G15-KQ003204")));
        QVERIFY(!isComponentCode(QStringLiteral("KQ.G15.000031")));
    }

    void numbersOfPersonsAreAsciiDigitsOnly()
    {
        QVERIFY(isPersonalNumber(QStringLiteral("079098000001")));
        QVERIFY(!isPersonalNumber(QStringLiteral("07909800000١")));
        QVERIFY(!isPersonalNumber(QStringLiteral("0790980000011")));
        QVERIFY(isOldNumber(QStringLiteral("024123456")));
        QVERIFY(!isOldNumber(QString()));
    }

    void codesAreClassifiedByGrammar_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<CodeKind>("kind");
        QTest::newRow("url") << QStringLiteral("HTTPS://dichvucong.gov.vn/x") << CodeKind::Url;
        QTest::newRow("url with a dossier")
            << QStringLiteral("https://a.vn/?q=H48.15.29-230607-0001") << CodeKind::Url;
        QTest::newRow("www") << QStringLiteral("www.haiphong.gov.vn") << CodeKind::Url;
        QTest::newRow("sentence with url") << QStringLiteral("xem https://a.vn nhé") << CodeKind::Text;
        QTest::newRow("separator, damaged") << QStringLiteral("\ufeffSH1:D:x") << CodeKind::Separator;
        QTest::newRow("phone") << QStringLiteral("0900000000") << CodeKind::Text;
        QTest::newRow("empty") << QString() << CodeKind::Text;
        QTest::newRow("wide receipt") << QStringLiteral("Ｈ48.15.29－230607－0001") << CodeKind::Receipt;
    }
    void codesAreClassifiedByGrammar()
    {
        QFETCH(QString, text);
        QFETCH(CodeKind, kind);
        QVERIFY(classifyCode(text) == kind);
    }
};

QTEST_APPLESS_MAIN(CodesTest)
#include "tst_codes.moc"
