// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/page.h"

#include <QString>

#include <optional>
#include <vector>

namespace sohoa::dossier {

/// From this confidence on a page believed blank is set aside by itself; below it is kept for the clerk to
/// look at. Findings of blank pages are 0.5 (as good as not) to 1 (nothing on it at all): 0.6 leaves out the
/// ones whose traces nearly count as content. A page with a code is never blank.
inline constexpr double blankConfidenceNeeded = 0.6;

/// A page of a stack, in feeder order.
struct StackPage
{
    QString pageUid;
    PageFindings findings;
};

/// Where a page of the stack belongs.
struct PagePlace
{
    QString pageUid;
    PageState state = PageState::Kept;            ///< Kept or SetAside
    SetAsideReason reason = SetAsideReason::None; ///< Blank or Separator when set aside
    QString dossierCode;                          ///< empty: not assigned, the clerk must say
    int component = 0;                            ///< 0: no component named yet
    int part = -1;                                ///< index in StackPlan::parts; -1: not assigned

    bool operator==(const PagePlace&) const = default;
};

/// What one separator sheet opens, up to the next one.
struct StackPart
{
    QString dossierCode;
    QString procedureCode; ///< when its sheet said so
    int component = 0;     ///< 0: what follows a dossier sheet directly
    int sidesExpected = 0; ///< 0: nobody said. Of a dossier sheet: all sides of that dossier in one run
    /// Sides that came, blank ones included, separators not; of a dossier sheet all of its run. A blank one
    /// right behind the separator counts only when that makes the number right: else it is the separator's
    /// own back.
    int sidesSeen = 0;
    int pagesKept = 0;
    int pagesSetAside = 0;      ///< blank sides
    bool startsDossier = false; ///< opened by a dossier sheet

    bool operator==(const StackPart&) const = default;
};

enum class StackAlarmKind
{
    CountDiffers, ///< sides expected and seen differ: sheets stuck together, or fed twice, or miscounted
    EmptyPart,    ///< a component sheet with nothing behind it
    SeparatorUnreadable, ///< sum or parts wrong; what follows is not assigned to anybody
    SeparatorsDisagree,  ///< two different ones on one page; likewise
    OtherDossier,        ///< a component sheet of another dossier than the dossier sheet before it
    ProcedureDiffers,    ///< dossier sheets of one dossier name different procedures
    NotAssigned,         ///< pages before the first separator, or after one that could not be read
};

struct StackAlarm
{
    StackAlarmKind kind = StackAlarmKind::CountDiffers;
    QString pageUid; ///< the separator or first page concerned
    QString dossierCode;
    int component = 0;
    int expected = 0; ///< sides (CountDiffers)
    int seen = 0;     ///< sides (CountDiffers), pages (NotAssigned)

    bool operator==(const StackAlarm&) const = default;
};

/// fed = kept + set aside, always: every page fed has exactly one place.
struct StackPlan
{
    std::vector<PagePlace> places; ///< one for each page, in feeder order
    std::vector<StackPart> parts;
    std::vector<StackAlarm> alarms;

    [[nodiscard]] int fed() const { return static_cast<int>(places.size()); }
    [[nodiscard]] int kept() const;
    [[nodiscard]] int setAside() const { return fed() - kept(); }
    [[nodiscard]] int setAside(SetAsideReason reason) const;
    [[nodiscard]] int notAssigned() const; ///< of the kept ones

    bool operator==(const StackPlan&) const = default;
};

/// Cuts a stack into dossiers and components at its separator sheets. A component sheet needs no dossier
/// sheet before it. A separator that cannot be read ends the part before it, and nothing is guessed about the
/// pages behind it: a paper in another citizen's dossier is worse than one the clerk must assign.
/// Any thread.
StackPlan planStack(const std::vector<StackPage>& pages);

} // namespace sohoa::dossier
