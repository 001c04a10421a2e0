// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/keysdialog.h"

#include "ui/widgets/actionbutton.h"
#include "ui/widgets/basics.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sohoa::ui {

namespace {

QWidget* keyColumn(const QString& heading, const QList<QAction*>& actions)
{
    auto* card = new Card(heading);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(6);
    int row = 0;
    for (const QAction* action : actions) {
        if (action->shortcut().isEmpty() || !action->isVisible()) {
            continue;
        }
        QLabel* key = makeLabel(keyName(action->shortcut()), TextRole::Strong);
        QLabel* name = makeLabel(action->text(), TextRole::Body);
        name->setWordWrap(true);
        grid->addWidget(key, row, 0, Qt::AlignTop);
        grid->addWidget(name, row, 1);
        ++row;
    }
    grid->setColumnStretch(1, 1);
    card->body()->addLayout(grid);
    card->body()->addStretch(1);
    return card;
}

} // namespace

KeysDialog::KeysDialog(const QString& screen, const QList<QAction*>& screenActions,
                       const QList<QAction*>& windowActions, QAction* practice, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys and help"));
    auto* layout = new QVBoxLayout(this);
    auto* columns = new QWidget;
    auto* across = new QHBoxLayout(columns);
    across->setContentsMargins(0, 0, 0, 0);
    across->addWidget(keyColumn(screen, screenActions), 1);
    across->addWidget(keyColumn(tr("Everywhere"), windowActions), 1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(columns);
    scroll->setAccessibleName(windowTitle());
    layout->addWidget(scroll, 1);
    auto* buttons = new QDialogButtonBox;
    if (practice != nullptr) {
        QPushButton* practise = buttons->addButton(practice->text(), QDialogButtonBox::HelpRole);
        practise->setAccessibleName(practice->text());
        practise->setIcon(practice->icon());
        practise->setAutoDefault(false);
        connect(practise, &QPushButton::clicked, this, [this, practice] {
            accept();
            practice->trigger();
        });
    }
    QPushButton* close = buttons->addButton(tr("Close"), QDialogButtonBox::AcceptRole);
    close->setAccessibleName(close->text());
    close->setDefault(true);
    close->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    layout->addWidget(buttons);
    resize(760, 440);
}

} // namespace sohoa::ui
