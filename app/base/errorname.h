// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <optional>

namespace sohoa {

/// The reverse of toString(ErrorCode), for what was journalled. Empty for names we do not know, as a newer
/// program may have written them.
std::optional<ErrorCode> errorCodeFrom(const QString& name);

} // namespace sohoa
