// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/openingpage.h"

#include "ui/style/icons.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/messages.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QStackedLayout>

#include <chrono>

namespace sohoa::ui {

using namespace std::chrono_literals;

OpeningPage::OpeningPage(QWidget* parent)
    : QWidget(parent)
    , m_progress(new QWidget)
    , m_sentence(makeLabel({}, TextRole::Body, true))
    , m_bar(new QProgressBar)
    , m_failed(new QWidget)
    , m_why(new EmptyState(Icon::Error, tr("The data cannot be opened"), {}))
    , m_detail(makeLabel({}, TextRole::Caption, true))
{
    auto* layout = new QVBoxLayout(m_progress);
    layout->setSpacing(space::m);
    auto* picture = new QLabel;
    picture->setPixmap(applicationIcon().pixmap(72, 72));
    auto* name = makeLabel(QStringLiteral("Số hóa Một cửa"), TextRole::Title);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(220, 6);
    // Places are kept for what comes later, so that nothing moves.
    for (QWidget* late : {static_cast<QWidget*>(m_bar), static_cast<QWidget*>(m_sentence)}) {
        QSizePolicy policy = late->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        late->setSizePolicy(policy);
    }
    m_sentence->setAlignment(Qt::AlignHCenter);
    m_sentence->setMinimumHeight(space::controlHeight);
    layout->addStretch(2);
    layout->addWidget(picture, 0, Qt::AlignHCenter);
    layout->addWidget(name, 0, Qt::AlignHCenter);
    layout->addWidget(m_bar, 0, Qt::AlignHCenter);
    layout->addWidget(m_sentence, 0, Qt::AlignHCenter);
    layout->addStretch(3);

    auto* pages = new QStackedLayout(this);
    pages->addWidget(m_progress);
    pages->addWidget(makeFailure());
    for (QTimer* timer : {&m_moment, &m_long}) {
        timer->setSingleShot(true);
    }
    connect(&m_moment, &QTimer::timeout, this, [this] {
        m_bar->show();
        m_sentence->setText(tr("Opening the data…"));
        m_sentence->show();
    });
    connect(&m_long, &QTimer::timeout, this, [this] {
        m_sentence->setText(tr("Checking the data. The more dossiers there are, the longer it takes."));
    });
    showOpening();
}

QWidget* OpeningPage::makeFailure()
{
    auto* layout = new QVBoxLayout(m_failed);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    QAction* again = makeAction(m_failed, tr("Try again"), Icon::Refresh, QKeySequence(Qt::Key_F5));
    connect(again, &QAction::triggered, this, &OpeningPage::tryAgainWanted);
    QAction* close = makeAction(m_failed, tr("Close"), Icon::Close, QKeySequence(Qt::Key_Escape));
    connect(close, &QAction::triggered, this, &OpeningPage::closeWanted);
    auto* buttons = new QHBoxLayout;
    m_again = new ActionButton(again, ActionButton::Kind::Primary);
    buttons->addStretch(1);
    buttons->addWidget(m_again);
    buttons->addWidget(new ActionButton(close, ActionButton::Kind::Secondary));
    buttons->addStretch(1);
    m_detail->setWordWrap(true);
    m_detail->setAlignment(Qt::AlignHCenter);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addStretch(1);
    layout->addWidget(m_why);
    m_keyRow = makeKeyRow();
    layout->addWidget(m_keyRow);
    layout->addLayout(buttons);
    layout->addWidget(m_detail);
    layout->addStretch(2);
    return m_failed;
}

QWidget* OpeningPage::makeKeyRow()
{
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, space::s);
    m_key = new QLineEdit;
    m_key->setAccessibleName(tr("Recovery key"));
    m_key->setPlaceholderText(tr("Recovery key, as it was printed"));
    m_key->setMinimumWidth(460);
    m_key->setMaxLength(400);
    QAction* enter = makeAction(m_key, tr("Open with this key"), Icon::Key, {});
    enter->setEnabled(false);
    connect(m_key, &QLineEdit::textChanged, enter,
            [enter](const QString& text) { enter->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_key, &QLineEdit::returnPressed, enter, &QAction::trigger);
    connect(enter, &QAction::triggered, this, [this] { emit keyEntered(m_key->text()); });
    line->addStretch(1);
    line->addWidget(m_key);
    line->addWidget(new ActionButton(enter, ActionButton::Kind::Secondary));
    line->addStretch(1);
    return row;
}

void OpeningPage::showOpening()
{
    m_bar->hide();
    m_sentence->hide();
    m_moment.start(400ms);
    m_long.start(8s);
    static_cast<QStackedLayout*>(layout())->setCurrentWidget(m_progress);
}

void OpeningPage::showFailure(const QString& sentence, const QString& folder, const QString& detail,
                              bool asksForKey)
{
    m_moment.stop();
    m_long.stop();
    m_why->set(
        Icon::Error, tr("The data cannot be opened"),
        QStringLiteral("%1\n%2").arg(sentence, tr("Folder of the data: %1 (left as it was)").arg(folder)),
        Tone::Danger);
    m_detail->setText(tr("For the administrator: %1").arg(detail));
    m_failed->setAccessibleName(sentence);
    static_cast<QStackedLayout*>(layout())->setCurrentWidget(m_failed);
    m_keyRow->setVisible(asksForKey);
    if (asksForKey) {
        m_key->setFocus();
    } else {
        m_key->clear();
        m_again->setFocus();
    }
}

QString OpeningPage::failure() const
{
    return static_cast<const QStackedLayout*>(layout())->currentWidget() == m_failed
               ? m_failed->accessibleName()
               : QString();
}

} // namespace sohoa::ui
