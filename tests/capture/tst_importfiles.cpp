// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/importfiles.h"
#include "support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#ifndef Q_OS_WIN
#include <unistd.h>
#endif

using namespace sohoa;
using namespace sohoa::capture;

class ImportFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void numbersInNamesAreNumbers_data();
    void numbersInNamesAreNumbers();
    void foldersComeInNaturalOrderFilesFirst();
    void folderTakesOnlyPicturesAndPdf();
    void fileGivenByNameIsAlwaysTaken();
    void hiddenFilesAndFoldersAreLeftOut();
    void givenOrderIsKeptAndNothingComesTwice();
    void linksInACircleEnd();
    void folderTooDeepIsSaid();
    void missingAndUnreadableItemsDoNotStopTheOthers();
    void stableFileIsRead();
    void readingTellsWhatIsWrong();
    void fileThatGrowsIsChanged();
    void fileReplacedByAnotherOfTheSameSizeIsChanged();

private:
    QString make(const QString& name, const QByteArray& content = "content")
    {
        const QString path = m_folder->filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
            qFatal("cannot write the test's file");
        }
        return path;
    }
    QStringList namesIn(const ImportList& list) const
    {
        QStringList names;
        for (const QString& file : list.files) {
            names += QDir(m_folder->path()).relativeFilePath(file);
        }
        return names;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ImportFilesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void ImportFilesTest::numbersInNamesAreNumbers_data()
{
    QTest::addColumn<QString>("less");
    QTest::addColumn<QString>("more");
    QTest::newRow("digits") << QStringLiteral("p2.jpg") << QStringLiteral("p10.jpg");
    QTest::newRow("two numbers") << QStringLiteral("3-9.jpg") << QStringLiteral("3-10.jpg");
    QTest::newRow("leading zeros") << QStringLiteral("p007") << QStringLiteral("p8");
    QTest::newRow("longer than any integer")
        << QStringLiteral("99999999999999999999998") << QStringLiteral("99999999999999999999999");
    QTest::newRow("case") << QStringLiteral("Scan2") << QStringLiteral("scan10");
    QTest::newRow("tone marks") << QStringLiteral("Đơn 2") << QStringLiteral("don 10");
    QTest::newRow("shorter first") << QStringLiteral("p") << QStringLiteral("p1");
    QTest::newRow("equal but for zeros") << QStringLiteral("p01") << QStringLiteral("p1");
    QTest::newRow("letters") << QStringLiteral("a9") << QStringLiteral("b1");
}

void ImportFilesTest::numbersInNamesAreNumbers()
{
    QFETCH(QString, less);
    QFETCH(QString, more);
    QVERIFY(naturallyLess(less, more));
    QVERIFY(!naturallyLess(more, less));
    QVERIFY(!naturallyLess(less, less));
}

void ImportFilesTest::foldersComeInNaturalOrderFilesFirst()
{
    for (const char* name :
         {"hồ sơ 10/p1.jpg", "hồ sơ 2/p10.jpg", "hồ sơ 2/p9.jpg", "z.pdf", "a 10.tif", "a 9.tif"}) {
        make(QString::fromUtf8(name));
    }
    const auto list = expandImport({m_folder->path()});
    VERIFY_OK(list);
    QCOMPARE(namesIn(*list),
             QStringList({QStringLiteral("a 9.tif"), QStringLiteral("a 10.tif"), QStringLiteral("z.pdf"),
                          QStringLiteral("hồ sơ 2/p9.jpg"), QStringLiteral("hồ sơ 2/p10.jpg"),
                          QStringLiteral("hồ sơ 10/p1.jpg")}));
    QVERIFY(list->problems.empty());
}

void ImportFilesTest::folderTakesOnlyPicturesAndPdf()
{
    for (const char* name :
         {"1.jpg", "2.JPEG", "3.Png", "4.tif", "5.TIFF", "6.PDF", "7.txt", "8", "9.jpg.part"}) {
        make(QString::fromUtf8(name));
    }
    const auto list = expandImport({m_folder->path()});
    VERIFY_OK(list);
    QCOMPARE(list->files.size(), 6);
}

void ImportFilesTest::fileGivenByNameIsAlwaysTaken()
{
    const QString strange = make(QStringLiteral("ảnh chụp không đuôi"));
    const QString hidden = make(QStringLiteral(".hidden.jpg"));
    const auto list = expandImport({strange, hidden});
    VERIFY_OK(list);
    QCOMPARE(list->files, QStringList({strange, hidden}));
}

void ImportFilesTest::hiddenFilesAndFoldersAreLeftOut()
{
#ifdef Q_OS_WIN
    QSKIP("a leading dot hides nothing on Windows");
#endif
    make(QStringLiteral(".p1.jpg"));
    make(QStringLiteral(".thumbs/p1.jpg"));
    make(QStringLiteral("p1.jpg"));
    const auto list = expandImport({m_folder->path()});
    VERIFY_OK(list);
    QCOMPARE(namesIn(*list), QStringList({QStringLiteral("p1.jpg")}));
}

void ImportFilesTest::givenOrderIsKeptAndNothingComesTwice()
{
    const QString second = make(QStringLiteral("2.jpg"));
    const QString first = make(QStringLiteral("1.jpg"));
    const auto list = expandImport({second, m_folder->path(), first});
    VERIFY_OK(list);
    QCOMPARE(list->files, QStringList({second, first}));
}

void ImportFilesTest::linksInACircleEnd()
{
#ifdef Q_OS_WIN
    QSKIP("making links needs a right on Windows");
#endif
    make(QStringLiteral("a/b/p1.jpg"));
    QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("a")),
                        m_folder->filePath(QStringLiteral("a/b/again"))));
    QVERIFY(QFile::link(m_folder->path(), m_folder->filePath(QStringLiteral("a/up"))));
    const auto list = expandImport({m_folder->path()});
    VERIFY_OK(list);
    QCOMPARE(list->files.size(), 1);
}

