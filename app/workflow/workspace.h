// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/aead.h"
#include "base/clock.h"
#include "base/result.h"
#include "dossier/catalogue.h"
#include "dossier/workingcalendar.h"
#include "reporting/targets.h"

#include <QMutex>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace sohoa::storage {
class Journal;
class JournalWriter;
class SearchIndex;
class SecretStore;
class Vault;
} // namespace sohoa::storage

namespace sohoa::sync {
class LineBudget;
class Warehouse;
} // namespace sohoa::sync

namespace sohoa::workflow {

/// What a home is set up with; asked at the first start.
struct HomeSettings
{
    QString unit; ///< mã định danh of the unit that receives, "H56.14"
    QString unitName;
    int workstation = 0;  ///< k of n; 0 while not enrolled: dossier numbers are provisional then
    int workstations = 0; ///< n, at most 999
    QString warehouse;    ///< URL, see the contract; "" asks for the folder "warehouse" inside the home
    QString officer;      ///< who works here
    qint64 paperLimit = 20LL * 1024 * 1024; ///< bytes of one paper

    bool operator==(const HomeSettings&) const = default;
};

/// An opened home: everything the tasks of a clerk work on. Made once by main(), handed to each task.
/// Any thread; the journal serialises its calls itself.
class Workspace
{
public:
    /// How the settings of a new home are kept.
    using Settle = std::function<Status(Workspace&, const HomeSettings&)>;

    /// Makes a home in `folder` and opens it. On a home that exists nothing changes, it is opened.
    /// Errors: ReadOnly, DiskFull, KeyStoreFailed, and those of open().
    /// @param settle empty: setSettings
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> create(const QString& folder,
                                                                   const HomeSettings& settings,
                                                                   const Clock& clock,
                                                                   const Settle& settle = {});
    /// Errors: HomeMissing, KeyMissing, KeyWrong, DatabaseDamaged, DatabaseNewer, DatabaseBusy.
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> open(const QString& folder, const Clock& clock);
    /// Whether a home is in `folder`.
    static bool isHome(const QString& folder);

    ~Workspace();
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;

    [[nodiscard]] const QString& folder() const { return m_folder; }
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    [[nodiscard]] storage::Journal& journal() const { return *m_journal; }
    [[nodiscard]] const storage::Vault& vault() const { return *m_vault; }
    /// Built at the first call, which takes seconds for 100,000 dossiers; waits for no one afterwards.
    [[nodiscard]] Result<storage::SearchIndex*> search() const;
    [[nodiscard]] const dossier::Catalogue& catalogue() const { return m_catalogue; }
    [[nodiscard]] const dossier::WorkingCalendar& calendar() const { return m_calendar; }
    [[nodiscard]] const reporting::Targets& targets() const { return m_targets; }
    /// The settings as the journal holds them now.
    [[nodiscard]] Result<HomeSettings> settings() const;
    /// Changes them, for the next task that starts. InvalidArgument for a unit code, a
    /// workstation, a size limit or a URL that cannot be; those of making the warehouse ready.
    [[nodiscard]] Status setSettings(const HomeSettings& settings);
    /// Settings that can be; InvalidArgument for others.
    [[nodiscard]] static Status check(const HomeSettings& settings);
    /// Journals settings that were checked, and which warehouse it is; an empty identity: it was never
    /// reached.
    [[nodiscard]] static Status write(storage::JournalWriter& writer, const HomeSettings& settings,
                                      const QString& warehouseIdentity);
    /// Which warehouse it is; empty while it was never reached.
    [[nodiscard]] Result<QString> warehouseIdentity() const;
    /// Where the keys to the warehouse lie.
    [[nodiscard]] Result<storage::SecretStore> secrets() const;
    /// A key for one purpose, derived from the key of the home.
    [[nodiscard]] Result<SecretKey> keyFor(QByteArrayView purpose) const;
    /// Whether the key lies in a file beside the data because this system has no key store; said clearly to
    /// people.
    [[nodiscard]] bool keyIsInFile() const { return m_keyIsInFile; }
    /// Whether create() made this home just now.
    [[nodiscard]] bool isNew() const { return m_isNew; }
    /// Why today's copy of the journal (backups/) could not be made; empty when it is there.
    [[nodiscard]] const std::optional<Error>& backupProblem() const { return m_backupProblem; }
    /// Opens the warehouse of the settings, within the limit of the line that the delivery rules set for all
    /// of this process. One that was not reached when the home was enrolled is remembered now. Blocks on the
    /// key store of the system. WarehouseNotConfigured, WarehouseUnreachable, WarehouseKeyRefused without
    /// keys.
    [[nodiscard]] Result<std::unique_ptr<sync::Warehouse>> openWarehouse() const;

private:
    Workspace(QString folder, const Clock& clock);
    [[nodiscard]] Status load();

    QString m_folder;
    const Clock& m_clock;
    dossier::Catalogue m_catalogue;
    dossier::WorkingCalendar m_calendar;
    reporting::Targets m_targets;
    std::unique_ptr<storage::Vault> m_vault;
    std::unique_ptr<storage::Journal> m_journal;
    std::unique_ptr<SecretKey> m_key;
    std::unique_ptr<sync::LineBudget> m_line;
    mutable QMutex m_searchMutex;
    mutable std::unique_ptr<storage::SearchIndex> m_search;
    bool m_keyIsInFile = false;
    bool m_isNew = false;
    std::optional<Error> m_backupProblem;
};

/// Where the home of this user is when nobody says: local application data on Windows, the XDG data folder
/// elsewhere.
QString defaultHome();

} // namespace sohoa::workflow
