// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/decoders.h"
#include "imaging/exif.h"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstring>

// jpeglib.h wants stdio.h before it
#include <jerror.h>
#include <jpeglib.h>

namespace sohoa::imaging {

namespace {

// A progressive picture is kept as coefficients: 2 bytes x 3 components x pixels. Enough for A3 at 600 dpi.
constexpr long memoryLimit = 768L * 1024 * 1024;
// Progressive pictures of cameras and editors have about ten scans; thousands are an attack on the processor.
constexpr int maxScans = 200;

/// Everything of one decoding that has to be there when libjpeg jumps out. Plain data: a jump runs no
/// destructors.
struct Decoding
{
    jpeg_decompress_struct codec;
    jpeg_error_mgr errors;
    jpeg_progress_mgr progress;
    std::jmp_buf escape;
    int errorMessage;     ///< the code libjpeg gave up with, 0 while all is well
    bool broken;          ///< warned of missing or impossible data
    bool ended;           ///< the data stopped: what follows is filled in by the codec
    JDIMENSION soundRows; ///< rows before the first such warning
};

extern "C" {
static void leaveOnError(j_common_ptr common)
{
    auto* decoding = static_cast<Decoding*>(common->client_data);
    decoding->errorMessage = common->err->msg_code;
    std::longjmp(decoding->escape, 1);
}

static void noteWarning(j_common_ptr common, int level)
{
    if (level >= 0) {
        return;
    }
    auto* decoding = static_cast<Decoding*>(common->client_data);
    common->err->num_warnings++;
    // Data that is merely odd (unknown markers) does not make a page incomplete.
    const int code = common->err->msg_code;
    if (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE ||
        code == JWRN_MUST_RESYNC) {
        if (!decoding->broken) {
            decoding->broken = true;
            decoding->soundRows = decoding->codec.output_scanline;
            decoding->ended =
                code == JWRN_JPEG_EOF || (code == JWRN_HIT_MARKER && decoding->codec.restart_interval == 0);
        }
    }
}

static void keepSilent(j_common_ptr) {}

static void countScans(j_common_ptr common)
{
    auto* decoding = static_cast<Decoding*>(common->client_data);
    if (decoding->codec.input_scan_number > maxScans) {
        decoding->errorMessage = JERR_OUT_OF_MEMORY;
        std::longjmp(decoding->escape, 1);
    }
}
}

void open(Decoding& decoding)
{
    std::memset(&decoding, 0, sizeof decoding);
    decoding.codec.err = jpeg_std_error(&decoding.errors);
    decoding.codec.client_data = &decoding;
    decoding.errors.error_exit = leaveOnError;
    decoding.errors.emit_message = noteWarning;
    decoding.errors.output_message = keepSilent;
    decoding.progress.progress_monitor = countScans;
}

bool readHeader(Decoding& decoding, QByteArrayView bytes)
{
    if (setjmp(decoding.escape) != 0) {
        return false;
    }
    jpeg_create_decompress(&decoding.codec);
    decoding.codec.client_data = &decoding;
    decoding.codec.progress = &decoding.progress;
    decoding.codec.mem->max_memory_to_use = memoryLimit;
    jpeg_mem_src(&decoding.codec, reinterpret_cast<const uchar*>(bytes.data()),
                 static_cast<unsigned long>(bytes.size()));
    jpeg_save_markers(&decoding.codec, JPEG_APP0 + 1, 0xFFFF);
    return jpeg_read_header(&decoding.codec, TRUE) == JPEG_HEADER_OK;
}

/// Closes the codec whatever happened. (Its own function so that no jump crosses a destructor.)
struct Closer
{
    Decoding& decoding;
    ~Closer()
    {
        decoding.codec.err = &decoding.errors;
        jpeg_destroy_decompress(&decoding.codec);
    }
};

Error errorOf(const Decoding& decoding)
{
    const int code = decoding.errorMessage;
    const QString detail = QStringLiteral("JPEG decoder error %1").arg(code);
    if (code == JERR_OUT_OF_MEMORY || code == JERR_NO_BACKING_STORE || code == JERR_IMAGE_TOO_BIG) {
        return {ErrorCode::ImageTooLarge, detail};
    }
    return {decoding.broken ? ErrorCode::ImageTruncated : ErrorCode::ImageDamaged, detail};
}

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
    if (!readHeader(decoding, bytes)) {
        return failure(errorOf(decoding));
    }
    SOHOA_TRY(checkSize(decoding.codec.image_width, decoding.codec.image_height));
    return infoOf(decoding);
}

Result<Picture> decodeJpeg(QByteArrayView bytes, Want want, int minSide)
{
    Decoding decoding;
    open(decoding);
    const Closer closer{decoding};
    if (!readHeader(decoding, bytes)) {
        return failure(errorOf(decoding));
    }
    SOHOA_TRY(checkSize(decoding.codec.image_width, decoding.codec.image_height));
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
    // Rows the data did not reach are white. A progressive picture has all its rows, only less sharp.
    const auto blockRow = static_cast<JDIMENSION>(codec.max_v_samp_factor * codec.min_DCT_scaled_size);
    JDIMENSION from = codec.output_scanline;
    if (decoding.ended && jpeg_has_multiple_scans(&decoding.codec) == FALSE) {
        from = std::min(from, decoding.soundRows + blockRow);
    }
    const qsizetype stride = picture.image.bytesPerLine();
    const qsizetype missing = picture.image.height() - static_cast<qsizetype>(from);
    if (missing > 0) {
        std::memset(bits + stride * static_cast<qsizetype>(from), 0xFF,
                    static_cast<std::size_t>(stride * missing));
    }
    return picture;
}

} // namespace sohoa::imaging
