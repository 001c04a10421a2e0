// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/desk/cardfield.h"
#include "ui/style/style.h"
#include "ui/window.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace sohoa;
using namespace sohoa::ui;

/// What a clerk does, by keyboard only: every key goes to the widget that has the focus.
class JourneysTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void dossierIsTakenInWithoutTheMouse();
    void readerWithoutEnterIsTakenAfterItsPause();
    void readerThatTypesIntoTheWrongFieldIsUnderstood();
    void halfACardIsNotTaken();
    void takingInWithoutAPersonAsksForOne();
    void wrongDateIsComplainedAboutWhereItStands();
    void pagesAreReviewedWithoutTheMouse();
    void stackIsGivenAwayByDigitsAlone();
    void doubtfulPagesAreWalkedThroughByOneKey();
    void pageIsComparedWithItsScanAndScannedAgain();
    void whatIsInTheClipboardIsAdded();
    void keysDoNothingWhereThereIsNothingSelected();
    void nothingIsDoneToPagesWhileTheyComeIn();
    void pageSetAsideGivesThePlaceToTheNext();
    void escapeCancelsLongWorkFirst();
    void dossierIsFoundAndOpenedWithoutTheMouse();
    void statusIsChangedWithoutTheMouse();
    void statusGoesToTheDossierItWasChosenFor();
    void statusThatNothingFollowsIsAskedTwice();
    void differenceIsSettledWithoutTheMouse();
    void listOfWhatDiffersSaysAtOnceHowToLeaveIt();
    void sendingIsStartedByOneKey();
    void keysOfTheScreenAreHeardAfterItsButtonWasDisabled();
    void whatWasCancelledIsNotCalledDelivered();
    void whyARunFailedStaysWhenTheQueueIsNotHeldUp();
    void supervisorOpensTheListBehindANumber();
    void periodOfTheSupervisorGoesOnWithTheDays();
    void chosenScannerStaysChosenWhileItIsSwitchedOff();
    void settingsAskWhoWorksHereAsTheFirstStartDoes();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void type(const QString& text)
    {
        for (const QChar& letter : text) {
            QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_unknown, QString(letter),
                                Qt::NoModifier);
        }
    }

    test::Window* m_all = nullptr;
};

namespace {
// The invented person of the domain guide.
const QString card =
    QStringLiteral("079098000001|024123456|NGUYỄN VĂN A|01011998|Nam|Số 1 Đường ABC, Phường 1, "
                   "Quận 1, TP. Hồ Chí Minh|01012022");
} // namespace

void JourneysTest::initTestCase()
{
    auto* style = new Style(Look::Light);
    QApplication::setStyle(style);
    QApplication::setPalette(style->standardPalette());
    QApplication::setFont(fontOf(TextRole::Body));
}

void JourneysTest::init()
{
    m_all = new test::Window;
    // The answers that the presenter would give.
    connect(m_all->desk, &DeskScreen::cardRead, m_all->desk, [this](const QString& text) {
        m_all->desk->setCard(dossier::parseCard(text), QStringLiteral("not a card"));
    });
    connect(m_all->desk, &DeskScreen::procedureSearched, m_all->desk,
            [this] { m_all->desk->setProcedures(test::exampleProcedures()); });
    connect(m_all->desk, &DeskScreen::procedureChosen, m_all->desk,
            [this] { m_all->desk->setOutline(test::exampleOutline()); });
    m_all->window.show();
    m_all->window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_all->window));
    m_all->window.showScreen(MainWindow::DeskPlace);
}

void JourneysTest::cleanup()
{
    delete m_all;
    m_all = nullptr;
}

void JourneysTest::dossierIsTakenInWithoutTheMouse()
{
    QSignalSpy wanted(m_all->desk, &DeskScreen::takeInWanted);
    type(card);
    press(Qt::Key_Return);
    type(QStringLiteral("khai sinh"));
    press(Qt::Key_Down);
    press(Qt::Key_Up);
    press(Qt::Key_Return);
    // The checklist has the focus now: note the fourth component as shown.
    for (int i = 0; i < 3; ++i) {
        press(Qt::Key_Down);
    }
    press(Qt::Key_Space);
    press(Qt::Key_F9);
    QCOMPARE(wanted.count(), 1);
    const auto request = wanted.front().front().value<workflow::IntakeRequest>();
    QCOMPARE(request.applicant.fullName, QStringLiteral("NGUYỄN VĂN A"));
    QCOMPARE(request.applicant.personalNumber, QStringLiteral("079098000001"));
    QCOMPARE(request.applicant.birthDate, QDate(1998, 1, 1));
    QCOMPARE(request.procedureCode, QStringLiteral("1.001193"));
    QCOMPARE(request.noted.size(), std::size_t{1});
    QCOMPARE(request.noted.front().first, 4);
    m_all->desk->showTaken(test::exampleTaken());
    QSignalSpy scan(m_all->desk, &DeskScreen::scanNowWanted);
    press(Qt::Key_Return);
    QCOMPARE(scan.count(), 1);
}

