// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/program.h"
#include "support/testsupport.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace sohoa::test;

namespace {

#define VERIFY_EXIT(run, expected)                                                                           \
    QVERIFY2((run).exit == (expected) && !(run).crashed, (run).all().constData())

QByteArray samplePage()
{
    QFile file(sourcePath(QStringLiteral("resources/samples/papers/p003.jpg")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The commands of the contract, as other people's scripts call them.
class TestContract : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) { return m_folder.filePath(name); }

    QString write(const QString& name, const QByteArray& bytes)
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("cannot write");
        }
        return file.fileName();
    }

    QStringList inHome(const QString& home, const QStringList& arguments)
    {
        return arguments + QStringList{QStringLiteral("--home"), path(home)};
    }

    void makeHome(const QString& home)
    {
        const Run run =
            runCli(inHome(home, {QStringLiteral("init"), QStringLiteral("--unit"), QStringLiteral("H56.14"),
                                 QStringLiteral("--unit-name"), QStringLiteral("Xã Thử Nghiệm"),
                                 QStringLiteral("--workstation"), QStringLiteral("1/2")}));
        VERIFY_EXIT(run, 0);
    }

private slots:
    void wrongUsageIsExitTwoWithASentence()
    {
        for (const QStringList& arguments :
             {QStringList{}, QStringList{QStringLiteral("nonsense")}, QStringList{QStringLiteral("inspect")},
              QStringList{QStringLiteral("init")},
              QStringList{QStringLiteral("digitize"), QStringLiteral("--unknown")},
              QStringList{QStringLiteral("report"), QStringLiteral("--format"), QStringLiteral("docx")}}) {
            const Run run = runCli(inHome(QStringLiteral("nowhere"), arguments));
            VERIFY_EXIT(run, 2);
            QVERIFY(!run.messages.isEmpty());
        }
    }

    void quietNeverHidesWhyTheExitStatusIsNotZero()
    {
        QVERIFY(QDir().mkpath(path(QStringLiteral("trống"))));
        const QString quiet = QStringLiteral("--quiet");
        const Run nothing =
            runCli({QStringLiteral("inspect"), quiet, path(QStringLiteral("trống"))}); // no page in it
        VERIFY_EXIT(nothing, 1);
        QVERIFY(!nothing.messages.isEmpty());
        const Run usage = runCli({QStringLiteral("init"), quiet});
        VERIFY_EXIT(usage, 2);
        QVERIFY(!usage.messages.isEmpty());
        const Run unknown = runCli({QStringLiteral("nonsense"), quiet});
        VERIFY_EXIT(unknown, 2);
        QVERIFY(!unknown.messages.isEmpty());
    }

    void aBackupWithoutANameIsWrongUsage()
    {
        VERIFY_EXIT(runCli(inHome(QStringLiteral("nowhere"), {QStringLiteral("backup"), QString()})), 2);
    }

    void sheetsThatCouldNotBeWrittenAreNotSaidToBe()
    {
        // A folder lies where the file should be.
        const QString taken = path(QStringLiteral("áp phích.pdf"));
        QVERIFY(QDir().mkpath(taken + QStringLiteral("/x")));
        const QStringList poster = {QStringLiteral("poster"), QStringLiteral("--json"),
                                    QStringLiteral("--procedure"), QStringLiteral("1.001193"),
                                    QStringLiteral("--output")};
        const Run refused = runCli(poster + QStringList{taken});
        VERIFY_EXIT(refused, 3);
        QCOMPARE(refused.objects().size(), std::size_t(1));
        QVERIFY(refused.objects().front().contains(QLatin1String("error")));
        const QString file = path(QStringLiteral("áp phích khác.pdf"));
        const Run made = runCli(poster + QStringList{file});
        VERIFY_EXIT(made, 0);
        QCOMPARE(made.objects().front()[QLatin1String("output")].toString(), file);
        QVERIFY(QFile::exists(file));
    }

    void anOptionThatNoCommandHasIsNamed()
    {
        const Run run = runCli({QStringLiteral("--nonsense")});
        VERIFY_EXIT(run, 2);
        QVERIFY2(run.messages.contains("nonsense"), run.messages.constData());
    }

#ifdef Q_OS_LINUX
    void resultsThatCouldNotBeWrittenAreAnError()
    {
        QProcess process;
        process.setStandardOutputFile(QStringLiteral("/dev/full"));
        process.start(cliPath(),
                      {QStringLiteral("inspect"), write(QStringLiteral("page.jpg"), samplePage())});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 3);
        QVERIFY(process.readAllStandardError().contains("stdout"));
    }
