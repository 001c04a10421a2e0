// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/s3/s3warehouse.h"

#include "base/digest.h"
#include "base/sha256.h"
#include "sync/keys.h"
#include "sync/marker.h"
#include "sync/s3/largeput.h"
#include "sync/s3/meaning.h"
#include "sync/s3/objects.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sohoa::sync {

namespace {

using namespace s3;

constexpr double secondsAPart = 60;
constexpr qint64 mebibyte = 1024LL * 1024;
constexpr qint64 largestPart = 32 * mebibyte;
/// With honest conditions an object this small is sent without asking whether it is there.
constexpr qint64 sentUnasked = mebibyte;

Status expectKey(const QString& key)
{
    if (!isValidKey(key)) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("not a key"));
    }
    return {};
}

/// v1/warehouse.json; empty when it is not there.
Result<std::optional<QByteArray>> readMarker(Bucket& bucket, const Call& call)
{
    QByteArray bytes;
    const Status read = readObject(
        bucket, markerKey(),
        [&bytes](QByteArrayView piece) -> Status {
            if (bytes.size() + piece.size() > largestMarker) {
                return failure(ErrorCode::WarehouseRefused, QStringLiteral("warehouse.json is too long"));
            }
            bytes += piece;
            return {};
        },
        call);
    if (!read && read.error().code == ErrorCode::NotFound) {
        return std::nullopt;
    }
    SOHOA_TRY(read);
    return bytes;
}

Status putMarker(Bucket& bucket, const QByteArray& marker, bool conditional)
{
    Ask ask;
    ask.method = "PUT";
    ask.key = bucket.fullKey(markerKey());
    ask.body = marker;
    ask.headers = {{"x-amz-meta-sha256", sha256Hex(marker).toLatin1()}};
    if (conditional) {
        ask.headers.emplace_back("If-None-Match", "*");
    }
    SOHOA_TRY(bucket.demand(ask, {}));
    return {};
}

Result<ListAnswer> list(Bucket& bucket, const QString& prefix, const QString& after, int limit,
                        const Call& call)
{
    Ask ask;
    ask.query = {{"list-type", "2"},
                 {"encoding-type", "url"},
                 {"prefix", bucket.fullKey(prefix).toUtf8()},
                 {"max-keys", QByteArray::number(limit)}};
    if (!after.isEmpty()) {
        ask.query.emplace_back("start-after", bucket.fullKey(after).toUtf8());
    }
    SOHOA_ASSIGN(const HttpAnswer answer, bucket.demand(ask, call));
    return listIn(answer.body);
}

} // namespace

S3Warehouse::S3Warehouse(WarehouseAddress address, S3Access access, QString identity)
    : m_bucket(std::make_shared<Bucket>(std::move(address), std::move(access)))
    , m_identity(std::move(identity))
{
}

S3Warehouse::~S3Warehouse() = default;

Result<QString> S3Warehouse::setUp(const WarehouseAddress& address, const S3Access& access)
{
    Bucket bucket(address, access);
    SOHOA_ASSIGN(std::optional<QByteArray> marker, readMarker(bucket, {}));
    if (!marker) {
        for (const QString& inUse : {QStringLiteral("v1/blobs/"), QStringLiteral("v1/log/")}) {
            SOHOA_ASSIGN(const ListAnswer found, list(bucket, inUse, {}, 1, {}));
            if (!found.objects.empty()) {
                return failure(ErrorCode::WarehouseRefused,
                               QStringLiteral("a warehouse that lost its v1/warehouse.json"));
            }
        }
        SOHOA_ASSIGN(const QByteArray fresh, freshMarker());
        // Two that set up at once: where conditions hold one of them wins, and both read what is there.
        Status put = putMarker(bucket, fresh, true);
        if (!put && put.error().code == ErrorCode::Unsupported) {
            put = putMarker(bucket, fresh, false);
        }
        if (!put && !leavesInDoubt(put.error().code)) {
            return failure(put.error());
        }
        SOHOA_ASSIGN(marker, readMarker(bucket, {}));
        if (!marker) {
            return put ? failure(ErrorCode::WarehouseAnswerInvalid,
                                 QStringLiteral("what was stored is not there"))
                       : failure(put.error());
        }
    }
    return identityIn(*marker, {});
}

