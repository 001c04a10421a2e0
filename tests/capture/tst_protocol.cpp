// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/protocol.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::capture;

class ProtocolTest : public QObject
{
    Q_OBJECT

private slots:
    void framesSurviveEverySplit();
    void whatIsSentIsUnderstood();
    void settingsSurvive();
    void settingsOutOfRangeAreRefused();
    void nonsenseIsALostScanner_data();
    void nonsenseIsALostScanner();
    void unknownErrorsAreALostScanner();
};

namespace {

const ScannedPage page{QByteArray("\x00\n{}\xff", 5), dossier::PageFormat::Tiff, 7, true,
                       QStringLiteral("Máy quét 1")};

} // namespace

void ProtocolTest::framesSurviveEverySplit()
{
    const QByteArray stream = protocol::encode(protocol::aliveFrame()) +
                              protocol::encode(protocol::frameFor(page)) +
                              protocol::encode(protocol::frameFor(ScanSummary{7, ScanEnd::OutOfPaper}));
    for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
        protocol::FrameReader reader;
        std::vector<protocol::Frame> frames;
        for (const QByteArray& piece : {stream.left(cut), stream.mid(cut)}) {
            reader.append(piece);
            while (true) {
                const auto frame = reader.next();
                VERIFY_OK(frame);
                if (!*frame) {
                    break;
                }
                frames.push_back(**frame);
            }
        }
        QCOMPARE(frames.size(), 3U);
        QCOMPARE(protocol::kindOf(frames[0]), QStringLiteral("alive"));
        QCOMPARE(protocol::pageFrom(frames[1]).value(), page);
        QCOMPARE(protocol::summaryFrom(frames[2]).value(), (ScanSummary{7, ScanEnd::OutOfPaper}));
    }
}

void ProtocolTest::whatIsSentIsUnderstood()
{
    const ScannerInfo scanner{
        QStringLiteral("airscan:e0:Máy"),
        QStringLiteral("Epson"),
        true,
        true,
        false,
        {75, 300, 1200},
        {dossier::ColourMode::Grey, dossier::ColourMode::Bilevel},
        215.9,
        355.6,
        {{PaperSource::Flatbed, {75, 300}, 50, 1200, {dossier::ColourMode::Grey}, 215.9, 297},
         {PaperSource::FeederDuplex, {300}, 0, 0, {dossier::ColourMode::Bilevel}, 210, 355.6}},
        true,
        QStringLiteral("serial 1")};
    const auto understood = protocol::scannerFrom(protocol::frameFor(scanner));
    VERIFY_OK(understood);
    QCOMPARE(*understood, scanner);
    const Error error{ErrorCode::ScannerCoverOpen, QStringLiteral("cover")};
    QCOMPARE(protocol::errorFrom(protocol::frameFor(error)), error);
}

void ProtocolTest::settingsSurvive()
{
    for (const PaperSource source : {PaperSource::Flatbed, PaperSource::Feeder, PaperSource::FeederDuplex}) {
        ScanSettings settings;
        settings.scannerId = QStringLiteral("test:0");
        settings.source = source;
        settings.dpi = 200;
        settings.mode = dossier::ColourMode::Bilevel;
        settings.widthMm = 148;
        settings.heightMm = 0;
        settings.pageLimit = 3;
        const auto understood = protocol::settingsFrom(protocol::scanRequest(settings));
        VERIFY_OK(understood);
        QCOMPARE(*understood, settings);
    }
}

void ProtocolTest::settingsOutOfRangeAreRefused()
{
    ScanSettings settings;
    VERIFY_FAILS(protocol::settingsFrom(protocol::scanRequest(settings)), ErrorCode::InvalidArgument);
    settings.scannerId = QStringLiteral("test:0");
    VERIFY_OK(protocol::settingsFrom(protocol::scanRequest(settings)));
    settings.dpi = 0;
    VERIFY_FAILS(protocol::settingsFrom(protocol::scanRequest(settings)), ErrorCode::InvalidArgument);
    settings.dpi = 300;
    settings.heightMm = -1;
    VERIFY_FAILS(protocol::settingsFrom(protocol::scanRequest(settings)), ErrorCode::InvalidArgument);
    VERIFY_FAILS(protocol::settingsFrom({}), ErrorCode::InvalidArgument);
}

void ProtocolTest::nonsenseIsALostScanner_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no JSON") << QByteArray("hello\n");
    QTest::newRow("no object") << QByteArray("[1]\n");
    QTest::newRow("negative length") << QByteArray("{\"is\":\"page\",\"bytes\":-5}\n");
    QTest::newRow("huge length") << QByteArray("{\"is\":\"page\",\"bytes\":99999999999}\n");
    QTest::newRow("endless line") << QByteArray(100000, 'x');
}

void ProtocolTest::nonsenseIsALostScanner()
{
    QFETCH(QByteArray, bytes);
    protocol::FrameReader reader;
    reader.append(bytes);
    VERIFY_FAILS(reader.next(), ErrorCode::ScannerLost);
}

void ProtocolTest::unknownErrorsAreALostScanner()
{
    // A helper has no say about our disk or our key.
    for (const ErrorCode code : {ErrorCode::DiskFull, ErrorCode::KeyWrong}) {
        QVERIFY(protocol::errorFrom(protocol::frameFor(Error{code, {}})).code == ErrorCode::ScannerLost);
    }
    VERIFY_FAILS(protocol::pageFrom(protocol::aliveFrame()), ErrorCode::ScannerLost);
    VERIFY_FAILS(protocol::scannerFrom(protocol::aliveFrame()), ErrorCode::ScannerLost);
    VERIFY_FAILS(protocol::summaryFrom(protocol::aliveFrame()), ErrorCode::ScannerLost);
}

QTEST_GUILESS_MAIN(ProtocolTest)
#include "tst_protocol.moc"
