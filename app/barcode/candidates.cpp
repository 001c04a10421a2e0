// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "barcode/candidates.h"

#include "barcode/filters.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace sohoa::barcode {

namespace {

constexpr int halfTile = CandidateMap::tileSide / 2;
// The weakest print told from paper and the flattest picture of a code, in grey levels.
constexpr int leastContrast = 40;
// Shares of the way from the darkest to the lightest level where the mean of a code lies.
constexpr double darkestMean = 0.22;
constexpr double lightestMean = 0.74;
// Grey levels passed from pixel to pixel, across and down together, as a share of the contrast. Modules of 20
// pixels give 0.1, modules of 2.5 pixels 0.8, lines of text 0.2.
constexpr double leastEdges = 0.14;
constexpr double leastOfText = 0.38;
constexpr double mostOfText = 0.6;
// Bars a little askew share that place with text, but their edges all run one way.
constexpr double leastOfBars = 0.6;
// Bars four modules wide make so few edges, all of them one way.
constexpr double leastOfBroadBars = 0.06;
constexpr double onlyOfBars = 0.85;
constexpr int marginTiles = 3;
constexpr int leastTilesAcross = 3;
constexpr int leastTiles = 7;
// Of a place's box its own tiles fill at least this much: a long linear code on the diagonal fills a quarter,
// the rim of a sheet hardly anything.
constexpr double leastFilled = 0.15;

struct Tile
{
    int sum = 0;
    int edges = 0;
    int darkest = 255;
    int lightest = 0;
};

/// The tiles of one row of tiles. Column by column first, which compilers work on sixteen at a time.
class TileRow
{
public:
    explicit TileRow(int columns)
        : m_width(static_cast<std::size_t>(columns) * halfTile)
        , m_sums(m_width)
        , m_edges(m_width)
        , m_darkest(m_width)
        , m_lightest(m_width)
    {
    }

    /// @param tiles as many as columns
    void measure(const QImage& half, int row, Tile* tiles)
    {
        std::fill(m_sums.begin(), m_sums.end(), std::uint16_t{0});
        std::fill(m_edges.begin(), m_edges.end(), std::uint16_t{0});
        std::fill(m_darkest.begin(), m_darkest.end(), uchar{255});
        std::fill(m_lightest.begin(), m_lightest.end(), uchar{0});
        for (int y = row * halfTile; y < (row + 1) * halfTile; ++y) {
            addLine(half.constScanLine(y), half.constScanLine(y + 1));
        }
        for (std::size_t x = 0; x < m_width; ++x) {
            Tile& tile = tiles[x / halfTile];
            tile.sum += m_sums[x];
            tile.edges += m_edges[x];
            tile.darkest = std::min<int>(tile.darkest, m_darkest[x]);
            tile.lightest = std::max<int>(tile.lightest, m_lightest[x]);
        }
    }

private:
    static uchar apart(uchar a, uchar b) { return static_cast<uchar>(std::max(a, b) - std::min(a, b)); }

    void addLine(const uchar* line, const uchar* next)
    {
        std::uint16_t* sums = m_sums.data();
        std::uint16_t* edges = m_edges.data();
        uchar* darkest = m_darkest.data();
        uchar* lightest = m_lightest.data();
        for (std::size_t x = 0; x < m_width; ++x) {
            sums[x] = static_cast<std::uint16_t>(sums[x] + line[x]);
            edges[x] =
                static_cast<std::uint16_t>(edges[x] + apart(line[x], line[x + 1]) + apart(line[x], next[x]));
            darkest[x] = std::min(darkest[x], line[x]);
            lightest[x] = std::max(lightest[x], line[x]);
        }
    }

