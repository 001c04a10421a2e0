// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "pdf/jpegheader.h"
#include "pdf/paperwriter.h"
#include "pdf/pdfpages.h"
#include "pdf/pictures.h"
#include "pdf/render.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::pdf;
using dossier::ColourMode;
using dossier::PageFormat;

namespace {

const QByteArray
    rgbJpeg("/Width 413 /Height 585 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode");

/// 413 x 585 on 595 x 842 points is 50 dpi.
QByteArray colourJpeg()
{
    static const QByteArray jpeg = test::jpegOf(test::drawnPage(413, 585, ColourMode::Colour));
    return jpeg;
}

Result<TakenPage> takeOnly(const QByteArray& pdf)
{
    SOHOA_ASSIGN(PdfSource source, PdfSource::open(pdf));
    return source.take(0);
}

QByteArray deflated(const QByteArray& data)
{
    return qCompress(data).mid(4);
}

QByteArray rgbSamples(const QImage& image)
{
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    QByteArray samples;
    for (int y = 0; y < rgb.height(); ++y) {
        samples.append(reinterpret_cast<const char*>(rgb.constScanLine(y)), qsizetype(rgb.width()) * 3);
    }
    return samples;
}

bool sameColours(const QImage& one, const QImage& other)
{
    return one.size() == other.size() &&
           one.convertToFormat(QImage::Format_RGB32) == other.convertToFormat(QImage::Format_RGB32);
}

} // namespace

class PdfPagesTest : public QObject
{
    Q_OBJECT

private slots:
    void ownPapersGiveTheirPicturesBack();
    void solePictureComesOutUnharmed_data();
    void solePictureComesOutUnharmed();
    void anythingMoreIsDrawn_data();
    void anythingMoreIsDrawn();
    void turnsAddUp_data();
    void turnsAddUp();
    void unitsAreHonoured();
    void g4IsWrappedPixelByPixel_data();
    void g4IsWrappedPixelByPixel();
    void losslessPicturesComeOutPixelByPixel_data();
    void losslessPicturesComeOutPixelByPixel();
    void stripsAreDrawnAtTheirResolution();
    void textIsDrawnAt300Dpi();
    void stampsAreSeen();
    void pagesKeepTheirOrder();
    void brokenTreesAreDrawnPageByPage();
    void drawingHasTheSizeAskedFor();
    void contentBehindAPredictorOfOddPixelsIsRead();
    void aPictureOnAPageOfNoSizeIsDrawn();
    void stopsWhenAsked();
};

void PdfPagesTest::ownPapersGiveTheirPicturesBack()
{
    PaperPage turned = test::jpegPage(test::drawnPage(300, 420, ColourMode::Grey), 200);
    turned.turn = 90;
    const QImage mono = test::drawnPage(333, 420, ColourMode::Bilevel);
    const QImage colour = test::drawnPage(301, 420, ColourMode::Colour);
    const std::vector<PaperPage> pages = {test::jpegPage(colour, 200), turned, test::g4Page(mono, 300),
                                          test::flatePage(colour, 250, ColourMode::Colour),
                                          test::flatePage(mono, 250, ColourMode::Bilevel)};
    const auto pdf = writePaper(pages, test::vietnameseInfo());
    VERIFY_OK(pdf);
    auto source = PdfSource::open(*pdf);
    VERIFY_OK(source);
    QCOMPARE(source->pageCount(), 5);
    for (int i = 0; i < 5; ++i) {
        const PaperPage& page = pages[static_cast<std::size_t>(i)];
        const auto taken = source->take(i);
        VERIFY_OK(taken);
        QVERIFY(!taken->rendered);
        QCOMPARE(taken->indexInFile, i);
        QCOMPARE(taken->width, page.width);
        QCOMPARE(taken->height, page.height);
        QCOMPARE(taken->turn, page.turn);
        QVERIFY(taken->mode == page.mode);
        QVERIFY(std::abs(taken->dpi - page.dpi) < 0.05);
        switch (page.encoding) {
        case PaperPage::Encoding::Jpeg:
            QVERIFY(taken->bytes == page.data);
            break;
        case PaperPage::Encoding::G4:
            QVERIFY(test::readByLeptonica(taken->bytes) == mono);
            break;
        case PaperPage::Encoding::Flate:
            QVERIFY(sameColours(QImage::fromData(taken->bytes), page.image));
            break;
        }
    }
}

