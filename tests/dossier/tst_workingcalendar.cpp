// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "dossier/workingcalendar.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::dossier;

namespace {

QDateTime time(const char* text)
{
    return fromIso(QString::fromLatin1(text) + QStringLiteral(":00.000+07:00"));
}

TimeLimit limit(int amount, LimitUnit unit = LimitUnit::WorkingDay)
{
    return TimeLimit{amount, unit, {}, {}};
}

TimeLimit sameDay()
{
    return TimeLimit{1, LimitUnit::WorkingDay, {}, 15};
}

const WorkingCalendar& days()
{
    return WorkingCalendar::builtIn();
}

} // namespace

Q_DECLARE_METATYPE(TimeLimit)

class WorkingCalendarTest : public QObject
{
    Q_OBJECT

private slots:
    void holidaysAreOff_data()
    {
        QTest::addColumn<QDate>("date");
        QTest::addColumn<bool>("worked");
        // Notices 6150/TB-BLĐTBXH (2025) and 9441/TB-BNV (2026); Labour Code 45/2019/QH14, article 112.
        QTest::newRow("New Year") << QDate(2026, 1, 1) << false;
        QTest::newRow("Tet 2025, first of the days off") << QDate(2025, 1, 27) << false;
        QTest::newRow("day before them") << QDate(2025, 1, 24) << true;
        QTest::newRow("Tet 2026, day before") << QDate(2026, 2, 16) << false;
        QTest::newRow("Tet 2026, last") << QDate(2026, 2, 20) << false;
        QTest::newRow("after Tet 2026") << QDate(2026, 2, 23) << true;
        QTest::newRow("Hung Kings 2025") << QDate(2025, 4, 7) << false;
        QTest::newRow("Hung Kings 2026, in lieu") << QDate(2026, 4, 27) << false;
        QTest::newRow("30 April") << QDate(2026, 4, 30) << false;
        QTest::newRow("1 May") << QDate(2026, 5, 1) << false;
        QTest::newRow("exchanged 2025") << QDate(2025, 5, 2) << false;
        QTest::newRow("worked Saturday 2025") << QDate(2025, 4, 26) << true;
        QTest::newRow("exchanged 2026") << QDate(2026, 8, 31) << false;
        QTest::newRow("worked Saturday 2026") << QDate(2026, 8, 22) << true;
        QTest::newRow("National Day") << QDate(2026, 9, 2) << false;
        QTest::newRow("day beside it") << QDate(2026, 9, 1) << false;
        QTest::newRow("Saturday") << QDate(2026, 11, 21) << false;
        QTest::newRow("Sunday") << QDate(2026, 11, 22) << false;
        QTest::newRow("Friday") << QDate(2026, 11, 20) << true;
        QTest::newRow("unconfirmed culture day") << QDate(2026, 11, 24) << true;
        QTest::newRow("1 May 2027 on Saturday, in lieu") << QDate(2027, 5, 3) << false;
    }
    void holidaysAreOff()
    {
        QFETCH(QDate, date);
        QFETCH(bool, worked);
        QCOMPARE(days().isWorkingDay(date), worked);
    }

    void whatIsKnownIsSaid()
    {
        QVERIFY(days().covers(QDate(2025, 1, 1)));
        QVERIFY(days().covers(QDate(2027, 12, 31)));
        QVERIFY(!days().covers(QDate(2028, 1, 1)));
        QCOMPARE(days().holidayName(QDate(2026, 9, 2)), QStringLiteral("Quốc khánh"));
        QVERIFY(days().hasUnannouncedDays(QDate(2027, 2, 1), QDate(2027, 2, 28)));
        QVERIFY(!days().hasUnannouncedDays(QDate(2026, 1, 1), QDate(2026, 12, 31)));
    }

    void countingSkipsDaysOff()
    {
        QCOMPARE(days().addWorkingDays(QDate(2026, 11, 20), 1), QDate(2026, 11, 23));
        QCOMPARE(days().addWorkingDays(QDate(2026, 11, 20), 0), QDate(2026, 11, 20));
        QCOMPARE(days().addWorkingDays(QDate(2026, 11, 21), 0), QDate(2026, 11, 23));
        QCOMPARE(days().addWorkingDays(QDate(2026, 2, 13), 1), QDate(2026, 2, 23));
        QCOMPARE(days().workingDaysBetween(QDate(2026, 2, 13), QDate(2026, 2, 23)), 1);
        QCOMPARE(days().workingDaysBetween(QDate(2026, 2, 23), QDate(2026, 2, 13)), 0);
    }

