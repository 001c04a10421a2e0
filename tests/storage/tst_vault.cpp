// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/vault.h"
#include "support/testsupport.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace sohoa;
using namespace sohoa::storage;

namespace {

SecretKey keyOf(char byte)
{
    return std::move(*SecretKey::fromBytes(QByteArray(SecretKey::size, byte)));
}

bool changeByte(const QString& path, qint64 at)
{
    QFile file(path);
    char byte = 0;
    return file.open(QIODevice::ReadWrite) && file.seek(at) && file.getChar(&byte) && file.seek(at) &&
           file.putChar(static_cast<char>(byte ^ 1));
}

} // namespace

class TestVault : public QObject
{
    Q_OBJECT

private slots:
    void contentComesBackUnderItsHash()
    {
        const QTemporaryDir folder;
        const auto vault = Vault::open(folder.path(), keyOf('k'));
        VERIFY_OK(vault);
        const QByteArray page(300'000, 'p');
        const auto name = vault->put(page);
        VERIFY_OK(name);
        QVERIFY(vault->contains(*name));
        const auto back = vault->get(*name);
        VERIFY_OK(back);
        QCOMPARE(*back, page);
        const auto again = vault->put(page);
        VERIFY_OK(again);
        QCOMPARE(*again, *name);
        const auto names = vault->list();
        VERIFY_OK(names);
        QCOMPARE(names->size(), std::size_t(1));
    }

    void nothingReadableIsOnTheDisk()
    {
        const QTemporaryDir folder;
        const auto vault = Vault::open(folder.path(), keyOf('k'));
        VERIFY_OK(vault);
        const auto name = vault->put("079098000001|NGUYEN VAN A");
        VERIFY_OK(name);
        QFile file(vault->pathOf(*name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("079098000001"));
    }

    void anyChangedByteIsNoticedAndHealedByPuttingAgain()
    {
        const QTemporaryDir folder;
        const auto vault = Vault::open(folder.path(), keyOf('k'));
        VERIFY_OK(vault);
        const QByteArray page = "one page";
        const auto name = vault->put(page);
        VERIFY_OK(name);
        const qint64 size = QFileInfo(vault->pathOf(*name)).size();
        for (qint64 at = 0; at < size; ++at) {
            QVERIFY(changeByte(vault->pathOf(*name), at));
            VERIFY_FAILS(vault->get(*name), ErrorCode::VaultFileDamaged);
            VERIFY_OK(vault->put(page));
            VERIFY_OK(vault->get(*name));
        }
    }

    void aFileUnderAnotherNameIsDamaged()
    {
        const QTemporaryDir folder;
        const auto vault = Vault::open(folder.path(), keyOf('k'));
        VERIFY_OK(vault);
        const auto one = vault->put("one");
        const auto other = vault->put("other");
        VERIFY_OK(one);
        VERIFY_OK(other);
        QVERIFY(QFile::remove(vault->pathOf(*one)));
        QVERIFY(QFile::copy(vault->pathOf(*other), vault->pathOf(*one)));
        VERIFY_FAILS(vault->get(*one), ErrorCode::VaultFileDamaged);
    }

    void missingFilesAndStrangeNamesAreToldApart()
    {
        const QTemporaryDir folder;
        const auto vault = Vault::open(folder.path(), keyOf('k'));
        VERIFY_OK(vault);
        VERIFY_FAILS(vault->get(QString(64, u'a')), ErrorCode::VaultFileMissing);
        VERIFY_FAILS(vault->get(QStringLiteral("../../key")), ErrorCode::InvalidArgument);
        VERIFY_FAILS(vault->remove(QStringLiteral("../../key")), ErrorCode::InvalidArgument);
        QVERIFY(!vault->contains(QStringLiteral("..")));
    }

    void anotherKeyOpensNothing()
    {
        const QTemporaryDir folder;
        const auto vault = Vault::open(folder.path(), keyOf('k'));
        const auto stranger = Vault::open(folder.path(), keyOf('x'));
        VERIFY_OK(vault);
        VERIFY_OK(stranger);
        const auto name = vault->put("page");
        VERIFY_OK(name);
        VERIFY_FAILS(stranger->get(*name), ErrorCode::VaultFileDamaged);
    }

    void verifyNamesExactlyTheDamagedFile()
    {
        const QTemporaryDir folder;
        const auto vault = Vault::open(folder.path(), keyOf('k'));
        VERIFY_OK(vault);
        QString damaged;
        for (int i = 0; i < 5; ++i) {
            const auto name = vault->put(QByteArray::number(i));
            VERIFY_OK(name);
            damaged = *name;
        }
        QVERIFY(changeByte(vault->pathOf(damaged), 30));
        qint64 calls = 0;
        const auto report = vault->verifyAll([&calls](qint64, qint64) { ++calls; }, {});
        VERIFY_OK(report);
        QCOMPARE(report->files, 5);
        QCOMPARE(calls, 5);
        QCOMPARE(report->problems.size(), std::size_t(1));
        QCOMPARE(report->problems[0].sha256, damaged);
        StopSource stop;
        stop.request_stop();
        VERIFY_FAILS(vault->verifyAll({}, stop.get_token()), ErrorCode::Cancelled);
    }

    void onlyOldLeftoversAreRemoved()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("aa")));
        const QString old = folder.filePath(QStringLiteral("aa/x.1.part"));
        const QString fresh = folder.filePath(QStringLiteral("aa/y.2.part"));
        for (const QString& path : {old, fresh}) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            if (path == old) {
                QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-2),
                                         QFileDevice::FileModificationTime));
            }
        }
        VERIFY_OK(Vault::open(folder.path(), keyOf('k')));
        QVERIFY(!QFile::exists(old));
        QVERIFY(QFile::exists(fresh));
    }

    void manyThreadsMayPutTheSameContent()
    {
        const QTemporaryDir folder;
        const auto vault = Vault::open(folder.path(), keyOf('k'));
        VERIFY_OK(vault);
        std::atomic<int> good = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 8; ++i) {
                threads.emplace_back([&vault, &good] {
                    for (int n = 0; n < 10; ++n) {
                        const auto name = vault->put(QByteArray(100'000, static_cast<char>('a' + n)));
                        good += name && vault->get(*name) ? 1 : 0;
                    }
                });
            }
        }
        QCOMPARE(good.load(), 80);
        QCOMPARE(vault->list()->size(), std::size_t(10));
    }
};

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
