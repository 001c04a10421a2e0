// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// How pages come in: files and scanners. Both fill a stack, which is then looked at and cut.

#include "capture/importfiles.h"
#include "ui/papers/feeding.h"
#include "ui/papers/paperspresenter.h"
#include "ui/papers/scanways.h"
#include "ui/settings/lookandscan.h"
#include "wording/errors.h"
#include "workflow/inspection.h"
#include "workflow/review.h"
#include "workflow/separation.h"
#include "workflow/stack.h"
#include "workflow/workspace.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>

#include <algorithm>

namespace sohoa::ui {

using namespace dossier;
using workflow::Stack;

namespace {

/// How a stack ended.
struct Arrival
{
    workflow::Reconciliation account;
    QStringList remarks;                       ///< what the clerk must know beside the account
    std::shared_ptr<Feeding> interrupted = {}; ///< a stack whose feeding goes on with the next scan
    QString openSession = {};                  ///< a stack that does not add up: its account is shown
    bool addsUp = false;                       ///< a stack whose account was closed
};

/// Looks at every page of a stack and gives it to the dossier.
Result<Arrival> settle(const workflow::Workspace& workspace, const Stack& stack,
                       const workflow::Target& target, const std::function<void(const Page&)>& progress)
{
    // Pages that are in are looked at and assigned even when the clerk cancelled feeding more.
    SOHOA_TRY(stack.examine(StopToken(), progress));
    Arrival arrival;
    SOHOA_ASSIGN(arrival.account, workflow::cutStack(workspace, stack, target));
    SOHOA_TRY(stack.close());
    return arrival;
}

/// "a.jpg: why it was refused".
QString aboutFile(const QString& path, const Error& error)
{
    return QStringLiteral("%1: %2").arg(QFileInfo(path).fileName(), wording::sentence(error));
}

Result<Arrival> takeFiles(const workflow::Workspace& workspace, const QStringList& paths,
                          const workflow::Target& target, const StopToken& stop,
                          const std::function<void(const Page&)>& progress)
{
    SOHOA_ASSIGN(const capture::ImportList list, capture::expandImport(paths, stop));
    const QStringList& files = list.files;
    Arrival nothing;
    for (const capture::ImportProblem& problem : list.problems) {
        nothing.remarks.append(aboutFile(problem.path, problem.error));
    }
    if (files.isEmpty()) {
        if (nothing.remarks.isEmpty()) {
            nothing.remarks.append(PapersPresenter::tr("There is no picture or PDF in this folder."));
        }
        return nothing;
    }
    // A key of its own each time: a clerk who adds a file again wants it again; cutStack sets repeated
    // pictures aside, where they can be seen.
    SOHOA_ASSIGN(const Stack stack,
                 Stack::open(workspace, dossier::newUid(), QFileInfo(files.first()).fileName()));
    const Result<std::vector<workflow::FileOutcome>> outcomes =
        workflow::importFiles(stack, files, stop, progress);
    if (!outcomes && outcomes.error().code != ErrorCode::Cancelled) {
        return failure(outcomes.error());
    }
    SOHOA_ASSIGN(Arrival arrival, settle(workspace, stack, target, progress));
    arrival.remarks = nothing.remarks + arrival.remarks;
    if (outcomes) {
        for (const workflow::FileOutcome& outcome : *outcomes) {
            if (!outcome.status) {
                arrival.remarks.append(aboutFile(outcome.file, outcome.status.error()));
            }
        }
    }
    return arrival;
}

Result<Arrival> takePicture(const workflow::Workspace& workspace, const QImage& picture,
                            const workflow::Target& target, const StopToken& stop,
                            const std::function<void(const Page&)>& progress)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, "PNG")) {
        return failure(ErrorCode::ImageDamaged, QStringLiteral("clipboard"));
    }
    const QString source = PapersPresenter::tr("clipboard");
    SOHOA_ASSIGN(const Stack stack, Stack::open(workspace, dossier::newUid(), source));
    int position = 0;
    SOHOA_TRY(workflow::takePages(bytes, source, stop, [&](workflow::IncomingPage&& incoming) -> Status {
        SOHOA_ASSIGN(const Stack::Added added,
                     stack.addPage(std::move(incoming), position++, source, workspace.clock().now()));
        progress(added.page);
        return {};
    }));
    return settle(workspace, stack, target, progress);
}

