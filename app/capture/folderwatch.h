// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/watchedfolder.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace sohoa::capture {

/// Says when it is time to look at a watched folder: when the system tells of a change, and now and then all
/// the same, because network drives tell of nothing. Lives in one thread with an event loop.
class FolderWatch final : public QObject
{
    Q_OBJECT

public:
    explicit FolderWatch(QObject* parent = nullptr);

    /// @param pause between two looks when nothing is told
    void start(const QString& folder, std::chrono::milliseconds pause = std::chrono::seconds(3));
    void stop();

signals:
    /// Look now; comes at once after start, and not more often than every half second.
    void due();

private:
    void notice();

    QString m_folder;
    QFileSystemWatcher m_watcher;
    QTimer m_poll;
    QTimer m_soon;
};

} // namespace sohoa::capture
