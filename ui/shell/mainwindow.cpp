// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/mainwindow.h"

#include "ui/shell/keysdialog.h"
#include "ui/shell/openingpage.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sohoa::ui {

namespace {
/// Below this width the navigation shows symbols only. 1366 pixels at 125 % are 1093: names still fit.
constexpr int narrowBelow = 1060;
} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
    , m_body(new QStackedWidget)
    , m_opening(new OpeningPage)
    , m_right(new QVBoxLayout)
    , m_navigation(new Navigation)
    , m_notice(new Notice)
    , m_stack(new QStackedWidget)
    , m_status(new StatusLine)
    , m_toast(nullptr)
{
    setWindowTitle(tr("Số hóa Một cửa"));
    setWindowIcon(applicationIcon());
    setMinimumSize(860, 460);
    auto* centre = new QWidget;
    auto* across = new QHBoxLayout(centre);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(m_navigation);
    m_right->setSpacing(0);
    auto* above = new QHBoxLayout;
    above->setContentsMargins(space::l, space::s, space::l, 0);
    above->addWidget(m_notice);
    m_right->addLayout(above);
    m_right->addWidget(m_stack, 1);
    m_right->addWidget(m_status);
    across->addLayout(m_right, 1);
    m_body->addWidget(centre);
    m_body->addWidget(m_opening);
    setCentralWidget(m_body);
    m_toast = new Toast(this);
    connect(m_navigation, &Navigation::chosen, this, &MainWindow::showScreen);
    QAction* keys = makeAction(this, tr("Keys and help"), Icon::Help, QKeySequence(Qt::Key_F1));
    connect(keys, &QAction::triggered, this, &MainWindow::showKeys);
    m_navigation->addFooter(keys);
    QAction* leave = makeAction(this, tr("Leave the program"), Icon::Close, QKeySequence::Quit);
    if (leave->shortcut().isEmpty()) {
        leave->setShortcut(QKeySequence(QStringLiteral("Ctrl+Q")));
    }
    connect(leave, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::showOpeningPage()
{
    m_body->setCurrentWidget(m_opening);
}

void MainWindow::setStrip(QWidget* strip)
{
    m_right->insertWidget(0, strip);
}

void MainWindow::offerPractice()
{
    m_practice = makeAction(this, tr("Practise with sample papers"), Icon::Pen,
                            QKeySequence(QStringLiteral("Ctrl+F1")));
    connect(m_practice, &QAction::triggered, this, &MainWindow::practiceWanted);
}

void MainWindow::addScreen(Screen* screen)
{
    const int place = static_cast<int>(m_screens.size());
    const QKeySequence key(QStringLiteral("Ctrl+%1").arg(place + 1));
    QAction* action = makeAction(this, screen->title(), screen->symbol(), key);
    connect(action, &QAction::triggered, this, [this, place] {
        if (m_body->currentWidget() != m_opening) {
            showScreen(place);
        }
    });
    m_navigation->addEntry(screen->symbol(), screen->title(), keyName(key));
    m_screens.push_back(screen);
    m_stack->addWidget(screen);
    connect(screen, &Screen::wantsToast, this, &MainWindow::say);
    if (place == 0) {
        m_navigation->setCurrent(0);
    }
}

Screen* MainWindow::currentScreen() const
{
    return m_screens.at(static_cast<std::size_t>(m_stack->currentIndex()));
}

void MainWindow::showScreen(int place)
{
    m_body->setCurrentIndex(0);
    m_stack->setCurrentIndex(place);
    m_navigation->setCurrent(place);
    if (QWidget* entrance = currentScreen()->entrance()) {
        entrance->setFocus(Qt::TabFocusReason);
    }
    emit screenShown(place);
}

void MainWindow::setCounts(int place, NavigationCounts counts)
{
    m_navigation->setCounts(place, counts);
}

void MainWindow::setStatus(const ShellStatus& status, const QDateTime& now)
{
    m_status->set(status, now);
}

void MainWindow::say(Tone tone, const QString& sentence)
{
    m_toast->say(tone, sentence);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_navigation->setNarrow(width() < narrowBelow);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    QMainWindow::closeEvent(event);
    // What is still under way may take a while to end; nobody has to look at it.
    hide();
    emit left();
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_notice->isVisible()) {
        m_notice->clear();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::showKeys()
{
    if (m_screens.empty()) {
        return;
    }
    auto* dialog =
        new KeysDialog(currentScreen()->title(), currentScreen()->actions(), actions(), m_practice, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace sohoa::ui
