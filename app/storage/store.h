// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "storage/records.h"
#include "storage/sealer.h"
#include "storage/sqlite.h"

#include <QCache>

#include <atomic>
#include <mutex>
#include <optional>
#include <thread>

namespace sohoa::storage {

/// What was sealed of pages that were read lately. A review reads all pages of its dossier after each key,
/// and all but a few are as they were: comparing the sealed bytes costs far less than opening and parsing
/// them. Any thread.
class OpenedPages
{
public:
    struct Opened
    {
        QString source = {};
        std::optional<dossier::PageFindings> findings = {};
    };
    /// Empty unless exactly these bytes were opened before.
    std::optional<Opened> find(const QString& uid, const QByteArray& source, const QByteArray& findings);
    void keep(const QString& uid, const QByteArray& source, const QByteArray& findings, const Opened& opened);

private:
    struct Entry
    {
        QByteArray source;
        QByteArray findings;
        Opened opened;
    };
    static constexpr int mostPages = 4096;
    std::mutex m_mutex;
    QCache<QString, Entry> m_entries{mostPages};
};

/// What Journal and JournalWriter share: the connections and the key. One connection writes, another reads,
/// so that a list on the screen never waits for a scan that is being flushed to the disk.
class JournalStore
{
public:
    JournalStore(QString journalPath, const Clock& journalClock, Sealer journalSealer, Connection writing,
                 Connection reading)
        : path(std::move(journalPath))
        , clock(journalClock)
        , sealer(std::move(journalSealer))
        , writer(std::move(writing))
        , m_reader(std::move(reading))
    {
    }

    /// The connection a query may use, and the right to use it for the lifetime of this object.
    class Access
    {
    public:
        Access(Connection& connection, std::unique_lock<std::mutex> lock)
            : m_lock(std::move(lock))
            , m_connection(connection)
        {
        }
        Connection& operator*() const { return m_connection; }

    private:
        std::unique_lock<std::mutex> m_lock;
        Connection& m_connection;
    };
    /// Inside write() that is the writing connection, so that queries see what was written so far.
    Access read()
    {
        if (writesHere()) {
            return {writer, {}};
        }
        return {m_reader, std::unique_lock(m_readMutex)};
    }
    [[nodiscard]] bool writesHere() const { return writingThread.load() == std::this_thread::get_id(); }

    const QString path;
    const Clock& clock;
    const Sealer sealer;
    Connection writer;
    std::mutex writeMutex;
    std::atomic<std::thread::id> writingThread = {};
    OpenedPages openedPages;

private:
    Connection m_reader;
    std::mutex m_readMutex;
};

// Rows and values. The texts are inline, so that they are there before the texts of other files made of them.
// `...Columns` is the list for a query in which the table has no alias or the one named.

inline const std::string dossierColumns =
    "d.uid, d.code, d.provisional, d.unit, d.decidingUnit, d.procedureCode, d.procedureName, d.field,"
    " d.catalogueVersion, d.givesResult, d.channel, d.status, d.receivedAt, d.dueAt, d.finishedAt,"
    " d.supplements, d.officer, d.applicant, d.subject"; ///< of `dossier d`
Result<dossier::Dossier> dossierOf(const Statement& row, const Sealer& sealer, int first = 0);
constexpr int dossierColumnCount = 19;

inline const std::string componentColumns =
    "dossierUid, number, name, duty, required, alternativeGroup, state, expectedPages";
Result<dossier::Component> componentOf(const Statement& row);

inline const std::string paperColumns =
    "uid, dossierUid, component, code, title, sha256, bytes, pages, version, madeAt,"
    " signature, delivery, confirmedAt";
Result<dossier::Paper> paperOf(const Statement& row);

inline const std::string pageColumns =
    "uid, session, position, dossierUid, component, place, sha256, indexInFile, "
    "format, width, height, dpi, mode,"
    " bytes, state, reason, incomplete, scannedAt, source, findings, edits, note, withoutNoteOf";
/// @param cache where to look for what is sealed before opening it; may be null
Result<dossier::Page> pageOf(const Statement& row, const Sealer& sealer, OpenedPages* cache = nullptr);
/// Values of pageColumns.
Result<std::vector<Value>> pageValues(const dossier::Page& page, const Sealer& sealer);

// Pages of an action as JSON, without findings.
QByteArray pagesToJson(const std::vector<dossier::Page>& pages);
std::vector<dossier::Page> pagesFromJson(const QByteArray& json);

QByteArray compactJson(const QJsonObject& json);

// Look-ups that queries and writer both need.
Result<std::optional<dossier::Dossier>> findDossier(Connection& connection, const Sealer& sealer,
                                                    const QString& uid);
Result<std::vector<dossier::Component>> findComponents(Connection& connection, const QString& dossierUid);
Result<std::optional<dossier::Page>> findPage(Connection& connection, const Sealer& sealer,
                                              const QString& uid);
Result<std::optional<dossier::Paper>> findPaper(Connection& connection, const QString& uid);
/// An error unless the word is known: a journal that says something else was written by another program.
template<typename T>
Result<T> known(std::optional<T> value, const char* column)
{
    if (!value) {
        return failure(ErrorCode::DatabaseDamaged,
                       QStringLiteral("unknown word in %1").arg(QLatin1String(column)));
    }
    return *value;
}

/// SQL that is true for a component `c` of a dossier that is required, to be scanned, and neither has a paper
/// nor is settled otherwise, also not by another member of its alternative group.
inline const std::string scanDueCondition =
    "c.duty = 'scan' AND c.required = 1 AND c.state IN ('missing', 'present')"
    " AND NOT EXISTS (SELECT 1 FROM paper p WHERE p.dossierUid = c.dossierUid AND p.component = c.number)"
    " AND NOT (c.alternativeGroup <> '' AND EXISTS (SELECT 1 FROM component o"
    "   WHERE o.dossierUid = c.dossierUid AND o.alternativeGroup = c.alternativeGroup AND o.number <> "
    "c.number"
    "   AND (o.state NOT IN ('missing', 'present') OR EXISTS (SELECT 1 FROM paper p"
    "     WHERE p.dossierUid = o.dossierUid AND p.component = o.number))))";
/// SQL that is true for an overdue dossier `d` (dossier::isOverdue); `now` is the parameter with the time.
std::string overdueCondition(const std::string& now);

/// Milliseconds at the start of a day in +07:00.
qint64 startOfDay(QDate day);

} // namespace sohoa::storage
