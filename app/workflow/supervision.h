// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/dossier.h"
#include "dossier/indicator.h"
#include "reporting/report.h"

#include <QDate>

#include <vector>

namespace sohoa::workflow {

class Workspace;

/// One row of the supervisor's table, which is a row of the report.
using SupervisionRow = reporting::ReportRow;

/// Giám sát: the indicators of Quyết định 766/QĐ-TTg and the dossiers behind each number. Any thread.
class Supervision
{
public:
    explicit Supervision(const Workspace& workspace);

    /// @param from, to dates of reception, both included
    [[nodiscard]] Result<std::vector<SupervisionRow>> rows(QDate from, QDate to, dossier::ReportBy by) const;
    /// rows() as a report in the unit's name; with the total when the rows are groups. As rows().
    [[nodiscard]] Result<reporting::Report> report(QDate from, QDate to, dossier::ReportBy by) const;
    /// The dossiers that count (`met` true) or do not count in the numerator, all of them in the denominator.
    [[nodiscard]] Result<std::vector<dossier::Dossier>> behind(dossier::IndicatorKind kind,
                                                               const QString& groupKey, dossier::ReportBy by,
                                                               QDate from, QDate to, bool met) const;

private:
    const Workspace& m_workspace;
};

} // namespace sohoa::workflow
