// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reporting/indicators.h"
#include "reporting/tables.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace sohoa::reporting {

/// A row of the indicators: one group, or the whole.
struct ReportRow
{
    QString key;   ///< code, name or ISO date; empty for the whole
    QString label; ///< name of the procedure; else the key
    std::vector<IndicatorValue> values;

    bool operator==(const ReportRow&) const = default;
};

/// A report of the indicators of Quyết định 766/QĐ-TTg.
struct Report
{
    QString unit; ///< name of the unit
    QDate from;   ///< days of reception, both included
    QDate to;
    dossier::ReportBy by = dossier::ReportBy::None;
    QDateTime madeAt;
    std::vector<ReportRow> rows;
    std::optional<ReportRow> total = {}; ///< the whole, when rows are groups
};

/// The names of values, from sohoa::wording, which this library does not see.
struct ReportNames
{
    std::function<QString(dossier::IndicatorKind)> indicator;
    QString rows; ///< what the rows are: "Procedure"
};

/// One row for each group and indicator, with numerator, denominator, ratio, target, score: for terminals and
/// programs.
/// @param repeatKeys whether each row names its group, or only the first of the group
Table longTable(const Report& report, const ReportNames& names, bool repeatKeys);
/// One row for each group, numerator, denominator and ratio of the indicators beside each other: for paper
/// and spreadsheets. As longTable for ReportBy::None.
Table wideTable(const Report& report, const ReportNames& names);

/// {"group","label","indicators":[...]}
QJsonObject toJson(const ReportRow& row);
/// {"unit","from","to","by","madeAt","rows":[...],"total":{...} or null}
QJsonObject toJson(const Report& report);

} // namespace sohoa::reporting
