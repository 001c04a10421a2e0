// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/processscanner.h"
#include "support/testsupport.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace sohoa;
using namespace sohoa::capture;
using namespace std::chrono_literals;

class ProcessScannerTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void pagesArriveWholeAndInOrder();
    void errorsOfTheHelperArriveAfterItsPages_data();
    void errorsOfTheHelperArriveAfterItsPages();
    void crashAndSilenceAreALostScannerAndPagesStay_data();
    void crashAndSilenceAreALostScannerAndPagesStay();
    void pagesInPiecesArriveWhole();
    void partOfAPageIsKeptWhenTheDriverDies();
    void driverThatIsAliveAndNeverDoneCostsOnePage();
    void paperIsWaitedFor();
    void noSheetIsFedAfterTheSinkFailed();
    void stopEndsTheScanAfterThePageThatWasTaken();
    void hungDriverIsEndedSoonAfterStop();
    void missingHelperIsAFailure();
    void stopBeforeTheStartFeedsNothing();

private:
    ProcessScanner scanner(ProcessScanner::Patience patience = {60s, 60s})
    {
        return {QStringLiteral(FAKE_HELPER), patience, {QStringLiteral("FAKE_FED=") + fedFile()}};
    }
    static ScanSettings script(const QString& text)
    {
        ScanSettings settings;
        settings.scannerId = text;
        settings.source = PaperSource::Feeder;
        return settings;
    }
    PageSink keep()
    {
        return [this](const ScannedPage& page) -> Status {
            m_pages.push_back(page);
            return {};
        };
    }
    [[nodiscard]] QString fedFile() const { return m_folder->filePath(QStringLiteral("fed")); }
    [[nodiscard]] qint64 fed() const { return QFile(fedFile()).size(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<ScannedPage> m_pages;
};

void ProcessScannerTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_pages.clear();
}

void ProcessScannerTest::pagesArriveWholeAndInOrder()
{
    const auto result = scanner().scan(script(QStringLiteral("pages=4 then=empty")), keep(), {});
    VERIFY_OK(result);
    QCOMPARE(*result, (ScanSummary{4, ScanEnd::OutOfPaper}));
    QCOMPARE(m_pages.size(), 4U);
    for (int i = 0; i < 4; ++i) {
        const ScannedPage& page = m_pages[static_cast<std::size_t>(i)];
        QCOMPARE(page.number, i + 1);
        QCOMPARE(page.bytes, QByteArray(100000, static_cast<char>('b' + i)));
    }
}

void ProcessScannerTest::errorsOfTheHelperArriveAfterItsPages_data()
{
    QTest::addColumn<ErrorCode>("code");
    for (const ErrorCode code :
         {ErrorCode::ScannerDoubleFeed, ErrorCode::ScannerLocked, ErrorCode::ScannerCannot,
          ErrorCode::ScannerRefused, ErrorCode::ScannerJam, ErrorCode::ScannerCoverOpen,
          ErrorCode::ScannerBusy, ErrorCode::ScannerLost, ErrorCode::ScannerNotFound}) {
        QTest::newRow(qPrintable(toString(code))) << code;
    }
}

void ProcessScannerTest::errorsOfTheHelperArriveAfterItsPages()
{
    QFETCH(ErrorCode, code);
    const auto result = scanner().scan(script(QStringLiteral("pages=5 then=") + toString(code)), keep(), {});
    VERIFY_FAILS(result, code);
    QCOMPARE(m_pages.size(), 5U);
}

void ProcessScannerTest::crashAndSilenceAreALostScannerAndPagesStay_data()
{
    QTest::addColumn<QString>("then");
    QTest::addColumn<int>("kept"); // of 3
    QTest::newRow("crash") << QStringLiteral("crash") << 3;
    QTest::newRow("crash inside a page") << QStringLiteral("crash-inside") << 2;
    QTest::newRow("end without a word") << QStringLiteral("exit") << 3;
    QTest::newRow("silence") << QStringLiteral("hang") << 3;
    QTest::newRow("garbage") << QStringLiteral("garbage") << 3;
}

void ProcessScannerTest::crashAndSilenceAreALostScannerAndPagesStay()
{
    QFETCH(QString, then);
    QFETCH(int, kept);
    const ProcessScanner::Patience patience{then == QLatin1String("hang") ? 4000ms : 60000ms, 60s};
    const auto result = scanner(patience).scan(script(QStringLiteral("pages=3 then=") + then), keep(), {});
    VERIFY_FAILS(result, ErrorCode::ScannerLost);
    QCOMPARE(m_pages.size(), static_cast<std::size_t>(kept));
}

void ProcessScannerTest::pagesInPiecesArriveWhole()
{
    const auto result = scanner().scan(script(QStringLiteral("pages=3 then=pieces")), keep(), {});
    VERIFY_OK(result);
    QCOMPARE(m_pages.size(), 3U);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(m_pages[static_cast<std::size_t>(i)].bytes, QByteArray(100000, static_cast<char>('b' + i)));
    }
}

