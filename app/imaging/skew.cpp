// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/skew.h"

#include "imaging/ink.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <iterator>
#include <numeric>

namespace sohoa::imaging {

namespace {

constexpr int stripWidth = 8;
constexpr double range = 15.0; // degrees to each side
constexpr double coarseStep = 0.5;

/// Sums of ink over narrow strips of the page, one profile a strip. Strip i lies at `positions[i]` across the
/// lines' run, measured from the middle; a profile runs at right angles to the lines.
struct Strips
{
    int length = 0; ///< of a profile
    std::vector<double> positions = {};
    std::vector<float> sums = {};
    /// Where each profile is not empty, [first, second): margins and the gaps between columns cost nothing.
    std::vector<std::pair<int, int>> spans = {};

    [[nodiscard]] const float* profile(std::size_t strip) const
    {
        return sums.data() + strip * static_cast<std::size_t>(length);
    }
    [[nodiscard]] float* profile(std::size_t strip)
    {
        return sums.data() + strip * static_cast<std::size_t>(length);
    }
};

/// What counts of a row's ink: nothing of grain and bleed-through, and black no more than good grey, so that
/// pictures and stamps do not outweigh text.
void weigh(const uchar* ink, int width, uchar* weights)
{
    for (int x = 0; x < width; ++x) {
        const auto most = std::min<uchar>(ink[x], inkAt(60));
        weights[x] = ink[x] < inkAt(14) ? uchar{0} : most;
    }
}

/// The sum of eight bytes.
inline unsigned sumOfEight(const uchar* bytes)
{
    static_assert(stripWidth == 8);
    constexpr quint64 evenBytes = 0x00FF00FF00FF00FF;
    quint64 eight = 0;
    std::memcpy(&eight, bytes, sizeof eight);
    const quint64 pairs = (eight & evenBytes) + ((eight >> 8) & evenBytes);
    return static_cast<unsigned>((pairs * 0x0001000100010001) >> 48);
}

Strips stripsAcross(const Plane& ink)
{
    Strips strips;
    strips.length = ink.height;
    const int count = ink.width / stripWidth;
    strips.sums.assign(static_cast<std::size_t>(count) * static_cast<std::size_t>(ink.height), 0.0F);
    for (int i = 0; i < count; ++i) {
        strips.positions.push_back((i + 0.5) * stripWidth - ink.width / 2.0);
    }
    std::vector<uchar> weights(static_cast<std::size_t>(ink.width));
    for (int y = 0; y < ink.height; ++y) {
        weigh(ink.row(y), ink.width, weights.data());
        float* profile = strips.sums.data() + y;
        for (int i = 0; i < count; ++i, profile += strips.length) {
            *profile = static_cast<float>(sumOfEight(weights.data() + i * stripWidth));
        }
    }
    return strips;
}

Strips stripsDown(const Plane& ink)
{
    Strips strips;
    strips.length = ink.width;
    const int count = ink.height / stripWidth;
    const auto width = static_cast<std::size_t>(ink.width);
    strips.sums.assign(static_cast<std::size_t>(count) * width, 0.0F);
    std::vector<uchar> weights(width);
    std::vector<std::uint16_t> sums(width);
    for (int i = 0; i < count; ++i) {
        // Lines up and down lean the other way round: minus.
        strips.positions.push_back(-((i + 0.5) * stripWidth - ink.height / 2.0));
        std::fill(sums.begin(), sums.end(), std::uint16_t{0});
        for (int k = 0; k < stripWidth; ++k) {
            weigh(ink.row(i * stripWidth + k), ink.width, weights.data());
            for (std::size_t x = 0; x < width; ++x) {
                sums[x] = static_cast<std::uint16_t>(sums[x] + weights[x]);
            }
        }
        std::copy(sums.begin(), sums.end(), strips.profile(static_cast<std::size_t>(i)));
    }
    return strips;
}

void findSpans(Strips& strips)
{
    strips.spans.clear();
    for (std::size_t i = 0; i < strips.positions.size(); ++i) {
        const float* begin = strips.profile(i);
        const float* end = begin + strips.length;
        const auto isInk = [](float value) { return value != 0; };
        const float* first = std::find_if(begin, end, isInk);
        const float* last =
            std::find_if(std::make_reverse_iterator(end), std::make_reverse_iterator(first), isInk).base();
        strips.spans.emplace_back(static_cast<int>(first - begin), static_cast<int>(last - begin));
    }
}

/// Half the resolution both ways.
Strips coarser(const Strips& strips)
{
    Strips half;
    half.length = strips.length / 2;
    const std::size_t count = strips.positions.size() / 2;
    half.sums.assign(count * static_cast<std::size_t>(half.length), 0.0F);
    for (std::size_t i = 0; i < count; ++i) {
        half.positions.push_back((strips.positions[2 * i] + strips.positions[2 * i + 1]) / 4);
        const float* a = strips.profile(2 * i);
        const float* b = strips.profile(2 * i + 1);
        float* to = half.profile(i);
        for (int y = 0; y < half.length; ++y) {
            to[y] = a[2 * y] + a[2 * y + 1] + b[2 * y] + b[2 * y + 1];
        }
    }
    findSpans(half);
    return half;
}

/// Smooths each profile a little, so that shifting by a fraction of a pixel blurs no more than shifting by
/// whole ones and whole ones are not favoured.
void smooth(Strips& strips)
{
    for (std::size_t i = 0; i < strips.positions.size(); ++i) {
        float* p = strips.profile(i);
        float before = p[0];
        for (int y = 1; y + 1 < strips.length; ++y) {
            const float value = p[y];
            p[y] = 0.25F * before + 0.5F * value + 0.25F * p[y + 1];
            before = value;
        }
    }
}

/// to[y] += from[y + shift], by a quadratic spline: its three weights blur every shift alike, to the second
/// moment. Between two neighbours a whole shift would blur nothing and half a one most, and pages would seem
/// straighter than they are: of real scans some at 0.1 to 0.6 degrees were called level.
/// @param span where `from` is not 0
void addShifted(const float* from, int length, std::pair<int, int> span, double shift, float* to)
{
    const double whole = std::floor(shift + 0.5);
    const auto part = static_cast<float>(shift - whole);
    const int offset = static_cast<int>(whole);
    const int begin = std::max({0, 1 - offset, span.first - 1 - offset});
    const int end = std::min({length, length - 1 - offset, span.second + 1 - offset});
    const float* source = from + offset;
    const float before = 0.5F * (0.5F - part) * (0.5F - part);
    const float after = 0.5F * (0.5F + part) * (0.5F + part);
    const float middle = 1.0F - before - after;
    for (int y = begin; y < end; ++y) {
        to[y] += before * source[y - 1] + middle * source[y] + after * source[y + 1];
    }
}

/// The energy of the profile summed along lines leaning by `degrees`.
double energyAt(const Strips& strips, double degrees, std::vector<float>& sum)
{
    std::fill(sum.begin(), sum.end(), 0.0F);
    const double slope = std::tan(degrees * M_PI / 180);
    for (std::size_t i = 0; i < strips.positions.size(); ++i) {
        addShifted(strips.profile(i), strips.length, strips.spans[i], -slope * strips.positions[i],
                   sum.data());
    }
    // Sums of their own for eight neighbours: what a compiler may work on together.
    constexpr std::size_t lanes = 8;
    std::array<float, lanes> parts{};
    double energy = 0;
    std::size_t y = 1;
    for (; y + lanes <= sum.size(); y += lanes) {
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const float step = sum[y + lane] - sum[y + lane - 1];
            parts[lane] += step * step;
        }
        if (y % 256 == 1) {
            energy = std::accumulate(parts.begin(), parts.end(), energy);
            parts.fill(0);
        }
    }
    energy = std::accumulate(parts.begin(), parts.end(), energy);
    for (; y < sum.size(); ++y) {
        const float step = sum[y] - sum[y - 1];
        energy += double(step) * double(step);
    }
    return energy;
}

/// The top of the parabola through three equally spaced values, in steps from the middle one.
double parabolaTop(double before, double middle, double after)
{
    const double bend = before - 2 * middle + after;
    return bend < 0 ? std::clamp(0.5 * (before - after) / bend, -1.0, 1.0) : 0.0;
}

bool isLargeEnough(const Strips& strips)
{
    return strips.positions.size() >= 8 && strips.length >= 64;
}

/// To half a degree.
/// @param strips smoothed
Lean roughLean(const Strips& strips)
{
    Lean lean;
    if (!isLargeEnough(strips)) {
        return lean;
    }
    const Strips coarse = coarser(strips);
    std::vector<float> sum(static_cast<std::size_t>(coarse.length));
    std::vector<double> energies;
    const int steps = static_cast<int>(2 * range / coarseStep);
    for (int i = 0; i <= steps; ++i) {
        energies.push_back(energyAt(coarse, -range + i * coarseStep, sum));
    }
    const auto top = std::max_element(energies.begin(), energies.end());
    const double highest = *top;
    std::vector<double> sorted = energies;
    std::nth_element(sorted.begin(), sorted.begin() + steps / 2, sorted.end());
    const double usual = sorted[static_cast<std::size_t>(steps / 2)];
    if (highest <= 0) {
        return lean;
    }
    lean.degrees = -range + coarseStep * double(top - energies.begin());
    lean.prominence = usual > 0 ? highest / usual - 1 : 0;
    lean.energy = highest;
    return lean;
}

/// Far finer than a pixel, from the rough one.
Lean fineLean(const Strips& strips, Lean lean)
{
    if (lean.energy <= 0) {
        return lean;
    }
    double best = lean.degrees;
    std::vector<float> sum(static_cast<std::size_t>(strips.length));
    double peak = energyAt(strips, best, sum);
    for (double step = coarseStep / 2; step > 0.02; step /= 2) {
        const double below = energyAt(strips, best - step, sum);
        const double above = energyAt(strips, best + step, sum);
        if (below > peak && below >= above) {
            best -= step;
            peak = below;
        } else if (above > peak) {
            best += step;
            peak = above;
        }
    }
    // The top is round, not pointed: a parabola over a width at which the text's edges matter, not the pixel
    // grid.
    constexpr double width = 0.06;
    best +=
        width * parabolaTop(energyAt(strips, best - width, sum), peak, energyAt(strips, best + width, sum));
    lean.degrees = std::clamp(best, -range, range);
    lean.energy = peak / double(strips.length);
    return lean;
}

Strips smoothStrips(const Plane& ink, int axis)
{
    Strips strips = axis == 0 ? stripsAcross(ink) : stripsDown(ink);
    if (isLargeEnough(strips)) {
        smooth(strips);
        findSpans(strips);
    }
    return strips;
}

} // namespace

Lean findLean(const Plane& ink, int axis)
{
    const Strips strips = smoothStrips(ink, axis);
    return fineLean(strips, roughLean(strips));
}

Leans findLeans(const Plane& ink)
{
    const std::array strips = {smoothStrips(ink, 0), smoothStrips(ink, 1)};
    Leans leans = {roughLean(strips[0]), roughLean(strips[1])};
    const std::size_t clearer = leans[0].prominence >= leans[1].prominence ? 0 : 1;
    leans[clearer] = fineLean(strips[clearer], leans[clearer]);
    return leans;
}

} // namespace sohoa::imaging