void PdfPagesTest::solePictureComesOutUnharmed_data()
{
    QTest::addColumn<QByteArray>("pdf");
    const auto row = [](const char* name, const QByteArray& content, const QByteArray& entries = {}) {
        QTest::newRow(name) << test::pdfWithPicture(rgbJpeg, colourJpeg(), entries, content);
    };
    const QByteArray draw = "q 595 0 0 842 0 0 cm /Im Do Q ";
    row("alone", draw);
    row("invisible text", draw + "BT /F1 12 Tf 3 Tr 50 50 Td (Can cuoc) Tj ET");
    row("visible text below the picture", "BT /F1 12 Tf 50 50 Td (Can cuoc) Tj ET " + draw);
    row("white ground below", "1 g 0 0 595 842 re f " + draw);
    row("clip as large as the page", "q 0 0 595 842 re W n " + draw + " Q");
    row("matrix in two steps", "q 595 0 0 1 0 0 cm 1 0 0 842 0 0 cm /Im Do Q");
    row("a millimetre of margin", "q 589 0 0 836 3 3 cm /Im Do Q");
    row("a link above", draw, "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 100 100] >>]");
    row("empty path", draw + " 10 10 m n");
    QTest::newRow("colours by profile") << [] {
        test::PdfBuilder builder;
        const int profile = builder.addStream("/N 3", "not looked at");
        const int image = builder.addStream(
            "/Type /XObject /Subtype /Image /Width 413 /Height 585 /ColorSpace [/ICCBased " +
                QByteArray::number(profile) + " 0 R] /BitsPerComponent 8 /Filter [/DCTDecode]",
            colourJpeg());
        const int content = builder.addStream({}, "q 595 0 0 842 0 0 cm /Im Do Q");
        return builder.onePage("/MediaBox [0 0 595 842] /Resources << /XObject << /Im " +
                               QByteArray::number(image) + " 0 R >> >> /Contents " +
                               QByteArray::number(content) + " 0 R");
    }();
    QTest::newRow("within a form, content in two parts") << [] {
        test::PdfBuilder builder;
        const int image = builder.addStream("/Type /XObject /Subtype /Image " + rgbJpeg, colourJpeg());
        const int form =
            builder.addStream("/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Matrix [595 0 0 842 0 0] "
                              "/Resources << /XObject << /Im " +
                                  QByteArray::number(image) + " 0 R >> >>",
                              "/Im Do");
        const int first = builder.addStream({}, "q 1 0 0 1 0");
        const int second = builder.addStream("/Filter /FlateDecode", deflated("0 cm /Fm Do Q"));
        return builder.onePage("/MediaBox [0 0 595 842] /Resources << /XObject << /Fm " +
                               QByteArray::number(form) + " 0 R >> >> /Contents [" +
                               QByteArray::number(first) + " 0 R " + QByteArray::number(second) + " 0 R]");
    }();
}

void PdfPagesTest::solePictureComesOutUnharmed()
{
    QFETCH(QByteArray, pdf);
    const auto taken = takeOnly(pdf);
    VERIFY_OK(taken);
    QVERIFY(taken->format == PageFormat::Jpeg);
    QVERIFY(taken->bytes == colourJpeg());
    QVERIFY(!taken->rendered);
    QVERIFY(std::abs(taken->dpi - 50) < 1);
}

void PdfPagesTest::anythingMoreIsDrawn_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<double>("dpi");
    const auto row = [](const char* name, double dpi, const QByteArray& content,
                        const QByteArray& image = rgbJpeg, const QByteArray& entries = {}) {
        QTest::newRow(name) << test::pdfWithPicture(image, colourJpeg(), entries, content) << dpi;
    };
    const QByteArray draw = "q 595 0 0 842 0 0 cm /Im Do Q ";
    row("visible text", 300, draw + "BT /F1 12 Tf 50 50 Td (Can cuoc) Tj ET");
    row("a line", 300, draw + "0 0 m 100 100 l S");
    row("a filled field", 300, draw + "10 10 50 50 re f");
    row("an inline picture", 300, draw + "q 10 0 0 10 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q");
    row("half the page", 300, "q 595 0 0 421 0 0 cm /Im Do Q");
    row("hanging over", 300, "q 1190 0 0 1684 0 0 cm /Im Do Q");
    row("cut by a clip", 300, "q 0 0 300 842 re W n " + draw + "Q");
    row("mirrored", 50, "q -595 0 0 842 595 0 cm /Im Do Q");
    row("slanted", 50, "q 595 5 -5 842 0 0 cm /Im Do Q");
    row("inverted", 50, draw, rgbJpeg + " /Decode [1 0 1 0 1 0]");
    row("of colours that are told otherwise", 50, draw, rgbJpeg + " /DecodeParms << /ColorTransform 0 >>");
    row("half transparent", 50, "/G gs " + draw, rgbJpeg,
        "/Resources << /ExtGState << /G << /ca 0.5 >> >> /XObject << /Im 1 0 R >> >>");
    row("layer", 50, "/OC /L BDC " + draw + "EMC");
    row("uneven dots", 100, "q 595 0 0 842 0 0 cm /Im Do Q",
        "/Width 413 /Height 1170 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode");
}

