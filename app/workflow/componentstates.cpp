// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/componentstates.h"

#include "storage/journal.h"
#include "storage/journalwriter.h"

#include <algorithm>

namespace sohoa::workflow {

using dossier::Component;
using dossier::ComponentState;

std::set<QString> dossiersOf(std::span<const dossier::Page> pages)
{
    std::set<QString> uids;
    for (const dossier::Page& page : pages) {
        if (!page.dossierUid.isEmpty()) {
            uids.insert(page.dossierUid);
        }
    }
    return uids;
}

Status settleComponents(const storage::Journal& journal, storage::JournalWriter& writer,
                        const std::set<QString>& dossierUids)
{
    for (const QString& uid : dossierUids) {
        SOHOA_ASSIGN(const std::vector<Component> components, journal.components(uid));
        SOHOA_ASSIGN(const auto pages, journal.keptPages(uid));
        SOHOA_ASSIGN(const std::vector<dossier::Paper> papers, journal.papers(uid));
        for (Component component : components) {
            const bool hasPages = pages.contains(component.number);
            const bool hasPaper =
                std::any_of(papers.begin(), papers.end(), [&component](const dossier::Paper& paper) {
                    return paper.component == component.number;
                });
            if (component.state == ComponentState::Missing && hasPages) {
                component.state = ComponentState::Present;
            } else if (component.state == ComponentState::Present && !hasPages && !hasPaper) {
                component.state = ComponentState::Missing;
            } else {
                continue;
            }
            SOHOA_TRY(writer.setComponent(component));
        }
    }
    return {};
}

} // namespace sohoa::workflow
