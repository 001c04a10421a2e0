// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/geometry.h"

#include "imaging/decoders.h"

#include <QPolygonF>

#include <algorithm>
#include <array>
#include <cmath>

namespace sohoa::imaging {

namespace {

constexpr double converging = 1.0; // degrees between opposite sides
constexpr double mostLean = 20.0;  // degrees a side of a photographed sheet leans
// The rim of a sheet is half bed: so much is taken off, and becomes paper.
constexpr double rimPixels = 1.5;

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

/// The picture of a sheet whose sides converge, made a rectangle by its corners.
Result<Geometry> flattened(const dossier::Quad& corners, const dossier::Quad& after)
{
    const double width = (lengthOf(after[1] - after[0]) + lengthOf(after[2] - after[3])) / 2;
    const double height = (lengthOf(after[3] - after[0]) + lengthOf(after[2] - after[1])) / 2;
    SOHOA_TRY(checkSize(std::max<qint64>(1, std::llround(width)), std::max<qint64>(1, std::llround(height))));
    Geometry geometry;
    geometry.photographed = true;
    geometry.size = QSize(std::max(1, static_cast<int>(std::lround(width))),
                          std::max(1, static_cast<int>(std::lround(height))));
    const QPolygonF from(QList<QPointF>(corners.begin(), corners.end()));
    const QPolygonF to(QRectF(0, 0, geometry.size.width(), geometry.size.height()));
    if (!QTransform::quadToQuad(QPolygonF(to.mid(0, 4)), from, geometry.back)) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a crop that is no quadrilateral"));
    }
    return geometry;
}

dossier::Quad withoutRim(const dossier::Quad& sheet)
{
    const QPointF middle = (sheet[0] + sheet[1] + sheet[2] + sheet[3]) / 4;
    dossier::Quad inner;
    std::transform(sheet.begin(), sheet.end(), inner.begin(), [middle](const QPointF& corner) {
        const QPointF out = corner - middle;
        const double length = std::max(1.0, std::min(std::abs(out.x()), std::abs(out.y())));
        return corner - out * std::min(0.5, rimPixels / length);
    });
    return inner;
}

} // namespace

Affine Geometry::affine(double scaleX, double scaleY) const
{
    return {back.m11(), back.m21() * scaleX / scaleY, back.m31() * scaleX, back.m12() * scaleY / scaleX,
            back.m22(), back.m32() * scaleY};
}

QTransform Geometry::projective(double scaleX, double scaleY) const
{
    return QTransform::fromScale(1 / scaleX, 1 / scaleY) * back * QTransform::fromScale(scaleX, scaleY);
}

Result<Geometry> geometryOf(QSize picture, const dossier::PageEdits& edits)
{
    if (picture.isEmpty() || edits.turn % 90 != 0 || edits.turn < 0 || edits.turn > 270 ||
        !(std::abs(edits.deskewDegrees) <= 45) || (edits.crop && !hasArea(*edits.crop))) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("edits that cannot be applied"));
    }
    QTransform turned;
    turned.rotate(edits.deskewDegrees); // clockwise, since y points down
    const bool cuts = edits.crop && edits.cropKind != dossier::CropKind::Borders;
    const dossier::Quad whole{QPointF(0, 0), QPointF(picture.width(), 0),
                              QPointF(picture.width(), picture.height()), QPointF(0, picture.height())};
    const dossier::Quad corners = cuts ? *edits.crop : whole;
    dossier::Quad after;
    std::transform(corners.begin(), corners.end(), after.begin(),
                   [&turned](const QPointF& p) { return turned.map(p); });
    if (cuts) {
        std::array<double, 4> leans{};
        double most = 0;
        for (std::size_t side = 0; side < 4; ++side) {
            leans[side] = leanOfSide(after, side);
            most = std::max(most, std::abs(leans[side]));
        }
        const bool photographed =
            std::abs(leans[0] - leans[2]) > converging || std::abs(leans[1] - leans[3]) > converging;
        if (photographed && most < mostLean) {
            return flattened(corners, after);
        }
    }
    QRectF box = QPolygonF(QList<QPointF>(after.begin(), after.end())).boundingRect();
    if (edits.deskewDegrees == 0) {
        // Whole pixels stay as they are, also those of colour planes of half the size.
        box = box.toAlignedRect();
        box.setLeft(2 * std::floor(box.left() / 2));
        box.setTop(2 * std::floor(box.top() / 2));
    }
    SOHOA_TRY(checkSize(std::max<qint64>(1, static_cast<qint64>(std::ceil(box.width() - 1e-6))),
                        std::max<qint64>(1, static_cast<qint64>(std::ceil(box.height() - 1e-6)))));
    Geometry geometry;
    geometry.size = QSize(std::max(1, static_cast<int>(std::ceil(box.width() - 1e-6))),
                          std::max(1, static_cast<int>(std::ceil(box.height() - 1e-6))));
    geometry.back = (turned * QTransform::fromTranslate(-box.x(), -box.y())).inverted();
    if (edits.crop && edits.cropKind != dossier::CropKind::Box) {
        geometry.sheet = withoutRim(*edits.crop);
    }
    return geometry;
}

} // namespace sohoa::imaging
