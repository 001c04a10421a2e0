// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/aead.h"
#include "base/clock.h"
#include "dossier/fold.h"
#include "storage/records.h"

#include <QJsonObject>

#include <functional>
#include <map>
#include <memory>

namespace sohoa::storage {

class JournalStore;
class JournalWriter;

/// The source of truth of a home: an SQLite database (WAL, synchronous=FULL) with everything personal sealed.
/// Any thread: writes take turns, queries take turns among themselves and do not wait for writes. Another
/// process may use the same journal at the same time. Inside write() the queries of the same thread see what
/// was written so far.
///
/// Errors of every call: DiskFull, ReadOnly, DatabaseBusy (another process held it for 5 s), DatabaseDamaged,
/// StorageFailed, KeyWrong (a sealed value does not open).
class Journal
{
public:
    /// How much of an existing database is checked when it is opened.
    enum class Check
    {
        Quick, ///< PRAGMA quick_check and foreign keys
        None,  ///< for short commands that follow each other, and measurements
    };

    /// Opens or makes the journal at `path`. Migrates an older one, after a copy `<path>.before-N`. Nothing
    /// is ever deleted or rebuilt. Also: DatabaseNewer, KeyWrong (made under another key).
    [[nodiscard]] static Result<std::unique_ptr<Journal>>
    open(const QString& path, const SecretKey& homeKey, const Clock& clock, Check check = Check::Quick);
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    /// One transaction (BEGIN IMMEDIATE): committed when `task` succeeds, else everything is as before. Once
    /// this returns success it survives a power cut. Not to be nested: Internal.
    [[nodiscard]] Status write(const std::function<Status(JournalWriter&)>& task);

    // Settings: words and values of the workflow's choice, in plain text; no secrets.
    [[nodiscard]] Result<std::optional<QString>> setting(const QString& name) const;
    [[nodiscard]] Result<QString> setting(const QString& name, const QString& fallback) const;
    [[nodiscard]] Result<qint64> setting(const QString& name, qint64 fallback) const;
    /// Names that begin so and have a value, ascending.
    [[nodiscard]] Result<std::vector<QString>> settingNames(const QString& prefix) const;

    // Dossiers
    [[nodiscard]] Result<dossier::Dossier> dossier(const QString& uid) const; ///< DossierUnknown
    [[nodiscard]] Result<std::optional<dossier::Dossier>> dossierByCode(const QString& code) const;
    /// Newest first.
    [[nodiscard]] Result<std::vector<dossier::Dossier>> dossiersOfPerson(const QString& personalNumber) const;
    /// In the order of `uids`; unknown ones are left out.
    [[nodiscard]] Result<std::vector<dossier::Dossier>> dossiers(const QStringList& uids) const;
    /// Newest reception first.
    [[nodiscard]] Result<std::vector<DossierSummary>> list(const DossierFilter& filter, int limit,
                                                           int offset = 0) const;
    [[nodiscard]] Result<qint64> count(const DossierFilter& filter) const;
    [[nodiscard]] Result<std::vector<dossier::Component>> components(const QString& dossierUid) const;
    /// By component, then version ascending.
    [[nodiscard]] Result<std::vector<dossier::Paper>> papers(const QString& dossierUid) const;
    [[nodiscard]] Result<std::optional<dossier::Paper>> paper(const QString& paperUid) const;
    [[nodiscard]] Result<std::vector<dossier::Event>> events(const QString& dossierUid) const;
    /// Every change about a dossier, ascending by stamp: who set what, also what was overwritten.
    [[nodiscard]] Result<std::vector<FieldHistory>> history(const QString& dossierUid) const;
    [[nodiscard]] Result<Counts> counts() const;
    /// Fields of a dossier that two workstations gave different values without knowing of each other; both
    /// values with who wrote them. By field.
    [[nodiscard]] Result<std::vector<dossier::Conflict>> differences(const QString& dossierUid) const;
    /// Uids of the dossiers with such a field, newest reception first.
    [[nodiscard]] Result<QStringList> differingDossiers() const;

    // Pages
    [[nodiscard]] Result<std::optional<Session>> session(const QString& uid) const;
    [[nodiscard]] Result<std::optional<Session>> sessionByKey(const QString& key) const;
    /// Oldest first.
    [[nodiscard]] Result<std::vector<Session>> openSessions() const;
    /// Empty for a session that is no feed.
    [[nodiscard]] Result<std::optional<Feed>> feed(const QString& sessionUid) const;
    /// In the order they came.
    [[nodiscard]] Result<std::vector<FedSide>> fedSides(const QString& sessionUid) const;
    /// How the pages of a session are to be treated; empty: as usual.
    [[nodiscard]] Result<std::optional<QJsonObject>> treatment(const QString& sessionUid) const;
    /// Of the pages that were looked at, in feeder order.
    [[nodiscard]] Result<std::vector<PageLook>> looksOfSession(const QString& sessionUid) const;
    [[nodiscard]] Result<std::optional<dossier::Page>> page(const QString& uid) const;
    /// In the order of `uids`; NotFound when one is unknown.
    [[nodiscard]] Result<std::vector<dossier::Page>> pages(const QStringList& uids) const;
    /// In feeder order.
    [[nodiscard]] Result<std::vector<dossier::Page>> pagesOfSession(const QString& sessionUid) const;
    /// Deleted ones too; by component, then order, then feeder order.
    [[nodiscard]] Result<std::vector<dossier::Page>> pagesOfDossier(const QString& dossierUid) const;
    /// Kept pages of one component in order.
    [[nodiscard]] Result<std::vector<dossier::Page>> pagesOfComponent(const QString& dossierUid,
                                                                      int component) const;
    /// How many kept pages each component of a dossier has, by its number; those without are left out.
    [[nodiscard]] Result<std::map<int, int>> keptPages(const QString& dossierUid) const;
    [[nodiscard]] Result<ActionSteps> actionSteps(const QString& scope) const;
    /// Own files that should be in the vault, each once, ascending.
    [[nodiscard]] Result<std::vector<VaultReference>> vaultReferences() const;

