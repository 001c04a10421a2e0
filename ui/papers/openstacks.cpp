// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Stacks whose account is open: they are looked through, told, and closed when they add up.

#include "ui/papers/cutpanel.h"
#include "ui/papers/cutting.h"
#include "ui/papers/feeding.h"
#include "ui/papers/paperspresenter.h"
#include "wording/errors.h"
#include "workflow/workspace.h"

namespace sohoa::ui {

using dossier::Page;
using workflow::DoubtKind;
using workflow::OpenAccount;
using workflow::ScanSession;

void PapersPresenter::takeUpAccount()
{
    if (!m_state.account || m_errand) {
        m_showAccount = false;
        return;
    }
    OpenAccount& open = *m_state.account;
    const QString& uid = open.session.uid;
    if (!m_lookedThrough.contains(uid)) {
        lookThrough(uid, open.session.sides);
        return;
    }
    if (open.uncut) {
        openCut(uid);
        return;
    }
    for (const int position : m_damaged.value(uid)) {
        const auto page = open.pageUids.find(position);
        if (page != open.pageUids.end() && !setAsideAmong({page->second}).contains(page->second)) {
            open.account.doubts.push_back({DoubtKind::Damaged, position, -1, 0, 0});
        }
    }
    if (open.account.addsUp()) {
        closeAccount(uid, ScanSession::Closing::WhenItAddsUp);
        return;
    }
    showState();
    if (m_showAccount) {
        m_showAccount = false;
        m_screen.showAccount();
    }
}

void PapersPresenter::openCut(const QString& sessionUid)
{
    m_screen.showCut();
    m_cutting->open(sessionUid);
}

void PapersPresenter::cutCarriedOut(const workflow::Reconciliation& account, const QString& dossierUid)
{
    emit m_screen.wantsToast(
        Tone::Success,
        tr("The stack is cut: %1 pages kept, %2 set aside.").arg(account.kept).arg(account.setAside));
    m_showAccount = true;
    const QString sessionUid = m_screen.cutPanel()->session();
    m_screen.leaveCut();
    if (m_uid.isEmpty() && !dossierUid.isEmpty()) {
        open(dossierUid); // of a stack that was fed for none: it begins with its first
    } else if (m_uid.isEmpty()) {
        // Nothing of it is kept, so no dossier would ever show its account: the key that was pressed settles
        // it.
        closeAccount(sessionUid, ScanSession::Closing::Knowingly);
    } else {
        refresh();
    }
    emit changed();
}

void PapersPresenter::lookThrough(const QString& uid, int sides)
{
    beginErrand();
    m_screen.busy()->show(tr("Checking the pages of a stack that was not closed…"), 0, 0);
    m_bench.errands.run(
        this,
        [this, uid, stop = m_stop.get_token()]() -> Result<std::vector<int>> {
            SOHOA_ASSIGN(const ScanSession session, ScanSession::resume(m_bench.workspace, uid));
            SOHOA_ASSIGN(std::vector<int> damaged, session.recheck(stop));
            SOHOA_TRY(session.look(stop, [](const Page&) {}));
            SOHOA_ASSIGN(const dossier::StackCut cut, session.proposeCut());
            SOHOA_ASSIGN(const bool asks, session.asksFor(cut));
            if (!asks) {
                SOHOA_ASSIGN(const workflow::Reconciliation account, session.cut());
                static_cast<void>(account);
            }
            return damaged;
        },
        [this, uid, sides](const Result<std::vector<int>>& damaged) {
            if (!damaged && damaged.error().code == ErrorCode::Cancelled) {
                // It is done when the dossier is opened again.
                if (showsErrand()) {
                    m_screen.leaveDossier();
                }
                endErrand();
                return;
            }
            m_lookedThrough.insert(uid);
            m_showAccount = true;
            const bool forNoDossier = m_errandUid.isEmpty();
            endErrand();
            if (!damaged) {
                m_screen.notice()->say(Tone::Danger, aboutErrand(wording::sentence(damaged.error())));
                return;
            }
            m_damaged[uid] = *damaged;
            if (forNoDossier && m_uid.isEmpty()) {
                openCut(uid);
            }
            m_screen.notice()->say(damaged->empty() ? Tone::Info : Tone::Danger,
                                   damaged->empty() ? tr("This stack was not closed. All %n side(s) that had "
                                                         "come are here, in order, and were "
                                                         "compared with what was scanned.",
                                                         nullptr, sides)
                                                    : tr("%n page(s) of this stack are no longer what was "
                                                         "scanned. They are named below: scan them "
                                                         "again.",
                                                         nullptr, static_cast<int>(damaged->size())));
        });
}

void PapersPresenter::closeAccount(const QString& sessionUid, ScanSession::Closing closing)
{
    m_bench.journal.run(
        this,
        [this, sessionUid, closing]() -> Status {
            SOHOA_ASSIGN(ScanSession session, ScanSession::resume(m_bench.workspace, sessionUid));
            return session.close(closing);
        },
        [this, sessionUid, closing](const Status& closed) {
            if (!closed) {
                m_screen.notice()->say(Tone::Danger, wording::sentence(closed.error()));
                return; // it stays in sight, and is tried again with the next change
            }
            m_damaged.remove(sessionUid);
            if (m_interrupted && m_interrupted->sessionUid() == sessionUid) {
                m_interrupted.reset();
            }
            emit m_screen.wantsToast(Tone::Success, closing == ScanSession::Closing::WhenItAddsUp
                                                        ? tr("The stack adds up. Its account is closed.")
                                                        : tr("The account is closed as you say."));
            refresh();
            emit changed();
        });
}

void PapersPresenter::countSheets(const QString& sessionUid, int sheets)
{
    act([this, sessionUid, sheets]() -> Status {
        SOHOA_ASSIGN(const ScanSession session, ScanSession::resume(m_bench.workspace, sessionUid));
        return session.expect(sheets > 0 ? std::optional(sheets) : std::nullopt);
    });
}

} // namespace sohoa::ui
