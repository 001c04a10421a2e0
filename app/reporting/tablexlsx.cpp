// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "reporting/tablelayout_p.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <algorithm>
#include <array>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace sohoa::reporting {

namespace {

constexpr qint64 largestWorkbook = 512LL * 1024 * 1024;
constexpr int paperA4 = 9; // worksheet_set_paper, ECMA-376 part 1, 18.3.1.63

#ifdef Q_OS_WIN
/// The path in the letters that fopen() of this system takes: its short form, where the disk keeps one.
QString shortPath(const QString& path)
{
    const std::wstring whole = QDir::toNativeSeparators(path).toStdWString();
    std::array<wchar_t, MAX_PATH> buffer{};
    const DWORD length = GetShortPathNameW(whole.c_str(), buffer.data(), MAX_PATH);
    return length > 0 && length < MAX_PATH ? QString::fromWCharArray(buffer.data(), static_cast<int>(length))
                                           : path;
}

bool isAscii(const QString& path)
{
    return std::all_of(path.begin(), path.end(), [](QChar letter) { return letter.unicode() < 0x80; });
}

/// Folder for temporary files whose name is the same in every code page. The library opens its files with
/// fopen(), which on Windows cannot say "Nguyễn"; the folder of temporary files lies below the user's name.
QString temporaryRoot()
{
    const QStringList candidates = {shortPath(QDir::tempPath()), qEnvironmentVariable("PUBLIC"),
                                    qEnvironmentVariable("ProgramData")};
    for (const QString& candidate : candidates) {
        if (!candidate.isEmpty() && isAscii(candidate)) {
            return candidate;
        }
    }
    return QDir::tempPath();
}
#else
QString temporaryRoot()
{
    return QDir::tempPath();
}
#endif

/// An error of the library as ours.
tl::unexpected<Error> failureOf(lxw_error problem)
{
    return failure(ErrorCode::StorageFailed, QString::fromUtf8(lxw_strerror(problem)));
}

struct Formats
{
    lxw_format* title;
    lxw_format* header;
    lxw_format* group;
    lxw_format* text;
    lxw_format* count;
    lxw_format* percent;
    lxw_format* points;
    lxw_format* date;
    lxw_format* noData;
};

lxw_format* cellFormat(lxw_workbook* workbook, const char* number, bool bold)
{
    lxw_format* format = workbook_add_format(workbook);
    format_set_border(format, LXW_BORDER_HAIR);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (number != nullptr) {
        format_set_num_format(format, number);
    }
    if (bold) {
        format_set_bold(format);
    }
    return format;
}

Formats makeFormats(lxw_workbook* workbook, bool bold)
{
    Formats formats{};
    formats.title = workbook_add_format(workbook);
    format_set_bold(formats.title);
    constexpr double titlePoints = 14;
    format_set_font_size(formats.title, titlePoints);
    formats.header = cellFormat(workbook, nullptr, true);
    format_set_text_wrap(formats.header);
    format_set_align(formats.header, LXW_ALIGN_CENTER);
    formats.group = formats.header;
    formats.text = cellFormat(workbook, nullptr, bold);
    format_set_text_wrap(formats.text);
    formats.count = cellFormat(workbook, "#,##0", bold);
    formats.percent = cellFormat(workbook, "0.00%", bold);
    formats.points = cellFormat(workbook, "0.00", bold);
    formats.date = cellFormat(workbook, "dd/mm/yyyy", bold);
    formats.noData = cellFormat(workbook, nullptr, bold);
    format_set_align(formats.noData, LXW_ALIGN_RIGHT);
    return formats;
}

class SheetWriter
{
public:
    SheetWriter(lxw_workbook* workbook, const Table& table)
        : m_table(table)
        , m_sheet(workbook_add_worksheet(workbook, nullptr))
        , m_plain(makeFormats(workbook, false))
        , m_bold(makeFormats(workbook, true))
    {
    }

    /// @return the first thing the library refused, such as a row beyond the last one of a sheet
    lxw_error write()
    {
        text(m_table.title, 0, m_plain.title);
        ++m_row;
        for (const QString& line : m_table.above) {
            text(line, 0, nullptr);
            ++m_row;
        }
        ++m_row;
        headers();
        const lxw_row_t firstRow = m_row;
        for (const std::vector<Cell>& row : m_table.rows) {
            cells(row, m_plain);
        }
        if (!m_table.rows.empty()) {
            note(worksheet_autofilter(m_sheet, firstRow - 1, 0, m_row - 1, lastColumn()));
        }
        if (m_table.total) {
            cells(*m_table.total, m_bold);
        }
        ++m_row;
        for (const QString& line : m_table.below) {
            text(line, 0, nullptr);
            ++m_row;
        }
        page(firstRow);
        return m_refused;
    }

private:
    void note(lxw_error problem) { m_refused = m_refused == LXW_NO_ERROR ? problem : m_refused; }

