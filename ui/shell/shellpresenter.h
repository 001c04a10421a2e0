// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/async/bench.h"
#include "ui/async/networkwatch.h"
#include "ui/shell/statusline.h"
#include "ui/style/style.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace sohoa::workflow {
struct UnfinishedSession;
}

namespace sohoa::ui {

class DeliveriesPresenter;
class DeliveriesScreen;
class DeskPresenter;
class DeskScreen;
class DossiersPresenter;
class DossiersScreen;
class MainWindow;
class PapersPresenter;
class PapersScreen;
class RatesPresenter;
class RatesScreen;
class SettingsPresenter;
class SettingsScreen;

/// The screens of a window, which owns them.
struct Screens
{
    DeskScreen* desk = nullptr;
    PapersScreen* papers = nullptr;
    DossiersScreen* dossiers = nullptr;
    DeliveriesScreen* deliveries = nullptr;
    RatesScreen* rates = nullptr;
    SettingsScreen* settings = nullptr;
};

/// Lets the screens work on an opened home, and keeps counts and status bar true.
class ShellPresenter final : public QObject
{
    Q_OBJECT

public:
    ShellPresenter(MainWindow& window, const Screens& screens, const Bench& bench, QObject* parent = nullptr);

    /// Asks what is under way to end; the workers are to be joined before this object dies.
    void stop();

signals:
    void lookChosen(sohoa::ui::Look look);
    // Steps of the clerk's task, when they are done.
    void dossierTakenIn(const QString& dossierUid);
    void pagesCame();
    void papersMade();
    /// The warehouse answered a delivery.
    void delivered();

private:
    /// Fetches counts and status; several calls in a row become one.
    void refresh();
    void fetch();
    void shown(int place);
    void editProfiles();
    /// At the start: says which stack was left open, and leads there.
    void sayUnfinished(const std::vector<workflow::UnfinishedSession>& stacks);

    MainWindow& m_window;
    Screens m_screens;
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
    NetworkWatch m_network;
    QString m_unfinishedSentence;
    bool m_fetched = false; ///< counts were fetched since the start
};

} // namespace sohoa::ui
