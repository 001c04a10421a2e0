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
    double axisEvidence = 0;   ///< natural logarithm of the ratio between both ways, positive for across
    double upEvidence = 0;     ///< z score of all votes, positive for upright (axis 0) or 90 (axis 1)
    double markEvidence = 0;   ///< z score of the marks alone
    double letterEvidence = 0; ///< z score of the letters' tops and bottoms alone
    int letters = 0;           ///< bodies of letters that were seen
    Lean lean = {};            ///< of the writing alone, without frames, rules, stamps and pictures
};

/// How far the content was turned. Which way the lines run is told by the lean of the writing that stands out
/// more; frames, rules and pictures stand out both ways and are left out. Where neither stands out by far, as
/// in tables, the gaps between letters must speak for the same way or overrule it. Up and down are told by
/// two votes: the small marks of Vietnamese letters, far more of which stand above the letter's body than
/// below it (dotted leaders, whose dots stand side by side, do not vote); and neighbouring letters, which
/// share the line they stand on more often than the height they reach. The letters must bear out what the
/// marks say unless these stand nearly all on one side, and there may not be many more specks than letters:
/// worn print and that of dots falls apart into what passes for marks. Never guesses: a page turned wrongly
/// costs more than one the clerk has to turn.
/// @param ink  of inkOf, 140 dpi or more
Orientation findOrientation(const Plane& ink);

/// The ink without letters, words and marks: frames, rules, stamps, pictures.
Plane drawingsOf(const Plane& ink);

} // namespace sohoa::imaging
