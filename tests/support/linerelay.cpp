// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "support/linerelay.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <deque>

namespace sohoa::test {

namespace {

constexpr int tick = 10;                 // milliseconds
constexpr qint64 mostHeld = 1024 * 1024; // bytes on their way, of one direction of a connection

/// Tells in what a client sends how many bytes are content of parts: requests follow one another on a
/// connection.
class PartCounter
{
public:
    /// @return how many of the bytes are
    qint64 take(QByteArrayView bytes)
    {
        qint64 counted = 0;
        while (!bytes.isEmpty()) {
            if (m_body > 0) {
                const qint64 some = std::min<qint64>(m_body, bytes.size());
                m_body -= some;
                counted += m_isPart ? some : 0;
                bytes = bytes.sliced(some);
                continue;
            }
            const qsizetype line = bytes.indexOf('\n');
            m_head.append(line < 0 ? bytes : bytes.first(line + 1));
            bytes = line < 0 ? QByteArrayView() : bytes.sliced(line + 1);
            if (m_head.endsWith("\r\n\r\n")) {
                readHead();
            }
        }
        return counted;
    }

private:
    void readHead()
    {
        const QList<QByteArray> lines = m_head.split('\n');
        m_isPart = lines.front().startsWith("PUT ") && lines.front().contains("partNumber=");
        for (const QByteArray& line : lines) {
            if (line.toLower().startsWith("content-length:")) {
                m_body = line.mid(line.indexOf(':') + 1).trimmed().toLongLong();
            }
        }
        m_head.clear();
    }

    QByteArray m_head;
    qint64 m_body = 0;
    bool m_isPart = false;
};

/// One direction of a connection: what was read and is not written yet, and when it is due.
struct Way
{
    struct Piece
    {
        qint64 due;
        QByteArray bytes;
    };
    QTcpSocket* from = nullptr;
    QTcpSocket* to = nullptr;
    std::deque<Piece> held = {};
    qint64 heldBytes = 0;
    qint64 carried = 0;
};

} // namespace

/// What lives in the relay's thread.
class RelayWorker final : public QObject
{
public:
    explicit RelayWorker(LineRelay& relay)
        : m_relay(relay)
    {
        m_clock.start();
        m_server.listen(QHostAddress::LocalHost);
        relay.m_port = m_server.serverPort();
        connect(&m_server, &QTcpServer::newConnection, this, [this] { accept(); });
        m_timer.setInterval(tick);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] { move(); });
        m_timer.start();
    }

