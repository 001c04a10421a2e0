// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/findings.h"

#include <QImage>

#include <array>
#include <functional>
#include <optional>
#include <vector>

/// What a picture shows beyond its own borders or those of the sheet on it: more of the same paper.
namespace sohoa::imaging {

/// A pixel in whatever channels its picture has, and how bright it is.
struct PaperSample
{
    std::array<uchar, 4> channels = {};
    int light = 0; ///< 0..255
};

/// The colour of the bare paper place by place, interpolated between tiles.
class PaperColours
{
public:
    /// @param at    the pixel at a column and row of a picture of that size
    /// @param sheet only what lies within is paper; all when empty
    PaperColours(QSize size, const std::function<PaperSample(int x, int y)>& at,
                 const std::optional<dossier::Quad>& sheet);

    /// At the place nearest to (x, y), pixels of the picture; anywhere.
    [[nodiscard]] std::array<uchar, 4> near(double x, double y) const;

private:
    static constexpr int tile = 64;

    int m_columns;
    int m_rows;
    std::vector<std::array<float, 4>> m_colours;
};

/// The rows of one plane of a picture, continued by paper where the picture or the sheet on it ends.
class FramedRows
{
public:
    /// One row of the plane as stored, valid until the next call.
    using RowOf = std::function<const uchar*(int y)>;

    struct Layout
    {
        QSize size;                   ///< of the plane
        int channels = 1;             ///< bytes a pixel
        std::size_t firstChannel = 0; ///< of the paper's colour that the plane's first byte is
        double scaleX = 1;            ///< columns of the plane for one of the picture
        double scaleY = 1;
    };

    /// @param sheet corners in pixels of the picture: what is outside becomes paper; empty: nothing does
    FramedRows(const Layout& layout, RowOf rowOf, const PaperColours& paper,
               const std::optional<dossier::Quad>& sheet);

    /// As ReadPixels wants it.
    void read(int y, int from, int to, uchar* pixels) const;
    /// The colour of the paper nearest to a place of the plane.
    void fill(double x, double y, int count, uchar* pixels) const;

private:
    Layout m_layout;
    RowOf m_rowOf;
    const PaperColours& m_paper;
    std::vector<int> m_from; ///< columns of the sheet in each row
    std::vector<int> m_to;
};

} // namespace sohoa::imaging
