// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/delivery.h"

#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/processlock.h"
#include "storage/vault.h"
#include "sync/delivery.h"
#include "sync/keys.h"
#include "sync/logentry.h"
#include "sync/warehouse.h"
#include "workflow/ownlog.h"
#include "workflow/workspace.h"

#include <QDir>
#include <QRandomGenerator>

#include <algorithm>

namespace sohoa::workflow {

namespace {

using dossier::DeliveryState;
using storage::JournalWriter;
using storage::OutboxItem;
using storage::OutboxKind;

/// Bytes of changes in one entry; what is left of the limit is for the entry's own members.
constexpr qint64 changesBytes = sync::largestEntryBytes - 16 * 1024;
/// Items of the outbox in memory at a time.
constexpr int piece = 500;

WaitingItem waitingItem(const OutboxItem& item)
{
    WaitingItem waiting;
    waiting.id = item.id;
    waiting.isPaper = item.kind == OutboxKind::Blob;
    waiting.dossierCode = item.dossierCode;
    waiting.title = item.title;
    waiting.bytes = item.bytes;
    waiting.since = item.since;
    waiting.attempts = item.attempts;
    waiting.reason = item.reason;
    waiting.nextTry = item.nextTry;
    waiting.state = dossier::toString(item.state);
    return waiting;
}

/// One run over the outbox. Every step is journalled before the next, so that a run may end at any instant.
class Run
{
public:
    Run(const Workspace& workspace, sync::Warehouse& warehouse, HomeSettings settings, QString instance,
        StopToken stop)
        : m_workspace(workspace)
        , m_warehouse(warehouse)
        , m_settings(std::move(settings))
        , m_instance(std::move(instance))
        , m_stop(std::move(stop))
    {
    }

    Status deliver(bool force, const std::function<void(const DeliveryProgress&)>& progress)
    {
        SOHOA_TRY(sendDue(OutboxKind::Blob, force, progress));
        if (!m_summary.stoppedBy) {
            SOHOA_TRY(catchUp());
        }
        while (!m_summary.stoppedBy) {
            SOHOA_ASSIGN(const bool cut, cutEntry());
            SOHOA_TRY(sendDue(OutboxKind::Entry, force, progress));
            if (!cut) {
                break;
            }
        }
        return {};
    }

    DeliverySummary takeSummary() { return std::move(m_summary); }

private:
    [[nodiscard]] QDateTime now() const { return m_workspace.clock().now(); }
    [[nodiscard]] storage::Journal& journal() const { return m_workspace.journal(); }

    /// Before a number of our log is used: does the warehouse have it already? Not asked when there is
    /// nothing to tell.
    Status catchUp()
    {
        SOHOA_ASSIGN(const storage::OutboxCounts counts, journal().outboxCounts());
        SOHOA_ASSIGN(const QString restored,
                     journal().setting(QString::fromLatin1(storage::restoredSetting), QString()));
        if (counts.unshippedChanges == 0 && counts.entries == 0 && restored.isEmpty()) {
            return {};
        }
        const Result<OwnLogSummary> caughtUp = catchUpOwnLog(m_workspace, m_warehouse, m_stop);
        if (caughtUp) {
            m_summary.entriesAdopted = caughtUp->adopted;
            m_summary.entriesConfirmed += caughtUp->confirmed;
            return {};
        }
        if (sync::reachOf(caughtUp.error().code) != sync::Reach::Queue ||
            caughtUp.error().code == ErrorCode::Cancelled) {
            return failure(caughtUp.error());
        }
        m_summary.stoppedBy = caughtUp.error();
        return {};
    }

    /// Sends everything of one kind that is due, oldest first, until a common cause stops the queue. Ten
    /// thousand papers may wait: a piece of the queue at a time is in memory. An entry that is not due yet
    /// holds back those after it, as one that fails does: readers must not meet a gap.
    Status sendDue(OutboxKind kind, bool force, const std::function<void(const DeliveryProgress&)>& progress)
    {
        const bool inOrder = kind == OutboxKind::Entry;
        SOHOA_ASSIGN(const storage::OutboxCounts counts, journal().outboxCounts());
        DeliveryProgress state{0, inOrder ? counts.entries : counts.blobs, {}};
        qint64 last = 0;
        while (true) {
            SOHOA_ASSIGN(const std::vector<OutboxItem> items,
                         journal().outboxDue(kind, force || inOrder, piece, last));
            for (const OutboxItem& item : items) {
                if (m_stop.stop_requested()) {
                    return failure(ErrorCode::Cancelled);
                }
                const bool isDue = force || !item.nextTry || *item.nextTry <= now();
                if (m_summary.stoppedBy || !isDue) {
                    return {};
                }
                state.title = item.title;
                if (progress) {
                    progress(state);
                }
                const Status sent = inOrder ? sendEntry(item) : sendBlob(item);
                if (!sent) {
                    SOHOA_TRY(noteFailure(item, sent.error()));
                    if (inOrder) {
                        return {};
                    }
                }
                ++state.done;
            }
            if (items.size() < piece) {
                break;
            }
            last = items.back().id;
        }
        if (progress && state.done > 0) {
            state.total = state.done;
            progress(state);
        }
        return {};
    }

