// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/deliveryrules.h"

namespace sohoa::storage {
class Journal;
} // namespace sohoa::storage

/// When and how fast a home delivers, as its journal keeps it.
namespace sohoa::workflow {

class Workspace;

/// The usual rules while nobody has set any.
[[nodiscard]] Result<dossier::DeliveryRules> deliveryRules(const storage::Journal& journal);
/// Keeps them; they hold for the run under way too, except that a limit set for the first time holds from the
/// next. InvalidArgument for rules that cannot be.
[[nodiscard]] Status setDeliveryRules(const Workspace& workspace, const dossier::DeliveryRules& rules);
/// Nothing is sent by itself, a run under way ends, until resumeDelivery. What is paused stays as it is.
[[nodiscard]] Status pauseDelivery(const Workspace& workspace);
[[nodiscard]] Status resumeDelivery(const Workspace& workspace);

/// Lets lineIsMetered() know the line. Once, in the main thread, when the program starts.
void watchLine();
/// Whether the line is paid by volume, as far as this system tells; false where it does not. Any thread.
bool lineIsMetered();

} // namespace sohoa::workflow
