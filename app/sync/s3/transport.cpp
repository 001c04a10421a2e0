// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/s3/transport.h"

#include "sync/s3/exchange.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QSslConfiguration>

#include <algorithm>
#include <utility>

namespace sohoa::sync::s3 {

namespace {

using namespace std::chrono_literals;

constexpr auto tick = 50ms;
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
        startExchange(*m_manager, m_tls, m_access, exchange);
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
