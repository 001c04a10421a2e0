// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/targets.h"
#include "reporting/indicators.h"

#include <QByteArray>
#include <QDate>

namespace sohoa::reporting {

/// Judges counts by the dated targets of resources/catalogue/targets.json: decisions change them, releases do
/// not. A value; any thread. One made by the default constructor knows no target.
class Targets
{
public:
    /// CatalogueInvalid for anything that is not understood.
    [[nodiscard]] static Result<Targets> fromJson(const QByteArray& json);

    /// A count beside target and weight in force on `day`, usually the last day of the period.
    [[nodiscard]] IndicatorValue value(const dossier::IndicatorCount& count, QDate day) const;

private:
    dossier::Targets m_settings;
};

} // namespace sohoa::reporting
