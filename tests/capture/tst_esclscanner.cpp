// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/escl/certificatebook.h"
#include "capture/escl/dnssd.h"
#include "capture/escl/esclscanner.h"
#include "support/fakeesclserver.h"
#include "support/testcertificate.h"
#include "support/testsupport.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QNetworkDatagram>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

#include <thread>

using namespace sohoa;
using namespace sohoa::capture;
using namespace sohoa::test;
using namespace std::chrono_literals;
using dossier::ColourMode;
using dossier::PageFormat;

namespace {

QByteArray picture(int number, const char* format = "JPEG")
{
    QImage image(400, 560, QImage::Format_RGB888);
    image.fill(QColor(200, (number * 37) % 256, (number * 91) % 256));
    for (int row = 40; row < 500; row += 20) {
        for (int column = 30; column < 30 + (number * 53 + row * 7) % 340; ++column) {
            image.setPixelColor(column, row, Qt::black);
        }
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, format)) {
        qFatal("no picture");
    }
    return bytes;
}

std::vector<QByteArray> pictures(int count)
{
    std::vector<QByteArray> pages;
    for (int i = 1; i <= count; ++i) {
        pages.push_back(picture(i));
    }
    return pages;
}

/// What a scanner on this machine says of itself on the network.
QByteArray announcementOf(quint16 port)
{
    const dns::Name kind = {"_uscan", "_tcp", "local"};
    const dns::Name device = dns::Name{"Fake"} + kind;
    const dns::Name host = {"fake", "local"};
    dns::Record pointer{kind, static_cast<quint16>(dns::Type::Ptr)};
    pointer.target = device;
    dns::Record server{device, static_cast<quint16>(dns::Type::Srv)};
    server.port = port;
    server.target = host;
    dns::Record texts{device, static_cast<quint16>(dns::Type::Txt)};
    texts.texts = {"txtvers=1", "ty=Fake", "rs=/eSCL"};
    dns::Record address{host, static_cast<quint16>(dns::Type::A)};
    address.address = 0x7f000001;
    return dns::answer({pointer, server, texts, address});
}

} // namespace

class EsclScannerTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void deviceTellsWhatItCan();
    void pagesAreThoseOfTheDeviceByteForByte_data();
    void pagesAreThoseOfTheDeviceByteForByte();
    void flatbedGivesOnePage();
    void settingsReachTheDevice();
    void pdfIsTakenWhenNothingElseIsOffered();
    void whatTheDeviceLacksIsSaidBeforePaperMoves();
    void emptyFeederIsSaidBeforePaperMoves();
    void conflictOfAnEmptyFeederIsNoPaper();
    void busyDeviceIsAskedAgain();
    void busyDeviceIsGivenUpInTheEnd();
    void slowPagesAreWaitedFor();
    void faultsKeepTheirMeaningAndTheirPages_data();
    void faultsKeepTheirMeaningAndTheirPages();
    void pictureThatStopsShortIsMarkedAndTheRestComes();
    void scanGoesOnAfterAJam();
    void noMoreThatComesTooEarlyLosesNoPage();
    void pageTheDeviceMadeButDidNotGiveIsMissed();
    void eachPageIsAskedForOnce();
    void jobsThatEndBeforeThePaperAreContinued();
    void pageBeyondTheMemoryComesAsAFile();
    void stopEndsTheScanAndTheJob();
    void stopEndsAHangingPage();
    void sinkThatFailsEndsTheJob();
    void limitLeavesPaperInTheFeeder();
    void redirectsToOtherDevicesAreRefused();
    void addressOfTheJobStaysOnTheDevice();
    void ownCertificateIsTrustedOnFirstUseOnly();
    void userNameWantedIsARefusal();
    void paperPutInIsNoticed();
    void leftoversAreNotPaperPutIn();
    void deviceThatGotAnotherAddressIsFoundByItsSerialNumber();
    void certificateIsKnownAgainAtAnotherAddress();
    void typedAddressThatIsSilentIsNamed();
    void addressesAreUnderstood_data();
    void addressesAreUnderstood();

