// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/cleaningdialog.h"
#include "ui/papers/compareview.h"
#include "ui/papers/notedialog.h"
#include "ui/papers/pagelist.h"
#include "ui/papers/pageview.h"
#include "ui/style/style.h"
#include "ui/window.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace sohoa;
using namespace sohoa::ui;
using dossier::Page;
using dossier::PageState;
using dossier::StuckNote;

/// Looking through the pages of a dossier, by keyboard: what is doubtful first, pages side by side, cleaned
/// anew, with a note stuck on them.
class ReviewingTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void mostDoubtfulPagesComeFirstAndASecondPressGoesBack();
    void orderOfDoubtStaysWhilePagesAreDealtWith();
    void pagesAreMovedInThePapersOrderOnlyAndThatIsSaid();
    void anotherDossierIsShownInItsPapersOrder();
    void pageIsComparedBeforeAndAfterCleaning();
    void zoomAndScrollingAreThoseOfBothPages();
    void pageIsComparedWithTheOneItRepeats();
    void anyTwoPagesAreComparedAlsoOneSetAside();
    void pageChosenAgainInTheOtherListIsShownAgain();
    void scansOfTwoResolutionsAreShownInOneScale();
    void comparisonEndsWithThePage();
    void onlyPicturesThatAreLookedAtAreWanted();
    void pagesAreCleanedAnewAsTicked();
    void pageWithANoteAsksForItsSecondCopy();
    void noteThatWasNoneIsTakenBack();
    void twoChosenPagesBecomeTheTwoCopies();
    void missingCopiesAreSaidAndLeftOutKnowingly();
    void fewPicturesAreAskedForAtOnceAndThoseInSightFirst();
    void twoThousandChosenPagesStayChosen();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    [[nodiscard]] PageList* list(const char* name) const
    {
        for (auto* each : m_all->papers->findChildren<PageList*>()) {
            if (each->accessibleName() == QLatin1String(name)) {
                return each;
            }
        }
        return nullptr;
    }
    /// Whatever modifier was pressed last.
    static void choose(PageList* pages, int row)
    {
        pages->selectionModel()->setCurrentIndex(pages->model()->index(row, 0),
                                                 QItemSelectionModel::ClearAndSelect);
    }
    [[nodiscard]] const PageModel* model() const { return static_cast<PageModel*>(list("Pages")->model()); }
    [[nodiscard]] QStringList shown() const
    {
        QStringList uids;
        for (const Page& page : model()->pages()) {
            uids.append(page.uid);
        }
        return uids;
    }
    [[nodiscard]] QString current() const { return model()->at(list("Pages")->currentIndex()).uid; }
    [[nodiscard]] CompareView* compareView() const { return m_all->papers->findChild<CompareView*>(); }
    template<typename Dialog>
    [[nodiscard]] Dialog* dialog() const
    {
        return m_all->papers->findChild<Dialog*>();
    }

    std::unique_ptr<test::Window> m_all;
    PapersState m_state;
};

namespace {

/// Pages of one component nobody has to look at, but for what a test does to them.
PapersState goodPages(int count)
{
    PapersState state = test::examplePapers();
    const Page pattern = state.pages.front();
    state.pages.clear();
    for (int i = 0; i < count; ++i) {
        Page page = pattern;
        page.uid = QStringLiteral("page-%1").arg(i, 4, 10, QLatin1Char('0'));
        page.component = 1;
        page.order = i;
        page.position = i;
        page.sha256 = page.uid;
        page.edits = {};
        page.findings = dossier::PageFindings{};
        page.findings->orientation = 0;
        state.pages.push_back(page);
    }
    return state;
}

} // namespace

void ReviewingTest::initTestCase()
{
    auto* style = new Style(Look::Light);
    QApplication::setStyle(style);
    QApplication::setPalette(style->standardPalette());
    QApplication::setFont(fontOf(TextRole::Body));
}

void ReviewingTest::init()
{
    m_all = std::make_unique<test::Window>();
    m_all->window.show();
    m_all->window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_all->window));
    press(Qt::Key_2, Qt::ControlModifier);
    m_state = goodPages(8);
}

void ReviewingTest::cleanup()
{
    m_all.reset();
}

