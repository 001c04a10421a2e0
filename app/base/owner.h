// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <memory>

namespace sohoa {

/// Calls a C library's free function.
template<auto Free>
struct Deleter
{
    template<typename T>
    void operator()(T* handle) const noexcept
    {
        static_cast<void>(Free(handle));
    }
};

/// Owner of a handle of a C library: `using PKey = Owner<EVP_PKEY, EVP_PKEY_free>;`
template<typename T, auto Free>
using Owner = std::unique_ptr<T, Deleter<Free>>;

} // namespace sohoa
