// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/escl/esclscanner.h"

#include "capture/escl/discovery.h"
#include "capture/escl/escldevice.h"
#include "capture/escl/escljob.h"

#include <algorithm>
#include <future>

namespace sohoa::capture {

namespace {

const QString& prefix()
{
    // "escl:" alone is the name of a driver of SANE.
    static const QString text = QStringLiteral("escl+");
    return text;
}

struct Found
{
    QUrl base;
    QString name; ///< as it calls itself on the network
    bool typed = false;
};

Result<ScannerInfo> ask(const Found& found, CertificateBook& book, EsclScanner::Patience patience,
                        const StopToken& stop)
{
    escl::Device device(found.base, book, patience);
    SOHOA_ASSIGN(const escl::Capabilities capabilities, device.capabilities(stop));
    ScannerInfo info = escl::infoFrom(capabilities);
    info.id = prefix() + found.base.toString();
    info.trust = device.trust();
    if (info.name.isEmpty()) {
        info.name = found.name.isEmpty() ? found.base.host() : found.name;
    }
    return info;
}

} // namespace

EsclScanner::EsclScanner(Options options, std::shared_ptr<CertificateBook> book)
    : m_options(std::move(options))
    , m_book(std::move(book))
{
}

EsclScanner::~EsclScanner() = default;

bool EsclScanner::owns(const QString& scannerId)
{
    return scannerId.startsWith(prefix());
}

Result<QUrl> EsclScanner::baseOf(const QString& scannerId)
{
    return owns(scannerId) ? baseFor(scannerId.mid(prefix().size()))
                           : failure(ErrorCode::ScannerNotFound, QStringLiteral("not on the network"));
}

Result<QUrl> EsclScanner::baseFor(const QString& address)
{
    const QString text = address.trimmed();
    QUrl url(text.contains(QLatin1String("://")) ? text : QStringLiteral("http://") + text, QUrl::StrictMode);
    const bool known = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !known || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() ||
        url.hasFragment() || url.port() == 0) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("the address of a scanner"));
    }
    QString path = url.path();
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    url.setPath(path.isEmpty() ? QStringLiteral("/eSCL") : path);
    return url;
}

Result<std::vector<ScannerInfo>> EsclScanner::list(const StopToken& stop)
{
    std::vector<Found> places;
    Error first{ErrorCode::ScannerNotFound, {}};
    for (const QString& address : m_options.addresses) {
        if (const Result<QUrl> base = baseFor(address)) {
            places.push_back({*base, {}, true});
        } else {
            first = base.error();
        }
    }
    if (m_options.discover) {
        for (const DiscoveredScanner& scanner : discoverScanners(m_options.patience.search, stop)) {
            places.push_back({scanner.base, scanner.name, false});
        }
    }
    // All at once: one that is switched off must not keep the others waiting.
    std::vector<std::future<Result<ScannerInfo>>> asked;
    asked.reserve(places.size());
    for (const Found& place : places) {
        asked.push_back(std::async(std::launch::async, [this, &place, &stop] {
            return ask(place, *m_book, m_options.patience, stop);
        }));
    }
    std::vector<ScannerInfo> scanners;
    bool typedFailed = false;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const Result<ScannerInfo> info = asked[i].get();
        if (!info) {
            if (places[i].typed && !typedFailed) {
                typedFailed = true;
                first = info.error();
            }
            continue;
        }
        // A device that offers both, or was typed and found, is listed once, the safer way first.
        const auto twin = std::find_if(scanners.begin(), scanners.end(), [&info](const ScannerInfo& known) {
            return known.id == info->id || (!info->serial.isEmpty() && known.serial == info->serial);
        });
        if (twin == scanners.end()) {
            scanners.push_back(*info);
        } else if (twin->trust == LinkTrust::Open) {
            *twin = *info;
        }
    }
    if (stop.stop_requested()) {
        return failure(ErrorCode::Cancelled, QStringLiteral("looking for scanners"));
    }
    if (scanners.empty() && !m_options.addresses.isEmpty()) {
        return failure(first);
    }
    return scanners;
}

Result<ScanSummary> EsclScanner::scan(const ScanSettings& settings, const PageSink& sink,
                                      const StopToken& stop)
{
    if (stop.stop_requested()) {
        return ScanSummary{0, ScanEnd::Stopped};
    }
    SOHOA_ASSIGN(const QUrl base, baseOf(settings.scannerId));
    escl::Device device(base, *m_book, m_options.patience);
    PageBuffer buffer(m_options.largePages);
    return escl::Run(device, m_options.patience, settings, sink, stop, buffer).run();
}

Status EsclScanner::waitForPaper(const QString& scannerId, const StopToken& stop)
{
    SOHOA_ASSIGN(const QUrl base, baseOf(scannerId));
    escl::Device device(base, *m_book, m_options.patience);
    while (true) {
        SOHOA_ASSIGN(const escl::ScannerStatus status, device.status(stop));
        if (status.adf == escl::AdfState::Loaded) {
            return {};
        }
        if (status.adf == escl::AdfState::Unknown) {
            return failure(ErrorCode::ScannerCannot, QStringLiteral("no state of the feeder"));
        }
        if (const auto error = escl::errorFor(status.adf)) {
            return failure(*error, QStringLiteral("state of the feeder"));
        }
        if (!escl::pauseFor(m_options.patience.poll, stop)) {
            return failure(ErrorCode::Cancelled, QStringLiteral("waiting for paper"));
        }
    }
}

} // namespace sohoa::capture
