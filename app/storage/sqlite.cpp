// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/sqlite.h"

#include "base/durablefile.h"

#include <QFile>
#include <QRandomGenerator>

#include <sqlite3.h>

#include <limits>
#include <unordered_map>

namespace sohoa::storage {

namespace {

constexpr int busyMilliseconds = 5000;
constexpr int vietnamOffsetSeconds = 7 * 3600;

ErrorCode codeFor(int extended, int systemError)
{
    constexpr int primaryMask = 0xff;
    switch (extended & primaryMask) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ErrorCode::ReadOnly;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::DatabaseBusy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::DatabaseDamaged;
    case SQLITE_IOERR: {
        if (extended == SQLITE_IOERR_CORRUPTFS) {
            return ErrorCode::DatabaseDamaged;
        }
        const ErrorCode code = storageErrorFor(systemError);
        return code == ErrorCode::DiskFull ? code : ErrorCode::StorageFailed;
    }
    case SQLITE_CONSTRAINT:
        return ErrorCode::InvalidArgument;
    case SQLITE_ERROR:
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
    case SQLITE_MISMATCH:
        return ErrorCode::Internal;
    default:
        return ErrorCode::StorageFailed;
    }
}

/// Whether the database's file or its write-ahead log last failed for want of space. errno itself may have
/// been changed by the rollback that followed, and SQLite says "full" for ENOSPC only, not for a quota.
bool lastFailedForSpace(sqlite3* database)
{
    int systemError = 0;
    if (sqlite3_file_control(database, "main", SQLITE_FCNTL_LAST_ERRNO, &systemError) == SQLITE_OK &&
        storageErrorFor(systemError) == ErrorCode::DiskFull) {
        return true;
    }
    sqlite3_file* log = nullptr;
    return sqlite3_file_control(database, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) == SQLITE_OK &&
           log != nullptr && log->pMethods != nullptr &&
           log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &systemError) == SQLITE_OK &&
           storageErrorFor(systemError) == ErrorCode::DiskFull;
}

Error errorOf(sqlite3* database, const char* what)
{
    const int extended = sqlite3_extended_errcode(database);
    const QString detail =
        QStringLiteral("%1: %2").arg(QLatin1String(what), QString::fromUtf8(sqlite3_errmsg(database)));
    constexpr int primaryMask = 0xff;
    ErrorCode code = codeFor(extended, sqlite3_system_errno(database));
    if ((extended & primaryMask) == SQLITE_IOERR && lastFailedForSpace(database)) {
        code = ErrorCode::DiskFull;
    }
    return Error{code, detail};
}

} // namespace

/// Statements that nobody uses at the moment, by their text.
class StatementCache
{
public:
    StatementCache() = default;
    StatementCache(const StatementCache&) = delete;
    StatementCache& operator=(const StatementCache&) = delete;
    ~StatementCache() { clear(); }

    sqlite3_stmt* take(const std::string& sql)
    {
        const auto found = m_idle.find(sql);
        if (found == m_idle.end()) {
            return nullptr;
        }
        sqlite3_stmt* handle = found->second;
        m_idle.erase(found);
        return handle;
    }
    void give(const std::string& sql, sqlite3_stmt* handle)
    {
        constexpr std::size_t enough = 200;
        if (m_closed || m_idle.size() >= enough) {
            sqlite3_finalize(handle);
            return;
        }
        sqlite3_reset(handle);
        sqlite3_clear_bindings(handle);
        m_idle.emplace(sql, handle);
    }
    void clear()
    {
        for (const auto& [sql, handle] : m_idle) {
            sqlite3_finalize(handle);
        }
        m_idle.clear();
        m_closed = true;
    }

private:
    std::unordered_multimap<std::string, sqlite3_stmt*> m_idle;
    bool m_closed = false;
};

int Value::bindTo(sqlite3_stmt* statement, int index) const
{
    struct Binder
    {
        sqlite3_stmt* statement;
        int index;
        int operator()(std::monostate) const { return sqlite3_bind_null(statement, index); }
        int operator()(qint64 value) const { return sqlite3_bind_int64(statement, index, value); }
        int operator()(double value) const { return sqlite3_bind_double(statement, index, value); }
        int operator()(const QString& value) const
        {
            const QByteArray bytes = value.toUtf8();
            return sqlite3_bind_text64(statement, index, bytes.constData(),
                                       static_cast<sqlite3_uint64>(bytes.size()), SQLITE_TRANSIENT,
                                       SQLITE_UTF8);
        }
        int operator()(const QByteArray& value) const
        {
            // A null pointer would bind NULL.
            return sqlite3_bind_blob64(statement, index, value.isEmpty() ? "" : value.constData(),
                                       static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT);
        }
    };
    return std::visit(Binder{statement, index}, m_value);
}

