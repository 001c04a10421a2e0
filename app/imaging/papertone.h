// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/findings.h"

#include <QSize>

#include <array>
#include <functional>
#include <optional>
#include <vector>

namespace sohoa::imaging {

/// A colour as brightness and two differences of colour (ITU-R BT.601, full range, 128: none).
struct Tone
{
    float light = 255;
    float blue = 128; ///< Cb
    float red = 128;  ///< Cr
};

/// The tone of the bare paper place by place, by those tiles alone that surely show it: even, of one colour
/// on the whole page and of nearly one brightness. Pictures, washes of colour and highlighters are none.
class PaperTone
{
public:
    /// @param at    the tone at a column and row of a picture of that size
    /// @param sheet only what lies within is paper; all when empty
    PaperTone(QSize size, const std::function<Tone(int x, int y)>& at,
              const std::optional<dossier::Quad>& sheet);

    /// Whether enough paper was seen to go by.
    [[nodiscard]] bool isKnown() const { return m_known; }
    [[nodiscard]] Tone near(double x, double y) const;
    /// Of the whole page.
    [[nodiscard]] const Tone& typical() const { return m_typical; }

private:
    static constexpr int tile = 48;

    int m_columns;
    int m_rows;
    bool m_known = false;
    Tone m_typical;
    std::vector<Tone> m_tones;
};

} // namespace sohoa::imaging