Status S3Warehouse::present(const Call& call)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_seen.isEmpty()) {
            return {};
        }
    }
    SOHOA_ASSIGN(const std::optional<QByteArray> marker, readMarker(*m_bucket, Call{call.stop, {}}));
    if (!marker) {
        return failure(ErrorCode::WarehouseMissing, QStringLiteral("no v1/warehouse.json in this bucket"));
    }
    SOHOA_ASSIGN(const QString found, identityIn(*marker, m_identity));
    const std::lock_guard lock(m_mutex);
    m_seen = found;
    return {};
}

Result<PutOutcome> S3Warehouse::putIfAbsent(const QString& key, const QByteArray& content, const Call& call)
{
    SOHOA_TRY(expectKey(key));
    const QString sha256 = sha256Hex(content);
    const auto named = sha256FromBlobKey(key);
    if (content.size() > largestPut || (named && *named != sha256)) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("too long, or not what its name says"));
    }
    SOHOA_TRY(present(call));
    const bool conditional = m_bucket->access().honestConditions;
    if (!conditional || content.size() > sentUnasked) {
        SOHOA_ASSIGN(const std::optional<PutOutcome> there,
                     compareObject(*m_bucket, key, sha256, content.size(), call));
        if (there) {
            return *there;
        }
    }
    Ask ask;
    ask.method = "PUT";
    ask.key = m_bucket->fullKey(key);
    ask.body = content;
    ask.sha256 = sha256.toLatin1();
    ask.headers = {{"x-amz-meta-sha256", sha256.toLatin1()}};
    if (conditional) {
        ask.headers.emplace_back("If-None-Match", "*");
    }
    Result<HttpAnswer> put = m_bucket->demand(ask, call);
    if (!put && conditional && put.error().code == ErrorCode::Unsupported) {
        // Another engine than the one that was probed: without the condition, and so after a question.
        SOHOA_ASSIGN(const std::optional<PutOutcome> there,
                     compareObject(*m_bucket, key, sha256, content.size(), call));
        if (there) {
            return *there;
        }
        ask.headers.pop_back();
        put = m_bucket->demand(ask, call);
    }
    if (put && put->header("etag").isEmpty()) {
        put = failure(ErrorCode::WarehouseAnswerInvalid, QStringLiteral("a put without receipt"));
    }
    if (!put) {
        if (!leavesInDoubt(put.error().code)) {
            return failure(put.error());
        }
        // Done and the answer lost, or our own earlier try, or not done: the warehouse knows.
        const auto there = compareObject(*m_bucket, key, sha256, content.size(), call);
        if (!there && there.error().code == ErrorCode::WarehouseConflict) {
            return failure(there.error());
        }
        if (!there || !*there) {
            return failure(
                put.error().code == ErrorCode::WarehouseConflict
                    ? Error{ErrorCode::WarehouseBusy, QStringLiteral("412, yet nothing is there"), {}}
                    : put.error());
        }
        return **there;
    }
    if (call.progress) {
        call.progress(content.size(), content.size());
    }
    return PutOutcome::Created;
}

Result<QByteArray> S3Warehouse::get(const QString& key, qint64 limit, const Call& call)
{
    SOHOA_TRY(expectKey(key));
    SOHOA_TRY(present(call));
    QByteArray content;
    SOHOA_TRY(readObject(
        *m_bucket, key,
        [&content, limit](QByteArrayView piece) -> Status {
            if (content.size() + piece.size() > limit) {
                return failure(ErrorCode::FileTooLarge, QStringLiteral("over %1 bytes").arg(limit));
            }
            content.append(piece);
            return {};
        },
        call));
    return content;
}

Result<std::optional<ObjectFacts>> S3Warehouse::head(const QString& key, const Call& call)
{
    SOHOA_TRY(expectKey(key));
    SOHOA_TRY(present(call));
    SOHOA_ASSIGN(std::optional<ObjectFacts> facts, headObject(*m_bucket, key, call));
    if (facts) {
        facts->sha256.reset(); // what its writer claims, not what the warehouse knows
    }
    return facts;
}