private:
    struct Connection
    {
        Way up;
        Way down;
        PartCounter parts;
        bool deaf = false; ///< its next answer is lost
    };

    [[nodiscard]] const LineRelay::Line& line() const { return m_relay.m_line; }

    /// Nothing goes over the line for a while; connections outlive that, as those of TCP do.
    [[nodiscard]] bool isStill()
    {
        const qint64 period = (line().upFor + line().downFor).count();
        const bool still = line().downFor.count() > 0 && m_clock.elapsed() % period >= line().upFor.count();
        m_relay.m_figures.outages += still && !m_wasStill ? 1 : 0;
        m_wasStill = still;
        return still;
    }

    void accept()
    {
        while (QTcpSocket* client = m_server.nextPendingConnection()) {
            if (m_relay.m_isDown) {
                client->abort();
                client->deleteLater();
                continue;
            }
            ++m_relay.m_figures.connections;
            auto connection = std::make_shared<Connection>();
            auto* server = new QTcpSocket(this);
            client->setParent(this);
            connection->up = {client, server};
            connection->down = {server, client};
            for (QTcpSocket* socket : {client, server}) {
                socket->setReadBufferSize(mostHeld);
                connect(socket, &QTcpSocket::readyRead, this, [this, connection] { carry(*connection); });
                connect(socket, &QTcpSocket::bytesWritten, this, [this, connection] { carry(*connection); });
                connect(socket, &QTcpSocket::disconnected, this, [this, connection] { end(connection); });
                connect(socket, &QTcpSocket::errorOccurred, this, [this, connection] { end(connection); });
            }
            server->connectToHost(QHostAddress::LocalHost, m_relay.m_server);
            m_connections.push_back(connection);
        }
    }

    void end(const std::shared_ptr<Connection>& connection)
    {
        const auto known = std::find(m_connections.begin(), m_connections.end(), connection);
        if (known == m_connections.end()) {
            return;
        }
        m_connections.erase(known);
        carry(*connection); // what has come is due, also after the other side has ended
        for (QTcpSocket* socket : {connection->up.from, connection->up.to}) {
            socket->disconnect(this);
            if (line().delay.count() > 0 || line().bytesPerSecond > 0) {
                socket->abort();
            } else {
                socket->disconnectFromHost();
            }
            socket->deleteLater();
        }
    }

    void cut(const std::shared_ptr<Connection>& connection)
    {
        ++m_relay.m_figures.cuts;
        connection->up.held.clear();
        connection->down.held.clear();
        connection->up.from->abort();
        connection->up.to->abort();
    }

    void move()
    {
        m_allowedUp = std::min(m_allowedUp + line().bytesPerSecond * tick / 1000, line().bytesPerSecond);
        m_allowedDown = std::min(m_allowedDown + line().bytesPerSecond * tick / 1000, line().bytesPerSecond);
        m_still = isStill();
        const auto connections = m_connections;
        for (const std::shared_ptr<Connection>& connection : connections) {
            const bool tired = line().resetAfter > 0 && connection->up.carried >= line().resetAfter;
            if (m_relay.m_isDown || tired) {
                cut(connection);
            } else {
                carry(*connection);
            }
        }
    }

    void carry(Connection& connection)
    {
        if (m_still || !connection.up.from->isOpen() || !connection.up.to->isOpen()) {
            return;
        }
        const qint64 before = connection.up.carried;
        carry(connection.up, m_allowedUp, &connection);
        if (line().loseEveryAnswer > 0 && connection.down.from->bytesAvailable() > 0 && before > 0) {
            connection.deaf = connection.deaf || ++m_answers % line().loseEveryAnswer == 0;
            if (connection.deaf) {
                connection.down.from->readAll();
                connection.up.from->abort(); // done, and never heard of
                return;
            }
        }
        carry(connection.down, m_allowedDown, nullptr);
    }

    void carry(Way& way, qint64& allowed, Connection* counted)
    {
        const qint64 now = m_clock.elapsed();
        while (way.heldBytes < mostHeld && way.from->bytesAvailable() > 0) {
            QByteArray bytes = way.from->read(mostHeld - way.heldBytes);
            way.heldBytes += bytes.size();
            way.held.push_back({now + line().delay.count(), std::move(bytes)});
        }
        while (!way.held.empty() && way.held.front().due <= now && way.to->bytesToWrite() < mostHeld) {
            Way::Piece& piece = way.held.front();
            const qint64 some = line().bytesPerSecond > 0 ? std::min<qint64>(allowed, piece.bytes.size())
                                                          : piece.bytes.size();
            if (some == 0) {
                return;
            }
            const QByteArray sent = piece.bytes.first(some);
            way.to->write(sent);
            way.carried += some;
            way.heldBytes -= some;
            allowed -= line().bytesPerSecond > 0 ? some : 0;
            if (counted != nullptr) {
                m_relay.m_figures.up += some;
                m_relay.m_figures.partsUp += counted->parts.take(sent);
            }
            if (some == piece.bytes.size()) {
                way.held.pop_front();
            } else {
                piece.bytes.remove(0, some);
            }
        }
    }

    LineRelay& m_relay;
    QElapsedTimer m_clock;
    QTcpServer m_server;
    QTimer m_timer;
    std::vector<std::shared_ptr<Connection>> m_connections;
    qint64 m_allowedUp = 0;
    qint64 m_allowedDown = 0;
    int m_answers = 0;
    bool m_still = false;
    bool m_wasStill = false;
};

LineRelay::LineRelay(quint16 server, const Line& line)
    : m_server(server)
    , m_line(line)
{
    QObject starter;
    starter.moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        &starter,
        [this, &starter] {
            auto* worker = new RelayWorker(*this);
            m_worker = worker;
            QObject::connect(&m_thread, &QThread::finished, worker, &QObject::deleteLater);
            starter.moveToThread(nullptr);
        },
        Qt::BlockingQueuedConnection);
}

void LineRelay::become(const Line& line)
{
    QMetaObject::invokeMethod(
        m_worker, [this, line] { m_line = line; }, Qt::BlockingQueuedConnection);
}

LineRelay::~LineRelay()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace sohoa::test
