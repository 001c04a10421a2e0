// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/escl/esclxml.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::capture;
using namespace sohoa::capture::escl;
using dossier::ColourMode;

namespace {

const QByteArray spaces = " xmlns:scan=\"http://schemas.hp.com/imaging/escl/2011/05/03\""
                          " xmlns:pwg=\"http://www.pwg.org/schemas/2010/12/sm\"";

QByteArray capabilitiesWith(const QByteArray& content)
{
    return "<?xml version=\"1.0\"?><scan:ScannerCapabilities" + spaces + ">" + content +
           "</scan:ScannerCapabilities>";
}

QByteArray platenWith(const QByteArray& content)
{
    return capabilitiesWith("<scan:Platen><scan:PlatenInputCaps>" + content +
                            "</scan:PlatenInputCaps></scan:Platen>");
}

QByteArray statusWith(const QByteArray& content)
{
    return "<scan:ScannerStatus" + spaces + ">" + content + "</scan:ScannerStatus>";
}

const QByteArray jpegColour = "<scan:ColorMode>RGB24</scan:ColorMode><pwg:DocumentFormat>image/jpeg"
                              "</pwg:DocumentFormat>";

} // namespace

class EsclXmlTest : public QObject
{
    Q_OBJECT

private slots:
    void profilesByNameCountForSourcesThatReferToThem();
    void rangesOfResolutionsAreKept();
    void resolutionIsTheNextThatIsEnough_data();
    void resolutionIsTheNextThatIsEnough();
    void pageIsNeverLargerThanTheDevice();
    void nonsenseIsRefused_data();
    void nonsenseIsRefused();
    void numbersOutOfRangeAreAsIfNotThere();
    void statesOfTheFeederAreToldApart_data();
    void statesOfTheFeederAreToldApart();
    void jobIsFoundUnderWhateverHostItIsNamed();
    void jobOfTheSameNameElsewhereIsNotTakenForOurs();
};

void EsclXmlTest::profilesByNameCountForSourcesThatReferToThem()
{
    const auto device = parseCapabilities(capabilitiesWith(
        "<pwg:MakeAndModel>Máy quét</pwg:MakeAndModel><scan:SettingProfiles>"
        "<scan:SettingProfile name=\"p1\"><scan:ColorModes>" +
        jpegColour +
        "</scan:ColorModes><scan:XResolution>300</scan:XResolution></scan:SettingProfile>"
        "<scan:SettingProfile name=\"p2\"><scan:XResolution>600</scan:XResolution></scan:SettingProfile>"
        "</scan:SettingProfiles>"
        "<scan:Adf><scan:AdfSimplexInputCaps><scan:MaxWidth>2550</scan:MaxWidth><scan:SettingProfiles>"
        "<scan:SettingProfile ref=\"p1\"/></scan:SettingProfiles></scan:AdfSimplexInputCaps></scan:Adf>"));
    VERIFY_OK(device);
    QCOMPARE(device->makeAndModel, QStringLiteral("Máy quét"));
    QVERIFY(!device->platen && !device->duplex && device->feeder);
    QCOMPARE(device->feeder->colourModes, QStringList{QStringLiteral("RGB24")});
    QCOMPARE(device->feeder->formats, QStringList{QStringLiteral("image/jpeg")});
    QCOMPARE(device->feeder->resolutions, std::vector<int>{300});
    QCOMPARE(device->feeder->maxWidth, 2550);
}

void EsclXmlTest::rangesOfResolutionsAreKept()
{
    const auto device = parseCapabilities(
        platenWith(jpegColour +
                   "<scan:ResolutionRange><scan:XResolutionRange><scan:Min>90</scan:Min><scan:Max>1200"
                   "</scan:Max><scan:Normal>300</scan:Normal><scan:Step>1</scan:Step></scan:XResolutionRange>"
                   "<scan:YResolutionRange><scan:Min>1</scan:Min><scan:Max>2</scan:Max>"
                   "</scan:YResolutionRange></scan:ResolutionRange>"));
    VERIFY_OK(device);
    QCOMPARE(device->platen->lowestDpi, 90);
    QCOMPARE(device->platen->highestDpi, 1200);
    QCOMPARE(device->platen->resolutions, (std::vector<int>{100, 150, 200, 300, 400, 600, 1200}));
    ScanSettings wanted;
    wanted.dpi = 257;
    const auto settings = settingsFor(*device, wanted);
    VERIFY_OK(settings);
    QCOMPARE(settings->dpi, 257);
}

