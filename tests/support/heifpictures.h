// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QImage>

namespace sohoa::test {

/// What a phone writes beside the picture.
struct HeifTurns
{
    int prescribed = 1; ///< by the file itself ("irot", "imir"), 1..8 as in Exif
    int described = 0;  ///< by an Exif block, 1..8; 0: no such block
};

/// A photo as a phone makes it (HEVC in HEIF). Empty where the library has no encoder.
QByteArray heifPhoto(const QImage& image, const HeifTurns& turns = {});

} // namespace sohoa::test
