// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/review.h"

#include "imaging/decode.h"
#include "imaging/edits.h"
#include "imaging/encode.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/vault.h"
#include "workflow/componentstates.h"
#include "workflow/treatment.h"
#include "workflow/workspace.h"

#include <algorithm>
#include <map>
#include <set>

namespace sohoa::workflow {

namespace {

using namespace dossier;
using storage::JournalWriter;
using storage::PageAction;

/// Smaller than this, a picture does not show what becomes black and what white.
constexpr double leastOfStrokes = 0.7;

/// What an action makes of the components concerned, those the pages leave included.
Status settle(const storage::Journal& journal, JournalWriter& writer, const PageAction& action)
{
    std::set<QString> dossiers = dossiersOf(action.before);
    dossiers.merge(dossiersOf(action.after));
    return settleComponents(journal, writer, dossiers);
}

/// Journals an action, and in the same transaction what `also` writes; one that changes nothing is none, and
/// nothing that could be undone.
template<typename Also>
Status record(storage::Journal& journal, const PageAction& action, Also also)
{
    if (action.before == action.after) {
        return {};
    }
    return journal.write([&](JournalWriter& writer) -> Status {
        SOHOA_TRY(writer.recordAction(action));
        SOHOA_TRY(also(writer));
        return settle(journal, writer, action);
    });
}

Status record(storage::Journal& journal, const PageAction& action)
{
    return record(journal, action, [](JournalWriter&) -> Status { return {}; });
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

Result<int> Review::clean(const QString& scope, const QStringList& pageUids, const Treatment& treatment) const
{
    const imaging::Cleaning cleaning = cleaningOf(treatment);
    int changed = 0;
    SOHOA_TRY(act(m_workspace.journal(), scope, QStringLiteral("clean"), pageUids, [&](Page& page) {
        if (page.findings && !page.incomplete) {
            const dossier::PageEdits before = page.edits;
            page.edits = imaging::suggestEdits(*page.findings, cleaning);
            page.edits.turn = before.turn;
            changed += page.edits == before ? 0 : 1;
        }
    }));
    return changed;
}

Result<Treatment> Review::treatmentOf(const QString& pageUid) const
{
    SOHOA_ASSIGN(const std::vector<Page> pages, m_workspace.journal().pages({pageUid}));
    SOHOA_ASSIGN(const std::optional<QJsonObject> json,
                 m_workspace.journal().treatment(pages.front().session));
    return json ? treatmentFrom(*json) : Treatment{};
}

Status Review::setNote(const QString& scope, const QStringList& pageUids, dossier::StuckNote note) const
{
    return act(m_workspace.journal(), scope, QStringLiteral("note"), pageUids, [note](Page& page) {
        page.note = note;
        if (note == dossier::StuckNote::None) {
            page.withoutNoteOf.clear();
        }
    });
}

Status Review::excuseNotes(const QString& dossierUid, const QStringList& pageUids) const
{
    storage::Journal& journal = m_workspace.journal();
    SOHOA_ASSIGN(const std::vector<Page> before, journal.pages(pageUids));
    SOHOA_ASSIGN(const HomeSettings settings, m_workspace.settings());
    PageAction action{dossierUid, QStringLiteral("note"), before, before};
    std::map<int, int> excused; // by component
    for (Page& page : action.after) {
        if (page.note != StuckNote::Excused) {
            page.note = StuckNote::Excused;
            ++excused[page.component];
        }
    }
    return record(journal, action, [&](JournalWriter& writer) -> Status {
        for (const auto& [component, pages] : excused) {
            SOHOA_TRY(writer.addEvent(
                {dossierUid,
                 m_workspace.clock().now(),
                 EventKind::NotesExcused,
                 settings.officer,
                 {{QStringLiteral("component"), component}, {QStringLiteral("pages"), pages}}}));
        }
        return {};
    });
}

Status Review::pairNote(const QString& scope, const QString& withUid, const QString& withoutUid) const
{
    if (withUid == withoutUid) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a page is no copy of itself"));
    }
    storage::Journal& journal = m_workspace.journal();
    SOHOA_ASSIGN(const std::vector<Page> pair, journal.pages({withUid, withoutUid}));
    const Page& with = pair.front();
    SOHOA_ASSIGN(std::vector<Page> pages, journal.pagesOfComponent(with.dossierUid, with.component));
    const auto isThere = [&pages](const Page& page) {
        return std::any_of(pages.begin(), pages.end(),
                           [&page](const Page& other) { return other.uid == page.uid; });
    };
    // What comes back from the set aside takes the place it had.
    if (!isThere(with)) {
        pages.insert(std::find_if(pages.begin(), pages.end(),
                                  [&with](const Page& page) { return page.order > with.order; }),
                     with);
    }
    PageAction action{scope, QStringLiteral("note"), pages, {}};
    if (!isThere(pair.back())) {
        action.before.push_back(pair.back());
    }
    std::erase_if(pages, [&withoutUid](const Page& page) { return page.uid == withoutUid; });
    const auto place = std::find_if(pages.begin(), pages.end(),
                                    [&withUid](const Page& page) { return page.uid == withUid; });
    place->note = dossier::StuckNote::Present;
    place->withoutNoteOf.clear();
    Page without = pair.back();
    without.note = dossier::StuckNote::None;
    without.withoutNoteOf = withUid;
    without.dossierUid = with.dossierUid;
    without.component = with.component;
    const auto copy = pages.insert(place + 1, std::move(without));
    for (Page* page : {&*(copy - 1), &*copy}) {
        page->state = PageState::Kept;
        page->reason = SetAsideReason::None;
    }
    renumber(pages);
    action.after = std::move(pages);
    return record(journal, action);
}

Result<dossier::PageRelations> Review::relationsAmong(const std::vector<Page>& pages) const
{
    std::set<QString> sessions;
    for (const Page& page : pages) {
        sessions.insert(page.session);
    }
    std::map<QString, QString> sameSheet;
    for (const QString& session : sessions) {
        SOHOA_ASSIGN(const std::vector<storage::PageLook> looks,
                     m_workspace.journal().looksOfSession(session));
        for (const storage::PageLook& look : looks) {
            if (look.likeUid && !look.likeUid->isEmpty()) {
                sameSheet.emplace(look.pageUid, *look.likeUid);
            }
        }
    }
    return dossier::relationsAmong(pages, sameSheet);
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

Status Review::replace(const QString& scope, const QString& oldUid, const QStringList& byUids) const
{
    if (byUids.isEmpty() || byUids.contains(oldUid)) {
        return {};
    }
    storage::Journal& journal = m_workspace.journal();
    SOHOA_ASSIGN(std::vector<Page> pages, journal.pages(QStringList(oldUid) + byUids));
    const Page old = pages.front();
    SOHOA_ASSIGN(const std::vector<Page> there, journal.pagesOfComponent(old.dossierUid, old.component));
    PageAction action{scope, QStringLiteral("rescan"), pages, {}};
    std::vector<Page> after;
    for (const Page& page : there) {
        if (page.uid != oldUid && !byUids.contains(page.uid)) {
            action.before.push_back(page);
            after.push_back(page);
        }
    }
    std::vector<Page> fresh(pages.begin() + 1, pages.end());
    for (Page& page : fresh) {
        page.dossierUid = old.dossierUid;
        page.component = old.component;
        page.state = PageState::Kept;
        page.reason = SetAsideReason::None;
    }
    fresh.front().note = old.note;
    fresh.front().withoutNoteOf = old.withoutNoteOf;
    for (Page& page : after) {
        if (page.withoutNoteOf == oldUid) {
            page.withoutNoteOf = fresh.front().uid;
        }
    }
    const auto place =
        std::find_if(after.begin(), after.end(), [&old](const Page& page) { return page.order > old.order; });
    after.insert(place, fresh.begin(), fresh.end());
    renumber(after);
    Page& setAside = pages.front();
    setAside.state = PageState::SetAside;
    setAside.reason = SetAsideReason::Clerk;
    setAside.note = StuckNote::None;
    setAside.withoutNoteOf.clear();
    action.after = std::move(after);
    action.after.push_back(setAside);
    // Taken back, the old page lies where it lay, and the new ones are there to be brought back.
    for (Page& page : action.before) {
        if (byUids.contains(page.uid)) {
            page.state = PageState::SetAside;
            page.reason = SetAsideReason::Clerk;
        }
    }
    return record(journal, action);
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
    const double scale = page.width > 0 ? static_cast<double>(small.width()) / page.width : 1;
    SOHOA_ASSIGN(QImage edited, imaging::applyEdits(small, scaled(page.edits, scale)));
    const dossier::ColourMode mode = std::max(page.mode, page.edits.mode.value_or(page.mode));
    if (mode == page.mode) {
        return edited;
    }
    edited = edited.convertToFormat(QImage::Format_Grayscale8);
    // Black and white is decided by the strokes of the scan: in a small picture there are none left.
    if (mode == dossier::ColourMode::Bilevel && scale > leastOfStrokes) {
        return imaging::toBilevel(edited);
    }
    return edited;
}

Result<QImage> Review::original(const Page& page, int maxSide) const
{
    SOHOA_ASSIGN(const QByteArray bytes, m_workspace.vault().get(page.sha256));
    SOHOA_ASSIGN(imaging::Picture picture, imaging::decodeThumbnail(bytes, page.indexInFile, maxSide));
    return std::move(picture.image);
}

} // namespace sohoa::workflow
