// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "barcode/mending.h"

#include "barcode/engine.h"
#include "base/text.h"

#include <QTransform>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace sohoa::barcode {

namespace {

constexpr int finderModules = 7;
constexpr int timingRow = 6;
constexpr double finderMiddle = 3.5; // modules from the code's edge
constexpr int leastSide = 21;        // modules: version 1
constexpr int mostSide = 69;         // version 13, more than any separator has
constexpr double agreed = 0.6;       // of the timing modules, from -1 to 1
constexpr int leastTiming = 8;       // modules that are seen
constexpr double sameWay = 0.3;      // radians between codes of one sheet
constexpr std::size_t mostAlone = 12;

/// Where the modules of a code lie.
struct Grid
{
    int side = 0; ///< modules
    QPointF corner;
    QPointF right; ///< middle of the square there
    QPointF below;

    [[nodiscard]] QTransform toPage() const
    {
        const double between = side - finderModules;
        const QPointF across = (right - corner) / between;
        const QPointF down = (below - corner) / between;
        const QPointF origin = corner - finderMiddle * (across + down);
        return {across.x(), across.y(), down.x(), down.y(), origin.x(), origin.y()};
    }
    [[nodiscard]] double direction() const
    {
        return std::atan2(right.y() - corner.y(), right.x() - corner.x());
    }
};

/// How dark each module is, from -1 (light) to 1; 0: not known.
struct Modules
{
    int side = 0;
    std::vector<double> dark;

    [[nodiscard]] double& at(int row, int column)
    {
        return dark[static_cast<std::size_t>(row * side + column)];
    }
    [[nodiscard]] double at(int row, int column) const
    {
        return dark[static_cast<std::size_t>(row * side + column)];
    }
};

constexpr double outside = -1;

/// The mean of the middle of a module; `outside` beyond the picture.
double levelAt(const QImage& page, const QTransform& toPage, int row, int column)
{
    constexpr std::array<double, 3> inside = {0.3, 0.5, 0.7};
    int sum = 0;
    for (const double v : inside) {
        for (const double u : inside) {
            const QPoint at = toPage.map(QPointF(column + u, row + v)).toPoint();
            if (!page.rect().contains(at)) {
                return outside;
            }
            sum += page.constScanLine(at.y())[at.x()];
        }
    }
    return sum / double(inside.size() * inside.size());
}

std::vector<double> levelsOf(const QImage& page, const Grid& grid)
{
    const QTransform toPage = grid.toPage();
    std::vector<double> levels;
    levels.reserve(static_cast<std::size_t>(grid.side) * static_cast<std::size_t>(grid.side));
    for (int row = 0; row < grid.side; ++row) {
        for (int column = 0; column < grid.side; ++column) {
            levels.push_back(levelAt(page, toPage, row, column));
        }
    }
    return levels;
}

Modules modulesOf(const QImage& page, const Grid& grid)
{
    constexpr int reach = 3; // modules on each side that a level is held against
    constexpr int even = 2;  // a code has no square of five modules of one tone
    constexpr double leastContrast = 0.35;
    const int side = grid.side;
    const std::vector<double> levels = levelsOf(page, grid);
    Modules modules{side, std::vector<double>(levels.size(), 0.0)};
    std::vector<double> seen;
    std::copy_if(levels.begin(), levels.end(), std::back_inserter(seen), [](double v) { return v >= 0; });
    if (seen.size() < levels.size() / 4) {
        return modules;
    }
    std::sort(seen.begin(), seen.end());
    const double contrast = seen[seen.size() * 9 / 10] - seen[seen.size() / 10];
    const auto rangeAround = [&](int row, int column, int most) {
        std::pair<double, double> range{255, 0};
        for (int y = std::max(0, row - most); y <= std::min(side - 1, row + most); ++y) {
            for (int x = std::max(0, column - most); x <= std::min(side - 1, column + most); ++x) {
                const double level = levels[static_cast<std::size_t>(y * side + x)];
                if (level >= 0) {
                    range = {std::min(range.first, level), std::max(range.second, level)};
                }
            }
        }
        return range;
    };
    std::vector<bool> flat(levels.size(), false);
    for (int row = even; row + even < side; ++row) {
        for (int column = even; column + even < side; ++column) {
            const auto [low, high] = rangeAround(row, column, even);
            for (int y = row - even; high - low < leastContrast * contrast && y <= row + even; ++y) {
                std::fill_n(flat.begin() + y * side + column - even, 2 * even + 1, true);
            }
        }
    }
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            const auto place = static_cast<std::size_t>(row * side + column);
            const auto [low, high] = rangeAround(row, column, reach);
            if (levels[place] >= 0 && !flat[place] && high - low >= leastContrast * contrast) {
                const double off = ((low + high) / 2 - levels[place]) / ((high - low) / 2);
                modules.dark[place] = off * std::min(1.0, (high - low) / std::max(1.0, contrast));
            }
        }
    }
    return modules;
}

/// How far the modules between the squares alternate, each against its two neighbours, in row 6 and column 6
/// (ISO/IEC 18004:2015, 6.3.5).
struct Timing
{
    double share = 0;    ///< from -1 to 1
    double contrast = 0; ///< in levels: greatest where the middles of modules are hit
};

