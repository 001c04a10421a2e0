// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/journalwriter.h"
#include "storage/store.h"

#include <algorithm>

namespace sohoa::storage {

using namespace dossier;

namespace {

const std::string insertPage = "INSERT INTO page (" + pageColumns +
                               ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, "
                               "?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)";

const std::string updatePage =
    "UPDATE page SET session = ?2, position = ?3, dossierUid = ?4, component = ?5, place = ?6, sha256 = ?7,"
    " indexInFile = ?8, format = ?9, width = ?10, height = ?11, dpi = ?12, mode = ?13, bytes = ?14, state = "
    "?15,"
    " reason = ?16, incomplete = ?17, scannedAt = ?18, source = ?19, findings = ?20, edits = ?21, note = ?22,"
    " withoutNoteOf = ?23 WHERE uid = ?1";

struct StoredAction
{
    qint64 id = 0;
    QString label;
    QByteArray before;
    QByteArray after;
};

Result<StoredAction> actionOf(const Statement& row)
{
    return StoredAction{row.integer(0), row.text(1), row.blob(2), row.blob(3)};
}

Status runWith(Connection& connection, const std::string& sql, const std::vector<Value>& values)
{
    SOHOA_ASSIGN(Statement statement, connection.prepare(sql));
    SOHOA_TRY(statement.bind(values));
    SOHOA_TRY(statement.step());
    return {};
}

/// Sets pages as a snapshot has them. Findings stay: they may have come in since the snapshot was taken.
Status setSnapshot(JournalStore& store, JournalWriter& writer, const std::vector<Page>& pages)
{
    for (const Page& page : pages) {
        SOHOA_ASSIGN(const std::optional<Page> there, findPage(store.writer, store.sealer, page.uid));
        if (!there) {
            return failure(ErrorCode::NotFound, QStringLiteral("page"));
        }
        Page wanted = page;
        wanted.findings = there->findings;
        SOHOA_TRY(writer.setPage(wanted));
    }
    return {};
}

Result<std::optional<PageAction>> turnAction(JournalStore& store, const QString& scope, bool back,
                                             const std::string& sql)
{
    SOHOA_ASSIGN(const std::optional<StoredAction> stored, firstRow(store.writer, sql, {scope}, actionOf));
    if (!stored) {
        return std::nullopt;
    }
    SOHOA_ASSIGN(const QByteArray before, store.sealer.open("action.before", scope, stored->before));
    SOHOA_ASSIGN(const QByteArray after, store.sealer.open("action.after", scope, stored->after));
    SOHOA_TRY(store.writer.run("UPDATE action SET undone = ?2 WHERE id = ?1", {stored->id, back}));
    return PageAction{scope, stored->label, pagesFromJson(before), pagesFromJson(after)};
}

} // namespace

Status JournalWriter::openSession(const Session& session)
{
    SOHOA_ASSIGN(QByteArray title, m_store.sealer.seal("session.title", session.uid, session.title.toUtf8()));
    return m_store.writer.run("INSERT INTO session (uid, key, kind, startedAt, state, expectedSheets, title)"
                              " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                              {session.uid, session.key, toString(session.kind),
                               session.startedAt.isValid() ? session.startedAt : m_store.clock.now(),
                               toString(session.state), session.expectedSheets, std::move(title)});
}

Status JournalWriter::setSessionState(const QString& uid, SessionState state)
{
    SOHOA_TRY(m_store.writer.run("UPDATE session SET state = ?2 WHERE uid = ?1", {uid, toString(state)}));
    if (m_store.writer.changedRows() == 0) {
        return failure(ErrorCode::NotFound, QStringLiteral("session"));
    }
    return {};
}

Status JournalWriter::addPage(const Page& page)
{
    SOHOA_ASSIGN(const std::vector<Value> values, pageValues(page, m_store.sealer));
    return runWith(m_store.writer, insertPage, values);
}

Status JournalWriter::setPage(const Page& page)
{
    SOHOA_ASSIGN(const std::vector<Value> values, pageValues(page, m_store.sealer));
    SOHOA_TRY(runWith(m_store.writer, updatePage, values));
    if (m_store.writer.changedRows() == 0) {
        return failure(ErrorCode::NotFound, QStringLiteral("page"));
    }
    return {};
}

Status JournalWriter::recordAction(const PageAction& action)
{
    SOHOA_TRY(setSnapshot(m_store, *this, action.after));
    SOHOA_ASSIGN(QByteArray before,
                 m_store.sealer.seal("action.before", action.scope, pagesToJson(action.before)));
    SOHOA_ASSIGN(QByteArray after,
                 m_store.sealer.seal("action.after", action.scope, pagesToJson(action.after)));
    SOHOA_TRY(m_store.writer.run("DELETE FROM action WHERE scope = ?1 AND undone = 1", {action.scope}));
    return m_store.writer.run(
        "INSERT INTO action (scope, undone, label, before, after) VALUES (?1, 0, ?2, ?3, ?4)",
        {action.scope, action.label, std::move(before), std::move(after)});
}

Result<std::optional<PageAction>> JournalWriter::undo(const QString& scope)
{
    SOHOA_ASSIGN(std::optional<PageAction> action,
                 turnAction(m_store, scope, true,
                            "SELECT id, label, before, after FROM action WHERE scope = ?1 AND undone = 0"
                            " ORDER BY id DESC LIMIT 1"));
    if (action) {
        SOHOA_TRY(setSnapshot(m_store, *this, action->before));
    }
    return action;
}

Result<std::optional<PageAction>> JournalWriter::redo(const QString& scope)
{
    SOHOA_ASSIGN(std::optional<PageAction> action,
                 turnAction(m_store, scope, false,
                            "SELECT id, label, before, after FROM action WHERE scope = ?1 AND undone = 1"
                            " ORDER BY id LIMIT 1"));
    if (action) {
        SOHOA_TRY(setSnapshot(m_store, *this, action->after));
    }
    return action;
}

} // namespace sohoa::storage