private:
    static EsclScanner::Patience quick()
    {
        EsclScanner::Patience patience;
        patience.retry = 10ms;
        patience.poll = 20ms;
        return patience;
    }
    /// For tests in which a wait must run out. Nothing but the fault they are about takes so long.
    static EsclScanner::Patience impatient()
    {
        EsclScanner::Patience patience = quick();
        patience.busy = 400ms;
        patience.silence = 4s;
        patience.end = 300ms;
        return patience;
    }
    EsclScanner scanner(const FakeEsclServer& server, const EsclScanner::Patience& patience = quick()) const
    {
        return {{{server.address()}, false, m_folder->path(), patience}, m_book};
    }
    static ScanSettings feeder(const FakeEsclServer& server)
    {
        ScanSettings settings;
        settings.scannerId = server.scannerId();
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

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<CertificateBook> m_book;
    std::vector<ScannedPage> m_pages;
};

void EsclScannerTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_book = std::make_shared<CertificateBook>(m_folder->filePath(QStringLiteral("certificates.json")));
    m_pages.clear();
}

void EsclScannerTest::deviceTellsWhatItCan()
{
    const FakeEsclServer server({});
    const auto scanners = scanner(server).list({});
    VERIFY_OK(scanners);
    QCOMPARE(scanners->size(), 1U);
    const ScannerInfo& info = scanners->front();
    QCOMPARE(info.id, server.scannerId());
    QCOMPARE(info.name, QStringLiteral("Fake Scanner 3000"));
    QVERIFY(info.flatbed && info.feeder && info.duplex && info.tellsPaper);
    QVERIFY(info.trust == LinkTrust::Open);
    QCOMPARE(info.resolutions, (std::vector<int>{75, 200, 300, 600}));
    QCOMPARE(info.sources.size(), 3U);
    QCOMPARE(qRound(info.sources[0].heightMm), 297);
    QCOMPARE(qRound(info.sources[1].heightMm), 356);
    QVERIFY(info.sources[2].source == PaperSource::FeederDuplex);
}

void EsclScannerTest::pagesAreThoseOfTheDeviceByteForByte_data()
{
    QTest::addColumn<bool>("chunked");
    QTest::addColumn<bool>("withoutLength");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("length") << false << false << QByteArray("image/jpeg");
    QTest::newRow("chunks") << true << false << QByteArray("image/jpeg");
    QTest::newRow("to the end") << false << true << QByteArray("image/jpeg");
    QTest::newRow("wrong type") << false << false << QByteArray("application/octet-stream");
}

void EsclScannerTest::pagesAreThoseOfTheDeviceByteForByte()
{
    QFETCH(bool, chunked);
    QFETCH(bool, withoutLength);
    QFETCH(QByteArray, type);
    EsclScript script;
    script.pages = pictures(5);
    script.chunked = chunked;
    script.withoutLength = withoutLength;
    script.contentType = type;
    const FakeEsclServer server(script);
    const auto result = scanner(server).scan(feeder(server), keep(), {});
    VERIFY_OK(result);
    QCOMPARE(*result, (ScanSummary{5, ScanEnd::OutOfPaper}));
    QCOMPARE(m_pages.size(), 5U);
    for (std::size_t i = 0; i < 5; ++i) {
        QCOMPARE(m_pages[i].bytes, script.pages[i]);
        QCOMPARE(m_pages[i].number, static_cast<int>(i) + 1);
        QVERIFY(m_pages[i].format == PageFormat::Jpeg);
        QVERIFY(!m_pages[i].incomplete);
        QCOMPARE(m_pages[i].source, QStringLiteral("Fake Scanner 3000"));
    }
}

void EsclScannerTest::flatbedGivesOnePage()
{
    EsclScript script;
    script.platenPage = picture(1);
    const FakeEsclServer server(script);
    ScanSettings settings = feeder(server);
    settings.source = PaperSource::Flatbed;
    const auto result = scanner(server).scan(settings, keep(), {});
    VERIFY_OK(result);
    QCOMPARE(*result, (ScanSummary{1, ScanEnd::Limit}));
    QCOMPARE(m_pages.size(), 1U);
    QCOMPARE(m_pages[0].bytes, script.platenPage);
}

