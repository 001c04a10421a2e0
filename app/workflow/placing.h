// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/page.h"
#include "dossier/stackcut.h"
#include "workflow/intake.h"

#include <map>
#include <set>
#include <vector>

/// Pages of a stack put where a plan has them.
namespace sohoa::workflow {

class Workspace;

using DossierFiles = std::map<QString, DossierFile>; // by code

/// What is to become of a page.
struct PlannedPage
{
    dossier::CutPlace place;
    dossier::PageState state;
    dossier::SetAsideReason reason;
};

enum class Placed
{
    Stay, ///< what was placed before, by an interrupted call or by the clerk, stays there
    Move
};

/// Puts the plan on the pages of a stack: a page that is new in a component comes behind those that are
/// there; one that is in it already, from another stack, is set aside as repeated. What was set aside before
/// stays so.
/// @param files the dossiers that places name
/// @param plan one for each page
/// @return the pages that change, as they become. Errors: those of the journal.
[[nodiscard]] Result<std::vector<dossier::Page>> placed(const Workspace& workspace, const DossierFiles& files,
                                                        Placed before,
                                                        const std::vector<dossier::Page>& pages,
                                                        const std::vector<PlannedPage>& plan);
/// Writes them in one transaction, with what their dossiers' histories and components say of it.
/// @param left uids of dossiers that pages were in before
[[nodiscard]] Status writePlaced(const Workspace& workspace, const std::vector<dossier::Page>& changed,
                                 const std::set<QString>& left = {});

} // namespace sohoa::workflow
