// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/sessionaccount.h"

#include "dossier/notes.h"

#include <algorithm>
#include <map>

namespace sohoa::workflow {

namespace {

using dossier::Page;
using dossier::PageState;
using dossier::SetAsideReason;
using storage::FedSide;

/// The scanner's own count: 1, 2, 3 ..., in a further round from 1 again or on from the last.
void checkNumbers(const std::vector<FedSide>& sides, std::vector<Doubt>& doubts)
{
    int round = 0;
    int last = 0;
    for (const FedSide& side : sides) {
        if (side.round != round) {
            round = side.round;
            last = side.number == 1 ? 0 : last;
        }
        if (side.number > last + 1) {
            doubts.push_back({DoubtKind::NumberSkipped, side.position, -1, last + 1, side.number});
        } else if (side.number <= last) {
            doubts.push_back({DoubtKind::NumberAgain, side.position, -1, last + 1, side.number});
        }
        last = std::max(last, side.number);
    }
}

/// What the separators say, for the pages that still count.
std::vector<dossier::StackAlarm> alarmsOf(const std::vector<Page>& pages,
                                          const dossier::SeparationRules& rules)
{
    std::vector<dossier::StackPage> stack;
    for (const Page& page : pages) {
        const bool counts = page.state != PageState::Deleted && page.reason != SetAsideReason::Repeated;
        if (counts) {
            stack.push_back({page.uid, page.findings.value_or(dossier::PageFindings{})});
        }
    }
    return dossier::planStack(stack, rules).alarms;
}

} // namespace

bool concernsPictureOnly(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FormatUnknown:
    case ErrorCode::FormatMismatch:
    case ErrorCode::FormatNotInstalled:
    case ErrorCode::ImageTruncated:
    case ErrorCode::ImageDamaged:
    case ErrorCode::ImageTooLarge:
    case ErrorCode::ImageTooSmall:
        return true;
    default:
        return false;
    }
}

bool isWrittenOn(const Page& page)
{
    return !page.findings || !page.findings->blank ||
           page.findings->blankConfidence < dossier::blankConfidenceNeeded;
}

std::vector<std::pair<int, int>> sameContent(const std::vector<Page>& pages)
{
    std::map<std::pair<QString, int>, const Page*> first;
    std::vector<std::pair<int, int>> same;
    for (const Page& page : pages) {
        if (page.state == PageState::Deleted || page.reason == SetAsideReason::Repeated) {
            continue; // what does not count must not make a copy that counts look superfluous
        }
        const auto [known, isFirst] = first.try_emplace({page.sha256, page.indexInFile}, &page);
        if (!isFirst && isWrittenOn(page) && !dossier::isNotePair(page, *known->second)) {
            same.emplace_back(page.position, known->second->position);
        }
    }
    return same;
}

Standing standingOf(const storage::Feed& feed, const std::vector<FedSide>& sides,
                    const std::vector<Page>& pages)
{
    std::map<QString, const Page*> byUid;
    for (const Page& page : pages) {
        byUid[page.uid] = &page;
    }
    const auto pageOf = [&byUid](const FedSide& side) -> const Page* {
        const auto found = byUid.find(side.pageUid);
        return found == byUid.end() ? nullptr : found->second;
    };
    Standing standing;
    const int lastRound = sides.empty() ? 0 : sides.back().round;
    standing.whole = lastRound == feed.round ? feed.ended == QLatin1String(endedWhole)
                                             : feed.ended == QLatin1String(begunBehindWhole) ||
                                                   feed.ended == QLatin1String(endedWhole);
    std::map<int, int> came; // sides by round that lay in the feeder once
    std::vector<const FedSide*> last;
    for (const FedSide& side : sides) {
        if (side.round == lastRound && !standing.whole) {
            last.push_back(&side);
            continue;
        }
        const Page* page = pageOf(side);
        came[side.round] += page != nullptr && page->reason == SetAsideReason::Repeated ? 0 : 1;
    }
    for (const auto& [round, count] : came) {
        // Devices leave out the back of the last sheet.
        standing.sheets += (count + feed.sidesPerSheet - 1) / feed.sidesPerSheet;
    }
    if (!last.empty()) {
        // As FeedRun counts: a sheet of which a side is missing is fed again with all its sides.
        const Page* page = pageOf(*last.back());
        const std::size_t good = last.size() - (page != nullptr && page->incomplete ? 1 : 0);
        const std::size_t sheets = good / static_cast<std::size_t>(feed.sidesPerSheet);
        standing.sheets += static_cast<int>(sheets);
        for (std::size_t i = sheets * static_cast<std::size_t>(feed.sidesPerSheet); i < last.size(); ++i) {
            standing.comeAgain.push_back(last[i]->position);
        }
    }
    return standing;
}

