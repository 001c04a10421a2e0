// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/treatment.h"

#include "capture/profile.h"
#include "imaging/edits.h"

namespace sohoa::workflow {

Treatment treatmentOf(const capture::ScanProfile& profile)
{
    Treatment treatment;
    treatment.turn = profile.cleaning.turn;
    treatment.deskew = profile.cleaning.deskew;
    treatment.crop = profile.cleaning.crop;
    treatment.removeBorders = profile.cleaning.removeBorders;
    treatment.removePunchHoles = profile.cleaning.removePunchHoles;
    treatment.whiten = profile.cleaning.whiten;
    treatment.chooseMode = profile.colour == capture::ProfileColour::Automatic;
    if (profile.widthMm > 0 && profile.heightMm > 0) {
        treatment.widthMm = profile.widthMm;
        treatment.heightMm = profile.heightMm;
    }
    return treatment;
}

imaging::Cleaning cleaningOf(const Treatment& treatment)
{
    return {.turn = treatment.turn,
            .deskew = treatment.deskew,
            .crop = treatment.crop,
            .borders = treatment.removeBorders,
            .punchHoles = treatment.removePunchHoles,
            .whiten = treatment.whiten,
            .chooseMode = treatment.chooseMode};
}

QJsonObject toJson(const Treatment& treatment)
{
    return {{QStringLiteral("turn"), treatment.turn},
            {QStringLiteral("deskew"), treatment.deskew},
            {QStringLiteral("crop"), treatment.crop},
            {QStringLiteral("removeBorders"), treatment.removeBorders},
            {QStringLiteral("removePunchHoles"), treatment.removePunchHoles},
            {QStringLiteral("whiten"), treatment.whiten},
            {QStringLiteral("chooseMode"), treatment.chooseMode},
            {QStringLiteral("widthMm"), treatment.widthMm},
            {QStringLiteral("heightMm"), treatment.heightMm}};
}

Treatment treatmentFrom(const QJsonObject& json)
{
    Treatment treatment;
    const auto take = [&json](const char* name, bool& value) {
        value = json[QLatin1String(name)].toBool(value);
    };
    take("turn", treatment.turn);
    take("deskew", treatment.deskew);
    take("crop", treatment.crop);
    take("removeBorders", treatment.removeBorders);
    take("removePunchHoles", treatment.removePunchHoles);
    take("whiten", treatment.whiten);
    take("chooseMode", treatment.chooseMode);
    treatment.widthMm = json[QLatin1String("widthMm")].toDouble();
    treatment.heightMm = json[QLatin1String("heightMm")].toDouble();
    return treatment;
}

} // namespace sohoa::workflow
