// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/sheetprint.h"

#include "imaging/ink.h"
#include "imaging/sheetoverlay.h"
#include "imaging/streaks.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace sohoa::imaging {

namespace {

constexpr double printDpi = 75;
constexpr double workingDpi = 150;
constexpr double longSideOfA4 = 297;
constexpr double insideMm = 1.6; // away from a bed: the edge's shadow and blur
constexpr double enoughMm2 = 20; // of full ink: a line of text; a page number or a stamp is like any other
constexpr int cells = 32;        // of the hash, along each side

/// The plane at `printDpi`, by area.
Plane shrunk(const Plane& plane)
{
    const double ratio = plane.dpi / printDpi;
    const int width = std::max(1, static_cast<int>(plane.width / ratio));
    const int height = std::max(1, static_cast<int>(plane.height / ratio));
    Plane small(width, height, printDpi, 1);
    for (int y = 0; y < height; ++y) {
        const int y0 = static_cast<int>(y * ratio);
        const int y1 = std::min(plane.height, std::max(y0 + 1, static_cast<int>((y + 1) * ratio)));
        for (int x = 0; x < width; ++x) {
            const int x0 = static_cast<int>(x * ratio);
            const int x1 = std::min(plane.width, std::max(x0 + 1, static_cast<int>((x + 1) * ratio)));
            int sum = 0;
            for (int v = y0; v < y1; ++v) {
                sum = std::accumulate(plane.row(v) + x0, plane.row(v) + x1, sum);
            }
            small.row(y)[x] = static_cast<uchar>(sum / ((y1 - y0) * (x1 - x0)));
        }
    }
    return small;
}

/// Turned so that writing that leans `degrees` counter-clockwise and stands `turn` degrees clockwise becomes
/// level and upright; bilinear, what comes from outside is paper.
Plane levelled(const Plane& plane, double degrees, int turn)
{
    const double angle = (degrees - turn) * M_PI / 180; // of the content, counter-clockwise as seen
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    const bool sideways = turn % 180 != 0;
    Plane level(sideways ? plane.height : plane.width, sideways ? plane.width : plane.height, plane.dpi, 1);
    for (int y = 0; y < level.height; ++y) {
        const double dy = y + 0.5 - level.height / 2.0;
        for (int x = 0; x < level.width; ++x) {
            const double dx = x + 0.5 - level.width / 2.0;
            const double u = cosine * dx + sine * dy + plane.width / 2.0 - 0.5;
            const double v = -sine * dx + cosine * dy + plane.height / 2.0 - 0.5;
            const int column = static_cast<int>(std::floor(u));
            const int row = static_cast<int>(std::floor(v));
            if (column < 0 || row < 0 || column + 1 >= plane.width || row + 1 >= plane.height) {
                continue;
            }
            const double fx = u - column;
            const double fy = v - row;
            const double above = plane.at(column, row) * (1 - fx) + plane.at(column + 1, row) * fx;
            const double below = plane.at(column, row + 1) * (1 - fx) + plane.at(column + 1, row + 1) * fx;
            level.row(y)[x] = static_cast<uchar>(above * (1 - fy) + below * fy);
        }
    }
    return level;
}

/// Where `share` of the sum of a profile lies before.
int placeOf(const std::vector<double>& profile, double share)
{
    const double wanted = std::accumulate(profile.begin(), profile.end(), 0.0) * share;
    double sum = 0;
    for (std::size_t i = 0; i < profile.size(); ++i) {
        sum += profile[i];
        if (sum >= wanted) {
            return static_cast<int>(i);
        }
    }
    return static_cast<int>(profile.size());
}

/// The frame is that of nearly all ink, so that dirt at the edge does not move it.
SheetLook lookOf(const Plane& ink, const std::array<std::vector<double>, 2>& profiles)
{
    constexpr double leastInk = 0.02 * 255; // of a cell that is not empty
    const int left = placeOf(profiles[0], 0.01);
    const int right = std::max(left + cells, placeOf(profiles[0], 0.99));
    const int top = placeOf(profiles[1], 0.01);
    const int bottom = std::max(top + cells, placeOf(profiles[1], 0.99));
    std::array<double, cells * cells> sums{};
    for (int y = top; y < std::min(bottom, ink.height); ++y) {
        const int down = (y - top) * cells / (bottom - top);
        for (int x = left; x < std::min(right, ink.width); ++x) {
            const int across = (x - left) * cells / (right - left);
            sums[static_cast<std::size_t>(down * cells + across)] += ink.at(x, y);
        }
    }
    std::array<double, cells* cells> sorted = sums;
    const auto middle = sorted.begin() + sorted.size() / 2;
    std::nth_element(sorted.begin(), middle, sorted.end());
    const double area = double(right - left) * (bottom - top) / (cells * cells);
    const double usual = std::max(*middle, leastInk * area);
    SheetLook look{};
    for (std::size_t i = 0; i < sums.size(); ++i) {
        look[i / 64] |= quint64(sums[i] > usual ? 1 : 0) << (i % 64);
    }
    return look;
}

/// The bits in the opposite order.
quint64 reversed(quint64 bits)
{
    bits = ((bits >> 1) & 0x5555555555555555U) | ((bits & 0x5555555555555555U) << 1);
    bits = ((bits >> 2) & 0x3333333333333333U) | ((bits & 0x3333333333333333U) << 2);
    bits = ((bits >> 4) & 0x0f0f0f0f0f0f0f0fU) | ((bits & 0x0f0f0f0f0f0f0f0fU) << 4);
    return qbswap(bits);
}

int differenceUpright(const SheetLook& a, const SheetLook& b)
{
    int difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        difference += std::popcount(a[i] ^ b[i]);
    }
    return difference;
}

