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

void Levels::runs(int row, std::vector<int>& lengths) const
{
    lengths.clear();
    const uchar* line = m_picture.constScanLine(row);
    const int* ink = m_ink.data() + static_cast<std::ptrdiff_t>(row / block) * m_columns;
    bool dark = false;
    int begun = 0;
    for (int column = 0; column < m_columns; ++column) {
        const int limit = ink[column];
        const int end = std::min(width(), (column + 1) * block);
        for (int x = column * block; x < end; ++x) {
            if ((line[x] < limit) != dark) {
                lengths.push_back(x - begun);
                begun = x;
                dark = !dark;
            }
        }
    }
    lengths.push_back(width() - begun);
}

} // namespace sohoa::barcode
