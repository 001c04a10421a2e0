// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/notedialog.h"

#include "ui/widgets/basics.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace sohoa::ui {

NoteDialog::NoteDialog(const QString& name, const dossier::Page& page, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Page with a note"));
    const bool isCopy = !page.withoutNoteOf.isEmpty();
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(space::m);
    const auto say = [layout](const QString& sentence, TextRole role, bool muted) {
        QLabel* label = makeLabel(sentence, role, muted);
        label->setWordWrap(true);
        layout->addWidget(label);
    };
    if (isCopy) {
        say(tr("%1 is the copy without the note. The page with the note stands before it.").arg(name),
            TextRole::Body, false);
    } else {
        say(tr("%1 has a note stuck on it: it is copied twice, with the note and without (Circular "
               "01/2023/TT-VPCP).")
                .arg(name),
            TextRole::Body, false);
        say(tr("Take the note off, put the page into the scanner, side to be scanned as before, and press "
               "Enter. "
               "The new copy comes right behind this page."),
            TextRole::Strong, false);
        say(tr("From a file: choose Later, add the file, select both pages, then press G."),
            TextRole::Caption, true);
    }
    layout->addStretch(1);
    auto* buttons = new QDialogButtonBox;
    const auto add = [buttons](const QString& text, QDialogButtonBox::ButtonRole role) {
        QPushButton* button = buttons->addButton(text, role);
        button->setAccessibleName(text);
        button->setAutoDefault(false);
        return button;
    };
    QPushButton* none =
        add(isCopy ? tr("It is no such copy") : tr("There is no note"), QDialogButtonBox::ResetRole);
    connect(none, &QPushButton::clicked, this, [this] {
        emit noNote();
        reject();
    });
    QPushButton* first = nullptr;
    if (isCopy) {
        first = add(tr("Close"), QDialogButtonBox::RejectRole);
    } else {
        first = add(tr("Scan without the note"), QDialogButtonBox::AcceptRole);
        add(tr("Later"), QDialogButtonBox::RejectRole);
    }
    first->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        accept();
        emit scanWanted();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    first->setFocus(); // now that it belongs to this window
    setMinimumWidth(520);
}

} // namespace sohoa::ui
