// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/async/bench.h"
#include "workflow/delivery.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <mutex>
#include <optional>

namespace sohoa::workflow {
struct FetchSummary;
} // namespace sohoa::workflow

namespace sohoa::ui {

class BundlePresenter;
class DeliveriesScreen;

/// Delivers what waits: when the clerk asks for it, by itself every minute, and when the network comes back;
/// then takes in what other workstations wrote.
class DeliveriesPresenter final : public QObject
{
    Q_OBJECT

public:
    DeliveriesPresenter(DeliveriesScreen& screen, const Bench& bench, QObject* parent = nullptr);
    ~DeliveriesPresenter() override;

    void refresh();
    /// Asks what is under way to end soon.
    void stop();
    /// Sends what is due, without a word when nothing is wrong.
    void deliverInBackground();
    /// The network is back: what waited for it goes now.
    void lineIsBack();

signals:
    void changed();
    /// Whether the warehouse answered.
    void reached(bool answered);

private:
    void deliver(bool byClerk);
    [[nodiscard]] std::function<void(const workflow::DeliveryProgress&)> teller();
    void showProgress();
    void tellOutcome(const workflow::DeliverySummary& summary, bool tellsClerk);
    void tellFetched(const workflow::FetchSummary& fetched);
    void tellFailure(const Error& error, bool tellsClerk);

    DeliveriesScreen& m_screen;
    Bench m_bench;
    BundlePresenter* m_bundles;
    bool m_running = false;
    bool m_byClerk = false;    ///< the clerk asked for the run under way
    bool m_clerkWaits = false; ///< asked while a run that began by itself was under way
    StopSource m_stop;
    QTimer m_soon;
    QElapsedTimer m_sinceFetch;
    QElapsedTimer m_sinceAging; ///< of copies ///< since the logs of others were looked at
    std::mutex m_progressMutex;
    std::optional<workflow::DeliveryProgress> m_progress; ///< told by a worker, not shown yet
};

} // namespace sohoa::ui
