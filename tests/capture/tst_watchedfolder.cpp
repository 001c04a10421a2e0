// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/folderwatch.h"
#include "capture/watchedfolder.h"
#include "support/fixedclock.h"
#include "support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifndef Q_OS_WIN
#include <unistd.h>
#endif

using namespace sohoa;
using namespace sohoa::capture;
using namespace sohoa::test;

namespace {

const QByteArray whole = QByteArray("\xff\xd8\xff\xe0", 4) + "page" + QByteArray("\xff\xd9", 2);
const QByteArray cut = QByteArray("\xff\xd8\xff\xe0", 4) + "pag";

} // namespace

class WatchedFolderTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void fileIsReadyOnlyAfterTwoQuietLooks();
    void fileThatGrowsIsNotReady();
    void fileWithoutItsEndWaitsAndIsThenMarked();
    void endsOfFormatsAreKnown_data();
    void endsOfFormatsAreKnown();
    void onlyPagesAreTaken();
    void orderIsThatOfWriting();
    void laterFileWaitsForAnEarlierOne();
    void emptyAndLockedFilesAreToldOnce();
    void nothingMovesBeforeItIsSafe();
    void safeFilesMoveWithoutOverwriting();
    void safeFilesAreDeletedWhenSetSo();
    void nameUsedAgainIsANewPage();
    void fileWrittenAgainBeforeItWasSafeStays();
    void fileThatChangedIsNotRead();
    void folderGoneAndBackLosesNothing();
    void fileTakenWhileTheFolderWasGoneIsClearedLater();
    void leftFilesAreRememberedOverARestart();
    void manyRememberedNamesHideNothingAndForgetNothing();
    void refusedFilesComeAgainOnlyWhenChanged();
    void fileThatCannotBeClearedIsNotTakenTwice();
    void watchTellsOfChangesAndPolls();

private:
    QString make(const QString& name, const QByteArray& content = whole, int second = 0)
    {
        const QString path = m_rules.folder + u'/' + name;
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.flush() ||
            !file.setFileTime(m_written.addSecs(second), QFileDevice::FileModificationTime)) {
            qFatal("cannot write the test's file");
        }
        return path;
    }
    /// The second of two looks far enough apart.
    FolderLook lookTwice(WatchedFolder& folder)
    {
        static_cast<void>(folder.look());
        m_clock.advance(3);
        return folder.look();
    }
    static QStringList names(const FolderLook& look)
    {
        QStringList names;
        for (const WatchedFile& file : look.ready) {
            names += QFileInfo(file.path).fileName();
        }
        return names;
    }
    [[nodiscard]] QStringList left(const QString& below = {}) const
    {
        return QDir(m_rules.folder + u'/' + below).entryList(QDir::Files, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    WatchRules m_rules;
    FixedClock m_clock;
    QDateTime m_written = fromIso(QStringLiteral("2026-11-20T08:00:00.000+07:00"));
};

void WatchedFolderTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_rules = {};
    m_rules.folder = m_folder->filePath(QStringLiteral("scans"));
    QVERIFY(QDir().mkpath(m_rules.folder));
    m_clock = FixedClock();
}

void WatchedFolderTest::fileIsReadyOnlyAfterTwoQuietLooks()
{
    WatchedFolder folder(m_rules, m_clock);
    make(QStringLiteral("a.jpg"));
    QCOMPARE(folder.look().pending, 1);
    m_clock.advance(1); // too soon
    QCOMPARE(folder.look().pending, 1);
    m_clock.advance(1);
    const FolderLook look = folder.look();
    QCOMPARE(names(look), QStringList{QStringLiteral("a.jpg")});
    QCOMPARE(look.pending, 0);
    QVERIFY(!look.ready[0].incomplete);
    QCOMPARE(folder.read(look.ready[0]).value(), whole);
    // Not yet safe: it is told again.
    QCOMPARE(names(folder.look()), QStringList{QStringLiteral("a.jpg")});
}

