// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/paperoutline.h"

#include "imaging/paperedges.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sohoa::imaging {

namespace {

constexpr double leastSeen = 0.6;            // of an edge between its corners
constexpr double leastShareOfWhiteLid = 0.4; // of the picture: a smaller rectangle is a picture on a page

/// The picture's own border.
Line border()
{
    return {};
}

/// Where the edges of two neighbouring sides cross, in the plane's coordinates.
std::optional<QPointF> crossing(const SideView& a, const Line& lineA, const SideView& b, const Line& lineB)
{
    const QPointF p = a.toPlane(0, lineA.at(0));
    const QPointF q = a.toPlane(a.length(), lineA.at(a.length()));
    const QPointF r = b.toPlane(0, lineB.at(0));
    const QPointF s = b.toPlane(b.length(), lineB.at(b.length()));
    const QPointF u = q - p;
    const QPointF v = s - r;
    const double cross = u.x() * v.y() - u.y() * v.x();
    if (std::abs(cross) < 1e-6) {
        return {};
    }
    const QPointF w = r - p;
    return p + u * ((w.x() * v.y() - w.y() * v.x()) / cross);
}

double areaOf(const dossier::Quad& quad)
{
    double twice = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const QPointF& a = quad[i];
        const QPointF& b = quad[(i + 1) % 4];
        twice += a.x() * b.y() - a.y() * b.x();
    }
    return twice / 2;
}

/// Four corners in the right order with angles that a sheet, even photographed, can have.
bool isSheetLike(const dossier::Quad& quad)
{
    for (std::size_t i = 0; i < 4; ++i) {
        const QPointF before = quad[(i + 3) % 4] - quad[i];
        const QPointF after = quad[(i + 1) % 4] - quad[i];
        const double lengths = std::hypot(before.x(), before.y()) * std::hypot(after.x(), after.y());
        const double sine = (after.x() * before.y() - after.y() * before.x()) / std::max(1e-9, lengths);
        if (sine < 0.9) {
            return false;
        }
    }
    return true;
}

/// The share of an edge on which it was seen: of what lies between its two corners and so far inside the
/// picture that a strip of bed can be seen beyond it.
double coverage(const Plane& grey, const SideView& view, const Line& line, const QPointF& cornerA,
                const QPointF& cornerB, bool across)
{
    const double a = across ? cornerA.x() : cornerA.y();
    const double b = across ? cornerB.x() : cornerB.y();
    const double from = std::clamp(std::min(a, b), 0.0, double(view.length()));
    const double to = std::clamp(std::max(a, b), 0.0, double(view.length()));
    const double strip = grey.px(1.2) + 2;
    int places = 0;
    for (double along = from; along < to; along += 2) { // every second line was looked at
        places += line.at(along) >= strip ? 1 : 0;
    }
    const auto seen = std::count_if(line.places.begin(), line.places.end(),
                                    [from, to](double place) { return place >= from && place <= to; });
    return places > 4 ? double(seen) / places : 1; // hardly any bed there: nothing speaks against it
}

/// The middle of the levels along a line drawn beside an edge, `offset` pixels inwards of it.
double levelBeside(const SideView& view, const Line& line, double offset, double share)
{
    std::vector<int> histogram(256);
    for (int along = view.length() / 6; along < view.length() * 5 / 6; along += 2) {
        const int d = static_cast<int>(line.at(along) + offset);
        if (d >= 0 && d < view.depth()) {
            ++histogram[static_cast<std::size_t>(view.at(along, d))];
        }
    }
    return quantile(histogram, share);
}

double levelOfMiddle(const Plane& grey)
{
    std::vector<int> histogram(256);
    for (int y = grey.height / 4; y < grey.height * 3 / 4; ++y) {
        const uchar* row = grey.row(y);
        for (int x = grey.width / 4; x < grey.width * 3 / 4; ++x) {
            ++histogram[row[x]];
        }
    }
    return quantile(histogram, 0.75);
}

/// Whether four dark lines are the edges of a sheet rather than a printed frame: ink is the same on all sides
/// and has the same paper on both; a lid and a sheet differ in tone, and a shadow falls to one side.
bool isShadow(const std::array<SideView, 4>& views, const std::array<Line, 4>& lines, const Plane& grey)
{
    // Frames are often of several lines: the paper beside them is the brightest of some parallels.
    const auto paperBeside = [&](std::size_t side, std::initializer_list<double> offsetsMm) {
        double level = 0;
        for (const double offset : offsetsMm) {
            level = std::max(level, levelBeside(views[side], lines[side], grey.px(offset), 0.6));
        }
        return level;
    };
    constexpr double inkLike = 0.55; // no shadow of a sheet takes away so much light
    int differing = 0;
    int even = 0; // sides along which there is bare paper, as on a sheet and not in a picture
    for (std::size_t side = 0; side < 4; ++side) {
        const double outside = paperBeside(side, {-1.8, -2.4, -3.2});
        const double inside = paperBeside(side, {1.5, 3.0, 4.5, 6.0, 8.0});
        const double dim = levelBeside(views[side], lines[side], grey.px(3.0), 0.25);
        const double bright = levelBeside(views[side], lines[side], grey.px(3.0), 0.9);
        even += dim > 0.85 * bright && bright > 0.6 * outside ? 1 : 0;
        if (lines[side].depth > inkLike * outside) {
            return false;
        }
        differing += std::abs(outside - inside) >= 2.0 ? 1 : 0;
    }
    const auto uneven = [&lines](std::size_t a, std::size_t b) {
        return std::max(lines[a].depth, lines[b].depth) > 1.4 * std::min(lines[a].depth, lines[b].depth);
    };
    return even >= 3 && (differing >= 3 || (uneven(0, 2) && uneven(1, 3)));
}

