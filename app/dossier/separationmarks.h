// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/separation.h"

#include <vector>

namespace sohoa::dossier {

/// What a page is in the cutting of its stack.
struct SheetMark
{
    enum class Kind
    {
        None,       ///< a page
        Read,       ///< a separator of ours
        OtherSide,  ///< the other side of a separator whose code was read
        Unreadable, ///< looks like one of ours, or its code is damaged
        Disagrees,  ///< two different ones
        Foreign,    ///< not signed by this unit
        Patch,      ///< a Patch T sheet, when the rules want it
    };

    Kind kind = Kind::None;
    Separator separator = {}; ///< of Read, and what a Foreign one claims
    bool halfRead = false;    ///< of Read: its back was read and nothing of its front
    bool opensPaper = false;  ///< of None: a code with the prefix of the rules is on it

    bool operator==(const SheetMark&) const = default;
};

/// One for each page. Looks at neighbours too: a side that could not be read is no alarm when the other side
/// of its sheet was. Which pages are the two sides of a sheet, sheets with a code on both sides tell, or the
/// rules.
std::vector<SheetMark> marksOf(const std::vector<StackPage>& pages, const SeparationRules& rules);

} // namespace sohoa::dossier
