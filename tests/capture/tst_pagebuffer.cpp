// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/pagebuffer.h"
#include "support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sohoa;
using namespace sohoa::capture;

class PageBufferTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }
    void contentIsTheSameInMemoryAndOnDisk();
    void fileIsForThisUserAndGoesWithTheBuffer();
    void limitIsKept();
    void bytesBeyondTheEndAreNotOverwritten();
    void filesOfAKilledRunGo();

private:
    [[nodiscard]] static QByteArray contentOf(PageBuffer& buffer)
    {
        ScannedPage page;
        if (!buffer.handOver(page)) {
            return "failed";
        }
        QFile file(page.file);
        return page.file.isEmpty() ? page.bytes : file.open(QIODevice::ReadOnly) ? file.readAll() : "no file";
    }
    [[nodiscard]] QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void PageBufferTest::contentIsTheSameInMemoryAndOnDisk()
{
    for (const qint64 inMemory : {0LL, 10LL, 25LL, 1000LL}) {
        PageBuffer buffer(m_folder->path(), inMemory, 1000);
        VERIFY_OK(buffer.append("0000"));
        VERIFY_OK(buffer.append("abcdefghij"));
        VERIFY_OK(buffer.append("klmnopqrst"));
        VERIFY_OK(buffer.overwrite(0, "head"));
        VERIFY_OK(buffer.append("uvw")); // goes on at the end, not behind the head
        QCOMPARE(contentOf(buffer), QByteArray("headabcdefghijklmnopqrstuvw"));
        QCOMPARE(buffer.size(), 27);
        QCOMPARE(buffer.head(), QByteArrayView("headabcdefghijklmnopqrstuvw"));
        QVERIFY(buffer.tail().endsWith("uvw"));
        QCOMPARE(files().size(), inMemory < 27 ? 1 : 0);
        buffer.clear();
        QCOMPARE(buffer.size(), 0);
        QCOMPARE(files(), QStringList());
        VERIFY_OK(buffer.append("next"));
        QCOMPARE(contentOf(buffer), QByteArray("next"));
    }
}

void PageBufferTest::fileIsForThisUserAndGoesWithTheBuffer()
{
    {
        PageBuffer buffer(m_folder->path(), 0, 1000);
        VERIFY_OK(buffer.append("a page of a citizen"));
        ScannedPage page;
        VERIFY_OK(buffer.handOver(page));
        constexpr auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QVERIFY((QFile::permissions(page.file) & others) == 0);
    }
    QCOMPARE(files(), QStringList());
}

void PageBufferTest::limitIsKept()
{
    PageBuffer buffer(m_folder->path(), 5, 10);
    VERIFY_OK(buffer.append("0123456789"));
    VERIFY_FAILS(buffer.append("x"), ErrorCode::FileTooLarge);
    QCOMPARE(contentOf(buffer), QByteArray("0123456789"));
}

void PageBufferTest::bytesBeyondTheEndAreNotOverwritten()
{
    PageBuffer buffer(m_folder->path());
    VERIFY_OK(buffer.append("0123"));
    VERIFY_FAILS(buffer.overwrite(2, "abc"), ErrorCode::InvalidArgument);
    VERIFY_FAILS(buffer.overwrite(-1, "a"), ErrorCode::InvalidArgument);
    QCOMPARE(contentOf(buffer), QByteArray("0123"));
}

void PageBufferTest::filesOfAKilledRunGo()
{
    const auto leave = [this](const char* name, int days) {
        QFile file(m_folder->filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write("page") == 4 && file.flush() &&
               file.setFileTime(QDateTime::currentDateTime().addDays(-days),
                                QFileDevice::FileModificationTime);
    };
    QVERIFY(leave("sohoa-page-old", 2));
    QVERIFY(leave("sohoa-page-of-another-window", 0));
    QVERIFY(leave("something else", 2));
    PageBuffer buffer(m_folder->path(), 0);
    VERIFY_OK(buffer.append("x"));
    QVERIFY(!files().contains(QStringLiteral("sohoa-page-old")));
    QVERIFY(files().contains(QStringLiteral("sohoa-page-of-another-window")));
    QVERIFY(files().contains(QStringLiteral("something else")));
}

QTEST_GUILESS_MAIN(PageBufferTest)
#include "tst_pagebuffer.moc"