Statement::Statement(sqlite3* database, std::shared_ptr<StatementCache> cache, std::string sql,
                     sqlite3_stmt* handle)
    : m_database(database)
    , m_cache(std::move(cache))
    , m_sql(std::move(sql))
    , m_handle(handle)
{
}

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database)
    , m_cache(std::move(other.m_cache))
    , m_sql(std::move(other.m_sql))
    , m_handle(std::exchange(other.m_handle, nullptr))
{
}

Statement::~Statement()
{
    if (m_handle != nullptr) {
        m_cache->give(m_sql, m_handle);
    }
}

Status Statement::bindAll(const Value* values, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        if (values[i].bindTo(m_handle, static_cast<int>(i) + 1) != SQLITE_OK) {
            return failure(errorOf(m_database, "bind"));
        }
    }
    return {};
}

Status Statement::bind(std::initializer_list<Value> values)
{
    return bindAll(values.begin(), values.size());
}

Status Statement::bind(const std::vector<Value>& values)
{
    return bindAll(values.data(), values.size());
}

Result<bool> Statement::step()
{
    switch (sqlite3_step(m_handle)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return failure(errorOf(m_database, "step"));
    }
}

void Statement::reset()
{
    sqlite3_reset(m_handle); // repeats the error of step(), which was reported then
    sqlite3_clear_bindings(m_handle);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_handle, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_handle, column);
}

QString Statement::text(int column) const
{
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_handle, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_handle, column));
}

QByteArray Statement::blob(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_handle, column));
    return QByteArray(bytes, sqlite3_column_bytes(m_handle, column));
}

QDateTime Statement::time(int column) const
{
    return isNull(column)
               ? QDateTime()
               : QDateTime::fromMSecsSinceEpoch(integer(column), Qt::OffsetFromUTC, vietnamOffsetSeconds);
}

std::optional<QDateTime> Statement::optionalTime(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(time(column));
}

std::optional<int> Statement::optionalNumber(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(number(column));
}

void Connection::Closer::operator()(sqlite3* database) const noexcept
{
    sqlite3_close_v2(database);
}

Connection::Connection(sqlite3* database)
    : m_database(database)
    , m_cache(std::make_shared<StatementCache>())
{
}

Result<Connection> Connection::openWith(const QString& path, int flags)
{
    sqlite3* database = nullptr;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &database,
                                     flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    if (database == nullptr) {
        return failure(ErrorCode::StorageFailed, QStringLiteral("SQLite has no memory"));
    }
    Connection connection(database);
    if (code != SQLITE_OK) {
        return failure(connection.lastError("open"));
    }
    if (sqlite3_busy_timeout(database, busyMilliseconds) != SQLITE_OK) {
        return failure(connection.lastError("busy time-out"));
    }
    return connection;
}

Result<Connection> Connection::open(const QString& path, Mode mode)
{
    SOHOA_ASSIGN(Connection connection,
                 openWith(path, SQLITE_OPEN_READWRITE | (mode == Mode::Create ? SQLITE_OPEN_CREATE : 0)));
    int on = 0;
    if (sqlite3_db_config(connection.handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, &on) != SQLITE_OK) {
        return failure(connection.lastError("defensive"));
    }
    SOHOA_TRY(
        connection.execute("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON;"
                           "PRAGMA temp_store=MEMORY; PRAGMA secure_delete=FAST;"));
    SOHOA_TRY(connection.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                                 "PRAGMA journal_size_limit=16777216;"));
    if (mode == Mode::QueryOnly) {
        SOHOA_TRY(connection.execute("PRAGMA query_only=ON"));
    }
    return connection;
}