SessionAccount accountOf(const storage::Session& session, const storage::Feed& feed,
                         const std::vector<FedSide>& sides, const std::vector<Page>& pages,
                         const std::vector<Twin>& twins, const dossier::SeparationRules& rules)
{
    SessionAccount account;
    account.fed = static_cast<int>(sides.size());
    account.expectedSheets = session.expectedSheets;
    account.sidesPerSheet = feed.sidesPerSheet;
    account.explained = feed.explainedAt.has_value();
    account.dirtyGlass = dirtyGlassAmong(pages, feed.sidesPerSheet);
    std::map<QString, const Page*> byUid;
    for (const Page& page : pages) {
        byUid[page.uid] = &page;
        if (page.state == PageState::Deleted) {
            ++account.deleted;
        } else if (page.state == PageState::Kept) {
            ++account.kept;
        } else {
            ++(page.reason == SetAsideReason::Repeated ? account.repeated : account.setAside);
        }
    }
    // What came twice lay in the feeder once.
    const int came = account.fed - account.repeated;
    if (session.expectedSheets && *session.expectedSheets * feed.sidesPerSheet != came) {
        account.doubts.push_back(
            {DoubtKind::CountDiffers, -1, -1, *session.expectedSheets * feed.sidesPerSheet, came});
    }
    if (feed.sidesPerSheet == 2 && came % 2 != 0) {
        account.doubts.push_back({DoubtKind::OddSides, -1, -1, came + 1, came});
    }
    if (feed.round > 0 && feed.ended != QLatin1String(endedWhole)) {
        account.doubts.push_back({DoubtKind::EndedEarly, -1, -1, 0, account.fed});
    }
    checkNumbers(sides, account.doubts);
    const std::vector<std::pair<int, int>> same = sameContent(pages);
    for (const Page& page : pages) {
        const auto twin = std::find_if(same.begin(), same.end(),
                                       [&page](const auto& pair) { return pair.first == page.position; });
        if (twin != same.end() && page.state == PageState::Kept) {
            account.doubts.push_back({DoubtKind::SameContent, page.position, twin->second, 0, 0});
        }
        if (page.incomplete && page.state != PageState::Deleted && page.reason != SetAsideReason::Repeated) {
            account.doubts.push_back({DoubtKind::Incomplete, page.position, -1, 0, 0});
        }
    }
    for (const Twin& twin : twins) {
        account.doubts.push_back({DoubtKind::LooksAlike, twin.position, twin.other, 0, 0});
    }
    account.alarms = alarmsOf(pages, rules);
    for (const dossier::StackAlarm& alarm : account.alarms) {
        // Whose pages they are is another question than whether all of them came.
        if (alarm.kind == dossier::StackAlarmKind::NotAssigned) {
            continue;
        }
        const auto page = byUid.find(alarm.pageUid);
        account.doubts.push_back({DoubtKind::SeparatorDoubts,
                                  page == byUid.end() ? -1 : page->second->position, -1, alarm.expected,
                                  alarm.seen});
    }
    return account;
}

} // namespace sohoa::workflow
