// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/rates/ratesexport.h"

#include "base/durablefile.h"
#include "reporting/report.h"
#include "reporting/tables.h"
#include "wording/names.h"
#include "workflow/supervision.h"
#include "workflow/workspace.h"

#include <QFileInfo>

namespace sohoa::ui {

namespace {

Result<QByteArray> bytesOf(const reporting::Report& report, const QString& suffix)
{
    const reporting::ReportNames names{[](dossier::IndicatorKind kind) { return wording::name(kind); },
                                       wording::name(report.by)};
    if (suffix == QLatin1String("xlsx")) {
        return reporting::toXlsx(reporting::wideTable(report, names));
    }
    if (suffix == QLatin1String("pdf")) {
        return reporting::toPdf(reporting::wideTable(report, names));
    }
    if (suffix == QLatin1String("csv")) {
        return reporting::toCsv(reporting::longTable(report, names, true));
    }
    return failure(ErrorCode::InvalidArgument, QStringLiteral("suffix of the table's file"));
}

} // namespace

Status exportRates(const workflow::Workspace& workspace, const RatesQuestion& question, const QString& path)
{
    SOHOA_ASSIGN(const reporting::Report report,
                 workflow::Supervision(workspace).report(question.from, question.to, question.by));
    SOHOA_ASSIGN(const QByteArray bytes, bytesOf(report, QFileInfo(path).suffix().toLower()));
    return writeDurably(path, bytes);
}

} // namespace sohoa::ui