void JourneysTest::readerWithoutEnterIsTakenAfterItsPause()
{
    QSignalSpy read(m_all->desk, &DeskScreen::cardRead);
    type(card);
    QCOMPARE(read.count(), 0);
    QVERIFY(read.wait(2000));
    QCOMPARE(read.front().front().toString(), card);
    QVERIFY(m_all->desk->findChild<CardField*>()->text().isEmpty());
}

void JourneysTest::readerThatTypesIntoTheWrongFieldIsUnderstood()
{
    QSignalSpy read(m_all->desk, &DeskScreen::cardRead);
    press(Qt::Key_F3);
    type(card);
    press(Qt::Key_Return);
    QCOMPARE(read.count(), 1);
    QCOMPARE(read.front().front().toString(), card);
}

void JourneysTest::halfACardIsNotTaken()
{
    QSignalSpy read(m_all->desk, &DeskScreen::cardRead);
    type(card.left(40));
    QVERIFY(!read.wait(600));
}

void JourneysTest::takingInWithoutAPersonAsksForOne()
{
    QSignalSpy wanted(m_all->desk, &DeskScreen::takeInWanted);
    press(Qt::Key_F9);
    QCOMPARE(wanted.count(), 0);
    QVERIFY(!m_all->desk->notice()->sentence().isEmpty());
    press(Qt::Key_Escape);
    QVERIFY(m_all->desk->notice()->sentence().isEmpty());
}

void JourneysTest::wrongDateIsComplainedAboutWhereItStands()
{
    m_all->desk->setCard(test::exampleCard(), {});
    QLineEdit* birth = nullptr;
    for (auto* field : m_all->desk->findChildren<QLineEdit*>()) {
        birth = field->accessibleName() == QStringLiteral("Date of birth") ? field : birth;
    }
    QVERIFY(birth != nullptr);
    birth->setText(QStringLiteral("31/02/1990"));
    QSignalSpy wanted(m_all->desk, &DeskScreen::takeInWanted);
    press(Qt::Key_F9);
    QCOMPARE(wanted.count(), 0);
    QVERIFY(m_all->desk->notice()->sentence().contains(QStringLiteral("31/02/1990")));
    QCOMPARE(QApplication::focusWidget(), birth);
}

void JourneysTest::pagesAreReviewedWithoutTheMouse()
{
    press(Qt::Key_2, Qt::ControlModifier);
    QSignalSpy chosen(m_all->papers, &PapersScreen::dossierChosen);
    press(Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    const PapersState state = test::examplePapers();
    m_all->papers->setState(state);
    QSignalSpy turned(m_all->papers, &PapersScreen::turnWanted);
    QSignalSpy assigned(m_all->papers, &PapersScreen::assignWanted);
    QSignalSpy aside(m_all->papers, &PapersScreen::setAsideWanted);
    QSignalSpy moved(m_all->papers, &PapersScreen::moveWanted);
    QSignalSpy undone(m_all->papers, &PapersScreen::undoWanted);
    QSignalSpy finished(m_all->papers, &PapersScreen::finishWanted);
    press(Qt::Key_Right);
    press(Qt::Key_R);
    QCOMPARE(turned.count(), 1);
    QCOMPARE(turned.front().at(0).toStringList(), QStringList(state.pages[1].uid));
    QCOMPARE(turned.front().at(1).toInt(), 90);
    press(Qt::Key_2);
    QCOMPARE(assigned.front().at(1).toInt(), 2);
    press(Qt::Key_0);
    QCOMPARE(assigned.back().at(1).toInt(), dossier::resultComponent);
    press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(moved.front().at(1).toString(), state.pages[0].uid);
    press(Qt::Key_Delete);
    QCOMPARE(aside.count(), 1);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undone.count(), 1);
    press(Qt::Key_F10);
    QCOMPARE(finished.count(), 1);
}