void EsclScannerTest::settingsReachTheDevice()
{
    EsclScript script;
    script.pages = pictures(2);
    const FakeEsclServer server(script);
    ScanSettings settings = feeder(server);
    settings.source = PaperSource::FeederDuplex;
    settings.mode = ColourMode::Bilevel; // a JPEG cannot be: grey is the next that is not less
    settings.dpi = 250;
    settings.widthMm = 148;
    settings.heightMm = 210;
    VERIFY_OK(scanner(server).scan(settings, keep(), {}));
    const QByteArray job = server.lastJobDocument();
    for (const char* part : {">Feeder<", "Duplex>true<", "ColorMode>Grayscale8<", "XResolution>300<",
                             "YResolution>300<", "Width>1748<", "Height>2480<", "DocumentFormat>image/jpeg<",
                             "DocumentFormatExt>image/jpeg<", "escl:ThreeHundredthsOfInches"}) {
        QVERIFY2(job.contains(part), part + QByteArray(" in ") + job);
    }
}

void EsclScannerTest::pdfIsTakenWhenNothingElseIsOffered()
{
    EsclScript script;
    script.formats = {QStringLiteral("application/pdf")};
    script.pages = {"%PDF-1.4\nall the sheets of the feeder\n%%EOF\n"};
    script.contentType = "application/pdf";
    const FakeEsclServer server(script);
    VERIFY_OK(scanner(server).scan(feeder(server), keep(), {}));
    QVERIFY(server.lastJobDocument().contains("application/pdf"));
    QCOMPARE(m_pages.size(), 1U);
    QVERIFY(m_pages[0].format == PageFormat::Pdf);
    QVERIFY(!m_pages[0].incomplete);
}

void EsclScannerTest::whatTheDeviceLacksIsSaidBeforePaperMoves()
{
    EsclScript script;
    script.duplex = false;
    script.modes = {QStringLiteral("Grayscale8")};
    script.pages = pictures(1);
    const FakeEsclServer server(script);
    ScanSettings settings = feeder(server);
    VERIFY_FAILS(scanner(server).scan(settings, keep(), {}), ErrorCode::ScannerCannot); // colour
    settings.mode = ColourMode::Grey;
    settings.source = PaperSource::FeederDuplex;
    VERIFY_FAILS(scanner(server).scan(settings, keep(), {}), ErrorCode::ScannerCannot);
    QCOMPARE(server.count(QStringLiteral("POST")), 0);
}

void EsclScannerTest::emptyFeederIsSaidBeforePaperMoves()
{
    const FakeEsclServer server({});
    VERIFY_FAILS(scanner(server).scan(feeder(server), keep(), {}), ErrorCode::ScannerOutOfPaper);
    QCOMPARE(server.count(QStringLiteral("POST")), 0);
}

void EsclScannerTest::conflictOfAnEmptyFeederIsNoPaper()
{
    EsclScript script;
    script.hasStatus = false; // so that nothing could be asked before
    const FakeEsclServer server(script);
    VERIFY_FAILS(scanner(server).scan(feeder(server), keep(), {}), ErrorCode::ScannerOutOfPaper);
    QCOMPARE(server.count(QStringLiteral("POST")), 1);
}

void EsclScannerTest::busyDeviceIsAskedAgain()
{
    EsclScript script;
    script.pages = pictures(2);
    script.busyJobs = 3;
    const FakeEsclServer server(script);
    const auto result = scanner(server).scan(feeder(server), keep(), {});
    VERIFY_OK(result);
    QCOMPARE(result->pages, 2);
    QCOMPARE(server.count(QStringLiteral("POST")), 4);
}

void EsclScannerTest::busyDeviceIsGivenUpInTheEnd()
{
    EsclScript script;
    script.pages = pictures(2);
    script.busyJobs = 1'000'000;
    const FakeEsclServer server(script);
    VERIFY_FAILS(scanner(server, impatient()).scan(feeder(server), keep(), {}), ErrorCode::ScannerBusy);
}

