// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "dossier/deliveryrules.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::dossier;

namespace {

QDateTime at(const char* time)
{
    return fromIso(QStringLiteral("2026-11-20T%1:00.000+07:00").arg(QLatin1String(time)));
}

} // namespace

class TestDeliveryRules : public QObject
{
    Q_OBJECT

private slots:
    void theUsualRulesHoldNothingUp()
    {
        const DeliveryRules rules;
        QVERIFY(rules.isValid());
        QVERIFY(!holdOf(rules, at("10:00"), false));
        QCOMPARE(rules.alarmHours, 24);
    }

    void hoursAcrossMidnight_data()
    {
        QTest::addColumn<QByteArray>("time");
        QTest::addColumn<bool>("held");
        QTest::addColumn<QString>("until");
        const QString evening = QStringLiteral("2026-11-20T17:30:00.000+07:00");
        QTest::newRow("morning") << QByteArray("08:00") << true << evening;
        QTest::newRow("first minute of the office") << QByteArray("07:00") << true << evening;
        QTest::newRow("last minute before") << QByteArray("06:59") << false << QString();
        QTest::newRow("one minute before the evening") << QByteArray("17:29") << true << evening;
        QTest::newRow("evening") << QByteArray("17:30") << false << QString();
        QTest::newRow("midnight") << QByteArray("00:00") << false << QString();
    }

    void hoursAcrossMidnight()
    {
        QFETCH(QByteArray, time);
        QFETCH(bool, held);
        QFETCH(QString, until);
        DeliveryRules rules;
        rules.hours = DeliveryRules::Hours{QTime(17, 30), QTime(7, 0)};
        const auto hold = holdOf(rules, at(time.constData()), false);
        QCOMPARE(hold.has_value(), held);
        if (held) {
            QVERIFY(hold->cause == HoldCause::Hours);
            QVERIFY(hold->entriesGo());
            QCOMPARE(toIso(*hold->until), until);
            QVERIFY(!holdOf(rules, *hold->until, false)); // it does end then
        }
    }

    void hoursWithinADayBeginAgainTomorrow()
    {
        DeliveryRules rules;
        rules.hours = DeliveryRules::Hours{QTime(11, 30), QTime(13, 0)};
        QVERIFY(!holdOf(rules, at("12:59"), false));
        const auto hold = holdOf(rules, at("13:00"), false);
        QVERIFY(hold);
        QCOMPARE(toIso(*hold->until), QStringLiteral("2026-11-21T11:30:00.000+07:00"));
    }

    void hoursAreThoseOfVietNam()
    {
        DeliveryRules rules;
        rules.hours = DeliveryRules::Hours{QTime(17, 30), QTime(7, 0)};
        QVERIFY(holdOf(rules, fromIso(QStringLiteral("2026-11-20T01:00:00.000+00:00")), false)); // 08:00 here
    }

    void aPersonComesBeforeTheLineAndTheLineBeforeTheClock()
    {
        DeliveryRules rules;
        rules.hours = DeliveryRules::Hours{QTime(17, 30), QTime(7, 0)};
        QVERIFY(holdOf(rules, at("10:00"), true)->cause == HoldCause::Metered);
        rules.pausedSince = at("09:00");
        const auto hold = holdOf(rules, at("10:00"), true);
        QVERIFY(hold->cause == HoldCause::Person);
        QVERIFY(!hold->entriesGo());
        QVERIFY(!hold->until);
        QCOMPARE(*hold->since, at("09:00"));
    }

    void aLineByVolumeMayBeUsedWhereTheRuleSaysSo()
    {
        DeliveryRules rules;
        QVERIFY(holdOf(rules, at("10:00"), true));
        rules.waitsOnMetered = false;
        QVERIFY(!holdOf(rules, at("10:00"), true));
    }

    void textAndBack()
    {
        DeliveryRules rules;
        rules.kbitPerSecond = 512;
        rules.hours = DeliveryRules::Hours{QTime(17, 30), QTime(7, 0)};
        rules.waitsOnMetered = false;
        rules.pausedSince = at("09:00");
        rules.alarmHours = 48;
        QVERIFY(deliveryRulesFrom(toText(rules)) == rules);
        QVERIFY(deliveryRulesFrom(toText(DeliveryRules())) == DeliveryRules());
    }

    void whatCannotBeIsTheUsual()
    {
        for (const char* text : {"", "{", "[]", R"({"kbit":5})", R"({"kbit":-1})", R"({"alarmHours":0})",
                                 R"({"alarmHours":1e99})"}) {
            QVERIFY2(deliveryRulesFrom(QString::fromLatin1(text)) == DeliveryRules(), text);
        }
        DeliveryRules rules;
        rules.kbitPerSecond = DeliveryRules::leastKbit - 1;
        QVERIFY(!rules.isValid());
        rules.kbitPerSecond = DeliveryRules::leastKbit;
        QVERIFY(rules.isValid());
        rules.hours = DeliveryRules::Hours{QTime(7, 0), QTime(7, 0)};
        QVERIFY(!rules.isValid());
    }

    void hoursAsPeopleTypeThem()
    {
        QVERIFY(deliveryHoursFrom(QStringLiteral("17:30-07:00")) ==
                (DeliveryRules::Hours{QTime(17, 30), QTime(7, 0)}));
        QVERIFY(deliveryHoursFrom(QStringLiteral(" 17h30 – 7h00 ")) ==
                (DeliveryRules::Hours{QTime(17, 30), QTime(7, 0)}));
        for (const char* text : {"", "17:30", "25:00-07:00", "17:60-07:00", "07:00-07:00", "17:30-07:00x"}) {
            QVERIFY2(!deliveryHoursFrom(QString::fromLatin1(text)), text);
        }
    }
};

QTEST_GUILESS_MAIN(TestDeliveryRules)
#include "tst_deliveryrules.moc"
