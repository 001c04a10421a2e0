// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/paperoutline.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sohoa::imaging {

namespace {

constexpr double steepest = 0.29;            // tan 16 degrees
constexpr double onLineMm = 0.6;             // a point this near belongs to the line
constexpr double bedDarkerThan = 0.78;       // of the paper's level
constexpr double leastSeen = 0.6;            // of an edge between its corners
constexpr double leastShareOfWhiteLid = 0.4; // of the picture: a smaller rectangle is a picture on a page

/// The picture seen from one of its sides: `along` runs down or to the right, `depth` inwards.
class SideView
{
public:
    SideView(const Plane& grey, int side)
        : m_grey(grey)
        , m_side(side)
    {
    }
    [[nodiscard]] int length() const { return m_side % 2 == 0 ? m_grey.width : m_grey.height; }
    [[nodiscard]] int depth() const { return m_side % 2 == 0 ? m_grey.height : m_grey.width; }
    [[nodiscard]] int at(int along, int inwards) const
    {
        switch (m_side) {
        case 0:
            return m_grey.at(along, inwards);
        case 1:
            return m_grey.at(m_grey.width - 1 - inwards, along);
        case 2:
            return m_grey.at(along, m_grey.height - 1 - inwards);
        default:
            return m_grey.at(inwards, along);
        }
    }
    /// A place of the view in the plane's coordinates.
    [[nodiscard]] QPointF toPlane(double along, double inwards) const
    {
        switch (m_side) {
        case 0:
            return {along, inwards};
        case 1:
            return {m_grey.width - inwards, along};
        case 2:
            return {along, m_grey.height - inwards};
        default:
            return {inwards, along};
        }
    }

private:
    const Plane& m_grey;
    int m_side;
};

struct Point
{
    double along;
    double inwards;
};

/// inwards = offset + slope * along
struct Line
{
    std::vector<double> places = {}; ///< of the points on it, ascending

