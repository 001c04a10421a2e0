// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/s3/exchange.h"

#include "sync/s3/pacedbody.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslConfiguration>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace sohoa::sync::s3 {

namespace {

using namespace std::chrono_literals;

constexpr auto tick = 50ms;
constexpr qint64 readAhead = 4LL * 1024 * 1024; // the rest waits in the server, not in our memory
/// Qt sends a request again by itself when a connection breaks, up to three times. For a body longer than
/// this it may not: the caller asks first what arrived.
constexpr qsizetype sentTwice = 16LL * 1024;

/// Which of three: they need three different people.
QString certificateTrouble(const QList<QSslError>& errors)
{
    for (const QSslError& error : errors) {
        switch (error.error()) {
        case QSslError::CertificateExpired:
        case QSslError::CertificateNotYetValid:
            return QStringLiteral("expired");
        case QSslError::HostNameMismatch:
            return QStringLiteral("other name");
        default:
            break;
        }
    }
    return QStringLiteral("unknown authority");
}

Error unreachable(const QString& detail)
{
    return Error{ErrorCode::WarehouseUnreachable, detail, {}};
}

/// What a finished reply failed by; empty when it is a whole answer, whatever its status.
std::optional<Error> failureOf(const QNetworkReply& reply, const QList<QSslError>& certificateErrors)
{
    switch (reply.error()) {
    case QNetworkReply::SslHandshakeFailedError:
        if (!certificateErrors.isEmpty()) {
            return Error{ErrorCode::WarehouseNotTrusted, certificateTrouble(certificateErrors), {}};
        }
        return Error{
            ErrorCode::WarehouseNotTrusted, QStringLiteral("no handshake: ") + reply.errorString(), {}};
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        if (reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() >= 400) {
            return {};
        }
        return Error{ErrorCode::WarehouseAnswerInvalid, reply.errorString(), {}};
    case QNetworkReply::ContentReSendError:
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::BackgroundRequestNotAllowedError:
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return unreachable(reply.errorString());
    default:
        break;
    }
    if (reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() < 100) {
        return Error{ErrorCode::WarehouseAnswerInvalid, QStringLiteral("no HTTP"), {}};
    }
    return {};
}

/// One request in the network thread; goes away by itself when it is over.
class Running final : public QObject
{
public:
    Running(QNetworkAccessManager& manager, const QSslConfiguration& tls, const S3Access& access,
            std::shared_ptr<Exchange> exchange)
        : QObject(&manager)
        , m_access(access)
        , m_exchange(std::move(exchange))
    {
        QNetworkRequest request(m_exchange->request.url);
        for (const auto& [name, value] : m_exchange->request.headers) {
            request.setRawHeader(name, value);
        }
        request.setRawHeader("User-Agent", "sohoa");
        request.setRawHeader("Accept-Encoding", "identity");
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
        request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        request.setSslConfiguration(tls);
        m_reply = start(manager, request);
        m_reply->setParent(this);
        m_reply->setReadBufferSize(readAhead);
        m_clock.start();
        m_stretch.start();
        // Qt says nothing while a PUT or POST without a body goes out.
        const QByteArray& method = m_exchange->request.method;
        m_alive = m_exchange->request.body.isEmpty() && (method == "PUT" || method == "POST");
        connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_alive = true; });
        connect(m_reply, &QNetworkReply::uploadProgress, this,
                [this](qint64 sent, qint64) { noteSent(sent); });
        connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] { noteHead(); });
        connect(m_reply, &QNetworkReply::readyRead, this, [this] { pump(); });
        connect(m_reply, &QNetworkReply::sslErrors, this,
                [this](const QList<QSslError>& errors) { m_certificateErrors += errors; });
        connect(m_reply, &QNetworkReply::finished, this, [this] { end(); });
        connect(&m_timer, &QTimer::timeout, this, [this] { look(); });
        m_timer.start(tick);
    }

