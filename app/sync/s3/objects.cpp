// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/s3/objects.h"

#include "base/digest.h"
#include "base/sha256.h"
#include "sync/s3/meaning.h"

#include <QElapsedTimer>

#include <algorithm>
#include <thread>

namespace sohoa::sync::s3 {

namespace {

using namespace std::chrono_literals;

constexpr auto shortestPause = 250ms;
constexpr auto longestPause = 5s;
constexpr auto glance = 50ms;

Ask askFor(Bucket& bucket, const QByteArray& method, const QString& key)
{
    Ask ask;
    ask.method = method;
    ask.key = bucket.fullKey(key);
    return ask;
}

/// Whether the bucket has the key, by its listing: for keys that may list but not ask for what is missing.
Result<std::optional<ObjectFacts>> lookInList(Bucket& bucket, const QString& key, const Call& call)
{
    Ask ask;
    const QString full = bucket.fullKey(key);
    ask.query = {{"list-type", "2"}, {"encoding-type", "url"}, {"prefix", full.toUtf8()}, {"max-keys", "1"}};
    SOHOA_ASSIGN(const HttpAnswer answer, bucket.demand(ask, call));
    SOHOA_ASSIGN(const ListAnswer list, listIn(answer.body));
    if (list.objects.empty() || list.objects.front().key != full) {
        return std::nullopt;
    }
    return ObjectFacts{list.objects.front().length, {}};
}

/// Waits, unless stopped.
void pauseFor(std::chrono::milliseconds pause, const StopToken& stop)
{
    QElapsedTimer timer;
    timer.start();
    while (!stop.stop_requested() && !timer.hasExpired(pause.count())) {
        std::this_thread::sleep_for(glance);
    }
}

/// Reads an object from where it stands, over as many connections as it takes.
class Reading
{
public:
    Reading(Bucket& bucket, const QString& key, const std::function<Status(QByteArrayView)>& take,
            const Call& call)
        : m_bucket(bucket)
        , m_key(key)
        , m_take(take)
        , m_call(call)
    {
    }

    Status run()
    {
        std::chrono::milliseconds pause = shortestPause;
        QElapsedTimer away;
        away.start();
        while (true) {
            const qint64 before = m_offset;
            const Status read = readOn();
            if (read || (m_total >= 0 && m_offset == m_total)) {
                return {}; // all of it came, even if the line broke with the last byte
            }
            const bool passes = read.error().code == ErrorCode::WarehouseUnreachable ||
                                read.error().code == ErrorCode::WarehouseBusy;
            if (m_offset > before) {
                away.restart();
                pause = shortestPause;
            }
            const qint64 patience = m_bucket.access().patience.outage.count();
            if (!passes || m_offset == 0 || away.elapsed() + pause.count() > patience) {
                return failure(read.error());
            }
            pauseFor(pause, m_call.stop);
            pause = std::min<std::chrono::milliseconds>(pause * 2, longestPause);
        }
    }

private:
    Status readOn()
    {
        m_seen = 0;
        Ask ask = askFor(m_bucket, "GET", m_key);
        if (m_offset > 0) {
            ask.headers = {{"Range", "bytes=" + QByteArray::number(m_offset) + '-'}, {"If-Match", m_etag}};
        }
        SOHOA_ASSIGN(const HttpAnswer answer,
                     m_bucket.demand(ask, Call{m_call.stop, {}},
                                     [this](const HttpAnswer& head, QByteArrayView piece) -> Status {
                                         SOHOA_TRY(noteHead(head));
                                         SOHOA_TRY(m_take(piece));
                                         m_offset += piece.size();
                                         if (m_call.progress) {
                                             m_call.progress(m_offset, m_total);
                                         }
                                         return {};
                                     }));
        SOHOA_TRY(noteHead(answer));
        if (m_offset != m_total) {
            return failure(ErrorCode::WarehouseUnreachable,
                           QStringLiteral("%1 bytes of %2 came").arg(m_offset).arg(m_total));
        }
        return {};
    }

