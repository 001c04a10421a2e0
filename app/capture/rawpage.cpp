// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/rawpage.h"

#include <QBuffer>

#include <cstring>

namespace sohoa::capture {

namespace {

constexpr double inchesPerMetre = 1000 / 25.4;

QImage::Format formatFor(const RawPage& raw)
{
    if (raw.bitsPerSample == 1) {
        return QImage::Format_Mono;
    }
    return raw.channels == 3 ? QImage::Format_RGB888 : QImage::Format_Grayscale8;
}

} // namespace

Result<RawPicture> pictureFrom(const RawPage& raw)
{
    const bool known =
        (raw.bitsPerSample == 1 && raw.channels == 1) ||
        ((raw.bitsPerSample == 8 || raw.bitsPerSample == 16) && (raw.channels == 1 || raw.channels == 3));
    const qint64 needed = (static_cast<qint64>(raw.width) * raw.channels * raw.bitsPerSample + 7) / 8;
    if (!known || raw.width < 1 || raw.bytesPerLine < needed) {
        return failure(ErrorCode::ScannerFailed,
                       QStringLiteral("a page of %1 pixels a line, %2 x %3 bits in %4 bytes")
                           .arg(raw.width)
                           .arg(raw.channels)
                           .arg(raw.bitsPerSample)
                           .arg(raw.bytesPerLine));
    }
    const qint64 came = raw.data.size() / raw.bytesPerLine;
    const int lines = static_cast<int>(raw.lines >= 0 ? std::min<qint64>(came, raw.lines) : came);
    if (lines < 1) {
        return failure(ErrorCode::ScannerFailed, QStringLiteral("a page without a line"));
    }
    RawPicture picture{QImage(raw.width, lines, formatFor(raw)), raw.lines >= 0 && lines < raw.lines};
    if (picture.image.isNull()) {
        return failure(ErrorCode::ScannerFailed, QStringLiteral("no memory for a page"));
    }
    if (raw.bitsPerSample == 1) {
        picture.image.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    }
    for (int row = 0; row < lines; ++row) {
        const char* in = raw.data.constData() + static_cast<qint64>(row) * raw.bytesPerLine;
        uchar* out = picture.image.scanLine(row);
        if (raw.bitsPerSample == 16) {
            for (int sample = 0; sample < raw.width * raw.channels; ++sample) {
                quint16 level = 0;
                std::memcpy(&level, in + static_cast<std::ptrdiff_t>(2) * sample, sizeof level);
                out[sample] = static_cast<uchar>(level >> 8);
            }
        } else {
            std::memcpy(out, in, static_cast<std::size_t>(needed));
        }
    }
    if (raw.dpi > 0) {
        picture.image.setDotsPerMeterX(qRound(raw.dpi * inchesPerMetre));
        picture.image.setDotsPerMeterY(qRound(raw.dpi * inchesPerMetre));
    }
    return picture;
}

Result<QByteArray> encodePng(const QImage& image)
{
    // Qt turns quality into the effort of compression; more of it costs seconds and saves little on a scan's
    // noise.
    constexpr int quick = 90;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG", quick)) {
        return failure(ErrorCode::ScannerFailed, QStringLiteral("a page could not be encoded"));
    }
    return bytes;
}

} // namespace sohoa::capture
