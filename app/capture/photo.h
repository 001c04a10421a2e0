// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QImage>

namespace sohoa::capture {

/// Whether the bytes are a HEIF picture (ISO/IEC 23008-12: "ftyp" with one of its brands), as phones make
/// them.
bool isHeif(QByteArrayView bytes);

/// Whether this computer can open those: Qt finds a reader for them among its plug-ins.
bool canOpenHeif();

/// The bytes of an import in a format the program keeps. JPEG, PNG, TIFF and PDF come back as they are (a
/// JPEG's turn is read from its Exif block where pages are taken in); a HEIF photo becomes a PNG, upright,
/// without loss, where the computer has a reader for it. Any thread.
/// Errors: FormatNotInstalled without such a reader, ImageDamaged, ImageTooLarge above 200 million pixels.
[[nodiscard]] Result<QByteArray> keepableFormat(const QByteArray& bytes);

/// A picture of the clipboard as a PNG without loss. ImageTooSmall for an empty one, ImageTooLarge.
[[nodiscard]] Result<QByteArray> pngOf(const QImage& image);

} // namespace sohoa::capture
