// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/feedrun.h"
#include "capture/profile.h"
#include "ui/settings/lookandscan.h"
#include "workflow/scansession.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace sohoa::ui {

/// How one round of feeding ended.
struct FedRound
{
    workflow::Reconciliation account; ///< of the whole stack so far
    bool uncut = false;               ///< somebody is to look at the cut before it is carried out
    std::vector<QString> kept;        ///< uids of the pages of the stack that count, in order
    int unreadable = 0;               ///< pages of the stack that are set aside as unreadable
    int sheets = 0;                   ///< that came whole, in all rounds
    std::optional<Error> fault = {};
    bool canGoOn = false; ///< the next round goes on behind these sheets
    bool closed = false;  ///< the stack adds up
};

/// A stack on its way from a scanner into a dossier, in as many rounds as it takes: after a jam the next one
/// goes on where the last one ended, in the same stack. One thread at a time; its calls block.
class Feeding
{
public:
    struct Plan
    {
        ScanChoice choice;
        std::optional<workflow::Target> target = {};      ///< empty: the separator sheets say it
        std::optional<capture::ScanProfile> profile = {}; ///< in place of what `choice` says of the paper
        int expectedSheets = 0;                           ///< counted by hand; 0: nobody did
        bool oneSheet = false;   ///< a page is scanned again: no other sheet is to be drawn in
        QString sessionUid = {}; ///< of an open stack for this target, to go on with; empty: a new one
    };
    /// Finds the scanner. ScannerNotFound, ScannerCannot (it has not the profile's source of paper), and the
    /// errors of Scanner::list and of the journal.
    [[nodiscard]] static Result<std::shared_ptr<Feeding>> begin(const workflow::Workspace& workspace,
                                                                std::shared_ptr<capture::Scanner> scanner,
                                                                const Plan& plan, const StopToken& stop);

    /// Feeds, looks at the pages and gives them to the dossier, unless something parts the stack. Pages that
    /// are in stay, whatever happens afterwards. A stack that adds up is closed; one that does not stays open
    /// until somebody looked at it. An error when nothing at all came.
    [[nodiscard]] Result<FedRound> feed(const StopToken& stop,
                                        const std::function<void(const dossier::Page&)>& progress);

    [[nodiscard]] const std::optional<workflow::Target>& target() const { return m_target; }
    [[nodiscard]] const QString& sessionUid() const { return m_session.uid(); }
    /// Names of network scanners that were met for the first time.
    [[nodiscard]] const QStringList& met() const { return m_met; }
    /// Where the scanner of the settings is now, when it is not where it was; empty otherwise.
    [[nodiscard]] const QString& movedTo() const { return m_movedTo; }

private:
    Feeding(std::shared_ptr<capture::Scanner> scanner, const capture::ScanSettings& settings,
            workflow::ScanSession session, const Plan& plan, QStringList met);

    std::shared_ptr<capture::Scanner> m_scanner;
    capture::FeedRun m_run;
    workflow::ScanSession m_session;
    std::optional<workflow::Target> m_target;
    bool m_oneSheet;
    QStringList m_met;
    QString m_movedTo;
};

} // namespace sohoa::ui
