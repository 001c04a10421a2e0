// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "support/fixedclock.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;

class ClockTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { qunsetenv("SOURCE_DATE_EPOCH"); }

    void timeIsWrittenWithTheOffsetOfVietNam()
    {
        const QDateTime time(QDate(2026, 11, 22), QTime(1, 30), Qt::UTC);
        QCOMPARE(toIso(time), QStringLiteral("2026-11-22T08:30:00.000+07:00"));
        QCOMPARE(fromIso(toIso(time)), time);
        QCOMPARE(fromIso(toIso(time)).offsetFromUtc(), 7 * 3600);
        QCOMPARE(fromIso(QStringLiteral("2026-11-22T01:30:00Z")), time);
    }

    void textThatIsNoTimeIsInvalid()
    {
        QVERIFY(!fromIso(QString()).isValid());
        // Another moment on every machine.
        QVERIFY(!fromIso(QStringLiteral("2026-11-22T08:30:00.000")).isValid());
        QVERIFY(!fromIso(QStringLiteral("22/11/2026")).isValid());
        QVERIFY(!fromIso(QStringLiteral("2026-02-30T00:00:00.000+07:00")).isValid());
    }

    void environmentHoldsTheClockStill()
    {
        qputenv("SOURCE_DATE_EPOCH", "1795311000");
        QCOMPARE(toIso(SystemClock().now()), QStringLiteral("2026-11-22T08:30:00.000+07:00"));
        qputenv("SOURCE_DATE_EPOCH", "soon");
        const qint64 off = SystemClock().now().msecsTo(QDateTime::currentDateTimeUtc());
        QVERIFY2(off >= 0 && off < 60000, qPrintable(QString::number(off)));
    }

    void fixedClockMovesOnlyWhenTold()
    {
        test::FixedClock clock;
        const QDateTime before = clock.now();
        QCOMPARE(clock.now(), before);
        clock.advance(60);
        QCOMPARE(before.secsTo(clock.now()), 60);
    }
};

QTEST_APPLESS_MAIN(ClockTest)
#include "tst_clock.moc"
