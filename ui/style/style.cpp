// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/style/style.h"

#include "ui/style/icons.h"

#include <QEvent>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

namespace sohoa::ui {

void drawRounded(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill,
                 const QColor& border, qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.setPen(width > 0 ? QPen(border, width) : QPen(Qt::NoPen));
    const qreal inset = width / 2;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

Style::Style(Look look)
    : QProxyStyle(QStringLiteral("fusion"))
{
    // Qt 6.4 has no word for the system's colour scheme: the platform's own palette tells.
    const QPalette system = QGuiApplication::palette();
    m_systemIsDark =
        system.color(QPalette::Window).lightness() < system.color(QPalette::WindowText).lightness();
    setLook(look);
}

void Style::setLook(Look look)
{
    const bool dark = look == Look::Dark || (look == Look::System && m_systemIsDark);
    m_colours = dark ? darkColours() : lightColours();
    m_palette = paletteOf(m_colours);
}

QPalette Style::standardPalette() const
{
    return m_palette;
}

void Style::polish(QPalette& palette)
{
    palette = m_palette;
}

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (widget->inherits("QAbstractButton") || widget->inherits("QComboBox") ||
        widget->inherits("QLineEdit") || widget->inherits("QAbstractSpinBox") ||
        widget->inherits("QScrollBar") || widget->inherits("QTabBar")) {
        widget->setAttribute(Qt::WA_Hover);
    }
    if (widget->inherits("QComboBox") || widget->inherits("QAbstractSpinBox")) {
        widget->setFocusPolicy(Qt::StrongFocus); // not by the wheel
        widget->installEventFilter(this);
    }
}

bool Style::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Wheel && !static_cast<const QWidget*>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QProxyStyle::eventFilter(watched, event);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return space::m;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return space::s;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 36;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 18;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return space::s;
    case PM_ButtonMargin:
        return space::l;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return space::icon;
    case PM_SplitterWidth:
    case PM_HeaderMargin:
        return space::s;
    case PM_FocusFrameHMargin:
        return 7; // also the room beside the text of table cells
    case PM_FocusFrameVMargin:
        return 2;
    case PM_MenuPanelWidth:
    case PM_DefaultFrameWidth:
        return 1;
    case PM_TabBarTabHSpace:
        return space::xl;
    case PM_TabBarTabVSpace:
        return space::m;
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_Widget_Animate:
    case SH_ScrollBar_Transient:
        return 0;
    case SH_UnderlineShortcut:
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_DialogButtonLayout:
    case SH_DialogButtonBox_ButtonsHaveIcons: // the system's own would not match
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        result.setHeight(std::max(result.height(), space::controlHeight));
        break;
    case CT_LineEdit:
    case CT_SpinBox:
        result.setHeight(space::controlHeight);
        break;
    case CT_ComboBox:
        result = QSize(result.width() + space::l, space::controlHeight);
        break;
    case CT_ItemViewItem:
    case CT_MenuItem:
    case CT_HeaderSection:
        result.setHeight(std::max(result.height(), space::controlHeight));
        break;
    case CT_CheckBox:
    case CT_RadioButton:
        result.setHeight(std::max(result.height(), space::compactHeight));
        break;
    default:
        break;
    }
    return result;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                            const QWidget* widget) const
{
    if (control == CC_ComboBox) {
        const QRect rect = option->rect;
        switch (sub) {
        case SC_ComboBoxEditField:
            return visualRect(option->direction, rect,
                              rect.adjusted(space::s, 1, -space::xl - space::xs, -1));
        case SC_ComboBoxArrow:
            return visualRect(option->direction, rect,
                              QRect(rect.right() - space::xl, rect.top(), space::xl, rect.height()));
        default:
            break;
        }
    }
    if (control == CC_SpinBox && sub == SC_SpinBoxEditField) {
        // Its text begins where that of the other fields does.
        return QProxyStyle::subControlRect(control, option, sub, widget).adjusted(space::s - 5, 0, 0, 0);
    }
    if (control == CC_ScrollBar && (sub == SC_ScrollBarAddLine || sub == SC_ScrollBarSubLine)) {
        return {};
    }
    if (control == CC_ScrollBar && sub == SC_ScrollBarGroove) {
        return option->rect;
    }
    if (control == CC_ScrollBar) {
        // Without the two buttons Fusion reserves room for, the slider's range is the whole groove.
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (bar != nullptr) {
            const bool upright = bar->orientation == Qt::Vertical;
            const int length = upright ? bar->rect.height() : bar->rect.width();
            const int range = bar->maximum - bar->minimum;
            int slider = length;
            if (range > 0) {
                slider =
                    static_cast<int>(static_cast<qint64>(bar->pageStep) * length / (range + bar->pageStep));
                slider = std::min(length, std::max(slider, pixelMetric(PM_ScrollBarSliderMin, bar, widget)));
            }
            const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                      length - slider, bar->upsideDown);
            const auto along = [&](int from, int extent) {
                return upright ? QRect(bar->rect.x(), bar->rect.y() + from, bar->rect.width(), extent)
                               : QRect(bar->rect.x() + from, bar->rect.y(), extent, bar->rect.height());
            };
            switch (sub) {
            case SC_ScrollBarSlider:
                return along(start, slider);
            case SC_ScrollBarSubPage:
                return along(0, start);
            case SC_ScrollBarAddPage:
                return along(start + slider, length - start - slider);
            default:
                break;
            }
        }
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_LineEditContents) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame != nullptr && frame->lineWidth > 0) {
            return option->rect.adjusted(space::s - 2, 1, -space::s + 2, -1);
        }
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

} // namespace sohoa::ui
