// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/journal.h"
#include "support/fakeesclserver.h"
#include "support/testsupport.h"
#include "ui/papers/paperspresenter.h"
#include "ui/papers/paperwatch.h"
#include "ui/papers/scanways.h"
#include "ui/style/style.h"
#include "workflow/intake.h"
#include "workflow/workbench.h"

#include <QApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <condition_variable>

using namespace sohoa;
using namespace sohoa::ui;
using namespace std::chrono_literals;
using dossier::Page;

namespace {

/// What became of the watches of all scanners of a test. Every thread.
struct Watches
{
    std::atomic<int> begun = 0;
    std::atomic<int> ended = 0;
    std::atomic<int> papers = 0; ///< so many watches end with paper
    std::atomic<bool> tells = true;
    std::atomic<bool> answers = true;
};

/// Waits for paper as a device does: until there is some, or nobody waits any more.
class WatchedScanner final : public capture::Scanner
{
public:
    explicit WatchedScanner(Watches& watches)
        : m_watches(watches)
    {
    }
    Result<std::vector<capture::ScannerInfo>> list(const StopToken&) override
    {
        ++m_watches.begun;
        capture::ScannerInfo info;
        info.id = QStringLiteral("watched");
        info.feeder = true;
        info.tellsPaper = m_watches.tells;
        if (!m_watches.answers) {
            ++m_watches.ended;
            return failure(ErrorCode::ScannerLost);
        }
        if (!m_watches.tells) {
            ++m_watches.ended;
        }
        return std::vector{info};
    }
    Result<capture::ScanSummary> scan(const capture::ScanSettings&, const capture::PageSink&,
                                      const StopToken&) override
    {
        return failure(ErrorCode::ScannerOutOfPaper);
    }
    Status waitForPaper(const QString&, capture::PaperWait wait, const StopToken& stop) override
    {
        std::mutex mutex;
        std::condition_variable_any changed;
        std::unique_lock lock(mutex);
        while (!stop.stop_requested() && m_watches.papers == 0) {
            changed.wait_for(lock, stop, 10ms, [] { return false; });
        }
        ++m_watches.ended;
        if (stop.stop_requested() || wait != capture::PaperWait::PutIn) {
            return failure(ErrorCode::Cancelled);
        }
        --m_watches.papers;
        return {};
    }

private:
    Watches& m_watches;
};

/// Whether nobody holds the scanner.
bool isFree(const PaperWatch& watch)
{
    const std::unique_lock lock(*watch.turn(), std::try_to_lock);
    return lock.owns_lock();
}

PaperPace quick()
{
    return {5ms, 5ms, 5ms, std::chrono::hours(1)};
}

std::optional<PaperWatch::Wish> someWish()
{
    capture::ScanProfile profile;
    profile.startOnPaper = true;
    return PaperWatch::Wish{{}, profile};
}

} // namespace

/// Feeding that begins when paper is put in.
class PaperWatchTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void paperThatIsPutInIsFed();
    void leftoversWaitForAKey();
    void nothingIsWatchedWhereNoDossierIsOpenOrTheWayDoesNotWantIt();
    void watchEndsWhenTheScreenIsLeft();
    void watchEndsAfterItsTime();
    void scannerThatDoesNotTellIsSaidOnce();
    void scannerThatDoesNotAnswerIsAskedAgain();

