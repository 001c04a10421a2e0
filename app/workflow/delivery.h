// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace sohoa::workflow {

class Workspace;

/// Something that is not confirmed by the warehouse yet.
struct WaitingItem
{
    qint64 id = 0;
    bool isPaper = true; ///< else an entry of this workstation's log
    QString dossierCode;
    QString title; ///< of the paper
    qint64 bytes = 0;
    QDateTime since;
    int attempts = 0;
    std::optional<ErrorCode> reason = {}; ///< of the last attempt
    std::optional<QDateTime> nextTry = {};
    QString state; ///< word of dossier::DeliveryState
};

struct DeliverySummary
{
    int papersSent = 0;      ///< put during this run
    int papersConfirmed = 0; ///< read back during this run
    int entriesConfirmed = 0;
    qint64 bytesSent = 0;
    int entriesAdopted = 0; ///< of our own log, written after the backup that this home was restored from
    std::vector<WaitingItem> waiting;
    std::optional<Error> stoppedBy = {}; ///< a common cause that ended the run early
};

struct DeliveryProgress
{
    int done = 0;
    int total = 0;
    QString title;
};

/// Gửi kho: delivers what waits. Blobs first, then the log entry that names them; "confirmed" is journalled
/// only after length and hash were read back. One run at a time per home, also among processes. Any thread.
class Delivery
{
public:
    explicit Delivery(const Workspace& workspace);

    /// @param force also what is not due yet
    /// Errors: WarehouseNotConfigured, HomeInUse when another run is under way, those of the journal.
    /// A warehouse that is out of reach is not an error: see `stoppedBy` and the items' reasons.
    [[nodiscard]] Result<DeliverySummary>
    deliver(bool force, const StopToken& stop,
            const std::function<void(const DeliveryProgress&)>& progress) const;
    [[nodiscard]] Result<std::vector<WaitingItem>> waiting() const;
    /// Since when the oldest undelivered paper waits; empty when nothing waits.
    [[nodiscard]] Result<std::optional<QDateTime>> oldestWaiting() const;

private:
    const Workspace& m_workspace;
};

} // namespace sohoa::workflow
