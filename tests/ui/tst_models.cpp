// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/separator.h"
#include "ui/deliveries/waitingmodel.h"
#include "ui/desk/cardfield.h"
#include "ui/desk/deskmodels.h"
#include "ui/dossiers/detailmodels.h"
#include "ui/dossiers/differences.h"
#include "ui/dossiers/dossierlist.h"
#include "ui/examples.h"
#include "ui/papers/pagelist.h"
#include "ui/papers/papersmodels.h"
#include "ui/papers/thumbnails.h"
#include "ui/rates/ratesscreen.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace sohoa;
using namespace sohoa::ui;

using Strictness = QAbstractItemModelTester::FailureReportingMode;

class ModelsTest final : public QObject
{
    Q_OBJECT

private slots:
    void differencesAreReadAsPeopleReadThem();
    void personalNumbersStayMaskedWhereTheyDiffer();
    void checklistKeepsTheRulesOfModels();
    void notingWalksThroughWhatTheDutyAllows();
    void onlyWhatTheClerkNotedIsToldFurther();
    void proceduresKeepTheRulesOfModels();
    void dossiersKeepTheRulesOfModels();
    void dossiersNeverTellAWholePersonalNumber();
    void pagesKeepTheRulesOfModels();
    void pagesThatStayKeepTheirRowsWhileMoreArrive();
    void pagesSetAsideTellWhyAndHowSure();
    void droppedPagesAreMovedBeforeTheTarget();
    void droppingPagesOnThemselvesMovesNothing();
    void pictureOfADragIsSmallAndSaysHowManyPages();
    void partsKeepTheRulesOfModels();
    void partsTakePagesOnlyWhereScanningIsAllowed();
    void thumbnailsAreAskedForOnceAndAgainAfterATurn();
    void papersAndEventsKeepTheRulesOfModels();
    void newestVersionOfAPaperIsShown();
    void waitingItemsAreSortedByAge();
    void largePaperOnItsWaySaysHowFarItIs();
    void ratesKeepTheRulesOfModels();
    void noDataIsNeitherZeroNorHundredPercent();
};

void ModelsTest::checklistKeepsTheRulesOfModels()
{
    ChecklistModel model;
    const QAbstractItemModelTester tester(&model, Strictness::QtTest);
    model.set(test::exampleOutline().components);
    model.noteNext(model.index(0));
    model.set({});
    QCOMPARE(model.rowCount({}), 0);
}

void ModelsTest::notingWalksThroughWhatTheDutyAllows()
{
    using dossier::ComponentState;
    ChecklistModel model;
    model.set(test::exampleOutline().components);
    const QModelIndex shown = model.index(3);
    QVERIFY(model.at(shown).duty == dossier::Duty::ShownOnly);
    model.noteNext(shown);
    QVERIFY(model.at(shown).state == ComponentState::Shown);
    model.noteNext(shown);
    QVERIFY(model.at(shown).state == ComponentState::NotNeeded);
    model.noteNext(shown);
    QVERIFY(model.at(shown).state == ComponentState::Missing);
    const QModelIndex photocopy = model.index(4);
    model.noteNext(photocopy);
    QVERIFY(model.at(photocopy).state == ComponentState::Taken);
}

void ModelsTest::onlyWhatTheClerkNotedIsToldFurther()
{
    ChecklistModel model;
    model.set(test::exampleOutline().components);
    QVERIFY(model.noted().empty());
    model.noteNext(model.index(3));
    QCOMPARE(model.noted().size(), std::size_t{1});
    QCOMPARE(model.noted().front().first, 4);
    model.noteNext(model.index(3));
    model.noteNext(model.index(3));
    QVERIFY(model.noted().empty());
}

void ModelsTest::proceduresKeepTheRulesOfModels()
{
    ProcedureModel model;
    const QAbstractItemModelTester tester(&model, Strictness::QtTest);
    model.set(test::exampleProcedures());
    QCOMPARE(model.rowCount({}), 4);
}

void ModelsTest::dossiersKeepTheRulesOfModels()
{
    DossierListModel model;
    const QAbstractItemModelTester tester(&model, Strictness::QtTest);
    model.set(test::exampleLines());
    QCOMPARE(model.indexOf(model.at(model.index(2)).dossier.uid).row(), 2);
    QVERIFY(!model.indexOf(QStringLiteral("unknown")).isValid());
}

void ModelsTest::dossiersNeverTellAWholePersonalNumber()
{
    DossierListModel model;
    model.set(test::exampleLines());
    for (int row = 0; row < model.rowCount({}); ++row) {
        const QString number = model.at(model.index(row)).dossier.applicant.personalNumber;
        for (int role = 0; role < 40; ++role) {
            const QString told = model.index(row).data(role).toString();
            QVERIFY(number.isEmpty() || !told.contains(number));
        }
    }
}

void ModelsTest::pagesKeepTheRulesOfModels()
{
    Thumbnails thumbnails;
    PageModel model(&thumbnails);
    const QAbstractItemModelTester tester(&model, Strictness::QtTest);
    std::vector<dossier::Page> pages = test::examplePapers().pages;
    model.set(pages);
    pages.resize(4);
    model.set(pages);
    QCOMPARE(model.rowCount({}), 4);
}

