// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/dropveil.h"

#include "ui/style/icons.h"
#include "ui/style/style.h"

#include <QPainter>

namespace sohoa::ui {

namespace {
constexpr int symbolSide = 40;
/// Below this height the sentence stands alone, in one line.
constexpr int symbolFrom = 120;
} // namespace

DropVeil::DropVeil(QWidget* parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFont(fontOf(TextRole::Strong));
    hide();
}

void DropVeil::show(const QRect& place, const QString& sentence)
{
    m_sentence = sentence;
    setAccessibleName(sentence);
    setGeometry(place);
    raise();
    QWidget::show();
    update();
}

void DropVeil::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours& colours = coloursOf(this);
    QColor ground = colours.selection;
    ground.setAlphaF(0.94F);
    painter.setBrush(ground);
    painter.setPen(QPen(colours.primary, 2, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), space::radius, space::radius);
    QRect words = rect().adjusted(space::s, 0, -space::s, 0);
    if (height() >= symbolFrom) {
        const QRect symbol((width() - symbolSide) / 2, height() / 2 - symbolSide - space::s, symbolSide,
                           symbolSide);
        paintIcon(painter, symbol, Icon::FilePlus, colours.primary);
        words.setTop(height() / 2);
        painter.setPen(colours.ink);
        painter.drawText(words, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_sentence);
        return;
    }
    painter.setPen(colours.ink);
    painter.drawText(words, Qt::AlignCenter,
                     fontMetrics().elidedText(m_sentence, Qt::ElideRight, words.width()));
}

} // namespace sohoa::ui
