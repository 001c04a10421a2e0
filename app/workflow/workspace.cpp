// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/workspace.h"

#include "base/durablefile.h"
#include "dossier/codes.h"
#include "dossier/numbering.h"
#include "storage/backup.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/keystore.h"
#include "storage/searchindex.h"
#include "storage/vault.h"
#include "sync/warehouse.h"
#include "workflow/warehouseaccess.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutexLocker>
#include <QStandardPaths>
#include <QUrl>

#include <array>

namespace sohoa::workflow {

namespace {

const QString unitName = QStringLiteral("unit");
const QString unitNameName = QStringLiteral("unit.name");
const QString workstationName = QStringLiteral("workstation");
const QString workstationsName = QStringLiteral("workstations");
const QString warehouseName = QStringLiteral("warehouse");
const QString warehouseIdentityName = QStringLiteral("warehouse.identity");
const QString officerName = QStringLiteral("officer");
const QString paperLimitName = QStringLiteral("paper.limit");

constexpr qint64 resourceLimit = 1024 * 1024;
constexpr qint64 smallestPaperLimit = 100 * 1024;

Status checkSettings(const HomeSettings& settings)
{
    if (!dossier::isUnitCode(settings.unit)) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("unit code"));
    }
    const bool notEnrolled = settings.workstation == 0 && settings.workstations == 0;
    if (!notEnrolled) {
        SOHOA_TRY(dossier::numberShareFrom(
            QStringLiteral("%1/%2").arg(settings.workstation).arg(settings.workstations)));
    }
    if (settings.paperLimit < smallestPaperLimit) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("size limit of a paper under 100 kB"));
    }
    SOHOA_TRY(sync::parseWarehouseUrl(settings.warehouse));
    return {};
}

QString embeddedWarehouse(const QString& folder)
{
    return QUrl::fromLocalFile(QDir(folder).absoluteFilePath(QStringLiteral("warehouse")))
        .toString(QUrl::FullyEncoded);
}

Status writeSettings(storage::JournalWriter& writer, const HomeSettings& settings)
{
    SOHOA_TRY(writer.setSetting(unitName, settings.unit));
    SOHOA_TRY(writer.setSetting(unitNameName, settings.unitName));
    SOHOA_TRY(writer.setSetting(workstationName, qint64{settings.workstation}));
    SOHOA_TRY(writer.setSetting(workstationsName, qint64{settings.workstations}));
    SOHOA_TRY(writer.setSetting(warehouseName, settings.warehouse));
    SOHOA_TRY(writer.setSetting(officerName, settings.officer));
    return writer.setSetting(paperLimitName, settings.paperLimit);
}

} // namespace

Workspace::Workspace(QString folder, const Clock& clock)
    : m_folder(std::move(folder))
    , m_clock(clock)
    , m_catalogue(dossier::Catalogue::builtIn())
    , m_calendar(dossier::WorkingCalendar::builtIn())
{
}

Workspace::~Workspace() = default;

bool Workspace::isHome(const QString& folder)
{
    return QFileInfo::exists(storage::journalPath(folder));
}

