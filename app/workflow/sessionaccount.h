// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/records.h"
#include "workflow/scansession.h"
#include "workflow/twins.h"

#include <utility>
#include <vector>

namespace sohoa::workflow {

/// Errors that concern one picture; all others end what is under way.
bool concernsPictureOnly(ErrorCode code);

/// Whether a page has anything on it, as far as is known: what nobody has looked at counts as written on.
bool isWrittenOn(const dossier::Page& page);

/// Positions of pages that are, byte for byte, an earlier page of the stack and not blank, each with the
/// position of that one. Pages that were deleted or set aside as repeated do not count. @param pages in order
std::vector<std::pair<int, int>> sameContent(const std::vector<dossier::Page>& pages);

/// Of Feed::ended: the words besides "" and the name of an ErrorCode.
inline constexpr char endedWhole[] = "whole";
/// Begun behind a round that had ended whole, and no side came yet; "" when that one had not.
inline constexpr char begunBehindWhole[] = "begun";

/// Where a stack goes on; a pure function of what is journalled. @param pages in order
Standing standingOf(const storage::Feed& feed, const std::vector<storage::FedSide>& sides,
                    const std::vector<dossier::Page>& pages);

/// The account of a scanned stack; a pure function of what is journalled. @param pages in order
SessionAccount accountOf(const storage::Session& session, const storage::Feed& feed,
                         const std::vector<storage::FedSide>& sides, const std::vector<dossier::Page>& pages,
                         const std::vector<Twin>& twins, const dossier::SeparationRules& rules);

} // namespace sohoa::workflow
