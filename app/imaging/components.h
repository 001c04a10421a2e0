// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/plane.h"

namespace sohoa::imaging {

/// A connected group of pixels.
struct Component
{
    int left = 0;   ///< first column
    int top = 0;    ///< first row
    int right = 0;  ///< column behind the last
    int bottom = 0; ///< row behind the last
    int area = 0;   ///< pixels
    int peak = 0;   ///< strongest value in it
    // Moments of its pixels, for the direction it lies in.
    double sumX = 0;
    double sumY = 0;
    double sumXX = 0;
    double sumXY = 0;
    double sumYY = 0;

    [[nodiscard]] int width() const { return right - left; }
    [[nodiscard]] int height() const { return bottom - top; }
    /// Length and breadth in pixels of the straight bar with the same second moments.
    [[nodiscard]] double barLength() const;
    [[nodiscard]] double barBreadth() const;
};

/// Pixels [from, to) of a row that belong to a component.
struct Run
{
    int row = 0;
    int from = 0;
    int to = 0;
    int component = 0; ///< its place in the list of components
};

/// Groups of touching (also by a corner) pixels that are at least `threshold`, in the order of their first
/// row. Runs and union-find: Wu, Otoo, Suzuki, "Optimizing two-pass connected-component labeling algorithms",
/// Pattern Anal. Appl. 12 (2009), 117-135.
std::vector<Component> findComponents(const Plane& plane, int threshold, std::vector<Run>* runs = nullptr);

} // namespace sohoa::imaging
