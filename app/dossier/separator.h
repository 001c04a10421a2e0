// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QString>

namespace sohoa::dossier {

/// What a separator sheet says: a new dossier begins, or a component of one.
struct Separator
{
    enum class Kind
    {
        Dossier,
        Component,
    };

    Kind kind = Kind::Dossier;
    QString dossierCode;
    QString procedureCode; ///< of a dossier sheet; empty on a component sheet
    int component = 0;     ///< of a component sheet, from 1; 0 on a dossier sheet
    /// Scanned sides as counted when the sheet was printed, blank backs included; 0: nobody said. Of a
    /// component: those up to the next separator. Of a dossier: all of its sides, those behind component
    /// sheets included. The separators' own sides never count.
    int sidesExpected = 0;

    bool operator==(const Separator&) const = default;
};

/// The text of a separator's QR code:
///     SH1:D:<dossier code>:<procedure code>:<sides>:<crc>
///     SH1:C:<dossier code>:<component number>:<sides>:<crc>
/// with the CRC-32 of everything before the last colon, as 8 upper-case hex digits. "SH1" is the version of
/// the grammar. The codes must be valid.
QString separatorText(const Separator& separator);

/// The reverse. SeparatorInvalid (detail says what) for another version, a wrong sum, or wrong parts. Takes
/// full-width and control characters as readers make them.
[[nodiscard]] Result<Separator> parseSeparator(const QString& text);

/// CRC-32 of IEEE 802.3 (reflected polynomial 0xEDB88320), as zip and zlib compute it.
quint32 crc32(QByteArrayView data);

} // namespace sohoa::dossier
