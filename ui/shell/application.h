// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/async/dispatchtimes.h"

#include <QApplication>
#include <QFile>

#include <memory>

namespace sohoa::ui {

/// The application. With SOHOA_DISPATCH_TIMES=FILE in the environment it writes there, a JSON object a line,
/// every event that kept the window for 20 ms or longer, and at its end how many there were.
class Application final : public QApplication
{
    Q_OBJECT

public:
    Application(int& argc, char** argv);
    ~Application() override;
    bool notify(QObject* receiver, QEvent* event) override;

private:
    void measureInto(const QString& path);
    void write(const QJsonObject& line);

    QFile m_file;
    std::unique_ptr<DispatchTimes> m_times;
};

} // namespace sohoa::ui
