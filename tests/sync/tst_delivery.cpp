// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "support/testsupport.h"
#include "sync/delivery.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::sync;
using namespace std::chrono_literals;

namespace {

const QDateTime now = fromIso(QStringLiteral("2026-11-20T08:30:00.000+07:00"));

DeliveryItem blob(qint64 id, const QString& sha256, int orderedSecondsAgo)
{
    DeliveryItem item;
    item.id = id;
    item.sha256 = sha256;
    item.since = now.addSecs(-orderedSecondsAgo);
    return item;
}

DeliveryItem entry(qint64 id, qint64 sequence, const QStringList& names)
{
    DeliveryItem item;
    item.id = id;
    item.isLogEntry = true;
    item.sequence = sequence;
    item.names = names;
    item.since = now.addSecs(-3600);
    return item;
}

} // namespace

class DeliveryTest : public QObject
{
    Q_OBJECT

private slots:
    void pauseDoublesUpToAQuarterOfAnHour();
    void pauseStaysWithinItsHalf_data();
    void pauseStaysWithinItsHalf();
    void commonCauseStopsTheQueue_data();
    void commonCauseStopsTheQueue();
    void whatPassesByItselfIsTriedAgain();
    void mismatchIsTriedThreeTimes();
    void whatOnlyAPersonCanMendIsNotTriedAgain();

    void blobsGoBeforeTheEntriesThatNameThem();
    void oldestBlobGoesFirst();
    void entryWaitsForItsBlobAndLaterEntriesForIt();
    void entryOfAStoppedBlobWaits();
    void pausedQueueSendsNothingAndSaysWhenItWakes();
    void wakesForTheNearestRetry();
    void nothingWaitingIsAnEmptyPlan();
};