void ReviewingTest::mostDoubtfulPagesComeFirstAndASecondPressGoesBack()
{
    m_state.pages[2].component = 0;
    m_state.pages[5].incomplete = true;
    m_state.pages[6].findings->quality.findings = {dossier::QualityFinding::Blur};
    m_all->papers->setState(m_state);
    const QStringList inOrder = shown();
    QCOMPARE(inOrder.last(), m_state.pages[2].uid); // given to no component yet
    press(Qt::Key_Right);
    press(Qt::Key_D);
    QCOMPARE(shown().mid(0, 3),
             QStringList({m_state.pages[5].uid, m_state.pages[6].uid, m_state.pages[2].uid}));
    QCOMPARE(shown().mid(3).join(QLatin1Char(' ')),
             QStringList({m_state.pages[0].uid, m_state.pages[1].uid, m_state.pages[3].uid,
                          m_state.pages[4].uid, m_state.pages[7].uid})
                 .join(QLatin1Char(' ')));
    QCOMPARE(current(), m_state.pages[5].uid);
    // A page is called what it is called in the paper, and why it stands there can be read.
    QVERIFY(model()->isByDoubt());
    QCOMPARE(model()->aspectAt(model()->index(0)).number, static_cast<int>(inOrder.indexOf(current())) + 1);
    QVERIFY(model()->aspectAt(model()->index(0)).doubts.front().reason == dossier::DoubtReason::Incomplete);
    for (const dossier::PageDoubt& doubt : model()->aspectAt(model()->index(2)).doubts) {
        QVERIFY(!wordsOf(doubt).isEmpty() && !wordsOf(doubt, true).isEmpty());
    }
    press(Qt::Key_D);
    QCOMPARE(shown(), inOrder);
    QVERIFY(!model()->isByDoubt());
    QCOMPARE(current(), m_state.pages[5].uid); // one stays at the page
}

void ReviewingTest::orderOfDoubtStaysWhilePagesAreDealtWith()
{
    m_state.pages[1].incomplete = true;
    m_state.pages[4].component = 0;
    m_all->papers->setState(m_state);
    press(Qt::Key_D);
    const QStringList before = shown();
    QCOMPARE(before.first(), m_state.pages[1].uid);
    m_state.pages[1].incomplete = false; // it was scanned again
    m_state.pages[4].component = 2;
    m_all->papers->setState(m_state);
    QCOMPARE(shown(), before);
    Page late = m_state.pages[0];
    late.uid = QStringLiteral("late");
    late.incomplete = true;
    m_state.pages.push_back(late);
    m_state.pages[0].state = PageState::SetAside;
    m_all->papers->setState(m_state);
    QStringList expected = before;
    expected.removeOne(m_state.pages[0].uid);
    expected.append(late.uid);
    QCOMPARE(shown(), expected);
    press(Qt::Key_D);
    press(Qt::Key_D); // asked for anew
    QCOMPARE(shown().first(), late.uid);
}

void ReviewingTest::pagesAreMovedInThePapersOrderOnlyAndThatIsSaid()
{
    m_all->papers->setState(m_state);
    QSignalSpy moved(m_all->papers, &PapersScreen::moveWanted);
    press(Qt::Key_D);
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Up}) {
        m_all->papers->notice()->clear();
        press(key, Qt::AltModifier);
        QVERIFY(!m_all->papers->notice()->sentence().isEmpty());
    }
    m_all->papers->notice()->clear();
    const std::unique_ptr<QMimeData> dragged(model()->mimeData({model()->index(3)}));
    list("Pages")->model()->dropMimeData(dragged.get(), Qt::CopyAction, -1, -1, model()->index(0));
    QVERIFY(!m_all->papers->notice()->sentence().isEmpty());
    QCOMPARE(moved.count(), 0);
    press(Qt::Key_D);
    press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(moved.count(), 1);
}

void ReviewingTest::anotherDossierIsShownInItsPapersOrder()
{
    m_state.pages[6].incomplete = true;
    m_all->papers->setState(m_state);
    press(Qt::Key_D);
    m_state.detail.dossier.uid = QStringLiteral("another");
    m_all->papers->setState(m_state);
    QVERIFY(!model()->isByDoubt());
    QCOMPARE(shown().first(), m_state.pages[0].uid);
}

