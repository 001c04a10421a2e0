// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/page.h"

#include <set>
#include <span>

namespace sohoa::storage {
class Journal;
class JournalWriter;
} // namespace sohoa::storage

namespace sohoa::workflow {

/// The dossiers that pages belong to.
std::set<QString> dossiersOf(std::span<const dossier::Page> pages);

/// Sets the state of components to what their pages say: Missing with kept pages becomes Present, Present
/// without any and without a paper becomes Missing. What a person or a paper settled stays. Inside a
/// Journal::write(), after the pages were set.
[[nodiscard]] Status settleComponents(const storage::Journal& journal, storage::JournalWriter& writer,
                                      const std::set<QString>& dossierUids);

} // namespace sohoa::workflow
