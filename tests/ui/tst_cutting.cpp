// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "behindpapers.h"
#include "storage/journal.h"
#include "ui/papers/cutpanel.h"
#include "ui/papers/scanways.h"
#include "ui/widgets/messages.h"
#include "workflow/intake.h"
#include "workflow/stackpictures.h"

#include <QListView>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace sohoa;
using namespace sohoa::ui;
using dossier::Page;
using test::code;
using test::contentOf;

namespace {

const QString other = QStringLiteral("H56.14-261120-0002");

} // namespace

/// A stack with separator sheets is looked at and changed by keys before anything of it is carried out.
class UiCuttingTest final : public QObject, private test::BehindPapers
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aStackIsChangedByKeysAndThenCut();
    void whatIsLeftForLaterIsThereAgainAtTheNextStart();
    void aStackForNoDossierNeedsNone();
    void aStackForNoDossierWithNothingToKeepCanBeClosed();
    void aCutThatWasPutAwayDoesNotComeBackByItself();
    void filesWithSeparatorSheetsAreCutInTheSameWay();
    void aPageThatBelongsToAnotherDossierGoesThereAndComesBack();

private:
    struct Program
    {
        explicit Program(UiCuttingTest& test)
            : presenter(screen, test.bench())
        {
            screen.resize(1366, 700);
            screen.show();
        }
        [[nodiscard]] CutPanel* panel() const { return screen.cutPanel(); }
        /// "A/1: 2" and so on: dossiers by letter, component, kept pages.
        [[nodiscard]] QStringList parts() const
        {
            QStringList texts;
            for (const dossier::CutPart& part : panel()->cut().parts) {
                const QString letter = part.place.dossierCode == code    ? QStringLiteral("A")
                                       : part.place.dossierCode == other ? QStringLiteral("B")
                                                                         : QStringLiteral("?");
                texts.append(
                    QStringLiteral("%1/%2: %3").arg(letter).arg(part.place.component).arg(part.kept()));
            }
            return texts;
        }
        void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
        {
            QTest::keyClick(panel()->pageList(), key, modifiers);
        }

        PapersScreen screen;
        PapersPresenter presenter;
    };
    [[nodiscard]] int keptIn(const QString& dossierCode, int component) const;
    /// Pictures of a stack: the sheet of A's component 1, three pages, the sheet of B's component 1, a page.
    [[nodiscard]] QStringList stackFiles() const;

    QString m_uid; ///< of A
};

void UiCuttingTest::initTestCase()
{
    beginSettings(QStringLiteral("cutting"));
}

QStringList UiCuttingTest::stackFiles() const
{
    dossier::Separator first = test::componentSheet(code, 1);
    dossier::Separator second = test::componentSheet(other, 1);
    for (dossier::Separator* each : {&first, &second}) {
        each->number = 0; // no printed series
        each->series = 0;
    }
    return test::Pictures(*m_work).sheet(first).text(3).sheet(second).text(1).files();
}

void UiCuttingTest::init()
{
    begin();
    for (const QString& path : stackFiles()) {
        m_scanner->pages.push_back(contentOf(path));
    }
    m_uid = takeIn(code);
    QVERIFY(!m_uid.isEmpty() && !takeIn(other).isEmpty());
}

void UiCuttingTest::cleanup()
{
    end();
}

int UiCuttingTest::keptIn(const QString& dossierCode, int component) const
{
    const auto file = workflow::Intake(m_work->workspace()).find(dossierCode);
    const auto pages = m_work->workspace().journal().pagesOfComponent(file->dossier.uid, component);
    return static_cast<int>(std::count_if(pages->begin(), pages->end(), [](const Page& page) {
        return page.state == dossier::PageState::Kept;
    }));
}

