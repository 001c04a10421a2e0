// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/style/icons.h"
#include "ui/style/tokens.h"

#include <QFrame>
#include <QTimer>

class QAction;
class QLabel;
class QProgressBar;
class QVBoxLayout;

namespace sohoa::ui {

class ActionButton;

/// A line inside a page that says what is the matter: symbol, sentence, what one can do, and a way to close
/// it. Screen readers hear it when it appears.
class Notice final : public QFrame
{
    Q_OBJECT

public:
    explicit Notice(QWidget* parent = nullptr);
    /// @param action what the clerk can do about it; may be null
    void say(Tone tone, const QString& sentence, QAction* action = nullptr);
    void clear();
    [[nodiscard]] QString sentence() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone = Tone::Info;
    QLabel* m_sentence;
    QVBoxLayout* m_actions;
    ActionButton* m_close;
};

/// A short word over the lower edge of the window that goes by itself; for what went well.
class Toast final : public QFrame
{
    Q_OBJECT

public:
    explicit Toast(QWidget* window);
    void say(Tone tone, const QString& sentence);
    [[nodiscard]] QString sentence() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    Tone m_tone = Tone::Success;
    QLabel* m_sentence;
    QTimer m_timer;
};

/// What stands where a list would be, had it anything to show: why it is empty and what to do.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(Icon symbol, const QString& heading, const QString& sentence, QWidget* parent = nullptr);
    void set(Icon symbol, const QString& heading, const QString& sentence, Tone tone = Tone::Neutral);
    /// Offers an action under the sentence.
    void offer(QAction* action);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Icon m_symbol;
    Tone m_tone = Tone::Neutral;
    QLabel* m_heading;
    QLabel* m_sentence;
    QVBoxLayout* m_layout;
};

/// Progress of a long piece of work, with its cancel button.
class BusyLine final : public QFrame
{
    Q_OBJECT

public:
    explicit BusyLine(QWidget* parent = nullptr);
    /// @param total 0 when the end cannot be known
    void show(const QString& sentence, int done, int total);
    void finish();
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QAction* cancelAction() const { return m_cancel; }

signals:
    void cancelled();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_sentence;
    QProgressBar* m_bar;
    QAction* m_cancel;
    QTimer m_pulse; ///< moves the bar while the end cannot be known: the program is alive
    bool m_busy = false;
};

} // namespace sohoa::ui
