// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/dossier.h"

#include <QString>

#include <vector>

namespace sohoa::dossier {

/// The statuses a dossier may take next (the ten of provincial synchronisation, domain guide section 1):
///
///     1 registered        -> 2 received, 3 rejected, 7 withdrawn
///     2 received          -> 4 in progress, 5 supplement, 6 payment, 7 withdrawn, 8 stopped, 9 done
///     4 in progress       -> 5 supplement, 6 payment, 7 withdrawn, 8 stopped, 9 done
///     5 supplement asked  -> 4 in progress, 7 withdrawn, 8 stopped
///     6 payment asked     -> 4 in progress, 7 withdrawn, 8 stopped, 9 done
///     9 done              -> 10 returned
///     3, 7, 8, 10         end
///
/// 2 -> 9 is the settling at the counter (certified copies). Setting a mistake right is no transition; it is
/// noted as EventKind::Corrected.
std::vector<DossierStatus> nextStatuses(DossierStatus from);
bool mayFollow(DossierStatus from, DossierStatus to);
/// Whether nothing follows.
bool isFinal(DossierStatus status);
/// Whether the time limit runs: in 2, 4 and 6. It stands still while a supplement is awaited (5).
bool limitRuns(DossierStatus status);

/// The components of a new dossier: those of the procedure that its channel asks for, all Missing. Numbers
/// are the catalogue's, so there can be gaps.
std::vector<Component> componentsFor(const Procedure& procedure, Channel channel, const QString& dossierUid);

/// Something that is still missing: one component, or one of an alternative group.
struct MissingNeed
{
    QString alternativeGroup;     ///< empty for a single component
    std::vector<Component> anyOf; ///< never empty; with more than one, any of them will do

    bool operator==(const MissingNeed&) const = default;
};

/// What is missing before the dossier is complete, in the catalogue's order. Required components that are
/// Missing; of an alternative group one member that is not (or all members NotNeeded) is enough. Interactive
/// forms (EForm) are never missing: they do not pass the counter. A group counts as required when one of its
/// members is.
std::vector<MissingNeed> missingComponents(const std::vector<Component>& components);

/// Whether an image of the component may be kept (Thông tư 01/2023/TT-VPCP; domain guide section 2). Status
/// form: ComponentNotScannable with the duty's word in the detail.
bool mayBeScanned(Duty duty);
[[nodiscard]] Status checkScannable(const Component& component);

} // namespace sohoa::dossier