private:
    [[nodiscard]] ScannerSource watched()
    {
        return [this](const capture::EsclScanner::Options&) -> std::unique_ptr<capture::Scanner> {
            return std::make_unique<WatchedScanner>(m_watches);
        };
    }
    /// The network scanner that was typed, asked without pauses.
    [[nodiscard]] ScannerSource network() const
    {
        const ScannerSource every = everyScannerOf(m_work->home());
        return [every](capture::EsclScanner::Options options) {
            options.discover = false;
            options.patience.poll = 10ms;
            options.patience.end = 300ms;
            return every(options);
        };
    }
    /// A screen with a dossier, scanned with a way that begins by itself.
    struct Program
    {
        Program(PaperWatchTest& test, const test::FakeEsclServer& server)
            : presenter(screen,
                        {test.m_work->workspace(), worker, worker, worker, test.network(), {}, quick()})
        {
            ScanChoice choice;
            choice.scannerId = server.scannerId();
            saveScanChoice(choice);
            capture::ScanProfile way;
            way.id = QStringLiteral("own");
            way.name = QStringLiteral("own");
            way.startOnPaper = true;
            screen.scanWays()->setProfiles({way});
            screen.scanWays()->choose(way.id);
            screen.show();
        }
        ~Program()
        {
            presenter.stop();
            worker.join();
        }
        Worker worker{2};
        PapersScreen screen;
        PapersPresenter presenter;
    };
    [[nodiscard]] QString dossier() const
    {
        workflow::IntakeRequest request;
        request.procedureCode = QStringLiteral("1.001193");
        request.applicant.fullName = QStringLiteral("TRẦN VĂN BÌNH");
        const auto taken = workflow::Intake(m_work->workspace()).takeIn(request);
        return taken ? taken->dossier.uid : QString();
    }
    [[nodiscard]] std::size_t pagesOf(const QString& uid) const
    {
        return m_work->workspace().journal().pagesOfDossier(uid).value().size();
    }

    static inline const QString asked = QStringLiteral("GET /eSCL/ScannerStatus");
    static inline const QString fed = QStringLiteral("POST /eSCL/ScanJobs");
    std::unique_ptr<QTemporaryDir> m_stored;
    std::unique_ptr<test::Workbench> m_work;
    std::vector<QByteArray> m_pictures;
    Watches m_watches;
};

void PaperWatchTest::initTestCase()
{
    auto* style = new Style(Look::Light);
    QApplication::setStyle(style);
    QApplication::setPalette(style->standardPalette());
    QTemporaryDir folder;
    for (int i = 1; i <= 3; ++i) {
        const QString path = folder.filePath(QStringLiteral("%1.jpg").arg(i));
        test::drawTextPage(path, i);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_pictures.push_back(file.readAll());
    }
}