    void dueDateFollowsTheLimit_data()
    {
        QTest::addColumn<QDateTime>("received");
        QTest::addColumn<TimeLimit>("limit");
        QTest::addColumn<QDateTime>("due");
        QTest::newRow("first day not counted")
            << time("2026-11-16T08:00") << limit(3) << time("2026-11-19T17:00");
        QTest::newRow("over a weekend") << time("2026-11-19T08:00") << limit(3) << time("2026-11-24T17:00");
        QTest::newRow("received on Sunday")
            << time("2026-11-22T08:00") << limit(1) << time("2026-11-23T17:00");
        QTest::newRow("over Tet") << time("2026-02-12T08:00") << limit(2) << time("2026-02-23T17:00");
        QTest::newRow("worked Saturday counts")
            << time("2026-08-20T08:00") << limit(2) << time("2026-08-22T17:00");
        QTest::newRow("calendar days")
            << time("2026-11-02T08:00") << limit(15, LimitUnit::CalendarDay) << time("2026-11-17T17:00");
        QTest::newRow("calendar days ending on Sunday")
            << time("2026-11-02T08:00") << limit(20, LimitUnit::CalendarDay) << time("2026-11-23T17:00");
        QTest::newRow("hour") << time("2026-11-16T08:00") << limit(1, LimitUnit::Hour)
                              << time("2026-11-16T09:00");
        QTest::newRow("hours over the evening")
            << time("2026-11-16T16:30") << limit(1, LimitUnit::Hour) << time("2026-11-17T08:00");
        QTest::newRow("hours over the weekend")
            << time("2026-11-20T17:00") << limit(1, LimitUnit::Hour) << time("2026-11-23T08:30");
        QTest::newRow("same day") << time("2026-11-16T14:59") << sameDay() << time("2026-11-16T17:00");
        QTest::newRow("at 15:00 sharp") << time("2026-11-16T15:00") << sameDay() << time("2026-11-16T17:00");
        QTest::newRow("after 15:00") << time("2026-11-16T15:01") << sameDay() << time("2026-11-17T17:00");
        QTest::newRow("after 15:00 on Friday")
            << time("2026-11-20T15:01") << sameDay() << time("2026-11-23T17:00");
        QTest::newRow("same day, but Saturday")
            << time("2026-11-21T09:00") << sameDay() << time("2026-11-23T17:00");
        QTest::newRow("received in other offset") << fromIso(QStringLiteral("2026-11-16T08:30:00.000+00:00"))
                                                  << sameDay() << time("2026-11-17T17:00");
    }
    void dueDateFollowsTheLimit()
    {
        QFETCH(QDateTime, received);
        QFETCH(TimeLimit, limit);
        QFETCH(QDateTime, due);
        const auto computed = dueAt(received, limit, days());
        QVERIFY(computed.has_value());
        QCOMPARE(toIso(*computed), toIso(due));
    }

    void endOfTheDayIsASetting()
    {
        const WorkingHours hours{QTime(7, 0), QTime(16, 30)};
        QCOMPARE(dueAt(time("2026-11-16T08:00"), limit(1), days(), {}, hours), time("2026-11-17T16:30"));
    }

    void withoutANumberThereIsNoDueDate()
    {
        QVERIFY(!dueAt(time("2026-11-16T08:00"), TimeLimit{}, days()));
        QVERIFY(!dueAt({}, limit(3), days()));
        const WorkingHours never{QTime(17, 0), QTime(7, 30)};
        QVERIFY(!dueAt(time("2026-11-16T08:00"), limit(1, LimitUnit::Hour), days(), {}, never));
        QVERIFY(!dueAt(time("2026-11-16T08:00"), limit(3), days(), {}, WorkingHours{QTime(), QTime()}));
    }

    void waitingForASupplementIsAdded()
    {
        const QDateTime received = time("2026-11-16T08:00");
        // Asked on Tuesday, answered on Thursday: two working days.
        const Waiting wait{time("2026-11-17T10:00"), time("2026-11-19T10:00")};
        QCOMPARE(dueAt(received, limit(3), days(), {wait}), time("2026-11-23T17:00"));
        QCOMPARE(dueAt(received, limit(15, LimitUnit::CalendarDay), days(), {wait}),
                 time("2026-12-03T17:00"));
        QCOMPARE(dueAt(received, sameDay(), days(), {wait}), time("2026-11-18T17:00"));
    }

    void waitingOverAWeekendAddsWorkingDaysOnly()
    {
        const Waiting wait{time("2026-11-20T10:00"), time("2026-11-23T10:00")};
        QCOMPARE(dueAt(time("2026-11-16T08:00"), limit(5), days(), {wait}), time("2026-11-24T17:00"));
    }

    void overlappingAndEmptyWaitsCountOnce()
    {
        const Waiting wait{time("2026-11-17T10:00"), time("2026-11-19T10:00")};
        const Waiting inside{time("2026-11-18T10:00"), time("2026-11-19T10:00")};
        const Waiting backwards{time("2026-11-19T10:00"), time("2026-11-17T10:00")};
        QCOMPARE(dueAt(time("2026-11-16T08:00"), limit(3), days(), {inside, backwards, wait}),
                 time("2026-11-23T17:00"));
    }

    void waitingHoursAreWorkingHours()
    {
        const Waiting wait{time("2026-11-16T16:00"), time("2026-11-17T08:30")};
        QCOMPARE(dueAt(time("2026-11-16T15:30"), limit(1, LimitUnit::Hour), days(), {wait}),
                 time("2026-11-17T09:00"));
    }

    void whatIsNotUnderstoodIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        const QByteArray head =
            R"({"schema_version":1,"version":"t","covers":{"from":"2026-01-01","to":"2026-12-31"},)";
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("schema") << QByteArray(R"({"schema_version":3})");
        QTest::newRow("no such day") << head + R"("days_off":[{"date":"2026-02-30","name":"x"}]})";
        QTest::newRow("outside") << head + R"("days_off":[{"date":"2027-01-01","name":"x"}]})";
        QTest::newRow("twice") << head +
                                      R"("days_off":[{"date":"2026-01-01","name":"x"},
                                                     {"date":"2026-01-01","name":"y"}]})";
        QTest::newRow("off and worked") << head + R"("days_off":[{"date":"2026-01-03","name":"x"}],
                                                     "working_days":[{"date":"2026-01-03"}]})";
    }
    void whatIsNotUnderstoodIsRefused()
    {
        QFETCH(QByteArray, json);
        VERIFY_FAILS(WorkingCalendar::fromJson(json), ErrorCode::CatalogueInvalid);
    }
};

QTEST_APPLESS_MAIN(WorkingCalendarTest)
#include "tst_workingcalendar.moc"
