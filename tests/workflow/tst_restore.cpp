// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Run as `tst_workflow_restore deliver <home>` it is the program that is killed; without arguments it is the
// test.
#include "storage/backup.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "support/testsupport.h"
#include "sync/keys.h"
#include "sync/logentry.h"
#include "sync/warehouse.h"
#include "workflow/delivery.h"
#include "workflow/digitizing.h"
#include "workflow/dossiers.h"
#include "workflow/fetching.h"
#include "workflow/finishing.h"
#include "workflow/intake.h"
#include "workflow/verification.h"
#include "workflow/workbench.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>
#include <QUrl>

using namespace sohoa;
using namespace sohoa::test;
using workflow::Workspace;

namespace {

const QString unit = QStringLiteral("H56.14");

/// A home in a folder of its own, with a warehouse that lies elsewhere.
struct Home
{
    QString folder;
    FixedClock clock;
    std::unique_ptr<Workspace> workspace;

    void create(const QString& path, const QString& warehouse, int workstation = 1)
    {
        folder = path;
        workflow::HomeSettings settings;
        settings.unit = unit;
        settings.unitName = QStringLiteral("Trung tâm Thử");
        settings.workstation = workstation;
        settings.workstations = 3;
        settings.officer = QStringLiteral("lan");
        settings.warehouse = QUrl::fromLocalFile(warehouse).toString(QUrl::FullyEncoded);
        auto made = Workspace::create(folder, settings, clock);
        VERIFY_OK(made);
        workspace = std::move(*made);
    }
    void open(const QString& path)
    {
        folder = path;
        auto opened = Workspace::open(folder, clock);
        VERIFY_OK(opened);
        workspace = std::move(*opened);
    }
    /// A second home that is, byte for byte, this one.
    void cloneInto(const QString& path)
    {
        workspace.reset();
        QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString to = path + u'/' + QDir(folder).relativeFilePath(walk.next());
            QVERIFY(QDir().mkpath(QFileInfo(to).absolutePath()));
            QVERIFY(QFile::copy(walk.filePath(), to));
        }
        open(folder);
    }
    [[nodiscard]] storage::Journal& journal() const { return workspace->journal(); }

    QString takeIn(const char* name)
    {
        clock.advance(10);
        workflow::IntakeRequest request;
        request.procedureCode = QStringLiteral("1.001193");
        request.applicant.fullName = QString::fromUtf8(name);
        const auto taken = workflow::Intake(*workspace).takeIn(request);
        return taken ? taken->dossier.uid : QString();
    }
    /// A dossier with one paper of one page. @return its uid
    QString digitize(const QString& picture)
    {
        clock.advance(10);
        workflow::DigitizeRequest request;
        request.procedureCode = QStringLiteral("1.001193");
        request.files = {picture};
        const auto report = workflow::digitize(*workspace, request, {}, {});
        const bool done = report && report->dossiers.size() == 1 && report->dossiers[0].papers.size() == 1;
        return done ? report->dossiers[0].dossier.uid : QString();
    }
    Result<workflow::DeliverySummary> deliver()
    {
        clock.advance(10);
        return workflow::Delivery(*workspace).deliver(true, {}, {});
    }
    /// Ends with everything in the warehouse, or says why not.
    QString deliverAll()
    {
        const auto summary = deliver();
        if (!summary) {
            return describe(summary.error());
        }
        return summary->stoppedBy
                   ? describe(*summary->stoppedBy)
                   : (summary->waiting == 0 ? QString() : QStringLiteral("%1 waiting").arg(summary->waiting));
    }
    ErrorCode stoppedBy()
    {
        const auto summary = deliver();
        return summary && summary->stoppedBy ? summary->stoppedBy->code : ErrorCode::Internal;
    }
    QStringList differencesFound()
    {
        const auto report = workflow::verifyHome(*workspace, {}, {});
        QStringList found;
        if (!report) {
            return {describe(report.error())};
        }
        for (const workflow::Difference& difference : report->differences) {
            found += difference.name + u' ' + describe(difference.error);
        }
        return found;
    }
    QStringList codes()
    {
        QStringList codes;
        const auto lines = workflow::Dossiers(*workspace).find({}, 1000);
        if (lines) {
            for (const workflow::DossierLine& line : *lines) {
                codes += line.dossier.code;
            }
        }
        codes.sort();
        return codes;
    }
};

