// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// What came here in a bundle, to be delivered for another workstation.
#include "storage/changelog.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/store.h"

namespace sohoa::storage {

namespace {

constexpr const char* sealedColumn = "carriedEntry.bytes";

/// @return whether it was not on the outbox
Result<bool> enqueueCarried(JournalStore& store, OutboxKind kind, const QString& sha256, qint64 bytes,
                            const LogHead& head)
{
    SOHOA_TRY(store.writer.run(
        "INSERT INTO outbox (kind, sha256, bytes, state, attempts, since, unit, workstation,"
        " sequence) VALUES (?1, ?2, ?3, 'waiting', 0, ?4, ?5, ?6, ?7)"
        " ON CONFLICT (kind, sha256) DO NOTHING",
        {toString(kind), sha256, bytes, store.clock.now(), head.unit, head.workstation, head.sequence}));
    return store.writer.changedRows() > 0;
}

} // namespace

Result<LogEntry> Journal::carriedEntry(const QString& unit, int workstation, qint64 sequence) const
{
    const auto access = m_store->read();
    SOHOA_ASSIGN(std::optional<LogEntry> entry,
                 firstRow(*access,
                          "SELECT sha256, previous, confirmedAt, bytes FROM carriedEntry"
                          " WHERE unit = ?1 AND workstation = ?2 AND sequence = ?3",
                          {unit, workstation, sequence}, [&](const Statement& row) -> Result<LogEntry> {
                              LogEntry read;
                              read.head = {unit, workstation, sequence, row.text(1), {}};
                              read.sha256 = row.text(0);
                              read.confirmedAt = row.optionalTime(2);
                              SOHOA_ASSIGN(read.bytes,
                                           m_store->sealer.open(sealedColumn, read.sha256, row.blob(3)));
                              return read;
                          }));
    if (!entry) {
        return failure(ErrorCode::NotFound, QStringLiteral("carried entry %1").arg(sequence));
    }
    return std::move(*entry);
}

Status JournalWriter::markCarried(const QString& sha256)
{
    return m_store.writer.run("INSERT INTO localCopy (sha256, state, at) VALUES (?1, 'carried', ?2)"
                              " ON CONFLICT (sha256) DO UPDATE SET at = ?2 WHERE state = 'carried'",
                              {sha256, m_store.clock.now()});
}

Result<bool> JournalWriter::carryFile(const QString& sha256, qint64 bytes, const QString& unit,
                                      int workstation)
{
    SOHOA_ASSIGN(const qint64 delivered,
                 m_store.writer.integerOf("SELECT COUNT(*) FROM receipt WHERE sha256 = ?1", {sha256}));
    if (delivered > 0) {
        return false;
    }
    return enqueueCarried(m_store, OutboxKind::Blob, sha256, bytes, {unit, workstation, 0, {}, {}});
}

Result<bool> JournalWriter::carryEntry(const LogEntry& entry)
{
    const LogHead& head = entry.head;
    SOHOA_ASSIGN(
        const std::optional<QString> known,
        firstRow(m_store.writer,
                 "SELECT sha256 FROM carriedEntry WHERE unit = ?1 AND workstation = ?2 AND sequence ="
                 " ?3 UNION ALL SELECT sha256 FROM logEntry WHERE unit = ?1 AND workstation = ?2"
                 " AND sequence = ?3",
                 {head.unit, head.workstation, head.sequence},
                 [](const Statement& row) -> Result<QString> { return row.text(0); }));
    if (known) {
        return *known == entry.sha256
                   ? Result<bool>(false)
                   : failure(ErrorCode::WorkstationTwice,
                             QStringLiteral("two entries %1 were carried here").arg(head.sequence));
    }
    SOHOA_ASSIGN(QByteArray sealed, m_store.sealer.seal(sealedColumn, entry.sha256, entry.bytes));
    SOHOA_TRY(m_store.writer.run(
        "INSERT INTO carriedEntry (unit, workstation, sequence, sha256, previous, bytes)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        {head.unit, head.workstation, head.sequence, entry.sha256, head.previousSha256, std::move(sealed)}));
    return enqueueCarried(m_store, OutboxKind::Carried, entry.sha256, entry.bytes.size(), head);
}

Status JournalWriter::confirmCarriedEntry(const QString& unit, int workstation, qint64 sequence,
                                          const QString& key, const QDateTime& at)
{
    SOHOA_ASSIGN(const auto outbox,
                 firstRow(m_store.writer,
                          "SELECT o.sha256, o.bytes FROM outbox o JOIN carriedEntry e ON e.sha256 = o.sha256"
                          " WHERE o.kind = 'carried' AND e.unit = ?1 AND e.workstation = ?2"
                          " AND e.sequence = ?3",
                          {unit, workstation, sequence},
                          [](const Statement& row) -> Result<std::pair<QString, qint64>> {
                              return std::pair(row.text(0), row.integer(1));
                          }));
    if (!outbox) {
        return failure(ErrorCode::NotFound, QStringLiteral("carried entry %1").arg(sequence));
    }
    SOHOA_TRY(keepReceipt(m_store, {key, outbox->first, outbox->second, at}));
    SOHOA_TRY(
        m_store.writer.run("DELETE FROM outbox WHERE kind = 'carried' AND sha256 = ?1", {outbox->first}));
    return m_store.writer.run("UPDATE carriedEntry SET confirmedAt = ?4 WHERE unit = ?1 AND workstation = ?2"
                              " AND sequence = ?3",
                              {unit, workstation, sequence, at});
}

} // namespace sohoa::storage
