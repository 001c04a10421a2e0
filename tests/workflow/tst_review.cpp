// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/journal.h"
#include "support/testsupport.h"
#include "workflow/digitizing.h"
#include "workflow/dossiers.h"
#include "workflow/finishing.h"
#include "workflow/intake.h"
#include "workflow/review.h"
#include "workflow/stack.h"
#include "workflow/workbench.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace sohoa;
using namespace sohoa::test;
using dossier::Page;
using dossier::PageState;
using workflow::Review;

namespace {

/// A dossier with three pages in component 1. @return its uid
QString makeDossier(const Workbench& bench)
{
    workflow::DigitizeRequest request;
    request.procedureCode = QStringLiteral("1.001193");
    request.component = 1;
    for (int number = 1; number <= 3; ++number) {
        request.files += bench.path(QStringLiteral("%1.jpg").arg(number));
        drawTextPage(request.files.back(), number);
    }
    const auto report = workflow::digitize(bench.workspace(), request, {}, {});
    if (!report || report->dossiers.empty()) {
        qFatal("no dossier");
    }
    return report->dossiers.front().dossier.uid;
}

QStringList sources(const std::vector<Page>& pages)
{
    QStringList names;
    for (const Page& page : pages) {
        names += page.source;
    }
    return names;
}

} // namespace

class TestReview : public QObject
{
    Q_OBJECT

private slots:
    void aComponentIsPresentAsLongAsItHasPages()
    {
        const Workbench bench;
        drawTextPage(bench.path(QStringLiteral("một.jpg")), 1);
        workflow::IntakeRequest request;
        request.procedureCode = QStringLiteral("1.001193");
        auto taken = workflow::Intake(bench.workspace()).takeIn(request);
        VERIFY_OK(taken);
        const QString uid = taken->dossier.uid;
        const auto stack = workflow::Stack::open(bench.workspace(), QStringLiteral("key"), QString());
        VERIFY_OK(stack);
        VERIFY_OK(workflow::importFiles(*stack, {bench.path(QStringLiteral("một.jpg"))}, {}, {}));
        const QString page = stack->pages()->front().uid;
        const Review review(bench.workspace());
        const workflow::Dossiers dossiers(bench.workspace());
        std::vector<int> scanned;
        for (const dossier::Component& component : taken->components) {
            if (component.duty == dossier::Duty::Scan) {
                scanned.push_back(component.number);
            }
        }
        QVERIFY(scanned.size() >= 2);
        const auto isPresent = [&](int number) {
            const auto detail = dossiers.detail(uid);
            const auto component =
                std::find_if(detail->components.begin(), detail->components.end(),
                             [number](const dossier::Component& c) { return c.number == number; });
            const bool present = component->state == dossier::ComponentState::Present;
            return present == detail->keptPages.contains(number) ? QVariant(present) : QVariant();
        };
        const int one = scanned[0];
        const int two = scanned[1];
        QCOMPARE(isPresent(one), QVariant(false));
        VERIFY_OK(review.assign(uid, {page}, uid, one));
        QCOMPARE(isPresent(one), QVariant(true));
        VERIFY_OK(review.assign(uid, {page}, uid, two));
        QCOMPARE(isPresent(one), QVariant(false));
        QCOMPARE(isPresent(two), QVariant(true));
        VERIFY_OK(review.undo(uid));
        QCOMPARE(isPresent(one), QVariant(true));
        QCOMPARE(isPresent(two), QVariant(false));
        VERIFY_OK(review.redo(uid));
        QCOMPARE(isPresent(two), QVariant(true));
        VERIFY_OK(review.setAside(uid, {page}));
        QCOMPARE(isPresent(two), QVariant(false));
        VERIFY_OK(review.bringBack(uid, {page}));
        QCOMPARE(isPresent(two), QVariant(true));
        VERIFY_OK(review.remove(uid, {page}));
        QCOMPARE(isPresent(two), QVariant(false));
        VERIFY_OK(review.undo(uid));
        // What a paper settled stays.
        VERIFY_OK(workflow::Finishing(bench.workspace()).finish(uid, two, {}));
        VERIFY_OK(review.remove(uid, {page}));
        const auto detail = dossiers.detail(uid);
        QVERIFY(std::any_of(detail->components.begin(), detail->components.end(),
                            [two](const dossier::Component& c) {
                                return c.number == two && c.state == dossier::ComponentState::Finished;
                            }));
    }

