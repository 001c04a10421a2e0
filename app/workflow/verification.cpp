// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/verification.h"

#include "storage/journal.h"
#include "storage/vault.h"
#include "sync/delivery.h"
#include "sync/keys.h"
#include "sync/logentry.h"
#include "sync/warehouse.h"
#include "workflow/workspace.h"

#include <algorithm>
#include <map>

namespace sohoa::workflow {

namespace {

/// The journal's own copy of a log that this home wrote.
class JournalLog final : public sync::LogSource
{
public:
    JournalLog(const storage::Journal& journal, sync::LogIdentity log, std::vector<qint64> sequences)
        : m_journal(journal)
        , m_log(std::move(log))
        , m_sequences(std::move(sequences))
    {
    }

    Result<std::vector<qint64>> sequencesAfter(qint64 after, QStringList&) override
    {
        constexpr std::ptrdiff_t most = 1000;
        const auto first = std::upper_bound(m_sequences.begin(), m_sequences.end(), after);
        const auto last = first + std::min<std::ptrdiff_t>(most, m_sequences.end() - first);
        return std::vector<qint64>(first, last);
    }

    Result<QByteArray> read(qint64 sequence) override
    {
        SOHOA_ASSIGN(storage::LogEntry entry, m_journal.logEntry(m_log.unit, m_log.workstation, sequence));
        return std::move(entry.bytes);
    }

private:
    const storage::Journal& m_journal;
    sync::LogIdentity m_log;
    std::vector<qint64> m_sequences;
};

class Verification
{
public:
    Verification(const Workspace& workspace, StopToken stop, const std::function<void(int, int)>& progress)
        : m_workspace(workspace)
        , m_stop(std::move(stop))
        , m_progress(progress)
    {
    }

    Result<VerificationReport> run()
    {
        SOHOA_ASSIGN(const std::vector<storage::VaultReference> files,
                     m_workspace.journal().vaultReferences());
        SOHOA_ASSIGN(const std::vector<storage::LogEntry> entries, m_workspace.journal().logEntries());
        m_total = static_cast<int>(files.size() + entries.size());
        for (const storage::VaultReference& file : files) {
            SOHOA_TRY(checkStopped());
            checkVaultFile(file);
        }
        SOHOA_TRY(checkOwnLogs(entries));
        SOHOA_TRY(checkWarehouse(files, entries));
        return std::move(m_report);
    }

private:
    [[nodiscard]] Status checkStopped() const
    {
        return m_stop.stop_requested() ? Status(failure(ErrorCode::Cancelled)) : Status();
    }

    void step()
    {
        ++m_done;
        if (m_progress) {
            m_progress(m_done, std::max(m_total, m_done));
        }
    }

    void differ(Difference::Place place, const QString& name, Error error)
    {
        m_report.differences.push_back({place, name, std::move(error)});
    }

    void checkVaultFile(const storage::VaultReference& file)
    {
        const Result<QByteArray> content = m_workspace.vault().get(file.sha256);
        if (!content && file.mayBeAway && content.error().code == ErrorCode::VaultFileMissing) {
            ++m_report.papersAway;
            step();
            return;
        }
        if (!content) {
            differ(Difference::Place::Vault, file.sha256, content.error());
        } else if (content->size() != file.bytes) {
            differ(
                Difference::Place::Journal, file.sha256,
                {ErrorCode::VaultFileDamaged, QStringLiteral("the journal says %1 bytes").arg(file.bytes)});
        }
        ++(file.isPaper ? m_report.papersChecked : m_report.pagesChecked);
        step();
    }

    Status checkOwnLogs(const std::vector<storage::LogEntry>& entries)
    {
        std::map<sync::LogIdentity, std::vector<qint64>> logs;
        for (const storage::LogEntry& entry : entries) {
            logs[{entry.head.unit, entry.head.workstation}].push_back(entry.head.sequence);
        }
        for (const auto& [log, sequences] : logs) {
            JournalLog source(m_workspace.journal(), log, sequences);
            SOHOA_ASSIGN(const sync::ChainReport chain, sync::verifyChain(source, log, {}, {}, m_stop));
            noteChain(Difference::Place::Journal, log, chain);
            m_report.entriesChecked += static_cast<int>(chain.entries);
        }
        return {};
    }

