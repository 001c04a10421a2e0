// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/sheetoverlay.h"

#include "imaging/ink.h"
#include "imaging/morphology.h"

#include <algorithm>
#include <cmath>

namespace sohoa::imaging {

namespace {

constexpr int faintest = inkAt(14); // below it: noise, and what shines through from the back

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

/// What of the ink is strokes, thinner than `thickestMm` and darker than the ground they are on: writing, but
/// not the tones of photographs, cards and shades, which depend on what is taken for paper.
Plane strokesOf(const Plane& ink)
{
    constexpr double thickestMm = 3;
    const int reach = static_cast<int>(ink.px(thickestMm) / 2);
    Plane strokes = dilated(eroded(ink, reach), reach);
    for (std::size_t i = 0; i < strokes.pixels.size(); ++i) {
        const int stroke = ink.pixels[i] - strokes.pixels[i];
        strokes.pixels[i] = static_cast<uchar>(stroke >= faintest ? stroke : 0);
    }
    return strokes;
}

/// Where black lies over more than any stroke, and right beside it: pictures as a scan of two tones has them,
/// in which a little more or less light turns grounds and faces from black to white.
Plane blackAndBeside(const Plane& ink)
{
    constexpr double thickestMm = 4;
    constexpr double besideMm = 9;
    constexpr uchar black = inkAt(78);
    const Plane solid = eroded(ink, static_cast<int>(ink.px(thickestMm) / 2));
    Plane result = dilated(solid, static_cast<int>(ink.px(besideMm)));
    for (uchar& pixel : result.pixels) {
        pixel = pixel >= black ? uchar{1} : uchar{0};
    }
    return result;
}

/// Of the places with writing, how many may be other ones: dirt, and faint writing that broke up.
constexpr double mostOther = 0.03;
/// How many places may have writing in one plane and hardly any in the other: a stain or a hair, but no stamp
/// or signature.
constexpr int mostOneSided = 5;
constexpr double hardlyAny = 0.15;
/// Places with writing without which only its pictures tell a sheet from others.
constexpr int leastWritten = 6;
/// Places with tones that are enough for a picture, and how well those of one sheet agree: not quite, for how
/// dark a ground seems depends on how much of it is taken for paper.
constexpr std::size_t leastToned = 12;
constexpr double tonesAgree = 0.85;
constexpr double mostToneApart = inkAt(25);

/// Two prints laid over each other.
class Overlay
{
public:
    Overlay(const Plane& a, const Plane& b)
        : m_a(withoutFaint(a))
        , m_b(withoutFaint(b))
        , m_strokesA(strokesOf(a))
        , m_strokesB(strokesOf(b))
    {
        constexpr double mostShiftMm = 25;
        const auto profilesA = profilesOf(m_a);
        const auto profilesB = profilesOf(m_b);
        const int most = static_cast<int>(a.px(mostShiftMm));
        m_shiftX = shiftBetween(profilesA[0], profilesB[0], most);
        m_shiftY = shiftBetween(profilesA[1], profilesB[1], most);
        collect();
    }

    [[nodiscard]] bool isSame() const
    {
        const auto written = static_cast<int>(m_written.size());
        return isSameWriting() && hasSameTones() &&
               (written >= leastWritten ||
                (hasPictures() && (hasSamePictures() || hasSameStrokesInPictures())));
    }

private:
    void collect()
    {
        constexpr double placeMm = 8;
        const int side = static_cast<int>(m_a.px(placeMm));
        const double writing = enoughWriting();
        const Plane blackA = blackAndBeside(m_a);
        const Plane blackB = blackAndBeside(m_b);
        for (int y = 0; y < m_a.height; y += side) {
            for (int x = 0; x < m_a.width; x += side) {
                const Place place{x, y, side};
                const Place other = facing(place);
                const bool written = std::max(sumOf(m_strokesA, place), sumOf(m_strokesB, other)) >= writing;
                if (!written && std::max(sumOf(m_a, place), sumOf(m_b, other)) < writing) {
                    continue;
                }
                if (sumOf(blackA, place) + sumOf(blackB, other) > 0) {
                    m_pictured.push_back(place);
                } else {
                    (written ? m_written : m_toned).push_back(place);
                }
            }
        }
    }

