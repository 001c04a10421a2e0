// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "reporting/tablelayout_p.h"

#include <algorithm>

namespace sohoa::reporting {

std::vector<ColumnGroup> columnGroups(const Table& table)
{
    std::vector<ColumnGroup> groups;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const QString& name = table.columns[column].group;
        if (!groups.empty() && !name.isEmpty() && groups.back().name == name) {
            ++groups.back().count;
        } else {
            groups.push_back({name, column, 1});
        }
    }
    return groups;
}

bool hasGroups(const Table& table)
{
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [](const Column& column) { return !column.group.isEmpty(); });
}

QString headerText(const Column& column)
{
    return column.group.isEmpty() ? column.header : column.group + QStringLiteral(" - ") + column.header;
}

std::vector<bool> rightAligned(const Table& table)
{
    std::vector<bool> right(table.columns.size(), true);
    for (const std::vector<Cell>& row : table.rows) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            const auto* text = std::get_if<QString>(&row[column]);
            if (text != nullptr && !text->isEmpty()) {
                right[column] = false;
            }
        }
    }
    return right;
}

} // namespace sohoa::reporting
