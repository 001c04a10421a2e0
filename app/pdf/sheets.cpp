// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "pdf/sheets.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QPdfWriter>
#include <QRawFont>

#include <algorithm>
#include <cmath>

namespace sohoa::pdf {

namespace {

constexpr int dotsPerInch = 1200;
constexpr double margin = 12;    ///< millimetres; feeders and printers lose what is nearer to the edge
constexpr double smallCode = 24; ///< millimetres; its modules are as wide as six dots at 300 dpi
constexpr int quietModules = 4;  ///< ISO/IEC 18004, 9.1
constexpr double gap = 6;        ///< millimetres
constexpr double sheetWidth = 210;
constexpr double sheetHeight = 297;
constexpr double titlePoints = 40;
constexpr double smallestPoints = 6;
constexpr double largestPoints = 72;

double millimetres(double value)
{
    return value / 25.4 * dotsPerInch;
}

double points(double value)
{
    return value / 72 * dotsPerInch;
}

bool isCode(const CodeModules& code)
{
    constexpr std::size_t least = 10;
    constexpr std::size_t most = 200;
    return code.size() >= least && code.size() <= most && code.front().size() >= least &&
           code.front().size() <= most &&
           std::all_of(code.begin(), code.end(),
                       [&](const std::vector<bool>& row) { return row.size() == code.front().size(); });
}

bool hasVietnamese(const QString& family)
{
    const QRawFont font = QRawFont::fromFont(QFont(family));
    const QString letters = QStringLiteral("ĂÂĐÊÔƠƯăâđêôơưẰẨẶẾỆỐỘỚỢỨỰằẩặếệốộớợứự");
    return font.isValid() && std::all_of(letters.begin(), letters.end(),
                                         [&font](QChar c) { return font.supportsCharacter(c); });
}

QString chosenFamily(const QString& wished)
{
    const QStringList installed = QFontDatabase::families();
    QStringList order = {wished,
                         QStringLiteral("Be Vietnam Pro"),
                         QStringLiteral("Noto Sans"),
                         QStringLiteral("Segoe UI"),
                         QStringLiteral("Liberation Sans"),
                         QStringLiteral("DejaVu Sans"),
                         QStringLiteral("Arial")};
    order += QFontDatabase::families(QFontDatabase::Vietnamese);
    for (const QString& family : std::as_const(order)) {
        if (!family.isEmpty() && installed.contains(family) && hasVietnamese(family)) {
            return family;
        }
    }
    return {};
}

/// Draws on one page; all lengths in device dots.
class SheetPainter
{
public:
    SheetPainter(QPainter& painter, QString family)
        : m_painter(painter)
        , m_family(std::move(family))
    {
    }

    void draw(const Sheet& sheet)
    {
        const double large = qBound(40.0, sheet.codeMillimetres, 120.0);
        for (const double left : {margin, sheetWidth - margin - smallCode}) {
            for (const double cornerTop : {margin, sheetHeight - margin - smallCode}) {
                drawCode(sheet.code, QRectF(left, cornerTop, smallCode, smallCode));
            }
        }
        const double titleTop = margin + smallCode + gap;
        const double titleBottom = drawText({sheet.title, titlePoints, true}, titleTop, titleTop + 45);
        const auto modules = static_cast<double>(std::max(sheet.code.size(), sheet.code.front().size()));
        const double around = std::max(2 * gap, quietModules * large / modules);
        const QRectF code((sheetWidth - large) / 2, titleBottom + around, large, large);
        drawCode(sheet.code, code);
        double top = code.bottom() + around;
        const double bottom = sheetHeight - margin - smallCode - gap;
        for (const SheetLine& line : sheet.lines) {
            top = drawText(line, top, bottom) + gap / 2;
        }
    }

private:
    /// One path for all squares: filled apart, neighbours show hairlines between them in many viewers.
    void drawCode(const CodeModules& code, const QRectF& millimetreBox)
    {
        const auto rows = static_cast<double>(code.size());
        const auto columns = static_cast<double>(code.front().size());
        // Whole dots a square, so that every square is of one size in print.
        const double side = std::floor(millimetres(millimetreBox.width()) / std::max(rows, columns));
        const QPointF centre(millimetres(millimetreBox.center().x()),
                             millimetres(millimetreBox.center().y()));
        const double left = std::floor(centre.x() - side * columns / 2);
        const double top = std::floor(centre.y() - side * rows / 2);
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);
        for (std::size_t y = 0; y < code.size(); ++y) {
            const std::vector<bool>& row = code[y];
            for (std::size_t x = 0; x < row.size(); ++x) {
                if (!row[x]) {
                    continue;
                }
                std::size_t end = x;
                while (end < row.size() && row[end]) {
                    ++end;
                }
                path.addRect(QRectF(left + static_cast<double>(x) * side, top + static_cast<double>(y) * side,
                                    static_cast<double>(end - x) * side, side));
                x = end - 1;
            }
        }
        m_painter.fillPath(path, Qt::black);
    }

    /// Centred and broken at blanks, with letters small enough for `bottom`. @return where the text ends, in
    /// mm.
    double drawText(const SheetLine& line, double top, double bottom)
    {
        if (line.text.isEmpty()) {
            return top;
        }
        QFont font(m_family);
        font.setBold(line.bold);
        const double width = millimetres(sheetWidth - 2 * margin);
        const double room = millimetres(bottom - top);
        QRectF needed;
        for (double size = qBound(smallestPoints, line.points, largestPoints); size >= smallestPoints;
             size -= 1) {
            font.setPixelSize(static_cast<int>(points(size)));
            needed =
                QFontMetricsF(font, m_painter.device())
                    .boundingRect(QRectF(0, 0, width, 1e6), Qt::AlignHCenter | Qt::TextWordWrap, line.text);
            if (needed.width() <= width && needed.height() <= room) {
                break;
            }
        }
        m_painter.setFont(font);
        m_painter.setPen(Qt::black);
        m_painter.drawText(QRectF(millimetres(margin), millimetres(top), width, needed.height() + 2),
                           Qt::AlignHCenter | Qt::TextWordWrap, line.text);
        return top + needed.height() / dotsPerInch * 25.4;
    }

    QPainter& m_painter;
    QString m_family;
};

} // namespace

Result<QByteArray> writeSheets(const std::vector<Sheet>& sheets, const QString& documentTitle,
                               const QString& fontFamily)
{
    if (sheets.empty() ||
        !std::all_of(sheets.begin(), sheets.end(), [](const Sheet& sheet) { return isCode(sheet.code); })) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("no sheets, or a code that is none"));
    }
    const QString family = chosenFamily(fontFamily);
    if (family.isEmpty()) {
        return failure(ErrorCode::Unsupported, QStringLiteral("no font with Vietnamese letters"));
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly)) {
        return failure(ErrorCode::PdfWriteFailed);
    }
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(documentTitle);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setResolution(dotsPerInch);
        QPainter painter;
        if (!painter.begin(&writer)) {
            return failure(ErrorCode::PdfWriteFailed, QStringLiteral("cannot draw"));
        }
        SheetPainter sheetPainter(painter, family);
        for (std::size_t i = 0; i < sheets.size(); ++i) {
            if (i > 0 && !writer.newPage()) {
                return failure(ErrorCode::PdfWriteFailed, QStringLiteral("no new page"));
            }
            sheetPainter.draw(sheets[i]);
        }
        if (!painter.end()) {
            return failure(ErrorCode::PdfWriteFailed, QStringLiteral("cannot finish drawing"));
        }
    }
    return bytes;
}

} // namespace sohoa::pdf
