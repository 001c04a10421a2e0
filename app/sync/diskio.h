// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QFile>
#include <QString>

namespace sohoa::sync {

// What FolderWarehouse needs of the disk beyond base/durablefile.h.

/// Writes `bytes` at `offset`, makes the file end there, and flushes it to the disk. Makes the file when
/// offset is 0. Errors as in base/durablefile.h; blocks for the disk.
[[nodiscard]] Status writeDurablyAt(const QString& path, qint64 offset, QByteArrayView bytes);

/// Asks the system to forget what it keeps of an open, flushed file in memory, so that reading it really
/// reads the disk. Does nothing where the system has no such call.
void dropFromCache(QFile& file);

} // namespace sohoa::sync
