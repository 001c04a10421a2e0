// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/paperspresenter.h"

#include "dossier/stackcut.h"
#include "ui/papers/cutpanel.h"
#include "ui/papers/cutting.h"
#include "ui/papers/paperwatch.h"
#include "ui/papers/thumbnails.h"
#include "wording/errors.h"
#include "workflow/finishing.h"
#include "workflow/intake.h"
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

/// Pages that were set aside are wanted again when they are given to a component or put among the others.
Status bringBack(const Review& review, const QString& dossierUid, const QStringList& aside)
{
    return aside.isEmpty() ? Status() : review.bringBack(dossierUid, aside);
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
    connect(&screen, &PapersScreen::stackChosen, this, [this](const QString& sessionUid) {
        if (!m_errand) {
            lookThrough(sessionUid, 0);
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
    connect(&screen, &PapersScreen::finishWanted, this, &PapersPresenter::finishPapers);
    connect(&screen, &PapersScreen::sheetsCounted, this, &PapersPresenter::countSheets);
    connect(&screen, &PapersScreen::accountCloseWanted, this,
            [this](const QString& uid) { closeAccount(uid, workflow::ScanSession::Closing::Knowingly); });
    connect(screen.busy(), &BusyLine::cancelled, this, [this] { m_stop.request_stop(); });
    connect(&m_watch, &QTimer::timeout, this, &PapersPresenter::lookIntoFolder);
    connectPictures();
    connectReview();
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

void PapersPresenter::connectPictures()
{
    connect(m_screen.thumbnails(), &Thumbnails::wanted, this, [this](const Page& page) {
        m_bench.pictures.run(
            this, [this, page] { return Review(m_bench.workspace).picture(page, Thumbnails::side); },
            [this, page](const Result<QImage>& picture) {
                m_screen.thumbnails()->put(page, picture.value_or(QImage()));
            });
    });
    connect(&m_screen, &PapersScreen::pictureWanted, this, [this](const Page& page, bool asScanned) {
        const int side = std::min(std::max(page.width, page.height), 5000);
        m_bench.pictures.run(
            this,
            [this, page, side, asScanned] {
                const Review review(m_bench.workspace);
                return asScanned ? review.original(page, side) : review.picture(page, side);
            },
            [this, page, asScanned](const Result<QImage>& picture) {
                m_screen.setPicture(page, asScanned, picture.value_or(QImage()));
            });
    });
}

void PapersPresenter::connectReview()
{
    const workflow::Workspace& workspace = m_bench.workspace;
    connect(&m_screen, &PapersScreen::setAsideWanted, this, [this, &workspace](const QStringList& uids) {
        act([&workspace, uid = m_uid, uids] { return Review(workspace).setAside(uid, uids); });
    });
    connect(&m_screen, &PapersScreen::bringBackWanted, this, [this, &workspace](const QStringList& uids) {
        act([&workspace, uid = m_uid, uids] { return Review(workspace).bringBack(uid, uids); });
    });
    connect(&m_screen, &PapersScreen::removeWanted, this, [this, &workspace](const QStringList& uids) {
        act([&workspace, uid = m_uid, uids] { return Review(workspace).remove(uid, uids); });
    });
    connect(&m_screen, &PapersScreen::turnWanted, this,
            [this, &workspace](const QStringList& uids, int degrees) {
                act([&workspace, uid = m_uid, uids, degrees] {
                    return Review(workspace).turn(uid, uids, degrees);
                });
            });
    connect(&m_screen, &PapersScreen::assignWanted, this,
            [this, &workspace](const QStringList& uids, int component) {
                act([&workspace, uid = m_uid, uids, aside = setAsideAmong(uids), component]() -> Status {
                    const Review review(workspace);
                    SOHOA_TRY(bringBack(review, uid, aside));
                    return review.assign(uid, uids, uid, component);
                });
            });
    connect(&m_screen, &PapersScreen::moveWanted, this,
            [this, &workspace](const QStringList& uids, const QString& beforeUid) {
                act([&workspace, uid = m_uid, uids, aside = setAsideAmong(uids), beforeUid]() -> Status {
                    const Review review(workspace);
                    SOHOA_TRY(bringBack(review, uid, aside));
                    return review.move(uid, uids, beforeUid);
                });
            });
    connect(&m_screen, &PapersScreen::giveAwayWanted, this,
            [this, &workspace](const QStringList& uids, const QString& dossierCode) {
                act([&workspace, uid = m_uid, uids, aside = setAsideAmong(uids), dossierCode]() -> Status {
                    SOHOA_ASSIGN(const workflow::DossierFile file,
                                 workflow::Intake(workspace).find(dossierCode));
                    const Review review(workspace);
                    SOHOA_TRY(bringBack(review, uid, aside));
                    return review.assign(uid, uids, file.dossier.uid, scannedAfter(file.components, 0, 0));
                });
            });
    const auto step = [this, &workspace](bool forward) {
        act([&workspace, uid = m_uid, forward]() -> Status {
            const Review review(workspace);
            const Result<std::optional<QString>> done = forward ? review.redo(uid) : review.undo(uid);
            if (!done) {
                return failure(done.error());
            }
            return {};
        });
    };
    connect(&m_screen, &PapersScreen::undoWanted, this, [step] { step(false); });
    connect(&m_screen, &PapersScreen::redoWanted, this, [step] { step(true); });
}

QStringList PapersPresenter::setAsideAmong(const QStringList& uids) const
{
    QStringList aside;
    for (const Page& page : m_state.pages) {
        if (page.state == PageState::SetAside && uids.contains(page.uid)) {
            aside.append(page.uid);
        }
    }
    return aside;
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

void PapersPresenter::finishPapers()
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
    beginErrand();
    m_screen.busy()->show(tr("Making the papers…"), 0, 0);
    m_bench.errands.run(
        this,
        [this, uid = m_uid, stop = m_stop.get_token()] {
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
