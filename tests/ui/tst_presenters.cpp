// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "../capture/scriptedscanner.h"
#include "sharedscanner.h"
#include "support/testsupport.h"
#include "ui/async/networkwatch.h"
#include "ui/deliveries/bundledialogs.h"
#include "ui/deliveries/deliveriespresenter.h"
#include "ui/deliveries/deliveriesscreen.h"
#include "ui/desk/deskpresenter.h"
#include "ui/desk/deskscreen.h"
#include "ui/dossiers/dossiersscreen.h"
#include "ui/papers/paperspresenter.h"
#include "ui/rates/ratesscreen.h"
#include "ui/settings/settingsscreen.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/shellpresenter.h"
#include "ui/style/style.h"
#include "workflow/bundles.h"
#include "workflow/intake.h"
#include "workflow/workbench.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QListView>
#include <QSemaphore>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>

using namespace sohoa;
using namespace sohoa::ui;
using dossier::PageState;

namespace {

/// Answers only when it is asked to stop, or after so long that the test has failed.
class SilentScanner final : public capture::Scanner
{
public:
    SilentScanner(QSemaphore& asked, std::atomic<bool>& stopped)
        : m_asked(asked)
        , m_stopped(stopped)
    {
    }
    Result<std::vector<capture::ScannerInfo>> list(const StopToken& stop) override
    {
        m_asked.release();
        QElapsedTimer timer;
        timer.start();
        while (!stop.stop_requested() && timer.elapsed() < 20'000) {
            QThread::msleep(1);
        }
        m_stopped = stop.stop_requested();
        return failure(ErrorCode::Cancelled);
    }
    Result<capture::ScanSummary> scan(const capture::ScanSettings&, const capture::PageSink&,
                                      const StopToken&) override
    {
        return failure(ErrorCode::ScannerNotFound);
    }

private:
    QSemaphore& m_asked;
    std::atomic<bool>& m_stopped;
};

} // namespace

/// What joins the screens with the workflow, where answers come later than the clerk's next step.
class PresentersTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void pagesThatComeInAreShownInTheirOwnDossierOnly();
    void actionThatEndsAfterTheDossierWasPutAwayLeavesTheChoiceAlone();
    void pageThatWasSetAsideComesBackWhenItIsGivenAway();
    void clerkWhoSendsDuringARunOfItsOwnIsAnswered();
    void sendingCancelledDuringARunOfItsOwnEnds();
    void logOfAnotherWorkstationThatDoesNotHoldIsNamed();
    void networkThatComesBackIsToldOnce();
    void bundleIsMadeAndItsCodeShownOnce();
    void bundleThatIsCancelledLeavesNothing();
    void bundleIsTakenInWithItsCodeAndSent();
    void searchForACardIsCancelledWithoutAComplaint();
    void leavingEndsTheSearchForScanners();

private:
    [[nodiscard]] Bench bench()
    {
        return {m_work->workspace(), *m_journal, *m_pictures, *m_errands, m_source};
    }
    /// Keeps a worker of one thread busy until the test opens the gate.
    void block(Worker& worker)
    {
        worker.run(
            this,
            [this] {
                m_gate.acquire();
                return true;
            },
            [](bool) {});
    }
    [[nodiscard]] QString takeIn(const QString& name) const
    {
        workflow::IntakeRequest request;
        request.procedureCode = QStringLiteral("1.001193");
        request.applicant.fullName = name;
        const auto taken = workflow::Intake(m_work->workspace()).takeIn(request);
        return taken ? taken->dossier.uid : QString();
    }

    std::unique_ptr<test::Workbench> m_work;
    std::unique_ptr<Worker> m_journal;
    std::unique_ptr<Worker> m_pictures;
    std::unique_ptr<Worker> m_errands;
    ScannerSource m_source;
    QSemaphore m_gate;
    QTemporaryDir m_stored;
};

