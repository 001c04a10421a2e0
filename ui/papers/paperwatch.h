// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "capture/profile.h"
#include "ui/async/bench.h"
#include "ui/settings/lookandscan.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace sohoa::ui {

/// Looks after the feeder of a scanner that tells of its paper, so that a stack is fed when it is put in. A
/// worker of its own asks the device; the window never waits for it.
///
/// Only paper that is put in after the feeder was seen empty counts: what is left of a stack after a jam lies
/// where it is until somebody presses a key. GUI thread.
class PaperWatch final : public QObject
{
    Q_OBJECT

public:
    /// Which feeder is to be watched.
    struct Wish
    {
        ScanChoice choice;
        capture::ScanProfile profile;

        bool operator==(const Wish&) const = default;
    };

    /// @param wish asked again and again while `screen` is shown; nothing: no feeder is watched now
    PaperWatch(QWidget& screen, ScannerSource scanners, std::function<std::optional<Wish>()> wish,
               PaperPace pace = {}, QObject* parent = nullptr);
    ~PaperWatch() override;

    /// Asks at once what is wanted; to be called when something begins or ends that uses the scanner.
    void look();
    /// Asks the worker to end soon.
    void stop();
    /// Held while the device is watched. Whoever scans waits for it in a worker, after look() or stop().
    [[nodiscard]] std::shared_ptr<std::mutex> turn() const { return m_turn; }

signals:
    /// The device is watched from now on.
    void watching();
    void paperPutIn();
    /// The scanner does not tell of its paper: somebody has to press a key. Said once for each wish.
    void cannotTell();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow(const std::optional<Wish>& wish);
    void begin();
    void takeUp(int request, const Status& put);

    ScannerSource m_scanners;
    std::function<std::optional<Wish>()> m_wish;
    PaperPace m_pace;
    std::optional<Wish> m_watched;
    std::optional<Wish> m_blind; ///< its scanner does not tell
    int m_request = 0;           ///< answers to older ones are dropped
    bool m_shown;                ///< the screen is in sight
    StopSource m_stop;
    QTimer m_look;
    QTimer m_settle;
    QTimer m_again;
    QTimer m_longest;
    std::shared_ptr<std::mutex> m_turn = std::make_shared<std::mutex>();
    Worker m_worker{1}; ///< last: its end waits for what refers to the others
};

} // namespace sohoa::ui
