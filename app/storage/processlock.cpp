// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/processlock.h"

#include "storage/sqlite.h"

namespace sohoa::storage {

// The locks of an empty SQLite database: they are the system's own on every platform, SQLite keeps threads of
// one process apart as well, and they end with the process. QLockFile was here before: killed between making
// its file and writing its number, it locked the home for ever.
struct ProcessLock::Held
{
    Connection connection;
};

ProcessLock::ProcessLock(std::unique_ptr<Held> held)
    : m_held(std::move(held))
{
}

ProcessLock::ProcessLock(ProcessLock&&) noexcept = default;
ProcessLock& ProcessLock::operator=(ProcessLock&&) noexcept = default;
ProcessLock::~ProcessLock() = default;

Result<ProcessLock> ProcessLock::take(const QString& path)
{
    SOHOA_ASSIGN(Connection connection, Connection::openPlain(path, true));
    const Status taken = connection.execute("PRAGMA busy_timeout=0; BEGIN EXCLUSIVE");
    if (!taken) {
        return failure(taken.error().code == ErrorCode::DatabaseBusy ? ErrorCode::HomeInUse
                                                                     : taken.error().code,
                       taken.error().detail);
    }
    return ProcessLock(std::make_unique<Held>(Held{std::move(connection)}));
}

} // namespace sohoa::storage