private:
    /// Each method by its own call: a HEAD that is sent as a "custom request" waits for a body for ever.
    QNetworkReply* start(QNetworkAccessManager& manager, const QNetworkRequest& request)
    {
        const QByteArray& method = m_exchange->request.method;
        const QByteArray& body = m_exchange->request.body;
        if (method == "GET") {
            return manager.get(request);
        }
        if (method == "HEAD") {
            return manager.head(request);
        }
        if (method == "DELETE") {
            return manager.deleteResource(request);
        }
        if (m_access.allowance || body.size() > sentTwice) {
            m_body = new PacedBody(body, m_access.allowance, this);
            return method == "PUT" ? manager.put(request, m_body) : manager.post(request, m_body);
        }
        return method == "PUT" ? manager.put(request, body) : manager.post(request, body);
    }

    void noteSent(qint64 sent)
    {
        m_alive = m_alive || sent > 0;
        m_sent = sent;
        m_sentAt.start();
        {
            const std::lock_guard lock(m_exchange->mutex);
            m_exchange->sent = sent;
        }
        m_exchange->changed.notify_all();
    }

    void noteHead()
    {
        m_alive = true;
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status < 200 || m_hasHead) {
            return;
        }
        m_hasHead = true;
        m_stretch.restart();
        HttpAnswer head{status, {}, {}};
        for (const auto& [name, value] : m_reply->rawHeaderPairs()) {
            head.headers.emplace_back(name.toLower(), value);
        }
        const std::lock_guard lock(m_exchange->mutex);
        m_exchange->head = std::move(head);
    }

    /// Hands over what has come, as far as the caller keeps up and the allowance goes.
    void pump()
    {
        noteHead();
        {
            const std::lock_guard lock(m_exchange->mutex);
            qint64 room = m_exchange->given ? 0 : readAhead - m_exchange->queued;
            room = std::min(room, m_reply->bytesAvailable());
            if (room > 0 && m_access.allowance) {
                room = m_access.allowance(room);
                m_held = room <= 0;
            }
            const QByteArray piece = room > 0 ? m_reply->read(room) : QByteArray();
            m_received += piece.size();
            if (!piece.isEmpty()) {
                m_exchange->queued += piece.size();
                m_exchange->pieces.push_back(piece);
            }
        }
        m_exchange->changed.notify_all();
        if (m_over && m_reply->bytesAvailable() == 0) {
            finish();
        }
    }

    void look()
    {
        bool callerIsSlow = false;
        {
            const std::lock_guard lock(m_exchange->mutex);
            callerIsSlow = m_exchange->queued >= readAhead;
            if (m_exchange->given) {
                m_why = Error{ErrorCode::Cancelled, {}, {}};
            }
        }
        if (m_over) {
            m_why ? finish() : pump();
            return;
        }
        if (!m_why) {
            const bool held = std::exchange(m_held, false) || (m_body != nullptr && m_body->wasHeld());
            if (held || callerIsSlow) {
                m_stretch.restart(); // not the line's fault
            }
            m_why = impatience();
        }
        if (m_why) {
            m_reply->abort();
            return;
        }
        if (m_reply->bytesAvailable() > 0) {
            pump();
        }
    }

    std::optional<Error> impatience()
    {
        const S3Patience& patience = m_access.patience;
        if (!m_alive) {
            return m_clock.hasExpired(patience.connecting.count())
                       ? std::optional(unreachable(QStringLiteral("no connection in time")))
                       : std::nullopt;
        }
        const bool sending = m_sent < m_exchange->request.body.size();
        if (!sending && !m_hasHead) {
            m_stretch.restart();
            const QElapsedTimer& since = m_sentAt.isValid() ? m_sentAt : m_clock;
            return since.hasExpired(patience.answering.count())
                       ? std::optional(unreachable(QStringLiteral("no answer in time")))
                       : std::nullopt;
        }
        const qint64 carried = m_sent + m_received;
        if (carried - m_carriedBefore >= patience.leastBytes) {
            m_carriedBefore = carried;
            m_stretch.restart();
        } else if (m_stretch.hasExpired(patience.stretch.count())) {
            return unreachable(QStringLiteral("less than %1 bytes in %2 s")
                                   .arg(patience.leastBytes)
                                   .arg(static_cast<double>(patience.stretch.count()) / 1000.0));
        }
        return {};
    }

    /// The reply is over; its last bytes may still be waiting for the caller.
    void end()
    {
        m_over = true;
        if (!m_why) {
            m_why = failureOf(*m_reply, m_certificateErrors);
        }
        if (m_why) {
            finish();
        } else {
            pump();
        }
    }

    void finish()
    {
        if (m_done) {
            return;
        }
        m_done = true;
        m_timer.stop();
        {
            const std::lock_guard lock(m_exchange->mutex);
            m_exchange->error = m_why;
            m_exchange->finished = true;
        }
        m_exchange->changed.notify_all();
        deleteLater();
    }

    const S3Access& m_access;
    std::shared_ptr<Exchange> m_exchange;
    QNetworkReply* m_reply = nullptr;
    PacedBody* m_body = nullptr;
    QTimer m_timer;
    QElapsedTimer m_clock;
    QElapsedTimer m_sentAt;
    QElapsedTimer m_stretch;
    QList<QSslError> m_certificateErrors;
    std::optional<Error> m_why;
    qint64 m_sent = 0;
    qint64 m_received = 0;
    qint64 m_carriedBefore = 0;
    bool m_alive = false;
    bool m_hasHead = false;
    bool m_held = false;
    bool m_over = false;
    bool m_done = false;
};

} // namespace

void startExchange(QNetworkAccessManager& manager, const QSslConfiguration& tls, const S3Access& access,
                   std::shared_ptr<Exchange> exchange)
{
    new Running(manager, tls, access, std::move(exchange)); // a child of the manager until it is over
}

} // namespace sohoa::sync::s3
