// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArrayView>

namespace sohoa::pdf {

/// What the markers of a JPEG file say.
struct JpegHeader
{
    /// What the samples mean, by the rules of the JFIF and Adobe markers.
    enum class Colour
    {
        Grey,
        YCbCr,
        Rgb,
        FourComponents, ///< CMYK or YCCK
        Unclear,        ///< markers contradict each other, or two components
    };
    int width = 0;  ///< samples
    int height = 0; ///< samples
    int components = 0;
    int bits = 0; ///< a sample
    bool progressive = false;
    Colour colour = Colour::Unclear;
    bool adobeMarker = false;
    bool jfifMarker = false;
    bool ended = false; ///< an end-of-image marker is there; without it the data stopped short

    bool operator==(const JpegHeader&) const = default;
};

/// Reads the markers of a JPEG file from start to end without decoding it (ITU-T T.81, annex B).
/// @return ImageDamaged when it is no JPEG or a marker is wrong, ImageTruncated when it ends before its first
/// scan,
///         Unsupported for lossless, arithmetic or hierarchical coding and for a height that comes after the
///         data.
/// Any thread.
[[nodiscard]] Result<JpegHeader> readJpegHeader(QByteArrayView bytes);

} // namespace sohoa::pdf
