// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/journalfolder.h"
#include "storage/keystore.h"
#include "storage/sqlite.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace sohoa;
using namespace sohoa::dossier;
using namespace sohoa::storage;
using namespace sohoa::test;

namespace {

/// A home with a dossier, a page in the vault and a file of settings.
struct Home
{
    QTemporaryDir root;
    FixedClock clock;
    Dossier dossier = inventedDossier(1);
    QByteArray page = QByteArray("a page ").repeated(300'000); // longer than a block
    QString pageName;

    [[nodiscard]] QString folder() const { return root.filePath(QStringLiteral("nhà một cửa")); }
    [[nodiscard]] QString backup() const { return root.filePath(QStringLiteral("sao lưu.shbackup")); }
    [[nodiscard]] QString restored() const { return root.filePath(QStringLiteral("khôi phục")); }

    Status make()
    {
        SOHOA_ASSIGN(const HomeKey key, KeyStore().openOrCreate(folder()));
        SOHOA_ASSIGN(const Vault vault, Vault::open(vaultPath(folder()), key.key));
        SOHOA_ASSIGN(pageName, vault.put(page));
        SOHOA_ASSIGN(const auto journal, Journal::open(journalPath(folder()), key.key, clock));
        return journal->write([this](JournalWriter& writer) { return writer.openDossier(dossier, {}); });
    }
};

QStringList copiesIn(const QString& home)
{
    return QDir(backupsPath(home)).entryList(QDir::Files, QDir::Name);
}

} // namespace

class TestBackup : public QObject
{
    Q_OBJECT

private slots:
    void oneCopyADayOldOnesGo()
    {
        Home home;
        VERIFY_OK(home.make());
        home.clock.set(fromIso(QStringLiteral("2026-09-01T08:00:00.000+07:00")));
        for (int day = 0; day < 60; ++day) {
            const auto made = backupJournalDaily(home.folder(), home.clock);
            VERIFY_OK(made);
            QVERIFY(!made->isEmpty());
            home.clock.advance(3600);
            const auto again = backupJournalDaily(home.folder(), home.clock);
            VERIFY_OK(again);
            QVERIFY(again->isEmpty());
            home.clock.advance(23 * 3600);
        }
        // Seven days, of which the newest of each of two weeks are two; two more weeks.
        const QStringList copies = copiesIn(home.folder());
        QCOMPARE(copies.size(), 9);
        QCOMPARE(copies.last(), QStringLiteral("journal-20261030-080000.db"));
        const auto key = KeyStore().openOrCreate(home.folder());
        VERIFY_OK(key);
        const auto copy =
            Journal::open(backupsPath(home.folder()) + u'/' + copies.first(), key->key, home.clock);
        VERIFY_OK(copy);
        QVERIFY(*(*copy)->dossier(home.dossier.uid) == home.dossier);
    }

    void processesThatCopyAtOnceSpoilNothing()
    {
        Home home;
        VERIFY_OK(home.make());
        const QString old = backupsPath(home.folder()) + QStringLiteral("/journal-x.db.0.part");
        for (int round = 0; round < 5; ++round) {
            QVERIFY(QDir(backupsPath(home.folder())).removeRecursively());
            QVERIFY(QDir().mkpath(backupsPath(home.folder())));
            QFile leftover(old);
            QVERIFY(leftover.open(QIODevice::ReadWrite));
            QVERIFY(leftover.setFileTime(QDateTime::currentDateTime().addDays(-2),
                                         QFileDevice::FileModificationTime));
            std::atomic<int> good = 0;
            {
                std::vector<std::jthread> starts;
                for (int i = 0; i < 4; ++i) {
                    starts.emplace_back(
                        [&] { good += backupJournalDaily(home.folder(), home.clock) ? 1 : 0; });
                }
            }
            QCOMPARE(good.load(), 4);
            // One copy, whole; nothing half made, and the old leftover is gone.
            QCOMPARE(copiesIn(home.folder()), QStringList{QStringLiteral("journal-20261120-083000.db")});
            const auto key = KeyStore().openOrCreate(home.folder());
            VERIFY_OK(key);
            const auto copy = Journal::open(
                backupsPath(home.folder()) + u'/' + copiesIn(home.folder()).front(), key->key, home.clock);
            VERIFY_OK(copy);
            QVERIFY(*(*copy)->dossier(home.dossier.uid) == home.dossier);
        }
    }

