// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "journey/deliveryhome.h"
#include "support/testsupport.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace sohoa;
using namespace sohoa::test;
using namespace std::chrono_literals;

namespace {

/// Sizes of papers as they are, and some that are large: 60 KB to 30 MB.
qint64 sizeOf(QRandomGenerator& random)
{
    const auto between = [&random](qint64 least, qint64 most) {
        return least + static_cast<qint64>(random.generateDouble() * static_cast<double>(most - least));
    };
    const int kind = random.bounded(1000);
    return kind < 965   ? between(60'000, 200'000)
           : kind < 990 ? between(200'000, 4'000'000)
                        : between(8'000'000, 30'000'000);
}

constexpr qint64 large = 8'000'000;

} // namespace

/// Papers are delivered to a real engine while the program is killed, and the engine is killed, frozen and
/// away: every paper arrives once, and what was confirmed is not sent again.
///
/// SOHOA_PAPERS and SOHOA_KILLS say how many (killdelivery.sh: 10,000 and 50), SOHOA_SEED repeats sizes and
/// instants.
class TestKilledDelivery : public QObject
{
    Q_OBJECT

private slots:
    void everythingArrivesOnce();
};

void TestKilledDelivery::everythingArrivesOnce()
{
    std::optional<RgwServer> server = RgwServer::find();
    if (!server) {
        QSKIP("no RADOS Gateway was started");
    }
    const int kills = asked("SOHOA_KILLS", 6);
    const auto seed = static_cast<quint32>(
        asked("SOHOA_SEED", static_cast<int>(QRandomGenerator::global()->bounded(1, 1'000'000'000))));
    QRandomGenerator random(seed);
    LineRelay::Line line;
    line.bytesPerSecond = asked("SOHOA_RATE", 3'000'000);
    DeliveryHome home(*server, line);
    qint64 largeBytes = 0;
    const int papers = asked("SOHOA_PAPERS", 150);
    for (int number = 0; number < papers; ++number) {
        const qint64 bytes = sizeOf(random);
        home.addPaper(bytes, random.generate());
        largeBytes += bytes >= large ? bytes : 0;
    }
    qInfo("seed %u: %d papers, %lld bytes, %lld of them in papers over 8 MB", seed, papers, home.bytes(),
          largeBytes);

    QElapsedTimer clock;
    clock.start();
    // Read back as well as sent: so long an undisturbed run takes at least. The kills are spread over most of
    // it.
    const qint64 whole = 2 * home.bytes() * 1000 / line.bytesPerSecond;
    const int longest = static_cast<int>(std::max<qint64>(500, whole * 8 / 10 / kills));
    int done = 0;
    int gateways = 0;
    int frozen = 0;
    int outages = 0;
    for (int run = 0; done < kills && run < 20 * kills; ++run) {
        if (home.isEverythingConfirmed()) {
            break;
        }
        switch (run % 5) {
        case 1:
            server->killGateway();
            ++gateways;
            break;
        case 2:
            server->freezeGateway(true);
            ++frozen;
            break;
        case 3:
            home.relay().setDown(true);
            ++outages;
            break;
        default:
            break;
        }
        const auto instant = std::chrono::milliseconds(150 + random.bounded(longest));
        done += home.deliver(instant) ? 1 : 0;
        home.relay().setDown(false);
        server->freezeGateway(false);
        QVERIFY(server->startAgain());
    }
    QVERIFY2(done >= kills, "everything arrived before it was killed often enough: more papers are needed");
    for (int run = 0; run < 5 && home.lastExit() != 0; ++run) {
        home.deliver();
    }
    QCOMPARE(home.lastExit(), 0);
    const LineRelay::Figures& figures = home.relay().figures();
    const auto times = [](qint64 sent, qint64 stored) {
        return stored > 0 ? static_cast<double>(sent) / static_cast<double>(stored) : 1;
    };
    const double largeRatio = times(figures.partsUp, largeBytes);
    qInfo("%d kills, gateway killed %d times, frozen %d, line away %d, in %lld s; sent %.3f times what is "
          "stored, "
          "of large papers %.3f times",
          done, gateways, frozen, outages, clock.elapsed() / 1000, times(figures.up, home.bytes()),
          largeRatio);
    // A part that is under way when the program is killed goes again. In the short form there is a kill for
    // every few papers, so that only the long one says something about the share.
    constexpr int papersPerKill = 200;
    if (papers >= papersPerKill * kills) {
        QVERIFY(largeRatio <= 1.1);
    }
    const qint64 before = figures.up;
    home.deliver();
    QCOMPARE(home.lastExit(), 0);
    constexpr qint64 questions = 64 * 1024;
    QVERIFY(figures.up - before < questions); // nothing is sent again
    home.check();
}

// A long run takes longer than Qt Test gives a function; CTest has a limit of its own.
int main(int argc, char** argv)
{
    qputenv("QTEST_FUNCTION_TIMEOUT", "14400000");
    const QCoreApplication application(argc, argv);
    TestKilledDelivery test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killeddelivery.moc"
