// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/escl/certificatebook.h"
#include "capture/escl/esclscanner.h"

#include <memory>

namespace sohoa::capture {

/// Every scanner there is, whatever speaks to it: the drivers of this system (SANE) in their helper process,
/// and the network (eSCL) directly. This is the one object the program needs.
class AllScanners final : public Scanner
{
public:
    /// @param drivers the system's; null where it has none that we know
    /// @param network gets every id it owns (EsclScanner::owns)
    AllScanners(std::unique_ptr<Scanner> drivers, std::unique_ptr<Scanner> network);

    /// Both are asked at once. What one cannot do hides nothing of the other; its error counts only when
    /// nothing at all is found. A device the system's drivers reach over the network as well is listed once,
    /// the direct way.
    [[nodiscard]] Result<std::vector<ScannerInfo>> list(const StopToken& stop) override;
    [[nodiscard]] Result<ScanSummary> scan(const ScanSettings& settings, const PageSink& sink,
                                           const StopToken& stop) override;
    [[nodiscard]] Status waitForPaper(const QString& scannerId, PaperWait wait,
                                      const StopToken& stop) override;

private:
    [[nodiscard]] Result<Scanner*> ownerOf(const QString& scannerId) const;

    std::unique_ptr<Scanner> m_drivers;
    std::unique_ptr<Scanner> m_network;
};

/// What the program uses: the helper that lies beside it, where there is one, and the network.
std::unique_ptr<Scanner> everyScanner(const EsclScanner::Options& network,
                                      std::shared_ptr<CertificateBook> book);

} // namespace sohoa::capture
