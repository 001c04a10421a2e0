// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/edits.h"

#include "imaging/decoders.h"
#include "imaging/editedrows.h"
#include "imaging/retouch.h"

#include <QTransform>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

namespace sohoa::imaging {

namespace {

constexpr double leastDeskew = 0.1;
constexpr double leastConfidence = 0.5;
constexpr double holesNeeded = 0.6;
constexpr double modeNeeded = 0.8; // losing a colour is worse than a larger file

/// A grey row as bits, most significant first, 1 for what is lighter than half.
void pack(const uchar* grey, int width, uchar* bits)
{
    for (int x = 0; x < width; x += 8) {
        unsigned byte = 0;
        for (int i = 0; i < 8; ++i) { // rows of EditedRows go on to a multiple of 16
            byte = byte * 2 + (grey[x + i] >> 7);
        }
        bits[x / 8] = static_cast<uchar>(byte);
    }
}

/// Rows of bits as grey: black and white as the colour table has them.
class UnpackedRows
{
public:
    explicit UnpackedRows(const QImage& mono)
        : m_mono(mono)
        , m_row(static_cast<std::size_t>(mono.width()) + 8)
    {
        const QList<QRgb> table = mono.colorTable();
        const bool zeroIsLight = table.size() >= 2 && qGray(table[0]) > qGray(table[1]);
        for (unsigned byte = 0; byte < 256; ++byte) {
            for (unsigned bit = 0; bit < 8; ++bit) {
                const bool isSet = (byte & (0x80U >> bit)) != 0;
                m_table[byte][bit] = isSet != zeroIsLight ? 255 : 0;
            }
        }
    }
    const uchar* row(int y)
    {
        const uchar* bits = m_mono.constScanLine(y);
        for (std::size_t i = 0; i * 8 < static_cast<std::size_t>(m_mono.width()); ++i) {
            std::memcpy(m_row.data() + i * 8, m_table[bits[i]].data(), 8);
        }
        return m_row.data();
    }

private:
    QImage m_mono;
    std::vector<uchar> m_row;
    std::array<std::array<uchar, 8>, 256> m_table{};
};

PaperColours paperOf(const QImage& source, const std::optional<dossier::Quad>& sheet)
{
    const auto at = [&source](int x, int y) {
        PaperSample sample;
        if (source.format() == QImage::Format_Grayscale8) {
            sample.channels[0] = source.constScanLine(y)[x];
            sample.light = sample.channels[0];
        } else if (source.format() == QImage::Format_Mono) {
            sample.channels[0] = 255; // paper has one colour
            sample.light = 255;
        } else {
            const uchar* pixel = source.constScanLine(y) + static_cast<std::ptrdiff_t>(x) * 4;
            std::copy_n(pixel, 4, sample.channels.begin());
            const QRgb colour = *reinterpret_cast<const QRgb*>(pixel);
            sample.light = luma(qRed(colour), qGreen(colour), qBlue(colour));
        }
        return sample;
    };
    return PaperColours(source.size(), at, sheet);
}

Result<QImage> straightened(const QImage& source, const Geometry& geometry, const StopToken& stop)
{
    const bool mono = source.format() == QImage::Format_Mono;
    QImage target(geometry.size, source.format());
    if (target.isNull()) {
        return failure(ErrorCode::ImageTooLarge, QStringLiteral("no memory for the picture"));
    }
    const int channels = source.format() == QImage::Format_RGB32 ? 4 : 1;
    const PaperColours paper = paperOf(source, geometry.sheet);
    const Raster raster{source.constBits(), source.bytesPerLine(), source.width(), source.height(), channels};
    UnpackedRows unpacked(mono ? source : QImage());
    const auto rowOf = [&source, &unpacked, mono](int y) {
        return mono ? unpacked.row(y) : source.constScanLine(y);
    };
    FramedRows::Layout layout;
    layout.size = source.size();
    layout.channels = channels;
    EditedRows rows(geometry, layout, rowOf, raster, paper, target.width());
    if (mono) {
        target.setColorTable({qRgb(0, 0, 0), qRgb(255, 255, 255)});
    }
    const auto rowBytes = static_cast<std::size_t>(target.width()) * static_cast<std::size_t>(channels);
    for (int y = 0; y < target.height(); ++y) {
        if (y % 64 == 0 && stop.stop_requested()) {
            return failure(ErrorCode::Cancelled);
        }
        const uchar* row = rows.next();
        if (mono) {
            pack(row, target.width(), target.scanLine(y));
        } else {
            std::memcpy(target.scanLine(y), row, rowBytes);
        }
    }
    return target;
}

} // namespace

Result<QImage> applyEdits(const QImage& page, const dossier::PageEdits& edits, const StopToken& stop)
{
    SOHOA_ASSIGN(const Geometry geometry, geometryOf(page.size(), edits));
    if (edits.isNone()) {
        return page;
    }
    const QTransform turn = QTransform().rotate(edits.turn);
    if (!edits.changesPixels()) {
        return page.transformed(turn);
    }
    if (page.width() < 2 || page.height() < 2) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a picture without area"));
    }
    SOHOA_ASSIGN(QImage source, retouched(page, edits, stop));
    if (edits.deskewDegrees == 0 && !edits.crop) {
        return edits.turn == 0 ? source : source.transformed(turn);
    }
    const bool isAnywhere = EditedRows::isAnywhere(geometry);
    const bool mono = source.format() == QImage::Format_Mono;
    if (mono && isAnywhere) {
        source = source.convertToFormat(QImage::Format_Grayscale8);
    }
    if (source.isNull()) {
        return failure(ErrorCode::ImageTooLarge, QStringLiteral("no memory for the picture"));
    }
    SOHOA_ASSIGN(QImage target, straightened(source, geometry, stop));
    if (mono && isAnywhere) {
        target = target.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither);
    }
    target.setDotsPerMeterX(page.dotsPerMeterX());
    target.setDotsPerMeterY(page.dotsPerMeterY());
    return edits.turn == 0 ? target : target.transformed(turn);
}

dossier::PageEdits suggestEdits(const dossier::PageFindings& findings, const Cleaning& cleaning)
{
    dossier::PageEdits edits;
    if (findings.blank) {
        return edits;
    }
    if (cleaning.turn) {
        edits.turn = (360 - findings.orientation.value_or(0)) % 360;
    }
    if (cleaning.deskew && findings.skewDegrees && findings.skewConfidence >= leastConfidence &&
        std::abs(*findings.skewDegrees) > leastDeskew) {
        edits.deskewDegrees = *findings.skewDegrees;
    }
    if (cleaning.crop || cleaning.borders) {
        edits.crop = findings.pageQuad;
    }
    if (edits.crop && !(cleaning.crop && cleaning.borders)) {
        edits.cropKind = cleaning.crop ? dossier::CropKind::Box : dossier::CropKind::Borders;
    }
    if (cleaning.punchHoles && findings.punchHoleConfidence >= holesNeeded) {
        edits.fills = findings.punchHoles;
    }
    edits.whiten = cleaning.whiten;
    if (cleaning.chooseMode && findings.colourContent &&
        findings.colourContent->mode != dossier::ColourMode::Colour &&
        findings.colourContent->confidence >= modeNeeded) {
        edits.mode = findings.colourContent->mode;
    }
    return edits;
}

} // namespace sohoa::imaging
