// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Private to app/pdf.
#pragma once

#include <cstdlib>

namespace sohoa::pdf {

/// The guess of the fourth PNG filter (PNG specification, 9.4).
inline int paeth(int left, int above, int aboveLeft)
{
    const int estimate = left + above - aboveLeft;
    const int byLeft = std::abs(estimate - left);
    const int byAbove = std::abs(estimate - above);
    const int byAboveLeft = std::abs(estimate - aboveLeft);
    if (byLeft <= byAbove && byLeft <= byAboveLeft) {
        return left;
    }
    return byAbove <= byAboveLeft ? above : aboveLeft;
}

} // namespace sohoa::pdf
