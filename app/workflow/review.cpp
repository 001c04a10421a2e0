// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/review.h"

#include "imaging/decode.h"
#include "imaging/edits.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/vault.h"
#include "workflow/componentstates.h"
#include "workflow/treatment.h"
#include "workflow/workspace.h"

#include <algorithm>
#include <set>

namespace sohoa::workflow {

namespace {

using namespace dossier;
using storage::JournalWriter;
using storage::PageAction;

/// What an action makes of the components concerned, those the pages leave included.
Status settle(const storage::Journal& journal, JournalWriter& writer, const PageAction& action)
{
    std::set<QString> dossiers = dossiersOf(action.before);
    dossiers.merge(dossiersOf(action.after));
    return settleComponents(journal, writer, dossiers);
}

/// Journals an action; one that changes nothing is none, and nothing that could be undone.
Status record(storage::Journal& journal, const PageAction& action)
{
    if (action.before == action.after) {
        return {};
    }
    return journal.write([&](JournalWriter& writer) -> Status {
        SOHOA_TRY(writer.recordAction(action));
        return settle(journal, writer, action);
    });
}

/// Undoes or does again. @return the step's word
template<typename Step>
Result<std::optional<QString>> step(storage::Journal& journal, Step take)
{
    std::optional<QString> label;
    SOHOA_TRY(journal.write([&](JournalWriter& writer) -> Status {
        SOHOA_ASSIGN(const std::optional<PageAction> action, take(writer));
        if (!action) {
            return {};
        }
        label = action->label;
        return settle(journal, writer, *action);
    }));
    return label;
}

/// Journals one action on pages: `change` makes "after" of each page.
template<typename Change>
Status act(storage::Journal& journal, const QString& scope, const QString& label, const QStringList& uids,
           Change change)
{
    SOHOA_ASSIGN(const std::vector<Page> before, journal.pages(uids));
    PageAction action{scope, label, before, before};
    for (Page& page : action.after) {
        change(page);
    }
    return record(journal, action);
}

/// Kept pages of a component get the orders 0, 1, 2 ... in the sequence given.
void renumber(std::vector<Page>& pages)
{
    int order = 0;
    for (Page& page : pages) {
        page.order = order++;
    }
}

} // namespace

Review::Review(const Workspace& workspace)
    : m_workspace(workspace)
{
}

Result<std::vector<Page>> Review::pagesOfDossier(const QString& dossierUid) const
{
    SOHOA_ASSIGN(std::vector<Page> pages, m_workspace.journal().pagesOfDossier(dossierUid));
    std::erase_if(pages, [](const Page& page) { return page.state == PageState::Deleted; });
    return pages;
}

Status Review::setAside(const QString& scope, const QStringList& pageUids) const
{
    return act(m_workspace.journal(), scope, QStringLiteral("set-aside"), pageUids, [](Page& page) {
        if (page.state == PageState::Kept) {
            page.state = PageState::SetAside;
            page.reason = SetAsideReason::Clerk;
        }
    });
}

Status Review::bringBack(const QString& scope, const QStringList& pageUids) const
{
    return act(m_workspace.journal(), scope, QStringLiteral("bring-back"), pageUids, [](Page& page) {
        page.state = PageState::Kept;
        page.reason = SetAsideReason::None;
    });
}

Status Review::remove(const QString& scope, const QStringList& pageUids) const
{
    return act(m_workspace.journal(), scope, QStringLiteral("delete"), pageUids,
               [](Page& page) { page.state = PageState::Deleted; });
}

Status Review::turn(const QString& scope, const QStringList& pageUids, int degreesClockwise) const
{
    if (degreesClockwise % 90 != 0) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a turn is a multiple of 90 degrees"));
    }
    return act(m_workspace.journal(), scope, QStringLiteral("turn"), pageUids,
               [degreesClockwise](Page& page) {
                   page.edits.turn = ((page.edits.turn + degreesClockwise) % 360 + 360) % 360;
               });
}

