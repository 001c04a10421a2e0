// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/punchholes.h"

#include "imaging/components.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace sohoa::imaging {

namespace {

constexpr double stripMm = 21;         // holes lie within, from the edge
constexpr double apartMm = 80;         // ISO 838: 80 +- 0.5
constexpr double apartTolerance = 2.0; // a second stroke, the feeder's stretch
constexpr double leastFromEdge = 6;    // ISO 838: 12 +- 1
constexpr double mostFromEdge = 17;
constexpr double leastRadius = 2.4; // ISO 838: 3 +- 0.25
constexpr double mostRadius = 3.6;
constexpr double offMiddleMm = 12; // of the edge; who punches by eye is out by a centimetre
constexpr double rimMm = 0.35;     // the shadow of the rim
constexpr std::array thresholds = {inkAt(35), inkAt(12), inkAt(6)};

/// A round even place, in pixels of the small planes.
struct Round
{
    QPointF centre;
    double radius = 0;
    double contrast = 0; ///< with the paper around, in ink's units
    bool light = false;
};

double meanOf(const Plane& plane, QPointF at)
{
    const double x = std::clamp(at.x() - 0.5, 0.0, plane.width - 1.001);
    const double y = std::clamp(at.y() - 0.5, 0.0, plane.height - 1.001);
    const int column = static_cast<int>(x);
    const int row = static_cast<int>(y);
    const double right = x - column;
    const double down = y - row;
    const uchar* upper = plane.row(row) + column;
    const uchar* lower = plane.row(row + 1) + column;
    return (upper[0] * (1 - right) + upper[1] * right) * (1 - down) +
           (lower[0] * (1 - right) + lower[1] * right) * down;
}

/// How much darker (ink) or lighter the strips along the picture's or sheet's edges are than paper; the
/// middle of the page is 0.
Plane stripsOf(const Plane& ink, const SheetSpans& inner)
{
    Plane strips = ink;
    for (int y = 0; y < strips.height; ++y) {
        std::fill(strips.row(y) + inner.begin(y), strips.row(y) + inner.end(y), uchar{0});
    }
    return strips;
}

/// What is lighter than the paper, in ink's units.
Plane lightnessOf(const PunchHoleInput& input)
{
    const Plane& grey = *input.grey;
    Plane light(grey.width, grey.height, grey.dpi, grey.scale);
    std::vector<std::uint16_t> reciprocals(static_cast<std::size_t>(input.page->width));
    for (int y = 0; y < grey.height; ++y) {
        if (y % 4 == 0) {
            input.paper->row(std::min(2 * y, input.page->height - 1), reciprocals);
        }
        const uchar* from = grey.row(y);
        uchar* to = light.row(y);
        for (int x = 0; x < grey.width; ++x) {
            const int level = (from[x] * reciprocals[static_cast<std::size_t>(2 * x)]) >> 8;
            to[x] = static_cast<uchar>(std::clamp(level - 255, 0, 255));
        }
    }
    return light;
}

/// The component as a round even disc with paper around it, or nothing.
std::optional<Round> roundOf(const Plane& plane, const Component& c)
{
    const double width = plane.mm(c.width());
    const double height = plane.mm(c.height());
    if (std::min(width, height) < 2 * leastRadius - 0.6 || std::max(width, height) > 2 * mostRadius + 1 ||
        std::abs(width - height) > 0.7) {
        return {};
    }
    const double share = c.area / double(c.width() * c.height()); // of a disc: 0.785
    if (share < 0.68 || share > 0.87) {
        return {};
    }
    Round round;
    round.centre = QPointF(c.sumX / c.area + 0.5, c.sumY / c.area + 0.5);
    const double rough = std::sqrt(c.area / M_PI);
    // Even inside
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int y = c.top; y < c.bottom; ++y) {
        for (int x = c.left; x < c.right; ++x) {
            if (std::hypot(x + 0.5 - round.centre.x(), y + 0.5 - round.centre.y()) < 0.72 * rough) {
                sum += plane.at(x, y);
                squares += double(plane.at(x, y)) * plane.at(x, y);
                ++count;
            }
        }
    }
    const double inside = sum / std::max(1, count);
    const double deviation = std::sqrt(std::max(0.0, squares / std::max(1, count) - inside * inside));
    if (inside < inkAt(6) || deviation > std::max(4.0, 0.10 * inside)) {
        return {};
    }
    // All around at half of the contrast at the same distance, and paper beyond
    constexpr int directions = 32;
    std::array<double, directions> radii{};
    int paper = 0;
    for (int i = 0; i < directions; ++i) {
        const double turn = 2 * M_PI * i / directions;
        const QPointF along(std::cos(turn), std::sin(turn));
        double last = inside;
        double& radius = radii[static_cast<std::size_t>(i)];
        radius = 2 * rough;
        for (double r = 0.6 * rough; r < 1.6 * rough; r += 0.25) {
            const double value = meanOf(plane, round.centre + along * r);
            if (value < inside / 2) {
                radius = r - 0.25 * (inside / 2 - value) / std::max(1.0, last - value);
                break;
            }
            last = value;
        }
        const double beyond = (meanOf(plane, round.centre + along * rough * 1.45) +
                               meanOf(plane, round.centre + along * rough * 1.7)) /
                              2;
        paper += beyond < std::max(0.2 * inside, double(inkAt(3))) ? 1 : 0;
    }
    const double mean = std::accumulate(radii.begin(), radii.end(), 0.0) / directions;
    double spread = 0;
    for (const double radius : radii) {
        spread += (radius - mean) * (radius - mean) / directions;
    }
    if (std::sqrt(spread) > std::max(0.065 * mean, 0.35) || paper < directions * 7 / 8) {
        return {};
    }
    round.radius = mean;
    round.contrast = inside;
    return round;
}

