// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "support/testsupport.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cerrno>
#include <memory>
#include <thread>
#include <vector>

#ifdef Q_OS_UNIX
#include <sys/resource.h>

#include <csignal>
#endif

using namespace sohoa;

namespace {

constexpr qint64 limit = 1024;

QStringList namesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

class DurableFileTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void whatIsWrittenIsThereAndNothingElse()
    {
        const QString path = m_folder->filePath(QStringLiteral("hồ sơ/tờ 1/trang.bin"));
        VERIFY_OK(writeDurably(path, "data"));
        const auto read = readFile(path, limit);
        VERIFY_OK(read);
        QCOMPARE(*read, QByteArray("data"));
        QCOMPARE(namesIn(QFileInfo(path).absolutePath()), QStringList{QStringLiteral("trang.bin")});
    }

    void writingAgainReplaces()
    {
        const QString path = m_folder->filePath(QStringLiteral("a"));
        VERIFY_OK(writeDurably(path, "longer than what follows"));
        VERIFY_OK(writeDurably(path, "new"));
        QCOMPARE(*readFile(path, limit), QByteArray("new"));
    }

    void emptyFileIsAFile()
    {
        const QString path = m_folder->filePath(QStringLiteral("a"));
        VERIFY_OK(writeDurably(path, {}));
        QVERIFY(readFile(path, limit)->isEmpty());
    }

    void existingFileIsNotTouchedWhenAskedSo()
    {
        const QString path = m_folder->filePath(QStringLiteral("a"));
        QCOMPARE(*writeDurablyIfAbsent(path, "first"), true);
        QCOMPARE(*writeDurablyIfAbsent(path, "second"), false);
        QCOMPARE(*readFile(path, limit), QByteArray("first"));
        QCOMPARE(namesIn(m_folder->path()), QStringList{QStringLiteral("a")});
    }

    void ofManyWritersExactlyOneCreates()
    {
        constexpr int writers = 8;
        constexpr int rounds = 20;
        for (int round = 0; round < rounds; ++round) {
            const QString path = m_folder->filePath(QString::number(round));
            std::atomic<int> created = 0;
            std::vector<std::thread> threads;
            for (int writer = 0; writer < writers; ++writer) {
                threads.emplace_back([&, writer] {
                    const auto made =
                        writeDurablyIfAbsent(path, QByteArray(100, static_cast<char>('a' + writer)));
                    created += made && *made ? 1 : 0;
                });
            }
            for (std::thread& thread : threads) {
                thread.join();
            }
            QCOMPARE(created.load(), 1);
            const QByteArray data = *readFile(path, limit);
            QCOMPARE(data, QByteArray(100, data.at(0)));
        }
        QCOMPARE(namesIn(m_folder->path()).size(), rounds);
    }

    void folderThatIsAFileFails()
    {
        const QString path = m_folder->filePath(QStringLiteral("a"));
        VERIFY_OK(writeDurably(path, "x"));
        QVERIFY(!writeDurably(path + QStringLiteral("/b"), "y"));
        QVERIFY(!makeFolderDurably(path + QStringLiteral("/b/c")));
        QCOMPARE(*readFile(path, limit), QByteArray("x"));
    }

    void foldersAreMadeOnce()
    {
        const QString path = m_folder->filePath(QStringLiteral("a/b/c"));
        VERIFY_OK(makeFolderDurably(path));
        QVERIFY(QFileInfo(path).isDir());
        VERIFY_OK(makeFolderDurably(path));
    }

    void diskThatFillsUpLeavesTheOldFile()
    {
#ifdef Q_OS_UNIX
        const QString path = m_folder->filePath(QStringLiteral("a"));
        VERIFY_OK(writeDurably(path, "old"));
        // A limit on the size of files ends a write half way, as a full disk does.
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit small = before;
        small.rlim_cur = 1000;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto written = writeDurably(path, QByteArray(5000, 'n'));
        const auto created = writeDurably(m_folder->filePath(QStringLiteral("b")), QByteArray(5000, 'n'));
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        VERIFY_FAILS(written, ErrorCode::DiskFull);
        VERIFY_FAILS(created, ErrorCode::DiskFull);
        QCOMPARE(*readFile(path, limit), QByteArray("old"));
        QCOMPARE(namesIn(m_folder->path()), QStringList{QStringLiteral("a")});
#else
        QSKIP("needs a limit on the size of files");
#endif
    }

