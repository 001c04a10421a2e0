// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "sync/logentry.h"

#include <functional>

namespace sohoa::workflow {

/// Reads a log from behind `head` to its end, however long it is: `take` gets each number that is there, in
/// order, and moves the head on to it. Errors: of the source, of `take`, Cancelled.
[[nodiscard]] Status readOn(sync::LogSource& source, sync::LogHead head, const StopToken& stop,
                            const std::function<Status(sync::LogHead& head, qint64 sequence)>& take);

} // namespace sohoa::workflow
