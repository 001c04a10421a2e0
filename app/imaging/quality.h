// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/findings.h"
#include "imaging/ink.h"

namespace sohoa::imaging {

/// What quality is judged by, beside the picture itself.
struct QualityInput
{
    const QImage* grey = nullptr; ///< full size
    double dpi = 300;             ///< known or assumed
    bool dpiKnown = false;
    bool bilevel = false;
    bool blank = false;
    bool streak = false;    ///< a feeder streak was found
    bool wrongSize = false; ///< the sheet is not of the size asked for
    double skewDegrees = 0;
    const Plane* page = nullptr; ///< 60 to 115 dpi, grey
    const Plane* ink = nullptr;  ///< of the same size
    const SheetSpans* sheet = nullptr;
    const PaperLevel* paper = nullptr;
    std::array<bool, 4> bed = {}; ///< whether a bed is seen beyond the top, right, bottom, left edge
};

/// Sharpness, contrast, and the doubts a clerk can still do something about while the paper is in the hand:
/// cut-edge  marks of writing run into the border of the picture where no bed is seen;
/// blur      edges of print spread over more than 0.4 mm and 3.5 pixels;
/// fold      a straight step of the paper's brightness from side to side;
/// wrong size: 5 mm off what was asked for; streak: dirt on the glass; dark: paper below half of full
/// brightness; low resolution: below 200 dpi (known).
dossier::Quality findQuality(const QualityInput& input);

} // namespace sohoa::imaging
