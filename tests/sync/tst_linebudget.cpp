// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "support/testsupport.h"
#include "sync/linebudget.h"

#include <QTest>

#include <chrono>

using namespace sohoa::sync;
using namespace std::chrono_literals;

class TestLineBudget : public QObject
{
    Q_OBJECT

private slots:
    void withoutALimitEverythingGoes()
    {
        TokenBucket bucket;
        QCOMPARE(bucket.take(1'000'000'000, 0ms), 1'000'000'000);
        QCOMPARE(bucket.take(-5, 0ms), 0);
        QVERIFY(!LineBudget().allowance());
    }

    void overALongTimeNoMoreGoesThanTheRate_data()
    {
        QTest::addColumn<int>("rate");
        QTest::newRow("32 kbit/s") << 4'000;
        QTest::newRow("256 kbit/s") << 32'000;
        QTest::newRow("100 Mbit/s") << 12'500'000;
    }

    void overALongTimeNoMoreGoesThanTheRate()
    {
        QFETCH(int, rate);
        TokenBucket bucket;
        bucket.setRate(rate);
        qint64 given = 0;
        // Several connections ask by turns, each twenty times a second.
        for (TokenBucket::Time now = 0ms; now < 60s; now += 50ms) {
            for (int connection = 0; connection < 4; ++connection) {
                given += bucket.take(10'000'000, now);
            }
        }
        QVERIFY2(given <= 60LL * rate, qPrintable(QString::number(given)));
        QVERIFY2(given >= 59LL * rate, qPrintable(QString::number(given))); // and hardly less
    }

    void aSilentMinuteIsNotSavedUp()
    {
        TokenBucket bucket;
        bucket.setRate(100'000);
        static_cast<void>(bucket.take(1, 0ms));
        QCOMPARE(bucket.take(10'000'000, 60s), 25'000);
        QCOMPARE(bucket.take(10'000'000, 60s), 0);
    }

    void theLastBytesOfABodyNeedNoWholePacket()
    {
        TokenBucket bucket;
        bucket.setRate(4'000);
        static_cast<void>(bucket.take(1, 0ms));
        QCOMPARE(bucket.take(5'000, 20ms), 0); // 80 bytes are worth no packet
        QCOMPARE(bucket.take(40, 20ms), 40);
    }

    void aClockThatGoesBackGivesNothing()
    {
        TokenBucket bucket;
        bucket.setRate(100'000);
        static_cast<void>(bucket.take(10'000'000, 10s));
        static_cast<void>(bucket.take(10'000'000, 11s));
        QCOMPARE(bucket.take(10'000'000, 5s), 0);
        QCOMPARE(bucket.take(10'000'000, 11s), 0);
        QCOMPARE(bucket.take(10'000'000, 12s), 25'000);
    }

    void allTakeFromOne()
    {
        LineBudget line;
        line.setKbitPerSecond(32);
        const auto first = line.allowance();
        const auto second = line.allowance();
        QVERIFY(first && second);
        line.setKbitPerSecond(0); // holds at once for who has it
        QCOMPARE(first(1'000'000), 1'000'000);
        QVERIFY(!line.allowance());
    }
};

QTEST_GUILESS_MAIN(TestLineBudget)
#include "tst_linebudget.moc"
