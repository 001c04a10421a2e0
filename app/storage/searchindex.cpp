// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/searchindex.h"

#include "base/text.h"
#include "storage/store.h"

#include <QJsonDocument>

namespace sohoa::storage {

namespace {

// Rows of the index in the order of reception, so that the newest come first without sorting: milliseconds
// since 1970 above, the dossier's row number below. 43 bits reach beyond the year 2200.
constexpr int rowBits = 20;
constexpr qint64 rowMask = (1LL << rowBits) - 1;

qint64 placeOf(const QDateTime& receivedAt, qint64 id)
{
    const qint64 milliseconds =
        receivedAt.isValid() ? std::max<qint64>(receivedAt.toMSecsSinceEpoch(), 0) : 0;
    return (milliseconds << rowBits) | (id & rowMask);
}

QString textOf(const dossier::Dossier& dossier)
{
    return foldForSearch(QStringList{dossier.applicant.fullName, dossier.applicant.personalNumber,
                                     dossier.code, dossier.procedureName, dossier.procedureCode,
                                     dossier.subject}
                             .join(u' '));
}

/// "nguyen dao" as FTS5 reads it: each word the beginning of a word. Quoted: nothing in it is an operator.
QString queryOf(const QString& text)
{
    QStringList words;
    const QStringList folded = foldForSearch(text).split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : folded) {
        words += u'"' + word + QStringLiteral("\"*");
    }
    words.removeDuplicates();
    return words.join(u' ');
}

} // namespace

class SearchIndex::Private
{
public:
    Private(Connection reading, Connection memory, Sealer opening)
        : journal(std::move(reading))
        , index(std::move(memory))
        , sealer(std::move(opening))
    {
    }

    Status refresh();

    std::mutex mutex;
    Connection journal;
    Connection index;
    Sealer sealer;

private:
    Status enter(const dossier::Dossier& dossier, qint64 id);

    qint64 m_revision = 0;
    qint64 m_dataVersion = -1;
};

Status SearchIndex::Private::enter(const dossier::Dossier& dossier, qint64 id)
{
    const qint64 place = placeOf(dossier.receivedAt, id);
    SOHOA_ASSIGN(const qint64 before, index.integerOf("SELECT place FROM known WHERE id = ?1", {id}));
    if (before != 0) {
        SOHOA_TRY(index.run("DELETE FROM words WHERE rowid = ?1", {before}));
    }
    SOHOA_TRY(index.run("INSERT INTO words (rowid, text) VALUES (?1, ?2)", {place, textOf(dossier)}));
    return index.run("INSERT OR REPLACE INTO known (id, place, uid) VALUES (?1, ?2, ?3)",
                     {id, place, dossier.uid});
}

/// Takes in what has a higher revision than what was seen. The version of the data tells cheaply whether any
/// connection, of this process or another, has written at all.
Status SearchIndex::Private::refresh()
{
    SOHOA_ASSIGN(const qint64 dataVersion, journal.integerOf("PRAGMA data_version"));
    if (dataVersion == m_dataVersion) {
        return {};
    }
    static const std::string sql = "SELECT d.id, d.revision, " + dossierColumns +
                                   " FROM dossier d WHERE d.revision > ?1 ORDER BY d.revision";
    SOHOA_ASSIGN(Statement changed, journal.prepare(sql));
    SOHOA_TRY(changed.bind({m_revision}));
    SOHOA_ASSIGN(Transaction transaction, Transaction::begin(index));
    qint64 revision = m_revision;
    while (true) {
        SOHOA_ASSIGN(const bool more, changed.step());
        if (!more) {
            break;
        }
        SOHOA_ASSIGN(const dossier::Dossier dossier, dossierOf(changed, sealer, 2));
        SOHOA_TRY(enter(dossier, changed.integer(0)));
        revision = changed.integer(1);
    }
    SOHOA_TRY(transaction.commit());
    m_revision = revision;
    m_dataVersion = dataVersion;
    return {};
}

SearchIndex::SearchIndex(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
}

SearchIndex::~SearchIndex() = default;

Result<std::unique_ptr<SearchIndex>> SearchIndex::open(const QString& path, const SecretKey& homeKey)
{
    SOHOA_ASSIGN(Connection journal, Connection::open(path, Connection::Mode::QueryOnly));
    SOHOA_ASSIGN(Connection index, Connection::openInMemory());
    // Our folding has made plain words already; positions of words are not asked for. No Vietnamese syllable
    // is longer than seven letters ("nghieng"): with beginnings of each length indexed, every word of a query
    // is read as a stream from the newest on. Without, "khai*" first gathers all its rows (80 ms of 20,000
    // dossiers).
    SOHOA_TRY(index.execute("CREATE VIRTUAL TABLE words USING fts5 (text, detail = none, columnsize = 0,"
                            " prefix = '1 2 3 4 5 6 7', tokenize = \"unicode61 remove_diacritics 0\");"
                            "CREATE TABLE known (id INTEGER PRIMARY KEY, place INTEGER NOT NULL UNIQUE,"
                            " uid TEXT NOT NULL) STRICT;"));
    SOHOA_ASSIGN(Sealer sealer, Sealer::from(homeKey));
    auto d = std::make_unique<Private>(std::move(journal), std::move(index), std::move(sealer));
    SOHOA_TRY(d->refresh());
    SOHOA_TRY(d->index.execute("INSERT INTO words (words) VALUES ('optimize')"));
    return std::unique_ptr<SearchIndex>(new SearchIndex(std::move(d)));
}

Result<QStringList> SearchIndex::find(const QString& text, int limit, int offset)
{
    const QString query = queryOf(text);
    if (query.isEmpty()) {
        return QStringList();
    }
    const std::lock_guard lock(m_d->mutex);
    SOHOA_TRY(m_d->refresh());
    SOHOA_ASSIGN(
        const std::vector<QString> uids,
        allRows(m_d->index,
                "SELECT (SELECT uid FROM known WHERE place = words.rowid) FROM words WHERE words MATCH ?1"
                " ORDER BY rowid DESC LIMIT ?2 OFFSET ?3",
                {query, limit, offset}, [](const Statement& row) -> Result<QString> { return row.text(0); }));
    return QStringList(uids.begin(), uids.end());
}

} // namespace sohoa::storage
