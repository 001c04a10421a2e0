// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/ownlog.h"

#include "base/digest.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "sync/logentry.h"
#include "sync/warehouse.h"
#include "workflow/logreading.h"
#include "workflow/workspace.h"

#include <algorithm>

namespace sohoa::workflow {

namespace {

using storage::JournalWriter;
using storage::OwnLog;

class CatchingUp
{
public:
    CatchingUp(const Workspace& workspace, sync::Warehouse& warehouse, StopToken stop)
        : m_workspace(workspace)
        , m_warehouse(warehouse)
        , m_stop(std::move(stop))
    {
    }

    Result<OwnLogSummary> run()
    {
        SOHOA_ASSIGN(const HomeSettings settings, m_workspace.settings());
        SOHOA_ASSIGN(m_instance, journal().setting(QString::fromLatin1(storage::instanceSetting), QString()));
        SOHOA_ASSIGN(const QString restored,
                     journal().setting(QString::fromLatin1(storage::restoredSetting), QString()));
        m_restored = !restored.isEmpty();
        SOHOA_ASSIGN(const std::vector<OwnLog> logs, journal().ownLogs());
        OwnLog current{settings.unit, settings.workstation, 0, {}, 0};
        for (const OwnLog& log : logs) {
            if (log.unit == current.unit && log.workstation == current.workstation) {
                current = log;
            } else {
                SOHOA_TRY(leave(log));
            }
        }
        SOHOA_TRY(catchUp(current));
        if (m_restored) {
            SOHOA_TRY(journal().write([](JournalWriter& writer) {
                return writer.setSetting(QString::fromLatin1(storage::restoredSetting), QString());
            }));
        }
        return m_summary;
    }

private:
    [[nodiscard]] storage::Journal& journal() const { return m_workspace.journal(); }

    /// A log we do not write any more: what we had cut for it, and another has taken the place of, goes into
    /// our new log.
    Status leave(const OwnLog& log)
    {
        for (qint64 sequence = log.confirmed + 1; sequence <= log.last; ++sequence) {
            SOHOA_ASSIGN(const storage::LogEntry own,
                         journal().logEntry(log.unit, log.workstation, sequence));
            const QString key = sync::logKey({log.unit, log.workstation}, sequence);
            const Result<QByteArray> there = m_warehouse.get(key, sync::largestEntryBytes, {m_stop, {}});
            if (!there && there.error().code == ErrorCode::NotFound) {
                return {}; // it is delivered there as any other
            }
            if (!there && there.error().code != ErrorCode::FileTooLarge) {
                return failure(there.error());
            }
            if (there && sha256Hex(*there) == own.sha256) {
                continue;
            }
            return journal().write([&](JournalWriter& writer) -> Status {
                SOHOA_ASSIGN(const int taken, writer.takeBackEntries(log.unit, log.workstation, sequence));
                m_summary.takenBack += taken;
                return {};
            });
        }
        return {};
    }

    Status catchUp(const OwnLog& log)
    {
        const sync::LogIdentity identity{log.unit, log.workstation};
        sync::WarehouseLog source(m_warehouse, identity, m_stop);
        const sync::LogHead head{log.confirmed,
                                 log.confirmed == 0 ? sync::noPrevious() : log.confirmedSha256};
        return readOn(source, head, m_stop, [&](sync::LogHead& reached, qint64 sequence) {
            return take(log, source, reached, sequence);
        });
    }

    /// One entry of the warehouse; `head` moves on to it.
    Status take(const OwnLog& log, sync::WarehouseLog& source, sync::LogHead& head, qint64 sequence)
    {
        SOHOA_ASSIGN(const QByteArray bytes, source.read(sequence));
        const QString sha256 = sha256Hex(bytes);
        const QString key = sync::logKey({log.unit, log.workstation}, sequence);
        SOHOA_ASSIGN(const bool isOurs, arrived(log, sequence, sha256));
        if (isOurs) {
            SOHOA_ASSIGN(const sync::LogEntry entry, sync::parseLogEntry(bytes));
            if (entry.instance == m_instance) {
                m_hasWritten = true;
            }
            SOHOA_TRY(journal().write([&](JournalWriter& writer) {
                return writer.confirmLogEntry(log.unit, log.workstation, sequence, key,
                                              m_workspace.clock().now());
            }));
            ++m_summary.confirmed;
            m_summary.papers += static_cast<int>(
                std::count_if(entry.changes.begin(), entry.changes.end(), [](const dossier::Change& change) {
                    return change.kind == dossier::ChangeKind::PaperMade;
                }));
        } else {
            SOHOA_ASSIGN(const sync::LogEntry entry, sync::parseLogEntry(bytes));
            SOHOA_TRY(check(log, entry, head, sequence));
            SOHOA_TRY(adopt(log, entry, bytes, sha256, key));
        }
        head = {sequence, sha256};
        return {};
    }