/// All round even places near the edges.
std::vector<Round> roundsOf(const Plane& plane, const SheetSpans& inner, bool light)
{
    std::vector<Round> rounds;
    const Plane strips = stripsOf(plane, inner);
    for (const int threshold : thresholds) {
        for (const Component& c : findComponents(strips, threshold)) {
            std::optional<Round> round = roundOf(plane, c);
            const bool isKnown =
                round && std::any_of(rounds.begin(), rounds.end(), [&round](const Round& other) {
                    const QPointF apart = round->centre - other.centre;
                    return std::hypot(apart.x(), apart.y()) < other.radius;
                });
            if (round && !isKnown) {
                round->light = light;
                rounds.push_back(*round);
            }
        }
    }
    return rounds;
}

/// A round place as seen from one edge of the sheet.
struct AtEdge
{
    const Round* round = nullptr;
    double along = 0; ///< mm from the middle of the edge
    double inward = 0;
};

struct Fit
{
    std::vector<const Round*> holes = {};
    double confidence = 0;
};

/// How well two places are the holes of one punch, 0 when they are not.
/// @param mostLean degrees between them and the edge
double pairConfidence(const Plane& plane, const AtEdge& a, const AtEdge& b, double mostLean)
{
    const double apart = std::hypot(b.along - a.along, b.inward - a.inward);
    const double lean = std::abs(std::atan2(b.inward - a.inward, b.along - a.along)) * 180 / M_PI;
    const double off = std::abs(a.along + b.along) / 2;
    const double larger = std::max(a.round->radius, b.round->radius);
    const double difference = plane.mm(std::abs(a.round->radius - b.round->radius));
    const double contrast =
        std::abs(a.round->contrast - b.round->contrast) / std::max(a.round->contrast, b.round->contrast);
    if (std::abs(apart - apartMm) > apartTolerance || lean > mostLean || off > offMiddleMm ||
        difference > 0.12 * plane.mm(larger) + 0.1 || contrast > 0.3 || a.round->light != b.round->light) {
        return 0;
    }
    return 1 - 0.15 * std::abs(apart - apartMm) / apartTolerance - 0.1 * lean / mostLean -
           0.15 * off / offMiddleMm - 0.1 * contrast / 0.3;
}