void JourneysTest::stackIsGivenAwayByDigitsAlone()
{
    press(Qt::Key_2, Qt::ControlModifier);
    PapersState state = test::examplePapers();
    for (dossier::Page& page : state.pages) {
        page.component = 0;
        page.state = dossier::PageState::Kept;
    }
    m_all->papers->setState(state);
    // The answer that the presenter would give.
    connect(m_all->papers, &PapersScreen::assignWanted, m_all->papers,
            [this, &state](const QStringList& uids, int component) {
                for (dossier::Page& page : state.pages) {
                    page.component = uids.contains(page.uid) ? component : page.component;
                }
                m_all->papers->setState(state);
            });
    press(Qt::Key_1);
    press(Qt::Key_2);
    press(Qt::Key_2);
    QCOMPARE(state.pages[0].component, 1);
    QCOMPARE(state.pages[1].component, 2);
    QCOMPARE(state.pages[2].component, 2);
    QCOMPARE(state.pages[3].component, 0);
}

void JourneysTest::doubtfulPagesAreWalkedThroughByOneKey()
{
    press(Qt::Key_2, Qt::ControlModifier);
    PapersState state = test::examplePapers();
    std::vector<QString> doubtful;
    for (dossier::Page& page : state.pages) {
        page.state = dossier::PageState::Kept;
        page.component = 1;
        if (!doubtsOf(page).isEmpty()) {
            doubtful.push_back(page.uid);
        }
    }
    QVERIFY(doubtful.size() > 1);
    m_all->papers->setState(state);
    QSignalSpy turned(m_all->papers, &PapersScreen::turnWanted);
    const auto current = [&] {
        press(Qt::Key_R); // says which page is selected
        return turned.back().at(0).toStringList().value(0);
    };
    for (const QString& uid : doubtful) {
        press(Qt::Key_N);
        QCOMPARE(current(), uid);
    }
    press(Qt::Key_N); // around the end
    QCOMPARE(current(), doubtful.front());
    press(Qt::Key_N, Qt::ShiftModifier);
    QCOMPARE(current(), doubtful.back());
}

