// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "driverscanner.h"

#include <memory>

namespace sohoa::capture {

class SaneDevice;

/// Scanners of SANE, in this very process: only for the helper, since drivers block and crash. One object at
/// a time. The device scanned from is let go when this object goes, not before: drivers hang there too, and
/// by then the result must be out.
class SaneScanner final : public Scanner
{
public:
    explicit SaneScanner(DriverReports reports);
    ~SaneScanner() override;
    SaneScanner(const SaneScanner&) = delete;
    SaneScanner& operator=(const SaneScanner&) = delete;

    [[nodiscard]] Result<std::vector<ScannerInfo>> list(const StopToken& stop) override;
    [[nodiscard]] Result<ScanSummary> scan(const ScanSettings& settings, const PageSink& sink,
                                           const StopToken& stop) override;
    [[nodiscard]] Status waitForPaper(const QString& scannerId, PaperWait wait,
                                      const StopToken& stop) override;

private:
    DriverReports m_reports;
    std::unique_ptr<SaneDevice> m_device;
};

} // namespace sohoa::capture
