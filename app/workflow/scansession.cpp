// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/scansession.h"

#include "base/digest.h"
#include "base/words.h"
#include "capture/scanner.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/vault.h"
#include "workflow/separationrules.h"
#include "workflow/sessionaccount.h"
#include "workflow/workspace.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <map>

namespace sohoa::workflow {

namespace {

using dossier::Page;
using dossier::PageState;
using dossier::SetAsideReason;
using dossier::StackCut;
using storage::Feed;
using storage::JournalWriter;

constexpr std::array<Word<DoubtKind>, 10> doubtKinds = {{{DoubtKind::CountDiffers, "count-differs"},
                                                         {DoubtKind::OddSides, "odd-sides"},
                                                         {DoubtKind::NumberSkipped, "number-skipped"},
                                                         {DoubtKind::NumberAgain, "number-again"},
                                                         {DoubtKind::SameContent, "same-content"},
                                                         {DoubtKind::LooksAlike, "looks-alike"},
                                                         {DoubtKind::Incomplete, "incomplete"},
                                                         {DoubtKind::EndedEarly, "ended-early"},
                                                         {DoubtKind::Damaged, "damaged"},
                                                         {DoubtKind::SeparatorDoubts, "separator-doubts"}}};

/// The bytes of a page as the scanner gave them, in memory or mapped from its file.
class RawPage
{
public:
    Status open(const capture::ScannedPage& scanned)
    {
        m_bytes = scanned.bytes;
        if (scanned.file.isEmpty()) {
            return {};
        }
        m_file.setFileName(scanned.file);
        if (!m_file.open(QIODevice::ReadOnly)) {
            return failure(ErrorCode::FileUnreadable, m_file.errorString());
        }
        uchar* mapped = m_file.map(0, m_file.size());
        if (mapped == nullptr) {
            return failure(ErrorCode::FileUnreadable, m_file.errorString());
        }
        m_bytes = QByteArray::fromRawData(reinterpret_cast<const char*>(mapped), m_file.size());
        return {};
    }
    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }

private:
    QFile m_file;
    QByteArray m_bytes;
};

/// A page of bytes that are no picture: kept all the same, so that nothing the scanner gave is lost.
IncomingPage unreadable(const QByteArray& bytes, dossier::PageFormat format)
{
    IncomingPage incoming;
    incoming.bytes = bytes;
    incoming.page.sha256 = sha256Hex(bytes);
    incoming.page.format = format;
    incoming.page.bytes = bytes.size();
    incoming.page.incomplete = true;
    incoming.page.state = PageState::SetAside;
    incoming.page.reason = SetAsideReason::Unreadable;
    return incoming;
}

} // namespace

QString toString(DoubtKind kind)
{
    return wordOf(doubtKinds, kind);
}

ScanSession::ScanSession(const Workspace& workspace, Stack stack)
    : m_workspace(&workspace)
    , m_stack(std::move(stack))
{
}

Result<ScanSession> ScanSession::begin(const Workspace& workspace, const Setup& setup)
{
    if (setup.sidesPerSheet < 1 || setup.sidesPerSheet > 2) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a sheet has one side or two"));
    }
    storage::Session session;
    session.uid = dossier::newUid();
    session.key = session.uid;
    session.kind = setup.files ? storage::SessionKind::Files : storage::SessionKind::Scanner;
    session.title = setup.title;
    session.startedAt = workspace.clock().now();
    session.expectedSheets = setup.expectedSheets;
    Feed feed;
    feed.session = session.uid;
    feed.sidesPerSheet = setup.sidesPerSheet;
    if (setup.target) {
        feed.dossierUid = setup.target->dossierUid;
        feed.component = setup.target->component;
    }
    SOHOA_TRY(workspace.journal().write([&](JournalWriter& writer) -> Status {
        SOHOA_TRY(writer.openSession(session));
        SOHOA_TRY(setSeparationRules(writer, session.uid, setup.rules));
        return writer.setFeed(feed);
    }));
    return resume(workspace, session.uid);
}

