// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "reporting/report.h"

#include "base/clock.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace sohoa::reporting {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

Cell percentOf(std::optional<double> ratio)
{
    return ratio ? Cell(Percent{*ratio}) : Cell(NoData{});
}

/// Empty when there is no score because there is no weight or target; NoData when only the count is missing.
Cell scoreOf(const IndicatorValue& value)
{
    if (!value.maxScore || !value.target) {
        return QString();
    }
    const std::optional<double> score = value.score();
    return score ? Cell(Points{*score}) : Cell(NoData{});
}

QString dateText(QDate date)
{
    return date.toString(QStringLiteral("dd/MM/yyyy"));
}

Table emptyTable(const Report& report)
{
    Table table;
    table.title = Words::tr("Digitization indicators");
    if (!report.unit.isEmpty()) {
        table.above += Words::tr("Unit: %1").arg(report.unit);
    }
    table.above +=
        Words::tr("Dossiers received from %1 to %2").arg(dateText(report.from), dateText(report.to));
    if (report.madeAt.isValid()) {
        table.above += Words::tr("Made at %1")
                           .arg(inVietnam(report.madeAt).toString(QStringLiteral("dd/MM/yyyy HH:mm")));
    }
    table.noData = Words::tr("no data", "cell of a report");
    table.below +=
        Words::tr("Ratio = met / total. Without any dossier to count there is “no data”: neither 0 % "
                  "nor 100 %. Formulas: Quyết định 766/QĐ-TTg.");
    return table;
}

QString nameOfRow(const ReportRow& row)
{
    if (row.key.isEmpty() && row.label.isEmpty()) {
        return Words::tr("(not stated)", "group of a report");
    }
    return row.label.isEmpty() || row.label == row.key ? row.key
                                                       : row.key + QStringLiteral(" - ") + row.label;
}

Cell groupCell(const ReportRow& row, dossier::ReportBy by)
{
    if (by == dossier::ReportBy::Day) {
        if (const QDate day = QDate::fromString(row.key, Qt::ISODate); day.isValid()) {
            return day;
        }
    }
    return nameOfRow(row);
}

void addLongRows(Table& table, const ReportRow& row, const std::optional<Cell>& group,
                 const ReportNames& names, bool repeatKeys)
{
    bool first = true;
    for (const IndicatorValue& value : row.values) {
        std::vector<Cell> cells;
        if (group) {
            cells.push_back(first || repeatKeys ? *group : Cell(QString()));
        }
        first = false;
        cells.push_back(names.indicator(value.count.kind));
        cells.push_back(value.count.numerator);
        cells.push_back(value.count.denominator);
        cells.push_back(percentOf(value.ratio()));
        cells.push_back(value.target ? Cell(Percent{*value.target}) : Cell(QString()));
        cells.push_back(scoreOf(value));
        cells.push_back(value.maxScore && value.target ? Cell(Points{*value.maxScore}) : Cell(QString()));
        table.rows.push_back(std::move(cells));
    }
}

/// What the wide table has no columns for.
QString targetsNote(const Report& report, const ReportNames& names)
{
    QStringList targets;
    const ReportRow* row = report.total          ? &*report.total
                           : report.rows.empty() ? nullptr
                                                 : &report.rows.front();
    if (row != nullptr) {
        for (const IndicatorValue& value : row->values) {
            if (value.target) {
                targets += names.indicator(value.count.kind) + u' ' + cellText(Percent{*value.target}, {});
            }
        }
    }
    return targets.isEmpty() ? QString() : Words::tr("Targets: %1.").arg(targets.join(QStringLiteral("; ")));
}

std::vector<Cell> wideRow(const Cell& group, const ReportRow& row)
{
    std::vector<Cell> cells = {group};
    for (const IndicatorValue& value : row.values) {
        cells.push_back(value.count.numerator);
        cells.push_back(value.count.denominator);
        cells.push_back(percentOf(value.ratio()));
    }
    return cells;
}

} // namespace

Table longTable(const Report& report, const ReportNames& names, bool repeatKeys)
{
    const bool grouped = report.by != dossier::ReportBy::None;
    Table table = emptyTable(report);
    if (grouped) {
        table.columns.push_back({{}, names.rows});
    }
    for (const QString& header :
         {Words::tr("Indicator", "column"), Words::tr("Met", "column"), Words::tr("Total", "column"),
          Words::tr("Ratio", "column"), Words::tr("Target", "column"), Words::tr("Score", "column"),
          Words::tr("Best score", "column")}) {
        table.columns.push_back({{}, header});
    }
    for (const ReportRow& row : report.rows) {
        addLongRows(table, row, grouped ? std::optional(groupCell(row, report.by)) : std::nullopt, names,
                    repeatKeys);
    }
    // For programs rows are groups only: a total among them would be counted twice.
    if (grouped && report.total && !repeatKeys) {
        addLongRows(table, *report.total, Cell(Words::tr("All together", "last row")), names, repeatKeys);
    }
    return table;
}

Table wideTable(const Report& report, const ReportNames& names)
{
    if (report.by == dossier::ReportBy::None) {
        return longTable(report, names, false);
    }
    Table table = emptyTable(report);
    table.columns.push_back({{}, names.rows});
    for (const dossier::IndicatorKind kind : dossier::indicatorKinds) {
        const QString group = names.indicator(kind);
        table.columns.push_back({group, Words::tr("Met", "column")});
        table.columns.push_back({group, Words::tr("Total", "column")});
        table.columns.push_back({group, Words::tr("Ratio", "column")});
    }
    for (const ReportRow& row : report.rows) {
        table.rows.push_back(wideRow(groupCell(row, report.by), row));
    }
    if (report.total) {
        table.total = wideRow(Words::tr("All together", "last row"), *report.total);
    }
    if (const QString note = targetsNote(report, names); !note.isEmpty()) {
        table.below += note;
    }
    return table;
}

QJsonObject toJson(const ReportRow& row)
{
    QJsonArray indicators;
    for (const IndicatorValue& value : row.values) {
        indicators.append(toJson(value));
    }
    return QJsonObject{{QStringLiteral("group"), row.key},
                       {QStringLiteral("label"), row.label},
                       {QStringLiteral("indicators"), indicators}};
}

QJsonObject toJson(const Report& report)
{
    QJsonArray rows;
    for (const ReportRow& row : report.rows) {
        rows.append(toJson(row));
    }
    return QJsonObject{
        {QStringLiteral("unit"), report.unit},
        {QStringLiteral("from"), report.from.toString(Qt::ISODate)},
        {QStringLiteral("to"), report.to.toString(Qt::ISODate)},
        {QStringLiteral("by"), toString(report.by)},
        {QStringLiteral("madeAt"), toIso(report.madeAt)},
        {QStringLiteral("rows"), rows},
        {QStringLiteral("total"), report.total ? QJsonValue(toJson(*report.total)) : QJsonValue()}};
}

} // namespace sohoa::reporting
