// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/scanner.h"

#include <QStringList>

#include <chrono>

namespace sohoa::capture {

/// Scanners driven by a helper process of their own: a driver that crashes or hangs costs the page under way
/// and nothing else, and is reported as ScannerLost.
class ProcessScanner final : public Scanner
{
public:
    struct Patience
    {
        /// Without a byte from the helper for so long it counts as hung. Lamps warm up for a minute.
        std::chrono::milliseconds silence = std::chrono::seconds(120);
        /// After `stop` the helper may take so long to eject the sheet before it is ended.
        std::chrono::milliseconds afterStop = std::chrono::seconds(15);
        /// For one page, whatever the driver says meanwhile: one that is alive and never done costs that
        /// page.
        std::chrono::milliseconds page = std::chrono::minutes(10);
    };

    /// Whether there is a helper beside the program; there is none where the system has no drivers we know.
    static bool isInstalled();

    /// The helper that lies beside the program.
    ProcessScanner();
    /// @param helper path of the helper program
    /// @param environment "NAME=value" added to our own environment for it
    ProcessScanner(QString helper, Patience patience, QStringList environment = {});

    [[nodiscard]] Result<std::vector<ScannerInfo>> list(const StopToken& stop) override;
    [[nodiscard]] Result<ScanSummary> scan(const ScanSettings& settings, const PageSink& sink,
                                           const StopToken& stop) override;
    [[nodiscard]] Status waitForPaper(const QString& scannerId, PaperWait wait,
                                      const StopToken& stop) override;

    /// Where pages too large for the memory are kept while they come; see PageBuffer.
    void setFolderForLargePages(const QString& folder) { m_largePages = folder; }

private:
    class Helper;
    class Intake;

    QString m_helper;
    Patience m_patience;
    QStringList m_environment;
    QString m_largePages;
};

} // namespace sohoa::capture
