// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/encode.h"

#include "imaging/ink.h"
#include "imaging/jpegencoding.h"
#include "imaging/tiffmemory.h"

#include <QBuffer>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace sohoa::imaging {

namespace {

bool compress(Encoding& encoding, const uchar* bits, qsizetype stride, const JpegSettings& settings)
{
    installErrors(encoding);
    if (setjmp(encoding.escape) != 0) {
        return false;
    }
    prepare(encoding, settings,
            settings.grey                     ? JCS_GRAYSCALE
            : Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? JCS_EXT_BGRX
                                              : JCS_EXT_XRGB,
            settings.grey ? 1 : 4);
    jpeg_start_compress(&encoding.codec, TRUE);
    while (encoding.codec.next_scanline < encoding.codec.image_height) {
        // libjpeg reads its input only, but its type is not const
        JSAMPROW row =
            const_cast<JSAMPROW>(bits + stride * static_cast<qsizetype>(encoding.codec.next_scanline));
        jpeg_write_scanlines(&encoding.codec, &row, 1);
    }
    jpeg_finish_compress(&encoding.codec);
    return true;
}

/// The picture as Format_Mono with ones for black, as T.6 counts.
Result<QImage> blackAsOne(const QImage& mono)
{
    if (mono.isNull() || mono.format() != QImage::Format_Mono) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("not a bilevel picture"));
    }
    QImage image = mono;
    const QList<QRgb> table = mono.colorTable();
    if (table.size() < 2 || qGray(table[1]) >= qGray(table[0])) {
        image.invertPixels();
    }
    return image;
}

Result<QByteArray> writeG4(const QImage& mono, double dpi)
{
    SOHOA_ASSIGN(const QImage image, blackAsOne(mono));
    TiffWriter writer;
    TIFF* tiff = writer.handle();
    if (tiff == nullptr) {
        return failure(ErrorCode::Internal, QStringLiteral("no TIFF writer"));
    }
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, static_cast<uint32_t>(image.width()));
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, static_cast<uint32_t>(image.height()));
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 1);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
    TIFFSetField(tiff, TIFFTAG_FILLORDER, FILLORDER_MSB2LSB);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, static_cast<uint32_t>(image.height()));
    if (dpi > 0) {
        TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
        TIFFSetField(tiff, TIFFTAG_XRESOLUTION, dpi);
        TIFFSetField(tiff, TIFFTAG_YRESOLUTION, dpi);
    }
    QByteArray row(image.bytesPerLine(), '\0');
    for (int y = 0; y < image.height(); ++y) {
        std::copy_n(reinterpret_cast<const char*>(image.constScanLine(y)), image.bytesPerLine(), row.data());
        if (TIFFWriteScanline(tiff, row.data(), static_cast<uint32_t>(y), 0) != 1) {
            return failure(ErrorCode::Internal, QStringLiteral("Group 4 encoder failed in row %1").arg(y));
        }
    }
    return writer.finish();
}

} // namespace

Result<QByteArray> encodeJpeg(const QImage& image, int quality, double dpi)
{
    if (image.isNull() || quality < 1 || quality > 100) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("no picture, or quality %1").arg(quality));
    }
    const bool grey = image.format() == QImage::Format_Grayscale8;
    const QImage source = grey || image.format() == QImage::Format_RGB32 ? image
                          : image.format() == QImage::Format_Mono
                              ? image.convertToFormat(QImage::Format_Grayscale8)
                              : image.convertToFormat(QImage::Format_RGB32);
    Encoding encoding{};
    const bool done = compress(
        encoding, source.constBits(), source.bytesPerLine(),
        {source.width(), source.height(), source.format() == QImage::Format_Grayscale8, quality, dpi});
    jpeg_destroy_compress(&encoding.codec);
    const QByteArray bytes = done ? QByteArray(reinterpret_cast<const char*>(encoding.bytes),
                                               static_cast<qsizetype>(encoding.size))
                                  : QByteArray();
    std::free(encoding.bytes); // jpeg_mem_dest allocates with malloc
    if (bytes.isEmpty()) {
        return failure(ErrorCode::Internal, QStringLiteral("JPEG encoder failed"));
    }
    return bytes;
}