Result<ScanSession> ScanSession::resume(const Workspace& workspace, const QString& uid)
{
    SOHOA_ASSIGN(const std::optional<Feed> feed, workspace.journal().feed(uid));
    if (!feed) {
        return failure(ErrorCode::NotFound, QStringLiteral("scan session"));
    }
    SOHOA_ASSIGN(Stack stack, Stack::find(workspace, uid));
    SOHOA_ASSIGN(const std::vector<storage::FedSide> sides, workspace.journal().fedSides(uid));
    ScanSession session(workspace, std::move(stack));
    session.m_next = sides.empty() ? 0 : sides.back().position + 1;
    session.m_round = feed->round;
    return session;
}

Result<std::vector<UnfinishedSession>> ScanSession::unfinished(const Workspace& workspace)
{
    SOHOA_ASSIGN(const std::vector<storage::Session> open, workspace.journal().openSessions());
    std::vector<UnfinishedSession> unfinished;
    for (const storage::Session& session : open) {
        SOHOA_ASSIGN(const std::optional<Feed> feed, workspace.journal().feed(session.uid));
        if (!feed) {
            continue; // files: whoever gives them again goes on by himself
        }
        SOHOA_ASSIGN(const std::vector<storage::FedSide> sides, workspace.journal().fedSides(session.uid));
        UnfinishedSession found{
            session.uid, session.title, session.startedAt, {}, static_cast<int>(sides.size())};
        if (!feed->dossierUid.isEmpty()) {
            found.target = Target{feed->dossierUid, feed->component};
        }
        unfinished.push_back(std::move(found));
    }
    return unfinished;
}

Status ScanSession::changeFeed(const std::function<void(Feed&)>& change) const
{
    return m_workspace->journal().write([&](JournalWriter& writer) -> Status {
        SOHOA_ASSIGN(std::optional<Feed> feed, m_workspace->journal().feed(uid()));
        if (!feed) {
            return failure(ErrorCode::NotFound, QStringLiteral("scan session"));
        }
        change(*feed);
        return writer.setFeed(*feed);
    });
}

Status ScanSession::expect(std::optional<int> sheets) const
{
    return m_workspace->journal().write(
        [&](JournalWriter& writer) { return writer.setExpectedSheets(uid(), sheets); });
}

Result<Standing> ScanSession::standing() const
{
    SOHOA_ASSIGN(const std::optional<Feed> feed, m_workspace->journal().feed(uid()));
    if (!feed) {
        return failure(ErrorCode::NotFound, QStringLiteral("scan session"));
    }
    SOHOA_ASSIGN(const std::vector<storage::FedSide> sides, m_workspace->journal().fedSides(uid()));
    SOHOA_ASSIGN(const std::vector<Page> pages, m_stack.pages());
    return standingOf(*feed, sides, pages);
}

Status ScanSession::beginRound()
{
    SOHOA_ASSIGN(Standing now, standing());
    const int round = m_round + 1;
    SOHOA_TRY(changeFeed([&](Feed& feed) {
        feed.round = round;
        feed.ended = now.whole ? QString::fromLatin1(begunBehindWhole) : QString();
    }));
    m_round = round;
    m_comeAgain = std::move(now.comeAgain);
    return {};
}

Status ScanSession::endRound(const std::optional<ErrorCode>& fault)
{
    SOHOA_ASSIGN(const std::vector<storage::FedSide> sides, m_workspace->journal().fedSides(uid()));
    const bool anyCame = !sides.empty() && sides.back().round == m_round;
    return changeFeed([&](Feed& feed) {
        if (!fault) {
            feed.ended = QString::fromLatin1(endedWhole);
        } else if (anyCame || feed.ended != QLatin1String(begunBehindWhole)) {
            feed.ended = toString(*fault);
        }
    });
}

