// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/allscanners.h"

#include "capture/escl/esclscanner.h"

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

bool isSameDevice(const ScannerInfo& driver, const ScannerInfo& direct)
{
    const Result<QUrl> base = EsclScanner::baseOf(direct.id);
    const bool sameHost = base && driver.id.contains(base->host());
    return isNetworkDriver(driver) && (sameHost || driver.name.contains(direct.name, Qt::CaseInsensitive) ||
                                       driver.id.contains(direct.name, Qt::CaseInsensitive));
}

} // namespace

AllScanners::AllScanners(std::unique_ptr<Scanner> drivers, std::unique_ptr<Scanner> network)
    : m_drivers(std::move(drivers))
    , m_network(std::move(network))
{
}

Scanner& AllScanners::ownerOf(const QString& scannerId)
{
    return EsclScanner::owns(scannerId) ? *m_network : *m_drivers;
}

Result<std::vector<ScannerInfo>> AllScanners::list(const StopToken& stop)
{
    auto network = std::async(std::launch::async, [this, &stop] { return m_network->list(stop); });
    Result<std::vector<ScannerInfo>> drivers = m_drivers->list(stop);
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
    return ownerOf(settings.scannerId).scan(settings, sink, stop);
}

Status AllScanners::waitForPaper(const QString& scannerId, const StopToken& stop)
{
    return ownerOf(scannerId).waitForPaper(scannerId, stop);
}

} // namespace sohoa::capture