void ReviewingTest::pageIsComparedBeforeAndAfterCleaning()
{
    m_state.pages[1].edits.deskewDegrees = 2;
    m_all->papers->setState(m_state);
    press(Qt::Key_Right);
    QSignalSpy wanted(m_all->papers, &PapersScreen::pictureWanted);
    press(Qt::Key_C);
    QCOMPARE(wanted.count(), 2);
    QCOMPARE(wanted[0].at(0).value<Page>().uid, m_state.pages[1].uid);
    QCOMPARE(wanted[0].at(1).toBool(), true);
    QCOMPARE(wanted[1].at(0).value<Page>().uid, m_state.pages[1].uid);
    QCOMPARE(wanted[1].at(1).toBool(), false);
    QVERIFY(compareView()->isVisible());
    QVERIFY(m_all->papers->isShown(m_state.pages[1], true));
    QVERIFY(m_all->papers->isShown(m_state.pages[1], false));
    press(Qt::Key_Right); // the next page, before and after
    QCOMPARE(wanted.count(), 4);
    QCOMPARE(wanted[3].at(0).value<Page>().uid, m_state.pages[2].uid);
    QVERIFY(!m_all->papers->isShown(m_state.pages[1], true));
    // Cleaned anew, the one side is fetched again, the other stays.
    m_state.pages[2].edits.whiten = true;
    m_all->papers->setState(m_state);
    QCOMPARE(wanted.count(), 5);
    QCOMPARE(wanted[4].at(1).toBool(), false);
    press(Qt::Key_Escape);
    QVERIFY(!compareView()->isVisible());
    QCOMPARE(wanted.count(), 6); // the large page again
    QVERIFY(!m_all->papers->isShown(m_state.pages[2], true));
    QVERIFY(m_all->papers->isShown(m_state.pages[2], false));
    press(Qt::Key_C);
    QVERIFY(compareView()->isVisible());
    press(Qt::Key_C);
    QVERIFY(!compareView()->isVisible());
    press(Qt::Key_C);
    press(Qt::Key_F4); // the components need their room again
    QVERIFY(!compareView()->isVisible());
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Components"));
}

void ReviewingTest::zoomAndScrollingAreThoseOfBothPages()
{
    m_state.pages[0].edits.crop = dossier::Quad{};
    m_all->papers->setState(m_state);
    press(Qt::Key_C);
    const Page& page = m_state.pages[0];
    m_all->papers->setPicture(page, true, test::examplePicture(page, 1240));
    m_all->papers->setPicture(page, false, test::examplePicture(page, 2300));
    PageView* left = compareView()->view(0);
    PageView* right = compareView()->view(1);
    QVERIFY(left->isFit() && right->isFit());
    QCOMPARE(left->zoom(), right->zoom()); // the larger one decides what fits
    for (int i = 0; i < 8; ++i) {
        press(Qt::Key_Plus);
    }
    QVERIFY(!left->isFit() && !right->isFit());
    QCOMPARE(left->zoom(), right->zoom());
    QCOMPARE(left->verticalScrollBar()->value(), right->verticalScrollBar()->value());
    QVERIFY(right->verticalScrollBar()->maximum() > 200);
    QVERIFY(left->verticalScrollBar()->maximum() > right->verticalScrollBar()->maximum());
    left->verticalScrollBar()->setValue(120);
    QCOMPARE(right->verticalScrollBar()->value(), 120);
    right->horizontalScrollBar()->setValue(40);
    QCOMPARE(left->horizontalScrollBar()->value(), 40);
    // The longer page is read to its end although the other one has ended.
    left->verticalScrollBar()->setValue(left->verticalScrollBar()->maximum());
    QCOMPARE(left->verticalScrollBar()->value(), left->verticalScrollBar()->maximum());
    QCOMPARE(right->verticalScrollBar()->value(), right->verticalScrollBar()->maximum());
    press(Qt::Key_F);
    QVERIFY(left->isFit() && right->isFit());
}

