// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/plane.h"

#include <cstring>
#include <numeric>

namespace sohoa::imaging {

namespace {

/// Rows of pairs; a loop of its own so that the compiler can vectorise it.
void halveRows(const uchar* upper, const uchar* lower, uchar* to, int width)
{
    for (int x = 0; x < width; ++x) {
        const int sum = upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1];
        to[x] = static_cast<uchar>((sum + 2) >> 2);
    }
}

} // namespace

Plane reduced(const QImage& grey, double dpi, int factor)
{
    Plane plane(grey.width() / factor, grey.height() / factor, dpi / factor, factor);
    if (factor == 1) {
        for (int y = 0; y < plane.height; ++y) {
            std::memcpy(plane.row(y), grey.constScanLine(y), static_cast<std::size_t>(plane.width));
        }
        return plane;
    }
    if (factor == 2) {
        for (int y = 0; y < plane.height; ++y) {
            halveRows(grey.constScanLine(2 * y), grey.constScanLine(2 * y + 1), plane.row(y), plane.width);
        }
        return plane;
    }
    std::vector<int> sums(static_cast<std::size_t>(plane.width));
    const int area = factor * factor;
    for (int y = 0; y < plane.height; ++y) {
        std::fill(sums.begin(), sums.end(), area / 2);
        for (int dy = 0; dy < factor; ++dy) {
            const uchar* from = grey.constScanLine(y * factor + dy);
            for (int& sum : sums) {
                sum = std::accumulate(from, from + factor, sum);
                from += factor;
            }
        }
        uchar* to = plane.row(y);
        for (std::size_t x = 0; x < sums.size(); ++x) {
            to[x] = static_cast<uchar>(sums[x] / area);
        }
    }
    return plane;
}

Plane halved(const Plane& plane)
{
    Plane half(plane.width / 2, plane.height / 2, plane.dpi / 2, plane.scale * 2);
    for (int y = 0; y < half.height; ++y) {
        halveRows(plane.row(2 * y), plane.row(2 * y + 1), half.row(y), half.width);
    }
    return half;
}

int quantile(const std::vector<int>& histogram, double share)
{
    const double total = std::accumulate(histogram.begin(), histogram.end(), 0.0);
    double below = 0;
    for (std::size_t value = 0; value < histogram.size(); ++value) {
        below += histogram[value];
        if (below >= share * total && below > 0) {
            return static_cast<int>(value);
        }
    }
    return static_cast<int>(histogram.size()) - 1;
}

} // namespace sohoa::imaging
