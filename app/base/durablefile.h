// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

namespace sohoa {

/// Writes `data` to `path` so that it survives a power cut once this has returned: written to a temporary
/// file in the same folder (`path` + ".<16 hex digits>.part"), flushed to the disk, renamed over `path`, and
/// the folder flushed too. Only its owner may read it, where the file system knows owners. Missing folders
/// are made (and flushed). On failure `path` is as it was, or, when only the very last flush failed, what was
/// to be: call again. A program that is killed may leave the temporary file behind. Errors: DiskFull,
/// ReadOnly, StorageFailed. Any thread; blocks for the disk.
[[nodiscard]] Status writeDurably(const QString& path, QByteArrayView data);

/// writeDurably, unless a file is at `path` already: then nothing is touched and the value is false, and the
/// one who made it may not have flushed it yet (flushDurably). Of several writers at once exactly one creates
/// the file; see moveDurablyIfAbsent.
[[nodiscard]] Result<bool> writeDurablyIfAbsent(const QString& path, QByteArrayView data);

/// Makes a folder and its missing parents, each flushed to the disk.
[[nodiscard]] Status makeFolderDurably(const QString& path);

/// Renames a file or folder onto a name that is free, or a file onto another file, so that the new name
/// survives a power cut. The content must have been flushed. Where another program holds the file for a
/// moment (an antivirus program on Windows), it is tried for about a second. DiskFull, ReadOnly,
/// StorageFailed.
[[nodiscard]] Status moveDurably(const QString& from, const QString& to);

/// moveDurably, unless something is at `to` already: false, and nothing is touched. Of several at once one
/// wins, in one step of the system. Only where that has neither such a rename nor links (FAT through an old
/// driver in user space) a name that comes up in the same instant may be replaced.
[[nodiscard]] Result<bool> moveDurablyIfAbsent(const QString& from, const QString& to);

/// Flushes a file that is open for writing to the disk.
[[nodiscard]] Status flushToDisk(QFile& file);

/// Flushes a file that is there already, and its folder: the writer before us may have died in between.
[[nodiscard]] Status flushDurably(const QString& path);

/// Flushes the names in a folder, where the system does not do so by itself.
[[nodiscard]] Status flushFolder(const QString& path);

/// Reads a whole file. FileNotFound, FileUnreadable, or FileTooLarge above `limit` bytes.
[[nodiscard]] Result<QByteArray> readFile(const QString& path, qint64 limit);

/// The code for an errno value of a file operation: DiskFull for a full disk or quota, ReadOnly for missing
/// rights or a read-only disk, otherwise StorageFailed.
ErrorCode storageErrorFor(int systemError);

/// An error with that code; `what` says what was tried.
Error systemFailure(int systemError, const QString& what);

} // namespace sohoa
