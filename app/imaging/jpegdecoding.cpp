// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/jpegdecoding.h"

#include "imaging/decoders.h"

#include <jerror.h>

#include <algorithm>
#include <cstring>

namespace sohoa::imaging {

namespace {

// A progressive picture is kept as coefficients: 2 bytes x 3 components x pixels. Enough for A3 at 600 dpi.
constexpr long memoryLimit = 768L * 1024 * 1024;
// Progressive pictures of cameras and editors have about ten scans; thousands are an attack on the processor.
constexpr int maxScans = 200;

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

/// False when libjpeg gave up.
bool createAndRead(Decoding& decoding, QByteArrayView bytes)
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

} // namespace

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

Status readHeader(Decoding& decoding, QByteArrayView bytes)
{
    if (bytes.isEmpty()) {
        return failure(ErrorCode::FileEmpty);
    }
    if (!createAndRead(decoding, bytes)) {
        return failure(errorOf(decoding));
    }
    return checkSize(decoding.codec.image_width, decoding.codec.image_height);
}

Closer::~Closer()
{
    decoding.codec.err = &decoding.errors;
    jpeg_destroy_decompress(&decoding.codec);
}

Error errorOf(const Decoding& decoding)
{
    const int code = decoding.errorMessage;
    const QString detail = QStringLiteral("JPEG decoder error %1").arg(code);
    if (code == JERR_OUT_OF_MEMORY || code == JERR_NO_BACKING_STORE || code == JERR_IMAGE_TOO_BIG) {
        return {ErrorCode::ImageTooLarge, detail};
    }
    return {decoding.broken ? ErrorCode::ImageTruncated : ErrorCode::ImageDamaged, detail};
}

JDIMENSION missingFrom(Decoding& decoding, JDIMENSION rows)
{
    const jpeg_decompress_struct& codec = decoding.codec;
    const auto blockRow = static_cast<JDIMENSION>(codec.max_v_samp_factor * codec.min_DCT_scaled_size);
    if (decoding.ended && jpeg_has_multiple_scans(&decoding.codec) == FALSE) {
        return std::min(rows, decoding.soundRows + blockRow);
    }
    return rows;
}

} // namespace sohoa::imaging
