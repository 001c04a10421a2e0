// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/program.h"
#include "support/fakes3.h"
#include "support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace sohoa;
using namespace sohoa::test;

namespace {

/// Starts a command and kills it after a while. @return whether it was at work still
bool killAfter(const QStringList& arguments, int milliseconds)
{
    QProcess process;
    process.setEnvironment(QProcess::systemEnvironment() << QStringLiteral("SOHOA_KEYSTORE=file"));
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

/// Two workstations of a unit with one warehouse. The first one has papers that wait.
struct Unit
{
    /// @param url of the warehouse; empty: a folder
    explicit Unit(const QString& url = {}, QStringList variables = {})
        : environment(std::move(variables))
    {
        const QString warehouse =
            url.isEmpty() ? QUrl::fromLocalFile(path(QStringLiteral("kho"))).toString(QUrl::FullyEncoded)
                          : url;
        for (const int workstation : {1, 2}) {
            const Run made =
                run(workstation,
                    {QStringLiteral("init"), QStringLiteral("--unit"), QStringLiteral("H56.14"),
                     QStringLiteral("--unit-name"), QStringLiteral("Xã Thử"), QStringLiteral("--workstation"),
                     QStringLiteral("%1/2").arg(workstation), QStringLiteral("--warehouse"), warehouse});
            if (made.exit != 0) {
                qFatal("%s", made.all().constData());
            }
        }
        const QDir samples(sourcePath(QStringLiteral("resources/samples/papers")));
        QStringList digitize{QStringLiteral("digitize"), QStringLiteral("--procedure"),
                             QStringLiteral("2.000815"), QStringLiteral("--component"), QStringLiteral("2")};
        for (const QString& name : samples.entryList({QStringLiteral("p00?.jpg"), QStringLiteral("p01?.jpg")},
                                                     QDir::Files, QDir::Name)) {
            digitize += samples.filePath(name);
        }
        const Run digitized = run(1, digitize);
        if (digitized.exit > 1) { // 1: pages that a sheet gave to another dossier
            qFatal("%s", digitized.all().constData());
        }
    }

    [[nodiscard]] QString path(const QString& name) const { return folder.filePath(name); }
    [[nodiscard]] QStringList with(int workstation, const QStringList& arguments) const
    {
        return arguments + QStringList{QStringLiteral("--home"),
                                       path(QStringLiteral("nhà %1").arg(workstation)),
                                       QStringLiteral("--json"), QStringLiteral("--quiet")};
    }
    [[nodiscard]] Run run(int workstation, const QStringList& arguments, const QByteArray& input = {}) const
    {
        return runCli(with(workstation, arguments), environment, input);
    }
    [[nodiscard]] Run make(const QString& file) const
    {
        return run(1, {QStringLiteral("bundle"), QStringLiteral("export"), file});
    }
    QTemporaryDir folder;
    QStringList environment;
};

QString codeOf(const Run& run)
{
    return run.objects().empty() ? QString() : run.objects().front()[QLatin1String("code")].toString();
}

} // namespace

/// sohoa-cli bundle, as people and scripts call it.
class TestBundle : public QObject
{
    Q_OBJECT

private slots:
    void fromOneWorkstationOverAStickToTheWarehouse()
    {
        const Unit unit;
        const QString file = unit.path(QStringLiteral("gói của chị Hoà.shbundle"));
        const Run made = unit.make(file);
        QVERIFY2(made.exit == 0, made.all().constData());
        const QString code = codeOf(made);
        const QStringList take{QStringLiteral("bundle"), QStringLiteral("import"), file};
        const Run wrong = unit.run(2, take, "7777-7777-7777-7777-7777-7777-7777\n");
        QVERIFY2(wrong.exit == 3, wrong.all().constData());
        QCOMPARE(wrong.objects().front()[QLatin1String("error")][QLatin1String("code")].toString(),
                 QStringLiteral("KeyWrong"));
        const Run taken = unit.run(2, take, code.toLower().toUtf8() + "\n");
        QVERIFY2(taken.exit == 0, taken.all().constData());
        QVERIFY(taken.objects().front()[QLatin1String("papers")].toInt() > 0);
        const Run again = unit.run(2, take + QStringList{QStringLiteral("--code"), code});
        QVERIFY2(again.exit == 0, again.all().constData());
        QCOMPARE(again.objects().front()[QLatin1String("papers")].toInt(-1), 0);
        const QStringList sync{QStringLiteral("sync"), QStringLiteral("--once")};
        const Run sent = unit.run(2, sync);
        QVERIFY2(sent.exit == 0, sent.all().constData());
        const Run own = unit.run(1, sync);
        QVERIFY2(own.exit == 0, own.all().constData());
        QCOMPARE(own.objects().front()[QLatin1String("bytes")].toInt(-1), 0);
        QCOMPARE(own.objects().front()[QLatin1String("waiting")].toInt(-1), 0);
        const Run nothing = unit.make(unit.path(QStringLiteral("leer")));
        QVERIFY2(nothing.exit == 0, nothing.all().constData());
        QVERIFY(!QFile::exists(unit.path(QStringLiteral("leer"))));
        QCOMPARE(unit.run(1, {QStringLiteral("bundle"), QStringLiteral("send"), file}).exit, 2);
        QCOMPARE(unit.run(1, {QStringLiteral("bundle"), QStringLiteral("export")}).exit, 2);
    }

