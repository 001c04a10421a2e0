// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/shellpresenter.h"
#include "ui/tour/tourstep.h"

#include <QObject>

namespace sohoa::ui {

class TourPanel;

/// Leads through the clerk's whole task in a practice home: says the next step, notices when it was done, and
/// does it with the sample papers when asked.
class Tour final : public QObject
{
    Q_OBJECT

public:
    /// @param practice folder of the practice home
    Tour(TourPanel& panel, MainWindow& window, const Screens& screens, ShellPresenter& shell,
         QString practice, QObject* parent = nullptr);

    [[nodiscard]] TourStep step() const { return m_step; }
    /// From the first step.
    void begin();

private:
    void passed(TourStep step);
    void doStep();
    void bringPagesIn();
    void assignPages();

    TourPanel& m_panel;
    MainWindow& m_window;
    Screens m_screens;
    QString m_practice;
    QString m_dossierUid;
    TourStep m_step = TourStep::Card;
};

} // namespace sohoa::ui
