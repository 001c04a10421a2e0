// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/indicator.h"

#include <QJsonObject>

#include <optional>

namespace sohoa::reporting {

/// An indicator as it is judged: what was counted, beside the target and weight in force.
struct IndicatorValue
{
    dossier::IndicatorCount count;
    std::optional<double> target = {};   ///< ratio 0..1 that gives the whole score; empty: none is known
    std::optional<double> maxScore = {}; ///< points; empty: gives none

    bool operator==(const IndicatorValue&) const = default;

    /// Numerator over denominator, 0..1, in whole ten-thousandths (two decimals of percent), halves up. Empty
    /// when the denominator is 0: "no data", neither 0 % nor 100 %. 1 is said only when every dossier counts
    /// and 0 only when none does, however many there are.
    [[nodiscard]] std::optional<double> ratio() const;
    /// min(max, max * R / target) in points to two decimals (Quyết định 766/QĐ-TTg; domain guide section 5),
    /// R not rounded. Empty without data, target or weight.
    [[nodiscard]] std::optional<double> score() const;
    /// Whether R, not rounded, reaches the target. Empty without data or target.
    [[nodiscard]] std::optional<bool> meetsTarget() const;
};

/// {"kind","numerator","denominator","ratio","target","score","maxScore"}; null for what is not known.
QJsonObject toJson(const IndicatorValue& value);

} // namespace sohoa::reporting
