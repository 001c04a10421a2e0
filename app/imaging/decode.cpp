// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/decode.h"

#include "imaging/decoders.h"
#include "imaging/heifheader.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace sohoa::imaging {

namespace {

Result<dossier::PageFormat> formatOf(QByteArrayView bytes)
{
    if (bytes.isEmpty()) {
        return failure(ErrorCode::FileEmpty);
    }
    if (bytes.startsWith("\xFF\xD8\xFF")) {
        return dossier::PageFormat::Jpeg;
    }
    if (bytes.startsWith("\x89PNG\r\n\x1A\n")) {
        return dossier::PageFormat::Png;
    }
    for (const QByteArrayView magic : {QByteArrayView("II\x2A\0", 4), QByteArrayView("MM\0\x2A", 4),
                                       QByteArrayView("II\x2B\0", 4), QByteArrayView("MM\0\x2B", 4)}) {
        if (bytes.startsWith(magic)) {
            return dossier::PageFormat::Tiff;
        }
    }
    if (isHeif(bytes)) {
        return dossier::PageFormat::Heif;
    }
    return failure(ErrorCode::FormatUnknown);
}

Result<Picture> decode(QByteArrayView bytes, int index, Want want, int minSide)
{
    SOHOA_ASSIGN(const dossier::PageFormat format, formatOf(bytes));
    if (index < 0 || (index > 0 && format != dossier::PageFormat::Tiff)) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("no picture %1").arg(index));
    }
    switch (format) {
    case dossier::PageFormat::Jpeg:
        return decodeJpeg(bytes, want, minSide);
    case dossier::PageFormat::Png:
        return decodePng(bytes, want);
    case dossier::PageFormat::Tiff:
        return decodeTiff(bytes, index, want);
    case dossier::PageFormat::Heif:
        return decodeHeif(bytes, want);
    case dossier::PageFormat::Pdf:
        break;
    }
    return failure(ErrorCode::FormatUnknown);
}

} // namespace

Status checkSize(qint64 width, qint64 height)
{
    if (width < 1 || height < 1) {
        return failure(ErrorCode::ImageDamaged, QStringLiteral("%1 x %2 pixels").arg(width).arg(height));
    }
    if (width > maxPixels || height > maxPixels || width * height > maxPixels) {
        return failure(ErrorCode::ImageTooLarge, QStringLiteral("%1 x %2 pixels").arg(width).arg(height));
    }
    return {};
}

double plausibleDpi(double x, double y, int width, int height)
{
    // A3 across, with room: the shorter side of a sheet on a desk is below 20 inches, the longer above one.
    constexpr double longestShortSide = 20.0;
    if (!std::isfinite(x) || !std::isfinite(y) || x <= 0 || y <= 0 ||
        std::abs(x - y) >= 0.02 * std::max(x, y)) {
        return 0;
    }
    const double dpi = (x + y) / 2;
    const bool believable =
        std::min(width, height) / dpi < longestShortSide && std::max(width, height) / dpi > 1.0;
    return believable ? dpi : 0;
}

int turnOfOrientation(int orientation)
{
    switch (orientation) {
    case 3:
        return 180;
    case 6:
        return 90;
    case 8:
        return 270;
    default:
        return 0;
    }
}

bool looksLikePdf(QByteArrayView bytes)
{
    return bytes.first(std::min<qsizetype>(bytes.size(), 1024)).indexOf("%PDF-") >= 0;
}

Result<std::vector<PictureInfo>> probe(QByteArrayView bytes)
{
    SOHOA_ASSIGN(const dossier::PageFormat format, formatOf(bytes));
    switch (format) {
    case dossier::PageFormat::Jpeg: {
        SOHOA_ASSIGN(const PictureInfo info, probeJpeg(bytes));
        return std::vector{info};
    }
    case dossier::PageFormat::Png: {
        SOHOA_ASSIGN(const PictureInfo info, probePng(bytes));
        return std::vector{info};
    }
    case dossier::PageFormat::Tiff:
        return probeTiff(bytes);
    case dossier::PageFormat::Heif: {
        SOHOA_ASSIGN(const PictureInfo info, probeHeif(bytes));
        return std::vector{info};
    }
    case dossier::PageFormat::Pdf:
        break;
    }
    return failure(ErrorCode::FormatUnknown);
}

Result<Luminance> decodeLuminance(QByteArrayView bytes, int index)
{
    SOHOA_ASSIGN(Picture picture, decode(bytes, index, Want::Luminance, 0));
    return Luminance{std::move(picture.image), picture.truncated};
}

Result<Picture> decodeFull(QByteArrayView bytes, int index)
{
    return decode(bytes, index, Want::Full, 0);
}

Result<Picture> decodeThumbnail(QByteArrayView bytes, int index, int maxSide)
{
    if (maxSide < 1) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("thumbnail of %1 pixels").arg(maxSide));
    }
    SOHOA_ASSIGN(Picture picture, decode(bytes, index, Want::Full, maxSide));
    if (picture.image.format() == QImage::Format_Mono) {
        picture.image.convertTo(QImage::Format_Grayscale8);
    }
    const QSize size = picture.image.size();
    if (std::max(size.width(), size.height()) > maxSide) {
        const QSize target = size.scaled(maxSide, maxSide, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
        const QImage::Format format = picture.image.format();
        picture.image = picture.image.scaled(target, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                            .convertToFormat(format);
    }
    if (picture.image.isNull()) {
        return failure(ErrorCode::ImageTooLarge, QStringLiteral("no memory for a thumbnail"));
    }
    return picture;
}

} // namespace sohoa::imaging
