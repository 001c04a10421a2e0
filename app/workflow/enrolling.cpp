// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/enrolling.h"

#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/secretstore.h"
#include "sync/delivery.h"
#include "sync/enrolment.h"
#include "sync/warehouse.h"
#include "workflow/warehouseaccess.h"
#include "workflow/workspace.h"

namespace sohoa::workflow {

namespace {

const QString firstPlace = QStringLiteral("warehouse-1");
const QString secondPlace = QStringLiteral("warehouse-2");

HomeSettings settingsFrom(HomeSettings settings, const dossier::Enrolment& enrolment, const QString& officer)
{
    settings.unit = enrolment.unit;
    settings.unitName = enrolment.unitName;
    settings.workstation = enrolment.workstation;
    settings.workstations = enrolment.workstations;
    settings.warehouse = enrolment.warehouse;
    if (!officer.isEmpty()) {
        settings.officer = officer;
    }
    return settings;
}

/// A warehouse that is not there now may be there tomorrow.
Result<EnrolmentAnswer> judged(const Error& error, const QString& known)
{
    if (sync::isOfTheLine(error.code) || error.code == ErrorCode::WarehouseBusy) {
        return EnrolmentAnswer{known, error};
    }
    return failure(error);
}

} // namespace

Result<EnrolmentAnswer> askWarehouse(const dossier::Enrolment& enrolment, const QString& known)
{
    const sync::S3Access access = sync::accessOf(enrolment);
    QString identity = known;
    if (identity.isEmpty()) {
        const Result<QString> found = sync::setUpWarehouse(enrolment.warehouse, access);
        if (!found) {
            return judged(found.error(), known);
        }
        identity = *found;
    }
    SOHOA_ASSIGN(const std::unique_ptr<sync::Warehouse> warehouse,
                 sync::openWarehouse(enrolment.warehouse, identity, access));
    const Result<QString> seen = warehouse->identity();
    if (!seen) {
        return judged(seen.error(), known);
    }
    return EnrolmentAnswer{*seen, {}, warehouse->clockOffset()};
}

Result<EnrolmentAnswer> enrol(const Workspace& workspace, const dossier::Enrolment& enrolment,
                              const QString& officer)
{
    SOHOA_ASSIGN(const HomeSettings before, workspace.settings());
    const HomeSettings settings = settingsFrom(before, enrolment, officer);
    SOHOA_TRY(Workspace::check(settings));
    SOHOA_ASSIGN(QString known, workspace.warehouseIdentity());
    if (settings.warehouse != before.warehouse) {
        known.clear();
    }
    SOHOA_ASSIGN(EnrolmentAnswer answer, askWarehouse(enrolment, known));

    // The new keys beside the old ones, which count until the journal says otherwise.
    SOHOA_ASSIGN(const QString old, keptKeysName(workspace.journal()));
    const QString fresh = old == firstPlace ? secondPlace : firstPlace;
    SOHOA_ASSIGN(const storage::SecretStore secrets, workspace.secrets());
    SOHOA_TRY(secrets.keep(fresh, keysAsBytes(enrolment)));
    SOHOA_TRY(workspace.journal().write([&](storage::JournalWriter& writer) -> Status {
        SOHOA_TRY(Workspace::write(writer, settings, answer.identity));
        return keepAccess(writer, enrolment, fresh);
    }));
    if (!old.isEmpty()) {
        // Nobody uses them any more; a key store that does not let go of them is no reason to stop.
        static_cast<void>(secrets.forget(old));
    }
    return answer;
}

Result<EnrolledHome> enrolHome(const QString& folder, const dossier::Enrolment& enrolment,
                               const QString& officer, const Clock& clock)
{
    EnrolledHome home;
    const auto settle = [&](Workspace& workspace, const HomeSettings&) -> Status {
        SOHOA_ASSIGN(home.answer, enrol(workspace, enrolment, officer));
        return {};
    };
    if (!Workspace::isHome(folder)) {
        SOHOA_TRY(askWarehouse(enrolment)); // before anything is made
    }
    SOHOA_ASSIGN(home.workspace,
                 Workspace::create(folder, settingsFrom({}, enrolment, officer), clock, settle));
    if (!home.workspace->isNew()) {
        SOHOA_TRY(settle(*home.workspace, {}));
    }
    return home;
}

} // namespace sohoa::workflow
