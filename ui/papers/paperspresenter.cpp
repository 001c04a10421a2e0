// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/paperspresenter.h"

#include "dossier/stackcut.h"
#include "ui/papers/cutpanel.h"
#include "ui/papers/cutting.h"
#include "ui/papers/paperwatch.h"
#include "wording/errors.h"
#include "workflow/finishing.h"
#include "workflow/review.h"
#include "workflow/workspace.h"

#include <algorithm>

namespace sohoa::ui {

using namespace dossier;
using workflow::Review;

namespace {

/// More than any list of waiting dossiers is read.
constexpr int waitingLimit = 300;

Result<std::vector<workflow::DossierLine>> waitingDossiers(const workflow::Workspace& workspace)
{
    SOHOA_ASSIGN(std::vector<workflow::DossierLine> lines,
                 workflow::Dossiers(workspace).find({}, waitingLimit));
    // A stack that was cut by its separators leaves pages in dossiers that lack nothing more.
    std::erase_if(lines, [](const workflow::DossierLine& line) {
        return line.scanDue == 0 && line.pagesWithoutPaper == 0;
    });
    std::stable_sort(
        lines.begin(), lines.end(), [](const workflow::DossierLine& one, const workflow::DossierLine& other) {
            // Those without a due date come last.
            return one.dossier.dueAt && (!other.dossier.dueAt || *one.dossier.dueAt < *other.dossier.dueAt);
        });
    return lines;
}

Result<PapersState> stateOf(const workflow::Workspace& workspace, const QString& uid)
{
    const Review review(workspace);
    PapersState state;
    SOHOA_ASSIGN(state.detail, workflow::Dossiers(workspace).detail(uid));
    SOHOA_ASSIGN(state.pages, review.pagesOfDossier(uid));
    SOHOA_ASSIGN(const Review::Steps steps, review.steps(uid));
    state.canUndo = steps.undo.has_value();
    state.canRedo = steps.redo.has_value();
    SOHOA_ASSIGN(state.account, workflow::openAccountOf(workspace, uid));
    SOHOA_ASSIGN(state.relations, review.relationsAmong(state.pages));
    return state;
}

/// What the screen shows before a dossier is chosen.
struct Choice
{
    std::vector<workflow::DossierLine> waiting;
    std::vector<UnfinishedStack> unfinished;
};

Result<Choice> choiceOf(const workflow::Workspace& workspace)
{
    Choice choice;
    SOHOA_ASSIGN(choice.waiting, waitingDossiers(workspace));
    SOHOA_ASSIGN(const std::vector<workflow::UnfinishedSession> sessions,
                 workflow::ScanSession::unfinished(workspace));
    for (const workflow::UnfinishedSession& session : sessions) {
        UnfinishedStack stack{session, {}};
        if (session.target) {
            SOHOA_ASSIGN(const workflow::DossierDetail detail,
                         workflow::Dossiers(workspace).detail(session.target->dossierUid));
            stack.dossierCode = detail.dossier.code;
        }
        choice.unfinished.push_back(stack);
    }
    return choice;
}

} // namespace

PapersPresenter::PapersPresenter(PapersScreen& screen, const Bench& bench, QObject* parent)
    : QObject(parent)
    , m_screen(screen)
    , m_bench(bench)
    , m_cutting(new Cutting(*screen.cutPanel(), bench, this))
{
    connect(m_cutting, &Cutting::carriedOut, this, &PapersPresenter::cutCarriedOut);
    connect(m_cutting, &Cutting::failed, this,
            [this](const Error& error) { m_screen.notice()->say(Tone::Danger, wording::sentence(error)); });
    connect(&screen, &PapersScreen::stackChosen, this, [this](const QString& sessionUid, int sides) {
        if (!m_errand) {
            lookThrough(sessionUid, sides);
        }
    });
    connect(&screen, &PapersScreen::waitingWanted, this, [this] {
        m_uid.clear();
        fetchWaiting();
    });
    connect(&screen, &PapersScreen::dossierChosen, this, &PapersPresenter::open);
    connect(&screen, &PapersScreen::filesGiven, this, &PapersPresenter::importFiles);
    connect(&screen, &PapersScreen::picturePasted, this, &PapersPresenter::importPicture);
    connect(&screen, &PapersScreen::scanWanted, this,
            [this](int component) { scan(component, std::nullopt); });
    connect(&screen, &PapersScreen::rescanWanted, this,
            [this](const Page& page) { scan(page.component, page); });
    connect(&screen, &PapersScreen::finishWanted, this, [this] { finishPapers({}); });
    connect(&screen, &PapersScreen::finishKnowinglyWanted, this, &PapersPresenter::finishPapers);
    connect(&screen, &PapersScreen::sheetsCounted, this, &PapersPresenter::countSheets);
    connect(&screen, &PapersScreen::accountCloseWanted, this,
            [this](const QString& uid) { closeAccount(uid, workflow::ScanSession::Closing::Knowingly); });
    connect(screen.busy(), &BusyLine::cancelled, this, [this] { m_stop.request_stop(); });
    connect(&m_watch, &QTimer::timeout, this, &PapersPresenter::lookIntoFolder);
    connectPictures();
    connectReview();
    connectCleaning();
    connectNotes();
    connectPaperWatch();
}

PapersPresenter::~PapersPresenter()
{
    m_stop.request_stop();
}

void PapersPresenter::stop()
{
    m_stop.request_stop();
    m_paper->stop();
}

void PapersPresenter::open(const QString& dossierUid)
{
    m_uid = dossierUid;
    m_screen.notice()->clear();
    fetchDossier();
}

void PapersPresenter::refresh()
{
    if (m_uid.isEmpty()) {
        fetchWaiting();
    } else if (!m_errand) {
        fetchDossier();
    }
}

void PapersPresenter::fetchWaiting()
{
    const int request = ++m_request;
    m_bench.journal.run(
        this, [this] { return choiceOf(m_bench.workspace); },
        [this, request](const Result<Choice>& choice) {
            if (request != m_request) {
                return;
            }
            if (choice) {
                m_screen.setWaiting(choice->waiting);
                m_screen.setUnfinished(choice->unfinished);
            } else {
                m_screen.notice()->say(Tone::Danger, wording::sentence(choice.error()));
            }
        });
}

void PapersPresenter::fetchDossier()
{
    const int request = ++m_request;
    m_bench.journal.run(
        this, [this, uid = m_uid] { return stateOf(m_bench.workspace, uid); },
        [this, request](const Result<PapersState>& state) {
            if (request != m_request) {
                return;
            }
            if (!state) {
                m_screen.notice()->say(Tone::Danger, wording::sentence(state.error()));
                return;
            }
            m_state = *state;
            showState();
            takeUpAccount();
        });
}

void PapersPresenter::showState()
{
    PapersState shown = m_state;
    if (showsErrand()) {
        shown.pages.insert(shown.pages.end(), m_arriving.begin(), m_arriving.end());
    }
    if (shown.account && !m_lookedThrough.contains(shown.account->session.uid)) {
        shown.account.reset(); // what an earlier run left is told when it was looked through
    }
    if (shown.account && shown.account->uncut) {
        shown.account.reset(); // first it is cut
    }
    m_screen.setState(shown);
}

void PapersPresenter::act(std::function<Status()> action)
{
    if (m_uid.isEmpty() || m_errand) {
        return;
    }
    m_bench.journal.run(this, std::move(action), [this](const Status& done) {
        if (!done) {
            m_screen.notice()->say(Tone::Warning, wording::sentence(done.error()));
        }
        refresh(); // the clerk may have put the dossier away meanwhile
        emit changed();
    });
}

void PapersPresenter::beginErrand()
{
    m_errand = true;
    m_errandUid = m_uid;
    m_errandCode = m_uid.isEmpty() ? QString() : m_state.detail.dossier.code;
    m_stop = StopSource();
    m_arriving.clear();
    m_arrivingPlaces.clear();
    m_looked = 0;
    m_screen.notice()->clear();
    m_screen.setReady(false);
    m_paper->look();
}

void PapersPresenter::endErrand()
{
    m_errand = false;
    m_arriving.clear();
    m_arrivingPlaces.clear();
    m_screen.busy()->finish();
    m_screen.setReady(true);
    refresh();
    emit changed();
}

bool PapersPresenter::showsErrand() const
{
    return !m_errandUid.isEmpty() && m_state.detail.dossier.uid == m_errandUid;
}

QString PapersPresenter::aboutErrand(const QString& sentence) const
{
    return showsErrand() || m_errandCode.isEmpty() ? sentence
                                                   : QStringLiteral("%1: %2").arg(m_errandCode, sentence);
}

void PapersPresenter::finishPapers(const QStringList& excused)
{
    if (m_uid.isEmpty() || m_errand) {
        return;
    }
    if (m_state.account) {
        m_screen.notice()->say(
            Tone::Warning,
            tr("The papers are not made yet: a stack of this dossier does not add up. Look at each "
               "line; when it is right all the same, press Ctrl+Enter, then F10 again."));
        m_screen.showAccount();
        return;
    }
    const bool lacksCopies = std::any_of(m_state.pages.begin(), m_state.pages.end(), [&](const Page& page) {
        return page.component != 0 && m_state.relations.gaps.contains(page.uid) &&
               !excused.contains(page.uid);
    });
    if (lacksCopies) {
        m_screen.sayNoteGaps();
        return;
    }
    beginErrand();
    m_screen.busy()->show(tr("Making the papers…"), 0, 0);
    m_bench.errands.run(
        this,
        [this, uid = m_uid, excused,
         stop = m_stop.get_token()]() -> Result<std::vector<workflow::FinishedPaper>> {
            SOHOA_TRY(Review(m_bench.workspace).excuseNotes(uid, excused));
            return workflow::Finishing(m_bench.workspace).finishAll(uid, stop);
        },
        [this](const Result<std::vector<workflow::FinishedPaper>>& papers) {
            endErrand();
            if (!papers) {
                if (papers.error().code != ErrorCode::Cancelled) {
                    m_screen.notice()->say(Tone::Danger, aboutErrand(wording::sentence(papers.error())));
                }
                return;
            }
            int low = 0;
            int fresh = 0;
            for (const workflow::FinishedPaper& paper : *papers) {
                low += paper.lowResolutionPages;
                fresh += paper.unchanged ? 0 : 1;
            }
            if (low > 0) {
                m_screen.notice()->say(
                    Tone::Warning,
                    aboutErrand(tr("%n page(s) were scanned below 200 dpi. Scan them again.", nullptr, low)));
            }
            emit papersMade();
            emit m_screen.wantsToast(
                Tone::Success,
                aboutErrand(fresh > 0 ? tr("%n paper(s) made and queued for the warehouse.", nullptr, fresh)
                                      : tr("The papers were made already; nothing has changed.")));
        });
}

} // namespace sohoa::ui
