// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/blank.h"

#include "imaging/components.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sohoa::imaging {

namespace {

// Show-through of office paper stays below a fifth of the contrast of the print behind it; pencil is above a
// quarter.
constexpr int seed = inkAt(22);
constexpr int body = inkAt(13);

constexpr double dustMm = 1.3;
constexpr double enoughMm = 1.9; // the height of a digit in 8 point type
constexpr double edgeMm = 1.5;
constexpr int mostCreases = 4; // a sheet folded twice both ways; more lines across a sheet are ruled

struct Place
{
    double left; ///< distance of the component from the sheet's edges, mm; smallest over its rows
    double right;
    double top;
    double bottom;
    [[nodiscard]] double nearest() const { return std::min({left, right, top, bottom}); }
};

struct Sheet
{
    int top = 0;
    int bottom = 0;
};

Sheet extentOf(const Plane& ink, const SheetSpans& spans)
{
    Sheet sheet{0, ink.height};
    while (sheet.top < sheet.bottom && spans.end(sheet.top) - spans.begin(sheet.top) < ink.width / 4) {
        ++sheet.top;
    }
    while (sheet.bottom > sheet.top &&
           spans.end(sheet.bottom - 1) - spans.begin(sheet.bottom - 1) < ink.width / 4) {
        --sheet.bottom;
    }
    return sheet;
}

Place placeOf(const Plane& ink, const SheetSpans& spans, const Sheet& sheet, const Component& c)
{
    Place place{1e9, 1e9, ink.mm(c.top - sheet.top), ink.mm(sheet.bottom - c.bottom)};
    for (int y = c.top; y < c.bottom; ++y) {
        place.left = std::min(place.left, ink.mm(c.left - spans.begin(y)));
        place.right = std::min(place.right, ink.mm(spans.end(y) - c.right));
    }
    return place;
}

/// A disc, or the ring its edge leaves, of the size punches make (5.5 to 6 mm, old ones up to 8), near an
/// edge.
bool isPunchHole(const Plane& ink, const Component& c, const Place& place)
{
    const double width = ink.mm(c.width());
    const double height = ink.mm(c.height());
    if (width < 3.8 || width > 9 || height < 3.8 || height > 9 ||
        std::abs(width - height) > 0.22 * std::max(width, height) || place.nearest() > 20) {
        return false;
    }
    // Ink all around at the radius of its box; inside either everywhere (dark behind the hole) or nowhere
    // (paper behind it, only the rim throws a shadow).
    constexpr std::size_t sectors = 24;
    std::array<bool, sectors> isDarkAt{};
    const double centreX = (c.left + c.right) / 2.0;
    const double centreY = (c.top + c.bottom) / 2.0;
    const double radius = (c.width() + c.height()) / 4.0;
    double inner = 0;
    double sum = 0;
    double squares = 0;
    for (int y = c.top; y < c.bottom; ++y) {
        for (int x = c.left; x < c.right; ++x) {
            const double dx = x + 0.5 - centreX;
            const double dy = y + 0.5 - centreY;
            const double r = std::hypot(dx, dy) / radius;
            const int value = ink.at(x, y);
            if (r < 0.7) {
                inner += 1;
                sum += value;
                squares += double(value) * value;
            } else if (r > 0.8 && r < 1.1 && value >= body) {
                const double turn = (std::atan2(dy, dx) / (2 * M_PI) + 1) * double(sectors);
                isDarkAt[static_cast<std::size_t>(turn) % sectors] = true;
            }
        }
    }
    const auto around = std::count(isDarkAt.begin(), isDarkAt.end(), true);
    const double mean = inner > 0 ? sum / inner : 0;
    const bool isEven = inner > 0 && squares / inner - mean * mean < double(inkAt(7)) * inkAt(7);
    return around >= 21 && isEven && c.area < 1.15 * M_PI * radius * radius;
}

/// The darkest pixels of a component, more than `share` of its peak.
Component coreOf(const Plane& ink, const Component& c, double share)
{
    Component core;
    const int least = std::max(body, static_cast<int>(share * c.peak));
    for (int y = c.top; y < c.bottom; ++y) {
        for (int x = c.left; x < c.right; ++x) {
            if (ink.at(x, y) >= least) {
                ++core.area;
                core.sumX += x;
                core.sumY += y;
                core.sumXX += double(x) * x;
                core.sumXY += double(x) * y;
                core.sumYY += double(y) * y;
            }
        }
    }
    return core;
}

/// A straight thin bar of 3 to 15 mm in a corner of the sheet, or one of its two holes. Under the lid it
/// lifts the sheet, and lies in a shadow up to 5 mm broad.
bool isStaple(const Plane& ink, const Component& c, const Place& place)
{
    const double length = ink.mm(c.barLength());
    const double breadth = ink.mm(c.barBreadth());
    const bool inCorner = std::min(place.left, place.right) < 25 && std::min(place.top, place.bottom) < 25;
    if (!inCorner) {
        return false;
    }
    if (std::max(ink.mm(c.width()), ink.mm(c.height())) < 2.0 && length < 1.6 * breadth) {
        return true; // a hole it left
    }
    if (length > 3.5 && length < 16 && breadth < 3.0 && length > 3.2 * breadth) {
        return true;
    }
    if (length > 22 || breadth > 5.5) {
        return false;
    }
    const Component core = coreOf(ink, c, 0.6);
    const double coreLength = ink.mm(core.barLength());
    return coreLength > 6 && coreLength < 15 && ink.mm(core.barBreadth()) < 1.0;
}

/// The crease of a corner bent over: a thin line across a corner from edge to edge.
bool isBentCorner(const Plane& ink, const Component& c, const Place& place)
{
    constexpr double nearMm = 5;
    return std::min(place.left, place.right) < nearMm && std::min(place.top, place.bottom) < nearMm &&
           std::min(ink.mm(c.width()), ink.mm(c.height())) > 5 && ink.mm(c.barLength()) > 8 &&
           ink.mm(c.barBreadth()) < 2.0;
}

/// A hair: one faint line, thinner than any pen or pencil draws, a centimetre long.
bool isHair(const Plane& ink, const Component& c)
{
    const double size = ink.mm(std::hypot(c.width(), c.height()));
    const double thickness = ink.mm(ink.mm(c.area)) / std::max(0.1, size);
    return c.peak < inkAt(45) && size > 3 && size < 16 && thickness < 0.32;
}

/// A crease or the shadow of a fold: thin, and over more than half of the sheet.
bool isCrease(const Plane& ink, const Component& c, const Sheet& sheet)
{
    const double across = double(c.width()) / ink.width;
    const double down = double(c.height()) / std::max(1, sheet.bottom - sheet.top);
    const double breadth = ink.mm(c.barBreadth());
    return (across > 0.5 && down < 0.15 && breadth < 12) || (down > 0.5 && across < 0.15 && breadth < 12);
}

} // namespace

