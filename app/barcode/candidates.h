// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QRect>

#include <array>
#include <vector>

namespace sohoa::barcode {

/// Where on a page a code may be, in tiles of 16 by 16 pixels of the page.
///
/// A code differs from text and from paper: about half of it is dark, and it is full of edges. Both can be
/// told at half the size, so the slow steps need to look at a few places only.
class CandidateMap
{
public:
    static constexpr int tileSide = 16; ///< in pixels of the full-size page

    /// @param half the page at half its size
    explicit CandidateMap(const QImage& half);

    /// Adds a place that something else believes in, in pixels of the page.
    void add(const QRectF& place);
    /// Takes away what a code that was read covers, in pixels of the page.
    void remove(const std::array<QPointF, 4>& corners);

    /// The places left, largest first, in pixels of the page with a margin for the quiet zone. Places smaller
    /// than any code are left out.
    [[nodiscard]] std::vector<QRect> places() const;
    /// Share of the page that may be code, 0..1.
    [[nodiscard]] double share() const;

private:
    [[nodiscard]] std::size_t index(int column, int row) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
               static_cast<std::size_t>(column);
    }

    int m_columns = 0;
    int m_rows = 0;
    std::vector<char> m_marked;
};

} // namespace sohoa::barcode
