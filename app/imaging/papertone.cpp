// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/papertone.h"

#include "imaging/ink.h"
#include "imaging/tiles.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sohoa::imaging {

namespace {

constexpr int apart = 6;           // samples in a tile
constexpr std::size_t enough = 20; // samples of it on the sheet
constexpr float evenShare = 0.05F; // between the middle and the brighter end of a tile's samples
constexpr float darkest = 0.80F;   // light falls off so much over one sheet
constexpr float brightest = 1.08F;
constexpr float sameColour = 4.0F;
constexpr double leastShare = 0.15; // of the tiles show paper, or there is none to go by
constexpr float leastLight = 110;

float middleOf(std::vector<float> values, double share)
{
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(double(values.size() - 1) * share);
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

} // namespace

PaperTone::PaperTone(QSize size, const std::function<Tone(int x, int y)>& at,
                     const std::optional<dossier::Quad>& sheet)
    : m_columns(std::max(1, size.width() / tile))
    , m_rows(std::max(1, size.height() / tile))
    , m_tones(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows))
{
    const SheetSpans spans = spansOf(size, sheet, {1, 1}, 8);
    std::vector<bool> known(m_tones.size(), false);
    std::vector<Tone> samples;
    std::size_t seen = 0;
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < m_columns; ++column) {
            samples.clear();
            for (int y = row * tile + apart / 2; y < std::min(size.height(), (row + 1) * tile); y += apart) {
                for (int x = column * tile + apart / 2; x < std::min(size.width(), (column + 1) * tile);
                     x += apart) {
                    if (spans.holds(x, y)) {
                        samples.push_back(at(x, y));
                    }
                }
            }
            if (samples.size() < enough) {
                continue;
            }
            ++seen;
            std::sort(samples.begin(), samples.end(),
                      [](const Tone& a, const Tone& b) { return a.light < b.light; });
            const std::size_t from = samples.size() / 2;
            const std::size_t to = samples.size() * 9 / 10;
            Tone mean{0, 0, 0};
            for (std::size_t i = from; i < to; ++i) {
                mean.light += samples[i].light / float(to - from);
                mean.blue += samples[i].blue / float(to - from);
                mean.red += samples[i].red / float(to - from);
            }
            const auto place = static_cast<std::size_t>(row * m_columns + column);
            m_tones[place] = mean;
            known[place] = samples[to - 1].light - samples[from].light < evenShare * mean.light + 3;
        }
    }
    const auto takeAll = [this, &known](float Tone::*part) {
        std::vector<float> values;
        for (std::size_t i = 0; i < known.size(); ++i) {
            if (known[i]) {
                values.push_back(m_tones[i].*part);
            }
        }
        return values;
    };
    const std::vector<float> lights = takeAll(&Tone::light);
    if (double(lights.size()) < std::max(1.0, leastShare * double(seen))) {
        return;
    }
    const float usual = middleOf(lights, 0.6);
    const auto isAsBright = [usual](const Tone& tone) {
        return tone.light >= darkest * usual && tone.light <= brightest * usual;
    };
    for (std::size_t i = 0; i < known.size(); ++i) {
        known[i] = known[i] && isAsBright(m_tones[i]);
    }
    m_typical = {usual, middleOf(takeAll(&Tone::blue), 0.5), middleOf(takeAll(&Tone::red), 0.5)};
    std::size_t sure = 0;
    for (std::size_t i = 0; i < known.size(); ++i) {
        known[i] = known[i] && std::abs(m_tones[i].blue - m_typical.blue) <= sameColour &&
                   std::abs(m_tones[i].red - m_typical.red) <= sameColour;
        sure += known[i] ? 1U : 0U;
    }
    m_known = usual >= leastLight && double(sure) >= leastShare * double(seen);
    if (m_known) {
        spreadFromKnown(m_tones, std::move(known), m_columns, m_rows);
    }
}

Tone PaperTone::near(double x, double y) const
{
    const double tileX = std::clamp(x / tile - 0.5, 0.0, double(m_columns - 1));
    const double tileY = std::clamp(y / tile - 0.5, 0.0, double(m_rows - 1));
    const int column = std::min(static_cast<int>(tileX), std::max(0, m_columns - 2));
    const int row = std::min(static_cast<int>(tileY), std::max(0, m_rows - 2));
    const auto right = static_cast<float>(tileX - column);
    const auto down = static_cast<float>(tileY - row);
    Tone tone{0, 0, 0};
    for (const auto& [dx, dy, share] :
         {std::tuple(0, 0, (1 - right) * (1 - down)), std::tuple(1, 0, right * (1 - down)),
          std::tuple(0, 1, (1 - right) * down), std::tuple(1, 1, right * down)}) {
        const int place = std::min(row + dy, m_rows - 1) * m_columns + std::min(column + dx, m_columns - 1);
        const Tone& corner = m_tones[static_cast<std::size_t>(place)];
        tone.light += corner.light * share;
        tone.blue += corner.blue * share;
        tone.red += corner.red * share;
    }
    return tone;
}

} // namespace sohoa::imaging
