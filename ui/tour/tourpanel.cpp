// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tour/tourpanel.h"

#include "ui/style/style.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/basics.h"

#include <QAccessible>
#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace sohoa::ui {

namespace {
/// Below this width the sentence needs the room of a button's name.
constexpr int roomyFrom = 940;
} // namespace

TourPanel::TourPanel(QWidget* window)
    : m_badge(new QWidget)
    , m_title(makeLabel({}, TextRole::Strong))
    , m_sentence(makeLabel({}, TextRole::Body))
    , m_help(makeAction(window, tr("Do it for me"), Icon::Check, QKeySequence(Qt::Key_F12)))
    , m_leave(
          makeAction(window, tr("End the practice"), Icon::Close, QKeySequence(QStringLiteral("Ctrl+F12"))))
{
    connect(m_help, &QAction::triggered, this,
            [this] { m_step == TourStep::Done ? emit againWanted() : emit helpWanted(); });
    connect(m_leave, &QAction::triggered, this, &TourPanel::leaveWanted);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(space::m, space::s, space::s, space::s);
    line->setSpacing(space::m);
    m_badge->setFixedSize(QFontMetrics(fontOf(TextRole::Strong)).horizontalAdvance(tr("PRACTICE")) +
                              2 * space::m,
                          space::compactHeight);
    line->addWidget(m_badge, 0, Qt::AlignVCenter);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    m_sentence->setWordWrap(true);
    words->addWidget(m_title);
    words->addWidget(m_sentence);
    line->addLayout(words, 1);
    line->addWidget(new ActionButton(m_help, ActionButton::Kind::Secondary));
    m_leaveByName = new ActionButton(m_leave, ActionButton::Kind::Quiet);
    m_leaveBySymbol = new ActionButton(m_leave, ActionButton::Kind::Compact);
    line->addWidget(m_leaveByName);
    line->addWidget(m_leaveBySymbol);
    m_leaveBySymbol->hide();
    setStep(TourStep::Card);
}

QString TourPanel::sentence() const
{
    return m_sentence->text();
}

void TourPanel::setStep(TourStep step)
{
    m_step = step;
    QString name;
    QString how;
    switch (step) {
    case TourStep::Card:
        name = tr("Read the citizen card");
        how = tr("At a real counter the reader types the card's code into the first field. F12 uses the "
                 "sample card.");
        break;
    case TourStep::Procedure:
        name = tr("Find the procedure");
        how = tr("Press F3, write \"khai sinh\" without tone marks, then Enter.");
        break;
    case TourStep::TakeIn:
        name = tr("Take the dossier in");
        how = tr("The list says what to do with each component. Space notes one as shown. F9 takes the "
                 "dossier in.");
        break;
    case TourStep::Pages:
        name = tr("Bring the pages in");
        how = tr("F10 goes on to digitizing. There F6 scans and Ctrl+O adds files. F12 brings in the sample "
                 "papers.");
        break;
    case TourStep::Assign:
        name = tr("Give the pages to the components");
        how = tr("Choose a page with the arrow keys, press the digit of its component: the form 1, the birth "
                 "notice 3, the letter of authority 6.");
        break;
    case TourStep::Finish:
        name = tr("Finish the papers");
        how = tr("F10 makes one PDF/A of each component and checks it.");
        break;
    case TourStep::Deliver:
        name = tr("Send to the warehouse");
        how = tr("Ctrl+4, then F5. A paper counts as stored once the warehouse has confirmed it. Practice "
                 "has a warehouse of its own.");
        break;
    case TourStep::Rates:
        name = tr("See the rates");
        how = tr("Ctrl+5 shows the indicators. Alt and a digit lists the dossiers behind a number.");
        break;
    case TourStep::Done:
        name = tr("That was the whole task");
        how = tr("Look around as you like. Nothing here reaches the province. Ctrl+F12 ends the practice.");
        break;
    }
    m_help->setText(step == TourStep::Done ? tr("Once more") : tr("Do it for me"));
    m_title->setText(step == TourStep::Done
                         ? name
                         : tr("Step %1 of %2: %3").arg(static_cast<int>(step) + 1).arg(tourSteps).arg(name));
    m_sentence->setText(how);
    setAccessibleName(m_title->text());
    setAccessibleDescription(how);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void TourPanel::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    m_leaveByName->setVisible(width() >= roomyFrom);
    m_leaveBySymbol->setVisible(width() < roomyFrom);
}

void TourPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const ToneColours tone = toneColours(coloursOf(this), Tone::Warning);
    painter.fillRect(rect(), tone.soft);
    painter.fillRect(QRect(0, height() - 2, width(), 2), tone.ink);
    drawRounded(painter, m_badge->geometry(), space::radius, tone.ink);
    painter.setPen(tone.soft);
    painter.setFont(fontOf(TextRole::Strong));
    painter.drawText(m_badge->geometry(), Qt::AlignCenter, tr("PRACTICE"));
}

} // namespace sohoa::ui
