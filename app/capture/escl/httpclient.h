// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/stoptoken.h"
#include "capture/escl/certificatebook.h"
#include "capture/escl/httpreader.h"

#include <QUrl>

#include <chrono>
#include <optional>

namespace sohoa::capture {

struct HttpRequest
{
    QByteArray method = "GET";
    QByteArray path = "/";
    QByteArray contentType = {};
    QByteArray body = {};
    std::chrono::milliseconds silence = std::chrono::seconds(30); ///< without a byte for so long: gone
    std::chrono::milliseconds total = std::chrono::minutes(5);    ///< for all of it
};

struct HttpAnswer
{
    HttpHead head = {};
    QByteArray body = {};  ///< when it did not go to a sink
    bool cutShort = false; ///< the connection ended before the body did
};

/// Speaks HTTP with one device on the network, each request on a connection of its own. Qt's own network
/// access is not used for one reason: it sends a request again by itself when a connection breaks, and a
/// second "give me the next page" loses the page of the first.
/// Blocks (with an event loop inside, so call it in a worker thread, which has none); `stop` ends a call at
/// once.
class HttpClient
{
public:
    /// @param base scheme, host and port of the device
    /// @param book what certificates are trusted; must outlive this
    HttpClient(QUrl base, CertificateBook& book);

    /// Sends a request and reads the answer. The body of an answer with status 200 goes to `body` when there
    /// is one; every other is kept up to 256 KiB. Redirects are not followed here.
    /// Errors: Cancelled, ScannerLost (no connection, silence, too long), ScannerNotTrusted, ScannerFailed
    /// (what came is no HTTP), FileTooLarge and the errors of `body`.
    [[nodiscard]] Result<HttpAnswer> send(const HttpRequest& request, const StopToken& stop,
                                          const HttpReader::Sink& body = {});

    /// How far the last connection can be trusted.
    [[nodiscard]] LinkTrust trust() const { return m_trust; }
    [[nodiscard]] const QUrl& base() const { return m_base; }

private:
    QUrl m_base;
    CertificateBook* m_book;
    LinkTrust m_trust = LinkTrust::Open;
};

} // namespace sohoa::capture
