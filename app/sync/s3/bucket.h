// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/s3/answers.h"
#include "sync/s3/transport.h"

#include <atomic>
#include <memory>

namespace sohoa::sync::s3 {

/// One question to a bucket.
struct Ask
{
    QByteArray method = "GET";
    QString key = {}; ///< in full; empty asks the bucket itself
    Fields query = {};
    Fields headers = {}; ///< besides host, x-amz-date and x-amz-content-sha256
    QByteArray body = {};
    QByteArray sha256 = {}; ///< of the body in hex, where it is known already
    // For probes alone: what an honest request never has.
    QByteArray claimedMd5 = {}; ///< instead of the true one, in hex
    Fields unsignedHeaders = {};
};

/// A bucket on a server: signs, sends, and tells answers of the server from those of others. Any threads, up
/// to six at once.
class Bucket
{
public:
    /// @param address of kind S3
    Bucket(WarehouseAddress address, S3Access access);

    /// Asks once; once more when the clocks differ, by the server's time. Any answer of an S3 server is a
    /// result, whatever its status. Bodies get Content-MD5 and x-amz-content-sha256. Errors: those of
    /// Transport::send(), of strangerIn(), ClockWrong.
    [[nodiscard]] Result<HttpAnswer> ask(const Ask& ask, const Call& call, const Sink& sink = {});
    /// As ask(), and what is not 2xx is an error as meaningOf() says.
    [[nodiscard]] Result<HttpAnswer> demand(const Ask& ask, const Call& call, const Sink& sink = {});

    /// "v1/…" with the part of the bucket that is ours.
    [[nodiscard]] QString fullKey(const QString& key) const;
    [[nodiscard]] const WarehouseAddress& address() const { return m_address; }
    [[nodiscard]] const S3Access& access() const { return m_access; }
    /// The server's clock minus ours, as far as a refusal made it known; 0 otherwise.
    [[nodiscard]] std::chrono::milliseconds clockOffset() const;
    /// Bytes a second that bodies of the last minutes went at; 0 while unknown.
    [[nodiscard]] double speed() const { return m_speed; }

private:
    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] HttpRequest signedRequest(const Ask& ask, const QByteArray& payloadSha256,
                                            const QDateTime& time) const;
    [[nodiscard]] Result<HttpAnswer> sendOnce(const HttpRequest& request, const Call& call, const Sink& sink);
    void noteSpeed(qint64 bytes, qint64 milliseconds);

    WarehouseAddress m_address;
    S3Access m_access;
    QByteArray m_host; ///< as the header Host says it
    Transport m_transport;
    std::atomic<qint64> m_offset = 0; ///< milliseconds
    std::atomic<double> m_speed = 0;
};

} // namespace sohoa::sync::s3
