// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/sheetprint.h"

#include "imaging/ink.h"
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
constexpr double insideMm = 1.6;    // away from a bed: the edge's shadow and blur
constexpr double enoughMm2 = 20;    // of full ink: a line of text; a page number or a stamp is like any other
constexpr int faintest = inkAt(14); // below it: noise, and what shines through from the back
constexpr int cells = 32;           // of the hash, along each side

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

/// The ink in each column, and in each row.
std::array<std::vector<double>, 2> profilesOf(const Plane& ink)
{
    std::array<std::vector<double>, 2> profiles = {std::vector<double>(static_cast<std::size_t>(ink.width)),
                                                   std::vector<double>(static_cast<std::size_t>(ink.height))};
    for (int y = 0; y < ink.height; ++y) {
        const uchar* row = ink.row(y);
        for (int x = 0; x < ink.width; ++x) {
            profiles[0][static_cast<std::size_t>(x)] += row[x];
            profiles[1][static_cast<std::size_t>(y)] += row[x];
        }
    }
    return profiles;
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

/// How far `b` must be moved to lie over `a`: the shift at which the profiles agree best.
int shiftBetween(const std::vector<double>& a, const std::vector<double>& b, int most)
{
    const auto at = [](const std::vector<double>& profile, int i) {
        return i >= 0 && i < static_cast<int>(profile.size()) ? profile[static_cast<std::size_t>(i)] : 0.0;
    };
    int best = 0;
    double least = -1;
    for (int shift = -most; shift <= most; ++shift) {
        double difference = 0;
        for (int i = -most; i < static_cast<int>(a.size()) + most; ++i) {
            difference += std::abs(at(a, i) - at(b, i - shift));
        }
        if (least < 0 || difference < least) {
            least = difference;
            best = shift;
        }
    }
    return best;
}

Plane turnedOver(const Plane& plane)
{
    Plane turned = plane;
    std::reverse(turned.pixels.begin(), turned.pixels.end());
    return turned;
}

/// A square of a plane, outside of which is paper.
struct Place
{
    int x = 0;
    int y = 0;
    int side = 0;
};

double sumOf(const Plane& plane, const Place& place)
{
    double sum = 0;
    for (int y = std::max(0, place.y); y < std::min(plane.height, place.y + place.side); ++y) {
        for (int x = std::max(0, place.x); x < std::min(plane.width, place.x + place.side); ++x) {
            sum += plane.at(x, y);
        }
    }
    return sum;
}

/// Whether the writing in a place of `a` is that in the place of `b` that is moved by (dx, dy): they
/// correlate, or both are evenly dark, as parts of photographs are.
bool isAlike(const Plane& a, const Plane& b, const Place& place, int dx, int dy)
{
    constexpr double alike = 0.6;
    constexpr double evenSpread = 14; // of ink values
    constexpr double nearMean = 40;
    const auto at = [](const Plane& plane, int x, int y) {
        return x >= 0 && y >= 0 && x < plane.width && y < plane.height ? int(plane.at(x, y)) : 0;
    };
    qint64 sumA = 0;
    qint64 sumB = 0;
    qint64 squareA = 0;
    qint64 squareB = 0;
    qint64 product = 0;
    for (int y = place.y; y < place.y + place.side; ++y) {
        for (int x = place.x; x < place.x + place.side; ++x) {
            const int valueA = at(a, x, y);
            const int valueB = at(b, x - dx, y - dy);
            sumA += valueA;
            sumB += valueB;
            squareA += valueA * valueA;
            squareB += valueB * valueB;
            product += valueA * valueB;
        }
    }
    const double count = double(place.side) * place.side;
    const double meanA = double(sumA) / count;
    const double meanB = double(sumB) / count;
    const double varianceA = double(squareA) / count - meanA * meanA;
    const double varianceB = double(squareB) / count - meanB * meanB;
    if (std::max(varianceA, varianceB) <= evenSpread * evenSpread) {
        return std::abs(meanA - meanB) <= nearMean;
    }
    return double(product) / count - meanA * meanB >=
           alike * std::sqrt(std::max(1.0, varianceA) * std::max(1.0, varianceB));
}

/// Of the places where either plane has writing, how many may differ: photographs and dirt.
constexpr double mostOther = 0.03;
/// How many places may have writing in one plane and hardly any in the other: a stain, but no stamp or
/// signature.
constexpr int mostOneSided = 5;
constexpr double hardlyAny = 0.15;

bool isSameUpright(const Plane& a, const Plane& b)
{
    constexpr double placeMm = 8;
    constexpr double writingMm2 = 1.5; // full ink of a few letters
    constexpr double mostShiftMm = 25;
    constexpr double looseMm = 1.4; // a feeder's pace and a lean not quite known
    const auto profilesA = profilesOf(a);
    const auto profilesB = profilesOf(b);
    const int most = static_cast<int>(a.px(mostShiftMm));
    const int shiftX = shiftBetween(profilesA[0], profilesB[0], most);
    const int shiftY = shiftBetween(profilesA[1], profilesB[1], most);
    const int side = static_cast<int>(a.px(placeMm));
    const int loose = static_cast<int>(std::ceil(a.px(looseMm)));
    const double writing = writingMm2 * 255 * a.px(1) * a.px(1);
    std::vector<Place> places;
    int oneSided = 0;
    for (int y = 0; y < a.height; y += side) {
        for (int x = 0; x < a.width; x += side) {
            const double inkA = sumOf(a, {x, y, side});
            const double inkB = sumOf(b, {x - shiftX, y - shiftY, side});
            if (std::max(inkA, inkB) < writing) {
                continue;
            }
            places.push_back({x, y, side});
            // Nor is there anything right beside it, where a place that lies a little off would have it.
            const int around = side + 4 * loose;
            const double facing = inkA > inkB
                                      ? sumOf(b, {x - shiftX - 2 * loose, y - shiftY - 2 * loose, around})
                                      : sumOf(a, {x - 2 * loose, y - 2 * loose, around});
            oneSided += facing < hardlyAny * std::max(inkA, inkB) ? 1 : 0;
        }
    }
    if (oneSided > mostOneSided) {
        return false;
    }
    const auto found = [&](const Place& place) {
        for (int dy = -loose; dy <= loose; ++dy) {
            for (int dx = -loose; dx <= loose; ++dx) {
                if (isAlike(a, b, place, shiftX + dx, shiftY + dy)) {
                    return true;
                }
            }
        }
        return false;
    };
    const double allowed = mostOther * double(places.size());
    int other = 0;
    for (const Place& place : places) {
        other += found(place) ? 0 : 1;
        if (other > allowed) {
            return false;
        }
    }
    return !places.empty();
}

} // namespace

std::optional<SheetPrint> printOf(const Plane& ink, const dossier::PageFindings& findings)
{
    if (findings.blank) {
        return {};
    }
    Plane small = shrunk(ink);
    for (uchar& pixel : small.pixels) {
        pixel = pixel < faintest ? uchar{0} : pixel;
    }
    SheetPrint print;
    print.ink = levelled(small, findings.skewDegrees.value_or(0), findings.orientation.value_or(0));
    const auto profiles = profilesOf(print.ink);
    const double enough = enoughMm2 * 255 * print.ink.px(1) * print.ink.px(1);
    if (std::accumulate(profiles[0].begin(), profiles[0].end(), 0.0) < enough) {
        return {};
    }
    print.look = lookOf(print.ink, profiles);
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
