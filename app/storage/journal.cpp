// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/journal.h"

#include "base/durablefile.h"
#include "storage/journalwriter.h"
#include "storage/migrations.h"
#include "storage/store.h"

#include <QFileInfo>

namespace sohoa::storage {

namespace {

/// A journal remembers by what key it was made: a wrong one is refused before anything is read or written.
Status checkKey(Connection& connection, const Sealer& sealer)
{
    SOHOA_ASSIGN(const std::optional<QByteArray> kept,
                 firstRow(connection, "SELECT keyCheck FROM state WHERE keyCheck IS NOT NULL", {},
                          [](const Statement& row) -> Result<QByteArray> { return row.blob(0); }));
    if (kept) {
        if (*kept != sealer.check()) {
            return failure(ErrorCode::KeyWrong, QStringLiteral("the journal was made under another key"));
        }
        return {};
    }
    return connection.run("UPDATE state SET keyCheck = ?1 WHERE keyCheck IS NULL", {sealer.check()});
}

/// Marks this thread as the one that writes, for as long as it lives.
class WritingHere
{
public:
    explicit WritingHere(std::atomic<std::thread::id>& writing)
        : m_writing(writing)
    {
        m_writing = std::this_thread::get_id();
    }
    WritingHere(const WritingHere&) = delete;
    WritingHere& operator=(const WritingHere&) = delete;
    ~WritingHere() { m_writing = std::thread::id(); }

private:
    std::atomic<std::thread::id>& m_writing;
};

} // namespace

Journal::Journal(std::unique_ptr<JournalStore> store)
    : m_store(std::move(store))
{
}

Journal::~Journal() = default;

Result<std::unique_ptr<Journal>> Journal::open(const QString& path, const SecretKey& homeKey,
                                               const Clock& clock, Check check)
{
    SOHOA_TRY(makeFolderDurably(QFileInfo(path).absolutePath()));
    const bool existed = QFileInfo::exists(path);
    SOHOA_ASSIGN(Connection writer, Connection::open(path, Connection::Mode::Create));
    if (existed && check == Check::Quick) {
        SOHOA_TRY(checkIntegrity(writer));
    }
    SOHOA_TRY(migrate(writer, path));
    SOHOA_ASSIGN(Sealer sealer, Sealer::from(homeKey));
    SOHOA_TRY(checkKey(writer, sealer));
    SOHOA_ASSIGN(Connection reader, Connection::open(path, Connection::Mode::QueryOnly));
    return std::unique_ptr<Journal>(new Journal(std::make_unique<JournalStore>(
        path, clock, std::move(sealer), std::move(writer), std::move(reader))));
}

const QString& Journal::path() const
{
    return m_store->path;
}

Status Journal::write(const std::function<Status(JournalWriter&)>& task)
{
    if (m_store->writesHere()) {
        return failure(ErrorCode::Internal, QStringLiteral("write() inside write()"));
    }
    const std::lock_guard lock(m_store->writeMutex);
    const WritingHere here(m_store->writingThread);
    SOHOA_ASSIGN(Transaction transaction, Transaction::begin(m_store->writer));
    JournalWriter writer(*m_store);
    SOHOA_TRY(task(writer));
    return transaction.commit();
}

Result<std::optional<QString>> Journal::setting(const QString& name) const
{
    const auto access = m_store->read();
    return firstRow(*access, "SELECT value FROM setting WHERE name = ?1", {name},
                    [](const Statement& row) -> Result<QString> { return row.text(0); });
}

Result<QString> Journal::setting(const QString& name, const QString& fallback) const
{
    SOHOA_ASSIGN(const std::optional<QString> value, setting(name));
    return value.value_or(fallback);
}

Result<qint64> Journal::setting(const QString& name, qint64 fallback) const
{
    SOHOA_ASSIGN(const std::optional<QString> value, setting(name));
    bool isNumber = false;
    const qint64 number = value ? value->toLongLong(&isNumber) : 0;
    return isNumber ? number : fallback;
}

Result<std::vector<QString>> Journal::settingNames(const QString& prefix) const
{
    const auto access = m_store->read();
    return allRows(
        *access,
        "SELECT name FROM setting WHERE substr(name, 1, length(?1)) = ?1 AND value <> '' ORDER BY name",
        {prefix}, [](const Statement& row) -> Result<QString> { return row.text(0); });
}

} // namespace sohoa::storage
