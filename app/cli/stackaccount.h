// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"
#include "workflow/scansession.h"

#include <QJsonObject>

namespace sohoa::cli {

/// What does not add up, as a sentence; sides are counted from 1.
QString sentence(const workflow::Doubt& doubt);

/// Says the account of a stack, as one object and one line, its doubts on standard error. @param more members
/// of the object. Partly when it does not add up and nobody said that it is right.
Exit sayAccount(const Call& call, const workflow::ScanSession& session,
                const workflow::SessionAccount& account, const QJsonObject& more);

/// Reads the pages of a stack, cuts it, closes it when it adds up, or knowingly, and says its account.
Exit readAndClose(const Call& call, workflow::ScanSession& session, workflow::ScanSession::Closing closing,
                  const QJsonObject& more);

} // namespace sohoa::cli
