// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"

#include <QString>

#include <vector>

namespace sohoa::workflow {

class Workspace;

/// What came from the logs of the unit's other workstations.
struct FetchSummary
{
    int entries = 0; ///< taken in
    int changes = 0;
    /// A log that does not hold: nothing of it after the place named was taken in.
    struct Broken
    {
        QString key; ///< of the entry
        Error error;
    };
    std::vector<Broken> broken;
};

/// Takes in what other workstations of the same unit wrote since the last time: each entry is read, its
/// place, hash and form are checked, and its changes become part of the dossiers they are about, one
/// transaction an entry. A damaged or forged entry is reported and never folded in. May be interrupted and
/// repeated. Any thread. Errors: Warehouse..., those of the journal, Cancelled.
[[nodiscard]] Result<FetchSummary> fetchOthers(const Workspace& workspace, const StopToken& stop);

} // namespace sohoa::workflow
