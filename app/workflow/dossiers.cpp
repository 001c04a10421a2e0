// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/dossiers.h"

#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/searchindex.h"
#include "workflow/workspace.h"

#include <algorithm>

namespace sohoa::workflow {

namespace {

std::vector<DossierLine> linesOf(const std::vector<storage::DossierSummary>& summaries)
{
    std::vector<DossierLine> lines;
    lines.reserve(summaries.size());
    std::transform(summaries.begin(), summaries.end(), std::back_inserter(lines),
                   [](const storage::DossierSummary& summary) {
                       return DossierLine{summary.dossier, summary.scanDue, summary.papers,
                                          summary.papersConfirmed, summary.pagesWithoutPaper};
                   });
    return lines;
}

/// When a change was made, as its stamp says.
QDateTime timeOf(const QString& stamp)
{
    constexpr qsizetype timeDigits = 12;
    return inVietnam(QDateTime::fromMSecsSinceEpoch(stamp.left(timeDigits).toLongLong(nullptr, 16)));
}

/// Who stands in the history for a change: whoever is named by the next event of the same workstation that
/// was written together with it.
QString actorOf(const std::vector<storage::FieldHistory>& history, const dossier::FieldWrite& written)
{
    constexpr qint64 togetherMilliseconds = 2000;
    for (const storage::FieldHistory& line : history) {
        const bool sameHand = line.workstation == 0 || (line.unit == written.writer.unit &&
                                                        line.workstation == written.writer.workstation);
        if (sameHand && line.kind == dossier::ChangeKind::EventNoted && line.stamp > written.stamp) {
            const bool together = timeOf(written.stamp).msecsTo(timeOf(line.stamp)) <= togetherMilliseconds;
            return together ? line.body[QLatin1String("actor")].toString() : QString();
        }
    }
    return {};
}

} // namespace

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
    return linesOf(summaries);
}

Result<DossierDetail> Dossiers::detail(const QString& dossierUid) const
{
    const storage::Journal& journal = m_workspace.journal();
    DossierDetail detail;
    SOHOA_ASSIGN(detail.dossier, journal.dossier(dossierUid));
    SOHOA_ASSIGN(detail.components, journal.components(dossierUid));
    SOHOA_ASSIGN(detail.papers, journal.papers(dossierUid));
    SOHOA_ASSIGN(detail.events, journal.events(dossierUid));
    SOHOA_ASSIGN(detail.keptPages, journal.keptPages(dossierUid));
    return detail;
}

Result<Dossiers::Counts> Dossiers::counts() const
{
    SOHOA_ASSIGN(const storage::Counts counts, m_workspace.journal().counts());
    return Counts{counts.scanDue, counts.papersWaiting, counts.papersRefused, counts.differing};
}

Result<std::vector<DossierLine>> Dossiers::differing() const
{
    storage::DossierFilter filter;
    SOHOA_ASSIGN(filter.among, m_workspace.journal().differingDossiers());
    const int limit = static_cast<int>(filter.among->size());
    SOHOA_ASSIGN(const std::vector<storage::DossierSummary> summaries,
                 m_workspace.journal().list(filter, limit, 0));
    return linesOf(summaries);
}

Result<std::vector<FieldDifference>> Dossiers::differences(const QString& dossierUid) const
{
    const storage::Journal& journal = m_workspace.journal();
    SOHOA_ASSIGN(const std::vector<dossier::Conflict> conflicts, journal.differences(dossierUid));
    if (conflicts.empty()) {
        return std::vector<FieldDifference>{};
    }
    SOHOA_ASSIGN(const std::vector<storage::FieldHistory> history, journal.history(dossierUid));
    SOHOA_ASSIGN(const HomeSettings settings, m_workspace.settings());
    const auto version = [&](const dossier::FieldWrite& written) {
        const bool isOwn =
            written.writer.unit == settings.unit && written.writer.workstation == settings.workstation;
        return FieldVersion{
            written.stamp, timeOf(written.stamp),     written.writer.unit, written.writer.workstation,
            isOwn,         actorOf(history, written), written.value};
    };
    std::vector<FieldDifference> differences;
    differences.reserve(conflicts.size());
    for (const dossier::Conflict& conflict : conflicts) {
        differences.push_back({conflict.field, version(conflict.winner), version(conflict.loser)});
    }
    return differences;
}

Status Dossiers::settle(const QString& dossierUid, const QString& field, const QString& chosenStamp) const
{
    SOHOA_ASSIGN(const HomeSettings settings, m_workspace.settings());
    return m_workspace.journal().write([&](storage::JournalWriter& writer) {
        return writer.settleDifference(dossierUid, field, chosenStamp, settings.officer);
    });
}

} // namespace sohoa::workflow
