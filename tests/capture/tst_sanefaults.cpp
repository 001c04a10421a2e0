// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/processscanner.h"
#include "capture/protocol.h"
#include "support/testsupport.h"

#include <QFile>
#include <QImage>
#include <QImageReader>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace sohoa;
using namespace sohoa::capture;
using namespace std::chrono_literals;
using dossier::ColourMode;

/// The real helper with a driver that does what hardware does on a bad day.
class SaneFaultsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void deviceTellsItsSourcesAndSensors();
    void bothSidesCome();
    void rangeTheWrongWayRoundIsARange();
    void faultsKeepTheirMeaningAndTheirPages_data();
    void faultsKeepTheirMeaningAndTheirPages();
    void stopEndsADriverThatHangs();
    void driverThatHangsDoesNotOutliveTheProgram();
    void paperPutInIsNoticed();
    void largestPageTakesBoundedMemory();

private:
    ProcessScanner scanner(const QString& script, ProcessScanner::Patience patience = {60s, 60s}) const
    {
        ProcessScanner scanner(QStringLiteral(SCAN_HELPER), patience,
                               {QStringLiteral("SANE_CONFIG_DIR=") + m_folder->path(),
                                QStringLiteral("LD_LIBRARY_PATH=" FAKE_SANE_FOLDER),
                                QStringLiteral("SOHOA_SANE_SCRIPT=") + script});
        scanner.setFolderForLargePages(m_folder->filePath(QStringLiteral("large")));
        return scanner;
    }
    static ScanSettings feeder()
    {
        ScanSettings settings;
        settings.scannerId = QStringLiteral("sohoatest:one");
        settings.source = PaperSource::FeederDuplex;
        settings.dpi = 50;
        return settings;
    }
    PageSink keep()
    {
        return [this](const ScannedPage& page) -> Status {
            m_pages.push_back(page);
            return {};
        };
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<ScannedPage> m_pages;
};

void SaneFaultsTest::init()
{
    m_pages.clear();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QFile drivers(m_folder->filePath(QStringLiteral("dll.conf")));
    QVERIFY(drivers.open(QIODevice::WriteOnly));
    drivers.write("sohoatest\n");
}

void SaneFaultsTest::deviceTellsItsSourcesAndSensors()
{
    const auto scanners = scanner({}).list({});
    VERIFY_OK(scanners);
    QCOMPARE(scanners->size(), 1U);
    const ScannerInfo& info = scanners->front();
    QCOMPARE(info.name, QStringLiteral("Made-up Duplex 60"));
    QVERIFY(info.flatbed && info.feeder && info.duplex && info.tellsPaper);
    QCOMPARE(info.sources.size(), 3U);
    QVERIFY(info.sources[2].source == PaperSource::FeederDuplex);
    QCOMPARE(info.sources[2].resolutions, (std::vector<int>{50, 150, 300, 1200}));
    QCOMPARE(info.sources[2].highestDpi, 0);
    QCOMPARE(info.sources[2].modes, (std::vector<ColourMode>{ColourMode::Colour, ColourMode::Grey}));
    QCOMPARE(info.heightMm, 420.0);
}

void SaneFaultsTest::bothSidesCome()
{
    const auto result = scanner(QStringLiteral("pages=6")).scan(feeder(), keep(), {});
    VERIFY_OK(result);
    QCOMPARE(*result, (ScanSummary{6, ScanEnd::OutOfPaper}));
    QVERIFY(m_pages[0].bytes != m_pages[1].bytes);
    QVERIFY(!QImage::fromData(m_pages[5].bytes, "PNG").isNull());
}

void SaneFaultsTest::rangeTheWrongWayRoundIsARange()
{
    const auto scanners = scanner(QStringLiteral("crooked=1")).list({});
    VERIFY_OK(scanners);
    QCOMPARE(scanners->at(0).heightMm, 420.0);
    const auto result = scanner(QStringLiteral("crooked=1 pages=1")).scan(feeder(), keep(), {});
    VERIFY_OK(result);
    QCOMPARE(m_pages.size(), 1U);
    QCOMPARE(QImage::fromData(m_pages[0].bytes, "PNG").height(), static_cast<int>(297 / 25.4 * 50));
}

void SaneFaultsTest::faultsKeepTheirMeaningAndTheirPages_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("pages"); // of 5, the fault is at page 3
    QTest::addColumn<bool>("lastIncomplete");
    const auto row = [](const char* name, const char* script, ErrorCode code, int pages, bool incomplete) {
        QTest::newRow(name) << QString::fromLatin1(script) << code << pages << incomplete;
    };
    row("jam", "jam=3", ErrorCode::ScannerJam, 2, false);
    row("two sheets", "jam=3 double-feed=1", ErrorCode::ScannerDoubleFeed, 2, false);
    row("jam within a page", "jam-read=3", ErrorCode::ScannerJam, 3, true);
    row("two sheets within a page", "jam-read=3 double-feed=1", ErrorCode::ScannerDoubleFeed, 3, true);
    row("cover", "status-page=3 status=8", ErrorCode::ScannerCoverOpen, 2, false);
    row("locked", "status-page=3 status=13", ErrorCode::ScannerLocked, 2, false);
    row("warming up", "status-page=3 status=12", ErrorCode::ScannerBusy, 2, false);
    row("crash between pages", "crash-start=3", ErrorCode::ScannerLost, 2, false);
    row("crash within a page", "crash-read=3", ErrorCode::ScannerLost, 3, true);
    row("hang between pages", "hang-start=3", ErrorCode::ScannerLost, 2, false);
    row("hang within a page", "hang-read=3", ErrorCode::ScannerLost, 3, true);
}

