// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;

namespace sohoa::ui {

class ActionButton;
class EmptyState;

/// What the window shows until its home is open: name and symbol at once, words and a bar only when it takes
/// longer than a blink; then the screens, or why the home cannot be opened. Nothing is repaired or deleted
/// here.
class OpeningPage final : public QWidget
{
    Q_OBJECT

public:
    explicit OpeningPage(QWidget* parent = nullptr);

    void showOpening();
    /// @param folder of the home, as people read it
    /// @param detail for the administrator, in English
    /// @param asksForKey with a place for the recovery key
    void showFailure(const QString& sentence, const QString& folder, const QString& detail, bool asksForKey);
    /// Why it failed; empty while opening.
    [[nodiscard]] QString failure() const;

signals:
    void tryAgainWanted();
    void closeWanted();
    /// @param text as it was typed or pasted
    void keyEntered(const QString& text);

private:
    QWidget* makeFailure();
    QWidget* makeKeyRow();

    QTimer m_moment;
    QTimer m_long;
    QWidget* m_progress;
    QLabel* m_sentence;
    QProgressBar* m_bar;
    QWidget* m_failed;
    EmptyState* m_why;
    QLabel* m_detail;
    ActionButton* m_again = nullptr;
    QWidget* m_keyRow = nullptr;
    QLineEdit* m_key = nullptr;
};

} // namespace sohoa::ui
