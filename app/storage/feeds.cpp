// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Stacks while they are scanned.
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/store.h"

#include <QJsonDocument>

namespace sohoa::storage {

Result<std::optional<Feed>> Journal::feed(const QString& sessionUid) const
{
    const auto access = m_store->read();
    return firstRow(*access,
                    "SELECT session, dossierUid, component, sidesPerSheet, round, ended, explainedBy,"
                    " explainedAt, doubts FROM feed WHERE session = ?1",
                    {sessionUid}, [](const Statement& row) -> Result<Feed> {
                        Feed feed;
                        feed.session = row.text(0);
                        feed.dossierUid = row.text(1);
                        feed.component = row.number(2);
                        feed.sidesPerSheet = row.number(3);
                        feed.round = row.number(4);
                        feed.ended = row.text(5);
                        feed.explainedBy = row.text(6);
                        feed.explainedAt = row.optionalTime(7);
                        feed.doubts = row.text(8).split(u' ', Qt::SkipEmptyParts);
                        return feed;
                    });
}

Result<std::vector<FedSide>> Journal::fedSides(const QString& sessionUid) const
{
    const auto access = m_store->read();
    return allRows(*access,
                   "SELECT position, pageUid, round, number, fedAt FROM fedSide WHERE session = ?1"
                   " ORDER BY position",
                   {sessionUid}, [](const Statement& row) -> Result<FedSide> {
                       return FedSide{row.number(0), row.text(1), row.number(2), row.number(3), row.time(4)};
                   });
}

Result<std::optional<QJsonObject>> Journal::treatment(const QString& sessionUid) const
{
    const auto access = m_store->read();
    return firstRow(*access, "SELECT treatment FROM treatment WHERE session = ?1", {sessionUid},
                    [](const Statement& row) -> Result<QJsonObject> {
                        return QJsonDocument::fromJson(row.text(0).toUtf8()).object();
                    });
}

Result<std::vector<PageLook>> Journal::looksOfSession(const QString& sessionUid) const
{
    const auto access = m_store->read();
    return allRows(*access,
                   "SELECT pageUid, look, likeUid FROM pageLook JOIN page ON page.uid = pageUid"
                   " WHERE page.session = ?1 ORDER BY page.position",
                   {sessionUid}, [](const Statement& row) -> Result<PageLook> {
                       PageLook look{row.text(0), row.blob(1), {}};
                       if (!row.isNull(2)) {
                           look.likeUid = row.text(2);
                       }
                       return look;
                   });
}

Status JournalWriter::setExpectedSheets(const QString& uid, std::optional<int> sheets)
{
    SOHOA_TRY(m_store.writer.run("UPDATE session SET expectedSheets = ?2 WHERE uid = ?1", {uid, sheets}));
    return m_store.writer.changedRows() == 0 ? Status(failure(ErrorCode::NotFound, QStringLiteral("session")))
                                             : Status();
}

Status JournalWriter::setFeed(const Feed& feed)
{
    return m_store.writer.run(
        "INSERT INTO feed (session, dossierUid, component, sidesPerSheet, round, ended, explainedBy,"
        " explainedAt, doubts) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
        " ON CONFLICT (session) DO UPDATE SET dossierUid = ?2, component = ?3, sidesPerSheet = ?4, round = "
        "?5,"
        " ended = ?6, explainedBy = ?7, explainedAt = ?8, doubts = ?9",
        {feed.session, feed.dossierUid.isEmpty() ? Value(nullptr) : Value(feed.dossierUid), feed.component,
         feed.sidesPerSheet, feed.round, feed.ended.isNull() ? QStringLiteral("") : feed.ended,
         feed.explainedBy.isNull() ? QStringLiteral("") : feed.explainedBy, feed.explainedAt,
         feed.doubts.join(u' ') + QStringLiteral("")});
}

Status JournalWriter::addFedSide(const QString& sessionUid, const FedSide& side)
{
    return m_store.writer.run("INSERT INTO fedSide (session, position, pageUid, round, number, fedAt)"
                              " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                              {sessionUid, side.position, side.pageUid, side.round, side.number,
                               side.fedAt.isValid() ? side.fedAt : m_store.clock.now()});
}

Status JournalWriter::setTreatment(const QString& sessionUid, const QJsonObject& treatment)
{
    return m_store.writer.run("INSERT INTO treatment (session, treatment) VALUES (?1, ?2)"
                              " ON CONFLICT (session) DO UPDATE SET treatment = ?2",
                              {sessionUid, QString::fromUtf8(compactJson(treatment))});
}

Status JournalWriter::setPageLook(const PageLook& look)
{
    return m_store.writer.run("INSERT INTO pageLook (pageUid, look, likeUid) VALUES (?1, ?2, ?3)"
                              " ON CONFLICT (pageUid) DO UPDATE SET look = ?2, likeUid = ?3",
                              {look.pageUid, look.look.isNull() ? QByteArray("") : look.look,
                               look.likeUid ? Value(*look.likeUid + QStringLiteral("")) : Value(nullptr)});
}

} // namespace sohoa::storage