void EsclScannerTest::slowPagesAreWaitedFor()
{
    EsclScript script;
    script.pages = pictures(3);
    script.busyPages = 3;
    const FakeEsclServer server(script);
    const auto result = scanner(server).scan(feeder(server), keep(), {});
    VERIFY_OK(result);
    QCOMPARE(result->pages, 3);
}

void EsclScannerTest::faultsKeepTheirMeaningAndTheirPages_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<ErrorCode>("code"); // Cancelled: no error, the scan was stopped
    QTest::addColumn<int>("pages");      // of 5, the fault is at page 3
    QTest::addColumn<bool>("lastIncomplete");
    const auto row = [](const char* name, EsclFault fault, ErrorCode code, int pages, bool incomplete) {
        QTest::newRow(name) << static_cast<int>(fault) << code << pages << incomplete;
    };
    row("jam", EsclFault::Jam, ErrorCode::ScannerJam, 2, false);
    row("jam that looks like the end", EsclFault::QuietJam, ErrorCode::ScannerJam, 2, false);
    row("two sheets", EsclFault::DoubleFeed, ErrorCode::ScannerDoubleFeed, 2, false);
    row("cover", EsclFault::CoverOpen, ErrorCode::ScannerCoverOpen, 2, false);
    row("hang", EsclFault::Hang, ErrorCode::ScannerLost, 2, false);
    row("closed", EsclFault::CloseAtOnce, ErrorCode::ScannerLost, 2, false);
    row("closed half way", EsclFault::CloseHalfway, ErrorCode::ScannerLost, 3, true);
    row("half a page, then silence", EsclFault::Trickle, ErrorCode::ScannerLost, 3, true);
    row("text instead of a page", EsclFault::Html, ErrorCode::ScannerFailed, 2, false);
    row("page without end", EsclFault::Endless, ErrorCode::FileTooLarge, 2, false);
    row("cancelled at the panel", EsclFault::Gone, ErrorCode::Cancelled, 2, false);
    row("aborted", EsclFault::Aborted, ErrorCode::ScannerFailed, 2, false);
    row("forbidden", EsclFault::Forbidden, ErrorCode::ScannerRefused, 2, false);
}

void EsclScannerTest::faultsKeepTheirMeaningAndTheirPages()
{
    QFETCH(int, fault);
    QFETCH(ErrorCode, code);
    QFETCH(int, pages);
    QFETCH(bool, lastIncomplete);
    EsclScript script;
    script.pages = pictures(5);
    script.faults = {{3, static_cast<EsclFault>(fault)}};
    const FakeEsclServer server(script);
    const auto result = scanner(server, impatient()).scan(feeder(server), keep(), {});
    if (code == ErrorCode::Cancelled) {
        VERIFY_OK(result);
        QCOMPARE(*result, (ScanSummary{pages, ScanEnd::Stopped}));
    } else {
        VERIFY_FAILS(result, code);
    }
    QCOMPARE(m_pages.size(), static_cast<std::size_t>(pages));
    QCOMPARE(m_pages.back().incomplete, lastIncomplete);
    QCOMPARE(m_pages[1].bytes, script.pages[1]);
    if (lastIncomplete) {
        QCOMPARE(m_pages[2].bytes, script.pages[2].left(script.pages[2].size() / 2));
    }
}

void EsclScannerTest::pictureThatStopsShortIsMarkedAndTheRestComes()
{
    EsclScript script;
    script.pages = pictures(5);
    script.faults = {{3, EsclFault::CutPicture}};
    const FakeEsclServer server(script);
    const auto result = scanner(server).scan(feeder(server), keep(), {});
    VERIFY_OK(result);
    QCOMPARE(*result, (ScanSummary{5, ScanEnd::OutOfPaper}));
    for (const ScannedPage& page : m_pages) {
        QCOMPARE(page.incomplete, page.number == 3);
    }
}