    void whatWasCarriedToAnS3WarehouseIsNotSentAgain()
    {
        FakeS3 server;
        const Unit unit(
            server.url(),
            {QStringLiteral("SOHOA_S3_ACCESS_KEY=") + QString::fromLatin1(FakeS3Store::accessKey),
             QStringLiteral("SOHOA_S3_SECRET_KEY=") + QString::fromLatin1(FakeS3Store::secretKey)});
        const QString file = unit.path(QStringLiteral("gói"));
        const Run made = unit.make(file);
        QVERIFY2(made.exit == 0, made.all().constData());
        const Run taken = unit.run(2, {QStringLiteral("bundle"), QStringLiteral("import"), file,
                                       QStringLiteral("--code"), codeOf(made)});
        QVERIFY2(taken.exit == 0, taken.all().constData());
        const QStringList sync{QStringLiteral("sync"), QStringLiteral("--once")};
        const qint64 before = server.bytesTaken();
        const Run sent = unit.run(2, sync);
        QVERIFY2(sent.exit == 0, sent.all().constData());
        QVERIFY(server.bytesTaken() - before >= made.objects().front()[QLatin1String("bytes")].toInteger());
        const qint64 after = server.bytesTaken();
        server.forgetRequests();
        const Run own = unit.run(1, sync);
        QVERIFY2(own.exit == 0, own.all().constData());
        QCOMPARE(own.objects().front()[QLatin1String("waiting")].toInt(-1), 0);
        QCOMPARE(server.bytesTaken(), after);
        QVERIFY(!server.requests().isEmpty());
        for (const QString& request : server.requests()) {
            QVERIFY2(!request.startsWith(QLatin1String("PUT")) && !request.startsWith(QLatin1String("POST")),
                     qPrintable(request));
        }
        for (const int workstation : {1, 2}) {
            const Run checked = unit.run(workstation, {QStringLiteral("verify")});
            QVERIFY2(checked.exit == 0, checked.all().constData());
        }
    }

    void nothingIsLostWhenItIsKilled()
    {
        constexpr int kills = 10;
        const auto seed = QRandomGenerator::system()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const Unit unit;
        const QString file = unit.path(QStringLiteral("gói"));
        int hits = 0;
        for (int kill = 0; kill < kills; ++kill) {
            QFile::remove(file);
            hits += killAfter(unit.with(1, {QStringLiteral("bundle"), QStringLiteral("export"), file}),
                              random.bounded(5, 250))
                        ? 1
                        : 0;
            const Run checked = unit.run(1, {QStringLiteral("verify")});
            QVERIFY2(checked.exit == 0, checked.all().constData());
        }
        const Run made = unit.make(file);
        QVERIFY2(made.exit == 0, made.all().constData());
        const QStringList take{QStringLiteral("bundle"), QStringLiteral("import"), file,
                               QStringLiteral("--code"), codeOf(made)};
        const QStringList sync{QStringLiteral("sync"), QStringLiteral("--once")};
        for (int kill = 0; kill < kills; ++kill) {
            hits += killAfter(unit.with(2, kill % 3 == 2 ? sync : take), random.bounded(5, 250)) ? 1 : 0;
            const Run checked = unit.run(2, {QStringLiteral("verify")});
            QVERIFY2(checked.exit == 0, checked.all().constData());
        }
        QVERIFY(hits > 0);
        const Run taken = unit.run(2, take);
        QVERIFY2(taken.exit == 0, taken.all().constData());
        for (const int workstation : {2, 1}) {
            const Run sent = unit.run(workstation, sync);
            QVERIFY2(sent.exit == 0, sent.all().constData());
            QCOMPARE(sent.objects().front()[QLatin1String("waiting")].toInt(-1), 0);
            const Run checked = unit.run(workstation, {QStringLiteral("verify")});
            QVERIFY2(checked.exit == 0, checked.all().constData());
        }
        QVERIFY(QFile::exists(unit.path(QStringLiteral("kho/v1/log/H56.14/1/0000000001.json"))));
    }

#ifdef Q_OS_LINUX
    void aFullStickLeavesNothingBehind()
    {
        const Unit unit;
        const QString stick = unit.path(QStringLiteral("USB"));
        QVERIFY(QDir().mkpath(stick));
        // No file may grow beyond so many blocks of 512 bytes: the journal fits, the bundle does not.
        const QString command = QStringLiteral("ulimit -f 1500; exec \"$@\"");
        QProcess process;
        process.setEnvironment(QProcess::systemEnvironment() << QStringLiteral("SOHOA_KEYSTORE=file"));
        process.start(QStringLiteral("/bin/sh"),
                      QStringList{QStringLiteral("-c"), QStringLiteral("trap '' XFSZ; ") + command,
                                  QStringLiteral("sh"), cliPath()} +
                          unit.with(1, {QStringLiteral("bundle"), QStringLiteral("export"), stick}));
        QVERIFY(process.waitForFinished());
        const QByteArray said = process.readAllStandardOutput() + process.readAllStandardError();
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 3, said.constData());
        QVERIFY(QDir(stick).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
        const Run made = unit.make(stick);
        QVERIFY2(made.exit == 0, made.all().constData());
        QVERIFY(made.objects().front()[QLatin1String("bytes")].toInt() > 1500 * 512);
    }
#endif
};

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"
