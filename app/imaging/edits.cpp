// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/edits.h"

#include "imaging/decoders.h"

#include <QTransform>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace sohoa::imaging {

namespace {

constexpr double leastDeskew = 0.1;
constexpr double leastConfidence = 0.5;
constexpr double converging = 1.0; // degrees between opposite sides
constexpr double upright = 0.5;    // degrees a side of a crop may lean and still be straightened

/// The paper's colour place by place, to fill in what lies outside the picture.
class PaperColour
{
public:
    explicit PaperColour(const QImage& image)
        : m_image(image)
        , m_columns(std::max(1, image.width() / tile))
        , m_rows(std::max(1, image.height() / tile))
    {
        std::vector<QRgb> all;
        for (int ty = 0; ty < m_rows; ++ty) {
            for (int tx = 0; tx < m_columns; ++tx) {
                m_colours.push_back(brightIn(tx, ty));
            }
        }
        all = m_colours;
        const auto byLight = [](QRgb a, QRgb b) { return lightOf(a) < lightOf(b); };
        const auto place = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
        std::nth_element(all.begin(), place, all.end(), byLight);
        const QRgb typical = *place;
        for (QRgb& colour : m_colours) {
            if (lightOf(colour) * 4 < lightOf(typical) * 3) {
                colour = typical; // a bed, a picture or a shadow, not paper
            }
        }
    }

    /// The colour at the place of the picture nearest to (x, y).
    [[nodiscard]] QRgb near(double x, double y) const
    {
        const int tx = std::clamp(static_cast<int>(x / tile), 0, m_columns - 1);
        const int ty = std::clamp(static_cast<int>(y / tile), 0, m_rows - 1);
        return m_colours[static_cast<std::size_t>(ty * m_columns + tx)];
    }

private:
    static constexpr int tile = 64;

    static int lightOf(QRgb c) { return luma(qRed(c), qGreen(c), qBlue(c)); }

    [[nodiscard]] QRgb brightIn(int tx, int ty) const
    {
        std::array<QRgb, (tile / 8) * (tile / 8)> colours{};
        std::size_t count = 0;
        for (int y = ty * tile + 4; y < std::min(m_image.height(), (ty + 1) * tile); y += 8) {
            for (int x = tx * tile + 4; x < std::min(m_image.width(), (tx + 1) * tile); x += 8) {
                colours[count++] = m_image.pixel(x, y);
            }
        }
        if (count == 0) {
            return m_image.pixel(m_image.width() / 2, m_image.height() / 2);
        }
        const auto place = colours.begin() + static_cast<std::ptrdiff_t>(count * 7 / 10);
        std::nth_element(colours.begin(), place, colours.begin() + static_cast<std::ptrdiff_t>(count),
                         [](QRgb a, QRgb b) { return lightOf(a) < lightOf(b); });
        return *place;
    }

