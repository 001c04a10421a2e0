// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/page.h"

#include <QString>

#include <vector>

namespace sohoa::dossier {

/// Something about a stack that a person must look at. Nothing is lost by it: all pages are kept.
struct StackAlarm
{
    enum class Kind
    {
        CountDiffers, ///< the sheet said how many sides follow, and another number came: one may have been
                      ///< missed
        SheetDamaged, ///< a separator sheet of ours whose text is not whole; what follows is given to nobody
        SheetContradicts, ///< two different texts on one sheet, or two sheets scanned as one
    };
    Kind kind = Kind::CountDiffers;
    QString pageUid;     ///< of the sheet
    QString dossierCode; ///< empty when it could not be read
    int component = 0;
    int expected = 0; ///< sides, of CountDiffers
    int seen = 0;

    bool operator==(const StackAlarm&) const = default;
};

/// Where a page of a stack goes.
struct PlannedPage
{
    QString uid;
    PageState state = PageState::Kept;
    SetAsideReason reason = SetAsideReason::None;
    QString dossierCode; ///< empty: no separator sheet claims it
    int component = 0;   ///< 0: no component sheet claims it

    bool operator==(const PlannedPage&) const = default;
};

/// A dossier that a sheet names.
struct PlannedDossier
{
    QString code;
    QString procedureCode; ///< empty when only component sheets name it

    bool operator==(const PlannedDossier&) const = default;
};

struct StackPlan
{
    std::vector<PlannedPage> pages;       ///< every page given, in the same order
    std::vector<PlannedDossier> dossiers; ///< in the order of the stack
    std::vector<StackAlarm> alarms;

    bool operator==(const StackPlan&) const = default;
};

/// A page is set aside as blank only above this confidence; below it a person decides.
inline constexpr double leastBlankConfidence = 0.5;

/// Cuts a stack by its separator sheets (dossier/separator.h), from findings alone.
/// - A sheet of ours is set aside, and what follows goes where it says, until the next sheet.
/// - A blank side is set aside, unless it bears a code. A blank right behind a sheet is that sheet's back.
/// - Sides are counted from the first that is not blank up to the next sheet, blanks included.
/// - Behind a sheet that cannot be trusted nothing is assigned until the next good one.
/// Pages that a person or an earlier step set aside or deleted stay as they are.
/// @param pages in feeder order, examined
StackPlan planStack(const std::vector<Page>& pages);

} // namespace sohoa::dossier
