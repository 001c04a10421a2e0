// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"
#include "storage/changelog.h"
#include "storage/journalwriter.h"
#include "storage/store.h"

#include <algorithm>

namespace sohoa::storage {

using namespace dossier;

namespace {

// What toJson(Change) puts around a body.
constexpr qint64 envelopeBytes = 120;

/// Changes for the next entry, oldest first; PaperMade only when its file is confirmed.
Result<std::vector<KeptChange>> shippable(JournalStore& store, qint64 maxBytes, NamedFiles named,
                                          const QStringList& without)
{
    static const std::string select = "SELECT " + changeColumns +
                                      ", length, blob FROM change WHERE sequence IS NULL AND own = 1"
                                      " AND (blob IS NULL OR blob IN (SELECT sha256 FROM receipt)";
    static const std::string confirmed = select + ") ORDER BY stamp";
    static const std::string queued =
        select + " OR blob IN (SELECT sha256 FROM outbox WHERE kind = 'blob')) ORDER BY stamp";
    constexpr int lengthColumn = 8;
    constexpr int blobColumn = 9;
    std::vector<KeptChange> changes;
    qint64 bytes = 0;
    SOHOA_ASSIGN(Statement statement,
                 store.writer.prepare(named == NamedFiles::Confirmed ? confirmed : queued));
    while (true) {
        SOHOA_ASSIGN(const bool more, statement.step());
        if (!more) {
            return changes;
        }
        if (!without.isEmpty() && without.contains(statement.text(blobColumn))) {
            continue;
        }
        bytes += statement.integer(lengthColumn) + envelopeBytes;
        if (bytes > maxBytes && !changes.empty()) {
            return changes;
        }
        SOHOA_ASSIGN(KeptChange change, changeOf(statement, store.sealer));
        changes.push_back(std::move(change));
    }
}

Status enqueue(JournalStore& store, OutboxKind kind, const QString& sha256, qint64 bytes, const LogHead& head)
{
    return store.writer.run(
        "INSERT INTO outbox (kind, sha256, bytes, state, attempts, since, unit, workstation,"
        " sequence) VALUES (?1, ?2, ?3, 'waiting', 0, ?4, ?5, ?6, ?7)"
        " ON CONFLICT (kind, sha256) DO NOTHING",
        {toString(kind), sha256, bytes, store.clock.now(), head.unit, head.workstation, head.sequence});
}

} // namespace

Result<EntryPlace> lastEntry(Connection& connection, const QString& unit, int workstation)
{
    SOHOA_ASSIGN(const std::optional<EntryPlace> last,
                 firstRow(connection,
                          "SELECT sequence, sha256 FROM logEntry WHERE unit = ?1 AND workstation = ?2"
                          " ORDER BY sequence DESC LIMIT 1",
                          {unit, workstation}, [](const Statement& row) -> Result<EntryPlace> {
                              return EntryPlace{row.integer(0), row.text(1)};
                          }));
    return last.value_or(EntryPlace{});
}

Status keepReceipt(JournalStore& store, const Receipt& receipt)
{
    return store.writer.run("INSERT INTO receipt (sha256, key, length, confirmedAt) VALUES (?1, ?2, ?3, ?4)"
                            " ON CONFLICT (sha256) DO NOTHING",
                            {receipt.sha256, receipt.key, receipt.length, receipt.confirmedAt});
}

Status confirmPaper(JournalStore& store, const QString& paperUid, const QDateTime& at)
{
    SOHOA_ASSIGN(const std::optional<Paper> paper, findPaper(store.writer, paperUid));
    if (!paper || paper->delivery == DeliveryState::Confirmed) {
        return {};
    }
    SOHOA_TRY(store.writer.run("UPDATE paper SET delivery = 'confirmed', confirmedAt = ?2 WHERE uid = ?1",
                               {paperUid, at}));
    return putEvent(store, Event{paper->dossierUid,
                                 at,
                                 EventKind::PaperConfirmed,
                                 {},
                                 {{QStringLiteral("component"), paper->component},
                                  {QStringLiteral("code"), paper->code},
                                  {QStringLiteral("version"), paper->version}}});
}

Status putPaper(JournalStore& store, const Paper& paper, bool own)
{
    return store.writer.run(
        "INSERT INTO paper (uid, dossierUid, component, code, title, sha256, bytes, pages, version,"
        " madeAt, signature, delivery, confirmedAt, own)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
        " ON CONFLICT (uid) DO UPDATE SET signature = ?11",
        {paper.uid, paper.dossierUid, paper.component, paper.code, paper.title, paper.sha256, paper.bytes,
         paper.pages, paper.version, paper.madeAt.isValid() ? paper.madeAt : store.clock.now(),
         toString(paper.signature), toString(paper.delivery), paper.confirmedAt, own});
}

Status JournalWriter::addPaper(const Paper& paper)
{
    SOHOA_TRY(knownDossier(m_store, paper.dossierUid));
    if (!isSha256Hex(paper.sha256)) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("paper without content"));
    }
    SOHOA_ASSIGN(const std::optional<Paper> there, findPaper(m_store.writer, paper.uid));
    if (there || paper.uid.isEmpty()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("paper is there already"));
    }
    SOHOA_ASSIGN(const qint64 delivered,
                 m_store.writer.integerOf("SELECT COUNT(*) FROM receipt WHERE sha256 = ?1", {paper.sha256}));
    Paper entered = paper;
    entered.delivery = delivered > 0 ? DeliveryState::Confirming : DeliveryState::Waiting;
    entered.confirmedAt = {};
    SOHOA_TRY(putPaper(m_store, entered, true));
    SOHOA_TRY(
        appendChange(m_store, paper.dossierUid, ChangeKind::PaperMade, changeBody(entered), paper.sha256));
    return delivered > 0 ? Status() : enqueue(m_store, OutboxKind::Blob, paper.sha256, paper.bytes, {});
}

