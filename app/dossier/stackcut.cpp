// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/stackcut.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace sohoa::dossier {

int scannedAfter(const std::vector<Component>& components, int number, int papers)
{
    const auto next = [&](auto from) {
        return std::find_if(from, components.end(),
                            [](const Component& component) { return component.duty == Duty::Scan; });
    };
    auto at = number == 0 ? next(components.begin())
                          : std::find_if(components.begin(), components.end(),
                                         [number](const Component& c) { return c.number == number; });
    for (; papers > 0 && at != components.end(); --papers) {
        at = next(at + 1);
    }
    return at == components.end() ? 0 : at->number;
}

int CutPart::kept() const
{
    return static_cast<int>(std::count_if(pages.begin(), pages.end(),
                                          [](const Page& page) { return page.state == PageState::Kept; }));
}

int StackCut::pages() const
{
    int count = 0;
    for (const CutPart& part : parts) {
        count += static_cast<int>(part.pages.size());
    }
    return count;
}

int StackCut::kept() const
{
    int count = 0;
    for (const CutPart& part : parts) {
        count += part.kept();
    }
    return count;
}

int StackCut::nobodys() const
{
    int count = 0;
    for (const CutPart& part : parts) {
        count += part.place.dossierCode.isEmpty() ? part.kept() : 0;
    }
    return count;
}

const CutDossier* StackCut::dossier(const QString& code) const
{
    const auto found = std::find_if(dossiers.begin(), dossiers.end(),
                                    [&code](const CutDossier& each) { return each.code == code; });
    return found == dossiers.end() ? nullptr : &*found;
}

std::size_t StackCut::partOf(const QString& pageUid) const
{
    const auto found = std::find_if(parts.begin(), parts.end(), [&pageUid](const CutPart& part) {
        return std::any_of(part.pages.begin(), part.pages.end(),
                           [&pageUid](const Page& page) { return page.uid == pageUid; });
    });
    return static_cast<std::size_t>(found - parts.begin());
}

bool StackCut::split(const QString& pageUid)
{
    const std::size_t place = partOf(pageUid);
    if (place == parts.size()) {
        return false;
    }
    CutPart& part = parts[place];
    const auto at = std::find_if(part.pages.begin(), part.pages.end(),
                                 [&pageUid](const Page& page) { return page.uid == pageUid; });
    if (at == part.pages.begin()) {
        return false;
    }
    CutPart behind{part.place, {}, part.stranger};
    if (const CutDossier* known = dossier(part.place.dossierCode)) {
        const int next = scannedAfter(known->components, part.place.component, 1);
        behind.place.component = next != 0 ? next : part.place.component;
    }
    behind.pages.assign(std::make_move_iterator(at), std::make_move_iterator(part.pages.end()));
    part.pages.erase(at, part.pages.end());
    parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(place) + 1, std::move(behind));
    return true;
}

bool StackCut::merge(std::size_t part)
{
    if (part == 0 || part >= parts.size()) {
        return false;
    }
    std::vector<Page>& before = parts[part - 1].pages;
    std::vector<Page>& joined = parts[part].pages;
    before.insert(before.end(), std::make_move_iterator(joined.begin()),
                  std::make_move_iterator(joined.end()));
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(part));
    return true;
}

bool StackCut::give(std::size_t part, const CutPlace& place)
{
    if (part >= parts.size() || parts[part].place == place) {
        return false;
    }
    parts[part].place = place;
    parts[part].stranger.clear();
    return true;
}

StackCut carriedOver(const StackCut& before, StackCut now)
{
    struct Was
    {
        CutPlace place;
        QString stranger;
        bool begins;
    };
    std::map<QString, Was> was;
    for (const CutPart& part : before.parts) {
        for (const Page& page : part.pages) {
            was[page.uid] = {part.place, part.stranger, &page == &part.pages.front()};
        }
    }
    std::vector<CutPart> parts;
    for (CutPart& part : now.parts) {
        for (Page& page : part.pages) {
            const auto known = was.find(page.uid);
            const bool isKnown = known != was.end();
            const CutPlace& place = isKnown ? known->second.place : part.place;
            const bool begins = isKnown ? known->second.begins : &page == &part.pages.front();
            // A page that came newly between others lies with those before it.
            if (parts.empty() || begins || parts.back().place != place) {
                parts.push_back({place, {}, isKnown ? known->second.stranger : part.stranger});
            }
            parts.back().pages.push_back(std::move(page));
        }
    }
    now.parts = std::move(parts);
    for (const CutDossier& dossier : before.dossiers) {
        if (now.dossier(dossier.code) == nullptr) {
            now.dossiers.push_back(dossier);
        }
    }
    return now;
}

} // namespace sohoa::dossier
