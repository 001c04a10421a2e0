// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/plane.h"

#include <array>

namespace sohoa::imaging {

/// How far the lines of a page lean, taken for one of the two ways they can run.
struct Lean
{
    double degrees = 0; ///< counter-clockwise as the viewer sees it, -15..15
    /// How much sharper the lines stand out at that angle than at a usual one: 0 not at all, above 1 clearly.
    double prominence = 0;
    double energy = 0; ///< of the profile at that angle, comparable between both ways of one page
};

/// Lines running across (0) and lines running up or down the picture (1).
using Leans = std::array<Lean, 2>;

/// The lean of text lines, rules and edges by the sharpness of the projection profile: the sum of squared
/// differences of neighbouring sums along the line, greatest when sums run along the lines. Narrow strips are
/// shifted by fractions of a pixel and the top is interpolated, so that the result is far finer than a pixel.
/// After Postl, US patent 4,723,297 (1988, expired), and Bloomberg, Kopec, Dasari, "Measuring document image
/// skew and orientation", SPIE 2422 (1995), 302-316.
/// @param ink  of inkOf, 100 to 225 dpi, without bed and streaks
/// @param axis lines running across (0), or up or down the picture (1)
Lean findLean(const Plane& ink, int axis);
/// Both ways, for comparing them: the one that stands out less only to half a degree.
Leans findLeans(const Plane& ink);

} // namespace sohoa::imaging
