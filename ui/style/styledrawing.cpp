// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/style/icons.h"
#include "ui/style/style.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

#include <cstdlib>

namespace sohoa::ui {

void Style::drawField(const QStyleOption& option, const QRect& rect, QPainter& painter) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool focused = option.state.testFlag(State_HasFocus);
    QColor border = enabled ? m_colours.controlBorder : m_colours.line;
    if (enabled && focused) {
        border = m_colours.focus;
    } else if (enabled && option.state.testFlag(State_MouseOver)) {
        border = m_colours.ink;
    }
    drawRounded(painter, rect, space::radius, enabled ? m_colours.surface : m_colours.window, border,
                focused ? 2 : 1);
}

void Style::drawButton(const QStyleOption& option, QPainter& painter) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool focused = option.state.testFlag(State_HasFocus);
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    const bool primary = button != nullptr && button->features.testFlag(QStyleOptionButton::DefaultButton);
    const bool down = option.state.testFlag(State_Sunken) || option.state.testFlag(State_On);
    const bool hovered = option.state.testFlag(State_MouseOver);
    QColor fill = m_colours.surface;
    QColor border = focused ? m_colours.focus : m_colours.controlBorder;
    if (!enabled) {
        fill = m_colours.window;
        border = m_colours.line;
    } else if (primary) {
        fill = down ? m_colours.primaryPressed : hovered ? m_colours.primaryHover : m_colours.primary;
        border = fill;
    } else if (down) {
        fill = m_colours.selection;
    } else if (hovered) {
        fill = m_colours.hover;
    }
    drawRounded(painter, option.rect, space::radius, fill, border, focused ? 2 : 1);
    if (enabled && primary && focused) {
        drawRounded(painter, QRectF(option.rect).adjusted(3, 3, -3, -3), space::radius - 2, QColor(),
                    m_colours.onPrimaryFocus, 2);
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    const bool enabled = option->state.testFlag(State_Enabled);
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(*option, *painter);
        return;
    case PE_PanelButtonTool: {
        const bool on = option->state.testFlag(State_On) || option->state.testFlag(State_Sunken);
        if (on || option->state.testFlag(State_MouseOver)) {
            drawRounded(*painter, option->rect, space::radius, on ? m_colours.selection : m_colours.hover);
        }
        if (option->state.testFlag(State_HasFocus)) {
            drawRounded(*painter, option->rect, space::radius, QColor(), m_colours.focus, 2);
        }
        return;
    }
    case PE_FrameDefaultButton:
        return;
    case PE_FrameFocusRect: {
        // Check boxes and radio buttons ask for it; fields and buttons draw their own ring.
        drawRounded(*painter, QRectF(option->rect).adjusted(-1, -1, 1, 1), space::xs, QColor(),
                    m_colours.focus, 2);
        return;
    }
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame != nullptr && frame->lineWidth > 0) {
            drawField(*option, option->rect, *painter);
        }
        return;
    }
    case PE_FrameLineEdit:
        return;
    case PE_Frame: {
        const bool focused = option->state.testFlag(State_HasFocus);
        drawRounded(*painter, option->rect, space::xs, QColor(), focused ? m_colours.focus : m_colours.line,
                    focused ? 2 : 1);
        return;
    }
    case PE_FrameGroupBox:
    case PE_FrameTabWidget:
    case PE_FrameTabBarBase:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: {
        const bool on = option->state.testFlag(State_On);
        const bool some = option->state.testFlag(State_NoChange);
        const QColor mark = enabled ? m_colours.primary : m_colours.inkMuted;
        drawRounded(*painter, option->rect, space::xs, on || some ? mark : m_colours.surface,
                    on || some ? mark : m_colours.controlBorder, on || some ? 1 : 1.5);
        if (on || some) {
            paintIcon(*painter, option->rect.adjusted(1, 1, -1, -1), on ? Icon::Check : Icon::Minus,
                      m_colours.onPrimary);
        }
        return;
    }
    case PE_IndicatorRadioButton: {
        const bool on = option->state.testFlag(State_On);
        const QColor mark = enabled ? m_colours.primary : m_colours.inkMuted;
        const qreal radius = option->rect.width() / 2.0;
        drawRounded(*painter, option->rect, radius, m_colours.surface, on ? mark : m_colours.controlBorder,
                    on ? 2 : 1.5);
        if (on) {
            drawRounded(*painter, QRectF(option->rect).adjusted(5, 5, -5, -5), radius, mark);
        }
        return;
    }
    case PE_IndicatorArrowDown:
        paintIcon(*painter, option->rect, Icon::ChevronDown, m_colours.inkMuted);
        return;
    case PE_IndicatorArrowUp:
        paintIcon(*painter, option->rect, Icon::ChevronUp, m_colours.inkMuted);
        return;
    case PE_IndicatorArrowRight:
        paintIcon(*painter, option->rect, Icon::ChevronRight, m_colours.inkMuted);
        return;
    case PE_IndicatorArrowLeft:
        paintIcon(*painter, option->rect, Icon::ChevronLeft, m_colours.inkMuted);
        return;
    case PE_PanelItemViewRow:
        return;
    case PE_PanelItemViewItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
        const bool selected = option->state.testFlag(State_Selected);
        const bool current = option->state.testFlag(State_HasFocus);
        if (selected || option->state.testFlag(State_MouseOver)) {
            painter->fillRect(option->rect, selected ? m_colours.selection : m_colours.hover);
        } else if (item != nullptr && item->backgroundBrush.style() != Qt::NoBrush) {
            painter->fillRect(option->rect, item->backgroundBrush);
        }
        if (selected && item != nullptr &&
            (item->viewItemPosition == QStyleOptionViewItem::Beginning ||
             item->viewItemPosition == QStyleOptionViewItem::OnlyOne ||
             item->viewItemPosition == QStyleOptionViewItem::Invalid)) {
            painter->fillRect(QRect(option->rect.topLeft(), QSize(3, option->rect.height())),
                              current ? m_colours.focus : m_colours.primary);
        }
        return;
    }
    case PE_IndicatorItemViewItemDrop:
        if (option->rect.height() == 0) { // between two rows
            painter->fillRect(option->rect.adjusted(0, -1, 0, 1), m_colours.primary);
        } else {
            drawRounded(*painter, option->rect, space::radius, QColor(), m_colours.primary, 2);
        }
        return;
    case PE_PanelTipLabel:
        drawRounded(*painter, option->rect, 0, m_colours.ink);
        return;
    case PE_PanelMenu:
    case PE_FrameMenu:
        drawRounded(*painter, option->rect, 0, element == PE_PanelMenu ? m_colours.surface : QColor(),
                    m_colours.controlBorder, 1);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawTab(const QStyleOption& option, QPainter& painter) const
{
    const bool selected = option.state.testFlag(State_Selected);
    const bool focused = option.state.testFlag(State_HasFocus);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), m_colours.line);
    if (!selected && option.state.testFlag(State_MouseOver)) {
        drawRounded(painter, QRectF(option.rect).adjusted(2, 2, -2, -4), space::radius, m_colours.hover);
    }
    if (selected) {
        drawRounded(painter,
                    QRectF(option.rect.left() + space::s, option.rect.bottom() - 2,
                           option.rect.width() - 2 * space::s, 3),
                    1.5, m_colours.primary);
    }
    if (focused) {
        drawRounded(painter, QRectF(option.rect).adjusted(2, 2, -2, -4), space::radius, QColor(),
                    m_colours.focus, 2);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    switch (element) {
    case CE_PushButtonLabel: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (button != nullptr && button->features.testFlag(QStyleOptionButton::DefaultButton) &&
            option->state.testFlag(State_Enabled)) {
            QStyleOptionButton copy = *button;
            copy.palette.setColor(QPalette::ButtonText, m_colours.onPrimary);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    }
    case CE_TabBarTabShape:
        drawTab(*option, *painter);
        return;
    case CE_TabBarTabLabel: {
        const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
        if (tab != nullptr) {
            const bool selected = option->state.testFlag(State_Selected);
            painter->setFont(fontOf(selected ? TextRole::Strong : TextRole::Body));
            painter->setPen(selected ? m_colours.primary : m_colours.inkMuted);
            painter->drawText(option->rect, Qt::AlignCenter | Qt::TextShowMnemonic, tab->text);
            return;
        }
        break;
    }
    case CE_HeaderSection:
        painter->fillRect(option->rect, m_colours.window);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          m_colours.line);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, m_colours.window);
        return;
    case CE_ProgressBarGroove:
        drawRounded(*painter, option->rect, option->rect.height() / 2.0, m_colours.sunken);
        return;
    case CE_ProgressBarContents: {
        const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
        if (bar == nullptr) {
            break;
        }
        QRectF rect = option->rect;
        if (bar->maximum > bar->minimum) {
            rect.setWidth(rect.width() * (bar->progress - bar->minimum) / (bar->maximum - bar->minimum));
        } else {
            const int phase = widget == nullptr ? 0 : widget->property(phaseProperty).toInt();
            const double way = std::abs(phase - phases / 2) / (phases / 2.0); // there and back
            rect.setWidth(rect.width() / 3);
            rect.moveLeft(option->rect.left() + way * (option->rect.width() - rect.width()));
        }
        if (rect.width() >= 1) {
            drawRounded(*painter, rect, option->rect.height() / 2.0, m_colours.primary);
        }
        return;
    }
    case CE_ProgressBarLabel:
    case CE_Splitter:
        return;
    case CE_ShapedFrame: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame != nullptr && (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine)) {
            const QRect rect = option->rect;
            painter->fillRect(frame->frameShape == QFrame::HLine
                                  ? QRect(rect.left(), rect.center().y(), rect.width(), 1)
                                  : QRect(rect.center().x(), rect.top(), 1, rect.height()),
                              m_colours.line);
            return;
        }
        break;
    }
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawScrollBar(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const
{
    painter.fillRect(option.rect, m_colours.surface);
    const QRect slider = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
    const bool active = option.state.testFlag(State_MouseOver) || option.state.testFlag(State_Sunken);
    const QColor colour =
        active ? m_colours.controlBorder : mixed(m_colours.controlBorder, m_colours.surface, 0.65);
    drawRounded(painter, QRectF(slider).adjusted(3, 3, -3, -3), 3, colour);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const
{
    switch (control) {
    case CC_ComboBox: {
        drawField(*option, option->rect, *painter);
        const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        QRect icon(0, 0, 16, 16);
        icon.moveCenter(arrow.center());
        paintIcon(*painter, icon.translated(-2, 0), Icon::ChevronDown,
                  option->state.testFlag(State_Enabled) ? m_colours.ink : m_colours.inkMuted);
        return;
    }
    case CC_SpinBox: {
        drawField(*option, option->rect, *painter);
        QRect up = subControlRect(control, option, SC_SpinBoxUp, widget);
        QRect down = subControlRect(control, option, SC_SpinBoxDown, widget);
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        if (spin != nullptr && spin->buttonSymbols == QAbstractSpinBox::NoButtons) {
            return;
        }
        const auto centred = [](const QRect& rect) {
            QRect icon(0, 0, 12, 12);
            icon.moveCenter(rect.center());
            return icon;
        };
        if (down.height() < option->rect.height() - 4) {
            paintIcon(*painter, centred(up), Icon::ChevronUp, m_colours.inkMuted);
        }
        paintIcon(*painter, centred(down), Icon::ChevronDown, m_colours.inkMuted);
        return;
    }
    case CC_ScrollBar:
        drawScrollBar(*option, *painter, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

} // namespace sohoa::ui
