// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/surround.h"

#include "imaging/ink.h"
#include "imaging/tiles.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace sohoa::imaging {

PaperColours::PaperColours(QSize size, const std::function<PaperSample(int x, int y)>& at,
                           const std::optional<dossier::Quad>& sheet)
    : m_columns(std::max(1, size.width() / tile))
    , m_rows(std::max(1, size.height() / tile))
    , m_colours(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows))
{
    constexpr int apart = 16;
    const SheetSpans spans = spansOf(size, sheet, {1, 1}, 8);
    std::vector<bool> known(m_colours.size(), false);
    std::vector<float> lights(m_colours.size(), 0.0F);
    std::vector<PaperSample> samples;
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < m_columns; ++column) {
            samples.clear();
            for (int y = row * tile + 2; y < std::min(size.height(), (row + 1) * tile); y += apart) {
                for (int x = column * tile + 2; x < std::min(size.width(), (column + 1) * tile); x += apart) {
                    if (spans.holds(x, y)) {
                        samples.push_back(at(x, y));
                    }
                }
            }
            if (samples.size() < 6) {
                continue;
            }
            // Paper is among the brighter half; the brightest are its grain.
            std::sort(samples.begin(), samples.end(),
                      [](const PaperSample& a, const PaperSample& b) { return a.light < b.light; });
            const std::size_t from = samples.size() / 2;
            const std::size_t to = std::max(from + 1, samples.size() * 9 / 10);
            const auto place = static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                               static_cast<std::size_t>(column);
            for (std::size_t i = from; i < to; ++i) {
                for (std::size_t channel = 0; channel < 4; ++channel) {
                    m_colours[place][channel] += float(samples[i].channels[channel]) / float(to - from);
                }
                lights[place] += float(samples[i].light) / float(to - from);
            }
            known[place] = true;
        }
    }
    std::vector<std::size_t> byLight;
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i]) {
            byLight.push_back(i);
        }
    }
    if (byLight.empty()) {
        const PaperSample middle = at(size.width() / 2, size.height() / 2);
        for (auto& colour : m_colours) {
            std::copy(middle.channels.begin(), middle.channels.end(), colour.begin());
        }
        return;
    }
    const auto typical = byLight.begin() + static_cast<std::ptrdiff_t>(byLight.size() / 2);
    std::nth_element(byLight.begin(), typical, byLight.end(),
                     [&lights](std::size_t a, std::size_t b) { return lights[a] < lights[b]; });
    const float usual = lights[*typical];
    for (const std::size_t place : byLight) {
        known[place] = lights[place] >= 0.75F * usual; // else a bed, a picture or a shadow, not paper
    }
    spreadFromKnown(m_colours, std::move(known), m_columns, m_rows);
}

std::array<uchar, 4> PaperColours::near(double x, double y) const
{
    const double tileX = std::clamp(x / tile - 0.5, 0.0, double(m_columns - 1));
    const double tileY = std::clamp(y / tile - 0.5, 0.0, double(m_rows - 1));
    const int column = std::min(static_cast<int>(tileX), std::max(0, m_columns - 2));
    const int row = std::min(static_cast<int>(tileY), std::max(0, m_rows - 2));
    const auto right = static_cast<float>(tileX - column);
    const auto down = static_cast<float>(tileY - row);
    const auto at = [this](int c, int r) -> const std::array<float, 4>& {
        return m_colours[static_cast<std::size_t>(std::min(r, m_rows - 1) * m_columns +
                                                  std::min(c, m_columns - 1))];
    };
    std::array<uchar, 4> colour{};
    for (std::size_t i = 0; i < 4; ++i) {
        const float upper = at(column, row)[i] * (1 - right) + at(column + 1, row)[i] * right;
        const float lower = at(column, row + 1)[i] * (1 - right) + at(column + 1, row + 1)[i] * right;
        colour[i] = static_cast<uchar>(upper * (1 - down) + lower * down + 0.5F);
    }
    return colour;
}

FramedRows::FramedRows(const Layout& layout, RowOf rowOf, const PaperColours& paper,
                       const std::optional<dossier::Quad>& sheet)
    : m_layout(layout)
    , m_rowOf(std::move(rowOf))
    , m_paper(paper)
{
    SheetSpans spans = spansOf(layout.size, sheet, {layout.scaleX, layout.scaleY}, 0);
    m_from = std::move(spans.from);
    m_to = std::move(spans.to);
}

void FramedRows::fill(double x, double y, int count, uchar* pixels) const
{
    const std::array<uchar, 4> colour = m_paper.near(x / m_layout.scaleX, y / m_layout.scaleY);
    if (m_layout.channels == 1) {
        std::memset(pixels, colour[m_layout.firstChannel], static_cast<std::size_t>(count));
        return;
    }
    for (int i = 0; i < count; ++i) {
        std::copy_n(colour.begin(), m_layout.channels,
                    pixels + static_cast<std::ptrdiff_t>(i) * m_layout.channels);
    }
}

void FramedRows::read(int y, int from, int to, uchar* pixels) const
{
    int begin = to;
    int end = to;
    if (y >= 0 && y < m_layout.size.height()) {
        begin = std::clamp(m_from[static_cast<std::size_t>(y)], from, to);
        end = std::clamp(m_to[static_cast<std::size_t>(y)], begin, to);
    }
    const auto at = [this, from, pixels](int x) {
        return pixels + static_cast<std::ptrdiff_t>(x - from) * m_layout.channels;
    };
    if (begin >= end) {
        constexpr int together = 16;
        for (int x = from; x < to; x += together) {
            fill(x + together / 2.0, y + 0.5, std::min(together, to - x), at(x));
        }
        return;
    }
    if (begin > from) {
        fill(begin, y + 0.5, begin - from, at(from));
    }
    std::memcpy(at(begin), m_rowOf(y) + static_cast<std::ptrdiff_t>(begin) * m_layout.channels,
                static_cast<std::size_t>(end - begin) * static_cast<std::size_t>(m_layout.channels));
    if (to > end) {
        fill(end, y + 0.5, to - end, at(end));
    }
}

} // namespace sohoa::imaging
