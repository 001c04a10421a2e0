// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/mrz.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::dossier;

namespace {

const QString card = QStringLiteral("IDVNM0980000016079098000001<<6\n"
                                    "9801015M3801013VNM<<<<<<<<<<<8\n"
                                    "NGUYEN<<VAN<A<<<<<<<<<<<<<<<<<\n");
const QDate today(2026, 11, 20);

/// Both lines with the check digits of ICAO Doc 9303 part 5 put in, and a third one.
QString sealed(QString first, QString second)
{
    const auto digit = [](const QString& text) { return QChar(u'0' + mrzCheckDigit(text)); };
    first[14] = digit(first.mid(5, 9));
    second[6] = digit(second.left(6));
    second[14] = digit(second.mid(8, 6));
    second[29] = digit(first.mid(5, 25) + second.left(7) + second.mid(8, 7) + second.mid(18, 11));
    return first + second + QStringLiteral("NGUYEN<<VAN<A<<<<<<<<<<<<<<<<<");
}

} // namespace

class MrzTest : public QObject
{
    Q_OBJECT

private slots:
    void checkDigitsAreThoseOfIcao()
    {
        // ICAO Doc 9303 part 3, section 4.9, the worked examples.
        QCOMPARE(mrzCheckDigit(QStringLiteral("520727")), 3);
        QCOMPARE(mrzCheckDigit(QStringLiteral("AB2134<<<")), 5);
        QCOMPARE(mrzCheckDigit(QStringLiteral("ab")), -1);
    }

    void specimenOfIcaoIsRead()
    {
        // ICAO Doc 9303 part 5, appendix A.
        const auto reading = parseMrz(QStringLiteral("I<UTOD231458907<<<<<<<<<<<<<<<\n"
                                                     "7408122F1204159UTO<<<<<<<<<<<6\n"
                                                     "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"),
                                      today);
        VERIFY_OK(reading);
        QCOMPARE(reading->documentNumber, QStringLiteral("D23145890"));
        QCOMPARE(reading->person.fullName, QStringLiteral("ERIKSSON ANNA MARIA"));
        QCOMPARE(reading->person.birthDate, QDate(1974, 8, 12));
        QVERIFY(reading->person.sex == Sex::Female);
        QCOMPARE(reading->expires, QDate(2012, 4, 15));
        QCOMPARE(reading->person.personalNumber, QString());
    }

    void cardOfVietNamIsRead()
    {
        const auto reading = parseMrz(card, today);
        VERIFY_OK(reading);
        QCOMPARE(reading->person.personalNumber, QStringLiteral("079098000001"));
        QCOMPARE(reading->person.fullName, QStringLiteral("NGUYEN VAN A"));
        QCOMPARE(reading->person.birthDate, QDate(1998, 1, 1));
        QVERIFY(reading->person.sex == Sex::Male);
        QCOMPARE(reading->expires, QDate(2038, 1, 1));
        QCOMPARE(reading->issuer, QStringLiteral("VNM"));
    }

    void linesRunTogetherAreRead() { VERIFY_OK(parseMrz(QString(card).remove(u'\n'), today)); }

    void everySingleWrongDigitOfTheCheckedPartIsNoticed()
    {
        const QString text = QString(card).remove(u'\n');
        // Document number to optional data of line 1, dates of line 2: what check digits cover.
        QList<qsizetype> covered;
        for (qsizetype i = 5; i < 30; ++i) {
            covered += i;
        }
        for (qsizetype i = 30; i < 60; ++i) {
            if (i != 37 && (i < 45 || i > 47)) {
                covered += i;
            }
        }
        for (const qsizetype place : covered) {
            QString damaged = text;
            // Weights 7, 3 and 1 notice every change of a digit that is not a multiple of ten.
            damaged[place] = text[place] == u'5' ? u'6' : u'5';
            const auto reading = parseMrz(damaged, today);
            QVERIFY2(!reading, qPrintable(damaged));
            QVERIFY(reading.error().code == ErrorCode::CardFieldInvalid);
        }
    }

    void aBirthIsNeverInTheFuture()
    {
        const QDate birth(1998, 1, 1);
        VERIFY_OK(parseMrz(card, birth));
        VERIFY_FAILS(parseMrz(card, birth.addDays(-1)), ErrorCode::CardFieldInvalid);
        // The number says the 21st century, the birth year is 98; all check digits fit.
        const QString late = sealed(QStringLiteral("IDVNM0980000016079298000001<<0"),
                                    QStringLiteral("9801015M3801013VNM<<<<<<<<<<<0"));
        VERIFY_FAILS(parseMrz(late, today), ErrorCode::CardFieldInvalid);
        VERIFY_OK(parseMrz(late, QDate(2098, 1, 1)));
    }

    void withoutANumberTheCenturyIsTheLatestThatCanBe()
    {
        const QString zone = sealed(QStringLiteral("I<UTOD231458907<<<<<<<<<<<<<<<"),
                                    QStringLiteral("2002297F3204159UTO<<<<<<<<<<<0"));
        const auto child = parseMrz(zone, QDate(2020, 2, 29));
        VERIFY_OK(child);
        QCOMPARE(child->person.birthDate, QDate(2020, 2, 29));
        const auto old = parseMrz(zone, QDate(2020, 2, 28));
        VERIFY_OK(old);
        QCOMPARE(old->person.birthDate, QDate(1920, 2, 29));
    }

    void otherTextIsNotAZone_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::newRow("empty") << QString();
        QTest::newRow("two lines") << card.left(61);
        QTest::newRow("passport") << QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
                                                    "L898902C36UTO7408122F1204159ZE184226B<<<<<10");
        QTest::newRow("lower case") << card.toLower();
        QTest::newRow("not a card") << QString(90, u'<');
    }
    void otherTextIsNotAZone()
    {
        QFETCH(QString, raw);
        VERIFY_FAILS(parseMrz(raw, today), ErrorCode::CardNotRecognised);
    }
};

QTEST_APPLESS_MAIN(MrzTest)
#include "tst_mrz.moc"
