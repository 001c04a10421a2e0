// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "reporting/tablelayout_p.h"
#include "reporting/tables.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <numeric>

namespace sohoa::reporting {

namespace {

constexpr int gap = 2;
constexpr double hundred = 100;

const QLocale& vietnamese()
{
    static const QLocale locale(QLocale::Vietnamese, QLocale::Vietnam);
    return locale;
}

/// Places a letter takes on a terminal: two for the wide ones of Unicode Standard Annex 11, none for marks
/// that sit on the letter before.
int placesOf(char32_t letter)
{
    switch (QChar::category(letter)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Control:
    case QChar::Other_Format:
        return 0;
    default:
        break;
    }
    constexpr std::array<std::pair<char32_t, char32_t>, 7> wide = {{{0x1100, 0x115f},
                                                                    {0x2e80, 0xa4cf},
                                                                    {0xac00, 0xd7a3},
                                                                    {0xf900, 0xfaff},
                                                                    {0xff00, 0xff60},
                                                                    {0xffe0, 0xffe6},
                                                                    {0x20000, 0x3fffd}}};
    const bool isWide = std::any_of(wide.begin(), wide.end(), [letter](const auto& range) {
        return letter >= range.first && letter <= range.second;
    });
    return isWide ? 2 : 1;
}

int widthOf(const QString& text)
{
    const auto letters = text.toUcs4();
    return std::accumulate(letters.begin(), letters.end(), 0,
                           [](int sum, char32_t letter) { return sum + placesOf(letter); });
}

QString padded(const QString& text, int width, bool right)
{
    const QString blanks(std::max(0, width - widthOf(text)), u' ');
    return right ? blanks + text : text + blanks;
}

QString withoutTrailingBlanks(QString line)
{
    while (line.endsWith(u' ')) {
        line.chop(1);
    }
    return line;
}

/// Text cut to so many places, with an ellipsis when something is missing.
QString elided(const QString& text, int most)
{
    if (widthOf(text) <= most) {
        return text;
    }
    QString start = text;
    while (widthOf(start) > most - 1) {
        start.chop(start.back().isLowSurrogate() ? 2 : 1);
    }
    return start.trimmed() + u'…';
}

/// Text of a cell on one line.
QString lineOf(const Cell& cell, const Table& table)
{
    constexpr int widestCell = 48;
    return elided(cellText(cell, table).simplified(), widestCell);
}

class TextTable
{
public:
    explicit TextTable(const Table& table)
        : m_table(table)
        , m_right(rightAligned(table))
        , m_widths(table.columns.size(), 0)
    {
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            m_widths[column] = widthOf(table.columns[column].header);
        }
        forEachRow([this](const std::vector<Cell>& row) {
            for (std::size_t column = 0; column < row.size(); ++column) {
                m_widths[column] = std::max(m_widths[column], widthOf(lineOf(row[column], m_table)));
            }
        });
        for (const ColumnGroup& group : columnGroups(table)) {
            const int missing = widthOf(group.name) - widthOver(group);
            m_widths[group.first + group.count - 1] += std::max(0, missing);
        }
    }

    [[nodiscard]] QString text() const
    {
        QStringList lines;
        lines += m_table.title;
        lines += m_table.above;
        lines += QString();
        if (hasGroups(m_table)) {
            lines += groupLine();
        }
        lines += headerLine();
        lines += rule();
        for (const std::vector<Cell>& row : m_table.rows) {
            lines += rowLine(row);
        }
        if (m_table.total) {
            lines += rule();
            lines += rowLine(*m_table.total);
        }
        if (!m_table.below.isEmpty()) {
            lines += QString();
            lines += m_table.below;
        }
        return lines.join(u'\n') + u'\n';
    }

private:
    template<typename Task>
    void forEachRow(const Task& task)
    {
        std::for_each(m_table.rows.begin(), m_table.rows.end(), task);
        if (m_table.total) {
            task(*m_table.total);
        }
    }

    [[nodiscard]] int widthOver(const ColumnGroup& group) const
    {
        int width = gap * (static_cast<int>(group.count) - 1);
        for (std::size_t column = group.first; column < group.first + group.count; ++column) {
            width += m_widths[column];
        }
        return width;
    }

