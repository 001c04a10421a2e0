// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Private to app/pdf: what a page of any PDF shows, as far as pictures are concerned.
#pragma once

#include "pdf/qpdfaccess_p.h"

#include <QTransform>

namespace sohoa::pdf {

/// A picture that a page draws.
struct DrawnImage
{
    QPDFObjectHandle image;
    QTransform placement; ///< from the unit square to points, as PDF's matrix
    QRectF shown;         ///< where it lies on the page after clipping, in points
    bool isPlain = false; ///< opaque, upright or in quarter turns, not mirrored, not cut by a clip
    int turn = 0;         ///< 0, 90, 180, 270 clockwise, when plain

    /// Dots an inch along the picture's own width and height; `unit` is the page's UserUnit.
    [[nodiscard]] double dpiAcross(double unit) const;
    [[nodiscard]] double dpiDown(double unit) const;
};

/// What is left visible on a page.
struct PageMarks
{
    std::vector<DrawnImage> images; ///< not hidden by a later picture that fills the page
    bool otherMarks = false;        ///< visible text, lines, shadings, inline pictures, annotations
};

/// Follows the content of a page through its form XObjects. Invisible text (render mode 3) is no mark, and
/// what a later opaque picture of the whole page hides is none either.
/// @return ImageTooLarge when the page, with its forms unfolded, has more than 64 MB of content: such a page
/// could
///         keep a renderer busy for hours; the same for forms nested deeper than 28.
/// Throws what qpdf throws: call within guarded().
[[nodiscard]] Result<PageMarks> readMarks(const PageNode& page, const StopToken& stop);

/// Whether `part` covers `whole` but for 2 % of its sides and hangs over by no more than that.
bool fills(const QRectF& part, const QRectF& whole);

} // namespace sohoa::pdf
