// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/deliveries/deliveriespresenter.h"

#include "ui/deliveries/deliveriesscreen.h"
#include "wording/errors.h"
#include "workflow/workspace.h"

#include <utility>

namespace sohoa::ui {

namespace {

struct Waiting
{
    std::vector<workflow::WaitingItem> items;
    int changes = 0; ///< in no entry of the log yet
};

Result<Waiting> waitingOf(const workflow::Workspace& workspace)
{
    const workflow::Delivery delivery(workspace);
    Waiting waiting;
    SOHOA_ASSIGN(waiting.items, delivery.waiting());
    SOHOA_ASSIGN(const workflow::WaitingCounts counts, delivery.counts());
    waiting.changes = counts.changes;
    return waiting;
}

} // namespace

DeliveriesPresenter::DeliveriesPresenter(DeliveriesScreen& screen, const Bench& bench, QObject* parent)
    : QObject(parent)
    , m_screen(screen)
    , m_bench(bench)
{
    connect(&screen, &DeliveriesScreen::sendNowWanted, this, [this] { deliver(true); });
    connect(screen.busy(), &BusyLine::cancelled, this, &DeliveriesPresenter::stop);
}

DeliveriesPresenter::~DeliveriesPresenter()
{
    m_stop.request_stop();
}

void DeliveriesPresenter::refresh()
{
    m_bench.journal.run(
        this, [this] { return waitingOf(m_bench.workspace); },
        [this](const Result<Waiting>& waiting) {
            if (waiting) {
                m_screen.setWaiting(waiting->items, waiting->changes, m_bench.workspace.clock().now());
            } else {
                m_screen.notice()->say(Tone::Danger, wording::sentence(waiting.error()));
            }
        });
}

void DeliveriesPresenter::deliverInBackground()
{
    deliver(false);
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
    // The workers are joined before this object dies, so it is there whenever progress is told.
    const auto tell = [this, byClerk](const workflow::DeliveryProgress& progress) {
        if (byClerk) {
            QMetaObject::invokeMethod(
                this,
                [this, progress] {
                    if (m_running) {
                        m_screen.setProgress(progress);
                    }
                },
                Qt::QueuedConnection);
        }
    };
    m_bench.errands.run(
        this,
        [this, byClerk, stop = m_stop.get_token(), tell] {
            return workflow::Delivery(m_bench.workspace).deliver(byClerk, stop, tell);
        },
        [this, byClerk](const Result<workflow::DeliverySummary>& summary) {
            m_running = false;
            const bool clerkWaits = std::exchange(m_clerkWaits, false);
            const bool goesOn = clerkWaits && !m_stop.stop_requested();
            const bool tellsClerk = (byClerk || clerkWaits) && !goesOn;
            if (summary) {
                const auto& stopped = summary->stoppedBy;
                const bool cancelled = stopped && stopped->code == ErrorCode::Cancelled;
                if (!cancelled) {
                    emit reached(!stopped);
                }
                if (tellsClerk) {
                    m_screen.setFinished(*summary,
                                         stopped && !cancelled ? wording::sentence(*stopped) : QString());
                }
            } else {
                // Another run that is under way does the same work.
                const bool harmless = summary.error().code == ErrorCode::HomeInUse ||
                                      summary.error().code == ErrorCode::Cancelled;
                if (!harmless) {
                    emit reached(false);
                }
                if (tellsClerk) {
                    m_screen.setFailed(wording::sentence(summary.error()));
                }
            }
            refresh();
            emit changed();
            if (goesOn) {
                deliver(true);
            }
        });
}

} // namespace sohoa::ui
