// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/decoders.h"

#include <png.h>

#include <algorithm>
#include <csetjmp>
#include <cstring>

namespace sohoa::imaging {

namespace {

/// What libpng reads from, and what it has to say. Plain data: a jump runs no destructors.
struct Decoding
{
    png_structp codec;
    png_infop info;
    png_infop endInfo;
    const char* data;
    qsizetype size;
    qsizetype position;
    bool ranOut; ///< it asked for more than there is
    png_uint_32 height;
    png_uint_32 soundRows;
};

extern "C" {
static void giveBytes(png_structp codec, png_bytep target, size_t count)
{
    auto* decoding = static_cast<Decoding*>(png_get_io_ptr(codec));
    if (static_cast<size_t>(decoding->size - decoding->position) < count) {
        decoding->ranOut = true;
        png_error(codec, "out of data");
    }
    std::memcpy(target, decoding->data + decoding->position, count);
    decoding->position += static_cast<qsizetype>(count);
}

static void leaveOnError(png_structp codec, png_const_charp)
{
    png_longjmp(codec, 1);
}

static void keepSilent(png_structp, png_const_charp) {}
}

struct Closer
{
    Decoding& decoding;
    ~Closer() { png_destroy_read_struct(&decoding.codec, &decoding.info, &decoding.endInfo); }
};

bool open(Decoding& decoding, QByteArrayView bytes)
{
    decoding = {nullptr, nullptr, nullptr, bytes.data(), bytes.size(), 0, false, 0, 0};
    decoding.codec = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, leaveOnError, keepSilent);
    decoding.info = decoding.codec != nullptr ? png_create_info_struct(decoding.codec) : nullptr;
    return decoding.info != nullptr;
}

bool readHeader(Decoding& decoding)
{
    if (setjmp(png_jmpbuf(decoding.codec)) != 0) {
        return false;
    }
    png_set_read_fn(decoding.codec, &decoding, giveBytes);
    png_set_user_limits(decoding.codec, 0x7FFFFFFF, 0x7FFFFFFF); // checkSize speaks first, with its own error
    png_set_chunk_malloc_max(decoding.codec, 8 * 1024 * 1024);
    png_set_chunk_cache_max(decoding.codec, 64);
    png_set_crc_action(decoding.codec, PNG_CRC_DEFAULT, PNG_CRC_WARN_DISCARD);
    png_read_info(decoding.codec, decoding.info);
    return true;
}

PictureInfo infoOf(const Decoding& decoding)
{
    PictureInfo info;
    info.format = dossier::PageFormat::Png;
    info.width = static_cast<int>(png_get_image_width(decoding.codec, decoding.info));
    info.height = static_cast<int>(png_get_image_height(decoding.codec, decoding.info));
    const int type = png_get_color_type(decoding.codec, decoding.info);
    const int depth = png_get_bit_depth(decoding.codec, decoding.info);
    bool grey = type == PNG_COLOR_TYPE_GRAY || type == PNG_COLOR_TYPE_GRAY_ALPHA;
    bool blackAndWhite = grey && depth == 1;
    if (type == PNG_COLOR_TYPE_PALETTE) {
        png_colorp palette = nullptr;
        int count = 0;
        if (png_get_PLTE(decoding.codec, decoding.info, &palette, &count) != 0 && count > 0) {
            grey = std::all_of(palette, palette + count,
                               [](const png_color& c) { return c.red == c.green && c.green == c.blue; });
            blackAndWhite = grey && depth == 1 &&
                            std::all_of(palette, palette + count,
                                        [](const png_color& c) { return c.red == 0 || c.red == 255; });
        }
    }
    info.mode = blackAndWhite ? dossier::ColourMode::Bilevel
                : grey        ? dossier::ColourMode::Grey
                              : dossier::ColourMode::Colour;
    png_uint_32 x = 0;
    png_uint_32 y = 0;
    int unit = PNG_RESOLUTION_UNKNOWN;
    if (png_get_pHYs(decoding.codec, decoding.info, &x, &y, &unit) != 0 && unit == PNG_RESOLUTION_METER) {
        info.dpi = plausibleDpi(x * 0.0254, y * 0.0254, info.width, info.height);
    }
    return info;
}

/// Asks for 8-bit samples and interlaced passes put together.
bool start(Decoding& decoding, int* passes)
{
    if (setjmp(png_jmpbuf(decoding.codec)) != 0) {
        return false;
    }
    png_set_expand(decoding.codec);
    png_set_scale_16(decoding.codec);
    *passes = png_set_interlace_handling(decoding.codec);
    png_read_update_info(decoding.codec, decoding.info);
    return true;
}

/// Reads all passes into `bits`; decoding.soundRows says how many rows came.
/// @return whether all did
bool readRows(Decoding& decoding, uchar* bits, qsizetype stride, int passes)
{
    if (setjmp(png_jmpbuf(decoding.codec)) != 0) {
        return false;
    }
    for (int pass = 0; pass < passes; ++pass) {
        for (png_uint_32 y = 0; y < decoding.height; ++y) {
            png_read_row(decoding.codec, bits + stride * static_cast<qsizetype>(y), nullptr);
            if (passes == 1) {
                decoding.soundRows = y + 1;
            }
        }
        decoding.soundRows = decoding.height; // coarse rows of an interlaced picture are rows too
    }
    return true;
}

void convertRow(const uchar* from, int channels, uchar* to, int width, bool wantGrey)
{
    for (int x = 0; x < width; ++x) {
        const uchar* pixel = from + static_cast<qsizetype>(x) * channels;
        const bool hasColour = channels >= 3;
        int red = pixel[0];
        int green = hasColour ? pixel[1] : red;
        int blue = hasColour ? pixel[2] : red;
        if (channels == 2 || channels == 4) {
            const int alpha = pixel[channels - 1];
            const auto overWhite = [alpha](int value) {
                return (value * alpha + 255 * (255 - alpha) + 127) / 255;
            };
            red = overWhite(red);
            green = overWhite(green);
            blue = overWhite(blue);
        }
        if (wantGrey) {
            to[x] = hasColour ? luma(red, green, blue) : static_cast<uchar>(red);
        } else {
            reinterpret_cast<QRgb*>(to)[x] = qRgb(red, green, blue);
        }
    }
}

Error errorOf(const Decoding& decoding)
{
    return {decoding.ranOut ? ErrorCode::ImageTruncated : ErrorCode::ImageDamaged,
            QStringLiteral("PNG decoder")};
}

/// Opens the codec and reads the header of a picture of a size we decode. The caller closes the codec.
Status begin(Decoding& decoding, QByteArrayView bytes)
{
    if (!open(decoding, bytes) || !readHeader(decoding)) {
        return failure(errorOf(decoding));
    }
    return checkSize(png_get_image_width(decoding.codec, decoding.info),
                     png_get_image_height(decoding.codec, decoding.info));
}

} // namespace

