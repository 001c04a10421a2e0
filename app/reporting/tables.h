// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace sohoa::reporting {

/// A ratio 0..1, shown as percent with two decimals.
struct Percent
{
    double ratio = 0;

    bool operator==(const Percent&) const = default;
};

/// Points with two decimals.
struct Points
{
    double value = 0;

    bool operator==(const Points&) const = default;
};

/// Nothing is known: neither 0 nor 100 %.
struct NoData
{
    bool operator==(const NoData&) const = default;
};

using Cell = std::variant<QString, qint64, Percent, Points, QDate, NoData>;

struct Column
{
    QString group; ///< heading above several columns that follow each other; empty: none
    QString header;

    bool operator==(const Column&) const = default;
};

/// A table as people get it, whatever the format.
struct Table
{
    QString title;
    QStringList above; ///< lines under the title: unit, period
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows; ///< each as long as columns
    std::optional<std::vector<Cell>> total =
        {};            ///< last row, set apart; not in toCsv(), sums there count double
    QStringList below; ///< notes
    QString noData;    ///< what NoData shows: "no data"

    bool operator==(const Table&) const = default;
};

/// A cell as people read it: 1.234 | 31,25 % | 22/11/2026, the Vietnamese way in every language.
QString cellText(const Cell& cell, const Table& table);

/// Aligned columns for a terminal, with title and notes; wide characters count as two places, marks as none.
/// Cells over 48 places end in an ellipsis; the other formats have them whole.
QString toText(const Table& table);

/// RFC 4180 in UTF-8 with byte order mark (without it Excel garbles Vietnamese): header and rows, no title,
/// no notes, no total. For programs: dates ISO 8601, decimals with a point, percent as the number before the
/// sign, NoData empty. Text that a spreadsheet would take for a formula (begins with = + - @, tab or return,
/// also behind blanks) gets an apostrophe in front.
QByteArray toCsv(const Table& table);

/// An Excel workbook: numbers as numbers, percent formats, header kept in view, filters, fit to the width of
/// one landscape A4 page. Text is never taken as a formula or address. Errors:
/// InvalidArgument without columns, StorageFailed (temporary files, or more than a sheet of Excel holds).
/// Any thread.
[[nodiscard]] Result<QByteArray> toXlsx(const Table& table);

/// A4 landscape PDF: the title on the first page, the header row on every page, page numbers, embedded
/// letters. Needs a QGuiApplication; any thread while fonts may be used there. Errors: InvalidArgument
/// without columns, Unsupported (no font with Vietnamese letters), PdfWriteFailed.
[[nodiscard]] Result<QByteArray> toPdf(const Table& table);

} // namespace sohoa::reporting