void UiCuttingTest::aStackIsChangedByKeysAndThenCut()
{
    Program program(*this);
    program.presenter.open(m_uid);
    QTRY_COMPARE(program.screen.dossierUid(), m_uid);
    emit program.screen.scanWanted(0);
    const QStringList proposed = {QStringLiteral("A/1: 3"), QStringLiteral("B/1: 1")};
    QTRY_COMPARE_WITH_TIMEOUT(program.parts(), proposed, 120'000);
    QVERIFY(program.screen.showsCut());
    QCOMPARE(keptIn(code, 1), 0); // nothing is carried out

    // The third page of A belongs to another component; the digit says which.
    program.press(Qt::Key_Home);
    for (int i = 0; i < 3; ++i) {
        program.press(Qt::Key_Right);
    }
    program.press(Qt::Key_S);
    QCOMPARE(program.parts().size(), 3);
    QCOMPARE(program.parts().at(0), QStringLiteral("A/1: 2"));
    program.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(program.parts(), proposed);
    program.press(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(program.parts().size(), 3);
    program.press(Qt::Key_M);
    QCOMPARE(program.parts(), proposed);
    program.press(Qt::Key_S);
    program.press(Qt::Key_0); // the result of the procedure
    QCOMPARE(program.parts().at(1), QStringLiteral("A/%1: 1").arg(dossier::resultComponent));

    // Somewhere else is looked up meanwhile: what was changed stays.
    program.presenter.refresh();
    QSignalSpy carriedOut(&program.screen, &PapersScreen::wantsToast);
    program.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!program.screen.showsCut(), 60'000);
    QCOMPARE(keptIn(code, 1), 2);
    QCOMPARE(keptIn(code, dossier::resultComponent), 1);
    QCOMPARE(keptIn(other, 1), 1);
    QVERIFY(carriedOut.count() > 0);
    // It adds up: the account closes by itself.
    QTRY_VERIFY_WITH_TIMEOUT(workflow::ScanSession::unfinished(m_work->workspace())->empty(), 60'000);
    endWorkers();
}

void UiCuttingTest::whatIsLeftForLaterIsThereAgainAtTheNextStart()
{
    {
        Program program(*this);
        program.presenter.open(m_uid);
        QTRY_COMPARE(program.screen.dossierUid(), m_uid);
        emit program.screen.scanWanted(0);
        QTRY_COMPARE_WITH_TIMEOUT(program.parts().size(), 2, 120'000);
        program.press(Qt::Key_Escape);
        QVERIFY(!program.screen.showsCut());
        QVERIFY(program.screen.dossierUid().isEmpty());
        endWorkers();
    }
    startWorkers();
    Program program(*this);
    program.presenter.open(m_uid);
    QTRY_COMPARE_WITH_TIMEOUT(program.parts().size(), 2, 120'000);
    QVERIFY(program.screen.showsCut());
    QCOMPARE(keptIn(code, 1), 0);
    program.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!program.screen.showsCut(), 60'000);
    QCOMPARE(keptIn(code, 1), 3);
    QCOMPARE(keptIn(other, 1), 1);
    endWorkers();
}

void UiCuttingTest::aStackForNoDossierNeedsNone()
{
    Program program(*this);
    capture::ScanProfile way;
    way.id = QStringLiteral("by-sheets");
    way.name = QStringLiteral("Theo tờ phân cách");
    way.key = 2;
    program.screen.scanWays()->setProfiles({way});
    program.screen.scanWays()->choose(way.id);
    emit program.screen.scanWanted(0);
    QVERIFY(!program.screen.notice()->sentence().isEmpty()); // such a way needs a dossier
    QCOMPARE(m_scanner->fed, 0);
    way.target = capture::ProfileTarget::Separators;
    program.screen.scanWays()->setProfiles({way});
    program.screen.scanWays()->choose(way.id);
    emit program.screen.scanWanted(0);
    QTRY_COMPARE_WITH_TIMEOUT(program.parts(),
                              (QStringList{QStringLiteral("A/1: 3"), QStringLiteral("B/1: 1")}), 120'000);
    program.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(program.screen.dossierUid(), m_uid, 60'000); // it begins with the first
    QCOMPARE(keptIn(code, 1), 3);
    QCOMPARE(keptIn(other, 1), 1);
    QTRY_VERIFY_WITH_TIMEOUT(workflow::ScanSession::unfinished(m_work->workspace())->empty(), 60'000);
    endWorkers();
}

void UiCuttingTest::aStackForNoDossierWithNothingToKeepCanBeClosed()
{
    m_scanner->pages.resize(1); // a separator sheet, and nothing behind it
    Program program(*this);
    capture::ScanProfile way;
    way.id = QStringLiteral("by-sheets");
    way.target = capture::ProfileTarget::Separators;
    program.screen.scanWays()->setProfiles({way});
    program.screen.scanWays()->choose(way.id);
    emit program.screen.scanWanted(0);
    QTRY_COMPARE_WITH_TIMEOUT(program.parts(), QStringList{QStringLiteral("A/1: 0")}, 120'000);
    QVERIFY(!program.panel()->cut().alarms.empty()); // the sheet announces what did not come
    program.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(workflow::ScanSession::unfinished(m_work->workspace())->empty(), 60'000);
    QVERIFY(!program.screen.showsCut());
    endWorkers();
}

void UiCuttingTest::aCutThatWasPutAwayDoesNotComeBackByItself()
{
    Program program(*this);
    program.presenter.open(m_uid);
    QTRY_COMPARE(program.screen.dossierUid(), m_uid);
    // Put away the moment it is shown: before the answer of the journal, which comes later.
    auto* body = qobject_cast<QStackedWidget*>(program.panel()->parentWidget());
    QVERIFY(body != nullptr);
    bool putAway = false;
    connect(
        body, &QStackedWidget::currentChanged, &program.screen,
        [&] {
            if (program.screen.showsCut()) {
                program.screen.leaveDossier();
                putAway = true;
            }
        },
        Qt::QueuedConnection);
    emit program.screen.filesGiven(stackFiles(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(putAway, 120'000);
    bool drained = false; // one after the other: what was asked for before is answered
    m_journal->run(
        &program.screen, [] { return true; }, [&drained](bool done) { drained = done; });
    QTRY_VERIFY(drained);
    QVERIFY(program.panel()->session().isEmpty()); // else the next scan would go there
    endWorkers();
}

void UiCuttingTest::filesWithSeparatorSheetsAreCutInTheSameWay()
{
    Program program(*this);
    program.presenter.open(m_uid);
    QTRY_COMPARE(program.screen.dossierUid(), m_uid);
    emit program.screen.filesGiven(stackFiles(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(program.parts().size(), 2, 120'000);
    QCOMPARE(keptIn(code, 1), 0);
    program.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!program.screen.showsCut(), 60'000);
    QCOMPARE(keptIn(code, 1), 3);
    QCOMPARE(keptIn(other, 1), 1);
    endWorkers();
}

void UiCuttingTest::aPageThatBelongsToAnotherDossierGoesThereAndComesBack()
{
    Program program(*this);
    program.presenter.open(m_uid);
    QTRY_COMPARE(program.screen.dossierUid(), m_uid);
    emit program.screen.filesGiven(stackFiles(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(program.parts().size(), 2, 120'000);
    program.press(Qt::Key_Return, Qt::ControlModifier);
    const auto keptHere = [&program] {
        const std::vector<Page> pages = program.screen.pages();
        return std::count_if(pages.begin(), pages.end(),
                             [](const Page& page) { return page.state == dossier::PageState::Kept; });
    };
    QTRY_COMPARE_WITH_TIMEOUT(keptHere(), 3, 60'000);
    const std::vector<Page> pages = program.screen.pages();
    const auto last = std::find_if(pages.rbegin(), pages.rend(),
                                   [](const Page& page) { return page.state == dossier::PageState::Kept; });
    emit program.screen.giveAwayWanted({last->uid}, QStringLiteral("H56.14-261120-9999"));
    QTRY_VERIFY(!program.screen.notice()->sentence().isEmpty()); // nobody knows that dossier
    QCOMPARE(keptHere(), 3);
    emit program.screen.giveAwayWanted({last->uid}, other);
    QTRY_COMPARE(keptHere(), 2);
    QCOMPARE(keptIn(other, 1), 2);
    emit program.screen.undoWanted();
    QTRY_COMPARE(keptHere(), 3);
    QCOMPARE(keptIn(other, 1), 1);
    endWorkers();
}

QTEST_MAIN(UiCuttingTest)
#include "tst_cutting.moc"
