// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/async/bench.h"
#include "ui/shell/statusline.h"
#include "ui/style/style.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace sohoa::ui {

class DeliveriesPresenter;
class DeskPresenter;
class DossiersPresenter;
class MainWindow;
class PapersPresenter;
class RatesPresenter;
class SettingsPresenter;

/// Builds the screens of an opened home into the window, and keeps counts and status bar true.
class ShellPresenter final : public QObject
{
    Q_OBJECT

public:
    ShellPresenter(MainWindow& window, const Bench& bench, QObject* parent = nullptr);

    /// Asks what is under way to end; the workers are to be joined before this object dies.
    void stop();

signals:
    void lookChosen(sohoa::ui::Look look);

private:
    /// Fetches counts and status; several calls in a row become one.
    void refresh();
    void fetch();
    void shown(int place);

    MainWindow& m_window;
    Bench m_bench;
    DeskPresenter* m_desk;
    PapersPresenter* m_papers;
    DossiersPresenter* m_dossiers;
    DeliveriesPresenter* m_deliveries;
    RatesPresenter* m_rates;
    SettingsPresenter* m_settings;
    ShellStatus m_status;
    QTimer m_soon;
    QTimer m_minute;
};

} // namespace sohoa::ui
