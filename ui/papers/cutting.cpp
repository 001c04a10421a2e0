// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/cutting.h"

#include "ui/papers/cutpanel.h"
#include "workflow/dossiers.h"
#include "workflow/intake.h"
#include "workflow/review.h"
#include "workflow/scansession.h"
#include "workflow/workspace.h"

#include <algorithm>

namespace sohoa::ui {

using dossier::Page;
using dossier::StackCut;
using workflow::ScanSession;

namespace {

/// More codes than anybody chooses among.
constexpr int mostCodes = 300;

/// A cut, and dossiers that parts may be given to besides its own.
struct Shown
{
    StackCut cut;
    QStringList codes;
};

Result<Shown> shownOf(const workflow::Workspace& workspace, const QString& sessionUid)
{
    Shown shown;
    SOHOA_ASSIGN(const ScanSession session, ScanSession::resume(workspace, sessionUid));
    SOHOA_ASSIGN(shown.cut, session.proposeCut());
    SOHOA_ASSIGN(const std::vector<workflow::DossierLine> lines,
                 workflow::Dossiers(workspace).find({}, mostCodes));
    for (const workflow::DossierLine& line : lines) {
        shown.codes.append(line.dossier.code);
    }
    return shown;
}

/// What became of a cut.
struct Done
{
    workflow::Reconciliation account;
    QString dossierUid;
};

Result<Done> done(const workflow::Workspace& workspace, const StackCut& cut)
{
    Done done;
    SOHOA_ASSIGN(const ScanSession session, ScanSession::resume(workspace, cut.session));
    SOHOA_ASSIGN(done.account, session.commitCut(cut));
    const auto first = std::find_if(cut.parts.begin(), cut.parts.end(),
                                    [](const dossier::CutPart& part) { return part.kept() > 0; });
    if (first != cut.parts.end()) {
        SOHOA_ASSIGN(const workflow::DossierFile file,
                     workflow::Intake(workspace).find(first->place.dossierCode));
        done.dossierUid = file.dossier.uid;
    }
    return done;
}

} // namespace

Cutting::Cutting(CutPanel& panel, const Bench& bench, QObject* parent)
    : QObject(parent)
    , m_panel(panel)
    , m_bench(bench)
{
    connect(&panel, &CutPanel::pictureWanted, this, [this](const Page& page) {
        const int side = std::min(std::max(page.width, page.height), 3000);
        m_bench.pictures.run(
            this, [this, page, side] { return workflow::Review(m_bench.workspace).picture(page, side); },
            [this, page](const Result<QImage>& picture) {
                m_panel.setPicture(page, picture.value_or(QImage()));
            });
    });
    connect(&panel, &CutPanel::cleared, this, [this] { m_wanted.clear(); });
    connect(&panel, &CutPanel::dossierNamed, this, &Cutting::findDossier);
    connect(&panel, &CutPanel::commitWanted, this, &Cutting::carryOut);
}

void Cutting::open(const QString& sessionUid)
{
    m_wanted = sessionUid;
    m_bench.journal.run(
        this, [this, sessionUid] { return shownOf(m_bench.workspace, sessionUid); },
        [this, sessionUid](const Result<Shown>& shown) {
            if (m_wanted != sessionUid) {
                return; // put away meanwhile: what is scanned next belongs elsewhere
            }
            if (!shown) {
                emit failed(shown.error());
                return;
            }
            m_panel.setCodes(shown->codes);
            m_panel.setCut(shown->cut);
        });
}

void Cutting::findDossier(const QString& code)
{
    m_bench.journal.run(
        this, [this, code] { return workflow::cutDossier(m_bench.workspace, code); },
        [this](const Result<dossier::CutDossier>& found) {
            if (found) {
                m_panel.giveTo(*found);
            } else {
                emit failed(found.error());
            }
        });
}

void Cutting::carryOut(const StackCut& cut)
{
    if (m_busy) {
        return;
    }
    m_busy = true;
    m_panel.setReady(false);
    m_bench.journal.run(
        this, [this, cut] { return done(m_bench.workspace, cut); },
        [this](const Result<Done>& done) {
            m_busy = false;
            m_panel.setReady(true);
            if (done) {
                emit carriedOut(done->account, done->dossierUid);
            } else {
                emit failed(done.error());
            }
        });
}

} // namespace sohoa::ui