    const QImage& m_image;
    int m_columns;
    int m_rows;
    std::vector<QRgb> m_colours;
};

/// Mixes two pixels, `part` of 256 of the second; two channels at a time.
inline quint32 mix(quint32 a, quint32 b, quint32 part)
{
    const quint32 rest = 256 - part;
    const quint32 redBlue = (((a & 0xFF00FFU) * rest + (b & 0xFF00FFU) * part) >> 8) & 0xFF00FFU;
    const quint32 green = (((a & 0x00FF00U) * rest + (b & 0x00FF00U) * part) >> 8) & 0x00FF00U;
    return 0xFF000000U | redBlue | green;
}

struct Place
{
    int x;
    int y;
    quint32 partX; ///< of 256
    quint32 partY;
};

void sample(const QImage& from, const Place& p, QRgb* to)
{
    const auto* upper = reinterpret_cast<const QRgb*>(from.constScanLine(p.y)) + p.x;
    const auto* lower = reinterpret_cast<const QRgb*>(from.constScanLine(p.y + 1)) + p.x;
    *to = mix(mix(upper[0], upper[1], p.partX), mix(lower[0], lower[1], p.partX), p.partY);
}

void sample(const QImage& from, const Place& p, uchar* to)
{
    const uchar* upper = from.constScanLine(p.y) + p.x;
    const uchar* lower = from.constScanLine(p.y + 1) + p.x;
    const quint32 a = upper[0] * (256 - p.partX) + upper[1] * p.partX;
    const quint32 b = lower[0] * (256 - p.partX) + lower[1] * p.partX;
    *to = static_cast<uchar>((a * (256 - p.partY) + b * p.partY + 32768) >> 16);
}

inline void fill(QRgb colour, QRgb* to)
{
    *to = colour;
}

inline void fill(QRgb colour, uchar* to)
{
    *to = luma(qRed(colour), qGreen(colour), qBlue(colour));
}

/// @param back takes places of the target to places of the source
template<typename Pixel>
void warp(const QImage& from, const QTransform& back, const PaperColour& paper, QImage& to)
{
    const double lastX = from.width() - 1.0;
    const double lastY = from.height() - 1.0;
    for (int y = 0; y < to.height(); ++y) {
        auto* row = reinterpret_cast<Pixel*>(to.scanLine(y));
        // Homogeneous coordinates advance by constants along a row.
        double u = back.m11() * 0.5 + back.m21() * (y + 0.5) + back.m31();
        double v = back.m12() * 0.5 + back.m22() * (y + 0.5) + back.m32();
        double w = back.m13() * 0.5 + back.m23() * (y + 0.5) + back.m33();
        for (int x = 0; x < to.width(); ++x) {
            const double sourceX = u / w - 0.5;
            const double sourceY = v / w - 0.5;
            u += back.m11();
            v += back.m12();
            w += back.m13();
            // Half a pixel beyond the last centres still belongs to the picture.
            if (!(sourceX >= -0.5 && sourceY >= -0.5 && sourceX <= lastX + 0.5 && sourceY <= lastY + 0.5)) {
                fill(paper.near(sourceX, sourceY), row + x);
                continue;
            }
            const double insideX = std::clamp(sourceX, 0.0, lastX - 1e-6);
            const double insideY = std::clamp(sourceY, 0.0, lastY - 1e-6);
            const int wholeX = static_cast<int>(insideX);
            const int wholeY = static_cast<int>(insideY);
            sample(from,
                   {wholeX, wholeY, static_cast<quint32>((insideX - wholeX) * 256),
                    static_cast<quint32>((insideY - wholeY) * 256)},
                   row + x);
        }
    }
}

double lengthOf(const QPointF& vector)
{
    return std::hypot(vector.x(), vector.y());
}

/// Degrees a side leans from the direction it should have (0: to the right, 1: down, 2: to the left, 3: up).
double leanOfSide(const dossier::Quad& quad, std::size_t side)
{
    const QPointF along = quad[(side + 1) % 4] - quad[side];
    const double degrees = std::atan2(along.y(), along.x()) * 180 / M_PI - 90.0 * double(side);
    return std::remainder(degrees, 360.0);
}

/// The target's size, and what takes the source to it.
struct Geometry
{
    QTransform forward;
    QSize size;
};

Geometry geometryOf(const QSize& source, const dossier::PageEdits& edits)
{
    QTransform turned;
    turned.rotate(edits.turn + edits.deskewDegrees); // clockwise, since y points down
    dossier::Quad corners{QPointF(0, 0), QPointF(source.width(), 0), QPointF(source.width(), source.height()),
                          QPointF(0, source.height())};
    if (edits.crop) {
        corners = *edits.crop;
    }
    dossier::Quad after;
    std::transform(corners.begin(), corners.end(), after.begin(),
                   [&turned](const QPointF& p) { return turned.map(p); });
    // A turn moves which corner is the top left one.
    const auto steps = static_cast<std::size_t>(edits.turn / 90);
    std::rotate(after.begin(), after.begin() + static_cast<std::ptrdiff_t>((4 - steps) % 4), after.end());
    std::rotate(corners.begin(), corners.begin() + static_cast<std::ptrdiff_t>((4 - steps) % 4),
                corners.end());

    if (edits.crop) {
        // Sides that converge are a photographed sheet: its corners say how it lies. A rectangle has to be
        // upright.
        std::array<double, 4> leans{};
        for (std::size_t side = 0; side < 4; ++side) {
            leans[side] = leanOfSide(after, side);
        }
        const auto most = std::abs(*std::max_element(
            leans.begin(), leans.end(), [](double a, double b) { return std::abs(a) < std::abs(b); }));
        const double together = std::abs((leans[0] + leans[1] + leans[2] + leans[3]) / 4);
        const bool photographed =
            std::abs(leans[0] - leans[2]) > converging || std::abs(leans[1] - leans[3]) > converging;
        if ((together <= upright || photographed) && most < 15) {
            const double width = (lengthOf(after[1] - after[0]) + lengthOf(after[2] - after[3])) / 2;
            const double height = (lengthOf(after[3] - after[0]) + lengthOf(after[2] - after[1])) / 2;
            const QSize size(std::max(1, static_cast<int>(std::lround(width))),
                             std::max(1, static_cast<int>(std::lround(height))));
            QTransform straight;
            const QPolygonF from(QList<QPointF>(corners.begin(), corners.end()));
            const QPolygonF to(QRectF(0, 0, size.width(), size.height()));
            if (QTransform::quadToQuad(from, QPolygonF(to.mid(0, 4)), straight)) {
                return {straight, size};
            }
        }
    }
    const QRectF box = QPolygonF(QList<QPointF>(after.begin(), after.end())).boundingRect();
    const QSize size(std::max(1, static_cast<int>(std::ceil(box.width() - 1e-6))),
                     std::max(1, static_cast<int>(std::ceil(box.height() - 1e-6))));
    return {turned * QTransform::fromTranslate(-box.x(), -box.y()), size};
}

bool hasArea(const dossier::Quad& quad)
{
    double twice = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const QPointF& a = quad[i];
        const QPointF& b = quad[(i + 1) % 4];
        twice += a.x() * b.y() - a.y() * b.x();
    }
    return twice > 2; // clockwise on screen, more than a pixel
}

} // namespace