void ProcessScannerTest::partOfAPageIsKeptWhenTheDriverDies()
{
    const auto result = scanner().scan(script(QStringLiteral("pages=3 then=crash-in-pieces")), keep(), {});
    VERIFY_FAILS(result, ErrorCode::ScannerLost);
    QCOMPARE(m_pages.size(), 3U);
    QVERIFY(!m_pages[1].incomplete);
    QVERIFY(m_pages[2].incomplete);
    QCOMPARE(m_pages[2].number, 3);
    QVERIFY(m_pages[2].bytes.startsWith("\x89PNG"));
    QVERIFY(m_pages[2].bytes.endsWith(QByteArray(5000, 'x')));
}

void ProcessScannerTest::driverThatIsAliveAndNeverDoneCostsOnePage()
{
    const auto result =
        scanner({60s, 60s, 4s}).scan(script(QStringLiteral("pages=2 then=crawl-in-pieces")), keep(), {});
    VERIFY_FAILS(result, ErrorCode::ScannerLost);
    QCOMPARE(m_pages.size(), 2U);
    QVERIFY(m_pages[1].incomplete);
}

void ProcessScannerTest::paperIsWaitedFor()
{
    const auto wait = PaperWait::There;
    VERIFY_OK(scanner().waitForPaper(QStringLiteral("paper"), wait, {}));
    VERIFY_FAILS(scanner().waitForPaper(QStringLiteral("blind"), wait, {}), ErrorCode::ScannerCannot);
    StopSource stop;
    stop.request_stop();
    VERIFY_FAILS(scanner().waitForPaper(QStringLiteral("nothing"), wait, stop.get_token()),
                 ErrorCode::Cancelled);
    // What is waited for arrives in the helper.
    VERIFY_OK(scanner().waitForPaper(QStringLiteral("put-in-only"), PaperWait::PutIn, {}));
    VERIFY_FAILS(scanner().waitForPaper(QStringLiteral("put-in-only"), wait, {}), ErrorCode::ScannerCannot);
}

void ProcessScannerTest::noSheetIsFedAfterTheSinkFailed()
{
    const auto result = scanner().scan(script(QStringLiteral("pages=9 then=empty")),
                                       [](const ScannedPage& page) -> Status {
                                           return page.number < 3
                                                      ? Status()
                                                      : failure(ErrorCode::DiskFull, QStringLiteral("test"));
                                       },
                                       {});
    VERIFY_FAILS(result, ErrorCode::DiskFull);
    QCOMPARE(fed(), 3);
}

void ProcessScannerTest::stopEndsTheScanAfterThePageThatWasTaken()
{
    StopSource stop;
    const auto result = scanner().scan(
        script(QStringLiteral("pages=9 then=empty")),
        [&](const ScannedPage& page) -> Status {
            m_pages.push_back(page);
            if (page.number == 4) {
                stop.request_stop();
            }
            return {};
        },
        stop.get_token());
    VERIFY_OK(result);
    QCOMPARE(*result, (ScanSummary{4, ScanEnd::Stopped}));
    QCOMPARE(m_pages.size(), 4U);
    QCOMPARE(fed(), 4);
}

void ProcessScannerTest::hungDriverIsEndedSoonAfterStop()
{
    // The only page is taken, then the driver hangs for an hour; the wish to stop comes from another thread
    // when the helper has been told to go on.
    StopSource stop;
    std::thread clerk;
    const auto result = scanner({3600s, 200ms})
                            .scan(
                                script(QStringLiteral("pages=1 then=hang")),
                                [&](const ScannedPage& page) -> Status {
                                    m_pages.push_back(page);
                                    clerk = std::thread([&stop] {
                                        std::this_thread::sleep_for(300ms);
                                        stop.request_stop();
                                    });
                                    return {};
                                },
                                stop.get_token());
    clerk.join();
    VERIFY_OK(result);
    QCOMPARE(*result, (ScanSummary{1, ScanEnd::Stopped}));
}

void ProcessScannerTest::missingHelperIsAFailure()
{
    ProcessScanner missing(m_folder->filePath(QStringLiteral("no such helper")), {60s, 60s});
    VERIFY_FAILS(missing.scan(script(QStringLiteral("x")), keep(), {}), ErrorCode::ScannerFailed);
    VERIFY_FAILS(missing.list({}), ErrorCode::ScannerFailed);
}

void ProcessScannerTest::stopBeforeTheStartFeedsNothing()
{
    StopSource stop;
    stop.request_stop();
    const auto result =
        scanner().scan(script(QStringLiteral("pages=9 then=empty")), keep(), stop.get_token());
    VERIFY_OK(result);
    QCOMPARE(*result, (ScanSummary{0, ScanEnd::Stopped}));
    QCOMPARE(fed(), 0);
}

QTEST_GUILESS_MAIN(ProcessScannerTest)
#include "tst_processscanner.moc"
