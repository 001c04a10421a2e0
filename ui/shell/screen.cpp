// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/screen.h"

#include "ui/widgets/basics.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace sohoa::ui {

Screen::Screen(const QString& title, Icon symbol, QWidget* parent)
    : QWidget(parent)
    , m_title(title)
    , m_symbol(symbol)
    , m_header(new QHBoxLayout)
    , m_subtitle(new ElidedLabel({}, TextRole::Body))
    , m_notice(new Notice)
    , m_busy(new BusyLine)
    , m_content(new QVBoxLayout)
{
    setAccessibleName(title);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::m, space::l, space::m);
    layout->setSpacing(space::s);
    m_header->setSpacing(space::s);
    m_header->addStrut(primaryHeight); // titles stand at one height, with and without buttons
    m_header->addWidget(makeLabel(title, TextRole::Title));
    m_header->addSpacing(space::s);
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    m_header->addWidget(m_subtitle, 1);
    layout->addLayout(m_header);
    layout->addWidget(m_notice);
    layout->addWidget(m_busy);
    m_content->setSpacing(space::s);
    layout->addLayout(m_content, 1);
}

void Screen::setSubtitle(const QString& text)
{
    m_subtitle->setFullText(text);
}

ActionButton* Screen::addHeaderButton(QAction* action, ActionButton::Kind kind)
{
    auto* button = new ActionButton(action, kind);
    m_header->addWidget(button);
    return button;
}

void Screen::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
        if (m_busy->isBusy()) {
            m_busy->cancelAction()->trigger();
            return;
        }
        if (m_notice->isVisible()) {
            m_notice->clear();
            return;
        }
    }
    QWidget::keyPressEvent(event);
}

} // namespace sohoa::ui
