// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/navigation.h"
#include "ui/shell/screen.h"
#include "ui/shell/statusline.h"

#include <QMainWindow>

#include <vector>

class QStackedWidget;

namespace sohoa::ui {

class Toast;

/// The window: navigation, the screen that is shown, the status bar. It knows no workflow; main() wires it.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// The order of the navigation; Ctrl+1 is the first.
    enum Place
    {
        DeskPlace,
        PapersPlace,
        DossiersPlace,
        DeliveriesPlace,
        RatesPlace,
        SettingsPlace
    };

    explicit MainWindow(QWidget* parent = nullptr);

    /// Screens are added in the order of Place; the window owns them.
    void addScreen(Screen* screen);
    [[nodiscard]] Screen* currentScreen() const;
    void showScreen(int place);
    void setCounts(int place, NavigationCounts counts);
    void setStatus(const ShellStatus& status, const QDateTime& now);
    void say(Tone tone, const QString& sentence);

signals:
    /// After the clerk went to another screen, so that what it shows can be fetched.
    void screenShown(int place);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showKeys();

    Navigation* m_navigation;
    QStackedWidget* m_stack;
    StatusLine* m_status;
    Toast* m_toast;
    std::vector<Screen*> m_screens;
};

} // namespace sohoa::ui
