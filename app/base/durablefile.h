// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace sohoa {

/// Writes `data` to `path` so that it survives a power cut once this has returned: written to a temporary
/// file in the same folder, flushed to the disk, renamed over `path`, and the folder flushed too. Missing
/// folders are made (and flushed). On failure nothing is at `path` that was not there before. Errors:
/// DiskFull, ReadOnly, StorageFailed. Any thread; blocks for the disk.
[[nodiscard]] Status writeDurably(const QString& path, QByteArrayView data);

/// writeDurably, unless a file is at `path` already: then nothing is touched and the value is false.
/// Of several writers at once exactly one creates the file.
[[nodiscard]] Result<bool> writeDurablyIfAbsent(const QString& path, QByteArrayView data);

/// Makes a folder and its missing parents, each flushed to the disk.
[[nodiscard]] Status makeFolderDurably(const QString& path);

/// Reads a whole file. FileNotFound, FileUnreadable, or FileTooLarge above `limit` bytes.
[[nodiscard]] Result<QByteArray> readFile(const QString& path, qint64 limit);

/// The code for an errno value of a file operation: DiskFull for a full disk or quota, ReadOnly for missing
/// rights or a read-only disk, otherwise StorageFailed.
ErrorCode storageErrorFor(int systemError);

} // namespace sohoa