    [[nodiscard]] lxw_col_t lastColumn() const { return static_cast<lxw_col_t>(m_table.columns.size() - 1); }

    void text(const QString& text, lxw_col_t column, lxw_format* format)
    {
        constexpr int mostLetters = 32767; // a limit of Excel
        note(worksheet_write_string(m_sheet, m_row, column, text.left(mostLetters).toUtf8().constData(),
                                    format));
    }

    void headers()
    {
        if (hasGroups(m_table)) {
            for (const ColumnGroup& group : columnGroups(m_table)) {
                const auto first = static_cast<lxw_col_t>(group.first);
                const auto last = static_cast<lxw_col_t>(group.first + group.count - 1);
                if (group.count > 1) {
                    note(worksheet_merge_range(m_sheet, m_row, first, m_row, last,
                                               group.name.toUtf8().constData(), m_plain.group));
                } else {
                    text(group.name, first, m_plain.group);
                }
            }
            ++m_row;
        }
        for (lxw_col_t column = 0; column <= lastColumn(); ++column) {
            text(m_table.columns[column].header, column, m_plain.header);
        }
        ++m_row;
    }

    void cells(const std::vector<Cell>& row, const Formats& formats)
    {
        lxw_col_t column = 0;
        for (const Cell& cell : row) {
            put(cell, column++, formats);
        }
        ++m_row;
    }

    void put(const Cell& cell, lxw_col_t column, const Formats& formats)
    {
        if (const auto* words = std::get_if<QString>(&cell)) {
            text(*words, column, formats.text);
        } else if (const auto* count = std::get_if<qint64>(&cell)) {
            note(worksheet_write_number(m_sheet, m_row, column, static_cast<double>(*count), formats.count));
        } else if (const auto* percent = std::get_if<Percent>(&cell)) {
            note(worksheet_write_number(m_sheet, m_row, column, percent->ratio, formats.percent));
        } else if (const auto* points = std::get_if<Points>(&cell)) {
            note(worksheet_write_number(m_sheet, m_row, column, points->value, formats.points));
        } else if (const auto* day = std::get_if<QDate>(&cell); day != nullptr && day->isValid()) {
            lxw_datetime date{day->year(), day->month(), day->day(), 0, 0, 0};
            note(worksheet_write_datetime(m_sheet, m_row, column, &date, formats.date));
        } else {
            text(m_table.noData, column, formats.noData);
        }
    }

    void page(lxw_row_t firstRow)
    {
        constexpr double narrow = 10;
        constexpr double wide = 42;
        const std::vector<bool> right = rightAligned(m_table);
        for (lxw_col_t column = 0; column <= lastColumn(); ++column) {
            note(worksheet_set_column(m_sheet, column, column, right[column] ? narrow : wide, nullptr));
        }
        worksheet_freeze_panes(m_sheet, firstRow, 0);
        worksheet_set_landscape(m_sheet);
        worksheet_set_paper(m_sheet, paperA4);
        worksheet_fit_to_pages(m_sheet, 1, 0);
        const lxw_row_t headerRows = hasGroups(m_table) ? 2 : 1;
        note(worksheet_repeat_rows(m_sheet, firstRow - headerRows, firstRow - 1));
        note(worksheet_set_footer(m_sheet, "&R&P/&N"));
    }

    const Table& m_table;
    lxw_worksheet* m_sheet;
    Formats m_plain;
    Formats m_bold;
    lxw_row_t m_row = 0;
    lxw_error m_refused = LXW_NO_ERROR;
};

} // namespace

Result<QByteArray> toXlsx(const Table& table)
{
    if (table.columns.empty()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a table without columns"));
    }
    const QTemporaryDir folder(QDir(temporaryRoot()).filePath(QStringLiteral("sohoa-XXXXXX")));
    if (!folder.isValid()) {
        return failure(ErrorCode::StorageFailed, folder.errorString());
    }
    const QString path = folder.filePath(QStringLiteral("table.xlsx"));
    // The library wants its folder as a writable string and keeps the pointer until it is closed.
    QByteArray temporary = QFile::encodeName(folder.path());
    lxw_workbook_options options{};
    options.tmpdir = temporary.data();
    lxw_workbook* workbook = workbook_new_opt(QFile::encodeName(path).constData(), &options);
    if (workbook == nullptr) {
        return failure(ErrorCode::StorageFailed, QStringLiteral("no workbook"));
    }
    const lxw_error refused = SheetWriter(workbook, table).write();
    const lxw_error unwritten = workbook_close(workbook); // frees it too
    if (refused != LXW_NO_ERROR) {
        return failureOf(refused);
    }
    if (unwritten != LXW_NO_ERROR) {
        return failureOf(unwritten);
    }
    return readFile(path, largestWorkbook);
}

} // namespace sohoa::reporting
