// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "dossier/page.h"

#include <QImage>

namespace sohoa::imaging {

/// The picture a paper is made of: the page as scanned with its edits. The page itself stays as it is.
/// Turns of 90 degrees move pixels and change none; so does a crop without deskewing. Deskewing and cropping
/// are done in one step (cubic; the picture is sampled once). A crop keeps the box its corners have after
/// deskewing, and what lies outside of the sheet or of the picture gets the colour of the nearest paper: no
/// bed and no black border is left. A crop whose opposite sides converge by more than a degree is a
/// photographed sheet: its corners become those of a rectangle. Before all that, punched holes get the colour
/// of the paper around them, and whitening makes bare paper white (see retouch). `mode` is not looked at.
/// @param page  as scanned: Format_RGB32, Format_Grayscale8 or Format_Mono; others are converted to RGB32.
///              Format_Mono is worked on row by row and cut at half of the brightness, so that strokes keep
///              their width.
/// @return the same format as `page`. Errors: InvalidArgument (no picture, turn not a multiple of 90, deskew
///         beyond 45 degrees, a crop without area), ImageTooLarge, Cancelled. Any thread. For JPEG to JPEG
///         use editJpeg, which costs a third of decoding, this and encoding.
[[nodiscard]] Result<QImage> applyEdits(const QImage& page, const dossier::PageEdits& edits,
                                        const StopToken& stop = {});

/// What may be done to pages where the program is sure. The defaults are what is done when nobody chose.
struct Cleaning
{
    bool turn = true;
    bool deskew = true;
    bool crop = true;    ///< cut to the sheet
    bool borders = true; ///< what is outside of the sheet becomes paper
    bool punchHoles = true;
    bool whiten = false;
    bool chooseMode = false; ///< the paper keeps colours only where there are any

    bool operator==(const Cleaning&) const = default;
};

/// What the findings of a page suggest: undo the orientation; deskew when sure and by more than 0.1 degree
/// (below it nobody sees a difference and the pixels stay sharp); crop to the sheet when a bed is seen; fill
/// punched holes when sure; and what `cleaning` asks for besides. Nothing for a blank page.
dossier::PageEdits suggestEdits(const dossier::PageFindings& findings, const Cleaning& cleaning = {});

} // namespace sohoa::imaging
