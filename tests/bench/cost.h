// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

#include <chrono>

namespace sohoa::bench {

/// Processor time of this process, all threads, user and system, in milliseconds.
double processorMilliseconds();
/// Most memory this process ever had resident, in MiB; 0 where the system does not say.
double peakMebibytes();
/// What the system says of its processor and how busy it is; empty where it does not say.
QString processorName();
QString loadAverages();

/// What a program that ran to its end cost, the programs it started included.
struct ChildCost
{
    int exitCode = 0;       ///< -1 when a signal ended it
    double processorMs = 0; ///< user and system
    double wallMs = 0;
    double peakMebibytes = 0; ///< of the largest of its processes
    QByteArray output;        ///< of standard output
};

/// Runs a program and waits for it. Its standard error goes nowhere.
/// The peak is at least the memory this process has at the time of the call: Linux counts it before the new
/// program takes its place. Measure memory before anything large is held here.
/// @return FileNotFound when it is not installed, Unsupported on systems where this cannot be measured,
///         Internal when it does not start
[[nodiscard]] Result<ChildCost> runChild(const QString& program, const QStringList& arguments);

/// Stopwatch of both times.
class Watch
{
public:
    Watch()
        : m_wall(std::chrono::steady_clock::now())
        , m_processor(processorMilliseconds())
    {
    }
    [[nodiscard]] double processorMs() const { return processorMilliseconds() - m_processor; }
    [[nodiscard]] double wallMs() const
    {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_wall).count();
    }

private:
    std::chrono::steady_clock::time_point m_wall;
    double m_processor;
};

} // namespace sohoa::bench
