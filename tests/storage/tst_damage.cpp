// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/failingdisk.h"
#include "storage/journalfolder.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <sqlite3.h>

#include <memory>

using namespace sohoa;
using namespace sohoa::dossier;
using namespace sohoa::storage;
using namespace sohoa::test;

namespace {

bool runSql(const QString& path, const char* sql)
{
    sqlite3* database = nullptr;
    const bool done = sqlite3_open(path.toUtf8().constData(), &database) == SQLITE_OK &&
                      sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(database);
    return done;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool setContent(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size();
}

} // namespace

class TestDamage : public QObject
{
    Q_OBJECT

private slots:
    void aNewerJournalIsRefusedAndNotTouched()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        home.journal.reset();
        QVERIFY(runSql(home.path(), "PRAGMA user_version = 9999"));
        const QByteArray before = contentOf(home.path());
        VERIFY_FAILS(home.open(), ErrorCode::DatabaseNewer);
        QCOMPARE(contentOf(home.path()), before);
    }

    void anotherKeyIsRefused()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        home.journal.reset();
        VERIFY_FAILS(home.open('x'), ErrorCode::KeyWrong);
        VERIFY_OK(home.open());
    }

    void aFileThatIsNoJournalIsRefusedAndKept()
    {
        JournalFolder home;
        const QByteArray text = QByteArray("this is a letter, not a database. ").repeated(200);
        QVERIFY(setContent(home.path(), text));
        VERIFY_FAILS(home.open(), ErrorCode::DatabaseDamaged);
        QCOMPARE(contentOf(home.path()), text);
        QVERIFY(QFile::remove(home.path()));
        QVERIFY(runSql(home.path(), "CREATE TABLE foreign_thing (x)"));
        VERIFY_FAILS(home.open(), ErrorCode::DatabaseDamaged);
    }

    void aDamagedJournalIsReportedAndKept()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        for (int i = 0; i < 50; ++i) {
            VERIFY_OK(home.openDossier(inventedDossier(i), {}));
        }
        home.journal.reset();
        QByteArray content = contentOf(home.path());
        constexpr qsizetype pageSize = 4096;
        QVERIFY(content.size() > 12 * pageSize);
        for (qsizetype page = 3; page < 12; ++page) {
            content.replace(page * pageSize, 64, QByteArray(64, '\xa5'));
        }
        QVERIFY(setContent(home.path(), content));
        VERIFY_FAILS(home.open(), ErrorCode::DatabaseDamaged);
        QCOMPARE(contentOf(home.path()).size(), content.size());
    }

    void aRowWithoutItsParentIsReported()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        home.journal.reset();
        QVERIFY(runSql(home.path(),
                       "INSERT INTO component VALUES ('nobody', 1, '', 'scan', 1, '', 'missing', NULL)"));
        VERIFY_FAILS(home.open(), ErrorCode::DatabaseDamaged);
    }

    void aValueMovedToAnotherRowDoesNotOpen()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        const Dossier one = inventedDossier(1);
        const Dossier two = inventedDossier(2);
        VERIFY_OK(home.openDossier(one));
        VERIFY_OK(home.openDossier(two));
        home.journal.reset();
        QVERIFY(runSql(home.path(),
                       "UPDATE dossier SET applicant = (SELECT applicant FROM dossier WHERE id = 2)"
                       " WHERE id = 1"));
        VERIFY_OK(home.reopen());
        VERIFY_FAILS(home.journal->dossier(one.uid), ErrorCode::KeyWrong);
        VERIFY_OK(home.journal->dossier(two.uid));
    }

    void anotherProcessThatHoldsTheJournalIsSaid()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        sqlite3* holder = nullptr;
        QCOMPARE(sqlite3_open(home.path().toUtf8().constData(), &holder), SQLITE_OK);
        QCOMPARE(sqlite3_exec(holder, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
        const Status written = home.openDossier(inventedDossier(1));
        const auto counts = home.journal->counts(); // reading goes on
        sqlite3_close(holder);
        VERIFY_FAILS(written, ErrorCode::DatabaseBusy);
        VERIFY_OK(counts);
        VERIFY_OK(home.openDossier(inventedDossier(1)));
    }

    void everyWriteMayFail_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("expected");
        QTest::newRow("full") << SQLITE_FULL << static_cast<int>(ErrorCode::DiskFull);
        QTest::newRow("write") << SQLITE_IOERR_WRITE << static_cast<int>(ErrorCode::StorageFailed);
        QTest::newRow("flush") << SQLITE_IOERR_FSYNC << static_cast<int>(ErrorCode::StorageFailed);
    }

    /// Lets the first, second, third ... operation on the disk fail, until none fails: either everything of a
    /// task is there afterwards, also for a new start, or nothing.
    void everyWriteMayFail()
    {
        QFETCH(int, code);
        QFETCH(int, expected);
        FailingDisk disk;
        JournalFolder home;
        VERIFY_OK(home.reopen());
        int refused = 0;
        int known = 0;
        for (int after = 0;; ++after) {
            const Dossier dossier = inventedDossier(after);
            const Component component = inventedComponent(dossier, 1);
            const Paper paper = inventedPaper(dossier, 1);
            disk.failAfter(after, code);
            const Status written = home.journal->write([&](JournalWriter& writer) -> Status {
                SOHOA_TRY(writer.openDossier(dossier, {component}));
                SOHOA_TRY(writer.addPaper(paper));
                return writer.addEvent({dossier.uid, home.clock.now(), EventKind::PaperMade, {}, {}});
            });
            const bool failed = disk.hasFailed();
            disk.heal();
            VERIFY_OK(home.reopen());
            const bool there = home.journal->dossier(dossier.uid).has_value();
            QCOMPARE(there, written.has_value());
            QCOMPARE(home.journal->papers(dossier.uid)->size(), std::size_t(there ? 1 : 0));
            QCOMPARE(home.journal->history(dossier.uid)->size(), std::size_t(there ? 4 : 0));
            known += there ? 1 : 0;
            QCOMPARE(home.journal->counts()->dossiers, known);
            QCOMPARE(home.journal->outbox()->size(), std::size_t(known));
            if (!written) {
                ++refused;
                QCOMPARE(static_cast<int>(written.error().code), expected);
            }
            if (!failed) {
                VERIFY_OK(written);
                break;
            }
        }
        QVERIFY(refused > 1);
    }

    void everyStepOfMakingAJournalMayFail()
    {
        FailingDisk disk;
        int failures = 0;
        for (int after = 0;; ++after) {
            JournalFolder home;
            disk.failAfter(after, SQLITE_FULL);
            const auto opened = home.open();
            const bool failed = disk.hasFailed();
            disk.heal();
            VERIFY_OK(home.reopen()); // the next start heals
            VERIFY_OK(home.openDossier(inventedDossier(1)));
            if (!opened) {
                VERIFY_FAILS(opened, ErrorCode::DiskFull);
                ++failures;
            }
            if (!failed) {
                break;
            }
        }
        QVERIFY(failures > 1);
    }
};

QTEST_GUILESS_MAIN(TestDamage)
#include "tst_damage.moc"
