// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Entries of our own log that only the warehouse remembers: this home was set back to an older state.
#include "dossier/codes.h"
#include "storage/changelog.h"
#include "storage/journalwriter.h"
#include "storage/store.h"

#include <set>

namespace sohoa::storage {

using namespace dossier;

namespace {

/// Numbers that were given out under it are not given again.
Status raiseDailyNumber(JournalStore& store, const Change& opening)
{
    const std::optional<DossierCodeParts> code =
        parseDossierCode(opening.body[QLatin1String("code")].toString());
    if (!code) {
        return {};
    }
    return store.writer.run("INSERT INTO dailyNumber (day, last) VALUES (?1, ?2)"
                            " ON CONFLICT (day) DO UPDATE SET last = MAX(last, ?2)",
                            {code->date.toString(Qt::ISODate), code->number});
}

/// A change of an adopted entry: it waits here still, or we learn of it now. @return whether it is new here.
Result<bool> takeOwnChange(JournalStore& store, const Change& change, const LogHead& head)
{
    static const std::string sql =
        "SELECT " + changeColumns + " FROM change WHERE dossierUid = ?1 AND stamp = ?2 AND own = 1";
    SOHOA_ASSIGN(const std::optional<KeptChange> kept,
                 firstRow(store.writer, sql, {change.dossierUid, change.stamp},
                          [&store](const Statement& row) { return changeOf(row, store.sealer); }));
    if (!kept) {
        SOHOA_TRY(putChange(store, change, true, head, {}));
        // Ours: the clock goes on behind it whatever it says.
        SOHOA_TRY(store.writer.run("UPDATE state SET stamp = ?1 WHERE stamp < ?1", {change.stamp}));
        if (change.kind == ChangeKind::DossierOpened) {
            SOHOA_TRY(raiseDailyNumber(store, change));
        }
        return true;
    }
    if (kept->sequence != 0 || kept->change.kind != change.kind || kept->change.body != change.body) {
        return failure(ErrorCode::WorkstationTwice,
                       QStringLiteral("the stamp %1 stands for two changes").arg(change.stamp));
    }
    SOHOA_TRY(store.writer.run("UPDATE change SET unit = ?2, workstation = ?3, sequence = ?4 WHERE id = ?1",
                               {kept->id, head.unit, head.workstation, head.sequence}));
    return false;
}

} // namespace

Result<int> JournalWriter::takeBackEntries(const QString& unit, int workstation, qint64 from)
{
    SOHOA_ASSIGN(const qint64 confirmed,
                 m_store.writer.integerOf("SELECT COUNT(*) FROM logEntry WHERE unit = ?1 AND workstation = ?2"
                                          " AND sequence >= ?3 AND confirmedAt IS NOT NULL",
                                          {unit, workstation, from}));
    if (confirmed > 0) {
        return failure(ErrorCode::InvalidArgument,
                       QStringLiteral("entry %1 or later is confirmed").arg(from));
    }
    SOHOA_TRY(m_store.writer.run("UPDATE change SET unit = NULL, workstation = NULL, sequence = NULL"
                                 " WHERE own = 1 AND unit = ?1 AND workstation = ?2 AND sequence >= ?3",
                                 {unit, workstation, from}));
    SOHOA_TRY(m_store.writer.run("DELETE FROM outbox WHERE kind = 'entry' AND unit = ?1 AND workstation = ?2"
                                 " AND sequence >= ?3",
                                 {unit, workstation, from}));
    SOHOA_TRY(
        m_store.writer.run("DELETE FROM logEntry WHERE unit = ?1 AND workstation = ?2 AND sequence >= ?3",
                           {unit, workstation, from}));
    return static_cast<int>(m_store.writer.changedRows());
}

Status JournalWriter::adoptEntry(const LogEntry& entry, const QString& key,
                                 const std::vector<Change>& changes)
{
    const LogHead& head = entry.head;
    SOHOA_TRY(takeBackEntries(head.unit, head.workstation, head.sequence));
    SOHOA_ASSIGN(const EntryPlace last, lastEntry(m_store.writer, head.unit, head.workstation));
    if (head.sequence != last.sequence + 1 || head.previousSha256 != last.sha256) {
        return failure(ErrorCode::LogBroken, QStringLiteral("own entry %1 after %2 of %3/%4")
                                                 .arg(head.sequence)
                                                 .arg(last.sequence)
                                                 .arg(head.unit)
                                                 .arg(head.workstation));
    }
    const QDateTime at = entry.confirmedAt.value_or(m_store.clock.now());
    SOHOA_ASSIGN(QByteArray sealed, m_store.sealer.seal("logEntry.bytes", entry.sha256, entry.bytes));
    SOHOA_TRY(m_store.writer.run(
        "INSERT INTO logEntry (unit, workstation, sequence, sha256, previous, length, bytes, cutAt,"
        " confirmedAt) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        {head.unit, head.workstation, head.sequence, entry.sha256, head.previousSha256,
         qint64(entry.bytes.size()), std::move(sealed), head.cutAt, at}));
    SOHOA_TRY(keepReceipt(m_store, {key, entry.sha256, entry.bytes.size(), at}));
    std::set<QString> touched;
    std::set<std::pair<QString, QString>> fresh; // dossier and stamp
    for (const Change& change : changes) {
        SOHOA_ASSIGN(const bool isNew, takeOwnChange(m_store, change, head));
        if (isNew) {
            fresh.emplace(change.dossierUid, change.stamp);
        }
        touched.insert(change.dossierUid);
    }
    for (const QString& uid : touched) {
        SOHOA_TRY(refold(m_store, uid, at, [&fresh](const KeptChange& known) {
            return fresh.contains({known.change.dossierUid, known.change.stamp});
        }));
    }
    for (const Change& change : changes) {
        if (change.kind == ChangeKind::PaperMade) {
            SOHOA_TRY(confirmPaper(m_store, change.body[QLatin1String("uid")].toString(), at));
        }
    }
    return {};
}

} // namespace sohoa::storage
