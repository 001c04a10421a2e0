// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "cli/command.h"
#include "cli/words.h"
#include "reporting/report.h"
#include "reporting/tables.h"
#include "wording/names.h"
#include "workflow/supervision.h"
#include "workflow/workspace.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <optional>

namespace sohoa::cli {

namespace {

enum class Format
{
    Table,
    Csv,
    Json,
    Xlsx,
    Pdf
};

constexpr std::array<std::pair<Format, const char*>, 5> formats = {{{Format::Table, "table"},
                                                                    {Format::Csv, "csv"},
                                                                    {Format::Json, "json"},
                                                                    {Format::Xlsx, "xlsx"},
                                                                    {Format::Pdf, "pdf"}}};

struct ReportRequest
{
    QDate from;
    QDate to;
    dossier::ReportBy by = dossier::ReportBy::None;
    Format format = Format::Table;
    QString output;
};

/// A date of an option; `fallback` when it is not given, empty when it is none.
std::optional<QDate> dayOf(const Call& call, const QString& option, QDate fallback)
{
    if (!call.options.isSet(option)) {
        return fallback;
    }
    const QDate day = QDate::fromString(call.options.value(option), Qt::ISODate);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

std::optional<Format> formatOf(const Call& call)
{
    const QString word = call.options.value(QStringLiteral("format"));
    if (word.isEmpty()) {
        return Format::Table;
    }
    const auto found = std::find_if(formats.begin(), formats.end(), [&word](const auto& format) {
        return word == QLatin1String(format.second);
    });
    return found != formats.end() ? std::optional(found->first) : std::nullopt;
}

bool isBinary(Format format)
{
    return format == Format::Xlsx || format == Format::Pdf;
}

/// The request, or what is wrong with it.
tl::expected<ReportRequest, QString> requestOf(const Call& call)
{
    ReportRequest request;
    const auto to = dayOf(call, QStringLiteral("to"), inVietnam(call.clock.now()).date());
    if (!to) {
        return tl::unexpected(Words::tr("--to takes a day such as 2026-11-30."));
    }
    const auto from = dayOf(call, QStringLiteral("from"), QDate(to->year(), to->month(), 1));
    if (!from) {
        return tl::unexpected(Words::tr("--from takes a day such as 2026-11-01."));
    }
    if (*from > *to) {
        return tl::unexpected(Words::tr("The first day is after the last day."));
    }
    const QString by = call.options.value(QStringLiteral("by"));
    const auto cut = by.isEmpty() ? dossier::ReportBy::None : dossier::reportByFrom(by);
    if (!cut) {
        return tl::unexpected(Words::tr("--by takes procedure, field, officer, unit or day."));
    }
    const std::optional<Format> format = formatOf(call);
    if (!format) {
        return tl::unexpected(Words::tr("--format takes table, csv, json, xlsx or pdf."));
    }
    request = {*from, *to, *cut, *format, call.options.value(QStringLiteral("output"))};
    if (isBinary(request.format) && request.output.isEmpty()) {
        return tl::unexpected(Words::tr("This format is not text: name a file with --output FILE."));
    }
    return request;
}

Result<QByteArray> written(const reporting::Report& report, Format format)
{
    const reporting::ReportNames names{[](dossier::IndicatorKind kind) { return wording::name(kind); },
                                       wording::name(report.by)};
    switch (format) {
    case Format::Table:
        return reporting::toText(reporting::longTable(report, names, false)).toUtf8();
    case Format::Csv:
        return reporting::toCsv(reporting::longTable(report, names, true));
    case Format::Json:
        return QJsonDocument(reporting::toJson(report)).toJson(QJsonDocument::Compact) + '\n';
    case Format::Xlsx:
        return reporting::toXlsx(reporting::wideTable(report, names));
    case Format::Pdf:
        return reporting::toPdf(reporting::wideTable(report, names));
    }
    return failure(ErrorCode::Internal, QStringLiteral("format"));
}

} // namespace

Exit runReport(const Call& call)
{
    const tl::expected<ReportRequest, QString> request = requestOf(call);
    if (!request) {
        return call.usage(request.error());
    }
    const auto workspace = call.openHome();
    if (!workspace) {
        return call.fail(workspace.error());
    }
    const Result<reporting::Report> report =
        workflow::Supervision(**workspace).report(request->from, request->to, request->by);
    if (!report) {
        return call.fail(report.error());
    }
    for (const reporting::ReportRow& row : report->rows) {
        call.output.object(reporting::toJson(row));
    }
    if (call.output.json() && request->output.isEmpty()) {
        return Exit::Done;
    }
    const Result<QByteArray> bytes = written(*report, request->format);
    if (!bytes) {
        return call.fail(bytes.error(), request->output);
    }
    if (request->output.isEmpty()) {
        call.output.raw(*bytes);
        return Exit::Done;
    }
    if (const Status saved = writeDurably(request->output, *bytes); !saved) {
        return call.fail(saved.error(), request->output);
    }
    call.output.message(Words::tr("Report written: %1").arg(request->output));
    return Exit::Done;
}

} // namespace sohoa::cli