    void onlyTheOwnerMayReadWhatIsWritten()
    {
#ifdef Q_OS_UNIX
        const QString path = m_folder->filePath(QStringLiteral("a"));
        VERIFY_OK(writeDurably(path, "secret"));
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                            QFileDevice::WriteOther;
        QVERIFY(!(QFileInfo(path).permissions() & others));
#else
        QSKIP("rights are inherited from the folder");
#endif
    }

    void moveReplacesAFileOrLeavesItAsAsked()
    {
        const auto at = [this](const char* name) { return m_folder->filePath(QString::fromLatin1(name)); };
        VERIFY_OK(writeDurably(at("one"), "1"));
        VERIFY_OK(writeDurably(at("two"), "2"));
        QCOMPARE(*moveDurablyIfAbsent(at("one"), at("two")), false);
        QCOMPARE(*readFile(at("one"), limit), QByteArray("1"));
        QCOMPARE(*readFile(at("two"), limit), QByteArray("2"));
        VERIFY_OK(moveDurably(at("one"), at("two")));
        QCOMPARE(*readFile(at("two"), limit), QByteArray("1"));
        QCOMPARE(*moveDurablyIfAbsent(at("two"), at("three")), true);
        QCOMPARE(namesIn(m_folder->path()), QStringList{QStringLiteral("three")});
        VERIFY_FAILS(moveDurably(at("none"), at("four")), ErrorCode::StorageFailed);
        VERIFY_FAILS(moveDurablyIfAbsent(at("none"), at("four")), ErrorCode::StorageFailed);
        // A folder goes onto a free name alike.
        VERIFY_OK(writeDurably(at("home.part/file"), "x"));
        VERIFY_OK(moveDurably(at("home.part"), at("home")));
        QCOMPARE(*readFile(at("home/file"), limit), QByteArray("x"));
    }

    void flushingWhatIsNotThereFails()
    {
#ifdef Q_OS_UNIX
        const QString path = m_folder->filePath(QStringLiteral("a"));
        VERIFY_FAILS(flushDurably(path), ErrorCode::StorageFailed);
        QVERIFY(!QFile::exists(path));
        VERIFY_OK(writeDurably(path, "x"));
        VERIFY_OK(flushDurably(path));
#else
        QSKIP("nothing to be flushed there");
#endif
    }

    void readingSaysWhatIsWrong()
    {
        VERIFY_FAILS(readFile(m_folder->filePath(QStringLiteral("none")), limit), ErrorCode::FileNotFound);
        VERIFY_FAILS(readFile(m_folder->path(), limit), ErrorCode::FileUnreadable);
        const QString path = m_folder->filePath(QStringLiteral("a"));
        VERIFY_OK(writeDurably(path, QByteArray(limit + 1, 'x')));
        VERIFY_FAILS(readFile(path, limit), ErrorCode::FileTooLarge);
        VERIFY_OK(readFile(path, limit + 1));
    }

    void aSmallFileTakesLittleMemoryWhateverTheLimit()
    {
        const QString path = m_folder->filePath(QStringLiteral("small"));
        VERIFY_OK(writeDurably(path, "few bytes"));
        const auto read = readFile(path, 1'000'000'000);
        VERIFY_OK(read);
        QCOMPARE(*read, QByteArray("few bytes"));
        QVERIFY2(read->capacity() < 100'000, QByteArray::number(read->capacity()).constData());
    }

    void systemErrorsAreToldApart()
    {
        QVERIFY(storageErrorFor(ENOSPC) == ErrorCode::DiskFull);
        QVERIFY(storageErrorFor(EFBIG) == ErrorCode::DiskFull);
        QVERIFY(storageErrorFor(EROFS) == ErrorCode::ReadOnly);
        QVERIFY(storageErrorFor(EACCES) == ErrorCode::ReadOnly);
        QVERIFY(storageErrorFor(EIO) == ErrorCode::StorageFailed);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(DurableFileTest)
#include "tst_durablefile.moc"
