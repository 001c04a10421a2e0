// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/codes.h"
#include "dossier/findings.h"
#include "dossier/idcard.h"
#include "dossier/inputmethod.h"
#include "dossier/provinces.h"
#include "support/testsupport.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace sohoa;
using namespace sohoa::dossier;

namespace {

// Invented people.
const QString oldCard = QStringLiteral(
    "079098000001|024123456|NGUYỄN VĂN A|01011998|Nam|Số 1 Đường ABC, Phường 1, Quận 1, TP. Hồ Chí "
    "Minh|01012022");
const QString newCard = QStringLiteral(
    "079324000001||NGUYỄN THỊ B|02012024|Nữ|Số 2 Đường DEF, Phường Bến Nghé, TP. Hồ Chí Minh|01082024||||");

QString with(const QString& card, CardField field, const QString& value)
{
    QStringList fields = card.split(u'|');
    fields[static_cast<int>(field) - 1] = value;
    return fields.join(u'|');
}

QString wide(const QString& text)
{
    QString wider;
    for (const QChar c : text) {
        wider += c >= u'!' && c <= u'~' ? QChar(static_cast<char16_t>(c.unicode() - u'!' + 0xff01)) : c;
    }
    return wider;
}

} // namespace

class IdCardTest : public QObject
{
    Q_OBJECT

private slots:
    void cardOfSevenFieldsIsRead()
    {
        const auto reading = parseCard(oldCard);
        VERIFY_OK(reading);
        const Person expected{QStringLiteral("079098000001"),
                              QStringLiteral("024123456"),
                              QStringLiteral("NGUYỄN VĂN A"),
                              QDate(1998, 1, 1),
                              Sex::Male,
                              QStringLiteral("Số 1 Đường ABC, Phường 1, Quận 1, TP. Hồ Chí Minh"),
                              QDate(2022, 1, 1),
                              {}};
        QVERIFY(reading->person == expected);
        QVERIFY(reading->warnings.empty());
        QCOMPARE(reading->fields, 7);
    }

    void cardOfElevenFieldsWithEmptyOldNumberIsRead()
    {
        const auto reading = parseCard(newCard);
        VERIFY_OK(reading);
        QCOMPARE(reading->person.oldNumber, QString());
        QVERIFY(reading->person.sex == Sex::Female);
        QCOMPARE(reading->person.issueDate, QDate(2024, 8, 1));
        QVERIFY(reading->warnings.empty());
        QCOMPARE(reading->fields, 11);
    }

