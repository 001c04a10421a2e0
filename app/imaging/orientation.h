// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/components.h"
#include "imaging/skew.h"

#include <optional>

namespace sohoa::imaging {

/// Which way up, and what spoke for it.
struct Orientation
{
    std::optional<int> degrees = {}; ///< how far the content was turned clockwise; empty when not sure
    double confidence = 0;           ///< 0..1
    int axis = 0;                    ///< 0: lines run across, 1: up or down the picture
    double axisEvidence = 0; ///< natural logarithm of the ratio between both ways, positive for across
    double upEvidence = 0;   ///< z score of the marks' vote, positive for upright (axis 0) or 90 (axis 1)
};

/// How far the content was turned. Which way the lines run is told by the lean that stands out more. Up and
/// down are told by the small marks of Vietnamese letters, far more of which stand above the letter's body
/// than below it; dotted leaders, whose dots stand side by side, do not vote. Never guesses: a page turned
/// wrongly costs more than one the clerk has to turn.
/// @param ink    of inkOf, 140 dpi or more
/// @param leans  of the same page
Orientation findOrientation(const Plane& ink, const Leans& leans);

} // namespace sohoa::imaging
