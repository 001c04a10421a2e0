// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/separation.h"

#include <QString>

namespace sohoa::capture {
struct ProfileSeparation;
}

namespace sohoa::storage {
class JournalWriter;
}

namespace sohoa::workflow {

class Workspace;

/// The key this home signs its separator sheets with: the one that was entered last, else one of its own,
/// derived from the key of the home. Errors: those of the journal, KeyWrong.
[[nodiscard]] Result<dossier::SheetKey> sheetKey(const Workspace& workspace);
/// All keys whose sheets are taken for this unit's: those entered and the home's own.
[[nodiscard]] Result<std::vector<dossier::SheetKey>> sheetKeys(const Workspace& workspace);
/// Takes over the key of another workstation of the unit: from now on this home signs with it too. Kept
/// sealed.
[[nodiscard]] Status enterSheetKey(const Workspace& workspace, const dossier::SheetKey& key);
/// Notes, once, that sheets are signed here: those without a signature count only for dossiers received up to
/// today. To be called when signed sheets are printed.
[[nodiscard]] Status noteSheetsSigned(const Workspace& workspace);

/// The rules by which a stack is cut: the home's keys, what the scanner was told, and what was chosen.
[[nodiscard]] Result<dossier::SeparationRules> separationRules(const Workspace& workspace,
                                                               const QString& stackUid);
/// Chooses rules for a stack; its keys and day are the home's whatever `rules` say.
[[nodiscard]] Status setSeparationRules(const Workspace& workspace, const QString& stackUid,
                                        const dossier::SeparationRules& rules);
/// The same within a transaction.
[[nodiscard]] Status setSeparationRules(storage::JournalWriter& writer, const QString& stackUid,
                                        const dossier::SeparationRules& rules);
/// What a profile says about parting, as rules.
dossier::SeparationRules separationRulesOf(const capture::ProfileSeparation& profile);

} // namespace sohoa::workflow
