// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/provinces.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace sohoa::dossier {

Result<Provinces> Provinces::fromJson(const QByteArray& json)
{
    QJsonParseError problem{};
    const QJsonObject root = QJsonDocument::fromJson(json, &problem).object();
    if (problem.error != QJsonParseError::NoError) {
        return failure(ErrorCode::CatalogueInvalid, problem.errorString());
    }
    Provinces provinces;
    for (const QJsonValue& value : root[QLatin1String("provinces")].toArray()) {
        Province province;
        province.name = value[QLatin1String("name")].toString();
        province.unitCode = value[QLatin1String("unit_code")].toString();
        province.adminCode = value[QLatin1String("admin_code")].toString();
        for (const QJsonValue& former : value[QLatin1String("merged_from")].toArray()) {
            province.mergedFrom += former.toString();
        }
        if (province.name.isEmpty() || province.unitCode.isEmpty()) {
            return failure(ErrorCode::CatalogueInvalid, QStringLiteral("province without name or unit_code"));
        }
        provinces.m_provinces.push_back(province);
    }
    for (const QJsonValue& value : root[QLatin1String("id_prefixes")].toArray()) {
        provinces.m_prefixes.insert(value[QLatin1String("prefix")].toString(),
                                    value[QLatin1String("name")].toString());
    }
    if (provinces.m_provinces.empty() || provinces.m_prefixes.isEmpty()) {
        return failure(ErrorCode::CatalogueInvalid, QStringLiteral("no provinces or no id_prefixes"));
    }
    return provinces;
}

const Provinces& Provinces::builtIn()
{
    static const Provinces provinces = [] {
        QFile file(QStringLiteral(":/catalogue/provinces.json"));
        auto read = file.open(QIODevice::ReadOnly) ? fromJson(file.readAll())
                                                   : failure(ErrorCode::CatalogueInvalid, file.errorString());
        Q_ASSERT(read);
        return read.value_or(Provinces());
    }();
    return provinces;
}

std::optional<Province> Provinces::byUnitCode(const QString& unitCode) const
{
    const auto found = std::find_if(m_provinces.begin(), m_provinces.end(),
                                    [&](const Province& p) { return p.unitCode == unitCode; });
    return found == m_provinces.end() ? std::nullopt : std::optional(*found);
}

QString Provinces::placeOfPrefix(const QString& prefix) const
{
    return m_prefixes.value(prefix);
}

} // namespace sohoa::dossier