void ModelsTest::pagesThatStayKeepTheirRowsWhileMoreArrive()
{
    Thumbnails thumbnails;
    PageModel model(&thumbnails);
    const QAbstractItemModelTester tester(&model, Strictness::QtTest);
    const std::vector<dossier::Page> all = test::examplePapers().pages;
    model.set({all.begin(), all.begin() + 3});
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QPersistentModelIndex second(model.index(1));
    model.set(all);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(inserted.count(), 1);
    QVERIFY(second.isValid());
    QCOMPARE(model.at(second).uid, all[1].uid);
}

void ModelsTest::pagesSetAsideTellWhyAndHowSure()
{
    dossier::Page page;
    page.state = dossier::PageState::SetAside;
    page.reason = dossier::SetAsideReason::Blank;
    page.findings.emplace();
    page.findings->blankConfidence = 0.973;
    QVERIFY2(whyAside(page).contains(QStringLiteral("97 %")), qPrintable(whyAside(page)));
    page.reason = dossier::SetAsideReason::Separator;
    dossier::Code code;
    code.text = dossier::separatorText(
        {dossier::Separator::Kind::Component, QStringLiteral("H56.14-261120-0001"), {}, 3});
    page.findings->codes = {code};
    QVERIFY2(whyAside(page).contains(QStringLiteral("H56.14-261120-0001")), qPrintable(whyAside(page)));
    QVERIFY(whyAside(page).contains(QLatin1Char('3')));
    page.findings.reset(); // nobody looked at it: the reason alone
    QVERIFY(!whyAside(page).contains(QLatin1Char('%')) && !whyAside(page).isEmpty());
}

void ModelsTest::droppedPagesAreMovedBeforeTheTarget()
{
    Thumbnails thumbnails;
    PageModel model(&thumbnails);
    model.set(test::examplePapers().pages);
    QSignalSpy moved(&model, &PageModel::moveWanted);
    const std::unique_ptr<QMimeData> dragged(model.mimeData({model.index(4), model.index(5)}));
    QVERIFY(model.dropMimeData(dragged.get(), Qt::CopyAction, -1, -1, model.index(1)));
    QCOMPARE(moved.count(), 1);
    QCOMPARE(moved.front().at(0).toStringList().size(), 2);
    QCOMPARE(moved.front().at(1).toString(), model.at(model.index(1)).uid);
}

void ModelsTest::droppingPagesOnThemselvesMovesNothing()
{
    Thumbnails thumbnails;
    PageModel model(&thumbnails);
    model.set(test::examplePapers().pages);
    QSignalSpy moved(&model, &PageModel::moveWanted);
    const std::unique_ptr<QMimeData> dragged(model.mimeData({model.index(4)}));
    QVERIFY(model.dropMimeData(dragged.get(), Qt::CopyAction, -1, -1, model.index(4)));
    QCOMPARE(moved.count(), 0);
}

void ModelsTest::pictureOfADragIsSmallAndSaysHowManyPages()
{
    Thumbnails thumbnails;
    PageModel model(&thumbnails);
    model.set(test::examplePapers().pages);
    PageList list;
    list.setModel(&model);
    const QImage one = list.dragPicture(model.index(0), 1).toImage();
    const QImage three = list.dragPicture(model.index(0), 3).toImage();
    QVERIFY(!one.isNull());
    QVERIFY(one != three);
    QVERIFY(one.width() < 100 * list.devicePixelRatioF());
}

namespace {

std::vector<PartModel::Part> exampleParts()
{
    std::vector<PartModel::Part> parts(1);
    for (const dossier::Component& component : test::exampleOutline().components) {
        PartModel::Part part;
        part.component = component;
        part.key = QString::number(component.number);
        parts.push_back(part);
    }
    return parts;
}

} // namespace

void ModelsTest::partsKeepTheRulesOfModels()
{
    PartModel model;
    const QAbstractItemModelTester tester(&model, Strictness::QtTest);
    model.set(exampleParts());
    model.set(exampleParts());
    model.set({});
    QCOMPARE(model.rowCount({}), 0);
}

void ModelsTest::partsTakePagesOnlyWhereScanningIsAllowed()
{
    PartModel model;
    model.set(exampleParts());
    for (int row = 1; row < model.rowCount({}); ++row) {
        const QModelIndex index = model.index(row);
        const bool scan = model.at(index).component->duty == dossier::Duty::Scan;
        QCOMPARE(index.flags().testFlag(Qt::ItemIsDropEnabled), scan);
    }
    QVERIFY(!model.index(0).flags().testFlag(Qt::ItemIsDropEnabled));
}

