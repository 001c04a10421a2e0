// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/escl/escljob.h"

#include <algorithm>
#include <optional>

namespace sohoa::capture::escl {

namespace {

using namespace std::chrono_literals;
using dossier::PageFormat;

constexpr auto longestPause = 8s;

/// By the content: devices label JPEGs "application/octet-stream" and error pages "image/jpeg".
std::optional<PageFormat> formatOf(QByteArrayView head)
{
    using namespace Qt::Literals::StringLiterals;
    if (head.startsWith("\xff\xd8\xff")) {
        return PageFormat::Jpeg;
    }
    if (head.startsWith("\x89PNG\r\n\x1a\n")) {
        return PageFormat::Png;
    }
    if (head.startsWith("II*"_ba + '\0') || head.startsWith("MM"_ba + '\0' + '*')) {
        return PageFormat::Tiff;
    }
    return head.startsWith("%PDF-") ? std::optional(PageFormat::Pdf) : std::nullopt;
}

/// Whether the data goes on to its end; devices pad behind it. TIFF has no end to look for.
bool isWhole(PageFormat format, QByteArrayView tail)
{
    switch (format) {
    case PageFormat::Jpeg:
        return tail.contains("\xff\xd9");
    case PageFormat::Png:
        return tail.contains("IEND");
    case PageFormat::Pdf:
        return tail.contains("%%EOF");
    case PageFormat::Tiff:
    case PageFormat::Heif:
        return true;
    }
    return true;
}

} // namespace

Run::Run(Device& device, EsclScanner::Patience patience, const ScanSettings& settings, const PageSink& sink,
         StopToken stop, PageBuffer& buffer)
    : m_device(device)
    , m_patience(patience)
    , m_settings(settings)
    , m_sink(sink)
    , m_stop(std::move(stop))
    , m_buffer(buffer)
{
    if (!isFeeder()) {
        m_settings.pageLimit = 1;
    }
}

Result<ScanSummary> Run::run()
{
    const auto stoppedOr = [this](const Error& error) -> Result<ScanSummary> {
        return error.code == ErrorCode::Cancelled ? Result<ScanSummary>(summary(ScanEnd::Stopped))
                                                  : failure(error);
    };
    const Result<Capabilities> capabilities = m_device.capabilities(m_stop);
    if (!capabilities) {
        return stoppedOr(capabilities.error());
    }
    m_name = capabilities->makeAndModel;
    SOHOA_ASSIGN(const JobSettings settings, settingsFor(*capabilities, m_settings));
    const QByteArray document = jobDocument(settings, capabilities->version);
    if (const Status ready = refuseWithoutPaper(); !ready) {
        return stoppedOr(ready.error());
    }
    while (true) {
        const Result<QByteArray> job = m_device.beginJob(document, m_stop);
        if (!job) {
            // "Conflict" is also how devices say that the feeder is empty, jammed or open.
            if (job.error().code == ErrorCode::ScannerCannot && isFeeder()) {
                if (const Status ready = refuseWithoutPaper(); !ready) {
                    return m_pages > 0 && ready.error().code == ErrorCode::ScannerOutOfPaper
                               ? Result<ScanSummary>(summary(ScanEnd::OutOfPaper))
                               : failure(ready.error());
                }
            }
            return stoppedOr(job.error());
        }
        m_job = *job;
        m_pagesInJob = 0;
        const Result<std::optional<ScanEnd>> end = pull();
        if (!end || *end == ScanEnd::Limit || *end == ScanEnd::Stopped) {
            m_device.endJob(m_job);
        }
        if (!end) {
            return failure(end.error());
        }
        if (*end) {
            return summary(**end);
        }
    }
}

/// Some devices told to draw paper from an empty feeder report a jam, so it is asked before.
Status Run::refuseWithoutPaper()
{
    if (!isFeeder()) {
        return {};
    }
    const Result<ScannerStatus> status = m_device.status(m_stop);
    if (!status) {
        // Not every device has this document.
        return status.error().code == ErrorCode::ScannerNotFound ? Status() : failure(status.error());
    }
    if (const auto error = errorFor(status->adf)) {
        return failure(*error, QStringLiteral("state of the feeder"));
    }
    return status->adf == AdfState::Empty
               ? failure(ErrorCode::ScannerOutOfPaper, QStringLiteral("empty feeder"))
               : Status();
}

Result<std::optional<ScanEnd>> Run::pull()
{
    m_sincePage.start();
    m_sinceNoMore.invalidate();
    m_pause = m_patience.retry;
    while (true) {
        if (m_settings.pageLimit > 0 && m_pages >= m_settings.pageLimit) {
            return ScanEnd::Limit;
        }
        if (m_stop.stop_requested()) {
            return ScanEnd::Stopped;
        }
        const Result<Device::Next> next = m_device.nextPage(m_job, m_buffer, m_stop);
        const Result<Step> step = next ? take(*next) : failure(next.error());
        if (!step) {
            if (step.error().code == ErrorCode::Cancelled && m_stop.stop_requested()) {
                return ScanEnd::Stopped;
            }
            return failure(step.error());
        }
        switch (*step) {
        case Step::Again:
            break;
        case Step::JobDone:
            return ScanEnd::OutOfPaper;
        case Step::OneMore:
            return std::nullopt;
        case Step::Stopped:
            return ScanEnd::Stopped;
        }
    }
}

Result<Run::Step> Run::take(Device::Next next)
{
    switch (next) {
    case Device::Next::Page:
        return m_buffer.size() == 0 ? afterNoMore() : deliver(false);
    case Device::Next::CutPage:
        return deliver(true);
    case Device::Next::NoMore:
        return afterNoMore();
    case Device::Next::NotReady:
        return waitForPage();
    case Device::Next::JobEnded:
    case Device::Next::WentWrong:
        return afterEnd();
    }
    return failure(ErrorCode::Internal);
}

Result<Run::Step> Run::deliver(bool cutShort)
{
    const std::optional<PageFormat> format = formatOf(m_buffer.head());
    if (!format) {
        return failure(cutShort ? ErrorCode::ScannerLost : ErrorCode::ScannerFailed,
                       QStringLiteral("no picture: ") + m_device.lastAnswer());
    }
    ScannedPage page;
    page.format = *format;
    page.number = m_pages + 1;
    page.incomplete = cutShort || !isWhole(*format, m_buffer.tail());
    page.source = m_name;
    SOHOA_TRY(m_buffer.handOver(page));
    SOHOA_TRY(m_sink(page));
    ++m_pages;
    ++m_pagesInJob;
    m_buffer.clear();
    m_sincePage.restart();
    m_sinceNoMore.invalidate();
    m_pause = m_patience.retry;
    if (cutShort) {
        return failure(ErrorCode::ScannerLost,
                       QStringLiteral("the connection broke within page %1").arg(m_pages));
    }
    return Step::Again;
}

Result<Run::Step> Run::waitForPage()
{
    if (m_sincePage.hasExpired(m_patience.page.count())) {
        return failure(ErrorCode::ScannerLost, QStringLiteral("no page for too long"));
    }
    if (!pauseFor(m_pause, m_stop)) {
        return failure(ErrorCode::Cancelled, QStringLiteral("waiting for a page"));
    }
    m_pause = std::min<std::chrono::milliseconds>(m_pause * 2, longestPause);
    return Step::Again;
}

/// "No more" is believed when the device's own account agrees: some say it while a sheet is still on its way,
/// and a page lost in silence is the worst there is.
Result<Run::Step> Run::afterNoMore()
{
    const Result<ScannerStatus> status = m_device.status(m_stop);
    if (!status) {
        if (status.error().code == ErrorCode::ScannerNotFound) {
            return m_pagesInJob > 0 ? Result<Step>(Step::JobDone) : withoutPage();
        }
        return failure(status.error());
    }
    if (const auto error = errorFor(status->adf); error && isFeeder()) {
        return failure(*error, QStringLiteral("after page %1").arg(m_pages));
    }
    const JobInfo job = status->job(m_job).value_or(JobInfo());
    if (job.state == JobState::Aborted) {
        return failure(ErrorCode::ScannerFailed,
                       QStringLiteral("the device gave up: ") + job.reasons.join(u' '));
    }
    if (job.state == JobState::Cancelled) {
        return Step::Stopped;
    }
    const bool owesPages = job.completed > m_pagesInJob || job.toTransfer > 0;
    const bool isAtWork = job.state == JobState::Pending || job.state == JobState::Processing;
    const bool hasPaper =
        isFeeder() && (status->adf == AdfState::Loaded || status->adf == AdfState::Processing);
    if (owesPages || isAtWork || (job.state == JobState::Unknown && hasPaper)) {
        if (!m_sinceNoMore.isValid()) {
            m_sinceNoMore.start();
        }
        if (!m_sinceNoMore.hasExpired(m_patience.end.count())) {
            return waitForPage();
        }
        if (owesPages) {
            return failure(ErrorCode::ScannerLost, QStringLiteral("the device made %1 pages, %2 came")
                                                       .arg(std::max(job.completed, m_pagesInJob + 1))
                                                       .arg(m_pagesInJob));
        }
    }
    if (m_pagesInJob == 0) {
        return withoutPage();
    }
    // The job is complete although paper is left: devices limit the pages of one job.
    return isFeeder() && status->adf == AdfState::Loaded ? Step::OneMore : Step::JobDone;
}

/// A job that gave nothing: fine after others that did, else there was no paper.
Result<Run::Step> Run::withoutPage() const
{
    if (m_pages > 0) {
        return Step::JobDone;
    }
    return isFeeder() ? failure(ErrorCode::ScannerOutOfPaper, QStringLiteral("no page came"))
                      : failure(ErrorCode::ScannerFailed, QStringLiteral("no page came"));
}

Result<Run::Step> Run::afterEnd()
{
    const QString answer = m_device.lastAnswer();
    const Result<ScannerStatus> status = m_device.status(m_stop);
    if (!status) {
        return failure(status.error().code == ErrorCode::ScannerNotFound
                           ? Error{ErrorCode::ScannerFailed, answer}
                           : status.error());
    }
    if (const auto error = errorFor(status->adf); error && isFeeder()) {
        return failure(*error, QStringLiteral("after page %1, %2").arg(m_pages).arg(answer));
    }
    const JobInfo job = status->job(m_job).value_or(JobInfo());
    if (job.state == JobState::Cancelled) {
        return Step::Stopped;
    }
    const bool isEnd = job.state == JobState::Completed || status->adf == AdfState::Empty;
    if (job.state != JobState::Aborted && isEnd && isFeeder() && job.completed <= m_pagesInJob &&
        job.toTransfer <= 0) {
        return withoutPage();
    }
    return failure(ErrorCode::ScannerFailed, answer);
}

} // namespace sohoa::capture::escl