void SaneFaultsTest::faultsKeepTheirMeaningAndTheirPages()
{
    QFETCH(QString, script);
    QFETCH(ErrorCode, code);
    QFETCH(int, pages);
    QFETCH(bool, lastIncomplete);
    const ProcessScanner::Patience patience{script.startsWith(QLatin1String("hang")) ? 5000ms : 60000ms, 60s};
    const auto result = scanner(QStringLiteral("pages=5 ") + script, patience).scan(feeder(), keep(), {});
    VERIFY_FAILS(result, code);
    QCOMPARE(m_pages.size(), static_cast<std::size_t>(pages));
    for (const ScannedPage& page : m_pages) {
        QCOMPARE(page.incomplete, lastIncomplete && page.number == pages);
        QCOMPARE(page.source, QStringLiteral("Made-up Duplex 60"));
    }
}

void SaneFaultsTest::stopEndsADriverThatHangs()
{
    StopSource stop;
    const auto result = scanner(QStringLiteral("pages=5 hang-start=3"), {3600s, 300ms})
                            .scan(
                                feeder(),
                                [&](const ScannedPage& page) -> Status {
                                    m_pages.push_back(page);
                                    if (page.number == 2) {
                                        stop.request_stop();
                                    }
                                    return {};
                                },
                                stop.get_token());
    VERIFY_OK(result);
    QCOMPARE(*result, (ScanSummary{2, ScanEnd::Stopped}));
}

void SaneFaultsTest::driverThatHangsDoesNotOutliveTheProgram()
{
    QProcess helper;
    helper.setEnvironment(QProcess::systemEnvironment() +
                          QStringList{QStringLiteral("SANE_CONFIG_DIR=") + m_folder->path(),
                                      QStringLiteral("LD_LIBRARY_PATH=" FAKE_SANE_FOLDER),
                                      QStringLiteral("SOHOA_SANE_SCRIPT=pages=2 hang-read=1")});
    helper.start(QStringLiteral(SCAN_HELPER), {});
    QVERIFY(helper.waitForStarted());
    helper.write(QJsonDocument(protocol::scanRequest(feeder())).toJson(QJsonDocument::Compact) + '\n');
    QVERIFY(helper.waitForBytesWritten());
    QVERIFY(helper.waitForReadyRead());
    while (helper.waitForReadyRead(1000)) { // until it hangs: nothing comes any more
        static_cast<void>(helper.readAllStandardOutput());
    }
    QVERIFY(helper.state() == QProcess::Running);
    helper.closeWriteChannel(); // as when the program was killed
    QVERIFY(helper.waitForFinished(30'000));
    QVERIFY(helper.exitStatus() == QProcess::NormalExit && helper.exitCode() != 0);
}

void SaneFaultsTest::paperPutInIsNoticed()
{
    for (const PaperWait wait : {PaperWait::There, PaperWait::PutIn}) {
        VERIFY_OK(scanner(QStringLiteral("loaded-after=3"))
                      .waitForPaper(QStringLiteral("sohoatest:one"), wait, {}));
    }
    // What lies there already is waited for or not: a driver that lost its sensor by the fourth look tells
    // which.
    const QString lying = QStringLiteral("blind-after=4");
    VERIFY_OK(scanner(lying).waitForPaper(QStringLiteral("sohoatest:one"), PaperWait::There, {}));
    VERIFY_FAILS(scanner(lying).waitForPaper(QStringLiteral("sohoatest:one"), PaperWait::PutIn, {}),
                 ErrorCode::ScannerCannot);
    StopSource stop;
    stop.request_stop();
    VERIFY_FAILS(scanner(QStringLiteral("loaded-after=1000000"))
                     .waitForPaper(QStringLiteral("sohoatest:one"), PaperWait::There, stop.get_token()),
                 ErrorCode::Cancelled);
}

void SaneFaultsTest::largestPageTakesBoundedMemory()
{
    // 1200 dpi, A3, colour, and nothing in it that could be made smaller: 835 MB.
    ScanSettings settings = feeder();
    settings.source = PaperSource::Feeder;
    settings.dpi = 1200;
    settings.widthMm = 297;
    settings.heightMm = 420;
    settings.pageLimit = 1;
    QSize size;
    qint64 length = 0;
    const auto result = scanner({}, {120s, 60s})
                            .scan(settings,
                                  [&](const ScannedPage& page) -> Status {
                                      length = QFile(page.file).size();
                                      size = QImageReader(page.file, "PNG").size();
                                      return {};
                                  },
                                  {});
    VERIFY_OK(result);
    QCOMPARE(size, QSize(14031, 19842));
    QVERIFY2(length > 700LL * 1024 * 1024, qPrintable(QString::number(length)));
    rusage ours = {};
    rusage helper = {};
    QCOMPARE(getrusage(RUSAGE_SELF, &ours), 0);
    QCOMPARE(getrusage(RUSAGE_CHILDREN, &helper), 0);
#ifndef __SANITIZE_ADDRESS__ // which keeps what was freed
    // Kilobytes. Ours holds mostBytesInMemory once, and once more while it moves to the disk.
    QVERIFY2(ours.ru_maxrss < 450'000, qPrintable(QString::number(ours.ru_maxrss)));
    QVERIFY2(helper.ru_maxrss < 100'000, qPrintable(QString::number(helper.ru_maxrss)));
#endif
    qInfo("program %ld MB, helper %ld MB", ours.ru_maxrss / 1000, helper.ru_maxrss / 1000);
}

QTEST_GUILESS_MAIN(SaneFaultsTest)
#include "tst_sanefaults.moc"
