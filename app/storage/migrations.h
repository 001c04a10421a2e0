// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/sqlite.h"

namespace sohoa::storage {

/// PRAGMA application_id of a journal, as in 0001_first.sql.
inline constexpr qint64 journalApplicationId = 0x5348314D;

/// The number of the newest resources/db/NNNN_name.sql.
int newestSchema();

/// Brings a database to the newest schema: each file and its user_version in one transaction. An existing
/// database is copied to `<path>.before-N` first, N the number of its schema. DatabaseNewer for a schema
/// newer than ours, DatabaseDamaged for a database that is not a journal.
[[nodiscard]] Status migrate(Connection& connection, const QString& path);

/// Quick check of structure and foreign keys. DatabaseDamaged with what SQLite found; changes nothing.
[[nodiscard]] Status checkIntegrity(Connection& connection);

} // namespace sohoa::storage
