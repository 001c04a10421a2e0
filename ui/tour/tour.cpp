// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tour/tour.h"

#include "ui/deliveries/deliveriesscreen.h"
#include "ui/desk/deskscreen.h"
#include "ui/papers/papersscreen.h"
#include "ui/shell/mainwindow.h"
#include "ui/tour/practicehome.h"
#include "ui/tour/tourpanel.h"

#include <QAction>
#include <QFileInfo>

namespace sohoa::ui {

namespace {
/// Đăng ký khai sinh: what the sample papers are.
const QString sampleProcedure = QStringLiteral("1.001193");
} // namespace

Tour::Tour(TourPanel& panel, MainWindow& window, const Screens& screens, ShellPresenter& shell,
           QString practice, QObject* parent)
    : QObject(parent)
    , m_panel(panel)
    , m_window(window)
    , m_screens(screens)
    , m_practice(std::move(practice))
{
    connect(screens.desk, &DeskScreen::cardAccepted, this, [this] { passed(TourStep::Card); });
    connect(screens.desk, &DeskScreen::procedureChosen, this, [this] { passed(TourStep::Procedure); });
    connect(&shell, &ShellPresenter::dossierTakenIn, this, [this](const QString& uid) {
        m_dossierUid = uid;
        passed(TourStep::TakeIn);
    });
    connect(&shell, &ShellPresenter::pagesCame, this, [this] { passed(TourStep::Pages); });
    connect(screens.papers, &PapersScreen::allPagesGiven, this, [this] {
        if (m_step == TourStep::Assign) {
            passed(TourStep::Assign);
        }
    });
    connect(&shell, &ShellPresenter::papersMade, this, [this] { passed(TourStep::Finish); });
    connect(&shell, &ShellPresenter::delivered, this, [this] {
        if (m_step == TourStep::Deliver) {
            passed(TourStep::Deliver);
        }
    });
    connect(&window, &MainWindow::screenShown, this, [this](int place) {
        if (place == MainWindow::RatesPlace && m_step == TourStep::Rates) {
            passed(TourStep::Rates);
        }
    });
    connect(&panel, &TourPanel::helpWanted, this, &Tour::doStep);
    connect(&panel, &TourPanel::againWanted, this, &Tour::begin);
    begin();
}

void Tour::begin()
{
    m_step = TourStep::Card;
    m_panel.setStep(m_step);
    m_screens.desk->startOver();
    m_window.showScreen(MainWindow::DeskPlace);
}

void Tour::passed(TourStep step)
{
    if (step < m_step || m_step == TourStep::Done) {
        return;
    }
    m_step = static_cast<TourStep>(static_cast<int>(step) + 1);
    m_panel.setStep(m_step);
}

void Tour::doStep()
{
    switch (m_step) {
    case TourStep::Card:
        m_window.showScreen(MainWindow::DeskPlace);
        emit m_screens.desk->cardPictureGiven(sampleCard(m_practice));
        break;
    case TourStep::Procedure:
        m_window.showScreen(MainWindow::DeskPlace);
        emit m_screens.desk->procedureChosen(sampleProcedure, dossier::Channel::Direct);
        break;
    case TourStep::TakeIn:
        m_window.showScreen(MainWindow::DeskPlace);
        m_screens.desk->takeInAction()->trigger();
        break;
    case TourStep::Pages:
        bringPagesIn();
        break;
    case TourStep::Assign:
        assignPages();
        break;
    case TourStep::Finish:
        m_window.showScreen(MainWindow::PapersPlace);
        emit m_screens.papers->finishWanted();
        break;
    case TourStep::Deliver:
        m_window.showScreen(MainWindow::DeliveriesPlace);
        emit m_screens.deliveries->sendNowWanted();
        break;
    case TourStep::Rates:
        m_window.showScreen(MainWindow::RatesPlace);
        break;
    case TourStep::Done:
        break;
    }
}

void Tour::bringPagesIn()
{
    if (m_screens.papers->dossierUid() != m_dossierUid && !m_dossierUid.isEmpty()) {
        emit m_screens.desk->scanNowWanted(m_dossierUid);
    } else {
        m_window.showScreen(MainWindow::PapersPlace);
    }
    emit m_screens.papers->filesGiven({samplePages(m_practice)}, 0);
}

void Tour::assignPages()
{
    m_window.showScreen(MainWindow::PapersPlace);
    // The names of the sample pages begin with the number of their component.
    for (const int component : {1, 3, 6}) {
        QStringList uids;
        for (const dossier::Page& page : m_screens.papers->pages()) {
            if (page.state == dossier::PageState::Kept && page.component == 0 &&
                QFileInfo(page.source).fileName().startsWith(QString::number(component))) {
                uids.append(page.uid);
            }
        }
        if (!uids.isEmpty()) {
            emit m_screens.papers->assignWanted(uids, component);
        }
    }
}

} // namespace sohoa::ui
