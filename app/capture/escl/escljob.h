// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/escl/escldevice.h"

#include <QElapsedTimer>

#include <optional>

namespace sohoa::capture::escl {

/// One scan: as many jobs of the device as it takes to empty the feeder.
class Run
{
public:
    Run(Device& device, EsclScanner::Patience patience, const ScanSettings& settings, const PageSink& sink,
        StopToken stop, PageBuffer& buffer);

    [[nodiscard]] Result<ScanSummary> run();

private:
    enum class Step
    {
        Again,   ///< ask for the next page
        JobDone, ///< all of this job came
        OneMore, ///< all of this job came, and there is still paper
        Stopped, ///< at the panel of the device
    };

    /// @return how the scan ended; nothing when the job is done and the feeder holds more
    [[nodiscard]] Result<std::optional<ScanEnd>> pull();
    [[nodiscard]] Result<Step> take(Device::Next next);
    [[nodiscard]] Result<Step> deliver(bool cutShort);
    [[nodiscard]] Result<Step> waitForPage();
    [[nodiscard]] Result<Step> afterNoMore();
    [[nodiscard]] Result<Step> afterEnd();
    [[nodiscard]] Status refuseWithoutPaper();
    [[nodiscard]] Result<Step> withoutPage() const;
    [[nodiscard]] bool isFeeder() const { return m_settings.source != PaperSource::Flatbed; }
    [[nodiscard]] ScanSummary summary(ScanEnd end) const { return {m_pages, end}; }

    Device& m_device;
    EsclScanner::Patience m_patience;
    ScanSettings m_settings;
    const PageSink& m_sink;
    StopToken m_stop;
    PageBuffer& m_buffer;
    QString m_name;
    QByteArray m_job;
    int m_pages = 0;
    int m_pagesInJob = 0;
    std::chrono::milliseconds m_pause = {};
    QElapsedTimer m_sincePage;
    QElapsedTimer m_sinceNoMore; ///< invalid while pages come
};

} // namespace sohoa::capture::escl
