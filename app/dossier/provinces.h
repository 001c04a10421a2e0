// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sohoa::dossier {

/// A province of the 34 since 01/07/2025 (Nghị quyết 202/2025/QH15).
struct Province
{
    QString name;
    QString unitCode;  ///< group of a unit code: "H26"
    QString adminCode; ///< two digits (Quyết định 19/2025/QĐ-TTg)
    QStringList mergedFrom;

    bool operator==(const Province&) const = default;
};

/// Provinces and the prefixes of personal numbers. A value; any thread.
class Provinces
{
public:
    /// Reads resources/catalogue/provinces.json's format. CatalogueInvalid when it is not that.
    [[nodiscard]] static Result<Provinces> fromJson(const QByteArray& json);
    /// The table compiled into the program.
    static const Provinces& builtIn();

    [[nodiscard]] const std::vector<Province>& all() const { return m_provinces; }
    /// By the group of a unit code ("H26").
    [[nodiscard]] std::optional<Province> byUnitCode(const QString& unitCode) const;
    /// Where a birth was registered, by the first three digits of a personal number: one of the 63 names from
    /// before the merger; empty for other prefixes (other countries have some of them).
    [[nodiscard]] QString placeOfPrefix(const QString& prefix) const;
    [[nodiscard]] qsizetype prefixCount() const { return m_prefixes.size(); }

private:
    std::vector<Province> m_provinces;
    QHash<QString, QString> m_prefixes;
};

} // namespace sohoa::dossier
