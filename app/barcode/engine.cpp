// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "barcode/engine.h"

// zxing-cpp 1.4 gives wide strings without this; later versions ignore it.
#define ZX_USE_UTF8

#include <QStringDecoder>

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <ZXing/ReadBarcode.h>
#include <ZXing/ZXVersion.h>

#include <exception>
#include <optional>

namespace sohoa::barcode::engine {

namespace {

#if ZXING_VERSION_MAJOR > 2 || (ZXING_VERSION_MAJOR == 2 && ZXING_VERSION_MINOR >= 2)
using Hints = ZXing::ReaderOptions;
using Found = ZXing::Barcode;
#else
using Hints = ZXing::DecodeHints;
using Found = ZXing::Result;
#endif

Hints hintsFor(const Settings& settings)
{
    using ZXing::BarcodeFormat;
    ZXing::BarcodeFormats formats = BarcodeFormat::QRCode;
    switch (settings.symbologies) {
    case Symbologies::QrOnly:
        break;
    case Symbologies::LinearOnly:
        formats = BarcodeFormat::Code128;
        break;
    case Symbologies::QrAndLinear:
        formats = BarcodeFormat::QRCode | BarcodeFormat::Code128;
        break;
    case Symbologies::WithDataMatrix:
        formats = BarcodeFormat::QRCode | BarcodeFormat::Code128 | BarcodeFormat::DataMatrix;
        break;
    }
    Hints hints;
    hints.setFormats(formats);
    hints.setTryHarder(true);
    hints.setTryRotate(settings.alsoTurned);
    hints.setTryDownscale(settings.alsoSmaller);
    hints.setReturnErrors(settings.reportBroken);
    hints.setBinarizer(settings.threshold == Threshold::Local ? ZXing::Binarizer::LocalAverage
                                                              : ZXing::Binarizer::GlobalHistogram);
    return hints;
}

// Codes at the counter carry UTF-8 without saying so. The engine would guess and take some Vietnamese for
// Shift JIS or Latin 1; text that is valid UTF-8 by chance is so rare that we need not guess.
std::optional<QString> asUtf8(const ZXing::ByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    if (decoder.hasError()) {
        return {};
    }
    return text;
}

Finding findingFrom(const Found& found)
{
    Finding finding;
    finding.readable = found.isValid();
    finding.linear = ZXing::BarcodeFormats(ZXing::BarcodeFormat::LinearCodes).testFlag(found.format());
    finding.rowsAgreeing = found.lineCount();
    finding.format = QString::fromStdString(ZXing::ToString(found.format()));
    for (std::size_t corner = 0; corner < finding.corners.size(); ++corner) {
        const auto& point = found.position()[corner];
        finding.corners[corner] = QPointF(point.x, point.y);
    }
    if (finding.readable) {
        std::optional<QString> text;
        if (!found.hasECI() && !finding.linear) {
            text = asUtf8(found.bytes());
        }
        finding.text = text ? *text : QString::fromStdString(found.text());
    }
    return finding;
}

} // namespace

std::vector<Finding> search(const QImage& page, const Settings& settings)
{
    std::vector<Finding> findings;
    try {
        const ZXing::ImageView view(page.constBits(), page.width(), page.height(), ZXing::ImageFormat::Lum,
                                    static_cast<int>(page.bytesPerLine()));
        for (const Found& found : ZXing::ReadBarcodes(view, hintsFor(settings))) {
            findings.push_back(findingFrom(found));
        }
    } catch (const std::exception&) {
        // A picture the engine chokes on holds no code for us; what was found before stays.
    }
    return findings;
}

Result<CodeMatrix> write(const QString& text, ErrorCorrection level)
{
    bool ascii = true;
    for (const QChar character : text) {
        ascii = ascii && character.unicode() < 0x80;
    }
    try {
        ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
        writer.setMargin(0);
        // Any character set that is named is written into the code too.
        writer.setEncoding(ascii ? ZXing::CharacterSet::Unknown : ZXing::CharacterSet::UTF8);
        // The engine halves its scale 1..8 to the four levels.
        writer.setEccLevel(2 * static_cast<int>(level) + 2);
        const ZXing::BitMatrix bits = writer.encode(text.toStdString(), 0, 0);
        CodeMatrix matrix;
        matrix.size = bits.width();
        matrix.modules.reserve(static_cast<std::size_t>(bits.width()) *
                               static_cast<std::size_t>(bits.height()));
        for (int row = 0; row < bits.height(); ++row) {
            for (int column = 0; column < bits.width(); ++column) {
                matrix.modules.push_back(bits.get(column, row));
            }
        }
        return matrix;
    } catch (const std::exception& problem) {
        return failure(ErrorCode::InvalidArgument, QString::fromUtf8(problem.what()));
    }
}

} // namespace sohoa::barcode::engine
