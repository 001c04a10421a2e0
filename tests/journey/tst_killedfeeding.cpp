// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/program.h"
#include "support/testsupport.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace sohoa::test;

namespace {

constexpr int sheets = 24;
constexpr int sidesOfStack = 2 * sheets;
constexpr int patience = 60'000;

/// One side as the program named it.
struct Side
{
    QString page;
    QString sha256;
    QString state;
    QString reason;
    bool incomplete = false;
};

Side sideFrom(const QJsonObject& object)
{
    return {object[QLatin1String("page")].toString(), object[QLatin1String("sha256")].toString(),
            object[QLatin1String("state")].toString(), object[QLatin1String("reason")].toString(),
            object[QLatin1String("incomplete")].toBool()};
}

/// Whom the kill hits.
enum class Victim
{
    Program, ///< as when the clerk's session is ended
    Driver,  ///< as when the driver crashes: the program itself lives and says so
    Both     ///< as when the computer stops, but for what the disk still had to write
};

/// A scanner beside a home. What lies in its feeder the test knows as a clerk does: from what the program
/// says.
struct Counter
{
    QString home;
    QStringList scan; ///< arguments
    bool isScripted =
        false; ///< the stack of different sheets; else the test device of SANE, ten like sides a round
    QStringList reference; ///< hash of each side of an undisturbed stack
    QString session = {};  ///< the open one
    std::vector<Side> said = {};
    int sheetsThere = 0;
    bool wasWhole = false; ///< all is fed, but the stack is not closed
    int stacks = 0;
    QByteArray lastStart = {}; ///< what the last start said
    int unsaid = 0;            ///< sides that were safe and not said yet when the kill came
};

/// Not every kernel lists the children of a process, so each is asked for its parent.
QList<qint64> childrenOf(qint64 process)
{
    QList<qint64> children;
    const QStringList names = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& name : names) {
        QFile file(QStringLiteral("/proc/%1/stat").arg(name));
        bool isProcess = false;
        const qint64 id = name.toLongLong(&isProcess);
        if (!isProcess || !file.open(QIODevice::ReadOnly)) {
            continue;
        }
        // "id (name) state parent ...", and a name may hold brackets and spaces itself.
        const QByteArray line = file.readAll();
        if (line.mid(line.lastIndexOf(')') + 2).split(' ').value(1).toLongLong() == process) {
            children += id;
        }
    }
    return children;
}

} // namespace

/// kill -9 at random instants while sheets are fed: through the real program, its helper process and SANE.
/// After each, what the program had said to be safe is there, in order and re-hashed, and the program itself
/// says what it found; then feeding goes on. In the end the stack is that of a run nobody disturbed.
/// SOHOA_KILLS sets how many kills (CI: 15; killfeeding.sh: 1,000), SOHOA_SEED repeats the instants.
class TestKilledFeeding : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void nothingSaidToBeSafeIsLost();

private:
    [[nodiscard]] QStringList environment(int first) const;
    [[nodiscard]] QStringList command(const Counter& counter) const;
    Counter makeCounter(const QString& name, bool isScripted);
    bool killOne(Counter& counter, int milliseconds, Victim victim);
    void takeUp(Counter& counter, const QByteArray& output) const;
    void checkStart(Counter& counter);
    void checkEnd(Counter& counter);

    QTemporaryDir m_folder;
    qint64 m_calm = 0; ///< milliseconds of an undisturbed run
    qint64 m_said = 0;
};

void TestKilledFeeding::initTestCase()
{
    QFile drivers(m_folder.filePath(QStringLiteral("dll.conf")));
    QVERIFY(drivers.open(QIODevice::WriteOnly));
    drivers.write("sohoatest\ntest\n");
    QFile device(m_folder.filePath(QStringLiteral("test.conf")));
    QVERIFY(device.open(QIODevice::WriteOnly));
    device.write("number_of_devices 1\ngeometry_max 300.0\ntest-picture \"Color pattern\"\n");
}

