// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "dossier/change.h"
#include "dossier/dossier.h"
#include "dossier/indicator.h"
#include "dossier/page.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sohoa::storage {

/// Name of the setting with this workstation's number k (of n), which stamps of changes carry; 0 or unset
/// before enrolment.
inline constexpr char workstationSetting[] = "workstation";
/// Name of the setting with the code of this unit, whose log our changes stand in.
inline constexpr char unitSetting[] = "unit";
/// Name of the setting that restoreBackup() sets (time of the restore): entries of our own log may lie in the
/// warehouse that the backup did not hold yet. Whoever has taken them in empties it.
inline constexpr char restoredSetting[] = "restored";
/// Name of the setting with the identity of this installation of the home, 32 hex digits: our log entries
/// carry it, so that a second machine under the same workstation number is noticed. A restored home gets a
/// new one.
inline constexpr char instanceSetting[] = "instance";

/// What a stack of pages is.
enum class SessionKind
{
    Scanner,
    Files,
};

enum class SessionState
{
    Open,   ///< pages may still come; found again after a crash
    Closed, ///< every page is taken in, cut and finished
};

/// A stack of pages that came in together.
struct Session
{
    QString uid;
    QString key; ///< identity of the input, so that the same stack is found again; unique
    SessionKind kind = SessionKind::Files;
    QDateTime startedAt;
    SessionState state = SessionState::Open;
    std::optional<int> expectedSheets = {};
    QString title; ///< as the clerk calls it; sealed at rest

    bool operator==(const Session&) const = default;
};

/// What is known about a stack that is being scanned, besides its pages.
struct Feed
{
    QString session;
    QString dossierUid; ///< where pages go that no separator claims; may be empty
    int component = 0;
    int sidesPerSheet = 1;
    int round = 0;       ///< how often feeding was begun
    QString ended;       ///< of the last round: "" while it runs, "whole", or the name of an ErrorCode
    QString explainedBy; ///< who closed it although it did not add up
    std::optional<QDateTime> explainedAt = {};
    QStringList doubts = {}; ///< words for what did not add up then

    bool operator==(const Feed&) const = default;
};

/// A side that the scanner handed over.
struct FedSide
{
    int position = 0; ///< in the session, from 0
    QString pageUid;
    int round = 0;
    int number = 0; ///< as the scanner counts within the round, from 1
    QDateTime fedAt;

    bool operator==(const FedSide&) const = default;
};

/// What a page looks like beside those before it in its stack.
struct PageLook
{
    QString pageUid;
    QByteArray look; ///< perceptual hash, 128 bytes; empty: too little is on the page
    /// Uid of an earlier page that shows the same sheet, "" for none; nothing while it was not compared.
    std::optional<QString> likeUid = {};

    bool operator==(const PageLook&) const = default;
};

/// One step of the clerk on pages, with the pages as they were before and after. Findings are not part of it:
/// undo and redo leave the findings of a page as they are.
struct PageAction
{
    QString scope; ///< uid of the dossier or session the clerk works on; each has its own undo
    QString label; ///< word for the step: "set-aside", "turn"
    std::vector<dossier::Page> before;
    std::vector<dossier::Page> after;

    bool operator==(const PageAction&) const = default;
};

/// Labels of what undo and redo would do now.
struct ActionSteps
{
    std::optional<QString> undo = {};
    std::optional<QString> redo = {};
};

enum class OutboxKind
{
    Blob,    ///< a paper's file
    Entry,   ///< an entry of this workstation's log
    Carried, ///< an entry of another workstation's log that came here in a bundle
};

/// Something the warehouse has not confirmed yet.
struct OutboxItem
{
    qint64 id = 0;
    OutboxKind kind = OutboxKind::Blob;
    QString sha256;
    qint64 bytes = 0;
    dossier::DeliveryState state = dossier::DeliveryState::Waiting;
    std::optional<ErrorCode> reason = {}; ///< of the last attempt
    int attempts = 0;
    std::optional<QDateTime> nextTry = {};
    QDateTime since;
    // of a blob; empty for an entry
    QString paperUid;
    QString dossierUid;
    QString dossierCode;
    int component = 0;
    QString title;
    // of an entry; for a blob unit and workstation only when it was carried here for another workstation
    QString unit;
    int workstation = 0;
    qint64 sequence = 0;
    bool waitsForFile = false; ///< an entry that names a file which the warehouse has not confirmed

    bool operator==(const OutboxItem&) const = default;
};

/// What decides about the place of a paper in the queue.
struct OutboxPlace
{
    qint64 id = 0; ///< ascending in the order in which things were ordered
    qint64 bytes = 0;
    QDateTime since;

    bool operator==(const OutboxPlace&) const = default;
};

struct OutboxCounts
{
    int blobs = 0;
    int entries = 0; ///< those that were carried here too
    int refused = 0; ///< of both
    qint64 bytes = 0;
    int unshippedChanges = 0; ///< changes in no entry yet
    std::optional<QDateTime> oldest =
        {}; ///< since when the oldest item, or paper without confirmed entry, waits

