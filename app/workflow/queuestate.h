// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "sync/delivery.h"

#include <optional>

namespace sohoa::storage {
class Journal;
class JournalWriter;
} // namespace sohoa::storage

/// That the whole queue of deliveries waits for a common cause to pass, as the journal keeps it.
namespace sohoa::workflow {

/// Empty while nothing holds the queue up.
[[nodiscard]] Result<std::optional<sync::QueuePause>> queuePause(const storage::Journal& journal);
[[nodiscard]] Status setQueuePause(storage::JournalWriter& writer,
                                   const std::optional<sync::QueuePause>& pause);

} // namespace sohoa::workflow
