// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <stop_token>

namespace sohoa {

/// Handed to long pure functions, which look at it between steps and return ErrorCode::Cancelled.
using StopToken = std::stop_token;
using StopSource = std::stop_source;

} // namespace sohoa
