// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QFile>
#include <QString>

namespace sohoa::sync {

/// What FolderWarehouse needs of the disk beyond base/durablefile.h. All block for the disk; errors as there.

/// Writes `bytes` at `offset`, makes the file end there, and flushes it to the disk. Makes the file when
/// offset is 0.
[[nodiscard]] Status writeDurablyAt(const QString& path, qint64 offset, QByteArrayView bytes);

/// Renames a flushed file over `to` and flushes the folder.
[[nodiscard]] Status renameDurably(const QString& from, const QString& to);

/// Flushes a file that is there already, and its folder: a writer before us may have died in between.
[[nodiscard]] Status flushDurably(const QString& path);

/// Asks the system to forget what it keeps of an open, flushed file in memory, so that reading it really
/// reads the disk. Does nothing where the system has no such call.
void dropFromCache(QFile& file);

} // namespace sohoa::sync