void JourneysTest::pageIsComparedWithItsScanAndScannedAgain()
{
    press(Qt::Key_2, Qt::ControlModifier);
    QSignalSpy pictures(m_all->papers, &PapersScreen::pictureWanted);
    QSignalSpy again(m_all->papers, &PapersScreen::rescanWanted);
    const PapersState state = test::examplePapers();
    m_all->papers->setState(state);
    QVERIFY(!pictures.isEmpty());
    QCOMPARE(pictures.back().at(1).toBool(), false);
    press(Qt::Key_O);
    QCOMPARE(pictures.back().at(1).toBool(), true);
    press(Qt::Key_O);
    QCOMPARE(pictures.back().at(1).toBool(), false);
    press(Qt::Key_O);
    press(Qt::Key_Right); // another page is shown as its paper will be
    QCOMPARE(pictures.back().at(1).toBool(), false);
    QCOMPARE(pictures.back().at(0).value<dossier::Page>().uid, state.pages[1].uid);
    press(Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(again.count(), 1);
    QCOMPARE(again.front().at(0).value<dossier::Page>().uid, state.pages[1].uid);
}

void JourneysTest::whatIsInTheClipboardIsAdded()
{
    press(Qt::Key_2, Qt::ControlModifier);
    m_all->papers->setState(test::examplePapers());
    QSignalSpy pasted(m_all->papers, &PapersScreen::picturePasted);
    QSignalSpy files(m_all->papers, &PapersScreen::filesGiven);
    QGuiApplication::clipboard()->setText(QStringLiteral("nothing to add"));
    press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(pasted.count() + files.count(), 0);
    QVERIFY(!m_all->papers->notice()->sentence().isEmpty());
    QImage picture(40, 60, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QGuiApplication::clipboard()->setImage(picture);
    press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(pasted.count(), 1);
    QCOMPARE(pasted.front().at(0).value<QImage>().size(), picture.size());
    auto* copied = new QMimeData;
    copied->setUrls({QUrl::fromLocalFile(QStringLiteral("/papers/one.pdf"))});
    QGuiApplication::clipboard()->setMimeData(copied);
    press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(pasted.count(), 1);
    QCOMPARE(files.front().at(0).toStringList(), QStringList(QStringLiteral("/papers/one.pdf")));
}

void JourneysTest::keysDoNothingWhereThereIsNothingSelected()
{
    press(Qt::Key_2, Qt::ControlModifier);
    PapersState state = test::examplePapers();
    state.pages.clear();
    m_all->papers->setState(state);
    QSignalSpy assigned(m_all->papers, &PapersScreen::assignWanted);
    QSignalSpy removed(m_all->papers, &PapersScreen::removeWanted);
    QSignalSpy finished(m_all->papers, &PapersScreen::finishWanted);
    press(Qt::Key_1);
    press(Qt::Key_Delete, Qt::ShiftModifier);
    press(Qt::Key_F10);
    QCOMPARE(assigned.count() + removed.count() + finished.count(), 0);
}

void JourneysTest::nothingIsDoneToPagesWhileTheyComeIn()
{
    press(Qt::Key_2, Qt::ControlModifier);
    m_all->papers->setState(test::examplePapers());
    m_all->papers->setReady(false);
    QSignalSpy assigned(m_all->papers, &PapersScreen::assignWanted);
    QSignalSpy aside(m_all->papers, &PapersScreen::setAsideWanted);
    QSignalSpy finished(m_all->papers, &PapersScreen::finishWanted);
    press(Qt::Key_1);
    press(Qt::Key_Delete);
    press(Qt::Key_F10);
    QCOMPARE(assigned.count() + aside.count() + finished.count(), 0);
    m_all->papers->setReady(true);
    press(Qt::Key_1);
    QCOMPARE(assigned.count(), 1);
}

void JourneysTest::pageSetAsideGivesThePlaceToTheNext()
{
    press(Qt::Key_2, Qt::ControlModifier);
    PapersState state = test::examplePapers();
    m_all->papers->setState(state);
    press(Qt::Key_Right);
    state.pages[1].state = dossier::PageState::SetAside;
    state.pages[1].reason = dossier::SetAsideReason::Clerk;
    m_all->papers->setState(state);
    QSignalSpy aside(m_all->papers, &PapersScreen::setAsideWanted);
    press(Qt::Key_Delete);
    QCOMPARE(aside.count(), 1);
    QCOMPARE(aside.front().at(0).toStringList(), QStringList(state.pages[2].uid));
}

void JourneysTest::escapeCancelsLongWorkFirst()
{
    m_all->window.showScreen(MainWindow::DeliveriesPlace);
    m_all->deliveries->notice()->say(Tone::Warning, QStringLiteral("something"));
    m_all->deliveries->setProgress({1, 5, QStringLiteral("paper")});
    QSignalSpy cancelled(m_all->deliveries->busy(), &BusyLine::cancelled);
    press(Qt::Key_Escape);
    QCOMPARE(cancelled.count(), 1);
    QVERIFY(!m_all->deliveries->notice()->sentence().isEmpty());
    m_all->deliveries->busy()->finish();
    press(Qt::Key_Escape);
    QVERIFY(m_all->deliveries->notice()->sentence().isEmpty());
}

void JourneysTest::dossierIsFoundAndOpenedWithoutTheMouse()
{
    press(Qt::Key_3, Qt::ControlModifier);
    QSignalSpy found(m_all->dossiers, &DossiersScreen::findWanted);
    QSignalSpy detail(m_all->dossiers, &DossiersScreen::detailWanted);
    type(QStringLiteral("lo thi mai"));
    QVERIFY(found.wait(1000));
    QCOMPARE(found.back().front().toString(), QStringLiteral("lo thi mai"));
    m_all->dossiers->setFound({test::exampleLines()[2], test::exampleLines()[3]});
    QCOMPARE(detail.count(), 1);
    press(Qt::Key_Down);
    QCOMPARE(detail.count(), 2);
    QSignalSpy digitize(m_all->dossiers, &DossiersScreen::digitizeWanted);
    press(Qt::Key_F10);
    QCOMPARE(digitize.count(), 1);
}

void JourneysTest::statusIsChangedWithoutTheMouse()
{
    press(Qt::Key_3, Qt::ControlModifier);
    QSignalSpy wanted(m_all->dossiers, &DossiersScreen::statusWanted);
    press(Qt::Key_F7);
    QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
    // What follows "received" first, see dossier/statuses.h.
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    QVERIFY(wanted.front().at(1).value<dossier::DossierStatus>() == dossier::DossierStatus::InProgress);
}

void JourneysTest::statusGoesToTheDossierItWasChosenFor()
{
    press(Qt::Key_3, Qt::ControlModifier);
    QSignalSpy wanted(m_all->dossiers, &DossiersScreen::statusWanted);
    press(Qt::Key_F7);
    QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
    // The answer to what was typed before comes while the menu is open.
    workflow::DossierDetail other = test::exampleDetail();
    other.dossier.uid = QStringLiteral("another");
    m_all->dossiers->setDetail(other);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.front().at(0).toString(), test::exampleDetail().dossier.uid);
}

void JourneysTest::statusThatNothingFollowsIsAskedTwice()
{
    press(Qt::Key_3, Qt::ControlModifier);
    workflow::DossierDetail detail = test::exampleDetail();
    detail.dossier.status = dossier::DossierStatus::Done;
    m_all->dossiers->setDetail(detail);
    QSignalSpy wanted(m_all->dossiers, &DossiersScreen::statusWanted);
    const auto ask = [this] {
        press(Qt::Key_F7);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QTRY_VERIFY(QApplication::activeModalWidget() != nullptr);
    };
    ask();
    QCOMPARE(wanted.count(), 0);
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
    QCOMPARE(wanted.count(), 0);
    ask();
    for (auto* button : QApplication::activeModalWidget()->findChildren<QAbstractButton*>()) {
        if (button->text() == QStringLiteral("Set it")) {
            QTest::keyClick(button, Qt::Key_Space);
        }
    }
    QCOMPARE(wanted.count(), 1);
    QVERIFY(wanted.front().at(1).value<dossier::DossierStatus>() == dossier::DossierStatus::Returned);
}

void JourneysTest::differenceIsSettledWithoutTheMouse()
{
    press(Qt::Key_3, Qt::ControlModifier);
    const std::vector<workflow::FieldDifference> differences = test::exampleDifferences();
    QSignalSpy settled(m_all->dossiers, &DossiersScreen::settleWanted);
    press(Qt::Key_F8);
    press(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(settled.count(), 0); // nothing differs
    m_all->dossiers->setDetail(test::exampleDetail(), differences);
    press(Qt::Key_F8);
    press(Qt::Key_2, Qt::AltModifier);
    QCOMPARE(settled.count(), 1);
    QCOMPARE(settled.front().at(1).toString(), differences[0].field);
    QCOMPARE(settled.front().at(2).toString(), differences[0].other.stamp);
    press(Qt::Key_Down);
    press(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(settled.back().at(2).toString(), differences[1].counting.stamp);
}

void JourneysTest::listOfWhatDiffersSaysAtOnceHowToLeaveIt()
{
    press(Qt::Key_3, Qt::ControlModifier);
    m_all->dossiers->setDiffering(2);
    const ActionButton* button = nullptr;
    for (const auto* each : m_all->dossiers->findChildren<ActionButton*>()) {
        button = each->action()->shortcut() == QKeySequence(QStringLiteral("Ctrl+D")) ? each : button;
    }
    QVERIFY(button != nullptr && button->isVisible());
    const QString lists = button->text();
    press(Qt::Key_D, Qt::ControlModifier);
    QVERIFY(m_all->dossiers->listsDiffering());
    QVERIFY(button->text() != lists);
    m_all->dossiers->setDiffering(0); // all settled: the way back is still there
    QVERIFY(button->isVisible());
    press(Qt::Key_D, Qt::ControlModifier);
    QVERIFY(!button->isVisible());
}

void JourneysTest::sendingIsStartedByOneKey()
{
    press(Qt::Key_4, Qt::ControlModifier);
    QSignalSpy send(m_all->deliveries, &DeliveriesScreen::sendNowWanted);
    press(Qt::Key_F5);
    QCOMPARE(send.count(), 1);
}

void JourneysTest::keysOfTheScreenAreHeardAfterItsButtonWasDisabled()
{
    m_all->deliveries->setWaiting({}, {}, test::exampleNow());
    press(Qt::Key_4, Qt::ControlModifier);
    QWidget* button = QApplication::focusWidget();
    QVERIFY(qobject_cast<ActionButton*>(button) != nullptr);
    QSignalSpy send(m_all->deliveries, &DeliveriesScreen::sendNowWanted);
    press(Qt::Key_F5);
    m_all->deliveries->setProgress({});
    QVERIFY(!button->isEnabled());
    QVERIFY(m_all->deliveries->isAncestorOf(QApplication::focusWidget()) ||
            QApplication::focusWidget() == m_all->deliveries);
    m_all->deliveries->setFinished({}, {});
    QCOMPARE(QApplication::focusWidget(), button);
    press(Qt::Key_F5);
    QCOMPARE(send.count(), 2);
}

void JourneysTest::whyARunFailedStaysWhenTheQueueIsNotHeldUp()
{
    DeliveriesScreen* screen = m_all->deliveries;
    screen->setPause(sync::QueuePause{ErrorCode::WarehouseUnreachable, 1, test::exampleNow(),
                                      test::exampleNow().addSecs(60), false},
                     {});
    QVERIFY(!screen->notice()->sentence().isEmpty());
    screen->setFailed(QStringLiteral("no key"));
    screen->setPause({}, {});
    QCOMPARE(screen->notice()->sentence(), QStringLiteral("no key"));
}

void JourneysTest::whatWasCancelledIsNotCalledDelivered()
{
    QSignalSpy toast(m_all->deliveries, &Screen::wantsToast);
    workflow::DeliverySummary summary;
    summary.stoppedBy = Error{ErrorCode::Cancelled, {}, {}};
    m_all->deliveries->setFinished(summary, {});
    QCOMPARE(toast.count(), 0);
    m_all->deliveries->setFinished({}, {});
    QCOMPARE(toast.count(), 1);
}

void JourneysTest::supervisorOpensTheListBehindANumber()
{
    press(Qt::Key_5, Qt::ControlModifier);
    QSignalSpy behind(m_all->rates, &RatesScreen::behindWanted);
    press(Qt::Key_2, Qt::AltModifier);
    QCOMPARE(behind.count(), 1);
    const auto question = behind.front().front().value<BehindQuestion>();
    QVERIFY(question.kind == dossier::IndicatorKind::DigitizedDossiers);
    QVERIFY(!question.met);
    m_all->rates->setBehind({test::exampleTaken().dossier});
    QSignalSpy open(m_all->rates, &RatesScreen::dossierWanted);
    press(Qt::Key_Return);
    QCOMPARE(open.count(), 1);
    press(Qt::Key_F8);
    QCOMPARE(QApplication::focusWidget(), m_all->rates->entrance());
}

void JourneysTest::periodOfTheSupervisorGoesOnWithTheDays()
{
    RatesScreen screen(QDate(2026, 11, 30));
    screen.setToday(QDate(2026, 12, 1));
    QCOMPARE(screen.question().from, QDate(2026, 12, 1));
    QCOMPARE(screen.question().to, QDate(2026, 12, 1));
    for (auto* box : screen.findChildren<QComboBox*>()) {
        if (box->accessibleName() == QStringLiteral("Period")) {
            box->setCurrentIndex(box->count() - 1); // an own one
        }
    }
    screen.setToday(QDate(2026, 12, 2));
    QCOMPARE(screen.question().to, QDate(2026, 12, 1));
}

void JourneysTest::chosenScannerStaysChosenWhileItIsSwitchedOff()
{
    press(Qt::Key_6, Qt::ControlModifier);
    ScanChoice choice;
    choice.scannerId = QStringLiteral("sane:lobby");
    choice.scannerName = QStringLiteral("Scanner in the lobby");
    m_all->settings->setScanChoice(choice);
    QSignalSpy wanted(m_all->settings, &SettingsScreen::scannersWanted);
    press(Qt::Key_F5);
    press(Qt::Key_F5); // one search at a time
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(m_all->settings->scanChoice(), choice);
    m_all->settings->setScanners({{QStringLiteral("sane:other"), QStringLiteral("Another")}});
    QCOMPARE(m_all->settings->scanChoice(), choice);
    press(Qt::Key_F5);
    QCOMPARE(wanted.count(), 2);
}

void JourneysTest::settingsAskWhoWorksHereAsTheFirstStartDoes()
{
    press(Qt::Key_6, Qt::ControlModifier);
    QSignalSpy save(m_all->settings, &SettingsScreen::saveWanted);
    UnitSettings unit;
    unit.unit = QStringLiteral("H56.14");
    unit.unitName = QStringLiteral("UBND xã Thanh Bình");
    m_all->settings->setUnit(unit);
    press(Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(save.count(), 0);
    QVERIFY(!m_all->settings->notice()->sentence().isEmpty());
    unit.officer = QStringLiteral("Lê Văn Minh");
    m_all->settings->setUnit(unit);
    press(Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(save.count(), 1);
}

QTEST_MAIN(JourneysTest)
#include "tst_journeys.moc"