void EsclScannerTest::scanGoesOnAfterAJam()
{
    EsclScript script;
    script.pages = pictures(6);
    script.faults = {{4, EsclFault::Jam}};
    FakeEsclServer server(script);
    VERIFY_FAILS(scanner(server).scan(feeder(server), keep(), {}), ErrorCode::ScannerJam);
    VERIFY_FAILS(scanner(server).scan(feeder(server), keep(), {}), ErrorCode::ScannerJam); // still there
    QCOMPARE(m_pages.size(), 3U);
    server.clearFault();
    const auto result = scanner(server).scan(feeder(server), keep(), {});
    VERIFY_OK(result);
    QCOMPARE(*result, (ScanSummary{3, ScanEnd::OutOfPaper}));
    for (std::size_t i = 0; i < 6; ++i) {
        QCOMPARE(m_pages.at(i).bytes, script.pages[i]);
    }
}

void EsclScannerTest::noMoreThatComesTooEarlyLosesNoPage()
{
    EsclScript script;
    script.pages = pictures(5);
    script.faults = {{2, EsclFault::EarlyNoMore}, {4, EsclFault::EarlyNoMore}};
    const FakeEsclServer server(script);
    const auto result = scanner(server).scan(feeder(server), keep(), {});
    VERIFY_OK(result);
    QCOMPARE(*result, (ScanSummary{5, ScanEnd::OutOfPaper}));
}

void EsclScannerTest::pageTheDeviceMadeButDidNotGiveIsMissed()
{
    EsclScript script;
    script.pages = pictures(3);
    script.faults = {{3, EsclFault::Swallowed}};
    const FakeEsclServer server(script);
    VERIFY_FAILS(scanner(server, impatient()).scan(feeder(server), keep(), {}), ErrorCode::ScannerLost);
    QCOMPARE(m_pages.size(), 2U);
}

void EsclScannerTest::eachPageIsAskedForOnce()
{
    // A connection that breaks before the answer: the device may have let go of the page already.
    EsclScript script;
    script.pages = pictures(3);
    script.faults = {{2, EsclFault::CloseAtOnce}};
    const FakeEsclServer server(script);
    VERIFY_FAILS(scanner(server).scan(feeder(server), keep(), {}), ErrorCode::ScannerLost);
    QCOMPARE(server.count(QStringLiteral("GET /eSCL/ScanJobs")), 2);
}

void EsclScannerTest::jobsThatEndBeforeThePaperAreContinued()
{
    EsclScript script;
    script.pages = pictures(7);
    script.pagesPerJob = 3;
    const FakeEsclServer server(script);
    const auto result = scanner(server).scan(feeder(server), keep(), {});
    VERIFY_OK(result);
    QCOMPARE(*result, (ScanSummary{7, ScanEnd::OutOfPaper}));
    QCOMPARE(m_pages.back().number, 7);
    QCOMPARE(server.count(QStringLiteral("POST")), 3);
}

void EsclScannerTest::pageBeyondTheMemoryComesAsAFile()
{
    EsclScript script;
    QByteArray large = picture(1);
    large.insert(2, QByteArray("\xff\xfe\xff\xff", 4) + QByteArray(0xfffd, 'c')); // a comment, to tell it
    large.append(QByteArray(static_cast<qsizetype>(mostBytesInMemory), '\0'));
    script.pages = {large, picture(2)};
    const FakeEsclServer server(script);
    QString path;
    bool same = false;
    int asBytes = 0;
    // Moving so much takes its time; this test is about none of the waits.
    EsclScanner patient({{server.address()}, false, m_folder->path(), {}}, m_book);
    const auto result = patient.scan(feeder(server),
                                     [&](const ScannedPage& page) -> Status {
                                         asBytes += page.bytes.isEmpty() ? 0 : 1;
                                         if (!page.file.isEmpty()) {
                                             path = page.file;
                                             QFile file(path);
                                             same = file.open(QIODevice::ReadOnly) && file.readAll() == large;
                                         }
                                         return {};
                                     },
                                     {});
    VERIFY_OK(result);
    QCOMPARE(asBytes, 1);
    QVERIFY(same);
    QVERIFY(path.startsWith(m_folder->path()));
    QVERIFY(!QFile::exists(path));
}