Blankness findBlankness(const Plane& ink, const SheetSpans& spans)
{
    const Sheet sheet = extentOf(ink, spans);
    double content = 0;
    double doubtful = 0; // what was left out, or nearly counted
    int parts = 0;
    int creases = 0;
    double hair = 0;
    for (const Component& c : findComponents(ink, body)) {
        const double size = ink.mm(std::max(c.width(), c.height()));
        if (c.peak < seed) {
            continue;
        }
        if (size < dustMm) {
            continue;
        }
        const Place place = placeOf(ink, spans, sheet, c);
        // Shadows and torn edges: on the edge, and nowhere far from it.
        const double reach = std::min({place.left < edgeMm ? place.left + ink.mm(c.width()) : 1e9,
                                       place.right < edgeMm ? place.right + ink.mm(c.width()) : 1e9,
                                       place.top < edgeMm ? place.top + ink.mm(c.height()) : 1e9,
                                       place.bottom < edgeMm ? place.bottom + ink.mm(c.height()) : 1e9});
        const bool crease = reach >= 15 && isCrease(ink, c, sheet) && ++creases <= mostCreases;
        if (reach < 15 || isPunchHole(ink, c, place) || isStaple(ink, c, place) || crease ||
            isBentCorner(ink, c, place)) {
            doubtful += 1;
            continue;
        }
        const double counted = std::max(size, ink.mm(std::sqrt(double(c.area))));
        content += counted;
        ++parts;
        hair = isHair(ink, c) ? counted : 0;
    }
    if (parts == 1 && hair > 0) { // strokes of a pen are seldom alone
        doubtful += 5;
        content -= hair;
    }
    Blankness result;
    result.content = content;
    result.blank = content < enoughMm;
    if (result.blank) {
        result.confidence = std::max(0.5, 1.0 - 0.4 * content / enoughMm - 0.02 * std::min(doubtful, 10.0));
    } else {
        result.confidence = 1.0 - 0.5 * std::exp(-(content - enoughMm) / 15.0);
    }
    return result;
}

} // namespace sohoa::imaging
