// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/deliveries/deliveriespresenter.h"

#include "ui/deliveries/deliveriesscreen.h"
#include "wording/errors.h"
#include "workflow/workspace.h"

namespace sohoa::ui {

DeliveriesPresenter::DeliveriesPresenter(DeliveriesScreen& screen, const Bench& bench, QObject* parent)
    : QObject(parent)
    , m_screen(screen)
    , m_bench(bench)
{
    connect(&screen, &DeliveriesScreen::sendNowWanted, this, [this] { deliver(true); });
    connect(screen.busy(), &BusyLine::cancelled, this, [this] { m_stop.request_stop(); });
}

DeliveriesPresenter::~DeliveriesPresenter()
{
    m_stop.request_stop();
}

void DeliveriesPresenter::refresh()
{
    m_bench.journal.run(
        this, [this] { return workflow::Delivery(m_bench.workspace).waiting(); },
        [this](const Result<std::vector<workflow::WaitingItem>>& items) {
            if (items) {
                m_screen.setWaiting(*items, m_bench.workspace.clock().now());
            } else {
                m_screen.notice()->say(Tone::Danger, wording::sentence(items.error()));
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
        return;
    }
    m_running = true;
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
            if (summary) {
                const auto& stopped = summary->stoppedBy;
                const bool cancelled = stopped && stopped->code == ErrorCode::Cancelled;
                if (!cancelled) {
                    emit reached(!stopped);
                }
                if (byClerk) {
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
                if (byClerk) {
                    m_screen.setFailed(wording::sentence(summary.error()));
                }
            }
            refresh();
            emit changed();
        });
}

} // namespace sohoa::ui
