// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/changelog.h"
#include "storage/journal.h"
#include "storage/store.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace sohoa::storage {

using namespace dossier;

namespace {

const std::string newestFirst = " ORDER BY d.receivedAt DESC, d.id DESC";

QString jsonList(const QStringList& texts)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

/// The WHERE of a filter and its values, parameters numbered in order.
struct Condition
{
    std::string sql = " WHERE 1";
    std::vector<Value> values;

    void add(const std::string& before, Value value, const std::string& after = {})
    {
        values.push_back(std::move(value));
        sql += " AND " + before + "?" + std::to_string(values.size()) + after;
    }
};

Condition conditionOf(const DossierFilter& filter, const QDateTime& now)
{
    Condition condition;
    if (filter.from.isValid()) {
        condition.add("d.receivedAt >= ", startOfDay(filter.from));
    }
    if (filter.to.isValid()) {
        condition.add("d.receivedAt < ", startOfDay(filter.to.addDays(1)));
    }
    const std::pair<const char*, const QString&> texts[] = {{"d.procedureCode = ", filter.procedureCode},
                                                            {"d.officer = ", filter.officer},
                                                            {"d.field = ", filter.field},
                                                            {"d.unit = ", filter.unit}};
    for (const auto& [column, text] : texts) {
        if (!text.isEmpty()) {
            condition.add(column, text);
        }
    }
    if (!filter.statuses.empty()) {
        QStringList numbers;
        for (const DossierStatus status : filter.statuses) {
            numbers += QString::number(static_cast<int>(status));
        }
        condition.add("CAST(d.status AS TEXT) IN (SELECT value FROM json_each(", jsonList(numbers), "))");
    }
    if (filter.among) {
        condition.add("d.uid IN (SELECT value FROM json_each(", jsonList(*filter.among), "))");
    }
    if (filter.onlyOverdue) {
        condition.values.emplace_back(now);
        condition.sql += " AND " + overdueCondition("?" + std::to_string(condition.values.size()));
    }
    if (filter.onlyScanDue) {
        condition.sql +=
            " AND EXISTS (SELECT 1 FROM component c WHERE c.dossierUid = d.uid AND " + scanDueCondition + ")";
    }
    return condition;
}

Result<DossierSummary> summaryOf(const Statement& row, const Sealer& sealer)
{
    DossierSummary summary;
    SOHOA_ASSIGN(summary.dossier, dossierOf(row, sealer));
    int column = dossierColumnCount;
    summary.components = row.number(column++);
    summary.scanDue = row.number(column++);
    summary.papers = row.number(column++);
    summary.papersConfirmed = row.number(column++);
    summary.pages = row.number(column++);
    summary.pagesWithoutPaper = row.number(column++);
    return summary;
}

Result<Event> eventOf(const Statement& row)
{
    SOHOA_ASSIGN(const EventKind kind, known(eventKindFrom(row.text(2)), "event.kind"));
    return Event{row.text(0), row.time(1), kind, row.text(3),
                 QJsonDocument::fromJson(row.text(4).toUtf8()).object()};
}

} // namespace

Result<Dossier> Journal::dossier(const QString& uid) const
{
    const auto access = m_store->read();
    SOHOA_ASSIGN(std::optional<Dossier> found, findDossier(*access, m_store->sealer, uid));
    if (!found) {
        return failure(ErrorCode::DossierUnknown, uid);
    }
    return std::move(*found);
}

Result<std::optional<Dossier>> Journal::dossierByCode(const QString& code) const
{
    static const std::string sql =
        "SELECT " + dossierColumns + " FROM dossier d WHERE d.code = ?1" + newestFirst + " LIMIT 1";
    const auto access = m_store->read();
    return firstRow(*access, sql, {code},
                    [this](const Statement& row) { return dossierOf(row, m_store->sealer); });
}

Result<std::vector<Dossier>> Journal::dossiersOfPerson(const QString& personalNumber) const
{
    static const std::string sql =
        "SELECT " + dossierColumns + " FROM dossier d WHERE d.personLookup = ?1" + newestFirst;
    if (personalNumber.isEmpty()) {
        return std::vector<Dossier>();
    }
    const auto access = m_store->read();
    return allRows(*access, sql, {m_store->sealer.lookup(personalNumber)},
                   [this](const Statement& row) { return dossierOf(row, m_store->sealer); });
}

Result<std::vector<Dossier>> Journal::dossiers(const QStringList& uids) const
{
    std::vector<Dossier> found;
    const auto access = m_store->read();
    for (const QString& uid : uids) {
        SOHOA_ASSIGN(std::optional<Dossier> dossier, findDossier(*access, m_store->sealer, uid));
        if (dossier) {
            found.push_back(std::move(*dossier));
        }
    }
    return found;
}