void WatchedFolderTest::fileThatGrowsIsNotReady()
{
    WatchedFolder folder(m_rules, m_clock);
    for (int i = 0; i < 20; ++i) {
        make(QStringLiteral("a.jpg"), whole + QByteArray(i, 'x'), i);
        QCOMPARE(folder.look().pending, 1);
        m_clock.advance(5);
    }
    // The same size again, but another time: still being written.
    make(QStringLiteral("a.jpg"), whole + QByteArray(19, 'x'), 60);
    QCOMPARE(folder.look().pending, 1);
}

void WatchedFolderTest::fileWithoutItsEndWaitsAndIsThenMarked()
{
    WatchedFolder folder(m_rules, m_clock);
    make(QStringLiteral("a.jpg"), cut);
    QCOMPARE(lookTwice(folder).pending, 1);
    m_clock.advance(60);
    const FolderLook look = folder.look();
    QCOMPARE(names(look), QStringList{QStringLiteral("a.jpg")});
    QVERIFY(look.ready[0].incomplete);
}

void WatchedFolderTest::endsOfFormatsAreKnown_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isWhole");
    QTest::newRow("JPEG") << whole << true;
    QTest::newRow("JPEG, padded") << whole + QByteArray(100, '\0') << true;
    QTest::newRow("JPEG, cut") << cut << false;
    QTest::newRow("PNG") << QByteArray("\x89PNG....IEND\xae\x42\x60\x82") << true;
    QTest::newRow("PNG, cut") << QByteArray("\x89PNG....IDAT") << false;
    QTest::newRow("PDF") << QByteArray("%PDF-1.4 ... %%EOF\n") << true;
    QTest::newRow("PDF, cut") << QByteArray("%PDF-1.4 ... xref") << false;
    QTest::newRow("TIFF") << QByteArray("II*\0\x08\0\0\0\0\0\0\0", 12) << true;
    QTest::newRow("TIFF, cut") << QByteArray("II*\0\0\0\x10\0....", 12) << false;
    QTest::newRow("TIFF, other order") << QByteArray("MM\0*\0\0\0\x08\0\0", 10) << true;
    QTest::newRow("not known") << QByteArray("hello world, how are you") << true;
}

void WatchedFolderTest::endsOfFormatsAreKnown()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, isWhole);
    QCOMPARE(hasProperEnd(content.left(16), content.right(2048), content.size()), isWhole);
}

void WatchedFolderTest::onlyPagesAreTaken()
{
    WatchedFolder folder(m_rules, m_clock);
    make(QStringLiteral("page.JPG"));
    for (const char* name : {".hidden.jpg", "~open.pdf", "page.jpg.part", "page.tmp", "notes.txt",
                             "copy.jpg~", "sub/deeper.jpg", "done/page.jpg"}) {
        make(QString::fromLatin1(name));
    }
#ifndef Q_OS_WIN
    const QString secret = m_folder->filePath(QStringLiteral("secret.jpg"));
    QVERIFY(QFile::copy(m_rules.folder + QStringLiteral("/page.JPG"), secret));
    QVERIFY(QFile::link(secret, m_rules.folder + QStringLiteral("/link.jpg")));
#endif
    const FolderLook look = lookTwice(folder);
    QCOMPARE(names(look), QStringList{QStringLiteral("page.JPG")});
    QCOMPARE(look.pending, 0);
}

void WatchedFolderTest::orderIsThatOfWriting()
{
    WatchedFolder folder(m_rules, m_clock);
    make(QStringLiteral("b.jpg"), whole, 1);
    make(QStringLiteral("a.jpg"), whole, 9);
    make(QStringLiteral("p10.jpg"), whole, 5);
    make(QStringLiteral("p9.jpg"), whole, 5);
    QCOMPARE(names(lookTwice(folder)), (QStringList{QStringLiteral("b.jpg"), QStringLiteral("p9.jpg"),
                                                    QStringLiteral("p10.jpg"), QStringLiteral("a.jpg")}));
}

