// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/page.h"
#include "dossier/stackcut.h"
#include "ui/desk/deskscreen.h"
#include "ui/papers/papersscreen.h"
#include "ui/shell/statusline.h"
#include "workflow/delivery.h"
#include "workflow/supervision.h"

#include <QImage>

#include <vector>

/// Invented people, dossiers and pages for the gallery, the screenshots and the tests of the screens.
namespace sohoa::test {

QDateTime exampleNow();
dossier::Person examplePerson();
dossier::CardReading exampleCard();
std::vector<dossier::Procedure> exampleProcedures();
ui::ProcedureOutline exampleOutline();
workflow::DossierFile exampleTaken();
ui::ShellStatus exampleStatus();
ui::PapersState examplePapers();
/// Gives the pages of examplePapers() doubts of every kind.
void makeDoubtful(ui::PapersState& papers);
/// The account of a stack of these pages that does not add up.
workflow::OpenAccount exampleAccount(const ui::PapersState& papers);
/// How a stack of these pages would be cut: two dossiers, one not known yet, and pages of nobody.
dossier::StackCut exampleCut(const ui::PapersState& papers);
/// A page with a heading and lines of text, as wide as `width`.
QImage examplePicture(const dossier::Page& page, int width);
/// A PDF of two pages.
QByteArray examplePdf();
std::vector<workflow::DossierLine> exampleLines();
workflow::DossierDetail exampleDetail();
/// Two fields that another workstation filled differently.
std::vector<workflow::FieldDifference> exampleDifferences();
std::vector<workflow::WaitingItem> exampleWaiting();
/// As many as these, and so many changes that are in no entry of the log.
workflow::WaitingCounts countsOf(const std::vector<workflow::WaitingItem>& items, int changes = 0);
workflow::SupervisionRow exampleTotal();
std::vector<workflow::SupervisionRow> exampleRows();

} // namespace sohoa::test
