// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/homesettings.h"

#include <QUrl>

namespace sohoa::ui {

namespace {
constexpr qint64 megabyte = 1024LL * 1024;
}

workflow::HomeSettings homeSettingsFrom(const UnitSettings& given)
{
    workflow::HomeSettings settings;
    settings.unit = given.unit;
    settings.unitName = given.unitName;
    settings.officer = given.officer;
    settings.workstation = given.workstation;
    settings.workstations = given.workstations;
    settings.paperLimit = given.paperLimitMegabytes * megabyte;
    const bool isAddress = given.warehouse.contains(QStringLiteral("://"));
    settings.warehouse = given.warehouse.isEmpty() || isAddress
                             ? given.warehouse
                             : QUrl::fromLocalFile(given.warehouse).toString();
    return settings;
}

UnitSettings unitSettingsFrom(const workflow::HomeSettings& stored)
{
    UnitSettings settings;
    settings.unit = stored.unit;
    settings.unitName = stored.unitName;
    settings.officer = stored.officer;
    settings.workstation = stored.workstation;
    settings.workstations = stored.workstations;
    settings.paperLimitMegabytes = static_cast<int>(stored.paperLimit / megabyte);
    const QUrl url(stored.warehouse);
    settings.warehouse = url.isLocalFile() ? url.toLocalFile() : stored.warehouse;
    return settings;
}

} // namespace sohoa::ui
