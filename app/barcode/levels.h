// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

#include <vector>

namespace sohoa::barcode {

/// What is dark on a picture, each place against its neighbourhood: the mean over blocks, and over those
/// around them, as light falls unevenly on paper.
class Levels
{
public:
    static constexpr int block = 16; ///< pixels a side

    /// @param picture 8-bit grey; must live as long as this
    /// @param reach   blocks on each side that count as neighbourhood
    Levels(const QImage& picture, int reach);

    /// How much darker than its neighbourhood a pixel is that counts as ink.
    static constexpr int leastInk = 8;

    [[nodiscard]] bool isDark(int x, int y) const
    {
        return m_picture.constScanLine(y)[x] <
               m_ink[static_cast<std::size_t>(y / block * m_columns + x / block)];
    }
    /// One row as lengths of light and dark runs in turn, beginning with a light one, which may be 0.
    void runs(int row, std::vector<int>& lengths) const;

    [[nodiscard]] int width() const { return m_picture.width(); }
    [[nodiscard]] int height() const { return m_picture.height(); }

private:
    const QImage& m_picture;
    int m_columns;
    int m_rows;
    std::vector<int> m_ink; ///< for each block, the level below which a pixel is ink
};

} // namespace sohoa::barcode
