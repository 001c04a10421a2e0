// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/deliveryrun.h"

#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "sync/keys.h"
#include "sync/logentry.h"
#include "workflow/carrydelivery.h"
#include "workflow/entrycutting.h"
#include "workflow/ownlog.h"
#include "workflow/queuestate.h"
#include "workflow/uploads.h"
#include "workflow/workspace.h"

#include <QRandomGenerator>

#include <algorithm>

namespace sohoa::workflow {

using namespace std::chrono_literals;
using dossier::DeliveryState;
using storage::JournalWriter;
using storage::OutboxItem;
using storage::OutboxKind;
using sync::DeliveryStep;

namespace {

/// Items of the outbox in memory at a time.
constexpr int piece = 500;
/// How often it is looked whether somebody asked to stop.
constexpr auto glance = 100ms;

double random()
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace

DeliveryRun::DeliveryRun(const Workspace& workspace, sync::Warehouse& warehouse, Setup setup, StopToken stop)
    : m_workspace(workspace)
    , m_warehouse(warehouse)
    , m_setup(std::move(setup))
    , m_stop(std::move(stop))
{
}

QDateTime DeliveryRun::now() const
{
    return m_workspace.clock().now();
}

storage::Journal& DeliveryRun::journal() const
{
    return m_workspace.journal();
}

Status DeliveryRun::deliver()
{
    SOHOA_ASSIGN(m_pause, queuePause(journal()));
    if (m_pause && m_pause->until > now() && !m_setup.force) {
        m_summary.stoppedBy = Error{m_pause->cause, {}};
        return {};
    }
    SOHOA_TRY(journal().write([](JournalWriter& writer) { return writer.resetSending(); }));
    m_sinceEntry.start();
    SOHOA_TRY(sendPapers());
    const auto mayGoOn = [this] {
        return !m_summary.stoppedBy && (!m_summary.held || m_summary.held->entriesGo());
    };
    if (mayGoOn()) {
        SOHOA_TRY(sendEntries());
    }
    if (mayGoOn()) {
        SOHOA_TRY(sendCarried());
    }
    if (mayGoOn()) {
        Status cleared = clearAwayUploads(journal(), m_warehouse, m_stop);
        if (!cleared && !sync::isWarehouseAway(cleared.error().code)) {
            return cleared;
        } // else the next run does it: nothing depends on it
    }
    m_summary.clockOffset = m_warehouse.clockOffset();
    return {};
}

Status DeliveryRun::sendPapers()
{
    SOHOA_ASSIGN(const std::vector<storage::OutboxPlace> due, journal().papersDue(m_setup.force));
    std::vector<sync::DueItem> items;
    items.reserve(due.size());
    std::transform(due.begin(), due.end(), std::back_inserter(items), [](const storage::OutboxPlace& place) {
        return sync::DueItem{place.id, place.bytes, place.since};
    });
    std::vector<qint64> ids = sync::sendingOrder(std::move(items), now());
    SOHOA_ASSIGN(bool stops, papersStop());
    if (ids.empty() || stops) {
        return m_stop.stop_requested() ? Status(failure(ErrorCode::Cancelled)) : Status();
    }
    m_progress.total = static_cast<int>(ids.size());
    std::reverse(ids.begin(), ids.end()); // the next one is at the end
    PaperLanes lanes(
        m_workspace, m_warehouse,
        {m_warehouse.lanes(), [this](const OutboxItem& item, qint64 done) { tellPart(item, done); }});
    bool stopping = false;
    while (lanes.underWay() > 0 || (!stopping && !ids.empty())) {
        SOHOA_ASSIGN(stops, papersStop());
        if (!stopping && stops) {
            lanes.stop();
            stopping = true;
        }
        if (!stopping) {
            SOHOA_TRY(feed(lanes, ids));
        }
        SOHOA_TRY(take(lanes.news(glance)));
        if (!stopping && !m_summary.stoppedBy && m_sinceEntry.hasExpired(m_setup.entryPause.count())) {
            SOHOA_TRY(sendEntries());
        }
    }
    return m_stop.stop_requested() ? Status(failure(ErrorCode::Cancelled)) : Status();
}

Result<bool> DeliveryRun::papersStop()
{
    if (m_setup.hold && !m_summary.held) {
        SOHOA_ASSIGN(m_summary.held, m_setup.hold());
    }
    return m_stop.stop_requested() || m_summary.stoppedBy || m_summary.held;
}

Status DeliveryRun::feed(PaperLanes& lanes, std::vector<qint64>& ids)
{
    std::vector<OutboxItem> items;
    for (int room = lanes.room(); room > 0 && !ids.empty(); --room) {
        SOHOA_ASSIGN(const std::optional<OutboxItem> item, journal().outboxItem(ids.back()));
        ids.pop_back();
        if (item) { // else it was confirmed meanwhile
            items.push_back(*item);
        }
    }
    if (items.empty()) {
        return {};
    }
    SOHOA_TRY(journal().write([&](JournalWriter& writer) -> Status {
        for (const OutboxItem& item : items) {
            SOHOA_TRY(writer.setOutboxState(item.id, DeliveryState::Sending, item.reason, item.attempts,
                                            item.nextTry));
        }
        return {};
    }));
    for (OutboxItem& item : items) {
        m_states[item.id] = DeliveryState::Sending;
        tellProgress(item.title);
        lanes.send(std::move(item));
    }
    return {};
}

Status DeliveryRun::take(const std::vector<PaperNews>& news)
{
    if (news.empty()) {
        return {};
    }
    SOHOA_TRY(journal().write([&](JournalWriter& writer) -> Status {
        for (const PaperNews& one : news) {
            SOHOA_TRY(takeOne(writer, one));
        }
        return {};
    }));
    bool answered = false;
    for (const PaperNews& one : news) {
        answered = answered || one.step != DeliveryStep::Failed;
        if (one.step == DeliveryStep::Stored) {
            ++m_summary.papersSent;
            m_summary.bytesSent += one.bytesSent;
        } else {
            m_states.erase(one.item.id);
            tellEnd(one.item);
        }
    }
    return answered && !m_summary.stoppedBy ? endPause() : Status();
}

Status DeliveryRun::takeOne(JournalWriter& writer, const PaperNews& news)
{
    const OutboxItem& item = news.item;
    DeliveryState& state = m_states[item.id];
    if (news.step == DeliveryStep::Failed) {
        return noteFailure(writer, item, state, *news.error);
    }
    const std::optional<DeliveryState> next = sync::after(state, news.step);
    if (!next) {
        return failure(ErrorCode::Internal,
                       QStringLiteral("a paper that is %1").arg(dossier::toString(state)));
    }
    state = *next;
    if (state == DeliveryState::Confirmed) {
        return writer.confirmBlob(item.sha256, sync::blobKey(item.sha256), item.bytes, now());
    }
    return writer.setOutboxState(item.id, state, item.reason, item.attempts, item.nextTry);
}

Status DeliveryRun::noteFailure(JournalWriter& writer, const OutboxItem& item, DeliveryState under,
                                const Error& error)
{
    const bool interrupted = error.code == ErrorCode::Cancelled;
    if (interrupted || sync::reachOf(error.code) == sync::Reach::Queue) {
        // Not this one's fault: it is as it was before, and the queue says why it waits.
        const std::optional<DeliveryState> next = sync::after(under, DeliveryStep::Interrupted);
        SOHOA_TRY(writer.setOutboxState(item.id, next.value_or(DeliveryState::Waiting), item.reason,
                                        item.attempts, item.nextTry));
        return interrupted || m_summary.stoppedBy ? Status() : pauseQueue(writer, error);
    }
    const int attempts = item.attempts + 1;
    const sync::Decision decision = sync::nextTry(attempts, error.code, now(), random());
    const std::optional<DeliveryState> next =
        sync::after(under, decision.nextTry ? DeliveryStep::Failed : DeliveryStep::GivenUp);
    return writer.setOutboxState(item.id, next.value_or(DeliveryState::Refused), error.code, attempts,
                                 decision.nextTry);
}

Status DeliveryRun::pauseQueue(JournalWriter& writer, const Error& error)
{
    m_summary.stoppedBy = error;
    m_pause = sync::pausedBy(error.code, m_pause, now(), random());
    return setQueuePause(writer, m_pause);
}

Status DeliveryRun::endPause()
{
    if (!m_pause) {
        return {};
    }
    m_pause.reset();
    return journal().write([](JournalWriter& writer) { return setQueuePause(writer, {}); });
}

Status DeliveryRun::sendEntries()
{
    if (!m_caughtUp) {
        SOHOA_TRY(catchUp());
        m_caughtUp = true;
    }
    bool cut = true;
    while (cut && !m_summary.stoppedBy) {
        SOHOA_ASSIGN(cut, cutEntry(m_workspace, {m_setup.unit, m_setup.workstation}, m_setup.instance));
        SOHOA_TRY(sendDueEntries());
    }
    m_sinceEntry.restart();
    return {};
}

/// Before a number of our log is used: does the warehouse have it already? Not asked when there is nothing to
/// tell.
Status DeliveryRun::catchUp()
{
    SOHOA_ASSIGN(const storage::OutboxCounts counts, journal().outboxCounts());
    SOHOA_ASSIGN(const QString restored,
                 journal().setting(QString::fromLatin1(storage::restoredSetting), QString()));
    SOHOA_ASSIGN(const bool shippable, journal().hasShippableChanges());
    if (!shippable && counts.entries == 0 && restored.isEmpty()) {
        return {};
    }
    const Result<OwnLogSummary> caughtUp = catchUpOwnLog(m_workspace, m_warehouse, m_stop);
    if (caughtUp) {
        m_summary.entriesAdopted = caughtUp->adopted;
        m_summary.entriesConfirmed += caughtUp->confirmed;
        m_summary.papersConfirmed += caughtUp->papers;
        return endPause();
    }
    if (caughtUp.error().code == ErrorCode::Cancelled ||
        sync::reachOf(caughtUp.error().code) != sync::Reach::Queue) {
        return failure(caughtUp.error());
    }
    return journal().write([&](JournalWriter& writer) { return pauseQueue(writer, caughtUp.error()); });
}

/// Entries go one after the other: one that is not due yet holds back those after it, as one that fails does,
/// for readers must not meet a gap.
Status DeliveryRun::sendDueEntries()
{
    qint64 last = 0;
    while (true) {
        SOHOA_ASSIGN(const std::vector<OutboxItem> items,
                     journal().outboxDue(OutboxKind::Entry, true, piece, last));
        for (const OutboxItem& item : items) {
            // An entry that was cut for a bundle may name files that are not delivered yet.
            const bool isDue =
                !item.waitsForFile && (m_setup.force || !item.nextTry || *item.nextTry <= now());
            if (!isDue) {
                return {};
            }
            {
                const std::lock_guard lock(m_progressMutex);
                m_progress.total = std::max(m_progress.total, m_progress.done + 1);
            }
            tellProgress({});
            const Status sent = sendEntry(item);
            if (!sent) {
                SOHOA_TRY(journal().write([&](JournalWriter& writer) {
                    return noteFailure(writer, item, DeliveryState::Sending, sent.error());
                }));
                return sent.error().code == ErrorCode::Cancelled ? sent : Status();
            }
            tellEnd(item);
            SOHOA_TRY(endPause());
        }
        if (items.size() < piece) {
            return {};
        }
        last = items.back().id;
    }
}

Status DeliveryRun::sendEntry(const OutboxItem& item)
{
    SOHOA_ASSIGN(const storage::LogEntry entry,
                 journal().logEntry(item.unit, item.workstation, item.sequence));
    const QString key = sync::logKey({item.unit, item.workstation}, item.sequence);
    SOHOA_TRY(m_warehouse.putIfAbsent(key, entry.bytes, {m_stop, {}}));
    SOHOA_TRY(m_warehouse.confirm(key, entry.sha256, entry.bytes.size(), {m_stop, {}}));
    SOHOA_TRY(journal().write([&](JournalWriter& writer) {
        return writer.confirmLogEntry(item.unit, item.workstation, item.sequence, key, now());
    }));
    ++m_summary.entriesConfirmed;
    SOHOA_ASSIGN(const sync::LogEntry parsed, sync::parseLogEntry(entry.bytes));
    m_summary.papersConfirmed += static_cast<int>(
        std::count_if(parsed.changes.begin(), parsed.changes.end(), [](const dossier::Change& change) {
            return change.kind == dossier::ChangeKind::PaperMade;
        }));
    return {};
}

Status DeliveryRun::sendCarried()
{
    SOHOA_ASSIGN(const CarriedDelivery carried,
                 deliverCarried(m_workspace, m_warehouse, m_setup.force, m_stop));
    m_summary.carriedConfirmed = carried.confirmed;
    return carried.stoppedBy ? journal().write([&](JournalWriter& writer) {
        return pauseQueue(writer, *carried.stoppedBy);
    })
                             : Status();
}

void DeliveryRun::tellProgress(const QString& title)
{
    const std::lock_guard lock(m_progressMutex);
    m_progress.title = title;
    if (m_setup.progress) {
        m_setup.progress(m_progress);
    }
}

void DeliveryRun::tellEnd(const OutboxItem& item)
{
    const std::lock_guard lock(m_progressMutex);
    ++m_progress.done;
    m_progress.parts.erase(item.id);
    if (m_setup.progress) {
        m_setup.progress(m_progress);
    }
}

void DeliveryRun::tellPart(const OutboxItem& item, qint64 done)
{
    const std::lock_guard lock(m_progressMutex);
    m_progress.parts[item.id] = {item.title, done, item.bytes};
    if (m_setup.progress) {
        m_setup.progress(m_progress);
    }
}

} // namespace sohoa::workflow
