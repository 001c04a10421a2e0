// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/backup.h"
#include "storage/keystore.h"
#include "support/testsupport.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <mutex>
#include <thread>
#include <vector>

using namespace sohoa;
using namespace sohoa::storage;

class TestKeyStore : public QObject
{
    Q_OBJECT

private slots:
    void newHomeGetsAKeyAndKeepsIt()
    {
        const QTemporaryDir home;
        const auto first = KeyStore().openOrCreate(home.path());
        VERIFY_OK(first);
        QCOMPARE(first->place, KeyPlace::File);
        const auto second = KeyStore().openOrCreate(home.path());
        VERIFY_OK(second);
        QCOMPARE(second->key.bytes(), first->key.bytes());
    }

    void keysOfTwoHomesDiffer()
    {
        const QTemporaryDir one;
        const QTemporaryDir other;
        const auto first = KeyStore().openOrCreate(one.path());
        const auto second = KeyStore().openOrCreate(other.path());
        VERIFY_OK(first);
        VERIFY_OK(second);
        QVERIFY(first->key.bytes() != second->key.bytes());
    }

    void onlyTheOwnerMayReadTheKeyFile()
    {
#ifdef Q_OS_WIN
        QSKIP("rights are inherited from the folder on Windows");
#endif
        const QTemporaryDir home;
        VERIFY_OK(KeyStore().openOrCreate(home.path()));
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                            QFileDevice::WriteOther;
        QVERIFY(QFileInfo(keyPath(home.path())).isFile());
        QVERIFY(!(QFileInfo(keyPath(home.path())).permissions() & others));
    }

    void noNewKeyForAHomeWithData()
    {
        const QTemporaryDir home;
        VERIFY_OK(KeyStore().openOrCreate(home.path()));
        QFile journal(journalPath(home.path()));
        QVERIFY(journal.open(QIODevice::WriteOnly) && journal.write("data") == 4);
        journal.close();
        QVERIFY(QFile::remove(keyPath(home.path())));
        VERIFY_FAILS(KeyStore().openOrCreate(home.path()), ErrorCode::KeyMissing);
        QVERIFY(QFile::remove(keyInfoPath(home.path())));
        VERIFY_FAILS(KeyStore().openOrCreate(home.path()), ErrorCode::KeyMissing);
        QVERIFY(!QFileInfo::exists(keyPath(home.path())));
    }

    void aKeyLostBeforeAnyDataIsMadeAnew()
    {
        const QTemporaryDir home;
        VERIFY_OK(KeyStore().openOrCreate(home.path()));
        QVERIFY(QFile::remove(keyPath(home.path())));
        VERIFY_OK(KeyStore().openOrCreate(home.path()));
    }

    void keyOfAnotherHomeIsWrong()
    {
        const QTemporaryDir one;
        const QTemporaryDir other;
        VERIFY_OK(KeyStore().openOrCreate(one.path()));
        VERIFY_OK(KeyStore().openOrCreate(other.path()));
        QVERIFY(QFile::remove(keyPath(one.path())));
        QVERIFY(QFile::copy(keyPath(other.path()), keyPath(one.path())));
        VERIFY_FAILS(KeyStore().openOrCreate(one.path()), ErrorCode::KeyWrong);
    }

    void keyThatWasKeptBeforeAPowerCutIsUsed()
    {
        const QTemporaryDir home;
        const auto first = KeyStore().openOrCreate(home.path());
        VERIFY_OK(first);
        QVERIFY(QFile::remove(keyInfoPath(home.path())));
        const auto second = KeyStore().openOrCreate(home.path());
        VERIFY_OK(second);
        QCOMPARE(second->key.bytes(), first->key.bytes());
    }

    void processesThatMakeAHomeAtOnceShareOneKey()
    {
        // Two icons clicked at the first start: whoever comes second must not seal under a key of its own.
        for (int round = 0; round < 10; ++round) {
            const QTemporaryDir home;
            std::mutex mutex;
            QList<QByteArray> keys;
            {
                std::vector<std::jthread> starts;
                for (int i = 0; i < 6; ++i) {
                    starts.emplace_back([&] {
                        const auto opened = KeyStore().openOrCreate(home.path());
                        const std::lock_guard lock(mutex);
                        keys += opened ? opened->key.bytes() : describe(opened.error()).toUtf8();
                    });
                }
            }
            const auto later = KeyStore().openOrCreate(home.path());
            VERIFY_OK(later);
            QCOMPARE(keys, QList<QByteArray>(6, later->key.bytes()));
        }
    }

    void printedKeyBringsALostKeyBack()
    {
        const QTemporaryDir home;
        const auto made = KeyStore().openOrCreate(home.path());
        VERIFY_OK(made);
        const QString text = KeyStore::recoveryText(made->key);
        QVERIFY(QFile::remove(keyPath(home.path())));
        QString mistyped = text;
        mistyped[0] = mistyped[0] == u'0' ? u'1' : u'0';
        VERIFY_FAILS(KeyStore().recover(home.path(), mistyped), ErrorCode::KeyWrong);
        VERIFY_FAILS(KeyStore().recover(home.path(), QString()), ErrorCode::KeyWrong);
        VERIFY_OK(KeyStore().recover(home.path(), text.toUpper()));
        const auto again = KeyStore().openOrCreate(home.path());
        VERIFY_OK(again);
        QCOMPARE(again->key.bytes(), made->key.bytes());
    }
};

QTEST_GUILESS_MAIN(TestKeyStore)
#include "tst_keystore.moc"
