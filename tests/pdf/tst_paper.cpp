// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "pdf/papercheck.h"
#include "pdf/paperwriter.h"
#include "pdf/pdffacts.h"
#include "pdf/pdfpages.h"
#include "pdf/pictures.h"
#include "pdf/render.h"
#include "support/testsupport.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sohoa;
using namespace sohoa::pdf;
using dossier::ColourMode;

namespace {

std::vector<PaperPage> mixedPages()
{
    PaperPage turned = test::jpegPage(test::drawnPage(600, 850, ColourMode::Grey, 2), 200);
    turned.turn = 90;
    return {test::jpegPage(test::drawnPage(827, 1169, ColourMode::Colour), 200),
            turned,
            test::g4Page(test::drawnPage(1240, 1753, ColourMode::Bilevel), 300),
            test::flatePage(test::drawnPage(500, 700, ColourMode::Colour, 3), 250, ColourMode::Colour),
            test::flatePage(test::drawnPage(501, 700, ColourMode::Grey, 4), 250, ColourMode::Grey),
            test::flatePage(test::drawnPage(503, 700, ColourMode::Bilevel, 5), 250, ColourMode::Bilevel)};
}

} // namespace

class PaperTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsReadBack();
    void sameInputGivesSameBytes();
    void jpegBytesStandInTheFileUntouched();
    void pagesLookAsTheirPictures();
    void everyByteChangedInAPictureIsNoticed();
    void otherExpectationsAreNoticed_data();
    void otherExpectationsAreNoticed();
    void lowResolutionIsNoticed();
    void foreignAdditionsAreNoticed();
    void wrongPagesAreRefused_data();
    void wrongPagesAreRefused();
    void stopsWhenAsked();
    void otherToolsAgree();
};

void PaperTest::whatIsWrittenIsReadBack()
{
    const auto pages = mixedPages();
    const auto pdf = writePaper(pages, test::vietnameseInfo());
    VERIFY_OK(pdf);
    const auto expected = expectationsFor(pages, test::vietnameseInfo());
    VERIFY_OK(expected);
    const auto facts = checkPaper(*pdf, *expected);
    VERIFY_OK(facts);
    QCOMPARE(facts->pages, 6);
    QCOMPARE(facts->bytes, pdf->size());
    QVERIFY(std::abs(facts->lowestDpi - 200) < 0.1);
    const auto seen = inspectPdf(*pdf);
    VERIFY_OK(seen);
    QCOMPARE(seen->pages, 6);
    QCOMPARE(seen->version, QStringLiteral("1.7"));
    QCOMPARE(seen->title, test::vietnameseInfo().title);
    QVERIFY(seen->claim == (PdfaClaim{2, QStringLiteral("B")}));
    QVERIFY(!seen->encrypted && !seen->repaired && seen->signatures.empty());
}

void PaperTest::sameInputGivesSameBytes()
{
    const auto first = writePaper(mixedPages(), test::vietnameseInfo());
    const auto second = writePaper(mixedPages(), test::vietnameseInfo());
    VERIFY_OK(first);
    VERIFY_OK(second);
    QVERIFY(*first == *second);
    PaperInfo other = test::vietnameseInfo();
    other.title += u'.';
    const auto third = writePaper(mixedPages(), other);
    VERIFY_OK(third);
    const auto id = [](const QByteArray& pdf) { return pdf.mid(pdf.lastIndexOf("/ID"), 80); };
    QVERIFY(id(*first).size() == 80 && id(*first) != id(*third));
}

void PaperTest::jpegBytesStandInTheFileUntouched()
{
    const auto pages = mixedPages();
    const auto pdf = writePaper(pages, test::vietnameseInfo());
    VERIFY_OK(pdf);
    QCOMPARE(pdf->count(pages[0].data), 1);
    QCOMPARE(pdf->count(pages[1].data), 1);
    QCOMPARE(pdf->count(pages[2].data), 1);
}

void PaperTest::pagesLookAsTheirPictures()
{
    const auto pages = mixedPages();
    const auto pdf = writePaper(pages, test::vietnameseInfo());
    VERIFY_OK(pdf);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const PaperPage& page = pages[i];
        const auto drawn = renderPage(*pdf, static_cast<int>(i), {page.dpi, 0});
        VERIFY_OK(drawn);
        QImage picture = page.encoding == PaperPage::Encoding::Flate ? page.image
                         : page.encoding == PaperPage::Encoding::Jpeg
                             ? QImage::fromData(page.data)
                             : test::drawnPage(1240, 1753, ColourMode::Bilevel);
        picture = picture.convertToFormat(QImage::Format_RGB32).transformed(QTransform().rotate(page.turn));
        QCOMPARE(drawn->size(), picture.size());
        qint64 difference = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                difference += std::abs(qGray(picture.pixel(x, y)) - qGray(drawn->pixel(x, y)));
            }
        }
        // Two JPEG decoders may round differently; lossless pictures must be equal.
        const double mean = double(difference) / (double(picture.width()) * picture.height());
        QVERIFY2(page.encoding == PaperPage::Encoding::Jpeg ? mean < 1.0 : difference == 0,
                 qPrintable(QStringLiteral("page %1: %2").arg(i).arg(mean)));
    }
}