Result<Page> ScanSession::take(const capture::ScannedPage& scanned)
{
    RawPage raw;
    SOHOA_TRY(raw.open(scanned));
    std::optional<Page> kept;
    const auto keep = [&](IncomingPage&& incoming) -> Status {
        incoming.page.incomplete = incoming.page.incomplete || scanned.incomplete;
        SOHOA_ASSIGN(const Page page, keepSide(std::move(incoming), scanned.source, scanned.number,
                                               m_workspace->clock().now()));
        kept = kept ? kept : page;
        return {};
    };
    Status stored;
    const Result<int> taken =
        takePages(raw.bytes(), scanned.source, StopToken(),
                  [&](IncomingPage&& incoming) -> Status { return stored = keep(std::move(incoming)); });
    if (!stored) {
        return failure(stored.error()); // the disk, the journal: the feeder must stop
    }
    // Whatever else is wrong lies in what the scanner gave, be it a picture, or a PDF from some page on.
    if (!taken || !kept) {
        SOHOA_TRY(keep(unreadable(raw.bytes(), scanned.format)));
    }
    return *kept;
}

Result<Page> ScanSession::keep(IncomingPage&& incoming, const QString& source, const QDateTime& madeAt)
{
    return keepSide(std::move(incoming), source, m_next + 1, madeAt);
}

Result<Page> ScanSession::keepSide(IncomingPage&& incoming, const QString& source, int number,
                                   const QDateTime& madeAt)
{
    const int position = m_next;
    const QDateTime now = m_workspace->clock().now();
    SOHOA_ASSIGN(
        const Stack::Added added,
        m_stack.addPage(std::move(incoming), position, source, madeAt,
                        [&](JournalWriter& writer, const Page& page) -> Status {
                            SOHOA_TRY(writer.addFedSide(uid(), {position, page.uid, m_round, number, now}));
                            return setRepeated(writer, m_comeAgain);
                        }));
    m_comeAgain.clear();
    m_next = position + 1;
    return added.page;
}

Status ScanSession::setRepeated(const std::vector<int>& positions) const
{
    return m_workspace->journal().write(
        [&](JournalWriter& writer) { return setRepeated(writer, positions); });
}

Status ScanSession::setRepeated(JournalWriter& writer, const std::vector<int>& positions) const
{
    if (positions.empty()) {
        return {};
    }
    SOHOA_ASSIGN(const std::vector<Page> pages, m_stack.pages());
    for (Page page : pages) {
        if (std::find(positions.begin(), positions.end(), page.position) != positions.end()) {
            page.state = PageState::SetAside;
            page.reason = SetAsideReason::Repeated;
            SOHOA_TRY(writer.setPage(page));
        }
    }
    return {};
}

Status ScanSession::look(const StopToken& stop, const std::function<void(const Page&)>& progress) const
{
    SOHOA_TRY(m_stack.examine(stop, progress));
    SOHOA_ASSIGN(const std::vector<Page> pages, m_stack.pages());
    std::vector<int> again;
    for (const auto& [position, other] : sameContent(pages)) {
        const auto page = std::find_if(pages.begin(), pages.end(),
                                       [at = position](const Page& p) { return p.position == at; });
        // What a person brought back stays.
        if (page->state == PageState::Kept && page->reason == SetAsideReason::None) {
            again.push_back(position);
        }
    }
    return m_stack.isClosed() || again.empty() ? Status() : setRepeated(again);
}

Result<std::optional<Target>> ScanSession::target() const
{
    SOHOA_ASSIGN(const std::optional<Feed> feed, m_workspace->journal().feed(uid()));
    if (!feed || feed->dossierUid.isEmpty()) {
        return std::optional<Target>();
    }
    return Target{feed->dossierUid, feed->component};
}

Result<StackCut> ScanSession::proposeCut() const
{
    SOHOA_ASSIGN(const std::optional<Target> target, target());
    return workflow::proposeCut(*m_workspace, m_stack, target);
}

