// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/s3/bucket.h"
#include "sync/s3/probe.h"

namespace sohoa::sync::s3 {

/// What the trials of probeWarehouse() have in common: a place of their own in the bucket, the report, and
/// how to put, read and join objects there.
class ProbeBench
{
protected:
    ProbeBench(const WarehouseAddress& address, const S3Access& access, const ProbeOptions& options,
               const StopToken& stop, std::function<void(const ProbeFinding&)> tell);

    void note(ProbeCheck check, ProbeVerdict verdict, ProbeSeen seen, const QString& detail = {});
    void failed(ProbeCheck check, const Error& error);
    /// A question about an object of ours, which is remembered to be removed.
    [[nodiscard]] Ask askFor(const QByteArray& method, const QString& name, const QByteArray& body = {});
    [[nodiscard]] Result<QByteArray> contentOf(const QString& name);
    /// Whether an object of ours is there.
    [[nodiscard]] Result<bool> isThere(const QString& name);
    /// Begins an upload of `name`. @return its id
    [[nodiscard]] Result<QString> begin(const QString& name);
    [[nodiscard]] Result<LargePutState::Part>
    sendPart(Bucket& bucket, const QString& name, const QString& upload, int number, const QByteArray& bytes);
    [[nodiscard]] Result<HttpAnswer> complete(const QString& name, const QString& upload,
                                              const std::vector<LargePutState::Part>& parts,
                                              const Fields& headers = {});
    /// Removes what was made, and notes what cannot be.
    void cleanUp();

    WarehouseAddress m_address;
    S3Access m_access;
    ProbeOptions m_options;
    Call m_call;
    std::function<void(const ProbeFinding&)> m_tell;
    std::shared_ptr<Bucket> m_bucket;
    QString m_place; ///< where our objects are, with a '/' at its end
    std::vector<QString> m_made;
    ProbeReport m_report;
};

/// Bytes that no server has seen before.
[[nodiscard]] QByteArray randomContent(qint64 length);

} // namespace sohoa::sync::s3