void EsclXmlTest::resolutionIsTheNextThatIsEnough_data()
{
    QTest::addColumn<int>("wanted");
    QTest::addColumn<int>("chosen");
    QTest::newRow("below") << 50 << 100;
    QTest::newRow("between") << 240 << 300;
    QTest::newRow("exact") << 300 << 300;
    QTest::newRow("above") << 2400 << 600;
}

void EsclXmlTest::resolutionIsTheNextThatIsEnough()
{
    QFETCH(int, wanted);
    QFETCH(int, chosen);
    const auto device = parseCapabilities(
        platenWith(jpegColour + "<scan:XResolution>600</scan:XResolution><scan:XResolution>100"
                                "</scan:XResolution><scan:XResolution>300</scan:XResolution>"));
    VERIFY_OK(device);
    ScanSettings settings;
    settings.dpi = wanted;
    QCOMPARE(settingsFor(*device, settings).value().dpi, chosen);
}

void EsclXmlTest::pageIsNeverLargerThanTheDevice()
{
    const auto device = parseCapabilities(
        platenWith(jpegColour + "<scan:MaxWidth>2550</scan:MaxWidth><scan:MaxHeight>3508</scan:MaxHeight>"
                                "<scan:MinHeight>300</scan:MinHeight>"));
    VERIFY_OK(device);
    ScanSettings wanted;
    wanted.widthMm = 297; // A3, on a device for A4
    wanted.heightMm = 420;
    QCOMPARE(settingsFor(*device, wanted).value().width, 2550);
    QCOMPARE(settingsFor(*device, wanted).value().height, 3508);
    wanted.widthMm = 0; // as large as it can
    wanted.heightMm = 10;
    QCOMPARE(settingsFor(*device, wanted).value().width, 2550);
    QCOMPARE(settingsFor(*device, wanted).value().height, 300);
}

void EsclXmlTest::nonsenseIsRefused_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("page of a web server") << QByteArray("<html><body>Login</body></html>");
    QTest::newRow("cut") << platenWith(jpegColour).left(150);
    QTest::newRow("no source") << capabilitiesWith("<pwg:Version>2.0</pwg:Version>");
    QTest::newRow("entities") << QByteArray("<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]>") +
                                     platenWith("&c;");
    QTest::newRow("too deep") << platenWith(QByteArray("<a>").repeated(100) +
                                            QByteArray("</a>").repeated(100));
    QTest::newRow("too large") << platenWith(QByteArray(2 * 1024 * 1024, ' '));
}

void EsclXmlTest::nonsenseIsRefused()
{
    QFETCH(QByteArray, xml);
    VERIFY_FAILS(parseCapabilities(xml), ErrorCode::ScannerFailed);
    VERIFY_FAILS(parseStatus(xml), ErrorCode::ScannerFailed);
}

void EsclXmlTest::numbersOutOfRangeAreAsIfNotThere()
{
    const auto device = parseCapabilities(platenWith(
        jpegColour + "<scan:MaxWidth>99999999999</scan:MaxWidth><scan:MaxHeight>-5</scan:MaxHeight>"
                     "<scan:XResolution>1000000</scan:XResolution><scan:XResolution>0</scan:XResolution>"
                     "<scan:XResolution>many</scan:XResolution>"));
    VERIFY_OK(device);
    QCOMPARE(device->platen->maxWidth, 0);
    QCOMPARE(device->platen->maxHeight, 0);
    QVERIFY(device->platen->resolutions.empty());
    ScanSettings wanted;
    QCOMPARE(settingsFor(*device, wanted).value().width, 2480); // nothing says it is too wide
    wanted.widthMm = 0;
    const auto settings = settingsFor(*device, wanted);
    VERIFY_OK(settings);
    QCOMPARE(settings->dpi, 300);
    QCOMPARE(settings->width, 0); // the device shall choose
    QVERIFY(!jobDocument(*settings, {}).contains("ScanRegion"));
}

