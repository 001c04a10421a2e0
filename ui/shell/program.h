// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/async/worker.h"
#include "ui/style/style.h"

#include <QObject>

#include <memory>

namespace sohoa {
class Clock;
}

namespace sohoa::ui {

class FirstStart;
class HomeWindow;
struct UnitSettings;

/// The course of the program: asks what a first start must know when there is no home yet, else opens the
/// home in its window. Leaving that window, or the first start, ends the program; a practice window beside it
/// ends with it.
class Program final : public QObject
{
    Q_OBJECT

public:
    /// @param folder of the home
    Program(QString folder, const Clock& clock, QObject* parent = nullptr);
    ~Program() override;
    /// Before the event loop runs.
    void begin();

signals:
    void lookChosen(sohoa::ui::Look look);

private:
    void askFirst();
    void makeHome(const UnitSettings& answers);
    /// Makes the home of an enrolment instead.
    void enrol();
    /// A window of its own beside the work, or instead of the first start.
    void practise();
    void endPractice();
    HomeWindow& addHome();
    /// @param status that the program ends with
    void leave(int status);

    QString m_folder;
    const Clock& m_clock;
    std::unique_ptr<HomeWindow> m_home;
    std::unique_ptr<HomeWindow> m_practice;
    std::unique_ptr<FirstStart> m_first;
    Worker m_worker;
};

} // namespace sohoa::ui
