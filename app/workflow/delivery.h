// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "dossier/deliveryrules.h"
#include "sync/delivery.h"
#include "workflow/deliveryrules.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace sohoa::workflow {

class Workspace;

/// Something that is not confirmed by the warehouse yet.
struct WaitingItem
{
    qint64 id = 0;
    bool isPaper = true; ///< else an entry of a log
    /// Of which workstation it was carried here; empty for our own.
    std::optional<int> carriedFrom = {};
    QString dossierCode;
    QString title; ///< of the paper
    qint64 bytes = 0;
    QDateTime since;
    int attempts = 0;
    std::optional<ErrorCode> reason = {}; ///< of the last attempt
    std::optional<QDateTime> nextTry = {};
    QString state; ///< word of dossier::DeliveryState, or "paused" while the delivery rules hold it up
    std::optional<dossier::DeliveryHold> held = {}; ///< by which rule; nextTry is when it ends by itself
};

struct DeliverySummary
{
    int papersSent = 0;      ///< put during this run
    int papersConfirmed = 0; ///< read back during this run
    int entriesConfirmed = 0;
    qint64 bytesSent = 0;
    int entriesAdopted = 0;   ///< of our own log, written after the backup that this home was restored from
    int carriedConfirmed = 0; ///< entries of other workstations that were carried here, read back
    int waiting = 0;          ///< papers and entries not confirmed when the run ended
    std::optional<Error> stoppedBy = {}; ///< a common cause that ended the run early
    /// What kept papers from being sent, or ended the run early, though nothing is wrong.
    std::optional<dossier::DeliveryHold> held = {};
    /// How far the warehouse's clock is ahead of this machine's, when that stood in the way; else 0.
    std::chrono::milliseconds clockOffset = std::chrono::milliseconds::zero();
};

/// How much the warehouse has not confirmed yet.
struct WaitingCounts
{
    int papers = 0;
    int entries = 0; ///< of this workstation's log, and those that were carried here
    int refused = 0; ///< of both
    int changes = 0; ///< of dossiers, in no entry of the log yet
    /// Since when the oldest undelivered paper or entry waits; empty when none does.
    std::optional<QDateTime> oldest = {};

    [[nodiscard]] int items() const { return papers + entries; }
};

struct DeliveryProgress
{
    /// A paper that goes in parts.
    struct Part
    {
        QString title;
        qint64 done = 0; ///< bytes that the warehouse has confirmed
        qint64 total = 0;
    };

    int done = 0;
    int total = 0;
    QString title;                     ///< of the paper that was begun last
    std::map<qint64, Part> parts = {}; ///< large papers under way, by WaitingItem::id
};

/// Gửi kho: delivers what waits. Blobs first, then the log entry that names them; "confirmed" is journalled
/// only after length and hash were read back. A common cause (no line, a key that is refused, a full store)
/// stops the queue as a whole until it is tried again. One run at a time per home, also among processes. Any
/// thread.
class Delivery
{
public:
    /// @param isMetered whether the line is paid by volume
    explicit Delivery(const Workspace& workspace, std::function<bool()> isMetered = lineIsMetered);

    /// Keeps to the delivery rules unless somebody asks for it now.
    /// @param force also what is not due yet, was refused, waits for a common cause to pass, or is held up by
    ///        the delivery rules; only a pause that somebody asks for meanwhile ends such a run
    /// @param progress called in several threads, one at a time
    /// Errors: WarehouseNotConfigured, HomeInUse when another run is under way, those of the journal.
    /// A warehouse that is out of reach is not an error: see `stoppedBy` and the items' reasons.
    [[nodiscard]] Result<DeliverySummary>
    deliver(bool force, const StopToken& stop,
            const std::function<void(const DeliveryProgress&)>& progress) const;
    /// The network is back: a queue that waits because nobody could be reached is due now.
    [[nodiscard]] Status lineIsBack() const;
    /// What holds up the whole queue; empty when nothing does.
    [[nodiscard]] Result<std::optional<sync::QueuePause>> pause() const;
    /// What of the delivery rules holds up papers now; empty when nothing does.
    [[nodiscard]] Result<std::optional<dossier::DeliveryHold>> hold() const;
    /// Everything that waits, in one list. Ten thousand papers may wait: who only counts them or says them
    /// one after the other takes counts() or forEachWaiting().
    [[nodiscard]] Result<std::vector<WaitingItem>> waiting() const;
    /// What waits, one after the other, papers before entries, in the order they were ordered; a piece of the
    /// queue at a time is in memory. Errors: of the journal, and of `take`, which end it.
    [[nodiscard]] Status forEachWaiting(const std::function<Status(const WaitingItem&)>& take) const;
    /// At most `most` of them in that order, those behind `behind`, which may have been confirmed meanwhile:
    /// a list that is shown reads on when somebody looks further down.
    [[nodiscard]] Result<std::vector<WaitingItem>>
    waitingPage(int most, const std::optional<WaitingItem>& behind = {}) const;
    [[nodiscard]] Result<WaitingCounts> counts() const;

private:
    const Workspace& m_workspace;
    std::function<bool()> m_isMetered;
};

} // namespace sohoa::workflow
