// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

struct sqlite3_vfs;

namespace sohoa::test {

/// Makes the disk under SQLite fail, for the whole process: the n-th write, flush or truncation and every one
/// after it. Installs itself as SQLite's default file system; connections opened before are not touched.
class FailingDisk
{
public:
    FailingDisk();
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;
    ~FailingDisk();

    /// @param after  operations that still succeed
    /// @param sqliteCode  what fails them: SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC
    void failAfter(int after, int sqliteCode);
    void heal();
    [[nodiscard]] bool hasFailed() const;
};

} // namespace sohoa::test
