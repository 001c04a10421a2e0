// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "dossier/separation.h"
#include "workflow/dirtyglass.h"
#include "workflow/separation.h"
#include "workflow/stack.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace sohoa::capture {
struct ScannedPage;
}

namespace sohoa::storage {
struct Feed;
class JournalWriter;
} // namespace sohoa::storage

namespace sohoa::workflow {

class Workspace;

/// Why a stack may not be what lay in the feeder.
enum class DoubtKind
{
    CountDiffers,    ///< sheets expected and come differ
    OddSides,        ///< both sides are scanned, and their number is odd: half a sheet is missing
    NumberSkipped,   ///< the scanner's own count jumped: a page did not arrive
    NumberAgain,     ///< the scanner's own count stood still or went back: twice, or out of order
    SameContent,     ///< byte for byte an earlier side, and not blank: handed over twice
    LooksAlike,      ///< shows the same sheet as an earlier side: fed twice, or laid in again
    Incomplete,      ///< the data stopped short or cannot be read
    EndedEarly,      ///< feeding ended with a fault or was cut off, and was not gone on with
    Damaged,         ///< what is kept is not what came
    SeparatorDoubts, ///< the separators of the stack contradict each other or what followed them
};
QString toString(DoubtKind kind);

/// One reason to look, with the side it is about.
struct Doubt
{
    DoubtKind kind = DoubtKind::CountDiffers;
    int position = -1; ///< of the side, from 0; -1: the stack
    int other = -1;    ///< position of the side it is like; -1: none
    int expected = 0;  ///< CountDiffers: sides
    int seen = 0;

    bool operator==(const Doubt&) const = default;
};

/// fed = kept + setAside + repeated + deleted, always; what was expected stands beside it.
struct SessionAccount
{
    int fed = 0;      ///< sides that the scanner handed over
    int kept = 0;     ///< pages that stay
    int setAside = 0; ///< blank, separator, unreadable, by the clerk
    int repeated = 0; ///< set aside because they came twice
    int deleted = 0;  ///< by the clerk
    std::optional<int> expectedSheets = {};
    int sidesPerSheet = 1;
    std::vector<Doubt> doubts;               ///< empty: it adds up
    std::vector<dossier::StackAlarm> alarms; ///< of the separators, in their own words
    bool explained = false;                  ///< somebody closed it knowingly
    std::vector<DirtyGlass> dirtyGlass = {}; ///< nothing is missing for it, but the glass is to be wiped

    [[nodiscard]] bool balances() const { return fed == kept + setAside + repeated + deleted; }
    [[nodiscard]] bool addsUp() const { return balances() && doubts.empty(); }
};

/// A stack that was being scanned when the program ended.
struct UnfinishedSession
{
    QString uid;
    QString title;
    QDateTime startedAt;
    std::optional<Target> target = {};
    int sides = 0;

    bool operator==(const UnfinishedSession&) const = default;
};

/// Where a stack goes on that was not fed to its end.
struct Standing
{
    int sheets = 0; ///< that came whole: those from number `sheets + 1` on go back into the feeder
    /// Positions of what was kept of the sheet that was under way: its front, or a part of a side. They come
    /// once more with it.
    std::vector<int> comeAgain;
    bool whole = false; ///< the last round ended as it should: nothing is left to go on with

    bool operator==(const Standing&) const = default;
};

/// A stack of sheets in a feeder, or of pages in files, from the first one to the clerk's agreement that
/// everything is there. All of it is journalled: after a power cut it is found again, with every side that
/// take() had taken, in order.
///
///     begin, beginRound, take ..., endRound   (again after a jam: beginRound ...)
///     read                                    findings, repeats, cut by separators
///     account, close
///
/// Where somebody looks at the cut first: look, proposeCut, commitCut in place of read.
///
/// One thread at a time.
class ScanSession
{
public:
    struct Setup
    {
        QString title; ///< as the clerk calls it; sealed at rest
        std::optional<Target> target = {};
        std::optional<int> expectedSheets = {}; ///< counted by hand
        int sidesPerSheet = 1;                  ///< 2 when both sides are scanned
        dossier::SeparationRules rules = {};    ///< what parts the stack, see separationRulesOf
        bool files = false;                     ///< pages come out of files, not from a scanner
    };

    [[nodiscard]] static Result<ScanSession> begin(const Workspace& workspace, const Setup& setup);
    /// One of unfinished(), or a closed one to look at. NotFound.
    [[nodiscard]] static Result<ScanSession> resume(const Workspace& workspace, const QString& uid);
    /// Oldest first.
    [[nodiscard]] static Result<std::vector<UnfinishedSession>> unfinished(const Workspace& workspace);

