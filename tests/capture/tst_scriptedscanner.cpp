// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "scriptedscanner.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::test;
using capture::ScanEnd;

class ScriptedScannerTest : public QObject
{
    Q_OBJECT

private slots:
    void jamOnPageSixGivesFivePagesAndThenTheJam();
    void emptyFeederAfterAPageIsANormalEnd();
    void emptyFeederAtOnceIsAnError();
    void sinkThatFailsStopsTheFeeder();
    void stopLeavesTheRestInTheFeeder();

private:
    static capture::ScanSettings feeder()
    {
        capture::ScanSettings settings;
        settings.source = capture::PaperSource::Feeder;
        return settings;
    }
};

void ScriptedScannerTest::jamOnPageSixGivesFivePagesAndThenTheJam()
{
    ScriptedScanner scanner;
    scanner.pages.assign(9, "page");
    scanner.troubleAfter = 5;
    int taken = 0;
    const auto result = scanner.scan(
        feeder(), [&](const capture::ScannedPage& page) -> Status { return taken = page.number, Status(); },
        {});
    VERIFY_FAILS(result, ErrorCode::ScannerJam);
    QCOMPARE(taken, 5);
}

void ScriptedScannerTest::emptyFeederAfterAPageIsANormalEnd()
{
    ScriptedScanner scanner;
    scanner.pages.assign(3, "page");
    const auto result = scanner.scan(feeder(), [](const auto&) { return Status(); }, {});
    VERIFY_OK(result);
    QCOMPARE(*result, (capture::ScanSummary{3, ScanEnd::OutOfPaper}));
}

void ScriptedScannerTest::emptyFeederAtOnceIsAnError()
{
    ScriptedScanner scanner;
    VERIFY_FAILS(scanner.scan(feeder(), [](const auto&) { return Status(); }, {}),
                 ErrorCode::ScannerOutOfPaper);
}

void ScriptedScannerTest::sinkThatFailsStopsTheFeeder()
{
    ScriptedScanner scanner;
    scanner.pages.assign(9, "page");
    const auto result = scanner.scan(feeder(),
                                     [](const capture::ScannedPage& page) -> Status {
                                         return page.number < 3 ? Status() : failure(ErrorCode::DiskFull);
                                     },
                                     {});
    VERIFY_FAILS(result, ErrorCode::DiskFull);
    QCOMPARE(scanner.fed, 3);
}

void ScriptedScannerTest::stopLeavesTheRestInTheFeeder()
{
    ScriptedScanner scanner;
    scanner.pages.assign(9, "page");
    StopSource stop;
    scanner.beforePage = [&](int number) {
        if (number == 5) {
            stop.request_stop();
        }
    };
    const auto result = scanner.scan(
        feeder(), [](const auto&) { return Status(); }, stop.get_token());
    VERIFY_OK(result);
    QCOMPARE(*result, (capture::ScanSummary{4, ScanEnd::Stopped}));
    QCOMPARE(scanner.fed, 4);
}

QTEST_GUILESS_MAIN(ScriptedScannerTest)
#include "tst_scriptedscanner.moc"
