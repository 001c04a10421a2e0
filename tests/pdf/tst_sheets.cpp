// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "pdf/pdffacts.h"
#include "pdf/render.h"
#include "pdf/sheets.h"
#include "support/testsupport.h"

#include <QBuffer>
#include <QPdfDocument>
#include <QTest>

using namespace sohoa;
using namespace sohoa::pdf;

namespace {

CodeModules someCode(std::size_t side)
{
    CodeModules code(side, std::vector<bool>(side));
    for (std::size_t y = 0; y < side; ++y) {
        for (std::size_t x = 0; x < side; ++x) {
            code[y][x] = y == 0 || x == 0 || y == side - 1 || x == side - 1 || (x * x + 3 * y) % 5 < 2;
        }
    }
    return code;
}

Sheet someSheet()
{
    return {QStringLiteral("TỜ NGĂN HỒ SƠ"),
            someCode(29),
            {{QStringLiteral("H29.158-261120-0001"), 28, true},
             {QStringLiteral("Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất"),
              18, false}},
            80};
}

/// Whether the squares of `code` stand in a square of `millimetres` with its centre there; read at 300 dpi.
bool showsCode(const QImage& page, const CodeModules& code, QPointF centre, double millimetres)
{
    const double dotsPerMillimetre = 300 / 25.4;
    const double side = millimetres / static_cast<double>(code.size());
    for (std::size_t y = 0; y < code.size(); ++y) {
        for (std::size_t x = 0; x < code.size(); ++x) {
            const double left = centre.x() - millimetres / 2 + (static_cast<double>(x) + 0.5) * side;
            const double top = centre.y() - millimetres / 2 + (static_cast<double>(y) + 0.5) * side;
            const QRgb pixel = page.pixel(int(left * dotsPerMillimetre), int(top * dotsPerMillimetre));
            if ((qGray(pixel) < 128) != code[y][x]) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

class SheetsTest : public QObject
{
    Q_OBJECT

private slots:
    void eachSheetIsAnA4Page();
    void codeStandsInTheMiddleAndInEachCorner();
    void squaresHaveNoSeams();
    void vietnameseTextIsInTheFile();
    void longTextStaysOnTheSheet();
    void badCodesAreRefused();
};

void SheetsTest::eachSheetIsAnA4Page()
{
    const auto pdf = writeSheets({someSheet(), someSheet(), someSheet()}, QStringLiteral("Tờ ngăn"));
    VERIFY_OK(pdf);
    const auto facts = inspectPdf(*pdf);
    VERIFY_OK(facts);
    QCOMPARE(facts->pages, 3);
    const auto page = renderPage(*pdf, 2, {72, 0});
    VERIFY_OK(page);
    QCOMPARE(page->size(), QSize(595, 842));
}

void SheetsTest::codeStandsInTheMiddleAndInEachCorner()
{
    const Sheet sheet = someSheet();
    const auto pdf = writeSheets({sheet}, QStringLiteral("Tờ ngăn"));
    VERIFY_OK(pdf);
    const auto page = renderPage(*pdf, 0, {300, 0});
    VERIFY_OK(page);
    for (const QPointF corner : {QPointF(24, 24), QPointF(186, 24), QPointF(24, 273), QPointF(186, 273)}) {
        QVERIFY(showsCode(*page, sheet.code, corner, 24));
    }
    // The large one is in the middle; how far down depends on the height of the title.
    bool found = false;
    for (double y = 60; y < 200 && !found; y += 0.5) {
        found = showsCode(*page, sheet.code, QPointF(105, y), 80);
    }
    QVERIFY(found);
}

void SheetsTest::squaresHaveNoSeams()
{
    Sheet sheet = someSheet();
    sheet.code = CodeModules(21, std::vector<bool>(21, true));
    const auto pdf = writeSheets({sheet}, QStringLiteral("Tờ ngăn"));
    VERIFY_OK(pdf);
    const auto page = renderPage(*pdf, 0, {97, 0}); // a resolution at which squares end within pixels
    VERIFY_OK(page);
    for (int y = int(14 * 97 / 25.4); y < int(30 * 97 / 25.4); ++y) {
        for (int x = int(14 * 97 / 25.4); x < int(30 * 97 / 25.4); ++x) {
            QCOMPARE(qGray(page->pixel(x, y)), 0);
        }
    }
}

void SheetsTest::vietnameseTextIsInTheFile()
{
    const Sheet sheet = someSheet();
    const auto pdf = writeSheets({sheet}, QStringLiteral("Tờ ngăn"));
    VERIFY_OK(pdf);
    QVERIFY(pdf->contains("/FontFile2"));
    QByteArray bytes = *pdf;
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    QPdfDocument document;
    document.load(&buffer);
    const QString text = document.getAllText(0).text().simplified().normalized(QString::NormalizationForm_C);
    QVERIFY2(text.contains(sheet.title), qPrintable(text));
    QVERIFY2(text.contains(sheet.lines[1].text), qPrintable(text));
}

void SheetsTest::longTextStaysOnTheSheet()
{
    Sheet sheet = someSheet();
    sheet.codeMillimetres = 120;
    sheet.lines = {{QStringLiteral("Giấy chứng nhận quyền sử dụng đất ").repeated(40), 40, true}};
    const auto pdf = writeSheets({sheet}, QStringLiteral("Tờ ngăn"));
    VERIFY_OK(pdf);
    const auto page = renderPage(*pdf, 0, {100, 0});
    VERIFY_OK(page);
    // Below the text's room there are only the small codes at the sides.
    const int from = int(260 * 100 / 25.4);
    for (int y = from; y < page->height(); ++y) {
        for (int x = int(40 * 100 / 25.4); x < int(170 * 100 / 25.4); ++x) {
            QCOMPARE(qGray(page->pixel(x, y)), 255);
        }
    }
}

void SheetsTest::badCodesAreRefused()
{
    VERIFY_FAILS(writeSheets({}, {}), ErrorCode::InvalidArgument);
    Sheet sheet = someSheet();
    sheet.code.back().pop_back();
    VERIFY_FAILS(writeSheets({sheet}, {}), ErrorCode::InvalidArgument);
    sheet.code = someCode(3);
    VERIFY_FAILS(writeSheets({sheet}, {}), ErrorCode::InvalidArgument);
}

QTEST_MAIN(SheetsTest)
#include "tst_sheets.moc"
