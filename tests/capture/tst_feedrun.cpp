// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/feedrun.h"
#include "scriptedscanner.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::capture;
using namespace sohoa::test;

class FeedRunTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void stackInOneRound();
    void orderIsKeptAfterAJam();
    void frontWithoutItsBackComesAgain();
    void incompletePageComesAgain();
    void shortPageInTheMiddleDoesNot();
    void emptyFeederAfterAFaultIsTheEnd();
    void emptyFeederAtOnceIsAFault();
    void emptyFeederIsTheEndOfAStackThatWasFedBefore();
    void numbersThatJumpAreHandedOn();
    void stopCanBeGoneOnFrom();
    void limitIsThatOfAllRounds();
    void faultOfTheSinkIsTold();
    void whatCannotBePutRightIsSaid();

private:
    PageSink keep()
    {
        return [this](const ScannedPage& page) -> Status {
            m_numbers.push_back(page.number);
            m_content.push_back(page.bytes);
            return {};
        };
    }
    static ScanSettings fronts()
    {
        ScanSettings settings;
        settings.source = PaperSource::Feeder;
        return settings;
    }
    static ScanSettings both()
    {
        ScanSettings settings;
        settings.source = PaperSource::FeederDuplex;
        return settings;
    }

    ScriptedScanner m_scanner;
    std::vector<int> m_numbers;
    std::vector<QByteArray> m_content;
};

void FeedRunTest::init()
{
    m_scanner = ScriptedScanner();
    for (int i = 1; i <= 8; ++i) {
        m_scanner.pages.push_back("page " + QByteArray::number(i));
    }
    m_numbers.clear();
    m_content.clear();
}

void FeedRunTest::stackInOneRound()
{
    FeedRun run(m_scanner, both());
    const FeedReport report = run.feed(keep(), {});
    QCOMPARE(report, (FeedReport{8, 8, 4, ScanEnd::OutOfPaper}));
}

void FeedRunTest::orderIsKeptAfterAJam()
{
    m_scanner.troubleAfter = 4;
    FeedRun run(m_scanner, both());
    FeedReport report = run.feed(keep(), {});
    QVERIFY(!report.ended && report.fault->code == ErrorCode::ScannerJam);
    QCOMPARE(report.pages, 4);
    QCOMPARE(report.sheets, 2);
    QVERIFY(report.comeAgain.empty());
    QVERIFY(report.canGoOn);
    m_scanner.troubleAfter = -1;
    report = run.feed(keep(), {});
    QCOMPARE(report, (FeedReport{4, 8, 4, ScanEnd::OutOfPaper}));
    QCOMPARE(m_numbers, (std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8}));
    QCOMPARE(m_content, m_scanner.pages);
}

void FeedRunTest::frontWithoutItsBackComesAgain()
{
    m_scanner.troubleAfter = 5;
    FeedRun run(m_scanner, both());
    FeedReport report = run.feed(keep(), {});
    QCOMPARE(report.sheets, 2);
    QCOMPARE(report.comeAgain, std::vector<int>{5});
    // The clerk feeds sheet 3 again.
    m_scanner.fed = 4;
    m_scanner.troubleAfter = -1;
    report = run.feed(keep(), {});
    QCOMPARE(report.total, 9);
    QCOMPARE(report.sheets, 4);
    QCOMPARE(m_content[4], m_content[5]);
    QCOMPARE(m_numbers[5], 6);
}

void FeedRunTest::incompletePageComesAgain()
{
    m_scanner.incompletePage = 6;
    m_scanner.troubleAfter = 6;
    FeedRun run(m_scanner, both());
    const FeedReport report = run.feed(keep(), {});
    QCOMPARE(report.pages, 6);
    QCOMPARE(report.sheets, 2);
    QCOMPARE(report.comeAgain, (std::vector<int>{5, 6}));
}

void FeedRunTest::shortPageInTheMiddleDoesNot()
{
    m_scanner.incompletePage = 2;
    m_scanner.troubleAfter = 4;
    FeedRun run(m_scanner, fronts());
    const FeedReport report = run.feed(keep(), {});
    QCOMPARE(report.sheets, 4);
    QVERIFY(report.comeAgain.empty());
}

