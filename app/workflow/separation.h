// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/separation.h"
#include "dossier/stackcut.h"
#include "workflow/dirtyglass.h"
#include "workflow/stack.h"
#include "workflow/twins.h"

namespace sohoa::workflow {

/// The account of a stack: every sheet side fed is kept or set aside, and what was expected came.
struct Reconciliation
{
    int fed = 0; ///< pages that came in
    int kept = 0;
    int setAside = 0;   ///< blank, separator, repeated, unreadable
    int unassigned = 0; ///< kept pages that no separator gives to a dossier
    int elsewhere = 0;  ///< with a target: pages that separator sheets gave to other dossiers
    /// With a target: pages behind sheets of dossiers that nobody knows here and that cannot be taken in.
    /// They stay in the target, in sight, and that is to be said.
    int strangers = 0;
    std::vector<Twin> twins;                 ///< kept pages that show a sheet which came before: fed twice?
    std::vector<DirtyGlass> dirtyGlass = {}; ///< lines of dirt on pages one after the other: wipe the glass
    std::vector<dossier::StackAlarm> alarms; ///< expected seven and saw six; a sheet that contradicts itself

    [[nodiscard]] bool balances() const { return fed == kept + setAside; }
};

/// Where pages go: a component of a dossier.
struct Target
{
    QString dossierUid;
    int component = 0;

    bool operator==(const Target&) const = default;
};

/// Cuts a stack by its separator sheets and assigns its pages; a dossier that a sheet names and nobody knows
/// is taken in with the sheet's procedure, each in a transaction of its own; then all pages are placed in
/// one. Repeating it changes nothing. A closed stack is only counted.
/// @param target pages no separator claims go here when given, and those whose separator names a dossier that
/// is not known here and cannot be taken in
[[nodiscard]] Result<Reconciliation> cutStack(const Workspace& workspace, const Stack& stack,
                                              const std::optional<Target>& target = {});

/// How cutStack would cut a stack, for somebody to look at before anything is carried out: no dossier is
/// taken in, no page placed. Pages that were placed before stay where they are.
[[nodiscard]] Result<dossier::StackCut> proposeCut(const Workspace& workspace, const Stack& stack,
                                                   const std::optional<Target>& target = {});
/// A dossier that is known here, for a part to be given to. DossierUnknown.
[[nodiscard]] Result<dossier::CutDossier> cutDossier(const Workspace& workspace, const QString& code);
/// What a cut counts: nothing of it is carried out.
[[nodiscard]] Reconciliation countsOf(const dossier::StackCut& cut);
/// Carries out a cut that somebody looked at: takes in the dossiers nobody knows, each in a transaction of
/// its own, then places all pages in one. Repeating it changes nothing. InvalidArgument while a kept page
/// belongs to nobody or a page of the stack is not in the cut; DossierCodeInvalid and the other errors of
/// Intake.
[[nodiscard]] Result<Reconciliation> commitCut(const Workspace& workspace, const Stack& stack,
                                               const dossier::StackCut& cut,
                                               const std::optional<Target>& target = {});

} // namespace sohoa::workflow
