// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/colourcontent.h"

#include "imaging/components.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace sohoa::imaging {

namespace {

using dossier::ColourMode;

constexpr double cellMm = 0.68;
constexpr int colouredFrom = 5; // of 128; means over a window are as even as 1 or 2
constexpr int clearFrom = 8;
constexpr int leastCells = 2;
constexpr int plentyCells = 12; // a pale wash: many cells, none of them strong

struct Cell
{
    int blue = 0; ///< sums over samples
    int red = 0;
    int light = 0; ///< mean of brightness, in 255ths of the paper's
    bool isSheet = false;
};

class Cells
{
public:
    explicit Cells(const ColourContentInput& input)
        : m_side(std::max(2, static_cast<int>(std::lround(cellMm * input.dpi / 2 / millimetresPerInch))))
        , m_columns(input.colours->width / m_side)
        , m_rows(input.colours->height / m_side)
        , m_cells(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows))
    {
        for (int row = 0; row < m_rows; ++row) {
            addColours(*input.colours, row);
            addLight(input, row);
        }
        findTint();
    }

    /// How far each cell is from the tint of paper or of black ink on it: the least over the four windows of
    /// two by two cells it is in.
    [[nodiscard]] Plane differences() const
    {
        Plane windows(std::max(0, m_columns - 1), std::max(0, m_rows - 1), 0, 1);
        for (int row = 0; row + 1 < m_rows; ++row) {
            for (int column = 0; column + 1 < m_columns; ++column) {
                windows.row(row)[column] = windowAt(column, row);
            }
        }
        Plane differences(m_columns, m_rows, 0, 1);
        for (int row = 1; row + 1 < m_rows; ++row) {
            const uchar* above = windows.row(row - 1);
            const uchar* below = windows.row(row);
            for (int column = 1; column + 1 < m_columns; ++column) {
                differences.row(row)[column] =
                    std::min({above[column - 1], above[column], below[column - 1], below[column]});
            }
        }
        return differences;
    }

private:
    [[nodiscard]] const Cell& at(int column, int row) const
    {
        return m_cells[static_cast<std::size_t>(row * m_columns + column)];
    }

    void addColours(const ColourPlanes& colours, int row)
    {
        Cell* cells = m_cells.data() + static_cast<std::ptrdiff_t>(row) * m_columns;
        for (int y = row * m_side; y < (row + 1) * m_side; ++y) {
            const uchar* blues = colours.blue + colours.stride * y;
            const uchar* reds = colours.red + colours.stride * y;
            for (int column = 0; column < m_columns; ++column) {
                int blue = 0;
                int red = 0;
                for (int x = 0; x < m_side; ++x) {
                    blue += blues[x];
                    red += reds[x];
                }
                blues += m_side;
                reds += m_side;
                cells[column].blue += blue;
                cells[column].red += red;
            }
        }
    }

    /// Mean brightness, by the ink: 255 is paper. Cells that reach beyond the sheet do not count.
    void addLight(const ColourContentInput& input, int row)
    {
        const Plane& ink = *input.ink;
        const auto placeOf = [this, &ink](int cell) { return cell * m_side * 2 / ink.scale; };
        const int top = placeOf(row);
        const int bottom = std::min(ink.height, placeOf(row + 1));
        if (top >= bottom) {
            return;
        }
        const int begin = std::max(input.sheet->begin(top), input.sheet->begin(bottom - 1));
        const int end = std::min(input.sheet->end(top), input.sheet->end(bottom - 1));
        for (int column = 0; column < m_columns; ++column) {
            const int left = placeOf(column);
            const int right = placeOf(column + 1);
            if (left < begin || right > end) {
                continue;
            }
            int sum = 0;
            for (int y = top; y < bottom; ++y) {
                const uchar* from = ink.row(y);
                for (int x = left; x < right; ++x) {
                    sum += from[x];
                }
            }
            Cell& cell = m_cells[static_cast<std::size_t>(row * m_columns + column)];
            cell.light = 255 - sum / std::max(1, (right - left) * (bottom - top));
            cell.isSheet = right > left;
        }
    }

    /// The tint of the paper: the middle of its bare cells.
    void findTint()
    {
        std::vector<int> blues(256);
        std::vector<int> reds(256);
        const int samples = m_side * m_side;
        for (const Cell& cell : m_cells) {
            if (cell.isSheet && cell.light > 243) {
                ++blues[static_cast<std::size_t>(cell.blue / samples)];
                ++reds[static_cast<std::size_t>(cell.red / samples)];
            }
        }
        m_blue = quantile(blues, 0.5) - 128 + 0.5;
        m_red = quantile(reds, 0.5) - 128 + 0.5;
    }

    [[nodiscard]] uchar windowAt(int column, int row) const
    {
        int blue = 0;
        int red = 0;
        int light = 0;
        for (const auto& [dx, dy] : {std::pair(0, 0), std::pair(1, 0), std::pair(0, 1), std::pair(1, 1)}) {
            const Cell& cell = at(column + dx, row + dy);
            if (!cell.isSheet) {
                return 0;
            }
            blue += cell.blue;
            red += cell.red;
            light += cell.light;
        }
        const double samples = 4.0 * m_side * m_side;
        const double share = light / (4 * 255.0); // black ink hides the tint of the paper
        const double bluer = blue / samples - 128 - m_blue * share;
        const double redder = red / samples - 128 - m_red * share;
        return static_cast<uchar>(std::min(255.0, std::hypot(bluer, redder)));
    }

