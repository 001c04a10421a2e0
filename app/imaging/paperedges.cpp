// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/paperedges.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sohoa::imaging {

namespace {

constexpr double steepest = 0.29;      // tan 16 degrees
constexpr double onLineMm = 0.6;       // a point this near belongs to the line
constexpr double bedDarkerThan = 0.78; // of the paper's level

struct Point
{
    double along;
    double inwards;
};

double meanOver(const SideView& view, int along, int from, int to)
{
    int sum = 0;
    for (int d = from; d < to; ++d) {
        sum += view.at(along, d);
    }
    return double(sum) / std::max(1, to - from);
}

/// The first place in [from, to) from which on the view is as bright as `level`, there and over the stretch
/// that `lasting` is the mean of.
template<typename Lasting>
std::optional<Point> firstRise(const SideView& view, int along, int from, int to, double level,
                               const Lasting& lasting)
{
    for (int d = from; d < to; ++d) {
        if (view.at(along, d) < level || lasting(d) < level) {
            continue;
        }
        const double before = view.at(along, d - 1);
        const double after = view.at(along, d);
        const double part = after > before ? std::clamp((level - before) / (after - before), 0.0, 1.0) : 1.0;
        return Point{along + 0.5, d - 0.5 + part};
    }
    return {};
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

} // namespace

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
        const auto rise = firstRise(view, along, 2, reach - lasting, (bed + paper) / 2,
                                    [&](int d) { return meanOver(view, along, d, d + lasting); });
        if (rise) {
            points.push_back(*rise);
        }
    }
    return lineThrough(points, lookedAt, grey.px(onLineMm), 0.2);
}

std::optional<Line> lightBedEdge(const Plane& grey, const SideView& view)
{
    constexpr double bedDarkerBy = 0.06;
    std::vector<Point> points;
    std::size_t lookedAt = 0;
    const int reach = view.depth() * 4 / 10;
    const int lasting = std::max(3, static_cast<int>(grey.px(2.5)));
    std::vector<double> means;
    for (int along = 1; along < view.length(); along += 2) {
        ++lookedAt;
        means.clear();
        double sum = meanOver(view, along, 0, lasting) * lasting;
        for (int d = 0; d + lasting < reach; ++d) { // of what follows each place
            means.push_back(sum / lasting);
            sum += view.at(along, d + lasting) - view.at(along, d);
        }
        if (means.size() < 8) {
            continue;
        }
        const double bed = means.front();
        const double paper = *std::max_element(means.begin(), means.end());
        if (bed > (1 - bedDarkerBy) * paper) {
            continue;
        }
        const auto rise = firstRise(view, along, 1, static_cast<int>(means.size()), (bed + paper) / 2,
                                    [&](int d) { return means[static_cast<std::size_t>(d)]; });
        if (rise) {
            points.push_back(*rise);
        }
    }
    return lineThrough(points, lookedAt, grey.px(onLineMm), 0.2);
}

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

} // namespace sohoa::imaging
