// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/scanner.h"

#include <optional>

namespace sohoa::capture {

/// How one round of feeding ended, and how to go on.
struct FeedReport
{
    int pages = 0;  ///< sides taken over in this round
    int total = 0;  ///< since the run began
    int sheets = 0; ///< sheets that came whole since the run began
    /// The normal ends; empty after a fault.
    std::optional<ScanEnd> ended = {};
    std::optional<Error> fault = {};
    /// Numbers of pages kept that come once more when the sheet under way is fed again: its front, or a page
    /// marked incomplete. They are to be set aside as repeated then, never before.
    std::vector<int> comeAgain = {};
    /// Whether the same run can go on once the clerk did what the fault wants: the sheets from number
    /// `sheets + 1` on back into the feeder, and one key.
    bool canGoOn = false;

    bool operator==(const FeedReport&) const = default;
};

/// A stack fed in as many rounds as it takes: after a jam, a lost connection or a stop the next round goes on
/// with the numbers where the last one ended, so the order is kept. One thread at a time.
class FeedRun
{
public:
    /// @param scanner must outlive this
    FeedRun(Scanner& scanner, ScanSettings settings);

    /// Sheets of this stack were fed by a run before, which the program did not live to end: numbers begin at
    /// 1 again, and ScannerOutOfPaper is a normal end in the first round too.
    void goOnFromBefore() { m_wasFedBefore = true; }

    /// Feeds until paper ends, the limit (of all rounds together), `stop` or a fault. Pages are numbered
    /// through all rounds; where the scanner's own numbers jump or repeat, so do these. A fault of the sink
    /// is a fault as well. ScannerOutOfPaper in a later round is a normal end: nothing was left.
    [[nodiscard]] FeedReport feed(const PageSink& sink, const StopToken& stop);

    /// Other settings for the next round, such as another scanner; numbers go on.
    void setSettings(ScanSettings settings) { m_settings = std::move(settings); }
    [[nodiscard]] int total() const { return m_total; }

private:
    Scanner& m_scanner;
    ScanSettings m_settings;
    int m_total = 0;
    int m_sheets = 0;
    bool m_fed = false;
    bool m_wasFedBefore = false;
};

/// Whether a run can go on after an error once somebody put things right at the scanner.
bool canGoOnAfter(ErrorCode code);

} // namespace sohoa::capture
