// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/notes.h"
#include "dossier/page.h"

#include <map>
#include <optional>
#include <vector>

namespace sohoa::dossier {

/// Why somebody should look at a page, the worst first.
enum class DoubtReason
{
    Incomplete,  ///< the picture broke off
    Unreadable,  ///< what came cannot be shown at all
    UnreadSheet, ///< codes of a separator sheet are on it that nobody could read
    NoteGap,     ///< one of the two copies of a page with a slip is missing
    LooksAlike,  ///< shows the same sheet as a page before it
    Quality,     ///< see PageDoubt::finding
    Blank,       ///< kept although it seems blank; set aside as blank without being sure
    NotExamined, ///< nobody has looked at it yet
    Unassigned,  ///< no component has it yet
    WayUp,       ///< which side is up is not known
};

struct PageDoubt
{
    DoubtReason reason = DoubtReason::Incomplete;
    double weight = 0;                          ///< 0..1, how likely it is that somebody has to do something
    std::optional<QualityFinding> finding = {}; ///< of Quality
    std::optional<NoteGap> gap = {};            ///< of NoteGap

    bool operator==(const PageDoubt&) const = default;
};

/// What is known of pages besides themselves, by uid.
struct PageRelations
{
    std::map<QString, QString> like = {}; ///< of a kept page the earlier kept one that shows the same sheet
    std::map<QString, NoteGap> gaps = {}; ///< see noteGaps()
    /// The page one would lay beside it: the other copy of a page with a slip, the page it repeats, or one
    /// that repeats it; also where one of the two was set aside.
    std::map<QString, QString> partners = {};

    bool operator==(const PageRelations&) const = default;
};

/// @param pages     of a dossier, without deleted ones
/// @param sameSheet by uid of a page the earlier one that shows the same sheet, as the comparison of a stack
///                  found it, whatever became of both since
PageRelations relationsAmong(const std::vector<Page>& pages, const std::map<QString, QString>& sameSheet);

/// The doubts about a page, heaviest first. The weights are ours, by what it costs when nobody looks: what
/// would be missing from the paper for good (a torn picture 1, an unread separator 0.95, a missing copy 0.9,
/// a sheet fed twice 0.8, a cut edge or a blur 0.7), what can hardly be read (dark 0.6, crease 0.5, streak
/// 0.5, under 200 dpi 0.5), a page too many or too few (blank 0.6), what is usual for a page just scanned
/// (size 0.4, not looked at 0.35, not given away 0.3, way up 0.05). A page set aside as blank weighs what is
/// missing to full confidence, others that were set aside only their broken picture. Pure.
std::vector<PageDoubt> doubtsAbout(const Page& page, const PageRelations& relations = {});

/// Whether one should stop at such a page while walking through a stack: more than what every page that just
/// came in has.
bool isWorthAStop(const PageDoubt& doubt);

/// One number in 0..1 for all doubts together: as if each were right by its weight and independent of the
/// others, that one of them is right. No doubt 0; one more never makes it less.
double doubtfulness(const std::vector<PageDoubt>& doubts);

/// Uids of pages, the most doubtful first; those alike stay in the order given.
QStringList byDoubtfulness(const std::vector<Page>& pages, const PageRelations& relations);

} // namespace sohoa::dossier
