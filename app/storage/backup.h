// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/stoptoken.h"

#include <QString>

#include <functional>

namespace sohoa::storage {

/// Where things lie in a home.
QString journalPath(const QString& home); ///< <home>/journal.db
QString vaultPath(const QString& home);   ///< <home>/vault
QString keyPath(const QString& home);     ///< <home>/key, when the key lies in a file
QString keyInfoPath(const QString& home); ///< <home>/key.json
QString backupsPath(const QString& home); ///< <home>/backups
QString secretsPath(const QString& home); ///< <home>/secrets: sealed, where the system has no key store

/// Copies the journal with SQLite's backup API to `<home>/backups/journal-YYYYMMDD-HHMMSS.db` unless one of
/// today is there, flushed to the disk, and removes older ones except one of each of the last 7 days and one
/// of each of the last 4 weeks. Sealed values stay sealed. Call at start and once a day from a worker thread.
/// @return path of the new copy; empty when today's was there
[[nodiscard]] Result<QString> backupJournalDaily(const QString& home, const Clock& clock);

/// What an export holds.
struct BackupSummary
{
    qint64 files = 0;
    qint64 bytes = 0;
    bool keyIncluded = false; ///< the key lies in a file and is in the export: lock the export away
};

using BackupProgress = std::function<void(qint64 bytesDone, qint64 bytesTotal)>;

/// Writes the whole home to one file, in constant memory: journal (a consistent snapshot), vault, `key.json`,
/// the key only when it lies in a file, and the other files on top of the home. Format in
/// app/storage/homebackup.cpp. The file appears under its name only when it is complete and flushed. A key in
/// the key store of the system is not in it: see KeyStore::recoveryText. Keys to the warehouse never are: a
/// home that is restored is enrolled again.
/// Errors: HomeMissing, FileUnreadable, FileChanged (one became shorter), those of writeDurably, Cancelled.
[[nodiscard]] Result<BackupSummary> exportBackup(const QString& home, const QString& file, const Clock& clock,
                                                 const StopToken& stop = {},
                                                 const BackupProgress& progress = {});

/// Makes `home` of such a file: everything is read and checked beside it first, then renamed into place.
/// Errors: InvalidArgument (home is not empty), FileNotFound, FileUnreadable, BackupInvalid (any byte is not
/// as it was written, or there is no journal in it), those of writeDurably, Cancelled.
[[nodiscard]] Result<BackupSummary> restoreBackup(const QString& file, const QString& home,
                                                  const StopToken& stop = {},
                                                  const BackupProgress& progress = {});

} // namespace sohoa::storage