void PdfPagesTest::anythingMoreIsDrawn()
{
    QFETCH(QByteArray, pdf);
    QFETCH(double, dpi);
    const auto taken = takeOnly(pdf);
    VERIFY_OK(taken);
    QVERIFY(taken->rendered);
    QVERIFY(taken->format == PageFormat::Png);
    QCOMPARE(taken->turn, 0);
    QVERIFY2(std::abs(taken->dpi - dpi) < 2, qPrintable(QString::number(taken->dpi)));
    const QImage image = QImage::fromData(taken->bytes);
    QCOMPARE(image.size(), QSize(taken->width, taken->height));
    QCOMPARE(image.width(), qRound(595 / 72.0 * taken->dpi));
}

void PdfPagesTest::turnsAddUp_data()
{
    QTest::addColumn<QByteArray>("matrix");
    QTest::addColumn<int>("rotate");
    QTest::addColumn<int>("turn");
    QTest::newRow("none") << QByteArray("585 0 0 413 0 0") << 0 << 0;
    QTest::newRow("page 90") << QByteArray("585 0 0 413 0 0") << 90 << 90;
    QTest::newRow("page -90") << QByteArray("585 0 0 413 0 0") << -90 << 270;
    QTest::newRow("page 450") << QByteArray("585 0 0 413 0 0") << 450 << 90;
    QTest::newRow("picture upside down") << QByteArray("-585 0 0 -413 585 413") << 0 << 180;
    QTest::newRow("picture and page") << QByteArray("-585 0 0 -413 585 413") << 180 << 0;
    QTest::newRow("picture to the left") << QByteArray("0 413 -585 0 585 0") << 0 << 270;
    QTest::newRow("picture to the right") << QByteArray("0 -413 585 0 0 413") << 0 << 90;
    QTest::newRow("to the right, page 90") << QByteArray("0 -413 585 0 0 413") << 90 << 180;
}

void PdfPagesTest::turnsAddUp()
{
    QFETCH(QByteArray, matrix);
    QFETCH(int, rotate);
    QFETCH(int, turn);
    // One corner dark, so that QtPdf can tell us how the page really looks.
    const bool across = matrix.startsWith("0 ");
    QImage picture(across ? 413 : 585, across ? 585 : 413, QImage::Format_RGB32);
    picture.fill(Qt::white);
    for (int y = 0; y < 100; ++y) {
        for (int x = 0; x < 100; ++x) {
            picture.setPixel(x, y, qRgb(0, 0, 0));
        }
    }
    const QByteArray jpeg = test::jpegOf(picture);
    test::PdfBuilder builder;
    const int image =
        builder.addStream("/Type /XObject /Subtype /Image /Width " + QByteArray::number(picture.width()) +
                              " /Height " + QByteArray::number(picture.height()) +
                              " /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode",
                          jpeg);
    const int content = builder.addStream({}, "q " + matrix + " cm /Im Do Q");
    const QByteArray pdf = builder.onePage("/MediaBox [0 0 585 413] /Rotate " + QByteArray::number(rotate) +
                                           " /Resources << /XObject << /Im " + QByteArray::number(image) +
                                           " 0 R >> >> /Contents " + QByteArray::number(content) + " 0 R");
    const auto taken = takeOnly(pdf);
    VERIFY_OK(taken);
    QVERIFY(!taken->rendered && taken->bytes == jpeg);
    QCOMPARE(taken->turn, turn);
    const auto drawn = renderPage(pdf, 0, {72, 0});
    VERIFY_OK(drawn);
    const QImage upright = picture.transformed(QTransform().rotate(taken->turn));
    QCOMPARE(drawn->size(), upright.size());
    for (const QPoint corner :
         {QPoint(40, 40), QPoint(drawn->width() - 40, 40), QPoint(40, drawn->height() - 40),
          QPoint(drawn->width() - 40, drawn->height() - 40)}) {
        QCOMPARE(qGray(drawn->pixel(corner)) < 128, qGray(upright.pixel(corner)) < 128);
    }
}

