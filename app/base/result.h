// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace sohoa {

/// A value, or why there is none. Functions that return it are [[nodiscard]].
template<typename T>
using Result = tl::expected<T, Error>;

using Status = Result<void>;

inline tl::unexpected<Error> failure(ErrorCode code, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

/// A failure whose cause was another.
inline tl::unexpected<Error> failure(ErrorCode code, QString detail, Error cause)
{
    return tl::unexpected<Error>(Error{code, std::move(detail), {std::move(cause)}});
}

} // namespace sohoa

/// Leaves the function with the error when `expression` (a Result or Status) failed.
#define SOHOA_TRY(expression)                                                                                \
    do {                                                                                                     \
        if (auto sohoaTried = (expression); !sohoaTried) {                                                   \
            return sohoa::failure(std::move(sohoaTried).error());                                            \
        }                                                                                                    \
    } while (false)

#define SOHOA_JOIN_(a, b) a##b
#define SOHOA_JOIN(a, b) SOHOA_JOIN_(a, b)

/// Declares `variable` with the value of `expression`, or leaves the function with its error.
#define SOHOA_ASSIGN(variable, expression)                                                                   \
    auto SOHOA_JOIN(sohoaResult, __LINE__) = (expression);                                                   \
    if (!SOHOA_JOIN(sohoaResult, __LINE__)) {                                                                \
        return sohoa::failure(std::move(SOHOA_JOIN(sohoaResult, __LINE__)).error());                         \
    }                                                                                                        \
    variable = std::move(*SOHOA_JOIN(sohoaResult, __LINE__))
