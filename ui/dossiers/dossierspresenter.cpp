// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/dossiers/dossierspresenter.h"

#include "ui/dossiers/dossiersscreen.h"
#include "wording/errors.h"
#include "wording/names.h"
#include "workflow/dossiers.h"
#include "workflow/finishing.h"
#include "workflow/intake.h"
#include "workflow/workspace.h"

namespace sohoa::ui {

namespace {

struct Shown
{
    workflow::DossierDetail detail;
    std::vector<workflow::FieldDifference> differences;
};

Result<Shown> shownOf(const workflow::Workspace& workspace, const QString& uid)
{
    const workflow::Dossiers dossiers(workspace);
    Shown shown;
    SOHOA_ASSIGN(shown.detail, dossiers.detail(uid));
    SOHOA_ASSIGN(shown.differences, dossiers.differences(uid));
    return shown;
}

/// More lines than anybody reads; a letter more finds the others.
constexpr int foundLimit = 200;

} // namespace

DossiersPresenter::DossiersPresenter(DossiersScreen& screen, const Bench& bench, QObject* parent)
    : QObject(parent)
    , m_screen(screen)
    , m_bench(bench)
{
    connect(&screen, &DossiersScreen::findWanted, this, &DossiersPresenter::find);
    connect(&screen, &DossiersScreen::detailWanted, this, &DossiersPresenter::fetchDetail);
    connect(&screen, &DossiersScreen::statusWanted, this, &DossiersPresenter::setStatus);
    connect(&screen, &DossiersScreen::settleWanted, this, &DossiersPresenter::settle);
    connect(&screen, &DossiersScreen::paperWanted, this, [this](const dossier::Paper& paper) {
        m_bench.journal.run(
            this, [this, paper] { return workflow::Finishing(m_bench.workspace).content(paper); },
            [this, uid = paper.uid](const Result<QByteArray>& pdf) {
                if (pdf) {
                    m_screen.setPaper(uid, *pdf);
                } else {
                    m_screen.setPaperFailed(uid, wording::sentence(pdf.error()));
                }
            });
    });
}

void DossiersPresenter::refresh()
{
    find(m_screen.searchText());
}

void DossiersPresenter::find(const QString& text)
{
    const int search = ++m_search;
    m_bench.journal.run(
        this,
        [this, text, differing = m_screen.listsDiffering()] {
            const workflow::Dossiers dossiers(m_bench.workspace);
            return differing ? dossiers.differing() : dossiers.find(text, foundLimit);
        },
        [this, search](const Result<std::vector<workflow::DossierLine>>& lines) {
            if (search != m_search) {
                return;
            }
            if (!lines) {
                m_screen.notice()->say(Tone::Danger, wording::sentence(lines.error()));
                return;
            }
            m_screen.setFound(*lines);
        });
}

void DossiersPresenter::fetchDetail(const QString& dossierUid)
{
    const int request = ++m_detail;
    m_detailUid = dossierUid;
    m_bench.journal.run(
        this, [this, dossierUid] { return shownOf(m_bench.workspace, dossierUid); },
        [this, request](const Result<Shown>& shown) {
            if (request != m_detail) {
                return;
            }
            if (shown) {
                m_screen.setDetail(shown->detail, shown->differences);
            } else {
                m_screen.notice()->say(Tone::Danger, wording::sentence(shown.error()));
            }
        });
}

void DossiersPresenter::setStatus(const QString& dossierUid, dossier::DossierStatus status)
{
    m_bench.journal.run(
        this,
        [this, dossierUid, status] {
            return workflow::Intake(m_bench.workspace).setStatus(dossierUid, status);
        },
        [this, status](const Status& set) {
            if (set) {
                emit m_screen.wantsToast(Tone::Success, tr("Status: %1").arg(wording::name(status)));
            } else {
                m_screen.notice()->say(Tone::Danger, wording::sentence(set.error()));
            }
            fetchDetail(m_detailUid); // the clerk may have gone on to another dossier
            refresh();
            emit changed();
        });
}

void DossiersPresenter::settle(const QString& dossierUid, const QString& field, const QString& stamp)
{
    m_bench.journal.run(
        this,
        [this, dossierUid, field, stamp] {
            return workflow::Dossiers(m_bench.workspace).settle(dossierUid, field, stamp);
        },
        [this](const Status& settled) {
            if (settled) {
                emit m_screen.wantsToast(Tone::Success, tr("Settled. The other workstations learn of it with "
                                                           "the next delivery."));
            } else if (settled.error().code == ErrorCode::NotFound) {
                m_screen.notice()->say(Tone::Info, tr("Somebody has settled this meanwhile."));
            } else {
                m_screen.notice()->say(Tone::Danger, wording::sentence(settled.error()));
            }
            fetchDetail(m_detailUid);
            refresh();
            emit changed();
        });
}

} // namespace sohoa::ui
