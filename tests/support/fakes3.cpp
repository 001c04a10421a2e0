// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "support/fakes3.h"

#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

namespace sohoa::test {

namespace {

using namespace std::chrono_literals;

constexpr auto aMoment = 100ms;
constexpr qsizetype enoughToCut = 1000;
const QByteArray page = "<!DOCTYPE html><html><head><title>Wi-Fi</title></head><body>Sign in</body></html>";

QByteArray bytesOf(const S3Response& response, const QByteArray& date, bool isHead, bool withId = true)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(response.status) + " Said\r\n";
    if (withId) {
        bytes += "x-amz-request-id: tx000001\r\n";
    }
    bytes += "Date: " + date + "\r\n";
    for (const auto& [name, value] : response.headers) {
        bytes += name + ": " + value + "\r\n";
    }
    if (response.status != 204) {
        bytes += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    }
    return bytes + "\r\n" + (isHead ? QByteArray() : response.body);
}

/// The request in the buffer, once its head is whole; its body may still be coming.
bool headOf(const QByteArray& buffer, S3Request& request, qsizetype& bodyAt, qsizetype& length)
{
    bodyAt = buffer.indexOf("\r\n\r\n");
    if (bodyAt < 0) {
        return false;
    }
    const QList<QByteArray> lines = buffer.first(bodyAt).split('\n');
    bodyAt += 4;
    const QList<QByteArray> first = lines.front().trimmed().split(' ');
    const QByteArray target = first.value(1);
    const qsizetype question = target.indexOf('?');
    request.method = first.front();
    request.path = question < 0 ? target : target.first(question);
    request.query = question < 0 ? QByteArray() : target.mid(question + 1);
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0) {
            request.headers[line.first(colon).toLower()] = line.mid(colon + 1).trimmed();
        }
    }
    length = request.header("content-length").toLongLong();
    return true;
}

} // namespace

/// Lives in the server's thread.
class FakeS3::Server final : public QObject
{
public:
    explicit Server(FakeS3& owner)
        : m_owner(owner)
    {
    }