    /// Whether the warehouse has exactly what we cut under this number.
    Result<bool> arrived(const OwnLog& log, qint64 sequence, const QString& sha256) const
    {
        const Result<storage::LogEntry> own = journal().logEntry(log.unit, log.workstation, sequence);
        if (!own && own.error().code != ErrorCode::NotFound) {
            return failure(own.error());
        }
        return own && own->sha256 == sha256;
    }

    Status check(const OwnLog& log, const sync::LogEntry& entry, const sync::LogHead& head, qint64 sequence)
    {
        if (entry.log != sync::LogIdentity{log.unit, log.workstation} || entry.sequence != sequence ||
            sequence != head.sequence + 1) {
            return failure(
                ErrorCode::LogBroken,
                QStringLiteral("own entry %1 does not follow %2").arg(sequence).arg(head.sequence));
        }
        if (entry.previous != head.sha256) {
            return failure(head.sequence == log.confirmed ? ErrorCode::WorkstationTwice
                                                          : ErrorCode::LogBroken,
                           QStringLiteral("entry %1 goes on from another entry %2 than ours")
                               .arg(sequence)
                               .arg(head.sequence));
        }
        SOHOA_ASSIGN(const bool settled, hasWritten(log));
        if (settled && !entry.instance.isEmpty() && entry.instance != m_instance) {
            return failure(ErrorCode::WorkstationTwice,
                           QStringLiteral("entry %1 was written by another installation").arg(sequence));
        }
        return {};
    }

    /// Whether the last entry known to be confirmed is of this installation.
    Result<bool> hasWritten(const OwnLog& log)
    {
        if (!m_hasWritten) {
            m_hasWritten = false;
            if (log.confirmed > 0 && !m_instance.isEmpty()) {
                SOHOA_ASSIGN(const storage::LogEntry last,
                             journal().logEntry(log.unit, log.workstation, log.confirmed));
                SOHOA_ASSIGN(const sync::LogEntry parsed, sync::parseLogEntry(last.bytes));
                m_hasWritten = parsed.instance == m_instance;
            }
        }
        return *m_hasWritten;
    }

    Status adopt(const OwnLog& log, const sync::LogEntry& entry, const QByteArray& bytes,
                 const QString& sha256, const QString& key)
    {
        storage::LogEntry adopted;
        adopted.head = {log.unit, log.workstation, entry.sequence,
                        entry.sequence == 1 ? QString() : entry.previous, entry.writtenAt};
        adopted.sha256 = sha256;
        adopted.bytes = bytes;
        adopted.confirmedAt = m_workspace.clock().now();
        const auto latest = std::max_element(entry.changes.begin(), entry.changes.end(),
                                             [](const auto& a, const auto& b) { return a.stamp < b.stamp; });
        int takenBack = 0;
        SOHOA_TRY(journal().write([&](JournalWriter& writer) -> Status {
            SOHOA_ASSIGN(takenBack, writer.takeBackEntries(log.unit, log.workstation, entry.sequence));
            SOHOA_TRY(writer.adoptEntry(adopted, key, entry.changes));
            // Oldest changes are shipped first. An entry of ours that is younger than a change of ours it
            // left out was written by somebody who did not have that change: another machine, at work at the
            // same time. After a restore the clock of a new machine may be behind, which looks the same.
            SOHOA_ASSIGN(const std::optional<QString> oldest, journal().oldestUnshippedStamp());
            if (!m_restored && oldest && *oldest < latest->stamp) {
                return failure(
                    ErrorCode::WorkstationTwice,
                    QStringLiteral("entry %1 was written while this home was at work").arg(entry.sequence));
            }
            return {};
        }));
        m_summary.takenBack += takenBack;
        ++m_summary.adopted;
        return {};
    }

    const Workspace& m_workspace;
    sync::Warehouse& m_warehouse;
    StopToken m_stop;
    QString m_instance;
    bool m_restored = false;
    std::optional<bool> m_hasWritten;
    OwnLogSummary m_summary;
};

} // namespace

Result<OwnLogSummary> catchUpOwnLog(const Workspace& workspace, sync::Warehouse& warehouse,
                                    const StopToken& stop)
{
    return CatchingUp(workspace, warehouse, stop).run();
}

} // namespace sohoa::workflow
