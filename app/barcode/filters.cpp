// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "barcode/filters.h"

#include <QtMath>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace sohoa::barcode {

namespace {

std::uint8_t clamped(int value)
{
    return static_cast<std::uint8_t>(std::clamp(value, 0, 255));
}

/// Weights of four neighbours in 1/256 for each of `factor` places between two pixels.
std::vector<std::array<int, 4>> cubicWeights(int factor)
{
    constexpr double a = -0.5;
    const auto kernel = [](double x) {
        x = std::abs(x);
        if (x <= 1) {
            return (a + 2) * x * x * x - (a + 3) * x * x + 1;
        }
        return x < 2 ? a * (x * x * x - 5 * x * x + 8 * x - 4) : 0.0;
    };
    std::vector<std::array<int, 4>> weights;
    for (int phase = 0; phase < factor; ++phase) {
        // Centres of pixels fall on (i + 0.5), so the first small pixel lies left of the centre of the large
        // one.
        double offset = (phase + 0.5) / factor - 0.5;
        offset += offset < 0 ? 1 : 0;
        std::array<int, 4> row = {};
        int sum = 0;
        for (int i = 0; i < 4; ++i) {
            row[static_cast<std::size_t>(i)] = static_cast<int>(std::lround(256 * kernel(offset - (i - 1))));
            sum += row[static_cast<std::size_t>(i)];
        }
        row[1] += 256 - sum;
        weights.push_back(row);
    }
    return weights;
}

/// Where the second of the four neighbours of place `at` in the large picture lies in the small one.
int anchor(int at, int factor)
{
    const int phase = at % factor;
    return at / factor - (2 * phase + 1 < factor ? 1 : 0);
}

} // namespace

QImage halved(const QImage& page)
{
    QImage half(page.width() / 2, page.height() / 2, QImage::Format_Grayscale8);
    for (int row = 0; row < half.height(); ++row) {
        const uchar* upper = page.constScanLine(2 * row);
        const uchar* lower = page.constScanLine(2 * row + 1);
        uchar* out = half.scanLine(row);
        const int width = half.width();
        for (int column = 0; column < width; ++column) {
            out[column] = static_cast<uchar>(
                (upper[2 * column] + upper[2 * column + 1] + lower[2 * column] + lower[2 * column + 1] + 2) /
                4);
        }
    }
    return half;
}

QImage enlarged(const QImage& page, int factor)
{
    const std::vector<std::array<int, 4>> weights = cubicWeights(factor);
    QImage wide(page.width() * factor, page.height(), QImage::Format_Grayscale8);
    const int lastColumn = page.width() - 1;
    for (int row = 0; row < page.height(); ++row) {
        const uchar* in = page.constScanLine(row);
        uchar* out = wide.scanLine(row);
        for (int column = 0; column < wide.width(); ++column) {
            const auto& weight = weights[static_cast<std::size_t>(column % factor)];
            const int at = anchor(column, factor);
            int sum = 128;
            for (int i = 0; i < 4; ++i) {
                sum += weight[static_cast<std::size_t>(i)] * in[std::clamp(at + i - 1, 0, lastColumn)];
            }
            out[column] = clamped(sum >> 8);
        }
    }
    QImage large(wide.width(), page.height() * factor, QImage::Format_Grayscale8);
    const int lastRow = page.height() - 1;
    for (int row = 0; row < large.height(); ++row) {
        const auto& weight = weights[static_cast<std::size_t>(row % factor)];
        const int at = anchor(row, factor);
        std::array<const uchar*, 4> in = {};
        for (int i = 0; i < 4; ++i) {
            in[static_cast<std::size_t>(i)] = wide.constScanLine(std::clamp(at + i - 1, 0, lastRow));
        }
        uchar* out = large.scanLine(row);
        for (int column = 0; column < large.width(); ++column) {
            const int sum = 128 + weight[0] * in[0][column] + weight[1] * in[1][column] +
                            weight[2] * in[2][column] + weight[3] * in[3][column];
            out[column] = clamped(sum >> 8);
        }
    }
    return large;
}

