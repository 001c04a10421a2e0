// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "behindpapers.h"
#include "storage/journal.h"
#include "ui/papers/scanways.h"
#include "workflow/intake.h"
#include "workflow/review.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace sohoa;
using namespace sohoa::ui;
using dossier::Page;
using dossier::PageState;
using dossier::StuckNote;
using test::contentOf;

/// Pages with a note, and pages that are cleaned anew, from the key to the journal and back to the screen.
class NoteScanTest final : public QObject, private test::BehindPapers
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void copyWithoutTheNoteComesBehindItsPageAlsoWhenItLooksRepeated();
    void blankCopyIsNotTakenForThePage();
    void papersWaitForTheSecondCopyOrForSomebodyWhoKnowsBetter();
    void pagesCleanedAnewAreShownSoAndUndone();
    void pagesThatRepeatOthersAreToldToTheScreen();

private:
    /// A screen with what works behind it, and three pages in component 1.
    struct Program
    {
        explicit Program(NoteScanTest& test)
            : presenter(screen, test.bench())
        {
        }
        [[nodiscard]] std::vector<Page> kept() const
        {
            std::vector<Page> pages = screen.pages();
            std::erase_if(
                pages, [](const Page& page) { return page.state != PageState::Kept || page.component != 1; });
            return pages;
        }

        PapersScreen screen;
        PapersPresenter presenter;
    };
    std::unique_ptr<Program> programWithPages();

    QString m_uid;
};

void NoteScanTest::initTestCase()
{
    beginSettings(QStringLiteral("notescan"));
}

void NoteScanTest::init()
{
    begin();
    layTextPages(3);
    m_uid = takeIn();
    QVERIFY(!m_uid.isEmpty());
}

void NoteScanTest::cleanup()
{
    end();
}

std::unique_ptr<NoteScanTest::Program> NoteScanTest::programWithPages()
{
    auto program = std::make_unique<Program>(*this);
    QSignalSpy came(&program->presenter, &PapersPresenter::pagesCame);
    program->presenter.open(m_uid);
    if (!QTest::qWaitFor([&] { return program->screen.dossierUid() == m_uid; })) {
        return nullptr;
    }
    emit program->screen.scanWanted(1);
    constexpr int twoMinutes = 120'000;
    const bool isThere =
        QTest::qWaitFor([&] { return came.count() == 1 && program->kept().size() == 3; }, twoMinutes);
    return isThere ? std::move(program) : nullptr;
}