void FeedRunTest::emptyFeederAfterAFaultIsTheEnd()
{
    m_scanner.pages.resize(3);
    m_scanner.troubleAfter = 3; // a cover opened when all was done
    FeedRun run(m_scanner, fronts());
    QVERIFY(run.feed(keep(), {}).fault.has_value());
    m_scanner.troubleAfter = -1;
    const FeedReport report = run.feed(keep(), {});
    QCOMPARE(report, (FeedReport{0, 3, 3, ScanEnd::OutOfPaper}));
}

void FeedRunTest::emptyFeederAtOnceIsAFault()
{
    m_scanner.pages.clear();
    FeedRun run(m_scanner, fronts());
    const FeedReport report = run.feed(keep(), {});
    QVERIFY(report.fault && report.fault->code == ErrorCode::ScannerOutOfPaper);
    QVERIFY(report.canGoOn);
}

void FeedRunTest::emptyFeederIsTheEndOfAStackThatWasFedBefore()
{
    m_scanner.pages.clear();
    FeedRun run(m_scanner, fronts());
    run.goOnFromBefore();
    const FeedReport report = run.feed(keep(), {});
    QVERIFY(!report.fault);
    QCOMPARE(report.ended, std::optional(ScanEnd::OutOfPaper));
}

void FeedRunTest::numbersThatJumpAreHandedOn()
{
    class Jumping final : public Scanner
    {
    public:
        Result<std::vector<ScannerInfo>> list(const StopToken&) override { return {}; }
        Result<ScanSummary> scan(const ScanSettings&, const PageSink& sink, const StopToken&) override
        {
            for (const int number : {1, 3, 3}) {
                SOHOA_TRY(
                    sink({"page", dossier::PageFormat::Jpeg, number, false, QStringLiteral("jumping")}));
            }
            return ScanSummary{3, ScanEnd::OutOfPaper};
        }
    };
    Jumping scanner;
    FeedRun run(scanner, fronts());
    const FeedReport report = run.feed(keep(), {});
    QCOMPARE(report.total, 3);
    QCOMPARE(m_numbers, (std::vector<int>{1, 3, 3}));
}

void FeedRunTest::stopCanBeGoneOnFrom()
{
    StopSource stop;
    m_scanner.beforePage = [&](int number) {
        if (number == 4) {
            stop.request_stop();
        }
    };
    FeedRun run(m_scanner, both());
    FeedReport report = run.feed(keep(), stop.get_token());
    QVERIFY(report.ended == ScanEnd::Stopped && report.canGoOn);
    QCOMPARE(report.total, 3);
    QCOMPARE(report.comeAgain, std::vector<int>{3});
    m_scanner.beforePage = {};
    report = run.feed(keep(), {});
    QCOMPARE(report.total, 8);
    QCOMPARE(m_content, m_scanner.pages);
}

void FeedRunTest::limitIsThatOfAllRounds()
{
    ScanSettings settings = fronts();
    settings.pageLimit = 5;
    m_scanner.troubleAfter = 3;
    FeedRun run(m_scanner, settings);
    QVERIFY(run.feed(keep(), {}).fault.has_value());
    m_scanner.troubleAfter = -1;
    FeedReport report = run.feed(keep(), {});
    QVERIFY(report.ended == ScanEnd::Limit);
    QCOMPARE(report.total, 5);
    report = run.feed(keep(), {});
    QVERIFY(report.ended == ScanEnd::Limit);
    QCOMPARE(m_scanner.fed, 5);
}

void FeedRunTest::faultOfTheSinkIsTold()
{
    FeedRun run(m_scanner, fronts());
    const FeedReport report = run.feed(
        [](const ScannedPage& page) -> Status {
            return page.number < 3 ? Status() : failure(ErrorCode::DiskFull);
        },
        {});
    QVERIFY(report.fault && report.fault->code == ErrorCode::DiskFull);
    QCOMPARE(report.total, 2);
    QVERIFY(report.canGoOn);
}

void FeedRunTest::whatCannotBePutRightIsSaid()
{
    for (const ErrorCode code : {ErrorCode::ScannerCannot, ErrorCode::ScannerRefused,
                                 ErrorCode::ScannerNotTrusted, ErrorCode::DatabaseDamaged}) {
        m_scanner.troubleAfter = 0;
        m_scanner.trouble = {code, {}};
        FeedRun run(m_scanner, fronts());
        QVERIFY(!run.feed(keep(), {}).canGoOn);
    }
}

QTEST_GUILESS_MAIN(FeedRunTest)
#include "tst_feedrun.moc"
