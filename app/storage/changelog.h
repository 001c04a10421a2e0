// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/store.h"

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

} // namespace sohoa::storage
