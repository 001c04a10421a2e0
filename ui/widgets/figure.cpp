// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/figure.h"

#include "ui/style/style.h"
#include "ui/widgets/basics.h"

#include <QPainter>
#include <QVBoxLayout>

namespace sohoa::ui {

Figure::Figure(const QString& name, QWidget* parent)
    : QFrame(parent)
    , m_name(makeLabel(name, TextRole::Caption, true))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::m, space::s, space::m, space::s);
    layout->addWidget(m_name);
    layout->addSpacing(26);
    setFixedHeight(66);
}

void Figure::set(const QString& value, Tone tone)
{
    m_value = value;
    m_tone = tone;
    setAccessibleName(QStringLiteral("%1: %2").arg(m_name->text(), value));
    update();
}

QString Figure::value() const
{
    return m_value;
}

void Figure::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colours& colours = coloursOf(this);
    drawRounded(painter, rect(), space::cardRadius, colours.surface, colours.line, 1);
    painter.setFont(fontOf(TextRole::Title));
    painter.setPen(m_tone == Tone::Neutral ? colours.ink : toneColours(colours, m_tone).ink);
    const QRect room(space::m, 28, width() - 2 * space::m, 30);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_value, Qt::ElideRight, room.width()));
}

} // namespace sohoa::ui
