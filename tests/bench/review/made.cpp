// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "made.h"

#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "workflow/intake.h"
#include "workflow/stack.h"
#include "workflow/workspace.h"

namespace sohoa::bench {

using dossier::Page;
using dossier::PageState;

namespace {

constexpr std::size_t doubtEvery = 40;

/// The pictures looked at once, as a pattern for every page.
Result<std::vector<Page>> patterns(const workflow::Workspace& workspace, const QStringList& pictures)
{
    SOHOA_ASSIGN(const workflow::Stack stack,
                 workflow::Stack::open(workspace, dossier::newUid(), QStringLiteral("pattern")));
    SOHOA_TRY(workflow::importFiles(stack, pictures, {}, {}));
    SOHOA_TRY(stack.examine({}, {}));
    SOHOA_TRY(stack.close());
    return stack.pages();
}

} // namespace

Result<MadeReview> makeReview(const QString& folder, int count, const QStringList& pictures,
                              const Clock& clock)
{
    workflow::HomeSettings settings;
    settings.unit = QStringLiteral("H56.14");
    settings.unitName = QStringLiteral("Đo thử");
    settings.workstation = 1;
    settings.workstations = 1;
    SOHOA_ASSIGN(std::unique_ptr<workflow::Workspace> workspace,
                 workflow::Workspace::create(folder, settings, clock));
    workflow::IntakeRequest request;
    request.procedureCode = QStringLiteral("1.001193");
    SOHOA_ASSIGN(const workflow::DossierFile file, workflow::Intake(*workspace).takeIn(request));
    SOHOA_ASSIGN(const std::vector<Page> looked, patterns(*workspace, pictures));
    storage::Session session;
    session.uid = dossier::newUid();
    session.key = session.uid;
    session.state = storage::SessionState::Closed;
    SOHOA_TRY(workspace->journal().write([&](storage::JournalWriter& writer) -> Status {
        SOHOA_TRY(writer.openSession(session));
        for (int i = 0; i < count; ++i) {
            const auto number = static_cast<std::size_t>(i);
            Page page = looked[number % looked.size()];
            page.uid = dossier::newUid();
            page.session = session.uid;
            page.position = i;
            page.order = i;
            page.dossierUid = file.dossier.uid;
            page.component = 1;
            page.state = PageState::Kept;
            page.reason = dossier::SetAsideReason::None;
            page.edits.turn = 0;
            if (page.findings && number % doubtEvery == doubtEvery / 2) {
                page.findings->quality.findings = {dossier::QualityFinding::Streak};
            }
            SOHOA_TRY(writer.addPage(page));
        }
        return {};
    }));
    return MadeReview{std::shared_ptr<workflow::Workspace>(std::move(workspace)), file.dossier.uid};
}

} // namespace sohoa::bench
