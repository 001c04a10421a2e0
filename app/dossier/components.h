// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/dossier.h"

#include <vector>

namespace sohoa::dossier {

/// The components of a dossier of this procedure that comes in by this channel: those of the catalogue whose
/// channel fits, with the catalogue's numbers, all Missing.
std::vector<Component> componentsFor(const Procedure& procedure, Channel channel, const QString& dossierUid);

/// Whether nothing more is owed for a component: finished, reused, shown, taken or not needed.
bool isSettled(ComponentState state);

/// Required components that are owed still. A group of alternatives is satisfied by any one member that is
/// settled otherwise than by NotNeeded.
std::vector<Component> missingComponents(const std::vector<Component>& components);

} // namespace sohoa::dossier
