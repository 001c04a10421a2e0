// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace sohoa {

/// Calls `take(result)` in the thread of `guard` when `future` has its one result. If `guard` dies first, or
/// the future is cancelled, `take` never runs. (QFuture::then(context, f) of Qt 6.4 aborts a debug build when
/// the context dies.) Call from the thread of `guard`.
template<typename T, typename Take>
void onFinished(const QFuture<T>& future, QObject* guard, Take take)
{
    auto* watcher = new QFutureWatcher<T>(guard);
    QObject::connect(watcher, &QFutureWatcher<T>::finished, guard,
                     [watcher, take = std::move(take)]() mutable {
                         const QFuture<T> done = watcher->future();
                         watcher->deleteLater();
                         if (done.isCanceled()) {
                             return;
                         }
                         if constexpr (std::is_void_v<T>) {
                             take();
                         } else if (done.resultCount() > 0) {
                             take(done.result());
                         }
                     });
    watcher->setFuture(future);
}

} // namespace sohoa