/// Empty when too few are seen.
std::optional<Timing> timingOf(const QImage& page, const Grid& grid)
{
    const QTransform toPage = grid.toPage();
    const int first = finderModules + 1;
    const int last = grid.side - finderModules - 2;
    double agreeing = 0;
    double all = 0;
    int seen = 0;
    std::vector<double> levels;
    for (const bool down : {false, true}) {
        levels.clear();
        for (int i = first; i <= last; ++i) {
            levels.push_back(levelAt(page, toPage, down ? i : timingRow, down ? timingRow : i));
        }
        for (std::size_t i = 1; i + 1 < levels.size(); ++i) {
            if (std::min({levels[i - 1], levels[i], levels[i + 1]}) >= 0) {
                const double darker = (levels[i - 1] + levels[i + 1]) / 2 - levels[i];
                const bool isDark = (first + static_cast<int>(i)) % 2 == 0;
                agreeing += isDark ? darker : -darker;
                all += std::abs(darker);
                ++seen;
            }
        }
    }
    if (seen < leastTiming || all <= 0) {
        return {};
    }
    return Timing{agreeing / all, agreeing / seen};
}

struct Seen
{
    Grid grid = {};
    Timing timing = {};
    Modules modules = {};
};

/// The best place of the square that is not seen, near where it must be: first within a module, then finer.
std::optional<Seen> settled(const QImage& page, Grid grid, QPointF Grid::*unseen)
{
    constexpr int steps = 3;
    std::optional<Seen> best;
    for (const double step : {0.35, 0.11}) { // modules
        const QTransform toPage = grid.toPage();
        const QPointF across(toPage.m11() * step, toPage.m12() * step);
        const QPointF down(toPage.m21() * step, toPage.m22() * step);
        const QPointF middle = grid.*unseen;
        for (int v = -steps; v <= steps; ++v) {
            for (int u = -steps; u <= steps; ++u) {
                grid.*unseen = middle + u * across + v * down;
                const std::optional<Timing> timing = timingOf(page, grid);
                if (timing && (!best || timing->contrast > best->timing.contrast)) {
                    best = Seen{grid, *timing};
                }
            }
        }
        if (!best) {
            return {};
        }
        grid = best->grid;
    }
    return best;
}

/// Codes that two squares may belong to, the third one covered.
void addGuesses(const QImage& page, const Finder& a, const Finder& b, std::vector<Seen>& found)
{
    const double module = (a.module + b.module) / 2;
    const QPointF apart = b.centre - a.centre;
    const QPointF aside(-apart.y(), apart.x()); // a quarter clockwise, as y runs down
    const double length = std::hypot(apart.x(), apart.y()) / module;
    struct Guess
    {
        Grid grid;
        QPointF Grid::*unseen;
        double modules;
    };
    const double slant = length / std::sqrt(2.0);
    const QPointF half = (apart + aside) / 2;
    const QPointF otherHalf = (apart - aside) / 2;
    const std::array guesses = {
        // Beside each other, along the upper or the left edge, seen from either.
        Guess{{0, a.centre, b.centre, a.centre + aside}, &Grid::below, length},
        Guess{{0, b.centre, a.centre, b.centre - aside}, &Grid::below, length},
        Guess{{0, a.centre, a.centre - aside, b.centre}, &Grid::right, length},
        Guess{{0, b.centre, b.centre + aside, a.centre}, &Grid::right, length},
        // Across the code.
        Guess{{0, a.centre + otherHalf, b.centre, a.centre}, &Grid::corner, slant},
        Guess{{0, a.centre + half, a.centre, b.centre}, &Grid::corner, slant},
    };
    for (const Guess& guess : guesses) {
        const int usual = static_cast<int>(std::lround((guess.modules + finderModules - 17) / 4)) * 4 + 17;
        std::optional<Seen> best;
        for (const int side : {usual - 4, usual, usual + 4}) {
            if (side < leastSide || side > mostSide) {
                continue;
            }
            Grid grid = guess.grid;
            grid.side = side;
            std::optional<Seen> seen = settled(page, grid, guess.unseen);
            if (seen && (!best || seen->timing.contrast > best->timing.contrast)) {
                best = seen;
            }
        }
        if (best && best->timing.share >= agreed) {
            found.push_back(*best);
        }
    }
}

/// Drawn anew: what is known of every code (6.3.3, 6.3.5), and what was seen.
QImage drawn(const Modules& modules)
{
    constexpr int pixels = 4;
    constexpr int quiet = 4;
    const int side = modules.side;
    const auto isDark = [&](int row, int column) {
        const auto inFinder = [&](int top, int left) {
            const int y = row - top;
            const int x = column - left;
            const int ring = std::max(std::abs(y - 3), std::abs(x - 3));
            return ring <= 4 ? std::optional(ring == 3 || ring <= 1) : std::nullopt;
        };
        for (const auto& square : {inFinder(0, 0), inFinder(0, side - 7), inFinder(side - 7, 0)}) {
            if (square) {
                return *square;
            }
        }
        if (row == timingRow || column == timingRow) {
            return (row + column) % 2 == 0;
        }
        return modules.at(row, column) > 0;
    };
    const int across = (side + 2 * quiet) * pixels;
    QImage picture(across, across, QImage::Format_Grayscale8);
    picture.fill(Qt::white);
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            for (int y = 0; isDark(row, column) && y < pixels; ++y) {
                std::fill_n(picture.scanLine((row + quiet) * pixels + y) + (column + quiet) * pixels, pixels,
                            uchar{0});
            }
        }
    }
    return picture;
}

