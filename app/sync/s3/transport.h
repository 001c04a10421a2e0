// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/s3/access.h"
#include "sync/s3/signature.h"
#include "sync/warehouse.h"

#include <QThread>
#include <QUrl>

#include <functional>
#include <memory>

namespace sohoa::sync::s3 {

struct HttpRequest
{
    QByteArray method = "GET"; ///< GET, HEAD, DELETE, PUT, POST
    QUrl url;
    Fields headers = {}; ///< as they are to go out, Host included
    QByteArray body = {};
};

struct HttpAnswer
{
    int status = 0;
    Fields headers = {};  ///< names in lower case
    QByteArray body = {}; ///< when it did not go to a sink

    [[nodiscard]] QByteArray header(const QByteArray& lowerCaseName) const;
    /// Content-Length; empty when it is not said.
    [[nodiscard]] std::optional<qint64> length() const;
};

/// Takes the body of an answer with status 200 or 206 piece by piece, in the thread of the caller.
using Sink = std::function<Status(const HttpAnswer& head, QByteArrayView piece)>;

/// Carries requests to one server over kept connections (at most six at once). The network work is done in a
/// thread of its own, so send() may be called from any threads, several at once; each waits for its answer.
/// Redirects are not followed; no cookies, no cache, no credentials of the system.
class Transport
{
public:
    explicit Transport(const S3Access& access);
    ~Transport();
    Transport(const Transport&) = delete;
    Transport& operator=(const Transport&) = delete;

    /// Sends a request and waits. Any complete HTTP answer is a result, whatever its status.
    /// Errors: Cancelled (at once, by call.stop), WarehouseUnreachable (no name, no connection, cut, silent
    /// or slower than the patience says), WarehouseNotTrusted (detail: "expired", "other name", "unknown
    /// authority"), WarehouseAnswerInvalid (longer than `limit`), the errors of the sink.
    /// Bodies beyond 16 KiB go over the line once at most: after an error ask what arrived.
    /// @param limit bytes an answer may have when it does not go to the sink
    /// @param call  progress: of the body sent, or of the body received when none is sent
    [[nodiscard]] Result<HttpAnswer> send(const HttpRequest& request, const Call& call, qint64 limit,
                                          const Sink& sink = {});

private:
    class Worker;
    QThread m_thread;
    Worker* m_worker; ///< lives in m_thread
};

} // namespace sohoa::sync::s3
