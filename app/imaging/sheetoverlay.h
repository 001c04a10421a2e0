// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/plane.h"

#include <array>
#include <vector>

/// How two prints of sheets (sheetprint.h) are laid over each other.
namespace sohoa::imaging {

/// Without noise and what shines through from the back.
Plane withoutFaint(const Plane& ink);
/// The ink in each column, and in each row.
std::array<std::vector<double>, 2> profilesOf(const Plane& ink);

/// Whether two sheets that lie the same way up are one, place by place of 8 mm. Writing is compared by its
/// strokes, without the tones beneath it, and nearly all of it must be found. Tones must agree as a whole:
/// how dark a faint ground seems depends on how much of it is taken for paper. What stands in and beside
/// black areas counts only where there is hardly any writing: in a scan of two tones a little more or less
/// light turns half a photograph from black to white.
/// @param a, b  ink of levelled sheets at 75 dots an inch
bool isSameUpright(const Plane& a, const Plane& b);

} // namespace sohoa::imaging
