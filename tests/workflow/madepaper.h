// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workflow/digitizing.h"
#include "workflow/workbench.h"

namespace sohoa::test {

/// A dossier with one paper of one page. @return hash of the paper; ends the program when there is none
inline QString makePaper(const Workbench& bench, int number)
{
    const QString page = bench.path(QStringLiteral("trang %1.jpg").arg(number));
    drawTextPage(page, number);
    workflow::DigitizeRequest request;
    request.procedureCode = QStringLiteral("2.000815");
    request.component = 2;
    request.files = {page};
    const auto report = workflow::digitize(bench.workspace(), request, {}, {});
    if (!report || report->dossiers.empty() || report->dossiers.front().papers.empty()) {
        qFatal("no paper: %s", report ? "refused" : qPrintable(describe(report.error())));
    }
    return report->dossiers.front().papers.front().paper.sha256;
}

} // namespace sohoa::test
