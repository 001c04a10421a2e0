// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/escl/httpclient.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

namespace sohoa::capture {

namespace {

using namespace std::chrono_literals;

constexpr auto glance = 50ms; // how often the wish to stop is looked at
constexpr auto connecting = 10s;
constexpr qsizetype mostKept = 256LL * 1024;
constexpr qint64 readAhead = 1024LL * 1024; // the rest waits in the device, not in our memory

QByteArray requestBytes(const HttpRequest& request, const QUrl& base)
{
    QByteArray host = base.host().toLatin1();
    host = host.contains(':') ? '[' + host.split('%').first() + ']' : host;
    QByteArray bytes = request.method + ' ' + request.path + " HTTP/1.1\r\nHost: " + host;
    if (base.port() > 0) {
        bytes += ':' + QByteArray::number(base.port());
    }
    bytes += "\r\nUser-Agent: sohoa\r\nAccept: */*\r\nAccept-Encoding: identity\r\nConnection: close\r\n";
    if (!request.body.isEmpty() || request.method == "POST") {
        bytes += "Content-Type: " + request.contentType +
                 "\r\nContent-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    }
    return bytes + "\r\n" + request.body;
}

/// One request and its answer on one connection.
class Exchange
{
public:
    Exchange(const QUrl& base, CertificateBook& book, const HttpRequest& request, const StopToken& stop,
             const HttpReader::Sink& sink)
        : m_base(base)
        , m_book(book)
        , m_request(request)
        , m_stop(stop)
        , m_sink(sink)
        , m_reader([this](QByteArrayView bytes) { return takeBody(bytes); }, request.method == "HEAD")
    {
        // Scanners are on this very network; a proxy for the web has no part in it.
        m_socket.setProxy(QNetworkProxy::NoProxy);
        m_socket.setReadBufferSize(readAhead);
        QObject::connect(&m_socket, &QSslSocket::sslErrors, &m_socket,
                         [this](const QList<QSslError>& errors) { judge(errors); });
        QObject::connect(&m_socket, &QSslSocket::readyRead, &m_loop, &QEventLoop::quit);
        QObject::connect(&m_socket, &QSslSocket::encrypted, &m_loop, &QEventLoop::quit);
        QObject::connect(&m_socket, &QSslSocket::connected, &m_loop, &QEventLoop::quit);
        QObject::connect(&m_socket, &QSslSocket::disconnected, &m_loop, &QEventLoop::quit);
        QObject::connect(&m_socket, &QSslSocket::errorOccurred, &m_loop, &QEventLoop::quit);
    }

    Result<HttpAnswer> run(LinkTrust& trust)
    {
        SOHOA_TRY(connect());
        trust = m_trust;
        m_socket.write(requestBytes(m_request, m_base));
        return receive();
    }

private:
    [[nodiscard]] bool isSecure() const { return m_base.scheme() == QLatin1String("https"); }

    void judge(const QList<QSslError>& errors)
    {
        const QString device = QStringLiteral("%1:%2").arg(m_base.host()).arg(m_base.port(443));
        const QString sha256 =
            QString::fromLatin1(m_socket.peerCertificate().digest(QCryptographicHash::Sha256).toHex());
        switch (m_book.see(device, sha256)) {
        case CertificateBook::Verdict::New:
            m_trust = LinkTrust::FirstUse;
            break;
        case CertificateBook::Verdict::Same:
            m_trust = LinkTrust::Remembered;
            break;
        case CertificateBook::Verdict::Changed:
            m_changed = true;
            return; // not ignored: the handshake ends here, before anything is said
        }
        m_socket.ignoreSslErrors(errors);
    }

    /// Lets the socket work until something happened or a moment passed.
    void turn()
    {
        QTimer timer;
        timer.setSingleShot(true);
        QObject::connect(&timer, &QTimer::timeout, &m_loop, &QEventLoop::quit);
        timer.start(glance);
        m_loop.exec();
    }

    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }

    Status connect()
    {
        const auto port = static_cast<quint16>(m_base.port(isSecure() ? 443 : 80));
        m_time.start();
        // Who gives a request little time means the connection too.
        const auto patience = std::min<std::chrono::milliseconds>(connecting, m_request.total);
        if (isSecure()) {
            m_trust = LinkTrust::Certified;
            m_socket.connectToHostEncrypted(m_base.host(), port);
        } else {
            m_socket.connectToHost(m_base.host(), port);
        }
        while (isSecure() ? !m_socket.isEncrypted() : m_socket.state() != QAbstractSocket::ConnectedState) {
            if (m_stop.stop_requested()) {
                return failure(ErrorCode::Cancelled, QStringLiteral("connecting"));
            }
            if (m_changed) {
                return failure(ErrorCode::ScannerNotTrusted, QStringLiteral("another certificate"));
            }
            if (isClosed() || m_time.hasExpired(patience.count())) {
                return failure(ErrorCode::ScannerLost,
                               QStringLiteral("no connection: %1").arg(m_socket.errorString()));
            }
            turn();
        }
        return {};
    }

    Result<HttpAnswer> receive()
    {
        QElapsedTimer silence;
        silence.start();
        while (true) {
            const bool closed = isClosed();
            const QByteArray piece = m_socket.read(readAhead);
            if (!piece.isEmpty()) {
                SOHOA_TRY(m_reader.feed(piece));
                silence.restart(); // a slow disk of ours is not the silence of the scanner
                if (m_reader.isWhole()) {
                    return answer(false);
                }
            } else if (closed) {
                if (!m_reader.hasHead()) {
                    return failure(ErrorCode::ScannerLost, QStringLiteral("closed without an answer"));
                }
                return answer(!m_reader.close());
            }
            if (m_stop.stop_requested()) {
                return failure(ErrorCode::Cancelled, QStringLiteral("waiting for the scanner"));
            }
            if (silence.hasExpired(m_request.silence.count()) || m_time.hasExpired(m_request.total.count())) {
                // What came of a body is worth keeping.
                return m_reader.bodyBytes() > 0
                           ? answer(true)
                           : failure(ErrorCode::ScannerLost, QStringLiteral("the scanner does not answer"));
            }
            if (piece.isEmpty()) {
                turn();
            }
        }
    }

    Result<HttpAnswer> answer(bool cutShort) { return HttpAnswer{m_reader.head(), m_kept, cutShort}; }

    Status takeBody(QByteArrayView bytes)
    {
        if (m_sink && m_reader.head().status == 200) {
            return m_sink(bytes);
        }
        if (m_kept.size() + bytes.size() > mostKept) {
            return failure(ErrorCode::ScannerFailed, QStringLiteral("an answer without end"));
        }
        m_kept.append(bytes);
        return {};
    }

    QUrl m_base;
    CertificateBook& m_book;
    const HttpRequest& m_request;
    StopToken m_stop;
    const HttpReader::Sink& m_sink;
    QByteArray m_kept;
    HttpReader m_reader;
    QEventLoop m_loop; ///< before the socket: in a thread that is not Qt's it brings what sockets need
    QSslSocket m_socket;
    QElapsedTimer m_time;
    LinkTrust m_trust = LinkTrust::Open;
    bool m_changed = false;
};

} // namespace

HttpClient::HttpClient(QUrl base, CertificateBook& book)
    : m_base(std::move(base))
    , m_book(&book)
{
}

Result<HttpAnswer> HttpClient::send(const HttpRequest& request, const StopToken& stop,
                                    const HttpReader::Sink& body)
{
    Exchange exchange(m_base, *m_book, request, stop, body);
    return exchange.run(m_trust);
}

} // namespace sohoa::capture