QStringList TestKilledFeeding::environment(int first) const
{
    return {
        QStringLiteral("SANE_CONFIG_DIR=") + m_folder.path(),
        QStringLiteral("LD_LIBRARY_PATH=" FAKE_SANE_FOLDER),
        QStringLiteral("SOHOA_SANE_SCRIPT=pages=%1 drawn=1 delay=8 first=%2").arg(sidesOfStack).arg(first)};
}

/// What a clerk would call after the last end: go on, or close what is whole.
QStringList TestKilledFeeding::command(const Counter& counter) const
{
    const QStringList common = {QStringLiteral("--home"), counter.home, QStringLiteral("--json"),
                                QStringLiteral("--quiet")};
    if (counter.session.isEmpty()) {
        return counter.scan + common;
    }
    if (counter.wasWhole) {
        return QStringList{QStringLiteral("sessions"), counter.session, QStringLiteral("--close")} + common;
    }
    return counter.scan + common + QStringList{QStringLiteral("--continue"), counter.session};
}

Counter TestKilledFeeding::makeCounter(const QString& name, bool isScripted)
{
    Counter counter;
    counter.home = m_folder.filePath(name);
    counter.isScripted = isScripted;
    counter.scan = QStringList{QStringLiteral("scan"),   QStringLiteral("--dpi"), QStringLiteral("50"),
                               QStringLiteral("--mode"), QStringLiteral("gray"),  QStringLiteral("--paper"),
                               QStringLiteral("90x120")};
    counter.scan += isScripted ? QStringList{QStringLiteral("--scanner"), QStringLiteral("sohoatest:one"),
                                             QStringLiteral("--source"),  QStringLiteral("duplex"),
                                             QStringLiteral("--sheets"),  QString::number(sheets)}
                               : QStringList{QStringLiteral("--scanner"), QStringLiteral("test:0")};
    const Run init =
        runCli({QStringLiteral("init"), QStringLiteral("--unit"), QStringLiteral("H56.14"),
                QStringLiteral("--unit-name"), QStringLiteral("Xã Thử"), QStringLiteral("--workstation"),
                QStringLiteral("1/1"), QStringLiteral("--home"), counter.home, QStringLiteral("--quiet")});
    if (init.exit != 0) {
        qFatal("%s", init.all().constData());
    }
    return counter;
}

/// Takes up what was said before the end; a line without its end was not said.
void TestKilledFeeding::takeUp(Counter& counter, const QByteArray& output) const
{
    const Run whole{0, false, output.left(output.lastIndexOf('\n') + 1), {}};
    for (const QJsonObject& object : whole.objects()) {
        if (counter.session.isEmpty() && object.contains(QLatin1String("session"))) {
            counter.session = object[QLatin1String("session")].toString();
        }
        if (!object.contains(QLatin1String("sha256")) || object.contains(QLatin1String("state"))) {
            continue;
        }
        const auto index = static_cast<std::size_t>(object[QLatin1String("side")].toInt() - 1);
        // Sides between were said by a start after the kill.
        QVERIFY2(index == counter.said.size(), "sides are said in order");
        counter.said.push_back(sideFrom(object));
    }
}

/// @return whether the program was at work when it was hit
bool TestKilledFeeding::killOne(Counter& counter, int milliseconds, Victim victim)
{
    QProcess process;
    process.setEnvironment(QProcess::systemEnvironment() +
                           QStringList{QStringLiteral("SOHOA_KEYSTORE=file")} +
                           environment(2 * counter.sheetsThere));
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(cliPath(), command(counter));
    if (!process.waitForStarted()) {
        qFatal("does not start");
    }
    const bool atWork = !process.waitForFinished(milliseconds);
    bool hit = false;
    if (atWork) {
        const QList<qint64> helpers =
            victim == Victim::Program ? QList<qint64>() : childrenOf(process.processId());
        for (const qint64 helper : helpers) {
            hit = ::kill(static_cast<pid_t>(helper), SIGKILL) == 0 || hit;
        }
        if (victim != Victim::Driver) {
            process.kill();
            hit = true;
        }
        if (!process.waitForFinished(patience)) {
            qFatal("does not end");
        }
    }
    const std::size_t before = counter.said.size();
    takeUp(counter, process.readAllStandardOutput());
    m_said += static_cast<qint64>(counter.said.size() - before);
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0) {
        checkEnd(counter);
    }
    return hit;
}

