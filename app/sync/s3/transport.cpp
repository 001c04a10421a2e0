// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/s3/transport.h"

#include "sync/s3/pacedbody.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslConfiguration>
#include <QTimer>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace sohoa::sync::s3 {

namespace {

using namespace std::chrono_literals;

constexpr auto tick = 50ms;
constexpr qint64 readAhead = 4LL * 1024 * 1024; // the rest waits in the server, not in our memory
/// Qt sends a request again by itself when a connection breaks, up to three times. For a body longer than
/// this it may not: the caller asks first what arrived.
constexpr qsizetype sentTwice = 16LL * 1024;
constexpr int mostAtOnce = 6; // as many as QNetworkAccessManager opens to one host

/// Proxies of the system, but never for this very machine.
class SystemProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        const QHostAddress address(query.peerHostName());
        if (query.peerHostName() == QLatin1String("localhost") ||
            (!address.isNull() && address.isLoopback())) {
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        }
        return systemProxyForQuery(query);
    }
};

QNetworkProxy proxyFrom(const QString& text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    const quint16 port = colon < 0 ? 0 : text.mid(colon + 1).toUShort();
    return port == 0 ? QNetworkProxy(QNetworkProxy::NoProxy)
                     : QNetworkProxy(QNetworkProxy::HttpProxy, text.first(colon), port);
}

/// The system's authorities; reading them takes a fifth of a second.
const QList<QSslCertificate>& systemAuthorities()
{
    static const QList<QSslCertificate> authorities = QSslConfiguration::systemCaCertificates();
    return authorities;
}

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

/// Waits for `done`, or until stopped. Looked at in turns instead of by a callback of the token: a signal
/// handler may ask for the stop, and nothing may happen inside it.
template<typename Done>
void waitUntil(std::condition_variable& changed, std::unique_lock<std::mutex>& lock, const StopToken& stop,
               const Done& done)
{
    while (!done() && !stop.stop_requested()) {
        changed.wait_for(lock, tick);
    }
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

/// One request, as caller and network thread share it.
struct Exchange
{
    HttpRequest request;

    std::mutex mutex; // for all below
    std::condition_variable changed;
    std::deque<QByteArray> pieces;
    qint64 queued = 0;
    std::optional<HttpAnswer> head;
    std::optional<Error> error;
    qint64 sent = 0;
    bool given = false; ///< the caller gave up
    bool finished = false;
};

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

QByteArray HttpAnswer::header(const QByteArray& lowerCaseName) const
{
    const auto found = std::find_if(headers.begin(), headers.end(), [&lowerCaseName](const auto& pair) {
        return pair.first == lowerCaseName;
    });
    return found == headers.end() ? QByteArray() : found->second;
}

std::optional<qint64> HttpAnswer::length() const
{
    bool ok = false;
    const qint64 length = header("content-length").toLongLong(&ok);
    return ok && length >= 0 ? std::optional(length) : std::nullopt;
}

/// Lives in the network thread.
class Transport::Worker final : public QObject
{
public:
    explicit Worker(const S3Access& access)
        : m_access(access)
    {
    }

    void start(const std::shared_ptr<Exchange>& exchange)
    {
        if (m_manager == nullptr) {
            m_tls = QSslConfiguration::defaultConfiguration();
            m_tls.setProtocol(QSsl::TlsV1_2OrLater);
            m_tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
            if (!m_access.caPem.isEmpty() && exchange->request.url.scheme() == QLatin1String("https")) {
                m_tls.setCaCertificates(systemAuthorities() + QSslCertificate::fromData(m_access.caPem));
            }
            m_manager = new QNetworkAccessManager(this);
            if (m_access.proxy.isEmpty()) {
                m_manager->setProxyFactory(new SystemProxies);
            } else {
                m_manager->setProxy(proxyFrom(m_access.proxy));
            }
        }
        new Running(*m_manager, m_tls, m_access, exchange);
    }

    void setThreadOf(QThread& thread)
    {
        moveToThread(&thread);
        connect(&thread, &QThread::finished, this, &QObject::deleteLater);
    }

    std::mutex mutex; ///< for the two below, which callers use
    std::condition_variable changed;
    int running = 0;

private:
    const S3Access m_access;
    QSslConfiguration m_tls;
    QNetworkAccessManager* m_manager = nullptr;
};

Transport::Transport(const S3Access& access)
    : m_worker(new Worker(access))
{
    m_worker->setThreadOf(m_thread);
    m_thread.setObjectName(QStringLiteral("sohoa-s3"));
}

Transport::~Transport()
{
    if (m_thread.isRunning()) {
        m_thread.quit();
        m_thread.wait();
    } else {
        delete m_worker;
    }
}

Result<HttpAnswer> Transport::send(const HttpRequest& request, const Call& call, qint64 limit,
                                   const Sink& sink)
{
    std::unique_lock turn(m_worker->mutex);
    waitUntil(m_worker->changed, turn, call.stop, [this] { return m_worker->running < mostAtOnce; });
    if (call.stop.stop_requested()) {
        return failure(ErrorCode::Cancelled);
    }
    ++m_worker->running;
    if (!m_thread.isRunning()) {
        m_thread.start();
    }
    turn.unlock();
    struct Leave
    {
        Worker& worker;
        ~Leave()
        {
            {
                const std::lock_guard lock(worker.mutex);
                --worker.running;
            }
            worker.changed.notify_one();
        }
    };
    const Leave leave{*m_worker};

    const auto exchange = std::make_shared<Exchange>();
    exchange->request = request;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, exchange] { worker->start(exchange); }, Qt::QueuedConnection);

    const auto giveUp = [&exchange](Error why) {
        {
            const std::lock_guard lock(exchange->mutex);
            exchange->given = true;
        }
        return failure(std::move(why));
    };
    HttpAnswer answer;
    qint64 received = 0;
    qint64 reported = 0;
    std::unique_lock lock(exchange->mutex);
    while (true) {
        waitUntil(exchange->changed, lock, call.stop, [&] {
            return !exchange->pieces.empty() || exchange->finished || exchange->sent > reported;
        });
        if (call.stop.stop_requested()) {
            lock.unlock();
            return giveUp(Error{ErrorCode::Cancelled, {}, {}});
        }
        const std::deque<QByteArray> pieces = std::exchange(exchange->pieces, {});
        exchange->queued = 0;
        const qint64 sent = exchange->sent;
        const bool finished = exchange->finished;
        const std::optional<Error> error = exchange->error;
        if (exchange->head && answer.status == 0) {
            answer = *exchange->head;
        }
        lock.unlock();
        if (call.progress && sent > reported && !request.body.isEmpty()) {
            call.progress(sent, request.body.size());
        }
        reported = std::max(reported, sent);
        const bool toSink = sink && (answer.status == 200 || answer.status == 206);
        for (const QByteArray& piece : pieces) {
            received += piece.size();
            if (toSink) {
                if (const Status taken = sink(answer, piece); !taken) {
                    return giveUp(taken.error());
                }
            } else if (received > limit) {
                return giveUp(Error{ErrorCode::WarehouseAnswerInvalid,
                                    QStringLiteral("an answer of more than %1 bytes").arg(limit),
                                    {}});
            } else {
                answer.body += piece;
            }
        }
        if (finished) {
            if (error) {
                return failure(*error);
            }
            return answer;
        }
        lock.lock();
    }
}

} // namespace sohoa::sync::s3
