// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/jpegencoding.h"

#include <cmath>
#include <cstdlib>

namespace sohoa::imaging {

namespace {

extern "C" {
static void leaveEncoder(j_common_ptr common)
{
    std::longjmp(static_cast<Encoding*>(common->client_data)->escape, 1);
}

static void saySilently(j_common_ptr) {}
}

bool startRaw(Encoding& encoding, const JpegSettings& settings)
{
    installErrors(encoding);
    if (setjmp(encoding.escape) != 0) {
        return false;
    }
    prepare(encoding, settings, settings.grey ? JCS_GRAYSCALE : JCS_YCbCr, settings.grey ? 1 : 3);
    encoding.codec.raw_data_in = TRUE;
    jpeg_start_compress(&encoding.codec, TRUE);
    return true;
}

bool writeRaw(Encoding& encoding, JSAMPIMAGE planes, JDIMENSION lines)
{
    if (setjmp(encoding.escape) != 0) {
        return false;
    }
    return jpeg_write_raw_data(&encoding.codec, planes, lines) == lines;
}

bool finishCodec(Encoding& encoding)
{
    if (setjmp(encoding.escape) != 0) {
        return false;
    }
    jpeg_finish_compress(&encoding.codec);
    return true;
}

} // namespace

void installErrors(Encoding& encoding)
{
    encoding.codec.err = jpeg_std_error(&encoding.errors);
    encoding.errors.error_exit = leaveEncoder;
    encoding.errors.output_message = saySilently;
    encoding.codec.client_data = &encoding;
}

void prepare(Encoding& encoding, const JpegSettings& settings, J_COLOR_SPACE input, int components)
{
    jpeg_create_compress(&encoding.codec);
    encoding.codec.client_data = &encoding;
    jpeg_mem_dest(&encoding.codec, &encoding.bytes, &encoding.size);
    encoding.codec.image_width = static_cast<JDIMENSION>(settings.width);
    encoding.codec.image_height = static_cast<JDIMENSION>(settings.height);
    encoding.codec.input_components = components;
    encoding.codec.in_color_space = input;
    jpeg_set_defaults(&encoding.codec); // 4:2:0
    jpeg_set_quality(&encoding.codec, settings.quality, TRUE);
    if (settings.dpi > 0) {
        encoding.codec.density_unit = 1;
        encoding.codec.X_density = static_cast<UINT16>(std::lround(settings.dpi));
        encoding.codec.Y_density = encoding.codec.X_density;
    }
}

JpegEncoder::JpegEncoder()
{
    installErrors(m_encoding);
}

JpegEncoder::~JpegEncoder()
{
    jpeg_destroy_compress(&m_encoding.codec);
    std::free(m_encoding.bytes); // jpeg_mem_dest allocates with malloc
}

bool JpegEncoder::start(const JpegSettings& settings)
{
    if (!startRaw(m_encoding, settings)) {
        return false;
    }
    const jpeg_compress_struct& codec = m_encoding.codec;
    for (std::size_t i = 0; i < static_cast<std::size_t>(codec.num_components); ++i) {
        const jpeg_component_info& component = codec.comp_info[i];
        m_rowBytes[i] = static_cast<std::size_t>(component.width_in_blocks) * DCTSIZE;
        m_planes[i].resize(m_rowBytes[i] * static_cast<std::size_t>(component.v_samp_factor * DCTSIZE));
    }
    return true;
}

bool JpegEncoder::writeRows()
{
    JSAMPROW rows[3][2 * DCTSIZE];
    JSAMPARRAY planes[3] = {rows[0], rows[1], rows[2]};
    const jpeg_compress_struct& codec = m_encoding.codec;
    for (std::size_t i = 0; i < static_cast<std::size_t>(codec.num_components); ++i) {
        for (int k = 0; k < codec.comp_info[i].v_samp_factor * DCTSIZE; ++k) {
            rows[i][k] = row(i, k);
        }
    }
    return writeRaw(m_encoding, planes, static_cast<JDIMENSION>(codec.max_v_samp_factor * DCTSIZE));
}

Result<QByteArray> JpegEncoder::finish()
{
    if (!finishCodec(m_encoding)) {
        return failure(ErrorCode::Internal, QStringLiteral("JPEG encoder failed"));
    }
    return QByteArray(reinterpret_cast<const char*>(m_encoding.bytes),
                      static_cast<qsizetype>(m_encoding.size));
}

} // namespace sohoa::imaging