QByteArray everyFile(const QString& folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (file.open(QIODevice::ReadOnly)) {
            files[file.fileName()] = file.readAll();
        }
    }
    QByteArray all;
    for (auto file = files.constBegin(); file != files.constEnd(); ++file) {
        all += file.key().toUtf8() + '\n' + file.value() + '\n';
    }
    return all;
}

/// Delivers once, as the program does, and says so.
int deliverOnce(const QString& folder)
{
    const SystemClock clock;
    auto workspace = Workspace::open(folder, clock);
    if (!workspace) {
        qWarning("no home: %s", qPrintable(describe(workspace.error())));
        return 2;
    }
    const auto summary = workflow::Delivery(**workspace).deliver(true, {}, {});
    if (!summary || summary->stoppedBy) {
        qWarning("stopped: %s", qPrintable(describe(summary ? *summary->stoppedBy : summary.error())));
        return 1;
    }
    if (summary->waiting > 0) {
        qWarning("%d waiting", summary->waiting);
    }
    return summary->waiting == 0 ? 0 : 1;
}

} // namespace

class TestRestore : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_warehouse = path("kho");
        drawTextPage(path("trang1.jpg"), 1);
        drawTextPage(path("trang2.jpg"), 2);
    }

    void whatWasDeliveredAfterTheBackupComesBack()
    {
        Home old;
        old.create(path("máy cũ"), m_warehouse);
        QVERIFY(!old.takeIn("A").isEmpty());
        QCOMPARE(old.deliverAll(), QString());
        const QString waiting = old.takeIn("B"); // in the backup, delivered after it
        backUp(old);
        const QString later = old.digitize(path("trang1.jpg"));
        QVERIFY(!later.isEmpty());
        QCOMPARE(old.deliverAll(), QString());
        QVERIFY(!old.takeIn("D").isEmpty());
        QCOMPARE(old.deliverAll(), QString());
        const QStringList codes = old.codes();
        const auto eventsBefore = old.journal().events(waiting);
        VERIFY_OK(eventsBefore);
        old.workspace.reset(); // the disk of the old machine is dead

        Home restored;
        restore(restored);
        restored.clock.advance(1000);
        const QString fresh = restored.takeIn("E");
        // Which numbers were given out since the backup is not known yet.
        QVERIFY(restored.journal().dossier(fresh)->provisional);
        const auto summary = restored.deliver();
        VERIFY_OK(summary);
        QVERIFY2(!summary->stoppedBy,
                 qPrintable(summary->stoppedBy ? describe(*summary->stoppedBy) : QString()));
        QCOMPARE(summary->entriesAdopted, 2);
        QCOMPARE(summary->waiting, 0);
        QCOMPARE(restored.differencesFound(), QStringList());
        QCOMPARE(restored.codes().size(), codes.size() + 1);
        for (const QString& code : codes) {
            QVERIFY2(restored.codes().contains(code), qPrintable(code));
        }
        // Known already, told again: nothing of it twice.
        const auto events = restored.journal().events(waiting);
        VERIFY_OK(events);
        QCOMPARE(events->size(), eventsBefore->size());

        // Its paper lies in the warehouse; whoever opens it gets it.
        const auto detail = workflow::Dossiers(*restored.workspace).detail(later);
        VERIFY_OK(detail);
        QCOMPARE(detail->papers.size(), std::size_t(1));
        const auto content = workflow::Finishing(*restored.workspace).content(detail->papers.front());
        VERIFY_OK(content);
        QVERIFY(content->startsWith("%PDF"));

        // Numbers go on behind those that were given out; and nothing is left to do.
        const QString next = restored.takeIn("F");
        QVERIFY(!restored.journal().dossier(next)->provisional);
        QVERIFY(!codes.contains(restored.journal().dossier(next)->code));
        QCOMPARE(restored.deliverAll(), QString());
        const auto again = restored.deliver();
        VERIFY_OK(again);
        QCOMPARE(again->entriesAdopted, 0);
        QCOMPARE(restored.differencesFound(), QStringList());
    }

    void whatWasCutAndNotDeliveredGoesIntoLaterNumbers()
    {
        Home old;
        old.create(path("máy cũ"), m_warehouse);
        old.takeIn("A");
        QCOMPARE(old.deliverAll(), QString());
        backUp(old);
        old.takeIn("B");
        QCOMPARE(old.deliverAll(), QString());
        Home restored;
        restore(restored);
        restored.clock.advance(1000);
        const QString fresh = restored.takeIn("C");
        // As an older program did it: the entry is cut before anybody asks the warehouse.
        cut(restored);
        QCOMPARE(restored.journal().ownLogs()->front().last, 2);
        QCOMPARE(restored.deliverAll(), QString());
        QCOMPARE(restored.journal().ownLogs()->front(),
                 (storage::OwnLog{unit, 1, 3, restored.journal().logEntry(unit, 1, 3)->sha256, 3}));
        QCOMPARE(restored.differencesFound(), QStringList());
        // The other counters see all three.
        Home other;
        other.create(path("máy hai"), m_warehouse, 2);
        VERIFY_OK(workflow::fetchOthers(*other.workspace, {}));
        QCOMPARE(other.codes(), restored.codes());
        QVERIFY(other.journal().dossier(fresh).has_value());
    }

    void aNewMachineTakesOverADeadOnesNumber()
    {
        Home dead;
        dead.create(path("máy cũ"), m_warehouse);
        dead.takeIn("A");
        QCOMPARE(dead.deliverAll(), QString());
        Home fresh;
        fresh.create(path("máy mới"), m_warehouse);
        fresh.clock.advance(1000);
        fresh.takeIn("B");
        const auto summary = fresh.deliver();
        VERIFY_OK(summary);
        QCOMPARE(summary->entriesAdopted, 1);
        QCOMPARE(summary->waiting, 0);
        QCOMPARE(fresh.codes().size(), 2);
        QCOMPARE(fresh.differencesFound(), QStringList());

        // It was not dead after all. It is told, and sends nothing.
        dead.clock.advance(2000);
        const QString mine = dead.takeIn("C");
        const QByteArray before = everyFile(m_warehouse);
        QVERIFY(dead.stoppedBy() == ErrorCode::WorkstationTwice);
        QVERIFY(dead.stoppedBy() == ErrorCode::WorkstationTwice);
        QVERIFY(everyFile(m_warehouse) == before);
        giveOwnNumber(dead, 2);
        QCOMPARE(dead.deliverAll(), QString());
        VERIFY_OK(workflow::fetchOthers(*dead.workspace, {}));
        VERIFY_OK(workflow::fetchOthers(*fresh.workspace, {}));
        QCOMPARE(dead.codes(), fresh.codes());
        QVERIFY(fresh.journal().dossier(mine).has_value());
        QCOMPARE(dead.differencesFound(), QStringList());
    }

    void aClonedDiskIsNoticedWhenBothWork()
    {
        Home first;
        first.create(path("máy một"), m_warehouse);
        first.takeIn("A");
        QCOMPARE(first.deliverAll(), QString());
        first.cloneInto(path("máy chép"));
        Home clone;
        clone.open(path("máy chép"));
        clone.clock.advance(20);
        const QString mine = clone.takeIn("C");
        first.clock.advance(100);
        first.takeIn("B");
        QCOMPARE(first.deliverAll(), QString());
        const QByteArray before = everyFile(m_warehouse);
        const QStringList codes = clone.codes();
        QVERIFY(clone.stoppedBy() == ErrorCode::WorkstationTwice);
        QCOMPARE(clone.codes(), codes); // nothing was mixed in
        QVERIFY(everyFile(m_warehouse) == before);
        giveOwnNumber(clone, 2);
        QCOMPARE(clone.deliverAll(), QString());
        VERIFY_OK(workflow::fetchOthers(*clone.workspace, {}));
        VERIFY_OK(workflow::fetchOthers(*first.workspace, {}));
        QVERIFY(first.journal().dossier(mine).has_value());
        QCOMPARE(clone.codes().size(), 3);
        QCOMPARE(first.codes().size(), 3);
        QCOMPARE(first.differencesFound(), QStringList());
        QCOMPARE(clone.differencesFound(), QStringList());
    }

    void aCloneThatCutItsEntryFirstGivesWayToo()
    {
        Home first;
        first.create(path("máy một"), m_warehouse);
        first.takeIn("A");
        QCOMPARE(first.deliverAll(), QString());
        first.cloneInto(path("máy chép"));
        Home clone;
        clone.open(path("máy chép"));
        clone.clock.advance(20);
        clone.takeIn("C");
        cut(clone);
        first.clock.advance(100);
        first.takeIn("B");
        QCOMPARE(first.deliverAll(), QString());
        QVERIFY(clone.stoppedBy() == ErrorCode::WorkstationTwice);
        QCOMPARE(clone.journal().ownLogs()->front().last, 2); // as it was
        giveOwnNumber(clone, 2);
        QCOMPARE(clone.deliverAll(), QString());
        VERIFY_OK(workflow::fetchOthers(*clone.workspace, {}));
        QCOMPARE(clone.codes().size(), 3);
        QCOMPARE(clone.differencesFound(), QStringList());
    }

    void aLogThatDoesNotGoOnFromOursIsRefused()
    {
        Home first;
        first.create(path("máy một"), m_warehouse);
        first.takeIn("A");
        QCOMPARE(first.deliverAll(), QString());
        first.takeIn("B");
        QCOMPARE(first.deliverAll(), QString());
        Home stranger;
        stranger.create(path("máy lạ"), path("kho khác"));
        stranger.takeIn("X");
        QCOMPARE(stranger.deliverAll(), QString());
        auto settings = stranger.workspace->settings();
        VERIFY_OK(settings);
        settings->warehouse = QUrl::fromLocalFile(m_warehouse).toString(QUrl::FullyEncoded);
        VERIFY_OK(stranger.workspace->setSettings(*settings));
        stranger.clock.advance(1000);
        stranger.takeIn("Y");
        const QByteArray before = everyFile(m_warehouse);
        QVERIFY(stranger.stoppedBy() == ErrorCode::WorkstationTwice);
        QCOMPARE(stranger.codes().size(), 2);
        QVERIFY(everyFile(m_warehouse) == before);
    }

    void adoptionSurvivesKillsAtAnyInstant()
    {
        constexpr int later = 12;
        Home old;
        old.create(path("máy cũ"), m_warehouse);
        old.takeIn("A");
        QCOMPARE(old.deliverAll(), QString());
        old.takeIn("B");
        backUp(old);
        for (int i = 0; i < later; ++i) {
            QVERIFY(!old.takeIn("C").isEmpty());
            QCOMPARE(old.deliverAll(), QString());
        }
        const QStringList codes = old.codes();
        Home restored;
        restore(restored);
        restored.clock.advance(1000);
        restored.takeIn("D");
        restored.workspace.reset();

        const int kills =
            qEnvironmentVariableIntValue("SOHOA_KILLS") > 0 ? qEnvironmentVariableIntValue("SOHOA_KILLS") : 8;
        int killed = 0;
        qint64 undisturbed = 60'000; // milliseconds, until the first round was seen to its end
        for (int round = 0; round <= kills; ++round) {
            const QString home = path(QStringLiteral("nhà %1").arg(round).toUtf8());
            const QString warehouse = path(QStringLiteral("kho %1").arg(round).toUtf8());
            copyFolder(path("máy mới"), home);
            copyFolder(m_warehouse, warehouse);
            useWarehouse(home, warehouse);
            bool done = false;
            for (int attempt = 0; !done; ++attempt) {
                QVERIFY2(attempt < 100, "does not come to an end");
                QProcess child;
                child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("deliver"), home});
                QVERIFY(child.waitForStarted());
                // The first round says how long it takes here; in the others the first attempts are killed
                // within that time, at other instants each.
                const bool isKilled = round > 0 && attempt < 4;
                const int patience =
                    isKilled ? QRandomGenerator::global()->bounded(1, static_cast<int>(undisturbed)) : 60'000;
                QElapsedTimer timer;
                timer.start();
                if (child.waitForFinished(patience)) {
                    undisturbed = round == 0 ? std::max<qint64>(2, timer.elapsed()) : undisturbed;
                    QCOMPARE(child.exitStatus(), QProcess::NormalExit);
                    QVERIFY2(child.exitCode() == 0, child.readAllStandardError().constData());
                    done = true;
                } else {
                    child.kill();
                    QVERIFY(child.waitForFinished());
                    ++killed;
                }
            }
            Home after;
            after.open(home);
            after.clock.advance(5000);
            QCOMPARE(after.codes().size(), codes.size() + 1);
            for (const QString& code : codes) {
                QVERIFY2(after.codes().contains(code), qPrintable(code));
            }
            QCOMPARE(after.differencesFound(), QStringList());
            const storage::OwnLog log = after.journal().ownLogs()->front();
            QCOMPARE(log.confirmed, qint64(later + 2));
            QCOMPARE(log.last, log.confirmed);
            QVERIFY(QDir(home).removeRecursively() || true);
        }
        qInfo("%d kills in %d rounds", killed, kills);
        QVERIFY(killed > 0);
    }

