// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/page.h"

#include <QByteArrayView>
#include <QImage>

#include <vector>

/// Pictures from bytes nobody vouches for. Everything here may be called from any thread, blocks for the time
/// of the decoding only, and never takes memory that was not first checked against `maxPixels`.
namespace sohoa::imaging {

/// More pixels than any sheet on a desk has: A3 at 600 dpi is 70 million. Above it nothing is decoded.
inline constexpr qint64 maxPixels = 200'000'000;
/// Pictures in one file; a feeder holds 200 sheets.
inline constexpr int maxPictures = 2000;

/// What a file says of one of its pictures.
struct PictureInfo
{
    dossier::PageFormat format = dossier::PageFormat::Jpeg;
    int width = 0;  ///< pixels as stored
    int height = 0; ///< pixels as stored
    /// Dots an inch: the mean of both axes when they differ by less than 2 %, else 0. Also 0 when the file
    /// does not say, or says what no scanner of ours can have done (a phone's "72 dpi" makes a page a metre
    /// wide).
    double dpi = 0;
    /// One component is grey, one bit is bilevel, everything else colour, even when all its pixels are grey.
    dossier::ColourMode mode = dossier::ColourMode::Colour;
    /// Degrees clockwise that make it upright, by the orientation a camera noted (Exif 2.32, tag 274;
    /// TIFF 6.0, Orientation). Mirrored orientations count as 0: no camera writes them. 0 for HEIF, whose
    /// decoder turns by what the file prescribes.
    int exifTurn = 0;

    bool operator==(const PictureInfo&) const = default;
};

/// A decoded picture, as stored (exifTurn not applied).
struct Picture
{
    /// decodeFull: Format_RGB32 (colour; transparent parts over white), Format_Grayscale8 or Format_Mono
    /// (colour table black and white). decodeThumbnail: Format_RGB32 or Format_Grayscale8.
    QImage image;
    /// The data stopped short or was broken inside. What could be read is there, the rest is white. Such a
    /// page is kept and marked, and never passed off as good.
    bool truncated = false;
};

/// The brightness of a decoded picture.
struct Luminance
{
    QImage grey; ///< Format_Grayscale8, full size; ITU-R BT.601 weights
    bool truncated = false;
};

/// Whether the bytes are a PDF, which is not for this folder. ("%PDF-" in the first KiB, ISO 32000-1 annex
/// H.3.4.2.)
bool looksLikePdf(QByteArrayView bytes);

/// Whether this program opens the HEIC photos of phones on this computer.
bool canDecodeHeif();

/// What pictures a JPEG, PNG, TIFF or HEIF holds, by its content and not its name; nothing is decoded. One
/// entry a page. Errors: FileEmpty, FormatUnknown (also for PDF), FormatNotInstalled (HEIF where it cannot be
/// opened), ImageTooLarge, ImageDamaged, ImageTruncated (not even a header).
[[nodiscard]] Result<std::vector<PictureInfo>> probe(QByteArrayView bytes);

/// The brightness at full size: of a JPEG only that component is decoded. `index` as in probe's answer.
/// Errors: those of probe, and InvalidArgument when there is no such picture.
[[nodiscard]] Result<Luminance> decodeLuminance(QByteArrayView bytes, int index = 0);

/// Everything at full size. Errors: as decodeLuminance.
[[nodiscard]] Result<Picture> decodeFull(QByteArrayView bytes, int index = 0);

/// A small picture whose longer side is at most `maxSide` pixels; of a JPEG by its scaled inverse transform.
/// Errors: as decodeLuminance.
[[nodiscard]] Result<Picture> decodeThumbnail(QByteArrayView bytes, int index, int maxSide);

} // namespace sohoa::imaging
