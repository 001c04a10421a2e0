// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/projective.h"

#include <QPointF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sohoa::imaging {

namespace {

constexpr int together = 16;
constexpr double one = 65536;

template<int Channels>
inline void sample(const uchar* upper, const uchar* lower, unsigned right, unsigned down, uchar* to)
{
    for (int i = 0; i < Channels; ++i) {
        const unsigned a = upper[i] * (256 - right) + upper[i + Channels] * right;
        const unsigned b = lower[i] * (256 - right) + lower[i + Channels] * right;
        to[i] = static_cast<uchar>((a * (256 - down) + b * down + 32768) >> 16);
    }
}

} // namespace

ProjectiveRows::ProjectiveRows(const Raster& source, const QTransform& back, int width, Outside outside)
    : m_source(source)
    , m_back(back)
    , m_width(width)
    , m_outside(std::move(outside))
    , m_result(static_cast<std::size_t>(width + together) * static_cast<std::size_t>(source.channels))
{
}

template<int Channels>
void ProjectiveRows::fillRow(int y)
{
    const auto placeOf = [this, y](int x) {
        return m_back.map(QPointF(x + 0.5, y + 0.5)) - QPointF(0.5, 0.5);
    };
    const double lastX = m_source.width - 1.0;
    const double lastY = m_source.height - 1.0;
    // Half a pixel beyond the last centres still belongs to the picture.
    const auto isSeen = [lastX, lastY](const QPointF& p) {
        return p.x() >= -0.5 && p.y() >= -0.5 && p.x() <= lastX + 0.5 && p.y() <= lastY + 0.5;
    };
    const auto isWithin = [lastX, lastY](const QPointF& p) {
        return p.x() >= 0 && p.y() >= 0 && p.x() < lastX - 0.01 && p.y() < lastY - 0.01;
    };
    QPointF from = placeOf(0);
    for (int x = 0; x < m_width; x += together) {
        const QPointF to = placeOf(x + together);
        uchar* target = m_result.data() + static_cast<std::ptrdiff_t>(x) * Channels;
        const QPointF step = (to - from) / together;
        if (isWithin(from) && isWithin(to)) {
            auto u = static_cast<qint64>(from.x() * one);
            auto v = static_cast<qint64>(from.y() * one);
            const auto stepU = static_cast<qint64>(step.x() * one);
            const auto stepV = static_cast<qint64>(step.y() * one);
            for (int i = 0; i < together; ++i, u += stepU, v += stepV) {
                const uchar* pixel = m_source.pixels + (v >> 16) * m_source.stride + (u >> 16) * Channels;
                sample<Channels>(pixel, pixel + m_source.stride, static_cast<unsigned>(u >> 8) & 255U,
                                 static_cast<unsigned>(v >> 8) & 255U,
                                 target + static_cast<std::ptrdiff_t>(i) * Channels);
            }
        } else {
            QPointF place = from;
            for (int i = 0; i < together; ++i, place += step) {
                uchar* pixel = target + static_cast<std::ptrdiff_t>(i) * Channels;
                if (!isSeen(place)) {
                    m_outside(place.x(), place.y(), pixel);
                    continue;
                }
                const double insideX = std::clamp(place.x(), 0.0, std::max(0.0, lastX - 1e-6));
                const double insideY = std::clamp(place.y(), 0.0, std::max(0.0, lastY - 1e-6));
                const auto wholeX = static_cast<qsizetype>(insideX);
                const auto wholeY = static_cast<qsizetype>(insideY);
                const uchar* first = m_source.pixels + wholeY * m_source.stride + wholeX * Channels;
                sample<Channels>(first, first + m_source.stride,
                                 static_cast<unsigned>((insideX - double(wholeX)) * 256),
                                 static_cast<unsigned>((insideY - double(wholeY)) * 256), pixel);
            }
        }
        from = to;
    }
}

const uchar* ProjectiveRows::next()
{
    if (m_source.channels == 1) {
        fillRow<1>(m_row);
    } else {
        fillRow<4>(m_row);
    }
    ++m_row;
    return m_result.data();
}

} // namespace sohoa::imaging