void ReviewingTest::pageIsComparedWithTheOneItRepeats()
{
    m_state.pages[6].state = PageState::SetAside;
    m_state.pages[6].reason = dossier::SetAsideReason::Repeated;
    m_state.relations.partners = {{m_state.pages[6].uid, m_state.pages[3].uid},
                                  {m_state.pages[3].uid, m_state.pages[6].uid}};
    m_all->papers->setState(m_state);
    PageList* aside = list("Pages set aside");
    aside->setFocus();
    choose(aside, 0);
    press(Qt::Key_C);
    QCOMPARE(compareView()->sides()[0].page.uid, m_state.pages[3].uid);
    QCOMPARE(compareView()->sides()[1].page.uid, m_state.pages[6].uid);
    QVERIFY(compareView()->sides()[0].caption != compareView()->sides()[1].caption);
    // From the other one the same two, at the same sides; from a page that is like none its before and after.
    list("Pages")->setFocus();
    choose(list("Pages"), 3);
    QCOMPARE(compareView()->sides()[0].page.uid, m_state.pages[3].uid);
    QCOMPARE(compareView()->sides()[1].page.uid, m_state.pages[6].uid);
    press(Qt::Key_Right);
    QCOMPARE(compareView()->sides()[0].page.uid, m_state.pages[4].uid);
    QCOMPARE(compareView()->sides()[1].page.uid, m_state.pages[4].uid);
    QVERIFY(compareView()->sides()[0].asScanned && !compareView()->sides()[1].asScanned);
}

void ReviewingTest::anyTwoPagesAreComparedAlsoOneSetAside()
{
    m_state.pages[7].state = PageState::SetAside;
    m_all->papers->setState(m_state);
    press(Qt::Key_Right, Qt::ShiftModifier);
    press(Qt::Key_C);
    QStringList both = {compareView()->sides()[0].page.uid, compareView()->sides()[1].page.uid};
    both.sort();
    QCOMPARE(both, QStringList({m_state.pages[0].uid, m_state.pages[1].uid}));
    QVERIFY(!compareView()->sides()[0].asScanned && !compareView()->sides()[1].asScanned);
    press(Qt::Key_C);
    // One page is held; whatever is chosen next comes beside it, also from what was set aside.
    choose(list("Pages"), 2);
    press(Qt::Key_C, Qt::ShiftModifier);
    QCOMPARE(compareView()->sides()[0].page.uid, m_state.pages[2].uid);
    QVERIFY(compareView()->sides()[1].page.uid.isEmpty());
    press(Qt::Key_Right);
    QCOMPARE(compareView()->sides()[1].page.uid, m_state.pages[3].uid);
    PageList* aside = list("Pages set aside");
    aside->setFocus();
    choose(aside, 0);
    QCOMPARE(compareView()->sides()[0].page.uid, m_state.pages[2].uid);
    QCOMPARE(compareView()->sides()[1].page.uid, m_state.pages[7].uid);
    press(Qt::Key_C);
    // With the mouse and Ctrl pages are chosen from both lists.
    list("Pages")->setFocus();
    choose(list("Pages"), 1);
    QTest::mouseClick(aside->viewport(), Qt::LeftButton, Qt::ControlModifier,
                      aside->visualRect(aside->model()->index(0, 0)).center());
    QCOMPARE(list("Pages")->selectionModel()->selectedIndexes().size(), 1);
    press(Qt::Key_C);
    QCOMPARE(compareView()->sides()[0].page.uid, m_state.pages[1].uid);
    QCOMPARE(compareView()->sides()[1].page.uid, m_state.pages[7].uid);
    press(Qt::Key_C);
    QTest::mouseClick(list("Pages")->viewport(), Qt::LeftButton, Qt::NoModifier,
                      list("Pages")->visualRect(model()->index(0)).center());
    QVERIFY(!aside->selectionModel()->hasSelection());
}

void ReviewingTest::pageChosenAgainInTheOtherListIsShownAgain()
{
    m_state.pages[7].state = PageState::SetAside;
    m_all->papers->setState(m_state);
    PageList* aside = list("Pages set aside");
    const auto click = [](PageList* pages, int row) {
        QTest::mouseClick(pages->viewport(), Qt::LeftButton, Qt::NoModifier,
                          pages->visualRect(pages->model()->index(row, 0)).center());
    };
    click(aside, 0);
    QVERIFY(m_all->papers->isShown(m_state.pages[7], false));
    click(list("Pages"), 1);
    QVERIFY(m_all->papers->isShown(m_state.pages[1], false));
    click(aside, 0);
    QVERIFY(m_all->papers->isShown(m_state.pages[7], false));
    click(list("Pages"), 1);
    QVERIFY(m_all->papers->isShown(m_state.pages[1], false));
}

