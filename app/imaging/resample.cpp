// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/resample.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace sohoa::imaging {

namespace {

constexpr int phases = 128;
constexpr int kernel = 4;
constexpr int unit = 128; // the sum of a pixel's weights
// The weights' negative lobes add up to -16: with this the sums stay within 16 bits and above zero.
constexpr int lift = 32;
constexpr int blockPixels = 16; // worked on together in the first pass
constexpr int bias = lift * unit + unit / 2;

using Weights = std::array<std::uint16_t, kernel>; // modulo 2^16

/// Keys' kernel with a = -1/2 at each phase.
std::array<Weights, phases + 1> makeKernel()
{
    std::array<Weights, phases + 1> table{};
    for (std::size_t phase = 0; phase < table.size(); ++phase) {
        const double x = double(phase) / phases;
        const std::array<double, kernel> exact = {
            ((-0.5 * x + 1) * x - 0.5) * x,
            (1.5 * x - 2.5) * x * x + 1,
            ((-1.5 * x + 2) * x + 0.5) * x,
            (0.5 * x - 0.5) * x * x,
        };
        std::array<int, kernel> whole{};
        int sum = 0;
        for (std::size_t i = 0; i < kernel; ++i) {
            whole[i] = static_cast<int>(std::lround(unit * exact[i]));
            sum += whole[i];
        }
        whole[x < 0.5 ? 1 : 2] += unit - sum; // even paper stays as it is
        for (std::size_t i = 0; i < kernel; ++i) {
            table[phase][i] = static_cast<std::uint16_t>(whole[i]);
        }
    }
    return table;
}

const std::array<Weights, phases + 1> keysKernel = makeKernel();

/// A place between pixels: the pixel before it and the weights of the four around it.
struct Spot
{
    int first; ///< the second of the four
    const Weights* weights;
};

/// Places count in parts of a pixel of 2^-32: exact enough for sums over a row.
constexpr int fineBits = 32;

qint64 fineFrom(double pixels)
{
    return std::llround(std::ldexp(pixels, fineBits));
}

inline Spot spotAt(qint64 place)
{
    constexpr int drop = fineBits - 8; // twice as fine as the phases, to round
    const auto part = static_cast<std::size_t>((place >> drop) & 0xFF);
    return {static_cast<int>(place >> fineBits), &keysKernel[(part + 1) / 2]};
}

inline uchar fromSum(std::uint16_t sum)
{
    const auto value = static_cast<std::int16_t>((sum / unit) - lift);
    return static_cast<uchar>(std::min<std::int16_t>(std::max<std::int16_t>(value, 0), 255));
}

/// From the first to the last of the pixels that so many bytes hold.
constexpr int stepsWithin(int bytes, int channels)
{
    return bytes / channels - 1;
}

/// `Count` bytes, each from four that lie `Step` bytes apart.
template<int Step, int Count>
inline void filterAlong(const uchar* __restrict from, const Weights& weights, uchar* __restrict to)
{
    const std::uint16_t a = weights[0];
    const std::uint16_t b = weights[1];
    const std::uint16_t c = weights[2];
    const std::uint16_t d = weights[3];
    for (int i = 0; i < Count; ++i) {
        to[i] = fromSum(static_cast<std::uint16_t>(a * from[i] + b * from[i + Step] + c * from[i + 2 * Step] +
                                                   d * from[i + 3 * Step] + bias));
    }
}

template<int Taps, int Lanes>
inline void filterDown(const std::array<const uchar*, 8>& rows, const std::uint16_t* __restrict weights,
                       uchar* __restrict to)
{
    for (int i = 0; i < Lanes; ++i) {
        unsigned sum = bias;
        for (std::size_t tap = 0; tap < Taps; ++tap) {
            sum += static_cast<unsigned>(weights[tap * Lanes + static_cast<std::size_t>(i)]) * rows[tap][i];
        }
        to[i] = fromSum(static_cast<std::uint16_t>(sum));
    }
}

} // namespace

bool AffineRows::canFollow(const Affine& back)
{
    constexpr double steepest = 4.0 / 15; // 8 rows for 16 columns
    constexpr double stretch = 0.08;
    return std::abs(back.yx) < steepest && std::abs(back.xy) < steepest && std::abs(back.yy - 1) < stretch &&
           std::abs(back.xx - 1) < stretch;
}

AffineRows::AffineRows(const Affine& back, int width, int channels, ReadPixels source)
    : m_back(back)
    , m_channels(channels)
    , m_source(std::move(source))
    , m_blocks((static_cast<std::size_t>(width) * static_cast<std::size_t>(channels) + lanes - 1) / lanes)
    , m_taps(kernel + static_cast<int>(std::ceil(stepsWithin(lanes, channels) * std::abs(back.yx))))
    , m_step(back.xx - back.xy * back.yx / back.yy)
{
    // The first pass works on 16 pixels at a time, whatever their size.
    m_blocks = (m_blocks + static_cast<std::size_t>(channels) - 1) / static_cast<std::size_t>(channels) *
               static_cast<std::size_t>(channels);
    m_rowBytes = m_blocks * lanes;
    m_firstRows.resize(m_blocks);
    m_weights.resize(m_blocks * static_cast<std::size_t>(m_taps) * lanes);
    m_result.resize(m_rowBytes);
    weighColumns(0);
    int rows = 1;
    while (rows < m_highest - m_lowest + m_taps + 4) {
        rows *= 2;
    }
    m_ringMask = rows - 1;
    m_ring.resize(ringStride() * static_cast<std::size_t>(rows));
}

