// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/async.h"
#include "base/stoptoken.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>
#include <QtConcurrentRun>

namespace sohoa::ui {

/// Where the screens send work that may touch a disk, a picture or the line, so that the window never waits.
/// Its destructor waits for what is still running, so work may refer to objects that outlive the worker.
class Worker final
{
public:
    explicit Worker(int threads) { m_pool.setMaxThreadCount(threads); }
    ~Worker() { join(); }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// Drops what has not begun and waits for what has.
    void join()
    {
        m_pool.clear();
        m_pool.waitForDone();
    }

    /// Runs `work` in the pool and hands its result to `take` in the thread of `guard`; never when guard is
    /// gone by then. GUI thread.
    template<typename Work, typename Take>
    void run(QObject* guard, Work work, Take take)
    {
        onFinished(QtConcurrent::run(&m_pool, std::move(work)), guard, std::move(take));
    }

private:
    QThreadPool m_pool;
};

} // namespace sohoa::ui
