// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/processscanner.h"
#include "support/testsupport.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace sohoa;
using namespace sohoa::capture;
using namespace std::chrono_literals;
using dossier::ColourMode;

/// The real protocol and the real helper on the "test" device of SANE, which needs no hardware.
class SaneTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void deviceTellsWhatItCan();
    void noDeviceIsAnEmptyList();
    void flatbedGivesOnePage_data();
    void flatbedGivesOnePage();
    void feederGivesTenPagesOneByOneAndEndsWhenEmpty();
    void limitLeavesPaperInTheFeeder();
    void stopInTheMiddleEndsTheScan();
    void stopInTheMiddleOfAPageEndsTheScan();
    void sinkThatFailsStopsTheFeeder();
    void errorsOfTheDeviceKeepTheirMeaning_data();
    void errorsOfTheDeviceKeepTheirMeaning();
    void deviceOfUnknownHeightGivesAPage();
    void linesWithPaddingGiveTheSamePicture();
    void deviceWithoutDuplexSaysSo();
    void unknownDeviceIsNotFound();

private:
    void configure(const QByteArray& device, const QByteArray& driver = "test");
    ProcessScanner scanner() const
    {
        return {
            QStringLiteral(SCAN_HELPER), {60s, 60s}, {QStringLiteral("SANE_CONFIG_DIR=") + m_folder->path()}};
    }
    static ScanSettings feeder()
    {
        ScanSettings settings;
        settings.scannerId = QStringLiteral("test:0");
        settings.source = PaperSource::Feeder;
        settings.dpi = 50;
        settings.mode = ColourMode::Grey;
        settings.widthMm = 100;
        settings.heightMm = 100;
        return settings;
    }
    PageSink keep()
    {
        return [this](const ScannedPage& page) -> Status {
            m_pages.push_back(page);
            return {};
        };
    }
    QImage picture(std::size_t index) const { return QImage::fromData(m_pages.at(index).bytes, "PNG"); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<ScannedPage> m_pages;
};

void SaneTest::init()
{
    m_pages.clear();
    configure({});
}

void SaneTest::configure(const QByteArray& device, const QByteArray& driver)
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QFile drivers(m_folder->filePath(QStringLiteral("dll.conf")));
    QVERIFY(drivers.open(QIODevice::WriteOnly));
    drivers.write(driver + '\n');
    QFile options(m_folder->filePath(QStringLiteral("test.conf")));
    QVERIFY(options.open(QIODevice::WriteOnly));
    options.write("number_of_devices 1\ngeometry_max 300.0\ntest-picture \"Color pattern\"\n" + device);
}

void SaneTest::deviceTellsWhatItCan()
{
    const auto scanners = scanner().list({});
    VERIFY_OK(scanners);
    QCOMPARE(scanners->size(), 1U);
    const ScannerInfo& info = scanners->front();
    QCOMPARE(info.id, QStringLiteral("test:0"));
    QCOMPARE(info.name, QStringLiteral("Noname frontend-tester"));
    QVERIFY(info.flatbed);
    QVERIFY(info.feeder);
    QVERIFY(!info.duplex);
    QCOMPARE(info.resolutions, (std::vector<int>{100, 150, 200, 300, 400, 600}));
    QCOMPARE(info.modes,
             (std::vector<ColourMode>{ColourMode::Colour, ColourMode::Grey, ColourMode::Bilevel}));
    QCOMPARE(info.widthMm, 300.0);
    QCOMPARE(info.heightMm, 300.0);
}

void SaneTest::noDeviceIsAnEmptyList()
{
    configure({}, "# none");
    const auto scanners = scanner().list({});
    VERIFY_OK(scanners);
    QCOMPARE(scanners->size(), 0U);
}

