// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/backup.h"

namespace sohoa::storage {

QString journalPath(const QString& home)
{
    return home + QStringLiteral("/journal.db");
}

QString vaultPath(const QString& home)
{
    return home + QStringLiteral("/vault");
}

QString keyPath(const QString& home)
{
    return home + QStringLiteral("/key");
}

QString keyInfoPath(const QString& home)
{
    return home + QStringLiteral("/key.json");
}

QString backupsPath(const QString& home)
{
    return home + QStringLiteral("/backups");
}

} // namespace sohoa::storage
