// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/pagedoubts.h"

#include <algorithm>
#include <utility>

namespace sohoa::dossier {

namespace {

double weightOf(QualityFinding finding)
{
    switch (finding) {
    case QualityFinding::CutEdge:
    case QualityFinding::Blur:
        return 0.7;
    case QualityFinding::Dark:
        return 0.6;
    case QualityFinding::Fold:
    case QualityFinding::Streak:
    case QualityFinding::LowResolution:
        return 0.5;
    case QualityFinding::WrongSize:
        return 0.4;
    }
    return 0;
}

/// What is known from the page's own picture.
void addFindings(const Page& page, std::vector<PageDoubt>& doubts)
{
    const PageFindings& findings = *page.findings;
    if (findings.unreadSheet) {
        doubts.push_back({.reason = DoubtReason::UnreadSheet, .weight = 0.95});
    }
    for (const QualityFinding finding : findings.quality.findings) {
        doubts.push_back({.reason = DoubtReason::Quality, .weight = weightOf(finding), .finding = finding});
    }
    if (findings.blank) {
        doubts.push_back({.reason = DoubtReason::Blank, .weight = 0.6});
    } else if (!findings.orientation) {
        doubts.push_back({.reason = DoubtReason::WayUp, .weight = 0.05});
    }
}

/// What was set aside is no part of any paper: only what may belong there after all is a doubt.
void addSetAside(const Page& page, std::vector<PageDoubt>& doubts)
{
    if (page.reason == SetAsideReason::Unreadable && !page.incomplete) {
        doubts.push_back({.reason = DoubtReason::Unreadable, .weight = 1});
    }
    if (page.reason == SetAsideReason::Blank && page.findings && page.findings->blankConfidence < 1) {
        doubts.push_back({.reason = DoubtReason::Blank, .weight = 1 - page.findings->blankConfidence});
    }
    if (page.reason == SetAsideReason::Separator && page.findings && page.findings->unreadSheet) {
        doubts.push_back({.reason = DoubtReason::UnreadSheet, .weight = 0.95});
    }
}

} // namespace

PageRelations relationsAmong(const std::vector<Page>& pages, const std::map<QString, QString>& sameSheet)
{
    PageRelations relations;
    relations.gaps = noteGaps(pages);
    std::map<QString, const Page*> byUid;
    std::map<std::pair<QString, int>, const Page*> byContent;
    for (const Page& page : pages) {
        byUid.emplace(page.uid, &page);
    }
    // What is entered first stays: a copy without the slip before a sheet that only looks the same.
    const auto join = [&relations](const QString& one, const QString& other) {
        relations.partners.emplace(one, other);
        relations.partners.emplace(other, one);
    };
    for (const Page& page : pages) {
        if (!page.withoutNoteOf.isEmpty() && byUid.contains(page.withoutNoteOf)) {
            join(page.uid, page.withoutNoteOf);
        }
    }
    for (const Page& page : pages) {
        const auto same = sameSheet.find(page.uid);
        const auto other = same == sameSheet.end() ? byUid.end() : byUid.find(same->second);
        if (other != byUid.end()) {
            join(page.uid, other->first);
            if (page.state == PageState::Kept && other->second->state == PageState::Kept &&
                !isNotePair(page, *other->second)) {
                relations.like.emplace(page.uid, other->first);
            }
        }
    }
    for (const Page& page : pages) {
        const auto [first, isFirst] = byContent.try_emplace({page.sha256, page.indexInFile}, &page);
        if (!isFirst && !page.sha256.isEmpty()) {
            join(page.uid, first->second->uid);
        }
    }
    return relations;
}

std::vector<PageDoubt> doubtsAbout(const Page& page, const PageRelations& relations)
{
    std::vector<PageDoubt> doubts;
    if (page.incomplete) {
        doubts.push_back({.reason = DoubtReason::Incomplete, .weight = 1});
    }
    if (page.state != PageState::Kept) {
        addSetAside(page, doubts);
    } else {
        if (const auto gap = relations.gaps.find(page.uid); gap != relations.gaps.end()) {
            doubts.push_back({.reason = DoubtReason::NoteGap, .weight = 0.9, .gap = gap->second});
        }
        if (relations.like.contains(page.uid)) {
            doubts.push_back({.reason = DoubtReason::LooksAlike, .weight = 0.8});
        }
        if (page.findings) {
            addFindings(page, doubts);
        } else if (!page.incomplete) {
            doubts.push_back({.reason = DoubtReason::NotExamined, .weight = 0.35});
        }
        if (page.component == 0) {
            doubts.push_back({.reason = DoubtReason::Unassigned, .weight = 0.3});
        }
    }
    std::stable_sort(doubts.begin(), doubts.end(),
                     [](const PageDoubt& a, const PageDoubt& b) { return a.weight > b.weight; });
    return doubts;
}

bool isWorthAStop(const PageDoubt& doubt)
{
    switch (doubt.reason) {
    case DoubtReason::NotExamined:
    case DoubtReason::Unassigned:
    case DoubtReason::WayUp:
        return false;
    case DoubtReason::Incomplete:
    case DoubtReason::Unreadable:
    case DoubtReason::UnreadSheet:
    case DoubtReason::NoteGap:
    case DoubtReason::LooksAlike:
    case DoubtReason::Quality:
    case DoubtReason::Blank:
        return true;
    }
    return true;
}

double doubtfulness(const std::vector<PageDoubt>& doubts)
{
    double allWrong = 1;
    for (const PageDoubt& doubt : doubts) {
        allWrong *= 1 - std::clamp(doubt.weight, 0.0, 1.0);
    }
    return 1 - allWrong;
}

QStringList byDoubtfulness(const std::vector<Page>& pages, const PageRelations& relations)
{
    std::vector<std::pair<double, QString>> order;
    order.reserve(pages.size());
    for (const Page& page : pages) {
        order.emplace_back(doubtfulness(doubtsAbout(page, relations)), page.uid);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    QStringList uids;
    for (const auto& [doubt, uid] : order) {
        uids.append(uid);
    }
    return uids;
}

} // namespace sohoa::dossier