/// The next start: what the program finds, against what it had said.
void TestKilledFeeding::checkStart(Counter& counter)
{
    const Run start = runCli({QStringLiteral("sessions"), QStringLiteral("--pages"), QStringLiteral("--home"),
                              counter.home, QStringLiteral("--json"), QStringLiteral("--quiet")});
    QVERIFY2(!start.crashed && (start.exit == 0 || start.exit == 1), start.all().constData());
    counter.lastStart = start.all();
    std::vector<Side> there;
    QJsonObject found;
    int stacks = 0;
    for (const QJsonObject& object : start.objects()) {
        if (object.contains(QLatin1String("session"))) {
            found = object;
            ++stacks;
        } else {
            QCOMPARE(object[QLatin1String("side")].toInt(), static_cast<int>(there.size()) + 1);
            there.push_back(sideFrom(object));
        }
    }
    if (counter.session.isEmpty() && stacks == 0) {
        return; // killed before there was anything
    }
    if (stacks == 0) {
        checkEnd(counter); // killed when all was done
        return;
    }
    QCOMPARE(stacks, 1);
    if (counter.session.isEmpty()) {
        counter.session = found[QLatin1String("session")].toString();
    }
    QCOMPARE(found[QLatin1String("session")].toString(), counter.session);
    QVERIFY2(found[QLatin1String("damaged")].toArray().isEmpty(), start.all().constData());
    QCOMPARE(found[QLatin1String("sides")].toInt(), static_cast<int>(there.size()));
    QVERIFY(found[QLatin1String("balances")].toBool());
    // Zero acknowledged sides lost, order kept.
    QVERIFY2(there.size() >= counter.said.size(), start.all().constData());
    for (std::size_t i = 0; i < counter.said.size(); ++i) {
        QCOMPARE(there[i].page, counter.said[i].page);
        QCOMPARE(there[i].sha256, counter.said[i].sha256);
    }
    counter.unsaid += static_cast<int>(there.size() - counter.said.size());
    counter.said = there;
    // What counts is the undisturbed stack as far as it came: nothing between is missing, nothing counts
    // twice.
    QStringList counting;
    for (const Side& side : there) {
        if (side.reason != QLatin1String("repeated") && !side.incomplete) {
            counting += side.sha256;
        }
    }
    if (counter.isScripted) {
        QCOMPARE(counting, counter.reference.mid(0, counting.size()));
    } else {
        QVERIFY(counting.isEmpty() || counting.count(counting.front()) == counting.size());
    }
    counter.sheetsThere = found[QLatin1String("sheets")].toInt();
    counter.wasWhole = found[QLatin1String("whole")].toBool();
}

/// A stack that closed by itself is the one of a run that nobody disturbed.
void TestKilledFeeding::checkEnd(Counter& counter)
{
    const Run look =
        runCli({QStringLiteral("sessions"), counter.session, QStringLiteral("--pages"),
                QStringLiteral("--home"), counter.home, QStringLiteral("--json"), QStringLiteral("--quiet")});
    QVERIFY2(look.exit == 0, look.all().constData());
    const auto objects = look.objects();
    QVERIFY2(!objects.empty() && objects.back()[QLatin1String("closed")].toBool(), look.all().constData());
    QStringList kept;
    std::size_t sides = 0;
    for (const QJsonObject& object : objects) {
        if (!object.contains(QLatin1String("sha256"))) {
            continue;
        }
        const Side side = sideFrom(object);
        if (sides < counter.said.size()) {
            QCOMPARE(side.page, counter.said[sides].page);
            QCOMPARE(side.sha256, counter.said[sides].sha256);
        }
        ++sides;
        if (side.state == QLatin1String("kept")) {
            kept += side.sha256;
        }
    }
    QVERIFY(sides >= counter.said.size());
    if (counter.isScripted && !counter.reference.isEmpty()) {
        QCOMPARE(kept, counter.reference);
    } else if (counter.isScripted) {
        counter.reference = kept;
    } else {
        QCOMPARE(kept.size(), 1); // ten times the same picture: nine came twice, and are there, set aside
    }
    counter.session.clear();
    counter.said.clear();
    counter.sheetsThere = 0;
    counter.wasWhole = false;
    ++counter.stacks;
}

