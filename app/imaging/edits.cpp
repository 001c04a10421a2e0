// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/edits.h"

#include "imaging/decode.h"

#include <QLineF>
#include <QPainter>
#include <QPolygonF>
#include <QTransform>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace sohoa::imaging {

namespace {

constexpr double leastDeskew = 0.3; // degrees
constexpr double leastConfidence = 0.5;
constexpr double noRotation = 0.02; // degrees: less than a pixel over an A4 page at 300 dpi
constexpr int leastSide = 8;

/// How far a quad's upper and lower edges are turned counter-clockwise as the viewer sees it, in degrees.
double leanOf(const dossier::Quad& quad)
{
    const double upper = QLineF(quad[0], quad[1]).angle();
    const double lower = QLineF(quad[3], quad[2]).angle();
    const auto centred = [](double angle) { return angle > 180 ? angle - 360 : angle; };
    return (centred(upper) + centred(lower)) / 2;
}

/// The tone most of the picture's rim has, which is paper unless the page is a photograph.
QColor paperTone(const QImage& picture)
{
    std::array<std::vector<int>, 3> channels;
    const int step = std::max(1, std::min(picture.width(), picture.height()) / 200);
    const int inset = std::min(picture.width(), picture.height()) / 50;
    const auto take = [&](int x, int y) {
        const QRgb pixel = picture.pixel(x, y);
        channels[0].push_back(qRed(pixel));
        channels[1].push_back(qGreen(pixel));
        channels[2].push_back(qBlue(pixel));
    };
    for (int x = inset; x < picture.width() - inset; x += step) {
        take(x, inset);
        take(x, picture.height() - 1 - inset);
    }
    for (int y = inset; y < picture.height() - inset; y += step) {
        take(inset, y);
        take(picture.width() - 1 - inset, y);
    }
    const auto median = [](std::vector<int>& values) {
        const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
        std::nth_element(values.begin(), middle, values.end());
        return *middle;
    };
    if (channels[0].empty()) {
        return Qt::white;
    }
    return {median(channels[0]), median(channels[1]), median(channels[2])};
}

/// From pixels of the picture to pixels of the result, and the result's size, without the turn.
struct Mapping
{
    QTransform transform;
    QSize size;
};

Result<Mapping> mappingFor(const QImage& picture, const dossier::PageEdits& edits)
{
    Mapping mapping{{}, picture.size()};
    double deskew = edits.deskewDegrees;
    if (edits.crop) {
        const dossier::Quad& quad = *edits.crop;
        const double width = (QLineF(quad[0], quad[1]).length() + QLineF(quad[3], quad[2]).length()) / 2;
        const double height = (QLineF(quad[0], quad[3]).length() + QLineF(quad[1], quad[2]).length()) / 2;
        const bool usable =
            std::isfinite(width) && std::isfinite(height) && width >= leastSide && height >= leastSide;
        if (!usable || width > 2.0 * picture.width() + picture.height() ||
            height > 2.0 * picture.height() + picture.width()) {
            return failure(ErrorCode::InvalidArgument, QStringLiteral("crop"));
        }
        mapping.size = QSize(static_cast<int>(std::lround(width)), static_cast<int>(std::lround(height)));
        const QPolygonF from{QList<QPointF>(quad.begin(), quad.end())};
        const QPolygonF to{QList<QPointF>{{0, 0}, {width, 0}, {width, height}, {0, height}}};
        if (!QTransform::quadToQuad(from, to, mapping.transform)) {
            return failure(ErrorCode::InvalidArgument, QStringLiteral("crop is no quad"));
        }
        // Cutting along the sheet's edges has turned the content by their lean already.
        deskew -= leanOf(quad);
    }
    if (std::abs(deskew) > noRotation) {
        const QPointF middle(mapping.size.width() / 2.0, mapping.size.height() / 2.0);
        QTransform rotation;
        rotation.translate(middle.x(), middle.y());
        rotation.rotate(deskew);
        rotation.translate(-middle.x(), -middle.y());
        mapping.transform = mapping.transform * rotation;
    }
    if (qint64{mapping.size.width()} * mapping.size.height() > maxPixels) {
        return failure(ErrorCode::ImageTooLarge, QStringLiteral("after cropping"));
    }
    return mapping;
}

} // namespace

dossier::PageEdits suggestEdits(const dossier::PageFindings& findings)
{
    dossier::PageEdits edits;
    if (findings.orientation) {
        edits.turn = (360 - *findings.orientation) % 360;
    }
    const bool sureSkew = findings.skewDegrees && findings.skewConfidence >= leastConfidence;
    if (sureSkew && std::abs(*findings.skewDegrees) >= leastDeskew) {
        edits.deskewDegrees = *findings.skewDegrees;
    }
    edits.crop = findings.pageQuad;
    if (edits.crop && edits.deskewDegrees == 0) {
        // The sheet lies askew in the picture and its print is straight, or nobody knows: trust the sheet's
        // edges.
        edits.deskewDegrees = sureSkew ? *findings.skewDegrees : leanOf(*edits.crop);
    }
    return edits;
}

Result<QImage> applyEdits(const QImage& picture, const dossier::PageEdits& edits)
{
    if (picture.isNull()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("no picture"));
    }
    const bool grey = picture.format() == QImage::Format_Grayscale8;
    const QImage source = grey || picture.format() == QImage::Format_RGB32
                              ? picture
                              : picture.convertToFormat(QImage::Format_RGB32);
    QImage result = source;
    if (edits.deskewDegrees != 0 || edits.crop) {
        SOHOA_ASSIGN(const Mapping mapping, mappingFor(source, edits));
        result = QImage(mapping.size, source.format());
        if (result.isNull()) {
            return failure(ErrorCode::ImageTooLarge, QStringLiteral("no memory for the edited picture"));
        }
        result.setDotsPerMeterX(source.dotsPerMeterX());
        result.setDotsPerMeterY(source.dotsPerMeterY());
        result.fill(paperTone(source));
        QPainter painter(&result);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.setTransform(mapping.transform);
        painter.drawImage(0, 0, source);
    }
    if (edits.turn % 360 != 0) {
        result = result.transformed(QTransform().rotate(edits.turn));
    }
    return result;
}

QImage toBilevel(const QImage& grey)
{
    constexpr int half = 128;
    const QImage source = grey.convertToFormat(QImage::Format_Grayscale8);
    QImage result(source.size(), QImage::Format_Mono);
    result.setColorTable({qRgb(0, 0, 0), qRgb(255, 255, 255)});
    result.setDotsPerMeterX(grey.dotsPerMeterX());
    result.setDotsPerMeterY(grey.dotsPerMeterY());
    result.fill(1);
    for (int y = 0; y < source.height(); ++y) {
        const uchar* from = source.constScanLine(y);
        uchar* to = result.scanLine(y);
        for (int x = 0; x < source.width(); ++x) {
            if (from[x] < half) {
                to[x / 8] = static_cast<uchar>(to[x / 8] & ~(0x80 >> (x % 8)));
            }
        }
    }
    return result;
}

} // namespace sohoa::imaging
