// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/findings.h"
#include "imaging/plane.h"

#include <QPointF>
#include <QSize>

#include <cstdint>
#include <optional>

namespace sohoa::imaging {

/// For each row of a plane the columns that lie on the sheet, [from, to).
struct SheetSpans
{
    std::vector<int> from = {};
    std::vector<int> to = {};

    [[nodiscard]] int begin(int y) const { return from[static_cast<std::size_t>(y)]; }
    [[nodiscard]] int end(int y) const { return to[static_cast<std::size_t>(y)]; }
    [[nodiscard]] bool holds(int x, int y) const { return x >= begin(y) && x < end(y); }
};

/// The sheet's spans in `plane`, drawn in by `marginMm` on sides where a bed is seen; the whole plane when
/// there is no outline (in pixels of the page as scanned).
SheetSpans spansOf(const Plane& plane, const std::optional<dossier::Quad>& sheet, double marginMm);
/// The same for a raster of that size, `scale` times as wide and high as the page, drawn in by `margin` of
/// its own pixels.
SheetSpans spansOf(QSize size, const std::optional<dossier::Quad>& sheet, QPointF scale, double margin);

/// How bright the bare paper is, place by place: an upper quantile of each tile of the sheet, the median over
/// its neighbours (so that a tile full of ink does not count as dark paper), bilinear in between. Follows
/// coloured paper, uneven light and shadows wider than a few tiles.
class PaperLevel
{
public:
    PaperLevel(const Plane& grey, const SheetSpans& sheet);
    /// 255 / level along one row, in 256ths, one a pixel.
    void row(int y, std::vector<std::uint16_t>& reciprocals) const;
    /// The middle of all tiles, 0..255.
    [[nodiscard]] double typical() const { return m_typical; }

private:
    int m_tile = 1;
    int m_columns = 1;
    int m_rows = 1;
    double m_typical = 255;
    std::vector<float> m_levels;
    std::vector<float> m_reciprocals; ///< 256 * 255 / level
};

/// Below this level what looks like paper is none that a scanner at a counter should give, 0..255.
constexpr double darkPaper = 128;

/// How much darker than the bare paper each pixel is: 0 paper, 255 black; 0 outside the sheet. Relative, so
/// that the same ink has the same value on yellow paper and in a dark corner.
Plane inkOf(const Plane& grey, const SheetSpans& sheet, const PaperLevel& paper);

/// Ink of `percent` contrast as a value of inkOf's plane.
constexpr int inkAt(double percent)
{
    const double level = percent * 255 / 100;
    const int whole = static_cast<int>(level);
    return level - whole < 0.5 ? whole : whole + 1;
}

} // namespace sohoa::imaging
