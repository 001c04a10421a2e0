// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/dossiers/dossierspresenter.h"

#include "ui/dossiers/dossiersscreen.h"
#include "wording/errors.h"
#include "workflow/finishing.h"
#include "workflow/workspace.h"

namespace sohoa::ui {

namespace {
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
        this, [this, text] { return workflow::Dossiers(m_bench.workspace).find(text, foundLimit); },
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
    m_bench.journal.run(
        this, [this, dossierUid] { return workflow::Dossiers(m_bench.workspace).detail(dossierUid); },
        [this, request](const Result<workflow::DossierDetail>& detail) {
            if (request != m_detail) {
                return;
            }
            if (detail) {
                m_screen.setDetail(*detail);
            } else {
                m_screen.notice()->say(Tone::Danger, wording::sentence(detail.error()));
            }
        });
}

} // namespace sohoa::ui
