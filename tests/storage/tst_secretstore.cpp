// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "storage/backup.h"
#include "storage/journal.h"
#include "storage/keystore.h"
#include "storage/secretstore.h"
#include "support/fixedclock.h"
#include "support/testsupport.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sohoa;
using namespace sohoa::storage;

namespace {

const QByteArray secret = "a-secret-that-stands-nowhere";

bool isAnywhereIn(const QString& folder, const QByteArray& bytes)
{
    QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes)) {
            return true;
        }
    }
    return false;
}

} // namespace

/// Where the system has no key store; cli.secretservice tries the other.
class TestSecretStore : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString home(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    static SecretStore storeOf(const QString& home)
    {
        const Result<HomeKey> key = KeyStore().openOrCreate(home);
        Result<SecretKey> derived = key->key.derive("sohoa secrets");
        Result<SecretStore> store = SecretStore::open(home, std::move(*derived));
        return std::move(*store);
    }

private slots:
    void whatIsKeptComesBackAndStandsNowhereInPlain()
    {
        const SecretStore store = storeOf(home("a"));
        const auto nothing = store.read(QStringLiteral("warehouse-1"));
        VERIFY_OK(nothing);
        QVERIFY(!*nothing);
        VERIFY_OK(store.keep(QStringLiteral("warehouse-1"), secret));
        const auto back = storeOf(home("a")).read(QStringLiteral("warehouse-1"));
        VERIFY_OK(back);
        QCOMPARE(back->value_or(QByteArray()), secret);
        QVERIFY(!isAnywhereIn(home("a"), secret));
        VERIFY_OK(store.forget(QStringLiteral("warehouse-1")));
        VERIFY_OK(store.forget(QStringLiteral("warehouse-1")));
        const auto gone = store.read(QStringLiteral("warehouse-1"));
        VERIFY_OK(gone);
        QVERIFY(!*gone);
    }

    void oneNameDoesNotOpenAnother()
    {
        const SecretStore store = storeOf(home("b"));
        VERIFY_OK(store.keep(QStringLiteral("one"), secret));
        QVERIFY(QFile::copy(secretsPath(home("b")) + QStringLiteral("/one"),
                            secretsPath(home("b")) + QStringLiteral("/two")));
        VERIFY_FAILS(store.read(QStringLiteral("two")), ErrorCode::KeyWrong);
    }

    void namesAndLengthsThatCannotBeAreRefused()
    {
        const SecretStore store = storeOf(home("c"));
        for (const char* name : {"", "../key", "a/b", "A"}) {
            VERIFY_FAILS(store.keep(QString::fromLatin1(name), secret), ErrorCode::InvalidArgument);
            VERIFY_FAILS(store.read(QString::fromLatin1(name)), ErrorCode::InvalidArgument);
        }
        VERIFY_FAILS(store.keep(QStringLiteral("a"), {}), ErrorCode::InvalidArgument);
        VERIFY_FAILS(store.keep(QStringLiteral("a"), QByteArray(2001, 'x')), ErrorCode::InvalidArgument);
    }

    void aBackupDoesNotTakeThemAlong()
    {
        const test::FixedClock clock;
        const QString from = home("d");
        const SecretStore store = storeOf(from);
        {
            const Result<HomeKey> key = KeyStore().openOrCreate(from);
            VERIFY_OK(Journal::open(journalPath(from), key->key, clock));
        }
        VERIFY_OK(store.keep(QStringLiteral("warehouse-1"), secret));
        VERIFY_OK(exportBackup(from, home("backup"), clock));
        VERIFY_OK(restoreBackup(home("backup"), home("e")));
        QVERIFY(QFile::exists(keyPath(home("e"))));
        const auto read = storeOf(home("e")).read(QStringLiteral("warehouse-1"));
        VERIFY_OK(read);
        QVERIFY(!*read);
    }
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