void PaperWatchTest::init()
{
    m_work = std::make_unique<test::Workbench>();
    m_stored = std::make_unique<QTemporaryDir>();
    QCoreApplication::setOrganizationName(QStringLiteral("test"));
    QCoreApplication::setApplicationName(QStringLiteral("paperwatch"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_stored->path());
    QSettings().clear();
    m_watches.begun = m_watches.ended = m_watches.papers = 0;
    m_watches.tells = m_watches.answers = true;
}

void PaperWatchTest::paperThatIsPutInIsFed()
{
    test::FakeEsclServer server({});
    Program program(*this, server);
    const QString uid = dossier();
    program.presenter.open(uid);
    QSignalSpy came(&program.presenter, &PapersPresenter::pagesCame);
    QTRY_VERIFY_WITH_TIMEOUT(server.count(asked) >= 2, 60'000); // seen empty
    QCOMPARE(server.count(fed), 0);
    server.load({m_pictures[0], m_pictures[1]});
    QTRY_COMPARE_WITH_TIMEOUT(came.size(), 1, 60'000);
    QCOMPARE(pagesOf(uid), 2U);
    // The next stack begins by itself too.
    const int before = server.count(asked);
    QTRY_VERIFY_WITH_TIMEOUT(server.count(asked) >= before + 2, 60'000);
    server.load({m_pictures[2]});
    QTRY_COMPARE_WITH_TIMEOUT(came.size(), 2, 60'000);
    QCOMPARE(pagesOf(uid), 3U);
    QCOMPARE(server.count(fed), 2);
}

void PaperWatchTest::leftoversWaitForAKey()
{
    test::EsclScript script;
    script.pages = {m_pictures[0]};
    test::FakeEsclServer server(script);
    Program program(*this, server);
    const QString uid = dossier();
    program.presenter.open(uid);
    QTRY_VERIFY_WITH_TIMEOUT(server.count(asked) >= 4, 60'000); // looked at, and left
    QCOMPARE(server.count(fed), 0);
    QSignalSpy came(&program.presenter, &PapersPresenter::pagesCame);
    program.screen.scanNow();
    QTRY_COMPARE_WITH_TIMEOUT(came.size(), 1, 60'000);
    QCOMPARE(pagesOf(uid), 1U);
}

void PaperWatchTest::nothingIsWatchedWhereNoDossierIsOpenOrTheWayDoesNotWantIt()
{
    test::FakeEsclServer server({});
    Program program(*this, server);
    auto* watch = program.presenter.findChild<PaperWatch*>();
    QVERIFY(watch != nullptr);
    QSignalSpy watching(watch, &PaperWatch::watching);
    watch->look();
    QCOMPARE(watching.size(), 0); // no dossier
    program.presenter.open(dossier());
    QTRY_COMPARE_WITH_TIMEOUT(watching.size(), 1, 60'000);
    program.screen.scanWays()->choose({});
    watch->look();
    QTRY_VERIFY(isFree(*watch)); // its worker is done
    QCOMPARE(watching.size(), 1);
}

void PaperWatchTest::watchEndsWhenTheScreenIsLeft()
{
    QWidget screen;
    PaperWatch watch(screen, watched(), someWish, quick());
    watch.look();
    QCOMPARE(m_watches.begun, 0); // not in sight
    screen.show();
    QTRY_COMPARE(m_watches.begun, 1);
    screen.hide();
    QTRY_COMPARE(m_watches.ended, 1);
    QSignalSpy putIn(&watch, &PaperWatch::paperPutIn);
    m_watches.papers = 1;
    screen.show();
    QTRY_COMPARE(putIn.size(), 1);
}

void PaperWatchTest::watchEndsAfterItsTime()
{
    PaperPace pace = quick();
    pace.longest = 30ms;
    QWidget screen;
    PaperWatch watch(screen, watched(), someWish, pace);
    QSignalSpy putIn(&watch, &PaperWatch::paperPutIn);
    screen.show();
    QTRY_COMPARE(m_watches.ended, 1);
    m_watches.papers = 1;
    watch.look();
    QTRY_VERIFY(isFree(watch));
    QCOMPARE(m_watches.begun, 1); // the same is not begun again by itself
    QCOMPARE(putIn.size(), 0);
}

void PaperWatchTest::scannerThatDoesNotTellIsSaidOnce()
{
    m_watches.tells = false;
    QWidget screen;
    bool wanted = true;
    PaperWatch watch(
        screen, watched(), [&wanted] { return wanted ? someWish() : std::nullopt; }, quick());
    QSignalSpy cannot(&watch, &PaperWatch::cannotTell);
    QSignalSpy watching(&watch, &PaperWatch::watching);
    screen.show();
    QTRY_COMPARE(cannot.size(), 1);
    for (const bool now : {false, true}) { // as a stack scanned by hand does
        wanted = now;
        watch.look();
    }
    QCOMPARE(watching.size(), 1);
    QCOMPARE(m_watches.begun, 1);
    screen.hide();
    screen.show(); // another scanner may be there
    QTRY_COMPARE(cannot.size(), 2);
}

void PaperWatchTest::scannerThatDoesNotAnswerIsAskedAgain()
{
    m_watches.answers = false;
    QWidget screen;
    PaperWatch watch(screen, watched(), someWish, quick());
    QSignalSpy putIn(&watch, &PaperWatch::paperPutIn);
    screen.show();
    QTRY_VERIFY(m_watches.begun >= 3);
    m_watches.papers = 1;
    m_watches.answers = true; // switched on
    QTRY_COMPARE(putIn.size(), 1);
}

QTEST_MAIN(PaperWatchTest)
#include "tst_paperwatch.moc"
