// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"

namespace sohoa::sync {
class Warehouse;
}

namespace sohoa::workflow {

class Workspace;

/// What the warehouse remembered of our own log and this home did not.
struct OwnLogSummary
{
    int adopted = 0;   ///< entries taken in: this home was set back to an older state
    int confirmed = 0; ///< entries of ours that had arrived though the answer was lost
    int papers = 0;    ///< that those name
    int takenBack = 0; ///< entries cut here that nobody has: their changes go into later numbers
};

/// Brings our own log up to what the warehouse has of it, before anything is cut or sent. After a backup was
/// restored the warehouse holds entries we wrote later: they are taken in, one transaction an entry, and what
/// we have undelivered goes after them. May be interrupted at any instant and repeated.
///
/// Two machines under one workstation number look nearly alike, and must not write one log. WorkstationTwice
/// when the entries there do not go on from our last confirmed one; when another installation wrote after one
/// of ours was confirmed; or when, without a restore, they were written while we were at work ourselves.
/// Nothing is changed then. LogBroken for an entry that cannot be read; errors of Warehouse; Cancelled.
[[nodiscard]] Result<OwnLogSummary> catchUpOwnLog(const Workspace& workspace, sync::Warehouse& warehouse,
                                                  const StopToken& stop);

} // namespace sohoa::workflow