void ImportFilesTest::folderTooDeepIsSaid()
{
    // 64 folders below the one that was given are entered, the next is not.
    QString folder;
    for (int depth = 1; depth <= 65; ++depth) {
        folder += QStringLiteral("f/");
        if (depth >= 64) {
            make(folder + QStringLiteral("p1.jpg"));
        }
    }
    const auto list = expandImport({m_folder->path()});
    VERIFY_OK(list);
    QCOMPARE(list->files.size(), 1);
    QCOMPARE(list->problems.size(), 1U);
    QCOMPARE(list->problems[0].path + u'/', m_folder->filePath(folder));
    QVERIFY(list->problems[0].error.code == ErrorCode::FileUnreadable);
}

void ImportFilesTest::missingAndUnreadableItemsDoNotStopTheOthers()
{
    const QString good = make(QStringLiteral("p1.jpg"));
    const QString missing = m_folder->filePath(QStringLiteral("no such file.jpg"));
    auto list = expandImport({missing, QString(), good});
    VERIFY_OK(list);
    QCOMPARE(list->files, QStringList({good}));
    QCOMPARE(list->problems.size(), 2U);
    QCOMPARE(list->problems[0].path, missing);
    QVERIFY(list->problems[0].error.code == ErrorCode::FileNotFound);
#ifndef Q_OS_WIN
    if (geteuid() == 0) {
        QSKIP("the administrator may read everything");
    }
    make(QStringLiteral("closed/p2.jpg"));
    const QString closed = m_folder->filePath(QStringLiteral("closed"));
    QVERIFY(QFile::setPermissions(closed, QFileDevice::WriteOwner));
    list = expandImport({m_folder->path()});
    QVERIFY(QFile::setPermissions(closed,
                                  QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
    VERIFY_OK(list);
    QCOMPARE(list->files, QStringList({good}));
    QCOMPARE(list->problems.size(), 1U);
    QVERIFY(list->problems[0].error.code == ErrorCode::FileUnreadable);
#endif
}

void ImportFilesTest::stableFileIsRead()
{
    const auto bytes = readStable(make(QStringLiteral("Đơn đề nghị số 1.pdf"), "content"));
    VERIFY_OK(bytes);
    QCOMPARE(*bytes, QByteArray("content"));
}

void ImportFilesTest::readingTellsWhatIsWrong()
{
    VERIFY_FAILS(readStable(m_folder->filePath(QStringLiteral("no"))), ErrorCode::FileNotFound);
    VERIFY_FAILS(readStable(m_folder->path()), ErrorCode::FileUnreadable);
    VERIFY_FAILS(readStable(make(QStringLiteral("empty"), {})), ErrorCode::FileEmpty);
    const QString ten = make(QStringLiteral("ten"), QByteArray(10, 'x'));
    VERIFY_OK(readStable(ten, 10));
    VERIFY_FAILS(readStable(ten, 9), ErrorCode::FileTooLarge);
}

void ImportFilesTest::fileThatGrowsIsChanged()
{
    const QString path = make(QStringLiteral("p1.jpg"));
    const auto grow = [&path] {
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        QCOMPARE(file.write("more"), 4);
    };
    const auto grown = readStable(path, mostImportBytes, grow);
    VERIFY_FAILS(grown, ErrorCode::FileChanged);
    VERIFY_OK(readStable(path));
    const auto removed = readStable(path, mostImportBytes, [&path] { QVERIFY(QFile::remove(path)); });
    VERIFY_FAILS(removed, ErrorCode::FileChanged);
}

void ImportFilesTest::fileReplacedByAnotherOfTheSameSizeIsChanged()
{
    const QString path = make(QStringLiteral("p1.jpg"));
    const auto touch = [&path] {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(
            file.setFileTime(QFileInfo(path).lastModified().addSecs(5), QFileDevice::FileModificationTime));
    };
    const auto touched = readStable(path, mostImportBytes, touch);
    VERIFY_FAILS(touched, ErrorCode::FileChanged);
}

QTEST_GUILESS_MAIN(ImportFilesTest)
#include "tst_importfiles.moc"