    void everyActionIsUndoneAndRedoneAfterARestart()
    {
        Workbench bench;
        const QString uid = makeDossier(bench);
        const auto original = Review(bench.workspace()).pagesOfDossier(uid);
        VERIFY_OK(original);
        const QString first = original->at(0).uid;
        const QString second = original->at(1).uid;
        const QString third = original->at(2).uid;
        VERIFY_OK(Review(bench.workspace()).turn(uid, {first}, 90));
        VERIFY_OK(Review(bench.workspace()).setAside(uid, {second}));
        VERIFY_OK(Review(bench.workspace()).move(uid, {third}, first));
        VERIFY_OK(Review(bench.workspace()).remove(uid, {first}));
        const auto changed = Review(bench.workspace()).pagesOfDossier(uid);
        VERIFY_OK(changed);
        QCOMPARE(changed->size(), std::size_t(2));

        bench.reopen();
        QStringList undone;
        while (true) {
            const auto step = Review(bench.workspace()).undo(uid);
            VERIFY_OK(step);
            if (!step->has_value()) {
                break;
            }
            undone += **step;
        }
        QCOMPARE(undone, QStringList({QStringLiteral("delete"), QStringLiteral("move"),
                                      QStringLiteral("set-aside"), QStringLiteral("turn")}));
        const auto restored = Review(bench.workspace()).pagesOfDossier(uid);
        VERIFY_OK(restored);
        QVERIFY(*restored == *original);

        bench.reopen();
        for (int step = 0; step < 4; ++step) {
            const auto redone = Review(bench.workspace()).redo(uid);
            VERIFY_OK(redone);
            QVERIFY(redone->has_value());
        }
        const auto again = Review(bench.workspace()).pagesOfDossier(uid);
        VERIFY_OK(again);
        QVERIFY(*again == *changed);
    }

    void pagesMoveBeforeAnotherAndToTheEnd()
    {
        Workbench bench;
        const QString uid = makeDossier(bench);
        const Review review(bench.workspace());
        const auto pages = review.pagesOfDossier(uid);
        VERIFY_OK(pages);
        VERIFY_OK(review.move(uid, {pages->at(2).uid}, pages->at(0).uid));
        auto moved = bench.workspace().journal().pagesOfComponent(uid, 1);
        VERIFY_OK(moved);
        QCOMPARE(sources(*moved),
                 QStringList({QStringLiteral("3.jpg"), QStringLiteral("1.jpg"), QStringLiteral("2.jpg")}));
        VERIFY_OK(review.move(uid, {pages->at(2).uid}, {}));
        moved = bench.workspace().journal().pagesOfComponent(uid, 1);
        VERIFY_OK(moved);
        QCOMPARE(sources(*moved),
                 QStringList({QStringLiteral("1.jpg"), QStringLiteral("2.jpg"), QStringLiteral("3.jpg")}));
        // A page that is at the end already: nothing happened, and nothing is there to undo but the moves.
        VERIFY_OK(review.move(uid, {pages->at(2).uid}, {}));
        for (const bool something : {true, true, false}) {
            const auto undone = review.undo(uid);
            VERIFY_OK(undone);
            QCOMPARE(undone->has_value(), something);
        }
    }

    void pagesAreNotGivenToAComponentThatIsOnlyShown()
    {
        Workbench bench;
        const QString uid = makeDossier(bench);
        const Review review(bench.workspace());
        const auto pages = review.pagesOfDossier(uid);
        VERIFY_OK(pages);
        VERIFY_FAILS(review.assign(uid, {pages->at(0).uid}, uid, 7), ErrorCode::ComponentNotScannable);
        VERIFY_FAILS(review.assign(uid, {pages->at(0).uid}, uid, 77), ErrorCode::ComponentUnknown);
    }

