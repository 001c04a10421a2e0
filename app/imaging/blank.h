// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/ink.h"
#include "imaging/streaks.h"

namespace sohoa::imaging {

/// Whether there is anything on a page.
struct Blankness
{
    bool blank = false;
    double confidence = 0; ///< that `blank` is right, 0.5..1
    double content = 0;    ///< millimetres of strokes that count as content
};

/// Whether a sheet bears nothing anyone put there on purpose. Not content: the other side shining through,
/// the tone of the paper, shadows and creases, dust below 1.3 mm, punch holes, staples, lines of dirt, what
/// lies on the edge. Content: whatever else, be it one number of a page, one stamp or one line in pencil; in
/// doubt, content.
/// @param ink  of inkOf, 100 to 225 dpi, without streaks
Blankness findBlankness(const Plane& ink, const SheetSpans& sheet);

} // namespace sohoa::imaging
