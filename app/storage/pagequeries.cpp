// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/words.h"
#include "storage/journal.h"
#include "storage/store.h"

#include <array>

namespace sohoa::storage {

using namespace dossier;

namespace {

constexpr std::array<Word<SessionKind>, 2> sessionKinds = {
    {{SessionKind::Scanner, "scanner"}, {SessionKind::Files, "files"}}};
constexpr std::array<Word<SessionState>, 2> sessionStates = {
    {{SessionState::Open, "open"}, {SessionState::Closed, "closed"}}};
constexpr std::array<Word<OutboxKind>, 3> outboxKinds = {
    {{OutboxKind::Blob, "blob"}, {OutboxKind::Entry, "entry"}, {OutboxKind::Carried, "carried"}}};

const std::string sessionQuery =
    "SELECT uid, key, kind, startedAt, state, expectedSheets, title FROM session";

Result<Session> sessionOf(const Statement& row, const Sealer& sealer)
{
    Session session;
    session.uid = row.text(0);
    session.key = row.text(1);
    SOHOA_ASSIGN(session.kind, known(valueOf(sessionKinds, row.text(2)), "session.kind"));
    session.startedAt = row.time(3);
    SOHOA_ASSIGN(session.state, known(valueOf(sessionStates, row.text(4)), "session.state"));
    session.expectedSheets = row.optionalNumber(5);
    SOHOA_ASSIGN(const QByteArray title, sealer.open("session.title", session.uid, row.blob(6)));
    session.title = QString::fromUtf8(title);
    return session;
}

Result<std::vector<Page>> pagesWhere(JournalStore& store, const std::string& condition,
                                     const std::vector<Value>& values)
{
    const auto access = store.read();
    return allRows(*access, "SELECT " + pageColumns + " FROM page WHERE " + condition, values,
                   [&store](const Statement& row) { return pageOf(row, store.sealer, &store.openedPages); });
}

Result<QString> labelOf(const Statement& row)
{
    return row.text(0);
}

} // namespace

QString toString(SessionKind kind)
{
    return wordOf(sessionKinds, kind);
}

QString toString(SessionState state)
{
    return wordOf(sessionStates, state);
}

QString toString(OutboxKind kind)
{
    return wordOf(outboxKinds, kind);
}

Result<std::optional<Session>> Journal::session(const QString& uid) const
{
    const auto access = m_store->read();
    return firstRow(*access, sessionQuery + " WHERE uid = ?1", {uid},
                    [this](const Statement& row) { return sessionOf(row, m_store->sealer); });
}

Result<std::optional<Session>> Journal::sessionByKey(const QString& key) const
{
    const auto access = m_store->read();
    return firstRow(*access, sessionQuery + " WHERE key = ?1", {key},
                    [this](const Statement& row) { return sessionOf(row, m_store->sealer); });
}

Result<std::vector<Session>> Journal::openSessions() const
{
    const auto access = m_store->read();
    return allRows(*access, sessionQuery + " WHERE state = 'open' ORDER BY startedAt, id", {},
                   [this](const Statement& row) { return sessionOf(row, m_store->sealer); });
}

Result<std::optional<Page>> Journal::page(const QString& uid) const
{
    const auto access = m_store->read();
    return findPage(*access, m_store->sealer, uid);
}

Result<std::vector<Page>> Journal::pages(const QStringList& uids) const
{
    std::vector<Page> pages;
    const auto access = m_store->read();
    for (const QString& uid : uids) {
        SOHOA_ASSIGN(std::optional<Page> page, findPage(*access, m_store->sealer, uid));
        if (!page) {
            return failure(ErrorCode::NotFound, QStringLiteral("page"));
        }
        pages.push_back(std::move(*page));
    }
    return pages;
}

Result<std::vector<Page>> Journal::pagesOfSession(const QString& sessionUid) const
{
    return pagesWhere(*m_store, "session = ?1 ORDER BY position, id", {sessionUid});
}

Result<std::vector<Page>> Journal::pagesOfDossier(const QString& dossierUid) const
{
    return pagesWhere(*m_store, "dossierUid = ?1 ORDER BY component, place, position, id", {dossierUid});
}

Result<std::vector<Page>> Journal::pagesOfComponent(const QString& dossierUid, int component) const
{
    return pagesWhere(*m_store,
                      "dossierUid = ?1 AND component = ?2 AND state = 'kept' ORDER BY place, position, id",
                      {dossierUid, component});
}

Result<std::map<int, int>> Journal::keptPages(const QString& dossierUid) const
{
    const auto access = m_store->read();
    SOHOA_ASSIGN(const auto counts,
                 allRows(*access,
                         "SELECT component, COUNT(*) FROM page WHERE dossierUid = ?1 AND state = 'kept'"
                         " AND component <> 0 GROUP BY component",
                         {dossierUid}, [](const Statement& row) -> Result<std::pair<int, int>> {
                             return std::pair(row.number(0), row.number(1));
                         }));
    return std::map<int, int>(counts.begin(), counts.end());
}

Result<ActionSteps> Journal::actionSteps(const QString& scope) const
{
    const auto access = m_store->read();
    ActionSteps steps;
    SOHOA_ASSIGN(steps.undo,
                 firstRow(*access,
                          "SELECT label FROM action WHERE scope = ?1 AND undone = 0 ORDER BY id DESC LIMIT 1",
                          {scope}, labelOf));
    SOHOA_ASSIGN(steps.redo,
                 firstRow(*access,
                          "SELECT label FROM action WHERE scope = ?1 AND undone = 1 ORDER BY id LIMIT 1",
                          {scope}, labelOf));
    return steps;
}

Result<std::vector<VaultReference>> Journal::vaultReferences() const
{
    const auto access = m_store->read();
    return allRows(
        *access,
        "SELECT sha256, MAX(isPaper), MAX(bytes), MIN(isPaper) = 1 AND sha256 IN"
        "   (SELECT sha256 FROM localCopy WHERE state <> 'carried') FROM ("
        " SELECT sha256, 0 AS isPaper, bytes FROM page"
        " UNION ALL SELECT sha256, 1, bytes FROM paper WHERE own = 1"
        " UNION ALL SELECT sha256, 1, bytes FROM outbox WHERE kind = 'blob') GROUP BY sha256 ORDER BY sha256",
        {}, [](const Statement& row) -> Result<VaultReference> {
            return VaultReference{row.text(0), row.flag(1), row.integer(2), row.flag(3)};
        });
}

} // namespace sohoa::storage
