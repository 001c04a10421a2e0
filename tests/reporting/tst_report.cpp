// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "reporting/report.h"
#include "support/fixedclock.h"
#include "support/testsupport.h"

#include <QJsonArray>
#include <QTest>

using namespace sohoa;
using namespace sohoa::reporting;
using dossier::IndicatorKind;
using dossier::ReportBy;

namespace {

ReportRow row(const QString& key, const QString& label, qint64 numerator, qint64 denominator)
{
    ReportRow made{key, label, {}};
    for (const IndicatorKind kind : dossier::indicatorKinds) {
        IndicatorValue value{{kind, numerator, denominator}};
        if (kind == IndicatorKind::DigitizedDossiers) {
            value.target = 0.8;
            value.maxScore = 4.0;
        }
        made.values.push_back(value);
    }
    return made;
}

Report byProcedure()
{
    Report report;
    report.unit = QStringLiteral("Xã Mường Lống");
    report.from = QDate(2026, 11, 1);
    report.to = QDate(2026, 11, 22);
    report.by = ReportBy::Procedure;
    report.madeAt = test::FixedClock().now();
    report.rows = {row(QStringLiteral("1.001193"), QStringLiteral("Đăng ký khai sinh"), 4, 10),
                   row(QStringLiteral("2.000815"), QStringLiteral("Chứng thực bản sao"), 0, 0)};
    report.total = row({}, {}, 4, 10);
    return report;
}

ReportNames names()
{
    return {[](IndicatorKind kind) { return toString(kind); }, QStringLiteral("Procedure")};
}

constexpr std::size_t kinds = dossier::indicatorKinds.size();

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private slots:
    void everyIndicatorShowsItsNumeratorAndDenominator()
    {
        const Table table = longTable(byProcedure(), names(), true);
        QCOMPARE(table.rows.size(), 2 * kinds);
        const std::vector<Cell>& digitized = table.rows[1];
        const std::vector<Cell> expected = {QStringLiteral("1.001193 - Đăng ký khai sinh"),
                                            QStringLiteral("digitized"),
                                            qint64{4},
                                            qint64{10},
                                            Percent{0.4},
                                            Percent{0.8},
                                            Points{2.0},
                                            Points{4.0}};
        QVERIFY(digitized == expected);
    }

    void nothingToCountIsNoDataNotZero()
    {
        const Table table = longTable(byProcedure(), names(), true);
        QVERIFY(table.rows[kinds][4] == Cell(NoData{}));
        const Table wide = wideTable(byProcedure(), names());
        QVERIFY(wide.rows[1][3] == Cell(NoData{}));
    }

    void withoutTargetThereIsNoScore()
    {
        const Table table = longTable(byProcedure(), names(), true);
        QVERIFY(table.rows[0][5] == Cell(QString()));
        QVERIFY(table.rows[0][6] == Cell(QString()));
    }

    void forPeopleTheGroupIsNamedOnceAndTheWholeComesLast()
    {
        const Table table = longTable(byProcedure(), names(), false);
        QCOMPARE(table.rows.size(), 3 * kinds);
        QVERIFY(table.rows[0][0] == Cell(QStringLiteral("1.001193 - Đăng ký khai sinh")));
        QVERIFY(table.rows[1][0] == Cell(QString()));
        QVERIFY(table.rows[2 * kinds][0] == Cell(QStringLiteral("All together")));
    }

    void theWideTableHasOneRowAGroupAndTheTargetsBelow()
    {
        const Table table = wideTable(byProcedure(), names());
        QCOMPARE(table.columns.size(), 1 + 3 * kinds);
        QCOMPARE(table.rows.size(), std::size_t{2});
        QVERIFY(table.total.has_value());
        QCOMPARE(table.total->size(), table.columns.size());
        QVERIFY2(table.below.join(u' ').contains(QStringLiteral("digitized 80,00 %")),
                 qPrintable(table.below.join(u' ')));
    }

    void theWholeUnitHasOneRowAnIndicator()
    {
        Report report = byProcedure();
        report.by = ReportBy::None;
        report.rows = {*report.total};
        report.total.reset();
        const Table table = wideTable(report, names());
        QCOMPARE(table.rows.size(), kinds);
        QCOMPARE(table.columns.size(), std::size_t{7});
        QVERIFY(table.rows[0][0] == Cell(QStringLiteral("electronic-results")));
    }

    void unitPeriodAndTimeStandAboveTheTable()
    {
        const QString above = longTable(byProcedure(), names(), false).above.join(u'\n');
        for (const char* part : {"Xã Mường Lống", "01/11/2026", "22/11/2026", "20/11/2026 08:30"}) {
            QVERIFY2(above.contains(QString::fromUtf8(part)), part);
        }
    }

    void daysAreDates()
    {
        Report report = byProcedure();
        report.by = ReportBy::Day;
        report.rows = {row(QStringLiteral("2026-11-05"), QStringLiteral("2026-11-05"), 1, 2)};
        QVERIFY(wideTable(report, names()).rows[0][0] == Cell(QDate(2026, 11, 5)));
    }

    void aGroupWithoutNameIsSaidToHaveNone()
    {
        Report report = byProcedure();
        report.by = ReportBy::Officer;
        report.rows = {row({}, {}, 1, 2)};
        QVERIFY(wideTable(report, names()).rows[0][0] == Cell(QStringLiteral("(not stated)")));
    }

    void jsonHoldsTheRowsAndTheWhole()
    {
        const QJsonObject json = toJson(byProcedure());
        QCOMPARE(json[QLatin1String("from")].toString(), QStringLiteral("2026-11-01"));
        QCOMPARE(json[QLatin1String("by")].toString(), QStringLiteral("procedure"));
        const QJsonArray rows = json[QLatin1String("rows")].toArray();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0][QLatin1String("group")].toString(), QStringLiteral("1.001193"));
        const QJsonArray indicators = rows[0][QLatin1String("indicators")].toArray();
        QCOMPARE(indicators.size(), static_cast<qsizetype>(kinds));
        QCOMPARE(indicators[1][QLatin1String("score")].toDouble(), 2.0);
        QCOMPARE(json[QLatin1String("total")][QLatin1String("indicators")].toArray().size(),
                 static_cast<qsizetype>(kinds));
    }
};

QTEST_APPLESS_MAIN(TestReport)
#include "tst_report.moc"