void PdfPagesTest::unitsAreHonoured()
{
    const auto taken = takeOnly(test::pdfWithPicture(rgbJpeg, colourJpeg(), "/UserUnit 2"));
    VERIFY_OK(taken);
    QVERIFY(std::abs(taken->dpi - 25) < 0.5);
}

void PdfPagesTest::g4IsWrappedPixelByPixel_data()
{
    QTest::addColumn<QByteArray>("entries");
    QTest::addColumn<bool>("inverted");
    QTest::newRow("usual") << QByteArray("/DecodeParms << /K -1 /Columns 413 /Rows 585 >>") << false;
    QTest::newRow("black is 1") << QByteArray("/DecodeParms << /K -1 /Columns 413 /BlackIs1 true >>") << true;
    QTest::newRow("decoded inverted")
        << QByteArray("/DecodeParms << /K -1 /Columns 413 >> /Decode [1 0]") << true;
    QTest::newRow("both") << QByteArray("/DecodeParms << /K -1 /Columns 413 /BlackIs1 true >> /Decode [1 0]")
                          << false;
}

void PdfPagesTest::g4IsWrappedPixelByPixel()
{
    QFETCH(QByteArray, entries);
    QFETCH(bool, inverted);
    QImage mono = test::drawnPage(413, 585, ColourMode::Bilevel);
    const QByteArray pdf = test::pdfWithPicture(
        "/Width 413 /Height 585 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode " +
            entries,
        test::g4Of(mono));
    const auto taken = takeOnly(pdf);
    VERIFY_OK(taken);
    QVERIFY(taken->format == PageFormat::Tiff);
    QVERIFY(taken->mode == ColourMode::Bilevel);
    if (inverted) {
        mono.invertPixels();
    }
    const QImage read = test::readByLeptonica(taken->bytes);
    QVERIFY(sameColours(read, mono));
    const auto drawn = renderPage(pdf, 0, {50 * 413 / 413.19, 0}); // QtPdf sees the same black and white
    VERIFY_OK(drawn);
    QCOMPARE(qGray(drawn->pixel(5, 5)) < 128, qGray(mono.pixel(5, 5)) < 128);
}

void PdfPagesTest::losslessPicturesComeOutPixelByPixel_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<QImage>("image");
    QTest::addColumn<bool>("rendered");
    const QImage colour = test::drawnPage(413, 585, ColourMode::Colour);
    const QByteArray size = "/Width 413 /Height 585 ";
    const QByteArray samples = rgbSamples(colour);
    QTest::newRow("Flate") << test::pdfWithPicture(size +
                                                       "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter "
                                                       "/FlateDecode",
                                                   deflated(samples))
                           << colour << false;
    QTest::newRow("not compressed") << test::pdfWithPicture(
                                           size + "/ColorSpace /DeviceRGB /BitsPerComponent 8", samples)
                                    << colour << false;
    QByteArray twofold; // TIFF predictor
    for (int y = 0; y < 585; ++y) {
        const QByteArray row = samples.mid(qsizetype(y) * 413 * 3, 413 * 3);
        QByteArray less = row;
        for (qsizetype i = 3; i < row.size(); ++i) {
            less[i] = static_cast<char>(row.at(i) - row.at(i - 3));
        }
        twofold += less;
    }
    QTest::newRow("TIFF predictor") << test::pdfWithPicture(
                                           size + "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter "
                                                  "/FlateDecode /DecodeParms << /Predictor 2 /Columns 413 "
                                                  "/Colors 3 >>",
                                           deflated(twofold))
                                    << colour << false;
    QByteArray runs; // literal runs only
    for (qsizetype i = 0; i < samples.size(); i += 128) {
        const QByteArray part = samples.mid(i, 128);
        runs += static_cast<char>(part.size() - 1) + part;
    }
    QTest::newRow("run length")
        << test::pdfWithPicture(
               size + "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter [/RunLengthDecode]", runs + '\x80')
        << colour << true;
    QImage indexed(413, 585, QImage::Format_RGB32);
    QByteArray indices;
    for (int y = 0; y < 585; ++y) {
        for (int x = 0; x < 413; ++x) {
            const int index = (x / 7 + y / 5) % 3;
            indices += static_cast<char>(index);
            indexed.setPixel(x, y,
                             index == 0   ? qRgb(255, 0, 0)
                             : index == 1 ? qRgb(0, 80, 0)
                                          : qRgb(0, 0, 255));
        }
    }
    QTest::newRow("indexed") << test::pdfWithPicture(
                                    size + "/ColorSpace [/Indexed /DeviceRGB 2 <FF00000050000000FF>] "
                                           "/BitsPerComponent 8 /Filter /FlateDecode",
                                    deflated(indices))
                             << indexed << false;
}

