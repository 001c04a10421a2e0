// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "support/testsupport.h"
#include "sync/delivery.h"

#include <QTest>

#include <map>

using namespace sohoa;
using namespace sohoa::sync;
using namespace std::chrono_literals;

namespace {

const QDateTime now = fromIso(QStringLiteral("2026-11-20T08:30:00.000+07:00"));

DueItem due(qint64 id, qint64 bytes, int orderedSecondsAgo)
{
    return {id, bytes, now.addSecs(-orderedSecondsAgo)};
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

    void statesFollowOneAnotherAsTheTableSays();
    void longWaitingGoBeforeSmallBeforeGreat();
    void queueIsTriedAgainAtLeastEveryQuarterOfAnHour();
    void pauseOutlivesTheProgram();
    void onlyALineThatWasDownComesBackWithTheNetwork();
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

void DeliveryTest::statesFollowOneAnotherAsTheTableSays()
{
    using dossier::DeliveryState;
    using State = DeliveryState;
    using Step = DeliveryStep;
    const std::map<std::pair<State, Step>, State> table = {
        {{State::Waiting, Step::Begin}, State::Sending},
        {{State::Waiting, Step::GivenUp}, State::Refused},
        {{State::Refused, Step::Begin}, State::Sending},
        {{State::Sending, Step::Stored}, State::Confirming},
        {{State::Sending, Step::Failed}, State::Waiting},
        {{State::Sending, Step::Interrupted}, State::Waiting},
        {{State::Sending, Step::GivenUp}, State::Refused},
        {{State::Confirming, Step::ReadBack}, State::Confirmed},
        {{State::Confirming, Step::Failed}, State::Waiting},
        {{State::Confirming, Step::Interrupted}, State::Waiting},
        {{State::Confirming, Step::GivenUp}, State::Refused},
    };
    for (const State state :
         {State::Waiting, State::Sending, State::Confirming, State::Confirmed, State::Refused}) {
        for (const Step step :
             {Step::Begin, Step::Stored, Step::ReadBack, Step::Failed, Step::GivenUp, Step::Interrupted}) {
            const auto known = table.find({state, step});
            const std::optional<State> next = after(state, step);
            QVERIFY2(known == table.end() ? !next : next && *next == known->second,
                     qPrintable(dossier::toString(state) + QString::number(static_cast<int>(step))));
        }
    }
}

void DeliveryTest::longWaitingGoBeforeSmallBeforeGreat()
{
    constexpr int day = 24 * 3600;
    QCOMPARE(sendingOrder({due(1, 40'000'000, 2 * day), due(2, 30'000'000, 3600), due(3, 60'000, 1800),
                           due(4, smallPaper, 60), due(5, smallPaper + 1, 30), due(6, 60'000, day)},
                          now),
             (std::vector<qint64>{1, 6, 3, 4, 2, 5}));
    // The clock may have been set back: the order of ordering counts, not the time.
    QCOMPARE(sendingOrder({due(2, 10, 5), due(1, 10, 1)}, now), (std::vector<qint64>{1, 2}));
    QVERIFY(sendingOrder({}, now).empty());
}

void DeliveryTest::queueIsTriedAgainAtLeastEveryQuarterOfAnHour()
{
    std::optional<QueuePause> pause;
    for (int attempt = 1; attempt < 40; ++attempt) {
        pause = pausedBy(ErrorCode::WarehouseUnreachable, pause, now.addSecs(attempt), 1.0);
        QCOMPARE(pause->attempts, attempt);
        QCOMPARE(pause->since, now.addSecs(1));
        QCOMPARE(pause->until, now.addSecs(attempt).addMSecs(pauseAfter(attempt, 1.0).count()));
        QVERIFY(!pause->needsPerson);
    }
    // What only a person can set right is looked at again too: nobody tells us that it was.
    const QueuePause broken = pausedBy(ErrorCode::LogBroken, {}, now, 1.0);
    QCOMPARE(broken.until, now.addSecs(900));
    QVERIFY(broken.needsPerson);
}

void DeliveryTest::pauseOutlivesTheProgram()
{
    const QueuePause pause =
        pausedBy(ErrorCode::WarehouseFull, pausedBy(ErrorCode::WarehouseBusy, {}, now, 0.3), now, 0.7);
    QCOMPARE(queuePauseFrom(toText(pause)), std::optional(pause));
    for (const char* text :
         {"", "{}", "null", "[1]", "{\"cause\":\"Nonsense\",\"attempts\":1}",
          "{\"attempts\":3,\"cause\":\"WarehouseFull\",\"since\":\"x\",\"until\":\"y\"}"}) {
        QVERIFY2(!queuePauseFrom(QString::fromLatin1(text)), text);
    }
}

void DeliveryTest::onlyALineThatWasDownComesBackWithTheNetwork()
{
    QVERIFY(isOfTheLine(ErrorCode::WarehouseUnreachable));
    QVERIFY(isOfTheLine(ErrorCode::NetworkIntercepted));
    QVERIFY(!isOfTheLine(ErrorCode::WarehouseFull));
    QVERIFY(!isOfTheLine(ErrorCode::WarehouseKeyRefused));
}

QTEST_GUILESS_MAIN(DeliveryTest)
#include "tst_delivery.moc"
