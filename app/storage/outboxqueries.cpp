// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/errorname.h"
#include "storage/journal.h"
#include "storage/store.h"

namespace sohoa::storage {

using namespace dossier;

namespace {

const std::string outboxQuery =
    "SELECT o.id, o.kind, o.sha256, o.bytes, o.state, o.reason, o.attempts, o.nextTry, o.since, o.unit,"
    " o.workstation, o.sequence, p.uid, p.dossierUid, d.code, p.component, p.title,"
    " o.kind = 'entry' AND EXISTS (SELECT 1 FROM change c WHERE c.unit = o.unit"
    "   AND c.workstation = o.workstation AND c.sequence = o.sequence AND c.own = 1 AND c.blob IS NOT NULL"
    "   AND c.blob NOT IN (SELECT sha256 FROM receipt)) FROM outbox o"
    // Two papers may have the same content; the item shows the older one.
    " LEFT JOIN paper p ON o.kind = 'blob' AND p.id = (SELECT MIN(id) FROM paper WHERE sha256 = o.sha256)"
    " LEFT JOIN dossier d ON d.uid = p.dossierUid";
const std::string outboxOrder = " ORDER BY o.kind, o.since, o.id"; // 'blob' < 'entry'

Result<OutboxItem> itemOf(const Statement& row)
{
    OutboxItem item;
    item.id = row.integer(0);
    item.kind = row.text(1) == toString(OutboxKind::Entry)     ? OutboxKind::Entry
                : row.text(1) == toString(OutboxKind::Carried) ? OutboxKind::Carried
                                                               : OutboxKind::Blob;
    item.sha256 = row.text(2);
    item.bytes = row.integer(3);
    SOHOA_ASSIGN(item.state, known(deliveryStateFrom(row.text(4)), "outbox.state"));
    if (!row.isNull(5)) {
        // An unknown one, from a newer program, is shown and never lost.
        item.reason = errorCodeFrom(row.text(5)).value_or(ErrorCode::Internal);
    }
    item.attempts = row.number(6);
    item.nextTry = row.optionalTime(7);
    item.since = row.time(8);
    item.unit = row.text(9);
    item.workstation = row.number(10);
    item.sequence = row.integer(11);
    item.paperUid = row.text(12);
    item.dossierUid = row.text(13);
    item.dossierCode = row.text(14);
    item.component = row.number(15);
    item.title = row.text(16);
    item.waitsForFile = row.flag(17);
    return item;
}

const std::string entryQuery =
    "SELECT unit, workstation, sequence, previous, cutAt, sha256, confirmedAt, bytes FROM logEntry";

Result<LogEntry> entryOf(const Statement& row)
{
    LogEntry entry;
    entry.head = {row.text(0), row.number(1), row.integer(2), row.text(3), row.time(4)};
    entry.sha256 = row.text(5);
    entry.confirmedAt = row.optionalTime(6);
    return entry;
}

} // namespace

Result<std::vector<OutboxItem>> Journal::outbox() const
{
    return outboxDue(true);
}

Result<std::vector<OutboxItem>> Journal::outboxDue(bool force) const
{
    const auto access = m_store->read();
    return allRows(*access, outboxQuery + " WHERE (?1 OR o.nextTry IS NULL OR o.nextTry <= ?2)" + outboxOrder,
                   {force, m_store->clock.now()}, itemOf);
}

Result<std::vector<OutboxItem>> Journal::outboxDue(OutboxKind kind, bool force, int limit, qint64 after) const
{
    const auto access = m_store->read();
    return allRows(*access,
                   outboxQuery + " WHERE o.kind = ?3 AND (?1 OR o.nextTry IS NULL OR o.nextTry <= ?2)"
                                 " AND o.id > ?4 ORDER BY o.id LIMIT ?5",
                   {force, m_store->clock.now(), toString(kind), after, limit}, itemOf);
}

Result<std::vector<OutboxPlace>> Journal::papersDue(bool force) const
{
    const auto access = m_store->read();
    return allRows(*access,
                   "SELECT id, bytes, since FROM outbox WHERE kind = 'blob'"
                   " AND (?1 OR (state <> 'refused' AND (nextTry IS NULL OR nextTry <= ?2))) ORDER BY id",
                   {force, m_store->clock.now()}, [](const Statement& row) -> Result<OutboxPlace> {
                       return OutboxPlace{row.integer(0), row.integer(1), row.time(2)};
                   });
}

Result<std::optional<OutboxItem>> Journal::outboxItem(qint64 id) const
{
    const auto access = m_store->read();
    return firstRow(*access, outboxQuery + " WHERE o.id = ?1", {id}, itemOf);
}

Result<bool> Journal::isInOutbox(const QString& sha256) const
{
    const auto access = m_store->read();
    SOHOA_ASSIGN(const std::optional<bool> there,
                 firstRow(*access, "SELECT 1 FROM outbox WHERE kind = 'blob' AND sha256 = ?1", {sha256},
                          [](const Statement&) -> Result<bool> { return true; }));
    return there.value_or(false);
}

Result<OutboxCounts> Journal::outboxCounts() const
{
    const auto access = m_store->read();
    SOHOA_ASSIGN(
        const std::optional<OutboxCounts> counts,
        firstRow(
            *access,
            "SELECT COALESCE(SUM(kind = 'blob'), 0), COALESCE(SUM(kind <> 'blob'), 0),"
            " COALESCE(SUM(state = 'refused'), 0), COALESCE(SUM(bytes), 0),"
            " (SELECT COUNT(*) FROM change WHERE sequence IS NULL),"
            " (SELECT MIN(since) FROM (SELECT since FROM outbox"
            "   UNION ALL SELECT madeAt FROM paper WHERE delivery <> 'confirmed' AND own = 1)) FROM outbox",
            {}, [](const Statement& row) -> Result<OutboxCounts> {
                return OutboxCounts{row.number(0),  row.number(1), row.number(2),
                                    row.integer(3), row.number(4), row.optionalTime(5)};
            }));
    return counts.value_or(OutboxCounts{});
}

Result<std::optional<Receipt>> Journal::receipt(const QString& sha256) const
{
    const auto access = m_store->read();
    return firstRow(*access, "SELECT key, sha256, length, confirmedAt FROM receipt WHERE sha256 = ?1",
                    {sha256}, [](const Statement& row) -> Result<Receipt> {
                        return Receipt{row.text(0), row.text(1), row.integer(2), row.time(3)};
                    });
}

Result<std::vector<Paper>> Journal::papersWithContent(const QString& sha256) const
{
    static const std::string sql =
        "SELECT " + paperColumns + " FROM paper WHERE sha256 = ?1 ORDER BY id DESC";
    const auto access = m_store->read();
    return allRows(*access, sql, {sha256}, paperOf);
}

Result<LogEntry> Journal::logEntry(const QString& unit, int workstation, qint64 sequence) const
{
    const auto access = m_store->read();
    SOHOA_ASSIGN(std::optional<LogEntry> entry,
                 firstRow(*access, entryQuery + " WHERE unit = ?1 AND workstation = ?2 AND sequence = ?3",
                          {unit, workstation, sequence}, [this](const Statement& row) -> Result<LogEntry> {
                              SOHOA_ASSIGN(LogEntry read, entryOf(row));
                              SOHOA_ASSIGN(read.bytes,
                                           m_store->sealer.open("logEntry.bytes", read.sha256, row.blob(7)));
                              return read;
                          }));
    if (!entry) {
        return failure(ErrorCode::NotFound, QStringLiteral("log entry %1").arg(sequence));
    }
    return std::move(*entry);
}

Result<std::vector<LogEntry>> Journal::logEntries() const
{
    const auto access = m_store->read();
    return allRows(*access, entryQuery + " ORDER BY unit, workstation, sequence", {}, entryOf);
}

Result<std::vector<OwnLog>> Journal::ownLogs() const
{
    const auto access = m_store->read();
    // Entries are confirmed in the order of their numbers, so the confirmed end is the one before the first
    // that is not. Written so that no entry's bytes are read.
    return allRows(
        *access,
        "SELECT l.unit, l.workstation, l.confirmed, COALESCE((SELECT sha256 FROM logEntry e WHERE"
        "   e.unit = l.unit AND e.workstation = l.workstation AND e.sequence = l.confirmed), ''), l.last"
        " FROM (SELECT a.unit, a.workstation, a.last, COALESCE((SELECT MIN(sequence) - 1 FROM logEntry u"
        "   WHERE u.unit = a.unit AND u.workstation = a.workstation AND u.confirmedAt IS NULL), a.last)"
        "   AS confirmed FROM (SELECT unit, workstation, MAX(sequence) AS last FROM logEntry"
        "   GROUP BY unit, workstation) a) l ORDER BY l.unit, l.workstation",
        {}, [](const Statement& row) -> Result<OwnLog> {
            return OwnLog{row.text(0), row.number(1), row.integer(2), row.text(3), row.integer(4)};
        });
}

Result<bool> Journal::hasShippableChanges() const
{
    const auto access = m_store->read();
    SOHOA_ASSIGN(const std::optional<bool> there,
                 firstRow(*access,
                          "SELECT 1 FROM change WHERE sequence IS NULL AND own = 1"
                          " AND (blob IS NULL OR blob IN (SELECT sha256 FROM receipt)) LIMIT 1",
                          {}, [](const Statement&) -> Result<bool> { return true; }));
    return there.value_or(false);
}

Result<std::optional<QString>> Journal::oldestUnshippedStamp() const
{
    const auto access = m_store->read();
    return firstRow(*access,
                    "SELECT stamp FROM change WHERE sequence IS NULL AND own = 1 AND blob IS NULL"
                    " ORDER BY stamp LIMIT 1",
                    {}, [](const Statement& row) -> Result<QString> { return row.text(0); });
}

Result<std::vector<LogCursor>> Journal::cursors() const
{
    const auto access = m_store->read();
    return allRows(*access,
                   "SELECT unit, workstation, sequence, sha256 FROM cursor ORDER BY unit, workstation", {},
                   [](const Statement& row) -> Result<LogCursor> {
                       return LogCursor{row.text(0), row.number(1), row.integer(2), row.text(3)};
                   });
}

} // namespace sohoa::storage
