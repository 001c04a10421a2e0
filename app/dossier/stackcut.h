// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/dossier.h"
#include "dossier/page.h"
#include "dossier/separation.h"

#include <QString>

#include <optional>
#include <vector>

namespace sohoa::dossier {

/// Where a part of a stack goes.
struct CutPlace
{
    QString dossierCode; ///< empty: nobody's yet, the clerk must say
    int component = 0;   ///< 0: of the dossier, and none of its components yet

    bool operator==(const CutPlace&) const = default;
};

/// A dossier that parts of a stack may go to.
struct CutDossier
{
    QString code;
    QString uid;           ///< empty: not known here; taken in when the cut is carried out
    QString procedureCode; ///< as its sheet said, of one that is taken in
    QString applicant;     ///< for the eye; empty when nobody knows
    std::vector<Component> components;

    bool operator==(const CutDossier&) const = default;
};

/// Pages of a stack one behind the other that go to one place. With the state the plan gives them: blank
/// pages and separator sheets are set aside, and go to the dossier all the same.
struct CutPart
{
    CutPlace place;
    std::vector<Page> pages; ///< at least one
    /// The dossier its sheet names when that is not known here and cannot be taken in.
    QString stranger = {};

    [[nodiscard]] int kept() const;

    bool operator==(const CutPart&) const = default;
};

/// How a stack would be cut: nothing of it is carried out. A value; any thread.
struct StackCut
{
    QString session;
    std::vector<CutPart> parts; ///< in feeder order; together all pages that were not deleted
    std::vector<CutDossier> dossiers;
    std::vector<StackAlarm> alarms;
    bool parted = false; ///< something parts it, or should have: somebody ought to look

    [[nodiscard]] int pages() const;
    [[nodiscard]] int kept() const;
    /// Kept pages that belong to no dossier.
    [[nodiscard]] int nobodys() const;
    /// Null when it is not among those of the cut.
    [[nodiscard]] const CutDossier* dossier(const QString& code) const;
    /// The part a page is in; the number of parts when it is in none.
    [[nodiscard]] std::size_t partOf(const QString& pageUid) const;

    /// Begins a new part at a page: of the same dossier, and of the component scanned after that of the part
    /// it was in. @return whether anything changed: not where a part begins already
    bool split(const QString& pageUid);
    /// Joins a part to the one before it, whose place it takes. @return whether anything changed
    bool merge(std::size_t part);
    /// Gives a part to another place. @return whether anything changed
    bool give(std::size_t part, const CutPlace& place);

    bool operator==(const StackCut&) const = default;
};

/// The cut of a stack of which more pages have come, with what somebody changed before: pages that were there
/// lie where `before` has them, new ones where `now` has them.
StackCut carriedOver(const StackCut& before, StackCut now);

/// The component that is scanned `papers` after this one (0: before the first); 0 when there is none.
int scannedAfter(const std::vector<Component>& components, int number, int papers);

} // namespace sohoa::dossier
