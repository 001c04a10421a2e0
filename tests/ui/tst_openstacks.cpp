// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "behindpapers.h"
#include "storage/journal.h"
#include "storage/vault.h"
#include "ui/papers/accountpanel.h"
#include "ui/papers/scanways.h"
#include "workflow/intake.h"

#include <QAction>
#include <QDir>
#include <QDirIterator>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace sohoa;
using namespace sohoa::ui;
using dossier::Page;
using test::contentOf;

namespace {

constexpr int pictures = 4;

} // namespace

/// Stacks that do not add up: told, kept in sight, and closed only when they do or somebody says they are
/// right.
class OpenStacksTest final : public QObject, private test::BehindPapers
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void noPaperIsMadeBeforeSomebodySaysThatTheStackIsRight();
    void stackThatAddsUpAsksNothing();
    void stackOfAnEarlierRunIsFoundCheckedAndGoneOnWith();
    void pageThatIsNoLongerWhatWasScannedIsNamed();
    void pageScannedAgainTakesThePlaceOfTheOldOne();
    void pictureFromTheClipboardComesIn();
    void whatAScannerWritesIntoItsFolderComesIntoTheOpenDossier();

private:
    /// A screen with what works behind it, as one run of the program has it.
    struct Program
    {
        explicit Program(OpenStacksTest& test)
            : presenter(screen, test.bench())
        {
        }
        [[nodiscard]] AccountPanel* account() const { return screen.findChild<AccountPanel*>(); }
        [[nodiscard]] bool showsAccount() const { return !account()->isHidden(); }
        [[nodiscard]] QStringList doubts() const
        {
            QStringList texts;
            const auto* list = account()->findChild<QListWidget*>();
            for (int row = 0; row < list->count(); ++row) {
                texts.append(list->item(row)->text());
            }
            return texts;
        }

        /// So many pages of that component are there, from the journal; while they come in they belong to
        /// none.
        [[nodiscard]] bool hasKept(std::size_t count, int component) const
        {
            const std::vector<Page> pages = screen.pages();
            return static_cast<std::size_t>(
                       std::count_if(pages.begin(), pages.end(), [component](const Page& page) {
                           return page.state == dossier::PageState::Kept && page.component == component &&
                                  !page.dossierUid.isEmpty();
                       })) == count;
        }

        PapersScreen screen;
        PapersPresenter presenter;
    };
    /// Feeds until the jam and waits until that is shown.
    void feedUntilTheJam(Program& program);

    QString m_uid;
};

void OpenStacksTest::initTestCase()
{
    beginSettings(QStringLiteral("openstacks"));
}

void OpenStacksTest::init()
{
    begin();
    layTextPages(pictures);
    m_scanner->troubleAfter = 2;
    m_uid = takeIn();
    QVERIFY(!m_uid.isEmpty());
}

void OpenStacksTest::cleanup()
{
    end();
}