Result<std::unique_ptr<Workspace>> Workspace::create(const QString& folder, const HomeSettings& settings,
                                                     const Clock& clock)
{
    HomeSettings wanted = settings;
    if (wanted.warehouse.isEmpty()) {
        wanted.warehouse = embeddedWarehouse(folder);
    }
    // A home counts as made once its unit is journalled; one that was interrupted before that is made again.
    if (isHome(folder)) {
        SOHOA_ASSIGN(std::unique_ptr<Workspace> existing, open(folder, clock));
        SOHOA_ASSIGN(const HomeSettings known, existing->settings());
        if (!known.unit.isEmpty()) {
            return existing;
        }
    }
    SOHOA_TRY(checkSettings(wanted));
    const bool isOurs = !QFileInfo::exists(folder);
    SOHOA_TRY(makeFolderDurably(QFileInfo(folder).absoluteFilePath()));
    if (isOurs) {
        // What is in it is sealed; codes and counts are nobody else's either. A file system without owners
        // says no.
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    std::unique_ptr<Workspace> workspace(new Workspace(folder, clock));
    SOHOA_TRY(workspace->load());
    SOHOA_TRY(workspace->setSettings(wanted));
    workspace->m_isNew = true;
    return workspace;
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString& folder, const Clock& clock)
{
    if (!isHome(folder)) {
        return failure(ErrorCode::HomeMissing, folder);
    }
    std::unique_ptr<Workspace> workspace(new Workspace(folder, clock));
    SOHOA_TRY(workspace->load());
    // A home that opens but cannot be copied is still worked with; whoever opened it says so.
    if (const Result<QString> copy = storage::backupJournalDaily(folder, clock); !copy) {
        workspace->m_backupProblem = copy.error();
    }
    return workspace;
}

Status Workspace::load()
{
    SOHOA_ASSIGN(const QByteArray targets,
                 readFile(QStringLiteral(":/catalogue/targets.json"), resourceLimit));
    SOHOA_ASSIGN(m_targets, reporting::Targets::fromJson(targets));
    SOHOA_ASSIGN(storage::HomeKey key, storage::KeyStore().openOrCreate(m_folder));
    m_keyIsInFile = key.place == storage::KeyPlace::File;
    SOHOA_ASSIGN(storage::Vault vault, storage::Vault::open(storage::vaultPath(m_folder), key.key));
    m_vault = std::make_unique<storage::Vault>(std::move(vault));
    SOHOA_ASSIGN(m_journal, storage::Journal::open(storage::journalPath(m_folder), key.key, m_clock));
    m_key = std::make_unique<SecretKey>(std::move(key.key));
    return {};
}

Result<storage::SearchIndex*> Workspace::search() const
{
    const QMutexLocker lock(&m_searchMutex);
    if (!m_search) {
        SOHOA_ASSIGN(m_search, storage::SearchIndex::open(storage::journalPath(m_folder), *m_key));
    }
    return m_search.get();
}

Result<SecretKey> Workspace::keyFor(QByteArrayView purpose) const
{
    return m_key->derive(purpose);
}

Result<HomeSettings> Workspace::settings() const
{
    const storage::Journal& journal = *m_journal;
    HomeSettings settings;
    SOHOA_ASSIGN(settings.unit, journal.setting(unitName, QString()));
    SOHOA_ASSIGN(settings.unitName, journal.setting(unitNameName, QString()));
    SOHOA_ASSIGN(const qint64 workstation, journal.setting(workstationName, qint64{0}));
    SOHOA_ASSIGN(const qint64 workstations, journal.setting(workstationsName, qint64{0}));
    settings.workstation = static_cast<int>(workstation);
    settings.workstations = static_cast<int>(workstations);
    SOHOA_ASSIGN(settings.warehouse, journal.setting(warehouseName, QString()));
    SOHOA_ASSIGN(settings.officer, journal.setting(officerName, QString()));
    SOHOA_ASSIGN(settings.paperLimit, journal.setting(paperLimitName, settings.paperLimit));
    return settings;
}

Status Workspace::setSettings(const HomeSettings& settings)
{
    SOHOA_TRY(checkSettings(settings));
    SOHOA_ASSIGN(const HomeSettings before, this->settings());
    SOHOA_ASSIGN(const QString knownIdentity, m_journal->setting(warehouseIdentityName, QString()));
    QString identity = knownIdentity;
    // Only a warehouse nobody delivered to yet is set up; one that is known and away is an unplugged stick.
    if (settings.warehouse != before.warehouse || identity.isEmpty()) {
        SOHOA_ASSIGN(const sync::S3Access access, warehouseAccess());
        SOHOA_ASSIGN(identity, sync::setUpWarehouse(settings.warehouse, access));
    }
    return m_journal->write([&](storage::JournalWriter& writer) -> Status {
        SOHOA_TRY(writeSettings(writer, settings));
        return writer.setSetting(warehouseIdentityName, identity);
    });
}

Result<std::unique_ptr<sync::Warehouse>> Workspace::openWarehouse() const
{
    SOHOA_ASSIGN(const QString url, m_journal->setting(warehouseName, QString()));
    if (url.isEmpty()) {
        return failure(ErrorCode::WarehouseNotConfigured);
    }
    SOHOA_ASSIGN(const QString identity, m_journal->setting(warehouseIdentityName, QString()));
    SOHOA_ASSIGN(const sync::S3Access access, warehouseAccess());
    return sync::openWarehouse(url, identity, access);
}

QString defaultHome()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/sohoa");
}

} // namespace sohoa::workflow