Status JournalWriter::setPaperSignature(const QString& paperUid, SignatureState state)
{
    SOHOA_ASSIGN(std::optional<Paper> paper, findPaper(m_store.writer, paperUid));
    if (!paper) {
        return failure(ErrorCode::NotFound, QStringLiteral("paper"));
    }
    if (paper->signature == state) {
        return {};
    }
    paper->signature = state;
    SOHOA_TRY(putPaper(m_store, *paper, true));
    return appendChange(m_store, paper->dossierUid, ChangeKind::PaperMade, changeBody(*paper), paper->sha256);
}

Status JournalWriter::resetSending()
{
    SOHOA_TRY(m_store.writer.run(
        "UPDATE outbox SET state = 'waiting' WHERE state IN ('sending', 'confirming')", {}));
    // A paper whose file is confirmed, and which no entry names yet, stays 'confirming'.
    return m_store.writer.run("UPDATE paper SET delivery = 'waiting' WHERE own = 1"
                              " AND delivery IN ('sending', 'confirming')"
                              " AND sha256 IN (SELECT sha256 FROM outbox WHERE kind = 'blob')",
                              {});
}

Status JournalWriter::setOutboxState(qint64 id, DeliveryState state, std::optional<ErrorCode> reason,
                                     int attempts, const std::optional<QDateTime>& nextTry)
{
    SOHOA_TRY(m_store.writer.run(
        "UPDATE outbox SET state = ?2, reason = ?3, attempts = ?4, nextTry = ?5"
        " WHERE id = ?1",
        {id, toString(state), reason ? Value(toString(*reason)) : Value(nullptr), attempts, nextTry}));
    if (m_store.writer.changedRows() == 0) {
        return failure(ErrorCode::NotFound, QStringLiteral("outbox"));
    }
    return m_store.writer.run("UPDATE paper SET delivery = ?2 WHERE own = 1 AND delivery <> 'confirmed'"
                              " AND sha256 = (SELECT sha256 FROM outbox WHERE id = ?1 AND kind = 'blob')",
                              {id, toString(state)});
}

Status JournalWriter::confirmBlob(const QString& sha256, const QString& key, qint64 length,
                                  const QDateTime& at)
{
    SOHOA_ASSIGN(const std::optional<qint64> expected,
                 firstRow(m_store.writer,
                          "SELECT bytes FROM paper WHERE sha256 = ?1"
                          " UNION ALL SELECT bytes FROM outbox WHERE kind = 'blob' AND sha256 = ?1",
                          {sha256}, [](const Statement& row) -> Result<qint64> { return row.integer(0); }));
    if (!expected) {
        return failure(ErrorCode::NotFound, QStringLiteral("no paper has this content"));
    }
    if (*expected != length) {
        return failure(ErrorCode::WarehouseMismatch,
                       QStringLiteral("%1 bytes, not %2").arg(length).arg(*expected));
    }
    SOHOA_TRY(keepReceipt(m_store, {key, sha256, length, at}));
    SOHOA_TRY(m_store.writer.run("DELETE FROM outbox WHERE kind = 'blob' AND sha256 = ?1", {sha256}));
    return m_store.writer.run("UPDATE paper SET delivery = 'confirming' WHERE sha256 = ?1 AND own = 1"
                              " AND delivery <> 'confirmed'",
                              {sha256});
}

