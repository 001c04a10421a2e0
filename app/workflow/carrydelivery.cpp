// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/carrydelivery.h"

#include "base/digest.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "sync/delivery.h"
#include "sync/keys.h"
#include "sync/logentry.h"
#include "sync/warehouse.h"
#include "workflow/workspace.h"

#include <QRandomGenerator>

#include <algorithm>
#include <set>

namespace sohoa::workflow {

namespace {

using dossier::DeliveryState;
using storage::JournalWriter;
using storage::OutboxItem;

/// Items of the outbox in memory at a time.
constexpr int piece = 500;

class CarriedRun
{
public:
    CarriedRun(const Workspace& workspace, sync::Warehouse& warehouse, bool force, StopToken stop)
        : m_workspace(workspace)
        , m_warehouse(warehouse)
        , m_force(force)
        , m_stop(std::move(stop))
    {
    }

    Result<CarriedDelivery> run()
    {
        qint64 last = 0;
        while (true) {
            // Entries of one log were put on the outbox in the order of their numbers.
            SOHOA_ASSIGN(const std::vector<OutboxItem> items,
                         journal().outboxDue(storage::OutboxKind::Carried, true, piece, last));
            for (const OutboxItem& item : items) {
                SOHOA_TRY(take(item));
                if (m_result.stoppedBy) {
                    return m_result;
                }
            }
            if (items.size() < piece) {
                return m_result;
            }
            last = items.back().id;
        }
    }

private:
    [[nodiscard]] storage::Journal& journal() const { return m_workspace.journal(); }
    [[nodiscard]] QDateTime now() const { return m_workspace.clock().now(); }

    Status take(const OutboxItem& item)
    {
        if (m_stop.stop_requested()) {
            return failure(ErrorCode::Cancelled);
        }
        const sync::LogIdentity log{item.unit, item.workstation};
        const bool isDue = m_force || !item.nextTry || *item.nextTry <= now();
        const bool stays = item.state == DeliveryState::Refused && !m_force;
        if (m_held.contains(log) || !isDue || stays) {
            m_held.insert(log);
            return {};
        }
        SOHOA_ASSIGN(const storage::LogEntry entry,
                     journal().carriedEntry(item.unit, item.workstation, item.sequence));
        Result<bool> sent = send(log, entry);
        if (sent && *sent) {
            ++m_result.confirmed;
            return {};
        }
        m_held.insert(log);
        return sent ? Status() : noteFailure(item, sent.error());
    }

    /// @return false while files it names wait on our own outbox
    Result<bool> send(const sync::LogIdentity& log, const storage::LogEntry& entry)
    {
        SOHOA_ASSIGN(const sync::LogEntry parsed, sync::parseLogEntry(entry.bytes));
        for (const dossier::Change& change : parsed.changes) {
            if (change.kind == dossier::ChangeKind::PaperMade) {
                const dossier::Paper paper = dossier::paperFrom(change.dossierUid, change.body);
                SOHOA_ASSIGN(const bool isThere, hasFile(paper));
                if (!isThere) {
                    return false;
                }
            }
        }
        SOHOA_TRY(checkPlace(log, parsed));
        const QString key = sync::logKey(log, entry.head.sequence);
        SOHOA_TRY(m_warehouse.putIfAbsent(key, entry.bytes, {m_stop, {}}));
        SOHOA_TRY(m_warehouse.confirm(key, entry.sha256, entry.bytes.size(), {m_stop, {}}));
        SOHOA_TRY(journal().write([&](JournalWriter& writer) {
            return writer.confirmCarriedEntry(log.unit, log.workstation, entry.head.sequence, key, now());
        }));
        return true;
    }

    /// Files that the other workstation had delivered itself came in no bundle: the warehouse is asked.
    Result<bool> hasFile(const dossier::Paper& paper)
    {
        SOHOA_ASSIGN(const std::optional<storage::Receipt> receipt, journal().receipt(paper.sha256));
        if (receipt || m_known.contains(paper.sha256)) {
            return true;
        }
        SOHOA_ASSIGN(const std::optional<sync::ObjectFacts> facts,
                     m_warehouse.head(sync::blobKey(paper.sha256), {m_stop, {}}));
        if (!facts || facts->length != paper.bytes) {
            SOHOA_ASSIGN(const bool waitsHere, journal().isInOutbox(paper.sha256));
            return waitsHere
                       ? Result<bool>(false)
                       : failure(ErrorCode::LogBroken,
                                 QStringLiteral("the file %1 is neither here nor there").arg(paper.sha256));
        }
        m_known.insert(paper.sha256);
        return true;
    }

    /// A reader never meets a gap, nor an entry that does not follow the one before it.
    Status checkPlace(const sync::LogIdentity& log, const sync::LogEntry& entry)
    {
        if (entry.sequence == 1) {
            return {};
        }
        const Result<QByteArray> before =
            m_warehouse.get(sync::logKey(log, entry.sequence - 1), sync::largestEntryBytes, {m_stop, {}});
        if (!before) {
            return before.error().code == ErrorCode::NotFound
                       ? failure(ErrorCode::LogBroken,
                                 QStringLiteral("entry %1 is not there yet").arg(entry.sequence - 1))
                       : failure(before.error());
        }
        if (sha256Hex(*before) != entry.previous) {
            return failure(ErrorCode::WorkstationTwice,
                           QStringLiteral("goes on from another entry %1").arg(entry.sequence - 1));
        }
        return {};
    }

    Status noteFailure(const OutboxItem& item, const Error& error)
    {
        if (error.code == ErrorCode::Cancelled) {
            return failure(error);
        }
        const int attempts = item.attempts + 1;
        const sync::Decision decision =
            sync::nextTry(attempts, error.code, now(), QRandomGenerator::global()->generateDouble());
        // What is the matter with the log of another workstation does not stop our own work.
        const bool isOfTheLog =
            error.code == ErrorCode::LogBroken || error.code == ErrorCode::WorkstationTwice;
        if (decision.reach == sync::Reach::Queue && !isOfTheLog) {
            m_result.stoppedBy = error;
        }
        std::optional<QDateTime> next = decision.nextTry;
        if (error.code == ErrorCode::LogBroken) {
            next = now().addMSecs(sync::longestPause.count());
        }
        const DeliveryState state = next ? DeliveryState::Waiting : DeliveryState::Refused;
        return journal().write([&](JournalWriter& writer) {
            return writer.setOutboxState(item.id, state, error.code, attempts, next);
        });
    }

    const Workspace& m_workspace;
    sync::Warehouse& m_warehouse;
    bool m_force;
    StopToken m_stop;
    std::set<sync::LogIdentity> m_held; ///< logs of which nothing more goes in this run
    std::set<QString> m_known;          ///< files that the warehouse said it has
    CarriedDelivery m_result;
};

} // namespace

Result<CarriedDelivery> deliverCarried(const Workspace& workspace, sync::Warehouse& warehouse, bool force,
                                       const StopToken& stop)
{
    return CarriedRun(workspace, warehouse, force, stop).run();
}

} // namespace sohoa::workflow
