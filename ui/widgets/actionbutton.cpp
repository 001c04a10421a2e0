// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/actionbutton.h"

#include "ui/style/style.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>

namespace sohoa::ui {

namespace {

constexpr int keyPadding = 6;

QFont keyFont()
{
    QFont font = fontOf(TextRole::Caption);
    font.setPixelSize(11);
    font.setWeight(QFont::Medium);
    return font;
}

} // namespace

QAction* makeAction(QWidget* owner, const QString& name, Icon symbol, const QKeySequence& key)
{
    auto* action = new QAction(name, owner);
    action->setData(static_cast<int>(symbol));
    action->setIcon(icon(symbol));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    owner->addAction(action);
    return action;
}

Icon symbolOf(const QAction* action)
{
    return static_cast<Icon>(action->data().toInt());
}

QString keyName(const QKeySequence& key)
{
    QString text = key.toString(QKeySequence::NativeText);
    text.replace(QStringLiteral("Return"), QStringLiteral("Enter"));
    return text;
}

ActionButton::ActionButton(QAction* action, Kind kind, QWidget* parent)
    : QPushButton(parent)
    , m_action(action)
    , m_kind(kind)
{
    setFont(fontOf(kind == Kind::Primary || kind == Kind::Secondary ? TextRole::Strong : TextRole::Body));
    setCursor(Qt::PointingHandCursor);
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    connect(m_action, &QAction::changed, this, &ActionButton::follow);
    connect(this, &QPushButton::clicked, m_action, [this] { m_action->trigger(); });
    follow();
}

void ActionButton::setKeyShown(bool shown)
{
    m_keyShown = shown;
    updateGeometry();
    update();
}

QString ActionButton::keyText() const
{
    return m_keyShown && m_kind != Kind::Compact ? keyName(m_action->shortcut()) : QString();
}

void ActionButton::follow()
{
    const QString key = keyName(m_action->shortcut());
    const QString name = m_action->text();
    setText(name);
    enableAsTheAction();
    if (m_shown != m_action->isVisible()) {
        m_shown = m_action->isVisible();
        setVisible(m_shown);
    }
    setAccessibleName(name);
    setAccessibleDescription(m_action->statusTip());
    setToolTip(key.isEmpty() ? name : QStringLiteral("%1  (%2)").arg(name, key));
    updateGeometry();
    update();
}

void ActionButton::enableAsTheAction()
{
    // Qt would hand the focus of a disabled button to the next widget there is, outside the screen perhaps,
    // where the screen's keys are not heard.
    auto* owner = qobject_cast<QWidget*>(m_action->parent());
    if (!m_action->isEnabled() && hasFocus() && owner != nullptr) {
        m_lentFocus = true;
        owner->setFocus(Qt::OtherFocusReason);
    }
    setEnabled(m_action->isEnabled());
    if (isEnabled() && m_lentFocus) {
        m_lentFocus = false;
        if (owner != nullptr && owner->hasFocus()) {
            setFocus(Qt::OtherFocusReason);
        }
    }
}

QSize ActionButton::sizeHint() const
{
    if (m_kind == Kind::Compact) {
        return {space::controlHeight, space::controlHeight};
    }
    int width = space::m + space::icon + space::s + fontMetrics().horizontalAdvance(text()) + space::m;
    if (const QString key = keyText(); !key.isEmpty()) {
        width += space::s + QFontMetrics(keyFont()).horizontalAdvance(key) + 2 * keyPadding;
    }
    return {width, m_kind == Kind::Primary ? primaryHeight : space::controlHeight};
}

QSize ActionButton::minimumSizeHint() const
{
    return sizeHint();
}

void ActionButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        event->accept();
        return;
    }
    QPushButton::keyPressEvent(event);
}

void ActionButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colours& colours = coloursOf(this);
    const bool primary = m_kind == Kind::Primary;
    QColor fill;
    QColor border;
    QColor ink = colours.ink;
    if (!isEnabled()) {
        ink = palette().color(QPalette::Disabled, QPalette::ButtonText);
        border = m_kind == Kind::Secondary || primary ? colours.line : QColor();
        fill = primary ? colours.neutralSoft : QColor();
    } else if (primary) {
        fill = isDown() ? colours.primaryPressed : underMouse() ? colours.primaryHover : colours.primary;
        ink = colours.onPrimary;
    } else {
        const bool isOn = m_action->isCheckable() && m_action->isChecked();
        fill = isDown() || isOn            ? colours.selection
               : underMouse()              ? colours.hover
               : m_kind == Kind::Secondary ? colours.surface
                                           : QColor();
        border = isOn ? colours.primary : m_kind == Kind::Secondary ? colours.controlBorder : QColor();
    }
    drawRounded(painter, rect(), space::radius, fill, border, border.isValid() ? 1 : 0);
    if (hasFocus()) {
        drawRounded(painter, primary ? QRectF(rect()).adjusted(3, 3, -3, -3) : QRectF(rect()),
                    primary ? space::radius - 2 : space::radius, QColor(),
                    primary ? colours.onPrimaryFocus : colours.focus, 2);
    }
    if (m_kind == Kind::Compact) {
        paintIcon(painter, rect().adjusted(7, 7, -7, -7), symbolOf(m_action), ink);
        return;
    }
    const QString key = keyText();
    int content = space::icon + space::s + fontMetrics().horizontalAdvance(text());
    const int keyWidth = key.isEmpty() ? 0 : QFontMetrics(keyFont()).horizontalAdvance(key) + 2 * keyPadding;
    if (keyWidth > 0) {
        content += space::s + keyWidth;
    }
    int x = std::max<int>(space::m, (width() - content) / 2);
    paintIcon(painter, QRect(x, 0, space::icon, height()), symbolOf(m_action), ink);
    x += space::icon + space::s;
    const int room = width() - x - space::m - (keyWidth > 0 ? keyWidth + space::s : 0);
    painter.setPen(ink);
    painter.setFont(font());
    painter.drawText(QRect(x, 0, room, height()), Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(text(), Qt::ElideRight, room + 1));
    if (keyWidth > 0) {
        const int textWidth = std::min(room, fontMetrics().horizontalAdvance(text()));
        const QRectF cap(x + textWidth + space::s, height() / 2.0 - 9.5, keyWidth, 19);
        const QColor ground = fill.isValid() ? fill : colours.surface;
        drawRounded(painter, cap, space::xs, mixed(ink, ground, 0.10), mixed(ink, ground, 0.35), 1);
        painter.setFont(keyFont());
        painter.setPen(isEnabled() ? mixed(ink, ground, 0.92) : ink);
        painter.drawText(cap, Qt::AlignCenter, key);
    }
}

} // namespace sohoa::ui
