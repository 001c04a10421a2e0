// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/async/dispatchtimes.h"

#include <QEvent>
#include <QMetaEnum>
#include <QObject>

#include <algorithm>

namespace sohoa::ui {

namespace {

/// What a part must have taken to be named.
constexpr double partMs = 5;

QString nameOf(const char* className, const char* parentName)
{
    const QString name = QString::fromLatin1(className);
    return parentName == nullptr ? name
                                 : QStringLiteral("%1 in %2").arg(name, QString::fromLatin1(parentName));
}

} // namespace

DispatchTimes::DispatchTimes(Clocks clocks, double noteworthyMs, std::function<void(const Dispatch&)> told)
    : m_clocks(std::move(clocks))
    , m_noteworthyMs(noteworthyMs)
    , m_told(std::move(told))
{
}

void DispatchTimes::begin(const QObject& receiver, const QEvent& event, int loopLevel)
{
    Frame frame;
    // Names only: the receiver may be gone when the event has been dealt with.
    frame.receiver = receiver.metaObject()->className();
    frame.parent = receiver.parent() != nullptr ? receiver.parent()->metaObject()->className() : nullptr;
    frame.event = event.type();
    frame.loopLevel = loopLevel;
    frame.processorMs = m_clocks.processorMs();
    frame.wallMs = m_clocks.wallMs();
    m_frames.push_back(std::move(frame));
}

void DispatchTimes::end()
{
    Frame frame = std::move(m_frames.back());
    m_frames.pop_back();
    const double wholeProcessor = m_clocks.processorMs() - frame.processorMs;
    const double wholeWall = m_clocks.wallMs() - frame.wallMs;
    const Dispatch dispatch{describe(frame), wholeProcessor - frame.innerProcessorMs,
                            wholeWall - frame.innerWallMs};
    if (!m_frames.empty() && m_frames.back().loopLevel == frame.loopLevel) {
        // A part of another event: sent from inside it.
        Frame& outer = m_frames.back();
        outer.innerProcessorMs += frame.innerProcessorMs;
        outer.innerWallMs += frame.innerWallMs;
        if (dispatch.processorMs > std::max(partMs, outer.longestPartMs)) {
            outer.longestPart = dispatch.what;
            outer.longestPartMs = dispatch.processorMs;
        }
        return;
    }
    if (!m_frames.empty()) {
        // An event of a loop inside: it had its turn, the window lived meanwhile.
        m_frames.back().innerProcessorMs += wholeProcessor;
        m_frames.back().innerWallMs += wholeWall;
    }
    ++m_count;
    m_longest = std::max(m_longest, dispatch.processorMs);
    if (dispatch.processorMs >= m_noteworthyMs || dispatch.wallMs >= m_noteworthyMs) {
        m_told(dispatch);
    }
}

QString DispatchTimes::describe(const Frame& frame)
{
    const char* type = QMetaEnum::fromType<QEvent::Type>().valueToKey(frame.event);
    const QString self = QStringLiteral("%1 %2").arg(type != nullptr ? QString::fromLatin1(type)
                                                                     : QString::number(frame.event),
                                                     nameOf(frame.receiver, frame.parent));
    return frame.longestPart.isEmpty() ? self : QStringLiteral("%1 > %2").arg(self, frame.longestPart);
}

} // namespace sohoa::ui
