// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <initializer_list>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace sohoa::storage {

class StatementCache;

/// A value bound to a parameter. Times are kept as milliseconds since 1970, an invalid one as NULL.
class Value
{
public:
    Value(std::nullptr_t) {}
    Value(bool value)
        : m_value(qint64(value))
    {
    }
    Value(int value)
        : m_value(qint64(value))
    {
    }
    Value(qint64 value)
        : m_value(value)
    {
    }
    Value(double value)
        : m_value(value)
    {
    }
    Value(QString value)
        : m_value(std::move(value))
    {
    }
    Value(QByteArray value)
        : m_value(std::move(value))
    {
    }
    Value(const QDateTime& value)
    {
        if (value.isValid()) {
            m_value = value.toMSecsSinceEpoch();
        }
    }
    template<typename T>
    Value(const std::optional<T>& value)
    {
        if (value) {
            *this = Value(*value);
        }
    }

    [[nodiscard]] int bindTo(sqlite3_stmt* statement, int index) const;

private:
    std::variant<std::monostate, qint64, double, QString, QByteArray> m_value;
};

/// A prepared statement on loan from its connection's cache. Move only; same thread rules as the connection.
class Statement
{
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    /// Binds the parameters ?1, ?2 ... in order.
    [[nodiscard]] Status bind(std::initializer_list<Value> values);
    [[nodiscard]] Status bind(const std::vector<Value>& values);
    /// @return whether there is a row
    [[nodiscard]] Result<bool> step();
    /// Makes it ready to be bound and stepped again.
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] int number(int column) const { return static_cast<int>(integer(column)); }
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] QDateTime time(int column) const; ///< invalid for NULL
    [[nodiscard]] std::optional<QDateTime> optionalTime(int column) const;
    [[nodiscard]] std::optional<int> optionalNumber(int column) const;

private:
    friend class Connection;
    Statement(sqlite3* database, std::shared_ptr<StatementCache> cache, std::string sql,
              sqlite3_stmt* handle);
    [[nodiscard]] Status bindAll(const Value* values, std::size_t count);

    sqlite3* m_database;
    std::shared_ptr<StatementCache> m_cache;
    std::string m_sql;
    sqlite3_stmt* m_handle;
};

/// A connection to a database. Move only; one thread at a time.
class Connection
{
public:
    enum class Mode
    {
        Create,   ///< for reading and writing; made when missing
        QueryOnly ///< nothing can be written
    };
    /// Opens with our settings: WAL, synchronous=FULL, foreign keys, a busy time-out of 5 s, untrusted
    /// schema.
    [[nodiscard]] static Result<Connection> open(const QString& path, Mode mode);
    /// A database in memory.
    [[nodiscard]] static Result<Connection> openInMemory();
    /// A new file for the backup API to fill, or a copy to look at: settings left as SQLite has them.
    [[nodiscard]] static Result<Connection> openPlain(const QString& path, bool forWriting);

    /// Runs a script of any number of statements.
    [[nodiscard]] Status execute(const char* script);
    [[nodiscard]] Status execute(const QByteArray& script) { return execute(script.constData()); }
    [[nodiscard]] Result<Statement> prepare(const std::string& sql);
    /// Runs one statement to its end.
    [[nodiscard]] Status run(const std::string& sql, std::initializer_list<Value> values);
    /// Rows that the last statement changed.
    [[nodiscard]] qint64 changedRows() const;
    [[nodiscard]] qint64 lastRowId() const;
    [[nodiscard]] Error lastError(const char* what) const;
    [[nodiscard]] sqlite3* handle() const { return m_database.get(); }

    /// The first column of the first row, 0 when there is none.
    [[nodiscard]] Result<qint64> integerOf(const std::string& sql, std::initializer_list<Value> values = {});

private:
    struct Closer
    {
        void operator()(sqlite3* database) const noexcept;
    };
    explicit Connection(sqlite3* database);
    [[nodiscard]] static Result<Connection> openWith(const QString& path, int flags);

    // The cache goes first: a connection with open statements does not close.
    std::unique_ptr<sqlite3, Closer> m_database;
    std::shared_ptr<StatementCache> m_cache;
};

/// BEGIN IMMEDIATE; rolls back unless committed.
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(Connection& connection);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    [[nodiscard]] Status commit();

private:
    explicit Transaction(Connection& connection);
    Connection* m_connection;
};

/// Every row of a query as `map` makes a value of it. `map`: Result<T>(const Statement&).
template<typename Map>
auto allRows(Connection& connection, const std::string& sql, const std::vector<Value>& values, Map map)
    -> Result<std::vector<typename std::invoke_result_t<Map, const Statement&>::value_type>>
{
    std::vector<typename std::invoke_result_t<Map, const Statement&>::value_type> rows;
    SOHOA_ASSIGN(Statement statement, connection.prepare(sql));
    SOHOA_TRY(statement.bind(values));
    while (true) {
        SOHOA_ASSIGN(const bool more, statement.step());
        if (!more) {
            return rows;
        }
        SOHOA_ASSIGN(auto row, map(std::as_const(statement)));
        rows.push_back(std::move(row));
    }
}

/// The first row of a query, if there is one.
template<typename Map>
auto firstRow(Connection& connection, const std::string& sql, const std::vector<Value>& values, Map map)
    -> Result<std::optional<typename std::invoke_result_t<Map, const Statement&>::value_type>>
{
    SOHOA_ASSIGN(Statement statement, connection.prepare(sql));
    SOHOA_TRY(statement.bind(values));
    SOHOA_ASSIGN(const bool found, statement.step());
    if (!found) {
        return std::nullopt;
    }
    SOHOA_ASSIGN(auto row, map(std::as_const(statement)));
    return row;
}

/// Copies a database with SQLite's backup API into a file that appears under its name only when it is
/// complete and flushed.
[[nodiscard]] Status copyDatabase(Connection& from, const QString& path);

} // namespace sohoa::storage
