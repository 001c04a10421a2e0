// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/indicator.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace sohoa::dossier {

/// Target and weight of an indicator from a date on. Settings, for the national portal was seen to use others
/// than the decision says (resources/catalogue/README.md).
struct IndicatorTarget
{
    IndicatorKind kind = IndicatorKind::DigitizedDossiers;
    QDate validFrom;
    std::optional<double> targetPercent = {}; ///< 0 < target <= 100; empty: not known
    std::optional<double> maxScore = {};      ///< points; empty: not known
    QString basis;                            ///< the decision, for whoever asks

    bool operator==(const IndicatorTarget&) const = default;
};

/// All targets. A value; any thread may read one.
class Targets
{
public:
    /// Reads resources/catalogue/targets.json's format; settings that are not enabled are left out.
    /// CatalogueInvalid for anything that is not understood.
    [[nodiscard]] static Result<Targets> fromJson(const QByteArray& json);
    static const Targets& builtIn();

    /// The setting in force on `date`: the latest one not after it; empty when there is none.
    [[nodiscard]] std::optional<IndicatorTarget> at(IndicatorKind kind, QDate date) const;

private:
    std::vector<IndicatorTarget> m_targets;
};

} // namespace sohoa::dossier
