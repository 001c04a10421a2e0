// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/s3/transport.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>

class QNetworkAccessManager;
class QSslConfiguration;

namespace sohoa::sync::s3 {

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

/// Sends the request of an exchange in the thread of `manager`, gives up as the patience of `access` says,
/// and goes away by itself when it is over. `access` must outlive it.
void startExchange(QNetworkAccessManager& manager, const QSslConfiguration& tls, const S3Access& access,
                   std::shared_ptr<Exchange> exchange);

} // namespace sohoa::sync::s3