Result<PictureInfo> probePng(QByteArrayView bytes)
{
    Decoding decoding{};
    const Closer closer{decoding};
    SOHOA_TRY(begin(decoding, bytes));
    return infoOf(decoding);
}

Result<Picture> decodePng(QByteArrayView bytes, Want want)
{
    Decoding decoding{};
    const Closer closer{decoding};
    SOHOA_TRY(begin(decoding, bytes));
    const PictureInfo info = infoOf(decoding);
    int passes = 1;
    if (!start(decoding, &passes)) {
        return failure(errorOf(decoding));
    }
    const int channels = png_get_channels(decoding.codec, decoding.info);
    const auto rowBytes = static_cast<qsizetype>(png_get_rowbytes(decoding.codec, decoding.info));
    QByteArray samples(rowBytes * info.height, '\xFF');
    auto* bits = reinterpret_cast<uchar*>(samples.data());
    decoding.height = static_cast<png_uint_32>(info.height);
    const bool complete = readRows(decoding, bits, rowBytes, passes);
    if (!complete && decoding.soundRows == 0) {
        return failure(errorOf(decoding));
    }
    Picture picture;
    picture.truncated = !complete;
    const bool grey = want == Want::Luminance || info.mode != dossier::ColourMode::Colour;
    picture.image = QImage(info.width, info.height, grey ? QImage::Format_Grayscale8 : QImage::Format_RGB32);
    if (picture.image.isNull()) {
        return failure(ErrorCode::ImageTooLarge, QStringLiteral("no memory for the picture"));
    }
    for (int y = 0; y < info.height; ++y) {
        convertRow(bits + rowBytes * y, channels, picture.image.scanLine(y), info.width, grey);
    }
    if (want == Want::Full && info.mode == dossier::ColourMode::Bilevel) {
        picture.image = picture.image.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither);
    }
    return picture;
}

} // namespace sohoa::imaging
