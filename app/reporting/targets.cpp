// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "reporting/targets.h"

namespace sohoa::reporting {

Result<Targets> Targets::fromJson(const QByteArray& json)
{
    Targets targets;
    SOHOA_ASSIGN(targets.m_settings, dossier::Targets::fromJson(json));
    return targets;
}

IndicatorValue Targets::value(const dossier::IndicatorCount& count, QDate day) const
{
    IndicatorValue value{count};
    if (const auto setting = m_settings.at(count.kind, day)) {
        constexpr double hundred = 100;
        value.target =
            setting->targetPercent ? std::optional(*setting->targetPercent / hundred) : std::nullopt;
        value.maxScore = setting->maxScore;
    }
    return value;
}

} // namespace sohoa::reporting