Result<Connection> Connection::openInMemory()
{
    SOHOA_ASSIGN(Connection connection,
                 openWith(QStringLiteral(":memory:"), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
    SOHOA_TRY(connection.execute("PRAGMA journal_mode=OFF; PRAGMA temp_store=MEMORY"));
    return connection;
}

Result<Connection> Connection::openPlain(const QString& path, bool forWriting)
{
    return openWith(path, forWriting ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
}

Status Connection::execute(const char* script)
{
    if (sqlite3_exec(handle(), script, nullptr, nullptr, nullptr) != SQLITE_OK) {
        return failure(lastError("execute"));
    }
    return {};
}

Result<Statement> Connection::prepare(const std::string& sql)
{
    sqlite3_stmt* handle = m_cache->take(sql);
    if (handle == nullptr &&
        sqlite3_prepare_v3(m_database.get(), sql.c_str(), static_cast<int>(sql.size()) + 1,
                           SQLITE_PREPARE_PERSISTENT, &handle, nullptr) != SQLITE_OK) {
        return failure(lastError("prepare"));
    }
    return Statement(m_database.get(), m_cache, sql, handle);
}

Status Connection::run(const std::string& sql, std::initializer_list<Value> values)
{
    SOHOA_ASSIGN(Statement statement, prepare(sql));
    SOHOA_TRY(statement.bind(values));
    bool more = true;
    while (more) {
        SOHOA_ASSIGN(more, statement.step());
    }
    return {};
}

Result<qint64> Connection::integerOf(const std::string& sql, std::initializer_list<Value> values)
{
    SOHOA_ASSIGN(Statement statement, prepare(sql));
    SOHOA_TRY(statement.bind(values));
    SOHOA_ASSIGN(const bool found, statement.step());
    return found ? statement.integer(0) : 0;
}

qint64 Connection::changedRows() const
{
    return sqlite3_changes(m_database.get());
}

qint64 Connection::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_database.get());
}

Error Connection::lastError(const char* what) const
{
    return errorOf(m_database.get(), what);
}

Transaction::Transaction(Connection& connection)
    : m_connection(&connection)
{
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

Result<Transaction> Transaction::begin(Connection& connection)
{
    SOHOA_TRY(connection.execute("BEGIN IMMEDIATE"));
    return Transaction(connection);
}

Transaction::~Transaction()
{
    // After some errors (disk full, I/O) SQLite has rolled back by itself.
    if (m_connection != nullptr && sqlite3_get_autocommit(m_connection->handle()) == 0) {
        static_cast<void>(m_connection->execute("ROLLBACK"));
    }
}

Status Transaction::commit()
{
    SOHOA_TRY(m_connection->execute("COMMIT"));
    m_connection = nullptr;
    return {};
}

namespace {

/// Copies everything at once: between steps a writer could come in, and the copy would begin again.
Status copyInto(Connection& to, Connection& from)
{
    constexpr int allPages = -1;
    sqlite3_backup* backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (backup == nullptr) {
        return failure(to.lastError("backup"));
    }
    const int code = sqlite3_backup_step(backup, allPages);
    sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE) {
        return failure(codeFor(code, sqlite3_system_errno(to.handle())), QStringLiteral("backup"));
    }
    return {};
}

/// Fills a new file of that name, which survives a power cut then.
Status copyDurably(Connection& from, const QString& part)
{
    {
        SOHOA_ASSIGN(Connection to, Connection::openPlain(part, true));
        // The copy is flushed below; a rollback journal for a file that nobody knows yet is of no use.
        SOHOA_TRY(to.execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF"));
        SOHOA_TRY(copyInto(to, from));
        // A copy of a WAL database says it is one; make it a single file.
        SOHOA_TRY(to.execute("PRAGMA journal_mode=DELETE"));
    }
    // A file system without owners says no; what is personal in it is sealed.
    static_cast<void>(QFile::setPermissions(part, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    QFile copied(part);
    if (!copied.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)) {
        return failure(ErrorCode::StorageFailed, copied.errorString());
    }
    return flushToDisk(copied);
}

} // namespace

Status copyDatabase(Connection& from, const QString& path)
{
    // A name of its own: another process may be making the same copy.
    const QString part =
        path +
        QStringLiteral(".%1.part").arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
    Status copied = copyDurably(from, part);
    if (copied) {
        copied = moveDurably(part, path);
    }
    if (!copied) {
        QFile::remove(part);
    }
    return copied;
}

} // namespace sohoa::storage
