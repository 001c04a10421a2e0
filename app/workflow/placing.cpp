// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/placing.h"

#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "workflow/componentstates.h"
#include "workflow/workspace.h"

#include <algorithm>

namespace sohoa::workflow {

namespace {

using dossier::Page;
using dossier::PageState;
using dossier::SetAsideReason;
using storage::JournalWriter;

/// Puts the plan on the pages of a stack.
class Assignment
{
public:
    Assignment(const Workspace& workspace, const DossierFiles& files, Placed placed)
        : m_workspace(workspace)
        , m_files(files)
        , m_placed(placed)
    {
    }

    /// @param plan one for each page
    /// @return the pages that change
    Result<std::vector<Page>> apply(const std::vector<Page>& pages, const std::vector<PlannedPage>& plan)
    {
        std::vector<Page> changed;
        for (std::size_t i = 0; i < pages.size(); ++i) {
            Page page = pages[i];
            SOHOA_TRY(place(page, plan[i]));
            if (page != pages[i]) {
                changed.push_back(std::move(page));
            }
        }
        return changed;
    }

private:
    Status place(Page& page, const PlannedPage& planned)
    {
        const auto file = m_files.find(planned.place.dossierCode);
        const QString uid = file == m_files.end() ? QString() : file->second.dossier.uid;
        const bool isThere = page.dossierUid == uid && page.component == planned.place.component;
        if (!uid.isEmpty() && (page.dossierUid.isEmpty() || (m_placed == Placed::Move && !isThere))) {
            page.dossierUid = uid;
            page.component = planned.place.component;
            SOHOA_ASSIGN(page.order, nextOrder(uid, page.component));
        }
        // What a person or an earlier step set aside stays so.
        if (page.state == PageState::Kept) {
            page.state = planned.state;
            page.reason = planned.reason;
        }
        if (page.state == PageState::Kept && !page.dossierUid.isEmpty()) {
            SOHOA_ASSIGN(const bool repeated, isRepeated(page));
            if (repeated) {
                page.state = PageState::SetAside;
                page.reason = SetAsideReason::Repeated;
            }
        }
        return {};
    }

    /// Pages that the component has from before this stack, and the order the next one gets.
    struct Place
    {
        std::vector<Page> there;
        int next = 0;
    };

    Result<Place*> placeOf(const QString& dossierUid, int component)
    {
        const auto key = std::make_pair(dossierUid, component);
        auto known = m_places.find(key);
        if (known == m_places.end()) {
            Place place;
            SOHOA_ASSIGN(place.there, m_workspace.journal().pagesOfComponent(dossierUid, component));
            for (const Page& page : place.there) {
                place.next = std::max(place.next, page.order + 1);
            }
            known = m_places.emplace(key, std::move(place)).first;
        }
        return &known->second;
    }

    Result<int> nextOrder(const QString& dossierUid, int component)
    {
        SOHOA_ASSIGN(Place * place, placeOf(dossierUid, component));
        return place->next++;
    }

    /// Whether the very same picture is in the component already, from another stack.
    Result<bool> isRepeated(const Page& page)
    {
        SOHOA_ASSIGN(const Place* place, placeOf(page.dossierUid, page.component));
        return std::any_of(place->there.begin(), place->there.end(), [&page](const Page& other) {
            return other.session != page.session && other.sha256 == page.sha256 &&
                   other.indexInFile == page.indexInFile;
        });
    }

    const Workspace& m_workspace;
    const DossierFiles& m_files;
    Placed m_placed;
    std::map<std::pair<QString, int>, Place> m_places;
};

/// Notes in the history of each dossier what it got.
Status noteArrival(const Workspace& workspace, JournalWriter& writer, const std::vector<Page>& changed,
                   std::set<QString> dossiers)
{
    std::map<QString, std::map<int, int>> arrived;
    for (const Page& page : changed) {
        if (page.state == PageState::Kept && !page.dossierUid.isEmpty() && page.component != 0) {
            ++arrived[page.dossierUid][page.component];
        }
    }
    SOHOA_ASSIGN(const HomeSettings settings, workspace.settings());
    for (const auto& [uid, components] : arrived) {
        for (const auto& [number, count] : components) {
            SOHOA_TRY(
                writer.addEvent({uid,
                                 workspace.clock().now(),
                                 dossier::EventKind::PagesAdded,
                                 settings.officer,
                                 {{QStringLiteral("component"), number}, {QStringLiteral("pages"), count}}}));
        }
    }
    dossiers.merge(dossiersOf(changed));
    return settleComponents(workspace.journal(), writer, dossiers);
}

} // namespace

Result<std::vector<Page>> placed(const Workspace& workspace, const DossierFiles& files, Placed before,
                                 const std::vector<Page>& pages, const std::vector<PlannedPage>& plan)
{
    return Assignment(workspace, files, before).apply(pages, plan);
}

Status writePlaced(const Workspace& workspace, const std::vector<Page>& changed,
                   const std::set<QString>& left)
{
    if (changed.empty()) {
        return {};
    }
    return workspace.journal().write([&](JournalWriter& writer) -> Status {
        for (const Page& page : changed) {
            SOHOA_TRY(writer.setPage(page));
        }
        return noteArrival(workspace, writer, changed, left);
    });
}

} // namespace sohoa::workflow
