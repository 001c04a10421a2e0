// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/allscanners.h"

#include "capture/processscanner.h"

#include <QUrl>

#include <algorithm>
#include <future>

namespace sohoa::capture {

namespace {

/// SANE's own drivers for the same protocol, "escl" and "airscan".
bool isNetworkDriver(const ScannerInfo& info)
{
    return info.id.startsWith(QLatin1String("escl:")) || info.id.startsWith(QLatin1String("airscan:"));
}

/// Whether a text names a host: 10.0.0.1 is neither in "10.0.0.12" nor in "110.0.0.1".
bool names(const QString& text, const QString& host)
{
    const auto goesOn = [&text](qsizetype at) {
        return at >= 0 && at < text.size() &&
               (text[at].isLetterOrNumber() || text[at] == u'.' || text[at] == u'-');
    };
    for (qsizetype at = text.indexOf(host); at >= 0; at = text.indexOf(host, at + 1)) {
        if (!goesOn(at - 1) && !goesOn(at + host.size())) {
            return true;
        }
    }
    return false;
}

bool isSameDevice(const ScannerInfo& driver, const ScannerInfo& direct)
{
    const Result<QUrl> base = EsclScanner::baseOf(direct.id);
    const bool sameHost = base && names(driver.id, base->host());
    return isNetworkDriver(driver) && (sameHost || driver.name.contains(direct.name, Qt::CaseInsensitive) ||
                                       driver.id.contains(direct.name, Qt::CaseInsensitive));
}

} // namespace

AllScanners::AllScanners(std::unique_ptr<Scanner> drivers, std::unique_ptr<Scanner> network)
    : m_drivers(std::move(drivers))
    , m_network(std::move(network))
{
}

Result<Scanner*> AllScanners::ownerOf(const QString& scannerId) const
{
    Scanner* owner = EsclScanner::owns(scannerId) ? m_network.get() : m_drivers.get();
    return owner != nullptr
               ? Result<Scanner*>(owner)
               : failure(ErrorCode::ScannerNotFound, QStringLiteral("no drivers on this system"));
}

Result<std::vector<ScannerInfo>> AllScanners::list(const StopToken& stop)
{
    auto network = std::async(std::launch::async, [this, &stop] { return m_network->list(stop); });
    const Result<std::vector<ScannerInfo>> drivers =
        m_drivers ? m_drivers->list(stop) : Result<std::vector<ScannerInfo>>();
    const Result<std::vector<ScannerInfo>> direct = network.get();
    if (stop.stop_requested()) {
        return failure(ErrorCode::Cancelled, QStringLiteral("looking for scanners"));
    }
    std::vector<ScannerInfo> all = direct.value_or(std::vector<ScannerInfo>());
    for (const ScannerInfo& info : drivers.value_or(std::vector<ScannerInfo>())) {
        const bool isKnown = direct && std::any_of(direct->begin(), direct->end(), [&](const auto& other) {
                                 return isSameDevice(info, other);
                             });
        if (!isKnown) {
            all.push_back(info);
        }
    }
    if (all.empty() && !drivers) {
        return failure(drivers.error());
    }
    if (all.empty() && !direct) {
        return failure(direct.error());
    }
    return all;
}

Result<ScanSummary> AllScanners::scan(const ScanSettings& settings, const PageSink& sink,
                                      const StopToken& stop)
{
    SOHOA_ASSIGN(Scanner * owner, ownerOf(settings.scannerId));
    return owner->scan(settings, sink, stop);
}

Status AllScanners::waitForPaper(const QString& scannerId, PaperWait wait, const StopToken& stop)
{
    SOHOA_ASSIGN(Scanner * owner, ownerOf(scannerId));
    return owner->waitForPaper(scannerId, wait, stop);
}

std::unique_ptr<Scanner> everyScanner(const EsclScanner::Options& network,
                                      std::shared_ptr<CertificateBook> book)
{
    std::unique_ptr<ProcessScanner> drivers;
    if (ProcessScanner::isInstalled()) {
        drivers = std::make_unique<ProcessScanner>();
        drivers->setFolderForLargePages(network.largePages);
    }
    return std::make_unique<AllScanners>(std::move(drivers),
                                         std::make_unique<EsclScanner>(network, std::move(book)));
}

} // namespace sohoa::capture
