// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/notes.h"

#include <set>
#include <utility>

namespace sohoa::dossier {

bool isNotePair(const Page& one, const Page& other)
{
    return (!one.withoutNoteOf.isEmpty() && one.withoutNoteOf == other.uid) ||
           (!other.withoutNoteOf.isEmpty() && other.withoutNoteOf == one.uid);
}

std::map<QString, NoteGap> noteGaps(const std::vector<Page>& pages)
{
    using Place = std::pair<int, QString>; // component and uid
    std::set<Place> withSlip;
    std::set<Place> copied;
    for (const Page& page : pages) {
        if (page.state != PageState::Kept) {
            continue;
        }
        if (page.note != StuckNote::None) {
            withSlip.emplace(page.component, page.uid);
        }
        if (!page.withoutNoteOf.isEmpty()) {
            copied.emplace(page.component, page.withoutNoteOf);
        }
    }
    std::map<QString, NoteGap> gaps;
    for (const Page& page : pages) {
        if (page.state != PageState::Kept || page.note == StuckNote::Excused) {
            continue;
        }
        if (page.note == StuckNote::Present && !copied.contains({page.component, page.uid})) {
            gaps.emplace(page.uid, NoteGap::CopyWithout);
        } else if (!page.withoutNoteOf.isEmpty() &&
                   !withSlip.contains({page.component, page.withoutNoteOf})) {
            gaps.emplace(page.uid, NoteGap::CopyWith);
        }
    }
    return gaps;
}

} // namespace sohoa::dossier