void NoteScanTest::copyWithoutTheNoteComesBehindItsPageAlsoWhenItLooksRepeated()
{
    const auto program = programWithPages();
    QVERIFY(program);
    const std::vector<Page> before = program->kept();
    emit program->screen.noteWanted({before[0].uid}, StuckNote::Present);
    QTRY_VERIFY(program->kept()[0].note == StuckNote::Present);
    // The very same bytes: whatever else is set aside as repeated, this page is wanted twice.
    m_scanner->pages.push_back(contentOf(m_work->path(QStringLiteral("1.jpg"))));
    QSignalSpy came(&program->presenter, &PapersPresenter::pagesCame);
    emit program->screen.noteScanWanted(program->kept()[0]);
    QTRY_COMPARE_WITH_TIMEOUT(came.count(), 1, 120'000);
    QTRY_COMPARE(program->kept().size(), std::size_t{4});
    QCOMPARE(m_scanner->lastSettings->pageLimit, 1);
    QVERIFY(m_scanner->lastSettings->source != capture::PaperSource::FeederDuplex);
    const std::vector<Page> after = program->kept();
    QCOMPARE(after[0].uid, before[0].uid);
    QCOMPARE(after[1].withoutNoteOf, before[0].uid);
    QVERIFY(after[1].reason == dossier::SetAsideReason::None);
    QCOMPARE(after[2].uid, before[1].uid);
    QCOMPARE(after[3].uid, before[2].uid);
    QVERIFY(dossier::noteGaps(program->screen.pages()).empty());
    QSignalSpy made(&program->presenter, &PapersPresenter::papersMade);
    emit program->screen.finishWanted();
    QTRY_COMPARE_WITH_TIMEOUT(made.count(), 1, 120'000);
    endWorkers();
}

void NoteScanTest::blankCopyIsNotTakenForThePage()
{
    const auto program = programWithPages();
    QVERIFY(program);
    test::drawBlankPage(m_work->path(QStringLiteral("trắng.jpg")));
    m_scanner->pages.push_back(contentOf(m_work->path(QStringLiteral("trắng.jpg"))));
    const Page noted = program->kept()[1];
    emit program->screen.noteWanted({noted.uid}, StuckNote::Present);
    QTRY_VERIFY(program->kept()[1].note == StuckNote::Present);
    QSignalSpy came(&program->presenter, &PapersPresenter::pagesCame);
    emit program->screen.noteScanWanted(noted);
    QTRY_COMPARE_WITH_TIMEOUT(came.count(), 1, 120'000);
    QTRY_COMPARE(program->screen.pages().size(), std::size_t{4});
    QVERIFY(!program->screen.notice()->sentence().isEmpty());
    QCOMPARE(program->kept().size(), std::size_t{3});
    QVERIFY(dossier::noteGaps(program->screen.pages()).contains(noted.uid));
    endWorkers();
}

void NoteScanTest::papersWaitForTheSecondCopyOrForSomebodyWhoKnowsBetter()
{
    const auto program = programWithPages();
    QVERIFY(program);
    const QString noted = program->kept()[1].uid;
    emit program->screen.noteWanted({noted}, StuckNote::Present);
    QTRY_VERIFY(program->kept()[1].note == StuckNote::Present);
    QSignalSpy made(&program->presenter, &PapersPresenter::papersMade);
    emit program->screen.finishWanted();
    QVERIFY(!program->screen.notice()->sentence().isEmpty());
    QVERIFY(!program->screen.busy()->isBusy());
    emit program->screen.finishKnowinglyWanted({noted});
    QTRY_COMPARE_WITH_TIMEOUT(made.count(), 1, 120'000);
    QTRY_VERIFY(program->kept()[1].note == StuckNote::Excused);
    emit program->screen.finishWanted(); // it is known now
    QTRY_COMPARE_WITH_TIMEOUT(made.count(), 2, 120'000);
    // Undone, it is asked again.
    emit program->screen.undoWanted();
    QTRY_VERIFY(program->kept()[1].note == StuckNote::Present);
    emit program->screen.finishWanted();
    QVERIFY(!program->screen.busy()->isBusy());
    QCOMPARE(made.count(), 2);
    endWorkers();
}

void NoteScanTest::pagesCleanedAnewAreShownSoAndUndone()
{
    const auto program = programWithPages();
    QVERIFY(program);
    QSignalSpy said(&program->screen, &Screen::wantsToast);
    const std::vector<Page> before = program->kept();
    const workflow::Treatment whiter{.whiten = true};
    emit program->screen.cleanWanted({before[0].uid, before[2].uid}, whiter);
    QTRY_COMPARE(said.count(), 1);
    QTRY_VERIFY(program->kept()[0].edits.whiten && program->kept()[2].edits.whiten);
    QVERIFY(!program->kept()[1].edits.whiten);
    QCOMPARE(program->kept()[0].sha256, before[0].sha256); // the scan is the same
    emit program->screen.cleanWanted({before[0].uid}, whiter);
    QTRY_COMPARE(said.count(), 2);
    QVERIFY(said[0].at(1).toString() != said[1].at(1).toString()); // nothing was to be changed
    emit program->screen.undoWanted();
    QTRY_VERIFY(!program->kept()[0].edits.whiten);
    QVERIFY(program->kept() == before);
    endWorkers();
}

void NoteScanTest::pagesThatRepeatOthersAreToldToTheScreen()
{
    const auto program = programWithPages();
    QVERIFY(program);
    const std::vector<Page> before = program->kept();
    m_scanner->pages.push_back(contentOf(m_work->path(QStringLiteral("2.jpg"))));
    QSignalSpy came(&program->presenter, &PapersPresenter::pagesCame);
    emit program->screen.scanWanted(1);
    QTRY_COMPARE_WITH_TIMEOUT(came.count(), 1, 120'000);
    const auto isAside = [](const Page& page) { return page.state == PageState::SetAside; };
    // While they come in, pages are shown before anything is decided about them.
    std::vector<Page> pages;
    QTRY_VERIFY((pages = program->screen.pages(), std::any_of(pages.begin(), pages.end(), isAside)));
    QCOMPARE(pages.size(), std::size_t{4});
    const auto again = std::find_if(pages.begin(), pages.end(), isAside);
    QVERIFY(again != pages.end());
    QCOMPARE(again->sha256, before[1].sha256);
    const auto relations = workflow::Review(m_work->workspace()).relationsAmong(pages);
    VERIFY_OK(relations);
    QCOMPARE(relations->partners.at(again->uid), before[1].uid);
    endWorkers();
}

QTEST_MAIN(NoteScanTest)
#include "tst_notescan.moc"
