// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/fakes3store.h"

#include <QStringList>
#include <QThread>

#include <atomic>
#include <mutex>
#include <optional>

namespace sohoa::test {

/// What goes wrong with one request.
enum class S3Fault
{
    None,
    NotReached,      ///< closes before anything is done
    CutWhileSending, ///< closes when some of the body has come
    AnswerLost,      ///< does it, then closes
    Silent,          ///< does it, and never answers
    CutAnswer,       ///< half of the body, then closes
    Trickle,         ///< the answer's body comes a byte at a time
    TrickleHead,     ///< its head too
    LongerThanSaid,  ///< more bytes than Content-Length
    Endless,         ///< a body that never ends
    Garbage,         ///< no HTTP at all
    NotXml,          ///< 200 of an S3 server with something else inside
    WrongHash,       ///< one bit of the body turned
    ErrorInside,     ///< 200 with an <Error> inside, nothing done
    Moved,           ///< 301 PermanentRedirect, as S3 says it
    SentElsewhere,   ///< 302 to another host
    Portal,          ///< 200 with a web page
    ProxyPage,       ///< 502 with a web page
    Status409,
    Status500,
    Status503,
    Full,     ///< 507
    Skewed,   ///< 403 RequestTimeTooSkewed with a Date that is no help
    Early403, ///< refuses before the body has come, and closes
};

/// An S3 server on 127.0.0.1 in memory, as honest and as faulty as wanted. Runs in a thread of its own; every
/// function may be called from any thread.
class FakeS3
{
public:
    /// @param pem certificate and key for https; empty: http
    explicit FakeS3(FakeS3Manners manners = {}, QByteArray pem = {});
    ~FakeS3();
    FakeS3(const FakeS3&) = delete;
    FakeS3& operator=(const FakeS3&) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    /// "s3+http://127.0.0.1:port/kho", or https and the host given
    [[nodiscard]] QString url(const QString& host = QStringLiteral("127.0.0.1")) const;

    /// Request number `request` from now on (1 is the next one) goes wrong, once.
    void failRequest(int request, S3Fault fault);
    /// Every request whose method this is ("" for all) goes wrong until called with None.
    void failAll(S3Fault fault, const QByteArray& method = {});
    /// "PUT v1/blobs/aa/…?partNumber=1" and so on, in order; those that went wrong too.
    [[nodiscard]] QStringList requests() const;
    void forgetRequests();
    /// Bytes of bodies that came in full.
    [[nodiscard]] qint64 bytesTaken() const { return m_bytesTaken; }

    /// Does something to the store between two requests.
    template<typename Work>
    auto with(Work work)
    {
        const std::lock_guard lock(m_mutex);
        return work(m_store);
    }

private:
    class Server;
    friend class Server;
    [[nodiscard]] S3Fault faultOf(const S3Request& request);

    mutable std::mutex m_mutex;
    FakeS3Store m_store;
    QByteArray m_pem;
    QStringList m_requests;
    std::map<int, S3Fault> m_faults;
    S3Fault m_faultOfAll = S3Fault::None;
    QByteArray m_methodOfAll;
    int m_count = 0;
    std::atomic<qint64> m_bytesTaken = 0;
    std::atomic<quint16> m_port = 0;
    QThread m_thread;
};

} // namespace sohoa::test