/// With the cells of `b` from the bottom right.
int differenceTurned(const SheetLook& a, const SheetLook& b)
{
    int difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        difference += std::popcount(a[i] ^ reversed(b[b.size() - 1 - i]));
    }
    return difference;
}

Plane turnedOver(const Plane& plane)
{
    Plane turned = plane;
    std::reverse(turned.pixels.begin(), turned.pixels.end());
    return turned;
}

} // namespace

std::optional<SheetPrint> printOf(const Plane& ink, const dossier::PageFindings& findings)
{
    if (findings.blank) {
        return {};
    }
    SheetPrint print;
    print.ink = levelled(shrunk(ink), findings.skewDegrees.value_or(0), findings.orientation.value_or(0));
    const Plane clear = withoutFaint(print.ink);
    const auto profiles = profilesOf(clear);
    const double enough = enoughMm2 * 255 * print.ink.px(1) * print.ink.px(1);
    if (std::accumulate(profiles[0].begin(), profiles[0].end(), 0.0) < enough) {
        return {};
    }
    print.look = lookOf(clear, profiles);
    return print;
}

std::optional<SheetPrint> printOf(const QImage& grey, double dpi, const dossier::PageFindings& findings)
{
    if (grey.format() != QImage::Format_Grayscale8 || std::min(grey.width(), grey.height()) < 64) {
        return {};
    }
    const double greyDpi =
        dpi > 0 ? dpi : std::max(grey.width(), grey.height()) * millimetresPerInch / longSideOfA4;
    const int factor = std::clamp(static_cast<int>(std::lround(greyDpi / workingDpi)), 1,
                                  std::min(grey.width(), grey.height()) / 64);
    Plane page = reduced(grey, greyDpi, factor);
    const SheetSpans spans = spansOf(page, findings.pageQuad, insideMm);
    removeStreaks(page, findStreaks(page, spans));
    return printOf(inkOf(page, spans, PaperLevel(page, spans)), findings);
}

int differenceOf(const SheetLook& a, const SheetLook& b)
{
    return std::min(differenceUpright(a, b), differenceTurned(a, b));
}

bool isSameSheet(const SheetPrint& a, const SheetPrint& b)
{
    const bool upright = differenceUpright(a.look, b.look) <= mostDifference;
    const bool turned = differenceTurned(a.look, b.look) <= mostDifference;
    return (upright && isSameUpright(a.ink, b.ink)) || (turned && isSameUpright(a.ink, turnedOver(b.ink)));
}

} // namespace sohoa::imaging
