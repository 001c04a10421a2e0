// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/fetching.h"

#include "base/digest.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "sync/logentry.h"
#include "sync/warehouse.h"
#include "workflow/logreading.h"
#include "workflow/workspace.h"

#include <algorithm>
#include <optional>

namespace sohoa::workflow {

namespace {

/// Where to go on reading a log; empty when it is not read now.
std::optional<sync::LogHead> startOf(const sync::LogIdentity& log,
                                     const std::vector<storage::LogCursor>& cursors,
                                     const std::vector<storage::OwnLog>& own)
{
    const auto isIt = [&log](const auto& known) {
        return known.unit == log.unit && known.workstation == log.workstation;
    };
    sync::LogHead from{0, sync::noPrevious()};
    const auto cursor = std::find_if(cursors.begin(), cursors.end(), isIt);
    if (cursor != cursors.end() && cursor->sequence > 0) {
        from = {cursor->sequence, cursor->sha256};
    }
    // A log that was ours before this workstation got its number goes on from what we wrote.
    const auto former = std::find_if(own.begin(), own.end(), isIt);
    if (former == own.end()) {
        return from;
    }
    if (former->last > former->confirmed) {
        return std::nullopt; // ours still, until its end has arrived
    }
    if (former->confirmed > from.sequence) {
        from = {former->confirmed, former->confirmedSha256};
    }
    return from;
}

/// Takes one entry in; `head` moves on to it.
Status take(const Workspace& workspace, sync::WarehouseLog& source, const sync::LogIdentity& log,
            sync::LogHead& head, qint64 sequence, FetchSummary& summary)
{
    SOHOA_ASSIGN(const QByteArray bytes, source.read(sequence));
    SOHOA_ASSIGN(const sync::LogEntry entry, sync::parseLogEntry(bytes));
    if (entry.log != log || entry.sequence != sequence || sequence != head.sequence + 1 ||
        entry.previous != head.sha256) {
        return failure(ErrorCode::LogBroken,
                       QStringLiteral("entry does not follow entry %1").arg(head.sequence));
    }
    const QString sha256 = sha256Hex(bytes);
    const storage::LogHead place{log.unit, log.workstation, sequence,
                                 head.sequence == 0 ? QString() : entry.previous, entry.writtenAt};
    SOHOA_TRY(workspace.journal().write(
        [&](storage::JournalWriter& writer) { return writer.acceptEntry(place, sha256, entry.changes); }));
    head = {sequence, sha256};
    ++summary.entries;
    summary.changes += static_cast<int>(entry.changes.size());
    return {};
}

/// Reads one log to its end, or to the first entry that does not hold, which is noted.
Status readLog(const Workspace& workspace, sync::Warehouse& warehouse, const sync::LogIdentity& log,
               const sync::LogHead& from, const StopToken& stop, FetchSummary& summary)
{
    sync::WarehouseLog source(warehouse, log, stop);
    qint64 reached = from.sequence;
    Status read = readOn(source, from, stop, [&](sync::LogHead& head, qint64 sequence) {
        reached = sequence;
        return take(workspace, source, log, head, sequence, summary);
    });
    if (!read && read.error().code == ErrorCode::LogBroken) {
        summary.broken.push_back({sync::logKey(log, reached), read.error()});
        return {};
    }
    return read;
}

} // namespace

Result<FetchSummary> fetchOthers(const Workspace& workspace, const StopToken& stop)
{
    SOHOA_ASSIGN(const std::unique_ptr<sync::Warehouse> warehouse, workspace.openWarehouse());
    SOHOA_ASSIGN(const HomeSettings settings, workspace.settings());
    SOHOA_ASSIGN(const std::vector<storage::OwnLog> own, workspace.journal().ownLogs());
    SOHOA_ASSIGN(const std::vector<storage::LogCursor> cursors, workspace.journal().cursors());
    SOHOA_ASSIGN(const std::vector<sync::LogIdentity> logs, sync::listLogs(*warehouse, stop));
    FetchSummary summary;
    for (const sync::LogIdentity& log : logs) {
        if (log.unit != settings.unit || log.workstation == settings.workstation) {
            continue;
        }
        if (const std::optional<sync::LogHead> from = startOf(log, cursors, own)) {
            SOHOA_TRY(readLog(workspace, *warehouse, log, *from, stop, summary));
        }
    }
    return summary;
}

} // namespace sohoa::workflow
