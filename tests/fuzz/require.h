// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>

namespace sohoa::fuzz {

/// What must hold whatever the input is: ends the fuzzer, which keeps the input, when it does not.
inline void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

} // namespace sohoa::fuzz
