// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "ui/async/worker.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/shellpresenter.h"

#include <QObject>

#include <memory>

namespace sohoa {
class Clock;
}
namespace sohoa::workflow {
class Workspace;
}

namespace sohoa::ui {

class Tour;

/// One home in one window. The window is there at once; opening the home, which checks and copies the
/// journal, happens behind it. When this object dies everything of it has ended.
class HomeWindow final : public QObject
{
    Q_OBJECT

public:
    enum class Purpose
    {
        Work,
        Practice, ///< a home of its own with sample papers and the tour
    };

    HomeWindow(QString folder, const Clock& clock, Purpose purpose = Purpose::Work,
               QObject* parent = nullptr);
    ~HomeWindow() override;

    /// Shows the window and opens the home. What prevents it is said in the window, where it can be tried
    /// again.
    void open();
    /// Shows the window with a home that is open already.
    void show(std::unique_ptr<workflow::Workspace> workspace);
    [[nodiscard]] bool isOpen() const { return m_shell != nullptr; }
    [[nodiscard]] MainWindow& window() { return m_window; }
    /// Of a practice window, once it is open.
    [[nodiscard]] const Tour* tour() const { return m_tour; }

signals:
    /// The clerk closed the window.
    void left();
    void lookChosen(sohoa::ui::Look look);
    void practiceWanted();

private:
    void tryToOpen();
    void sayWhyNotOpen(const Error& error);
    /// Puts the key back that somebody kept as text, then tries again.
    void openWithKey(const QString& text);
    void buildNextScreen();
    /// Lets the work begin once the home is open and the screens are there.
    void beginWhenReady();
    void beginTour();
    void sayBackupProblem(const Error& error);

    QString m_folder;
    const Clock& m_clock;
    Purpose m_purpose;
    std::unique_ptr<workflow::Workspace> m_workspace;
    Worker m_journal;
    Worker m_pictures;
    Worker m_errands;
    MainWindow m_window;
    Screens m_screens;
    std::unique_ptr<ShellPresenter> m_shell;
    Tour* m_tour = nullptr; ///< the shell's child
};

} // namespace sohoa::ui