/// Puts what was scanned now in the place of a page, which is set aside.
Status replacePage(const workflow::Workspace& workspace, const Page& replaced, const std::vector<QString>& by)
{
    const workflow::Review review(workspace);
    const QStringList uids(by.begin(), by.end());
    if (uids.isEmpty()) {
        return {}; // what came was blank: the old page stays where it is
    }
    SOHOA_TRY(review.move(replaced.dossierUid, uids, replaced.uid));
    return review.setAside(replaced.dossierUid, {replaced.uid});
}

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
        if (alarm.kind == StackAlarmKind::CountDiffers) {
            sentences.append(PapersPresenter::tr("Component %1: %2 sides were expected, %3 came.")
                                 .arg(alarm.component)
                                 .arg(alarm.expected)
                                 .arg(alarm.seen));
        } else if (alarm.kind == StackAlarmKind::SeparatorUnreadable) {
            sentences.append(
                PapersPresenter::tr("A separator sheet could not be read; check the pages behind it."));
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

/// Feeds a new stack, or goes on with one that a fault at the scanner interrupted, or whose account is open.
Result<Arrival> takeScan(const workflow::Workspace& workspace, const ScannerSource& scanners,
                         const Feeding::Plan& plan, const std::optional<Page>& replaced,
                         const std::shared_ptr<Feeding>& interrupted, const StopToken& stop,
                         const std::function<void(const Page&)>& progress)
{
    std::shared_ptr<Feeding> feeding =
        interrupted && interrupted->sessionUid() == plan.sessionUid ? interrupted : nullptr;
    Arrival arrival;
    if (!feeding) {
        SOHOA_ASSIGN(feeding, Feeding::begin(workspace, scanners(networkToScan(plan.choice)), plan, stop));
        if (const QString met = sentenceAboutMet(feeding->met()); !met.isEmpty()) {
            arrival.remarks.append(met);
        }
    }
    SOHOA_ASSIGN(FedRound round, feeding->feed(stop, progress));
    if (replaced) {
        SOHOA_TRY(replacePage(workspace, *replaced, round.kept));
    }
    arrival.account = std::move(round.account);
    arrival.addsUp = round.closed;
    if (!round.closed) {
        arrival.openSession = feeding->sessionUid();
    }
    if (round.fault) {
        arrival.remarks.append(wording::sentence(*round.fault));
    }
    if (round.canGoOn) {
        arrival.remarks.append(
            PapersPresenter::tr("%n sheet(s) are safe. Put the sheets behind them into the feeder and press "
                                "F6: it goes on in the same order.",
                                nullptr, round.sheets));
        arrival.interrupted = std::move(feeding);
    }
    if (round.unreadable > 0) {
        arrival.remarks.append(
            PapersPresenter::tr("%n page(s) cannot be read as pictures. They are kept as they came and set "
                                "aside: please scan them again, at 200 to 300 dpi.",
                                nullptr, round.unreadable));
    }
    return arrival;
}

} // namespace

template<typename Arrived>
void PapersPresenter::takeUp(const Result<Arrived>& arrival)
{
    endErrand();
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
    const int count = static_cast<int>(m_arriving.size());
    m_screen.busy()->show(aboutErrand(m_looked == 0
                                          ? tr("%n page(s) in…", nullptr, count)
                                          : tr("Looking at the pages: %1 of %2").arg(m_looked).arg(count)),
                          m_looked, m_looked == 0 ? 0 : count);
    if (showsErrand()) {
        showState();
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
    if (m_uid.isEmpty() || m_errand) {
        return;
    }
    beginErrand();
    m_screen.busy()->show(tr("Waiting for the scanner…"), 0, 0);
    ScanWays& ways = *m_screen.scanWays();
    Feeding::Plan plan;
    plan.choice = loadScanChoice();
    plan.profile = ways.takeProfile();
    plan.oneSheet = replaced.has_value();
    plan.expectedSheets = replaced ? 0 : ways.sheets();
    const bool toComponent =
        replaced || !plan.profile || plan.profile->target == capture::ProfileTarget::Component;
    plan.target = workflow::Target{m_uid, toComponent ? component : 0};
    // A stack of this dossier that is not closed is gone on with: what is fed now belongs to it.
    if (!replaced && m_state.account && m_state.account->session.target == plan.target) {
        plan.sessionUid = m_state.account->session.uid;
    }
    m_bench.errands.run(
        this,
        [this, plan, replaced, interrupted = m_interrupted, stop = m_stop.get_token(), tell = arrivals()] {
            return takeScan(m_bench.workspace, m_bench.scanners, plan, replaced, interrupted, stop, tell);
        },
        [this, isStack = !replaced](const Result<Arrival>& arrival) {
            if (isStack) {
                m_interrupted = arrival ? arrival->interrupted : nullptr;
            }
            if (arrival && isStack) {
                m_screen.scanWays()->setSheets(0); // counted for this stack
            }
            if (arrival && !arrival->openSession.isEmpty()) {
                m_lookedThrough.insert(arrival->openSession);
            }
            takeUp(arrival);
        });
}

} // namespace sohoa::ui
