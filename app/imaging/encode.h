// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QImage>

/// Pictures to bytes, in memory. Any thread. Errors: InvalidArgument (no picture, another format), Internal.
namespace sohoa::imaging {

/// A JPEG (JFIF) with the resolution in it: one component for Format_Grayscale8, else YCbCr 4:2:0.
/// @param quality 1..100  @param dpi 0 writes none
[[nodiscard]] Result<QByteArray> encodeJpeg(const QImage& image, int quality, double dpi);

/// A PNG with the resolution in it.
[[nodiscard]] Result<QByteArray> encodePng(const QImage& image, double dpi);

/// A one-page TIFF, Group 4 (ITU-T T.6). @param mono Format_Mono
[[nodiscard]] Result<QByteArray> encodeG4Tiff(const QImage& mono, double dpi);

/// The Group 4 data alone, all rows in one piece, most significant bit first, black as T.6 has it: for a PDF
/// stream with /CCITTFaxDecode, /K -1, /Columns width, /Rows height and the default /BlackIs1 false (ISO
/// 32000-1, 7.4.6).
/// @param mono Format_Mono
[[nodiscard]] Result<QByteArray> encodeG4(const QImage& mono);

/// Black and white by what is clearly darker than the paper around it. @param grey Format_Grayscale8
/// @return Format_Mono, colour table black, white
[[nodiscard]] Result<QImage> toBilevel(const QImage& grey);

} // namespace sohoa::imaging