    Status noteHead(const HttpAnswer& head)
    {
        if (m_seen == head.status && m_total >= 0) {
            return {};
        }
        const std::optional<qint64> length = head.length();
        if (!length) {
            return failure(ErrorCode::WarehouseAnswerInvalid, QStringLiteral("an object without its length"));
        }
        if (head.status != (m_offset > 0 ? 206 : 200)) {
            return failure(ErrorCode::WarehouseAnswerInvalid,
                           QStringLiteral("status %1 for a piece of an object").arg(head.status));
        }
        if (m_total < 0) {
            m_total = *length;
            m_etag = head.header("etag");
        } else if (m_offset + *length != m_total) {
            return failure(
                ErrorCode::WarehouseAnswerInvalid,
                QStringLiteral("%1 bytes of the rest, not %2").arg(*length).arg(m_total - m_offset));
        }
        m_seen = head.status;
        return {};
    }

    Bucket& m_bucket;
    const QString& m_key;
    const std::function<Status(QByteArrayView)>& m_take;
    const Call& m_call;
    QByteArray m_etag;
    qint64 m_offset = 0;
    qint64 m_total = -1;
    int m_seen = 0; ///< status of the answer whose head was looked at
};

} // namespace

Result<std::optional<ObjectFacts>> headObject(Bucket& bucket, const QString& key, const Call& call)
{
    SOHOA_ASSIGN(const HttpAnswer answer, bucket.ask(askFor(bucket, "HEAD", key), call));
    if (answer.status == 200) {
        const std::optional<qint64> length = answer.length();
        if (!length) {
            return failure(ErrorCode::WarehouseAnswerInvalid, QStringLiteral("an object without its length"));
        }
        ObjectFacts facts{*length, {}};
        const QString claim = QString::fromLatin1(answer.header("x-amz-meta-sha256"));
        if (isSha256Hex(claim)) {
            facts.sha256 = claim;
        }
        return facts;
    }
    if (answer.status == 404) {
        return std::nullopt;
    }
    // HEAD has no body, so no code: a wrong key, a missing right and, for some keys, a missing object look
    // alike. The listing tells them apart.
    if (answer.status == 403 || answer.status == 401 || answer.status == 400) {
        return lookInList(bucket, key, call);
    }
    return failure(meaningOf(answer));
}

Status readObject(Bucket& bucket, const QString& key, const std::function<Status(QByteArrayView)>& take,
                  const Call& call)
{
    Status read = Reading(bucket, key, take, call).run();
    if (!read && read.error().code == ErrorCode::WarehouseRefused) {
        // For some keys a missing object looks like a forbidden one.
        const auto listed = lookInList(bucket, key, Call{call.stop, {}});
        if (listed && !*listed) {
            return failure(ErrorCode::NotFound, QStringLiteral("refused, and not in the list"), read.error());
        }
    }
    return read;
}

Result<std::optional<PutOutcome>> compareObject(Bucket& bucket, const QString& key, const QString& sha256,
                                                qint64 length, const Call& call)
{
    const Call quiet{call.stop, {}};
    SOHOA_ASSIGN(const std::optional<ObjectFacts> facts, headObject(bucket, key, quiet));
    if (!facts) {
        return std::nullopt;
    }
    if (facts->length != length) {
        return failure(ErrorCode::WarehouseConflict,
                       QStringLiteral("%1 bytes are there, not %2").arg(facts->length).arg(length));
    }
    QString found = facts->sha256.value_or(QString());
    if (found.isEmpty()) {
        Sha256 hash;
        SOHOA_TRY(readObject(
            bucket, key,
            [&hash](QByteArrayView piece) -> Status {
                hash.addData(piece);
                return {};
            },
            quiet));
        found = hash.hex();
    }
    if (found != sha256) {
        return failure(ErrorCode::WarehouseConflict,
                       QStringLiteral("other content of the same length is there"));
    }
    return PutOutcome::AlreadySame;
}

} // namespace sohoa::sync::s3
