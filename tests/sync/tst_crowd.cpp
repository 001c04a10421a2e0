// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// What several programs, a killed one, a full disk and missing rights do to a folder warehouse. The other
// programs are this test itself, started with a task as argument.
#include "base/digest.h"
#include "support/testsupport.h"
#include "sync/folderwarehouse.h"
#include "sync/keys.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <cstdlib>
#include <memory>

#ifndef Q_OS_WIN
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#endif

using namespace sohoa;
using namespace sohoa::sync;

namespace {

constexpr qint64 bigLength = 24 * 1024 * 1024;

QByteArray contentFor(int number, qint64 length)
{
    return QByteArray::number(number).rightJustified(8, '0').repeated(length / 8);
}

QString wordOf(const Result<PutOutcome>& outcome)
{
    if (!outcome) {
        return toString(outcome.error().code);
    }
    return *outcome == PutOutcome::Created ? QStringLiteral("Created") : QStringLiteral("AlreadySame");
}

void say(const QString& line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

/// Waits for a line on standard input, so that several children start at one time.
void waitForGo()
{
    say(QStringLiteral("ready"));
    char line[16] = {};
    if (std::fgets(line, sizeof line, stdin) == nullptr) {
        std::exit(1); // nobody will say go
    }
}

/// The child: `put FOLDER KEY CONTENT` | `blobs FOLDER` | `rights FOLDER KEY` | `full FOLDER KEY`
int runTask(const QStringList& arguments)
{
    const QString task = arguments[1];
    FolderWarehouse warehouse(arguments[2]);
    if (task == QLatin1String("put")) {
        waitForGo();
        say(wordOf(warehouse.putIfAbsent(arguments[3], arguments[4].toUtf8(), {})));
        return 0;
    }
    if (task == QLatin1String("blobs")) {
        waitForGo();
        for (int number = 0;; ++number) {
            const QByteArray content = contentFor(number, bigLength);
            const auto outcome = warehouse.putIfAbsent(blobKey(sha256Hex(content)), content, {});
            say(wordOf(outcome) + u' ' + QString::number(number));
        }
    }
#ifndef Q_OS_WIN
    if (task == QLatin1String("rights")) {
        constexpr uid_t nobody = 65534;
        if (::geteuid() == 0 && ::setuid(nobody) != 0) {
            return 2;
        }
        say(wordOf(warehouse.putIfAbsent(arguments[3], "x", {})));
        return 0;
    }
    if (task == QLatin1String("full")) {
        // A quota of this process stands for a full disk: the system's answer goes the same way.
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{1000, 1000};
        if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) {
            return 2;
        }
        say(wordOf(warehouse.putIfAbsent(arguments[3], QByteArray(5000, 'x'), {})));
        return 0;
    }
#endif
    return 2;
}

std::unique_ptr<QProcess> startTask(const QStringList& arguments)
{
    auto child = std::make_unique<QProcess>();
    child->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child->start(QCoreApplication::applicationFilePath(), arguments);
    return child;
}

QString lineOf(QProcess& child)
{
    while (!child.canReadLine() && child.waitForReadyRead(30'000)) {
    }
    return QString::fromUtf8(child.readLine()).trimmed();
}

} // namespace

class CrowdTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void ofSeveralWritersOfOneKeyExactlyOneCreatesIt();
    void sameContentBySeveralWritersIsNoConflict();
    void killedWriterLeavesWholeObjectsOnly();
    void missingRightsAreRefused();
    void fullDiskIsSaidAndLeavesNothing();

private:
    [[nodiscard]] QString root() const { return m_home->filePath(QStringLiteral("kho")); }
    [[nodiscard]] QStringList race(const QString& key, const QStringList& contents);

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<FolderWarehouse> m_warehouse;
};

void CrowdTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    const auto identity = FolderWarehouse::setUp(root());
    VERIFY_OK(identity);
    m_warehouse = std::make_unique<FolderWarehouse>(root(), *identity);
}

QStringList CrowdTest::race(const QString& key, const QStringList& contents)
{
    std::vector<std::unique_ptr<QProcess>> children;
    for (const QString& content : contents) {
        children.push_back(startTask({QStringLiteral("put"), root(), key, content}));
    }
    QStringList answers;
    for (const auto& child : children) {
        answers += lineOf(*child) == QLatin1String("ready") ? QString() : QStringLiteral("not ready");
    }
    for (const auto& child : children) {
        child->write("go\n");
        child->waitForBytesWritten();
    }
    for (std::size_t i = 0; i < children.size(); ++i) {
        answers[static_cast<qsizetype>(i)] += lineOf(*children[i]);
        children[i]->waitForFinished();
    }
    return answers;
}

