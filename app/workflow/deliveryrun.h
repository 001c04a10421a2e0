// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/delivery.h"
#include "sync/warehouse.h"
#include "workflow/delivery.h"
#include "workflow/paperlanes.h"

#include <QElapsedTimer>

namespace sohoa::storage {
class Journal;
class JournalWriter;
} // namespace sohoa::storage

namespace sohoa::workflow {

class Workspace;

/// One run over the outbox: papers on several lanes, and about every half minute what is confirmed by then as
/// entries of the log. Every step is journalled before the next, so that a run may end at any instant.
class DeliveryRun
{
public:
    struct Setup
    {
        QString unit;
        int workstation = 0;
        QString instance; ///< which installation of the home this is
        bool force = false;
        /// What holds papers up just now though nothing is wrong; asked again and again. May be empty.
        std::function<Result<std::optional<dossier::DeliveryHold>>()> hold = {};
        /// How long what is confirmed waits for its entry while papers are still being sent.
        std::chrono::milliseconds entryPause = std::chrono::seconds(30);
        std::function<void(const DeliveryProgress&)> progress = {};
    };

    DeliveryRun(const Workspace& workspace, sync::Warehouse& warehouse, Setup setup, StopToken stop);

    /// Errors: of the journal, Cancelled. A common cause that ended it is in the summary.
    [[nodiscard]] Status deliver();
    [[nodiscard]] const DeliverySummary& summary() const { return m_summary; }

private:
    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] storage::Journal& journal() const;

    [[nodiscard]] Status sendPapers();
    /// Whether somebody, a common cause or a rule ends the sending of papers now.
    [[nodiscard]] Result<bool> papersStop();
    /// Hands papers to the lanes as long as there is room.
    [[nodiscard]] Status feed(PaperLanes& lanes, std::vector<qint64>& ids);
    /// Journals what the lanes told, in one transaction.
    [[nodiscard]] Status take(const std::vector<PaperNews>& news);
    [[nodiscard]] Status takeOne(storage::JournalWriter& writer, const PaperNews& news);
    /// @param under the state that the item was in
    [[nodiscard]] Status noteFailure(storage::JournalWriter& writer, const storage::OutboxItem& item,
                                     dossier::DeliveryState under, const Error& error);
    /// The queue is stopped by a common cause; the pause is journalled.
    [[nodiscard]] Status pauseQueue(storage::JournalWriter& writer, const Error& error);
    /// The warehouse answered: the queue goes on.
    [[nodiscard]] Status endPause();

    /// Catches up with our own log, cuts entries and sends them.
    [[nodiscard]] Status sendEntries();
    [[nodiscard]] Status catchUp();
    [[nodiscard]] Status sendDueEntries();
    [[nodiscard]] Status sendEntry(const storage::OutboxItem& item);
    /// What was carried here for other workstations, see carrydelivery.h.
    [[nodiscard]] Status sendCarried();

    void tellProgress(const QString& title);
    void tellEnd(const storage::OutboxItem& item);
    void tellPart(const storage::OutboxItem& item, qint64 done);

    const Workspace& m_workspace;
    sync::Warehouse& m_warehouse;
    Setup m_setup;
    StopToken m_stop;
    DeliverySummary m_summary;
    std::map<qint64, dossier::DeliveryState> m_states; ///< of papers on their way
    std::optional<sync::QueuePause> m_pause;
    bool m_caughtUp = false;
    QElapsedTimer m_sinceEntry;
    std::mutex m_progressMutex; ///< lanes tell of their parts
    DeliveryProgress m_progress;
};

} // namespace sohoa::workflow
