// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/program.h"

#include "ui/settings/enrolling.h"
#include "ui/settings/homesettings.h"
#include "ui/shell/firststart.h"
#include "ui/shell/homewindow.h"
#include "ui/tour/practicehome.h"
#include "ui/widgets/messages.h"
#include "wording/errors.h"
#include "workflow/workspace.h"

#include <QApplication>
#include <QDir>

namespace sohoa::ui {

using workflow::Workspace;

namespace {
/// The home could not be opened, or was never made.
constexpr int statusNoHome = 3;
} // namespace

Program::Program(QString folder, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_clock(clock)
    , m_worker(1)
{
    // Ends when this object says so: a window that closes may have work to end.
    QGuiApplication::setQuitOnLastWindowClosed(false);
}

Program::~Program()
{
    m_worker.join();
}

void Program::begin()
{
    if (Workspace::isHome(m_folder)) {
        addHome().open();
    } else {
        askFirst();
    }
}

void Program::askFirst()
{
    m_first = std::make_unique<FirstStart>(QDir::toNativeSeparators(m_folder + QStringLiteral("/warehouse")));
    connect(m_first.get(), &FirstStart::completed, this, &Program::makeHome);
    connect(m_first.get(), &FirstStart::enrolWanted, this, &Program::enrol);
    connect(m_first.get(), &FirstStart::practiceWanted, this, &Program::practise);
    connect(m_first.get(), &QDialog::rejected, this, [this] { leave(statusNoHome); });
    m_first->show();
}

void Program::makeHome(const UnitSettings& answers)
{
    m_first->setBusy(true);
    // A future's value must be copyable; the workspace is not.
    auto made = std::make_shared<Result<std::unique_ptr<Workspace>>>(nullptr);
    m_worker.run(
        m_first.get(),
        [made, folder = m_folder, settings = homeSettingsFrom(answers), &clock = m_clock] {
            *made = Workspace::create(folder, settings, clock);
            return true;
        },
        [this, made](bool) {
            m_first->setBusy(false);
            if (!*made) {
                m_first->notice()->say(Tone::Danger, wording::sentence(made->error()));
                return;
            }
            addHome().show(std::move(**made));
            m_first->hide();
            m_first.release()->deleteLater();
        });
}

void Program::enrol()
{
    auto* dialog = new EnrolDialog(EnrolDialog::Asks::Officer, m_first.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto made = std::make_shared<std::unique_ptr<Workspace>>();
    auto* enrolling = new Enrolling(
        *dialog, m_worker, m_clock,
        [made, folder = m_folder, &clock = m_clock](const dossier::Enrolment& enrolment,
                                                    const QString& officer) -> Status {
            SOHOA_ASSIGN(workflow::EnrolledHome home, workflow::enrolHome(folder, enrolment, officer, clock));
            *made = std::move(home.workspace);
            return {};
        });
    connect(enrolling, &Enrolling::done, this, [this, made] {
        addHome().show(std::move(*made));
        m_first->hide();
        m_first.release()->deleteLater();
    });
    dialog->open();
}

void Program::practise()
{
    if (m_practice) {
        m_practice->window().raise();
        m_practice->window().activateWindow();
        return;
    }
    m_practice =
        std::make_unique<HomeWindow>(practiceFolder(m_folder), m_clock, HomeWindow::Purpose::Practice);
    connect(m_practice.get(), &HomeWindow::lookChosen, this, &Program::lookChosen);
    connect(m_practice.get(), &HomeWindow::left, this, &Program::endPractice);
    m_practice->open();
    if (m_first) {
        m_first->hide();
    }
}

void Program::endPractice()
{
    // It is speaking just now.
    m_practice.release()->deleteLater();
    if (m_first) {
        m_first->show();
    }
}

HomeWindow& Program::addHome()
{
    m_home = std::make_unique<HomeWindow>(m_folder, m_clock);
    connect(m_home.get(), &HomeWindow::lookChosen, this, &Program::lookChosen);
    connect(m_home.get(), &HomeWindow::practiceWanted, this, &Program::practise);
    connect(m_home.get(), &HomeWindow::left, this, [this] { leave(m_home->isOpen() ? 0 : statusNoHome); });
    return *m_home;
}

void Program::leave(int status)
{
    QCoreApplication::exit(status);
}

} // namespace sohoa::ui
