// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/program.h"
#include "support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace sohoa::test;

namespace {

/// Starts a command and kills it after a while. @return false when it ended by itself before
bool killAfter(const QStringList& arguments, int milliseconds)
{
    QProcess process;
    QStringList variables = QProcess::systemEnvironment();
    variables += QStringLiteral("SOHOA_KEYSTORE=file");
    process.setEnvironment(variables);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(cliPath(), arguments);
    if (!process.waitForStarted()) {
        qFatal("does not start");
    }
    const bool ended = process.waitForFinished(milliseconds);
    process.kill(); // SIGKILL
    process.waitForFinished();
    return !ended;
}

int numberIn(const Run& run, const char* member)
{
    const auto objects = run.objects();
    return objects.empty() ? -1 : objects.back()[QLatin1String(member)].toInt(-1);
}

} // namespace

/// kill -9 at random instants during batch and sync: afterwards the next call goes on, and nothing that was
/// said to be there is missing. SOHOA_KILLS sets how many kills (CI: a dozen; by hand: hundreds).
class TestKilled : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsLostWhenBatchAndSyncAreKilled()
    {
        bool isNumber = false;
        int kills = qEnvironmentVariable("SOHOA_KILLS").toInt(&isNumber);
        kills = isNumber ? kills : 12;
        const auto seed = QRandomGenerator::system()->generate();
        qInfo("seed %u, %d kills", seed, kills);
        QRandomGenerator random(seed);

        QTemporaryDir folder;
        const QStringList home = {QStringLiteral("--home"), folder.filePath(QStringLiteral("home")),
                                  QStringLiteral("--json"), QStringLiteral("--quiet")};
        QStringList pages;
        const QDir samples(sourcePath(QStringLiteral("resources/samples/papers")));
        const QStringList names = samples.entryList(
            {QStringLiteral("p00?.jpg"), QStringLiteral("p01[0-4].jpg")}, QDir::Files, QDir::Name);
        for (const QString& name : names) {
            pages += samples.filePath(name);
        }
        QVERIFY(pages.size() >= 10);
        const QStringList batch = QStringList{QStringLiteral("batch")} + pages + home;
        const QStringList sync = QStringList{QStringLiteral("sync"), QStringLiteral("--once")} + home;
        const QStringList verify = QStringList{QStringLiteral("verify")} + home;
        const Run init =
            runCli(QStringList{QStringLiteral("init"), QStringLiteral("--unit"), QStringLiteral("H56.14"),
                               QStringLiteral("--unit-name"), QStringLiteral("Xã Thử"),
                               QStringLiteral("--workstation"), QStringLiteral("1/1")} +
                   home);
        QVERIFY2(init.exit == 0, init.all().constData());

        int pagesSeen = 0;
        int hits = 0;
        constexpr int longestRun = 3000;
        for (int kill = 0; kill < kills; ++kill) {
            // The first ones early, before all is done; the later ones reach further into what is left.
            const int latest = 30 + longestRun * (kill + 1) / kills;
            hits += killAfter(kill % 3 == 2 ? sync : batch, random.bounded(30, latest)) ? 1 : 0;
            const Run checked = runCli(verify);
            QVERIFY2(checked.exit == 0, checked.all().constData());
            const int pagesNow = numberIn(checked, "pages");
            QVERIFY2(pagesNow >= pagesSeen, checked.all().constData());
            pagesSeen = pagesNow;
        }
        qInfo("%d runs were killed at work", hits);
        QVERIFY(hits > 0 || kills == 0);
        const Run finished = runCli(batch);
        QVERIFY2(finished.exit == 0, finished.all().constData());
        QCOMPARE(numberIn(finished, "fed"), static_cast<int>(pages.size()));
        const Run delivered = runCli(sync);
        QVERIFY2(delivered.exit == 0, delivered.all().constData());
        QCOMPARE(delivered.objects().front()[QLatin1String("waiting")].toInt(-1), 0);
        const Run checked = runCli(verify);
        QVERIFY2(checked.exit == 0, checked.all().constData());

        // The same files as in a home that nobody disturbed.
        QTemporaryDir calm;
        const QStringList calmHome = {QStringLiteral("--home"), calm.filePath(QStringLiteral("home")),
                                      QStringLiteral("--json"), QStringLiteral("--quiet")};
        const Run calmInit =
            runCli(QStringList{QStringLiteral("init"), QStringLiteral("--unit"), QStringLiteral("H56.14"),
                               QStringLiteral("--unit-name"), QStringLiteral("Xã Thử"),
                               QStringLiteral("--workstation"), QStringLiteral("1/1")} +
                   calmHome);
        QVERIFY2(calmInit.exit == 0, calmInit.all().constData());
        const Run calmBatch = runCli(QStringList{QStringLiteral("batch")} + pages + calmHome);
        QVERIFY2(calmBatch.exit == 0, calmBatch.all().constData());
        const auto papersOf = [](const Run& run) {
            QSet<QString> papers;
            for (const QJsonObject& object : run.objects()) {
                if (object.contains(QLatin1String("sha256"))) {
                    papers.insert(object[QLatin1String("sha256")].toString());
                }
            }
            return papers;
        };
        QVERIFY(!papersOf(calmBatch).isEmpty());
        QCOMPARE(papersOf(finished), papersOf(calmBatch));
    }
};

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
