// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/protocol.h"
#include "driverscanner.h"

#include <QElapsedTimer>
#include <QJsonDocument>

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>

// Drives a scanner in a process of its own; see capture/protocol.h for what is said on standard input and
// output.

using namespace sohoa;
using namespace sohoa::capture;

namespace {

/// What the program says after its request, heard in a thread because a pipe cannot be asked without waiting.
class Listener
{
public:
    Listener()
        : m_thread([this] { listen(); })
    {
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    ~Listener()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_done = true;
        }
        m_heard.notify_all();
        m_thread.join();
    }

    StopToken stopToken() const { return m_stop.get_token(); }

    /// Waits until the program has taken the page. Cancelled when it wants no more.
    Status waitForNext()
    {
        std::unique_lock lock(m_mutex);
        m_heard.wait(lock, [this] { return m_next > 0 || m_stop.stop_requested(); });
        if (m_next == 0) {
            return failure(ErrorCode::Cancelled, QStringLiteral("the program wants no more pages"));
        }
        --m_next;
        return {};
    }

private:
    void listen()
    {
        std::string line;
        while (std::getline(std::cin, line)) {
            const QJsonObject said = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
            const std::lock_guard lock(m_mutex);
            if (said[QStringLiteral("do")].toString() == QLatin1String("next")) {
                ++m_next;
            } else {
                m_stop.request_stop();
            }
            m_heard.notify_all();
        }
        // The program is gone, or wants nothing more. A driver that hangs now would hold the scanner for
        // ever: nobody is left to end it.
        std::unique_lock lock(m_mutex);
        m_stop.request_stop();
        m_heard.notify_all();
        if (!m_heard.wait_for(lock, std::chrono::seconds(5), [this] { return m_done; })) {
            std::_Exit(EXIT_FAILURE);
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_heard;
    int m_next = 0;
    bool m_done = false;
    StopSource m_stop;
    std::thread m_thread;
};

void send(const protocol::Frame& frame)
{
    const QByteArray bytes = protocol::encode(frame);
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

void answer(const QJsonObject& request, Listener& listener)
{
    QElapsedTimer sinceAlive;
    sinceAlive.start();
    DriverReports reports;
    reports.alive = [&sinceAlive] {
        constexpr qint64 oftenEnough = 500;
        if (sinceAlive.hasExpired(oftenEnough)) {
            sinceAlive.restart();
            send(protocol::aliveFrame());
        }
    };
    reports.begin = [](const QByteArray& head, const QString& name) {
        send(protocol::beginFrame(head, name));
    };
    reports.piece = [](QByteArrayView bytes) -> Status {
        send(protocol::pieceFrame(bytes.toByteArray()));
        return {};
    };
    const std::unique_ptr<Scanner> scanner = makeDriverScanner(reports);
    if (request[QStringLiteral("do")].toString() == QLatin1String("list")) {
        const auto scanners = scanner->list(listener.stopToken());
        if (!scanners) {
            send(protocol::frameFor(scanners.error()));
            return;
        }
        for (const ScannerInfo& info : *scanners) {
            send(protocol::frameFor(info));
        }
        send(protocol::frameFor(ScanSummary{}));
        return;
    }
    if (request[QStringLiteral("do")].toString() == QLatin1String("watch")) {
        const Status paper = scanner->waitForPaper(request[QStringLiteral("scanner")].toString(),
                                                   protocol::paperWaitFrom(request), listener.stopToken());
        send(paper ? protocol::paperFrame() : protocol::frameFor(paper.error()));
        return;
    }
    const auto settings = protocol::settingsFrom(request);
    if (!settings) {
        send(protocol::frameFor(settings.error()));
        return;
    }
    int taken = 0;
    const auto summary = scanner->scan(
        *settings,
        [&](const ScannedPage& page) -> Status {
            send(protocol::frameFor(page));
            SOHOA_TRY(listener.waitForNext());
            ++taken;
            return {};
        },
        listener.stopToken());
    if (!summary && summary.error().code == ErrorCode::Cancelled) {
        send(protocol::frameFor(ScanSummary{taken, ScanEnd::Stopped}));
    } else if (!summary) {
        send(protocol::frameFor(summary.error()));
    } else {
        send(protocol::frameFor(*summary));
    }
}

} // namespace

int main()
{
    std::string line;
    if (!std::getline(std::cin, line)) {
        return 2;
    }
    Listener listener;
    answer(QJsonDocument::fromJson(QByteArray::fromStdString(line)).object(), listener);
    // The program closes our input once it has read the end; only then does the listener's thread end.
    return 0;
}