void OpenStacksTest::feedUntilTheJam(Program& program)
{
    program.presenter.open(m_uid);
    QTRY_COMPARE(program.screen.dossierUid(), m_uid);
    emit program.screen.scanWanted(0);
    QTRY_VERIFY_WITH_TIMEOUT(program.showsAccount(), 120'000);
    QCOMPARE(program.screen.pages().size(), std::size_t{2});
}

void OpenStacksTest::noPaperIsMadeBeforeSomebodySaysThatTheStackIsRight()
{
    {
        Program program(*this);
        QSignalSpy made(&program.presenter, &PapersPresenter::papersMade);
        feedUntilTheJam(program);
        QCOMPARE(program.doubts().size(), 1);
        const auto open = workflow::openAccountOf(m_work->workspace(), m_uid);
        VERIFY_OK(open);
        QVERIFY(open->has_value());
        emit program.screen.sheetsCounted((*open)->session.uid, 4);
        QTRY_COMPARE(program.doubts().size(), 2);
        QStringList uids;
        for (const Page& page : program.screen.pages()) {
            uids.append(page.uid);
        }
        emit program.screen.assignWanted(uids, 1);
        QTRY_COMPARE(program.screen.pages().front().component, 1);
        emit program.screen.finishWanted();
        QVERIFY(!program.screen.notice()->sentence().isEmpty());
        QVERIFY(!program.screen.busy()->isBusy());
        program.account()->closeAction()->trigger();
        QTRY_VERIFY(!program.showsAccount());
        const auto session = workflow::ScanSession::resume(m_work->workspace(), (*open)->session.uid);
        VERIFY_OK(session);
        QVERIFY(session->isClosed());
        QVERIFY(session->account()->explained);
        QCOMPARE(made.count(), 0);
        QCOMPARE(workflow::Dossiers(m_work->workspace()).find({}, 1)->front().pagesWithoutPaper, 2);
        emit program.screen.finishWanted();
        QTRY_COMPARE_WITH_TIMEOUT(made.count(), 1, 120'000);
        QCOMPARE(workflow::Dossiers(m_work->workspace()).find({}, 1)->front().pagesWithoutPaper, 0);
        endWorkers();
    }
}

void OpenStacksTest::stackThatAddsUpAsksNothing()
{
    m_scanner->troubleAfter = -1;
    Program program(*this);
    QSignalSpy came(&program.presenter, &PapersPresenter::pagesCame);
    program.presenter.open(m_uid);
    QTRY_COMPARE(program.screen.dossierUid(), m_uid);
    emit program.screen.scanWanted(0);
    QTRY_COMPARE_WITH_TIMEOUT(came.count(), 1, 120'000);
    QTRY_COMPARE(program.screen.pages().size(), std::size_t{pictures});
    QVERIFY(!program.showsAccount());
    QVERIFY(workflow::ScanSession::unfinished(m_work->workspace())->empty());
    endWorkers();
}

void OpenStacksTest::stackOfAnEarlierRunIsFoundCheckedAndGoneOnWith()
{
    {
        Program program(*this);
        feedUntilTheJam(program);
        endWorkers();
    }
    startWorkers();
    Program program(*this);
    QSignalSpy came(&program.presenter, &PapersPresenter::pagesCame);
    program.presenter.open(m_uid);
    QTRY_VERIFY_WITH_TIMEOUT(program.showsAccount(), 120'000);
    QCOMPARE(program.doubts().size(), 1);
    QVERIFY(!program.screen.notice()->sentence().isEmpty());
    m_scanner->troubleAfter = -1;
    // Another way was chosen meanwhile: the stack keeps the sides it was begun with.
    const std::vector<capture::ScanProfile> ways = capture::defaultProfiles();
    QVERIFY(ways.front().source == capture::PaperSource::FeederDuplex);
    program.screen.scanWays()->setProfiles(ways);
    program.screen.scanWays()->choose(ways.front().id);
    emit program.screen.scanWanted(0);
    QTRY_COMPARE_WITH_TIMEOUT(came.count(), 1, 120'000);
    QVERIFY(m_scanner->lastSettings->source == capture::PaperSource::Feeder);
    QTRY_COMPARE(program.screen.pages().size(), std::size_t{pictures});
    QVERIFY(!program.showsAccount());
    const QString session = program.screen.pages().front().session;
    const auto kept = m_work->workspace().journal().pagesOfSession(session);
    VERIFY_OK(kept);
    QCOMPARE(kept->size(), m_scanner->pages.size());
    for (std::size_t i = 0; i < kept->size(); ++i) {
        QCOMPARE(m_work->workspace().vault().get((*kept)[i].sha256).value(), m_scanner->pages[i]);
    }
    endWorkers();
}

void OpenStacksTest::pageThatIsNoLongerWhatWasScannedIsNamed()
{
    {
        Program program(*this);
        feedUntilTheJam(program);
        endWorkers();
    }
    const auto open = workflow::openAccountOf(m_work->workspace(), m_uid);
    VERIFY_OK(open);
    const auto pages = m_work->workspace().journal().pagesOfSession((*open)->session.uid);
    VERIFY_OK(pages);
    QDirIterator files(m_work->path(QString()), QStringList{pages->back().sha256 + QStringLiteral("*")},
                       QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    QFile file(files.next());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() / 2));
    QCOMPARE(file.write("xxxxxxxx"), 8);
    file.close();
    startWorkers();
    Program program(*this);
    program.presenter.open(m_uid);
    QTRY_VERIFY_WITH_TIMEOUT(program.showsAccount(), 120'000);
    QTRY_COMPARE(program.doubts().size(), 2);
    QVERIFY2(program.doubts().back().contains(QStringLiteral("Page 2")), qPrintable(program.doubts().back()));
    endWorkers();
}

void OpenStacksTest::pageScannedAgainTakesThePlaceOfTheOldOne()
{
    m_scanner->troubleAfter = -1;
    const QByteArray last = m_scanner->pages.back();
    m_scanner->pages.pop_back();
    Program program(*this);
    QSignalSpy came(&program.presenter, &PapersPresenter::pagesCame);
    program.presenter.open(m_uid);
    QTRY_COMPARE(program.screen.dossierUid(), m_uid);
    emit program.screen.scanWanted(1);
    QTRY_COMPARE_WITH_TIMEOUT(came.count(), 1, 120'000);
    QTRY_VERIFY(program.hasKept(3, 1));
    const std::vector<Page> before = program.screen.pages();
    m_scanner->pages.push_back(last);
    emit program.screen.rescanWanted(before[1]);
    QTRY_COMPARE_WITH_TIMEOUT(came.count(), 2, 120'000);
    const auto isOldOneAside = [&] {
        const std::vector<Page> pages = program.screen.pages();
        return std::any_of(pages.begin(), pages.end(), [&before](const Page& page) {
            return page.uid == before[1].uid && page.state == dossier::PageState::SetAside;
        });
    };
    QTRY_VERIFY(program.hasKept(3, 1) && isOldOneAside());
    QCOMPARE(program.screen.pages().size(), std::size_t{4});
    QCOMPARE(m_scanner->lastSettings->pageLimit, 1);
    QStringList kept;
    for (const Page& page : program.screen.pages()) {
        if (page.state == dossier::PageState::Kept) {
            kept.append(page.sha256);
        } else {
            QCOMPARE(page.uid, before[1].uid);
        }
    }
    QCOMPARE(kept.size(), 3);
    QCOMPARE(kept[0], before[0].sha256);
    QCOMPARE(m_work->workspace().vault().get(kept[1]).value(), last);
    QCOMPARE(kept[2], before[2].sha256);
    QVERIFY(!program.showsAccount());
    endWorkers();
}

void OpenStacksTest::pictureFromTheClipboardComesIn()
{
    const QImage picture = QImage::fromData(m_scanner->pages.front());
    Program program(*this);
    QSignalSpy came(&program.presenter, &PapersPresenter::pagesCame);
    program.presenter.open(m_uid);
    QTRY_COMPARE(program.screen.dossierUid(), m_uid);
    emit program.screen.picturePasted(picture, 1);
    QTRY_COMPARE_WITH_TIMEOUT(came.count(), 1, 120'000);
    QTRY_VERIFY(program.hasKept(1, 1));
    const Page page = program.screen.pages().front();
    QCOMPARE(page.component, 1);
    const QImage kept = QImage::fromData(m_work->workspace().vault().get(page.sha256).value());
    QCOMPARE(kept.convertToFormat(QImage::Format_RGB32), picture.convertToFormat(QImage::Format_RGB32));
    endWorkers();
}

void OpenStacksTest::whatAScannerWritesIntoItsFolderComesIntoTheOpenDossier()
{
    const QString folder = m_work->path(QStringLiteral("scanner"));
    QVERIFY(QDir().mkpath(folder));
    const QString file = folder + QStringLiteral("/0001.jpg");
    Program program(*this);
    QSignalSpy came(&program.presenter, &PapersPresenter::pagesCame);
    program.presenter.watchFolder(folder);
    test::writeFile(file, m_scanner->pages[0]);
    program.presenter.lookIntoFolder(); // no dossier is open: the file stays
    QVERIFY(QFile::exists(file));
    program.presenter.open(m_uid);
    QTRY_COMPARE(program.screen.dossierUid(), m_uid);
    // Its clock stands still until the test moves it; a file is taken when it has stayed the same.
    QTRY_VERIFY_WITH_TIMEOUT(
        (program.presenter.lookIntoFolder(), m_work->clock().advance(1), came.count() == 1), 60'000);
    QTRY_COMPARE(program.screen.pages().size(), std::size_t{1});
    QCOMPARE(m_work->workspace().vault().get(program.screen.pages().front().sha256).value(),
             m_scanner->pages[0]);
    QVERIFY(!QFile::exists(file));
    QCOMPARE(contentOf(folder + QStringLiteral("/da-nhan/0001.jpg")), m_scanner->pages[0]);
    endWorkers();
}

QTEST_MAIN(OpenStacksTest)
#include "tst_openstacks.moc"
