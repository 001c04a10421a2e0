// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Pages that come in by files, scanners, the clipboard and a scanner's folder: what the screen shows and
// says.

#include "ui/papers/cutpanel.h"
#include "ui/papers/notescan.h"
#include "ui/papers/paperspresenter.h"
#include "ui/papers/paperwatch.h"
#include "ui/papers/scanways.h"
#include "ui/papers/taking.h"
#include "ui/settings/lookandscan.h"
#include "wording/errors.h"
#include "wording/names.h"
#include "workflow/workspace.h"

#include <algorithm>

namespace sohoa::ui {

using namespace dossier;

namespace {

/// More lines than anybody reads push the pages off the screen.
constexpr qsizetype mostSentences = 4;

/// What the clerk must know about a stack that is in.
QStringList sentencesOf(const Arrival& arrival)
{
    QStringList sentences = arrival.remarks;
    if (arrival.account.strangers > 0) {
        sentences.append(
            PapersPresenter::tr("%n page(s) came with a separator sheet of a dossier that is not "
                                "known here. They were added to this dossier: please check.",
                                nullptr, arrival.account.strangers));
    }
    if (arrival.account.elsewhere > 0) {
        sentences.append(
            PapersPresenter::tr("%n page(s) went to other dossiers, as their separator sheets say.", nullptr,
                                arrival.account.elsewhere));
    }
    // An open account names them itself, each with its page.
    if (!arrival.account.dirtyGlass.empty()) {
        sentences.append(PapersPresenter::tr("The same line runs over several pages: there is dirt on the "
                                             "scanner's glass. Wipe it and scan these pages again."));
    }
    const bool saidThere = !arrival.openSession.isEmpty();
    for (const workflow::Twin& twin : saidThere ? std::vector<workflow::Twin>() : arrival.account.twins) {
        sentences.append(
            PapersPresenter::tr("Page %1 of the stack shows the same sheet as page %2. Was it fed "
                                "twice? Look at both and set one aside if so.")
                .arg(twin.position + 1)
                .arg(twin.other + 1));
    }
    for (const StackAlarm& alarm : saidThere ? std::vector<StackAlarm>() : arrival.account.alarms) {
        if (alarm.kind != StackAlarmKind::NotAssigned) {
            sentences.append(wording::sentence(alarm));
        }
    }
    if (sentences.size() > mostSentences) {
        const auto more = static_cast<int>(sentences.size() - mostSentences + 1);
        sentences = sentences.mid(0, mostSentences - 1);
        sentences.append(PapersPresenter::tr("And %n more message(s) like these.", nullptr, more));
    }
    return sentences;
}

/// How many pages came, in one line.
QString countOf(const workflow::Reconciliation& account, bool addsUp)
{
    if (addsUp) {
        return PapersPresenter::tr("%n side(s) came in and add up: %1 kept, %2 set aside.", nullptr,
                                   account.fed)
            .arg(account.kept)
            .arg(account.setAside);
    }
    return account.setAside == 0
               ? PapersPresenter::tr("%n page(s) came in.", nullptr, account.fed)
               : PapersPresenter::tr("%n page(s) came in, %1 of them set aside.", nullptr, account.fed)
                     .arg(account.setAside);
}

} // namespace

template<typename Arrived>
void PapersPresenter::takeUp(const Result<Arrived>& arrival)
{
    if (arrival && !arrival->openSession.isEmpty()) {
        m_lookedThrough.insert(arrival->openSession); // just now
    }
    endErrand();
    if (m_uid.isEmpty() && m_screen.cutPanel()->session().isEmpty() && !(arrival && arrival->uncut)) {
        m_screen.leaveCut(); // of a stack for no dossier nothing is left to be cut
    }
    if (!arrival) {
        if (arrival.error().code != ErrorCode::Cancelled) {
            m_screen.notice()->say(Tone::Danger, aboutErrand(wording::sentence(arrival.error())));
        }
        return;
    }
    if (const QStringList sentences = sentencesOf(*arrival); !sentences.isEmpty()) {
        m_screen.notice()->say(Tone::Warning, aboutErrand(sentences.join(QLatin1Char('\n'))));
    }
    if (!arrival->openSession.isEmpty()) {
        m_showAccount = true;
        if (arrival->uncut && m_errandUid.isEmpty() && m_uid.isEmpty()) {
            openCut(arrival->openSession);
        }
    }
    if (arrival->account.fed > 0) {
        emit m_screen.wantsToast(arrival->account.setAside > 0 ? Tone::Info : Tone::Success,
                                 aboutErrand(countOf(arrival->account, arrival->addsUp)));
        emit pagesCame();
    }
}

std::function<void(const Page&)> PapersPresenter::arrivals()
{
    // The workers are joined before this object dies, so it is there whenever a page is told; the queued call
    // is dropped with it.
    return [this](const Page& page) {
        QMetaObject::invokeMethod(
            this, [this, page] { arrived(page); }, Qt::QueuedConnection);
    };
}

void PapersPresenter::arrived(const Page& page)
{
    if (!m_errand) {
        return;
    }
    const auto known = m_arrivingPlaces.constFind(page.uid);
    if (known == m_arrivingPlaces.constEnd()) {
        m_arrivingPlaces.insert(page.uid, m_arriving.size());
        m_arriving.push_back(page);
    } else {
        m_arriving[*known] = page;
        ++m_looked;
    }
    // Each is told when it is in, when it was looked at, and, after all were, when it was compared.
    const int count = static_cast<int>(m_arriving.size());
    const int compared = m_looked - count;
    if (compared <= 0) {
        m_sounds.looked(page);
    }
    const QString sentence =
        m_looked == 0      ? tr("%n page(s) in…", nullptr, count)
        : m_looked < count ? tr("%n page(s) in, %1 of them looked at…", nullptr, count).arg(m_looked)
        : compared <= 0    ? tr("%n page(s) in and looked at…", nullptr, count)
                           : tr("%n page(s) in; comparing them with each other…", nullptr, count);
    // What comes behind the last page has no number.
    m_screen.busy()->show(aboutErrand(sentence), compared > 0 ? compared : m_looked,
                          m_looked == 0 || compared == 0 ? 0 : count);
    if (showsErrand()) {
        showState();
    } else if (m_errandUid.isEmpty() && m_uid.isEmpty()) {
        m_screen.showCut();
        m_screen.cutPanel()->setArriving(m_arriving);
    }
}

void PapersPresenter::importFiles(const QStringList& paths, int component)
{
    if (m_uid.isEmpty() || m_errand || paths.isEmpty()) {
        return;
    }
    beginErrand();
    m_screen.busy()->show(tr("Reading the files…"), 0, 0);
    m_bench.errands.run(
        this,
        [this, paths, target = workflow::Target{m_uid, component}, stop = m_stop.get_token(),
         tell = arrivals()] { return takeFiles(m_bench.workspace, paths, target, stop, tell); },
        [this](const Result<Arrival>& arrival) { takeUp(arrival); });
}

void PapersPresenter::importPicture(const QImage& picture, int component)
{
    if (m_uid.isEmpty() || m_errand) {
        return;
    }
    beginErrand();
    m_screen.busy()->show(tr("Reading the files…"), 0, 0);
    m_bench.errands.run(
        this,
        [this, picture, target = workflow::Target{m_uid, component}, stop = m_stop.get_token(),
         tell = arrivals()] { return takePicture(m_bench.workspace, picture, target, stop, tell); },
        [this](const Result<Arrival>& arrival) { takeUp(arrival); });
}

void PapersPresenter::scan(int component, const std::optional<Page>& replaced)
{
    if (m_errand) {
        return;
    }
    ScanWays& ways = *m_screen.scanWays();
    Feeding::Plan plan;
    plan.profile = ways.takeProfile();
    const QString cutSession = m_screen.cutPanel()->session();
    const bool bySeparators = plan.profile && plan.profile->target == capture::ProfileTarget::Separators;
    if (m_uid.isEmpty() && cutSession.isEmpty() && !bySeparators) {
        m_screen.notice()->say(Tone::Info, tr("Open a dossier first. A way of scanning whose pages go "
                                              "wherever the separator sheets say needs none."));
        return;
    }
    beginErrand();
    m_screen.busy()->show(tr("Waiting for the scanner…"), 0, 0);
    plan.choice = loadScanChoice();
    plan.oneSheet = replaced.has_value();
    plan.expectedSheets = replaced ? 0 : ways.sheets();
    const bool toComponent =
        replaced || !plan.profile || plan.profile->target == capture::ProfileTarget::Component;
    m_sounds.begin(plan.choice.beeps);
    if (!m_uid.isEmpty()) {
        plan.target = workflow::Target{m_uid, toComponent ? component : 0};
    }
    // A stack that is not closed is gone on with: what is fed now belongs to it.
    if (!cutSession.isEmpty()) {
        plan.sessionUid = cutSession;
    } else if (!replaced && !m_uid.isEmpty() && m_state.account &&
               m_state.account->session.target == plan.target) {
        plan.sessionUid = m_state.account->session.uid;
    } else if (!replaced && m_interrupted && m_interrupted->target() == plan.target) {
        plan.sessionUid = m_interrupted->sessionUid(); // the journal has not been asked again yet
    }
    m_bench.errands.run(
        this,
        [this, plan, replaced, interrupted = m_interrupted, stop = m_stop.get_token(), tell = arrivals(),
         turn = m_paper->turn()] {
            const std::lock_guard mine(*turn); // the feeder is not watched any more
            return takeScan(m_bench.workspace, m_bench.scanners, plan, replaced, interrupted, stop, tell);
        },
        [this, isStack = !replaced, from = plan.choice.scannerId](const Result<Arrival>& arrival) {
            // A cut that is to be looked at is no doubt yet; feeding that broke off is.
            m_sounds.end(!arrival || arrival->openSession.isEmpty() ||
                         (arrival->uncut && !arrival->interrupted));
            if (arrival && !arrival->scannerMovedTo.isEmpty()) {
                emit scannerMoved(from, arrival->scannerMovedTo);
            }
            if (isStack) {
                m_interrupted = arrival ? arrival->interrupted : nullptr;
            }
            if (arrival && isStack) {
                m_screen.scanWays()->setSheets(0); // counted for this stack
            }
            takeUp(arrival);
        });
}

void PapersPresenter::scanWithoutNote(const Page& noted)
{
    if (m_uid.isEmpty() || m_errand) {
        return;
    }
    beginErrand();
    m_screen.busy()->show(tr("Waiting for the scanner…"), 0, 0);
    Feeding::Plan plan;
    plan.choice = loadScanChoice();
    plan.profile = m_screen.scanWays()->takeProfile();
    m_bench.errands.run(
        this,
        [this, plan, noted, stop = m_stop.get_token(), tell = arrivals()] {
            return takeWithoutNote(m_bench.workspace, m_bench.scanners, plan, noted, stop, tell);
        },
        [this](const Result<Arrival>& arrival) { takeUp(arrival); });
}

void PapersPresenter::watchFolder(const QString& folder)
{
    if (m_watched ? m_watched->rules().folder == folder : folder.isEmpty()) {
        return;
    }
    m_watched.reset();
    m_watch.stop();
    m_folderState = capture::FolderState::There;
    if (!folder.isEmpty()) {
        capture::WatchRules rules;
        rules.folder = folder;
        rules.doneFolder = QStringLiteral("da-nhan");
        m_watched = std::make_shared<capture::WatchedFolder>(rules, m_bench.workspace.clock());
        m_watch.start(rules.quiet);
    }
}

void PapersPresenter::lookIntoFolder()
{
    if (!m_watched || m_looking || m_uid.isEmpty() || m_errand) {
        return;
    }
    m_looking = true;
    m_bench.errands.run(
        this, [folder = m_watched] { return folder->look(); },
        [this, folder = m_watched](const capture::FolderLook& look) {
            m_looking = false;
            if (folder != m_watched || m_uid.isEmpty()) {
                return;
            }
            if (look.state != m_folderState) {
                m_folderState = look.state;
                if (look.state != capture::FolderState::There) {
                    m_screen.notice()->say(
                        Tone::Warning,
                        wording::sentence(Error{ErrorCode::FolderUnreachable, folder->rules().folder, {}}));
                }
            }
            for (const capture::ImportProblem& problem : look.problems) {
                m_screen.notice()->say(Tone::Warning, aboutFile(problem.path, problem.error));
            }
            if (!look.ready.empty() && !m_errand) {
                takeWatched(look.ready);
            }
        });
}

void PapersPresenter::takeWatched(const std::vector<capture::WatchedFile>& files)
{
    beginErrand();
    m_screen.busy()->show(tr("Taking files from the scanner's folder…"), 0, 0);
    m_bench.errands.run(
        this,
        [this, files, folder = m_watched, target = workflow::Target{m_uid, 0}, stop = m_stop.get_token(),
         tell = arrivals()] {
            return takeWatchedFiles(m_bench.workspace, *folder, files, target, stop, tell);
        },
        [this](const Result<Arrival>& arrival) { takeUp(arrival); });
}

} // namespace sohoa::ui