void ReviewingTest::scansOfTwoResolutionsAreShownInOneScale()
{
    m_state.pages[1].width /= 2;
    m_state.pages[1].height /= 2;
    m_state.pages[1].dpi /= 2;
    m_state.relations.partners = {{m_state.pages[0].uid, m_state.pages[1].uid}};
    m_all->papers->setState(m_state);
    press(Qt::Key_C);
    m_all->papers->setPicture(m_state.pages[0], false, test::examplePicture(m_state.pages[0], 1240));
    m_all->papers->setPicture(m_state.pages[1], false, test::examplePicture(m_state.pages[1], 620));
    press(Qt::Key_F);
    const int left = compareView()->view(0)->verticalScrollBar()->maximum();
    QVERIFY(left > 1000);
    QCOMPARE(compareView()->view(1)->verticalScrollBar()->maximum(), left);
}

void ReviewingTest::comparisonEndsWithThePage()
{
    m_all->papers->setState(m_state);
    press(Qt::Key_C, Qt::ShiftModifier);
    press(Qt::Key_Right);
    QVERIFY(compareView()->isVisible());
    m_state.pages.erase(m_state.pages.begin());
    m_all->papers->setState(m_state); // the page that was held is deleted
    QVERIFY(!compareView()->isVisible());
    press(Qt::Key_C);
    QVERIFY(compareView()->isVisible());
    m_state.pages.clear();
    m_all->papers->setState(m_state);
    QVERIFY(!compareView()->isVisible());
    press(Qt::Key_C);
    QVERIFY(!compareView()->isVisible());
}

void ReviewingTest::onlyPicturesThatAreLookedAtAreWanted()
{
    m_all->papers->setState(m_state);
    QVERIFY(m_all->papers->isShown(m_state.pages[0], false));
    QVERIFY(!m_all->papers->isShown(m_state.pages[0], true));
    press(Qt::Key_O);
    QVERIFY(m_all->papers->isShown(m_state.pages[0], true));
    press(Qt::Key_Right);
    QVERIFY(!m_all->papers->isShown(m_state.pages[0], true));
    QVERIFY(m_all->papers->isShown(m_state.pages[1], false));
    Page turned = m_state.pages[1];
    turned.edits.turn = 90;
    QVERIFY(!m_all->papers->isShown(turned, false));
}

void ReviewingTest::pagesAreCleanedAnewAsTicked()
{
    m_all->papers->setState(m_state);
    QSignalSpy asked(m_all->papers, &PapersScreen::cleaningAsked);
    QSignalSpy cleaned(m_all->papers, &PapersScreen::cleanWanted);
    press(Qt::Key_Right, Qt::ShiftModifier);
    press(Qt::Key_S);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.front().at(0).value<Page>().uid, m_state.pages[1].uid);
    const workflow::Treatment before{.crop = false, .widthMm = 210, .heightMm = 297};
    m_all->papers->askForCleaning(before);
    auto* asking = dialog<CleaningDialog>();
    QVERIFY(asking != nullptr);
    for (auto* box : asking->findChildren<QCheckBox*>()) {
        const bool isOn = !box->text().contains(QLatin1String("Cut")) &&
                          !box->text().contains(QLatin1String("Whiten")) &&
                          !box->text().contains(QLatin1String("colours"));
        QCOMPARE(box->isChecked(), isOn);
        if (box->text().contains(QLatin1String("Whiten")) || box->text().contains(QLatin1String("holes"))) {
            QTest::keyClick(box, Qt::Key_Space);
        }
    }
    QTest::keyClick(asking, Qt::Key_Return);
    QCOMPARE(cleaned.count(), 1);
    QCOMPARE(cleaned.front().at(0).toStringList(), QStringList({m_state.pages[0].uid, m_state.pages[1].uid}));
    workflow::Treatment expected = before;
    expected.whiten = true;
    expected.removePunchHoles = false;
    QVERIFY(cleaned.front().at(1).value<workflow::Treatment>() == expected);
    m_all->papers->askForCleaning(before);
    for (auto* each : m_all->papers->findChildren<CleaningDialog*>()) {
        each->reject();
    }
    QCOMPARE(cleaned.count(), 1);
}

