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

#define SOHOA_JOIN_(a, b) a##b
#define SOHOA_JOIN(a, b) SOHOA_JOIN_(a, b)

#define SOHOA_TRY_AS_(tried, expression)                                                                     \
    do {                                                                                                     \
        if (auto tried = (expression); !tried) {                                                             \
            return sohoa::failure(std::move(tried).error());                                                 \
        }                                                                                                    \
    } while (false)

#define SOHOA_ASSIGN_AS_(tried, variable, expression)                                                        \
    auto tried = (expression);                                                                               \
    if (!tried) {                                                                                            \
        return sohoa::failure(std::move(tried).error());                                                     \
    }                                                                                                        \
    variable = std::move(*tried)

// A name of their own for each use, because a lambda inside the expression may use them too.

/// Leaves the function with the error when `expression` (a Result or Status) failed.
#define SOHOA_TRY(expression) SOHOA_TRY_AS_(SOHOA_JOIN(sohoaTried, __COUNTER__), expression)

/// Declares `variable` with the value of `expression`, or leaves the function with its error.
#define SOHOA_ASSIGN(variable, expression)                                                                   \
    SOHOA_ASSIGN_AS_(SOHOA_JOIN(sohoaTried, __COUNTER__), variable, expression)
