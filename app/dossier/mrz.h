// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/person.h"

#include <QDate>
#include <QString>

namespace sohoa::dossier {

/// What the machine readable zone on the back of a chip card says.
struct MrzReading
{
    Person person;          ///< name without tone marks, number, birth date, sex; no residence, no issue date
    QString documentNumber; ///< 9 characters, fillers dropped
    QString issuer;         ///< "VNM"
    QString nationality;
    QDate expires; ///< invalid when the card says it never expires

    bool operator==(const MrzReading&) const = default;
};

/// Reads three lines of 30 characters (size TD1: ICAO Doc 9303 part 5, eighth edition, section 4.2); check
/// digits by weights 7-3-1 (part 3, section 4.9). Blanks inside lines and lines run together are taken. The
/// century of the birth year comes from digit 4 of the personal number, or without one from `today`: a birth
/// is never in the future.
/// Errors: CardNotRecognised (not three such lines), CardFieldInvalid (a check digit does not fit or a field
/// has the wrong form; the detail says which). Any thread.
[[nodiscard]] Result<MrzReading> parseMrz(const QString& raw, QDate today);

/// The check digit of ICAO Doc 9303 part 3, section 4.9: 0..9, or -1 when text holds anything but A-Z, 0-9
/// and "<".
int mrzCheckDigit(const QString& text);

} // namespace sohoa::dossier
