// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "barcode/patchcode.h"

#include "barcode/filters.h"
#include "barcode/levels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace sohoa::barcode {

namespace {

constexpr double millimetresPerInch = 25.4;
constexpr double widthOfA4 = 210;
constexpr double workingDpi = 75; // at most half as much again: narrow bars have 6 to 9 pixels
constexpr int neighbourhood = 3;  // blocks on each side: 24 to 36 mm, a whole code
constexpr double codeMillimetres = 20.3;
constexpr double mostScaled = 1.35; // copied larger or smaller
constexpr double unitsAcross = 10;  // narrow bars and spaces are one, wide bars two and a half
constexpr double wide = 2.5;
constexpr double leastQuiet = 1.7; // units
constexpr double mostOff = 0.5;    // units
constexpr double leastLength = 17; // millimetres; 19 are the shortest bars there are
constexpr double mostSlope = 0.23; // of 13 degrees
constexpr double leastSeen = 0.85; // of the lines across the bars
constexpr int lineStep = 3;
constexpr std::size_t zones = 7;

/// Which of four bars are wide, from the leading edge: bit 3 the first.
QString textOf(unsigned bars)
{
    switch (bars) {
    case 0b1100:
        return QStringLiteral("1");
    case 0b1001:
        return QStringLiteral("2");
    case 0b1010:
        return QStringLiteral("3");
    case 0b0110:
        return QStringLiteral("4");
    case 0b0011:
        return QStringLiteral("6");
    case 0b0101:
        return QStringLiteral("T");
    default:
        return {};
    }
}

unsigned reversed(unsigned bars)
{
    return (bars & 1U) << 3U | (bars & 2U) << 1U | (bars & 4U) >> 1U | (bars & 8U) >> 3U;
}

/// The bars seen on one line across them.
struct Crossing
{
    unsigned bars = 0;
    int from = 0; ///< along the line
    int to = 0;
};

/// Crossings on neighbouring lines.
struct Strip
{
    unsigned bars = 0;
    int firstLine = 0;
    int lastLine = 0;
    Crossing first;
    Crossing last;
    int seen = 1;
};

class PatchSearch
{
public:
    PatchSearch(const QImage& picture, double dpi)
        : m_levels(picture, neighbourhood)
        , m_pixelsPerMm(dpi / millimetresPerInch)
    {
    }

    /// Across bars that stand upright in the picture.
    std::vector<Strip> strips()
    {
        std::vector<int> lengths;
        for (int line = 0; line < m_levels.height(); line += lineStep) {
            m_levels.runs(line, lengths);
            int at = lengths[0];
            for (std::size_t i = 1; i + zones <= lengths.size(); i += 2) {
                Crossing crossing;
                if (isCode(lengths, i, crossing)) {
                    crossing.from += at;
                    crossing.to += at;
                    add(line, crossing);
                }
                at += lengths[i] + lengths[i + 1];
            }
        }
        for (const Strip& strip : m_open) {
            finish(strip);
        }
        return std::move(m_done);
    }

private:
    bool isCode(const std::vector<int>& lengths, std::size_t first, Crossing& crossing) const
    {
        int all = 0;
        for (std::size_t i = first; i < first + zones; ++i) {
            all += lengths[i];
        }
        const double nominal = codeMillimetres * m_pixelsPerMm;
        if (all < nominal / mostScaled || all > nominal * mostScaled) {
            return false;
        }
        const double unit = all / unitsAcross;
        // More light before and behind than between, unless it is the end of the page: else it is a part of
        // a longer row of bars.
        const bool behind =
            first + zones + 1 >= lengths.size() || lengths[first + zones] >= unit * leastQuiet;
        if ((first > 1 && lengths[first - 1] < unit * leastQuiet) || !behind) {
            return false;
        }
        unsigned bars = 0;
        int wideBars = 0;
        for (std::size_t i = 0; i < zones; ++i) {
            const double length = lengths[first + i] / unit;
            const bool isBar = i % 2 == 0;
            const bool isWide = isBar && length > (1 + wide) / 2;
            if (std::abs(length - (isWide ? wide : 1)) > (isWide ? 1.4 : 1) * mostOff) {
                return false;
            }
            if (isBar) {
                bars = bars << 1U | (isWide ? 1U : 0U);
                wideBars += isWide ? 1 : 0;
            }
        }
        crossing = {bars, 0, all};
        return wideBars == 2;
    }

