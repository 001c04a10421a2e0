// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/findings.h"
#include "imaging/ink.h"

#include <QSize>

namespace sohoa::imaging {

/// The holes of a filing punch.
struct PunchHoles
{
    std::vector<dossier::Disc> discs = {}; ///< in pixels of the page as scanned, with the rim's shadow
    double confidence = 0;                 ///< that each of them is a hole, 0..1
};

/// What a search for holes goes by.
struct PunchHoleInput
{
    const Plane* grey = nullptr;        ///< 60 to 115 dpi
    const Plane* ink = nullptr;         ///< of the same size, by inkOf
    const Plane* page = nullptr;        ///< twice the size, what `paper` was made of
    const PaperLevel* paper = nullptr;  ///< of `page`
    std::optional<dossier::Quad> sheet; ///< pixels as scanned; the whole picture when empty
    std::optional<double> skewDegrees;  ///< as in PageFindings
    QSize picture;                      ///< as scanned
};

/// Two holes 80 mm apart, or four at 80 mm each, 6 mm across and 12 mm from one edge (ISO 838:1974 and the
/// usual pattern of four that holds it), about its middle: even discs, darker or lighter than the paper
/// around, alike, with clean paper about them, and nothing like them beside. A disc alone, a row of discs,
/// rings, squares, and whatever else there is on paper, are left alone; so are holes that touch print.
PunchHoles findPunchHoles(const PunchHoleInput& input);

} // namespace sohoa::imaging
