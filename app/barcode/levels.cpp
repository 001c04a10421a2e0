// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "barcode/levels.h"

#include <algorithm>

namespace sohoa::barcode {

Levels::Levels(const QImage& picture, int reach)
    : m_picture(picture)
    , m_columns((picture.width() + block - 1) / block)
    , m_rows((picture.height() + block - 1) / block)
    , m_ink(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows))
{
    const auto at = [this](int column, int row) {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
               static_cast<std::size_t>(column);
    };
    std::vector<int> sums(m_ink.size());
    for (int y = 0; y < height(); ++y) {
        const uchar* line = m_picture.constScanLine(y);
        for (int column = 0; column < m_columns; ++column) {
            const int end = std::min(width(), (column + 1) * block);
            int sum = 0;
            for (int x = column * block; x < end; ++x) {
                sum += line[x];
            }
            sums[at(column, y / block)] += sum;
        }
    }
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < m_columns; ++column) {
            const QRect near =
                QRect(QPoint(column - reach, row - reach), QPoint(column + reach, row + reach)) &
                QRect(0, 0, m_columns, m_rows);
            qint64 sum = 0;
            for (int y = near.top(); y <= near.bottom(); ++y) {
                for (int x = near.left(); x <= near.right(); ++x) {
                    sum += sums[at(x, y)];
                }
            }
            const int pixels = (std::min(width(), (near.right() + 1) * block) - near.left() * block) *
                               (std::min(height(), (near.bottom() + 1) * block) - near.top() * block);
            m_ink[at(column, row)] = static_cast<int>(sum / pixels) - leastInk;
        }
    }
}

void Levels::runs(int line, bool down, std::vector<int>& lengths) const
{
    lengths.clear();
    bool dark = false;
    int length = 0;
    const int end = down ? height() : width();
    for (int i = 0; i < end; ++i) {
        const bool isInk = down ? isDark(line, i) : isDark(i, line);
        if (isInk != dark) {
            lengths.push_back(length);
            length = 0;
            dark = isInk;
        }
        ++length;
    }
    lengths.push_back(length);
}

} // namespace sohoa::barcode