void PaperTest::everyByteChangedInAPictureIsNoticed()
{
    const std::vector<PaperPage> pages = {test::jpegPage(test::drawnPage(300, 400, ColourMode::Colour), 200)};
    const auto pdf = writePaper(pages, test::vietnameseInfo());
    const auto expected = expectationsFor(pages, test::vietnameseInfo());
    VERIFY_OK(pdf);
    VERIFY_OK(expected);
    const qsizetype start = pdf->indexOf(pages[0].data);
    QVERIFY(start > 0);
    for (qsizetype at = start; at < start + pages[0].data.size(); at += 997) {
        QByteArray changed = *pdf;
        changed[at] = static_cast<char>(changed.at(at) ^ 1);
        VERIFY_FAILS(checkPaper(changed, *expected), ErrorCode::PdfCheckFailed);
    }
}

void PaperTest::otherExpectationsAreNoticed_data()
{
    QTest::addColumn<int>("change");
    const QByteArrayList names = {"pages", "dpi",     "turn", "size", "encoding",
                                  "title", "dossier", "time", "hash"};
    for (int i = 0; i < names.size(); ++i) {
        QTest::newRow(names.at(i).constData()) << i;
    }
}

void PaperTest::otherExpectationsAreNoticed()
{
    QFETCH(int, change);
    const std::vector<PaperPage> pages = {test::jpegPage(test::drawnPage(300, 400, ColourMode::Colour), 200)};
    const auto pdf = writePaper(pages, test::vietnameseInfo());
    VERIFY_OK(pdf);
    auto expected = expectationsFor(pages, test::vietnameseInfo());
    VERIFY_OK(expected);
    VERIFY_OK(checkPaper(*pdf, *expected));
    ExpectedPage& page = expected->pages.front();
    switch (change) {
    case 0:
        expected->pages.push_back(page);
        break;
    case 1:
        page.dpi = 300;
        break;
    case 2:
        page.turn = 180;
        break;
    case 3:
        page.width += 1;
        break;
    case 4:
        page.encoding = PaperPage::Encoding::G4;
        break;
    case 5:
        expected->info.title = QStringLiteral("Another");
        break;
    case 6:
        expected->info.dossierCode = QStringLiteral("Another");
        break;
    case 7:
        expected->info.time = expected->info.time.addSecs(1);
        break;
    default:
        page.sha256 = QString(64, u'0');
        break;
    }
    VERIFY_FAILS(checkPaper(*pdf, *expected), ErrorCode::PdfCheckFailed);
}

void PaperTest::lowResolutionIsNoticed()
{
    const std::vector<PaperPage> pages = {test::jpegPage(test::drawnPage(300, 400, ColourMode::Colour), 150)};
    const auto pdf = writePaper(pages, test::vietnameseInfo());
    const auto expected = expectationsFor(pages, test::vietnameseInfo());
    VERIFY_OK(pdf);
    VERIFY_OK(expected);
    VERIFY_FAILS(checkPaper(*pdf, *expected), ErrorCode::PdfCheckFailed);
}

void PaperTest::foreignAdditionsAreNoticed()
{
    const std::vector<PaperPage> pages = {test::jpegPage(test::drawnPage(300, 400, ColourMode::Colour), 200)};
    const auto pdf = writePaper(pages, test::vietnameseInfo());
    const auto expected = expectationsFor(pages, test::vietnameseInfo());
    VERIFY_OK(pdf);
    VERIFY_OK(expected);
    // Same length, so that the cross-reference table stays right.
    QByteArray scripted = *pdf;
    const QByteArray harmless("/Lang (vi-VN)");
    const QByteArray action("/AA << /X 1>>");
    QCOMPARE(harmless.size(), action.size());
    QCOMPARE(scripted.count(harmless), 1);
    scripted.replace(harmless, action);
    VERIFY_FAILS(checkPaper(scripted, *expected), ErrorCode::PdfCheckFailed);
    VERIFY_FAILS(checkPaper(*pdf + "\ntrailing", *expected), ErrorCode::PdfCheckFailed);
    VERIFY_FAILS(checkPaper(pdf->chopped(40), *expected), ErrorCode::PdfCheckFailed);
    VERIFY_FAILS(checkPaper({}, *expected), ErrorCode::PdfCheckFailed);
}