void CrowdTest::ofSeveralWritersOfOneKeyExactlyOneCreatesIt()
{
    constexpr int rounds = 15;
    for (int round = 1; round <= rounds; ++round) {
        const QString key = logKey({QStringLiteral("H25"), 1}, round);
        const QStringList contents = {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")};
        const QStringList answers = race(key, contents);
        QCOMPARE(answers.count(QStringLiteral("Created")), 1);
        QCOMPARE(answers.count(QStringLiteral("WarehouseConflict")), 2);
        const auto winner = m_warehouse->get(key, 100, {});
        VERIFY_OK(winner);
        QCOMPARE(QString::fromUtf8(*winner), contents[answers.indexOf(QStringLiteral("Created"))]);
    }
}

void CrowdTest::sameContentBySeveralWritersIsNoConflict()
{
    const QStringList answers =
        race(blobKey(sha256Hex(QByteArrayView("paper"))),
             {QStringLiteral("paper"), QStringLiteral("paper"), QStringLiteral("paper")});
    QCOMPARE(answers.count(QStringLiteral("Created")), 1);
    QCOMPARE(answers.count(QStringLiteral("AlreadySame")), 2);
}

void CrowdTest::killedWriterLeavesWholeObjectsOnly()
{
    const auto child = startTask({QStringLiteral("blobs"), root()});
    QCOMPARE(lineOf(*child), QStringLiteral("ready"));
    child->write("go\n");
    QCOMPARE(lineOf(*child), QStringLiteral("Created 0"));
    // It is writing the next ones now. Killed as soon as a half-written file is seen.
    bool halfSeen = false;
    QElapsedTimer waited;
    waited.start();
    while (!halfSeen && waited.elapsed() < 20'000) {
        QDirIterator parts(root(), {QStringLiteral("*.part")}, QDir::Files, QDirIterator::Subdirectories);
        halfSeen = parts.hasNext();
    }
    child->kill();
    QVERIFY(child->waitForFinished());
    QVERIFY2(halfSeen, "the child was never seen writing");
    const auto page = m_warehouse->listAfter(QStringLiteral("v1/blobs/"), {}, 1000, {});
    VERIFY_OK(page);
    QVERIFY(!page->objects.empty());
    for (const ListedObject& object : page->objects) {
        VERIFY_OK(m_warehouse->confirm(object.key, *sha256FromBlobKey(object.key), bigLength, {}));
    }
    // What was announced as created is there, and the next start may send everything again.
    while (child->canReadLine()) {
        const QStringList words = lineOf(*child).split(u' ');
        QCOMPARE(words[0], QStringLiteral("Created"));
        const QByteArray content = contentFor(words[1].toInt(), bigLength);
        QCOMPARE(*m_warehouse->putIfAbsent(blobKey(sha256Hex(content)), content, {}),
                 PutOutcome::AlreadySame);
    }
}

void CrowdTest::missingRightsAreRefused()
{
#ifdef Q_OS_WIN
    QSKIP("rights are another matter there");
#else
    // The child is not root, may read the folder, and may not write into it.
    QCOMPARE(::chmod(QFile::encodeName(m_home->path()).constData(), 0755), 0);
    QCOMPARE(::chmod(QFile::encodeName(root() + u'/' + markerKey()).constData(), 0444), 0);
    for (const QString& folder : {root() + QStringLiteral("/v1"), root()}) {
        QCOMPARE(::chmod(QFile::encodeName(folder).constData(), 0555), 0);
    }
    const auto child = startTask({QStringLiteral("rights"), root(), QStringLiteral("v1/a")});
    const QString answer = lineOf(*child);
    child->waitForFinished();
    for (const QString& folder : {root() + QStringLiteral("/v1"), root()}) {
        QCOMPARE(::chmod(QFile::encodeName(folder).constData(), 0755), 0);
    }
    QCOMPARE(answer, QStringLiteral("WarehouseRefused"));
#endif
}

void CrowdTest::fullDiskIsSaidAndLeavesNothing()
{
#ifdef Q_OS_WIN
    QSKIP("no quota of a process there");
#else
    const auto child = startTask({QStringLiteral("full"), root(), QStringLiteral("v1/a")});
    QCOMPARE(lineOf(*child), QStringLiteral("WarehouseFull"));
    child->waitForFinished();
    QDirIterator files(root() + QStringLiteral("/v1"), QDir::Files | QDir::Hidden);
    QStringList names;
    while (files.hasNext()) {
        files.next();
        names += files.fileName();
    }
    QCOMPARE(names, QStringList{QStringLiteral("warehouse.json")});
#endif
}

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() > 2 && QFile::exists(arguments[2])) {
        return runTask(arguments);
    }
    CrowdTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_crowd.moc"