void SaneTest::flatbedGivesOnePage_data()
{
    QTest::addColumn<ColourMode>("mode");
    QTest::addColumn<int>("depth");
    QTest::newRow("colour") << ColourMode::Colour << 24;
    QTest::newRow("grey") << ColourMode::Grey << 8;
    QTest::newRow("bilevel") << ColourMode::Bilevel << 1;
}

void SaneTest::flatbedGivesOnePage()
{
    QFETCH(ColourMode, mode);
    QFETCH(int, depth);
    ScanSettings settings = feeder();
    settings.source = PaperSource::Flatbed;
    settings.mode = mode;
    settings.dpi = 200;
    settings.widthMm = 210;
    settings.heightMm = 297;
    const auto result = scanner().scan(settings, keep(), {});
    VERIFY_OK(result);
    QCOMPARE(*result, (ScanSummary{1, ScanEnd::Limit}));
    QCOMPARE(m_pages.size(), 1U);
    QVERIFY(!m_pages[0].incomplete);
    QCOMPARE(m_pages[0].source, QStringLiteral("Noname frontend-tester"));
    const QImage page = picture(0);
    QVERIFY(std::abs(page.width() - 210 / 25.4 * 200) <= 2);
    QVERIFY(std::abs(page.height() - 297 / 25.4 * 200) <= 2);
    QCOMPARE(qRound(page.dotsPerMeterX() * 0.0254), 200);
    QCOMPARE(page.bitPlaneCount(), depth);
    // The test picture has both ends of the scale.
    QSet<int> levels;
    for (int row = 0; row < page.height(); ++row) {
        for (int column = 0; column < page.width(); ++column) {
            levels.insert(qRed(page.pixel(column, row)));
        }
    }
    QVERIFY(levels.contains(0));
    QVERIFY(levels.contains(255));
}

