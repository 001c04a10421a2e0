// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/feedrun.h"

namespace sohoa::capture {

bool canGoOnAfter(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ScannerJam:
    case ErrorCode::ScannerDoubleFeed:
    case ErrorCode::ScannerCoverOpen:
    case ErrorCode::ScannerOutOfPaper:
    case ErrorCode::ScannerLocked:
    case ErrorCode::ScannerBusy:
    case ErrorCode::ScannerNotFound:
    case ErrorCode::ScannerLost:
    case ErrorCode::ScannerFailed:
    case ErrorCode::FileTooLarge: // that one page; the others are as large as pages are
    case ErrorCode::DiskFull:     // once there is space again
        return true;
    default:
        return false; // asking again gives the same answer
    }
}

FeedRun::FeedRun(Scanner& scanner, ScanSettings settings)
    : m_scanner(scanner)
    , m_settings(std::move(settings))
{
}

FeedReport FeedRun::feed(const PageSink& sink, const StopToken& stop)
{
    FeedReport report;
    bool lastIncomplete = false;
    ScanSettings settings = m_settings;
    if (m_settings.pageLimit > 0) {
        settings.pageLimit = m_settings.pageLimit - m_total;
        if (settings.pageLimit <= 0) {
            return {0, m_total, m_sheets, ScanEnd::Limit};
        }
    }
    const int before = m_total;
    const Result<ScanSummary> summary = m_scanner.scan(
        settings,
        [&](const ScannedPage& scanned) -> Status {
            ScannedPage page = scanned;
            page.number = before + scanned.number;
            SOHOA_TRY(sink(page));
            ++m_total;
            ++report.pages;
            lastIncomplete = page.incomplete;
            return {};
        },
        stop);
    const bool wasFed = std::exchange(m_fed, true);
    const int sides = m_settings.source == PaperSource::FeederDuplex ? 2 : 1;
    report.total = m_total;
    if (summary) {
        report.ended = summary->ended;
    } else if (summary.error().code == ErrorCode::ScannerOutOfPaper &&
               ((wasFed && m_total > 0) || m_wasFedBefore)) {
        report.ended = ScanEnd::OutOfPaper;
    } else {
        report.fault = summary.error();
        report.canGoOn = canGoOnAfter(summary.error().code);
    }
    const bool isWholeStack = report.ended == ScanEnd::OutOfPaper;
    // A sheet of which a side is missing is fed again with all its sides; at the end of the stack there is
    // none: devices leave out the back of the last sheet.
    const int good = report.pages - (report.fault && lastIncomplete ? 1 : 0);
    m_sheets += isWholeStack ? (good + sides - 1) / sides : good / sides;
    report.sheets = m_sheets;
    if (!isWholeStack && report.pages > 0) {
        for (int side = good / sides * sides; side < report.pages; ++side) {
            report.comeAgain.push_back(m_total - report.pages + side + 1);
        }
    }
    report.canGoOn = report.canGoOn || report.ended == ScanEnd::Stopped || report.ended == ScanEnd::Limit;
    return report;
}

} // namespace sohoa::capture
