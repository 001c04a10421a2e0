// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/photo.h"

#include "capture/pngstream.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>
#include <array>

namespace sohoa::capture {

namespace {

constexpr qint64 mostPixels = 200'000'000; // as where pages are decoded
constexpr double metresPerInch = 0.0254;

Status checkSize(const QSize& size)
{
    if (size.isEmpty()) {
        return failure(ErrorCode::ImageTooSmall, QStringLiteral("a picture without a pixel"));
    }
    return static_cast<qint64>(size.width()) * size.height() <= mostPixels
               ? Status()
               : failure(ErrorCode::ImageTooLarge, QStringLiteral("a picture of too many pixels"));
}

} // namespace

bool isHeif(QByteArrayView bytes)
{
    // The box begins with its length; "mif1" is written by others than phones as well.
    if (bytes.size() < 12 || bytes.sliced(4, 4) != QByteArrayView("ftyp")) {
        return false;
    }
    constexpr std::array brands = {"heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"};
    return std::any_of(brands.begin(), brands.end(),
                       [&bytes](const char* brand) { return bytes.sliced(8, 4) == QByteArrayView(brand); });
}

bool canOpenHeif()
{
    const QList<QByteArray> formats = QImageReader::supportedImageFormats();
    return formats.contains("heic") || formats.contains("heif");
}

Result<QByteArray> keepableFormat(const QByteArray& bytes)
{
    if (!isHeif(bytes)) {
        return bytes;
    }
    if (!canOpenHeif()) {
        return failure(ErrorCode::FormatNotInstalled, QStringLiteral("no reader for HEIF"));
    }
    QBuffer buffer;
    buffer.setData(bytes);
    if (!buffer.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::Internal, QStringLiteral("a buffer that does not open"));
    }
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    if (reader.size().isValid()) {
        SOHOA_TRY(checkSize(reader.size()));
    }
    const QImage image = reader.read();
    if (image.isNull()) {
        return failure(ErrorCode::ImageDamaged, reader.errorString());
    }
    return pngOf(image);
}

Result<QByteArray> pngOf(const QImage& image)
{
    SOHOA_TRY(checkSize(image.size()));
    const bool isGrey = image.isGrayscale();
    QImage lines = image;
    if (image.hasAlphaChannel()) {
        // Paper is white where a picture is transparent.
        QImage paper(image.size(), QImage::Format_RGB32);
        if (paper.isNull()) {
            return failure(ErrorCode::ImageTooLarge, QStringLiteral("no memory for a picture"));
        }
        paper.fill(Qt::white);
        const QImage above = image.convertToFormat(QImage::Format_ARGB32);
        for (int row = 0; row < above.height(); ++row) {
            const auto* in = reinterpret_cast<const QRgb*>(above.constScanLine(row));
            auto* out = reinterpret_cast<QRgb*>(paper.scanLine(row));
            for (int column = 0; column < above.width(); ++column) {
                const int alpha = qAlpha(in[column]);
                const auto over = [alpha](int level) { return (level * alpha + 255 * (255 - alpha)) / 255; };
                out[column] = qRgb(over(qRed(in[column])), over(qGreen(in[column])), over(qBlue(in[column])));
            }
        }
        lines = paper;
    }
    lines = lines.convertToFormat(isGrey && !image.hasAlphaChannel() ? QImage::Format_Grayscale8
                                                                     : QImage::Format_RGB888);
    if (lines.isNull()) {
        return failure(ErrorCode::ImageTooLarge, QStringLiteral("no memory for a picture"));
    }
    QByteArray body;
    const int channels = lines.format() == QImage::Format_RGB888 ? 3 : 1;
    SOHOA_ASSIGN(PngStream png, PngStream::begin({lines.width(), static_cast<int>(lines.bytesPerLine()),
                                                  channels, 8, image.dotsPerMeterX() * metresPerInch},
                                                 [&body](QByteArrayView bytes) {
                                                     body.append(bytes);
                                                     return Status();
                                                 }));
    for (int row = 0; row < lines.height(); ++row) {
        SOHOA_TRY(png.add(QByteArrayView(lines.constScanLine(row), lines.bytesPerLine())));
    }
    SOHOA_TRY(png.finish());
    return png.head(png.lines()) + body;
}

} // namespace sohoa::capture
