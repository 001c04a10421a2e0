// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/morphology.h"

#include <algorithm>

namespace sohoa::imaging {

namespace {

/// Along rows or columns, the least or the greatest of 2 * reach + 1 neighbours.
Plane extremes(const Plane& plane, int reach, bool down, bool greatest)
{
    Plane result(plane.width, plane.height, plane.dpi, plane.scale);
    const int length = down ? plane.height : plane.width;
    const int lines = down ? plane.width : plane.height;
    const auto step = static_cast<std::size_t>(down ? plane.width : 1);
    const auto lineStep = static_cast<std::size_t>(down ? 1 : plane.width);
    // Each value of a line is the extreme of an end and of a beginning of blocks of that length (van Herk,
    // Pattern Recognition Letters 13 (1992), 517-521).
    const int block = 2 * reach + 1;
    const int padded = (length + 2 * reach + block - 1) / block * block;
    std::vector<uchar> line(static_cast<std::size_t>(padded));
    std::vector<uchar> forth(line.size());
    std::vector<uchar> back(line.size());
    const auto better = [greatest](uchar a, uchar b) { return greatest ? std::max(a, b) : std::min(a, b); };
    for (int i = 0; i < lines; ++i) {
        const uchar* from = plane.pixels.data() + static_cast<std::size_t>(i) * lineStep;
        uchar* to = result.pixels.data() + static_cast<std::size_t>(i) * lineStep;
        std::fill(line.begin(), line.end(), greatest ? uchar{0} : uchar{255});
        for (int k = 0; k < length; ++k) {
            line[static_cast<std::size_t>(k + reach)] = from[static_cast<std::size_t>(k) * step];
        }
        for (std::size_t k = 0; k < line.size(); ++k) {
            const bool begins = k % static_cast<std::size_t>(block) == 0;
            forth[k] = begins ? line[k] : better(forth[k - 1], line[k]);
        }
        for (std::size_t k = line.size(); k-- > 0;) {
            const bool ends = (k + 1) % static_cast<std::size_t>(block) == 0;
            back[k] = ends ? line[k] : better(back[k + 1], line[k]);
        }
        for (int k = 0; k < length; ++k) {
            to[static_cast<std::size_t>(k) * step] =
                better(back[static_cast<std::size_t>(k)], forth[static_cast<std::size_t>(k + 2 * reach)]);
        }
    }
    return result;
}

} // namespace

Plane eroded(const Plane& plane, int reach)
{
    return extremes(extremes(plane, reach, false, false), reach, true, false);
}

Plane dilated(const Plane& plane, int reach)
{
    return extremes(extremes(plane, reach, false, true), reach, true, true);
}

} // namespace sohoa::imaging
