// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace sohoa::capture {

/// A path that could not be listed.
struct UnreadablePath
{
    QString path;
    Error error; ///< FileNotFound, FileUnreadable
};

struct FileList
{
    QStringList files; ///< in the order given; files of a folder in natural order (p2 before p10)
    std::vector<UnreadablePath> unreadable;
};

/// The files behind paths a person gave: a file is taken whatever its name, of a folder and the folders in it
/// those that are named like pages (jpg, jpeg, png, tif, tiff, pdf, in capitals or not). Hidden files and
/// links to folders are passed over, so that no loop is walked. Any thread; blocks for the disk.
FileList expandPaths(const QStringList& paths);

/// Largest file that is taken in.
inline constexpr qint64 largestFile = 512LL * 1024 * 1024;

/// The content of a file that nobody is writing: FileChanged when its length or time changed while it was
/// read. Errors: FileNotFound, FileUnreadable, FileEmpty, FileTooLarge (above `limit` bytes), FileChanged.
[[nodiscard]] Result<QByteArray> readStable(const QString& path, qint64 limit = largestFile);

} // namespace sohoa::capture