    bool operator==(const OutboxCounts&) const = default;
};

/// That the warehouse read something back and it was right.
struct Receipt
{
    QString key; ///< name in the warehouse
    QString sha256;
    qint64 length = 0;
    QDateTime confirmedAt;

    bool operator==(const Receipt&) const = default;
};

/// Place of an entry in a log; what its JSON says about itself.
struct LogHead
{
    QString unit;
    int workstation = 0;
    qint64 sequence = 0;    ///< from 1, without gaps
    QString previousSha256; ///< of the entry before; empty for the first
    QDateTime cutAt;

    bool operator==(const LogHead&) const = default;
};

/// An entry of this workstation's log with its exact bytes.
struct LogEntry
{
    LogHead head;
    QString sha256;
    QByteArray bytes;
    std::optional<QDateTime> confirmedAt = {};

    bool operator==(const LogEntry&) const = default;
};

/// A log of the warehouse and how far it was read.
struct LogCursor
{
    QString unit;
    int workstation = 0;
    qint64 sequence = 0; ///< of the last entry taken in; 0: none
    QString sha256;      ///< of that entry

    bool operator==(const LogCursor&) const = default;
};

/// One of our own logs, and how far it came. A home that was given another unit or number has several.
struct OwnLog
{
    QString unit;
    int workstation = 0;
    qint64 confirmed = 0;    ///< number of the last entry that the warehouse confirmed; 0: none
    QString confirmedSha256; ///< of that entry; empty for none
    qint64 last = 0;         ///< number of the last entry cut

    bool operator==(const OwnLog&) const = default;
};

/// One change about a dossier, also one that was overwritten since; see Journal::history().
struct FieldHistory
{
    QString stamp;
    QString unit;
    int workstation = 0; ///< 0 when made here and not shipped yet
    dossier::ChangeKind kind = dossier::ChangeKind::DossierSet;
    QJsonObject body;
};

/// Which dossiers to list; everything that is set must hold.
struct DossierFilter
{
    QDate from = {}; ///< reception date in +07:00, both included; invalid: open
    QDate to = {};
    std::vector<dossier::DossierStatus> statuses = {};
    QString procedureCode = {};
    QString officer = {};
    QString field = {};
    QString unit = {};
    bool onlyOverdue = false;              ///< dossier::isOverdue
    bool onlyScanDue = false;              ///< a component still to be scanned
    std::optional<QStringList> among = {}; ///< uids, as SearchIndex gives them

    bool operator==(const DossierFilter&) const = default;
};

/// A dossier with what a list shows about it.
struct DossierSummary
{
    dossier::Dossier dossier;
    int components = 0;
    int scanDue = 0; ///< required components to be scanned that have no paper and are not settled otherwise
    int papers = 0;
    int papersConfirmed = 0;
    int pages = 0;             ///< kept
    int pagesWithoutPaper = 0; ///< kept pages of components that have no paper yet

    bool operator==(const DossierSummary&) const = default;
};

/// Counts for the navigation.
struct Counts
{
    int dossiers = 0;
    int scanDue = 0; ///< dossiers with a component still to be scanned
    int papersWaiting = 0;
    int papersRefused = 0;   ///< of papersWaiting
    int unassignedPages = 0; ///< kept pages of no dossier
    int openSessions = 0;
    int differing = 0; ///< dossiers with a difference that nobody has settled

    bool operator==(const Counts&) const = default;
};

/// One row of a report: dossier::IndicatorGroup with a label for people.
struct IndicatorRow
{
    QString key;                                 ///< code, name or date by ReportBy; empty for ReportBy::None
    QString label;                               ///< name of the procedure; else the key
    std::vector<dossier::IndicatorCount> counts; ///< in the order of dossier::indicatorKinds

    bool operator==(const IndicatorRow&) const = default;
};

/// A file of the vault that the journal names.
struct VaultReference
{
    QString sha256;
    bool isPaper = false; ///< else a page
    qint64 bytes = 0;
    bool mayBeAway = false; ///< the warehouse has it; the copy here may have been removed

    bool operator==(const VaultReference&) const = default;
};

/// Which files an entry of the log may name.
enum class NamedFiles
{
    Confirmed, ///< those that the warehouse has
    Queued,    ///< also those that wait on the outbox: the entry waits for them then
};

/// A file of the vault that the warehouse has, and whose copy here may go.
struct RemovableCopy
{
    QString sha256;
    qint64 bytes = 0;
    QDateTime since;      ///< of its confirmation, or when it was brought back
    bool carried = false; ///< of another workstation, which has it too

    bool operator==(const RemovableCopy&) const = default;
};

QString toString(SessionKind kind);
QString toString(SessionState state);
QString toString(OutboxKind kind);

} // namespace sohoa::storage
