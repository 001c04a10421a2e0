// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/s3/largeput.h"

#include "base/digest.h"
#include "base/sha256.h"
#include "sync/keys.h"
#include "sync/s3/meaning.h"
#include "sync/s3/objects.h"

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

namespace sohoa::sync::s3 {

namespace {

constexpr qsizetype longestUpload = 1024;
/// Stands where the upload id would, for an object that was there before. No engine makes such an id.
const QString alreadyThere = QStringLiteral("(there)");

QByteArray md5Of(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex();
}

/// Whether an ETag is an MD5 in quotes, as it is of parts that the server does not encrypt with own keys.
bool isPlainETag(const QString& etag)
{
    return etag.size() == 34 && etag.startsWith(u'"') && etag.endsWith(u'"');
}

class S3LargePut final : public LargePut
{
public:
    S3LargePut(std::shared_ptr<Bucket> bucket, LargePutState state)
        : m_bucket(std::move(bucket))
        , m_state(std::move(state))
        , m_hashed(m_state.parts.empty())
    {
    }

    [[nodiscard]] const LargePutState& state() const override { return m_state; }
    [[nodiscard]] Status sendPart(QByteArrayView bytes, const Call& call) override;
    [[nodiscard]] Result<PutOutcome> complete(const Call& call) override;
    [[nodiscard]] Status abandon() override;

    [[nodiscard]] Status begin();
    [[nodiscard]] Status takeUp();

private:
    [[nodiscard]] Ask askUpload(const QByteArray& method, Fields query = {}) const
    {
        Ask ask;
        ask.method = method;
        ask.key = m_bucket->fullKey(m_state.key);
        ask.query = std::move(query);
        ask.query.emplace_back("uploadId", m_state.upload.toUtf8());
        return ask;
    }
    [[nodiscard]] Result<std::optional<PutOutcome>> compare(const Call& call) const
    {
        return compareObject(*m_bucket, m_state.key, m_state.sha256, m_state.length, call);
    }
    /// All parts as confirmed, because the object itself is there.
    void countAllAsThere()
    {
        m_state.upload = alreadyThere;
        m_state.parts.clear();
        for (qint64 offset = 0; offset < m_state.length; offset += m_state.partLength) {
            m_state.parts.push_back({std::min(m_state.partLength, m_state.length - offset), {}});
        }
        m_hashed = false;
    }
    [[nodiscard]] Result<std::vector<ListedPart>> listParts(int after, const Call& call) const;
    void countPart(QByteArrayView bytes, const QString& etag);

