// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/changelog.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/store.h"

namespace sohoa::storage {

using namespace dossier;

namespace {

Result<FoldedDossier> foldedDossier(Connection& connection, const Sealer& sealer, const QString& dossierUid)
{
    SOHOA_ASSIGN(const std::vector<KeptChange> changes, changesAbout(connection, sealer, dossierUid));
    SOHOA_ASSIGN(const Fold fold, foldOf(connection, changes));
    std::optional<FoldedDossier> folded = fold.dossier(dossierUid);
    return folded ? std::move(*folded) : FoldedDossier{};
}

} // namespace

Result<bool> isShared(Connection& connection, const QString& dossierUid)
{
    SOHOA_ASSIGN(const LogIdentity own, ownLog(connection));
    SOHOA_ASSIGN(const qint64 others,
                 connection.integerOf("SELECT EXISTS (SELECT 1 FROM change WHERE dossierUid = ?1"
                                      " AND (own = 0 OR unit <> ?2 OR workstation <> ?3))",
                                      {dossierUid, own.unit, own.workstation}));
    return others > 0;
}

Result<QJsonObject> namingReplaced(JournalStore& store, const QString& dossierUid, const QJsonObject& body,
                                   const QString& prefix)
{
    SOHOA_ASSIGN(const bool shared, isShared(store.writer, dossierUid));
    if (!shared) {
        return body;
    }
    SOHOA_ASSIGN(const std::vector<KeptChange> changes, changesAbout(store.writer, store.sealer, dossierUid));
    SOHOA_ASSIGN(const Fold fold, foldOf(store.writer, changes));
    return replacing(fold, dossierUid, body, prefix);
}

Status countDifferences(JournalStore& store, const QString& dossierUid)
{
    SOHOA_ASSIGN(const bool shared, isShared(store.writer, dossierUid));
    if (!shared) {
        return {};
    }
    SOHOA_ASSIGN(const FoldedDossier folded, foldedDossier(store.writer, store.sealer, dossierUid));
    return store.writer.run("UPDATE dossier SET differences = ?2 WHERE uid = ?1",
                            {dossierUid, qint64(folded.conflicts.size())});
}

Result<std::vector<Conflict>> Journal::differences(const QString& dossierUid) const
{
    const auto access = m_store->read();
    SOHOA_ASSIGN(const qint64 open,
                 (*access).integerOf("SELECT differences FROM dossier WHERE uid = ?1", {dossierUid}));
    if (open == 0) {
        return std::vector<Conflict>{};
    }
    SOHOA_ASSIGN(FoldedDossier folded, foldedDossier(*access, m_store->sealer, dossierUid));
    return std::move(folded.conflicts);
}

Result<QStringList> Journal::differingDossiers() const
{
    const auto access = m_store->read();
    SOHOA_ASSIGN(const std::vector<QString> uids,
                 allRows(*access,
                         "SELECT uid FROM dossier WHERE differences > 0 ORDER BY receivedAt DESC, id DESC",
                         {}, [](const Statement& row) -> Result<QString> { return row.text(0); }));
    return QStringList(uids.begin(), uids.end());
}

Status JournalWriter::settleDifference(const QString& dossierUid, const QString& field,
                                       const QString& chosenStamp, const QString& actor)
{
    SOHOA_ASSIGN(const FoldedDossier folded, foldedDossier(m_store.writer, m_store.sealer, dossierUid));
    const std::optional<Change> change = settlement(folded, field, chosenStamp);
    if (!change) {
        return failure(ErrorCode::NotFound, QStringLiteral("no difference in ") + field);
    }
    SOHOA_TRY(appendChange(m_store, dossierUid, change->kind, change->body));
    SOHOA_TRY(refold(m_store, dossierUid, m_store.clock.now(), [](const KeptChange&) { return false; }));
    // Never the values: they may be personal.
    return addEvent({dossierUid,
                     m_store.clock.now(),
                     EventKind::Corrected,
                     actor,
                     {{QStringLiteral("field"), field}, {QStringLiteral("settled"), true}}});
}

} // namespace sohoa::storage
