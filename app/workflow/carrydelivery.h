// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"

#include <optional>

namespace sohoa::sync {
class Warehouse;
}

namespace sohoa::workflow {

class Workspace;

struct CarriedDelivery
{
    int confirmed = 0;                   ///< entries read back during this run
    std::optional<Error> stoppedBy = {}; ///< the warehouse went away
};

/// Delivers the entries of other workstations' logs that were carried here in bundles, under their own names,
/// once their files are there (those are papers on the outbox like any other). One that is not due, fails or
/// must not go yet holds back those after it in its own log only. Part of a delivery: one at a time per home.
///
/// Each entry must go on from the one that the warehouse has before it: LogBroken is noted as its reason, and
/// it is tried again, while that one is missing; WorkstationTwice when it is another one, WarehouseConflict
/// when another has its number. Nothing is changed there then. Errors: of the journal, Cancelled.
[[nodiscard]] Result<CarriedDelivery> deliverCarried(const Workspace& workspace, sync::Warehouse& warehouse,
                                                     bool force, const StopToken& stop);

} // namespace sohoa::workflow
