// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <chrono>
#include <functional>

namespace sohoa::sync {

/// How long and how much is waited for. Tests make them short.
struct S3Patience
{
    std::chrono::milliseconds connecting = std::chrono::seconds(20); ///< until the first sign of life
    std::chrono::milliseconds answering =
        std::chrono::minutes(5); ///< from the last byte handed to the system
    /// A line that carries less than `leastBytes` in each such stretch is as good as down.
    std::chrono::milliseconds stretch = std::chrono::seconds(60);
    qint64 leastBytes = 2048;
    /// While an object is read back, a broken line may be away for so long before the reading begins anew.
    std::chrono::milliseconds outage = std::chrono::seconds(90);

    bool operator==(const S3Patience&) const = default;
};

/// What opens an S3 warehouse beside its address: keys, how to address it, and by which way. Never written to
/// a log; describe() of the warehouse says nothing of it.
struct S3Access
{
    enum class Style
    {
        Path,       ///< https://host/bucket/key: what every engine understands
        VirtualHost ///< https://bucket.host/key
    };

    QString accessKey = {};
    QString secretKey = {};
    QString region = QStringLiteral("us-east-1"); ///< Ceph's own name for "wherever"
    Style style = Style::Path;
    QByteArray caPem = {}; ///< certificates of the province's own authority, beside the system's
    QString proxy = {};    ///< "" as the system says, "none", or "host:port" of an HTTP proxy
    /// Whether a probe of this very bucket found that If-None-Match: * is honoured (sohoa-cli warehouse
    /// check). It saves a question for each small object, and is never what correctness rests on.
    bool honestConditions = false;
    /// How many of `wanted` bytes may cross the line now, 0 for none yet; asked again 20 times a second.
    /// Called in a thread of the transport. Empty: no limit.
    std::function<qint64(qint64 wanted)> allowance = {};
    S3Patience patience = {};
    std::function<QDateTime()> now = {}; ///< for tests; empty: the system's clock
};

} // namespace sohoa::sync
