// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "turning.h"

#include <QTransform>

#include <algorithm>
#include <cmath>

namespace sohoa::test {

QImage quarterTurned(const QImage& grey, int degrees)
{
    QTransform turn;
    turn.rotate(degrees);
    return grey.transformed(turn).convertToFormat(QImage::Format_Grayscale8);
}

QImage leaning(const QImage& grey, double degrees)
{
    const double angle = degrees * M_PI / 180;
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    const double w = grey.width();
    const double h = grey.height();
    // Both corners that come nearest to the rim lie on it.
    const double across = std::abs(sine);
    const double narrowing = cosine * cosine - across * across;
    QImage result(static_cast<int>((w * cosine - h * across) / narrowing) - 2,
                  static_cast<int>((h * cosine - w * across) / narrowing) - 2, QImage::Format_Grayscale8);
    for (int row = 0; row < result.height(); ++row) {
        uchar* out = result.scanLine(row);
        const double dy = row + 0.5 - result.height() / 2.0;
        for (int column = 0; column < result.width(); ++column) {
            const double dx = column + 0.5 - result.width() / 2.0;
            const double u = std::clamp(cosine * dx - sine * dy + w / 2 - 0.5, 0.0, w - 1.001);
            const double v = std::clamp(sine * dx + cosine * dy + h / 2 - 0.5, 0.0, h - 1.001);
            const int x = static_cast<int>(u);
            const int y = static_cast<int>(v);
            const double right = u - x;
            const double lower = v - y;
            const uchar* line = grey.constScanLine(y) + x;
            const uchar* next = grey.constScanLine(y + 1) + x;
            const double level = (line[0] * (1 - right) + line[1] * right) * (1 - lower) +
                                 (next[0] * (1 - right) + next[1] * right) * lower;
            out[column] = static_cast<uchar>(std::lround(level));
        }
    }
    return result;
}

} // namespace sohoa::test