    [[nodiscard]] bool isSameWriting() const
    {
        // A photograph in grey has faint strokes of its own that come and go; its tones bear witness too.
        const double least = m_toned.size() >= leastToned ? 1 : 0;
        const double allowed = std::max(least, mostOther * double(m_written.size()));
        int other = 0;
        int oneSided = 0;
        for (const Place& place : m_written) {
            if (!isFound(m_strokesA, m_strokesB, place)) {
                (isOneSided(place) ? oneSided : other) += 1;
            }
            if (other > allowed || oneSided > mostOneSided) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] bool hasSameTones() const
    {
        if (m_toned.size() < leastToned) {
            return true;
        }
        const double allowed = mostOther * double(m_toned.size());
        const double count = double(m_toned.size());
        double sumA = 0;
        double sumB = 0;
        double squareA = 0;
        double squareB = 0;
        double product = 0;
        int other = 0;
        for (const Place& place : m_toned) {
            const double area = double(place.side) * place.side;
            const double a = sumOf(m_a, place) / area;
            const double b = sumOf(m_b, facing(place)) / area;
            sumA += a;
            sumB += b;
            squareA += a * a;
            squareB += b * b;
            product += a * b;
            other += std::abs(a - b) > mostToneApart ? 1 : 0;
        }
        const double varianceA = squareA - sumA * sumA / count;
        const double varianceB = squareB - sumB * sumB / count;
        // Where all is of one tone there is nothing to correlate.
        const double least = 10.0 * 10.0 * count;
        return other <= allowed &&
               (std::max(varianceA, varianceB) < least ||
                product - sumA * sumB / count >=
                    tonesAgree * std::sqrt(std::max(1.0, varianceA) * std::max(1.0, varianceB)));
    }

    [[nodiscard]] bool hasPictures() const { return m_toned.size() + m_pictured.size() >= leastToned; }

    [[nodiscard]] bool hasSamePictures() const
    {
        const double allowed = mostOther * double(m_pictured.size());
        return static_cast<double>(
                   std::count_if(m_pictured.begin(), m_pictured.end(), [this](const Place& place) {
                       return !isFound(m_a, m_b, place);
                   })) <= allowed;
    }

    /// Whether what has strokes in both, captions close to photographs above all, is the same.
    [[nodiscard]] bool hasSameStrokesInPictures() const
    {
        constexpr int leastPlaces = 12; // a line of writing
        constexpr double mostBroken = 0.1;
        int both = 0;
        int other = 0;
        for (const Place& place : m_pictured) {
            if (std::min(sumOf(m_strokesA, place), sumOf(m_strokesB, facing(place))) >= enoughWriting()) {
                ++both;
                other += isFound(m_strokesA, m_strokesB, place) ? 0 : 1;
            }
        }
        return both >= leastPlaces && other <= mostBroken * both;
    }

    [[nodiscard]] Place facing(const Place& place) const
    {
        return {place.x - m_shiftX, place.y - m_shiftY, place.side};
    }

    /// Full ink of a few letters.
    [[nodiscard]] double enoughWriting() const { return 1.5 * 255 * m_a.px(1) * m_a.px(1); }

    /// A feeder's pace and a lean not quite known.
    [[nodiscard]] int loose() const { return static_cast<int>(std::ceil(m_a.px(1.4))); }

    [[nodiscard]] bool isFound(const Plane& a, const Plane& b, const Place& place) const
    {
        for (int dy = -loose(); dy <= loose(); ++dy) {
            for (int dx = -loose(); dx <= loose(); ++dx) {
                if (isAlike(a, b, place, m_shiftX + dx, m_shiftY + dy)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether only one has writing, and nothing right beside it, where a place that lies a little off would
    /// have it.
    [[nodiscard]] bool isOneSided(const Place& place) const
    {
        const double inkA = sumOf(m_strokesA, place);
        const double inkB = sumOf(m_strokesB, facing(place));
        const auto around = [this](const Place& of) {
            return Place{of.x - loose(), of.y - loose(), of.side + 2 * loose()};
        };
        const double beside =
            inkA > inkB ? sumOf(m_strokesB, around(facing(place))) : sumOf(m_strokesA, around(place));
        return beside < hardlyAny * std::max(inkA, inkB);
    }

    Plane m_a;
    Plane m_b;
    Plane m_strokesA;
    Plane m_strokesB;
    int m_shiftX = 0;
    int m_shiftY = 0;
    std::vector<Place> m_written;
    std::vector<Place> m_toned;    ///< shades and photographs without strokes
    std::vector<Place> m_pictured; ///< with black areas
};

} // namespace

Plane withoutFaint(const Plane& ink)
{
    Plane clear = ink;
    for (uchar& pixel : clear.pixels) {
        pixel = pixel < faintest ? uchar{0} : pixel;
    }
    return clear;
}

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

bool isSameUpright(const Plane& a, const Plane& b)
{
    return Overlay(a, b).isSame();
}

} // namespace sohoa::imaging
