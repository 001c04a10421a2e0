// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/s3/access.h"
#include "sync/warehouse.h"

#include <mutex>

namespace sohoa::sync {

namespace s3 {
class Bucket;
}

/// A warehouse in a bucket of an S3 engine. Rests on nothing that engines do differently: names are hashes or
/// belong to one writer, so an object is asked for, written, and read back; a refusal without a reason, a
/// lost answer, 409, 500 and 503 are doubts, and doubts are settled by looking. Every body is guarded by
/// Content-MD5 and x-amz-content-sha256. Any threads, several at once. Errors beyond those of Warehouse:
/// WarehouseKeyRefused, WarehouseMissing (no such bucket, or nobody has made a warehouse in it),
/// WarehouseBusy, WarehouseMoved, WarehouseNotTrusted, WarehouseAnswerInvalid, NetworkIntercepted,
/// ClockWrong.
class S3Warehouse final : public Warehouse
{
public:
    /// Touches nothing. `identity` as for openWarehouse. @param address of kind S3
    S3Warehouse(WarehouseAddress address, S3Access access, QString identity = {});
    ~S3Warehouse() override;

    /// Makes v1/warehouse.json unless it is there; never the bucket. @return the identity. WarehouseRefused
    /// when there are papers or logs without it: a warehouse that lost its marker.
    [[nodiscard]] static Result<QString> setUp(const WarehouseAddress& address, const S3Access& access);

    Result<PutOutcome> putIfAbsent(const QString& key, const QByteArray& content, const Call& call) override;
    Result<QByteArray> get(const QString& key, qint64 limit, const Call& call) override;
    Result<std::optional<ObjectFacts>> head(const QString& key, const Call& call) override;
    Result<ListPage> listAfter(const QString& prefix, const QString& after, int limit,
                               const Call& call) override;
    Result<std::unique_ptr<LargePut>> beginLarge(const LargePutState& state) override;
    Result<std::unique_ptr<LargePut>> resumeLarge(const LargePutState& saved) override;
    Status confirm(const QString& key, const QString& sha256, qint64 length, const Call& call) override;
    Result<QString> identity() override;
    [[nodiscard]] QString describe() const override;
    [[nodiscard]] std::chrono::milliseconds clockOffset() const override;
    [[nodiscard]] qint64 partLengthFor(qint64 length) const override;
    [[nodiscard]] qint64 putLimit() const override;
    /// As many connections as Qt opens to one host.
    [[nodiscard]] int lanes() const override { return 6; }

private:
    /// That this is the warehouse that is remembered; asked until it was seen once.
    [[nodiscard]] Status present(const Call& call);

    std::shared_ptr<s3::Bucket> m_bucket;
    QString m_identity;
    std::mutex m_mutex;
    QString m_seen; ///< the identity found there
};

} // namespace sohoa::sync
