// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "reporting/indicators.h"

#include <algorithm>
#include <cmath>

namespace sohoa::reporting {

namespace {

double exactRatio(const dossier::IndicatorCount& count)
{
    return static_cast<double>(count.numerator) / static_cast<double>(count.denominator);
}

QJsonValue orNull(std::optional<double> value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

} // namespace

std::optional<double> IndicatorValue::ratio() const
{
    if (count.denominator <= 0) {
        return {};
    }
    // Whole numbers, so that halves round the same on every machine.
    constexpr qint64 parts = 10000;
    const qint64 rounded = (2 * parts * count.numerator + count.denominator) / (2 * count.denominator);
    const qint64 least = count.numerator > 0 ? 1 : 0;
    const qint64 most = count.numerator < count.denominator ? parts - 1 : parts;
    return static_cast<double>(std::clamp(rounded, least, most)) / static_cast<double>(parts);
}

std::optional<double> IndicatorValue::score() const
{
    if (count.denominator <= 0 || !target || !maxScore) {
        return {};
    }
    constexpr double hundredths = 100;
    const double points = std::min(*maxScore, *maxScore * exactRatio(count) / *target);
    return std::round(points * hundredths) / hundredths;
}

std::optional<bool> IndicatorValue::meetsTarget() const
{
    if (count.denominator <= 0 || !target) {
        return {};
    }
    // A target of 80 % as a double is not exactly 8 of 10; what differs by less than one dossier in a
    // thousand million is meant to be equal.
    constexpr double tolerance = 1e-9;
    return exactRatio(count) >= *target - tolerance;
}

QJsonObject toJson(const IndicatorValue& value)
{
    return QJsonObject{{QStringLiteral("kind"), toString(value.count.kind)},
                       {QStringLiteral("numerator"), value.count.numerator},
                       {QStringLiteral("denominator"), value.count.denominator},
                       {QStringLiteral("ratio"), orNull(value.ratio())},
                       {QStringLiteral("target"), orNull(value.target)},
                       {QStringLiteral("score"), orNull(value.score())},
                       {QStringLiteral("maxScore"), orNull(value.maxScore)}};
}

} // namespace sohoa::reporting