QImage sharpened(const QImage& page, int radius, double amount)
{
    const int width = page.width();
    const int height = page.height();
    const int side = 2 * radius + 1;
    const int strength = static_cast<int>(std::lround(amount * 65536 / (side * side)));
    QImage result(width, height, QImage::Format_Grayscale8);
    // Sums of columns over the rows of the square, kept up to date from row to row.
    std::vector<int> columns(static_cast<std::size_t>(width), 0);
    const auto line = [&](int row) { return page.constScanLine(std::clamp(row, 0, height - 1)); };
    for (int row = -radius; row <= radius; ++row) {
        const uchar* in = line(row);
        for (int column = 0; column < width; ++column) {
            columns[static_cast<std::size_t>(column)] += in[column];
        }
    }
    const auto columnSum = [&](int column) {
        return columns[static_cast<std::size_t>(std::clamp(column, 0, width - 1))];
    };
    for (int row = 0; row < height; ++row) {
        const uchar* in = page.constScanLine(row);
        uchar* out = result.scanLine(row);
        int sum = 0;
        for (int column = -radius; column <= radius; ++column) {
            sum += columnSum(column);
        }
        for (int column = 0; column < width; ++column) {
            const int difference = in[column] * side * side - sum;
            const auto change = static_cast<int>((static_cast<std::int64_t>(strength) * difference) >> 16);
            out[column] = clamped(in[column] + change);
            sum += columnSum(column + radius + 1) - columnSum(column - radius);
        }
        const uchar* leaving = line(row - radius);
        const uchar* entering = line(row + radius + 1);
        for (int column = 0; column < width; ++column) {
            columns[static_cast<std::size_t>(column)] += entering[column] - leaving[column];
        }
    }
    return result;
}

Gradients gradientsOf(const QImage& page, const QRect& part)
{
    double across = 0;
    double down = 0;
    double mixed = 0;
    const QRect inner = part & page.rect().adjusted(1, 1, -1, -1);
    for (int row = inner.top(); row <= inner.bottom(); ++row) {
        const uchar* above = page.constScanLine(row - 1);
        const uchar* line = page.constScanLine(row);
        const uchar* below = page.constScanLine(row + 1);
        for (int column = inner.left(); column <= inner.right(); ++column) {
            const double x = line[column + 1] - line[column - 1];
            const double y = below[column] - above[column];
            across += x * x;
            down += y * y;
            mixed += x * y;
        }
    }
    if (across + down <= 0) {
        return {};
    }
    return {std::hypot(across - down, 2 * mixed) / (across + down),
            qRadiansToDegrees(0.5 * std::atan2(2 * mixed, across - down))};
}

Turned turned(const QImage& page, double degrees)
{
    QTransform rotation;
    rotation.rotate(degrees);
    const QRectF box = rotation.mapRect(QRectF(page.rect()));
    Turned result;
    result.picture = QImage(box.size().toSize(), QImage::Format_Grayscale8);
    result.toOriginal = QTransform::fromTranslate(box.left(), box.top()) * rotation.inverted();
    constexpr uchar outside = 128;
    for (int row = 0; row < result.picture.height(); ++row) {
        uchar* out = result.picture.scanLine(row);
        QPointF from = result.toOriginal.map(QPointF(0.5, row + 0.5)) - QPointF(0.5, 0.5);
        const QPointF step(result.toOriginal.m11(), result.toOriginal.m12());
        for (int column = 0; column < result.picture.width(); ++column, from += step) {
            const int x = static_cast<int>(std::floor(from.x()));
            const int y = static_cast<int>(std::floor(from.y()));
            if (x < 0 || y < 0 || x + 1 >= page.width() || y + 1 >= page.height()) {
                out[column] = outside;
                continue;
            }
            const double right = from.x() - x;
            const double lower = from.y() - y;
            const uchar* line = page.constScanLine(y) + x;
            const uchar* next = page.constScanLine(y + 1) + x;
            const double level = (line[0] * (1 - right) + line[1] * right) * (1 - lower) +
                                 (next[0] * (1 - right) + next[1] * right) * lower;
            out[column] = static_cast<uchar>(std::lround(level));
        }
    }
    return result;
}

} // namespace sohoa::barcode
