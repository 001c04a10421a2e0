// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>

namespace sohoa::dossier {

enum class Sex
{
    Unknown,
    Male,
    Female
};

/// A person as the citizen card says. Personal data: sealed at rest, masked in lists and logs.
struct Person
{
    QString personalNumber; ///< số định danh, 12 digits; empty when there is none
    QString oldNumber;      ///< số CMND, 9 digits or empty
    QString fullName;       ///< NFC
    QDate birthDate;
    Sex sex = Sex::Unknown;
    QString residence;
    QDate issueDate; ///< of the card
    QString phone;   ///< typed by the clerk

    bool operator==(const Person&) const = default;
    [[nodiscard]] bool isEmpty() const { return personalNumber.isEmpty() && fullName.isEmpty(); }
};

} // namespace sohoa::dossier
