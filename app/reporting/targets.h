// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "reporting/indicators.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace sohoa::reporting {

/// Target and weight of one indicator from a day on.
struct Target
{
    dossier::IndicatorKind kind = dossier::IndicatorKind::DigitizedDossiers;
    QDate validFrom;
    std::optional<double> target = {};   ///< ratio, above 0 up to 1
    std::optional<double> maxScore = {}; ///< points, 0 and more
    QString basis;                       ///< the decision it comes from
    bool enabled = true;                 ///< false: seen somewhere, not confirmed, not used

    bool operator==(const Target&) const = default;
};

/// Targets as dated settings: decisions change them, releases do not. A value; any thread.
class Targets
{
public:
    /// Reads resources/catalogue/targets.json's format. CatalogueInvalid (detail names the entry) for anything
    /// that is not understood: another schema, an unknown indicator, a date or number out of range, two
    /// enabled entries of one indicator and day.
    [[nodiscard]] static Result<Targets> fromJson(const QByteArray& json);

    [[nodiscard]] const QString& version() const { return m_version; }
    /// The entry in force on a day: of the enabled ones with validFrom <= day the latest.
    [[nodiscard]] std::optional<Target> inForce(dossier::IndicatorKind kind, QDate day) const;
    /// A count judged by the entry in force on `day`, usually the last day of the period.
    [[nodiscard]] IndicatorValue value(const dossier::IndicatorCount& count, QDate day) const;

private:
    QString m_version;
    std::vector<Target> m_targets;
};

} // namespace sohoa::reporting