    void aNewPaperIsMadeOfTheChangedPagesAndTheOldOneStays()
    {
        Workbench bench;
        const QString uid = makeDossier(bench);
        const Review review(bench.workspace());
        const auto pages = review.pagesOfDossier(uid);
        VERIFY_OK(pages);
        VERIFY_OK(review.turn(uid, {pages->at(0).uid}, 180));
        const auto again = workflow::Finishing(bench.workspace()).finish(uid, 1, {});
        VERIFY_OK(again);
        QVERIFY(!again->unchanged);
        QCOMPARE(again->paper.version, 2);
        const auto papers = bench.workspace().journal().papers(uid);
        VERIFY_OK(papers);
        QCOMPARE(papers->size(), std::size_t(2));
        const auto same = workflow::Finishing(bench.workspace()).finish(uid, 1, {});
        VERIFY_OK(same);
        QVERIFY(same->unchanged);
    }

    void aPaperOverTheLimitGivesUpStepByStepAndNeverBelow200Dpi()
    {
        Workbench bench;
        const QString uid = makeDossier(bench);
        const workflow::Finishing finishing(bench.workspace());
        const auto whole = finishing.finish(uid, 1, {});
        VERIFY_OK(whole);
        QVERIFY(whole->step == workflow::PaperStep::AsScanned);
        auto settings = bench.workspace().settings();
        VERIFY_OK(settings);
        settings->paperLimit = whole->paper.bytes * 9 / 10;
        VERIFY_OK(bench.workspace().setSettings(*settings));
        const auto smaller = finishing.finish(uid, 1, {});
        VERIFY_OK(smaller);
        QVERIFY(smaller->step != workflow::PaperStep::AsScanned);
        QVERIFY(smaller->paper.bytes <= settings->paperLimit);
        QCOMPARE(smaller->lowResolutionPages, 0);
        settings->paperLimit = 100 * 1024;
        VERIFY_OK(bench.workspace().setSettings(*settings));
        VERIFY_FAILS(finishing.finish(uid, 1, {}), ErrorCode::PaperTooLarge);
        const auto papers = bench.workspace().journal().papers(uid);
        VERIFY_OK(papers);
        QCOMPARE(papers->size(), std::size_t(2));
    }

    void theJournalIsCopiedOnceADay()
    {
        Workbench bench;
        bench.reopen();
        bench.reopen();
        const QDir backups(bench.home() + QStringLiteral("/backups"));
        QCOMPARE(backups.entryList(QDir::Files).size(), 1);
        bench.clock().advance(24 * 3600);
        bench.reopen();
        QCOMPARE(backups.entryList(QDir::Files).size(), 2);
        QVERIFY(!bench.workspace().backupProblem());
    }

    void aTurnedPageIsShownTurned()
    {
        Workbench bench;
        const QString uid = makeDossier(bench);
        const Review review(bench.workspace());
        auto pages = review.pagesOfDossier(uid);
        VERIFY_OK(pages);
        const auto upright = review.picture(pages->at(0), 400);
        VERIFY_OK(upright);
        VERIFY_OK(review.turn(uid, {pages->at(0).uid}, 90));
        pages = review.pagesOfDossier(uid);
        const auto turned = review.picture(pages->at(0), 400);
        VERIFY_OK(turned);
        QVERIFY(upright->width() < upright->height());
        QVERIFY(turned->width() > turned->height());
    }

    void aDossierIsFoundByItsApplicantWithoutToneMarks()
    {
        Workbench bench;
        workflow::IntakeRequest request;
        request.procedureCode = QStringLiteral("1.001193");
        request.applicant.fullName = QStringLiteral("ĐẶNG THỊ HƯỜNG");
        request.applicant.personalNumber = QStringLiteral("079198000001");
        const auto taken = workflow::Intake(bench.workspace()).takeIn(request);
        VERIFY_OK(taken);
        const workflow::Dossiers dossiers(bench.workspace());
        for (const QString& text :
             {QStringLiteral("dang huong"), QStringLiteral("079198"), taken->dossier.code}) {
            const auto found = dossiers.find(text, 10);
            VERIFY_OK(found);
            QCOMPARE(found->size(), std::size_t(1));
            QCOMPARE(found->front().dossier.uid, taken->dossier.uid);
        }
        const auto nobody = dossiers.find(QStringLiteral("tran"), 10);
        VERIFY_OK(nobody);
        QVERIFY(nobody->empty());
    }
};

QTEST_MAIN(TestReview)
#include "tst_review.moc"
