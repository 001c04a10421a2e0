// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "reporting/tablelayout_p.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <numeric>

namespace sohoa::reporting {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

constexpr int dotsPerInch = 300;
constexpr double marginMillimetres = 12;
constexpr double titlePoints = 14;
constexpr double linePoints = 10;
constexpr double largestCellPoints = 9;
constexpr double smallestCellPoints = 5.5;
constexpr double footerPoints = 8;

double dots(double millimetres)
{
    constexpr double millimetresPerInch = 25.4;
    return millimetres * dotsPerInch / millimetresPerInch;
}

QString familyWithVietnamese()
{
    const QStringList installed = QFontDatabase::families(QFontDatabase::Vietnamese);
    const QStringList wanted = {QStringLiteral("Times New Roman"), QStringLiteral("Segoe UI"),
                                QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans"),
                                QStringLiteral("Arial")};
    for (const QString& family : wanted) {
        if (installed.contains(family)) {
            return family;
        }
    }
    return installed.value(0);
}

/// A table drawn on as many pages as it takes.
class PdfTable
{
public:
    PdfTable(const Table& table, QPdfWriter& writer, const QString& family)
        : m_table(table)
        , m_writer(writer)
        , m_family(family)
        , m_right(rightAligned(table))
        , m_groups(columnGroups(table))
        , m_width(writer.width())
        , m_bottom(writer.height() - dots(7))
    {
    }

    Status draw()
    {
        if (!m_painter.begin(&m_writer)) {
            return failure(ErrorCode::PdfWriteFailed, QStringLiteral("cannot draw"));
        }
        chooseColumns();
        measure();
        paginate();
        int row = 0;
        for (int page = 0; page < static_cast<int>(m_pageEnds.size()); ++page) {
            if (page > 0 && !m_writer.newPage()) {
                return failure(ErrorCode::PdfWriteFailed, QStringLiteral("no new page"));
            }
            row = drawPage(page, row);
        }
        if (!m_painter.end()) {
            return failure(ErrorCode::PdfWriteFailed, QStringLiteral("cannot finish drawing"));
        }
        return {};
    }

private:
    [[nodiscard]] QFont font(double points, bool bold = false) const
    {
        QFont font(m_family);
        font.setPointSizeF(points);
        font.setBold(bold);
        return font;
    }

    [[nodiscard]] QFontMetricsF metrics(double points, bool bold = false)
    {
        return QFontMetricsF(font(points, bold), &m_writer);
    }

    [[nodiscard]] int rowCount() const
    {
        return static_cast<int>(m_table.rows.size()) + (m_table.total ? 1 : 0);
    }

    [[nodiscard]] bool isTotal(int row) const { return row == static_cast<int>(m_table.rows.size()); }

    [[nodiscard]] const std::vector<Cell>& rowAt(int row) const
    {
        return isTotal(row) ? *m_table.total : m_table.rows[static_cast<std::size_t>(row)];
    }

    /// Columns of numbers take what they need, columns of text share the rest; the letters shrink until a
    /// third of the page is left for text.
    void chooseColumns()
    {
        for (m_points = largestCellPoints; m_points > smallestCellPoints; m_points -= 0.5) {
            if (numbersWidth() <= m_width * 2 / 3) {
                break;
            }
        }
        const double numbers = numbersWidth();
        const auto texts = std::count(m_right.begin(), m_right.end(), false);
        // Without text nothing is left to stretch.
        const double share = texts > 0 ? std::max(0.0, m_width - numbers) / static_cast<double>(texts) : 0;
        for (std::size_t column = 0; column < m_right.size(); ++column) {
            m_columns[column] = m_right[column] ? m_columns[column] : share;
        }
    }

    /// Fills m_columns for the columns of numbers at m_points; their sum.
    double numbersWidth()
    {
        const QFontMetricsF bold = metrics(m_points, true);
        m_columns.assign(m_right.size(), 0);
        for (std::size_t column = 0; column < m_right.size(); ++column) {
            if (!m_right[column]) {
                continue;
            }
            double width = bold.horizontalAdvance(m_table.columns[column].header);
            for (int row = 0; row < rowCount(); ++row) {
                width = std::max(width, neededWidth(rowAt(row)[column], bold));
            }
            m_columns[column] = width + 2 * padding();
        }
        return std::accumulate(m_columns.begin(), m_columns.end(), 0.0);
    }