std::optional<dossier::Code> separatorIn(const Modules& modules, const Grid& grid)
{
    engine::Settings settings;
    settings.symbologies = engine::Symbologies::QrOnly;
    settings.threshold = engine::Threshold::Global;
    for (const engine::Finding& finding : engine::search(drawn(modules), settings)) {
        dossier::Code code;
        code.format = finding.format;
        code.text = toNfc(finding.text);
        code.kind = dossier::classifyCode(code.text);
        if (finding.readable && code.kind == dossier::CodeKind::Separator) {
            const QTransform toPage = grid.toPage();
            const double side = grid.side;
            code.corners = {toPage.map(QPointF(0, 0)), toPage.map(QPointF(side, 0)),
                            toPage.map(QPointF(side, side)), toPage.map(QPointF(0, side))};
            return code;
        }
    }
    return {};
}

/// What all codes that lie like `like` say together.
Modules together(const std::vector<Seen>& found, const Seen& like)
{
    Modules sum{like.modules.side, std::vector<double>(like.modules.dark.size(), 0.0)};
    for (const Seen& seen : found) {
        const double turn = std::remainder(seen.grid.direction() - like.grid.direction(), 2 * M_PI);
        if (seen.modules.side == sum.side && std::abs(turn) < sameWay) {
            std::transform(sum.dark.begin(), sum.dark.end(), seen.modules.dark.begin(), sum.dark.begin(),
                           [&seen](double all, double one) { return all + one * seen.timing.share; });
        }
    }
    return sum;
}

/// Of a line of pixels with its neighbours on both sides, in how many places it is much the darker one.
template<typename At>
double shareDarker(int length, At darker)
{
    int count = 0;
    for (int i = 0; i < length; ++i) {
        count += darker(i) ? 1 : 0;
    }
    return double(count) / std::max(1, length);
}

} // namespace

QImage withoutLines(const QImage& page)
{
    constexpr int widest = 12;    // pixels
    constexpr int darker = 24;    // levels
    constexpr double most = 0.55; // where a code lies under it, its modules may be as dark
    QImage clean = page;
    std::vector<bool> isLine(static_cast<std::size_t>(page.width()), false);
    for (int x = widest; x + widest < page.width(); ++x) {
        isLine[static_cast<std::size_t>(x)] =
            shareDarker(page.height() / 4, [&](int i) {
                const uchar* row = page.constScanLine(4 * i);
                return row[x] + darker < row[x - widest] && row[x] + darker < row[x + widest];
            }) > most;
    }
    for (int x = widest; x + widest < page.width(); ++x) {
        if (!isLine[static_cast<std::size_t>(x)]) {
            continue;
        }
        int end = x;
        while (end + 1 < page.width() && isLine[static_cast<std::size_t>(end)]) {
            ++end;
        }
        // Its blurred edges too.
        const int left = x - 2;
        const int right = std::min(page.width() - 1, end + 1);
        for (int y = 0; y < page.height(); ++y) {
            uchar* row = clean.scanLine(y);
            for (int i = left + 1; i < right; ++i) {
                row[i] =
                    static_cast<uchar>((row[left] * (right - i) + row[right] * (i - left)) / (right - left));
            }
        }
        x = end;
    }
    return clean;
}

std::vector<dossier::Code> readSeparatorFromParts(const QImage& page, const std::vector<Finder>& squares,
                                                  const StopToken& stop)
{
    std::vector<Seen> found;
    for (std::size_t one = 0; one < squares.size(); ++one) {
        for (std::size_t other = one + 1; other < squares.size() && !stop.stop_requested(); ++other) {
            const auto [small, large] = std::minmax(squares[one].module, squares[other].module);
            const QPointF apart = squares[one].centre - squares[other].centre;
            const double modules = std::hypot(apart.x(), apart.y()) / large;
            if (small >= 0.7 * large && modules >= leastSide - finderModules - 2 &&
                modules <= std::sqrt(2.0) * mostSide) {
                addGuesses(page, squares[one], squares[other], found);
            }
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Seen& a, const Seen& b) { return a.timing.contrast > b.timing.contrast; });
    found.resize(std::min(found.size(), mostAlone));
    for (Seen& seen : found) {
        seen.modules = modulesOf(page, seen.grid);
        if (const auto code = separatorIn(seen.modules, seen.grid)) {
            return {*code};
        }
    }
    for (const Seen& seen : found) {
        if (const auto code = separatorIn(together(found, seen), seen.grid)) {
            return {*code};
        }
    }
    return {};
}

} // namespace sohoa::barcode
