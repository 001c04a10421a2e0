// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "journey/deliveryhome.h"
#include "support/testsupport.h"

#include <QElapsedTimer>
#include <QTest>

using namespace sohoa;
using namespace sohoa::test;
using namespace std::chrono_literals;

/// The line of a commune in the mountains: 256 kbit/s, 600 ms there and back, connections that are reset
/// after 6 MB, each ninth answer lost after the server did what was asked, nothing comes over in 30 of 120
/// seconds. A paper of 20 MB arrives, and three small ones before it.
///
/// SOHOA_HASTE says how many times faster everything of it goes (60; 1 is the line as it is, and takes an
/// hour).
class TestMountainLine : public QObject
{
    Q_OBJECT

private slots:
    void aLargePaperArrives();
};

void TestMountainLine::aLargePaperArrives()
{
    std::optional<RgwServer> server = RgwServer::find();
    if (!server) {
        QSKIP("no RADOS Gateway was started");
    }
    const int haste = asked("SOHOA_HASTE", 60);
    LineRelay::Line line;
    line.bytesPerSecond = 256'000 / 8 * haste;
    line.delay = 300ms / haste;
    line.resetAfter = 6'000'000;
    line.loseEveryAnswer = 9;
    line.upFor = 90'000ms / haste;
    line.downFor = 30'000ms / haste;
    DeliveryHome home(*server, line);
    constexpr qint64 largePaper = 20'000'000;
    home.addPaper(largePaper, 1);
    for (quint32 seed = 2; seed <= 4; ++seed) {
        home.addPaper(120'000, seed);
    }
    QElapsedTimer clock;
    clock.start();
    int runs = 0;
    constexpr int mostRuns = 30;
    while (runs < mostRuns && (home.lastExit() != 0 || !home.isEverythingConfirmed())) {
        home.deliver();
        ++runs;
    }
    const LineRelay::Figures& figures = home.relay().figures();
    const double share = static_cast<double>(figures.partsUp) / static_cast<double>(largePaper);
    qInfo("%d times faster: %lld s in %d runs, %d connections, %d cut, %d outages; of the large paper %.3f "
          "times its "
          "bytes were sent, of everything %.3f times",
          haste, clock.elapsed() / 1000, runs, figures.connections.load(), figures.cuts.load(),
          figures.outages.load(), share, static_cast<double>(figures.up) / static_cast<double>(home.bytes()));
    QCOMPARE(home.lastExit(), 0);
    QVERIFY(figures.cuts > 0 && figures.outages > 0);
    // Each cut costs at most the part that was under way.
    constexpr double part = 8.0 * 1024 * 1024;
    QVERIFY(static_cast<double>(figures.partsUp) <= largePaper + part * figures.cuts);
    home.check();
}

int main(int argc, char** argv)
{
    qputenv("QTEST_FUNCTION_TIMEOUT", "14400000"); // the line as it is takes longer than Qt Test gives
    const QCoreApplication application(argc, argv);
    TestMountainLine test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_mountainline.moc"
