// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "pdf/g4tiff.h"
#include "pdf/imagetaking_p.h"
#include "pdf/jpegheader.h"
#include "pdf/render.h"

#include <QBuffer>
#include <QImage>
#include <QImageWriter>

#include <cmath>
#include <cstring>

namespace sohoa::pdf {

namespace {

using dossier::ColourMode;
using dossier::PageFormat;
using Object = QPDFObjectHandle;

constexpr qint64 slack = 1024 * 1024;
constexpr qint64 mostRawBytes = 1024LL * 1024 * 1024;

/// Colours as far as we copy them without drawing.
struct Colours
{
    int components = 0;       ///< 1 grey or index, 3 RGB, 0 something else
    QList<QRgb> palette = {}; ///< when indexed
};

int plainComponents(Object space)
{
    if (space.isName()) {
        const std::string& name = space.getName();
        return name == "/DeviceGray" || name == "/G" ? 1 : name == "/DeviceRGB" || name == "/RGB" ? 3 : 0;
    }
    if (!space.isArray() || space.getArrayNItems() < 2 || !space.getArrayItem(0).isName()) {
        return 0;
    }
    const std::string family = space.getArrayItem(0).getName();
    if (family == "/CalGray" || family == "/CalRGB") {
        return family == "/CalGray" ? 1 : 3;
    }
    Object profile = space.getArrayItem(1);
    if (family == "/ICCBased" && profile.isStream()) {
        Object count = profile.getDict().getKey("/N");
        const long long n = count.isInteger() ? count.getIntValue() : 0;
        return n == 1 || n == 3 ? static_cast<int>(n) : 0;
    }
    return 0;
}

Colours coloursOf(Object space)
{
    if (const int components = plainComponents(space); components != 0) {
        return {components};
    }
    if (!space.isArray() || space.getArrayNItems() != 4 || !space.getArrayItem(0).isName() ||
        (space.getArrayItem(0).getName() != "/Indexed" && space.getArrayItem(0).getName() != "/I")) {
        return {};
    }
    const int base = plainComponents(space.getArrayItem(1));
    Object highest = space.getArrayItem(2);
    Object table = space.getArrayItem(3);
    if (base == 0 || !highest.isInteger() || highest.getIntValue() < 0 || highest.getIntValue() > 255) {
        return {};
    }
    QByteArray entries;
    if (table.isString()) {
        entries = QByteArray::fromStdString(table.getStringValue());
    } else if (table.isStream()) {
        entries = decodedStream(table, slack);
    }
    const auto count = static_cast<int>(highest.getIntValue()) + 1;
    if (entries.size() < static_cast<qsizetype>(count) * base) {
        return {};
    }
    Colours colours{1};
    for (int i = 0; i < count; ++i) {
        const auto at = [&](int part) { return static_cast<unsigned char>(entries.at(i * base + part)); };
        colours.palette.append(base == 3 ? qRgb(at(0), at(1), at(2)) : qRgb(at(0), at(0), at(0)));
    }
    return colours;
}

enum class DecodeArray
{
    Usual,
    Inverted,
    Other
};

DecodeArray decodeArrayOf(Object dictionary)
{
    Object array = dictionary.getKey("/Decode");
    if (array.isNull()) {
        return DecodeArray::Usual;
    }
    if (!array.isArray() || array.getArrayNItems() == 0 || array.getArrayNItems() % 2 != 0) {
        return DecodeArray::Other;
    }
    bool usual = true;
    bool inverted = true;
    for (int i = 0; i < array.getArrayNItems(); ++i) {
        Object item = array.getArrayItem(i);
        const double value = item.isNumber() ? item.getNumericValue() : -1;
        usual = usual && value == i % 2;
        inverted = inverted && value == 1 - i % 2;
    }
    return usual ? DecodeArray::Usual : inverted ? DecodeArray::Inverted : DecodeArray::Other;
}

std::optional<int> wholeNumber(Object dictionary, const char* key)
{
    Object value = dictionary.getKey(key);
    if (!value.isInteger() || value.getIntValue() < 1 || value.getIntValue() > 1'000'000) {
        return {};
    }
    return static_cast<int>(value.getIntValue());
}

std::optional<TakenPage> takeJpeg(Object image, int width, int height)
{
    using Colour = JpegHeader::Colour;
    Object dictionary = image.getDict();
    TakenPage taken;
    taken.bytes = rawStream(image, mostRawBytes);
    const Result<JpegHeader> header = readJpegHeader(taken.bytes);
    if (!header || header->width != width || header->height != height || header->bits != 8 ||
        header->colour == Colour::FourComponents || header->colour == Colour::Unclear ||
        decodeArrayOf(dictionary) != DecodeArray::Usual ||
        plainComponents(dictionary.getKey("/ColorSpace")) != header->components) {
        return {};
    }
    // A JPEG without an Adobe marker is shown by the parameter here, but by its component names as a file.
    Object parameters = onlyDecodeParameters(image);
    if (header->components == 3 && !header->adobeMarker) {
        Object transform = parameters.isDictionary() ? parameters.getKey("/ColorTransform") : parameters;
        const bool pdfSaysYcc = !transform.isInteger() || transform.getIntValue() != 0;
        if (pdfSaysYcc != (header->colour == Colour::YCbCr)) {
            return {};
        }
    }
    taken.format = PageFormat::Jpeg;
    taken.mode = header->components == 1 ? ColourMode::Grey : ColourMode::Colour;
    return taken;
}

std::optional<TakenPage> takeG4(Object image, int width, int height, double dpi)
{
    Object dictionary = image.getDict();
    Object parameters = onlyDecodeParameters(image);
    const DecodeArray decode = decodeArrayOf(dictionary);
    if (!parameters.isDictionary() || decode == DecodeArray::Other ||
        plainComponents(dictionary.getKey("/ColorSpace")) != 1) {
        return {};
    }
    const auto flag = [&parameters](const char* key) {
        Object value = parameters.getKey(key);
        return value.isBool() && value.getBoolValue();
    };
    Object kind = parameters.getKey("/K");
    const int columns = wholeNumber(parameters, "/Columns").value_or(1728);
    if (!kind.isNumber() || kind.getNumericValue() >= 0 || columns != width || flag("/EncodedByteAlign")) {
        return {};
    }
    TakenPage taken;
    const bool inverted = flag("/BlackIs1") != (decode == DecodeArray::Inverted);
    taken.bytes = wrapG4(rawStream(image, mostRawBytes), width, height, dpi, !inverted);
    taken.format = PageFormat::Tiff;
    taken.mode = ColourMode::Bilevel;
    return taken;
}

/// Samples of 1 or 8 bits as a picture; null when the data ends early or the kind is another.
QImage imageFrom(const QByteArray& samples, int width, int height, int bits, const Colours& colours)
{
    const qsizetype rowBytes = (static_cast<qsizetype>(width) * bits * colours.components + 7) / 8;
    if (samples.size() < rowBytes * height) {
        return {};
    }
    const bool indexed = !colours.palette.isEmpty();
    QImage::Format format = QImage::Format_Invalid;
    if (bits == 1 && colours.components == 1) {
        format = QImage::Format_Mono;
    } else if (bits == 8 && colours.components == 1) {
        format = indexed ? QImage::Format_Indexed8 : QImage::Format_Grayscale8;
    } else if (bits == 8 && colours.components == 3) {
        format = QImage::Format_RGB888;
    }
    if (format == QImage::Format_Invalid) {
        return {};
    }
    QImage image(width, height, format);
    if (image.isNull()) {
        return {};
    }
    if (format == QImage::Format_Mono || format == QImage::Format_Indexed8) {
        QList<QRgb> table = indexed ? colours.palette : QList<QRgb>{qRgb(0, 0, 0), qRgb(255, 255, 255)};
        table.resize(format == QImage::Format_Mono ? 2 : 256); // an index above the last entry is black
        for (QRgb& entry : table) {
            entry |= 0xFF000000U;
        }
        image.setColorTable(table);
    }
    for (int y = 0; y < height; ++y) {
        std::memcpy(image.scanLine(y), samples.constData() + y * rowBytes,
                    static_cast<std::size_t>(rowBytes));
    }
    return format == QImage::Format_Indexed8 ? image.convertToFormat(QImage::Format_RGB32) : image;
}

Result<std::optional<TakenPage>> takeSamples(Object image, int width, int height, double dpi)
{
    Object dictionary = image.getDict();
    const Colours colours = coloursOf(dictionary.getKey("/ColorSpace"));
    const auto bits = wholeNumber(dictionary, "/BitsPerComponent");
    if (colours.components == 0 || !bits || (*bits != 1 && *bits != 8) ||
        decodeArrayOf(dictionary) != DecodeArray::Usual) {
        return std::optional<TakenPage>();
    }
    const qint64 size = ((static_cast<qint64>(width) * *bits * colours.components + 7) / 8) * height;
    const DecodeBudget budget(size + slack);
    const QImage picture = imageFrom(decodedStream(image, size + slack), width, height, *bits, colours);
    if (picture.isNull()) {
        return std::optional<TakenPage>();
    }
    SOHOA_ASSIGN(TakenPage taken, asPng(picture, dpi));
    return std::optional<TakenPage>(std::move(taken));
}

} // namespace

Result<std::optional<TakenPage>> takeImage(Object image, double dpi)
{
    const auto width = wholeNumber(image.getDict(), "/Width");
    const auto height = wholeNumber(image.getDict(), "/Height");
    if (!width || !height || static_cast<qint64>(*width) * *height > mostRenderedPixels) {
        return std::optional<TakenPage>();
    }
    const std::string filter = onlyFilter(image);
    std::optional<TakenPage> taken;
    if (filter == "/DCTDecode" || filter == "/DCT") {
        taken = takeJpeg(image, *width, *height);
    } else if (filter == "/CCITTFaxDecode" || filter == "/CCF") {
        taken = takeG4(image, *width, *height, dpi);
    } else if (filter.empty() || filter == "/FlateDecode" || filter == "/Fl") {
        SOHOA_ASSIGN(taken, takeSamples(image, *width, *height, dpi));
    }
    if (taken) {
        taken->width = *width;
        taken->height = *height;
    }
    return taken;
}

Result<TakenPage> asPng(const QImage& image, double dpi)
{
    const bool isMono = image.format() == QImage::Format_Mono;
    const bool isGrey = !isMono && image.isGrayscale();
    QImage picture = isMono   ? image
                     : isGrey ? image.convertToFormat(QImage::Format_Grayscale8)
                              : image.convertToFormat(QImage::Format_RGB888);
    if (dpi > 0) {
        const int dotsPerMeter = static_cast<int>(std::lround(dpi / 0.0254));
        picture.setDotsPerMeterX(dotsPerMeter);
        picture.setDotsPerMeterY(dotsPerMeter);
    }
    TakenPage taken;
    QBuffer buffer(&taken.bytes);
    QImageWriter writer(&buffer, "png");
    writer.setCompression(30); // zlib level 2 of 9: scans hardly get smaller above
    if (!buffer.open(QIODevice::WriteOnly) || !writer.write(picture)) {
        return failure(ErrorCode::PdfDamaged,
                       QStringLiteral("page cannot be made a picture: ") + writer.errorString());
    }
    taken.format = PageFormat::Png;
    taken.width = image.width();
    taken.height = image.height();
    taken.mode = isMono ? ColourMode::Bilevel : isGrey ? ColourMode::Grey : ColourMode::Colour;
    return taken;
}

} // namespace sohoa::pdf
