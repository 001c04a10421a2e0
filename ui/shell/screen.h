// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/style/icons.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/messages.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace sohoa::ui {

class ElidedLabel;

/// What every screen has: a title line with the one primary action at its right end, a place for a notice, a
/// line for long work, and the content. Esc cancels the work, else closes the notice.
class Screen : public QWidget
{
    Q_OBJECT

public:
    Screen(const QString& title, Icon symbol, QWidget* parent = nullptr);

    [[nodiscard]] const QString& title() const { return m_title; }
    [[nodiscard]] Icon symbol() const { return m_symbol; }
    [[nodiscard]] Notice* notice() const { return m_notice; }
    [[nodiscard]] BusyLine* busy() const { return m_busy; }
    /// The widget that gets the focus when the screen is shown.
    [[nodiscard]] virtual QWidget* entrance() = 0;

    void setSubtitle(const QString& text);

signals:
    /// Said by the shell over whatever screen is shown.
    void wantsToast(sohoa::ui::Tone tone, const QString& sentence);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    /// Right end of the title line, from left to right.
    ActionButton* addHeaderButton(QAction* action, ActionButton::Kind kind);
    [[nodiscard]] QVBoxLayout* content() const { return m_content; }

private:
    QString m_title;
    Icon m_symbol;
    QHBoxLayout* m_header;
    ElidedLabel* m_subtitle;
    Notice* m_notice;
    BusyLine* m_busy;
    QVBoxLayout* m_content;
};

} // namespace sohoa::ui
