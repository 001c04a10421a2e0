// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/shellpresenter.h"

#include "ui/deliveries/deliveriespresenter.h"
#include "ui/deliveries/deliveriesscreen.h"
#include "ui/desk/deskpresenter.h"
#include "ui/desk/deskscreen.h"
#include "ui/dossiers/dossierspresenter.h"
#include "ui/dossiers/dossiersscreen.h"
#include "ui/papers/paperspresenter.h"
#include "ui/papers/papersscreen.h"
#include "ui/papers/scanways.h"
#include "ui/rates/ratespresenter.h"
#include "ui/rates/ratesscreen.h"
#include "ui/settings/profiles.h"
#include "ui/settings/profilesdialog.h"
#include "ui/settings/settingspresenter.h"
#include "ui/settings/settingsscreen.h"
#include "ui/shell/mainwindow.h"
#include "wording/errors.h"
#include "wording/names.h"
#include "workflow/delivery.h"
#include "workflow/deliveryrules.h"
#include "workflow/dossiers.h"
#include "workflow/scansession.h"
#include "workflow/workspace.h"

#include <QAction>

#include <algorithm>
#include <chrono>

namespace sohoa::ui {

namespace {

/// What the shell shows, fetched in one go.
struct ShellFacts
{
    workflow::HomeSettings settings;
    workflow::Dossiers::Counts counts;
    std::optional<QDateTime> oldest;
    int alarmHours = 24;
    std::vector<workflow::UnfinishedSession> unfinished; ///< stacks whose account is open
};

Result<ShellFacts> factsOf(const workflow::Workspace& workspace)
{
    ShellFacts facts;
    SOHOA_ASSIGN(facts.settings, workspace.settings());
    SOHOA_ASSIGN(facts.counts, workflow::Dossiers(workspace).counts());
    SOHOA_ASSIGN(const workflow::WaitingCounts waiting, workflow::Delivery(workspace).counts());
    facts.oldest = waiting.oldest;
    SOHOA_ASSIGN(const dossier::DeliveryRules rules, workflow::deliveryRules(workspace.journal()));
    facts.alarmHours = rules.alarmHours;
    SOHOA_ASSIGN(facts.unfinished, workflow::ScanSession::unfinished(workspace));
    return facts;
}

} // namespace

ShellPresenter::ShellPresenter(MainWindow& window, const Screens& screens, const Bench& bench,
                               QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_screens(screens)
    , m_bench(bench)
    , m_desk(new DeskPresenter(*screens.desk, bench, this))
    , m_papers(new PapersPresenter(*screens.papers, bench, this))
    , m_dossiers(new DossiersPresenter(*screens.dossiers, bench, this))
    , m_deliveries(new DeliveriesPresenter(*screens.deliveries, bench, this))
    , m_rates(new RatesPresenter(*screens.rates, bench, this))
    , m_settings(new SettingsPresenter(*screens.settings, bench, this))
{
    using namespace std::chrono_literals;
    connect(m_desk, &DeskPresenter::takenIn, this, &ShellPresenter::refresh);
    connect(m_desk, &DeskPresenter::takenIn, this, &ShellPresenter::dossierTakenIn);
    connect(m_papers, &PapersPresenter::pagesCame, this, &ShellPresenter::pagesCame);
    connect(m_papers, &PapersPresenter::papersMade, this, &ShellPresenter::papersMade);
    const auto digitize = [this](const QString& uid) {
        m_papers->open(uid);
        m_window.showScreen(MainWindow::PapersPlace);
    };
    connect(m_desk, &DeskPresenter::scanNowWanted, this, digitize);
    connect(screens.dossiers, &DossiersScreen::digitizeWanted, this, digitize);
    connect(screens.rates, &RatesScreen::dossierWanted, this,
            [this, dossiers = screens.dossiers](const QString& code) {
                m_window.showScreen(MainWindow::DossiersPlace);
                dossiers->find(code);
            });
    connect(m_papers, &PapersPresenter::changed, this, &ShellPresenter::refresh);
    connect(m_dossiers, &DossiersPresenter::changed, this, &ShellPresenter::refresh);
    connect(m_deliveries, &DeliveriesPresenter::changed, this, &ShellPresenter::refresh);
    connect(m_deliveries, &DeliveriesPresenter::reached, this, [this](bool answered) {
        m_status.warehouseReached = answered;
        if (answered) {
            emit delivered();
        }
        refresh();
    });
    connect(m_settings, &SettingsPresenter::changed, this, &ShellPresenter::refresh);
    connect(m_settings, &SettingsPresenter::changed, this,
            [this] { m_papers->watchFolder(loadScanChoice().folder); });
    m_papers->watchFolder(loadScanChoice().folder);
    connect(m_papers, &PapersPresenter::scannerMoved, m_settings, &SettingsPresenter::noteScannerMoved);
    connect(screens.settings, &SettingsScreen::lookChosen, this,
            [this](const LookSettings& chosen) { emit lookChosen(chosen.look); });
    connect(&window, &MainWindow::screenShown, this, &ShellPresenter::shown);
    ScanWays* ways = screens.papers->scanWays();
    ways->setProfiles(loadProfiles());
    ways->choose(loadChosenProfile());
    connect(ways, &ScanWays::changed, this, [ways] {
        const std::optional<capture::ScanProfile> chosen = ways->chosen();
        saveChosenProfile(chosen ? chosen->id : QString());
    });
    connect(ways, &ScanWays::editWanted, this, &ShellPresenter::editProfiles);
    connect(screens.settings, &SettingsScreen::profilesWanted, this, &ShellPresenter::editProfiles);

    m_soon.setSingleShot(true);
    m_soon.setInterval(50ms);
    connect(&m_soon, &QTimer::timeout, this, &ShellPresenter::fetch);
    m_minute.setInterval(1min);
    connect(&m_minute, &QTimer::timeout, this, [this] { m_deliveries->deliverInBackground(); });
    m_minute.start();
    m_settings->refresh();
    refresh();
    connect(&m_network, &NetworkWatch::back, m_deliveries, &DeliveriesPresenter::lineIsBack);
    QTimer::singleShot(3s, this, [this] {
        m_network.begin();
        m_deliveries->deliverInBackground();
    });
}

void ShellPresenter::editProfiles()
{
    auto* dialog = new ProfilesDialog(loadProfiles(), capture::defaultProfiles(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTellsPaper(loadScanChoice().tellsPaper);
    connect(dialog, &ProfilesDialog::keepWanted, this,
            [this, dialog](const std::vector<capture::ScanProfile>& profiles) {
                if (const Status kept = saveProfiles(profiles); !kept) {
                    dialog->complain(wording::sentence(kept.error()));
                    return;
                }
                m_screens.papers->scanWays()->setProfiles(profiles);
                dialog->accept();
            });
    dialog->open();
}

void ShellPresenter::stop()
{
    m_minute.stop();
    m_desk->stop();
    m_papers->stop();
    m_deliveries->stop();
    m_settings->stop();
}

void ShellPresenter::refresh()
{
    m_soon.start();
}

void ShellPresenter::fetch()
{
    m_bench.journal.run(
        this, [this] { return factsOf(m_bench.workspace); },
        [this](const Result<ShellFacts>& facts) {
            if (!facts) {
                return;
            }
            m_status.unitCode = facts->settings.unit;
            m_status.unitName = facts->settings.unitName;
            m_status.officer = facts->settings.officer;
            m_status.workstation = facts->settings.workstation;
            m_status.workstations = facts->settings.workstations;
            m_status.waitingPapers = facts->counts.waiting;
            m_status.oldestWaiting = facts->oldest;
            m_status.alarmHours = facts->alarmHours;
            m_status.keyIsInFile = m_bench.workspace.keyIsInFile();
            m_window.setCounts(MainWindow::PapersPlace,
                               {facts->counts.toDigitize, static_cast<int>(facts->unfinished.size())});
            sayUnfinished(facts->unfinished);
            m_window.setCounts(MainWindow::DossiersPlace, {0, facts->counts.differing});
            m_screens.dossiers->setDiffering(facts->counts.differing);
            m_window.setCounts(MainWindow::DeliveriesPlace,
                               {facts->counts.waiting - facts->counts.failed, facts->counts.failed});
            m_window.setStatus(m_status, m_bench.workspace.clock().now());
        });
}

void ShellPresenter::sayUnfinished(const std::vector<workflow::UnfinishedSession>& stacks)
{
    const bool isStart = !m_fetched;
    m_fetched = true;
    if (stacks.empty() && !m_unfinishedSentence.isEmpty() &&
        m_window.notice()->sentence() == m_unfinishedSentence) {
        m_window.notice()->clear();
    }
    if (!isStart || stacks.empty()) {
        return;
    }
    const workflow::UnfinishedSession& stack = stacks.front();
    auto* look = new QAction(tr("Look at it"), this);
    look->setData(static_cast<int>(Icon::History));
    look->setIcon(icon(Icon::History));
    connect(look, &QAction::triggered, this, [this, target = stack.target] {
        m_window.notice()->clear();
        if (target) {
            m_papers->open(target->dossierUid);
        } // one for no dossier is offered there
        m_window.showScreen(MainWindow::PapersPlace);
    });
    m_unfinishedSentence =
        tr("A stack of papers was not closed when the program ended: %n side(s), scanned %1. All of "
           "them are kept.",
           nullptr, stack.sides)
            .arg(wording::dateTime(stack.startedAt));
    m_window.notice()->say(Tone::Warning, m_unfinishedSentence, look);
}

void ShellPresenter::shown(int place)
{
    switch (place) {
    case MainWindow::PapersPlace:
        m_papers->refresh();
        break;
    case MainWindow::DossiersPlace:
        m_dossiers->refresh();
        break;
    case MainWindow::DeliveriesPlace:
        m_deliveries->refresh();
        break;
    case MainWindow::RatesPlace:
        m_rates->refresh();
        break;
    case MainWindow::SettingsPlace:
        m_settings->refresh();
        break;
    default: // the desk shows what is typed there, nothing that could be out of date
        break;
    }
}

} // namespace sohoa::ui
