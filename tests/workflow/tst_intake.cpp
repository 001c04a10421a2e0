// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/journal.h"
#include "support/testsupport.h"
#include "workflow/intake.h"
#include "workflow/supervision.h"
#include "workflow/workbench.h"

#include <QTest>

#include <algorithm>

using namespace sohoa;
using namespace sohoa::test;
using workflow::Intake;
using workflow::IntakeRequest;

namespace {

IntakeRequest births()
{
    IntakeRequest request;
    request.procedureCode = QStringLiteral("1.001193");
    return request;
}

} // namespace

class TestIntake : public QObject
{
    Q_OBJECT

private slots:
    void numbersAreThisWorkstationsOwn()
    {
        Workbench bench; // workstation 1 of 3
        const Intake intake(bench.workspace());
        const auto first = intake.takeIn(births());
        const auto second = intake.takeIn(births());
        VERIFY_OK(first);
        VERIFY_OK(second);
        QCOMPARE(first->dossier.code, QStringLiteral("H56.14-261120-0001"));
        QCOMPARE(second->dossier.code, QStringLiteral("H56.14-261120-0004"));
        QVERIFY(!first->dossier.provisional);
    }

    void withoutEnrolmentANumberIsProvisionalAndLooksSo()
    {
        Workbench bench;
        auto settings = bench.workspace().settings();
        VERIFY_OK(settings);
        settings->workstation = 0;
        settings->workstations = 0;
        VERIFY_OK(bench.workspace().setSettings(*settings));
        const auto taken = Intake(bench.workspace()).takeIn(births());
        VERIFY_OK(taken);
        QVERIFY(taken->dossier.provisional);
        QVERIFY2(taken->dossier.code.startsWith(QLatin1String("TAM-")), qPrintable(taken->dossier.code));
    }

    void aCodeOfAnotherSystemIsKeptAndTakenInOnce()
    {
        Workbench bench;
        IntakeRequest request = births();
        request.dossierCode = QStringLiteral("000.00.19.H26-210305-0001");
        const auto first = Intake(bench.workspace()).takeIn(request);
        const auto again = Intake(bench.workspace()).takeIn(request);
        VERIFY_OK(first);
        VERIFY_OK(again);
        QCOMPARE(first->dossier.code, request.dossierCode);
        QCOMPARE(again->dossier.uid, first->dossier.uid);
        request.dossierCode = QStringLiteral("không phải mã");
        VERIFY_FAILS(Intake(bench.workspace()).takeIn(request), ErrorCode::DossierCodeInvalid);
    }

    void aRepealedProcedureIsRefusedForNewDossiers()
    {
        Workbench bench;
        IntakeRequest request;
        request.procedureCode = QStringLiteral("2.001023");
        VERIFY_FAILS(Intake(bench.workspace()).takeIn(request), ErrorCode::ProcedureRetired);
        request.procedureCode = QStringLiteral("9.999999");
        VERIFY_FAILS(Intake(bench.workspace()).takeIn(request), ErrorCode::ProcedureUnknown);
    }

    void notedComponentsAndStatesAreInTheDossiersHistory()
    {
        Workbench bench;
        const Intake intake(bench.workspace());
        IntakeRequest request = births();
        request.noted = {{7, dossier::ComponentState::Shown}};
        const auto taken = intake.takeIn(request);
        VERIFY_OK(taken);
        const QString uid = taken->dossier.uid;
        VERIFY_OK(intake.noteComponent(uid, 8, dossier::ComponentState::Reused));
        VERIFY_OK(intake.setStatus(uid, dossier::DossierStatus::InProgress));
        VERIFY_FAILS(intake.setStatus(uid, dossier::DossierStatus::Registered), ErrorCode::InvalidArgument);
        const auto components = bench.workspace().journal().components(uid);
        VERIFY_OK(components);
        const auto stateOf = [&](int number) {
            return std::find_if(
                       components->begin(), components->end(),
                       [number](const dossier::Component& component) { return component.number == number; })
                ->state;
        };
        QVERIFY(stateOf(7) == dossier::ComponentState::Shown);
        QVERIFY(stateOf(8) == dossier::ComponentState::Reused);
        const auto events = bench.workspace().journal().events(uid);
        VERIFY_OK(events);
        QCOMPARE(events->size(), std::size_t(3));
    }

    void theRatesCountWhatWasTakenInAndListTheDossiersBehind()
    {
        Workbench bench;
        const Intake intake(bench.workspace());
        const auto plain = intake.takeIn(births());
        VERIFY_OK(plain);
        const auto reused = intake.takeIn(births());
        VERIFY_OK(reused);
        VERIFY_OK(intake.noteComponent(reused->dossier.uid, 8, dossier::ComponentState::Reused));
        const workflow::Supervision supervision(bench.workspace());
        const QDate day = bench.clock().now().date();
        const auto rows = supervision.rows(day, day, dossier::ReportBy::None);
        VERIFY_OK(rows);
        QCOMPARE(rows->size(), std::size_t(1));
        const auto& values = rows->front().values;
        const auto reuse =
            std::find_if(values.begin(), values.end(), [](const reporting::IndicatorValue& value) {
                return value.count.kind == dossier::IndicatorKind::Reuse;
            });
        QVERIFY(reuse != values.end());
        QCOMPARE(reuse->count.numerator, 1);
        QCOMPARE(reuse->count.denominator, 2);
        const auto without =
            supervision.behind(dossier::IndicatorKind::Reuse, {}, dossier::ReportBy::None, day, day, false);
        VERIFY_OK(without);
        QCOMPARE(without->size(), std::size_t(1));
        QCOMPARE(without->front().uid, plain->dossier.uid);
        // The report has the same rows; those that are groups have the whole beside them.
        const auto whole = supervision.report(day, day, dossier::ReportBy::None);
        VERIFY_OK(whole);
        QVERIFY(whole->rows == *rows);
        QVERIFY(!whole->total);
        QCOMPARE(whole->unit, bench.workspace().settings()->unitName);
        const auto byProcedure = supervision.report(day, day, dossier::ReportBy::Procedure);
        VERIFY_OK(byProcedure);
        QCOMPARE(byProcedure->rows.size(), std::size_t(1));
        QCOMPARE(byProcedure->rows.front().key, QStringLiteral("1.001193"));
        QVERIFY(byProcedure->total == rows->front());
    }

    void settingsWithAWorkstationThatCouldNeverGiveNumbersAreRefused_data()
    {
        QTest::addColumn<int>("workstation");
        QTest::addColumn<int>("workstations");
        QTest::addColumn<bool>("possible");
        QTest::newRow("last of the most there may be") << 999 << 999 << true;
        QTest::newRow("more than numbers can be told apart") << 1 << 1000 << false;
        QTest::newRow("beyond the count") << 3 << 2 << false;
        QTest::newRow("a count without a number") << 0 << 2 << false;
        QTest::newRow("negative") << -1 << 2 << false;
    }
    void settingsWithAWorkstationThatCouldNeverGiveNumbersAreRefused()
    {
        QFETCH(const int, workstation);
        QFETCH(const int, workstations);
        QFETCH(const bool, possible);
        const Workbench bench;
        auto settings = bench.workspace().settings();
        VERIFY_OK(settings);
        settings->workstation = workstation;
        settings->workstations = workstations;
        if (possible) {
            VERIFY_OK(bench.workspace().setSettings(*settings));
        } else {
            VERIFY_FAILS(bench.workspace().setSettings(*settings), ErrorCode::InvalidArgument);
        }
    }
};

QTEST_MAIN(TestIntake)
#include "tst_intake.moc"
