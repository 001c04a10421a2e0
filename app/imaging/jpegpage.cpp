// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/jpegpage.h"

#include "imaging/decoders.h"
#include "imaging/editedrows.h"
#include "imaging/edits.h"
#include "imaging/encode.h"
#include "imaging/jpegdecoding.h"
#include "imaging/jpegencoding.h"
#include "imaging/retouch.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace sohoa::imaging {

namespace {

constexpr int block = 8; // samples a side

/// Starts raw output. False when libjpeg gave up.
bool startRaw(Decoding& decoding)
{
    if (setjmp(decoding.escape) != 0) {
        return false;
    }
    decoding.codec.dct_method = JDCT_ISLOW;
    decoding.codec.raw_data_out = TRUE;
    return jpeg_start_decompress(&decoding.codec) != FALSE;
}

/// Reads all rows of blocks into the planes. False when libjpeg gave up.
bool readRaw(Decoding& decoding, JpegPage::Plane* planes)
{
    if (setjmp(decoding.escape) != 0) {
        return false;
    }
    jpeg_decompress_struct& codec = decoding.codec;
    JSAMPROW rows[3][4 * block];
    JSAMPARRAY components[3] = {rows[0], rows[1], rows[2]};
    const auto lines = static_cast<JDIMENSION>(codec.max_v_samp_factor * block);
    while (codec.output_scanline < codec.output_height) {
        const auto at = static_cast<qsizetype>(codec.output_scanline / lines);
        for (int i = 0; i < codec.num_components; ++i) {
            const int high = codec.comp_info[i].v_samp_factor * block;
            for (int k = 0; k < high; ++k) {
                rows[i][k] = planes[i].samples.get() + planes[i].stride * (at * high + k);
            }
        }
        if (jpeg_read_raw_data(&codec, components, lines) != lines) {
            return false;
        }
    }
    return true;
}

/// Whether brightness has full size, and colour full or half.
bool isPlain(const jpeg_decompress_struct& codec)
{
    if (codec.jpeg_color_space == JCS_GRAYSCALE && codec.num_components == 1) {
        return true;
    }
    if (codec.jpeg_color_space != JCS_YCbCr || codec.num_components != 3 ||
        codec.comp_info[0].h_samp_factor != codec.max_h_samp_factor ||
        codec.comp_info[0].v_samp_factor != codec.max_v_samp_factor) {
        return false;
    }
    const auto fullOrHalf = [](int factor, int most) { return factor == most || 2 * factor == most; };
    for (int i = 1; i < 3; ++i) {
        if (!fullOrHalf(codec.comp_info[i].h_samp_factor, codec.max_h_samp_factor) ||
            !fullOrHalf(codec.comp_info[i].v_samp_factor, codec.max_v_samp_factor)) {
            return false;
        }
    }
    return true;
}

/// The mean over pairs along the rows, down the columns, or both.
JpegPage::Plane halvedPlane(const JpegPage::Plane& plane, bool across, bool down)
{
    JpegPage::Plane half;
    half.width = across ? (plane.width + 1) / 2 : plane.width;
    half.height = down ? (plane.height + 1) / 2 : plane.height;
    half.stride = half.width;
    half.samples = std::make_unique_for_overwrite<uchar[]>(static_cast<std::size_t>(half.stride) *
                                                           static_cast<std::size_t>(half.height));
    for (int y = 0; y < half.height; ++y) {
        const uchar* upper = plane.row(down ? 2 * y : y);
        const uchar* lower = down ? plane.row(std::min(2 * y + 1, plane.height - 1)) : upper;
        uchar* to = half.samples.get() + half.stride * y;
        const int pairs = across ? plane.width / 2 : 0;
        for (int x = 0; x < pairs; ++x) {
            to[x] = static_cast<uchar>(
                (upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1] + 2) / 4);
        }
        for (int x = pairs; x < half.width; ++x) { // the odd last column, or all of them
            const int from = across ? 2 * x : x;
            to[x] = static_cast<uchar>((upper[from] + lower[from] + 1) / 2);
        }
    }
    return half;
}

