// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "storage/records.h"

#include <QJsonObject>

#include <functional>

namespace sohoa::storage {

class JournalStore;

/// Builds the exact bytes of a log entry from its head and changes (docs/warehouse-schema.md).
using EntryBuilder =
    std::function<Result<QByteArray>(const LogHead& head, const std::vector<dossier::Change>& changes)>;

/// Everything that changes the journal. Handed out by Journal::write() for the time of one transaction.
/// What the warehouse must know is appended to the log by the functions themselves.
class JournalWriter
{
public:
    JournalWriter(const JournalWriter&) = delete;
    JournalWriter& operator=(const JournalWriter&) = delete;

    [[nodiscard]] Status setSetting(const QString& name, const QString& value);
    [[nodiscard]] Status setSetting(const QString& name, qint64 value);

    // Dossiers
    /// Appends DossierOpened and a ComponentSet each. DossierCodeInvalid when another dossier has the code.
    [[nodiscard]] Status openDossier(const dossier::Dossier& dossier,
                                     const std::vector<dossier::Component>& components);
    /// Appends DossierSet with the fields that differ; nothing when none does. DossierUnknown,
    /// DossierCodeInvalid.
    [[nodiscard]] Status setDossier(const dossier::Dossier& dossier);
    /// Adds or changes a component; appends ComponentSet unless nothing differs. DossierUnknown.
    [[nodiscard]] Status setComponent(const dossier::Component& component);
    /// Appends EventNoted. DossierUnknown.
    [[nodiscard]] Status addEvent(const dossier::Event& event);
    /// The next daily number of this home above all given that day that is congruent to `workstation` modulo
    /// `workstations` (1..workstations); the counter is kept. InvalidArgument.
    [[nodiscard]] Result<int> takeDailyNumber(QDate day, int workstation, int workstations);

    // Pages
    [[nodiscard]] Status openSession(const Session& session);
    [[nodiscard]] Status setSessionState(const QString& uid, SessionState state);
    [[nodiscard]] Status setExpectedSheets(const QString& uid, std::optional<int> sheets);
    /// Enters or changes what is known about a session that is scanned.
    [[nodiscard]] Status setFeed(const Feed& feed);
    /// Enters a side at the next position; goes with addPage() into one transaction.
    [[nodiscard]] Status addFedSide(const QString& sessionUid, const FedSide& side);
    /// Enters or changes how the pages of a session that is there are to be treated.
    [[nodiscard]] Status setTreatment(const QString& sessionUid, const QJsonObject& treatment);
    /// Enters or changes what is known about the look of a page that is there.
    [[nodiscard]] Status setPageLook(const PageLook& look);
    [[nodiscard]] Status addPage(const dossier::Page& page);
    /// Replaces everything about the page with this uid. NotFound.
    [[nodiscard]] Status setPage(const dossier::Page& page);
    /// Sets `action.after` and remembers the step; what was undone before in this scope cannot be redone any
    /// more.
    [[nodiscard]] Status recordAction(const PageAction& action);
    /// Sets the pages back to before the last step of the scope, or again to after it.
    /// @return the step; empty when there is none
    [[nodiscard]] Result<std::optional<PageAction>> undo(const QString& scope);
    [[nodiscard]] Result<std::optional<PageAction>> redo(const QString& scope);

