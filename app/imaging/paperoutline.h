// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/findings.h"
#include "imaging/plane.h"

#include <optional>

namespace sohoa::imaging {

/// Where a sheet ends and the bed begins.
struct Outline
{
    dossier::Quad corners = {};   ///< in pixels of the page as scanned, clockwise from the top left
    bool darkBed = false;         ///< else a white lid, told from the sheet by the shadow of its edges
    std::array<bool, 4> bed = {}; ///< whether a bed was seen beyond the top, right, bottom, left edge
    /// The lean of the edges that were seen, counter-clockwise degrees; empty when they disagree by over half
    /// a degree
    std::optional<double> skewDegrees = {};
};

/// The outline of the sheet in a scan of more than the sheet; empty when no bed is seen, that is, the sheet
/// fills the picture (or nothing can be told).
///
/// From each side of the picture the first lasting change from bed to paper is looked for on every second
/// line (for a white lid: the first clear dark edge); a straight line through most of these points is an edge
/// of the sheet (Fischler, Bolles, "Random sample consensus", CACM 24 (1981), 381-395, then least squares).
/// Printed frames are told from a sheet on a white lid by light: lid and paper differ, or the shadow is
/// stronger on one side.
/// @param grey  60 to 120 dpi
std::optional<Outline> findOutline(const Plane& grey);

} // namespace sohoa::imaging
