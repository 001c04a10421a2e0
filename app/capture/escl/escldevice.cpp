// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/escl/escldevice.h"

#include <QElapsedTimer>

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace sohoa::capture::escl {

namespace {

using namespace std::chrono_literals;

constexpr int mostRedirects = 3;
constexpr auto longestPause = 8s;
constexpr auto ending = 3s; // for DELETE, when everybody waits for the end already

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool isPath(const QByteArray& path)
{
    return path.startsWith('/') && path.size() < 1024 &&
           std::all_of(path.begin(), path.end(), [](char c) { return c > ' ' && c < 127; });
}

/// "Retry-After: 3"; the form with a date is not used by scanners, and "0" is no reason to ask without a
/// pause.
std::chrono::milliseconds retryAfter(const HttpAnswer& answer, std::chrono::milliseconds usual)
{
    bool ok = false;
    const int seconds = answer.head.header("retry-after").toInt(&ok);
    return ok && seconds > 0
               ? std::min<std::chrono::milliseconds>(std::chrono::seconds(seconds), longestPause)
               : usual;
}

ErrorCode codeFor(int status)
{
    switch (status) {
    case 401:
    case 403:
    case 407:
        return ErrorCode::ScannerRefused;
    case 404:
    case 410:
        return ErrorCode::ScannerNotFound;
    case 400:
    case 405:
    case 406:
    case 409:
    case 415:
    case 422:
        return ErrorCode::ScannerCannot;
    case 503:
        return ErrorCode::ScannerBusy;
    default:
        return ErrorCode::ScannerFailed;
    }
}

tl::unexpected<Error> refusal(const char* doing, int status)
{
    return failure(codeFor(status),
                   QStringLiteral("%1: HTTP %2").arg(QLatin1String(doing), QString::number(status)));
}

} // namespace

bool pauseFor(std::chrono::milliseconds time, const StopToken& stop)
{
    std::mutex mutex;
    std::condition_variable_any changed;
    std::unique_lock lock(mutex);
    changed.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

Device::Device(const QUrl& base, CertificateBook& book, EsclScanner::Patience patience)
    : m_client(base, book)
    , m_book(book)
    , m_root(base.path(QUrl::FullyEncoded).toLatin1())
    , m_patience(patience)
{
}

Result<QByteArray> Device::redirected(const HttpAnswer& answer)
{
    // Only from http to https and to another path of the same device: nobody sends our pages elsewhere.
    const QUrl target =
        m_client.base().resolved(QUrl::fromEncoded(answer.head.header("location"), QUrl::StrictMode));
    const QUrl& base = m_client.base();
    const bool safer = base.scheme() == QLatin1String("http") && target.scheme() == QLatin1String("https");
    const bool samePlace = target.scheme() == base.scheme() && target.port(-1) == base.port(-1);
    if (target.host() != base.host() || !(safer || samePlace)) {
        return failure(ErrorCode::ScannerFailed, QStringLiteral("the scanner sends us to another device"));
    }
    if (safer) {
        m_client = HttpClient(target, m_book);
    }
    return target.path(QUrl::FullyEncoded).toLatin1();
}

Result<HttpAnswer> Device::get(const QByteArray& path, const StopToken& stop)
{
    QByteArray where = path;
    for (int turn = 0; turn <= mostRedirects; ++turn) {
        if (!isPath(where)) {
            return failure(ErrorCode::ScannerFailed, QStringLiteral("an address that is none"));
        }
        SOHOA_ASSIGN(const HttpAnswer answer,
                     m_client.send({"GET", where, {}, {}, m_patience.answer, m_patience.answer}, stop));
        if (!isRedirect(answer.head.status)) {
            return answer;
        }
        SOHOA_ASSIGN(where, redirected(answer));
    }
    return failure(ErrorCode::ScannerFailed, QStringLiteral("the scanner sends us round in circles"));
}

Result<QByteArray> Device::document(const QByteArray& name, const StopToken& stop)
{
    std::chrono::milliseconds pause = m_patience.retry;
    QElapsedTimer time;
    time.start();
    while (true) {
        SOHOA_ASSIGN(const HttpAnswer answer, get(m_root + '/' + name, stop));
        if (answer.head.status == 200 && !answer.cutShort) {
            return answer.body;
        }
        if (answer.cutShort) {
            return failure(ErrorCode::ScannerLost, QStringLiteral("half an answer"));
        }
        if (answer.head.status != 503 || time.hasExpired(m_patience.answer.count())) {
            return refusal(name.constData(), answer.head.status);
        }
        if (!pauseFor(retryAfter(answer, pause), stop)) {
            return failure(ErrorCode::Cancelled, QStringLiteral("waiting for the scanner"));
        }
        pause = std::min<std::chrono::milliseconds>(pause * 2, longestPause);
    }
}

Result<Capabilities> Device::capabilities(const StopToken& stop)
{
    SOHOA_ASSIGN(const QByteArray xml, document("ScannerCapabilities", stop));
    return parseCapabilities(xml);
}

Result<ScannerStatus> Device::status(const StopToken& stop)
{
    SOHOA_ASSIGN(const QByteArray xml, document("ScannerStatus", stop));
    return parseStatus(xml);
}

Result<QByteArray> Device::beginJob(const QByteArray& xml, const StopToken& stop)
{
    std::chrono::milliseconds pause = m_patience.retry;
    QElapsedTimer time;
    time.start();
    while (true) {
        SOHOA_ASSIGN(const HttpAnswer answer, m_client.send({"POST", m_root + "/ScanJobs", "text/xml", xml,
                                                             m_patience.answer, m_patience.answer},
                                                            stop));
        if (answer.head.status == 201 || answer.head.status == 200) {
            // Devices name hosts of their own here, even wrong ones: only the path counts.
            const QByteArray path = QUrl::fromEncoded(answer.head.header("location"), QUrl::StrictMode)
                                        .path(QUrl::FullyEncoded)
                                        .toLatin1();
            if (!isPath(path)) {
                return failure(ErrorCode::ScannerFailed, QStringLiteral("a job without address"));
            }
            return path;
        }
        if (answer.head.status != 503) {
            return refusal("ScanJobs", answer.head.status);
        }
        if (time.hasExpired(m_patience.busy.count())) {
            return failure(ErrorCode::ScannerBusy, QStringLiteral("busy for too long"));
        }
        if (!pauseFor(retryAfter(answer, pause), stop)) {
            return failure(ErrorCode::Cancelled, QStringLiteral("waiting for the scanner"));
        }
        pause = std::min<std::chrono::milliseconds>(pause * 2, longestPause);
    }
}

Result<Device::Next> Device::nextPage(const QByteArray& job, PageBuffer& buffer, const StopToken& stop)
{
    buffer.clear();
    SOHOA_ASSIGN(const HttpAnswer answer,
                 m_client.send({"GET", job + "/NextDocument", {}, {}, m_patience.silence, m_patience.page},
                               stop, [&buffer](QByteArrayView bytes) { return buffer.append(bytes); }));
    m_lastAnswer = QStringLiteral("HTTP %1, %2 bytes of %3")
                       .arg(answer.head.status)
                       .arg(buffer.size())
                       .arg(QString::fromLatin1(answer.head.header("content-type").left(64)));
    switch (answer.head.status) {
    case 200:
        return answer.cutShort ? Next::CutPage : Next::Page;
    case 404:
        return Next::NoMore;
    case 503:
        return Next::NotReady;
    case 409:
    case 410:
        return Next::JobEnded;
    case 401:
    case 403:
        return refusal("NextDocument", answer.head.status);
    default:
        return Next::WentWrong;
    }
}

void Device::endJob(const QByteArray& job)
{
    static_cast<void>(m_client.send({"DELETE", job, {}, {}, ending, ending}, StopToken()));
}

} // namespace sohoa::capture::escl
