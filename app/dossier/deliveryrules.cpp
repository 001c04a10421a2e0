// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/deliveryrules.h"

#include "base/clock.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace sohoa::dossier {

namespace {

bool isWithin(const DeliveryRules::Hours& hours, const QTime& time)
{
    return hours.from < hours.to ? time >= hours.from && time < hours.to
                                 : time >= hours.from || time < hours.to;
}

QDateTime nextBegin(const DeliveryRules::Hours& hours, const QDateTime& now)
{
    QDateTime begin = now;
    begin.setTime(hours.from);
    return begin > now ? begin : begin.addDays(1);
}

} // namespace

bool DeliveryRules::isValid() const
{
    const bool limitHolds = kbitPerSecond == 0 || (kbitPerSecond >= leastKbit && kbitPerSecond <= mostKbit);
    const bool hoursHold =
        !hours || (hours->from.isValid() && hours->to.isValid() && hours->from != hours->to);
    return limitHolds && hoursHold && alarmHours >= 1 && alarmHours <= mostAlarmHours &&
           (!pausedSince || pausedSince->isValid());
}

QString toString(HoldCause cause)
{
    switch (cause) {
    case HoldCause::Person:
        return QStringLiteral("person");
    case HoldCause::Metered:
        return QStringLiteral("metered");
    case HoldCause::Hours:
        return QStringLiteral("hours");
    }
    return {};
}

std::optional<DeliveryHold> holdOf(const DeliveryRules& rules, const QDateTime& now, bool isMetered)
{
    if (rules.pausedSince) {
        return DeliveryHold{HoldCause::Person, {}, rules.pausedSince};
    }
    if (isMetered && rules.waitsOnMetered) {
        return DeliveryHold{HoldCause::Metered, {}, {}};
    }
    const QDateTime here = inVietnam(now);
    if (rules.hours && !isWithin(*rules.hours, here.time())) {
        return DeliveryHold{HoldCause::Hours, nextBegin(*rules.hours, here), {}};
    }
    return {};
}

QString toText(const DeliveryRules& rules)
{
    QJsonObject object{{QStringLiteral("kbit"), rules.kbitPerSecond},
                       {QStringLiteral("waitsOnMetered"), rules.waitsOnMetered},
                       {QStringLiteral("alarmHours"), rules.alarmHours}};
    if (rules.hours) {
        object[QStringLiteral("hours")] = toText(*rules.hours);
    }
    if (rules.pausedSince) {
        object[QStringLiteral("pausedSince")] = toIso(*rules.pausedSince);
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

DeliveryRules deliveryRulesFrom(const QString& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    DeliveryRules rules;
    rules.kbitPerSecond = object[QLatin1String("kbit")].toInt(rules.kbitPerSecond);
    rules.waitsOnMetered = object[QLatin1String("waitsOnMetered")].toBool(rules.waitsOnMetered);
    rules.alarmHours = object[QLatin1String("alarmHours")].toInt(rules.alarmHours);
    rules.hours = deliveryHoursFrom(object[QLatin1String("hours")].toString());
    const QDateTime paused = fromIso(object[QLatin1String("pausedSince")].toString());
    rules.pausedSince = paused.isValid() ? std::optional(paused) : std::nullopt;
    return rules.isValid() ? rules : DeliveryRules();
}

std::optional<DeliveryRules::Hours> deliveryHoursFrom(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("\\A\\s*([0-9]{1,2})[:h]([0-9]{2})\\s*[-–]\\s*([0-9]{1,2})[:h]([0-9]{2})\\s*\\z"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) {
        return {};
    }
    const DeliveryRules::Hours hours{QTime(match.captured(1).toInt(), match.captured(2).toInt()),
                                     QTime(match.captured(3).toInt(), match.captured(4).toInt())};
    const bool holds = hours.from.isValid() && hours.to.isValid() && hours.from != hours.to;
    return holds ? std::optional(hours) : std::nullopt;
}

QString toText(const DeliveryRules::Hours& hours)
{
    return QStringLiteral("%1-%2").arg(hours.from.toString(QStringLiteral("HH:mm")),
                                       hours.to.toString(QStringLiteral("HH:mm")));
}

} // namespace sohoa::dossier
