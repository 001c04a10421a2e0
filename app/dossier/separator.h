// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <span>

namespace sohoa::dossier {

/// What a separator sheet says: a new dossier begins, or a component of one.
struct Separator
{
    enum class Kind
    {
        Dossier,
        Component,
    };
    enum class Side
    {
        Front,
        Back,
    };

    Kind kind = Kind::Dossier;
    QString dossierCode;
    QString procedureCode; ///< of a dossier sheet; empty on a component sheet
    int component = 0;     ///< of a component sheet, from 1; 0 on a dossier sheet
    /// Scanned sides as counted when the sheet was printed, blank backs included; 0: nobody said. Of a
    /// component: those up to the next separator. Of a dossier: all of its sides, those behind component
    /// sheets included. The separators' own sides never count.
    int sidesExpected = 0;
    /// Which of the sheets that were printed together for one dossier this is: number 1..series, 1 the
    /// dossier sheet's. 0 and 0 on sheets printed before there was a series. 999 at most.
    int number = 0;
    int series = 0;
    Side side = Side::Front; ///< of the sheet
    /// "<key>:<tag>" as signed() makes it; empty on sheets printed before sheets were signed.
    QString signature = {};

    bool operator==(const Separator&) const = default;
};

/// Whether two codes are of one and the same sheet, whichever side of it.
bool sameSheet(const Separator& a, const Separator& b);

/// The secret with which the sheets of a home, or of all workstations of a unit, are signed. Why it is shared
/// and what it protects from: docs/decisions/0007-separators.md.
struct SheetKey
{
    QByteArray secret; ///< 16 bytes

    static constexpr qsizetype size = 16;
    /// Four hex digits by which a sheet names the key it was signed with; they tell nothing about the secret.
    [[nodiscard]] QString id() const;
    /// For carrying it to another workstation: eight groups of four hex digits and a check group.
    [[nodiscard]] QString text() const;
    /// The reverse; takes lower case, and any or no marks between the groups. KeyWrong when mistyped.
    [[nodiscard]] static Result<SheetKey> fromText(const QString& text);

    bool operator==(const SheetKey&) const = default;
};

/// The separator with its signature: the first 40 bits of HMAC-SHA256 under the key, over everything that the
/// sheet says. Whoever guesses must print a sheet for each guess.
Separator signedWith(const SheetKey& key, const Separator& separator);

/// What the signature of a separator is worth.
enum class SeparatorTrust
{
    Unsigned, ///< a sheet printed before sheets were signed
    Signed,   ///< with one of the keys
    Foreign,  ///< with a key that is not known here
    Forged,   ///< names one of the keys and was not made with it
};
SeparatorTrust trustOf(const Separator& separator, std::span<const SheetKey> keys);

/// The text of a separator's QR code. Signed ones, or of a series, or of a back:
///     SH2:D:<dossier code>:<procedure code>:<sides>:<number>:<series>:<F|B>:<key>:<tag>:<crc>
///     SH2:C:<dossier code>:<component number>:<sides>:<number>:<series>:<F|B>:<key>:<tag>:<crc>
/// Sheets printed before are without what they do not have:
///     SH1:D:<dossier code>:<procedure code>:<sides>:<crc>
///     SH1:C:<dossier code>:<component number>:<sides>:<crc>
/// with the CRC-32 of everything before the last colon, as 8 upper-case hex digits, by which a misread or
/// mistyped text is told from one that somebody else made. "SH1" and "SH2" are the version of the grammar.
/// All of it is in the alphanumeric set of QR codes. The codes must be valid; a separator that is not signed
/// is written as SH1.
QString separatorText(const Separator& separator);

/// The reverse. SeparatorInvalid (detail says what) for another version, a wrong sum, or wrong parts. Takes
/// full-width and control characters as readers make them.
[[nodiscard]] Result<Separator> parseSeparator(const QString& text);

/// CRC-32 of IEEE 802.3 (reflected polynomial 0xEDB88320), as zip and zlib compute it.
quint32 crc32(QByteArrayView data);

} // namespace sohoa::dossier
