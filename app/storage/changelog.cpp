// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/changelog.h"

#include <QJsonDocument>

#include <algorithm>

namespace sohoa::storage {

using namespace dossier;

namespace {

QString placeOf(const Change& change)
{
    return change.dossierUid + u'/' + change.stamp;
}

} // namespace

Result<KeptChange> changeOf(const Statement& row, const Sealer& sealer)
{
    KeptChange kept;
    kept.id = row.integer(0);
    kept.change.stamp = row.text(1);
    kept.change.dossierUid = row.text(2);
    SOHOA_ASSIGN(kept.change.kind, known(changeKindFrom(row.text(3)), "change.kind"));
    SOHOA_ASSIGN(const QByteArray body, sealer.open("change.body", placeOf(kept.change), row.blob(4)));
    kept.change.body = QJsonDocument::fromJson(body).object();
    kept.unit = row.text(5);
    kept.workstation = row.number(6);
    kept.sequence = row.integer(7);
    return kept;
}

Status putChange(JournalStore& store, const Change& change, bool own, const LogHead& log, const QString& blob)
{
    const QByteArray body = compactJson(change.body);
    SOHOA_ASSIGN(QByteArray sealed, store.sealer.seal("change.body", placeOf(change), body));
    const bool shipped = log.sequence > 0;
    return store.writer.run(
        "INSERT INTO change (stamp, dossierUid, kind, body, length, blob, own, unit, workstation, sequence)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        {change.stamp, change.dossierUid, toString(change.kind), std::move(sealed), qint64(body.size()),
         blob.isEmpty() ? Value(nullptr) : Value(blob), own, shipped ? Value(log.unit) : Value(nullptr),
         shipped ? Value(log.workstation) : Value(nullptr), shipped ? Value(log.sequence) : Value(nullptr)});
}

Result<LogIdentity> ownLog(Connection& connection)
{
    LogIdentity own;
    SOHOA_ASSIGN(const qint64 number,
                 connection.integerOf("SELECT CAST(value AS INTEGER) FROM setting WHERE name = ?1",
                                      {QString::fromLatin1(workstationSetting)}));
    own.workstation = static_cast<int>(number);
    SOHOA_ASSIGN(const std::optional<QString> unit,
                 firstRow(connection, "SELECT value FROM setting WHERE name = ?1",
                          {QString::fromLatin1(unitSetting)},
                          [](const Statement& row) -> Result<QString> { return row.text(0); }));
    own.unit = unit.value_or(QString());
    return own;
}

Status appendChange(JournalStore& store, const QString& dossierUid, ChangeKind kind, const QJsonObject& body,
                    const QString& blob)
{
    SOHOA_ASSIGN(const std::optional<QString> last,
                 firstRow(store.writer, "SELECT stamp FROM state", {},
                          [](const Statement& row) -> Result<QString> { return row.text(0); }));
    SOHOA_ASSIGN(const std::optional<QString> lastAbout,
                 firstRow(store.writer, "SELECT MAX(stamp) FROM change WHERE dossierUid = ?1", {dossierUid},
                          [](const Statement& row) -> Result<QString> { return row.text(0); }));
    SOHOA_ASSIGN(const LogIdentity own, ownLog(store.writer));
    const QString ours = last.value_or(QString());
    const QString theirs = lastAbout.value_or(QString());
    // Another workstation whose clock was wrong may have written "tomorrow" about this dossier. Our clock is
    // not dragged along (raiseClock), yet who edits what he sees must win over what he saw, everywhere.
    const QString stamp = nextStamp(std::max(ours, theirs), store.clock.now(), own.workstation);
    if (theirs <= ours) {
        SOHOA_TRY(store.writer.run("UPDATE state SET stamp = ?1", {stamp}));
    }
    return putChange(store, {stamp, dossierUid, kind, body}, true, {}, blob);
}

} // namespace sohoa::storage