void PaperTest::wrongPagesAreRefused_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<int>("code");
    QTest::newRow("no dpi") << 0 << int(ErrorCode::InvalidArgument);
    QTest::newRow("negative dpi") << 1 << int(ErrorCode::InvalidArgument);
    QTest::newRow("dpi is no number") << 2 << int(ErrorCode::InvalidArgument);
    QTest::newRow("page of 200 m") << 3 << int(ErrorCode::InvalidArgument);
    QTest::newRow("turn of 45") << 4 << int(ErrorCode::InvalidArgument);
    QTest::newRow("size of another picture") << 5 << int(ErrorCode::InvalidArgument);
    QTest::newRow("CMYK") << 6 << int(ErrorCode::Unsupported);
    QTest::newRow("cut off") << 7 << int(ErrorCode::ImageTruncated);
    QTest::newRow("no JPEG") << 8 << int(ErrorCode::ImageDamaged);
    QTest::newRow("colours as grey") << 9 << int(ErrorCode::InvalidArgument);
    QTest::newRow("grey as one bit") << 10 << int(ErrorCode::InvalidArgument);
    QTest::newRow("no page") << 11 << int(ErrorCode::InvalidArgument);
    QTest::newRow("no data") << 12 << int(ErrorCode::InvalidArgument);
}

void PaperTest::wrongPagesAreRefused()
{
    QFETCH(int, change);
    QFETCH(int, code);
    const QImage image = test::drawnPage(300, 400, ColourMode::Colour);
    PaperPage page = test::jpegPage(image, 200);
    switch (change) {
    case 0:
        page.dpi = 0;
        break;
    case 1:
        page.dpi = -200;
        break;
    case 2:
        page.dpi = std::numeric_limits<double>::quiet_NaN();
        break;
    case 3:
        page.dpi = 0.05;
        break;
    case 4:
        page.turn = 45;
        break;
    case 5:
        page.height = 401;
        break;
    case 6:
        page.data = test::cmykJpegHeader(300, 400);
        break;
    case 7:
        page.data.chop(500);
        break;
    case 8:
        page.data = "GIF89a";
        break;
    case 9:
        page = test::flatePage(image, 200, ColourMode::Grey);
        break;
    case 10:
        page = test::flatePage(test::drawnPage(300, 400, ColourMode::Grey), 200, ColourMode::Bilevel);
        break;
    case 12:
        page.data.clear();
        break;
    default:
        break;
    }
    const std::vector<PaperPage> pages =
        change == 11 ? std::vector<PaperPage>() : std::vector<PaperPage>{page};
    VERIFY_FAILS(writePaper(pages, test::vietnameseInfo()), static_cast<ErrorCode>(code));
}

void PaperTest::stopsWhenAsked()
{
    StopSource source;
    source.request_stop();
    VERIFY_FAILS(writePaper(mixedPages(), test::vietnameseInfo(), source.get_token()), ErrorCode::Cancelled);
    const auto pdf = writePaper(mixedPages(), test::vietnameseInfo());
    const auto expected = expectationsFor(mixedPages(), test::vietnameseInfo());
    VERIFY_OK(pdf);
    VERIFY_OK(expected);
    VERIFY_FAILS(checkPaper(*pdf, *expected, source.get_token()), ErrorCode::Cancelled);
}

void PaperTest::otherToolsAgree()
{
    const QString qpdf = QStandardPaths::findExecutable(QStringLiteral("qpdf"));
    if (qpdf.isEmpty()) {
        QSKIP("qpdf is not installed");
    }
    const auto pdf = writePaper(mixedPages(), test::vietnameseInfo());
    VERIFY_OK(pdf);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("giấy tờ.pdf"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*pdf) == pdf->size());
    file.close();
    QProcess check;
    check.start(qpdf, {QStringLiteral("--check"), path});
    QVERIFY(check.waitForFinished());
    QVERIFY2(check.exitCode() == 0, check.readAllStandardOutput() + check.readAllStandardError());
    const QString pdfinfo = QStandardPaths::findExecutable(QStringLiteral("pdfinfo"));
    if (!pdfinfo.isEmpty()) {
        QProcess info;
        info.start(pdfinfo, {QStringLiteral("-enc"), QStringLiteral("UTF-8"), path});
        QVERIFY(info.waitForFinished());
        const QString said = QString::fromUtf8(info.readAllStandardOutput());
        QVERIFY2(said.contains(test::vietnameseInfo().title), qPrintable(said));
        QVERIFY2(said.contains(test::vietnameseInfo().author), qPrintable(said));
    }
}

QTEST_MAIN(PaperTest)
#include "tst_paper.moc"
