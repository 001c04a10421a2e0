// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/escl/discovery.h"
#include "capture/scanner.h"

#include <QStringList>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

namespace sohoa::capture {

class CertificateBook;

/// Scanners on the network that speak eSCL (AirScan): no driver on any system, and the pages are the JPEGs of
/// the device itself, byte for byte. Ids are "escl+" and the address of its resources.
class EsclScanner final : public Scanner
{
public:
    struct Patience
    {
        std::chrono::milliseconds answer = std::chrono::seconds(20); ///< to a question about its state
        std::chrono::milliseconds busy = std::chrono::seconds(60);   ///< while others use it
        std::chrono::milliseconds silence = std::chrono::minutes(2); ///< without a byte within a page
        std::chrono::milliseconds page = std::chrono::minutes(5);    ///< for one page, whatever it sends
        /// A device may say "no more" while a sheet is still on its way; asked again for so long.
        std::chrono::milliseconds end = std::chrono::seconds(10);
        std::chrono::milliseconds retry = std::chrono::milliseconds(500); ///< first pause, doubled up to 8 s
        std::chrono::milliseconds search = std::chrono::seconds(3);       ///< for answers to a discovery
        std::chrono::milliseconds poll = std::chrono::seconds(1);         ///< between looks at the feeder
    };

    struct Options
    {
        QStringList addresses = {}; ///< typed by the user: "192.168.1.20", "scan-pc:8080", "https://..."
        bool discover = true;       ///< ask the network too (mDNS)
        QString largePages = {};    ///< folder for pages too large for the memory; see PageBuffer
        Patience patience = {};
        /// Of the one scanner that is wanted: when none of the addresses has it, the network is asked too,
        /// for it got another address perhaps (DHCP).
        QString serial = {};
        DiscoveryPlace place = {}; ///< another one only in tests
    };

    /// @param book certificates seen before; shared, so that all scans use one
    EsclScanner(Options options, std::shared_ptr<CertificateBook> book);
    ~EsclScanner() override;
    EsclScanner(const EsclScanner&) = delete;
    EsclScanner& operator=(const EsclScanner&) = delete;

    /// Typed addresses that do not answer are left out, unless there is only one way to tell: when nothing at
    /// all is found and an address was typed, its error is the answer.
    [[nodiscard]] Result<std::vector<ScannerInfo>> list(const StopToken& stop) override;
    /// A PDF, from a device that offers nothing else, counts as one page and may hold several.
    [[nodiscard]] Result<ScanSummary> scan(const ScanSettings& settings, const PageSink& sink,
                                           const StopToken& stop) override;
    [[nodiscard]] Status waitForPaper(const QString& scannerId, PaperWait wait,
                                      const StopToken& stop) override;

    /// Whether an id is one of ours.
    static bool owns(const QString& scannerId);
    /// The address in such an id; ScannerNotFound for the ids of others.
    [[nodiscard]] static Result<QUrl> baseOf(const QString& scannerId);
    /// The base address of the resources for what a user typed; InvalidArgument when it cannot be one.
    [[nodiscard]] static Result<QUrl> baseFor(const QString& address);

private:
    struct Found;
    [[nodiscard]] std::vector<Found> foundOnTheNetwork(const StopToken& stop) const;
    /// Asks them all at once and adds those that answer.
    /// @return the error of the first typed one that does not
    std::optional<Error> ask(const std::vector<Found>& places, std::vector<ScannerInfo>& scanners,
                             const StopToken& stop) const;

    Options m_options;
    std::shared_ptr<CertificateBook> m_book;
};

} // namespace sohoa::capture
