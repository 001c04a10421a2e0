// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/fold.h"
#include "storage/store.h"

#include <functional>

namespace sohoa::storage {

// Parts of JournalWriter that its files share. All of them inside a write().

/// Appends a change of ours, stamped, to be shipped with the next entry of the log.
/// @param blob  file that the warehouse must have first; empty: none
[[nodiscard]] Status appendChange(JournalStore& store, const QString& dossierUid, dossier::ChangeKind kind,
                                  const QJsonObject& body, const QString& blob = {});

/// Writes rows without telling the log.
[[nodiscard]] Status putDossier(JournalStore& store, const dossier::Dossier& dossier);
[[nodiscard]] Status putComponent(JournalStore& store, const dossier::Component& component);
[[nodiscard]] Status putEvent(JournalStore& store, const dossier::Event& event);
[[nodiscard]] Status putPaper(JournalStore& store, const dossier::Paper& paper, bool own);

/// DossierUnknown when it is not there.
[[nodiscard]] Result<dossier::Dossier> knownDossier(JournalStore& store, const QString& uid);

/// A change as it is kept, with the log it stands in.
struct KeptChange
{
    qint64 id = 0;
    dossier::Change change;
    QString unit; ///< empty while not shipped
    int workstation = 0;
    qint64 sequence = 0;
};
inline const std::string changeColumns = "id, stamp, dossierUid, kind, body, unit, workstation, sequence";
[[nodiscard]] Result<KeptChange> changeOf(const Statement& row, const Sealer& sealer);
/// Keeps a change; `unit` empty: ours, not shipped.
[[nodiscard]] Status putChange(JournalStore& store, const dossier::Change& change, bool own,
                               const LogHead& log, const QString& blob);

/// Every change known about a dossier, by stamp.
[[nodiscard]] Result<std::vector<KeptChange>> changesAbout(Connection& connection, const Sealer& sealer,
                                                           const QString& dossierUid);
/// The log that our changes stand in or will stand in.
[[nodiscard]] Result<dossier::LogIdentity> ownLog(Connection& connection);
/// The changes folded: the one rule of dossier/fold.h. A change in no entry yet is ours.
[[nodiscard]] Result<dossier::Fold> foldOf(Connection& connection, const std::vector<KeptChange>& changes);

/// Makes the rows of a dossier the fold of the changes known about it. A dossier of which only additions are
/// known waits for the entry that opens it.
/// @param isNew  whether an event is to be entered; all are when the dossier was not there
/// @param at     when papers made elsewhere count as confirmed
[[nodiscard]] Status refold(JournalStore& store, const QString& dossierUid, const QDateTime& at,
                            const std::function<bool(const KeptChange&)>& isNew);

/// Whether anybody but us wrote about the dossier: only then an edit must say what it replaces.
[[nodiscard]] Result<bool> isShared(Connection& connection, const QString& dossierUid);
/// `body` with the stamps that it replaces when the dossier is shared, as it is otherwise.
[[nodiscard]] Result<QJsonObject> namingReplaced(JournalStore& store, const QString& dossierUid,
                                                 const QJsonObject& body, const QString& prefix);
/// Counts the differences of a dossier anew.
[[nodiscard]] Status countDifferences(JournalStore& store, const QString& dossierUid);

/// Notes in its dossier that a paper arrived. Only here: the warehouse knows.
[[nodiscard]] Status confirmPaper(JournalStore& store, const QString& paperUid, const QDateTime& at);
[[nodiscard]] Status keepReceipt(JournalStore& store, const Receipt& receipt);

struct EntryPlace
{
    qint64 sequence = 0; ///< 0: the log is empty
    QString sha256;
};
/// The last entry of one of our logs.
[[nodiscard]] Result<EntryPlace> lastEntry(Connection& connection, const QString& unit, int workstation);

} // namespace sohoa::storage
