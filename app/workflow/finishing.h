// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "dossier/dossier.h"
#include "dossier/page.h"

#include <QByteArray>

#include <vector>

namespace sohoa::workflow {

class Workspace;

/// What was given up so that a paper fits the size limit, first to last; never below 200 dpi (Nghị định
/// 30/2020/NĐ-CP, annex I).
enum class PaperStep
{
    AsScanned, ///< nothing: pictures that were not changed are passed through
    Quality80, ///< colour and grey pictures encoded at quality 80
    Quality60,
    Resolution200, ///< scaled down to 200 dpi, quality 75
    Resolution200Quality50,
};

/// A paper that was made and read back.
struct FinishedPaper
{
    dossier::Paper paper;
    PaperStep step = PaperStep::AsScanned;
    bool unchanged = false;     ///< the same pages gave the same bytes as the paper that was there
    int lowResolutionPages = 0; ///< pages scanned under 200 dpi: to be scanned again
    int noteGaps = 0; ///< pages with a slip whose other copy is not in the paper, see dossier/notes.h
};

/// Makes papers of pages. Any thread.
class Finishing
{
public:
    explicit Finishing(const Workspace& workspace);

    /// Makes the paper of one component: PDF/A-2b, read back and checked, kept in the vault, journalled
    /// together with the order to deliver it. Doing it again with the same pages changes nothing. Errors:
    /// NothingToFinish (no kept page), ComponentNotScannable, PaperTooLarge, PdfWriteFailed, PdfCheckFailed,
    /// Cancelled, and those of vault and journal.
    [[nodiscard]] Result<FinishedPaper> finish(const QString& dossierUid, int component,
                                               const StopToken& stop) const;
    /// Every component of a dossier that has kept pages.
    [[nodiscard]] Result<std::vector<FinishedPaper>> finishAll(const QString& dossierUid,
                                                               const StopToken& stop) const;

    /// The paper's file, from the vault; one that was made elsewhere, before a backup was restored, or whose
    /// copy has aged out (retention.h) is fetched from the warehouse and kept. VaultFileMissing when nobody
    /// has it, errors of Warehouse.
    [[nodiscard]] Result<QByteArray> content(const dossier::Paper& paper) const;

private:
    const Workspace& m_workspace;
};

} // namespace sohoa::workflow
