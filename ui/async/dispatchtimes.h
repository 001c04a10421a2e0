// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>
#include <vector>

class QEvent;
class QObject;

namespace sohoa::ui {

/// Processor time the calling thread has used so far, in milliseconds. What other programs take from us is
/// not in it, so it tells the same on a busy machine.
double threadProcessorMs();

/// How long one event kept the GUI thread: nothing else happened in the window meanwhile.
struct Dispatch
{
    QString what;           ///< "MetaCall QFutureWatcherBase in sohoa::ui::RatesPresenter > ..."
    double processorMs = 0; ///< without event loops that ran inside
    double wallMs = 0;      ///< the same by the clock on the wall: also waiting, also other programs

    bool operator==(const Dispatch&) const = default;
};

/// Measures every event the application hands out. The rule it watches: no event keeps the window for 50 ms.
/// GUI thread. Off unless somebody asks (see Application), because it asks two clocks at each event.
class DispatchTimes
{
public:
    struct Clocks
    {
        std::function<double()> processorMs;
        std::function<double()> wallMs;
    };
    /// @param told called with each event that took `noteworthyMs` or longer by either clock
    DispatchTimes(Clocks clocks, double noteworthyMs, std::function<void(const Dispatch&)> told);

    /// @param loopLevel how many event loops run in each other: an event of an inner loop is one of its own
    void begin(const QObject& receiver, const QEvent& event, int loopLevel);
    void end();

    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] double longestProcessorMs() const { return m_longest; }

private:
    struct Frame
    {
        const char* receiver = nullptr;
        const char* parent = nullptr; ///< class the receiver is in; null when there is none
        int event = 0;
        int loopLevel = 0;
        double processorMs = 0;
        double wallMs = 0;
        double innerProcessorMs = 0; ///< of event loops inside
        double innerWallMs = 0;
        QString longestPart = {};
        double longestPartMs = 0;
    };
    static QString describe(const Frame& frame);

    Clocks m_clocks;
    double m_noteworthyMs;
    std::function<void(const Dispatch&)> m_told;
    std::vector<Frame> m_frames;
    qint64 m_count = 0;
    double m_longest = 0;
};

} // namespace sohoa::ui
