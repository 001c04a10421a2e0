// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/ink.h"

#include <algorithm>
#include <cmath>

namespace sohoa::imaging {

namespace {

constexpr double tileMm = 6.0;
// Most of a tile of text is paper; of the paper's own grain and noise the upper half is as good as its
// middle.
constexpr double paperShare = 0.80;

} // namespace

SheetSpans spansOf(const Plane& plane, const std::optional<dossier::Quad>& sheet, double marginMm)
{
    return spansOf({plane.width, plane.height}, sheet, {1.0 / plane.scale, 1.0 / plane.scale},
                   plane.px(marginMm));
}

SheetSpans spansOf(QSize size, const std::optional<dossier::Quad>& sheet, QPointF scale, double margin)
{
    SheetSpans spans;
    const auto rows = static_cast<std::size_t>(size.height());
    spans.from.assign(rows, 0);
    spans.to.assign(rows, size.width());
    if (!sheet) {
        return spans;
    }
    const auto scaled = [&scale](QPointF p) { return QPointF(p.x() * scale.x(), p.y() * scale.y()); };
    for (std::size_t side = 0; side < 4; ++side) {
        const QPointF a = scaled((*sheet)[side]);
        const QPointF b = scaled((*sheet)[(side + 1) % 4]);
        const double dx = b.x() - a.x();
        const double dy = b.y() - a.y();
        const double length = std::hypot(dx, dy);
        if (length < 1) {
            continue;
        }
        // Inside, for corners going clockwise on screen, is where the cross product is positive.
        for (int y = 0; y < size.height(); ++y) {
            const double offset = dx * (y + 0.5 - a.y()) - margin * length; // > dy * (x - a.x) inside
            int& from = spans.from[static_cast<std::size_t>(y)];
            int& to = spans.to[static_cast<std::size_t>(y)];
            if (std::abs(dy) < 1e-9) {
                if (offset < 0) {
                    to = from;
                }
            } else if (dy > 0) {
                to = static_cast<int>(std::clamp(std::floor(a.x() + offset / dy), 0.0, double(to)));
            } else {
                from = static_cast<int>(
                    std::clamp(std::ceil(a.x() + offset / dy), double(from), double(size.width())));
            }
        }
    }
    for (std::size_t y = 0; y < rows; ++y) {
        spans.to[y] = std::max(spans.to[y], spans.from[y]);
    }
    return spans;
}

PaperLevel::PaperLevel(const Plane& grey, const SheetSpans& sheet)
    : m_tile(std::max(4, static_cast<int>(std::lround(grey.px(tileMm)))))
    , m_columns((grey.width + m_tile - 1) / m_tile)
    , m_rows((grey.height + m_tile - 1) / m_tile)
{
    const auto count = static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows);
    std::vector<float> raw(count, -1.0F);
    std::vector<int> histogram(256);
    for (int ty = 0; ty < m_rows; ++ty) {
        for (int tx = 0; tx < m_columns; ++tx) {
            std::fill(histogram.begin(), histogram.end(), 0);
            int pixels = 0;
            for (int y = ty * m_tile; y < std::min(grey.height, (ty + 1) * m_tile); y += 2) {
                const uchar* row = grey.row(y);
                const int end = std::min({grey.width, (tx + 1) * m_tile, sheet.end(y)});
                for (int x = std::max(tx * m_tile, sheet.begin(y)); x < end; ++x) {
                    ++histogram[row[x]];
                    ++pixels;
                }
            }
            if (pixels * 8 >= m_tile * m_tile) {
                raw[static_cast<std::size_t>(ty * m_columns + tx)] =
                    static_cast<float>(quantile(histogram, paperShare));
            }
        }
    }
    std::vector<float> known;
    std::copy_if(raw.begin(), raw.end(), std::back_inserter(known), [](float level) { return level >= 0; });
    if (!known.empty()) {
        // Pictures and stamps cover tiles; the paper of a page is among its brighter tiles.
        const auto place = known.begin() + static_cast<std::ptrdiff_t>(known.size() * 6 / 10);
        std::nth_element(known.begin(), place, known.end());
        m_typical = std::max(1.0, double(*place));
    }
    m_levels.assign(count, static_cast<float>(m_typical));
    std::vector<float> around;
    for (int ty = 0; ty < m_rows; ++ty) {
        for (int tx = 0; tx < m_columns; ++tx) {
            around.clear();
            for (int y = std::max(0, ty - 2); y <= std::min(m_rows - 1, ty + 2); ++y) {
                for (int x = std::max(0, tx - 2); x <= std::min(m_columns - 1, tx + 2); ++x) {
                    if (const float level = raw[static_cast<std::size_t>(y * m_columns + x)]; level >= 0) {
                        around.push_back(level);
                    }
                }
            }
            if (around.empty()) {
                continue;
            }
            const auto place = around.begin() + static_cast<std::ptrdiff_t>(around.size() / 2);
            std::nth_element(around.begin(), place, around.end());
            // A picture of several tiles would count as dark paper; light never falls off that much on one
            // sheet.
            m_levels[static_cast<std::size_t>(ty * m_columns + tx)] =
                std::max(*place, static_cast<float>(0.72 * m_typical));
        }
    }
    m_reciprocals.resize(count);
    std::transform(m_levels.begin(), m_levels.end(), m_reciprocals.begin(),
                   [](float level) { return 256 * 255 / std::max(level, 1.0F); });
}

