// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/sheetkeycard.h"

#include "ui/style/icons.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/basics.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sohoa::ui {

SheetKeyCard::SheetKeyCard(QWidget* screen)
    : QWidget(screen)
    , m_state(makeLabel({}, TextRole::Body))
    , m_entry(new QLineEdit)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(tr("Separator sheets"));
    layout->addWidget(card);
    QAction* copy = makeAction(screen, tr("Copy this computer's key"), Icon::Copy,
                               QKeySequence(QStringLiteral("Ctrl+K")));
    connect(copy, &QAction::triggered, this, [this] {
        if (isEnabled()) {
            emit copyWanted();
        }
    });
    card->addToHeading(new ActionButton(copy, ActionButton::Kind::Quiet));
    m_state->setWordWrap(true);
    card->body()->addWidget(m_state);

    const QString name = tr("Key of another computer of the unit");
    const QString hint =
        tr("Computers with one key take each other's sheets. Give it only to computers of this unit: "
           "whoever has it can print sheets that count as yours.");
    QLabel* label = makeLabel(name, TextRole::Caption, true);
    label->setBuddy(m_entry);
    m_entry->setAccessibleName(name);
    m_entry->setAccessibleDescription(hint);
    m_entry->setMaxLength(120);
    m_entry->setPlaceholderText(QStringLiteral("XXXX-XXXX-…"));
    auto* use = new QAction(icon(Icon::Check), tr("Use this key"), this);
    use->setData(static_cast<int>(Icon::Check));
    use->setEnabled(false);
    connect(use, &QAction::triggered, this, &SheetKeyCard::enter);
    connect(m_entry, &QLineEdit::returnPressed, this, &SheetKeyCard::enter);
    connect(m_entry, &QLineEdit::textChanged, use,
            [use](const QString& text) { use->setEnabled(!text.trimmed().isEmpty()); });
    auto* line = new QHBoxLayout;
    line->setSpacing(space::s);
    line->addWidget(m_entry, 1);
    line->addWidget(new ActionButton(use, ActionButton::Kind::Secondary));
    auto* column = new QVBoxLayout;
    column->setSpacing(3);
    column->addWidget(label);
    column->addLayout(line);
    QLabel* below = makeLabel(hint, TextRole::Caption, true);
    below->setWordWrap(true);
    column->addWidget(below);
    card->body()->addLayout(column);
}

void SheetKeyCard::set(const SheetKeyShown& shown)
{
    QString text = shown.isEntered ? tr("Signed with the key %1 that was entered here.")
                                   : tr("Signed with this computer's own key %1.");
    text = text.arg(shown.fingerprint);
    if (shown.known > 1) {
        text += QLatin1Char(' ') + tr("Sheets of %n key(s) count here.", nullptr, shown.known);
    }
    m_state->setText(text);
}

void SheetKeyCard::clearEntry()
{
    m_entry->clear();
}

void SheetKeyCard::askAgain()
{
    m_entry->setFocus();
    m_entry->selectAll();
}

void SheetKeyCard::enter()
{
    if (const QString text = m_entry->text().trimmed(); !text.isEmpty()) {
        emit keyEntered(text);
    }
}

} // namespace sohoa::ui