    void aBackupOfSomeOtherDatabaseIsRefused()
    {
        Home home;
        QVERIFY(QDir().mkpath(home.folder()));
        {
            auto other = Connection::openPlain(journalPath(home.folder()), true);
            VERIFY_OK(other);
            VERIFY_OK(other->execute("CREATE TABLE thing (x)"));
        }
        VERIFY_OK(exportBackup(home.folder(), home.backup(), home.clock));
        VERIFY_FAILS(restoreBackup(home.backup(), home.restored()), ErrorCode::BackupInvalid);
        QVERIFY(!QFile::exists(home.restored()));
    }

    void restoredHomeIsTheHome()
    {
        Home home;
        VERIFY_OK(home.make());
        const auto exported = exportBackup(home.folder(), home.backup(), home.clock);
        VERIFY_OK(exported);
        QVERIFY(exported->keyIncluded);
        const auto restored = restoreBackup(home.backup(), home.restored());
        VERIFY_OK(restored);
        QCOMPARE(restored->files, exported->files);
        QCOMPARE(restored->bytes, exported->bytes);
        QVERIFY(restored->keyIncluded);
        const auto key = KeyStore().openOrCreate(home.restored());
        VERIFY_OK(key);
        const auto vault = Vault::open(vaultPath(home.restored()), key->key);
        VERIFY_OK(vault);
        const auto page = vault->get(home.pageName);
        VERIFY_OK(page);
        QCOMPARE(*page, home.page);
        const auto journal = Journal::open(journalPath(home.restored()), key->key, home.clock);
        VERIFY_OK(journal);
        QVERIFY(*(*journal)->dossier(home.dossier.uid) == home.dossier);
        QCOMPARE(QDir(home.root.path()).entryList({QStringLiteral("*.part")}, QDir::AllEntries),
                 QStringList());
    }

    void aHomeThatIsNotEmptyIsLeftAlone()
    {
        Home home;
        VERIFY_OK(home.make());
        VERIFY_OK(exportBackup(home.folder(), home.backup(), home.clock));
        VERIFY_FAILS(restoreBackup(home.backup(), home.folder()), ErrorCode::InvalidArgument);
        VERIFY_FAILS(exportBackup(home.restored(), home.backup(), home.clock), ErrorCode::HomeMissing);
    }

    void anyChangedOrMissingByteIsNoticed()
    {
        Home home;
        home.page = "short";
        VERIFY_OK(home.make());
        VERIFY_OK(exportBackup(home.folder(), home.backup(), home.clock));
        QFile file(home.backup());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray good = file.readAll();
        file.close();
        const auto refused = [&](const QByteArray& bytes) {
            QFile changed(home.backup());
            if (!changed.open(QIODevice::WriteOnly) || changed.write(bytes) != bytes.size()) {
                return false;
            }
            changed.close();
            const auto restored = restoreBackup(home.backup(), home.restored());
            return !restored && restored.error().code == ErrorCode::BackupInvalid &&
                   !QFile::exists(home.restored());
        };
        for (qsizetype at = 0; at < good.size(); at += std::max<qsizetype>(1, good.size() / 97)) {
            QByteArray changed = good;
            changed[at] = static_cast<char>(changed[at] ^ 4);
            QVERIFY2(refused(changed), QByteArray::number(at).constData());
            QVERIFY2(refused(good.left(at)), QByteArray::number(at).constData());
        }
        QVERIFY(refused(good + 'x'));
        QVERIFY(refused({}));
    }

    void pathsThatLeadOutAreRefused()
    {
        QTemporaryDir root;
        const QByteArray head = R"({"bytes":1,"path":"../evil"})";
        QByteArray bytes = "SHBACKUP1\n";
        bytes += QByteArray::fromHex("000000") + static_cast<char>(head.size()) + head + 'x';
        bytes += QByteArray::fromHex(sha256Hex(head + 'x').toLatin1());
        QFile file(root.filePath(QStringLiteral("b")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        VERIFY_FAILS(restoreBackup(file.fileName(), root.filePath(QStringLiteral("home"))),
                     ErrorCode::BackupInvalid);
        QVERIFY(!QFile::exists(root.filePath(QStringLiteral("evil"))));
    }

    void stoppingLeavesNothing()
    {
        Home home;
        VERIFY_OK(home.make());
        StopSource stop;
        stop.request_stop();
        VERIFY_FAILS(exportBackup(home.folder(), home.backup(), home.clock, stop.get_token()),
                     ErrorCode::Cancelled);
        QCOMPARE(QDir(home.root.path()).entryList(QDir::Files), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
