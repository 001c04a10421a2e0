// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "workflow/finishing.h"
#include "workflow/intake.h"
#include "workflow/separation.h"
#include "workflow/stack.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace sohoa::workflow {

/// The steps from files to papers, for progress.
enum class DigitizingStep
{
    TakeIn,
    Examine,
    Compare, ///< pages with each other: which sheet came twice
    Finish
};
using DigitizingProgress = std::function<void(DigitizingStep step, int done, int total)>;

/// A dossier's part in what was done.
struct DigitizedDossier
{
    dossier::Dossier dossier;
    std::vector<FinishedPaper> papers;
};

struct DigitizingReport
{
    bool alreadyDone =
        false; ///< the same input was done before; nothing changed, what was wrong is told again
    std::vector<FileOutcome> files;
    Reconciliation account;
    std::vector<DigitizedDossier> dossiers;
    std::vector<dossier::Page> setAside; ///< with their reasons
    /// Papers that could not be made, by dossier code and component; their pages are kept.
    struct Refusal
    {
        QString dossierCode;
        int component = 0;
        Error error;
    };
    std::vector<Refusal> refusals;
};

struct DigitizeRequest
{
    QString procedureCode; ///< may be empty when the dossier exists
    QString dossierCode;   ///< empty: a new dossier
    dossier::Person applicant;
    std::optional<int> component =
        {}; ///< empty: separator sheets decide, else the first component to be scanned
    QStringList files;
    dossier::SeparationRules rules = {}; ///< what parts the papers besides our own sheets
};

/// Takes in or continues one dossier: pages, cleaning, papers, orders to deliver. Interrupted at any instant
/// and called again with the same request it goes on; called again after the end it changes nothing. Any
/// thread. Errors: as Intake, and those of disk, journal and vault; a file that cannot be read is in `files`.
[[nodiscard]] Result<DigitizingReport> digitize(const Workspace& workspace, const DigitizeRequest& request,
                                                const StopToken& stop, const DigitizingProgress& progress);

/// A stack of pages in feeder order, cut into dossiers and components by its separator sheets. As digitize().
/// @param rules what parts it besides
[[nodiscard]] Result<DigitizingReport> digitizeStack(const Workspace& workspace, const QStringList& files,
                                                     const StopToken& stop,
                                                     const DigitizingProgress& progress,
                                                     const dossier::SeparationRules& rules = {});

} // namespace sohoa::workflow
