// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/numbering.h"
#include "storage/changelog.h"
#include "storage/journalwriter.h"
#include "storage/store.h"

#include <algorithm>

namespace sohoa::storage {

using namespace dossier;

namespace {

const std::string insertDossier =
    "INSERT INTO dossier (uid, code, provisional, unit, decidingUnit, procedureCode, procedureName, field,"
    " catalogueVersion, givesResult, channel, status, receivedAt, dueAt, finishedAt, supplements, officer,"
    " applicant, subject, personLookup, revision)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)"
    " ON CONFLICT (uid) DO UPDATE SET code = ?2, provisional = ?3, unit = ?4, decidingUnit = ?5,"
    " procedureCode = ?6, procedureName = ?7, field = ?8, catalogueVersion = ?9, givesResult = ?10, channel "
    "= ?11,"
    " status = ?12, receivedAt = ?13, dueAt = ?14, finishedAt = ?15, supplements = ?16, officer = ?17,"
    " applicant = ?18, subject = ?19, personLookup = ?20, revision = ?21";

const std::string insertComponent =
    "INSERT INTO component (dossierUid, number, name, duty, required, alternativeGroup, state, expectedPages)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
    " ON CONFLICT (dossierUid, number) DO UPDATE SET name = ?3, duty = ?4, required = ?5, alternativeGroup = "
    "?6,"
    " state = ?7, expectedPages = ?8";

Status codeIsFree(Connection& connection, const Dossier& dossier)
{
    SOHOA_ASSIGN(const qint64 others,
                 connection.integerOf("SELECT COUNT(*) FROM dossier WHERE code = ?1 AND uid <> ?2",
                                      {dossier.code, dossier.uid}));
    if (dossier.code.isEmpty() || others > 0) {
        return failure(ErrorCode::DossierCodeInvalid,
                       dossier.code.isEmpty() ? QStringLiteral("empty")
                                              : QStringLiteral("%1 is another dossier's").arg(dossier.code));
    }
    return {};
}

/// Members of `wanted` that differ from `old`; of the applicant, its members one by one.
QJsonObject differenceOf(const QJsonObject& old, const QJsonObject& wanted)
{
    QJsonObject different;
    for (auto field = wanted.begin(); field != wanted.end(); ++field) {
        const QJsonValue before = old.value(field.key());
        if (before == field.value()) {
            continue;
        }
        different.insert(field.key(), field.value().isObject()
                                          ? differenceOf(before.toObject(), field.value().toObject())
                                          : QJsonValue(field.value()));
    }
    return different;
}

} // namespace

Status putDossier(JournalStore& store, const Dossier& dossier)
{
    const Sealer& sealer = store.sealer;
    SOHOA_ASSIGN(QByteArray applicant,
                 sealer.seal("dossier.applicant", dossier.uid, compactJson(toJson(dossier.applicant))));
    SOHOA_ASSIGN(QByteArray subject, sealer.seal("dossier.subject", dossier.uid, dossier.subject.toUtf8()));
    const QByteArray lookup = sealer.lookup(dossier.applicant.personalNumber);
    SOHOA_TRY(store.writer.run("UPDATE state SET revision = revision + 1", {}));
    SOHOA_ASSIGN(const qint64 revision, store.writer.integerOf("SELECT revision FROM state"));
    return store.writer.run(insertDossier, {dossier.uid,
                                            dossier.code,
                                            dossier.provisional,
                                            dossier.unit,
                                            dossier.decidingUnit,
                                            dossier.procedureCode,
                                            dossier.procedureName,
                                            dossier.field,
                                            dossier.catalogueVersion,
                                            dossier.givesResult,
                                            static_cast<int>(dossier.channel),
                                            static_cast<int>(dossier.status),
                                            dossier.receivedAt,
                                            dossier.dueAt,
                                            dossier.finishedAt,
                                            dossier.supplements,
                                            dossier.officer,
                                            std::move(applicant),
                                            std::move(subject),
                                            lookup.isEmpty() ? Value(nullptr) : Value(lookup),
                                            revision});
}

Status putComponent(JournalStore& store, const Component& component)
{
    return store.writer.run(insertComponent,
                            {component.dossierUid, component.number, component.name, toString(component.duty),
                             component.required, component.alternativeGroup, toString(component.state),
                             component.expectedPages});
}

Status putEvent(JournalStore& store, const Event& event)
{
    return store.writer.run(
        "INSERT INTO event (dossierUid, at, kind, actor, detail) VALUES (?1, ?2, ?3, ?4, ?5)",
        {event.dossierUid, event.at.isValid() ? event.at : store.clock.now(), toString(event.kind),
         event.actor, QString::fromUtf8(compactJson(event.detail))});
}

Result<Dossier> knownDossier(JournalStore& store, const QString& uid)
{
    SOHOA_ASSIGN(std::optional<Dossier> dossier, findDossier(store.writer, store.sealer, uid));
    if (!dossier) {
        return failure(ErrorCode::DossierUnknown, uid);
    }
    return std::move(*dossier);
}

JournalWriter::JournalWriter(JournalStore& store)
    : m_store(store)
{
}

Status JournalWriter::setSetting(const QString& name, const QString& value)
{
    return m_store.writer.run("INSERT INTO setting (name, value) VALUES (?1, ?2)"
                              " ON CONFLICT (name) DO UPDATE SET value = ?2",
                              {name, value});
}

Status JournalWriter::setSetting(const QString& name, qint64 value)
{
    return setSetting(name, QString::number(value));
}

Status JournalWriter::openDossier(const Dossier& dossier, const std::vector<Component>& components)
{
    if (dossier.uid.isEmpty()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("dossier without uid"));
    }
    SOHOA_ASSIGN(const qint64 there,
                 m_store.writer.integerOf("SELECT COUNT(*) FROM dossier WHERE uid = ?1", {dossier.uid}));
    if (there > 0) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("dossier is open already"));
    }
    SOHOA_TRY(codeIsFree(m_store.writer, dossier));
    SOHOA_TRY(putDossier(m_store, dossier));
    SOHOA_TRY(appendChange(m_store, dossier.uid, ChangeKind::DossierOpened, changeBody(dossier)));
    for (const Component& component : components) {
        if (component.dossierUid != dossier.uid) {
            return failure(ErrorCode::InvalidArgument, QStringLiteral("component of another dossier"));
        }
        SOHOA_TRY(putComponent(m_store, component));
        SOHOA_TRY(appendChange(m_store, dossier.uid, ChangeKind::ComponentSet, changeBody(component)));
    }
    return {};
}