void AffineRows::weighColumns(int row)
{
    m_weighedAt = row;
    m_lowest = std::numeric_limits<int>::max();
    m_highest = std::numeric_limits<int>::min();
    qint64 place = fineFrom(m_back.yx * 0.5 + m_back.yy * (row + 0.5) + m_back.y0 - 0.5);
    const qint64 step = fineFrom(m_back.yx);
    const int pixels = lanes / m_channels;
    std::fill(m_weights.begin(), m_weights.end(), std::uint16_t{0});
    for (std::size_t block = 0; block < m_blocks; ++block) {
        std::array<Spot, lanes> spots{};
        int first = std::numeric_limits<int>::max();
        for (int i = 0; i < pixels; ++i) {
            spots[static_cast<std::size_t>(i)] = spotAt(place);
            first = std::min(first, spots[static_cast<std::size_t>(i)].first);
            place += step;
        }
        m_firstRows[block] = first - 1;
        m_lowest = std::min(m_lowest, first - 1);
        m_highest = std::max(m_highest, first - 1);
        std::uint16_t* weights = m_weights.data() + block * static_cast<std::size_t>(m_taps) * lanes;
        for (int lane = 0; lane < lanes; ++lane) {
            const Spot& spot = spots[static_cast<std::size_t>(lane / m_channels)];
            const int offset = std::min(spot.first - first, m_taps - kernel);
            for (int tap = 0; tap < kernel; ++tap) {
                weights[(offset + tap) * lanes + lane] = (*spot.weights)[static_cast<std::size_t>(tap)];
            }
        }
    }
}

/// `together` pixels share the weights of their middle; more are worked out with them than are kept, because
/// sixteen cost what one does.
template<int Channels>
void AffineRows::filterRow(const uchar* line, double start, int together, uchar* target) const
{
    qint64 place = fineFrom(start + (m_step - 1) * (together - 1) / 2.0);
    const qint64 step = fineFrom(m_step * together);
    const uchar* end = target + m_rowBytes;
    for (; target != end; target += together * Channels, place += step) {
        const Spot spot = spotAt(place);
        filterAlong<Channels, blockPixels * Channels>(
            line + static_cast<std::ptrdiff_t>(spot.first - 1) * Channels, *spot.weights, target);
    }
}

void AffineRows::addSourceRow(int v)
{
    const double start = m_step * 0.5 + m_back.xy / m_back.yy * (v + 0.5 - m_back.y0) + m_back.x0 - 0.5;
    const auto pixels = static_cast<int>(m_rowBytes) / m_channels;
    const int from = static_cast<int>(std::floor(start)) - 2;
    const int to = static_cast<int>(std::ceil(start + m_step * pixels)) + blockPixels + kernel + 2;
    m_line.resize(static_cast<std::size_t>(to - from) * static_cast<std::size_t>(m_channels));
    m_source(v, from, to, m_line.data());
    uchar* target = ringRow(v);
    // Half of those that share weights, times the drift, is how far the outermost are off.
    constexpr double tolerance = 0.03;
    int together = blockPixels;
    while (together > 1 && std::abs(m_step - 1) * together / 2 > tolerance) {
        together /= 2;
    }
    if (m_channels == 1) {
        filterRow<1>(m_line.data(), start - from, together, target);
    } else {
        filterRow<4>(m_line.data(), start - from, together, target);
    }
}

const uchar* AffineRows::next()
{
    // From row to row the columns advance by a little less than a row. The weights are good for the rows over
    // which that little stays below a sixty-fourth, before and after.
    constexpr double tolerance = 1.0 / 64;
    const double drift = std::abs(m_back.yy - 1);
    if (drift * (m_row - m_weighedAt) > tolerance) {
        weighColumns(m_row + (drift > 1e-9 ? static_cast<int>(tolerance / drift) : 0));
    }
    const int advance = m_row - m_weighedAt;
    ++m_row;
    if (!m_started) {
        m_nextSourceRow = m_lowest + advance;
        m_started = true;
    }
    while (m_nextSourceRow < m_highest + advance + m_taps) {
        addSourceRow(m_nextSourceRow);
        ++m_nextSourceRow;
    }
    const auto filter = [this]<int Taps>(std::integral_constant<int, Taps>, int shift) {
        const std::uint16_t* weights = m_weights.data();
        std::array<const uchar*, mostTaps> rows{};
        for (std::size_t block = 0; block < m_blocks; ++block) {
            for (int tap = 0; tap < Taps; ++tap) {
                rows[static_cast<std::size_t>(tap)] =
                    ringRow(m_firstRows[block] + shift + tap) + block * lanes;
            }
            filterDown<Taps, lanes>(rows, weights, m_result.data() + block * lanes);
            weights += Taps * lanes;
        }
    };
    switch (m_taps) {
    case 4:
        filter(std::integral_constant<int, 4>{}, advance);
        break;
    case 5:
        filter(std::integral_constant<int, 5>{}, advance);
        break;
    case 6:
        filter(std::integral_constant<int, 6>{}, advance);
        break;
    case 7:
        filter(std::integral_constant<int, 7>{}, advance);
        break;
    default:
        filter(std::integral_constant<int, 8>{}, advance);
        break;
    }
    return m_result.data();
}

} // namespace sohoa::imaging
