// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace sohoa::imaging {

/// Gives each tile that is not known the value of its neighbours, from the known ones outwards. Nothing
/// happens where none is known.
/// @param values row by row, `columns` times `rows` of them, as are `known`
template<typename Value>
void spreadFromKnown(std::vector<Value>& values, std::vector<bool> known, int columns, int rows)
{
    std::vector<std::size_t> edge;
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i]) {
            edge.push_back(i);
        }
    }
    while (!edge.empty()) {
        std::vector<std::size_t> next;
        for (const std::size_t place : edge) {
            const int row = static_cast<int>(place) / columns;
            const int column = static_cast<int>(place) % columns;
            for (const auto& [x, y] : {std::pair(column - 1, row), std::pair(column + 1, row),
                                       std::pair(column, row - 1), std::pair(column, row + 1)}) {
                if (x < 0 || y < 0 || x >= columns || y >= rows) {
                    continue;
                }
                const auto neighbour = static_cast<std::size_t>(y * columns + x);
                if (!known[neighbour]) {
                    known[neighbour] = true;
                    values[neighbour] = values[place];
                    next.push_back(neighbour);
                }
            }
        }
        edge = std::move(next);
    }
}

} // namespace sohoa::imaging
