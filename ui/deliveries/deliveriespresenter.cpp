// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/deliveries/deliveriespresenter.h"

#include "ui/deliveries/bundlepresenter.h"
#include "ui/deliveries/deliveriesscreen.h"
#include "wording/errors.h"
#include "workflow/fetching.h"
#include "workflow/retention.h"
#include "workflow/workspace.h"

#include <utility>

namespace sohoa::ui {

using namespace std::chrono_literals;

namespace {

/// Rows of the list: who waits behind so many is not looked for one by one.
constexpr int mostShown = 1000;
/// Between two looks at the logs of other workstations.
constexpr auto fetchPause = 5min;
/// Between two looks at copies that may go, and how long one takes at most.
constexpr auto agingPause = 1h;
constexpr auto longestAging = 60s;

struct Waiting
{
    std::vector<workflow::WaitingItem> items;
    workflow::WaitingCounts counts;
    std::optional<sync::QueuePause> pause;
    std::optional<dossier::DeliveryHold> hold;
};

/// What a run came to.
struct Outcome
{
    workflow::DeliverySummary summary;
    std::optional<workflow::FetchSummary> fetched;
    std::optional<Result<workflow::RetentionReport>> agedOut;
};

/// What a run does besides delivering.
struct Besides
{
    bool fetches = false;
    bool agesOut = false;
};

Result<Waiting> waitingOf(const workflow::Workspace& workspace)
{
    const workflow::Delivery delivery(workspace);
    Waiting waiting;
    SOHOA_ASSIGN(waiting.items, delivery.waitingPage(mostShown));
    SOHOA_ASSIGN(waiting.counts, delivery.counts());
    SOHOA_ASSIGN(waiting.pause, delivery.pause());
    SOHOA_ASSIGN(waiting.hold, delivery.hold());
    return waiting;
}

/// Delivers, and then looks what others wrote: by the same line, which is up.
Result<Outcome> run(const workflow::Workspace& workspace, bool byClerk, const Besides& besides,
                    const StopToken& stop, const std::function<void(const workflow::DeliveryProgress&)>& tell)
{
    Outcome outcome;
    SOHOA_ASSIGN(outcome.summary, workflow::Delivery(workspace).deliver(byClerk, stop, tell));
    const bool isHeld = outcome.summary.held && !outcome.summary.held->entriesGo();
    if (besides.fetches && !outcome.summary.stoppedBy && !isHeld) {
        Result<workflow::FetchSummary> fetched = workflow::fetchOthers(workspace, stop);
        if (fetched) {
            outcome.fetched = std::move(*fetched);
        } else {
            outcome.summary.stoppedBy = fetched.error();
        }
    }
    // It reads papers back: not over a line that is to be spared now.
    if (besides.agesOut && !outcome.summary.stoppedBy && !outcome.summary.held) {
        outcome.agedOut = workflow::ageOutCopies(workspace, longestAging, stop);
    }
    return outcome;
}

} // namespace

DeliveriesPresenter::DeliveriesPresenter(DeliveriesScreen& screen, const Bench& bench, QObject* parent)
    : QObject(parent)
    , m_screen(screen)
    , m_bench(bench)
    , m_bundles(new BundlePresenter(screen, bench, this))
{
    connect(m_bundles, &BundlePresenter::takenIn, this, [this] {
        refresh();
        emit changed();
        deliver(false);
    });
    connect(&screen, &DeliveriesScreen::sendNowWanted, this, [this] { deliver(true); });
    connect(screen.busy(), &BusyLine::cancelled, this, &DeliveriesPresenter::stop);
    m_soon.setSingleShot(true);
    m_soon.setInterval(2s);
    connect(&m_soon, &QTimer::timeout, this, &DeliveriesPresenter::refresh);
}

DeliveriesPresenter::~DeliveriesPresenter()
{
    m_stop.request_stop();
}

void DeliveriesPresenter::stop()
{
    m_stop.request_stop();
    m_bundles->stop();
}

void DeliveriesPresenter::refresh()
{
    m_bench.journal.run(
        this, [this] { return waitingOf(m_bench.workspace); },
        [this](const Result<Waiting>& waiting) {
            if (waiting) {
                m_screen.setWaiting(waiting->items, waiting->counts, m_bench.workspace.clock().now());
                if (!m_running) {
                    m_screen.setPause(waiting->pause, waiting->hold);
                }
            } else {
                m_screen.notice()->say(Tone::Danger, wording::sentence(waiting.error()));
            }
        });
}

void DeliveriesPresenter::deliverInBackground()
{
    deliver(false);
}

void DeliveriesPresenter::lineIsBack()
{
    m_bench.journal.run(
        this, [this] { return workflow::Delivery(m_bench.workspace).lineIsBack(); },
        [this](const Status&) { deliver(false); });
}

void DeliveriesPresenter::deliver(bool byClerk)
{
    if (m_running) {
        if (byClerk && !m_byClerk) {
            // The run under way leaves alone what is not due yet; the clerk's own follows it.
            m_clerkWaits = true;
            m_screen.setProgress({});
        }
        return;
    }
    m_running = true;
    m_byClerk = byClerk;
    m_stop = StopSource();
    if (byClerk) {
        m_screen.setProgress({});
    }
    const Besides besides{byClerk || !m_sinceFetch.isValid() || m_sinceFetch.hasExpired(fetchPause / 1ms),
                          // The clerk does not wait for it.
                          !byClerk && (!m_sinceAging.isValid() || m_sinceAging.hasExpired(agingPause / 1ms))};
    m_bench.errands.run(
        this,
        [this, byClerk, besides, stop = m_stop.get_token(), tell = teller()] {
            return run(m_bench.workspace, byClerk, besides, stop, tell);
        },
        [this, byClerk](const Result<Outcome>& outcome) {
            m_running = false;
            const bool clerkWaits = std::exchange(m_clerkWaits, false);
            const bool goesOn = clerkWaits && !m_stop.stop_requested();
            const bool tellsClerk = (byClerk || clerkWaits) && !goesOn;
            m_screen.setParts({});
            if (outcome) {
                tellOutcome(outcome->summary, tellsClerk);
                if (outcome->fetched) {
                    m_sinceFetch.start();
                    tellFetched(*outcome->fetched);
                }
                if (outcome->agedOut) {
                    m_sinceAging.start();
                    if (*outcome->agedOut) {
                        m_screen.sayRetention(**outcome->agedOut);
                    } // else the next one is tried in an hour: nothing depends on it
                }
            } else {
                tellFailure(outcome.error(), tellsClerk);
            }
            refresh();
            emit changed();
            if (goesOn) {
                deliver(true);
            }
        });
}

std::function<void(const workflow::DeliveryProgress&)> DeliveriesPresenter::teller()
{
    // The workers are joined before this object dies, so it is there whenever progress is told. Thousands of
    // papers may be told in a second: only what is the latest when the window has time is shown.
    return [this](const workflow::DeliveryProgress& progress) {
        const std::lock_guard lock(m_progressMutex);
        const bool isAsked = std::exchange(m_progress, progress).has_value();
        if (!isAsked) {
            QMetaObject::invokeMethod(this, &DeliveriesPresenter::showProgress, Qt::QueuedConnection);
        }
    };
}

void DeliveriesPresenter::showProgress()
{
    std::optional<workflow::DeliveryProgress> progress;
    {
        const std::lock_guard lock(m_progressMutex);
        progress = std::exchange(m_progress, {});
    }
    if (!m_running || !progress) {
        return;
    }
    if (m_byClerk || m_clerkWaits) {
        m_screen.setProgress(*progress);
    }
    m_screen.setParts(*progress);
    if (!m_soon.isActive()) {
        m_soon.start(); // the list is read anew while a long run goes on
    }
}

void DeliveriesPresenter::tellOutcome(const workflow::DeliverySummary& summary, bool tellsClerk)
{
    const auto& stopped = summary.stoppedBy;
    const bool cancelled = stopped && stopped->code == ErrorCode::Cancelled;
    // A run that the rules held up has asked nobody.
    const bool isHeld = summary.held && !summary.held->entriesGo();
    if (!cancelled && !isHeld) {
        emit reached(!stopped);
    }
    if (tellsClerk) {
        m_screen.setFinished(summary, stopped && !cancelled ? wording::sentence(*stopped) : QString());
    }
    if (std::chrono::abs(summary.clockOffset) >= 1min) {
        m_screen.sayClock(summary.clockOffset);
    }
}

void DeliveriesPresenter::tellFetched(const workflow::FetchSummary& fetched)
{
    if (!fetched.broken.empty()) {
        QStringList keys;
        for (const workflow::FetchSummary::Broken& broken : fetched.broken) {
            keys.append(broken.key);
        }
        m_screen.sayBroken(keys);
    }
}

void DeliveriesPresenter::tellFailure(const Error& error, bool tellsClerk)
{
    // Another run that is under way does the same work.
    const bool harmless = error.code == ErrorCode::HomeInUse || error.code == ErrorCode::Cancelled;
    if (!harmless) {
        emit reached(false);
    }
    if (tellsClerk) {
        m_screen.setFailed(wording::sentence(error));
    }
}

} // namespace sohoa::ui
