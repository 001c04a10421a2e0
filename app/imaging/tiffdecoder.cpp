// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/decoders.h"
#include "imaging/tiffmemory.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace sohoa::imaging {

namespace {

template<typename T>
T field(TIFF* tiff, uint32_t tag, T fallback)
{
    T value = fallback;
    return TIFFGetFieldDefaulted(tiff, tag, &value) == 1 ? value : fallback;
}

PictureInfo infoOf(TIFF* tiff)
{
    PictureInfo info;
    info.format = dossier::PageFormat::Tiff;
    info.width =
        static_cast<int>(std::min<uint32_t>(field<uint32_t>(tiff, TIFFTAG_IMAGEWIDTH, 0), 0x7FFFFFFF));
    info.height =
        static_cast<int>(std::min<uint32_t>(field<uint32_t>(tiff, TIFFTAG_IMAGELENGTH, 0), 0x7FFFFFFF));
    const auto bits = field<uint16_t>(tiff, TIFFTAG_BITSPERSAMPLE, 1);
    const auto samples = field<uint16_t>(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    const auto photometric = field<uint16_t>(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
    const bool palette = photometric == PHOTOMETRIC_PALETTE;
    info.mode = samples == 1 && bits == 1 && !palette ? dossier::ColourMode::Bilevel
                : samples <= 2 && !palette            ? dossier::ColourMode::Grey
                                                      : dossier::ColourMode::Colour;
    const auto unit = field<uint16_t>(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
    const double factor = unit == RESUNIT_CENTIMETER ? 2.54 : 1.0;
    if (unit != RESUNIT_NONE) {
        info.dpi = plausibleDpi(double(field<float>(tiff, TIFFTAG_XRESOLUTION, 0)) * factor,
                                double(field<float>(tiff, TIFFTAG_YRESOLUTION, 0)) * factor, info.width,
                                info.height);
    }
    info.exifTurn = turnOfOrientation(field<uint16_t>(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT));
    return info;
}

/// Whether rows can be read one by one: no tiles, no planes apart, 1 or 8 bits, black and white or grey or
/// RGB.
bool isSimple(TIFF* tiff)
{
    const auto bits = field<uint16_t>(tiff, TIFFTAG_BITSPERSAMPLE, 1);
    const auto samples = field<uint16_t>(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    const auto photometric = field<uint16_t>(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
    const bool blackOrWhite = photometric == PHOTOMETRIC_MINISBLACK || photometric == PHOTOMETRIC_MINISWHITE;
    if (TIFFIsTiled(tiff) != 0 || field<uint16_t>(tiff, TIFFTAG_PLANARCONFIG, 1) != PLANARCONFIG_CONTIG) {
        return false;
    }
    if (bits == 1) {
        return samples == 1 && blackOrWhite;
    }
    return bits == 8 &&
           ((samples == 1 && blackOrWhite) ||
            (samples == 3 && (photometric == PHOTOMETRIC_RGB || photometric == PHOTOMETRIC_YCBCR)));
}

struct RowFormat
{
    int bits = 8;
    int samples = 1;
    bool whiteIsZero = false;
};

std::array<std::array<uchar, 8>, 256> expansionOfBits()
{
    std::array<std::array<uchar, 8>, 256> table{};
    for (std::size_t byte = 0; byte < 256; ++byte) {
        for (std::size_t bit = 0; bit < 8; ++bit) {
            table[byte][bit] = (byte & (0x80U >> bit)) != 0 ? 255 : 0;
        }
    }
    return table;
}

void convertRow(const uchar* from, const RowFormat& format, QImage& image, int y)
{
    static const auto expansion = expansionOfBits();
    uchar* to = image.scanLine(y);
    const int width = image.width();
    const uchar flip = format.whiteIsZero ? 0xFF : 0;
    if (format.bits == 1) {
        if (image.format() == QImage::Format_Mono) {
            std::transform(from, from + (width + 7) / 8, to,
                           [flip](uchar byte) { return uchar(byte ^ flip); });
            return;
        }
        for (int x = 0; x < width; x += 8) {
            std::memcpy(to + x, expansion[from[x / 8] ^ flip].data(),
                        static_cast<std::size_t>(std::min(8, width - x)));
        }
        return;
    }
    if (format.samples == 1) {
        std::transform(from, from + width, to, [flip](uchar byte) { return uchar(byte ^ flip); });
        return;
    }
    for (int x = 0; x < width; ++x) {
        const uchar* pixel = from + 3 * static_cast<qsizetype>(x);
        if (image.format() == QImage::Format_Grayscale8) {
            to[x] = luma(pixel[0], pixel[1], pixel[2]);
        } else {
            reinterpret_cast<QRgb*>(to)[x] = qRgb(pixel[0], pixel[1], pixel[2]);
        }
    }
}

Result<Picture> readByRows(TiffReader& reader, const PictureInfo& info, QImage::Format target)
{
    TIFF* tiff = reader.handle();
    Picture picture;
    picture.image = QImage(info.width, info.height, target);
    if (picture.image.isNull()) {
        return failure(ErrorCode::ImageTooLarge, QStringLiteral("no memory for the picture"));
    }
    if (target == QImage::Format_Mono) {
        picture.image.setColorTable({qRgb(0, 0, 0), qRgb(255, 255, 255)});
    }
    picture.image.fill(target == QImage::Format_Mono ? 1U : 0xFFFFFFFFU);
    RowFormat format;
    format.bits = field<uint16_t>(tiff, TIFFTAG_BITSPERSAMPLE, 1);
    format.samples = field<uint16_t>(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    format.whiteIsZero =
        format.samples == 1 &&
        field<uint16_t>(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE) == PHOTOMETRIC_MINISWHITE;
    const qsizetype needed = (qsizetype(info.width) * format.samples * format.bits + 7) / 8;
    const tmsize_t rowBytes = TIFFScanlineSize(tiff);
    if (rowBytes < needed) {
        return failure(ErrorCode::ImageDamaged, QStringLiteral("rows shorter than the picture is wide"));
    }
    QByteArray row(rowBytes, '\0');
    reader.forgetComplaints();
    int y = 0;
    for (; y < info.height; ++y) {
        if (TIFFReadScanline(tiff, row.data(), static_cast<uint32_t>(y), 0) != 1) {
            break;
        }
        convertRow(reinterpret_cast<const uchar*>(row.constData()), format, picture.image, y);
    }
    if (y == 0) {
        return failure(ErrorCode::ImageDamaged, reader.complaint());
    }
    picture.truncated = y < info.height || reader.hasComplaint();
    return picture;
}

Result<Picture> readByLibrary(TiffReader& reader, const PictureInfo& info, QImage::Format target)
{
    TIFF* tiff = reader.handle();
    Picture picture;
    picture.image = QImage(info.width, info.height, QImage::Format_RGB32);
    if (picture.image.isNull()) {
        return failure(ErrorCode::ImageTooLarge, QStringLiteral("no memory for the picture"));
    }
    picture.image.fill(Qt::white);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
    reader.forgetComplaints();
    auto* raster = reinterpret_cast<uint32_t*>(picture.image.bits());
    const int done =
        TIFFReadRGBAImageOriented(tiff, static_cast<uint32_t>(info.width), static_cast<uint32_t>(info.height),
                                  raster, ORIENTATION_TOPLEFT, 1);
    if (done != 1) {
        return failure(ErrorCode::ImageDamaged, reader.complaint());
    }
    picture.truncated = reader.hasComplaint();
    const qsizetype pixels = qsizetype(info.width) * info.height;
    for (qsizetype i = 0; i < pixels; ++i) {
        const uint32_t pixel = raster[i];
        const int rest = 255 - int(TIFFGetA(pixel)); // colours come multiplied by alpha
        const auto overWhite = [rest](uint32_t value) { return std::min(255, int(value) + rest); };
        raster[i] = qRgb(overWhite(TIFFGetR(pixel)), overWhite(TIFFGetG(pixel)), overWhite(TIFFGetB(pixel)));
    }
    if (target != QImage::Format_RGB32) {
        QImage grey(info.width, info.height, QImage::Format_Grayscale8);
        if (grey.isNull()) {
            return failure(ErrorCode::ImageTooLarge, QStringLiteral("no memory for the picture"));
        }
        for (int y = 0; y < info.height; ++y) {
            const auto* from = reinterpret_cast<const QRgb*>(picture.image.constScanLine(y));
            std::transform(from, from + info.width, grey.scanLine(y),
                           [](QRgb c) { return luma(qRed(c), qGreen(c), qBlue(c)); });
        }
        picture.image = grey;
    }
    return picture;
}

} // namespace

Result<std::vector<PictureInfo>> probeTiff(QByteArrayView bytes)
{
    TiffReader reader(bytes);
    if (reader.handle() == nullptr) {
        return failure(ErrorCode::ImageDamaged, reader.complaint());
    }
    std::vector<PictureInfo> infos;
    do {
        TIFF* tiff = reader.handle();
        SOHOA_TRY(checkSize(field<uint32_t>(tiff, TIFFTAG_IMAGEWIDTH, 0),
                            field<uint32_t>(tiff, TIFFTAG_IMAGELENGTH, 0)));
        if (infos.size() >= static_cast<std::size_t>(maxPictures)) {
            return failure(ErrorCode::ImageTooLarge,
                           QStringLiteral("more than %1 pictures").arg(maxPictures));
        }
        infos.push_back(infoOf(tiff));
    } while (TIFFReadDirectory(reader.handle()) == 1);
    return infos;
}

Result<Picture> decodeTiff(QByteArrayView bytes, int index, Want want)
{
    TiffReader reader(bytes);
    TIFF* tiff = reader.handle();
    if (tiff == nullptr) {
        return failure(ErrorCode::ImageDamaged, reader.complaint());
    }
    for (int i = 0; i < index; ++i) {
        if (i >= maxPictures || TIFFReadDirectory(tiff) != 1) {
            return failure(ErrorCode::InvalidArgument, QStringLiteral("no picture %1").arg(index));
        }
    }
    SOHOA_TRY(checkSize(field<uint32_t>(tiff, TIFFTAG_IMAGEWIDTH, 0),
                        field<uint32_t>(tiff, TIFFTAG_IMAGELENGTH, 0)));
    const PictureInfo info = infoOf(tiff);
    if (field<uint16_t>(tiff, TIFFTAG_COMPRESSION, COMPRESSION_NONE) == COMPRESSION_JPEG &&
        field<uint16_t>(tiff, TIFFTAG_PHOTOMETRIC, 0) == PHOTOMETRIC_YCBCR) {
        TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    }
    QImage::Format target = QImage::Format_RGB32;
    if (want == Want::Luminance || info.mode == dossier::ColourMode::Grey) {
        target = QImage::Format_Grayscale8;
    } else if (info.mode == dossier::ColourMode::Bilevel) {
        target = QImage::Format_Mono;
    }
    const bool ycbcrUnlessJpeg =
        field<uint16_t>(tiff, TIFFTAG_PHOTOMETRIC, 0) == PHOTOMETRIC_YCBCR &&
        field<uint16_t>(tiff, TIFFTAG_COMPRESSION, COMPRESSION_NONE) != COMPRESSION_JPEG;
    if (isSimple(tiff) && !ycbcrUnlessJpeg) {
        return readByRows(reader, info, target);
    }
    return readByLibrary(reader, info, target == QImage::Format_Mono ? QImage::Format_Grayscale8 : target);
}

} // namespace sohoa::imaging
