// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "support/heifpictures.h"

#include "base/owner.h"

#include <libheif/heif.h>

#include <cstring>

namespace sohoa::test {

namespace {

using Context = Owner<heif_context, heif_context_free>;
using Encoder = Owner<heif_encoder, heif_encoder_release>;
using Options = Owner<heif_encoding_options, heif_encoding_options_free>;
using Handle = Owner<heif_image_handle, heif_image_handle_release>;
using Picture = Owner<heif_image, heif_image_release>;

bool isGood(const heif_error& error)
{
    return error.code == heif_error_Ok;
}

/// "Exif", and a directory with nothing but the orientation (Exif 2.32, tag 274).
QByteArray exifOf(int orientation)
{
    QByteArray bytes("Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0", 32);
    bytes[25] = static_cast<char>(orientation);
    return bytes;
}

heif_error append(heif_context* /*context*/, const void* data, std::size_t size, void* target)
{
    static_cast<QByteArray*>(target)->append(static_cast<const char*>(data), static_cast<qsizetype>(size));
    return {heif_error_Ok, heif_suberror_Unspecified, "good"};
}

} // namespace

QByteArray heifPhoto(const QImage& image, const HeifTurns& turns)
{
    const QImage lines = image.convertToFormat(QImage::Format_RGB888);
    heif_image* made = nullptr;
    if (!isGood(heif_image_create(lines.width(), lines.height(), heif_colorspace_RGB,
                                  heif_chroma_interleaved_RGB, &made))) {
        return {};
    }
    const Picture picture(made);
    heif_image_add_plane(made, heif_channel_interleaved, lines.width(), lines.height(), 8);
    int stride = 0;
    uint8_t* plane = heif_image_get_plane(made, heif_channel_interleaved, &stride);
    for (int y = 0; y < lines.height(); ++y) {
        std::memcpy(plane + static_cast<std::ptrdiff_t>(stride) * y, lines.constScanLine(y),
                    static_cast<std::size_t>(3 * lines.width()));
    }
    const Context context(heif_context_alloc());
    heif_encoder* found = nullptr;
    if (!isGood(heif_context_get_encoder_for_format(context.get(), heif_compression_HEVC, &found))) {
        return {};
    }
    const Encoder encoder(found);
    heif_encoder_set_lossy_quality(found, 90);
    heif_encoder_set_parameter_string(found, "preset", "ultrafast"); // of x265: a photo of a page in a moment
    const Options options(heif_encoding_options_alloc());
    options->image_orientation = static_cast<heif_orientation>(turns.prescribed);
    heif_image_handle* written = nullptr;
    if (!isGood(heif_context_encode_image(context.get(), made, found, options.get(), &written))) {
        return {};
    }
    const Handle handle(written);
    if (turns.described != 0) {
        const QByteArray exif = exifOf(turns.described);
        heif_context_add_exif_metadata(context.get(), written, exif.constData(),
                                       static_cast<int>(exif.size()));
    }
    QByteArray bytes;
    heif_writer writer = {1, append};
    return isGood(heif_context_write(context.get(), &writer, &bytes)) ? bytes : QByteArray();
}

} // namespace sohoa::test