void EsclScannerTest::stopEndsTheScanAndTheJob()
{
    EsclScript script;
    script.pages = pictures(9);
    const FakeEsclServer server(script);
    StopSource stop;
    const auto result = scanner(server).scan(
        feeder(server),
        [&](const ScannedPage& page) -> Status {
            if (page.number == 4) {
                stop.request_stop();
            }
            return {};
        },
        stop.get_token());
    VERIFY_OK(result);
    QCOMPARE(*result, (ScanSummary{4, ScanEnd::Stopped}));
    QCOMPARE(server.count(QStringLiteral("DELETE /eSCL/ScanJobs/1")), 1);
}

void EsclScannerTest::stopEndsAHangingPage()
{
    EsclScript script;
    script.pages = pictures(2);
    script.faults = {{2, EsclFault::Hang}};
    const FakeEsclServer server(script);
    EsclScanner patient({{server.address()}, false, m_folder->path(), {}}, m_book);
    StopSource stop;
    std::thread clerk;
    const auto result = patient.scan(
        feeder(server),
        [&](const ScannedPage&) -> Status {
            clerk = std::thread([&] {
                while (server.count(QStringLiteral("GET /eSCL/ScanJobs")) < 2) {
                    std::this_thread::yield();
                }
                stop.request_stop();
            });
            return {};
        },
        stop.get_token());
    clerk.join();
    VERIFY_OK(result);
    QCOMPARE(*result, (ScanSummary{1, ScanEnd::Stopped}));
    QCOMPARE(server.count(QStringLiteral("DELETE")), 1);
}

void EsclScannerTest::sinkThatFailsEndsTheJob()
{
    EsclScript script;
    script.pages = pictures(9);
    const FakeEsclServer server(script);
    const auto result =
        scanner(server).scan(feeder(server),
                             [](const ScannedPage& page) -> Status {
                                 return page.number < 3 ? Status() : failure(ErrorCode::DiskFull);
                             },
                             {});
    VERIFY_FAILS(result, ErrorCode::DiskFull);
    QCOMPARE(server.count(QStringLiteral("GET /eSCL/ScanJobs")), 3);
    QCOMPARE(server.count(QStringLiteral("DELETE")), 1);
}

void EsclScannerTest::limitLeavesPaperInTheFeeder()
{
    EsclScript script;
    script.pages = pictures(9);
    const FakeEsclServer server(script);
    ScanSettings settings = feeder(server);
    settings.pageLimit = 4;
    const auto result = scanner(server).scan(settings, keep(), {});
    VERIFY_OK(result);
    QCOMPARE(*result, (ScanSummary{4, ScanEnd::Limit}));
    QCOMPARE(server.count(QStringLiteral("GET /eSCL/ScanJobs")), 4);
    QCOMPARE(server.count(QStringLiteral("DELETE")), 1);
}

void EsclScannerTest::redirectsToOtherDevicesAreRefused()
{
    const FakeEsclServer other({});
    EsclScript script;
    script.capabilitiesStatus = 302;
    script.capabilitiesLocation =
        "http://localhost:" + QByteArray::number(other.port()) + "/eSCL/ScannerCapabilities";
    const FakeEsclServer elsewhere(script);
    VERIFY_FAILS(scanner(elsewhere).list({}), ErrorCode::ScannerFailed);
    script.capabilitiesLocation = "http://127.0.0.1:" + QByteArray::number(other.port()) + "/eSCL";
    const FakeEsclServer otherPort(script);
    VERIFY_FAILS(scanner(otherPort).list({}), ErrorCode::ScannerFailed);
    QCOMPARE(other.connections(), 0);
    script.capabilitiesLocation = "/eSCL/ScannerCapabilities";
    const FakeEsclServer circle(script);
    VERIFY_FAILS(scanner(circle).list({}), ErrorCode::ScannerFailed);
    QVERIFY(circle.connections() < 10);
}

void EsclScannerTest::addressOfTheJobStaysOnTheDevice()
{
    const FakeEsclServer other({});
    EsclScript script;
    script.pages = pictures(2);
    script.jobHost = "http://localhost:" + QByteArray::number(other.port());
    const FakeEsclServer server(script);
    const auto result = scanner(server).scan(feeder(server), keep(), {});
    VERIFY_OK(result);
    QCOMPARE(result->pages, 2);
    QCOMPARE(other.connections(), 0);
}

