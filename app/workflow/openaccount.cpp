// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/openaccount.h"

#include <algorithm>

namespace sohoa::workflow {

using dossier::Page;

Result<std::optional<OpenAccount>> openAccountOf(const Workspace& workspace, const QString& dossierUid)
{
    SOHOA_ASSIGN(const std::vector<UnfinishedSession> unfinished, ScanSession::unfinished(workspace));
    for (const UnfinishedSession& session : unfinished) {
        SOHOA_ASSIGN(const ScanSession scan, ScanSession::resume(workspace, session.uid));
        SOHOA_ASSIGN(const std::vector<Page> pages, scan.stack().pages());
        const bool isOfDossier = (session.target && session.target->dossierUid == dossierUid) ||
                                 std::any_of(pages.begin(), pages.end(), [&dossierUid](const Page& page) {
                                     return page.dossierUid == dossierUid;
                                 });
        if (!isOfDossier) {
            continue;
        }
        OpenAccount open;
        open.session = session;
        SOHOA_ASSIGN(open.account, scan.account());
        SOHOA_ASSIGN(open.standing, scan.standing());
        for (const Page& page : pages) {
            open.pageUids[page.position] = page.uid;
            open.uncut = open.uncut || (page.state == dossier::PageState::Kept && page.dossierUid.isEmpty());
        }
        return open;
    }
    return std::optional<OpenAccount>();
}

} // namespace sohoa::workflow