    double offset = 0;
    double slope = 0;
    double support = 0; ///< share of the looked-at lines whose point is on it
    double depth = 0;   ///< how dark the edge is against the bed, grey levels (white lid only)
    [[nodiscard]] double at(double along) const { return offset + slope * along; }
};

double meanOver(const SideView& view, int along, int from, int to)
{
    int sum = 0;
    for (int d = from; d < to; ++d) {
        sum += view.at(along, d);
    }
    return double(sum) / std::max(1, to - from);
}

std::optional<Line> lineThrough(const std::vector<Point>& points, std::size_t lookedAt, double tolerance,
                                double least)
{
    if (double(points.size()) < std::max(12.0, least * double(lookedAt))) {
        return {};
    }
    const auto inliers = [&points, tolerance](const Line& line) {
        return std::count_if(points.begin(), points.end(), [&line, tolerance](const Point& p) {
            return std::abs(p.inwards - line.at(p.along)) <= tolerance;
        });
    };
    Line best;
    std::ptrdiff_t most = 0;
    // Pairs in a fixed order, far apart: the same picture always gives the same line.
    const std::size_t count = points.size();
    for (std::size_t round = 0; round < 240; ++round) {
        const std::size_t i = (round * 7919 + 13) % count;
        const std::size_t j =
            (i + count / 4 + (round * 104729) % std::max<std::size_t>(1, count / 2)) % count;
        const double run = points[j].along - points[i].along;
        if (std::abs(run) < 4) {
            continue;
        }
        Line line;
        line.slope = (points[j].inwards - points[i].inwards) / run;
        line.offset = points[i].inwards - line.slope * points[i].along;
        if (std::abs(line.slope) > steepest) {
            continue;
        }
        if (const auto found = inliers(line); found > most) {
            most = found;
            best = line;
        }
    }
    // Least squares over the points near the best line, twice.
    for (int round = 0; round < 2 && most >= 8; ++round) {
        double n = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        for (const Point& p : points) {
            if (std::abs(p.inwards - best.at(p.along)) <= tolerance) {
                n += 1;
                x += p.along;
                y += p.inwards;
                xx += p.along * p.along;
                xy += p.along * p.inwards;
            }
        }
        const double spread = n * xx - x * x;
        if (n < 8 || spread < 1) {
            return {};
        }
        best.slope = (n * xy - x * y) / spread;
        best.offset = (y - best.slope * x) / n;
    }
    best.support = double(inliers(best)) / double(lookedAt);
    for (const Point& p : points) {
        if (std::abs(p.inwards - best.at(p.along)) <= tolerance) {
            best.places.push_back(p.along);
        }
    }
    return best.support >= least && std::abs(best.slope) <= steepest ? std::optional(best) : std::nullopt;
}

/// The edge of a sheet that is brighter than what lies around it.
std::optional<Line> darkBedEdge(const Plane& grey, const SideView& view, double paper)
{
    std::vector<Point> points;
    std::size_t lookedAt = 0;
    const int reach = view.depth() * 6 / 10;
    const int lasting = std::max(3, static_cast<int>(grey.px(2.5)));
    for (int along = 1; along < view.length(); along += 2) {
        ++lookedAt;
        const double bed = meanOver(view, along, 0, 3);
        if (bed > bedDarkerThan * paper) {
            continue;
        }
        const double middle = (bed + paper) / 2;
        for (int d = 2; d + lasting < reach; ++d) {
            if (view.at(along, d) < middle || meanOver(view, along, d, d + lasting) < middle) {
                continue;
            }
            const double before = view.at(along, d - 1);
            const double after = view.at(along, d);
            const double part =
                after > before ? std::clamp((middle - before) / (after - before), 0.0, 1.0) : 1.0;
            points.push_back({along + 0.5, d - 0.5 + part});
            break;
        }
    }
    return lineThrough(points, lookedAt, grey.px(onLineMm), 0.2);
}

/// The edge of a sheet on a white lid: the first clear drop of brightness. Each line is looked at together
/// with its neighbours, which halves the noise and blurs an edge that leans by 10 degrees by a third of a
/// millimetre.
std::optional<Line> whiteLidEdge(const Plane& grey, const SideView& view)
{
    constexpr int half = 2;
    std::vector<Point> points;
    std::vector<double> depths;
    std::vector<double> profile;
    std::size_t lookedAt = 0;
    const int strip = std::max(3, static_cast<int>(grey.px(1.2)));
    const int window = std::max(2, static_cast<int>(grey.px(0.8)));
    const int reach = view.depth() * 45 / 100;
    profile.resize(static_cast<std::size_t>(std::max(reach, strip + window) + 1));
    const auto profileAt = [&view, &profile](int along, std::size_t length) {
        for (std::size_t d = 0; d < length; ++d) {
            int sum = 0;
            for (int k = -half; k <= half; ++k) {
                sum += view.at(along + k, static_cast<int>(d));
            }
            profile[d] = double(sum) / (2 * half + 1);
        }
    };
    // The lid's own grain, over its whole length: a few pixels of one line say too little.
    double grain = 0;
    int lines = 0;
    for (int along = half; along + half < view.length(); along += 6, ++lines) {
        profileAt(along, static_cast<std::size_t>(strip));
        const double lid = std::accumulate(profile.begin(), profile.begin() + strip, 0.0) / strip;
        grain += std::accumulate(profile.begin(), profile.begin() + strip, 0.0,
                                 [lid](double sum, double value) { return sum + std::abs(value - lid); }) /
                 strip;
    }
    const double drop = std::max(3.0, 6 * grain / std::max(1, lines));
    for (int along = half; along + half < view.length(); along += 2) {
        ++lookedAt;
        profileAt(along, profile.size());
        double lid = std::accumulate(profile.begin(), profile.begin() + strip, 0.0) / strip;
        for (std::size_t d = static_cast<std::size_t>(strip);
             d + static_cast<std::size_t>(window) < profile.size(); ++d) {
            const double value = profile[d];
            if (value >= lid - drop) {
                lid += 0.05 * (value - lid);
                continue;
            }
            const double lowest =
                *std::min_element(profile.begin() + static_cast<std::ptrdiff_t>(d),
                                  profile.begin() + static_cast<std::ptrdiff_t>(d) + window + 1);
            const double middle = (lid + lowest) / 2;
            std::size_t k = d;
            while (k < d + static_cast<std::size_t>(window) && profile[k] > middle) {
                ++k;
            }
            const double before = profile[k - 1];
            const double after = profile[k];
            const double part =
                before > after ? std::clamp((before - middle) / (before - after), 0.0, 1.0) : 1.0;
            points.push_back({along + 0.5, double(k) - 0.5 + part});
            depths.push_back(lid - lowest);
            break;
        }
    }
    auto line = lineThrough(points, lookedAt, grey.px(onLineMm), 0.2);
    if (line) {
        std::nth_element(depths.begin(), depths.begin() + static_cast<std::ptrdiff_t>(depths.size() / 2),
                         depths.end());
        line->depth = depths[depths.size() / 2];
    }
    return line;
}

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

} // namespace

std::optional<Outline> findOutline(const Plane& grey)
{
    if (grey.width < 64 || grey.height < 64) {
        return {};
    }
    const std::array<SideView, 4> views{SideView(grey, 0), SideView(grey, 1), SideView(grey, 2),
                                        SideView(grey, 3)};
    const double paper = levelOfMiddle(grey);
    Outline outline;
    std::array<Line, 4> lines{border(), border(), border(), border()};
    for (std::size_t side = 0; side < 4; ++side) {
        if (const auto line = darkBedEdge(grey, views[side], paper)) {
            lines[side] = *line;
            outline.bed[side] = true;
        }
    }
    outline.darkBed = std::count(outline.bed.begin(), outline.bed.end(), true) > 0;
    if (!outline.darkBed) {
        for (std::size_t side = 0; side < 4; ++side) {
            const auto line = whiteLidEdge(grey, views[side]);
            if (!line) {
                return {};
            }
            lines[side] = *line;
            outline.bed[side] = true;
        }
        if (!isShadow(views, lines, grey)) {
            return {};
        }
    }
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
    const double share = areaOf(outline.corners) / picture;
    if (!isSheetLike(outline.corners) || share < (outline.darkBed ? 0.03 : leastShareOfWhiteLid)) {
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

} // namespace sohoa::imaging