void EsclScannerTest::ownCertificateIsTrustedOnFirstUseOnly()
{
    EsclScript script;
    script.pages = pictures(3);
    quint16 port = 0;
    {
        const FakeEsclServer server(script, selfMadeCertificate("scanner"));
        port = server.port();
        const auto first = scanner(server).list({});
        VERIFY_OK(first);
        QVERIFY(first->front().trust == LinkTrust::FirstUse);
        const auto second = scanner(server).list({});
        VERIFY_OK(second);
        QVERIFY(second->front().trust == LinkTrust::Remembered);
        const auto result = scanner(server).scan(feeder(server), keep(), {});
        VERIFY_OK(result);
        QCOMPARE(result->pages, 3);
        QCOMPARE(m_pages[2].bytes, script.pages[2]);
    }
    // The book outlives the program.
    m_book = std::make_shared<CertificateBook>(m_folder->filePath(QStringLiteral("certificates.json")));
    const FakeEsclServer impostor(script, selfMadeCertificate("scanner"), port);
    VERIFY_FAILS(scanner(impostor).list({}), ErrorCode::ScannerNotTrusted);
    VERIFY_FAILS(scanner(impostor).scan(feeder(impostor), keep(), {}), ErrorCode::ScannerNotTrusted);
    QCOMPARE(impostor.requests(), QStringList());
    VERIFY_OK(m_book->forget(QStringLiteral("127.0.0.1:%1").arg(port)));
    VERIFY_OK(scanner(impostor).list({}));
}

void EsclScannerTest::userNameWantedIsARefusal()
{
    EsclScript script;
    script.capabilitiesStatus = 401;
    const FakeEsclServer server(script);
    VERIFY_FAILS(scanner(server).list({}), ErrorCode::ScannerRefused);
}

void EsclScannerTest::paperPutInIsNoticed()
{
    FakeEsclServer server({});
    std::thread clerk([&server] {
        while (server.count(QStringLiteral("GET /eSCL/ScannerStatus")) < 3) {
            std::this_thread::yield();
        }
        server.load(pictures(1));
    });
    const Status waited = scanner(server).waitForPaper(server.scannerId(), PaperWait::There, {});
    clerk.join();
    VERIFY_OK(waited);
    EsclScript flatbedOnly;
    flatbedOnly.feeder = flatbedOnly.duplex = false;
    const FakeEsclServer simple(flatbedOnly);
    VERIFY_FAILS(scanner(simple).waitForPaper(simple.scannerId(), PaperWait::There, {}),
                 ErrorCode::ScannerCannot);
    StopSource stop;
    stop.request_stop();
    const FakeEsclServer empty({});
    VERIFY_FAILS(scanner(empty).waitForPaper(empty.scannerId(), PaperWait::There, stop.get_token()),
                 ErrorCode::Cancelled);
}

void EsclScannerTest::leftoversAreNotPaperPutIn()
{
    const QString status = QStringLiteral("GET /eSCL/ScannerStatus");
    EsclScript script;
    script.pages = pictures(1);
    FakeEsclServer server(script);
    StopSource stop;
    std::thread clerk([&] {
        while (server.count(status) < 3) {
            std::this_thread::yield();
        }
        stop.request_stop(); // it was asked three times, and the sheet lay there all the while
    });
    const Status leftover =
        scanner(server).waitForPaper(server.scannerId(), PaperWait::PutIn, stop.get_token());
    clerk.join();
    VERIFY_FAILS(leftover, ErrorCode::Cancelled);

    FakeEsclServer empty({});
    std::thread other([&] {
        while (empty.count(status) < 2) {
            std::this_thread::yield();
        }
        empty.load(pictures(1));
    });
    const Status putIn = scanner(empty).waitForPaper(empty.scannerId(), PaperWait::PutIn, {});
    other.join();
    VERIFY_OK(putIn);
}

