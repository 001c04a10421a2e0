// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "reporting/targets.h"
#include "support/testsupport.h"

#include <QFile>
#include <QTest>

using namespace sohoa;
using namespace sohoa::test;
using dossier::IndicatorKind;
using reporting::IndicatorValue;

namespace {

IndicatorValue counted(qint64 numerator, qint64 denominator, std::optional<double> target = {},
                       std::optional<double> maxScore = {})
{
    return {{IndicatorKind::DigitizedDossiers, numerator, denominator}, target, maxScore};
}

reporting::Targets shippedTargets()
{
    QFile file(sourcePath(QStringLiteral("resources/catalogue/targets.json")));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return reporting::Targets::fromJson(file.readAll()).value_or(reporting::Targets());
}

} // namespace

class TestIndicators : public QObject
{
    Q_OBJECT

private slots:
    void ratioHasTwoDecimalsOfPercent_data()
    {
        QTest::addColumn<qint64>("numerator");
        QTest::addColumn<qint64>("denominator");
        QTest::addColumn<double>("ratio");
        QTest::newRow("none") << qint64{0} << qint64{7} << 0.0;
        QTest::newRow("all") << qint64{7} << qint64{7} << 1.0;
        QTest::newRow("a third") << qint64{1} << qint64{3} << 0.3333;
        QTest::newRow("two thirds") << qint64{2} << qint64{3} << 0.6667;
        QTest::newRow("half of the last place") << qint64{1} << qint64{20000} << 0.0001;
        QTest::newRow("less than half of it, but not nothing") << qint64{1} << qint64{90000} << 0.0001;
        QTest::newRow("nearly all is not all") << qint64{99999} << qint64{100000} << 0.9999;
        QTest::newRow("large counts") << qint64{312'500'000'000} << qint64{1'000'000'000'000} << 0.3125;
    }
    void ratioHasTwoDecimalsOfPercent()
    {
        QFETCH(qint64, numerator);
        QFETCH(qint64, denominator);
        QFETCH(double, ratio);
        QCOMPARE(counted(numerator, denominator).ratio(), std::optional(ratio));
    }

    void nothingToCountIsNoData()
    {
        const IndicatorValue value = counted(0, 0, 0.8, 4.0);
        QVERIFY(!value.ratio());
        QVERIFY(!value.score());
        QVERIFY(!value.meetsTarget());
        QVERIFY(toJson(value)[QLatin1String("ratio")].isNull());
    }

    void scoreGrowsToTheBestAndNoFurther()
    {
        QCOMPARE(counted(4, 10, 0.8, 4.0).score(), std::optional(2.0));
        QCOMPARE(counted(8, 10, 0.8, 4.0).score(), std::optional(4.0));
        QCOMPARE(counted(10, 10, 0.8, 4.0).score(), std::optional(4.0));
        QCOMPARE(counted(0, 10, 0.8, 4.0).score(), std::optional(0.0));
        QCOMPARE(counted(1, 3, 0.8, 4.0).score(), std::optional(1.67));
    }

    void withoutTargetOrWeightThereIsNoScore()
    {
        QVERIFY(!counted(4, 10, {}, 4.0).score());
        QVERIFY(!counted(4, 10, 0.8, {}).score());
    }

    void theTargetIsMetFromItOn()
    {
        QCOMPARE(counted(8, 10, 0.8).meetsTarget(), std::optional(true));
        QCOMPARE(counted(79999, 100000, 0.8).meetsTarget(), std::optional(false));
        QVERIFY(!counted(8, 10).meetsTarget());
    }

    void jsonTellsNumeratorAndDenominator()
    {
        const QJsonObject json = toJson(counted(1, 4, 0.8, 4.0));
        QCOMPARE(json[QLatin1String("kind")].toString(), QStringLiteral("digitized"));
        QCOMPARE(json[QLatin1String("numerator")].toInt(), 1);
        QCOMPARE(json[QLatin1String("denominator")].toInt(), 4);
        QCOMPARE(json[QLatin1String("ratio")].toDouble(), 0.25);
        QCOMPARE(json[QLatin1String("target")].toDouble(), 0.8);
        QCOMPARE(json[QLatin1String("score")].toDouble(), 1.25);
    }

    void shippedTargetsAreThoseOfTheDecision()
    {
        const reporting::Targets targets = shippedTargets();
        const QDate day(2026, 11, 22);
        const IndicatorValue digitized = targets.value({IndicatorKind::DigitizedDossiers, 1, 2}, day);
        QCOMPARE(digitized.target, std::optional(0.8));
        QCOMPARE(digitized.maxScore, std::optional(4.0));
        QCOMPARE(targets.value({IndicatorKind::OnlineShare, 1, 2}, day).target, std::optional(0.5));
        QCOMPARE(targets.value({IndicatorKind::Reuse, 1, 2}, day).maxScore, std::optional(2.0));
    }

    void beforeTheFirstTargetThereIsNone()
    {
        const IndicatorValue value =
            shippedTargets().value({IndicatorKind::DigitizedDossiers, 1, 2}, QDate(2022, 6, 22));
        QVERIFY(!value.target && !value.maxScore);
        QCOMPARE(value.count.numerator, qint64{1});
    }

    void withoutSettingsNothingIsJudged()
    {
        const IndicatorValue value =
            reporting::Targets().value({IndicatorKind::Reuse, 3, 4}, QDate(2026, 11, 22));
        QCOMPARE(value.ratio(), std::optional(0.75));
        QVERIFY(!value.target && !value.score());
    }

    void whatIsNotUnderstoodIsRefused()
    {
        VERIFY_FAILS(reporting::Targets::fromJson("{}"), ErrorCode::CatalogueInvalid);
        VERIFY_FAILS(reporting::Targets::fromJson("not json"), ErrorCode::CatalogueInvalid);
        VERIFY_FAILS(reporting::Targets::fromJson(R"({"schema_version": 1, "targets": [
            {"indicator": "something new", "valid_from": "2026-01-01"}]})"),
                     ErrorCode::CatalogueInvalid);
    }
};

QTEST_APPLESS_MAIN(TestIndicators)
#include "tst_indicators.moc"
