// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/decoders.h"
#include "imaging/exif.h"
#include "imaging/jpegdecoding.h"

#include <jerror.h>

#include <algorithm>
#include <cstring>

namespace sohoa::imaging {

namespace {

PictureInfo infoOf(const Decoding& decoding)
{
    const jpeg_decompress_struct& codec = decoding.codec;
    PictureInfo info;
    info.format = dossier::PageFormat::Jpeg;
    info.width = static_cast<int>(codec.image_width);
    info.height = static_cast<int>(codec.image_height);
    info.mode = codec.num_components == 1 ? dossier::ColourMode::Grey : dossier::ColourMode::Colour;
    double x = 0;
    double y = 0;
    if (codec.saw_JFIF_marker != 0 && codec.density_unit != 0) {
        const double unit = codec.density_unit == 2 ? 2.54 : 1.0;
        x = codec.X_density * unit;
        y = codec.Y_density * unit;
    }
    for (jpeg_saved_marker_ptr marker = codec.marker_list; marker != nullptr; marker = marker->next) {
        if (marker->marker != JPEG_APP0 + 1) {
            continue;
        }
        const Exif exif =
            readExif(QByteArrayView(reinterpret_cast<const char*>(marker->data), marker->data_length));
        if (exif.orientation != 1) {
            info.exifTurn = turnOfOrientation(exif.orientation);
        }
        if (x <= 0) {
            x = exif.xDpi;
            y = exif.yDpi;
        }
    }
    info.dpi = plausibleDpi(x, y, info.width, info.height);
    return info;
}

/// Chooses output colours and scale, and starts. Sets the codec's output sizes.
bool start(Decoding& decoding, Want want, int minSide)
{
    if (setjmp(decoding.escape) != 0) {
        return false;
    }
    jpeg_decompress_struct& codec = decoding.codec;
    codec.dct_method = JDCT_ISLOW;
    if (minSide > 0) {
        const unsigned longer =
            codec.image_width > codec.image_height ? codec.image_width : codec.image_height;
        codec.scale_denom = 1;
        while (codec.scale_denom < 8 && longer / (codec.scale_denom * 2) >= static_cast<unsigned>(minSide)) {
            codec.scale_denom *= 2;
        }
        codec.do_fancy_upsampling = FALSE;
    }
    switch (codec.jpeg_color_space) {
    case JCS_GRAYSCALE:
        codec.out_color_space = JCS_GRAYSCALE;
        break;
    case JCS_CMYK:
    case JCS_YCCK:
        codec.out_color_space = JCS_CMYK;
        break;
    case JCS_UNKNOWN: // two components or five: the first is the best guess of brightness
        codec.out_color_space = codec.num_components == 1 ? JCS_GRAYSCALE : JCS_UNKNOWN;
        break;
    default:
        codec.out_color_space = want == Want::Luminance           ? JCS_GRAYSCALE
                                : Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? JCS_EXT_BGRX
                                                                  : JCS_EXT_XRGB;
        break;
    }
    return jpeg_start_decompress(&codec) != FALSE;
}

/// Reads rows straight into the picture's, or through `line` and `convert`. False when libjpeg gave up.
bool readRows(Decoding& decoding, uchar* bits, qsizetype stride, uchar* line, Want want)
{
    if (setjmp(decoding.escape) != 0) {
        return false;
    }
    jpeg_decompress_struct& codec = decoding.codec;
    while (codec.output_scanline < codec.output_height) {
        uchar* target = bits + stride * static_cast<qsizetype>(codec.output_scanline);
        JSAMPROW row = line != nullptr ? line : target;
        if (jpeg_read_scanlines(&codec, &row, 1) != 1) {
            return false;
        }
        if (line == nullptr) {
            continue;
        }
        const bool inverted = codec.saw_Adobe_marker != 0; // Adobe writes CMYK as 255 - ink
        const int components = codec.output_components;
        for (JDIMENSION x = 0; x < codec.output_width; ++x) {
            const uchar* pixel = line + static_cast<qsizetype>(x) * components;
            if (components != 4) {
                if (want == Want::Luminance) {
                    target[x] = pixel[0];
                } else {
                    reinterpret_cast<QRgb*>(target)[x] = qRgb(pixel[0], pixel[0], pixel[0]);
                }
                continue;
            }
            int light[4];
            for (int i = 0; i < 4; ++i) {
                light[i] = inverted ? pixel[i] : 255 - pixel[i];
            }
            const int red = light[0] * light[3] / 255;
            const int green = light[1] * light[3] / 255;
            const int blue = light[2] * light[3] / 255;
            if (want == Want::Luminance) {
                target[x] = luma(red, green, blue);
            } else {
                reinterpret_cast<QRgb*>(target)[x] = qRgb(red, green, blue);
            }
        }
    }
    // The scan is complete; a missing end marker is noticed here and is no loss.
    return true;
}

} // namespace

Result<PictureInfo> probeJpeg(QByteArrayView bytes)
{
    Decoding decoding;
    open(decoding);
    const Closer closer{decoding};
    SOHOA_TRY(readHeader(decoding, bytes));
    return infoOf(decoding);
}

Result<Picture> decodeJpeg(QByteArrayView bytes, Want want, int minSide)
{
    Decoding decoding;
    open(decoding);
    const Closer closer{decoding};
    SOHOA_TRY(readHeader(decoding, bytes));
    if (!start(decoding, want, minSide)) {
        return failure(errorOf(decoding));
    }
    const jpeg_decompress_struct& codec = decoding.codec;
    const bool grey = want == Want::Luminance || codec.out_color_space == JCS_GRAYSCALE;
    Picture picture;
    picture.image = QImage(static_cast<int>(codec.output_width), static_cast<int>(codec.output_height),
                           grey ? QImage::Format_Grayscale8 : QImage::Format_RGB32);
    if (picture.image.isNull()) {
        return failure(ErrorCode::ImageTooLarge, QStringLiteral("no memory for the picture"));
    }
    QByteArray line;
    if (codec.out_color_space == JCS_CMYK || codec.out_color_space == JCS_UNKNOWN) {
        line.resize(static_cast<qsizetype>(codec.output_width) * codec.output_components);
    }
    uchar* lineBytes = line.isEmpty() ? nullptr : reinterpret_cast<uchar*>(line.data());
    uchar* bits = picture.image.bits();
    const bool complete = readRows(decoding, bits, picture.image.bytesPerLine(), lineBytes, want);
    const JDIMENSION rows = decoding.broken ? decoding.soundRows : codec.output_scanline;
    if (!complete && (rows == 0 || decoding.errorMessage == JERR_OUT_OF_MEMORY)) {
        return failure(errorOf(decoding));
    }
    picture.truncated = decoding.broken || !complete;
    // Rows the data did not reach are white.
    const JDIMENSION from = missingFrom(decoding, codec.output_scanline);
    const qsizetype stride = picture.image.bytesPerLine();
    const qsizetype missing = picture.image.height() - static_cast<qsizetype>(from);
    if (missing > 0) {
        std::memset(bits + stride * static_cast<qsizetype>(from), 0xFF,
                    static_cast<std::size_t>(stride * missing));
    }
    return picture;
}

} // namespace sohoa::imaging