Status Review::clean(const QString& scope, const QStringList& pageUids, const Treatment& treatment) const
{
    const imaging::Cleaning cleaning = cleaningOf(treatment);
    return act(m_workspace.journal(), scope, QStringLiteral("clean"), pageUids, [&cleaning](Page& page) {
        if (page.findings && !page.incomplete) {
            const int turned = page.edits.turn;
            page.edits = imaging::suggestEdits(*page.findings, cleaning);
            page.edits.turn = turned;
        }
    });
}

Status Review::assign(const QString& scope, const QStringList& pageUids, const QString& dossierUid,
                      int component) const
{
    SOHOA_ASSIGN(const std::vector<dossier::Component> components,
                 m_workspace.journal().components(dossierUid));
    const auto target =
        std::find_if(components.begin(), components.end(),
                     [component](const dossier::Component& c) { return c.number == component; });
    if (component != dossier::resultComponent && target == components.end()) {
        return failure(ErrorCode::ComponentUnknown, QString::number(component));
    }
    if (target != components.end() && target->duty != dossier::Duty::Scan) {
        return failure(ErrorCode::ComponentNotScannable, QString::number(component));
    }
    SOHOA_ASSIGN(const std::vector<Page> there,
                 m_workspace.journal().pagesOfComponent(dossierUid, component));
    int order = there.empty() ? 0 : there.back().order + 1;
    return act(m_workspace.journal(), scope, QStringLiteral("assign"), pageUids, [&](Page& page) {
        if (page.dossierUid == dossierUid && page.component == component) {
            return;
        }
        page.dossierUid = dossierUid;
        page.component = component;
        page.order = order++;
    });
}

Status Review::move(const QString& scope, const QStringList& pageUids, const QString& beforeUid) const
{
    if (pageUids.isEmpty()) {
        return {};
    }
    storage::Journal& journal = m_workspace.journal();
    SOHOA_ASSIGN(const std::vector<Page> moved, journal.pages({pageUids.first()}));
    SOHOA_ASSIGN(std::vector<Page> pages,
                 journal.pagesOfComponent(moved.front().dossierUid, moved.front().component));
    PageAction action{scope, QStringLiteral("move"), pages, {}};
    const auto middle = std::stable_partition(
        pages.begin(), pages.end(), [&pageUids](const Page& page) { return !pageUids.contains(page.uid); });
    std::vector<Page> taken(middle, pages.end());
    pages.erase(middle, pages.end());
    const auto target = std::find_if(pages.begin(), pages.end(),
                                     [&beforeUid](const Page& page) { return page.uid == beforeUid; });
    pages.insert(target, taken.begin(), taken.end());
    renumber(pages);
    action.after = std::move(pages);
    return record(journal, action);
}

Result<std::optional<QString>> Review::undo(const QString& scope) const
{
    return step(m_workspace.journal(), [&scope](JournalWriter& writer) { return writer.undo(scope); });
}

Result<std::optional<QString>> Review::redo(const QString& scope) const
{
    return step(m_workspace.journal(), [&scope](JournalWriter& writer) { return writer.redo(scope); });
}

Result<Review::Steps> Review::steps(const QString& scope) const
{
    SOHOA_ASSIGN(const storage::ActionSteps steps, m_workspace.journal().actionSteps(scope));
    return Steps{steps.undo, steps.redo};
}

Result<QImage> Review::picture(const Page& page, int maxSide) const
{
    SOHOA_ASSIGN(const QImage small, original(page, maxSide));
    if (page.width <= 0) {
        return imaging::applyEdits(small, page.edits);
    }
    return imaging::applyEdits(small, scaled(page.edits, static_cast<double>(small.width()) / page.width));
}

Result<QImage> Review::original(const Page& page, int maxSide) const
{
    SOHOA_ASSIGN(const QByteArray bytes, m_workspace.vault().get(page.sha256));
    SOHOA_ASSIGN(imaging::Picture picture, imaging::decodeThumbnail(bytes, page.indexInFile, maxSide));
    return std::move(picture.image);
}

} // namespace sohoa::workflow
