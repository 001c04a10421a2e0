// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/page.h"

#include <QImage>

namespace sohoa::imaging {

/// What should be done to a page by its findings: undo the turn, straighten when the skew is sure and worth a
/// new encoding (0.3 degrees, 1.5 mm over an A4 page), cut to the sheet where the scanner's bed shows. Pure;
/// any thread.
dossier::PageEdits suggestEdits(const dossier::PageFindings& findings);

/// The picture with the edits done: cut to the quad (a quad that is no rectangle is straightened by
/// perspective), deskewed, turned. Bilinear; what lies outside the picture gets the paper's own tone. The
/// result has the format of the picture: Format_Grayscale8, else Format_RGB32. Pure; any thread; about 0.15 s
/// for A4 at 300 dpi. Errors: ImageTooLarge, InvalidArgument for a quad that is no quad.
[[nodiscard]] Result<QImage> applyEdits(const QImage& picture, const dossier::PageEdits& edits);

/// Black and white of a grey picture that was black and white before it was resampled: half way between is
/// the edge.
QImage toBilevel(const QImage& grey);

} // namespace sohoa::imaging