    // Delivery
    /// Oldest first; blobs before entries.
    [[nodiscard]] Result<std::vector<OutboxItem>> outbox() const;
    /// Of outbox(), those whose next try is due; `force`: all.
    [[nodiscard]] Result<std::vector<OutboxItem>> outboxDue(bool force) const;
    /// Likewise, of one kind, in the order they were ordered (entries: of their numbers, whatever the clock
    /// did), at most `limit`, those after the item with id `after` (0: from the first).
    [[nodiscard]] Result<std::vector<OutboxItem>> outboxDue(OutboxKind kind, bool force, int limit,
                                                            qint64 after) const;
    /// Papers that are due, in the order in which they were ordered; with `force` also those that are to wait
    /// and those that were refused. A few bytes each, so that 100,000 of them are no burden.
    [[nodiscard]] Result<std::vector<OutboxPlace>> papersDue(bool force) const;
    [[nodiscard]] Result<std::optional<OutboxItem>> outboxItem(qint64 id) const;
    /// Whether a paper's file waits to be delivered.
    [[nodiscard]] Result<bool> isInOutbox(const QString& sha256) const;
    [[nodiscard]] Result<OutboxCounts> outboxCounts() const;
    [[nodiscard]] Result<std::optional<Receipt>> receipt(const QString& sha256) const;
    /// Papers with this content, newest first.
    [[nodiscard]] Result<std::vector<dossier::Paper>> papersWithContent(const QString& sha256) const;
    /// One entry of this workstation's log. NotFound.
    [[nodiscard]] Result<LogEntry> logEntry(const QString& unit, int workstation, qint64 sequence) const;
    /// Heads and hashes of all own entries without their bytes, ascending.
    [[nodiscard]] Result<std::vector<LogEntry>> logEntries() const;
    /// Every log that this home has written entries of.
    [[nodiscard]] Result<std::vector<OwnLog>> ownLogs() const;
    /// Whether there are changes in no entry that wait for no file, or for one that is confirmed.
    [[nodiscard]] Result<bool> hasShippableChanges() const;
    /// Of the changes in no entry that wait for no file, the smallest stamp; empty when there is none.
    [[nodiscard]] Result<std::optional<QString>> oldestUnshippedStamp() const;
    /// An entry of another workstation's log that was carried here. NotFound.
    [[nodiscard]] Result<LogEntry> carriedEntry(const QString& unit, int workstation, qint64 sequence) const;
    /// Copies in the vault that were confirmed (or brought back) before `before` and are needed for nothing
    /// else, oldest first: every paper with that content is confirmed, no page has it, none of it waits on
    /// the outbox. First those carried for others that are confirmed, whenever that was, or that an import
    /// left which was broken off a week ago. At most `limit`, after `offset` of them.
    [[nodiscard]] Result<std::vector<RemovableCopy>> removableCopies(const QDateTime& before, int limit,
                                                                     int offset = 0) const;
    /// Whether the copy in the vault may have been removed because the warehouse has it.
    [[nodiscard]] Result<bool> mayBeAway(const QString& sha256) const;
    /// How far the logs of others were read.
    [[nodiscard]] Result<std::vector<LogCursor>> cursors() const;

    // Indicators; definitions in dossier/indicator.h. Dates of reception in +07:00, both included; an invalid
    // date leaves that end open.
    /// Ascending by key; one row for ReportBy::None, also when nothing was received.
    [[nodiscard]] Result<std::vector<IndicatorRow>> indicators(QDate from, QDate to,
                                                               dossier::ReportBy by) const;
    /// The dossiers of the denominator that are (`met`) or are not in the numerator, of one group, newest
    /// first. The same rows that indicators() counts.
    [[nodiscard]] Result<QStringList> dossiersBehind(dossier::IndicatorKind kind, dossier::ReportBy by,
                                                     const QString& groupKey, QDate from, QDate to,
                                                     bool met) const;

    [[nodiscard]] const QString& path() const;

private:
    explicit Journal(std::unique_ptr<JournalStore> store);
    std::unique_ptr<JournalStore> m_store;
};

} // namespace sohoa::storage
