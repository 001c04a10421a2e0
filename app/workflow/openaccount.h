// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workflow/scansession.h"

#include <map>

namespace sohoa::workflow {

/// A stack that was fed for a dossier and is not closed yet, as its clerk sees it.
struct OpenAccount
{
    UnfinishedSession session;
    SessionAccount account;
    Standing standing = {};               ///< where feeding goes on
    std::map<int, QString> pageUids = {}; ///< by position in the stack
    bool uncut = false;                   ///< kept pages of it belong to no dossier yet
};

/// The oldest stack that is open and was fed for this dossier, or gave pages to it; empty when every stack of
/// it is closed. Papers of a dossier with an open account are not to be finished before somebody looked at
/// it. Any thread. Errors: those of the journal.
[[nodiscard]] Result<std::optional<OpenAccount>> openAccountOf(const Workspace& workspace,
                                                               const QString& dossierUid);

} // namespace sohoa::workflow