void ReviewingTest::pageWithANoteAsksForItsSecondCopy()
{
    m_all->papers->setState(m_state);
    QSignalSpy noted(m_all->papers, &PapersScreen::noteWanted);
    QSignalSpy scanned(m_all->papers, &PapersScreen::noteScanWanted);
    press(Qt::Key_Right);
    press(Qt::Key_G);
    QCOMPARE(noted.count(), 1);
    QCOMPARE(noted.front().at(0).toStringList(), QStringList(m_state.pages[1].uid));
    QVERIFY(noted.front().at(1).value<StuckNote>() == StuckNote::Present);
    QVERIFY(dialog<NoteDialog>() != nullptr);
    QTest::keyClick(dialog<NoteDialog>(), Qt::Key_Return);
    QCOMPARE(scanned.count(), 1);
    QCOMPARE(scanned.front().at(0).value<Page>().uid, m_state.pages[1].uid);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    // A page that is marked already only asks again; later is no answer.
    m_state.pages[1].note = StuckNote::Present;
    m_all->papers->setState(m_state);
    press(Qt::Key_G);
    QVERIFY(dialog<NoteDialog>() != nullptr);
    QTest::keyClick(dialog<NoteDialog>(), Qt::Key_Escape);
    QCOMPARE(noted.count(), 1);
    QCOMPARE(scanned.count(), 1);
}

