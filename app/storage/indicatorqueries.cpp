// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/journal.h"
#include "storage/store.h"

#include <limits>

namespace sohoa::storage {

using namespace dossier;

namespace {

/// Facts of every received dossier of a period, and where it counts: `dK`, `nK` are denominator and numerator
/// of indicatorKinds[K]. The only place where SQL says so; numbers and lists both read from it. Definitions:
/// dossier/indicator.h, IndicatorKind. Parameters: ?1 now, ?2 and ?3 the period in milliseconds.
std::string placesQuery()
{
    static const std::string resultFile = "EXISTS (SELECT 1 FROM paper p WHERE p.dossierUid = d.uid"
                                          " AND p.component = " +
                                          std::to_string(resultComponent);
    static const std::string sql =
        "WITH fact AS MATERIALIZED (SELECT d.id, d.uid, d.procedureCode, d.procedureName, d.field, "
        "d.officer, d.unit,"
        " d.receivedAt, date(d.receivedAt / 1000 + 25200, 'unixepoch') AS day, d.givesResult, d.channel,"
        " d.dueAt IS NOT NULL AS hasDue, (d.decidingUnit = '' OR d.decidingUnit = d.unit) AS inCompetence, " +
        overdueCondition("?1") +
        " AS overdue,"
        " EXISTS (SELECT 1 FROM paper p WHERE p.dossierUid = d.uid AND p.component <> " +
        std::to_string(resultComponent) + ") AS componentFile, " + resultFile + ") AS resultFile, " +
        resultFile +
        " AND p.delivery = 'confirmed') AS confirmedResult,"
        " EXISTS (SELECT 1 FROM component c WHERE c.dossierUid = d.uid AND c.state = 'reused') AS reused"
        " FROM dossier d WHERE d.receivedAt >= ?2 AND d.receivedAt < ?3 AND d.status NOT IN (1, 3)),"
        " place AS (SELECT *,"
        " givesResult AS d0, givesResult AND resultFile AS n0,"
        " inCompetence AS d1, inCompetence AND componentFile AND (resultFile OR NOT givesResult) AS n1,"
        " 1 AS d2, reused AS n2,"
        " 1 AS d3, (reused OR confirmedResult) AS n3,"
        " hasDue AS d4, hasDue AND NOT overdue AS n4,"
        " 1 AS d5, channel = 2 AND (resultFile OR NOT givesResult) AS n5 FROM fact) ";
    return sql;
}

/// Position of an indicator in placesQuery().
std::string numberOf(IndicatorKind kind)
{
    switch (kind) {
    case IndicatorKind::ElectronicResults:
        return "0";
    case IndicatorKind::DigitizedDossiers:
        return "1";
    case IndicatorKind::Reuse:
        return "2";
    case IndicatorKind::Connected:
        return "3";
    case IndicatorKind::OnTime:
        return "4";
    case IndicatorKind::OnlineShare:
        return "5";
    }
    return {};
}

std::string groupOf(ReportBy by)
{
    switch (by) {
    case ReportBy::None:
        return "''";
    case ReportBy::Procedure:
        return "procedureCode";
    case ReportBy::Field:
        return "field";
    case ReportBy::Officer:
        return "officer";
    case ReportBy::Unit:
        return "unit";
    case ReportBy::Day:
        return "day";
    }
    return "''";
}

std::vector<Value> periodValues(const QDateTime& now, QDate from, QDate to)
{
    return {now, from.isValid() ? startOfDay(from) : std::numeric_limits<qint64>::min(),
            to.isValid() ? startOfDay(to.addDays(1)) : std::numeric_limits<qint64>::max()};
}

Result<IndicatorRow> rowOf(const Statement& row)
{
    IndicatorRow group{row.text(0), row.text(1), {}};
    int column = 2;
    for (const IndicatorKind kind : indicatorKinds) {
        const qint64 denominator = row.integer(column++);
        group.counts.push_back({kind, row.integer(column++), denominator});
    }
    return group;
}

} // namespace

Result<std::vector<IndicatorRow>> Journal::indicators(QDate from, QDate to, ReportBy by) const
{
    const std::string group = groupOf(by);
    // SQLite takes a bare column beside MAX() from the row that has the maximum: the newest name of a
    // procedure.
    std::string sql = placesQuery() + "SELECT " + group + " AS groupKey, " +
                      (by == ReportBy::Procedure ? "procedureName" : group);
    for (const IndicatorKind kind : indicatorKinds) {
        const std::string number = numberOf(kind);
        sql += ", COALESCE(SUM(d" + number + "), 0), COALESCE(SUM(n" + number + "), 0)";
    }
    sql += ", MAX(receivedAt) FROM place";
    if (by != ReportBy::None) {
        sql += " GROUP BY groupKey ORDER BY groupKey";
    }
    const auto access = m_store->read();
    return allRows(*access, sql, periodValues(m_store->clock.now(), from, to), rowOf);
}

Result<QStringList> Journal::dossiersBehind(IndicatorKind kind, ReportBy by, const QString& groupKey,
                                            QDate from, QDate to, bool met) const
{
    const std::string number = numberOf(kind);
    const std::string sql = placesQuery() + "SELECT uid FROM place WHERE d" + number + " AND " +
                            (met ? "" : "NOT ") + "n" + number + " AND " + groupOf(by) +
                            " = ?4 ORDER BY receivedAt DESC, id DESC";
    std::vector<Value> values = periodValues(m_store->clock.now(), from, to);
    values.emplace_back(by == ReportBy::None ? QString() : groupKey);
    const auto access = m_store->read();
    SOHOA_ASSIGN(
        const std::vector<QString> uids,
        allRows(*access, sql, values, [](const Statement& row) -> Result<QString> { return row.text(0); }));
    return QStringList(uids.begin(), uids.end());
}

} // namespace sohoa::storage
