// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace sohoa::imaging {

/// The few things we want of a JPEG's Exif block.
struct Exif
{
    int orientation = 1; ///< 1..8
    double xDpi = 0;     ///< 0 when not said
    double yDpi = 0;
};

/// Reads the first image directory of an APP1 segment ("Exif\0\0" and a TIFF structure; Exif 2.32,
/// section 4.5). Never fails: what is damaged is as if not there.
Exif readExif(QByteArrayView segment);

} // namespace sohoa::imaging
