// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/async/worker.h"
#include "ui/settings/scannersource.h"

#include <chrono>
#include <memory>

namespace sohoa::workflow {
class Workspace;
}

namespace sohoa::ui {

/// How a feeder is watched for paper.
struct PaperPace
{
    std::chrono::milliseconds look = std::chrono::seconds(1);   ///< between looks at what is wanted
    std::chrono::milliseconds settle = std::chrono::seconds(1); ///< until the whole stack lies straight
    std::chrono::milliseconds again = std::chrono::seconds(10); ///< after the device did not answer
    std::chrono::milliseconds longest = std::chrono::hours(1);  ///< of one watch: a device wants to sleep
};

/// What every presenter works with. The workspace and the workers outlive the presenters.
struct Bench
{
    workflow::Workspace& workspace;
    Worker& journal;        ///< short calls, in order: journal, vault
    Worker& pictures;       ///< pictures of pages, several at once
    Worker& errands;        ///< what takes long: import, scanning, papers, delivery
    ScannerSource scanners; ///< called in a worker
    /// Of the network scanners that `scanners` reaches; null: nobody remembers any.
    std::shared_ptr<capture::CertificateBook> certificates = {};
    PaperPace paperPace = {}; ///< another one only in tests
};

} // namespace sohoa::ui