void PresentersTest::initTestCase()
{
    auto* style = new Style(Look::Light);
    QApplication::setStyle(style);
    QApplication::setPalette(style->standardPalette());
    // How it scans is set nowhere.
    QCoreApplication::setOrganizationName(QStringLiteral("test"));
    QCoreApplication::setApplicationName(QStringLiteral("presenters"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_stored.path());
}

void PresentersTest::init()
{
    while (m_gate.tryAcquire()) {
    }
    m_work = std::make_unique<test::Workbench>();
    m_journal = std::make_unique<Worker>(1);
    m_pictures = std::make_unique<Worker>(1);
    m_errands = std::make_unique<Worker>(1);
}

void PresentersTest::cleanup()
{
    m_gate.release(); // of a test that failed on the way
    m_errands.reset();
    m_pictures.reset();
    m_journal.reset();
    m_work.reset();
}

void PresentersTest::pagesThatComeInAreShownInTheirOwnDossierOnly()
{
    const QString first = takeIn(QStringLiteral("TRẦN VĂN BÌNH"));
    const QString second = takeIn(QStringLiteral("LÒ THỊ MAI"));
    const auto scanner = std::make_shared<test::ScriptedScanner>();
    for (int i = 1; i <= 2; ++i) {
        const QString path = m_work->path(QStringLiteral("%1.jpg").arg(i));
        test::drawTextPage(path, i);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        scanner->pages.push_back(file.readAll());
    }
    scanner->beforePage = [this](int number) {
        if (number == 2) {
            m_gate.acquire();
        }
    };
    m_source = [scanner](const auto&) { return std::make_unique<test::SharedScanner>(scanner); };
    PapersScreen screen;
    PapersPresenter presenter(screen, bench());
    QSignalSpy came(&presenter, &PapersPresenter::pagesCame);
    QSignalSpy said(&screen, &Screen::wantsToast);
    presenter.open(first);
    QTRY_COMPARE(screen.dossierUid(), first);
    emit screen.scanWanted(0);
    QTRY_COMPARE_WITH_TIMEOUT(screen.pages().size(), std::size_t{1}, 60'000);
    // The next person stands at the counter already.
    presenter.open(second);
    QTRY_COMPARE(screen.dossierUid(), second);
    QCOMPARE(screen.pages().size(), std::size_t{0});
    m_gate.release();
    QTRY_COMPARE_WITH_TIMEOUT(came.count(), 1, 120'000);
    QCOMPARE(screen.dossierUid(), second);
    QCOMPARE(screen.pages().size(), std::size_t{0});
    const QString code = workflow::Dossiers(m_work->workspace()).detail(first).value().dossier.code;
    QVERIFY2(said.back().at(1).toString().contains(code), qPrintable(said.back().at(1).toString()));
    presenter.open(first);
    QTRY_COMPARE(screen.dossierUid(), first);
    QCOMPARE(screen.pages().size(), std::size_t{2});
    m_journal->join();
    m_pictures->join();
}

void PresentersTest::actionThatEndsAfterTheDossierWasPutAwayLeavesTheChoiceAlone()
{
    const QString uid = takeIn(QStringLiteral("TRẦN VĂN BÌNH"));
    PapersScreen screen;
    PapersPresenter presenter(screen, bench());
    presenter.open(uid);
    QTRY_COMPARE(screen.dossierUid(), uid);
    block(*m_journal);
    emit screen.undoWanted();
    screen.leaveDossier();
    m_gate.release();
    const auto* list = qobject_cast<QListView*>(screen.entrance());
    QVERIFY(list != nullptr);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    m_journal->join();
    QCoreApplication::processEvents();
    QCOMPARE(screen.notice()->sentence(), QString());
    QCOMPARE(screen.dossierUid(), QString());
}

void PresentersTest::pageThatWasSetAsideComesBackWhenItIsGivenAway()
{
    const QString uid = takeIn(QStringLiteral("TRẦN VĂN BÌNH"));
    test::drawTextPage(m_work->path(QStringLiteral("1.jpg")), 1);
    PapersScreen screen;
    PapersPresenter presenter(screen, bench());
    QSignalSpy came(&presenter, &PapersPresenter::pagesCame);
    presenter.open(uid);
    QTRY_COMPARE(screen.dossierUid(), uid);
    emit screen.filesGiven({m_work->path(QStringLiteral("1.jpg"))}, 0);
    QTRY_COMPARE_WITH_TIMEOUT(came.count(), 1, 120'000);
    QTRY_VERIFY(screen.pages().size() == 1 && screen.pages().front().findings);
    const QString page = screen.pages().front().uid;
    emit screen.setAsideWanted({page});
    QTRY_VERIFY(screen.pages().front().state == PageState::SetAside);
    emit screen.assignWanted({page}, 1);
    QTRY_COMPARE(screen.pages().front().component, 1);
    QVERIFY(screen.pages().front().state == PageState::Kept);
    m_journal->join();
    m_pictures->join();
}

void PresentersTest::clerkWhoSendsDuringARunOfItsOwnIsAnswered()
{
    DeliveriesScreen screen;
    DeliveriesPresenter presenter(screen, bench());
    QSignalSpy said(&screen, &Screen::wantsToast);
    QSignalSpy reached(&presenter, &DeliveriesPresenter::reached);
    presenter.deliverInBackground();
    emit screen.sendNowWanted();
    QVERIFY(screen.busy()->isBusy());
    QTRY_VERIFY_WITH_TIMEOUT(!screen.busy()->isBusy(), 60'000);
    QCOMPARE(said.count(), 1);
    QCOMPARE(reached.count(), 2); // its own run and the clerk's
    m_journal->join();
}

void PresentersTest::sendingCancelledDuringARunOfItsOwnEnds()
{
    DeliveriesScreen screen;
    DeliveriesPresenter presenter(screen, bench());
    block(*m_errands);
    presenter.deliverInBackground();
    emit screen.sendNowWanted();
    screen.busy()->cancelAction()->trigger();
    m_gate.release();
    QTRY_VERIFY_WITH_TIMEOUT(!screen.busy()->isBusy(), 60'000);
    m_journal->join();
}

void PresentersTest::logOfAnotherWorkstationThatDoesNotHoldIsNamed()
{
    const QString key = QStringLiteral("v1/log/H56.14/7/0000000001.json");
    const QString path = m_work->warehouse() + u'/' + key;
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    test::writeFile(path, "{\"forged\": true}");
    DeliveriesScreen screen;
    DeliveriesPresenter presenter(screen, bench());
    QSignalSpy changed(&presenter, &DeliveriesPresenter::changed);
    emit screen.sendNowWanted();
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 60'000);
    QVERIFY2(screen.notice()->sentence().contains(key), qPrintable(screen.notice()->sentence()));
    m_journal->join();
}

void PresentersTest::networkThatComesBackIsToldOnce()
{
    using Reachability = QNetworkInformation::Reachability;
    NetworkWatch watch;
    QSignalSpy back(&watch, &NetworkWatch::back);
    watch.note(Reachability::Online); // it was there all the time
    QCOMPARE(back.count(), 0);
    watch.note(Reachability::Disconnected);
    watch.note(Reachability::Unknown);
    QCOMPARE(back.count(), 0);
    watch.note(Reachability::Local);
    watch.note(Reachability::Online);
    QCOMPARE(back.count(), 1);
}

void PresentersTest::bundleIsMadeAndItsCodeShownOnce()
{
    QVERIFY(!takeIn(QStringLiteral("A")).isEmpty());
    DeliveriesScreen screen;
    const DeliveriesPresenter presenter(screen, bench());
    const QString file = m_work->path(QStringLiteral("gói của chị Hoà.shbundle"));
    emit screen.bundleFileChosen(file);
    QVERIFY(screen.busy()->isBusy());
    QTRY_VERIFY_WITH_TIMEOUT(screen.findChild<BundleMadeDialog*>() != nullptr, 60'000);
    QVERIFY(!screen.busy()->isBusy());
    QString code;
    for (const QLabel* label : screen.findChild<BundleMadeDialog*>()->findChildren<QLabel*>()) {
        code = workflow::isBundleCode(label->text()) ? label->text() : code;
    }
    QVERIFY(!code.isEmpty());
    test::Workbench other;
    auto settings = other.workspace().settings();
    VERIFY_OK(settings);
    settings->workstation = 2;
    VERIFY_OK(other.workspace().setSettings(*settings));
    const auto taken = workflow::importBundle(other.workspace(), file, code, {}, {});
    VERIFY_OK(taken);
    QCOMPARE(taken->entries, 1);
    m_journal->join();
}

void PresentersTest::bundleThatIsCancelledLeavesNothing()
{
    QVERIFY(!takeIn(QStringLiteral("A")).isEmpty());
    DeliveriesScreen screen;
    const DeliveriesPresenter presenter(screen, bench());
    const QString file = m_work->path(QStringLiteral("gói"));
    block(*m_errands);
    emit screen.bundleFileChosen(file);
    screen.busy()->cancelAction()->trigger();
    m_gate.release();
    QTRY_VERIFY_WITH_TIMEOUT(!screen.busy()->isBusy(), 60'000);
    QCOMPARE(screen.notice()->sentence(), QString());
    QVERIFY(!QFile::exists(file));
    QVERIFY(screen.findChild<BundleMadeDialog*>() == nullptr);
    m_journal->join();
}

void PresentersTest::bundleIsTakenInWithItsCodeAndSent()
{
    test::Workbench other;
    auto settings = other.workspace().settings();
    VERIFY_OK(settings);
    settings->workstation = 2;
    VERIFY_OK(other.workspace().setSettings(*settings));
    workflow::IntakeRequest request;
    request.procedureCode = QStringLiteral("1.001193");
    VERIFY_OK(workflow::Intake(other.workspace()).takeIn(request));
    const auto made = workflow::exportBundle(other.workspace(), other.path(QStringLiteral("gói")), {}, {});
    VERIFY_OK(made);
    DeliveriesScreen screen;
    DeliveriesPresenter presenter(screen, bench());
    QSignalSpy reached(&presenter, &DeliveriesPresenter::reached);
    QString wrong = made->code;
    wrong[0] = wrong[0] == u'7' ? u'8' : u'7';
    emit screen.bundleGiven(made->file, wrong);
    QTRY_VERIFY_WITH_TIMEOUT(screen.findChild<BundleCodeDialog*>() != nullptr, 60'000);
    QVERIFY(!screen.busy()->isBusy());
    emit screen.findChild<BundleCodeDialog*>()->codeEntered(made->code);
    QTRY_VERIFY_WITH_TIMEOUT(!screen.notice()->sentence().isEmpty(), 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(reached.count(), 1, 60'000);
    QVERIFY(QFile::exists(m_work->warehouse() + QStringLiteral("/v1/log/H56.14/2/0000000001.json")));
    m_journal->join();
}

void PresentersTest::searchForACardIsCancelledWithoutAComplaint()
{
    const QString path = m_work->path(QStringLiteral("no-card.jpg"));
    test::drawTextPage(path, 1);
    DeskScreen screen;
    const DeskPresenter presenter(screen, bench());
    block(*m_errands);
    emit screen.cardPictureGiven(path);
    QVERIFY(screen.busy()->isBusy());
    screen.busy()->cancelAction()->trigger();
    m_gate.release();
    QTRY_VERIFY_WITH_TIMEOUT(!screen.busy()->isBusy(), 60'000);
    QCOMPARE(screen.notice()->sentence(), QString());
    // Not cancelled, the same picture is complained about.
    emit screen.cardPictureGiven(path);
    QTRY_VERIFY_WITH_TIMEOUT(!screen.busy()->isBusy(), 60'000);
    QVERIFY(!screen.notice()->sentence().isEmpty());
}

void PresentersTest::leavingEndsTheSearchForScanners()
{
    QSemaphore asked;
    std::atomic<bool> stopped = false;
    m_source = [&](const auto&) { return std::make_unique<SilentScanner>(asked, stopped); };
    MainWindow window;
    Screens screens;
    const auto add = [&window](auto* screen) {
        window.addScreen(screen);
        return screen;
    };
    screens.desk = add(new DeskScreen);
    screens.papers = add(new PapersScreen);
    screens.dossiers = add(new DossiersScreen);
    screens.deliveries = add(new DeliveriesScreen);
    screens.rates = add(new RatesScreen(m_work->clock().now().date()));
    screens.settings = add(new SettingsScreen);
    ShellPresenter shell(window, screens, bench());
    emit screens.settings->scannersWanted();
    QVERIFY(asked.tryAcquire(1, 20'000));
    shell.stop();
    m_errands->join();
    QVERIFY(stopped);
    m_pictures->join();
    m_journal->join();
}

QTEST_MAIN(PresentersTest)
#include "tst_presenters.moc"