    std::shared_ptr<Bucket> m_bucket;
    LargePutState m_state;
    Sha256 m_hash;
    bool m_hashed; ///< every part so far went through m_hash
};

Status S3LargePut::begin()
{
    // The answer to an earlier try may have been lost: what is there is not sent again.
    SOHOA_ASSIGN(const std::optional<PutOutcome> there, compare({}));
    if (there) {
        countAllAsThere();
        return {};
    }
    Ask ask;
    ask.method = "POST";
    ask.key = m_bucket->fullKey(m_state.key);
    ask.query = {{"uploads", ""}};
    ask.headers = {{"x-amz-meta-sha256", m_state.sha256.toLatin1()}};
    SOHOA_ASSIGN(const HttpAnswer answer, m_bucket->demand(ask, {}));
    SOHOA_ASSIGN(m_state.upload, uploadIdIn(answer.body));
    return {};
}

Result<std::vector<ListedPart>> S3LargePut::listParts(int after, const Call& call) const
{
    std::vector<ListedPart> parts;
    while (true) {
        Fields query;
        if (after > 0) {
            query.emplace_back("part-number-marker", QByteArray::number(after));
        }
        SOHOA_ASSIGN(const HttpAnswer answer, m_bucket->demand(askUpload("GET", query), call));
        SOHOA_ASSIGN(const PartsAnswer page, partsIn(answer.body));
        for (const ListedPart& part : page.parts) {
            if (part.number <= after) {
                return failure(ErrorCode::WarehouseAnswerInvalid, QStringLiteral("parts out of order"));
            }
            after = part.number;
            parts.push_back(part);
        }
        if (!page.truncated) {
            return parts;
        }
        if (page.parts.empty()) {
            return failure(ErrorCode::WarehouseAnswerInvalid, QStringLiteral("parts that do not go on"));
        }
    }
}

Status S3LargePut::takeUp()
{
    const auto goOnWithObject = [this]() -> Status {
        SOHOA_ASSIGN(const std::optional<PutOutcome> there, compare({}));
        if (!there) {
            return failure(ErrorCode::NotFound, QStringLiteral("the upload is gone"));
        }
        countAllAsThere();
        return {};
    };
    if (m_state.upload == alreadyThere) {
        return goOnWithObject();
    }
    if (m_state.confirmed() == m_state.length) {
        // All was sent, so it may have been joined too: Swift lists the parts of what is joined already.
        const auto there = compare({});
        if (there && *there) {
            countAllAsThere();
            return {};
        }
    }
    const auto listed = listParts(0, {});
    if (!listed && listed.error().code == ErrorCode::NotFound) {
        return goOnWithObject();
    }
    SOHOA_TRY(listed);
    // As far as they follow each other, have the right lengths, and are what we remember of them.
    std::vector<LargePutState::Part> confirmed;
    qint64 offset = 0;
    for (const ListedPart& part : *listed) {
        const std::size_t index = confirmed.size();
        const qint64 due = std::min(m_state.partLength, m_state.length - offset);
        const bool remembered = index >= m_state.parts.size() || m_state.parts[index].receipt.isEmpty() ||
                                m_state.parts[index].receipt == part.etag;
        if (part.number != static_cast<int>(index) + 1 || part.length != due || due == 0 || !remembered) {
            break;
        }
        confirmed.push_back({part.length, part.etag});
        offset += part.length;
    }
    m_state.parts = std::move(confirmed);
    m_hashed = m_state.parts.empty();
    return {};
}

void S3LargePut::countPart(QByteArrayView bytes, const QString& etag)
{
    if (m_hashed) {
        m_hash.addData(bytes);
    }
    m_state.parts.push_back({bytes.size(), etag});
}

Status S3LargePut::sendPart(QByteArrayView bytes, const Call& call)
{
    const qint64 offset = m_state.confirmed();
    const qint64 wanted = std::min(m_state.partLength, m_state.length - offset);
    if (bytes.size() != wanted || wanted == 0) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a part of %1 bytes is due").arg(wanted));
    }
    const int number = static_cast<int>(m_state.parts.size()) + 1;
    Ask ask = askUpload("PUT", {{"partNumber", QByteArray::number(number)}});
    ask.body = bytes.toByteArray();
    const Result<HttpAnswer> sent = m_bucket->demand(ask, call);
    const QString md5 = u'"' + QString::fromLatin1(md5Of(bytes)) + u'"';
    if (sent) {
        const QString etag = QString::fromLatin1(sent->header("etag"));
        if (etag.isEmpty()) {
            return failure(ErrorCode::WarehouseAnswerInvalid, QStringLiteral("a part without receipt"));
        }
        if (isPlainETag(etag) && etag != md5) {
            return failure(ErrorCode::WarehouseMismatch, QStringLiteral("a part arrived with another hash"));
        }
        countPart(bytes, etag);
        return {};
    }
    if (!leavesInDoubt(sent.error().code)) {
        return failure(sent.error());
    }
    const auto listed = listParts(number - 1, Call{call.stop, {}});
    const bool arrived = listed && !listed->empty() && listed->front().number == number &&
                         listed->front().length == wanted && listed->front().etag == md5;
    if (!arrived) {
        return failure(sent.error());
    }
    countPart(bytes, listed->front().etag);
    return {};
}

Result<PutOutcome> S3LargePut::complete(const Call& call)
{
    if (m_state.confirmed() != m_state.length) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("parts are missing"));
    }
    if (m_state.upload == alreadyThere) {
        SOHOA_ASSIGN(const std::optional<PutOutcome> there, compare(call));
        return there ? Result<PutOutcome>(*there)
                     : failure(ErrorCode::NotFound, QStringLiteral("the object is gone"));
    }
    if (m_hashed && m_hash.hex() != m_state.sha256) {
        SOHOA_TRY(abandon());
        return failure(ErrorCode::WarehouseMismatch, QStringLiteral("the parts do not make up the object"));
    }
    Ask ask = askUpload("POST");
    ask.body = completionDocument(m_state.parts);
    Result<HttpAnswer> answer = m_bucket->demand(ask, call);
    if (answer && isCompleted(answer->body)) {
        countAllAsThere();
        return PutOutcome::Created;
    }
    const Error error = answer ? meaningOf(*answer) : answer.error();
    if (!answer && error.code == ErrorCode::WarehouseMismatch) {
        SOHOA_TRY(abandon());
        return failure(error);
    }
    // A 200 may hold an error, an upload that is gone may have been completed by us, an answer may be lost.
    if (answer || leavesInDoubt(error.code) || error.code == ErrorCode::NotFound) {
        const auto there = compare(call);
        if (!there && there.error().code == ErrorCode::WarehouseConflict) {
            return failure(there.error());
        }
        if (there && *there) {
            return **there;
        }
    }
    return failure(error);
}

Status S3LargePut::abandon()
{
    if (m_state.upload != alreadyThere) {
        const Result<HttpAnswer> answer = m_bucket->demand(askUpload("DELETE"), {});
        if (!answer && answer.error().code != ErrorCode::NotFound) {
            return failure(answer.error());
        }
    }
    m_state.parts.clear();
    return {};
}

bool isBlob(const LargePutState& state)
{
    return isSha256Hex(state.sha256) && state.key == blobKey(state.sha256) && state.length >= 1 &&
           state.partLength >= 1;
}

bool fitsS3(const LargePutState& state)
{
    const qint64 parts = (state.length + state.partLength - 1) / state.partLength;
    return parts <= mostParts && (parts == 1 || state.partLength >= smallestPart);
}

} // namespace

Result<std::unique_ptr<LargePut>> beginInBucket(std::shared_ptr<Bucket> bucket, const LargePutState& state)
{
    if (!isBlob(state) || !state.parts.empty() || !state.upload.isEmpty()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("not a blob to be begun"));
    }
    if (!fitsS3(state)) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("parts of another length than S3 takes"));
    }
    auto put = std::make_unique<S3LargePut>(std::move(bucket), state);
    SOHOA_TRY(put->begin());
    return put;
}

Result<std::unique_ptr<LargePut>> resumeInBucket(std::shared_ptr<Bucket> bucket, const LargePutState& saved)
{
    const bool isUpload = !saved.upload.isEmpty() && saved.upload.size() <= longestUpload &&
                          std::all_of(saved.upload.begin(), saved.upload.end(),
                                      [](QChar c) { return c > u' ' && c.unicode() < 0x7f; });
    if (!isBlob(saved) || saved.confirmed() > saved.length || !isUpload || !fitsS3(saved)) {
        return failure(ErrorCode::InvalidArgument,
                       QStringLiteral("not the state of an upload into a bucket"));
    }
    auto put = std::make_unique<S3LargePut>(std::move(bucket), saved);
    SOHOA_TRY(put->takeUp());
    return put;
}

} // namespace sohoa::sync::s3
