// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/logidentity.h"
#include "storage/records.h"

#include <QStringList>

namespace sohoa::workflow {

class Workspace;

/// Which installation of the home this is; chosen when it writes into its log for the first time.
[[nodiscard]] Result<QString> instanceOf(const Workspace& workspace);

/// Puts what the log does not say yet into its next entry, see JournalWriter::cutLogEntry().
/// @return whether there was anything
[[nodiscard]] Result<bool> cutEntry(const Workspace& workspace, const dossier::LogIdentity& log,
                                    const QString& instance,
                                    storage::NamedFiles named = storage::NamedFiles::Confirmed,
                                    const QStringList& without = {});

} // namespace sohoa::workflow
