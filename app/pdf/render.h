// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QImage>

namespace sohoa::pdf {

/// How large a page is drawn: either at `dpi`, or so that its longer side has `longestSide` pixels.
struct RenderSize
{
    double dpi = 0;      ///< dots an inch; used when more than 0
    int longestSide = 0; ///< pixels; used when dpi is 0
};

/// No picture of a page is made larger than this, in pixels.
constexpr qint64 mostRenderedPixels = 100'000'000;

/// Draws one page as a reader would see it, for the viewer and for thumbnails: RGB32 on white, with
/// annotations. The same bytes and size give the same picture.
/// @param index  from 0
/// @return InvalidArgument for an index or size out of range, PdfDamaged, PdfEncrypted, ImageTooLarge above
///         mostRenderedPixels.
/// Any thread, but one at a time in the whole process: others wait.
[[nodiscard]] Result<QImage> renderPage(const QByteArray& pdf, int index, const RenderSize& size);

} // namespace sohoa::pdf
