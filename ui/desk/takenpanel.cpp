// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/desk/takenpanel.h"

#include "ui/style/style.h"
#include "ui/text/format.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/basics.h"
#include "wording/names.h"

#include <QAction>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace sohoa::ui {

TakenPanel::TakenPanel(QWidget* parent)
    : QWidget(parent)
    , m_code(makeLabel({}, TextRole::Display))
    , m_who(makeLabel({}, TextRole::Heading))
    , m_what(makeLabel({}, TextRole::Body, true))
    , m_provisional(makeLabel({}, TextRole::Body))
    , m_due(new Chip)
    , m_toScan(new Chip)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addStretch(1);
    auto* card = new Card;
    card->setMaximumWidth(720);
    card->body()->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    card->body()->setSpacing(space::m);
    auto* done = new Chip({Tone::Success, tr("Taken in"), Icon::CheckCircle});
    card->body()->addWidget(done, 0, Qt::AlignLeft);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_code->setFocusPolicy(Qt::NoFocus);
    card->body()->addWidget(m_code);
    card->body()->addWidget(m_who);
    m_what->setWordWrap(true);
    card->body()->addWidget(m_what);
    m_provisional->setWordWrap(true);
    card->body()->addWidget(m_provisional);
    auto* chips = new QHBoxLayout;
    chips->addWidget(m_due);
    chips->addWidget(m_toScan);
    chips->addStretch(1);
    card->body()->addLayout(chips);
    m_scanNow = makeAction(this, tr("Scan now"), Icon::Scanner, QKeySequence(Qt::Key_F10));
    connect(m_scanNow, &QAction::triggered, this, [this] { emit scanNowWanted(m_uid); });
    QAction* next = makeAction(this, tr("Next person"), Icon::Person, QKeySequence(Qt::Key_F8));
    connect(next, &QAction::triggered, this, &TakenPanel::nextWanted);
    auto* buttons = new QHBoxLayout;
    m_scan = new ActionButton(m_scanNow, ActionButton::Kind::Primary);
    buttons->addWidget(m_scan);
    m_nextButton = new ActionButton(next, ActionButton::Kind::Secondary);
    buttons->addWidget(m_nextButton);
    buttons->addStretch(1);
    card->body()->addSpacing(space::s);
    card->body()->addLayout(buttons);
    auto* centre = new QHBoxLayout;
    centre->addStretch(1);
    centre->addWidget(card, 10);
    centre->addStretch(1);
    outer->addLayout(centre);
    outer->addStretch(2);
}

QWidget* TakenPanel::entrance() const
{
    return m_scanNow->isEnabled() ? m_scan : m_nextButton;
}

void TakenPanel::set(const workflow::DossierFile& taken)
{
    const dossier::Dossier& dossier = taken.dossier;
    m_uid = dossier.uid;
    m_code->setText(dossier.code);
    m_who->setText(dossier.applicant.fullName);
    m_what->setText(dossier.procedureName);
    m_provisional->setText(
        tr("This number is provisional: this workstation has no number range yet. Enter the "
           "workstation in the settings."));
    m_provisional->setVisible(dossier.provisional);
    m_due->set(
        dossier.dueAt
            ? ChipText{Tone::Info, tr("Result due %1").arg(wording::dateTime(*dossier.dueAt)), Icon::Calendar}
            : ChipText{Tone::Neutral, tr("No due date"), Icon::Calendar});
    const auto toScan = std::count_if(taken.components.begin(), taken.components.end(),
                                      [](const dossier::Component& component) {
                                          return component.duty == dossier::Duty::Scan &&
                                                 component.state == dossier::ComponentState::Missing;
                                      });
    m_toScan->set(toScan > 0 ? ChipText{Tone::Warning,
                                        tr("%n component(s) to scan", nullptr, static_cast<int>(toScan)),
                                        Icon::Scanner}
                             : ChipText{Tone::Success, tr("Nothing to scan"), Icon::CheckCircle});
    m_scanNow->setEnabled(toScan > 0);
}

} // namespace sohoa::ui
