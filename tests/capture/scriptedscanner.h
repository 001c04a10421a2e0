// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/scanner.h"

#include <optional>

namespace sohoa::test {

/// A scanner for tests of what comes after it: feeds the given pages, then does what the script says.
class ScriptedScanner final : public capture::Scanner
{
public:
    std::vector<capture::ScannerInfo> scanners = {
        {QStringLiteral("scripted:0"),
         QStringLiteral("Scripted Scanner"),
         true,
         true,
         true,
         {200, 300},
         {dossier::ColourMode::Colour, dossier::ColourMode::Grey, dossier::ColourMode::Bilevel},
         216,
         356}};
    std::vector<QByteArray> pages;
    dossier::PageFormat format = dossier::PageFormat::Jpeg;
    /// After this many pages comes `trouble` instead of the next page; -1: never.
    int troubleAfter = -1;
    Error trouble = {ErrorCode::ScannerJam, QStringLiteral("scripted")};
    /// Number of the page whose data stops short, from 1; 0: none.
    int incompletePage = 0;
    /// Called before each page is fed, with its number; to stop in the middle, or to look.
    std::function<void(int)> beforePage;

    int fed = 0;                                       ///< sheets drawn in so far, over all scans
    std::optional<capture::ScanSettings> lastSettings; ///< what was asked for

    Result<std::vector<capture::ScannerInfo>> list(const StopToken&) override { return scanners; }

    Result<capture::ScanSummary> scan(const capture::ScanSettings& settings, const capture::PageSink& sink,
                                      const StopToken& stop) override
    {
        using capture::ScanEnd;
        lastSettings = settings;
        const int limit = settings.source == capture::PaperSource::Flatbed ? 1 : settings.pageLimit;
        int given = 0;
        while (true) {
            if (limit > 0 && given == limit) {
                return capture::ScanSummary{given, ScanEnd::Limit};
            }
            if (beforePage) {
                beforePage(given + 1);
            }
            if (stop.stop_requested()) {
                return capture::ScanSummary{given, ScanEnd::Stopped};
            }
            if (troubleAfter == given) {
                return failure(trouble);
            }
            if (fed == static_cast<int>(pages.size())) {
                return given > 0 ? Result<capture::ScanSummary>({given, ScanEnd::OutOfPaper})
                                 : failure(ErrorCode::ScannerOutOfPaper, QStringLiteral("scripted"));
            }
            const QByteArray& bytes = pages[static_cast<std::size_t>(fed++)];
            SOHOA_TRY(sink({bytes, format, given + 1, given + 1 == incompletePage, scanners.front().name}));
            ++given;
        }
    }
};

} // namespace sohoa::test