    [[nodiscard]] const QString& uid() const { return m_stack.uid(); }
    [[nodiscard]] const Stack& stack() const { return m_stack; }
    [[nodiscard]] bool isClosed() const { return m_stack.isClosed(); }

    /// How many sheets the clerk counted; empty: nobody did.
    [[nodiscard]] Status expect(std::optional<int> sheets) const;

    /// Feeding begins, or goes on after a fault or after the program ended in the middle. What standing()
    /// says comes again is set aside as repeated in the very transaction that keeps the first side of this
    /// round, so that no end of the program leaves a sheet counted twice, or not at all.
    [[nodiscard]] Status beginRound();
    /// Keeps one side. When this returns, its raw bytes and its place are on the disk: the sink of a scanner,
    /// which feeds the next sheet only then. What cannot be read as a picture is kept too, set aside as
    /// unreadable. A second call with the same number in one round keeps a second side, and says so in the
    /// account.
    /// Errors: those of vault and journal: nothing was kept, the feeder must stop.
    [[nodiscard]] Result<dossier::Page> take(const capture::ScannedPage& scanned);
    /// Keeps one page of a file in the same way. Errors: those of vault and journal.
    [[nodiscard]] Result<dossier::Page> keep(IncomingPage&& incoming, const QString& source,
                                             const QDateTime& madeAt);
    /// How the round ended; empty: as it should.
    [[nodiscard]] Status endRound(const std::optional<ErrorCode>& fault);
    /// Where to go on: the sentence that tells the clerk which sheets to put back.
    [[nodiscard]] Result<Standing> standing() const;
    /// Sides that came again when the sheet under way was fed once more after a fault: set aside as repeated.
    [[nodiscard]] Status setRepeated(const std::vector<int>& positions) const;

    /// Looks at every page, compares them, sets aside what came twice byte for byte, cuts by separators. May
    /// be interrupted and repeated. @param progress called with each page in any thread
    [[nodiscard]] Result<Reconciliation>
    read(const StopToken& stop, const std::function<void(const dossier::Page&)>& progress) const;

    /// Looks at every page, compares them, sets aside what came twice byte for byte; cuts nothing.
    [[nodiscard]] Status look(const StopToken& stop,
                              const std::function<void(const dossier::Page&)>& progress) const;
    /// How the stack would be cut. @see workflow::proposeCut
    [[nodiscard]] Result<dossier::StackCut> proposeCut() const;
    /// Whether somebody ought to look at this cut: it parts the stack, and not all of it is carried out.
    [[nodiscard]] Result<bool> asksFor(const dossier::StackCut& cut) const;
    /// Carries a cut out that somebody looked at. @see workflow::commitCut
    [[nodiscard]] Result<Reconciliation> commitCut(const dossier::StackCut& cut) const;
    /// Cuts by the separators as they are.
    [[nodiscard]] Result<Reconciliation> cut() const;

    /// What came of the stack, and what does not add up. Damaged is told only by recheck().
    [[nodiscard]] Result<SessionAccount> account() const;
    /// Reads every side back from the disk and re-hashes it. @return positions of those that are damaged.
    [[nodiscard]] Result<std::vector<int>> recheck(const StopToken& stop) const;

    enum class Closing
    {
        WhenItAddsUp,
        Knowingly, ///< the one explicit key: it does not add up, and the clerk says it is right
    };
    /// Ends the session. SheetsUnexplained when it does not add up and nobody said that this is right. Who
    /// closed it knowingly, when, and in spite of what is kept.
    [[nodiscard]] Status close(Closing closing);

private:
    ScanSession(const Workspace& workspace, Stack stack);
    [[nodiscard]] Result<dossier::Page> keepSide(IncomingPage&& incoming, const QString& source, int number,
                                                 const QDateTime& madeAt);
    [[nodiscard]] Result<std::optional<Target>> target() const;
    [[nodiscard]] Status setRepeated(storage::JournalWriter& writer, const std::vector<int>& positions) const;
    [[nodiscard]] Status changeFeed(const std::function<void(storage::Feed&)>& change) const;

    const Workspace* m_workspace;
    Stack m_stack;
    int m_next = 0; ///< position of the next side
    int m_round = 0;
    std::vector<int> m_comeAgain; ///< positions, to be set aside with the first side of this round
};

} // namespace sohoa::workflow