Result<std::vector<DossierSummary>> Journal::list(const DossierFilter& filter, int limit, int offset) const
{
    Condition condition = conditionOf(filter, m_store->clock.now());
    const std::string first = std::to_string(condition.values.size() + 1);
    const std::string second = std::to_string(condition.values.size() + 2);
    condition.values.emplace_back(limit);
    condition.values.emplace_back(offset);
    // The counts are made for the rows of the page only, not for those skipped.
    const std::string sql =
        "WITH shown AS MATERIALIZED (SELECT d.id FROM dossier d" + condition.sql + newestFirst + " LIMIT ?" +
        first + " OFFSET ?" + second + ") SELECT " + dossierColumns +
        ", (SELECT COUNT(*) FROM component c WHERE c.dossierUid = d.uid)"
        ", (SELECT COUNT(*) FROM component c WHERE c.dossierUid = d.uid AND " +
        scanDueCondition +
        "), (SELECT COUNT(*) FROM paper p WHERE p.dossierUid = d.uid)"
        ", (SELECT COUNT(*) FROM paper p WHERE p.dossierUid = d.uid AND p.delivery = 'confirmed')"
        ", (SELECT COUNT(*) FROM page g WHERE g.dossierUid = d.uid AND g.state = 'kept')"
        ", (SELECT COUNT(*) FROM page g WHERE g.dossierUid = d.uid AND g.state = 'kept' AND NOT EXISTS"
        " (SELECT 1 FROM paper p WHERE p.dossierUid = d.uid AND p.component = g.component))"
        " FROM dossier d WHERE d.id IN (SELECT id FROM shown)" +
        newestFirst;
    const auto access = m_store->read();
    return allRows(*access, sql, condition.values,
                   [this](const Statement& row) { return summaryOf(row, m_store->sealer); });
}

Result<qint64> Journal::count(const DossierFilter& filter) const
{
    const Condition condition = conditionOf(filter, m_store->clock.now());
    const auto access = m_store->read();
    SOHOA_ASSIGN(const std::optional<qint64> counted,
                 firstRow(*access, "SELECT COUNT(*) FROM dossier d" + condition.sql, condition.values,
                          [](const Statement& row) -> Result<qint64> { return row.integer(0); }));
    return counted.value_or(0);
}

Result<std::vector<Component>> Journal::components(const QString& dossierUid) const
{
    const auto access = m_store->read();
    return findComponents(*access, dossierUid);
}

Result<std::vector<Paper>> Journal::papers(const QString& dossierUid) const
{
    static const std::string sql =
        "SELECT " + paperColumns + " FROM paper WHERE dossierUid = ?1 ORDER BY component, version, id";
    const auto access = m_store->read();
    return allRows(*access, sql, {dossierUid}, paperOf);
}

Result<std::optional<Paper>> Journal::paper(const QString& paperUid) const
{
    const auto access = m_store->read();
    return findPaper(*access, paperUid);
}

Result<std::vector<Event>> Journal::events(const QString& dossierUid) const
{
    const auto access = m_store->read();
    return allRows(
        *access,
        "SELECT dossierUid, at, kind, actor, detail FROM event WHERE dossierUid = ?1 ORDER BY at, id",
        {dossierUid}, eventOf);
}

Result<std::vector<FieldHistory>> Journal::history(const QString& dossierUid) const
{
    static const std::string sql =
        "SELECT " + changeColumns + " FROM change WHERE dossierUid = ?1 ORDER BY stamp, unit, workstation";
    const auto access = m_store->read();
    return allRows(*access, sql, {dossierUid}, [this](const Statement& row) -> Result<FieldHistory> {
        SOHOA_ASSIGN(const KeptChange kept, changeOf(row, m_store->sealer));
        return FieldHistory{kept.change.stamp, kept.unit, kept.workstation, kept.change.kind,
                            kept.change.body};
    });
}

Result<Counts> Journal::counts() const
{
    static const std::string sql =
        "SELECT (SELECT COUNT(*) FROM dossier)"
        ", (SELECT COUNT(DISTINCT c.dossierUid) FROM component c WHERE " +
        scanDueCondition +
        "), (SELECT COUNT(*) FROM paper WHERE delivery <> 'confirmed')"
        ", (SELECT COUNT(*) FROM paper WHERE delivery = 'refused' AND delivery <> 'confirmed')"
        ", (SELECT COUNT(*) FROM page WHERE dossierUid IS NULL AND state = 'kept')"
        ", (SELECT COUNT(*) FROM session WHERE state = 'open')"
        ", (SELECT COUNT(*) FROM dossier WHERE differences > 0)";
    const auto access = m_store->read();
    SOHOA_ASSIGN(const std::optional<Counts> counts,
                 firstRow(*access, sql, {}, [](const Statement& row) -> Result<Counts> {
                     return Counts{row.number(0), row.number(1), row.number(2), row.number(3),
                                   row.number(4), row.number(5), row.number(6)};
                 }));
    return counts.value_or(Counts{});
}

} // namespace sohoa::storage
