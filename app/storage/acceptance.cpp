// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/changelog.h"
#include "storage/journalwriter.h"
#include "storage/store.h"

#include <set>

namespace sohoa::storage {

using namespace dossier;

namespace {

// A stamp of another workstation moves our clock on (that is what makes it a hybrid logical clock), unless it
// is so far ahead that only a wrong clock explains it.
constexpr qint64 believableSeconds = 24 * 3600;

Status raiseClock(JournalStore& store, const QString& stamp)
{
    const QString limit = nextStamp({}, store.clock.now().addSecs(believableSeconds), 0);
    if (stamp > limit) {
        return {};
    }
    return store.writer.run("UPDATE state SET stamp = ?1 WHERE stamp < ?1", {stamp});
}

} // namespace

Result<std::vector<KeptChange>> changesAbout(Connection& connection, const Sealer& sealer,
                                             const QString& dossierUid)
{
    static const std::string sql =
        "SELECT " + changeColumns + " FROM change WHERE dossierUid = ?1 ORDER BY stamp, unit, workstation";
    return allRows(connection, sql, {dossierUid},
                   [&sealer](const Statement& row) { return changeOf(row, sealer); });
}

Result<Fold> foldOf(Connection& connection, const std::vector<KeptChange>& changes)
{
    SOHOA_ASSIGN(const LogIdentity own, ownLog(connection));
    Fold fold;
    for (const KeptChange& kept : changes) {
        fold.add(kept.unit.isEmpty() ? own : LogIdentity{kept.unit, kept.workstation},
                 std::span(&kept.change, 1));
    }
    return fold;
}

Status refold(JournalStore& store, const QString& dossierUid, const QDateTime& at,
              const std::function<bool(const KeptChange&)>& isNew)
{
    SOHOA_ASSIGN(const std::vector<KeptChange> changes, changesAbout(store.writer, store.sealer, dossierUid));
    SOHOA_ASSIGN(const Fold fold, foldOf(store.writer, changes));
    const std::optional<FoldedDossier> folded = fold.dossier(dossierUid);
    if (!folded || !folded->opened) {
        return {};
    }
    SOHOA_ASSIGN(const qint64 known,
                 store.writer.integerOf("SELECT COUNT(*) FROM dossier WHERE uid = ?1", {dossierUid}));
    SOHOA_TRY(putDossier(store, folded->dossier));
    for (const Component& component : folded->components) {
        SOHOA_TRY(putComponent(store, component));
    }
    for (const Paper& told : folded->papers) {
        Paper paper = told;
        // The log of others names only what the warehouse has; of papers that are here only the signature is
        // set.
        paper.delivery = DeliveryState::Confirmed;
        paper.confirmedAt = at;
        SOHOA_TRY(putPaper(store, paper, false));
    }
    for (const KeptChange& kept : changes) {
        if (kept.change.kind == ChangeKind::EventNoted && (known == 0 || isNew(kept))) {
            SOHOA_TRY(putEvent(store, eventFrom(dossierUid, kept.change.body)));
        }
    }
    return store.writer.run("UPDATE dossier SET differences = ?2 WHERE uid = ?1",
                            {dossierUid, qint64(folded->conflicts.size())});
}

Status JournalWriter::acceptEntry(const LogHead& head, const QString& sha256,
                                  const std::vector<Change>& changes)
{
    SOHOA_ASSIGN(const std::optional<EntryPlace> kept,
                 firstRow(m_store.writer,
                          "SELECT sequence, sha256 FROM cursor WHERE unit = ?1 AND workstation = ?2",
                          {head.unit, head.workstation}, [](const Statement& row) -> Result<EntryPlace> {
                              return EntryPlace{row.integer(0), row.text(1)};
                          }));
    // A log that was ours until this workstation got another number goes on from what we wrote ourselves.
    SOHOA_ASSIGN(const EntryPlace written, lastEntry(m_store.writer, head.unit, head.workstation));
    const EntryPlace last = kept && kept->sequence >= written.sequence ? *kept : written;
    if (head.sequence == last.sequence && sha256 == last.sha256) {
        return {};
    }
    if (head.sequence != last.sequence + 1 || head.previousSha256 != last.sha256) {
        return failure(ErrorCode::LogBroken, QStringLiteral("entry %1 after %2 of %3/%4")
                                                 .arg(head.sequence)
                                                 .arg(last.sequence)
                                                 .arg(head.unit)
                                                 .arg(head.workstation));
    }
    std::set<QString> touched;
    for (const Change& change : changes) {
        SOHOA_TRY(putChange(m_store, change, false, head, {}));
        SOHOA_TRY(raiseClock(m_store, change.stamp));
        touched.insert(change.dossierUid);
    }
    const QDateTime at = head.cutAt.isValid() ? head.cutAt : m_store.clock.now();
    for (const QString& uid : touched) {
        SOHOA_TRY(refold(m_store, uid, at, [&head](const KeptChange& known) {
            return known.unit == head.unit && known.workstation == head.workstation &&
                   known.sequence == head.sequence;
        }));
    }
    return m_store.writer.run(
        "INSERT INTO cursor (unit, workstation, sequence, sha256) VALUES (?1, ?2, ?3, ?4)"
        " ON CONFLICT (unit, workstation) DO UPDATE SET sequence = ?3, sha256 = ?4",
        {head.unit, head.workstation, head.sequence, sha256});
}

} // namespace sohoa::storage
