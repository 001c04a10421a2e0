// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/page.h"

#include <QString>

#include <vector>

namespace sohoa::workflow {

class Workspace;

/// The same line on pages that follow each other: not on the sheets but on the scanner's glass, which is to
/// be wiped before more are fed.
struct DirtyGlass
{
    double fromLeftMm = 0;           ///< where the line is, from the left of the picture as scanned
    bool isBack = false;             ///< the sensor for the second sides; false also where only one is used
    std::vector<int> positions = {}; ///< of the pages that show it, in order

    bool operator==(const DirtyGlass&) const = default;
};

/// What dirt there is on the glass by what was found on the pages of a stack: a line of dirt within 0.8 mm of
/// the same place on two pages of the same side one after the other, or with one between that hides it.
/// One streak alone is a finding of its page and no more.
/// @param pages in feeder order; those nobody looked at count as not there
/// @param sidesPerSheet 2 when both sides are scanned: each has its own glass
std::vector<DirtyGlass> dirtyGlassAmong(const std::vector<dossier::Page>& pages, int sidesPerSheet);

/// The same for a stack in the journal, scanned or imported. Any thread. Errors: those of the journal.
[[nodiscard]] Result<std::vector<DirtyGlass>> dirtyGlass(const Workspace& workspace,
                                                         const QString& sessionUid);

} // namespace sohoa::workflow
