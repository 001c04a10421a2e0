// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/scanner.h"

#include <memory>

namespace sohoa::capture {

class SaneDevice;

/// Scanners of SANE, in this very process: only for the helper, since drivers block and crash. One object at
/// a time. The device scanned from is let go when this object goes, not before: drivers hang there too, and
/// by then the result must be out.
class SaneScanner final : public Scanner
{
public:
    /// @param alive called now and then while data comes in, so that silence means trouble
    explicit SaneScanner(std::function<void()> alive);
    ~SaneScanner() override;
    SaneScanner(const SaneScanner&) = delete;
    SaneScanner& operator=(const SaneScanner&) = delete;

    [[nodiscard]] Result<std::vector<ScannerInfo>> list(const StopToken& stop) override;
    [[nodiscard]] Result<ScanSummary> scan(const ScanSettings& settings, const PageSink& sink,
                                           const StopToken& stop) override;

private:
    std::function<void()> m_alive;
    std::unique_ptr<SaneDevice> m_device;
};

} // namespace sohoa::capture
