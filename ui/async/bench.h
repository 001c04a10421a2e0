// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/async/worker.h"
#include "ui/settings/scannersource.h"

namespace sohoa::workflow {
class Workspace;
}

namespace sohoa::ui {

/// What every presenter works with. The workspace and the workers outlive the presenters.
struct Bench
{
    workflow::Workspace& workspace;
    Worker& journal;        ///< short calls, in order: journal, vault
    Worker& pictures;       ///< pictures of pages, several at once
    Worker& errands;        ///< what takes long: import, scanning, papers, delivery
    ScannerSource scanners; ///< called in a worker
};

} // namespace sohoa::ui
