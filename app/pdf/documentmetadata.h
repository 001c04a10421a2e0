// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace sohoa::pdf {

/// What a PDF says about itself, in its Info dictionary and again in its XMP packet.
struct DocumentMetadata
{
    QString title;
    QString author;
    QString keywords;
    QString creator;         ///< the program that made the content
    QString producer;        ///< the program that wrote the PDF
    QDateTime created;       ///< whole seconds
    QDateTime modified;      ///< whole seconds
    QString dossierCode;     ///< XMP only, in our own schema
    QString paperCode;       ///< XMP only, dc:identifier and our own schema
    int pdfaPart = 0;        ///< XMP only; 0 without a PDF/A claim
    QString pdfaConformance; ///< XMP only: "A", "B", "U"

    bool operator==(const DocumentMetadata&) const = default;
};

/// The XMP packet (ISO 16684-1) of a PDF/A, with the description of our own schema that ISO
/// 19005-2, 6.6.2.3.3 asks for. Empty fields are left out. Characters that XML 1.0 cannot hold must be gone
/// (see cleanText). Any thread.
QByteArray writeXmp(const DocumentMetadata& metadata);

/// Reads an XMP packet of any origin; empty when it is not well-formed XML. Unknown properties are passed
/// over.
std::optional<DocumentMetadata> readXmp(const QByteArray& packet);

/// Text that both XML and PDF can hold: NFC, without control characters, unpaired surrogates and edge blanks.
QString cleanText(const QString& text);

/// A PDF date (ISO 32000-1, 7.9.4): D:20261120083000+07'00'. Milliseconds are dropped.
QByteArray toPdfDate(const QDateTime& time);
/// The reverse, tolerant of missing parts; an invalid QDateTime when it is no date.
QDateTime fromPdfDate(const QByteArray& text);

} // namespace sohoa::pdf
