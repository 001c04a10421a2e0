// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "pdf/pngfilter_p.h"
#include "pdf/samples_p.h"

#include <array>
#include <cstdlib>
#include <cstring>

namespace sohoa::pdf {

namespace {

using dossier::ColourMode;

bool isBlackAndWhite(const QImage& image)
{
    if (image.format() != QImage::Format_Mono && image.format() != QImage::Format_MonoLSB) {
        return false;
    }
    const auto isPure = [&image](int index) {
        const QRgb colour =
            image.colorCount() > index ? image.color(index) : (index == 0 ? 0xFF000000U : 0xFFFFFFFFU);
        return (colour & 0xFFFFFFU) == 0 || (colour & 0xFFFFFFU) == 0xFFFFFFU;
    };
    return isPure(0) && isPure(1);
}

QByteArray rowsOf(const QImage& image, qsizetype rowBytes)
{
    QByteArray samples;
    samples.reserve(rowBytes * image.height());
    for (int y = 0; y < image.height(); ++y) {
        samples.append(reinterpret_cast<const char*>(image.constScanLine(y)), rowBytes);
    }
    return samples;
}

QByteArray bilevelSamples(const QImage& image)
{
    const QImage mono = image.convertToFormat(QImage::Format_Mono);
    const qsizetype rowBytes = sampleRowBytes(image.width(), ColourMode::Bilevel);
    QByteArray samples = rowsOf(mono, rowBytes);
    const bool zeroIsBlack = mono.colorCount() == 0 || (mono.color(0) & 0xFFFFFFU) == 0;
    const bool oneIsBlack = mono.colorCount() > 1 && (mono.color(1) & 0xFFFFFFU) == 0;
    const int unused = static_cast<int>(rowBytes * 8 - image.width());
    const auto padding = static_cast<char>(0xFF << unused);
    for (int y = 0; y < image.height(); ++y) {
        char* row = samples.data() + y * rowBytes;
        for (qsizetype i = 0; i < rowBytes; ++i) {
            if (zeroIsBlack && oneIsBlack) {
                row[i] = 0;
            } else if (!zeroIsBlack && !oneIsBlack) {
                row[i] = static_cast<char>(0xFF);
            } else if (oneIsBlack) {
                row[i] = static_cast<char>(~row[i]);
            }
        }
        row[rowBytes - 1] = static_cast<char>(row[rowBytes - 1] & padding);
    }
    return samples;
}

/// One row after a PNG filter, and how large its values are.
template<int Filter>
qint64 filterRow(const unsigned char* row, const unsigned char* above, qsizetype size, qsizetype pixel,
                 unsigned char* out)
{
    qint64 sum = 0;
    for (qsizetype i = 0; i < size; ++i) {
        const int left = i >= pixel ? row[i - pixel] : 0;
        int guess = 0;
        if constexpr (Filter == 1) {
            guess = left;
        } else if constexpr (Filter == 2) {
            guess = above[i];
        } else if constexpr (Filter == 4) {
            guess = paeth(left, above[i], i >= pixel ? above[i - pixel] : 0);
        }
        out[i] = static_cast<unsigned char>(row[i] - guess);
        sum += std::abs(static_cast<int>(static_cast<signed char>(out[i])));
    }
    return sum;
}

using RowFilter = qint64 (*)(const unsigned char*, const unsigned char*, qsizetype, qsizetype,
                             unsigned char*);
struct NumberedFilter
{
    unsigned char number;
    RowFilter apply;
};
constexpr std::array<NumberedFilter, 4> rowFilters = {
    {{0, filterRow<0>}, {1, filterRow<1>}, {2, filterRow<2>}, {4, filterRow<4>}}};

/// zlib data; qCompress puts four bytes of length in front.
QByteArray deflated(const QByteArray& data)
{
    return qCompress(data, 6).mid(4);
}

} // namespace

QImage onWhite(QImage image)
{
    image.convertTo(QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int alpha = qAlpha(row[x]);
            if (alpha == 255) {
                continue;
            }
            const auto blend = [alpha](int value) {
                return (value * alpha + 255 * (255 - alpha) + 127) / 255;
            };
            row[x] = qRgb(blend(qRed(row[x])), blend(qGreen(row[x])), blend(qBlue(row[x])));
        }
    }
    image.reinterpretAsFormat(QImage::Format_RGB32);
    return image;
}

qsizetype sampleRowBytes(int width, ColourMode mode)
{
    switch (mode) {
    case ColourMode::Colour:
        return static_cast<qsizetype>(width) * 3;
    case ColourMode::Grey:
        return width;
    case ColourMode::Bilevel:
        return (static_cast<qsizetype>(width) + 7) / 8;
    }
    return 0;
}

Result<QByteArray> samplesOf(const QImage& image, ColourMode mode)
{
    if (image.isNull()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("no picture"));
    }
    const QImage opaque = image.hasAlphaChannel() ? onWhite(image) : image;
    switch (mode) {
    case ColourMode::Colour:
        return rowsOf(opaque.convertToFormat(QImage::Format_RGB888), sampleRowBytes(image.width(), mode));
    case ColourMode::Grey:
        if (!opaque.isGrayscale()) {
            return failure(ErrorCode::InvalidArgument,
                           QStringLiteral("a picture with colours to be written grey"));
        }
        return rowsOf(opaque.convertToFormat(QImage::Format_Grayscale8), sampleRowBytes(image.width(), mode));
    case ColourMode::Bilevel:
        if (!isBlackAndWhite(opaque)) {
            return failure(
                ErrorCode::InvalidArgument,
                QStringLiteral("a picture with more than black and white to be written with one bit"));
        }
        return bilevelSamples(opaque);
    }
    return failure(ErrorCode::InvalidArgument);
}

QByteArray deflateSamples(const QByteArray& samples, int width, ColourMode mode)
{
    if (mode == ColourMode::Bilevel) {
        return deflated(samples);
    }
    const qsizetype rowBytes = sampleRowBytes(width, mode);
    const qsizetype pixel = mode == ColourMode::Colour ? 3 : 1;
    const qsizetype rows = samples.size() / rowBytes;
    QByteArray filtered(rows * (rowBytes + 1), Qt::Uninitialized);
    QByteArray attempt(rowBytes, '\0');
    const QByteArray nothing(rowBytes, '\0');
    const auto* above = reinterpret_cast<const unsigned char*>(nothing.constData());
    auto* out = reinterpret_cast<unsigned char*>(filtered.data());
    for (qsizetype y = 0; y < rows; ++y) {
        const auto* row = reinterpret_cast<const unsigned char*>(samples.constData()) + y * rowBytes;
        qint64 least = -1;
        for (const NumberedFilter& filter : rowFilters) {
            auto* trial = reinterpret_cast<unsigned char*>(attempt.data());
            const qint64 sum = filter.apply(row, above, rowBytes, pixel, trial);
            if (least < 0 || sum < least) {
                least = sum;
                out[0] = filter.number;
                std::memcpy(out + 1, trial, static_cast<std::size_t>(rowBytes));
            }
        }
        out += rowBytes + 1;
        above = row;
    }
    return deflated(filtered);
}

} // namespace sohoa::pdf
