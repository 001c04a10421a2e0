// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/targets.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace sohoa::dossier {

namespace {

std::optional<double> numberOf(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

/// A number, or nothing said. Text such as "80" would be taken for "not known".
bool isNumberOrAbsent(const QJsonValue& value)
{
    return value.isDouble() || value.isNull() || value.isUndefined();
}

} // namespace

Result<Targets> Targets::fromJson(const QByteArray& json)
{
    QJsonParseError problem{};
    const QJsonObject root = QJsonDocument::fromJson(json, &problem).object();
    if (problem.error != QJsonParseError::NoError || root[QLatin1String("schema_version")].toInt() != 1) {
        return failure(ErrorCode::CatalogueInvalid, QStringLiteral("targets: ") + problem.errorString());
    }
    Targets targets;
    for (const QJsonValue& value : root[QLatin1String("targets")].toArray()) {
        const QString word = value[QLatin1String("indicator")].toString();
        const auto kind = indicatorKindFrom(word);
        IndicatorTarget target{kind.value_or(IndicatorKind::DigitizedDossiers),
                               QDate::fromString(value[QLatin1String("valid_from")].toString(), Qt::ISODate),
                               numberOf(value[QLatin1String("target_percent")]),
                               numberOf(value[QLatin1String("max_score")]),
                               value[QLatin1String("basis")].toString()};
        const bool targetFits =
            isNumberOrAbsent(value[QLatin1String("target_percent")]) &&
            isNumberOrAbsent(value[QLatin1String("max_score")]) &&
            (!target.targetPercent || (*target.targetPercent > 0 && *target.targetPercent <= 100));
        if (!kind || !target.validFrom.isValid() || !targetFits || target.maxScore.value_or(1) <= 0) {
            return failure(ErrorCode::CatalogueInvalid, QStringLiteral("targets: ") + word);
        }
        if (value[QLatin1String("enabled")].toBool(true)) {
            targets.m_targets.push_back(std::move(target));
        }
    }
    return targets;
}

const Targets& Targets::builtIn()
{
    static const Targets targets = [] {
        QFile file(QStringLiteral(":/catalogue/targets.json"));
        auto read = file.open(QIODevice::ReadOnly)
                        ? fromJson(file.readAll())
                        : Result<Targets>(failure(ErrorCode::CatalogueInvalid, file.errorString()));
        Q_ASSERT(read);
        return read.value_or(Targets());
    }();
    return targets;
}

std::optional<IndicatorTarget> Targets::at(IndicatorKind kind, QDate date) const
{
    std::optional<IndicatorTarget> found;
    for (const IndicatorTarget& target : m_targets) {
        const bool holds = target.kind == kind && target.validFrom <= date;
        if (holds && (!found || target.validFrom >= found->validFrom)) {
            found = target;
        }
    }
    return found;
}

} // namespace sohoa::dossier