    Status sendBlob(const OutboxItem& item)
    {
        SOHOA_ASSIGN(const QByteArray content, m_workspace.vault().get(item.sha256));
        SOHOA_TRY(note(item, DeliveryState::Sending));
        const QString key = sync::blobKey(item.sha256);
        SOHOA_TRY(put(key, item.sha256, content));
        SOHOA_TRY(note(item, DeliveryState::Confirming));
        SOHOA_TRY(m_warehouse.confirm(key, item.sha256, content.size(), {m_stop, {}}));
        SOHOA_TRY(journal().write([&](JournalWriter& writer) {
            return writer.confirmBlob(item.sha256, key, content.size(), now());
        }));
        ++m_summary.papersSent;
        m_summary.bytesSent += content.size();
        return {};
    }

    Status sendEntry(const OutboxItem& item)
    {
        SOHOA_ASSIGN(const storage::LogEntry entry,
                     journal().logEntry(item.unit, item.workstation, item.sequence));
        const QString key = sync::logKey({item.unit, item.workstation}, item.sequence);
        SOHOA_TRY(put(key, entry.sha256, entry.bytes));
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

    Status put(const QString& key, const QString& sha256, const QByteArray& content)
    {
        if (content.size() <= sync::Warehouse::largestPut) {
            SOHOA_TRY(m_warehouse.putIfAbsent(key, content, {m_stop, {}}));
            return {};
        }
        sync::LargePutState state;
        state.key = key;
        state.sha256 = sha256;
        state.length = content.size();
        state.partLength = sync::Warehouse::defaultPartLength;
        const auto read = [&content](qint64 offset, qint64 length) -> Result<QByteArray> {
            return content.mid(offset, length);
        };
        const QString settingName = QStringLiteral("upload.") + sha256;
        SOHOA_ASSIGN(const std::optional<QString> saved, journal().setting(settingName));
        if (saved && !saved->isEmpty()) {
            if (Result<sync::LargePutState> known = sync::largePutStateFrom(saved->toUtf8())) {
                state = std::move(*known);
            }
        }
        const auto keep = [&](const sync::LargePutState& reached) {
            return journal().write([&](JournalWriter& writer) {
                return writer.setSetting(settingName, QString::fromUtf8(sync::toBytes(reached)));
            });
        };
        SOHOA_TRY(sync::sendLarge(m_warehouse, state, read, keep, {m_stop, {}}));
        return journal().write(
            [&](JournalWriter& writer) { return writer.setSetting(settingName, QString()); });
    }

    Status note(const OutboxItem& item, DeliveryState state)
    {
        return journal().write([&](JournalWriter& writer) {
            return writer.setOutboxState(item.id, state, item.reason, item.attempts, item.nextTry);
        });
    }

    Status noteFailure(const OutboxItem& item, const Error& error)
    {
        if (error.code == ErrorCode::Cancelled) {
            SOHOA_TRY(note(item, DeliveryState::Waiting));
            return failure(error);
        }
        const int attempts = item.attempts + 1;
        const sync::Decision decision =
            sync::nextTry(attempts, error.code, now(), QRandomGenerator::global()->generateDouble());
        if (decision.reach == sync::Reach::Queue) {
            m_summary.stoppedBy = error;
        }
        const DeliveryState state = decision.nextTry ? DeliveryState::Waiting : DeliveryState::Refused;
        return journal().write([&](JournalWriter& writer) {
            return writer.setOutboxState(item.id, state, error.code, attempts, decision.nextTry);
        });
    }

    /// Puts what the log does not say yet into its next entry. @return whether there was anything.
    Result<bool> cutEntry()
    {
        bool cut = false;
        SOHOA_TRY(journal().write([&](JournalWriter& writer) -> Status {
            SOHOA_ASSIGN(const std::optional<storage::LogEntry> entry,
                         writer.cutLogEntry(changesBytes, m_settings.unit, m_settings.workstation,
                                            [this](const storage::LogHead& head,
                                                   const std::vector<dossier::Change>& changes) {
                                                return build(head, changes);
                                            }));
            cut = entry.has_value();
            return {};
        }));
        return cut;
    }

    [[nodiscard]] Result<QByteArray> build(const storage::LogHead& head,
                                           const std::vector<dossier::Change>& changes) const
    {
        const QString previous = head.previousSha256.isEmpty() ? sync::noPrevious() : head.previousSha256;
        SOHOA_ASSIGN(sync::BuiltEntry entry,
                     sync::buildEntry({head.unit, head.workstation}, {head.sequence - 1, previous}, changes,
                                      head.cutAt, m_instance));
        if (entry.taken != changes.size()) {
            return failure(ErrorCode::FileTooLarge,
                           QStringLiteral("the entry holds fewer changes than given"));
        }
        return std::move(entry.bytes);
    }

    const Workspace& m_workspace;
    sync::Warehouse& m_warehouse;
    HomeSettings m_settings;
    QString m_instance;
    StopToken m_stop;
    DeliverySummary m_summary;
};

/// Which installation of the home this is; chosen when it delivers for the first time.
Result<QString> instanceOf(const Workspace& workspace)
{
    const QString name = QString::fromLatin1(storage::instanceSetting);
    SOHOA_ASSIGN(QString instance, workspace.journal().setting(name, QString()));
    if (instance.isEmpty()) {
        instance = dossier::newUid();
        SOHOA_TRY(workspace.journal().write(
            [&](JournalWriter& writer) { return writer.setSetting(name, instance); }));
    }
    return instance;
}

} // namespace

Delivery::Delivery(const Workspace& workspace)
    : m_workspace(workspace)
{
}

Result<DeliverySummary> Delivery::deliver(bool force, const StopToken& stop,
                                          const std::function<void(const DeliveryProgress&)>& progress) const
{
    const Result<storage::ProcessLock> lock =
        storage::ProcessLock::take(QDir(m_workspace.folder()).filePath(QStringLiteral("delivering.lock")));
    if (!lock) {
        return failure(lock.error());
    }
    SOHOA_ASSIGN(const HomeSettings settings, m_workspace.settings());
    SOHOA_ASSIGN(const std::unique_ptr<sync::Warehouse> warehouse, m_workspace.openWarehouse());
    SOHOA_ASSIGN(const QString instance, instanceOf(m_workspace));
    Run run(m_workspace, *warehouse, settings, instance, stop);
    SOHOA_TRY(run.deliver(force, progress));
    DeliverySummary summary = run.takeSummary();
    SOHOA_ASSIGN(const WaitingCounts left, counts());
    summary.waiting = left.items();
    return summary;
}

Result<std::vector<WaitingItem>> Delivery::waiting() const
{
    SOHOA_ASSIGN(const std::vector<OutboxItem> items, m_workspace.journal().outbox());
    std::vector<WaitingItem> waiting;
    waiting.reserve(items.size());
    std::transform(items.begin(), items.end(), std::back_inserter(waiting), waitingItem);
    return waiting;
}

Status Delivery::forEachWaiting(const std::function<Status(const WaitingItem&)>& take) const
{
    for (const OutboxKind kind : {OutboxKind::Blob, OutboxKind::Entry}) {
        qint64 last = 0;
        while (true) {
            SOHOA_ASSIGN(const std::vector<OutboxItem> items,
                         m_workspace.journal().outboxDue(kind, true, piece, last));
            for (const OutboxItem& item : items) {
                SOHOA_TRY(take(waitingItem(item)));
            }
            if (items.size() < piece) {
                break;
            }
            last = items.back().id;
        }
    }
    return {};
}

Result<std::vector<WaitingItem>> Delivery::waitingPage(int most,
                                                       const std::optional<WaitingItem>& behind) const
{
    std::vector<WaitingItem> page;
    for (const OutboxKind kind : {OutboxKind::Blob, OutboxKind::Entry}) {
        const bool isPaper = kind == OutboxKind::Blob;
        if (static_cast<int>(page.size()) >= most || (behind && isPaper && !behind->isPaper)) {
            continue;
        }
        const qint64 last = behind && behind->isPaper == isPaper ? behind->id : 0;
        SOHOA_ASSIGN(const std::vector<OutboxItem> items,
                     m_workspace.journal().outboxDue(kind, true, most - static_cast<int>(page.size()), last));
        std::transform(items.begin(), items.end(), std::back_inserter(page), waitingItem);
    }
    return page;
}

Result<WaitingCounts> Delivery::counts() const
{
    SOHOA_ASSIGN(const storage::OutboxCounts counts, m_workspace.journal().outboxCounts());
    return WaitingCounts{counts.blobs, counts.entries, counts.refused, counts.unshippedChanges,
                         counts.oldest};
}

} // namespace sohoa::workflow
