// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/dossier.h"

#include <vector>

namespace sohoa::dossier {

/// Whether a dossier may go from one of the ten states to the other. The state codes are those of provincial
/// synchronisation; the order is the counter's work: a dossier is registered, received or refused, worked on,
/// may wait for a supplement or a payment, may be withdrawn or stopped, is done, and its result is returned.
/// Rejected, Withdrawn, Stopped and Returned are ends. Staying is no step.
bool mayFollow(DossierStatus from, DossierStatus to);

/// The states that may follow, in the order of their numbers.
std::vector<DossierStatus> nextStatuses(DossierStatus from);

} // namespace sohoa::dossier
