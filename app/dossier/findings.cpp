// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/findings.h"

#include <QRegularExpression>

namespace sohoa::dossier {

namespace {

struct Words {
    template <typename Enum, std::size_t Size>
    static QString of(const std::array<std::pair<Enum, const char*>, Size>& table, Enum value)
    {
        for (const auto& [candidate, word] : table) {
            if (candidate == value) {
                return QString::fromLatin1(word);
            }
        }
        return {};
    }
    template <typename Enum, std::size_t Size>
    static std::optional<Enum> from(const std::array<std::pair<Enum, const char*>, Size>& table, const QString& text)
    {
        for (const auto& [value, word] : table) {
            if (text == QLatin1StringView(word)) {
                return value;
            }
        }
        return {};
    }
};

} // namespace

} // namespace sohoa::dossier
