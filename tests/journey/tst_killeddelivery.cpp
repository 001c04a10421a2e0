// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"
#include "cli/program.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/vault.h"
#include "support/linerelay.h"
#include "support/testsupport.h"
#include "sync/keys.h"
#include "sync/logentry.h"
#include "sync/rgwserver.h"
#include "workflow/intake.h"
#include "workflow/workspace.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <map>

using namespace sohoa;
using namespace sohoa::test;
using namespace std::chrono_literals;

namespace {

int asked(const char* name, int otherwise)
{
    const int number = qEnvironmentVariableIntValue(name);
    return number > 0 ? number : otherwise;
}

/// Sizes of papers as they are, and some that are large: 60 KB to 30 MB.
qint64 sizeOf(QRandomGenerator& random)
{
    const auto between = [&random](qint64 least, qint64 most) {
        return least + static_cast<qint64>(random.generateDouble() * static_cast<double>(most - least));
    };
    const int kind = random.bounded(1000);
    return kind < 965   ? between(60'000, 200'000)
           : kind < 990 ? between(200'000, 4'000'000)
                        : between(8'000'000, 30'000'000);
}

constexpr qint64 large = 8'000'000;

} // namespace

/// Papers are delivered to a real engine while the program is killed, and the engine is killed, frozen and
/// away: every paper arrives once, and what was confirmed is not sent again.
///
/// SOHOA_PAPERS and SOHOA_KILLS say how many (killdelivery.sh: 10,000 and 50), SOHOA_SEED repeats sizes and
/// instants.
class TestKilledDelivery : public QObject
{
    Q_OBJECT

private slots:
    void everythingArrivesOnce();

private:
    void makePapers(int count, QRandomGenerator& random);
    /// Runs sync until it ends, or kills it after so long. @return whether it was killed
    bool deliver(std::optional<std::chrono::milliseconds> killAfter);
    void check(RgwServer& server, const QString& bucket);

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<workflow::Workspace> m_workspace;
    std::map<QString, qint64> m_papers; ///< sizes by hash
    qint64 m_largeBytes = 0;
    int m_lastExit = -1;
};

void TestKilledDelivery::makePapers(int count, QRandomGenerator& random)
{
    const storage::Vault& vault = m_workspace->vault();
    QString dossier;
    for (int number = 0; number < count; ++number) {
        if (number % 50 == 0) {
            workflow::IntakeRequest request;
            request.procedureCode = QStringLiteral("1.001193");
            const auto taken = workflow::Intake(*m_workspace).takeIn(request);
            VERIFY_OK(taken);
            dossier = taken->dossier.uid;
        }
        QByteArray content(sizeOf(random) / 8 * 8, Qt::Uninitialized);
        random.fillRange(reinterpret_cast<quint64*>(content.data()), content.size() / 8);
        const auto sha256 = vault.put(content);
        VERIFY_OK(sha256);
        dossier::Paper paper;
        paper.uid = dossier::newUid();
        paper.dossierUid = dossier;
        paper.component = 1;
        paper.code = QStringLiteral("TP%1").arg(number);
        paper.title = QStringLiteral("Tờ khai");
        paper.sha256 = *sha256;
        paper.bytes = content.size();
        paper.pages = 1;
        paper.version = number % 50 + 1;
        VERIFY_OK(m_workspace->journal().write(
            [&](storage::JournalWriter& writer) { return writer.addPaper(paper); }));
        m_papers[*sha256] = content.size();
        m_largeBytes += content.size() >= large ? content.size() : 0;
    }
}

bool TestKilledDelivery::deliver(std::optional<std::chrono::milliseconds> killAfter)
{
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(cliPath(), {QStringLiteral("sync"), QStringLiteral("--once"), QStringLiteral("--json"),
                              QStringLiteral("--home"), m_workspace->folder()});
    if (!process.waitForStarted()) {
        qFatal("does not start");
    }
    constexpr int patience = 3'600'000;
    bool killed = false;
    if (!process.waitForFinished(killAfter ? static_cast<int>(killAfter->count()) : patience)) {
        process.kill();
        killed = process.waitForFinished() && killAfter;
    }
    m_lastExit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return killed;
}

void TestKilledDelivery::check(RgwServer& server, const QString& bucket)
{
    const auto warehouse = sync::openWarehouse(server.url(bucket), {}, server.access());
    VERIFY_OK(warehouse);
    std::map<QString, qint64> there;
    QString after;
    for (bool more = true; more;) {
        const auto page = (*warehouse)->listAfter(QStringLiteral("v1/blobs/"), after, 1000);
        VERIFY_OK(page);
        for (const sync::ListedObject& object : page->objects) {
            there[sync::sha256FromBlobKey(object.key).value_or(object.key)] = object.length;
            after = object.key;
        }
        more = page->more;
    }
    QCOMPARE(there, m_papers);
    for (const auto& [sha256, length] : m_papers) {
        VERIFY_OK((*warehouse)->confirm(sync::blobKey(sha256), sha256, length));
        QVERIFY(m_workspace->journal().papersWithContent(sha256)->front().delivery ==
                dossier::DeliveryState::Confirmed);
    }
    sync::WarehouseLog log(**warehouse, {QStringLiteral("H56.14"), 1});
    const auto chain = sync::verifyChain(log, {QStringLiteral("H56.14"), 1});
    VERIFY_OK(chain);
    QVERIFY(chain->holds());
    const auto own = m_workspace->journal().ownLogs();
    QCOMPARE(own->front().confirmed, chain->head.sequence);
    QCOMPARE(own->front().confirmedSha256, chain->head.sha256);
    // No upload was left behind half done.
    sync::s3::Ask uploads;
    uploads.query = {{"uploads", ""}};
    const auto left = server.ask(bucket, uploads);
    VERIFY_OK(left);
    QVERIFY2(!left->body.contains("<Upload>"), left->body.constData());
}

void TestKilledDelivery::everythingArrivesOnce()
{
    std::optional<RgwServer> server = RgwServer::find();
    if (!server) {
        QSKIP("no RADOS Gateway was started");
    }
    const int kills = asked("SOHOA_KILLS", 6);
    const auto seed = static_cast<quint32>(
        asked("SOHOA_SEED", static_cast<int>(QRandomGenerator::global()->bounded(1, 1'000'000'000))));
    QRandomGenerator random(seed);
    const QString bucket = server->makeBucket(QStringLiteral("killed"));
    LineRelay::Line line;
    line.bytesPerSecond = asked("SOHOA_RATE", 3'000'000);
    LineRelay relay(static_cast<quint16>(server->port()), line);
    const auto environment = [](const char* name, const QString& value) { qputenv(name, value.toUtf8()); };
    environment("SOHOA_KEYSTORE", QStringLiteral("file"));
    environment("SOHOA_S3_ACCESS_KEY", server->access().accessKey);
    environment("SOHOA_S3_SECRET_KEY", server->access().secretKey);
    workflow::HomeSettings settings;
    settings.unit = QStringLiteral("H56.14");
    settings.unitName = QStringLiteral("Xã Thử");
    settings.workstation = 1;
    settings.workstations = 1;
    settings.warehouse = QStringLiteral("s3+http://127.0.0.1:%1/%2").arg(relay.port()).arg(bucket);
    auto made = workflow::Workspace::create(m_folder.filePath(QStringLiteral("home")), settings, m_clock);
    VERIFY_OK(made);
    m_workspace = std::move(*made);
    makePapers(asked("SOHOA_PAPERS", 150), random);
    qint64 bytes = 0;
    for (const auto& [sha256, length] : m_papers) {
        bytes += length;
    }
    qInfo("seed %u: %d papers, %lld bytes, %lld of them in papers over 8 MB", seed,
          static_cast<int>(m_papers.size()), bytes, m_largeBytes);

    QElapsedTimer clock;
    clock.start();
    // Read back as well as sent: so long an undisturbed run takes at least. The kills are spread over most of
    // it.
    const qint64 whole = 2 * bytes * 1000 / line.bytesPerSecond;
    const int longest = static_cast<int>(std::max<qint64>(500, whole * 8 / 10 / kills));
    int done = 0;
    int gateways = 0;
    int frozen = 0;
    int outages = 0;
    for (int run = 0; done < kills && run < 20 * kills; ++run) {
        const auto counts = m_workspace->journal().outboxCounts();
        VERIFY_OK(counts);
        if (counts->blobs + counts->entries == 0) {
            break;
        }
        switch (run % 5) {
        case 1:
            server->killGateway();
            ++gateways;
            break;
        case 2:
            server->freezeGateway(true);
            ++frozen;
            break;
        case 3:
            relay.setDown(true);
            ++outages;
            break;
        default:
            break;
        }
        const auto instant = std::chrono::milliseconds(150 + random.bounded(longest));
        done += deliver(instant) ? 1 : 0;
        relay.setDown(false);
        server->freezeGateway(false);
        QVERIFY(server->startAgain());
    }
    QVERIFY2(done >= kills, "everything arrived before it was killed often enough: more papers are needed");
    for (int run = 0; run < 5 && m_lastExit != 0; ++run) {
        deliver({});
    }
    QCOMPARE(m_lastExit, 0);
    const double largeRatio =
        m_largeBytes > 0 ? static_cast<double>(relay.figures().partsUp) / static_cast<double>(m_largeBytes)
                         : 1;
    qInfo("%d kills, gateway killed %d times, frozen %d, line away %d, in %lld s; sent %.3f times what is "
          "stored, of large "
          "papers %.3f times",
          done, gateways, frozen, outages, clock.elapsed() / 1000,
          static_cast<double>(relay.figures().up) / static_cast<double>(bytes), largeRatio);
    check(*server, bucket);
    // A part that is under way when the program is killed goes again. In the short form there is a kill for
    // every few papers, so that only the long one says something about the share.
    constexpr int papersPerKill = 200;
    if (m_papers.size() >= static_cast<std::size_t>(papersPerKill * kills)) {
        QVERIFY(largeRatio <= 1.1);
    }
    const qint64 before = relay.figures().up;
    deliver({});
    QCOMPARE(m_lastExit, 0);
    constexpr qint64 questions = 64 * 1024;
    QVERIFY(relay.figures().up - before < questions); // nothing is sent again
}

// A long run takes longer than Qt Test gives a function; CTest has a limit of its own.
int main(int argc, char** argv)
{
    qputenv("QTEST_FUNCTION_TIMEOUT", "14400000");
    const QCoreApplication application(argc, argv);
    TestKilledDelivery test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killeddelivery.moc"
