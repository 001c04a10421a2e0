// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/dossiers.h"

#include "storage/journal.h"
#include "storage/searchindex.h"
#include "workflow/workspace.h"

#include <algorithm>

namespace sohoa::workflow {

Dossiers::Dossiers(const Workspace& workspace)
    : m_workspace(workspace)
{
}

Result<std::vector<DossierLine>> Dossiers::find(const QString& text, int limit, int offset) const
{
    storage::DossierFilter filter;
    int listOffset = offset;
    if (!text.trimmed().isEmpty()) {
        SOHOA_ASSIGN(storage::SearchIndex * index, m_workspace.search());
        SOHOA_ASSIGN(filter.among, index->find(text, limit, offset));
        listOffset = 0; // the index has cut the page already
    }
    SOHOA_ASSIGN(const std::vector<storage::DossierSummary> summaries,
                 m_workspace.journal().list(filter, limit, listOffset));
    std::vector<DossierLine> lines;
    lines.reserve(summaries.size());
    std::transform(
        summaries.begin(), summaries.end(), std::back_inserter(lines),
        [](const storage::DossierSummary& summary) {
            return DossierLine{summary.dossier, summary.scanDue, summary.papers, summary.papersConfirmed};
        });
    return lines;
}

Result<DossierDetail> Dossiers::detail(const QString& dossierUid) const
{
    const storage::Journal& journal = m_workspace.journal();
    DossierDetail detail;
    SOHOA_ASSIGN(detail.dossier, journal.dossier(dossierUid));
    SOHOA_ASSIGN(detail.components, journal.components(dossierUid));
    SOHOA_ASSIGN(detail.papers, journal.papers(dossierUid));
    SOHOA_ASSIGN(detail.events, journal.events(dossierUid));
    return detail;
}

Result<Dossiers::Counts> Dossiers::counts() const
{
    SOHOA_ASSIGN(const storage::Counts counts, m_workspace.journal().counts());
    return Counts{counts.scanDue, counts.papersWaiting, counts.papersRefused};
}

} // namespace sohoa::workflow
