// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "dossier/findings.h"

#include <QImage>

namespace sohoa::barcode {

/// How hard to look.
struct ReadOptions
{
    /// Spend up to about a second on a page: every step, also Data Matrix. For a clerk who asks "look again".
    bool thorough = false;
    /// The page should hold a code (a separator sheet, a card): when none was found the whole page is
    /// searched again at full size and sharpened.
    bool expectCode = false;

    bool operator==(const ReadOptions&) const = default;
};

/// Finds every QR code and Code 128 on a page (with `thorough` Data Matrix too), at any angle.
///
/// Nothing is guessed: a QR code must pass its own error correction, a Code 128 its check symbol in at least
/// three rows and hold four characters or more. A wrong number is worse than none.
///
/// @param page  8-bit grey (QImage::Format_Grayscale8), full size, any orientation; modules from about 2.5
/// pixels
/// @return codes from top to bottom, corners in pixels of `page` clockwise from the code's own top left. Two
/// codes
///         with the same text at two places are two codes. The text is what the code says, control characters
///         included, in NFC. Bytes without a declared character set are UTF-8 when they can be.
/// Errors: InvalidArgument when page is not 8-bit grey, ImageTooLarge over 32,000 pixels a side, Cancelled.
/// Any thread. Cost of a page without codes: about a quarter of decoding its JPEG.
[[nodiscard]] Result<std::vector<dossier::Code>>
readCodes(const QImage& page, const ReadOptions& options = {}, const StopToken& stop = {});
/// The same, for a caller who has the page at half the size already.
/// @param half `halved` (filters.h) of page
[[nodiscard]] Result<std::vector<dossier::Code>> readCodesByHalf(const QImage& page, const QImage& half,
                                                                 const ReadOptions& options = {},
                                                                 const StopToken& stop = {});

} // namespace sohoa::barcode
