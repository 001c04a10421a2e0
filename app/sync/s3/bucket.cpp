// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/s3/bucket.h"

#include "base/digest.h"
#include "sync/s3/meaning.h"

#include <QCryptographicHash>
#include <QElapsedTimer>

#include <cstdlib>
#include <utility>

namespace sohoa::sync::s3 {

namespace {

constexpr qsizetype largestPage = 64LL * 1024; // what is kept of a page that is not S3's
/// Servers refuse what is signed 15 minutes off ("RequestTimeTooSkewed", Amazon S3 API Reference).
constexpr qint64 suspiciousSkew = 14LL * 60 * 1000;
constexpr qint64 measuredFrom = 256LL * 1024; // smaller bodies tell of the distance, not of the width
constexpr double newestWeight = 0.4;

/// Host as it stands in the header: with the port unless it is the scheme's own.
QByteArray hostHeader(const WarehouseAddress& address, S3Access::Style style)
{
    QByteArray host = QUrl::toAce(address.host);
    if (host.isEmpty()) {
        host = address.host.toLatin1(); // an IPv6 address
    }
    if (style == S3Access::Style::VirtualHost) {
        host = address.bucket.toLatin1() + '.' + host;
    }
    if (host.contains(':')) {
        host = '[' + host + ']';
    }
    const int usual = address.encrypted ? 443 : 80;
    return address.port > 0 && address.port != usual ? host + ':' + QByteArray::number(address.port) : host;
}

} // namespace

Bucket::Bucket(WarehouseAddress address, S3Access access)
    : m_address(std::move(address))
    , m_access(std::move(access))
    , m_host(hostHeader(m_address, m_access.style))
    , m_transport(m_access)
{
}

QString Bucket::fullKey(const QString& key) const
{
    return m_address.prefix.isEmpty() ? key : m_address.prefix + u'/' + key;
}

std::chrono::milliseconds Bucket::clockOffset() const
{
    return std::chrono::milliseconds(m_offset.load());
}

QDateTime Bucket::now() const
{
    const QDateTime time = m_access.now ? m_access.now() : QDateTime::currentDateTimeUtc();
    return time.addMSecs(m_offset);
}

HttpRequest Bucket::signedRequest(const Ask& ask, const QByteArray& payloadSha256,
                                  const QDateTime& time) const
{
    SignedParts parts;
    parts.method = ask.method;
    QByteArray path = "/";
    if (m_access.style == S3Access::Style::Path) {
        path += m_address.bucket.toUtf8();
        path += ask.key.isEmpty() ? "" : "/";
    }
    parts.path = encodePath(path + ask.key.toUtf8());
    parts.query = encodeQuery(ask.query);
    parts.headers = ask.headers;
    parts.headers.emplace_back("Host", m_host);
    parts.headers.emplace_back("x-amz-date", amzDate(time));
    parts.headers.emplace_back("x-amz-content-sha256", payloadSha256);
    if (!ask.body.isEmpty()) {
        const QByteArray md5 = ask.claimedMd5.isEmpty()
                                   ? QCryptographicHash::hash(ask.body, QCryptographicHash::Md5)
                                   : QByteArray::fromHex(ask.claimedMd5);
        parts.headers.emplace_back("Content-MD5", md5.toBase64());
    }
    if (!ask.body.isEmpty() || ask.method == "PUT" || ask.method == "POST") {
        parts.headers.emplace_back("Content-Type", "application/octet-stream");
    }
    parts.payloadSha256 = payloadSha256;

    HttpRequest request;
    request.method = ask.method;
    request.url = QUrl::fromEncoded((m_address.encrypted ? "https://" : "http://") + m_host + parts.path +
                                        (parts.query.isEmpty() ? "" : "?" + parts.query),
                                    QUrl::StrictMode);
    request.headers = parts.headers;
    const Credentials credentials{m_access.accessKey.toUtf8(), m_access.secretKey.toUtf8(),
                                  m_access.region.toUtf8()};
    request.headers.emplace_back("Authorization", authorization(parts, credentials, time));
    request.headers.insert(request.headers.end(), ask.unsignedHeaders.begin(), ask.unsignedHeaders.end());
    request.body = ask.body;
    return request;
}

Result<HttpAnswer> Bucket::sendOnce(const HttpRequest& request, const Call& call, const Sink& sink)
{
    // A web page with status 200 must not be taken for an object: it is looked at first.
    QByteArray page;
    const Sink guarded = [&](const HttpAnswer& head, QByteArrayView piece) -> Status {
        if (!head.header("x-amz-request-id").isEmpty()) {
            return sink(head, piece);
        }
        page += piece.first(std::min(piece.size(), largestPage - page.size()));
        return {};
    };
    QElapsedTimer timer;
    timer.start();
    SOHOA_ASSIGN(HttpAnswer answer, m_transport.send(request, call, largestAnswer, sink ? guarded : Sink()));
    answer.body += page;
    if (std::optional<Error> stranger = strangerIn(answer)) {
        return failure(std::move(*stranger));
    }
    if (answer.status < 300) {
        noteSpeed(request.body.size(), timer.elapsed());
    }
    return answer;
}

void Bucket::noteSpeed(qint64 bytes, qint64 milliseconds)
{
    if (bytes < measuredFrom) {
        return;
    }
    const double now =
        1000.0 * static_cast<double>(bytes) / static_cast<double>(std::max<qint64>(1, milliseconds));
    const double before = m_speed;
    m_speed = before > 0 ? before + newestWeight * (now - before) : now;
}

Result<HttpAnswer> Bucket::ask(const Ask& ask, const Call& call, const Sink& sink)
{
    const QByteArray payload = ask.sha256.isEmpty() ? sha256Hex(ask.body).toLatin1() : ask.sha256;
    const qint64 offsetBefore = m_offset;
    const QDateTime time = now();
    SOHOA_ASSIGN(HttpAnswer answer, sendOnce(signedRequest(ask, payload, time), call, sink));
    if (answer.status != 403 && answer.status != 400) {
        return answer;
    }
    // HEAD has no body, so no code: the clocks themselves are compared.
    const QDateTime theirs = dateIn(answer);
    const bool said = codeIn(answer) == QLatin1String("RequestTimeTooSkewed");
    const bool apart = theirs.isValid() && std::llabs(time.msecsTo(theirs)) > suspiciousSkew;
    if (!said && !apart) {
        return answer;
    }
    if (!theirs.isValid()) {
        return failure(ErrorCode::ClockWrong, QStringLiteral("and the server does not say what time it is"));
    }
    const qint64 apartBy = time.msecsTo(theirs);
    m_offset = offsetBefore + apartBy;
    SOHOA_ASSIGN(HttpAnswer second, sendOnce(signedRequest(ask, payload, now()), call, sink));
    if (codeIn(second) == QLatin1String("RequestTimeTooSkewed")) {
        m_offset = offsetBefore; // the server's own time did not help: nothing is to be learnt from it
        return failure(ErrorCode::ClockWrong,
                       QStringLiteral("the server refuses its own time, %1 s from ours").arg(apartBy / 1000));
    }
    return second;
}

Result<HttpAnswer> Bucket::demand(const Ask& ask, const Call& call, const Sink& sink)
{
    SOHOA_ASSIGN(HttpAnswer answer, this->ask(ask, call, sink));
    if (answer.status < 200 || answer.status >= 300) {
        return failure(meaningOf(answer));
    }
    return answer;
}

} // namespace sohoa::sync::s3
