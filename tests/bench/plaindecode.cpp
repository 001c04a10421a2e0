// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "cost.h"
#include "measures.h"

#include <jpeglib.h>

#include <csetjmp>
#include <cstdio>

namespace sohoa::bench {

namespace {

struct Decoding
{
    jpeg_decompress_struct codec;
    jpeg_error_mgr errors;
    std::jmp_buf escape;
};

extern "C" {
static void leave(j_common_ptr common)
{
    std::longjmp(static_cast<Decoding*>(common->client_data)->escape, 1);
}
static void keepSilent(j_common_ptr) {}
}

/// Every row into the same buffer, as a viewer that shows nothing would. Nothing with a destructor in here:
/// libjpeg jumps out.
bool decode(Decoding& decoding, const QByteArray& jpeg, JSAMPLE* row, std::size_t rowBytes)
{
    decoding.codec.err = jpeg_std_error(&decoding.errors);
    decoding.errors.error_exit = leave;
    decoding.errors.output_message = keepSilent;
    decoding.codec.client_data = &decoding;
    if (setjmp(decoding.escape) != 0) {
        jpeg_destroy_decompress(&decoding.codec);
        return false;
    }
    jpeg_create_decompress(&decoding.codec);
    decoding.codec.client_data = &decoding;
    jpeg_mem_src(&decoding.codec, reinterpret_cast<const unsigned char*>(jpeg.constData()),
                 static_cast<unsigned long>(jpeg.size()));
    jpeg_read_header(&decoding.codec, TRUE);
    decoding.codec.out_color_space = JCS_RGB;
    jpeg_start_decompress(&decoding.codec);
    bool fits = std::size_t{decoding.codec.output_width} * 3 <= rowBytes;
    while (fits && decoding.codec.output_scanline < decoding.codec.output_height) {
        jpeg_read_scanlines(&decoding.codec, &row, 1);
    }
    jpeg_destroy_decompress(&decoding.codec);
    return fits;
}

} // namespace

Result<double> plainDecode(const QByteArray& jpeg)
{
    std::vector<JSAMPLE> row(std::size_t{3} * JPEG_MAX_DIMENSION);
    Decoding decoding = {};
    const Watch watch;
    if (!decode(decoding, jpeg, row.data(), row.size())) {
        return failure(ErrorCode::ImageDamaged);
    }
    return watch.processorMs();
}

} // namespace sohoa::bench