JpegPage::Plane copyOf(const JpegPage::Plane& plane)
{
    const auto size = static_cast<std::size_t>(plane.stride) * static_cast<std::size_t>(plane.height);
    JpegPage::Plane copy{std::make_unique_for_overwrite<uchar[]>(size), plane.stride, plane.width,
                         plane.height};
    std::memcpy(copy.samples.get(), plane.samples.get(), size);
    return copy;
}

} // namespace

Result<JpegPage> JpegPage::decode(QByteArrayView bytes)
{
    Decoding decoding;
    open(decoding);
    const Closer closer{decoding};
    SOHOA_TRY(readHeader(decoding, bytes));
    const jpeg_decompress_struct& codec = decoding.codec;
    if (!isPlain(codec)) {
        return failure(ErrorCode::FormatUnknown, QStringLiteral("a JPEG of unusual planes"));
    }
    if (!startRaw(decoding)) {
        return failure(errorOf(decoding));
    }
    JpegPage page;
    for (int i = 0; i < codec.num_components; ++i) {
        const jpeg_component_info& component = codec.comp_info[i];
        Plane plane;
        plane.width = static_cast<int>(component.downsampled_width);
        plane.height = static_cast<int>(component.downsampled_height);
        plane.stride = static_cast<qsizetype>(component.width_in_blocks) * block;
        const auto rows = static_cast<std::size_t>(codec.total_iMCU_rows) *
                          static_cast<std::size_t>(component.v_samp_factor * block);
        plane.samples =
            std::make_unique_for_overwrite<uchar[]>(static_cast<std::size_t>(plane.stride) * rows);
        page.m_planes.push_back(std::move(plane));
    }
    const bool complete = readRaw(decoding, page.m_planes.data());
    const JDIMENSION rows = decoding.broken ? decoding.soundRows : codec.output_scanline;
    if (!complete && (rows == 0 || errorOf(decoding).code == ErrorCode::ImageTooLarge)) {
        return failure(errorOf(decoding));
    }
    page.m_truncated = decoding.broken || !complete;
    // Rows the data did not reach are white.
    const auto from = static_cast<qint64>(missingFrom(decoding, codec.output_scanline));
    for (std::size_t i = 0; i < page.m_planes.size(); ++i) {
        Plane& plane = page.m_planes[i];
        const auto first = static_cast<int>(from * plane.height / static_cast<qint64>(codec.output_height));
        if (first < plane.height) {
            std::memset(plane.samples.get() + plane.stride * first, i == 0 ? 0xFF : 0x80,
                        static_cast<std::size_t>(plane.stride * (plane.height - first)));
        }
    }
    for (std::size_t i = 1; i < page.m_planes.size(); ++i) {
        const auto& component = codec.comp_info[i];
        const bool across = component.h_samp_factor == codec.max_h_samp_factor;
        const bool down = component.v_samp_factor == codec.max_v_samp_factor;
        if (across || down) {
            page.m_planes[i] = halvedPlane(page.m_planes[i], across, down);
        }
    }
    return page;
}

QImage JpegPage::luminance() const
{
    const Plane& plane = m_planes.front();
    return QImage(plane.row(0), plane.width, plane.height, plane.stride, QImage::Format_Grayscale8);
}

std::optional<ColourPlanes> JpegPage::colours() const
{
    if (m_planes.size() != 3) {
        return {};
    }
    const Plane& blue = m_planes[1];
    return ColourPlanes{blue.row(0), m_planes[2].row(0), blue.stride, blue.width, blue.height};
}

