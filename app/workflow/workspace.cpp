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
#include "storage/secretstore.h"
#include "storage/vault.h"
#include "sync/delivery.h"
#include "sync/linebudget.h"
#include "sync/warehouse.h"
#include "workflow/deliveryrules.h"
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

QString embeddedWarehouse(const QString& folder)
{
    return QUrl::fromLocalFile(QDir(folder).absoluteFilePath(QStringLiteral("warehouse")))
        .toString(QUrl::FullyEncoded);
}

} // namespace

Workspace::Workspace(QString folder, const Clock& clock)
    : m_folder(std::move(folder))
    , m_clock(clock)
    , m_catalogue(dossier::Catalogue::builtIn())
    , m_calendar(dossier::WorkingCalendar::builtIn())
    , m_line(std::make_unique<sync::LineBudget>())
{
}

Workspace::~Workspace() = default;

bool Workspace::isHome(const QString& folder)
{
    return QFileInfo::exists(storage::journalPath(folder));
}

Result<std::unique_ptr<Workspace>> Workspace::create(const QString& folder, const HomeSettings& settings,
                                                     const Clock& clock, const Settle& settle)
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
    SOHOA_TRY(check(wanted));
    const bool isOurs = !QFileInfo::exists(folder);
    SOHOA_TRY(makeFolderDurably(QFileInfo(folder).absoluteFilePath()));
    if (isOurs) {
        // What is in it is sealed; codes and counts are nobody else's either. A file system without owners
        // says no.
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    std::unique_ptr<Workspace> workspace(new Workspace(folder, clock));
    SOHOA_TRY(workspace->load());
    SOHOA_TRY(settle ? settle(*workspace, wanted) : workspace->setSettings(wanted));
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

Status Workspace::check(const HomeSettings& settings)
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

Status Workspace::write(storage::JournalWriter& writer, const HomeSettings& settings,
                        const QString& warehouseIdentity)
{
    SOHOA_TRY(writer.setSetting(unitName, settings.unit));
    SOHOA_TRY(writer.setSetting(unitNameName, settings.unitName));
    SOHOA_TRY(writer.setSetting(workstationName, qint64{settings.workstation}));
    SOHOA_TRY(writer.setSetting(workstationsName, qint64{settings.workstations}));
    SOHOA_TRY(writer.setSetting(warehouseName, settings.warehouse));
    SOHOA_TRY(writer.setSetting(officerName, settings.officer));
    SOHOA_TRY(writer.setSetting(paperLimitName, settings.paperLimit));
    return writer.setSetting(warehouseIdentityName, warehouseIdentity);
}

Status Workspace::setSettings(const HomeSettings& settings)
{
    SOHOA_TRY(check(settings));
    SOHOA_ASSIGN(const HomeSettings before, this->settings());
    SOHOA_ASSIGN(QString identity, warehouseIdentity());
    // Only a warehouse nobody delivered to yet is set up; one that is known and away is an unplugged stick.
    const bool isAnother = settings.warehouse != before.warehouse;
    if (isAnother || identity.isEmpty()) {
        SOHOA_ASSIGN(const sync::S3Access access, warehouseAccess(*this));
        const Result<QString> found = sync::setUpWarehouse(settings.warehouse, access);
        // One that was out of reach when the home was enrolled may still be.
        if (!found && (isAnother || !sync::isOfTheLine(found.error().code))) {
            return failure(found.error());
        }
        identity = found.value_or(QString());
    }
    return m_journal->write(
        [&](storage::JournalWriter& writer) { return write(writer, settings, identity); });
}

Result<QString> Workspace::warehouseIdentity() const
{
    return m_journal->setting(warehouseIdentityName, QString());
}

Result<storage::SecretStore> Workspace::secrets() const
{
    SOHOA_ASSIGN(SecretKey key, m_key->derive("sohoa secrets"));
    return storage::SecretStore::open(m_folder, std::move(key));
}

Result<std::unique_ptr<sync::Warehouse>> Workspace::openWarehouse() const
{
    SOHOA_ASSIGN(const QString url, m_journal->setting(warehouseName, QString()));
    if (url.isEmpty()) {
        return failure(ErrorCode::WarehouseNotConfigured);
    }
    SOHOA_ASSIGN(QString identity, warehouseIdentity());
    SOHOA_ASSIGN(sync::S3Access access, warehouseAccess(*this));
    SOHOA_ASSIGN(const dossier::DeliveryRules rules, deliveryRules(*m_journal));
    m_line->setKbitPerSecond(rules.kbitPerSecond);
    access.allowance = m_line->allowance();
    if (identity.isEmpty()) {
        // While it is away the warehouse that is opened says so by itself.
        identity = sync::setUpWarehouse(url, access).value_or(QString());
        if (!identity.isEmpty()) {
            SOHOA_TRY(m_journal->write([&](storage::JournalWriter& writer) {
                return writer.setSetting(warehouseIdentityName, identity);
            }));
        }
    }
    return sync::openWarehouse(url, identity, access);
}

QString defaultHome()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/sohoa");
}

} // namespace sohoa::workflow