    /// Numbers stay on one line; “no data” may break, or it would make every column of ratios twice as wide.
    [[nodiscard]] double neededWidth(const Cell& cell, const QFontMetricsF& letters) const
    {
        const QString text = cellText(cell, m_table);
        if (!std::holds_alternative<NoData>(cell)) {
            return letters.horizontalAdvance(text);
        }
        double width = 0;
        for (const QString& word : text.split(u' ')) {
            width = std::max(width, letters.horizontalAdvance(word));
        }
        return width;
    }

    [[nodiscard]] static double padding() { return dots(1); }

    [[nodiscard]] double heightOf(const QString& text, double width, double points, bool bold)
    {
        const QRectF room(0, 0, std::max(1.0, width - 2 * padding()), dots(2000));
        return metrics(points, bold).boundingRect(room, Qt::TextWordWrap, text).height() + padding();
    }

    [[nodiscard]] double widthOf(const ColumnGroup& group) const
    {
        const auto first = m_columns.begin() + static_cast<std::ptrdiff_t>(group.first);
        return std::accumulate(first, first + static_cast<std::ptrdiff_t>(group.count), 0.0);
    }

    void measure()
    {
        m_groupHeight = 0;
        if (hasGroups(m_table)) {
            for (const ColumnGroup& group : m_groups) {
                m_groupHeight = std::max(m_groupHeight, heightOf(group.name, widthOf(group), m_points, true));
            }
        }
        m_headerHeight = 0;
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            m_headerHeight = std::max(
                m_headerHeight, heightOf(m_table.columns[column].header, m_columns[column], m_points, true));
        }
        for (int row = 0; row < rowCount(); ++row) {
            double height = 0;
            for (std::size_t column = 0; column < m_columns.size(); ++column) {
                height = std::max(height, heightOf(cellText(rowAt(row)[column], m_table), m_columns[column],
                                                   m_points, isTotal(row)));
            }
            m_heights.push_back(height);
        }
        m_titleHeight = heightOf(m_table.title, m_width, titlePoints, true) + dots(3);
        for (const QString& line : m_table.above) {
            m_titleHeight += heightOf(line, m_width, linePoints, false);
        }
        m_notesHeight = dots(2);
        for (const QString& line : m_table.below) {
            m_notesHeight += heightOf(line, m_width, footerPoints, false);
        }
    }

    /// Which row is the first that is not on each page any more.
    void paginate()
    {
        double y = m_titleHeight + m_groupHeight + m_headerHeight;
        for (int row = 0; row < rowCount(); ++row) {
            const double height = m_heights[static_cast<std::size_t>(row)];
            if (y + height > m_bottom && row > (m_pageEnds.empty() ? 0 : m_pageEnds.back())) {
                m_pageEnds.push_back(row);
                y = m_groupHeight + m_headerHeight;
            }
            y += height;
        }
        m_pageEnds.push_back(rowCount());
        if (!m_table.below.isEmpty() && y + m_notesHeight > m_bottom && rowCount() > 0) {
            m_pageEnds.push_back(rowCount());
        }
    }

    int drawPage(int page, int row)
    {
        double y = 0;
        const int end = m_pageEnds[static_cast<std::size_t>(page)];
        if (page == 0) {
            y = drawTitle();
        }
        if (row < end || page == 0) {
            y = drawHeader(y);
        }
        for (; row < end; ++row) {
            drawRow(row, y);
            y += m_heights[static_cast<std::size_t>(row)];
        }
        if (page + 1 == static_cast<int>(m_pageEnds.size())) {
            drawNotes(y + dots(2));
        }
        drawFooter(page);
        return row;
    }

    double drawTitle()
    {
        double y = drawLine(m_table.title, 0, titlePoints, true);
        for (const QString& line : m_table.above) {
            y = drawLine(line, y, linePoints, false);
        }
        return m_titleHeight;
    }

