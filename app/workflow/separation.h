// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/separation.h"
#include "workflow/stack.h"

namespace sohoa::workflow {

/// The account of a stack: every sheet side fed is kept or set aside, and what was expected came.
struct Reconciliation
{
    int fed = 0; ///< pages that came in
    int kept = 0;
    int setAside = 0;                        ///< blank, separator, repeated, unreadable
    int unassigned = 0;                      ///< kept pages that no separator gives to a dossier
    std::vector<dossier::StackAlarm> alarms; ///< expected seven and saw six; a sheet that contradicts itself

    [[nodiscard]] bool balances() const { return fed == kept + setAside; }
};

/// Cuts a stack by its separator sheets and assigns its pages; a dossier that a sheet names and nobody knows
/// is taken in with the sheet's procedure. One transaction. Repeating it changes nothing.
/// @param target pages no separator claims go here when given
struct Target
{
    QString dossierUid;
    int component = 0;
};
[[nodiscard]] Result<Reconciliation> cutStack(const Workspace& workspace, const Stack& stack,
                                              const std::optional<Target>& target = {});

} // namespace sohoa::workflow