void WatchedFolderTest::laterFileWaitsForAnEarlierOne()
{
    WatchedFolder folder(m_rules, m_clock);
    make(QStringLiteral("1.jpg"), cut, 1);
    make(QStringLiteral("2.jpg"), whole, 2);
    FolderLook look = lookTwice(folder);
    QCOMPARE(names(look), QStringList());
    QCOMPARE(look.pending, 2);
    m_clock.advance(60); // nobody waits for ever
    look = folder.look();
    QCOMPARE(names(look), (QStringList{QStringLiteral("1.jpg"), QStringLiteral("2.jpg")}));
    QVERIFY(look.ready[0].incomplete && !look.ready[1].incomplete);
}

void WatchedFolderTest::emptyAndLockedFilesAreToldOnce()
{
    WatchedFolder folder(m_rules, m_clock);
    make(QStringLiteral("empty.jpg"), {}, 1);
    const QString locked = make(QStringLiteral("locked.jpg"), whole, 2);
    make(QStringLiteral("good.jpg"), whole, 3);
    QFile::setPermissions(locked, {});
    QVERIFY(lookTwice(folder).problems.empty());
    m_clock.advance(60);
    FolderLook look = folder.look();
#ifndef Q_OS_WIN
    const bool isRoot = geteuid() == 0; // who can open everything
#else
    const bool isRoot = true;
#endif
    QCOMPARE(look.problems.size(), isRoot ? 1U : 2U);
    QVERIFY(look.problems[0].error.code == ErrorCode::FileEmpty);
    QVERIFY(isRoot || look.problems[1].error.code == ErrorCode::FileUnreadable);
    QVERIFY(names(look).contains(QStringLiteral("good.jpg")));
    QVERIFY(folder.look().problems.empty());
    QFile::setPermissions(locked, QFile::ReadOwner | QFile::WriteOwner);
    QVERIFY(names(folder.look()).contains(QStringLiteral("locked.jpg")));
}

void WatchedFolderTest::nothingMovesBeforeItIsSafe()
{
    m_rules.after = AfterTaking::Delete;
    WatchedFolder folder(m_rules, m_clock);
    make(QStringLiteral("a.jpg"));
    const FolderLook look = lookTwice(folder);
    VERIFY_OK(folder.read(look.ready.at(0)));
    static_cast<void>(folder.look());
    QCOMPARE(left(), QStringList{QStringLiteral("a.jpg")});
}

void WatchedFolderTest::safeFilesMoveWithoutOverwriting()
{
    WatchedFolder folder(m_rules, m_clock);
    make(QStringLiteral("done/a.jpg"), "older");
    make(QStringLiteral("a.jpg"));
    const FolderLook look = lookTwice(folder);
    VERIFY_OK(folder.safe(look.ready.at(0)));
    QCOMPARE(left(), QStringList());
    QCOMPARE(left(QStringLiteral("done")),
             (QStringList{QStringLiteral("a (2).jpg"), QStringLiteral("a.jpg")}));
    QCOMPARE(names(lookTwice(folder)), QStringList());
}

void WatchedFolderTest::safeFilesAreDeletedWhenSetSo()
{
    m_rules.after = AfterTaking::Delete;
    WatchedFolder folder(m_rules, m_clock);
    make(QStringLiteral("a.jpg"));
    make(QStringLiteral("b.jpg"));
    const FolderLook look = lookTwice(folder);
    VERIFY_OK(folder.safe(look.ready.at(0)));
    QCOMPARE(left(), QStringList{QStringLiteral("b.jpg")});
    QCOMPARE(left(QStringLiteral("done")), QStringList());
}

