// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>
#include <type_traits>
#include <utility>

namespace sohoa {

/// One value of an enum and its word in files, JSON and the journal.
template<typename Enum>
using Word = std::pair<Enum, const char*>;

/// The word of a value, from a table that lists every value; "" when the table has a hole.
template<typename Table, typename Enum>
QString wordOf(const Table& table, Enum value)
{
    for (const auto& [candidate, word] : table) {
        if (candidate == value) {
            return QString::fromLatin1(word);
        }
    }
    return {};
}

/// The value of a word; empty for unknown words.
template<typename Table>
auto valueOf(const Table& table, const QString& text)
    -> std::optional<std::remove_cvref_t<decltype(table[0].first)>>
{
    for (const auto& [value, word] : table) {
        if (text == QLatin1String(word)) {
            return value;
        }
    }
    return {};
}

} // namespace sohoa
