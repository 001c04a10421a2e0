// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/intake.h"

#include "dossier/codes.h"
#include "dossier/numbering.h"
#include "dossier/statuses.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "workflow/workspace.h"

#include <QCryptographicHash>

#include <algorithm>

namespace sohoa::workflow {

namespace {

using dossier::Component;
using dossier::Dossier;
using dossier::EventKind;
using storage::JournalWriter;

/// Four hex digits that tell homes apart in provisional numbers, from the folder's name: not secret, not
/// unique.
QString homeMark(const QString& folder)
{
    constexpr qsizetype digits = 4;
    return QString::fromLatin1(
               QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().first(digits))
        .toUpper();
}

/// @param uncertain the numbers given today may not all be known here
Result<QString> allotCode(JournalWriter& writer, const HomeSettings& settings, const QString& folder,
                          QDate day, bool uncertain, bool& provisional)
{
    provisional = settings.workstations == 0 || uncertain;
    SOHOA_ASSIGN(const int number, writer.takeDailyNumber(day, provisional ? 1 : settings.workstation,
                                                          provisional ? 1 : settings.workstations));
    return provisional ? dossier::provisionalCode(homeMark(folder), day, number)
                       : dossier::dossierCode(settings.unit, day, number);
}

dossier::Event eventNow(const Workspace& workspace, const Dossier& dossier, EventKind kind,
                        const QString& actor, QJsonObject detail)
{
    return {dossier.uid, workspace.clock().now(), kind, actor, std::move(detail)};
}

} // namespace

Intake::Intake(const Workspace& workspace)
    : m_workspace(workspace)
{
}

Result<std::vector<Component>> Intake::checklist(const QString& procedureCode, dossier::Channel channel) const
{
    SOHOA_ASSIGN(const dossier::Procedure procedure, m_workspace.catalogue().find(procedureCode));
    return dossier::componentsFor(procedure, channel, {});
}

std::optional<QDateTime> Intake::dueDate(const QString& procedureCode) const
{
    const Result<dossier::Procedure> procedure = m_workspace.catalogue().find(procedureCode);
    return procedure ? dossier::dueAt(m_workspace.clock().now(), procedure->limit, m_workspace.calendar())
                     : std::nullopt;
}

Result<DossierFile> Intake::find(const QString& dossierCode) const
{
    SOHOA_ASSIGN(const std::optional<Dossier> known,
                 m_workspace.journal().dossierByCode(dossierCode.trimmed()));
    if (!known) {
        return failure(ErrorCode::DossierUnknown, dossierCode);
    }
    SOHOA_ASSIGN(std::vector<Component> components, m_workspace.journal().components(known->uid));
    return DossierFile{*known, std::move(components)};
}

Result<DossierFile> Intake::takeIn(const IntakeRequest& request) const
{
    const QString code = request.dossierCode.trimmed();
    if (!code.isEmpty()) {
        Result<DossierFile> known = find(code);
        if (known || known.error().code != ErrorCode::DossierUnknown) {
            return known;
        }
        if (!dossier::parseDossierCode(code)) {
            return failure(ErrorCode::DossierCodeInvalid, code);
        }
    }
    if (!request.uid.isEmpty()) {
        const Result<Dossier> known = m_workspace.journal().dossier(request.uid);
        if (known) {
            return find(known->code);
        }
        if (known.error().code != ErrorCode::DossierUnknown) {
            return failure(known.error());
        }
    }
    const QDate today = m_workspace.clock().now().date();
    // A dossier that another system took in under a code since repealed is still digitized.
    SOHOA_ASSIGN(const dossier::Procedure procedure,
                 code.isEmpty() ? m_workspace.catalogue().findForNew(request.procedureCode, today)
                                : m_workspace.catalogue().find(request.procedureCode));
    SOHOA_ASSIGN(const HomeSettings settings, m_workspace.settings());
    DossierFile file;
    Dossier& dossier = file.dossier;
    dossier.uid = request.uid.isEmpty() ? dossier::newUid() : request.uid;
    dossier.code = code;
    dossier.unit = settings.unit;
    dossier.decidingUnit = request.decidingUnit.isEmpty() ? settings.unit : request.decidingUnit;
    dossier.procedureCode = procedure.code;
    dossier.procedureName = procedure.name;
    dossier.field = procedure.field;
    dossier.catalogueVersion = m_workspace.catalogue().version();
    dossier.givesResult = procedure.givesResult();
    dossier.channel = request.channel;
    dossier.receivedAt = m_workspace.clock().now();
    dossier.dueAt = request.dueAt
                        ? request.dueAt
                        : dossier::dueAt(dossier.receivedAt, procedure.limit, m_workspace.calendar());
    dossier.officer = settings.officer;
    dossier.applicant = request.applicant;
    dossier.subject = request.subject;
    file.components = dossier::componentsFor(procedure, request.channel, dossier.uid);
    for (const auto& [number, state] : request.noted) {
        for (Component& component : file.components) {
            if (component.number == number) {
                component.state = state;
            }
        }
    }
    SOHOA_TRY(m_workspace.journal().write([&](JournalWriter& writer) -> Status {
        if (dossier.code.isEmpty()) {
            // After a restore, and until the warehouse has told what was given out since the backup.
            SOHOA_ASSIGN(
                const QString restored,
                m_workspace.journal().setting(QString::fromLatin1(storage::restoredSetting), QString()));
            SOHOA_ASSIGN(dossier.code,
                         allotCode(writer, settings, m_workspace.folder(), dossier.receivedAt.date(),
                                   !restored.isEmpty(), dossier.provisional));
        }
        SOHOA_TRY(writer.openDossier(dossier, file.components));
        return writer.addEvent(eventNow(m_workspace, dossier, EventKind::Received, settings.officer,
                                        {{QStringLiteral("procedure"), dossier.procedureCode}}));
    }));
    return file;
}

Status Intake::noteComponent(const QString& dossierUid, int component, dossier::ComponentState state) const
{
    SOHOA_ASSIGN(const std::vector<Component> components, m_workspace.journal().components(dossierUid));
    const auto found = std::find_if(components.begin(), components.end(),
                                    [component](const Component& c) { return c.number == component; });
    if (found == components.end()) {
        return failure(ErrorCode::ComponentUnknown, QString::number(component));
    }
    SOHOA_ASSIGN(const Dossier dossier, m_workspace.journal().dossier(dossierUid));
    SOHOA_ASSIGN(const HomeSettings settings, m_workspace.settings());
    Component noted = *found;
    noted.state = state;
    return m_workspace.journal().write([&](JournalWriter& writer) -> Status {
        SOHOA_TRY(writer.setComponent(noted));
        return writer.addEvent(
            eventNow(m_workspace, dossier, EventKind::ComponentChanged, settings.officer,
                     {{QStringLiteral("component"), component}, {QStringLiteral("state"), toString(state)}}));
    });
}

Status Intake::setStatus(const QString& dossierUid, dossier::DossierStatus status) const
{
    SOHOA_ASSIGN(Dossier dossier, m_workspace.journal().dossier(dossierUid));
    if (!dossier::mayFollow(dossier.status, status)) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("status %1 does not follow %2")
                                                       .arg(static_cast<int>(status))
                                                       .arg(static_cast<int>(dossier.status)));
    }
    SOHOA_ASSIGN(const HomeSettings settings, m_workspace.settings());
    const auto before = dossier.status;
    dossier.status = status;
    if (status == dossier::DossierStatus::Done) {
        dossier.finishedAt = m_workspace.clock().now();
    }
    if (status == dossier::DossierStatus::SupplementAsked) {
        ++dossier.supplements;
    }
    return m_workspace.journal().write([&](JournalWriter& writer) -> Status {
        SOHOA_TRY(writer.setDossier(dossier));
        return writer.addEvent(eventNow(m_workspace, dossier, EventKind::StatusChanged, settings.officer,
                                        {{QStringLiteral("from"), static_cast<int>(before)},
                                         {QStringLiteral("to"), static_cast<int>(status)}}));
    });
}

} // namespace sohoa::workflow