void PdfPagesTest::losslessPicturesComeOutPixelByPixel()
{
    QFETCH(QByteArray, pdf);
    QFETCH(QImage, image);
    QFETCH(bool, rendered);
    const auto taken = takeOnly(pdf);
    VERIFY_OK(taken);
    QVERIFY(taken->format == PageFormat::Png);
    QCOMPARE(taken->rendered, rendered);
    QVERIFY(sameColours(QImage::fromData(taken->bytes), image));
}

void PdfPagesTest::stripsAreDrawnAtTheirResolution()
{
    const QImage page = test::drawnPage(600, 840, ColourMode::Colour);
    test::PdfBuilder builder;
    QByteArray names;
    QByteArray content;
    for (int i = 0; i < 6; ++i) {
        const int strip = builder.addStream("/Type /XObject /Subtype /Image /Width 600 /Height 140 "
                                            "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter "
                                            "/FlateDecode",
                                            deflated(rgbSamples(page.copy(0, i * 140, 600, 140))));
        names += "/S" + QByteArray::number(i) + " " + QByteArray::number(strip) + " 0 R ";
        content += "q 288 0 0 67.2 0 " + QByteArray::number(403.2 - (i + 1) * 67.2, 'f', 1) + " cm /S" +
                   QByteArray::number(i) + " Do Q ";
    }
    const int contents = builder.addStream({}, content);
    const auto taken =
        takeOnly(builder.onePage("/MediaBox [0 0 288 403.2] /Resources << /XObject << " + names +
                                 ">> >> /Contents " + QByteArray::number(contents) + " 0 R"));
    VERIFY_OK(taken);
    QVERIFY(taken->rendered);
    QVERIFY(std::abs(taken->dpi - 150) < 0.1);
    const QImage drawn = QImage::fromData(taken->bytes);
    QCOMPARE(drawn.size(), page.size());
    int different = 0;
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x) {
            different += std::abs(qGray(drawn.pixel(x, y)) - qGray(page.pixel(x, y))) > 8 ? 1 : 0;
        }
    }
    QVERIFY2(different < 600 * 12,
             qPrintable(QString::number(different))); // seams: a row each side of each strip
}

void PdfPagesTest::textIsDrawnAt300Dpi()
{
    test::PdfBuilder builder;
    const int font = builder.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    const int contents = builder.addStream({}, "BT /F1 48 Tf 72 700 Td (DON DANG KY) Tj ET");
    const auto taken = takeOnly(builder.onePage("/MediaBox [0 0 595 842] /Resources << /Font << /F1 " +
                                                QByteArray::number(font) + " 0 R >> >> /Contents " +
                                                QByteArray::number(contents) + " 0 R"));
    VERIFY_OK(taken);
    QVERIFY(taken->rendered);
    QCOMPARE(taken->dpi, 300.0);
    QVERIFY(taken->mode == ColourMode::Grey);
    const QImage image = QImage::fromData(taken->bytes);
    QCOMPARE(image.size(), QSize(2479, 3508));
    QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 300);
    const QImage line = image.copy(300, 350, 1800, 250).convertToFormat(QImage::Format_Grayscale8);
    int dark = 0;
    for (int y = 0; y < line.height(); ++y) {
        for (int x = 0; x < line.width(); ++x) {
            dark += qGray(line.pixel(x, y)) < 100 ? 1 : 0;
        }
    }
    QVERIFY(dark > 10'000);
    QCOMPARE(qGray(image.pixel(10, 3000)), 255);
}

