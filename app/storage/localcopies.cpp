// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Copies in the vault of what the warehouse has. A row of `localCopy` says that the vault need not have the
// file: it is written before the file goes, so that nobody ever misses one that was removed knowingly.
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/store.h"

namespace sohoa::storage {

namespace {

constexpr int daysOfLeftovers = 7;

// ?1: confirmed or brought back before; ?2: a broken off import is over; ?3: one file alone, or ''.
const std::string removableQuery =
    "SELECT sha256, bytes, since, carried FROM ("
    " SELECT c.sha256, COALESCE(r.length, 0) AS bytes, c.at AS since, 1 AS carried FROM localCopy c"
    " LEFT JOIN receipt r ON r.sha256 = c.sha256 WHERE c.state = 'carried'"
    " AND (r.sha256 IS NOT NULL OR c.at < ?2) AND c.sha256 NOT IN (SELECT sha256 FROM paper WHERE own = 1)"
    " UNION ALL SELECT p.sha256, MAX(p.bytes), MAX(p.confirmedAt, COALESCE(c.at, 0)), 0 FROM paper p"
    " LEFT JOIN localCopy c ON c.sha256 = p.sha256"
    " WHERE p.delivery = 'confirmed' AND p.confirmedAt < ?1 AND (p.own = 1 OR c.state = 'fetched')"
    " AND (c.state IS NULL OR c.state = 'leaving' OR (c.state IN ('fetched', 'carried') AND c.at < ?1))"
    " AND NOT EXISTS (SELECT 1 FROM paper q WHERE q.sha256 = p.sha256"
    "   AND (q.delivery <> 'confirmed' OR q.confirmedAt >= ?1)) GROUP BY p.sha256)"
    " WHERE (?3 = '' OR sha256 = ?3) AND sha256 NOT IN (SELECT sha256 FROM page)"
    " AND sha256 NOT IN (SELECT sha256 FROM outbox WHERE kind = 'blob')"
    " ORDER BY carried DESC, since, sha256 LIMIT ?4 OFFSET ?5";

Result<RemovableCopy> copyOf(const Statement& row)
{
    return RemovableCopy{row.text(0), row.integer(1), row.time(2), row.flag(3)};
}

} // namespace

Result<std::vector<RemovableCopy>> Journal::removableCopies(const QDateTime& before, int limit,
                                                            int offset) const
{
    const auto access = m_store->read();
    return allRows(*access, removableQuery,
                   {before, m_store->clock.now().addDays(-daysOfLeftovers), QString(), limit, offset},
                   copyOf);
}

Result<bool> Journal::mayBeAway(const QString& sha256) const
{
    const auto access = m_store->read();
    SOHOA_ASSIGN(const std::optional<bool> away,
                 firstRow(*access, "SELECT 1 FROM localCopy WHERE sha256 = ?1 AND state <> 'carried'",
                          {sha256}, [](const Statement&) -> Result<bool> { return true; }));
    return away.value_or(false);
}

Result<bool> JournalWriter::letCopyGo(const QString& sha256, const QDateTime& before)
{
    SOHOA_ASSIGN(const std::optional<RemovableCopy> copy,
                 firstRow(m_store.writer, removableQuery,
                          {before, m_store.clock.now().addDays(-daysOfLeftovers), sha256, 1, 0}, copyOf));
    if (!copy) {
        return false;
    }
    if (!copy->carried) {
        SOHOA_TRY(m_store.writer.run("INSERT INTO localCopy (sha256, state, at) VALUES (?1, 'leaving', ?2)"
                                     " ON CONFLICT (sha256) DO UPDATE SET state = 'leaving', at = ?2",
                                     {sha256, m_store.clock.now()}));
    }
    return true;
}

Status JournalWriter::copyIsGone(const QString& sha256)
{
    SOHOA_TRY(m_store.writer.run("DELETE FROM localCopy WHERE sha256 = ?1 AND state = 'carried'", {sha256}));
    return m_store.writer.run("UPDATE localCopy SET state = 'gone', at = ?2"
                              " WHERE sha256 = ?1 AND state = 'leaving'",
                              {sha256, m_store.clock.now()});
}

Status JournalWriter::copyIsBack(const QString& sha256)
{
    return m_store.writer.run("INSERT INTO localCopy (sha256, state, at) VALUES (?1, 'fetched', ?2)"
                              " ON CONFLICT (sha256) DO UPDATE SET state = 'fetched', at = ?2",
                              {sha256, m_store.clock.now()});
}

} // namespace sohoa::storage