private:
    [[nodiscard]] QString path(const QByteArray& name) const
    {
        return m_folder->filePath(QString::fromUtf8(name));
    }
    void backUp(const Home& home) const
    {
        VERIFY_OK(storage::exportBackup(home.folder, path("sao lưu.shb"), home.clock));
    }
    void restore(Home& home) const
    {
        VERIFY_OK(storage::restoreBackup(path("sao lưu.shb"), path("máy mới")));
        home.open(path("máy mới"));
    }
    static void giveOwnNumber(const Home& home, int number)
    {
        auto settings = home.workspace->settings();
        VERIFY_OK(settings);
        settings->workstation = number;
        VERIFY_OK(home.workspace->setSettings(*settings));
    }
    static void cut(const Home& home)
    {
        VERIFY_OK(home.journal().write([](storage::JournalWriter& writer) -> Status {
            SOHOA_TRY(
                writer.cutLogEntry(1'000'000, unit, 1,
                                   [](const storage::LogHead& head,
                                      const std::vector<dossier::Change>& changes) -> Result<QByteArray> {
                                       SOHOA_ASSIGN(sync::BuiltEntry built,
                                                    sync::buildEntry({head.unit, head.workstation},
                                                                     {head.sequence - 1, head.previousSha256},
                                                                     changes, head.cutAt));
                                       return built.bytes;
                                   }));
            return {};
        }));
    }
    static void copyFolder(const QString& from, const QString& to)
    {
        QDirIterator walk(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString target = to + u'/' + QDir(from).relativeFilePath(walk.next());
            QVERIFY(QDir().mkpath(QFileInfo(target).absolutePath()));
            QVERIFY(QFile::copy(walk.filePath(), target));
        }
    }
    static void useWarehouse(const QString& folder, const QString& warehouse)
    {
        Home home;
        home.open(folder);
        VERIFY_OK(home.journal().write([&](storage::JournalWriter& writer) {
            return writer.setSetting(QStringLiteral("warehouse"),
                                     QUrl::fromLocalFile(warehouse).toString(QUrl::FullyEncoded));
        }));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_warehouse;
};

int main(int argc, char** argv)
{
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QLatin1String("deliver")) {
        return deliverOnce(arguments[2]);
    }
    TestRestore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_restore.moc"