Result<EditedJpeg> JpegPage::edited(const dossier::PageEdits& edits, int quality, double dpi,
                                    const StopToken& stop) const
{
    if (!edits.fills.empty() || edits.whiten) {
        JpegPage retouchedPage;
        retouchedPage.m_truncated = m_truncated;
        std::array<Samples, 3> samples;
        for (std::size_t i = 0; i < m_planes.size(); ++i) {
            Plane& plane = retouchedPage.m_planes.emplace_back(copyOf(m_planes[i]));
            samples[i] = {plane.samples.get(), plane.stride, plane.width, plane.height};
        }
        SOHOA_TRY(retouch(samples, static_cast<int>(m_planes.size()), edits, stop));
        dossier::PageEdits rest = edits;
        rest.fills.clear();
        rest.whiten = false;
        return retouchedPage.edited(rest, quality, dpi, stop);
    }
    const Plane& light = m_planes.front();
    SOHOA_ASSIGN(const Geometry geometry, geometryOf({light.width, light.height}, edits));
    if (edits.turn != 0 || light.width < 2 || light.height < 2 || quality < 1 || quality > 100) {
        return failure(ErrorCode::InvalidArgument,
                       QStringLiteral("turn %1, quality %2").arg(edits.turn).arg(quality));
    }
    const PaperColours paper(
        {light.width, light.height},
        [this, &light](int x, int y) {
            PaperSample sample;
            sample.light = light.row(y)[x];
            sample.channels[0] = light.row(y)[x];
            for (std::size_t i = 1; i < m_planes.size(); ++i) {
                sample.channels[i] = m_planes[i].row(y / 2)[x / 2];
            }
            return sample;
        },
        geometry.sheet);
    std::vector<EditedRows> rows;
    for (std::size_t i = 0; i < m_planes.size(); ++i) {
        const Plane& plane = m_planes[i];
        FramedRows::Layout layout;
        layout.size = QSize(plane.width, plane.height);
        layout.firstChannel = i;
        layout.scaleX = i == 0 ? 1 : 0.5;
        layout.scaleY = layout.scaleX;
        rows.emplace_back(
            geometry, layout, [&plane](int y) { return plane.row(y); },
            Raster{plane.row(0), plane.stride, plane.width, plane.height, 1}, paper,
            i == 0 ? geometry.size.width() : (geometry.size.width() + 1) / 2);
    }
    JpegEncoder encoder;
    if (!encoder.start({geometry.size.width(), geometry.size.height(), m_planes.size() == 1, quality, dpi})) {
        return failure(ErrorCode::Internal, QStringLiteral("JPEG encoder failed"));
    }
    const int group = m_planes.size() == 1 ? block : 2 * block;
    for (int y = 0; y < geometry.size.height(); y += group) {
        if (stop.stop_requested()) {
            return failure(ErrorCode::Cancelled);
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (int k = 0; k < (i == 0 ? group : block); ++k) {
                std::memcpy(encoder.row(i, k), rows[i].next(), encoder.rowBytes(i));
            }
        }
        if (!encoder.writeRows()) {
            return failure(ErrorCode::Internal, QStringLiteral("JPEG encoder failed"));
        }
    }
    SOHOA_ASSIGN(QByteArray bytes, encoder.finish());
    return EditedJpeg{std::move(bytes), geometry.size.width(), geometry.size.height(), m_truncated};
}

Result<EditedJpeg> editJpeg(QByteArrayView jpeg, const dossier::PageEdits& edits, int quality, double dpi,
                            const StopToken& stop)
{
    const Result<JpegPage> page = JpegPage::decode(jpeg);
    if (page) {
        return page->edited(edits, quality, dpi, stop);
    }
    if (page.error().code != ErrorCode::FormatUnknown) {
        return failure(page.error());
    }
    SOHOA_ASSIGN(const Picture picture, decodeFull(jpeg));
    SOHOA_ASSIGN(const QImage edited, applyEdits(picture.image, edits, stop));
    SOHOA_ASSIGN(QByteArray bytes, encodeJpeg(edited, quality, dpi));
    return EditedJpeg{std::move(bytes), edited.width(), edited.height(), picture.truncated};
}

} // namespace sohoa::imaging