void PaperLevel::row(int y, std::vector<std::uint16_t>& reciprocals) const
{
    const float tileY = std::clamp((static_cast<float>(y) + 0.5F) / static_cast<float>(m_tile) - 0.5F, 0.0F,
                                   static_cast<float>(m_rows - 1));
    const int y0 = std::min(static_cast<int>(tileY), std::max(0, m_rows - 2));
    const int y1 = std::min(y0 + 1, m_rows - 1);
    const float fy = tileY - static_cast<float>(y0);
    const auto at = [this, y0, y1, fy](int tx) {
        const float a = m_reciprocals[static_cast<std::size_t>(y0 * m_columns + tx)];
        const float b = m_reciprocals[static_cast<std::size_t>(y1 * m_columns + tx)];
        return a + (b - a) * fy;
    };
    // From the middle of one tile to that of the next it is straight.
    const int width = static_cast<int>(reciprocals.size());
    std::uint16_t* to = reciprocals.data();
    for (int tx = -1; tx < m_columns; ++tx) {
        const int from = std::clamp(tx * m_tile + m_tile / 2, 0, width);
        const int end = tx + 1 < m_columns ? std::clamp(from + m_tile, 0, width) : width;
        const int stop = tx < 0 ? std::min(m_tile / 2, width) : end;
        const float a = at(std::max(tx, 0));
        const float step = (at(std::min(tx + 1, m_columns - 1)) - a) / static_cast<float>(m_tile);
        for (int x = from; x < stop; ++x) {
            to[x] = static_cast<std::uint16_t>(static_cast<int>(a + step * static_cast<float>(x - from)));
        }
    }
}

Plane inkOf(const Plane& grey, const SheetSpans& sheet, const PaperLevel& paper)
{
    constexpr int together = 4; // rows between which the paper's level does not differ
    Plane ink(grey.width, grey.height, grey.dpi, grey.scale);
    std::vector<std::uint16_t> reciprocals(static_cast<std::size_t>(grey.width));
    for (int y = 0; y < grey.height; ++y) {
        if (y % together == 0) {
            paper.row(y + together / 2, reciprocals);
        }
        const uchar* from = grey.row(y);
        uchar* to = ink.row(y);
        const std::uint16_t* factors = reciprocals.data();
        const int end = sheet.end(y);
        for (int x = sheet.begin(y); x < end; ++x) {
            const auto light =
                static_cast<std::uint16_t>((static_cast<unsigned>(from[x] << 8) * factors[x]) >> 16);
            to[x] = static_cast<uchar>(255 - std::min<std::uint16_t>(light, 255));
        }
    }
    return ink;
}

} // namespace sohoa::imaging
