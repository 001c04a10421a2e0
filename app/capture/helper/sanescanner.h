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
    /// What the scanner says between pages. Called in its thread.
    struct Reports
    {
        std::function<void()> alive; ///< now and then while data comes in, so that silence means trouble
        /// A page begins: the head of its file as far as it is known, and the name of the scanner.
        std::function<void(const QByteArray&, const QString&)> begin;
        std::function<Status(QByteArrayView)> piece; ///< what follows the head
    };

    /// Pages given to the sink hold the final head of the file only; the rest went out in pieces.
    explicit SaneScanner(Reports reports);
    ~SaneScanner() override;
    SaneScanner(const SaneScanner&) = delete;
    SaneScanner& operator=(const SaneScanner&) = delete;

    [[nodiscard]] Result<std::vector<ScannerInfo>> list(const StopToken& stop) override;
    [[nodiscard]] Result<ScanSummary> scan(const ScanSettings& settings, const PageSink& sink,
                                           const StopToken& stop) override;
    [[nodiscard]] Status waitForPaper(const QString& scannerId, const StopToken& stop) override;

private:
    Reports m_reports;
    std::unique_ptr<SaneDevice> m_device;
};

} // namespace sohoa::capture
