// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/enroldialog.h"

#include "ui/style/icons.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/filedialogs.h"
#include "ui/widgets/messages.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sohoa::ui {

namespace {

constexpr int dialogWidth = 620;
constexpr int dialogHeight = 480; // so that nothing moves when what is offered appears
constexpr int mostLetters =
    70'000; // a little more than an enrolment may have, so that too long ones are told

} // namespace

EnrolDialog::EnrolDialog(Asks asks, QWidget* parent)
    : QDialog(parent)
    , m_notice(new Notice)
    , m_text(new QLineEdit)
    , m_officer(new QLineEdit)
    , m_lines(makeLabel({}, TextRole::Strong))
{
    setWindowTitle(tr("Enrol this workstation"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::l, space::xl, space::l);
    layout->setSpacing(space::m);
    QLabel* sentence =
        makeLabel(tr("The province gives each computer a small file, or a QR code on paper. Choose the "
                     "file, or read the code with the handheld reader."),
                  TextRole::Body);
    sentence->setWordWrap(true);
    layout->addWidget(sentence);
    layout->addWidget(m_notice);
    m_choose = makeAction(this, tr("Choose the file"), Icon::Folder, QKeySequence(QStringLiteral("Ctrl+O")));
    connect(m_choose, &QAction::triggered, this, [this] {
        askForFile(this, tr("Enrolment file"), tr("Enrolment (*.json *.txt);;All files (*)"),
                   [this](const QString& path) { emit fileChosen(path); });
    });
    const auto field = [layout](const QString& name, QLineEdit* edit, QWidget* beside) {
        QLabel* label = makeLabel(name, TextRole::Caption, true);
        label->setBuddy(edit);
        edit->setAccessibleName(name);
        auto* column = new QVBoxLayout;
        column->setSpacing(3);
        column->addWidget(label);
        auto* line = new QHBoxLayout;
        line->addWidget(edit, 1);
        if (beside != nullptr) {
            line->addWidget(beside);
        }
        column->addLayout(line);
        layout->addLayout(column);
    };
    // Keys are in it: nobody behind the clerk is to read along, and no typing program to learn it.
    m_text->setEchoMode(QLineEdit::Password);
    m_text->setMaxLength(mostLetters);
    m_text->setPlaceholderText(tr("read the QR code here, or paste the text, then Enter"));
    field(tr("Text of the QR code"), m_text, new ActionButton(m_choose, ActionButton::Kind::Secondary));
    connect(m_text, &QLineEdit::returnPressed, this, [this] {
        if (const QString text = m_text->text().trimmed(); !text.isEmpty()) {
            m_text->clear();
            emit textEntered(text);
        }
    });
    if (asks == Asks::Officer) {
        m_officer->setPlaceholderText(tr("full name"));
        field(tr("Officer who works at this computer"), m_officer, nullptr);
    }
    m_lines->setWordWrap(true);
    m_lines->setTextFormat(Qt::PlainText);
    layout->addWidget(m_lines);
    layout->addStretch(1);
    m_agree = makeAction(this, tr("Enrol"), Icon::Check, QKeySequence(QStringLiteral("Ctrl+Return")));
    connect(m_agree, &QAction::triggered, this, &EnrolDialog::agreed);
    QAction* leave = makeAction(this, tr("Cancel"), Icon::Close, QKeySequence(Qt::Key_Escape));
    connect(leave, &QAction::triggered, this, &QDialog::reject);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(new ActionButton(leave, ActionButton::Kind::Secondary));
    bottom->addStretch(1);
    bottom->addWidget(new ActionButton(m_agree, ActionButton::Kind::Primary));
    layout->addLayout(bottom);
    setMinimumSize(dialogWidth, dialogHeight);
    setOffered(false);
    m_text->setFocus();
}

void EnrolDialog::setOffered(bool offered)
{
    m_lines->setVisible(offered);
    m_agree->setEnabled(offered);
}

void EnrolDialog::setBusy(const QString& sentence)
{
    m_agree->setEnabled(false);
    m_choose->setEnabled(false);
    m_text->setEnabled(false);
    m_notice->say(Tone::Info, sentence);
}

void EnrolDialog::complain(const QString& sentence)
{
    m_choose->setEnabled(true);
    m_text->setEnabled(true);
    setOffered(false);
    m_notice->say(Tone::Danger, sentence);
    m_text->setFocus();
}

void EnrolDialog::offer(const QStringList& lines, Tone tone, const QString& note)
{
    m_choose->setEnabled(true);
    m_text->setEnabled(true);
    m_lines->setText(lines.join(u'\n'));
    m_lines->setAccessibleName(m_lines->text());
    m_lines->setMinimumHeight(m_lines->heightForWidth(dialogWidth - 2 * space::xl));
    setOffered(true);
    m_notice->say(tone, note);
    m_officer->setFocus();
}

QString EnrolDialog::officer() const
{
    return m_officer->text().simplified();
}

} // namespace sohoa::ui