    // Papers and delivery
    /// Enters a paper, appends PaperMade and puts its file on the outbox. `delivery` of the argument is
    /// ignored. DossierUnknown.
    [[nodiscard]] Status addPaper(const dossier::Paper& paper);
    /// For a signature that does not change the file; appends PaperMade again with the new state. NotFound.
    [[nodiscard]] Status setPaperSignature(const QString& paperUid, dossier::SignatureState state);
    /// What a run that was killed left under way waits again.
    [[nodiscard]] Status resetSending();
    /// Notes an attempt; papers with that content show the same state. NotFound.
    [[nodiscard]] Status setOutboxState(qint64 id, dossier::DeliveryState state,
                                        std::optional<ErrorCode> reason, int attempts,
                                        const std::optional<QDateTime>& nextTry);
    /// The warehouse has the file: takes it off the outbox, keeps the receipt. Its papers are Confirming
    /// until the entry that names them is confirmed too. WarehouseMismatch when the length is another.
    [[nodiscard]] Status confirmBlob(const QString& sha256, const QString& key, qint64 length,
                                     const QDateTime& at);
    /// Moves changes that no entry holds yet into the next entry of the log of `unit` and `workstation`,
    /// oldest first, as many as fit into `maxBytes` (at least one); PaperMade only when its file is
    /// confirmed. Keeps the bytes that `build` makes and puts the entry on the outbox.
    /// @param named  NamedFiles::Queued: papers too whose files still wait, but for those in `without`
    /// @return empty when there is nothing to ship
    [[nodiscard]] Result<std::optional<LogEntry>> cutLogEntry(qint64 maxBytes, const QString& unit,
                                                              int workstation, const EntryBuilder& build,
                                                              NamedFiles named = NamedFiles::Confirmed,
                                                              const QStringList& without = {});
    /// The warehouse has the entry: takes it off the outbox, keeps the receipt; papers named in it are
    /// Confirmed. NotFound.
    [[nodiscard]] Status confirmLogEntry(const QString& unit, int workstation, qint64 sequence,
                                         const QString& key, const QDateTime& at);
    /// Takes in an entry of another workstation's log: changes are kept, and the dossiers they are about
    /// become the fold of all changes known about them. LogBroken unless the entry follows the last one taken
    /// in; taking the same entry again changes nothing.
    /// @param head previousSha256 as the entry says
    [[nodiscard]] Status acceptEntry(const LogHead& head, const QString& sha256,
                                     const std::vector<dossier::Change>& changes);

    /// Takes in an entry of our own log that the warehouse has and this journal has not, because it was set
    /// back (a backup was restored). Its changes count as shipped and confirmed, those of them that still
    /// wait here too; dossiers become the fold of all changes known. What we had cut under this number or a
    /// later one, and nobody confirmed, is taken back first, see takeBackEntries().
    /// LogBroken unless it follows our last entry; WorkstationTwice when it says something else under the
    /// stamp of a change of ours.
    /// @param entry   head.previousSha256 as the entry says; confirmedAt: when it was read in the warehouse
    /// @param key     its name in the warehouse
    [[nodiscard]] Status adoptEntry(const LogEntry& entry, const QString& key,
                                    const std::vector<dossier::Change>& changes);
    /// Dissolves the entries of our log from this number on that are not confirmed: their changes are in no
    /// entry again, to be shipped with the next one cut. @return how many. InvalidArgument when one of them
    /// is confirmed.
    [[nodiscard]] Result<int> takeBackEntries(const QString& unit, int workstation, qint64 from);

    // Carried by hand
    /// Says that a file in the vault is there for another workstation. No change when it is known.
    [[nodiscard]] Status markCarried(const QString& sha256);
    /// Puts such a file on the outbox, unless it is there or confirmed. @return whether it is new
    [[nodiscard]] Result<bool> carryFile(const QString& sha256, qint64 bytes, const QString& unit,
                                         int workstation);
    /// Keeps an entry of another workstation's log and puts it on the outbox, unless it is known.
    /// WorkstationTwice when another one is known under its number. @return whether it is new
    [[nodiscard]] Result<bool> carryEntry(const LogEntry& entry);
    /// The warehouse has a carried entry: takes it off the outbox, keeps the receipt. NotFound.
    [[nodiscard]] Status confirmCarriedEntry(const QString& unit, int workstation, qint64 sequence,
                                             const QString& key, const QDateTime& at);

    // Copies of what the warehouse has
    /// The copy is about to be removed. @return false when it must stay, see Journal::removableCopies()
    [[nodiscard]] Result<bool> letCopyGo(const QString& sha256, const QDateTime& before);
    /// It is removed. Of a file carried for others nothing stays known.
    [[nodiscard]] Status copyIsGone(const QString& sha256);
    /// It was brought back.
    [[nodiscard]] Status copyIsBack(const QString& sha256);

    /// Ends a difference: the value written under `chosenStamp` counts from now on; appends the change that
    /// says so, and an EventNoted. NotFound when the field has no such difference (any more).
    [[nodiscard]] Status settleDifference(const QString& dossierUid, const QString& field,
                                          const QString& chosenStamp, const QString& actor);

private:
    friend class Journal;
    explicit JournalWriter(JournalStore& store);
    JournalStore& m_store;
};

} // namespace sohoa::storage