    [[nodiscard]] QString groupLine() const
    {
        QStringList parts;
        for (const ColumnGroup& group : columnGroups(m_table)) {
            parts += padded(group.name, widthOver(group), false);
        }
        return withoutTrailingBlanks(parts.join(QString(gap, u' ')));
    }

    [[nodiscard]] QString headerLine() const
    {
        QStringList parts;
        for (std::size_t column = 0; column < m_widths.size(); ++column) {
            parts += padded(m_table.columns[column].header, m_widths[column], m_right[column]);
        }
        return withoutTrailingBlanks(parts.join(QString(gap, u' ')));
    }

    [[nodiscard]] QString rowLine(const std::vector<Cell>& row) const
    {
        QStringList parts;
        for (std::size_t column = 0; column < m_widths.size(); ++column) {
            parts += padded(lineOf(row[column], m_table), m_widths[column], m_right[column]);
        }
        return withoutTrailingBlanks(parts.join(QString(gap, u' ')));
    }

    [[nodiscard]] QString rule() const
    {
        QStringList parts;
        for (const int width : m_widths) {
            parts += QString(width, u'─');
        }
        return parts.join(QString(gap, u' '));
    }

    const Table& m_table;
    std::vector<bool> m_right;
    std::vector<int> m_widths;
};

/// What a spreadsheet would compute instead of show (OWASP, "CSV Injection").
bool looksLikeFormula(const QString& text)
{
    const QString signs = QStringLiteral("=+-@\t\r\n");
    for (const QChar letter : text) {
        if (signs.contains(letter)) {
            return true;
        }
        if (!letter.isSpace()) {
            return false;
        }
    }
    return false;
}

struct CsvField
{
    QString operator()(const QString& text) const { return looksLikeFormula(text) ? u'\'' + text : text; }
    QString operator()(qint64 count) const { return QString::number(count); }
    QString operator()(Percent percent) const { return QString::number(percent.ratio * hundred, 'f', 2); }
    QString operator()(Points points) const { return QString::number(points.value, 'f', 2); }
    QString operator()(const QDate& date) const { return date.toString(Qt::ISODate); }
    QString operator()(NoData) const { return {}; }
};

QString quoted(const QString& field)
{
    const bool plain = std::none_of(field.begin(), field.end(), [](QChar letter) {
        return letter == u',' || letter == u'"' || letter == u'\r' || letter == u'\n';
    });
    if (plain) {
        return field;
    }
    QString doubled = field;
    doubled.replace(u'"', QLatin1String("\"\""));
    return u'"' + doubled + u'"';
}

} // namespace

QString cellText(const Cell& cell, const Table& table)
{
    struct Text
    {
        const Table& table;
        QString operator()(const QString& text) const { return text; }
        QString operator()(qint64 count) const { return vietnamese().toString(count); }
        QString operator()(Percent percent) const
        {
            return vietnamese().toString(percent.ratio * hundred, 'f', 2) + QStringLiteral(" %");
        }
        QString operator()(Points points) const { return vietnamese().toString(points.value, 'f', 2); }
        QString operator()(const QDate& date) const { return date.toString(QStringLiteral("dd/MM/yyyy")); }
        QString operator()(NoData) const { return table.noData; }
    };
    return std::visit(Text{table}, cell);
}

QString toText(const Table& table)
{
    return TextTable(table).text();
}

QByteArray toCsv(const Table& table)
{
    const auto line = [](const QStringList& fields) {
        QStringList safe;
        std::transform(fields.begin(), fields.end(), std::back_inserter(safe), quoted);
        return safe.join(u',').toUtf8() + "\r\n";
    };
    QStringList headers;
    for (const Column& column : table.columns) {
        headers += CsvField()(headerText(column));
    }
    QByteArray csv = QByteArrayLiteral("\xef\xbb\xbf") + line(headers);
    for (const std::vector<Cell>& row : table.rows) {
        QStringList fields;
        for (const Cell& cell : row) {
            fields += std::visit(CsvField(), cell);
        }
        csv += line(fields);
    }
    return csv;
}

} // namespace sohoa::reporting
