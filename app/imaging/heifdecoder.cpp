// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Photos of phones, by libheif.
#include "base/owner.h"
#include "imaging/decoders.h"
#include "imaging/heifheader.h"

#include <libheif/heif.h>

#include <exception>
#include <new>

namespace sohoa::imaging {

namespace {

using Context = Owner<heif_context, heif_context_free>;
using Handle = Owner<heif_image_handle, heif_image_handle_release>;
using Decoded = Owner<heif_image, heif_image_release>;
using Options = Owner<heif_decoding_options, heif_decoding_options_free>;

Error errorOf(const heif_error& error)
{
    if (error.code == heif_error_Unsupported_filetype || error.code == heif_error_Unsupported_feature ||
        error.code == heif_error_Plugin_loading_error) {
        // A library without the codec of this very photo.
        return {ErrorCode::FormatNotInstalled, QString::fromUtf8(error.message)};
    }
    if (error.subcode == heif_suberror_Security_limit_exceeded ||
        error.code == heif_error_Memory_allocation_error) {
        return {ErrorCode::ImageTooLarge, QString::fromUtf8(error.message)};
    }
    return {error.subcode == heif_suberror_End_of_data ? ErrorCode::ImageTruncated : ErrorCode::ImageDamaged,
            QString::fromUtf8(error.message)};
}

/// A photo that is read as far as its header. It refers to the bytes.
struct Opened
{
    Context context;
    Handle picture; ///< the one that the phone shows
};

Result<Opened> open(QByteArrayView bytes)
{
    SOHOA_TRY(checkHeifCodedSizes(bytes));
    Opened opened{Context(heif_context_alloc()), nullptr};
    if (!opened.context) {
        return failure(ErrorCode::ImageTooLarge, QStringLiteral("no memory for a decoder"));
    }
    // Pages are looked at on all cores already, one page each.
    heif_context_set_max_decoding_threads(opened.context.get(), 0);
    heif_error error = heif_context_read_from_memory_without_copy(
        opened.context.get(), bytes.data(), static_cast<std::size_t>(bytes.size()), nullptr);
    if (error.code != heif_error_Ok) {
        return failure(errorOf(error));
    }
    heif_image_handle* handle = nullptr;
    error = heif_context_get_primary_image_handle(opened.context.get(), &handle);
    if (error.code != heif_error_Ok) {
        return failure(errorOf(error));
    }
    opened.picture.reset(handle);
    SOHOA_TRY(checkSize(heif_image_handle_get_width(handle), heif_image_handle_get_height(handle)));
    return opened;
}

PictureInfo infoOf(const heif_image_handle* picture)
{
    PictureInfo info;
    info.format = dossier::PageFormat::Heif;
    info.width = heif_image_handle_get_width(picture);
    info.height = heif_image_handle_get_height(picture);
    return info;
}

void convertRow(const uchar* from, int channels, uchar* to, int width, bool wantGrey)
{
    for (int x = 0; x < width; ++x) {
        const uchar* pixel = from + static_cast<qsizetype>(x) * channels;
        const int alpha = channels == 4 ? pixel[3] : 255;
        const auto overWhite = [alpha](int value) {
            return (value * alpha + 255 * (255 - alpha) + 127) / 255;
        };
        const int red = overWhite(pixel[0]);
        const int green = overWhite(pixel[1]);
        const int blue = overWhite(pixel[2]);
        if (wantGrey) {
            to[x] = luma(red, green, blue);
        } else {
            reinterpret_cast<QRgb*>(to)[x] = qRgb(red, green, blue);
        }
    }
}

Result<Picture> decodeOpened(const Opened& opened, Want want)
{
    const bool hasAlpha = heif_image_handle_has_alpha_channel(opened.picture.get()) != 0;
    const Options options(heif_decoding_options_alloc());
    if (!options) {
        return failure(ErrorCode::ImageTooLarge, QStringLiteral("no memory for a decoder"));
    }
    options->convert_hdr_to_8bit = 1;
    heif_image* image = nullptr;
    const heif_error error = heif_decode_image(
        opened.picture.get(), &image, heif_colorspace_RGB,
        hasAlpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, options.get());
    if (error.code != heif_error_Ok) {
        return failure(errorOf(error));
    }
    const Decoded decoded(image);
    const PictureInfo info = infoOf(opened.picture.get());
    int stride = 0;
    const uchar* plane = heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride);
    const int channels = hasAlpha ? 4 : 3;
    if (plane == nullptr || heif_image_get_width(image, heif_channel_interleaved) != info.width ||
        heif_image_get_height(image, heif_channel_interleaved) != info.height ||
        stride < channels * info.width) {
        return failure(ErrorCode::ImageDamaged, QStringLiteral("HEIF: not of the size that was said"));
    }
    const bool grey = want == Want::Luminance;
    Picture picture;
    picture.image = QImage(info.width, info.height, grey ? QImage::Format_Grayscale8 : QImage::Format_RGB32);
    if (picture.image.isNull()) {
        return failure(ErrorCode::ImageTooLarge, QStringLiteral("no memory for the picture"));
    }
    for (int y = 0; y < info.height; ++y) {
        convertRow(plane + static_cast<qsizetype>(stride) * y, channels, picture.image.scanLine(y),
                   info.width, grey);
    }
    return picture;
}

} // namespace

bool canDecodeHeif()
{
    return heif_have_decoder_for_format(heif_compression_HEVC) != 0;
}

Result<PictureInfo> probeHeif(QByteArrayView bytes)
{
    try {
        SOHOA_ASSIGN(const Opened opened, open(bytes));
        return infoOf(opened.picture.get());
    } catch (const std::exception& problem) {
        return failure(ErrorCode::ImageDamaged, QString::fromUtf8(problem.what()));
    }
}

Result<Picture> decodeHeif(QByteArrayView bytes, Want want)
{
    try {
        SOHOA_ASSIGN(const Opened opened, open(bytes));
        return decodeOpened(opened, want);
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::ImageTooLarge, QStringLiteral("no memory for the picture"));
    } catch (const std::exception& problem) {
        return failure(ErrorCode::ImageDamaged, QString::fromUtf8(problem.what()));
    }
}

} // namespace sohoa::imaging
