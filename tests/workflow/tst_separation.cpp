// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/profile.h"
#include "dossier/separator.h"
#include "storage/journal.h"
#include "support/testsupport.h"
#include "workflow/digitizing.h"
#include "workflow/scansession.h"
#include "workflow/separationrules.h"
#include "workflow/stackpictures.h"
#include "workflow/workbench.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace sohoa;
using namespace sohoa::test;
using dossier::Separator;
using dossier::StackAlarmKind;

namespace {

int alarms(const workflow::Reconciliation& account, StackAlarmKind kind)
{
    return static_cast<int>(
        std::count_if(account.alarms.begin(), account.alarms.end(),
                      [kind](const dossier::StackAlarm& alarm) { return alarm.kind == kind; }));
}

} // namespace

class TestSeparation : public QObject
{
    Q_OBJECT

private slots:
    void signedSheetsOfTheHomeCutItsStacks()
    {
        Workbench bench;
        const auto key = workflow::sheetKey(bench.workspace());
        VERIFY_OK(key);
        Separator back = componentSheet(code, 1);
        back.side = Separator::Side::Back;
        const QStringList files = Pictures(bench)
                                      .sheet(signedWith(*key, dossierSheet(code)))
                                      .sheet(signedWith(*key, componentSheet(code, 1)))
                                      .sheet(signedWith(*key, back))
                                      .text(2)
                                      .files();
        bench.reopen(); // the key is the same at the next start
        const auto report = workflow::digitizeStack(bench.workspace(), files, {}, {});
        VERIFY_OK(report);
        QVERIFY(report->account.alarms.empty());
        QCOMPARE(report->account.setAside, 3);
        QCOMPARE(report->dossiers.size(), std::size_t(1));
        QCOMPARE(report->dossiers[0].dossier.code, code);
        QCOMPARE(report->dossiers[0].papers.size(), std::size_t(1));
        QCOMPARE(report->dossiers[0].papers[0].paper.pages, 2);
    }

    void aSheetOfAnotherHomeCutsNothingUntilItsKeyIsKnown()
    {
        Workbench here;
        const Workbench there;
        const auto foreign = workflow::sheetKey(there.workspace());
        const auto own = workflow::sheetKey(here.workspace());
        VERIFY_OK(foreign);
        VERIFY_OK(own);
        QVERIFY(*foreign != *own);
        const auto stack = [&] {
            return Pictures(here)
                .sheet(signedWith(*foreign, dossierSheet(code)))
                .sheet(signedWith(*foreign, componentSheet(code, 1)))
                .text()
                .files();
        };
        const auto refused = workflow::digitizeStack(here.workspace(), stack(), {}, {});
        VERIFY_OK(refused);
        QCOMPARE(alarms(refused->account, StackAlarmKind::SeparatorForeign), 2);
        QCOMPARE(refused->account.kept, 1);
        QCOMPARE(refused->account.unassigned, 1);
        QVERIFY(refused->dossiers.empty());
        // The key of the other workstation, carried over as text; kept over a restart.
        const auto carried = dossier::SheetKey::fromText(foreign->text());
        VERIFY_OK(carried);
        VERIFY_OK(workflow::enterSheetKey(here.workspace(), *carried));
        here.reopen();
        const auto now = workflow::sheetKey(here.workspace());
        VERIFY_OK(now);
        QVERIFY(*now == *foreign); // both sign alike from now on
        const auto keys = workflow::sheetKeys(here.workspace());
        VERIFY_OK(keys);
        QVERIFY((*keys == std::vector{*foreign, *own})); // and sheets printed here before still count
        QStringList files = stack();
        Pictures more(here);
        files += here.path(QStringLiteral("thêm.jpg"));
        drawTextPage(files.back(), 77);
        const auto known = workflow::digitizeStack(here.workspace(), files, {}, {});
        VERIFY_OK(known);
        QVERIFY(known->account.alarms.empty());
        QCOMPARE(known->dossiers.size(), std::size_t(1));
    }

    void unsignedSheetsCountOnlyForDossiersFromBefore()
    {
        Workbench bench;
        VERIFY_OK(workflow::noteSheetsSigned(bench.workspace())); // on 20 November 2026
        bench.clock().advance(86400);
        VERIFY_OK(workflow::noteSheetsSigned(bench.workspace())); // changes nothing
        const auto rules = workflow::separationRules(bench.workspace(), QStringLiteral("x"));
        VERIFY_OK(rules);
        QCOMPARE(rules->unsignedUntil.value_or(QDate()), QDate(2026, 11, 20));
        const QString later = QStringLiteral("H56.14-261121-0001");
        Separator old{Separator::Kind::Component, code, {}, 1, 0};
        Separator forged{Separator::Kind::Component, later, {}, 1, 0};
        const auto report =
            workflow::digitizeStack(bench.workspace(),
                                    Pictures(bench)
                                        .sheet(Separator{Separator::Kind::Dossier, code, birth, 0, 0})
                                        .sheet(old)
                                        .text()
                                        .sheet(forged)
                                        .text()
                                        .files(),
                                    {}, {});
        VERIFY_OK(report);
        QCOMPARE(alarms(report->account, StackAlarmKind::SeparatorForeign), 1);
        QCOMPARE(report->account.unassigned, 1);
        QCOMPARE(report->dossiers.size(), std::size_t(1));
    }

