// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/page.h"
#include "pdf/paperwriter.h"
#include "workflow/finishing.h"

#include <QByteArray>

namespace sohoa::workflow {

/// Resolution of a page. When its file does not say, or says less than any scanner of records does: as if the
/// picture were an A4 sheet, and no less than 200 dpi.
double effectiveDpi(const dossier::Page& page);

/// A page of a paper from a page as scanned. A colour or grey JPEG that is neither deskewed nor cropped goes
/// through untouched at step AsScanned, turned without loss; bilevel becomes CCITT G4 without loss unless
/// deskewed or cropped; everything else is encoded once. A page whose edits choose a lesser mode becomes a
/// grey JPEG or G4.
/// @param bytes the page's file
/// @param passThrough false for a JPEG that a PDF/A must not hold as it is (CMYK, cut short)
/// Pure; any thread. Errors: Image..., PdfWriteFailed.
[[nodiscard]] Result<pdf::PaperPage> paperPage(const QByteArray& bytes, const dossier::Page& page,
                                               PaperStep step, bool passThrough = true);

} // namespace sohoa::workflow
