// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/supervision.h"

#include "storage/journal.h"
#include "workflow/workspace.h"

namespace sohoa::workflow {

Supervision::Supervision(const Workspace& workspace)
    : m_workspace(workspace)
{
}

Result<std::vector<SupervisionRow>> Supervision::rows(QDate from, QDate to, dossier::ReportBy by) const
{
    SOHOA_ASSIGN(const std::vector<storage::IndicatorRow> counted,
                 m_workspace.journal().indicators(from, to, by));
    // The targets in force at the end of the period judge the whole of it.
    const QDate judged = to.isValid() ? to : m_workspace.clock().now().date();
    std::vector<SupervisionRow> rows;
    rows.reserve(counted.size());
    for (const storage::IndicatorRow& row : counted) {
        SupervisionRow shown{row.key, row.label, {}};
        for (const dossier::IndicatorCount& count : row.counts) {
            shown.values.push_back(m_workspace.targets().value(count, judged));
        }
        rows.push_back(std::move(shown));
    }
    return rows;
}

Result<reporting::Report> Supervision::report(QDate from, QDate to, dossier::ReportBy by) const
{
    SOHOA_ASSIGN(const HomeSettings settings, m_workspace.settings());
    reporting::Report report{settings.unitName, from, to, by, m_workspace.clock().now(), {}};
    SOHOA_ASSIGN(report.rows, rows(from, to, by));
    if (by != dossier::ReportBy::None) {
        SOHOA_ASSIGN(std::vector<SupervisionRow> whole, rows(from, to, dossier::ReportBy::None));
        if (!whole.empty()) {
            report.total = std::move(whole.front());
        }
    }
    return report;
}

Result<std::vector<dossier::Dossier>> Supervision::behind(dossier::IndicatorKind kind,
                                                          const QString& groupKey, dossier::ReportBy by,
                                                          QDate from, QDate to, bool met) const
{
    SOHOA_ASSIGN(const QStringList uids,
                 m_workspace.journal().dossiersBehind(kind, by, groupKey, from, to, met));
    return m_workspace.journal().dossiers(uids);
}

} // namespace sohoa::workflow
