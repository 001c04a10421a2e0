// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/changelog.h"
#include "storage/journalwriter.h"
#include "storage/store.h"

#include <algorithm>
#include <map>

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

/// Sets the members of `fields` that `later` names; of the applicant, its members one by one.
void overlay(QJsonObject& fields, const QJsonObject& later)
{
    for (auto field = later.begin(); field != later.end(); ++field) {
        if (!field.value().isObject()) {
            fields.insert(field.key(), field.value());
            continue;
        }
        QJsonObject inner = fields.value(field.key()).toObject();
        overlay(inner, field.value().toObject());
        fields.insert(field.key(), inner);
    }
}

/// What changes add up to: fields of the dossier, fields of each component, papers.
struct Fold
{
    QJsonObject dossier;
    std::map<int, QJsonObject> components;
    std::map<QString, Paper> papers;
};

Fold fold(const std::vector<KeptChange>& changes)
{
    Fold folded;
    for (const KeptChange& kept : changes) {
        const QJsonObject& body = kept.change.body;
        switch (kept.change.kind) {
        case ChangeKind::DossierOpened:
        case ChangeKind::DossierSet:
            overlay(folded.dossier, body);
            break;
        case ChangeKind::ComponentSet:
            overlay(folded.components[body[QLatin1String("number")].toInt()], body);
            break;
        case ChangeKind::PaperMade: {
            Paper paper = paperFrom(kept.change.dossierUid, body);
            folded.papers[paper.uid] = std::move(paper);
            break;
        }
        case ChangeKind::EventNoted:
            break;
        }
    }
    return folded;
}

Result<std::vector<KeptChange>> changesAbout(JournalStore& store, const QString& dossierUid)
{
    // Equal stamps come from different workstations; any order will do that is the same everywhere.
    static const std::string sql =
        "SELECT " + changeColumns + " FROM change WHERE dossierUid = ?1 ORDER BY stamp, unit, workstation";
    return allRows(store.writer, sql, {dossierUid},
                   [&store](const Statement& row) { return changeOf(row, store.sealer); });
}

/// Makes the rows of a dossier the fold of the changes known about it. A dossier of which only additions are
/// known waits for the entry that opens it.
/// @param log  whose entry was taken in; its events are new
Status refold(JournalStore& store, const QString& dossierUid, const LogHead& log, const QDateTime& at)
{
    SOHOA_ASSIGN(const std::vector<KeptChange> changes, changesAbout(store, dossierUid));
    const bool opened = std::any_of(changes.begin(), changes.end(), [](const KeptChange& kept) {
        return kept.change.kind == ChangeKind::DossierOpened;
    });
    if (!opened) {
        return {};
    }
    SOHOA_ASSIGN(const qint64 known,
                 store.writer.integerOf("SELECT COUNT(*) FROM dossier WHERE uid = ?1", {dossierUid}));
    const Fold folded = fold(changes);
    SOHOA_TRY(putDossier(store, dossierFrom(dossierUid, folded.dossier)));
    for (const auto& [number, fields] : folded.components) {
        SOHOA_TRY(putComponent(store, componentFrom(dossierUid, fields)));
    }
    for (const auto& [uid, told] : folded.papers) {
        Paper paper = told;
        // The log of others names only what the warehouse has; of papers that are here only the signature is
        // set.
        paper.delivery = DeliveryState::Confirmed;
        paper.confirmedAt = at;
        SOHOA_TRY(putPaper(store, paper, false));
    }
    for (const KeptChange& kept : changes) {
        const bool isNew =
            kept.unit == log.unit && kept.workstation == log.workstation && kept.sequence == log.sequence;
        if (kept.change.kind == ChangeKind::EventNoted && (isNew || known == 0)) {
            SOHOA_TRY(putEvent(store, eventFrom(dossierUid, kept.change.body)));
        }
    }
    return {};
}

} // namespace

Status JournalWriter::acceptEntry(const LogHead& head, const QString& sha256,
                                  const std::vector<Change>& changes)
{
    struct Position
    {
        qint64 sequence = 0;
        QString sha256;
    };
    SOHOA_ASSIGN(const std::optional<Position> kept,
                 firstRow(m_store.writer,
                          "SELECT sequence, sha256 FROM cursor WHERE unit = ?1 AND workstation = ?2",
                          {head.unit, head.workstation}, [](const Statement& row) -> Result<Position> {
                              return Position{row.integer(0), row.text(1)};
                          }));
    const Position last = kept.value_or(Position{});
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
    QStringList touched;
    for (const Change& change : changes) {
        SOHOA_TRY(putChange(m_store, change, false, head, {}));
        SOHOA_TRY(raiseClock(m_store, change.stamp));
        if (!touched.contains(change.dossierUid)) {
            touched += change.dossierUid;
        }
    }
    const QDateTime at = head.cutAt.isValid() ? head.cutAt : m_store.clock.now();
    for (const QString& uid : touched) {
        SOHOA_TRY(refold(m_store, uid, head, at));
    }
    return m_store.writer.run(
        "INSERT INTO cursor (unit, workstation, sequence, sha256) VALUES (?1, ?2, ?3, ?4)"
        " ON CONFLICT (unit, workstation) DO UPDATE SET sequence = ?3, sha256 = ?4",
        {head.unit, head.workstation, head.sequence, sha256});
}

} // namespace sohoa::storage
