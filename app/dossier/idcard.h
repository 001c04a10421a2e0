// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/person.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace sohoa::dossier {

/// The fields of a citizen card's QR code, by their place in the payload.
enum class CardField
{
    PersonalNumber = 1,
    OldNumber = 2,
    FullName = 3,
    BirthDate = 4,
    Sex = 5,
    Residence = 6,
    IssueDate = 7,
};

/// What does not fit on a card that could be read. Never a reason to refuse it: data of real cards is wrong
/// at times, and the person in front of the clerk decides.
enum class CardWarning
{
    PrefixUnknown,     ///< first three digits are none of the 63 provinces (born abroad, or misread)
    SexDiffers,        ///< digit 4 of the number says the other sex
    BirthYearDiffers,  ///< digits 4 to 6 of the number say another year
    ToneMarksMissing,  ///< the whole text has no Vietnamese letter: the reader may drop tone marks
    IssuedBeforeBirth, ///< issue date before birth date
    EncodingRepaired,  ///< the reader sent UTF-8 as Latin-1 or Windows-1252; put right
};

struct CardReading
{
    Person person;
    std::vector<CardWarning> warnings;
    int fields = 0; ///< how many the code had, 6 to 11

    bool operator==(const CardReading&) const = default;
};

/// Reads the payload of the QR code of a citizen card (CCCD since 2021, Căn cước since 07/2024): 6 to 11
/// fields between "|", UTF-8, no checksum. Takes what readers make of it: NFD, full-width characters, control
/// characters, label text in front ("CCCD: "), UTF-8 read as Latin-1, line ends at the end or none.
/// @param today  dates after it are refused; invalid (the default): not looked at
/// Errors: CardNotRecognised (not such a text at all), CardFieldCount (a card's number in front, but not 6 to
/// 11 fields), CardFieldInvalid (cardFieldOf says which), CardMangled (an input method such as UniKey was on,
/// Telex or VNI, or characters were lost on the way: the remedy is another setting, not another card).
/// Details never hold personal data. Any thread.
[[nodiscard]] Result<CardReading> parseCard(const QString& raw, QDate today = {});

/// Which field a CardFieldInvalid or CardMangled is about; empty when the error is another or names none.
std::optional<CardField> cardFieldOf(const Error& error);

/// Whether what a keyboard wedge has typed so far is a whole card: for readers that send no Enter. The last
/// field must be complete, so a card of 7 fields is whole while one of 11 is still coming: wait for a pause
/// in typing before taking it.
bool isWholeCard(const QString& typed);

} // namespace sohoa::dossier
