// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/migrations.h"

#include <QDir>
#include <QFile>

#include <algorithm>

// The resources of a static library are dropped by the linker unless somebody asks for them; the macro wants
// to stand outside of every namespace.
static void initResources()
{
    Q_INIT_RESOURCE(storage_db);
}

namespace sohoa::storage {

namespace {

constexpr int numberDigits = 4;

struct SchemaFile
{
    int number = 0;
    QString path;
};

std::vector<SchemaFile> schemaFiles()
{
    initResources();
    std::vector<SchemaFile> files;
    const QStringList names =
        QDir(QStringLiteral(":/sohoa/db")).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        files.push_back({name.left(numberDigits).toInt(), QStringLiteral(":/sohoa/db/") + name});
    }
    return files;
}

Result<QByteArray> readScript(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::Internal, path);
    }
    return file.readAll();
}

Status apply(Connection& connection, const SchemaFile& file)
{
    SOHOA_ASSIGN(const QByteArray script, readScript(file.path));
    SOHOA_ASSIGN(Transaction transaction, Transaction::begin(connection));
    // Another process may have been faster.
    SOHOA_ASSIGN(const qint64 version, connection.integerOf("PRAGMA user_version"));
    if (version >= file.number) {
        return {};
    }
    SOHOA_TRY(connection.execute(script));
    SOHOA_TRY(connection.execute("PRAGMA user_version=" + QByteArray::number(file.number)));
    return transaction.commit();
}

} // namespace

int newestSchema()
{
    const std::vector<SchemaFile> files = schemaFiles();
    return files.empty() ? 0 : files.back().number;
}

Status migrate(Connection& connection, const QString& path)
{
    const std::vector<SchemaFile> files = schemaFiles();
    if (files.empty()) {
        return failure(ErrorCode::Internal, QStringLiteral("no schema compiled in"));
    }
    SOHOA_ASSIGN(const qint64 version, connection.integerOf("PRAGMA user_version"));
    if (version > files.back().number) {
        return failure(ErrorCode::DatabaseNewer,
                       QStringLiteral("schema %1, ours is %2").arg(version).arg(files.back().number));
    }
    SOHOA_ASSIGN(const qint64 application, connection.integerOf("PRAGMA application_id"));
    SOHOA_ASSIGN(const qint64 tables, connection.integerOf("SELECT COUNT(*) FROM sqlite_schema"));
    if (tables > 0 && application != journalApplicationId) {
        return failure(ErrorCode::DatabaseDamaged, QStringLiteral("not a journal"));
    }
    if (version == files.back().number) {
        return {};
    }
    if (version > 0) {
        SOHOA_TRY(copyDatabase(connection, path + QStringLiteral(".before-%1").arg(version)));
    }
    for (const SchemaFile& file : files) {
        SOHOA_TRY(apply(connection, file));
    }
    return {};
}

Status checkIntegrity(Connection& connection)
{
    SOHOA_ASSIGN(Statement check, connection.prepare("PRAGMA quick_check(5)"));
    QStringList complaints;
    while (true) {
        SOHOA_ASSIGN(const bool more, check.step());
        if (!more) {
            break;
        }
        complaints += check.text(0);
    }
    if (complaints != QStringList{QStringLiteral("ok")}) {
        return failure(ErrorCode::DatabaseDamaged, complaints.join(QStringLiteral("; ")));
    }
    SOHOA_ASSIGN(Statement foreign, connection.prepare("PRAGMA foreign_key_check"));
    SOHOA_ASSIGN(const bool broken, foreign.step());
    if (broken) {
        return failure(ErrorCode::DatabaseDamaged,
                       QStringLiteral("row of %1 without its %2").arg(foreign.text(0), foreign.text(2)));
    }
    return {};
}

} // namespace sohoa::storage