Status JournalWriter::setDossier(const Dossier& dossier)
{
    SOHOA_ASSIGN(const Dossier before, knownDossier(m_store, dossier.uid));
    const QJsonObject old = changeBody(before);
    const QJsonObject wanted = changeBody(dossier);
    const QJsonObject different = differenceOf(old, wanted);
    if (different.isEmpty()) {
        return {};
    }
    if (before.code != dossier.code) {
        SOHOA_TRY(codeIsFree(m_store.writer, dossier));
    }
    SOHOA_ASSIGN(const QJsonObject body, namingReplaced(m_store, dossier.uid, different, {}));
    SOHOA_TRY(putDossier(m_store, dossier));
    SOHOA_TRY(appendChange(m_store, dossier.uid, ChangeKind::DossierSet, body));
    return countDifferences(m_store, dossier.uid);
}

Status JournalWriter::setComponent(const Component& component)
{
    SOHOA_TRY(knownDossier(m_store, component.dossierUid));
    SOHOA_ASSIGN(const std::vector<Component> there, findComponents(m_store.writer, component.dossierUid));
    if (std::find(there.begin(), there.end(), component) != there.end()) {
        return {};
    }
    QJsonObject body = changeBody(component);
    const auto before = std::find_if(there.begin(), there.end(), [&component](const Component& known) {
        return known.number == component.number;
    });
    if (before != there.end()) {
        // Only what differs: two counters that set different fields do not contradict each other.
        body = differenceOf(changeBody(*before), body);
        SOHOA_ASSIGN(body,
                     namingReplaced(m_store, component.dossierUid, body, componentPrefix(component.number)));
        body[QStringLiteral("number")] = component.number;
    }
    SOHOA_TRY(putComponent(m_store, component));
    SOHOA_TRY(appendChange(m_store, component.dossierUid, ChangeKind::ComponentSet, body));
    return countDifferences(m_store, component.dossierUid);
}

Status JournalWriter::addEvent(const Event& event)
{
    SOHOA_TRY(knownDossier(m_store, event.dossierUid));
    SOHOA_TRY(putEvent(m_store, event));
    return appendChange(m_store, event.dossierUid, ChangeKind::EventNoted, changeBody(event));
}

Result<int> JournalWriter::takeDailyNumber(QDate day, int workstation, int workstations)
{
    if (!day.isValid()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("daily number"));
    }
    const QString key = day.toString(Qt::ISODate);
    SOHOA_ASSIGN(const qint64 last,
                 m_store.writer.integerOf("SELECT last FROM dailyNumber WHERE day = ?1", {key}));
    constexpr qint64 beyondAll = 1'000'000; // more digits than a code has; nextNumber says so
    SOHOA_ASSIGN(const int next, nextNumber(static_cast<int>(std::clamp<qint64>(last, 0, beyondAll)),
                                            {workstation, workstations}));
    SOHOA_TRY(m_store.writer.run("INSERT INTO dailyNumber (day, last) VALUES (?1, ?2)"
                                 " ON CONFLICT (day) DO UPDATE SET last = ?2",
                                 {key, next}));
    return next;
}

} // namespace sohoa::storage
