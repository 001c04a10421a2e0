// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/decode.h"

/// The decoders behind decode.h; only decode.cpp calls them. Each takes bytes whose first ones were
/// seen to be its own, and ends every exception or long jump of its library inside itself.
namespace sohoa::imaging {

/// How much of a picture is wanted.
enum class Want
{
    Full,
    Luminance
};

[[nodiscard]] Result<PictureInfo> probeJpeg(QByteArrayView bytes);
/// @param minSide the result's longer side may be as small as this (scaled by 1/2, 1/4, 1/8); 0: full size
[[nodiscard]] Result<Picture> decodeJpeg(QByteArrayView bytes, Want want, int minSide);

[[nodiscard]] Result<PictureInfo> probePng(QByteArrayView bytes);
[[nodiscard]] Result<Picture> decodePng(QByteArrayView bytes, Want want);

[[nodiscard]] Result<std::vector<PictureInfo>> probeTiff(QByteArrayView bytes);
[[nodiscard]] Result<Picture> decodeTiff(QByteArrayView bytes, int index, Want want);

/// Of a file with several pictures the one that the phone shows. Size and picture are those with the turns
/// that the file prescribes (ISO/IEC 23008-12, sections 6.5.9 to 6.5.12); what its Exif block says of a turn
/// only describes and does not count (annex A.2.1). FormatNotInstalled where there is no reader.
[[nodiscard]] Result<PictureInfo> probeHeif(QByteArrayView bytes);
[[nodiscard]] Result<Picture> decodeHeif(QByteArrayView bytes, Want want);

/// ImageDamaged for sides below one pixel, ImageTooLarge above maxPixels.
[[nodiscard]] Status checkSize(qint64 width, qint64 height);
/// The dpi of both axes as PictureInfo::dpi defines it.
double plausibleDpi(double x, double y, int width, int height);
/// Degrees clockwise for an Exif orientation 1..8.
int turnOfOrientation(int orientation);
/// The grey of a colour, ITU-R BT.601.
inline uchar luma(int red, int green, int blue)
{
    return static_cast<uchar>((19595 * red + 38470 * green + 7471 * blue + 32768) >> 16);
}

} // namespace sohoa::imaging