    void add(int line, const Crossing& crossing)
    {
        constexpr int mostGap = 4 * lineStep;
        for (Strip& strip : m_open) {
            const int lines = line - strip.lastLine;
            const double slack = mostSlope * lines + 2;
            if (lines > 0 && lines <= mostGap && strip.bars == crossing.bars &&
                std::abs(strip.last.from - crossing.from) <= slack &&
                std::abs(strip.last.to - crossing.to) <= slack) {
                strip.lastLine = line;
                strip.last = crossing;
                ++strip.seen;
                return;
            }
        }
        for (auto strip = m_open.begin(); strip != m_open.end();) {
            if (line - strip->lastLine > mostGap) {
                finish(*strip);
                strip = m_open.erase(strip);
            } else {
                ++strip;
            }
        }
        m_open.push_back({crossing.bars, line, line, crossing, crossing, 1});
    }

    void finish(const Strip& strip)
    {
        const int lines = (strip.lastLine - strip.firstLine) / lineStep + 1;
        if (strip.lastLine - strip.firstLine >= leastLength * m_pixelsPerMm &&
            strip.seen >= leastSeen * lines) {
            m_done.push_back(strip);
        }
    }

    Levels m_levels;
    double m_pixelsPerMm;
    std::vector<Strip> m_open;
    std::vector<Strip> m_done;
};

QImage transposed(const QImage& picture)
{
    QImage result(picture.height(), picture.width(), QImage::Format_Grayscale8);
    // In squares that stay in the cache.
    constexpr int square = 16;
    for (int top = 0; top < picture.height(); top += square) {
        const int bottom = std::min(picture.height(), top + square);
        for (int x = 0; x < picture.width(); ++x) {
            uchar* line = result.scanLine(x);
            const uchar* pixel = picture.constScanLine(top) + x;
            for (int y = top; y < bottom; ++y, pixel += picture.bytesPerLine()) {
                line[y] = *pixel;
            }
        }
    }
    return result;
}

/// A strip as a code. @param extent of the picture along the lines
dossier::Code codeOf(const Strip& strip, bool down, int extent, double scale)
{
    const int middle = (strip.first.from + strip.first.to + strip.last.from + strip.last.to) / 4;
    const auto point = [&](int line, int along) {
        return scale * (down ? QPointF(line, along) : QPointF(along, line));
    };
    dossier::Code code;
    code.format = QStringLiteral("PatchCode");
    code.text = textOf(middle <= extent / 2 ? strip.bars : reversed(strip.bars));
    code.corners = {point(strip.firstLine, strip.first.from), point(strip.lastLine, strip.last.from),
                    point(strip.lastLine, strip.last.to), point(strip.firstLine, strip.first.to)};
    if (!down) {
        std::swap(code.corners[1], code.corners[3]);
    }
    return code;
}

} // namespace

std::vector<dossier::Code> findPatchCodes(const QImage& page, double dpi)
{
    double resolution =
        dpi > 0 ? dpi : std::min(page.width(), page.height()) / widthOfA4 * millimetresPerInch;
    QImage picture = page;
    double scale = 1;
    while (resolution >= 2 * workingDpi && picture.width() > Levels::block) {
        picture = halved(picture);
        resolution /= 2;
        scale *= 2;
    }
    if (picture.width() < Levels::block || picture.height() < Levels::block) {
        return {};
    }
    std::vector<dossier::Code> codes;
    for (const bool down : {true, false}) {
        const QImage lying = down ? transposed(picture) : picture;
        for (const Strip& strip : PatchSearch(lying, resolution).strips()) {
            codes.push_back(codeOf(strip, down, down ? picture.height() : picture.width(), scale));
        }
    }
    return codes;
}

} // namespace sohoa::barcode
