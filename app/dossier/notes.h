// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/page.h"

#include <map>
#include <vector>

namespace sohoa::dossier {

/// Which of the two copies of a page with a slip is not there.
enum class NoteGap
{
    CopyWithout, ///< the page has the slip on it, and the copy without is missing
    CopyWith,    ///< the page is the copy without, and the one with the slip is missing
};

/// Whether one of the pages is the other one without its slip.
bool isNotePair(const Page& one, const Page& other);

/// Kept pages that have a slip, or are the copy without, and whose other copy is not kept in the same
/// component. By uid. A page whose gap somebody excused has none. Thông tư 01/2023/TT-VPCP wants both copies.
/// @param pages of one dossier or of one component
std::map<QString, NoteGap> noteGaps(const std::vector<Page>& pages);

} // namespace sohoa::dossier
