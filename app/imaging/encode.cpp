// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/encode.h"

#include "imaging/tiffmemory.h"

#include <QBuffer>
#include <QImageWriter>

#include <algorithm>
#include <cmath>

namespace sohoa::imaging {

namespace {

QImage withResolution(const QImage& picture, double dpi)
{
    constexpr double inchesPerMetre = 1 / 0.0254;
    QImage marked = picture;
    const int dotsPerMetre = static_cast<int>(std::lround(dpi * inchesPerMetre));
    marked.setDotsPerMeterX(dotsPerMetre);
    marked.setDotsPerMeterY(dotsPerMetre);
    return marked;
}

Result<QByteArray> writeWith(QImageWriter& writer, QBuffer& buffer, const QImage& picture)
{
    if (!writer.write(picture)) {
        return failure(ErrorCode::Internal, writer.errorString());
    }
    return buffer.data();
}

} // namespace

Result<QByteArray> encodeJpeg(const QImage& picture, int quality, double dpi)
{
    if (picture.isNull() || quality < 1 || quality > 100 || !(dpi > 0)) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("picture, quality or resolution"));
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    writer.setOptimizedWrite(true);
    return writeWith(writer, buffer, withResolution(picture, dpi));
}

Result<QByteArray> encodePng(const QImage& picture, double dpi)
{
    if (picture.isNull() || !(dpi > 0)) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("picture or resolution"));
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    return writeWith(writer, buffer, withResolution(picture, dpi));
}

Result<QByteArray> encodeG4(const QImage& bilevel)
{
    if (bilevel.isNull() || bilevel.depth() != 1) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("not a bilevel picture"));
    }
    const QImage mono = bilevel.convertToFormat(QImage::Format_Mono);
    const bool zeroIsInk = qGray(mono.color(0)) < qGray(mono.color(1));
    TiffWriter writer;
    TIFF* tiff = writer.handle();
    if (tiff == nullptr) {
        return failure(ErrorCode::Internal, QStringLiteral("libtiff does not open"));
    }
    const auto width = static_cast<uint32_t>(mono.width());
    const auto height = static_cast<uint32_t>(mono.height());
    bool written = TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, width) == 1 &&
                   TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, height) == 1 &&
                   TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 1) == 1 &&
                   TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1) == 1 &&
                   TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, height) == 1 &&
                   TIFFSetField(tiff, TIFFTAG_FILLORDER, FILLORDER_MSB2LSB) == 1 &&
                   TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE) == 1 &&
                   TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4) == 1;
    const auto rowBytes = static_cast<std::size_t>((mono.width() + 7) / 8);
    std::vector<uchar> row(rowBytes);
    for (int y = 0; written && y < mono.height(); ++y) {
        const uchar* from = mono.constScanLine(y);
        std::transform(from, from + rowBytes, row.begin(),
                       [zeroIsInk](uchar byte) { return static_cast<uchar>(zeroIsInk ? ~byte : byte); });
        written = TIFFWriteScanline(tiff, row.data(), static_cast<uint32_t>(y), 0) == 1;
    }
    const QByteArray file = writer.finish();
    TiffReader reader(file);
    if (!written || reader.handle() == nullptr || TIFFNumberOfStrips(reader.handle()) != 1) {
        return failure(ErrorCode::Internal, QStringLiteral("libtiff did not encode"));
    }
    QByteArray strip(static_cast<qsizetype>(TIFFRawStripSize64(reader.handle(), 0)), '\0');
    if (TIFFReadRawStrip(reader.handle(), 0, strip.data(), strip.size()) != strip.size()) {
        return failure(ErrorCode::Internal, QStringLiteral("libtiff did not encode"));
    }
    return strip;
}

} // namespace sohoa::imaging