    void aSheetMissingInTheSeriesIsTold()
    {
        Workbench bench;
        const auto key = workflow::sheetKey(bench.workspace());
        VERIFY_OK(key);
        const QStringList files = Pictures(bench).sheet(signedWith(*key, dossierSheet(code))).text().files();
        dossier::SeparationRules rules;
        rules.separatorsExpected = 3;
        const auto report = workflow::digitizeStack(bench.workspace(), files, {}, {}, rules);
        VERIFY_OK(report);
        QCOMPARE(alarms(report->account, StackAlarmKind::SeparatorsMissing), 2);
        QCOMPARE(report->account.alarms.back().seen, 1);
    }

    void aSheetThatCannotBeReadIsNoPageOfThePaperBefore()
    {
        Workbench bench;
        const auto key = workflow::sheetKey(bench.workspace());
        VERIFY_OK(key);
        const QStringList files = Pictures(bench)
                                      .sheet(signedWith(*key, componentSheet(code, 1)))
                                      .text()
                                      .sheet(signedWith(*key, componentSheet(code, 2)))
                                      .text()
                                      .files();
        QImage sheet(files[2]);
        QPainter painter(&sheet);
        // A second code below the first, and a strip of both gone: only their squares are left.
        const QRect drawn(300, 480, 565, 450);
        const QImage copy = sheet.copy(drawn);
        painter.drawImage(300, 1050, copy);
        painter.fillRect(QRect(300, 610, 565, 180), Qt::white);
        painter.fillRect(QRect(300, 1180, 565, 180), Qt::white);
        painter.end();
        QVERIFY(sheet.save(files[2], "jpeg", 85));
        const auto report = workflow::digitizeStack(bench.workspace(), files, {}, {});
        VERIFY_OK(report);
        QCOMPARE(alarms(report->account, StackAlarmKind::SeparatorUnreadable), 1);
        QCOMPARE(report->account.setAside, 2);
        QCOMPARE(report->account.kept, 2);
        QCOMPARE(report->account.unassigned, 1 + 1); // the component sheet names no procedure to take in
    }

    void soManySidesGoToOneComponentAfterTheOther()
    {
        const Workbench bench;
        workflow::DigitizeRequest request;
        request.procedureCode = birth;
        capture::ProfileSeparation profile;
        profile.everySides = 2;
        request.rules = workflow::separationRulesOf(profile);
        request.files = Pictures(bench).text(5).files();
        const auto report = workflow::digitize(bench.workspace(), request, {}, {});
        VERIFY_OK(report);
        QCOMPARE(report->dossiers.size(), std::size_t(1));
        const auto components = bench.workspace().journal().components(report->dossiers[0].dossier.uid);
        VERIFY_OK(components);
        std::vector<int> scanned;
        for (const dossier::Component& component : *components) {
            if (component.duty == dossier::Duty::Scan) {
                scanned.push_back(component.number);
            }
        }
        QVERIFY(scanned.size() >= 3);
        const auto& papers = report->dossiers[0].papers;
        QCOMPARE(papers.size(), std::size_t(3));
        for (std::size_t i = 0; i < papers.size(); ++i) {
            QCOMPARE(papers[i].paper.component, scanned[i]);
            QCOMPARE(papers[i].paper.pages, i < 2 ? 2 : 1);
        }
    }

    void rulesOfAScannedStackAreThereAfterARestart()
    {
        Workbench bench;
        workflow::ScanSession::Setup setup;
        setup.sidesPerSheet = 2;
        setup.rules.patchT = true;
        setup.rules.separatorsExpected = 4;
        const auto session = workflow::ScanSession::begin(bench.workspace(), setup);
        VERIFY_OK(session);
        const QString uid = session->uid();
        bench.reopen();
        const auto rules = workflow::separationRules(bench.workspace(), uid);
        VERIFY_OK(rules);
        QVERIFY(rules->patchT);
        QCOMPARE(rules->separatorsExpected, 4);
        QCOMPARE(rules->sidesPerSheet, 2);
        QCOMPARE(rules->keys.size(), std::size_t(1));
    }
};

QTEST_MAIN(TestSeparation)
#include "tst_separation.moc"