using Views = std::array<SideView, 4>;

/// What four edges make, if a sheet can lie so and each was seen for most of its length.
std::optional<Outline> outlineOf(const Plane& grey, const Views& views, const std::array<Line, 4>& lines,
                                 Outline outline, double leastShare)
{
    for (std::size_t side = 0; side < 4; ++side) {
        const std::size_t before = (side + 3) % 4;
        const auto corner = crossing(views[before], lines[before], views[side], lines[side]);
        if (!corner) {
            return {};
        }
        outline.corners[side] = *corner;
    }
    int faint = 0;
    for (std::size_t side = 0; side < 4; ++side) {
        if (!outline.bed[side]) {
            continue;
        }
        const double seen = coverage(grey, views[side], lines[side], outline.corners[side],
                                     outline.corners[(side + 1) % 4], side % 2 == 0);
        if (seen < leastSeen) {
            // One edge may be faint when it lies as the others say.
            const double opposite = lines[(side + 2) % 4].slope;
            const bool parallel = std::abs(lines[side].slope + opposite) < 0.01 ||
                                  std::abs(lines[side].slope - opposite) < 0.01;
            if (seen < leastSeen / 2 || !parallel || ++faint > 1) {
                return {};
            }
        }
    }
    for (QPointF& corner : outline.corners) {
        corner *= grey.scale;
    }
    const double picture = double(grey.width) * grey.height * grey.scale * grey.scale;
    if (!isSheetLike(outline.corners) || areaOf(outline.corners) / picture < leastShare) {
        return {};
    }
    // Top and bottom lean like the text; the right side of the view runs the other way round than the left.
    std::vector<double> leans;
    constexpr std::array<double, 4> sign{-1, -1, 1, 1};
    for (std::size_t side = 0; side < 4; ++side) {
        if (outline.bed[side]) {
            leans.push_back(sign[side] * std::atan(lines[side].slope) * 180 / M_PI);
        }
    }
    const auto [least, most] = std::minmax_element(leans.begin(), leans.end());
    if (leans.size() >= 2 && *most - *least < 0.5) {
        outline.skewDegrees = std::accumulate(leans.begin(), leans.end(), 0.0) / double(leans.size());
    }
    return outline;
}

std::optional<Outline> onDarkBed(const Plane& grey, const Views& views)
{
    const double paper = levelOfMiddle(grey);
    Outline outline;
    outline.darkBed = true;
    std::array<Line, 4> lines{border(), border(), border(), border()};
    for (std::size_t side = 0; side < 4; ++side) {
        if (const auto line = darkBedEdge(grey, views[side], paper)) {
            lines[side] = *line;
            outline.bed[side] = true;
        }
    }
    const bool seen = std::any_of(outline.bed.begin(), outline.bed.end(), [](bool bed) { return bed; });
    return seen ? outlineOf(grey, views, lines, outline, 0.03) : std::nullopt;
}

std::optional<Outline> onWhiteLid(const Plane& grey, const Views& views)
{
    Outline outline;
    outline.bed = {true, true, true, true};
    std::array<Line, 4> lines;
    for (std::size_t side = 0; side < 4; ++side) {
        auto line = whiteLidEdge(grey, views[side]);
        if (!line) {
            return {};
        }
        lines[side] = std::move(*line);
    }
    return isShadow(views, lines, grey) ? outlineOf(grey, views, lines, outline, leastShareOfWhiteLid)
                                        : std::nullopt;
}

std::optional<Outline> onLightDesk(const Plane& grey, const Views& views)
{
    constexpr double step = 0.04; // of the paper's level
    Outline outline;
    outline.darkBed = true; // than the sheet
    outline.bed = {true, true, true, true};
    std::array<Line, 4> lines;
    for (std::size_t side = 0; side < 4; ++side) {
        auto line = lightBedEdge(grey, views[side]);
        if (!line || line->support < 0.35) {
            return {};
        }
        const double outside = levelBeside(views[side], *line, -grey.px(4), 0.6);
        const double inside = levelBeside(views[side], *line, grey.px(4), 0.6);
        if (outside > (1 - step) * inside || outside == 0) {
            return {};
        }
        lines[side] = std::move(*line);
    }
    return outlineOf(grey, views, lines, outline, leastShareOfWhiteLid);
}

} // namespace

std::optional<Outline> findOutline(const Plane& grey)
{
    if (grey.width < 64 || grey.height < 64) {
        return {};
    }
    const Views views{SideView(grey, 0), SideView(grey, 1), SideView(grey, 2), SideView(grey, 3)};
    if (auto outline = onDarkBed(grey, views)) {
        return outline;
    }
    if (auto outline = onWhiteLid(grey, views)) {
        return outline;
    }
    return onLightDesk(grey, views);
}

} // namespace sohoa::imaging
