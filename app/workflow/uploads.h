// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "sync/warehouse.h"

#include <optional>

namespace sohoa::storage {
class Journal;
} // namespace sohoa::storage

/// How far large papers have come that go to the warehouse in parts, as the journal keeps it.
namespace sohoa::workflow {

/// Empty when nothing of this content was sent in parts, or when what was journalled cannot be read.
[[nodiscard]] Result<std::optional<sync::LargePutState>> savedUpload(const storage::Journal& journal,
                                                                     const QString& sha256);
[[nodiscard]] Status saveUpload(storage::Journal& journal, const sync::LargePutState& state);
[[nodiscard]] Status forgetUpload(storage::Journal& journal, const QString& sha256);
/// Frees in the warehouse what was sent of papers that are no longer waiting: they arrived on another way, in
/// a hand-carried bundle for instance. Errors: of the journal, of Warehouse; Cancelled.
[[nodiscard]] Status clearAwayUploads(storage::Journal& journal, sync::Warehouse& warehouse,
                                      const StopToken& stop);

} // namespace sohoa::workflow