void EsclXmlTest::statesOfTheFeederAreToldApart_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("code"); // -1: no error
    const auto row = [](const char* word, AdfState state, std::optional<ErrorCode> code) {
        QTest::newRow(word) << QByteArray(word) << static_cast<int>(state)
                            << (code ? static_cast<int>(*code) : -1);
    };
    row("ScannerAdfLoaded", AdfState::Loaded, {});
    row("ScannerAdfEmpty", AdfState::Empty, {});
    row("ScannerAdfProcessing", AdfState::Processing, {});
    row("ScannerAdfJam", AdfState::Jam, ErrorCode::ScannerJam);
    row("ScannerAdfMispick", AdfState::Jam, ErrorCode::ScannerJam);
    row("ScannerAdfMultipickDetected", AdfState::DoubleFeed, ErrorCode::ScannerDoubleFeed);
    row("ScannerAdfHatchOpen", AdfState::CoverOpen, ErrorCode::ScannerCoverOpen);
    row("ScannerAdfInputTrayFailed", AdfState::Fault, ErrorCode::ScannerFailed);
    row("SomethingOfNextYear", AdfState::Unknown, {});
}

void EsclXmlTest::statesOfTheFeederAreToldApart()
{
    QFETCH(QByteArray, word);
    QFETCH(int, state);
    QFETCH(int, code);
    const auto status = parseStatus(statusWith("<scan:AdfState>" + word + "</scan:AdfState>"));
    VERIFY_OK(status);
    QCOMPARE(static_cast<int>(status->adf), state);
    const auto error = errorFor(status->adf);
    QCOMPARE(error ? static_cast<int>(*error) : -1, code);
}

void EsclXmlTest::jobIsFoundUnderWhateverHostItIsNamed()
{
    const auto status = parseStatus(statusWith(
        "<scan:Jobs><scan:JobInfo><pwg:JobUri>http://other.local:8080/eSCL/ScanJobs/ab-1</pwg:JobUri>"
        "<pwg:ImagesCompleted>4</pwg:ImagesCompleted><pwg:JobState>Processing</pwg:JobState>"
        "<pwg:JobStateReasons><pwg:JobStateReason>JobScanning</pwg:JobStateReason></pwg:JobStateReasons>"
        "</scan:JobInfo><scan:JobInfo><pwg:JobUri>/eSCL/ScanJobs/ab-2</pwg:JobUri>"
        "<pwg:JobState>Aborted</pwg:JobState></scan:JobInfo></scan:Jobs>"));
    VERIFY_OK(status);
    const auto first = status->job("/eSCL/ScanJobs/ab-1");
    QVERIFY(first.has_value());
    QCOMPARE(first->completed, 4);
    QCOMPARE(first->toTransfer, -1);
    QVERIFY(first->state == JobState::Processing);
    QCOMPARE(first->reasons, QStringList{QStringLiteral("JobScanning")});
    QVERIFY(status->job("/eSCL/ScanJobs/ab-2")->state == JobState::Aborted);
    QVERIFY(!status->job("/eSCL/ScanJobs/ab-3").has_value());
    QVERIFY(!status->job("/eSCL/ScanJobs/b-1").has_value());
}

void EsclXmlTest::jobOfTheSameNameElsewhereIsNotTakenForOurs()
{
    const auto status = parseStatus(
        statusWith("<scan:Jobs><scan:JobInfo><pwg:JobUri>/old/ScanJobs/1</pwg:JobUri>"
                   "<pwg:JobState>Canceled</pwg:JobState></scan:JobInfo>"
                   "<scan:JobInfo><pwg:JobUri>/eSCL/ScanJobs/1/</pwg:JobUri>"
                   "<pwg:JobState>Processing</pwg:JobState></scan:JobInfo>"
                   "<scan:JobInfo><pwg:JobUri>/fax/Jobs/7</pwg:JobUri><pwg:JobState>Aborted</pwg:JobState>"
                   "</scan:JobInfo><scan:JobInfo><pwg:JobUri>/print/Jobs/7</pwg:JobUri>"
                   "<pwg:JobState>Completed</pwg:JobState></scan:JobInfo></scan:Jobs>"));
    VERIFY_OK(status);
    QVERIFY(status->job("/eSCL/ScanJobs/1")->state == JobState::Processing);
    QVERIFY(!status->job("/eSCL/ScanJobs/7").has_value()); // one of two: nobody knows which
}

QTEST_GUILESS_MAIN(EsclXmlTest)
#include "tst_esclxml.moc"