    void listen()
    {
        if (m_owner.m_pem.isEmpty()) {
            m_server = new QTcpServer(this);
        } else {
            auto* secure = new QSslServer(this);
            QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
            tls.setLocalCertificate(QSslCertificate(m_owner.m_pem));
            tls.setPrivateKey(QSslKey(m_owner.m_pem, QSsl::Ec));
            tls.setPeerVerifyMode(QSslSocket::VerifyNone);
            secure->setSslConfiguration(tls);
            m_server = secure;
        }
        connect(m_server, &QTcpServer::pendingConnectionAvailable, this, [this] {
            while (QTcpSocket* socket = m_server->nextPendingConnection()) {
                socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(*socket); });
                connect(socket, &QTcpSocket::disconnected, this, [this, socket] { takeCut(*socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                connect(socket, &QObject::destroyed, this, [this, socket] {
                    m_buffers.erase(socket);
                    m_pending.erase(socket);
                });
                take(*socket);
            }
        });
        m_server->listen(QHostAddress::LocalHost);
        m_owner.m_port = m_server->serverPort();
    }

private:
    void take(QTcpSocket& socket)
    {
        QByteArray& buffer = m_buffers[&socket];
        buffer += socket.readAll();
        S3Request request;
        qsizetype bodyAt = 0;
        qsizetype length = 0;
        while (headOf(buffer, request, bodyAt, length)) {
            const qsizetype come = buffer.size() - bodyAt;
            const auto fault = m_pending.find(&socket);
            const S3Fault now = fault != m_pending.end() ? fault->second : m_owner.faultOf(request);
            m_pending[&socket] = now;
            const bool early = now == S3Fault::NotReached || now == S3Fault::Early403 ||
                               (now == S3Fault::CutWhileSending && (come >= enoughToCut || come >= length));
            if (!early && come < length) {
                return;
            }
            request.body = buffer.mid(bodyAt, length);
            buffer.remove(0, std::min(buffer.size(), bodyAt + length));
            m_pending.erase(&socket);
            if (!answer(socket, request, now)) {
                buffer.clear();
                return;
            }
        }
    }

    /// A body that was broken off by the other side.
    void takeCut(QTcpSocket& socket)
    {
        S3Request request;
        qsizetype bodyAt = 0;
        qsizetype length = 0;
        const QByteArray buffer = m_buffers[&socket];
        if (m_pending.count(&socket) != 0 && headOf(buffer, request, bodyAt, length)) {
            request.body = buffer.mid(bodyAt);
            const std::lock_guard lock(m_owner.m_mutex);
            m_owner.m_store.takeCut(request);
        }
    }

    S3Response done(const S3Request& request)
    {
        const std::lock_guard lock(m_owner.m_mutex);
        m_owner.m_bytesTaken += request.body.size();
        return m_owner.m_store.answer(request);
    }

    QByteArray date() const
    {
        const std::lock_guard lock(m_owner.m_mutex);
        return m_owner.m_store.date();
    }

    static void close(QTcpSocket& socket)
    {
        socket.flush();
        socket.disconnectFromHost();
    }

    void trickle(QTcpSocket& socket, const QByteArray& bytes)
    {
        auto* timer = new QTimer(&socket);
        connect(timer, &QTimer::timeout, &socket, [&socket, timer, bytes, sent = qsizetype(0)]() mutable {
            if (sent < bytes.size()) {
                socket.write(bytes.constData() + sent++, 1);
                socket.flush();
            } else {
                timer->stop();
            }
        });
        timer->start(aMoment);
    }

    void pour(QTcpSocket& socket)
    {
        const auto more = [&socket] {
            if (socket.bytesToWrite() < 1'000'000) {
                socket.write(QByteArray(100'000, ' '));
            }
        };
        connect(&socket, &QTcpSocket::bytesWritten, &socket, more);
        more();
    }

    /// @return whether the connection goes on
    bool answer(QTcpSocket& socket, const S3Request& request, S3Fault fault)
    {
        const bool isHead = request.method == "HEAD";
        const auto say = [&](const S3Response& response, bool withId = true) {
            socket.write(bytesOf(response, date(), isHead, withId));
            return true;
        };
        const auto html = [](int status) {
            return S3Response{status, {{"Content-Type", "text/html"}}, page};
        };
        switch (fault) {
        case S3Fault::None:
            return say(done(request));
        case S3Fault::NotReached:
        case S3Fault::CutWhileSending:
            close(socket);
            return false;
        case S3Fault::Early403:
            say(FakeS3Store::error(403, "AccessDenied"));
            close(socket);
            return false;
        case S3Fault::AnswerLost:
            done(request);
            close(socket);
            return false;
        case S3Fault::Silent:
            done(request);
            return false;
        case S3Fault::CutAnswer: {
            const QByteArray bytes = bytesOf(done(request), date(), isHead);
            const qsizetype head = bytes.indexOf("\r\n\r\n") + 4;
            const qsizetype body = bytes.size() - head;
            socket.write(bytes.first(body > 0 ? head + body / 2 : head / 2));
            close(socket);
            return false;
        }
        case S3Fault::Trickle: {
            const QByteArray bytes = bytesOf(done(request), date(), isHead);
            const qsizetype head = bytes.indexOf("\r\n\r\n") + 4;
            socket.write(bytes.first(isHead ? head / 2 : head));
            trickle(socket, bytes.mid(isHead ? head / 2 : head));
            return false;
        }
        case S3Fault::TrickleHead:
            trickle(socket, bytesOf(done(request), date(), isHead));
            return false;
        case S3Fault::LongerThanSaid: {
            const QByteArray bytes = bytesOf(done(request), date(), isHead);
            socket.write(bytes + "and more than was said");
            return true;
        }
        case S3Fault::Endless:
            socket.write("HTTP/1.1 200 OK\r\nx-amz-request-id: tx1\r\nContent-Length: 99999999999\r\n\r\n");
            pour(socket);
            return false;
        case S3Fault::Garbage:
            socket.write("220 mail.example.vn ESMTP ready\r\n\r\n");
            close(socket);
            return false;
        case S3Fault::NotXml:
            return say({200, {{"Content-Type", "application/xml"}}, "{\"this\": \"is no XML\"}"});
        case S3Fault::WrongHash: {
            S3Response response = done(request);
            if (!response.body.isEmpty()) {
                const qsizetype middle = response.body.size() / 2;
                response.body[middle] = static_cast<char>(response.body[middle] ^ 1);
            }
            return say(response);
        }
        case S3Fault::ErrorInside: {
            S3Response response = FakeS3Store::error(200, "InternalError");
            return say(response);
        }
        case S3Fault::Moved:
            return say(FakeS3Store::error(301, "PermanentRedirect"));
        case S3Fault::SentElsewhere:
            return say({302, {{"Location", "http://localhost:1/elsewhere"}}, {}}, false);
        case S3Fault::Portal:
            return say(html(200), false);
        case S3Fault::ProxyPage:
            return say(html(502), false);
        case S3Fault::Status409:
            return say(FakeS3Store::error(409, "OperationAborted"));
        case S3Fault::Status500:
            return say(FakeS3Store::error(500, "InternalError"));
        case S3Fault::Status503:
            return say(FakeS3Store::error(503, "SlowDown"));
        case S3Fault::Full:
            return say(FakeS3Store::error(507, "InsufficientStorage"));
        case S3Fault::Skewed:
            return say(FakeS3Store::error(403, "RequestTimeTooSkewed"));
        }
        return false;
    }

    FakeS3& m_owner;
    QTcpServer* m_server = nullptr;
    std::map<QObject*, QByteArray> m_buffers;
    std::map<QObject*, S3Fault> m_pending; ///< of the request whose body is coming
};

FakeS3::FakeS3(FakeS3Manners manners, QByteArray pem)
    : m_pem(std::move(pem))
{
    m_store.manners = std::move(manners);
    auto* server = new Server(*this);
    server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, server, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        server, [server] { server->listen(); }, Qt::BlockingQueuedConnection);
}

FakeS3::~FakeS3()
{
    m_thread.quit();
    m_thread.wait();
}

QString FakeS3::url(const QString& host) const
{
    return (m_pem.isEmpty() ? QStringLiteral("s3+http://") : QStringLiteral("s3+https://")) + host + u':' +
           QString::number(m_port) + QStringLiteral("/kho");
}

void FakeS3::failRequest(int request, S3Fault fault)
{
    const std::lock_guard lock(m_mutex);
    m_faults[m_count + request] = fault;
}

void FakeS3::failAll(S3Fault fault, const QByteArray& method)
{
    const std::lock_guard lock(m_mutex);
    m_faultOfAll = fault;
    m_methodOfAll = method;
}

QStringList FakeS3::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

void FakeS3::forgetRequests()
{
    const std::lock_guard lock(m_mutex);
    m_requests.clear();
}

S3Fault FakeS3::faultOf(const S3Request& request)
{
    const std::lock_guard lock(m_mutex);
    m_requests += QString::fromLatin1(request.method + ' ' + request.path.mid(5) +
                                      (request.query.isEmpty() ? "" : "?" + request.query));
    const auto single = m_faults.find(++m_count);
    if (single != m_faults.end()) {
        const S3Fault fault = single->second;
        m_faults.erase(single);
        return fault;
    }
    return m_methodOfAll.isEmpty() || m_methodOfAll == request.method ? m_faultOfAll : S3Fault::None;
}

} // namespace sohoa::test
