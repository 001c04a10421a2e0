// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/fetching.h"

#include "base/digest.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "sync/logentry.h"
#include "sync/warehouse.h"
#include "workflow/workspace.h"

#include <algorithm>

namespace sohoa::workflow {

namespace {

class Fetching
{
public:
    Fetching(const Workspace& workspace, sync::Warehouse& warehouse, StopToken stop)
        : m_workspace(workspace)
        , m_warehouse(warehouse)
        , m_stop(std::move(stop))
    {
    }

    Result<FetchSummary> run()
    {
        SOHOA_ASSIGN(const HomeSettings settings, m_workspace.settings());
        SOHOA_ASSIGN(const std::vector<storage::OwnLog> own, m_workspace.journal().ownLogs());
        SOHOA_ASSIGN(const std::vector<storage::LogCursor> cursors, m_workspace.journal().cursors());
        SOHOA_ASSIGN(const std::vector<sync::LogIdentity> logs, sync::listLogs(m_warehouse, m_stop));
        for (const sync::LogIdentity& log : logs) {
            if (log.unit != settings.unit || log.workstation == settings.workstation) {
                continue;
            }
            const auto cursor =
                std::find_if(cursors.begin(), cursors.end(), [&log](const storage::LogCursor& known) {
                    return known.unit == log.unit && known.workstation == log.workstation;
                });
            sync::LogHead from{0, sync::noPrevious()};
            if (cursor != cursors.end() && cursor->sequence > 0) {
                from = {cursor->sequence, cursor->sha256};
            }
            // A log that was ours before this workstation got its number goes on from what we wrote.
            const auto former = std::find_if(own.begin(), own.end(), [&log](const storage::OwnLog& known) {
                return known.unit == log.unit && known.workstation == log.workstation;
            });
            if (former != own.end()) {
                if (former->last > former->confirmed) {
                    continue; // ours still, until its end has arrived
                }
                if (former->confirmed > from.sequence) {
                    from = {former->confirmed, former->confirmedSha256};
                }
            }
            SOHOA_TRY(read(log, from));
        }
        return std::move(m_summary);
    }

private:
    Status read(const sync::LogIdentity& log, sync::LogHead head)
    {
        sync::WarehouseLog source(m_warehouse, log, m_stop);
        while (true) {
            QStringList strays;
            SOHOA_ASSIGN(const std::vector<qint64> sequences, source.sequencesAfter(head.sequence, strays));
            if (sequences.empty()) {
                return {};
            }
            for (const qint64 sequence : sequences) {
                if (m_stop.stop_requested()) {
                    return failure(ErrorCode::Cancelled);
                }
                const Status taken = take(source, log, head, sequence);
                if (!taken && taken.error().code == ErrorCode::LogBroken) {
                    m_summary.broken.push_back({sync::logKey(log, sequence), taken.error()});
                    return {};
                }
                SOHOA_TRY(taken);
            }
        }
    }

    /// One entry; `head` moves on to it.
    Status take(sync::WarehouseLog& source, const sync::LogIdentity& log, sync::LogHead& head,
                qint64 sequence)
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
        SOHOA_TRY(m_workspace.journal().write([&](storage::JournalWriter& writer) {
            return writer.acceptEntry(place, sha256, entry.changes);
        }));
        head = {sequence, sha256};
        ++m_summary.entries;
        m_summary.changes += static_cast<int>(entry.changes.size());
        return {};
    }

    const Workspace& m_workspace;
    sync::Warehouse& m_warehouse;
    StopToken m_stop;
    FetchSummary m_summary;
};

} // namespace

Result<FetchSummary> fetchOthers(const Workspace& workspace, const StopToken& stop)
{
    SOHOA_ASSIGN(const std::unique_ptr<sync::Warehouse> warehouse, workspace.openWarehouse());
    return Fetching(workspace, *warehouse, stop).run();
}

} // namespace sohoa::workflow