void PdfPagesTest::stampsAreSeen()
{
    test::PdfBuilder builder;
    const int image = builder.addStream("/Type /XObject /Subtype /Image " + rgbJpeg, colourJpeg());
    const int contents = builder.addStream({}, "q 595 0 0 842 0 0 cm /Im Do Q");
    const int looks =
        builder.addStream("/Type /XObject /Subtype /Form /BBox [0 0 100 100]", "1 0 0 rg 0 0 100 100 re f");
    const auto taken = takeOnly(
        builder.onePage("/MediaBox [0 0 595 842] /Resources << /XObject << /Im " + QByteArray::number(image) +
                        " 0 R >> >> /Contents " + QByteArray::number(contents) +
                        " 0 R /Annots [<< /Type /Annot /Subtype /Stamp /F 4 /Rect [0 0 100 100] /AP << /N " +
                        QByteArray::number(looks) + " 0 R >> >>]"));
    VERIFY_OK(taken);
    QVERIFY(taken->rendered);
    const QImage drawn = QImage::fromData(taken->bytes);
    QCOMPARE(QColor(drawn.pixel(drawn.width() / 20, drawn.height() * 19 / 20)), QColor(255, 0, 0));
}

void PdfPagesTest::pagesKeepTheirOrder()
{
    // A tree of three levels with the resources at the root.
    test::PdfBuilder builder;
    const QByteArray one =
        QByteArray::number(builder.addStream("/Type /XObject /Subtype /Image " + rgbJpeg, colourJpeg()));
    const QByteArray other =
        QByteArray::number(builder.addStream("/Type /XObject /Subtype /Image " + rgbJpeg,
                                             test::jpegOf(test::drawnPage(413, 585, ColourMode::Colour, 9))));
    const QByteArray drawOne = QByteArray::number(builder.addStream({}, "595 0 0 842 0 0 cm /One Do"));
    const QByteArray drawOther = QByteArray::number(builder.addStream({}, "595 0 0 842 0 0 cm /Other Do"));
    builder.add("<< /Type /Page /Parent 8 0 R /Contents " + drawOne + " 0 R >>");
    builder.add("<< /Type /Page /Parent 8 0 R /Contents " + drawOther + " 0 R >>");
    builder.add("<< /Type /Page /Parent 9 0 R /Contents " + drawOne + " 0 R >>");
    builder.add("<< /Type /Pages /Parent 9 0 R /Count 2 /Kids [5 0 R 6 0 R] >>");
    builder.add("<< /Type /Pages /Count 3 /Kids [8 0 R 7 0 R] /MediaBox [0 0 595 842] /Resources << /XObject "
                "<< /One " +
                one + " 0 R /Other " + other + " 0 R >> >> >>");
    const int root = builder.add("<< /Type /Catalog /Pages 9 0 R >>");
    auto source = PdfSource::open(builder.build(root));
    VERIFY_OK(source);
    QCOMPARE(source->pageCount(), 3);
    const auto first = source->take(0);
    const auto second = source->take(1);
    const auto third = source->take(2);
    VERIFY_OK(first);
    VERIFY_OK(second);
    VERIFY_OK(third);
    QVERIFY(first->bytes == third->bytes && first->bytes != second->bytes);
    VERIFY_FAILS(source->take(3), ErrorCode::InvalidArgument);
    VERIFY_FAILS(source->take(-1), ErrorCode::InvalidArgument);
}

void PdfPagesTest::brokenTreesAreDrawnPageByPage()
{
    // /Count is wrong and the cross-reference table is gone: QtPdf and we may not agree on the pages.
    test::PdfBuilder builder;
    const QByteArray black = QByteArray::number(builder.addStream({}, "0 0 595 842 re f"));
    const QByteArray white = QByteArray::number(builder.addStream({}, "0 0 10 10 re f"));
    builder.add("<< /Type /Page /Parent 5 0 R /MediaBox [0 0 595 842] /Contents " + black + " 0 R >>");
    builder.add("<< /Type /Page /Parent 5 0 R /MediaBox [0 0 595 842] /Contents " + white + " 0 R >>");
    builder.add("<< /Type /Pages /Count 1 /Kids [3 0 R 4 0 R] >>");
    const int root = builder.add("<< /Type /Catalog /Pages 5 0 R >>");
    QByteArray pdf = builder.build(root);
    pdf.replace("startxref\n", "startxref\n9");
    auto source = PdfSource::open(pdf);
    VERIFY_OK(source);
    QCOMPARE(source->pageCount(), 2);
    const auto first = source->take(0);
    const auto second = source->take(1);
    VERIFY_OK(first);
    VERIFY_OK(second);
    QCOMPARE(qGray(QImage::fromData(first->bytes).pixel(1000, 1000)), 0);
    QCOMPARE(qGray(QImage::fromData(second->bytes).pixel(1000, 1000)), 255);
}

