// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/messages.h"

#include "ui/style/style.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/basics.h"

#include <QAccessible>
#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QVBoxLayout>

#include <chrono>

namespace sohoa::ui {

namespace {

constexpr int symbolRoom = 44;

Icon symbolFor(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
    case Tone::Info:
        return Icon::Info;
    case Tone::Success:
        return Icon::CheckCircle;
    case Tone::Warning:
        return Icon::Warning;
    case Tone::Danger:
        return Icon::Error;
    }
    return Icon::Info;
}

void announce(QWidget* widget)
{
    QAccessibleEvent event(widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace

Notice::Notice(QWidget* parent)
    : QFrame(parent)
    , m_sentence(makeLabel({}, TextRole::Body))
    , m_actions(new QVBoxLayout)
{
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(symbolRoom, space::xs, space::xs, space::xs);
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumHeight(space::compactHeight);
    line->addWidget(m_sentence, 1);
    line->addLayout(m_actions);
    // Not added to a widget: the screen answers the key, so that it works wherever the focus is.
    auto* close = new QAction(tr("Close this message"), this);
    close->setData(static_cast<int>(Icon::Close));
    close->setShortcut(QKeySequence(Qt::Key_Escape));
    connect(close, &QAction::triggered, this, &Notice::clear);
    m_close = new ActionButton(close, ActionButton::Kind::Compact);
    line->addWidget(m_close, 0, Qt::AlignTop);
    hide();
}

QString Notice::sentence() const
{
    return isHidden() ? QString() : m_sentence->text();
}

void Notice::say(Tone tone, const QString& sentence, QAction* action)
{
    m_tone = tone;
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    while (QLayoutItem* item = m_actions->takeAt(0)) {
        // Later: the button may be what was pressed just now.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    if (action != nullptr) {
        m_actions->addWidget(new ActionButton(action, ActionButton::Kind::Secondary));
    }
    show();
    update();
    announce(this);
}

void Notice::clear()
{
    hide();
}

void Notice::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const ToneColours tone = toneColours(coloursOf(this), m_tone);
    drawRounded(painter, rect(), space::radius, tone.soft, tone.ink, 1);
    paintIcon(painter, QRect(space::m, 0, space::icon, height()), symbolFor(m_tone), tone.ink);
}

Toast::Toast(QWidget* window)
    : QFrame(window)
    , m_sentence(makeLabel({}, TextRole::Strong))
{
    using namespace std::chrono_literals;
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(symbolRoom, space::m, space::l, space::m);
    line->addWidget(m_sentence);
    m_timer.setSingleShot(true);
    m_timer.setInterval(5s);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    window->installEventFilter(this);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

QString Toast::sentence() const
{
    return m_sentence->text();
}

void Toast::say(Tone tone, const QString& sentence)
{
    m_tone = tone;
    m_sentence->setText(sentence);
    const Colours& colours = coloursOf(this);
    QPalette inverted = palette();
    inverted.setColor(QPalette::WindowText, colours.surface);
    m_sentence->setPalette(inverted);
    setAccessibleName(sentence);
    adjustSize();
    place();
    show();
    raise();
    m_timer.start();
    announce(this);
}

void Toast::place()
{
    const QWidget* window = parentWidget();
    move((window->width() - width()) / 2, window->height() - height() - 44);
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colours& colours = coloursOf(this);
    drawRounded(painter, rect(), space::cardRadius, colours.ink);
    paintIcon(painter, QRect(space::l, 0, space::icon, height()), symbolFor(m_tone), colours.surface);
}

EmptyState::EmptyState(Icon symbol, const QString& heading, const QString& sentence, QWidget* parent)
    : QWidget(parent)
    , m_symbol(symbol)
    , m_heading(makeLabel(heading, TextRole::Heading))
    , m_sentence(makeLabel(sentence, TextRole::Body, true))
    , m_layout(new QVBoxLayout(this))
{
    m_heading->setAlignment(Qt::AlignHCenter);
    m_heading->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter);
    m_sentence->setWordWrap(true);
    m_layout->setContentsMargins(space::xl, space::m, space::xl, space::m);
    m_layout->addStretch(2);
    m_layout->addSpacing(64);
    m_layout->addWidget(m_heading);
    m_layout->addWidget(m_sentence);
    m_layout->addStretch(3);
}

void EmptyState::set(Icon symbol, const QString& heading, const QString& sentence, Tone tone)
{
    m_symbol = symbol;
    m_tone = tone;
    m_heading->setText(heading);
    m_sentence->setText(sentence);
    update();
}

void EmptyState::offer(QAction* action)
{
    m_layout->insertSpacing(m_layout->count() - 1, space::s);
    m_layout->insertWidget(m_layout->count() - 1, new ActionButton(action, ActionButton::Kind::Secondary), 0,
                           Qt::AlignHCenter);
}

void EmptyState::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colours& colours = coloursOf(this);
    const ToneColours tone = toneColours(colours, m_tone);
    const QRect circle((width() - 56) / 2, m_heading->geometry().top() - 68, 56, 56);
    drawRounded(painter, circle, 28, tone.soft);
    paintIcon(painter, circle.adjusted(14, 14, -14, -14), m_symbol,
              m_tone == Tone::Neutral ? colours.inkMuted : tone.ink);
}

namespace {
constexpr std::chrono::milliseconds pulse(150);
} // namespace

BusyLine::BusyLine(QWidget* parent)
    : QFrame(parent)
    , m_sentence(makeLabel({}, TextRole::Body))
    , m_bar(new QProgressBar)
{
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(space::m, space::xs, space::xs, space::xs);
    m_bar->setFixedHeight(8);
    m_bar->setMinimumWidth(120);
    m_bar->setTextVisible(false);
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    line->addWidget(m_sentence, 2);
    line->addWidget(m_bar, 1);
    connect(&m_pulse, &QTimer::timeout, this, [this] {
        const int phase = m_bar->property(phaseProperty).toInt();
        m_bar->setProperty(phaseProperty, (phase + 1) % phases);
        m_bar->update();
    });
    m_cancel = new QAction(tr("Cancel"), this); // the screen answers its key, as for Notice
    m_cancel->setData(static_cast<int>(Icon::Stop));
    m_cancel->setShortcut(QKeySequence(Qt::Key_Escape));
    connect(m_cancel, &QAction::triggered, this, [this] {
        m_cancel->setEnabled(false);
        m_sentence->setText(tr("Stopping…"));
        emit cancelled();
    });
    auto* button = new ActionButton(m_cancel, ActionButton::Kind::Quiet);
    line->addWidget(button);
    hide();
}

void BusyLine::show(const QString& sentence, int done, int total)
{
    if (!m_busy) {
        m_cancel->setEnabled(true);
        m_busy = true;
    }
    if (m_cancel->isEnabled()) {
        m_sentence->setText(sentence);
    }
    m_bar->setAccessibleName(sentence);
    m_bar->setRange(0, total);
    m_bar->setValue(done);
    if (total > 0) {
        m_pulse.stop();
    } else if (!m_pulse.isActive()) {
        m_pulse.start(pulse);
    }
    QFrame::show();
}

void BusyLine::finish()
{
    m_busy = false;
    m_pulse.stop();
    hide();
}

void BusyLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colours& colours = coloursOf(this);
    drawRounded(painter, rect(), space::radius, colours.infoSoft);
}

} // namespace sohoa::ui
