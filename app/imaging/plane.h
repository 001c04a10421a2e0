// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

#include <vector>

/// Working pictures of the measures: 8 bits, no padding, with the resolution they stand for.
namespace sohoa::imaging {

constexpr double millimetresPerInch = 25.4;

/// Grey, ink or mask, one byte a pixel.
struct Plane
{
    int width = 0;
    int height = 0;
    double dpi = 0; ///< of this plane
    int scale = 1;  ///< pixels of the page as scanned in one pixel of this plane, along each axis
    std::vector<uchar> pixels = {};

    Plane() = default;
    Plane(int w, int h, double dots, int reduction, uchar value = 0)
        : width(w)
        , height(h)
        , dpi(dots)
        , scale(reduction)
        , pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), value)
    {
    }
    [[nodiscard]] uchar* row(int y) { return pixels.data() + static_cast<std::ptrdiff_t>(y) * width; }
    [[nodiscard]] const uchar* row(int y) const
    {
        return pixels.data() + static_cast<std::ptrdiff_t>(y) * width;
    }
    [[nodiscard]] uchar at(int x, int y) const { return row(y)[x]; }
    /// Pixels in so many millimetres, and back.
    [[nodiscard]] double px(double millimetres) const { return millimetres * dpi / millimetresPerInch; }
    [[nodiscard]] double mm(double length) const { return length * millimetresPerInch / dpi; }
};

/// The mean over squares of `factor` pixels; what is left over at the right and bottom is dropped.
/// @param grey Format_Grayscale8, at least `factor` pixels a side
Plane reduced(const QImage& grey, double dpi, int factor);
/// The mean over squares of two pixels.
Plane halved(const Plane& plane);

/// The value below which `share` (0..1) of a histogram lies.
int quantile(const std::vector<int>& histogram, double share);

} // namespace sohoa::imaging
