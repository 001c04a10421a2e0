// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/deliveries/bundledialogs.h"

#include "ui/style/style.h"
#include "ui/widgets/basics.h"
#include "wording/bundles.h"
#include "wording/names.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace sohoa::ui {

namespace {

using namespace std::chrono_literals;

constexpr int dialogWidth = 620;
constexpr int codeLetters = 28;
/// Whoever uses the computer next must not find it.
constexpr auto inClipboard = 2min;

QLabel* sentence(const QString& text, TextRole role, bool muted = false)
{
    QLabel* label = makeLabel(text, role, muted);
    label->setWordWrap(true);
    return label;
}

QPushButton* addButton(QDialogButtonBox* buttons, const QString& text, QDialogButtonBox::ButtonRole role)
{
    QPushButton* button = buttons->addButton(text, role);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    return button;
}

} // namespace

BundleMadeDialog::BundleMadeDialog(const workflow::BundleExport& made, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Bundle to carry"));
    const QString name = QFileInfo(made.file).fileName();
    m_note = tr("Bundle: %1").arg(name) + u'\n' + tr("Code: %1").arg(made.code) + u'\n';
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(space::m);
    layout->addWidget(sentence(tr("The bundle is written and was read back: %1 papers, %2.")
                                   .arg(made.papers)
                                   .arg(wording::fileSize(made.bytes)),
                               TextRole::Strong));
    layout->addWidget(sentence(QDir::toNativeSeparators(made.file), TextRole::Caption, true));
    layout->addWidget(
        sentence(tr("Whoever takes it in must type this code. Write it down now: it is shown only "
                    "once and kept nowhere."),
                 TextRole::Body));
    auto* code = makeLabel(made.code, TextRole::Title);
    code->setAccessibleName(tr("Code: %1").arg(made.code));
    code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    code->setAlignment(Qt::AlignCenter);
    layout->addWidget(code);
    layout->addWidget(
        sentence(tr("Carry the paper with the code apart from the stick. What is in the bundle waits "
                    "here too until the warehouse has it; when a code is lost, make another bundle."),
                 TextRole::Caption, true));
    if (made.leftOut > 0) {
        layout->addWidget(sentence(tr("%n paper(s) could not be read and are not in the bundle. Tell your "
                                      "technician.",
                                      nullptr, made.leftOut),
                                   TextRole::Strong));
    }
    layout->addStretch(1);
    auto* buttons = new QDialogButtonBox;
    QPushButton* copyIt = addButton(buttons, tr("Copy the code"), QDialogButtonBox::ActionRole);
    connect(copyIt, &QPushButton::clicked, this, &BundleMadeDialog::copy);
    QPushButton* done = addButton(buttons, tr("I have written it down"), QDialogButtonBox::AcceptRole);
    done->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    layout->addWidget(buttons);
    done->setFocus();
    setMinimumWidth(dialogWidth);
}

void BundleMadeDialog::copy()
{
    QClipboard* clipboard = QGuiApplication::clipboard();
    clipboard->setText(m_note);
    QTimer::singleShot(inClipboard, clipboard, [clipboard, note = m_note] {
        if (clipboard->text() == note) {
            clipboard->clear();
        }
    });
}

BundleCodeDialog::BundleCodeDialog(const QString& file, const QString& complaint,
                                   std::function<bool(const QString&)> isCode, QWidget* parent)
    : QDialog(parent)
    , m_isCode(std::move(isCode))
    , m_code(new QLineEdit)
    , m_complaint(sentence(complaint, TextRole::Caption))
{
    setWindowTitle(tr("Take in a bundle"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(space::m);
    layout->addWidget(sentence(QFileInfo(file).fileName(), TextRole::Strong));
    layout->addWidget(
        sentence(tr("Type the code that was shown when the bundle was made: seven groups of four "
                    "letters and digits. Capitals, spaces and dashes do not matter."),
                 TextRole::Body));
    QLabel* label = makeLabel(tr("Code of the bundle"), TextRole::Caption, true);
    label->setBuddy(m_code);
    m_code->setAccessibleName(label->text());
    m_code->setPlaceholderText(QStringLiteral("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"));
    constexpr int mostLetters = 80;
    m_code->setMaxLength(mostLetters);
    auto* field = new QVBoxLayout;
    field->setSpacing(3);
    field->addWidget(label);
    field->addWidget(m_code);
    field->addWidget(m_complaint);
    layout->addLayout(field);
    layout->addStretch(1);
    auto* buttons = new QDialogButtonBox;
    m_open = addButton(buttons, tr("Take in"), QDialogButtonBox::AcceptRole);
    m_open->setDefault(true);
    m_open->setEnabled(false);
    addButton(buttons, tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(m_code, &QLineEdit::textChanged, this, &BundleCodeDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        accept();
        emit codeEntered(m_code->text());
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    m_code->setFocus();
    setMinimumWidth(dialogWidth);
}

void BundleCodeDialog::check()
{
    const bool isCode = m_isCode(m_code->text());
    m_open->setEnabled(isCode);
    QString typed = m_code->text();
    typed.remove(u' ').remove(u'-');
    m_complaint->setText(isCode || typed.size() < codeLetters
                             ? QString()
                             : tr("This is not a code: compare it letter by letter with the paper."));
}

} // namespace sohoa::ui