    int m_side; ///< samples of colour along a cell
    int m_columns;
    int m_rows;
    std::vector<Cell> m_cells;
    double m_blue = 0;
    double m_red = 0;
};

/// Even tones between paper and ink where they cover a fifth of a place: pictures, shades, washes; in square
/// millimetres. The rims of letters are even here and there too, but nowhere in heaps.
double tonesOf(const Plane& ink, const SheetSpans& sheet)
{
    constexpr int apart = 2;
    constexpr int even = inkAt(8);
    constexpr int lightest = inkAt(14);
    constexpr int darkest = inkAt(70);
    const int tile = std::max(8, static_cast<int>(ink.px(3)));
    const int margin = std::max(apart, static_cast<int>(ink.px(5))); // shadows of the sheet's own edges
    const int leastInTile = tile * tile / 4 / 5;                     // every second pixel of every second row
    std::vector<int> counts(static_cast<std::size_t>(ink.width / tile + 1));
    int count = 0;
    for (int y = margin; y + margin < ink.height; y += 2) {
        const uchar* row = ink.row(y);
        const uchar* above = ink.row(y - apart);
        const uchar* below = ink.row(y + apart);
        const int end = sheet.end(y) - margin;
        for (int x = sheet.begin(y) + margin; x < end; x += 2) {
            const int level = row[x];
            if (level >= lightest && level <= darkest && std::abs(level - row[x - apart]) <= even &&
                std::abs(level - row[x + apart]) <= even && std::abs(level - above[x]) <= even &&
                std::abs(level - below[x]) <= even) {
                ++counts[static_cast<std::size_t>(x / tile)];
            }
        }
        if (y / tile != (y + 2) / tile || y + 2 + margin >= ink.height) {
            for (int& inTile : counts) {
                count += inTile >= leastInTile ? 4 * inTile : 0;
                inTile = 0;
            }
        }
    }
    return ink.mm(ink.mm(count));
}

/// Ink fainter than print with nothing as dark as print beside it, in square millimetres: pencil, a pen that
/// runs dry, a worn ribbon. Fainter still is what shines through.
double faintInkOf(const Plane& ink, const SheetSpans& sheet)
{
    constexpr int beside = 2; // a third of a millimetre: the rim of print has its core there
    constexpr int faintest = inkAt(24);
    constexpr int strongest = inkAt(44);
    constexpr int print = inkAt(50); // half again of what toBilevel calls ink
    const int margin = std::max(beside, static_cast<int>(ink.px(5)));
    const auto isAlone = [&ink](int x, int y) {
        for (int row = y - beside; row <= y + beside; ++row) {
            const uchar* from = ink.row(row) + x;
            if (*std::max_element(from - beside, from + beside + 1) >= print) {
                return false;
            }
        }
        return true;
    };
    int count = 0;
    for (int y = margin; y + margin < ink.height; y += 2) {
        const uchar* row = ink.row(y);
        const int end = sheet.end(y) - margin;
        for (int x = sheet.begin(y) + margin; x < end; ++x) {
            count += row[x] >= faintest && row[x] <= strongest && isAlone(x, y) ? 2 : 0;
        }
    }
    return ink.mm(ink.mm(count));
}

} // namespace

dossier::ColourContent findColourContent(const ColourContentInput& input, ColourContentTrace* trace)
{
    ColourContentTrace unused;
    ColourContentTrace& notes = trace != nullptr ? *trace : unused;
    double nearlyColoured = 0; // 1: coloured
    if (input.colours != nullptr) {
        const Cells cells(input);
        for (const Component& spot : findComponents(cells.differences(), colouredFrom)) {
            if (spot.area * spot.peak > notes.cells * notes.peak) {
                notes.cells = spot.area;
                notes.peak = spot.peak;
            }
            const double strong =
                double(spot.peak) / clearFrom * std::min(1.0, double(spot.area) / leastCells);
            const double wide = double(spot.area) / plentyCells;
            nearlyColoured = std::max({nearlyColoured, strong, wide});
        }
        if (nearlyColoured >= 1) {
            return {ColourMode::Colour, std::min(1.0, 0.6 + 0.1 * nearlyColoured)};
        }
    }
    const double noColour = input.colours != nullptr ? 1 - 0.3 * nearlyColoured : 1;
    constexpr double mostTones = 12; // mm2
    constexpr double mostFaint = 1.5;
    constexpr double leastDpi = 250;
    notes.toneMm2 = tonesOf(*input.ink, *input.sheet);
    const bool isPrint = input.dpi >= leastDpi - 1 && input.quality->contrast >= 0.55 &&
                         input.quality->sharpness >= 0.5 && notes.toneMm2 < mostTones;
    if (isPrint) {
        notes.faintMm2 = faintInkOf(*input.ink, *input.sheet);
        if (notes.faintMm2 < mostFaint) {
            return {ColourMode::Bilevel,
                    noColour * (1 - 0.1 * notes.toneMm2 / mostTones - 0.1 * notes.faintMm2 / mostFaint)};
        }
    }
    return {ColourMode::Grey, noColour};
}

} // namespace sohoa::imaging
