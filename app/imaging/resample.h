// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <cstdint>
#include <functional>
#include <vector>

namespace sohoa::imaging {

/// Where places of a target lie in its source: u = xx * x + xy * y + x0, v = yx * x + yy * y + y0. The middle
/// of the first pixel is at (0.5, 0.5) on both sides.
struct Affine
{
    double xx = 1;
    double xy = 0;
    double x0 = 0;
    double yx = 0;
    double yy = 1;
    double y0 = 0;
};

/// Hands out the pixels [from, to) of row y, channels interleaved. Rows and columns may lie outside the
/// picture: the source says what is seen there.
using ReadPixels = std::function<void(int y, int from, int to, uchar* pixels)>;

/// The rows of a slightly turned picture, one after the other from the top: the picture is never there whole,
/// neither as input nor as result. Two passes, along the rows and down the columns (Catmull, Smith,
/// "3-D transformations of images in scanline order", SIGGRAPH 1980, 279-285), each by cubic convolution
/// (Keys, IEEE Trans. ASSP 29 (1981), 1153-1160), in 16-bit arithmetic that compilers vectorise for any
/// processor. A place is off by at most a thirtieth of a pixel.
class AffineRows
{
public:
    /// Whether it is turned and sheared so little that two passes lose nothing: up to 15 degrees.
    static bool canFollow(const Affine& back);

    /// @param back  takes the target to the source; canFollow(back)
    /// @param width of the target in pixels  @param channels bytes a pixel, 1 or 4
    AffineRows(const Affine& back, int width, int channels, ReadPixels source);

    /// The next row, `width` pixels and rubbish up to a multiple of 16 bytes; valid until the next call.
    const uchar* next();

private:
    static constexpr int lanes = 16; ///< bytes worked on together
    static constexpr int mostTaps = 8;

    void weighColumns(int row);
    void addSourceRow(int v);
    template<int Channels>
    void filterRow(const uchar* line, double start, int together, uchar* target) const;
    [[nodiscard]] uchar* ringRow(int v)
    {
        return m_ring.data() + static_cast<std::size_t>(v & m_ringMask) * ringStride();
    }
    /// The first pass writes some pixels more than a row has.
    [[nodiscard]] std::size_t ringStride() const { return m_rowBytes + 64; }

    Affine m_back;
    int m_channels;
    ReadPixels m_source;
    std::size_t m_rowBytes;
    std::size_t m_blocks;
    int m_taps;
    double m_step; ///< pixels of the source from one pixel of a row to the next

    int m_row = 0;
    int m_weighedAt = 0;
    int m_nextSourceRow = 0;
    bool m_started = false;
    int m_lowest = 0; ///< source rows the columns reach at row m_weighedAt
    int m_highest = 0;
    int m_ringMask = 0;
    std::vector<int> m_firstRows;         ///< of each block's columns, at row m_weighedAt
    std::vector<std::uint16_t> m_weights; ///< [block][tap][lane]
    std::vector<uchar> m_ring;            ///< rows after the first pass
    std::vector<uchar> m_line;
    std::vector<uchar> m_result;
};

} // namespace sohoa::imaging
