// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace sohoa::ui {

/// What the first start and the settings ask about the counter itself.
struct UnitSettings
{
    QString unit;
    QString unitName;
    QString officer;
    QString warehouse;   ///< URL or folder; empty: a folder inside the home
    int workstation = 0; ///< 0 while not enrolled
    int workstations = 0;
    int paperLimitMegabytes = 20;

    bool operator==(const UnitSettings&) const = default;
};

} // namespace sohoa::ui