void WatchedFolderTest::nameUsedAgainIsANewPage()
{
    for (const AfterTaking after : {AfterTaking::Move, AfterTaking::Delete, AfterTaking::Leave}) {
        m_rules.after = after;
        WatchedFolder folder(m_rules, m_clock);
        make(QStringLiteral("scan.jpg"), whole, 1);
        const FolderLook first = lookTwice(folder);
        VERIFY_OK(folder.safe(first.ready.at(0)));
        QVERIFY(folder.look().ready.empty());
        make(QStringLiteral("scan.jpg"), whole + "2", 2);
        const FolderLook second = lookTwice(folder);
        QCOMPARE(names(second), QStringList{QStringLiteral("scan.jpg")});
        QCOMPARE(folder.read(second.ready[0]).value(), whole + "2");
        VERIFY_OK(folder.safe(second.ready[0]));
        // Of the same size and second as the one before: only a name left in place can be mistaken.
        if (after != AfterTaking::Leave) {
            make(QStringLiteral("scan.jpg"), whole + "3", 2);
            QCOMPARE(names(lookTwice(folder)), QStringList{QStringLiteral("scan.jpg")});
        }
        QVERIFY(QFile::remove(m_rules.folder + QStringLiteral("/scan.jpg")) || after == AfterTaking::Leave);
    }
}

void WatchedFolderTest::fileWrittenAgainBeforeItWasSafeStays()
{
    m_rules.after = AfterTaking::Delete;
    WatchedFolder folder(m_rules, m_clock);
    make(QStringLiteral("scan.jpg"), whole, 1);
    const FolderLook look = lookTwice(folder);
    VERIFY_OK(folder.read(look.ready.at(0)));
    make(QStringLiteral("scan.jpg"), whole + "next page", 2);
    VERIFY_FAILS(folder.safe(look.ready[0]), ErrorCode::FileChanged);
    const FolderLook next = lookTwice(folder);
    QCOMPARE(names(next), QStringList{QStringLiteral("scan.jpg")});
    QCOMPARE(folder.read(next.ready[0]).value(), whole + "next page");
}

void WatchedFolderTest::fileThatChangedIsNotRead()
{
    WatchedFolder folder(m_rules, m_clock);
    const QString path = make(QStringLiteral("scan.jpg"), whole, 1);
    const FolderLook look = lookTwice(folder);
    make(QStringLiteral("scan.jpg"), whole, 2);
    VERIFY_FAILS(folder.read(look.ready.at(0)), ErrorCode::FileChanged);
    QVERIFY(QFile::remove(path));
    VERIFY_FAILS(folder.read(look.ready.at(0)), ErrorCode::FileNotFound);
}

void WatchedFolderTest::folderGoneAndBackLosesNothing()
{
    WatchedFolder folder(m_rules, m_clock);
    make(QStringLiteral("a.jpg"));
    QCOMPARE(lookTwice(folder).ready.size(), 1U);
    const QString away = m_rules.folder + QStringLiteral(" unplugged");
    QVERIFY(QDir().rename(m_rules.folder, away));
    QVERIFY(folder.look().state == FolderState::Gone);
    QVERIFY(QDir().rename(away, m_rules.folder));
    FolderLook look = folder.look();
    QVERIFY(look.state == FolderState::There);
    QCOMPARE(look.pending, 1); // it must show anew that it is quiet
    m_clock.advance(3);
    QCOMPARE(folder.look().ready.size(), 1U);
}

void WatchedFolderTest::fileTakenWhileTheFolderWasGoneIsClearedLater()
{
    WatchedFolder folder(m_rules, m_clock);
    make(QStringLiteral("a.jpg"));
    const FolderLook look = lookTwice(folder);
    const QString away = m_rules.folder + QStringLiteral(" unplugged");
    QVERIFY(QDir().rename(m_rules.folder, away));
    VERIFY_FAILS(folder.safe(look.ready.at(0)), ErrorCode::FolderUnreachable);
    QVERIFY(QDir().rename(away, m_rules.folder));
    QVERIFY(lookTwice(folder).ready.empty());
    QCOMPARE(left(), QStringList());
    QCOMPARE(left(QStringLiteral("done")), QStringList{QStringLiteral("a.jpg")});
}