void ModelsTest::thumbnailsAreAskedForOnceAndAgainAfterATurn()
{
    Thumbnails thumbnails;
    QSignalSpy wanted(&thumbnails, &Thumbnails::wanted);
    dossier::Page page = test::examplePapers().pages.front();
    QVERIFY(thumbnails.find(page).isNull());
    QVERIFY(thumbnails.find(page).isNull());
    QCOMPARE(wanted.count(), 1);
    thumbnails.put(page, test::examplePicture(page, 60));
    QVERIFY(!thumbnails.find(page).isNull());
    page.edits.turn = 90;
    QVERIFY(thumbnails.find(page).isNull());
    QCOMPARE(wanted.count(), 2);
}

void ModelsTest::papersAndEventsKeepTheRulesOfModels()
{
    PaperModel papers;
    EventModel events;
    const QAbstractItemModelTester paperTester(&papers, Strictness::QtTest);
    const QAbstractItemModelTester eventTester(&events, Strictness::QtTest);
    const workflow::DossierDetail detail = test::exampleDetail();
    papers.set(detail.components, detail.papers);
    events.set(detail.events);
    QCOMPARE(events.rowCount({}), static_cast<int>(detail.events.size()));
    QVERIFY(events.at(events.index(0)).at >= events.at(events.index(1)).at);
}

void ModelsTest::newestVersionOfAPaperIsShown()
{
    PaperModel model;
    workflow::DossierDetail detail = test::exampleDetail();
    dossier::Paper second = detail.papers.front();
    second.version = 2;
    second.uid = QStringLiteral("second");
    detail.papers.insert(detail.papers.begin(), second);
    model.set(detail.components, detail.papers);
    QCOMPARE(model.at(model.firstPaper()).paper->uid, QStringLiteral("second"));
}

void ModelsTest::waitingItemsAreSortedByAge()
{
    WaitingModel model;
    const QAbstractItemModelTester tester(&model, Strictness::QtTest);
    std::vector<workflow::WaitingItem> items = test::exampleWaiting();
    std::swap(items.front(), items.back());
    model.set(items, test::exampleNow());
    for (int row = 1; row < model.rowCount({}); ++row) {
        QVERIFY(model.at(model.index(row - 1)).since <= model.at(model.index(row)).since);
    }
}

void ModelsTest::largePaperOnItsWaySaysHowFarItIs()
{
    WaitingModel model;
    const QAbstractItemModelTester tester(&model, Strictness::QtTest);
    model.set(test::exampleWaiting(), test::exampleNow());
    const QModelIndex first = model.index(0);
    QVERIFY(!model.partOf(first));
    model.setParts({{model.at(first).id, {{}, 10'000'000, 40'000'000}}});
    QVERIFY(model.partOf(first).has_value());
    QVERIFY(!model.partOf(model.index(1)));
    QVERIFY(first.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("25 %")));
    model.setParts({});
    QVERIFY(!model.partOf(first));
}

void ModelsTest::ratesKeepTheRulesOfModels()
{
    RateTableModel model;
    const QAbstractItemModelTester tester(&model, Strictness::QtTest);
    model.set(test::exampleRows());
    QCOMPARE(model.columnCount({}), 7);
}

void ModelsTest::noDataIsNeitherZeroNorHundredPercent()
{
    RateTableModel model;
    model.set({test::exampleTotal()});
    const QString shown = model.index(0, 6).data().toString();
    QVERIFY(!shown.contains(QLatin1Char('0')) && !shown.contains(QLatin1Char('%')));
}

void ModelsTest::differencesAreReadAsPeopleReadThem()
{
    DifferenceModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.set(test::exampleDifferences(), test::exampleDetail().components);
    QCOMPARE(model.rowCount({}), 2);
    QCOMPARE(model.fieldName(model.index(0)), QStringLiteral("Phone number"));
    QVERIFY(model.fieldName(model.index(1)).startsWith(test::exampleDetail().components[1].name));
    QCOMPARE(differenceValue(QStringLiteral("applicant.phone"), QStringLiteral("0912000002")),
             QStringLiteral("0912000002"));
    QCOMPARE(differenceValue(QStringLiteral("applicant.phone"), QString()), QStringLiteral("empty"));
    QCOMPARE(differenceValue(QStringLiteral("applicant.birthDate"), QStringLiteral("1998-01-31")),
             QStringLiteral("31/01/1998"));
    QVERIFY(differenceValue(QStringLiteral("status"), 4) != QStringLiteral("4"));
    QCOMPARE(differenceValue(QStringLiteral("status"), 77), QStringLiteral("77"));
    QVERIFY(differenceValue(QStringLiteral("component 2.state"), QStringLiteral("shown")) !=
            differenceValue(QStringLiteral("component 2.state"), QStringLiteral("taken")));
    QVERIFY(differenceOrigin(test::exampleDifferences()[0].counting).contains(QStringLiteral("Trần Thu Hà")));
}

void ModelsTest::personalNumbersStayMaskedWhereTheyDiffer()
{
    const QString shown =
        differenceValue(QStringLiteral("applicant.personalNumber"), QStringLiteral("079098000001"));
    QVERIFY2(!shown.contains(QStringLiteral("098000")), qPrintable(shown));
}

QTEST_MAIN(ModelsTest)
#include "tst_models.moc"
