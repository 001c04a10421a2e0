// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "dossier/enrolment.h"

#include <chrono>
#include <memory>
#include <optional>

namespace sohoa::workflow {

class Workspace;

/// What the warehouse of an enrolment said when it was asked.
struct EnrolmentAnswer
{
    QString identity; ///< of the warehouse; empty when it was not reached
    /// Why it could not be asked; empty when it answered. It may be enrolled all the same.
    std::optional<Error> away = {};
    /// How far the warehouse's clock is ahead of this machine's, when that stood in the way; else 0.
    std::chrono::milliseconds clockOffset = std::chrono::milliseconds::zero();
};

/// Asks the warehouse of an enrolment once: is the signature accepted, is the marker there, does the clock
/// do? One that is empty gets its marker. Nothing is kept here. Blocks on the network. Errors: all that would
/// stand in the way of every delivery, WarehouseKeyRefused, WarehouseNotTrusted and so on; not that there is
/// no line.
/// @param known identity that the warehouse must have; empty takes any
[[nodiscard]] Result<EnrolmentAnswer> askWarehouse(const dossier::Enrolment& enrolment,
                                                   const QString& known = {});

/// Makes a home the workstation that an enrolment says, after its warehouse was asked; another enrolment
/// takes the place of the one before, its keys too. The keys go to the key store, the rest into the journal,
/// in one step: after a crash either all of the old or all of the new holds. What waits, waits on; dossiers
/// keep their numbers. Errors: those of askWarehouse, KeyStoreFailed, InvalidArgument, those of the journal.
/// @param officer who works here; empty leaves that as it is
[[nodiscard]] Result<EnrolmentAnswer> enrol(const Workspace& workspace, const dossier::Enrolment& enrolment,
                                            const QString& officer = {});

struct EnrolledHome
{
    std::unique_ptr<Workspace> workspace;
    EnrolmentAnswer answer;
};

/// Makes a home out of an enrolment; one that is there already is enrolled anew. Errors: those of enrol and
/// of Workspace::create; a warehouse that refuses leaves no home behind.
[[nodiscard]] Result<EnrolledHome> enrolHome(const QString& folder, const dossier::Enrolment& enrolment,
                                             const QString& officer, const Clock& clock);

} // namespace sohoa::workflow
