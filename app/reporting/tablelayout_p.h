// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reporting/tables.h"

#include <vector>

namespace sohoa::reporting {

/// Columns that follow each other under one heading, or one column without.
struct ColumnGroup
{
    QString name;
    std::size_t first = 0;
    std::size_t count = 1;
};

/// All columns in order, cut into groups.
std::vector<ColumnGroup> columnGroups(const Table& table);
bool hasGroups(const Table& table);
/// "Digitized dossiers - Ratio".
QString headerText(const Column& column);
/// Columns without text (empty cells are none) are aligned to the right, as numbers are.
std::vector<bool> rightAligned(const Table& table);

} // namespace sohoa::reporting
