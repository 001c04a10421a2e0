// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/dirtyglass.h"

#include "storage/journal.h"
#include "workflow/workspace.h"

#include <algorithm>
#include <cmath>

namespace sohoa::workflow {

namespace {

using dossier::Page;

constexpr double samePlaceMm = 0.8; // a feeder lays sheets down so exactly, and drivers cut so exactly
constexpr std::size_t mostBetween = 1;

/// A line followed from page to page.
struct Trail
{
    DirtyGlass glass;
    std::size_t last = 0; ///< place of the last page that shows it among those of its side
};

std::vector<DirtyGlass> onSide(const std::vector<const Page*>& pages, bool isBack)
{
    std::vector<Trail> trails;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        for (const double streak : pages[i]->findings->streaks) {
            const auto trail = std::find_if(trails.begin(), trails.end(), [i, streak](const Trail& other) {
                return other.last < i && i - other.last <= mostBetween + 1 &&
                       std::abs(other.glass.fromLeftMm - streak) <= samePlaceMm;
            });
            if (trail == trails.end()) {
                trails.push_back({{streak, isBack, {pages[i]->position}}, i});
            } else {
                trail->glass.positions.push_back(pages[i]->position);
                trail->last = i;
            }
        }
    }
    std::vector<DirtyGlass> found;
    for (Trail& trail : trails) {
        if (trail.glass.positions.size() >= 2) {
            found.push_back(std::move(trail.glass));
        }
    }
    return found;
}

} // namespace

std::vector<DirtyGlass> dirtyGlassAmong(const std::vector<Page>& pages, int sidesPerSheet)
{
    std::vector<const Page*> fronts;
    std::vector<const Page*> backs;
    for (const Page& page : pages) {
        if (page.findings) {
            const bool isBack = sidesPerSheet == 2 && page.position % 2 == 1;
            (isBack ? backs : fronts).push_back(&page);
        }
    }
    std::vector<DirtyGlass> found = onSide(fronts, false);
    std::vector<DirtyGlass> behind = onSide(backs, true);
    found.insert(found.end(), std::make_move_iterator(behind.begin()), std::make_move_iterator(behind.end()));
    return found;
}

Result<std::vector<DirtyGlass>> dirtyGlass(const Workspace& workspace, const QString& sessionUid)
{
    SOHOA_ASSIGN(const std::vector<Page> pages, workspace.journal().pagesOfSession(sessionUid));
    SOHOA_ASSIGN(const std::optional<storage::Feed> feed, workspace.journal().feed(sessionUid));
    return dirtyGlassAmong(pages, feed ? feed->sidesPerSheet : 1);
}

} // namespace sohoa::workflow