void TestKilledFeeding::nothingSaidToBeSafeIsLost()
{
    const int asked = qEnvironmentVariableIntValue("SOHOA_KILLS");
    const int kills = asked > 0 ? asked : 15;
    const quint32 given = qEnvironmentVariable("SOHOA_SEED").toUInt();
    const quint32 seed = given > 0 ? given : QRandomGenerator::system()->generate();
    qInfo("seed %u, %d kills", seed, kills);
    QRandomGenerator random(seed);
    QElapsedTimer clock;
    clock.start();
    std::vector<Counter> counters = {makeCounter(QStringLiteral("tập"), true),
                                     makeCounter(QStringLiteral("máy thử"), false)};
    // Nobody disturbs the first stack.
    QElapsedTimer calm;
    calm.start();
    killOne(counters[0], patience, Victim::Program);
    QCOMPARE(counters[0].stacks, 1);
    QCOMPARE(counters[0].reference.size(), sidesOfStack);
    QCOMPARE(QSet<QString>(counters[0].reference.begin(), counters[0].reference.end()).size(), sidesOfStack);
    m_calm = calm.elapsed();
    m_said = 0;

    std::array<int, 3> hits = {};
    int done = 0;
    int toSay = 100;
    for (int start = 0; done < kills && start < 4 * kills + 20; ++start) {
        Counter& counter = counters[random.bounded(4) == 0 ? 1 : 0];
        const int lot = random.bounded(10);
        const Victim victim = lot < 6 ? Victim::Program : lot < 8 ? Victim::Driver : Victim::Both;
        // What is left of a stack takes less; the latest instants are those of reading and closing.
        const int left = sheets - std::min(counter.sheetsThere, sheets - 4);
        const int latest = static_cast<int>(m_calm) * left / sheets;
        if (killOne(counter, random.bounded(latest), victim)) {
            ++hits[static_cast<std::size_t>(victim)];
            ++done;
        }
        checkStart(counter);
        if (QTest::currentTestFailed()) {
            qInfo("failed after %d kills", done);
            return;
        }
        if (done >= toSay) {
            toSay += 100;
            qInfo("%d kills, %lld sides said, %lld s", done, m_said, clock.elapsed() / 1000);
        }
    }
    QCOMPARE(done, kills);
    for (Counter& counter : counters) {
        // At most twice: feed what is left, and close what was whole before.
        for (int i = 0; i < 2 && !counter.session.isEmpty(); ++i) {
            killOne(counter, patience, Victim::Program);
            checkStart(counter);
        }
        if (!counter.session.isEmpty()) {
            qInfo("%s", counter.lastStart.right(2000).constData());
        }
        QVERIFY(counter.session.isEmpty());
        const Run verified = runCli(
            {QStringLiteral("verify"), QStringLiteral("--home"), counter.home, QStringLiteral("--quiet")});
        QVERIFY2(verified.exit == 0, verified.all().constData());
    }
    qInfo("killed: program %d, driver %d, both %d; %lld sides said to be safe, %d more were safe and not "
          "said yet; "
          "%d stacks came to their end as undisturbed ones; %lld s",
          hits[0], hits[1], hits[2], m_said, counters[0].unsaid + counters[1].unsaid,
          counters[0].stacks + counters[1].stacks, clock.elapsed() / 1000);
    QVERIFY(m_said > 0);
}

int main(int argc, char** argv)
{
    // A thousand kills take longer than Qt Test gives a function; CTest has a limit of its own.
    qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number(4 * 3600 * 1000));
    const QCoreApplication application(argc, argv);
    TestKilledFeeding test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killedfeeding.moc"
