// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Feeding that begins when paper is put in.

#include "ui/papers/paperspresenter.h"
#include "ui/papers/paperwatch.h"
#include "ui/papers/scanways.h"
#include "ui/settings/lookandscan.h"

#include <QApplication>

namespace sohoa::ui {

void PapersPresenter::connectPaperWatch()
{
    const auto wish = [this]() -> std::optional<PaperWatch::Wish> {
        const std::optional<capture::ScanProfile> way = m_screen.scanWays()->chosen();
        // An open account or a cut first: the next paper may belong to it or not, and only the clerk knows. A
        // question that is open may ask for that very paper: the page without its note.
        const bool isFree = !m_uid.isEmpty() && m_state.detail.dossier.uid == m_uid && !m_errand &&
                            !m_state.account && !m_screen.showsCut() &&
                            QApplication::activeModalWidget() == nullptr;
        if (!way || !way->startOnPaper || !isFree) {
            return {};
        }
        return PaperWatch::Wish{loadScanChoice(), *way};
    };
    m_paper = new PaperWatch(m_screen, m_bench.scanners, wish, m_bench.paperPace, this);
    connect(m_paper, &PaperWatch::paperPutIn, &m_screen, &PapersScreen::scanNow);
    connect(m_paper, &PaperWatch::watching, this, [this] {
        if (m_toldOfPaper != m_uid) {
            m_toldOfPaper = m_uid;
            emit m_screen.wantsToast(Tone::Info, tr("Put the papers in: the scanner begins by itself."));
        }
    });
    connect(m_paper, &PaperWatch::cannotTell, this, [this] {
        m_screen.notice()->say(
            Tone::Info,
            tr("This scanner does not tell when paper is put in: press F6 to scan. In the ways of "
               "scanning (Ctrl+F6) that can be switched off."));
    });
}

} // namespace sohoa::ui
