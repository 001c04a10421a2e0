// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "pdf/jpegheader.h"
#include "pdf/pictures.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::pdf;
using dossier::ColourMode;

Q_DECLARE_METATYPE(sohoa::pdf::JpegHeader::Colour)

class JpegHeaderTest : public QObject
{
    Q_OBJECT

private slots:
    void markersAreRead_data();
    void markersAreRead();
    void truncatedDataHasNoEnd();
    void badDataIsRefused_data();
    void badDataIsRefused();
    void anyPrefixIsReadOrRefused();
};

void JpegHeaderTest::markersAreRead_data()
{
    using Colour = JpegHeader::Colour;
    QTest::addColumn<QByteArray>("jpeg");
    QTest::addColumn<int>("components");
    QTest::addColumn<Colour>("colour");
    QTest::addColumn<bool>("progressive");
    const QImage colour = test::drawnPage(120, 80, ColourMode::Colour);
    const QImage grey = test::drawnPage(120, 80, ColourMode::Grey);
    QTest::newRow("colour") << test::jpegOf(colour) << 3 << Colour::YCbCr << false;
    QTest::newRow("grey") << test::jpegOf(grey) << 1 << Colour::Grey << false;
    QTest::newRow("progressive") << test::jpegOf(colour, true) << 3 << Colour::YCbCr << true;
    QTest::newRow("Adobe RGB") << test::withAdobeMarker(test::jpegOf(colour), 0) << 3 << Colour::Rgb << false;
    QTest::newRow("Adobe YCC") << test::withAdobeMarker(test::jpegOf(colour), 1) << 3 << Colour::YCbCr
                               << false;
    QTest::newRow("Adobe nonsense") << test::withAdobeMarker(test::jpegOf(colour), 7) << 3 << Colour::Unclear
                                    << false;
    QTest::newRow("CMYK") << test::cmykJpegHeader(120, 80) << 4 << Colour::FourComponents << false;
}

void JpegHeaderTest::markersAreRead()
{
    QFETCH(QByteArray, jpeg);
    QFETCH(int, components);
    QFETCH(JpegHeader::Colour, colour);
    QFETCH(bool, progressive);
    const auto header = readJpegHeader(jpeg);
    VERIFY_OK(header);
    QCOMPARE(header->width, 120);
    QCOMPARE(header->height, 80);
    QCOMPARE(header->bits, 8);
    QCOMPARE(header->components, components);
    QCOMPARE(header->colour, colour);
    QCOMPARE(header->progressive, progressive);
    QVERIFY(header->ended);
}

void JpegHeaderTest::truncatedDataHasNoEnd()
{
    const QByteArray jpeg = test::jpegOf(test::drawnPage(120, 80, ColourMode::Colour));
    const auto header = readJpegHeader(QByteArrayView(jpeg).chopped(300));
    VERIFY_OK(header);
    QVERIFY(!header->ended);
}

void JpegHeaderTest::badDataIsRefused_data()
{
    QTest::addColumn<QByteArray>("jpeg");
    QTest::addColumn<int>("code");
    QByteArray lossless = test::jpegOf(test::drawnPage(40, 40, ColourMode::Grey));
    const qsizetype frame = lossless.indexOf(QByteArray("\xFF\xC0"));
    QVERIFY(frame > 0);
    lossless[frame + 1] = '\xC3';
    QByteArray noHeight = test::jpegOf(test::drawnPage(40, 40, ColourMode::Grey));
    noHeight[frame + 5] = '\0';
    noHeight[frame + 6] = '\0';
    QTest::newRow("empty") << QByteArray() << int(ErrorCode::ImageDamaged);
    QTest::newRow("text") << QByteArray("Cộng hòa xã hội chủ nghĩa Việt Nam") << int(ErrorCode::ImageDamaged);
    QTest::newRow("start only") << QByteArray("\xFF\xD8\xFF\xE0\x00\x10", 6)
                                << int(ErrorCode::ImageTruncated);
    QTest::newRow("lossless") << lossless << int(ErrorCode::Unsupported);
    QTest::newRow("height comes later") << noHeight << int(ErrorCode::Unsupported);
}

void JpegHeaderTest::badDataIsRefused()
{
    QFETCH(QByteArray, jpeg);
    QFETCH(int, code);
    VERIFY_FAILS(readJpegHeader(jpeg), static_cast<ErrorCode>(code));
}

void JpegHeaderTest::anyPrefixIsReadOrRefused()
{
    const QByteArray jpeg = test::jpegOf(test::drawnPage(64, 64, ColourMode::Colour), true);
    for (qsizetype length = 0; length < jpeg.size(); ++length) {
        const QByteArray part(jpeg.constData(), length); // of its own, so that a read beyond it is seen
        const auto header = readJpegHeader(part);
        QVERIFY(!header || !header->ended);
    }
}

QTEST_GUILESS_MAIN(JpegHeaderTest)
#include "tst_jpegheader.moc"
