// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/errorname.h"

namespace sohoa {

std::optional<ErrorCode> errorCodeFrom(const QString& name)
{
    constexpr int moreThanThereAre = 256;
    for (int number = 0; number < moreThanThereAre; ++number) {
        const auto code = static_cast<ErrorCode>(number);
        if (toString(code) == name) {
            return code;
        }
    }
    return {};
}

} // namespace sohoa
