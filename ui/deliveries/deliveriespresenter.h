// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/async/bench.h"

#include <QObject>

namespace sohoa::ui {

class DeliveriesScreen;

/// Delivers what waits: when the clerk asks for it, and by itself every minute.
class DeliveriesPresenter final : public QObject
{
    Q_OBJECT

public:
    DeliveriesPresenter(DeliveriesScreen& screen, const Bench& bench, QObject* parent = nullptr);
    ~DeliveriesPresenter() override;

    void refresh();
    /// Asks what is under way to end soon.
    void stop() { m_stop.request_stop(); }
    /// Sends what is due, without a word when nothing is wrong.
    void deliverInBackground();

signals:
    void changed();
    /// Whether the warehouse answered.
    void reached(bool answered);

private:
    void deliver(bool byClerk);

    DeliveriesScreen& m_screen;
    Bench m_bench;
    bool m_running = false;
    bool m_byClerk = false;    ///< the clerk asked for the run under way
    bool m_clerkWaits = false; ///< asked while a run that began by itself was under way
    StopSource m_stop;
};

} // namespace sohoa::ui
