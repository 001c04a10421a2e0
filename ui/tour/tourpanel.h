// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/tour/tourstep.h"

#include <QFrame>

class QAction;
class QLabel;

namespace sohoa::ui {

/// The strip over a practice window: that this is practice, which step of the task comes next, which key does
/// it. F12 lets the program do the step with the sample papers, Ctrl+F12 ends the practice.
class TourPanel final : public QFrame
{
    Q_OBJECT

public:
    /// @param window whose keys F12 and Ctrl+F12 are
    explicit TourPanel(QWidget* window);
    void setStep(TourStep step);
    [[nodiscard]] TourStep step() const { return m_step; }
    [[nodiscard]] QString sentence() const;

signals:
    void helpWanted();
    void againWanted();
    void leaveWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    TourStep m_step = TourStep::Card;
    QWidget* m_badge; ///< the place of the word, which is drawn
    QLabel* m_title;
    QLabel* m_sentence;
    QAction* m_help;
    QAction* m_leave;
    QWidget* m_leaveByName;
    QWidget* m_leaveBySymbol;
};

} // namespace sohoa::ui
