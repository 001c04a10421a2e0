// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "dossier/dossier.h"

#include <chrono>
#include <functional>
#include <optional>

namespace sohoa::workflow {

class Workspace;

/// How long copies of papers stay here that the warehouse has confirmed; decision 11.
struct RetentionSettings
{
    int keepDays = 180; ///< from the confirmation, or since it was brought back; 0: for ever
    qint64 freeBytes = 5LL * 1024 * 1024 * 1024; ///< with less free than that older ones go sooner; 0: never

    bool operator==(const RetentionSettings&) const = default;
};

/// With little free space no copy goes before that.
inline constexpr int leastKeepDays = 7;

[[nodiscard]] Result<RetentionSettings> retentionSettings(const Workspace& workspace);
/// InvalidArgument for days that are neither 0 nor leastKeepDays..36500, or less than no bytes.
[[nodiscard]] Status setRetentionSettings(const Workspace& workspace, const RetentionSettings& settings);

struct RetentionReport
{
    int removed = 0;
    int removedEarly = 0;   ///< of them, because the disk is nearly full
    qint64 bytes = 0;       ///< of the papers removed
    int notThere = 0;       ///< stay: the warehouse has not what it confirmed once (verify names them)
    bool sameDisk = false;  ///< all stay: the warehouse is a folder on the disk of this home
    bool stillFull = false; ///< less than the limit is free though nothing more can go
    std::optional<Error> stoppedBy = {}; ///< the warehouse could not be asked
};

/// What the rule looks at besides the journal; tests put something else in its place.
struct RetentionSurroundings
{
    std::function<qint64()> freeBytes = {};          ///< on the disk of the vault
    std::function<bool()> warehouseIsElsewhere = {}; ///< on another disk or machine
};

/// Removes copies of papers from the vault that the warehouse confirmed long enough ago, the oldest first,
/// and earlier ones while the disk is nearly full. Before each the warehouse reads it back once more. Never
/// what is not confirmed, never a page as it was scanned: those are nowhere else. Copies that were carried
/// here for other workstations go as soon as they are delivered. Each step is journalled first, so that it
/// may be interrupted at any instant.
/// @param longest after so much time it ends, and goes on the next time; zero: no such end
/// Errors: of the journal, ReadOnly, WarehouseNotConfigured, Cancelled.
[[nodiscard]] Result<RetentionReport> ageOutCopies(const Workspace& workspace, std::chrono::seconds longest,
                                                   const StopToken& stop,
                                                   const RetentionSurroundings& surroundings = {});

/// Brings a paper back from the warehouse into the vault. Errors of Warehouse, WarehouseMismatch.
[[nodiscard]] Result<QByteArray> bringBack(const Workspace& workspace, const dossier::Paper& paper);

} // namespace sohoa::workflow