void SaneTest::feederGivesTenPagesOneByOneAndEndsWhenEmpty()
{
    std::vector<int> numbers;
    const auto result = scanner().scan(feeder(),
                                       [&](const ScannedPage& page) -> Status {
                                           numbers.push_back(page.number);
                                           return {};
                                       },
                                       {});
    VERIFY_OK(result);
    QCOMPARE(*result, (ScanSummary{10, ScanEnd::OutOfPaper}));
    QCOMPARE(numbers, (std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
}

void SaneTest::limitLeavesPaperInTheFeeder()
{
    ScanSettings settings = feeder();
    settings.pageLimit = 4;
    const auto result = scanner().scan(settings, keep(), {});
    VERIFY_OK(result);
    QCOMPARE(*result, (ScanSummary{4, ScanEnd::Limit}));
    QCOMPARE(m_pages.size(), 4U);
}

void SaneTest::stopInTheMiddleEndsTheScan()
{
    StopSource stop;
    const auto result = scanner().scan(
        feeder(),
        [&](const ScannedPage& page) -> Status {
            m_pages.push_back(page);
            if (page.number == 3) {
                stop.request_stop();
            }
            return {};
        },
        stop.get_token());
    VERIFY_OK(result);
    QCOMPARE(*result, (ScanSummary{3, ScanEnd::Stopped}));
    QCOMPARE(m_pages.size(), 3U);
}

void SaneTest::stopInTheMiddleOfAPageEndsTheScan()
{
    // A page of this size takes this device minutes; the stop is asked for before the first is whole.
    configure("read-limit true\nread-limit-size 64\nread-delay true\nread-delay-duration 200000\n");
    ScanSettings settings = feeder();
    settings.dpi = 300;
    StopSource stop;
    std::thread clerk([&stop] {
        std::this_thread::sleep_for(1500ms);
        stop.request_stop();
    });
    const auto result = scanner().scan(settings, keep(), stop.get_token());
    clerk.join();
    VERIFY_OK(result);
    QCOMPARE(*result, (ScanSummary{0, ScanEnd::Stopped}));
    QCOMPARE(m_pages.size(), 0U);
}

void SaneTest::sinkThatFailsStopsTheFeeder()
{
    int offered = 0;
    const auto result = scanner().scan(feeder(),
                                       [&](const ScannedPage& page) -> Status {
                                           offered = page.number;
                                           return page.number < 2
                                                      ? Status()
                                                      : failure(ErrorCode::DiskFull, QStringLiteral("test"));
                                       },
                                       {});
    VERIFY_FAILS(result, ErrorCode::DiskFull);
    QCOMPARE(offered, 2);
}

void SaneTest::errorsOfTheDeviceKeepTheirMeaning_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("jam") << QByteArray("SANE_STATUS_JAMMED") << ErrorCode::ScannerJam;
    QTest::newRow("cover") << QByteArray("SANE_STATUS_COVER_OPEN") << ErrorCode::ScannerCoverOpen;
    QTest::newRow("empty") << QByteArray("SANE_STATUS_NO_DOCS") << ErrorCode::ScannerOutOfPaper;
    QTest::newRow("busy") << QByteArray("SANE_STATUS_DEVICE_BUSY") << ErrorCode::ScannerBusy;
    QTest::newRow("lost") << QByteArray("SANE_STATUS_IO_ERROR") << ErrorCode::ScannerLost;
    QTest::newRow("access") << QByteArray("SANE_STATUS_ACCESS_DENIED") << ErrorCode::ScannerRefused;
    QTest::newRow("unsupported") << QByteArray("SANE_STATUS_UNSUPPORTED") << ErrorCode::ScannerCannot;
    QTest::newRow("no memory") << QByteArray("SANE_STATUS_NO_MEM") << ErrorCode::ScannerFailed;
    QTest::newRow("no data") << QByteArray("SANE_STATUS_EOF") << ErrorCode::ScannerFailed;
}

void SaneTest::errorsOfTheDeviceKeepTheirMeaning()
{
    QFETCH(QByteArray, status);
    QFETCH(ErrorCode, code);
    configure("read-status-code \"" + status + "\"\n");
    const auto result = scanner().scan(feeder(), keep(), {});
    VERIFY_FAILS(result, code);
    QCOMPARE(m_pages.size(), 0U);
}

void SaneTest::deviceOfUnknownHeightGivesAPage()
{
    configure("hand-scanner true\n");
    ScanSettings settings = feeder();
    settings.pageLimit = 1;
    const auto result = scanner().scan(settings, keep(), {});
    VERIFY_OK(result);
    QCOMPARE(m_pages.size(), 1U);
    QVERIFY(!m_pages[0].incomplete);
    QVERIFY(picture(0).height() > 10);
}

void SaneTest::linesWithPaddingGiveTheSamePicture()
{
    ScanSettings settings = feeder();
    settings.pageLimit = 1;
    const auto first = scanner().scan(settings, keep(), {});
    VERIFY_OK(first);
    configure("ppl-loss 7\n");
    const auto second = scanner().scan(settings, keep(), {});
    VERIFY_OK(second);
    QCOMPARE(m_pages.size(), 2U);
    const QImage plain = picture(0);
    const QImage padded = picture(1);
    QCOMPARE(padded.height(), plain.height());
    QCOMPARE(padded, plain.copy(0, 0, padded.width(), padded.height()));
}

void SaneTest::deviceWithoutDuplexSaysSo()
{
    ScanSettings settings = feeder();
    settings.source = PaperSource::FeederDuplex;
    const auto result = scanner().scan(settings, keep(), {});
    VERIFY_FAILS(result, ErrorCode::ScannerCannot);
}

void SaneTest::unknownDeviceIsNotFound()
{
    ScanSettings settings = feeder();
    settings.scannerId = QStringLiteral("test:7");
    const auto result = scanner().scan(settings, keep(), {});
    VERIFY_FAILS(result, ErrorCode::ScannerNotFound);
}

QTEST_GUILESS_MAIN(SaneTest)
#include "tst_sane.moc"
