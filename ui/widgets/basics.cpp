// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/basics.h"

#include "ui/style/style.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QResizeEvent>

namespace sohoa::ui {

namespace {
constexpr int chipHeight = 22;
}

QLabel* makeLabel(const QString& text, TextRole role, bool muted, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setFont(fontOf(role));
    label->setTextFormat(Qt::PlainText);
    if (muted) {
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    return label;
}

ElidedLabel::ElidedLabel(const QString& text, TextRole role, QWidget* parent)
    : QLabel(parent)
{
    setFont(fontOf(role));
    setTextFormat(Qt::PlainText);
    setFullText(text);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {24, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::setFullText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    elide();
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::elide()
{
    const QString shown = fontMetrics().elidedText(m_text, Qt::ElideRight, std::max(width(), 24));
    if (shown != text()) {
        setText(shown);
    }
    setToolTip(shown == m_text ? QString() : m_text);
}

Card::Card(QWidget* parent)
    : QFrame(parent)
    , m_body(new QVBoxLayout(this))
{
    m_body->setContentsMargins(space::m, space::m, space::m, space::m);
    m_body->setSpacing(space::s);
}

Card::Card(const QString& heading, QWidget* parent)
    : Card(parent)
{
    m_headingLine = new QHBoxLayout;
    m_headingLine->setSpacing(space::s);
    m_headingLine->addWidget(makeLabel(heading, TextRole::Strong));
    m_headingLine->addStretch(1);
    m_body->addLayout(m_headingLine);
    setAccessibleName(heading);
}

void Card::addToHeading(QWidget* widget)
{
    m_headingLine->addWidget(widget);
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colours& colours = coloursOf(this);
    drawRounded(painter, rect(), space::cardRadius, colours.surface, colours.line, 1);
}

int chipWidth(const ChipText& chip)
{
    const QFontMetrics metrics(fontOf(TextRole::Caption));
    return space::s + (chip.symbol ? 14 + space::xs : 0) + metrics.horizontalAdvance(chip.text) + space::s;
}

int paintChip(QPainter& painter, int x, int middle, const ChipText& chip, const Colours& colours, int widest)
{
    const ToneColours tone = toneColours(colours, chip.tone);
    const int width = std::min(chipWidth(chip), widest);
    const QRect rect(x, middle - chipHeight / 2, width, chipHeight);
    drawRounded(painter, rect, chipHeight / 2.0, tone.soft);
    int text = x + space::s;
    if (chip.symbol) {
        paintIcon(painter, QRect(text - 1, rect.top(), 14, chipHeight), *chip.symbol, tone.ink);
        text += 14 + space::xs;
    }
    painter.save();
    painter.setFont(fontOf(TextRole::Caption));
    painter.setPen(tone.ink);
    const int room = rect.right() - space::s - text + 2;
    painter.drawText(QRect(text, rect.top(), room, chipHeight), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(chip.text, Qt::ElideRight, room));
    painter.restore();
    return width;
}

Chip::Chip(ChipText text, QWidget* parent)
    : QWidget(parent)
    , m_text(std::move(text))
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setAccessibleName(m_text.text);
    if (m_text.text.isEmpty()) {
        hide();
    }
}

void Chip::set(const ChipText& text)
{
    m_text = text;
    setAccessibleName(text.text);
    setVisible(!text.text.isEmpty());
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return {chipWidth(m_text), chipHeight};
}

QSize Chip::minimumSizeHint() const
{
    return {std::min(chipWidth(m_text), 60), chipHeight};
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintChip(painter, 0, height() / 2, m_text, coloursOf(this), width());
}

} // namespace sohoa::ui
