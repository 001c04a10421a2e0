// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/findings.h"
#include "imaging/ink.h"

namespace sohoa::imaging {

/// The differences of colour of a page (ITU-R BT.601, 128: none) at half its size both ways. Borrowed.
struct ColourPlanes
{
    const uchar* blue = nullptr; ///< Cb
    const uchar* red = nullptr;  ///< Cr
    qsizetype stride = 0;
    int width = 0;
    int height = 0;
};

/// What the need for colours is judged by.
struct ColourContentInput
{
    const ColourPlanes* colours = nullptr; ///< null: a picture without colours
    const Plane* page = nullptr;           ///< 100 to 225 dpi, grey
    const Plane* ink = nullptr;            ///< of the same size
    const SheetSpans* sheet = nullptr;
    const PaperLevel* paper = nullptr;
    double dpi = 0; ///< of the page as scanned
    const dossier::Quality* quality = nullptr;
};

/// How the answer came about.
struct ColourContentTrace
{
    int cells = 0;       ///< of the largest coloured spot
    int peak = 0;        ///< strongest difference from the paper's tint in one
    double toneMm2 = 0;  ///< even tones between paper and ink
    double faintMm2 = 0; ///< ink fainter than print
};

/// The least a picture needs so that nothing on the page is lost. In doubt, more than that: a colour that is
/// lost is worse than a larger file.
/// Colour: places of 1.4 mm whose mean colour is not that of the paper, nor of black ink on it. Means,
/// because the fringes of print where the three sensors do not quite meet cancel, and noise does; a stroke of
/// a pen does not. Bilevel only where every mark is as dark as print, sharp, and at 250 dpi.
dossier::ColourContent findColourContent(const ColourContentInput& input,
                                         ColourContentTrace* trace = nullptr);

} // namespace sohoa::imaging
