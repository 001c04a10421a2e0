// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/scanner.h"

#include <QImage>

namespace sohoa::capture {

/// Lines of samples as a scanner's driver gives them.
struct RawPage
{
    int width = 0;        ///< pixels
    int bytesPerLine = 0; ///< may be more than the pixels need
    int channels = 1;     ///< 1 grey, 3 red green blue interleaved
    int bitsPerSample =
        8; ///< 1 (a set bit is black, first pixel in the highest bit), 8, 16 (in the machine's order)
    int lines = -1; ///< promised; -1 when the device did not know
    double dpi = 0;
    QByteArray data = {};
};

/// Whole lines of the data as a picture, `incomplete` when fewer came than were promised.
struct RawPicture
{
    QImage image;
    bool incomplete = false;
};

/// ScannerFailed when not even one line came or the layout makes no sense.
[[nodiscard]] Result<RawPicture> pictureFrom(const RawPage& raw);

/// The picture as a PNG without loss, resolution included. ScannerFailed when memory runs out.
[[nodiscard]] Result<QByteArray> encodePng(const QImage& image);

} // namespace sohoa::capture
