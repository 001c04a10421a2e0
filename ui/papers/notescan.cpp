// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/notescan.h"

#include "storage/journal.h"
#include "ui/papers/paperspresenter.h"
#include "workflow/review.h"
#include "workflow/workspace.h"

#include <algorithm>
#include <mutex>

namespace sohoa::ui {

using dossier::Page;
using dossier::PageState;
using dossier::SetAsideReason;

Result<Arrival> takeWithoutNote(const workflow::Workspace& workspace, const ScannerSource& scanners,
                                Feeding::Plan plan, const Page& noted, const StopToken& stop,
                                const std::function<void(const Page&)>& progress)
{
    plan.oneSheet = true;
    plan.expectedSheets = 0;
    plan.sessionUid.clear();
    plan.target = workflow::Target{noted.dossierUid, noted.component};
    plan.choice.duplex = false;
    if (plan.profile && plan.profile->source == capture::PaperSource::FeederDuplex) {
        plan.profile->source = capture::PaperSource::Feeder;
    }
    std::mutex guard; // pages are told by several threads
    QStringList came;
    SOHOA_ASSIGN(Arrival arrival, takeScan(workspace, scanners, plan, {}, {}, stop, [&](const Page& page) {
                     {
                         const std::scoped_lock lock(guard);
                         if (!came.contains(page.uid)) {
                             came.append(page.uid);
                         }
                     }
                     progress(page);
                 }));
    arrival.interrupted.reset(); // one sheet: nothing to go on with
    SOHOA_ASSIGN(std::vector<Page> pages, workspace.journal().pages(came));
    std::sort(pages.begin(), pages.end(),
              [](const Page& one, const Page& other) { return one.position < other.position; });
    const auto copy = std::find_if(pages.begin(), pages.end(), [](const Page& page) {
        return page.state == PageState::Kept || page.reason == SetAsideReason::Repeated;
    });
    if (copy == pages.end()) {
        arrival.remarks.append(
            PapersPresenter::tr("What was scanned is no page one can read. It was set aside; the "
                                "copy without the note is still missing."));
        return arrival;
    }
    SOHOA_TRY(workflow::Review(workspace).pairNote(noted.dossierUid, noted.uid, copy->uid));
    return arrival;
}

} // namespace sohoa::ui