void EsclScannerTest::deviceThatGotAnotherAddressIsFoundByItsSerialNumber()
{
    quint16 old = 0;
    {
        const FakeEsclServer before({});
        old = before.port();
    }
    const FakeEsclServer server({});
    // A responder on this machine in place of the network.
    QUdpSocket responder;
    QVERIFY(responder.bind(QHostAddress(QHostAddress::LocalHost), 0));
    connect(&responder, &QUdpSocket::readyRead, this, [&] {
        while (responder.hasPendingDatagrams()) {
            const QNetworkDatagram question = responder.receiveDatagram();
            responder.writeDatagram(question.makeReply(announcementOf(server.port())));
        }
    });
    EsclScanner::Options options{{QStringLiteral("127.0.0.1:%1").arg(old)}, false, {}, quick()};
    options.patience.search = 1s;
    options.place = {0x7f000001, responder.localPort()};
    // Whoever knows no serial number does not look elsewhere.
    VERIFY_FAILS(EsclScanner(options, m_book).list({}), ErrorCode::ScannerLost);
    options.serial = QStringLiteral("12345678-0000-4000-8000-00000000fake");
    const auto found = EsclScanner(options, m_book).list({});
    VERIFY_OK(found);
    QCOMPARE(found->size(), 1U);
    QCOMPARE(found->front().id, server.scannerId());
    QCOMPARE(found->front().serial, options.serial);
    // Others that are found meanwhile are not what was asked for.
    options.serial = QStringLiteral("another");
    VERIFY_FAILS(EsclScanner(options, m_book).list({}), ErrorCode::ScannerLost);
}

void EsclScannerTest::certificateIsKnownAgainAtAnotherAddress()
{
    const QByteArray pem = selfMadeCertificate("scanner");
    const FakeEsclServer first({}, pem);
    QVERIFY(scanner(first).list({}).value().front().trust == LinkTrust::FirstUse);
    const FakeEsclServer moved({}, pem);
    QVERIFY(scanner(moved).list({}).value().front().trust == LinkTrust::Remembered);
    const FakeEsclServer stranger({}, selfMadeCertificate("scanner"));
    QVERIFY(scanner(stranger).list({}).value().front().trust == LinkTrust::FirstUse);
    QVERIFY(m_book->changed().isEmpty());
}

void EsclScannerTest::typedAddressThatIsSilentIsNamed()
{
    quint16 port = 0;
    {
        const FakeEsclServer gone({});
        port = gone.port();
    }
    const FakeEsclServer server({});
    const QString silent = QStringLiteral("http://127.0.0.1:%1").arg(port);
    EsclScanner alone({{silent}, false, {}, quick()}, m_book);
    VERIFY_FAILS(alone.list({}), ErrorCode::ScannerLost);
    EsclScanner both({{silent, server.address()}, false, {}, quick()}, m_book);
    const auto scanners = both.list({});
    VERIFY_OK(scanners);
    QCOMPARE(scanners->size(), 1U);
}

void EsclScannerTest::addressesAreUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("base"); // empty: refused
    const auto row = [](const char* typed, const char* base) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(base);
    };
    row("192.168.1.20", "http://192.168.1.20/eSCL");
    row(" scan-pc:8080/ ", "http://scan-pc:8080/eSCL");
    row("https://10.0.0.7", "https://10.0.0.7/eSCL");
    row("http://10.0.0.7/own/path/", "http://10.0.0.7/own/path");
    row("[fd00::1]:80", "http://[fd00::1]:80/eSCL");
    row("", "");
    row("ftp://10.0.0.7", "");
    row("http://user:word@10.0.0.7", "");
    row("http://10.0.0.7/?a=b", "");
    row("10.0.0.7:99999", "");
    row("two words", "");
}

void EsclScannerTest::addressesAreUnderstood()
{
    QFETCH(QString, typed);
    QFETCH(QString, base);
    const Result<QUrl> understood = EsclScanner::baseFor(typed);
    if (base.isEmpty()) {
        VERIFY_FAILS(understood, ErrorCode::InvalidArgument);
    } else {
        VERIFY_OK(understood);
        QCOMPARE(understood->toString(), base);
    }
}

QTEST_GUILESS_MAIN(EsclScannerTest)
#include "tst_esclscanner.moc"