void WatchedFolderTest::leftFilesAreRememberedOverARestart()
{
    m_rules.after = AfterTaking::Leave;
    QJsonObject memory;
    make(QStringLiteral("a.jpg"), whole, 1);
    make(QStringLiteral("b.jpg"), whole, 2);
    {
        WatchedFolder folder(m_rules, m_clock);
        VERIFY_OK(folder.safe(lookTwice(folder).ready.at(0)));
        memory = folder.memory();
    }
    WatchedFolder folder(m_rules, m_clock);
    folder.remember(memory);
    QCOMPARE(names(lookTwice(folder)), QStringList{QStringLiteral("b.jpg")});
    folder.remember({{QStringLiteral("b.jpg"), QStringLiteral("nonsense")}, {QStringLiteral("x"), 5}});
    QCOMPARE(folder.look().ready.size(), 1U);
}

void WatchedFolderTest::manyRememberedNamesHideNothingAndForgetNothing()
{
    m_rules.after = AfterTaking::Leave;
    WatchedFolder folder(m_rules, m_clock);
    const QString stamp = QStringLiteral("%1 %2").arg(whole.size()).arg(m_written.toMSecsSinceEpoch());
    QJsonObject memory;
    for (int i = 0; i < 100'001; ++i) { // gone long ago
        memory.insert(QStringLiteral("gone-%1.jpg").arg(i), stamp);
    }
    for (int i = 0; i < 20'001; ++i) { // left where they are
        const QString name = QStringLiteral("left-%1.jpg").arg(i);
        make(name);
        memory.insert(name, stamp);
    }
    folder.remember(memory);
    make(QStringLiteral("new.jpg"));
    const FolderLook look = lookTwice(folder);
    QCOMPARE(names(look), QStringList{QStringLiteral("new.jpg")});
    VERIFY_OK(folder.safe(look.ready.front()));
    QVERIFY(lookTwice(folder).ready.empty());
    QCOMPARE(folder.memory().size(), 20'002);
}

void WatchedFolderTest::refusedFilesComeAgainOnlyWhenChanged()
{
    WatchedFolder folder(m_rules, m_clock);
    make(QStringLiteral("a.jpg"), whole, 1);
    folder.refuse(lookTwice(folder).ready.at(0));
    QVERIFY(lookTwice(folder).ready.empty());
    QCOMPARE(left(), QStringList{QStringLiteral("a.jpg")});
    make(QStringLiteral("a.jpg"), whole, 2);
    QCOMPARE(lookTwice(folder).ready.size(), 1U);
}

void WatchedFolderTest::fileThatCannotBeClearedIsNotTakenTwice()
{
    WatchedFolder folder(m_rules, m_clock);
    // A file lies where the folder for what is done should be.
    make(QStringLiteral("done"), "in the way");
    make(QStringLiteral("a.jpg"));
    VERIFY_FAILS(folder.safe(lookTwice(folder).ready.at(0)), ErrorCode::ReadOnly);
    QVERIFY(lookTwice(folder).ready.empty());
    QVERIFY(QFile::remove(m_rules.folder + QStringLiteral("/done")));
    QVERIFY(folder.look().ready.empty());
    QCOMPARE(left(), QStringList());
    QCOMPARE(left(QStringLiteral("done")), QStringList{QStringLiteral("a.jpg")});
}

void WatchedFolderTest::watchTellsOfChangesAndPolls()
{
    FolderWatch watch;
    QSignalSpy due(&watch, &FolderWatch::due);
    watch.start(m_rules.folder, std::chrono::hours(1));
    QVERIFY(due.wait());
    make(QStringLiteral("a.jpg"));
    QVERIFY(due.wait());
    watch.start(m_folder->filePath(QStringLiteral("not there")), std::chrono::milliseconds(20));
    QVERIFY(due.wait());
    QVERIFY(due.wait());
    watch.stop();
    const qsizetype before = due.size();
    QVERIFY(!due.wait(200));
    QCOMPARE(due.size(), before);
}

QTEST_GUILESS_MAIN(WatchedFolderTest)
#include "tst_watchedfolder.moc"