void ReviewingTest::noteThatWasNoneIsTakenBack()
{
    m_state.pages[0].note = StuckNote::Present;
    m_state.pages[1].withoutNoteOf = m_state.pages[0].uid;
    m_all->papers->setState(m_state);
    QSignalSpy noted(m_all->papers, &PapersScreen::noteWanted);
    for (const int row : {0, 1}) {
        choose(list("Pages"), row);
        press(Qt::Key_G);
        QCOMPARE(noted.count(), row); // a copy is not marked as a page with a note
        QVERIFY(dialog<NoteDialog>() != nullptr);
        QPushButton* none = nullptr;
        for (auto* button : dialog<NoteDialog>()->findChildren<QPushButton*>()) {
            if (button->text() == QLatin1String("There is no note") ||
                button->text() == QLatin1String("It is no such copy")) {
                none = button;
            }
        }
        QVERIFY(none != nullptr);
        none->click();
        QCOMPARE(noted.count(), row + 1);
        QVERIFY(noted.back().at(1).value<StuckNote>() == StuckNote::None);
        QCOMPARE(noted.back().at(0).toStringList(), QStringList(m_state.pages[std::size_t(row)].uid));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

void ReviewingTest::twoChosenPagesBecomeTheTwoCopies()
{
    m_state.pages[4].incomplete = true; // stands first in the order of doubt
    m_all->papers->setState(m_state);
    QSignalSpy paired(m_all->papers, &PapersScreen::notePairWanted);
    press(Qt::Key_Right, Qt::ShiftModifier);
    press(Qt::Key_G);
    QCOMPARE(paired.count(), 1);
    QCOMPARE(paired[0].at(0).toString(), m_state.pages[0].uid);
    QCOMPARE(paired[0].at(1).toString(), m_state.pages[1].uid);
    press(Qt::Key_D);
    press(Qt::Key_Right, Qt::ShiftModifier);
    press(Qt::Key_G);
    QCOMPARE(paired.count(), 2);
    QCOMPARE(paired[1].at(0).toString(), m_state.pages[0].uid); // the paper's order says which has the note
    QCOMPARE(paired[1].at(1).toString(), m_state.pages[4].uid);
    press(Qt::Key_Right, Qt::ShiftModifier);
    press(Qt::Key_G);
    QCOMPARE(paired.count(), 2);
    QVERIFY(!m_all->papers->notice()->sentence().isEmpty());
}

void ReviewingTest::missingCopiesAreSaidAndLeftOutKnowingly()
{
    QSignalSpy knowingly(m_all->papers, &PapersScreen::finishKnowinglyWanted);
    m_all->papers->setState(m_state);
    press(Qt::Key_F10, Qt::ControlModifier);
    QCOMPARE(knowingly.count(), 0); // nothing is missing
    m_state.pages[2].note = StuckNote::Present;
    m_state.pages[5].note = StuckNote::Present;
    m_state.pages[5].component = 0; // in no paper yet
    m_state.relations.gaps = dossier::noteGaps(m_state.pages);
    m_all->papers->setState(m_state);
    m_all->papers->sayNoteGaps();
    QVERIFY2(m_all->papers->notice()->sentence().contains(QStringLiteral("Page 3")),
             qPrintable(m_all->papers->notice()->sentence()));
    QCOMPARE(current(), m_state.pages[2].uid);
    press(Qt::Key_N);
    QCOMPARE(current(), m_state.pages[5].uid); // it is a page one stops at
    press(Qt::Key_F10, Qt::ControlModifier);
    QCOMPARE(knowingly.count(), 1);
    QCOMPARE(knowingly.front().at(0).toStringList(), QStringList(m_state.pages[2].uid));
    QVERIFY(m_all->papers->notice()->sentence().isEmpty());
}

void ReviewingTest::fewPicturesAreAskedForAtOnceAndThoseInSightFirst()
{
    constexpr int passed = 2000;
    Thumbnails thumbnails;
    std::vector<Page> asked;
    connect(&thumbnails, &Thumbnails::wanted, this, [&asked](const Page& page) { asked.push_back(page); });
    const PapersState many = goodPages(passed);
    for (const Page& page : many.pages) { // as fast as a hand can scroll
        QVERIFY(thumbnails.find(page).isNull());
    }
    const std::size_t atOnce = asked.size();
    QVERIFY(atOnce > 0 && atOnce < 8);
    const QImage small(32, 45, QImage::Format_RGB32);
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const Page page = asked[i];
        thumbnails.put(page, small);
    }
    QCOMPARE(asked[atOnce].uid, many.pages.back().uid);
    QVERIFY(asked.size() < passed / 10); // what went by is not fetched
    // It is when it comes into sight again.
    const Page& first = many.pages[500];
    QVERIFY(std::none_of(asked.begin(), asked.end(),
                         [&first](const Page& page) { return page.uid == first.uid; }));
    QVERIFY(thumbnails.find(first).isNull());
    QCOMPARE(asked.back().uid, first.uid);
    // Cleaned anew it is another picture; one that cannot be had is not asked for for ever.
    Page cleaned = first;
    cleaned.edits.whiten = true;
    thumbnails.put(first, small);
    QVERIFY(thumbnails.find(cleaned).isNull());
    cleaned.edits.mode = dossier::ColourMode::Grey;
    thumbnails.put(asked.back(), {});
    const std::size_t before = asked.size();
    QVERIFY(thumbnails.find(asked.back()).isNull());
    QCOMPARE(asked.size(), before);
    QVERIFY(thumbnails.find(cleaned).isNull());
    QCOMPARE(asked.size(), before + 1);
}

void ReviewingTest::twoThousandChosenPagesStayChosen()
{
    m_state = goodPages(2000);
    m_all->papers->setState(m_state);
    list("Pages")->setFocus();
    list("Pages")->selectAll();
    for (std::size_t i = 0; i < m_state.pages.size(); i += 2) {
        m_state.pages[i].edits.turn = 90;
    }
    m_all->papers->setState(m_state);
    QCOMPARE(list("Pages")->selectionModel()->selectedIndexes().size(), 2000);
    QSignalSpy turned(m_all->papers, &PapersScreen::turnWanted);
    press(Qt::Key_R);
    QCOMPARE(turned.front().at(0).toStringList().size(), 2000);
    QCOMPARE(turned.front().at(0).toStringList().last(), m_state.pages.back().uid);
    m_state.pages.erase(m_state.pages.begin() + 7);
    m_all->papers->setState(m_state);
    QCOMPARE(list("Pages")->selectionModel()->selectedIndexes().size(), 1999);
}

QTEST_MAIN(ReviewingTest)
#include "tst_reviewing.moc"
