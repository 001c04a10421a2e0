// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/async/bench.h"
#include "workflow/bundles.h"

#include <QObject>

namespace sohoa::ui {

class DeliveriesScreen;

/// Makes bundles to carry by hand, and takes them in.
class BundlePresenter final : public QObject
{
    Q_OBJECT

public:
    BundlePresenter(DeliveriesScreen& screen, const Bench& bench, QObject* parent = nullptr);
    ~BundlePresenter() override;
    /// Asks what is under way to end soon.
    void stop() { m_stop.request_stop(); }

signals:
    /// Something is on the outbox that was not.
    void takenIn();

private:
    void propose();
    void make(const QString& file);
    void takeIn(const QString& file, const QString& code);
    /// Tells the screen whenever another hundredth is done.
    [[nodiscard]] workflow::BundleProgress teller(const QString& sentence);

    DeliveriesScreen& m_screen;
    Bench m_bench;
    bool m_running = false;
    StopSource m_stop;
};

} // namespace sohoa::ui
