// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/escl/esclscanner.h"

#include "capture/escl/escldevice.h"
#include "capture/escl/escljob.h"

#include <algorithm>
#include <future>
#include <iterator>

namespace sohoa::capture {

namespace {

const QString& prefix()
{
    // "escl:" alone is the name of a driver of SANE.
    static const QString text = QStringLiteral("escl+");
    return text;
}

/// @param name as it calls itself on the network
Result<ScannerInfo> askOne(const QUrl& base, const QString& name, CertificateBook& book,
                           EsclScanner::Patience patience, const StopToken& stop)
{
    escl::Device device(base, book, patience);
    SOHOA_ASSIGN(const escl::Capabilities capabilities, device.capabilities(stop));
    ScannerInfo info = escl::infoFrom(capabilities);
    info.id = prefix() + base.toString();
    info.trust = device.trust();
    if (info.name.isEmpty()) {
        info.name = name.isEmpty() ? base.host() : name;
    }
    return info;
}

} // namespace

/// A place to ask.
struct EsclScanner::Found
{
    QUrl base;
    QString name = {}; ///< as it calls itself on the network
    bool typed = false;
};

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

std::vector<EsclScanner::Found> EsclScanner::foundOnTheNetwork(const StopToken& stop) const
{
    std::vector<Found> places;
    for (const DiscoveredScanner& scanner :
         discoverScanners(m_options.patience.search, stop, m_options.place)) {
        places.push_back({scanner.base, scanner.name, false});
    }
    return places;
}

std::optional<Error> EsclScanner::ask(const std::vector<Found>& places, std::vector<ScannerInfo>& scanners,
                                      const StopToken& stop) const
{
    // All at once: one that is switched off must not keep the others waiting.
    std::vector<std::future<Result<ScannerInfo>>> asked;
    asked.reserve(places.size());
    for (const Found& place : places) {
        asked.push_back(std::async(std::launch::async, [this, &place, &stop] {
            return askOne(place.base, place.name, *m_book, m_options.patience, stop);
        }));
    }
    std::optional<Error> first;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const Result<ScannerInfo> info = asked[i].get();
        if (!info) {
            if (places[i].typed && !first) {
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
    return first;
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
        const std::vector<Found> found = foundOnTheNetwork(stop);
        places.insert(places.end(), found.begin(), found.end());
    }
    std::vector<ScannerInfo> scanners;
    if (const std::optional<Error> silent = ask(places, scanners, stop)) {
        first = *silent;
    }
    const bool isThere = std::any_of(scanners.begin(), scanners.end(), [this](const ScannerInfo& info) {
        return info.serial == m_options.serial;
    });
    if (!m_options.serial.isEmpty() && !isThere && !m_options.discover && !stop.stop_requested()) {
        std::vector<ScannerInfo> others;
        static_cast<void>(ask(foundOnTheNetwork(stop), others, stop));
        std::copy_if(others.begin(), others.end(), std::back_inserter(scanners),
                     [this](const ScannerInfo& info) { return info.serial == m_options.serial; });
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

Status EsclScanner::waitForPaper(const QString& scannerId, PaperWait wait, const StopToken& stop)
{
    SOHOA_ASSIGN(const QUrl base, baseOf(scannerId));
    escl::Device device(base, *m_book, m_options.patience);
    bool wasEmpty = wait == PaperWait::There;
    while (true) {
        SOHOA_ASSIGN(const escl::ScannerStatus status, device.status(stop));
        if (status.adf == escl::AdfState::Loaded && wasEmpty) {
            return {};
        }
        wasEmpty = wasEmpty || status.adf == escl::AdfState::Empty;
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
