// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/page.h"

#include <QImage>

namespace sohoa::imaging {

/// The picture a paper is made of: the page as scanned with its edits. The page itself stays as it is.
/// Turns of 90 degrees move pixels and change none. Deskewing and cropping are done in one step (bilinear;
/// the picture is sampled once), and what comes from outside the picture gets the paper's colour of the
/// nearest place. A crop whose four corners form, after turn and deskew, an upright quadrilateral (within
/// half a degree a side, or a photographed sheet whose sides converge) becomes a rectangle; a crop that the
/// deskewing leaves aslant keeps its bounding box.
/// @param page  as scanned: Format_RGB32, Format_Grayscale8 or Format_Mono; others are converted to RGB32
/// @return the same format as `page`. Errors: InvalidArgument (no picture, turn not a multiple of 90, deskew
/// beyond 45
///         degrees, a crop without area), ImageTooLarge (no memory). Any thread; about 0.1 s for A4 at 300
///         dpi.
[[nodiscard]] Result<QImage> applyEdits(const QImage& page, const dossier::PageEdits& edits);

/// What the findings of a page suggest: undo the orientation; deskew when sure and by more than 0.1 degree
/// (below it nobody sees a difference and the pixels stay sharp); crop to the sheet when a bed is seen.
/// Nothing for a blank page.
dossier::PageEdits suggestEdits(const dossier::PageFindings& findings);

} // namespace sohoa::imaging
