// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/scanner.h"

#include <memory>

namespace sohoa::capture {

/// Every scanner there is, whatever speaks to it: the drivers of this system (SANE) in their helper process,
/// and the network (eSCL) directly. This is the one object the program needs.
class AllScanners final : public Scanner
{
public:
    /// @param drivers what has no driver-free way
    /// @param network gets every id it owns (EsclScanner::owns)
    AllScanners(std::unique_ptr<Scanner> drivers, std::unique_ptr<Scanner> network);

    /// Both are asked at once. What one cannot do hides nothing of the other; its error counts only when
    /// nothing at all is found. A device the system's drivers reach over the network as well is listed once,
    /// the direct way.
    [[nodiscard]] Result<std::vector<ScannerInfo>> list(const StopToken& stop) override;
    [[nodiscard]] Result<ScanSummary> scan(const ScanSettings& settings, const PageSink& sink,
                                           const StopToken& stop) override;
    [[nodiscard]] Status waitForPaper(const QString& scannerId, const StopToken& stop) override;

private:
    [[nodiscard]] Scanner& ownerOf(const QString& scannerId);

    std::unique_ptr<Scanner> m_drivers;
    std::unique_ptr<Scanner> m_network;
};

} // namespace sohoa::capture