void DeliveryTest::pauseDoublesUpToAQuarterOfAnHour()
{
    QCOMPARE(pauseAfter(1, 1.0), 1'000ms);
    QCOMPARE(pauseAfter(2, 1.0), 2'000ms);
    QCOMPARE(pauseAfter(10, 1.0), 512'000ms);
    QCOMPARE(pauseAfter(11, 1.0), 900'000ms);
    QCOMPARE(pauseAfter(1'000'000'000, 1.0), 900'000ms);
    QCOMPARE(pauseAfter(0, 1.0), 1'000ms);
    QCOMPARE(pauseAfter(-5, 1.0), 1'000ms);
}

void DeliveryTest::pauseStaysWithinItsHalf_data()
{
    QTest::addColumn<double>("random");
    for (const double random : {-1.0, 0.0, 0.25, 0.999, 1.0, 2.0}) {
        QTest::addRow("random %.3f", random) << random;
    }
}

void DeliveryTest::pauseStaysWithinItsHalf()
{
    QFETCH(const double, random);
    for (int attempts = 1; attempts < 64; ++attempts) {
        const auto pause = pauseAfter(attempts, random);
        QVERIFY(pause <= pauseAfter(attempts, 1.0));
        QVERIFY(pause >= pauseAfter(attempts, 1.0) / 2);
        QVERIFY(pause >= 500ms && pause <= longestPause);
    }
}

void DeliveryTest::commonCauseStopsTheQueue_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<bool>("queue");
    QTest::newRow("line down") << ErrorCode::WarehouseUnreachable << true;
    QTest::newRow("key revoked") << ErrorCode::WarehouseRefused << true;
    QTest::newRow("quota") << ErrorCode::WarehouseFull << true;
    QTest::newRow("wrong key") << ErrorCode::WarehouseKeyRefused << true;
    QTest::newRow("no bucket") << ErrorCode::WarehouseMissing << true;
    QTest::newRow("slow down") << ErrorCode::WarehouseBusy << true;
    QTest::newRow("sent elsewhere") << ErrorCode::WarehouseMoved << true;
    QTest::newRow("certificate") << ErrorCode::WarehouseNotTrusted << true;
    QTest::newRow("nonsense") << ErrorCode::WarehouseAnswerInvalid << true;
    QTest::newRow("captive portal") << ErrorCode::NetworkIntercepted << true;
    QTest::newRow("clock") << ErrorCode::ClockWrong << true;
    QTest::newRow("no key") << ErrorCode::KeyMissing << true;
    QTest::newRow("log broken") << ErrorCode::LogBroken << true;
    QTest::newRow("other content there") << ErrorCode::WarehouseConflict << false;
    QTest::newRow("read back differs") << ErrorCode::WarehouseMismatch << false;
    QTest::newRow("local file gone") << ErrorCode::VaultFileMissing << false;
    QTest::newRow("local file damaged") << ErrorCode::VaultFileDamaged << false;
}

void DeliveryTest::commonCauseStopsTheQueue()
{
    QFETCH(const ErrorCode, code);
    QFETCH(const bool, queue);
    QCOMPARE(reachOf(code) == Reach::Queue, queue);
    QCOMPARE(nextTry(1, code, now, 0.5).reach, reachOf(code));
    // What the whole warehouse answers stops the whole queue, and is asked again by itself.
    QVERIFY(!isWarehouseAway(code) || (queue && nextTry(9, code, now, 0.5).nextTry.has_value()));
}

void DeliveryTest::whatPassesByItselfIsTriedAgain()
{
    QCOMPARE(nextTry(3, ErrorCode::WarehouseUnreachable, now, 1.0),
             (Decision{Reach::Queue, now.addSecs(4), false}));
    // Space and rights come back without anybody telling us, so we ask, and the screen asks a person.
    QCOMPARE(nextTry(50, ErrorCode::WarehouseFull, now, 1.0),
             (Decision{Reach::Queue, now.addSecs(900), true}));
    QCOMPARE(nextTry(50, ErrorCode::WarehouseRefused, now, 0.0),
             (Decision{Reach::Queue, now.addSecs(450), true}));
}

void DeliveryTest::mismatchIsTriedThreeTimes()
{
    QVERIFY(nextTry(1, ErrorCode::WarehouseMismatch, now, 0.0).nextTry.has_value());
    QVERIFY(nextTry(2, ErrorCode::WarehouseMismatch, now, 0.0).nextTry.has_value());
    QCOMPARE(nextTry(3, ErrorCode::WarehouseMismatch, now, 0.0), (Decision{Reach::Item, {}, true}));
}

void DeliveryTest::whatOnlyAPersonCanMendIsNotTriedAgain()
{
    QCOMPARE(nextTry(1, ErrorCode::WarehouseConflict, now, 0.0), (Decision{Reach::Item, {}, true}));
    QCOMPARE(nextTry(1, ErrorCode::VaultFileDamaged, now, 0.0), (Decision{Reach::Item, {}, true}));
    QCOMPARE(nextTry(1, ErrorCode::WarehouseNotConfigured, now, 0.0), (Decision{Reach::Queue, {}, true}));
}

void DeliveryTest::blobsGoBeforeTheEntriesThatNameThem()
{
    const auto plan =
        planDelivery({entry(1, 7, {QStringLiteral("a")}), blob(2, QStringLiteral("a"), 5)}, now);
    QCOMPARE(plan, (DeliveryPlan{{2, 1}, {}}));
}

void DeliveryTest::oldestBlobGoesFirst()
{
    const auto plan = planDelivery({blob(1, QStringLiteral("a"), 5), blob(2, QStringLiteral("b"), 50),
                                    blob(4, QStringLiteral("c"), 20), blob(3, QStringLiteral("d"), 20)},
                                   now);
    QCOMPARE(plan.due, (std::vector<qint64>{2, 3, 4, 1}));
}

void DeliveryTest::entryWaitsForItsBlobAndLaterEntriesForIt()
{
    DeliveryItem waiting = blob(1, QStringLiteral("a"), 5);
    waiting.notBefore = now.addSecs(30);
    const auto plan = planDelivery(
        {waiting, entry(4, 9, {}), entry(3, 8, {QStringLiteral("a")}), entry(2, 7, {QStringLiteral("b")})},
        now);
    QCOMPARE(plan, (DeliveryPlan{{2}, now.addSecs(30)}));
}

void DeliveryTest::entryOfAStoppedBlobWaits()
{
    DeliveryItem stopped = blob(1, QStringLiteral("a"), 5);
    stopped.stopped = true;
    const auto plan =
        planDelivery({stopped, blob(2, QStringLiteral("b"), 1), entry(3, 8, {QStringLiteral("a")})}, now);
    QCOMPARE(plan, (DeliveryPlan{{2}, {}}));
}

void DeliveryTest::pausedQueueSendsNothingAndSaysWhenItWakes()
{
    const std::vector<DeliveryItem> items = {blob(1, QStringLiteral("a"), 5)};
    QCOMPARE(planDelivery(items, now, now.addSecs(10)), (DeliveryPlan{{}, now.addSecs(10)}));
    QCOMPARE(planDelivery(items, now, now), (DeliveryPlan{{1}, {}}));
}

void DeliveryTest::wakesForTheNearestRetry()
{
    DeliveryItem late = blob(1, QStringLiteral("a"), 5);
    late.notBefore = now.addSecs(60);
    DeliveryItem soon = blob(2, QStringLiteral("b"), 5);
    soon.notBefore = now.addSecs(20);
    DeliveryItem due = blob(3, QStringLiteral("c"), 5);
    due.notBefore = now;
    QCOMPARE(planDelivery({late, soon, due}, now), (DeliveryPlan{{3}, now.addSecs(20)}));
}

void DeliveryTest::nothingWaitingIsAnEmptyPlan()
{
    QCOMPARE(planDelivery({}, now, now.addSecs(10)), DeliveryPlan{});
}

QTEST_GUILESS_MAIN(DeliveryTest)
#include "tst_delivery.moc"
