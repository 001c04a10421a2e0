// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/papers/taking.h"

namespace sohoa::ui {

/// Scans one side: the page `noted` without the note that is stuck on it. It comes right behind that page and
/// is kept, also when it is taken for a page that was there. Blocks: for a worker.
/// @param plan of any way of scanning; its other side is left out
/// Errors: those of takeScan and of Review::pairNote. That nothing but blank pages came is a remark.
[[nodiscard]] Result<Arrival> takeWithoutNote(const workflow::Workspace& workspace,
                                              const ScannerSource& scanners, Feeding::Plan plan,
                                              const dossier::Page& noted, const StopToken& stop,
                                              const std::function<void(const dossier::Page&)>& progress);

} // namespace sohoa::ui