    void fieldsFromSixToElevenAreTaken_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("taken");
        for (int count = 2; count <= 14; ++count) {
            QTest::addRow("%d", count) << count << (count >= 6 && count <= 11);
        }
    }
    void fieldsFromSixToElevenAreTaken()
    {
        QFETCH(int, count);
        QFETCH(bool, taken);
        QStringList fields = newCard.split(u'|');
        while (fields.size() < count) {
            fields += QString();
        }
        const QString text = fields.first(count).join(u'|');
        const auto reading = parseCard(text);
        if (taken) {
            VERIFY_OK(reading);
            QCOMPARE(reading->fields, count);
        } else {
            VERIFY_FAILS(reading, ErrorCode::CardFieldCount);
        }
        QCOMPARE(classifyCode(text) == CodeKind::IdCard, taken);
    }

    void whatReadersDoToTheTextDoesNotMatter_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::newRow("decomposed") << oldCard.normalized(QString::NormalizationForm_D);
        QTest::newRow("full width") << wide(oldCard);
        QTest::newRow("line end") << oldCard + QStringLiteral("\r\n");
        QTest::newRow("label") << QStringLiteral("CCCD: ") + oldCard;
        QTest::newRow("label with a digit") << QStringLiteral("[QR1] ") + oldCard;
        QTest::newRow("label, decomposed")
            << QStringLiteral("Số định danh:").normalized(QString::NormalizationForm_D) + oldCard;
        QTest::newRow("symbology identifier") << QStringLiteral("]Q3") + QStringLiteral("\x1d") + oldCard;
        QTest::newRow("byte order mark") << QString(QChar::ByteOrderMark) + oldCard;
        QTest::newRow("zero width space") << QString(oldCard).insert(30, QChar(0x200b));
        QTest::newRow("control characters") << QStringLiteral("\x02") +
                                                   QString(oldCard).replace(u'|', QStringLiteral("|\x01")) +
                                                   QStringLiteral("\x03\x04");
        QTest::newRow("no-break spaces") << QString(oldCard).replace(u' ', QChar::Nbsp);
        QTest::newRow("spaces around fields") << QString(oldCard).replace(u'|', QStringLiteral(" | "));
    }
    void whatReadersDoToTheTextDoesNotMatter()
    {
        QFETCH(QString, raw);
        const auto reading = parseCard(raw);
        VERIFY_OK(reading);
        QVERIFY(reading->person == parseCard(oldCard)->person);
        QVERIFY(reading->warnings.empty());
        QVERIFY(classifyCode(raw) == CodeKind::IdCard);
    }

    void utf8ReadAsLatin1IsPutRight()
    {
        const QString latin1 = QString::fromLatin1(oldCard.toUtf8());
        const auto reading = parseCard(latin1);
        VERIFY_OK(reading);
        QCOMPARE(reading->person.fullName, QStringLiteral("NGUYỄN VĂN A"));
        QVERIFY(reading->warnings == std::vector{CardWarning::EncodingRepaired});
    }

    void utf8ReadAsWindows1252IsPutRight()
    {
        // "Ễ" is E1 BB 84, and 84 is U+201E in Windows-1252.
        QCOMPARE(withRepairedEncoding(QStringLiteral("NGUY\u00e1\u00bb\u201eN")), QStringLiteral("NGUYỄN"));
    }

    void honestTextIsNotRepaired_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("Latin-1 only") << QStringLiteral("LÊ CÔNG HÒA");
        QTest::newRow("Vietnamese") << QStringLiteral("TRẦN THỊ ÁNH");
        QTest::newRow("ASCII") << QStringLiteral("LE VAN A");
        QTest::newRow("empty") << QString();
    }
    void honestTextIsNotRepaired()
    {
        QFETCH(QString, text);
        QCOMPARE(withRepairedEncoding(text), text);
    }

    void wrongFieldIsNamed_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<CardField>("field");
        QTest::newRow("number too short")
            << with(oldCard, CardField::PersonalNumber, QStringLiteral("07909800001"))
            << CardField::PersonalNumber;
        QTest::newRow("number with a letter")
            << with(oldCard, CardField::PersonalNumber, QStringLiteral("O79098000001"))
            << CardField::PersonalNumber;
        QTest::newRow("old number of 8")
            << with(oldCard, CardField::OldNumber, QStringLiteral("24123456")) << CardField::OldNumber;
        QTest::newRow("no name") << with(oldCard, CardField::FullName, QString()) << CardField::FullName;
        QTest::newRow("name of signs")
            << with(oldCard, CardField::FullName, QStringLiteral("<b>A</b>")) << CardField::FullName;
        QTest::newRow("30 February") << with(oldCard, CardField::BirthDate, QStringLiteral("30021998"))
                                     << CardField::BirthDate;
        QTest::newRow("29 February of a common year")
            << with(oldCard, CardField::BirthDate, QStringLiteral("29021900")) << CardField::BirthDate;
        QTest::newRow("year first") << with(oldCard, CardField::BirthDate, QStringLiteral("19980101"))
                                    << CardField::BirthDate;
        QTest::newRow("slashes") << with(oldCard, CardField::BirthDate, QStringLiteral("01/01/1998"))
                                 << CardField::BirthDate;
        QTest::newRow("no birth date")
            << with(oldCard, CardField::BirthDate, QString()) << CardField::BirthDate;
        QTest::newRow("other sex") << with(oldCard, CardField::Sex, QStringLiteral("M")) << CardField::Sex;
        QTest::newRow("issue date") << with(oldCard, CardField::IssueDate, QStringLiteral("00002022"))
                                    << CardField::IssueDate;
        QTest::newRow("two scans without Enter")
            << with(oldCard, CardField::IssueDate, QStringLiteral("01012022079098000001"))
            << CardField::IssueDate;
    }
    void wrongFieldIsNamed()
    {
        QFETCH(QString, raw);
        QFETCH(CardField, field);
        const auto reading = parseCard(raw);
        VERIFY_FAILS(reading, ErrorCode::CardFieldInvalid);
        QCOMPARE(cardFieldOf(reading.error()), std::optional(field));
    }

    void leapDayOfALeapYearIsADate()
    {
        VERIFY_OK(parseCard(with(oldCard, CardField::BirthDate, QStringLiteral("29022000"))));
    }

    void mangledTextIsToldFromAWrongCard_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<CardField>("field");
        QTest::newRow("sex in Telex")
            << with(newCard, CardField::Sex, QStringLiteral("Nuwx")) << CardField::Sex;
        QTest::newRow("sex in short Telex")
            << with(newCard, CardField::Sex, QStringLiteral("Nwx")) << CardField::Sex;
        QTest::newRow("sex in VNI") << with(newCard, CardField::Sex, QStringLiteral("Nu74"))
                                    << CardField::Sex;
        QTest::newRow("sex with a lost letter")
            << with(newCard, CardField::Sex, QStringLiteral("N?")) << CardField::Sex;
        QTest::newRow("name in VNI") << with(oldCard, CardField::FullName, QStringLiteral("NGUYE64N VA8N A"))
                                     << CardField::FullName;
        QTest::newRow("name with lost letters")
            << with(oldCard, CardField::FullName, QStringLiteral("NGUY?N V?N A")) << CardField::FullName;
        QTest::newRow("half of UTF-8")
            << with(oldCard, CardField::FullName, QStringLiteral("NGUY\u00e1\u00bbN V\u0102N"))
            << CardField::FullName;
        QTest::newRow("everything in Telex")
            << QStringLiteral("079098000001|024123456|NGUYEENX VAWN A|01011998|Nam|Soos 1 DDuwowngf ABC, "
                              "Phuwowngf 1, Quaanj 1, TP. Hoof Chis Minh|01012022")
            << CardField::FullName;
    }
    void mangledTextIsToldFromAWrongCard()
    {
        QFETCH(QString, raw);
        QFETCH(CardField, field);
        const auto reading = parseCard(raw);
        VERIFY_FAILS(reading, ErrorCode::CardMangled);
        QCOMPARE(cardFieldOf(reading.error()), std::optional(field));
    }

    void namesOfEveryPeopleAreTaken_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"H'BLA NIÊ KĐĂM", "Y-THOAN KSOR", "MOONG VĂN HƠN", "NAY HER", "K’SOR H’WƠN",
                                 "Ô", "PHẠM Ý NHI"}) {
            QTest::newRow(name) << QString::fromUtf8(name);
        }
    }
    void namesOfEveryPeopleAreTaken()
    {
        QFETCH(QString, name);
        const auto reading = parseCard(with(oldCard, CardField::FullName, name));
        VERIFY_OK(reading);
        QCOMPARE(reading->person.fullName, name);
    }

    void lostToneMarksAreAWarning()
    {
        const auto reading = parseCard(QStringLiteral(
            "079098000001|024123456|NGUYEN VAN A|01011998|Nam|So 1 Duong ABC, Phuong 1, TP. Ho Chi Minh|"
            "01012022"));
        VERIFY_OK(reading);
        QVERIFY(reading->warnings == std::vector{CardWarning::ToneMarksMissing});
    }

    void contradictionsAreWarnings_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<CardWarning>("warning");
        QTest::newRow("sex") << with(oldCard, CardField::PersonalNumber, QStringLiteral("079198000001"))
                             << CardWarning::SexDiffers;
        QTest::newRow("year") << with(oldCard, CardField::PersonalNumber, QStringLiteral("079097000001"))
                              << CardWarning::BirthYearDiffers;
        QTest::newRow("century") << with(oldCard, CardField::PersonalNumber, QStringLiteral("079298000001"))
                                 << CardWarning::BirthYearDiffers;
        QTest::newRow("prefix") << with(oldCard, CardField::PersonalNumber, QStringLiteral("003098000001"))
                                << CardWarning::PrefixUnknown;
        QTest::newRow("issued before birth")
            << with(oldCard, CardField::IssueDate, QStringLiteral("31121997"))
            << CardWarning::IssuedBeforeBirth;
    }
    void contradictionsAreWarnings()
    {
        QFETCH(QString, raw);
        QFETCH(CardWarning, warning);
        const auto reading = parseCard(raw);
        VERIFY_OK(reading);
        QVERIFY(reading->warnings == std::vector{warning});
    }

    void birthInTheFutureIsRefusedWhenTodayIsKnown()
    {
        const auto reading = parseCard(newCard, QDate(2023, 12, 31));
        VERIFY_FAILS(reading, ErrorCode::CardFieldInvalid);
        QCOMPARE(cardFieldOf(reading.error()), std::optional(CardField::BirthDate));
        VERIFY_OK(parseCard(newCard, QDate(2024, 8, 1)));
    }

    void otherTextIsNotACard_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::newRow("empty") << QString();
        QTest::newRow("number alone") << QStringLiteral("079098000001");
        QTest::newRow("address") << QStringLiteral("https://dichvucong.gov.vn/?a=079098000001");
        QTest::newRow("receipt") << QStringLiteral("000.00.19.H26-210305-0001|1.001193|Giấy khai sinh|x|y|z");
        QTest::newRow("pipes") << QStringLiteral("||||||");
        QTest::newRow("endless") << QString(100000, u'|');
    }
    void otherTextIsNotACard()
    {
        QFETCH(QString, raw);
        VERIFY_FAILS(parseCard(raw), ErrorCode::CardNotRecognised);
        QVERIFY(classifyCode(raw) != CodeKind::IdCard);
    }

    void wholeCardIsNoticedWithoutEnter()
    {
        for (qsizetype length = 0; length < oldCard.size(); ++length) {
            QVERIFY(!isWholeCard(oldCard.first(length)));
        }
        QVERIFY(isWholeCard(oldCard));
    }

    void sampleCardsAreReadWithoutAWarning()
    {
        QFile file(test::sourcePath(QStringLiteral("resources/samples/expected.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray desk = QJsonDocument::fromJson(file.readAll())[QLatin1String("desk")].toArray();
        QVERIFY(!desk.isEmpty());
        for (const QJsonValue& card : desk) {
            const auto reading = parseCard(card[QLatin1String("codes")][0].toString());
            VERIFY_OK(reading);
            QVERIFY2(reading->warnings.empty(), qPrintable(card[QLatin1String("file")].toString()));
            QCOMPARE(reading->fields, card[QLatin1String("fields")].toInt());
        }
    }

    void whateverIsReadIsACardOrAnError()
    {
        // Seeded damage of good cards: nothing crashes, and what is accepted keeps the promises of the
        // fields.
        QRandomGenerator random(20261120);
        int accepted = 0;
        int refused = 0;
        for (int round = 0; round < 20000; ++round) {
            QString text = random.bounded(2) == 0 ? oldCard : newCard;
            for (int change = random.bounded(4); change > 0; --change) {
                const int at = random.bounded(static_cast<int>(text.size()));
                switch (random.bounded(4)) {
                case 0:
                    text.remove(at, 1 + random.bounded(3));
                    break;
                case 1:
                    text.insert(at, QChar(static_cast<char16_t>(random.bounded(0x10000))));
                    break;
                case 2:
                    text[at] = QChar(static_cast<char16_t>(random.bounded(0x80)));
                    break;
                default:
                    text.insert(at, u'|');
                }
            }
            const auto reading = parseCard(text);
            static_cast<void>(classifyCode(text));
            if (!reading) {
                ++refused;
                const ErrorCode code = reading.error().code;
                QVERIFY(code == ErrorCode::CardNotRecognised || code == ErrorCode::CardFieldCount ||
                        code == ErrorCode::CardFieldInvalid || code == ErrorCode::CardMangled);
                continue;
            }
            ++accepted;
            QVERIFY(isPersonalNumber(reading->person.personalNumber));
            QVERIFY(reading->person.oldNumber.isEmpty() || isOldNumber(reading->person.oldNumber));
            QVERIFY(!reading->person.fullName.isEmpty());
            QVERIFY(reading->person.birthDate.isValid());
            QVERIFY(reading->person.sex != Sex::Unknown);
        }
        QVERIFY(accepted > 1000);
        QVERIFY(refused > 1000);
    }

    void detailsHoldNoPersonalData()
    {
        const auto reading = parseCard(with(oldCard, CardField::BirthDate, QStringLiteral("30021998")));
        VERIFY_FAILS(reading, ErrorCode::CardFieldInvalid);
        QVERIFY(!describe(reading.error()).contains(QLatin1String("1998")));
        QVERIFY(!describe(reading.error()).contains(QLatin1String("079")));
    }

    void prefixesAreTheSixtyThreeProvinces()
    {
        const Provinces& provinces = Provinces::builtIn();
        QCOMPARE(provinces.prefixCount(), 63);
        QCOMPARE(provinces.all().size(), std::size_t(34));
        QCOMPARE(provinces.placeOfPrefix(QStringLiteral("031")), QStringLiteral("Hải Phòng"));
        QCOMPARE(provinces.byUnitCode(QStringLiteral("H26"))->name, QStringLiteral("Hà Nội"));
        QVERIFY(!provinces.byUnitCode(QStringLiteral("H99")));
    }
};

QTEST_APPLESS_MAIN(IdCardTest)
#include "tst_idcard.moc"