    double drawLine(const QString& text, double y, double points, bool bold)
    {
        const double height = heightOf(text, m_width, points, bold);
        m_painter.setFont(font(points, bold));
        m_painter.drawText(QRectF(padding(), y, m_width - 2 * padding(), height), Qt::TextWordWrap, text);
        return y + height;
    }

    double drawHeader(double y)
    {
        if (m_groupHeight > 0) {
            double x = 0;
            for (const ColumnGroup& group : m_groups) {
                drawCell(QRectF(x, y, widthOf(group), m_groupHeight), group.name, Qt::AlignHCenter, true,
                         true);
                x += widthOf(group);
            }
        }
        double x = 0;
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            drawCell(QRectF(x, y + m_groupHeight, m_columns[column], m_headerHeight),
                     m_table.columns[column].header, Qt::AlignHCenter, true, true);
            x += m_columns[column];
        }
        return y + m_groupHeight + m_headerHeight;
    }

    void drawRow(int row, double y)
    {
        double x = 0;
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            drawCell(QRectF(x, y, m_columns[column], m_heights[static_cast<std::size_t>(row)]),
                     cellText(rowAt(row)[column], m_table), m_right[column] ? Qt::AlignRight : Qt::AlignLeft,
                     isTotal(row), false);
            x += m_columns[column];
        }
    }

    void drawCell(const QRectF& room, const QString& text, Qt::AlignmentFlag alignment, bool bold,
                  bool shaded)
    {
        if (shaded) {
            constexpr int lightGrey = 235;
            m_painter.fillRect(room, QColor(lightGrey, lightGrey, lightGrey));
        }
        m_painter.setPen(QPen(Qt::darkGray, dots(0.1)));
        m_painter.drawRect(room);
        m_painter.setPen(Qt::black);
        m_painter.setFont(font(m_points, bold));
        m_painter.drawText(room.adjusted(padding(), padding() / 2, -padding(), 0),
                           static_cast<int>(alignment) | Qt::TextWordWrap, text);
    }

    void drawNotes(double y)
    {
        for (const QString& line : m_table.below) {
            y = drawLine(line, y, footerPoints, false);
        }
    }

    void drawFooter(int page)
    {
        const QRectF room(0, m_writer.height() - dots(5), m_width, dots(5));
        m_painter.setFont(font(footerPoints));
        const QString pages = Words::tr("Page %1 of %2").arg(page + 1).arg(m_pageEnds.size());
        m_painter.drawText(room, Qt::AlignRight | Qt::AlignBottom, pages);
        const double left = m_width - dots(40);
        const QString head =
            metrics(footerPoints)
                .elidedText(m_table.title + QStringLiteral(" - ") + m_table.above.join(QStringLiteral(" - ")),
                            Qt::ElideRight, left);
        m_painter.drawText(QRectF(0, room.y(), left, room.height()), Qt::AlignLeft | Qt::AlignBottom, head);
    }

    const Table& m_table;
    QPdfWriter& m_writer;
    QString m_family;
    std::vector<bool> m_right;
    std::vector<ColumnGroup> m_groups;
    double m_width;
    double m_bottom;
    QPainter m_painter;
    double m_points = largestCellPoints;
    std::vector<double> m_columns;
    std::vector<double> m_heights;
    double m_titleHeight = 0;
    double m_groupHeight = 0;
    double m_headerHeight = 0;
    double m_notesHeight = 0;
    std::vector<int> m_pageEnds;
};

} // namespace

Result<QByteArray> toPdf(const Table& table)
{
    if (table.columns.empty()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a table without columns"));
    }
    if (qobject_cast<QGuiApplication*>(QCoreApplication::instance()) == nullptr) {
        return failure(ErrorCode::Unsupported, QStringLiteral("no application object"));
    }
    const QString family = familyWithVietnamese();
    if (family.isEmpty()) {
        return failure(ErrorCode::Unsupported, QStringLiteral("no font with Vietnamese letters"));
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageOrientation(QPageLayout::Landscape);
    writer.setPageMargins(
        QMarginsF(marginMillimetres, marginMillimetres, marginMillimetres, marginMillimetres),
        QPageLayout::Millimeter);
    writer.setTitle(table.title);
    SOHOA_TRY(PdfTable(table, writer, family).draw());
    return bytes;
}

} // namespace sohoa::reporting
