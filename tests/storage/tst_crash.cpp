// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Run as `tst_storage_crash write <folder>` it is the program that is killed; without arguments it is the
// test.
#include "storage/journalfolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTest>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#endif

using namespace sohoa;
using namespace sohoa::dossier;
using namespace sohoa::storage;
using namespace sohoa::test;

namespace {

/// Prints and flushes a line, at once and without buffering.
void say(const QByteArray& line)
{
    std::fwrite((line + '\n').constData(), 1, static_cast<std::size_t>(line.size()) + 1, stdout);
    std::fflush(stdout);
}

/// Keeps pages until somebody kills it; says each page only when it is kept.
int writePages(const QString& folder)
{
    const FixedClock clock;
    auto vault = Vault::open(vaultPath(folder), keyOf('k'));
    auto journal = Journal::open(journalPath(folder), keyOf('k'), clock);
    if (!vault || !journal) {
        say("error " + describe(vault ? journal.error() : vault.error()).toUtf8());
        return 1;
    }
    Session session;
    session.uid = newUid();
    session.key = session.uid;
    Status done = (*journal)->write([&](JournalWriter& writer) { return writer.openSession(session); });
    for (int position = 0; done; ++position) {
        Page page = inventedPage(session.uid, position);
        const QByteArray bytes = page.uid.toLatin1().repeated(500);
        const auto name = vault->put(bytes);
        if (!name) {
            done = failure(name.error());
            break;
        }
        page.sha256 = *name;
        done = (*journal)->write([&](JournalWriter& writer) { return writer.addPage(page); });
        if (done) {
            say("page " + page.uid.toLatin1() + ' ' + name->toLatin1());
        }
    }
    say("error " + toString(done.error().code).toUtf8());
    return 3;
}

#ifdef Q_OS_UNIX
void limitFileSize()
{
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{400'000, 400'000};
    setrlimit(RLIMIT_FSIZE, &limit);
}

void becomeNobody()
{
    constexpr uid_t nobody = 65534;
    if (geteuid() == 0 && setuid(nobody) != 0) {
        _exit(99);
    }
}
#endif

struct Told
{
    QList<QByteArrayList> pages;
    QByteArray error;
};

Told read(const QByteArray& output)
{
    Told told;
    // The last line may have been cut off by the kill.
    const qsizetype end = output.lastIndexOf('\n');
    const QByteArrayList lines = output.left(end < 0 ? 0 : end).split('\n');
    for (const QByteArray& line : lines) {
        const QByteArrayList words = line.split(' ');
        if (words.size() == 3 && words[0] == "page") {
            told.pages += words;
        } else if (words[0] == "error") {
            told.error = words.mid(1).join(' ');
        }
    }
    return told;
}

} // namespace

class TestCrash : public QObject
{
    Q_OBJECT

private slots:
    void everythingSaidIsThereAfterAKill()
    {
        const QTemporaryDir folder;
        qsizetype said = 0;
        for (const int pages : {1, 3, 8, 20, 33}) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("write"), folder.path()});
            QVERIFY(child.waitForStarted());
            QByteArray output;
            while (output.count("page ") < pages) {
                QVERIFY(child.waitForReadyRead());
                output += child.readAllStandardOutput();
            }
            child.kill();
            QVERIFY(child.waitForFinished());
            output += child.readAllStandardOutput();
            const Told told = read(output);
            said += told.pages.size();

            const FixedClock clock;
            const auto vault = Vault::open(vaultPath(folder.path()), keyOf('k'));
            VERIFY_OK(vault);
            // Opening runs SQLite's quick check and the check of foreign keys.
            const auto journal = Journal::open(journalPath(folder.path()), keyOf('k'), clock);
            VERIFY_OK(journal);
            for (const QByteArrayList& words : told.pages) {
                const auto page = (*journal)->page(QString::fromLatin1(words[1]));
                VERIFY_OK(page);
                QVERIFY(page->has_value());
                const auto bytes = vault->get((*page)->sha256);
                VERIFY_OK(bytes);
                QCOMPARE(*bytes, words[1].repeated(500));
            }
            // No row without its file, also of pages that were not said.
            const auto references = (*journal)->vaultReferences();
            VERIFY_OK(references);
            QVERIFY(references->size() >= static_cast<std::size_t>(said));
            for (const VaultReference& reference : *references) {
                VERIFY_OK(vault->get(reference.sha256));
            }
            QVERIFY(!(*journal)->openSessions()->empty());
        }
    }

    void aFullDiskLosesNothingThatWasSaid()
    {
#ifndef Q_OS_UNIX
        QSKIP("needs RLIMIT_FSIZE");
#else
        const QTemporaryDir folder;
        QProcess child;
        child.setChildProcessModifier(limitFileSize);
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("write"), folder.path()});
        QVERIFY(child.waitForFinished(120'000));
        const Told told = read(child.readAllStandardOutput());
        QCOMPARE(child.exitCode(), 3);
        QCOMPARE(told.error, QByteArray("DiskFull"));
        QVERIFY(!told.pages.isEmpty());
        const FixedClock clock;
        const auto journal = Journal::open(journalPath(folder.path()), keyOf('k'), clock);
        VERIFY_OK(journal);
        QCOMPARE((*journal)->vaultReferences()->size(), std::size_t(told.pages.size()));
#endif
    }

    void aFolderThatMayNotBeWrittenIsSaid()
    {
#ifndef Q_OS_UNIX
        QSKIP("needs the rights of Unix");
#else
        constexpr QFileDevice::Permissions everybodyLooks = QFileDevice::ReadOwner | QFileDevice::ExeOwner |
                                                            QFileDevice::ReadGroup | QFileDevice::ExeGroup |
                                                            QFileDevice::ReadOther | QFileDevice::ExeOther;
        QTemporaryDir folder;
        QVERIFY(QFile::setPermissions(folder.path(), everybodyLooks));
        // The build may lie where nobody else may look, such as in the home of root.
        QTemporaryDir open;
        const QString program = open.filePath(QStringLiteral("tst_crash"));
        QVERIFY(QFile::copy(QCoreApplication::applicationFilePath(), program));
        for (const QString& path : {open.path(), program}) {
            QVERIFY(QFile::setPermissions(path, everybodyLooks | QFileDevice::WriteOwner));
        }
        QProcess child;
        child.setChildProcessModifier(becomeNobody);
        child.start(program, {QStringLiteral("write"), folder.path()});
        QVERIFY2(child.waitForFinished(60'000), qPrintable(child.errorString()));
        if (child.exitCode() == 99) {
            QSKIP("only root becomes somebody else");
        }
        const Told told = read(child.readAllStandardOutput());
        QVERIFY2(told.error.startsWith("ReadOnly"), told.error.constData());
        QFile::setPermissions(folder.path(),
                              QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
#endif
    }
};

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QLatin1String("write")) {
        return writePages(arguments[2]);
    }
    TestCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_crash.moc"
