// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace sohoa::pdf {

/// Which PDF/A a file says it is. Only a validator can tell whether it is so.
struct PdfaClaim
{
    int part = 0;        ///< 1 to 4
    QString conformance; ///< "A", "B", "U", may be empty

    bool operator==(const PdfaClaim&) const = default;
};

/// A signature field that is signed. Nothing here says whether the signature is good.
struct SignatureFacts
{
    QString field;             ///< name of the form field
    QString subFilter;         ///< "ETSI.CAdES.detached", "adbe.pkcs7.detached"
    bool rangeIsSound = false; ///< the signed bytes are the file from its start, but for the signature itself
    bool coversWholeFile = false; ///< and reach to the end of the file: nothing was appended afterwards

    bool operator==(const SignatureFacts&) const = default;
};

/// What can be said about any PDF without judging it.
struct PdfFacts
{
    int pages = 0;
    QString version; ///< "1.7"
    std::optional<PdfaClaim> claim = {};
    bool encrypted = false;
    bool repaired = false; ///< it could only be read by rebuilding or passing over something
    QString title;
    std::vector<SignatureFacts> signatures = {};

    bool operator==(const PdfFacts&) const = default;
};

/// Looks at a PDF of any origin.
/// @return FileEmpty, PdfDamaged, PdfEncrypted when a password is needed, ImageTooLarge for a bomb.
/// Any thread.
[[nodiscard]] Result<PdfFacts> inspectPdf(const QByteArray& pdf);

} // namespace sohoa::pdf