Result<QByteArray> encodePng(const QImage& image, double dpi)
{
    if (image.isNull()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("no picture"));
    }
    QImage source = image;
    if (dpi > 0) {
        const int dotsPerMetre = static_cast<int>(std::lround(dpi / 0.0254));
        source.setDotsPerMeterX(dotsPerMetre);
        source.setDotsPerMeterY(dotsPerMetre);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !source.save(&buffer, "PNG")) {
        return failure(ErrorCode::Internal, QStringLiteral("PNG encoder failed"));
    }
    return bytes;
}

Result<QByteArray> encodeG4Tiff(const QImage& mono, double dpi)
{
    return writeG4(mono, dpi);
}

Result<QByteArray> encodeG4(const QImage& mono)
{
    SOHOA_ASSIGN(const QByteArray tiff, writeG4(mono, 0));
    const TiffReader reader(tiff);
    if (reader.handle() == nullptr || TIFFNumberOfStrips(reader.handle()) != 1) {
        return failure(ErrorCode::Internal, QStringLiteral("Group 4 data not in one piece"));
    }
    QByteArray strip(static_cast<qsizetype>(TIFFRawStripSize(reader.handle(), 0)), '\0');
    if (TIFFReadRawStrip(reader.handle(), 0, strip.data(), strip.size()) != strip.size()) {
        return failure(ErrorCode::Internal, QStringLiteral("Group 4 data could not be read back"));
    }
    return strip;
}

Result<QImage> toBilevel(const QImage& grey)
{
    if (grey.format() != QImage::Format_Grayscale8) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("not an 8-bit grey picture"));
    }
    // Levels are needed every few millimetres only: a quarter of the resolution will do.
    const int scale = std::min({4, grey.width(), grey.height()});
    const Plane small = reduced(grey, 300, scale);
    const PaperLevel paper(small, spansOf(small, {}, 0));
    constexpr int inkBelow =
        255 * 68 / 100; // of the paper's level: keeps grey print, drops what shines through
    QImage mono(grey.size(), QImage::Format_Mono);
    if (mono.isNull()) {
        return failure(ErrorCode::ImageTooLarge, QStringLiteral("no memory for the picture"));
    }
    mono.setColorTable({qRgb(0, 0, 0), qRgb(255, 255, 255)});
    std::vector<std::uint16_t> factors(static_cast<std::size_t>(small.width));
    // One factor a pixel of the full size, and whole bytes of eight
    std::vector<std::uint16_t> wide(static_cast<std::size_t>(grey.width() + 8), std::uint16_t{256});
    std::vector<uchar> light(wide.size());
    for (int y = 0; y < grey.height(); ++y) {
        if (y % scale == 0 && y / scale < small.height) {
            paper.row(y / scale, factors);
            for (int x = 0; x < grey.width(); ++x) {
                wide[static_cast<std::size_t>(x)] =
                    factors[static_cast<std::size_t>(std::min(x / scale, small.width - 1))];
            }
        }
        const uchar* from = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x) {
            const auto level = static_cast<std::uint16_t>(
                (static_cast<unsigned>(from[x] << 8) * wide[static_cast<std::size_t>(x)]) >> 16);
            light[static_cast<std::size_t>(x)] = level >= inkBelow ? 1 : 0;
        }
        uchar* to = mono.scanLine(y);
        for (int x = 0; x < grey.width(); x += 8) {
            unsigned byte = 0;
            for (int i = 0; i < 8; ++i) {
                byte = byte * 2 + light[static_cast<std::size_t>(x + i)];
            }
            to[x / 8] = static_cast<uchar>(byte);
        }
    }
    return mono;
}

} // namespace sohoa::imaging
