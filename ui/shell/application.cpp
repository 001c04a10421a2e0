// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/application.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>
#include <QTime>

namespace sohoa::ui {

namespace {
constexpr double noteworthyMs = 20;
} // namespace

Application::Application(int& argc, char** argv)
    : QApplication(argc, argv)
{
    if (const QString path = qEnvironmentVariable("SOHOA_DISPATCH_TIMES"); !path.isEmpty()) {
        measureInto(path);
    }
}

Application::~Application()
{
    if (m_times) {
        write({{QStringLiteral("events"), m_times->count()},
               {QStringLiteral("longestMs"), m_times->longestProcessorMs()}});
    }
}

bool Application::notify(QObject* receiver, QEvent* event)
{
    if (!m_times || QThread::currentThread() != thread()) {
        return QApplication::notify(receiver, event);
    }
    m_times->begin(*receiver, *event, QThread::currentThread()->loopLevel());
    const bool taken = QApplication::notify(receiver, event);
    m_times->end();
    return taken;
}

void Application::measureInto(const QString& path)
{
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append)) {
        qWarning("%s cannot be written", qPrintable(path));
        return;
    }
    auto clock = std::make_shared<QElapsedTimer>();
    clock->start();
    m_times = std::make_unique<DispatchTimes>(
        DispatchTimes::Clocks{threadProcessorMs,
                              [clock] { return static_cast<double>(clock->nsecsElapsed()) / 1e6; }},
        noteworthyMs, [this](const Dispatch& dispatch) {
            write({{QStringLiteral("at"), QTime::currentTime().toString(Qt::ISODateWithMs)},
                   {QStringLiteral("processorMs"), dispatch.processorMs},
                   {QStringLiteral("wallMs"), dispatch.wallMs},
                   {QStringLiteral("what"), dispatch.what}});
        });
}

void Application::write(const QJsonObject& line)
{
    m_file.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    m_file.flush();
}

} // namespace sohoa::ui
