// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/targets.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::dossier;

namespace {

QByteArray fileWith(const QByteArray& targets)
{
    return R"({"schema_version":1,"targets":[)" + targets + "]}";
}

} // namespace

class TargetsTest : public QObject
{
    Q_OBJECT

private slots:
    void targetsAreThoseOfDecision766()
    {
        const Targets& targets = Targets::builtIn();
        const QDate day(2026, 11, 20);
        QCOMPARE(targets.at(IndicatorKind::DigitizedDossiers, day)->targetPercent, std::optional(80.0));
        QCOMPARE(targets.at(IndicatorKind::Reuse, day)->targetPercent, std::optional(80.0));
        QCOMPARE(targets.at(IndicatorKind::OnlineShare, day)->targetPercent, std::optional(50.0));
        QCOMPARE(targets.at(IndicatorKind::ElectronicResults, day)->maxScore, std::optional(6.0));
        QCOMPARE(targets.at(IndicatorKind::DigitizedDossiers, day)->maxScore, std::optional(4.0));
        QCOMPARE(targets.at(IndicatorKind::Reuse, day)->maxScore, std::optional(2.0));
        QCOMPARE(targets.at(IndicatorKind::Connected, day)->maxScore, std::optional(4.0));
        QVERIFY(!targets.at(IndicatorKind::OnTime, day)->targetPercent);
    }

    void laterSettingHoldsFromItsDay()
    {
        const auto targets =
            Targets::fromJson(fileWith(R"({"indicator":"reuse","valid_from":"2026-07-01","target_percent":90},
                        {"indicator":"reuse","valid_from":"2026-01-01","target_percent":80},
                        {"indicator":"reuse","valid_from":"2026-09-01","target_percent":95,"enabled":false})"));
        VERIFY_OK(targets);
        const auto on = [&](QDate date) { return targets->at(IndicatorKind::Reuse, date); };
        QVERIFY(!on(QDate(2025, 12, 31)));
        QCOMPARE(on(QDate(2026, 6, 30))->targetPercent, std::optional(80.0));
        QCOMPARE(on(QDate(2026, 7, 1))->targetPercent, std::optional(90.0));
        QCOMPARE(on(QDate(2026, 10, 1))->targetPercent, std::optional(90.0));
        QVERIFY(!targets->at(IndicatorKind::OnTime, QDate(2026, 7, 1)));
    }

    void whatIsNotUnderstoodIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("schema") << QByteArray(R"({"schema_version":2})");
        QTest::newRow("indicator") << fileWith(R"({"indicator":"x","valid_from":"2026-07-01"})");
        QTest::newRow("date") << fileWith(R"({"indicator":"reuse","valid_from":"1/7/2026"})");
        QTest::newRow("zero") << fileWith(
            R"({"indicator":"reuse","valid_from":"2026-07-01","target_percent":0})");
        QTest::newRow("over 100") << fileWith(
            R"({"indicator":"reuse","valid_from":"2026-07-01","target_percent":101})");
        QTest::newRow("target as text")
            << fileWith(R"({"indicator":"reuse","valid_from":"2026-07-01","target_percent":"80"})");
        QTest::newRow("weight as text")
            << fileWith(R"({"indicator":"reuse","valid_from":"2026-07-01","max_score":"2"})");
        QTest::newRow("no weight") << fileWith(
            R"({"indicator":"reuse","valid_from":"2026-07-01","max_score":0})");
    }
    void whatIsNotUnderstoodIsRefused()
    {
        QFETCH(QByteArray, json);
        VERIFY_FAILS(Targets::fromJson(json), ErrorCode::CatalogueInvalid);
    }
};

QTEST_APPLESS_MAIN(TargetsTest)
#include "tst_targets.moc"