/// The holes along one edge, if what is round there is nothing but the holes of one punch.
Fit fitAlong(const Plane& plane, const std::vector<AtEdge>& places, double mostLean)
{
    Fit best;
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t j = 0; j < places.size(); ++j) {
            if (places[i].along >= places[j].along) {
                continue;
            }
            const double confidence = pairConfidence(plane, places[i], places[j], mostLean);
            if (confidence > best.confidence) {
                best.confidence = confidence;
                best.holes = {places[i].round, places[j].round};
                for (const AtEdge& outer : places) { // four holes: the same distance once more on both sides
                    const bool isBefore = outer.along < places[i].along;
                    const AtEdge& near = isBefore ? places[i] : places[j];
                    const double apart = std::abs(outer.along - near.along);
                    const double askew = std::abs(outer.inward - near.inward);
                    if ((isBefore || outer.along > places[j].along) &&
                        std::abs(apart - apartMm) <= apartTolerance &&
                        askew < 1.5 + apartMm * std::tan(mostLean * M_PI / 180) &&
                        std::abs(outer.round->radius - near.round->radius) < 0.15 * near.round->radius &&
                        outer.round->light == near.round->light) {
                        best.holes.push_back(outer.round);
                    }
                }
            }
        }
    }
    if (best.holes.size() != places.size() || best.holes.size() > 4) {
        return {}; // one of several discs: bullets, boxes to tick, a pattern
    }
    return best;
}

} // namespace

PunchHoles findPunchHoles(const PunchHoleInput& input)
{
    const Plane& plane = *input.ink;
    const double width = input.picture.width();
    const double height = input.picture.height();
    dossier::Quad corners{QPointF(0, 0), QPointF(width, 0), QPointF(width, height), QPointF(0, height)};
    if (input.sheet) {
        corners = *input.sheet;
    } else if (input.skewDegrees) {
        const double turn = -*input.skewDegrees * M_PI / 180; // y points down
        const QPointF middle(width / 2, height / 2);
        for (QPointF& corner : corners) {
            const QPointF out = corner - middle;
            corner = middle + QPointF(out.x() * std::cos(turn) - out.y() * std::sin(turn),
                                      out.x() * std::sin(turn) + out.y() * std::cos(turn));
        }
    }
    const SheetSpans inner = spansOf({plane.width, plane.height}, corners,
                                     {1.0 / plane.scale, 1.0 / plane.scale}, plane.px(stripMm));
    std::vector<Round> rounds = roundsOf(plane, inner, false);
    if (input.paper->typical() < 240) { // else nothing can be lighter
        const std::vector<Round> light = roundsOf(lightnessOf(input), inner, true);
        rounds.insert(rounds.end(), light.begin(), light.end());
    }
    if (rounds.size() < 2 || rounds.size() > 40) {
        return {};
    }
    const double mostLean = input.sheet || input.skewDegrees ? 1.6 : 5.5;
    std::vector<Fit> fits;
    for (std::size_t side = 0; side < 4; ++side) {
        const QPointF a = corners[side] / plane.scale;
        const QPointF b = corners[(side + 1) % 4] / plane.scale;
        const double length = std::hypot(b.x() - a.x(), b.y() - a.y());
        if (plane.mm(length) < apartMm + 2 * leastFromEdge) {
            continue;
        }
        const QPointF along = (b - a) / length;
        const QPointF inward(-along.y(), along.x());
        std::vector<AtEdge> places;
        for (const Round& round : rounds) {
            const QPointF from = round.centre - (a + b) / 2;
            AtEdge place{&round, plane.mm(QPointF::dotProduct(from, along)),
                         plane.mm(QPointF::dotProduct(from, inward))};
            const double radius = plane.mm(round.radius);
            if (place.inward >= leastFromEdge && place.inward <= mostFromEdge && radius >= leastRadius &&
                radius <= mostRadius) {
                places.push_back(place);
            }
        }
        Fit fit = fitAlong(plane, places, mostLean);
        if (fit.confidence > 0) {
            fits.push_back(std::move(fit));
        }
    }
    if (fits.size() != 1) {
        return {};
    }
    PunchHoles found;
    found.confidence = fits.front().confidence;
    for (const Round* hole : fits.front().holes) {
        found.discs.push_back({hole->centre * plane.scale, (hole->radius + plane.px(rimMm)) * plane.scale});
    }
    std::sort(found.discs.begin(), found.discs.end(), [](const dossier::Disc& a, const dossier::Disc& b) {
        return std::pair(a.centre.y(), a.centre.x()) < std::pair(b.centre.y(), b.centre.x());
    });
    return found;
}

} // namespace sohoa::imaging