Result<QImage> applyEdits(const QImage& page, const dossier::PageEdits& edits)
{
    if (page.isNull() || edits.turn % 90 != 0 || edits.turn < 0 || edits.turn > 270 ||
        !(std::abs(edits.deskewDegrees) <= 45) || (edits.crop && !hasArea(*edits.crop))) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("edits that cannot be applied"));
    }
    if (edits.isNone()) {
        return page;
    }
    if (edits.deskewDegrees == 0 && !edits.crop) {
        return page.transformed(QTransform().rotate(edits.turn));
    }
    QImage source = page;
    const bool mono = page.format() == QImage::Format_Mono;
    if (mono) {
        source = page.convertToFormat(QImage::Format_Grayscale8);
    } else if (page.format() != QImage::Format_Grayscale8 && page.format() != QImage::Format_RGB32) {
        source = page.convertToFormat(QImage::Format_RGB32);
    }
    const Geometry geometry = geometryOf(source.size(), edits);
    SOHOA_TRY(checkSize(geometry.size.width(), geometry.size.height()));
    bool invertible = false;
    const QTransform back = geometry.forward.inverted(&invertible);
    QImage target(geometry.size, source.format());
    if (target.isNull() || source.isNull()) {
        return failure(ErrorCode::ImageTooLarge, QStringLiteral("no memory for the picture"));
    }
    if (!invertible || source.width() < 2 || source.height() < 2) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a crop that is no quadrilateral"));
    }
    const PaperColour paper(source);
    if (source.format() == QImage::Format_Grayscale8) {
        warp<uchar>(source, back, paper, target);
    } else {
        warp<QRgb>(source, back, paper, target);
    }
    target.setDotsPerMeterX(page.dotsPerMeterX());
    target.setDotsPerMeterY(page.dotsPerMeterY());
    return mono ? target.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither) : target;
}

dossier::PageEdits suggestEdits(const dossier::PageFindings& findings)
{
    dossier::PageEdits edits;
    if (findings.blank) {
        return edits;
    }
    edits.turn = (360 - findings.orientation.value_or(0)) % 360;
    if (findings.skewDegrees && findings.skewConfidence >= leastConfidence &&
        std::abs(*findings.skewDegrees) > leastDeskew) {
        edits.deskewDegrees = *findings.skewDegrees;
    }
    edits.crop = findings.pageQuad;
    return edits;
}

} // namespace sohoa::imaging
