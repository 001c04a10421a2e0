// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/navigation.h"
#include "ui/shell/screen.h"
#include "ui/shell/statusline.h"

#include <QMainWindow>

#include <vector>

class QStackedWidget;
class QVBoxLayout;

namespace sohoa::ui {

class Notice;
class OpeningPage;
class Toast;

/// The window: navigation, the screen that is shown, the status bar. It knows no workflow: HomeWindow gives
/// it its screens, ShellPresenter lets them work.
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

    /// Until the home is open; showScreen() ends it.
    [[nodiscard]] OpeningPage* openingPage() const { return m_opening; }
    void showOpeningPage();
    /// What concerns the whole home, over every screen. Esc puts it away.
    [[nodiscard]] Notice* notice() const { return m_notice; }

    /// Puts a strip over everything but the navigation.
    void setStrip(QWidget* strip);
    /// Offers to practise with sample papers: Ctrl+F1, and the sheet of keys.
    void offerPractice();

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
    void practiceWanted();
    /// The clerk leaves; the window hides itself.
    void left();

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showKeys();

    QStackedWidget* m_body;
    OpeningPage* m_opening;
    QVBoxLayout* m_right;
    QAction* m_practice = nullptr;
    Navigation* m_navigation;
    Notice* m_notice;
    QStackedWidget* m_stack;
    StatusLine* m_status;
    Toast* m_toast;
    std::vector<Screen*> m_screens;
};

} // namespace sohoa::ui
