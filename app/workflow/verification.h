// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"

#include <QString>

#include <functional>
#include <vector>

namespace sohoa::workflow {

class Workspace;

/// One difference between what the journal says and what is there.
struct Difference
{
    enum class Place
    {
        Vault,
        Journal,
        Warehouse,
        WarehouseLog
    };
    Place place = Place::Vault;
    QString name; ///< of the object: hash, key or entry number, never personal data
    Error error;
};

struct VerificationReport
{
    int pagesChecked = 0;
    int papersChecked = 0;
    int papersAway = 0;     ///< whose copy was removed knowingly: the warehouse alone is asked
    int entriesChecked = 0; ///< of the local log
    int warehouseObjectsChecked = 0;
    bool warehouseReached = false; ///< and in reach until all of it was compared
    std::vector<Difference> differences;
};

/// Re-hashes every stored page and paper, checks the log's hash chain here and in the warehouse, and compares
/// both. Never changes anything; a warehouse out of reach is a difference too. Any thread. Errors: those of
/// the journal, Cancelled.
[[nodiscard]] Result<VerificationReport> verifyHome(const Workspace& workspace, const StopToken& stop,
                                                    const std::function<void(int done, int total)>& progress);

} // namespace sohoa::workflow
