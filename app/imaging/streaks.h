// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/ink.h"

namespace sohoa::imaging {

/// Columns [from, to) darkened by dirt on the glass of a feeder.
struct Streak
{
    int from = 0;
    int to = 0;
};

/// Thin lines exactly along the columns from one end of the sheet to the other, equally dark all the way:
/// dirt that the paper was drawn past. Printed lines end before the edge of the paper or lean with it.
/// @param grey 100 to 225 dpi
std::vector<Streak> findStreaks(const Plane& grey, const SheetSpans& sheet);

/// Puts the mean of its surroundings in place of each streak.
void removeStreaks(Plane& grey, const std::vector<Streak>& streaks);

} // namespace sohoa::imaging