    std::size_t m_width;
    std::vector<std::uint16_t> m_sums;
    std::vector<std::uint16_t> m_edges;
    std::vector<uchar> m_darkest;
    std::vector<uchar> m_lightest;
};

enum class Look
{
    Nothing,
    PerhapsBars, ///< too few edges for anything but broad bars
    PerhapsCode
};

Look looksLike(const Tile& window, int pixels)
{
    const int contrast = window.lightest - window.darkest;
    if (contrast < leastContrast) {
        return Look::Nothing;
    }
    const double mean = (static_cast<double>(window.sum) / pixels - window.darkest) / contrast;
    const double edges = static_cast<double>(window.edges) / pixels / contrast;
    if (mean <= darkestMean || mean >= lightestMean || edges <= leastOfBroadBars) {
        return Look::Nothing;
    }
    return edges > leastEdges ? Look::PerhapsCode : Look::PerhapsBars;
}

// Of the variance of the pixels around a tile, the share that is left when each row (or column) is averaged.
// The modules of a QR code leave little either way, the bars of a linear code all across; lines of text lie
// between, for their rows of letters and of white differ.
double stripes(const QImage& half, const QRect& window)
{
    std::array<int, 3 * halfTile> rows = {};
    std::array<int, 3 * halfTile> columns = {};
    double squares = 0;
    for (int y = 0; y < window.height(); ++y) {
        const uchar* line = half.constScanLine(window.top() + y) + window.left();
        for (int x = 0; x < window.width(); ++x) {
            rows[static_cast<std::size_t>(y)] += line[x];
            columns[static_cast<std::size_t>(x)] += line[x];
            squares += line[x] * line[x];
        }
    }
    const auto spread = [](const auto& sums, int count, int each) {
        double total = 0;
        double square = 0;
        for (int i = 0; i < count; ++i) {
            const double mean = static_cast<double>(sums[static_cast<std::size_t>(i)]) / each;
            total += mean;
            square += mean * mean;
        }
        return std::pair(total / count, square / count - total * total / count / count);
    };
    const auto [mean, ofRows] = spread(rows, window.height(), window.width());
    const double ofColumns = spread(columns, window.width(), window.height()).second;
    const double all = squares / window.width() / window.height() - mean * mean;
    return all > 0 ? std::max(ofRows, ofColumns) / all : 0;
}

} // namespace

CandidateMap::CandidateMap(const QImage& half)
    : m_columns(std::max(0, half.width() - 1) / halfTile)
    , m_rows(std::max(0, half.height() - 1) / halfTile)
    , m_marked(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows), 0)
{
    std::vector<Tile> tiles(m_marked.size());
    TileRow tileRow(m_columns);
    for (int row = 0; row < m_rows; ++row) {
        tileRow.measure(half, row, tiles.data() + index(0, row));
    }
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < m_columns; ++column) {
            Tile window;
            int count = 0;
            for (int y = std::max(0, row - 1); y <= std::min(m_rows - 1, row + 1); ++y) {
                for (int x = std::max(0, column - 1); x <= std::min(m_columns - 1, column + 1); ++x) {
                    const Tile& tile = tiles[index(x, y)];
                    window.sum += tile.sum;
                    window.edges += tile.edges;
                    window.darkest = std::min(window.darkest, tile.darkest);
                    window.lightest = std::max(window.lightest, tile.lightest);
                    ++count;
                }
            }
            const Look look = looksLike(window, count * halfTile * halfTile);
            if (look == Look::Nothing) {
                continue;
            }
            const QRect pixels(QPoint(std::max(0, column - 1), std::max(0, row - 1)) * halfTile,
                               QPoint(std::min(m_columns, column + 2), std::min(m_rows, row + 2)) * halfTile -
                                   QPoint(1, 1));
            if (look == Look::PerhapsBars) {
                const bool bars = gradientsOf(half, pixels).coherence > onlyOfBars;
                m_marked[index(column, row)] = bars ? 1 : 0;
                continue;
            }
            const double share = stripes(half, pixels);
            const bool text = share < mostOfText && share > leastOfText &&
                              gradientsOf(half, pixels).coherence < leastOfBars;
            m_marked[index(column, row)] = text ? 0 : 1;
        }
    }
}