Result<ListPage> S3Warehouse::listAfter(const QString& prefix, const QString& after, int limit,
                                        const Call& call)
{
    if (limit < 1 || limit > largestPage) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a page of %1").arg(limit));
    }
    SOHOA_TRY(present(call));
    const QString ours = m_bucket->fullKey({});
    ListPage page;
    QByteArray last = m_bucket->fullKey(after).toUtf8();
    QString cursor = after;
    page.more = true;
    // An engine may give fewer than it was asked for, and keys may lie there that are none of ours.
    while (page.more && page.objects.size() < static_cast<std::size_t>(limit)) {
        const int wanted = limit - static_cast<int>(page.objects.size());
        SOHOA_ASSIGN(const ListAnswer answer, list(*m_bucket, prefix, cursor, wanted, call));
        if (answer.truncated && answer.objects.empty()) {
            return failure(ErrorCode::WarehouseAnswerInvalid, QStringLiteral("a list that does not go on"));
        }
        if (answer.objects.size() > static_cast<std::size_t>(wanted)) {
            return failure(ErrorCode::WarehouseAnswerInvalid, QStringLiteral("a list longer than asked for"));
        }
        for (const ListedObject& object : answer.objects) {
            const QByteArray bytes = object.key.toUtf8();
            if (bytes <= last || !object.key.startsWith(m_bucket->fullKey(prefix))) {
                return failure(ErrorCode::WarehouseAnswerInvalid, QStringLiteral("a list out of order"));
            }
            last = bytes;
            cursor = object.key.mid(ours.size());
            if (isValidKey(cursor)) {
                page.objects.push_back({cursor, object.length});
            }
        }
        page.more = answer.truncated;
    }
    return page;
}

Result<std::unique_ptr<LargePut>> S3Warehouse::beginLarge(const LargePutState& state)
{
    SOHOA_TRY(present({}));
    return beginInBucket(m_bucket, state);
}

Result<std::unique_ptr<LargePut>> S3Warehouse::resumeLarge(const LargePutState& saved)
{
    SOHOA_TRY(present({}));
    return resumeInBucket(m_bucket, saved);
}

Status S3Warehouse::confirm(const QString& key, const QString& sha256, qint64 length, const Call& call)
{
    SOHOA_TRY(expectKey(key));
    SOHOA_TRY(present(call));
    Sha256 hash;
    qint64 found = 0;
    SOHOA_TRY(readObject(
        *m_bucket, key,
        [&](QByteArrayView piece) -> Status {
            hash.addData(piece);
            found += piece.size();
            // Somebody's huge object under our name need not be read to its end.
            return found <= length
                       ? Status()
                       : failure(ErrorCode::WarehouseMismatch, QStringLiteral("longer than sent"));
        },
        call));
    if (found != length || hash.hex() != sha256) {
        return failure(ErrorCode::WarehouseMismatch,
                       QStringLiteral("read back %1 bytes of %2%3")
                           .arg(found)
                           .arg(length)
                           .arg(found == length ? QStringLiteral(", other content") : QString()));
    }
    return {};
}

Result<QString> S3Warehouse::identity()
{
    SOHOA_TRY(present({}));
    const std::lock_guard lock(m_mutex);
    return m_seen;
}

QString S3Warehouse::describe() const
{
    const WarehouseAddress& address = m_bucket->address();
    return (address.encrypted ? QStringLiteral("s3+https://") : QStringLiteral("s3+http://")) + address.host +
           (address.port > 0 ? u':' + QString::number(address.port) : QString()) + u'/' + address.bucket +
           (address.prefix.isEmpty() ? QString() : u'/' + address.prefix);
}

std::chrono::milliseconds S3Warehouse::clockOffset() const
{
    return m_bucket->clockOffset();
}

qint64 S3Warehouse::partLengthFor(qint64 length) const
{
    const double speed = m_bucket->speed();
    const auto within = [speed](double seconds) {
        return static_cast<qint64>(std::min<double>(speed * seconds, largestPart));
    };
    // About a minute of a slow line, a second of a fast one, and what is usual between: a program that is
    // ended in the middle loses half of it.
    const qint64 aMinute = speed > 0 ? std::max(std::min(within(secondsAPart), defaultPartLength), within(1))
                                     : defaultPartLength;
    // Whole mebibytes; no less than S3 takes, and no more than 10,000 of them.
    const qint64 fitted = std::clamp(aMinute / mebibyte * mebibyte, smallestPart, largestPart);
    const qint64 needed = (length + mostParts - 1) / mostParts;
    return std::max(fitted, (needed + mebibyte - 1) / mebibyte * mebibyte);
}

qint64 S3Warehouse::putLimit() const
{
    return std::min(partLengthFor(0), largestPut);
}

} // namespace sohoa::sync
