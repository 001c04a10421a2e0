// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/dossier.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace sohoa::workflow {

class Workspace;

/// What the clerk has in hand when taking a dossier in.
struct IntakeRequest
{
    QString procedureCode;
    dossier::Channel channel = dossier::Channel::Direct;
    dossier::Person applicant;
    QString subject;
    QString uid; ///< identity to give it, so that an interrupted call can be repeated; empty: a new one
    QString dossierCode;  ///< as another system gave it; empty: a number is allotted here
    QString decidingUnit; ///< empty: the unit that receives
    std::optional<QDateTime> dueAt =
        {}; ///< empty: computed from the catalogue, stays empty when it has no limit
    /// What the clerk noted at the checklist, by component number: Shown, Reused, Taken, NotNeeded.
    std::vector<std::pair<int, dossier::ComponentState>> noted = {};
};

/// A dossier with its components.
struct DossierFile
{
    dossier::Dossier dossier;
    std::vector<dossier::Component> components;
};

/// Tiếp nhận: takes dossiers in. Any thread.
class Intake
{
public:
    explicit Intake(const Workspace& workspace);

    /// The components to check for a procedure and channel, before anything is written. ProcedureUnknown.
    [[nodiscard]] Result<std::vector<dossier::Component>> checklist(const QString& procedureCode,
                                                                    dossier::Channel channel) const;
    /// The due date the calendar gives for a dossier received now; empty when the catalogue has no number.
    [[nodiscard]] std::optional<QDateTime> dueDate(const QString& procedureCode) const;
    /// Takes a dossier in: number, components, history and the order to tell the warehouse in one
    /// transaction. With a dossier code that is known already nothing changes and the known dossier is given.
    /// Errors: ProcedureUnknown, ProcedureRetired, DossierCodeInvalid, NumbersExhausted and those of the
    /// journal.
    [[nodiscard]] Result<DossierFile> takeIn(const IntakeRequest& request) const;
    /// A dossier that is there already. DossierUnknown.
    [[nodiscard]] Result<DossierFile> find(const QString& dossierCode) const;
    /// Notes what became of one component (shown, reused, taken, not needed, missing again).
    [[nodiscard]] Status noteComponent(const QString& dossierUid, int component,
                                       dossier::ComponentState state) const;
    /// Moves a dossier to another of the ten states. InvalidArgument for a step that the rules do not allow.
    [[nodiscard]] Status setStatus(const QString& dossierUid, dossier::DossierStatus status) const;

private:
    const Workspace& m_workspace;
};

} // namespace sohoa::workflow
