// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "dossier/page.h"
#include "workflow/treatment.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <vector>

namespace sohoa::workflow {

/// A picture taken out of a file that came in: one page.
struct IncomingPage
{
    QByteArray bytes;   ///< a JPEG, PNG or TIFF file; shared by the pages of one TIFF
    dossier::Page page; ///< format, size, dpi, mode, sha256, indexInFile and the turn are filled in
};

/// Takes the pages out of a file, one after the other, so that memory does not grow with their number: a
/// picture as it is, each picture of a TIFF, each page of a PDF (its own scan unharmed where the page is only
/// a scan, else drawn).
/// @param name for messages and to notice content that is not what the name says
/// @param take called for each page in order; an error from it ends the call with that error
/// @return number of pages. Errors: FileEmpty, FormatUnknown, FormatMismatch, Image..., Pdf...
[[nodiscard]] Result<int> takePages(const QByteArray& bytes, const QString& name, const StopToken& stop,
                                    const std::function<Status(IncomingPage&&)>& take);

/// What looking at a page gave.
struct Inspected
{
    dossier::PageFindings findings;
    bool truncated = false; ///< the picture's data stops short: what is missing nobody can know
    QByteArray look = {};   ///< imaging::SheetLook; empty: there is not enough writing on the page
};

/// Looks at one page: blank, skew, orientation, corners, codes, quality. Pure, any thread, about 0.2 s for A4
/// at 300 dpi. Errors: Image..., Cancelled.
/// @param treatment what was asked for
[[nodiscard]] Result<Inspected> inspectPage(const QByteArray& bytes, const dossier::Page& page,
                                            const StopToken& stop, const Treatment& treatment = {});

/// The line of `inspect --json` for a page (contract, section 3).
QJsonObject inspectionLine(const QString& file, int number, const dossier::Page& page,
                           const dossier::PageFindings& findings);

} // namespace sohoa::workflow
