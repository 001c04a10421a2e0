// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/homewindow.h"

#include "storage/keystore.h"
#include "ui/deliveries/deliveriesscreen.h"
#include "ui/desk/deskscreen.h"
#include "ui/dossiers/dossiersscreen.h"
#include "ui/papers/papersscreen.h"
#include "ui/rates/ratesscreen.h"
#include "ui/settings/settingsscreen.h"
#include "ui/shell/openingpage.h"
#include "ui/tour/practicehome.h"
#include "ui/tour/tour.h"
#include "ui/tour/tourpanel.h"
#include "ui/widgets/messages.h"
#include "wording/errors.h"
#include "workflow/workspace.h"

#include <QDir>
#include <QThread>
#include <QTimer>

#include <algorithm>

namespace sohoa::ui {

using workflow::Workspace;

HomeWindow::HomeWindow(QString folder, const Clock& clock, Purpose purpose, QObject* parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_clock(clock)
    , m_purpose(purpose)
    , m_journal(1)
    , m_pictures(std::max(2, QThread::idealThreadCount() - 1))
    , m_errands(2)
{
    connect(&m_window, &MainWindow::left, this, &HomeWindow::left);
    connect(m_window.openingPage(), &OpeningPage::tryAgainWanted, this, &HomeWindow::tryToOpen);
    connect(m_window.openingPage(), &OpeningPage::closeWanted, &m_window, &QWidget::close);
    connect(m_window.openingPage(), &OpeningPage::keyEntered, this, &HomeWindow::openWithKey);
    if (m_purpose == Purpose::Practice) {
        m_window.setWindowTitle(tr("PRACTICE, no real dossiers"));
    } else {
        m_window.offerPractice();
        connect(&m_window, &MainWindow::practiceWanted, this, &HomeWindow::practiceWanted);
    }
    m_window.resize(1180, 720);
}

HomeWindow::~HomeWindow()
{
    if (m_shell) {
        m_shell->stop();
    }
    m_errands.join();
    m_pictures.join();
    m_journal.join();
}

void HomeWindow::open()
{
    m_window.showOpeningPage();
    m_window.showMaximized();
    tryToOpen();
    buildNextScreen();
}

void HomeWindow::show(std::unique_ptr<Workspace> workspace)
{
    m_workspace = std::move(workspace);
    m_window.showOpeningPage();
    m_window.showMaximized();
    buildNextScreen();
}

void HomeWindow::tryToOpen()
{
    m_window.openingPage()->showOpening();
    // A future's value must be copyable; the workspace is not.
    auto opened = std::make_shared<Result<std::unique_ptr<Workspace>>>(nullptr);
    m_journal.run(
        this,
        [opened, folder = m_folder, &clock = m_clock, purpose = m_purpose] {
            *opened = purpose == Purpose::Practice ? openPracticeHome(folder, clock)
                                                   : Workspace::open(folder, clock);
            return true;
        },
        [this, opened](bool) {
            if (*opened) {
                m_workspace = std::move(**opened);
                beginWhenReady();
            } else {
                sayWhyNotOpen(opened->error());
            }
        });
}

void HomeWindow::sayWhyNotOpen(const Error& error)
{
    const bool wantsKey = error.code == ErrorCode::KeyMissing || error.code == ErrorCode::KeyWrong;
    m_window.openingPage()->showFailure(wording::sentence(error), QDir::toNativeSeparators(m_folder),
                                        describe(error), wantsKey);
}

void HomeWindow::openWithKey(const QString& text)
{
    m_window.openingPage()->showOpening();
    m_journal.run(
        this, [text, folder = m_folder] { return storage::KeyStore().recover(folder, text); },
        [this](const Status& recovered) {
            if (recovered) {
                tryToOpen();
            } else {
                sayWhyNotOpen(recovered.error());
            }
        });
}

void HomeWindow::buildNextScreen()
{
    const auto add = [this](auto* screen) {
        m_window.addScreen(screen);
        QTimer::singleShot(0, this, &HomeWindow::buildNextScreen);
        return screen;
    };
    if (m_screens.desk == nullptr) {
        m_screens.desk = add(new DeskScreen);
    } else if (m_screens.papers == nullptr) {
        m_screens.papers = add(new PapersScreen);
    } else if (m_screens.dossiers == nullptr) {
        m_screens.dossiers = add(new DossiersScreen);
    } else if (m_screens.deliveries == nullptr) {
        m_screens.deliveries = add(new DeliveriesScreen);
    } else if (m_screens.rates == nullptr) {
        m_screens.rates = add(new RatesScreen(m_clock.now().date()));
    } else if (m_screens.settings == nullptr) {
        m_screens.settings = add(new SettingsScreen);
    } else {
        beginWhenReady();
    }
}

void HomeWindow::beginWhenReady()
{
    if (!m_workspace || m_screens.settings == nullptr || m_shell) {
        return;
    }
    const std::shared_ptr<capture::CertificateBook> certificates = certificatesOf(m_folder);
    m_shell = std::make_unique<ShellPresenter>(
        m_window, m_screens,
        Bench{*m_workspace, m_journal, m_pictures, m_errands, everyScannerOf(certificates), certificates});
    connect(m_shell.get(), &ShellPresenter::lookChosen, this, &HomeWindow::lookChosen);
    m_window.showScreen(MainWindow::DeskPlace);
    if (m_purpose == Purpose::Practice) {
        beginTour();
    }
    if (const std::optional<Error>& problem = m_workspace->backupProblem()) {
        sayBackupProblem(*problem);
    }
}

void HomeWindow::beginTour()
{
    m_screens.settings->lockHome();
    auto* panel = new TourPanel(&m_window);
    m_window.setStrip(panel);
    connect(panel, &TourPanel::leaveWanted, &m_window, &QWidget::close);
    m_tour = new Tour(*panel, m_window, m_screens, *m_shell, m_folder, m_shell.get());
}

void HomeWindow::sayBackupProblem(const Error& error)
{
    m_window.notice()->say(
        Tone::Warning,
        tr("Today's safety copy of the data could not be made. %1 You can go on working: nothing is lost. "
           "Make room on the disk, check that the folder %2 can be written to, then start the program again.")
            .arg(wording::sentence(error), QDir::toNativeSeparators(m_folder + QStringLiteral("/backups"))));
}

} // namespace sohoa::ui
