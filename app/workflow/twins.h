// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "dossier/page.h"
#include "storage/records.h"

#include <functional>
#include <vector>

namespace sohoa::workflow {

class Workspace;

/// A page that is another picture of a sheet which came before in the same stack: a feeder took it twice, or
/// it was laid in again. (Byte for byte the same is another matter: sameContent.)
struct Twin
{
    int position = 0; ///< in the stack
    int other = 0;    ///< position of the earlier one

    bool operator==(const Twin&) const = default;
};

/// Compares every page of a stack that was looked at with those before it, each once, and journals what is
/// found. Candidates are found by what the pages look like, which examining them told; only those are read
/// again. Any thread. Errors: those of the journal; Cancelled, what was compared until then is kept.
/// @param compared told each page that was compared, in the calling thread; may be empty
[[nodiscard]] Status findTwins(const Workspace& workspace, const QString& sessionUid, const StopToken& stop,
                               const std::function<void(const dossier::Page&)>& compared = {});

/// The twins among pages that both count: neither set aside nor deleted, nor the two copies of a page with a
/// slip. @param pages of the stack, in order
std::vector<Twin> twinsAmong(const std::vector<dossier::Page>& pages,
                             const std::vector<storage::PageLook>& looks);

} // namespace sohoa::workflow