    void noteChain(Difference::Place place, const sync::LogIdentity& log, const sync::ChainReport& chain)
    {
        for (const sync::ChainFinding& finding : chain.findings) {
            differ(place, sync::logKey(log, finding.sequence),
                   {ErrorCode::LogBroken, toString(finding.fault) + QStringLiteral(": ") + finding.detail});
        }
    }

    /// A warehouse that is away, or goes away meanwhile, is one difference: what was found here stays found.
    Status checkWarehouse(const std::vector<storage::VaultReference>& files,
                          const std::vector<storage::LogEntry>& entries)
    {
        const Result<std::unique_ptr<sync::Warehouse>> opened = m_workspace.openWarehouse();
        const Status reached = opened ? reach(**opened) : Status(failure(opened.error()));
        if (!reached) {
            differ(Difference::Place::Warehouse, QStringLiteral("warehouse"), reached.error());
            return {};
        }
        Status compared = compareWith(**opened, files, entries);
        if (!compared && sync::isWarehouseAway(compared.error().code)) {
            differ(Difference::Place::Warehouse, QStringLiteral("warehouse"), compared.error());
            return {};
        }
        m_report.warehouseReached = compared.has_value();
        return compared;
    }

    Status compareWith(sync::Warehouse& warehouse, const std::vector<storage::VaultReference>& files,
                       const std::vector<storage::LogEntry>& entries)
    {
        for (const storage::VaultReference& file : files) {
            if (!file.isPaper) {
                continue;
            }
            SOHOA_ASSIGN(const std::optional<storage::Receipt> receipt,
                         m_workspace.journal().receipt(file.sha256));
            if (receipt) {
                SOHOA_TRY(checkStopped());
                SOHOA_TRY(confirm(warehouse, Difference::Place::Warehouse, receipt->key, receipt->sha256,
                                  receipt->length));
            }
        }
        for (const storage::LogEntry& head : entries) {
            if (!head.confirmedAt) {
                continue;
            }
            SOHOA_TRY(checkStopped());
            SOHOA_ASSIGN(
                const storage::LogEntry entry,
                m_workspace.journal().logEntry(head.head.unit, head.head.workstation, head.head.sequence));
            SOHOA_TRY(confirm(warehouse, Difference::Place::WarehouseLog,
                              sync::logKey({head.head.unit, head.head.workstation}, head.head.sequence),
                              entry.sha256, entry.bytes.size()));
        }
        return checkWarehouseLogs(warehouse);
    }

    static Status reach(sync::Warehouse& warehouse)
    {
        SOHOA_TRY(warehouse.identity());
        return {};
    }

    /// Notes it when the object is not what it should be; fails when that cannot be asked.
    Status confirm(sync::Warehouse& warehouse, Difference::Place place, const QString& key,
                   const QString& sha256, qint64 length)
    {
        if (const Status confirmed = warehouse.confirm(key, sha256, length, {m_stop, {}}); !confirmed) {
            const ErrorCode code = confirmed.error().code;
            if (code == ErrorCode::Cancelled || sync::isWarehouseAway(code)) {
                return failure(confirmed.error());
            }
            differ(place, key, confirmed.error());
        }
        ++m_report.warehouseObjectsChecked;
        step();
        return {};
    }

    /// The chains of every workstation's log there, ours included.
    Status checkWarehouseLogs(sync::Warehouse& warehouse)
    {
        SOHOA_ASSIGN(const std::vector<sync::LogIdentity> logs, sync::listLogs(warehouse, m_stop));
        for (const sync::LogIdentity& log : logs) {
            sync::WarehouseLog source(warehouse, log, m_stop);
            SOHOA_ASSIGN(const sync::ChainReport chain, sync::verifyChain(source, log, {}, {}, m_stop));
            noteChain(Difference::Place::WarehouseLog, log, chain);
        }
        return {};
    }

    const Workspace& m_workspace;
    StopToken m_stop;
    const std::function<void(int, int)>& m_progress;
    VerificationReport m_report;
    int m_done = 0;
    int m_total = 0;
};

} // namespace

Result<VerificationReport> verifyHome(const Workspace& workspace, const StopToken& stop,
                                      const std::function<void(int, int)>& progress)
{
    return Verification(workspace, stop, progress).run();
}

} // namespace sohoa::workflow