void CandidateMap::add(const QRectF& place)
{
    const int left = std::clamp(static_cast<int>(place.left()) / tileSide, 0, m_columns);
    const int right = std::clamp(static_cast<int>(place.right()) / tileSide + 1, 0, m_columns);
    const int top = std::clamp(static_cast<int>(place.top()) / tileSide, 0, m_rows);
    const int bottom = std::clamp(static_cast<int>(place.bottom()) / tileSide + 1, 0, m_rows);
    for (int row = top; row < bottom; ++row) {
        for (int column = left; column < right; ++column) {
            m_marked[index(column, row)] = 1;
        }
    }
}

void CandidateMap::remove(const std::array<QPointF, 4>& corners)
{
    const QPolygonF outline({corners[0], corners[1], corners[2], corners[3]});
    const QPointF centre = (corners[0] + corners[1] + corners[2] + corners[3]) / 4;
    // The tiles at the rim belong to the code too.
    QPolygonF grown;
    for (const QPointF& corner : outline) {
        const QPointF ray = corner - centre;
        const double length = std::max(1.0, std::hypot(ray.x(), ray.y()));
        grown += corner + ray / length * (1.5 * tileSide);
    }
    const QRectF box = grown.boundingRect();
    const int top = std::max(0, static_cast<int>(box.top()) / tileSide);
    const int left = std::max(0, static_cast<int>(box.left()) / tileSide);
    for (int row = top; row < m_rows && row * tileSide < box.bottom(); ++row) {
        for (int column = left; column < m_columns && column * tileSide < box.right(); ++column) {
            const QPointF middle((column + 0.5) * tileSide, (row + 0.5) * tileSide);
            if (grown.containsPoint(middle, Qt::WindingFill)) {
                m_marked[index(column, row)] = 0;
            }
        }
    }
}

std::vector<QRect> CandidateMap::places() const
{
    struct Place
    {
        QRect box;
        int tiles = 0;
    };
    std::vector<Place> found;
    std::vector<char> left = m_marked;
    std::vector<QPoint> open;
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < m_columns; ++column) {
            if (left[index(column, row)] == 0) {
                continue;
            }
            Place place{QRect(column, row, 1, 1), 0};
            left[index(column, row)] = 0;
            open.assign(1, QPoint(column, row));
            while (!open.empty()) {
                const QPoint at = open.back();
                open.pop_back();
                place.box |= QRect(at, QSize(1, 1));
                ++place.tiles;
                for (int y = std::max(0, at.y() - 1); y <= std::min(m_rows - 1, at.y() + 1); ++y) {
                    for (int x = std::max(0, at.x() - 1); x <= std::min(m_columns - 1, at.x() + 1); ++x) {
                        if (left[index(x, y)] != 0) {
                            left[index(x, y)] = 0;
                            open.emplace_back(x, y);
                        }
                    }
                }
            }
            if (std::min(place.box.width(), place.box.height()) >= leastTilesAcross &&
                place.tiles >= leastTiles &&
                place.tiles >= leastFilled * place.box.width() * place.box.height()) {
                found.push_back(place);
            }
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Place& a, const Place& b) { return a.tiles > b.tiles; });
    std::vector<QRect> places;
    places.reserve(found.size());
    for (const Place& place : found) {
        const QRect grown = place.box.adjusted(-marginTiles, -marginTiles, marginTiles, marginTiles);
        places.emplace_back(grown.topLeft() * tileSide, grown.size() * tileSide);
    }
    return places;
}

double CandidateMap::share() const
{
    if (m_marked.empty()) {
        return 0;
    }
    const auto marked = std::count(m_marked.begin(), m_marked.end(), 1);
    return static_cast<double>(marked) / static_cast<double>(m_marked.size());
}

} // namespace sohoa::barcode