#endif

    void fileNamesWithPercentSignsAreShownAsTheyAre()
    {
        const QString file = write(QStringLiteral("50%1 %2.jpg"), samplePage());
        const Run run = runCli({QStringLiteral("inspect"), file});
        VERIFY_EXIT(run, 0);
        QVERIFY2(run.output.startsWith(file.toUtf8() + " [1]"), run.all().constData());
    }

    void aWorkstationThatCouldNeverGiveNumbersIsRefused()
    {
        const Run run =
            runCli(inHome(QStringLiteral("too-many"),
                          {QStringLiteral("init"), QStringLiteral("--unit"), QStringLiteral("H56.14"),
                           QStringLiteral("--unit-name"), QStringLiteral("Xã"),
                           QStringLiteral("--workstation"), QStringLiteral("1/1000")}));
        VERIFY_EXIT(run, 2);
        QVERIFY(!QDir(path(QStringLiteral("too-many"))).exists());
    }

    void commonOptionsStandBeforeOrAfterTheCommand()
    {
        makeHome(QStringLiteral("before"));
        const Run run = runCli({QStringLiteral("--json"), QStringLiteral("--home"),
                                path(QStringLiteral("before")), QStringLiteral("outbox")});
        VERIFY_EXIT(run, 0);
        QVERIFY(run.messages.isEmpty());
    }

    void aHomeThatIsNotThereIsExitThree()
    {
        const Run run = runCli(inHome(QStringLiteral("nowhere"), {QStringLiteral("outbox")}));
        VERIFY_EXIT(run, 3);
        QVERIFY(!QDir(path(QStringLiteral("nowhere"))).exists());
    }

    void initRepeatedChangesNothing()
    {
        makeHome(QStringLiteral("nhà một"));
#ifdef Q_OS_UNIX
        QVERIFY(!(QFileInfo(path(QStringLiteral("nhà một"))).permissions() &
                  (QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther)));
#endif
        const Run again =
            runCli(inHome(QStringLiteral("nhà một"),
                          {QStringLiteral("init"), QStringLiteral("--json"), QStringLiteral("--unit"),
                           QStringLiteral("H99.99"), QStringLiteral("--unit-name"), QStringLiteral("Khác")}));
        VERIFY_EXIT(again, 0);
        QCOMPARE(again.objects().size(), std::size_t(1));
        QCOMPARE(again.objects().front()[QLatin1String("unit")].toString(), QStringLiteral("H56.14"));
    }

    void inspectGivesOneWholeLineAPage()
    {
        const Run run = runCli({QStringLiteral("inspect"), QStringLiteral("--json"),
                                sourcePath(QStringLiteral("resources/samples/papers/p003.jpg")),
                                sourcePath(QStringLiteral("resources/samples/papers/p030.tif"))});
        VERIFY_EXIT(run, 0);
        const auto lines = run.objects();
        QCOMPARE(lines.size(), std::size_t(6));
        int page = 0;
        for (const QJsonObject& line : lines) {
            for (const char* member :
                 {"file", "page", "width", "height", "dpi", "mode", "blank", "blankConfidence", "skewDegrees",
                  "skewConfidence", "orientation", "orientationConfidence", "pageQuad", "codes", "quality",
                  "milliseconds"}) {
                QVERIFY2(line.contains(QLatin1String(member)), member);
            }
            QCOMPARE(line[QLatin1String("page")].toInt(), page == 0 ? 1 : page);
            ++page;
        }
        QCOMPARE(lines.front()[QLatin1String("dpi")].toInt(), 200);
    }

    void badInputEachGetsItsOwnSentenceAndTheOthersGoOn_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        const QByteArray page = samplePage();
        QTest::newRow("truncated JPEG")
            << QStringLiteral("cụt.jpg") << page.first(page.size() / 3) << QStringLiteral("ImageTruncated");
        QTest::newRow("empty file") << QStringLiteral("rỗng.jpg") << QByteArray()
                                    << QStringLiteral("FileEmpty");
        QTest::newRow("text named pdf") << QStringLiteral("thư.pdf") << QByteArray("Kính gửi Ủy ban nhân dân")
                                        << QStringLiteral("FormatMismatch");
        QTest::newRow("damaged pdf") << QStringLiteral("hỏng.pdf")
                                     << QByteArray("%PDF-1.7\n1 0 obj << /Type /Cata")
                                     << QStringLiteral("PdfDamaged");
        QTest::newRow("neither picture nor pdf")
            << QStringLiteral("lạ.dat") << QByteArray(5000, 'x') << QStringLiteral("FormatUnknown");
        // A JPEG that says it is 30,000 by 30,000: the header is enough.
        QByteArray huge = page;
        for (qsizetype i = 2; i + 9 < huge.size();) {
            const auto marker = static_cast<unsigned char>(huge[i + 1]);
            const qsizetype length =
                (static_cast<unsigned char>(huge[i + 2]) << 8) | static_cast<unsigned char>(huge[i + 3]);
            if (marker >= 0xC0 && marker <= 0xC2) {
                const char size[] = {'\x75', '\x30', '\x75', '\x30'};
                huge.replace(i + 5, 4, QByteArray(size, 4));
                break;
            }
            i += 2 + length;
        }
        QTest::newRow("30,000 x 30,000")
            << QStringLiteral("khổng lồ.jpg") << huge << QStringLiteral("ImageTooLarge");
    }

    void badInputEachGetsItsOwnSentenceAndTheOthersGoOn()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        const QString bad = write(name, bytes);
        const QString good = sourcePath(QStringLiteral("resources/samples/papers/p003.jpg"));
        const Run run = runCli({QStringLiteral("inspect"), QStringLiteral("--json"), bad, good});
        VERIFY_EXIT(run, 1);
        const auto lines = run.objects();
        QCOMPARE(lines.size(), std::size_t(2));
        QCOMPARE(lines[0][QLatin1String("file")].toString(), bad);
        const QJsonObject error = lines[0][QLatin1String("error")].toObject();
        QCOMPARE(error[QLatin1String("code")].toString(), code);
        QVERIFY(error[QLatin1String("message")].toString().size() > 20);
        QVERIFY(lines[1].contains(QLatin1String("blank")));
        QVERIFY2(run.messages.contains(error[QLatin1String("message")].toString().toUtf8()),
                 run.all().constData());
    }

    void wrongCardIsRefusedWithTheReason()
    {
        makeHome(QStringLiteral("thẻ"));
        const QString good = sourcePath(QStringLiteral("resources/samples/papers/p003.jpg"));
        for (const QString& card : {QStringLiteral("079098000001|024123456|NGUYỄN VĂN A|01011998|Nam"),
                                    QStringLiteral("079098000001||A|01011998|Nam|B|01012022||||||")}) {
            const Run run = runCli(inHome(
                QStringLiteral("thẻ"), {QStringLiteral("digitize"), QStringLiteral("--procedure"),
                                        QStringLiteral("1.001193"), QStringLiteral("--person"), card, good}));
            VERIFY_EXIT(run, 1);
            QVERIFY(!run.messages.contains("079098000001"));
        }
    }

    void theWholeLineFromPaperToConfirmedPaper()
    {
        makeHome(QStringLiteral("cả dây"));
        const QString home = QStringLiteral("cả dây");
        const QStringList pages = {sourcePath(QStringLiteral("resources/samples/papers/p003.jpg")),
                                   sourcePath(QStringLiteral("resources/samples/papers/p006.jpg"))};
        const QStringList digitize =
            QStringList{
                QStringLiteral("digitize"),
                QStringLiteral("--json"),
                QStringLiteral("--procedure"),
                QStringLiteral("1.001193"),
                QStringLiteral("--person"),
                QStringLiteral("079098000001|024123456|NGUYỄN VĂN A|01011998|Nam|Số 1 Đường ABC|01012022")} +
            pages;
        const Run made = runCli(inHome(home, digitize));
        VERIFY_EXIT(made, 0);
        const auto objects = made.objects();
        QVERIFY(!objects.empty());
        const QString paper = objects.front()[QLatin1String("sha256")].toString();
        QCOMPARE(paper.size(), 64);
        const Run again = runCli(inHome(home, digitize));
        VERIFY_EXIT(again, 0);
        QCOMPARE(again.objects().front()[QLatin1String("sha256")].toString(), paper);

        const Run waiting = runCli(inHome(home, {QStringLiteral("outbox"), QStringLiteral("--json")}));
        VERIFY_EXIT(waiting, 0);
        QVERIFY(!waiting.objects().empty());
        const Run sync = runCli(
            inHome(home, {QStringLiteral("sync"), QStringLiteral("--once"), QStringLiteral("--json")}));
        VERIFY_EXIT(sync, 0);
        QCOMPARE(sync.objects().front()[QLatin1String("confirmed")].toInt(), 1);
        const Run verify = runCli(inHome(home, {QStringLiteral("verify"), QStringLiteral("--json")}));
        VERIFY_EXIT(verify, 0);
        QCOMPARE(verify.objects().back()[QLatin1String("differences")].toInt(), 0);
        const QString pdf =
            path(home) + QStringLiteral("/warehouse/v1/blobs/") + paper.first(2) + u'/' + paper;
        const Run facts = runCli({QStringLiteral("verify"), QStringLiteral("--json"), pdf});
        VERIFY_EXIT(facts, 0);
        QCOMPARE(facts.objects().front()[QLatin1String("pages")].toInt(), 2);
        QCOMPARE(facts.objects().front()[QLatin1String("pdfaPart")].toInt(), 2);
        for (const QString& format :
             {QStringLiteral("table"), QStringLiteral("csv"), QStringLiteral("json")}) {
            const Run report =
                runCli(inHome(home, {QStringLiteral("report"), QStringLiteral("--by"),
                                     QStringLiteral("procedure"), QStringLiteral("--format"), format}));
            VERIFY_EXIT(report, 0);
            QVERIFY2(report.output.contains("1.001193") || report.output.contains("khai sinh"),
                     report.all().constData());
        }
    }

    void aBackupIsRestoredAndVerifies()
    {
        const QString backup = path(QStringLiteral("sao lưu.shmc"));
        VERIFY_EXIT(runCli(inHome(QStringLiteral("cả dây"), {QStringLiteral("backup"), backup})), 0);
        VERIFY_EXIT(runCli(inHome(QStringLiteral("nhà mới"), {QStringLiteral("restore"), backup})), 0);
        const Run verify =
            runCli(inHome(QStringLiteral("nhà mới"), {QStringLiteral("verify"), QStringLiteral("--json")}));
        VERIFY_EXIT(verify, 0);
        QCOMPARE(verify.objects().back()[QLatin1String("papers")].toInt(), 1);
        const Run twice = runCli(inHome(QStringLiteral("cả dây"), {QStringLiteral("restore"), backup}));
        QVERIFY2(twice.exit != 0, twice.all().constData());
    }

    void aKeyThatWasLostIsGivenBackByItsText()
    {
        const QString home = QStringLiteral("mất khóa");
        makeHome(home);
        const Run told = runCli(inHome(home, {QStringLiteral("recovery"), QStringLiteral("--quiet")}));
        VERIFY_EXIT(told, 0);
        QVERIFY(told.output.size() > 64);
        const QStringList enter =
            inHome(home, {QStringLiteral("recovery"), QStringLiteral("--enter"), QStringLiteral("--quiet")});
        QVERIFY(QFile::remove(path(home) + QStringLiteral("/key")));
        VERIFY_EXIT(runCli(inHome(home, {QStringLiteral("outbox")})), 3);
        QByteArray mistyped = told.output;
        mistyped[0] = mistyped[0] == '0' ? '1' : '0';
        VERIFY_EXIT(runCli(enter, {}, mistyped), 3);
        VERIFY_EXIT(runCli(enter, {}, {}), 3);
        VERIFY_EXIT(runCli(inHome(home, {QStringLiteral("outbox")})), 3);
        VERIFY_EXIT(runCli(enter, {}, told.output), 0);
        VERIFY_EXIT(runCli(inHome(home, {QStringLiteral("outbox")})), 0);
        // Nobody makes a home by asking for the key of none.
        VERIFY_EXIT(runCli(inHome(QStringLiteral("nowhere"), {QStringLiteral("recovery")})), 3);
        QVERIFY(!QDir(path(QStringLiteral("nowhere"))).exists());
    }

    void noPersonalNumberIsInAnyNameOfTheHome()
    {
        const Run find = runCli(inHome(QStringLiteral("cả dây"), {QStringLiteral("outbox")}));
        VERIFY_EXIT(find, 0);
        QDirIterator walk(path(QStringLiteral("cả dây")), QDir::AllEntries | QDir::NoDotAndDotDot,
                          QDirIterator::Subdirectories);
        int entries = 0;
        while (walk.hasNext()) {
            QVERIFY(!walk.next().contains(QLatin1String("079098000001")));
            ++entries;
        }
        QVERIFY(entries > 5);
        QFile journal(path(QStringLiteral("cả dây")) + QStringLiteral("/journal.db"));
        QVERIFY(journal.open(QIODevice::ReadOnly));
        const QByteArray bytes = journal.readAll();
        QVERIFY(!bytes.contains("079098000001"));
        QVERIFY(!bytes.contains(QStringLiteral("NGUYỄN VĂN A").toUtf8()));
    }
};

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