Result<bool> ScanSession::asksFor(const StackCut& cut) const
{
    if (m_stack.isClosed() || !(cut.parted || cut.nobodys() > 0)) {
        return false;
    }
    SOHOA_ASSIGN(const std::vector<Page> pages, m_stack.pages());
    return std::any_of(pages.begin(), pages.end(), [](const Page& page) {
        return page.state == PageState::Kept && page.dossierUid.isEmpty();
    });
}

Result<Reconciliation> ScanSession::commitCut(const StackCut& cut) const
{
    SOHOA_ASSIGN(const std::optional<Target> target, target());
    return workflow::commitCut(*m_workspace, m_stack, cut, target);
}

Result<Reconciliation> ScanSession::cut() const
{
    SOHOA_ASSIGN(const std::optional<Target> target, target());
    return cutStack(*m_workspace, m_stack, target);
}

Result<Reconciliation> ScanSession::read(const StopToken& stop,
                                         const std::function<void(const Page&)>& progress) const
{
    SOHOA_TRY(look(stop, progress));
    return cut();
}

Result<SessionAccount> ScanSession::account() const
{
    const storage::Journal& journal = m_workspace->journal();
    SOHOA_ASSIGN(const std::optional<storage::Session> session, journal.session(uid()));
    SOHOA_ASSIGN(const std::optional<Feed> feed, journal.feed(uid()));
    SOHOA_ASSIGN(const std::vector<storage::FedSide> sides, journal.fedSides(uid()));
    SOHOA_ASSIGN(const std::vector<Page> pages, m_stack.pages());
    SOHOA_ASSIGN(const std::vector<storage::PageLook> looks, journal.looksOfSession(uid()));
    if (!session || !feed) {
        return failure(ErrorCode::NotFound, QStringLiteral("scan session"));
    }
    SOHOA_ASSIGN(const dossier::SeparationRules rules, separationRules(*m_workspace, uid()));
    return accountOf(*session, *feed, sides, pages, twinsAmong(pages, looks), rules);
}

Result<std::vector<int>> ScanSession::recheck(const StopToken& stop) const
{
    SOHOA_ASSIGN(const std::vector<Page> pages, m_stack.pages());
    std::vector<int> damaged;
    for (const Page& page : pages) {
        if (stop.stop_requested()) {
            return failure(ErrorCode::Cancelled);
        }
        const Result<QByteArray> bytes = m_workspace->vault().get(page.sha256); // compares with its name
        if (!bytes || bytes->size() != page.bytes) {
            damaged.push_back(page.position);
        }
    }
    return damaged;
}

Status ScanSession::close(Closing closing)
{
    if (isClosed()) {
        return {};
    }
    SOHOA_ASSIGN(const SessionAccount now, account());
    if (!now.addsUp() && closing == Closing::WhenItAddsUp) {
        return failure(ErrorCode::SheetsUnexplained, now.doubts.empty()
                                                         ? QStringLiteral("fed is not kept and set aside")
                                                         : toString(now.doubts.front().kind));
    }
    SOHOA_ASSIGN(const HomeSettings settings, m_workspace->settings());
    SOHOA_TRY(m_workspace->journal().write([&](JournalWriter& writer) -> Status {
        if (!now.addsUp()) {
            SOHOA_ASSIGN(std::optional<Feed> feed, m_workspace->journal().feed(uid()));
            feed->explainedBy = settings.officer;
            feed->explainedAt = m_workspace->clock().now();
            for (const Doubt& doubt : now.doubts) {
                feed->doubts += toString(doubt.kind);
            }
            SOHOA_TRY(writer.setFeed(*feed));
        }
        return writer.setSessionState(uid(), storage::SessionState::Closed);
    }));
    SOHOA_ASSIGN(m_stack, Stack::find(*m_workspace, uid()));
    return {};
}

} // namespace sohoa::workflow
