// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QFile>
#include <QString>

#include <memory>

namespace sohoa::storage {

/// Renames a file or folder onto a name that is free (or, a file, onto another file) so that the new name
/// survives a power cut. DiskFull, ReadOnly, StorageFailed.
[[nodiscard]] Status moveDurably(const QString& from, const QString& to);

/// Flushes a file that is open for writing to the disk.
[[nodiscard]] Status flushToDisk(QFile& file);

/// Opens a file by its path, flushes it to the disk.
[[nodiscard]] Status flushToDisk(const QString& path);

} // namespace sohoa::storage
