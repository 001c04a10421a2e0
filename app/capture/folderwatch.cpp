// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/folderwatch.h"

namespace sohoa::capture {

namespace {

constexpr auto together = std::chrono::milliseconds(500); // changes that come in a rush are one

} // namespace

FolderWatch::FolderWatch(QObject* parent)
    : QObject(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(together);
    connect(&m_soon, &QTimer::timeout, this, &FolderWatch::notice);
    connect(&m_poll, &QTimer::timeout, this, &FolderWatch::notice);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] {
        if (!m_soon.isActive()) {
            m_soon.start();
        }
    });
}

void FolderWatch::start(const QString& folder, std::chrono::milliseconds pause)
{
    stop();
    m_folder = folder;
    m_poll.start(pause);
    QMetaObject::invokeMethod(this, &FolderWatch::notice, Qt::QueuedConnection);
}

void FolderWatch::stop()
{
    m_folder.clear();
    m_poll.stop();
    m_soon.stop();
    if (!m_watcher.directories().isEmpty()) {
        m_watcher.removePaths(m_watcher.directories());
    }
}

void FolderWatch::notice()
{
    if (m_folder.isEmpty()) {
        return;
    }
    // A folder that was gone and came back must be watched anew.
    if (m_watcher.directories().isEmpty()) {
        m_watcher.addPath(m_folder);
    }
    emit due();
}

} // namespace sohoa::capture