void PdfPagesTest::drawingHasTheSizeAskedFor()
{
    const QByteArray pdf = test::pdfWithPicture(rgbJpeg, colourJpeg());
    const auto thumbnail = renderPage(pdf, 0, {0, 160});
    VERIFY_OK(thumbnail);
    QCOMPARE(thumbnail->size(), QSize(113, 160));
    QCOMPARE(thumbnail->format(), QImage::Format_RGB32);
    const auto again = renderPage(pdf, 0, {0, 160});
    VERIFY_OK(again);
    QVERIFY(*thumbnail == *again);
    const auto large = renderPage(pdf, 0, {100, 0});
    VERIFY_OK(large);
    QCOMPARE(large->size(), QSize(826, 1169));
    VERIFY_FAILS(renderPage(pdf, 1, {100, 0}), ErrorCode::InvalidArgument);
    VERIFY_FAILS(renderPage(pdf, 0, {0, 0}), ErrorCode::InvalidArgument);
    VERIFY_FAILS(renderPage(pdf, 0, {0, 100'000}), ErrorCode::ImageTooLarge);
    VERIFY_FAILS(renderPage("text", 0, {100, 0}), ErrorCode::PdfDamaged);
}

/// Three components of four bits are one and a half bytes: the pixel to the left is two bytes away.
void PdfPagesTest::contentBehindAPredictorOfOddPixelsIsRead()
{
    constexpr qsizetype rowBytes = 48;
    const QByteArray content = QByteArray("q 595 0 0 842 0 0 cm /Im Do Q").leftJustified(rowBytes, ' ');
    QByteArray row(1, 1); // "Sub", PNG specification, 9.2
    for (qsizetype i = 0; i < rowBytes; ++i) {
        row += static_cast<char>(content.at(i) - (i < 2 ? 0 : content.at(i - 2)));
    }
    test::PdfBuilder builder;
    const int image = builder.addStream("/Type /XObject /Subtype /Image " + rgbJpeg, colourJpeg());
    const int contents = builder.addStream("/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 3 "
                                           "/BitsPerComponent 4 /Columns 32 >>",
                                           deflated(row));
    const auto taken = takeOnly(builder.onePage("/MediaBox [0 0 595 842] /Resources << /XObject << /Im " +
                                                QByteArray::number(image) + " 0 R >> >> /Contents " +
                                                QByteArray::number(contents) + " 0 R"));
    VERIFY_OK(taken);
    QVERIFY(!taken->rendered);
    QCOMPARE(taken->bytes, colourJpeg());
}

/// Its resolution would be beyond what a whole number of dots a metre can say.
void PdfPagesTest::aPictureOnAPageOfNoSizeIsDrawn()
{
    test::PdfBuilder builder;
    const int image = builder.addStream("/Type /XObject /Subtype /Image " + rgbJpeg, colourJpeg());
    const int contents = builder.addStream({}, "q 0.5 0 0 0.5 0 0 cm /Im Do Q");
    const auto taken = takeOnly(builder.onePage("/MediaBox [0 0 0.5 0.5] /Resources << /XObject << /Im " +
                                                QByteArray::number(image) + " 0 R >> >> /Contents " +
                                                QByteArray::number(contents) + " 0 R"));
    QVERIFY(!taken || (taken->rendered && taken->dpi < 20'001));
}

void PdfPagesTest::stopsWhenAsked()
{
    auto source = PdfSource::open(test::pdfWithPicture(rgbJpeg, colourJpeg()));
    VERIFY_OK(source);
    StopSource stop;
    stop.request_stop();
    VERIFY_FAILS(source->take(0, stop.get_token()), ErrorCode::Cancelled);
}

QTEST_MAIN(PdfPagesTest)
#include "tst_pdfpages.moc"
