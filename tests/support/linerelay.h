// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QThread>

#include <atomic>
#include <chrono>
#include <memory>

namespace sohoa::test {

/// A line between a client and a server on this machine, as slow and as unreliable as told: TCP connections
/// to port() go on to the server. Works without any right and on every system. It runs in a thread of its
/// own.
class LineRelay
{
public:
    struct Line
    {
        qint64 bytesPerSecond = 0; ///< of each direction, all connections together; 0: as fast as it goes
        std::chrono::milliseconds delay = {}; ///< of each direction
        qint64 resetAfter = 0; ///< a connection that has carried so many bytes up is cut; 0: never
        /// Each answer so often is lost after the server did what was asked; 0: none.
        int loseEveryAnswer = 0;
        /// Then nothing comes over for `downFor`, and so on; connections outlive that, as those of TCP do.
        std::chrono::milliseconds upFor = {};
        std::chrono::milliseconds downFor = {};
    };
    struct Figures
    {
        std::atomic<qint64> up = 0;      ///< bytes to the server
        std::atomic<qint64> partsUp = 0; ///< of these, content of parts of large objects
        std::atomic<int> connections = 0;
        std::atomic<int> cuts = 0;    ///< connections cut on purpose
        std::atomic<int> outages = 0; ///< times the line was down
    };

    LineRelay(quint16 server, const Line& line);
    ~LineRelay();
    LineRelay(const LineRelay&) = delete;
    LineRelay& operator=(const LineRelay&) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] const Figures& figures() const { return m_figures; }
    /// From now on it is another line.
    void become(const Line& line);
    /// Cuts all connections and takes no other ones until called again.
    void setDown(bool down) { m_isDown = down; }

private:
    friend class RelayWorker;

    quint16 m_server;
    Line m_line; ///< of the relay's thread
    Figures m_figures;
    std::atomic<bool> m_isDown = false;
    quint16 m_port = 0;
    QThread m_thread;
    QObject* m_worker = nullptr;
};

} // namespace sohoa::test
