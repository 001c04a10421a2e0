// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace sohoa::dossier {

/// Whose log: one workstation of one unit, its only writer.
struct LogIdentity
{
    QString unit;        ///< code of the unit: letters, digits, '.', '-', '_'
    int workstation = 0; ///< 1..9999; 0 before enrolment

    bool operator==(const LogIdentity&) const = default;
    bool operator<(const LogIdentity& other) const
    {
        return unit != other.unit ? unit < other.unit : workstation < other.workstation;
    }
};

} // namespace sohoa::dossier