Result<std::optional<LogEntry>> JournalWriter::cutLogEntry(qint64 maxBytes, const QString& unit,
                                                           int workstation, const EntryBuilder& build,
                                                           NamedFiles named, const QStringList& without)
{
    SOHOA_ASSIGN(const std::vector<KeptChange> kept, shippable(m_store, maxBytes, named, without));
    if (kept.empty()) {
        return std::nullopt;
    }
    SOHOA_ASSIGN(const EntryPlace last, lastEntry(m_store.writer, unit, workstation));
    LogEntry entry;
    entry.head = {unit, workstation, last.sequence + 1, last.sha256, m_store.clock.now()};
    std::vector<Change> changes;
    changes.reserve(kept.size());
    std::transform(kept.begin(), kept.end(), std::back_inserter(changes),
                   [](const KeptChange& change) { return change.change; });
    SOHOA_ASSIGN(entry.bytes, build(entry.head, changes));
    entry.sha256 = sha256Hex(entry.bytes);
    SOHOA_ASSIGN(QByteArray sealed, m_store.sealer.seal("logEntry.bytes", entry.sha256, entry.bytes));
    SOHOA_TRY(m_store.writer.run(
        "INSERT INTO logEntry (unit, workstation, sequence, sha256, previous, length, bytes,"
        " cutAt) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        {unit, workstation, entry.head.sequence, entry.sha256, last.sha256, qint64(entry.bytes.size()),
         std::move(sealed), entry.head.cutAt}));
    for (const KeptChange& change : kept) {
        SOHOA_TRY(
            m_store.writer.run("UPDATE change SET unit = ?2, workstation = ?3, sequence = ?4 WHERE id = ?1",
                               {change.id, unit, workstation, entry.head.sequence}));
    }
    SOHOA_TRY(enqueue(m_store, OutboxKind::Entry, entry.sha256, entry.bytes.size(), entry.head));
    return entry;
}

Status JournalWriter::confirmLogEntry(const QString& unit, int workstation, qint64 sequence,
                                      const QString& key, const QDateTime& at)
{
    SOHOA_ASSIGN(const auto entry,
                 firstRow(m_store.writer,
                          "SELECT sha256, length FROM logEntry WHERE unit = ?1 AND workstation = ?2 AND"
                          " sequence = ?3",
                          {unit, workstation, sequence},
                          [](const Statement& row) -> Result<std::pair<QString, qint64>> {
                              return std::pair(row.text(0), row.integer(1));
                          }));
    if (!entry) {
        return failure(ErrorCode::NotFound, QStringLiteral("log entry %1").arg(sequence));
    }
    SOHOA_TRY(keepReceipt(m_store, {key, entry->first, entry->second, at}));
    SOHOA_TRY(m_store.writer.run("DELETE FROM outbox WHERE kind = 'entry' AND sha256 = ?1", {entry->first}));
    SOHOA_TRY(
        m_store.writer.run("UPDATE logEntry SET confirmedAt = ?4 WHERE unit = ?1 AND workstation = ?2 AND"
                           " sequence = ?3 AND confirmedAt IS NULL",
                           {unit, workstation, sequence, at}));
    static const std::string named = "SELECT " + changeColumns +
                                     " FROM change WHERE unit = ?1 AND workstation = ?2 AND sequence = ?3"
                                     " AND kind = 'paper-made' AND own = 1";
    SOHOA_ASSIGN(const std::vector<KeptChange> papers,
                 allRows(m_store.writer, named, {unit, workstation, sequence},
                         [this](const Statement& row) { return changeOf(row, m_store.sealer); }));
    for (const KeptChange& made : papers) {
        SOHOA_TRY(confirmPaper(m_store, made.change.body[QLatin1String("uid")].toString(), at));
    }
    return {};
}

} // namespace sohoa::storage
