// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "journey/deliveryhome.h"

#include "cli/program.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/vault.h"
#include "support/testsupport.h"
#include "sync/keys.h"
#include "sync/logentry.h"
#include "workflow/intake.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

namespace sohoa::test {

int asked(const char* name, int otherwise)
{
    const int number = qEnvironmentVariableIntValue(name);
    return number > 0 ? number : otherwise;
}

DeliveryHome::DeliveryHome(RgwServer& server, const LineRelay::Line& line)
    : m_server(server)
    , m_bucket(server.makeBucket(QStringLiteral("journey")))
    , m_relay(static_cast<quint16>(server.port()), {})
{
    qputenv("SOHOA_KEYSTORE", "file");
    qputenv("SOHOA_S3_ACCESS_KEY", server.access().accessKey.toUtf8());
    qputenv("SOHOA_S3_SECRET_KEY", server.access().secretKey.toUtf8());
    workflow::HomeSettings settings;
    settings.unit = QStringLiteral("H56.14");
    settings.unitName = QStringLiteral("Xã Thử");
    settings.workstation = 1;
    settings.workstations = 1;
    settings.warehouse = QStringLiteral("s3+http://127.0.0.1:%1/%2").arg(m_relay.port()).arg(m_bucket);
    auto made = workflow::Workspace::create(m_folder.filePath(QStringLiteral("home")), settings, m_clock);
    if (!made) {
        qFatal("no home: %s", qPrintable(describe(made.error())));
    }
    m_workspace = std::move(*made);
    m_relay.become(line); // the home was made over a good line
}

void DeliveryHome::addPaper(qint64 bytes, quint32 seed)
{
    constexpr int papersOfADossier = 50;
    if (m_inDossier++ % papersOfADossier == 0) {
        workflow::IntakeRequest request;
        request.procedureCode = QStringLiteral("1.001193");
        const auto taken = workflow::Intake(*m_workspace).takeIn(request);
        VERIFY_OK(taken);
        m_dossier = taken->dossier.uid;
    }
    QRandomGenerator64 random(seed);
    QByteArray content((bytes + 7) / 8 * 8, Qt::Uninitialized);
    random.fillRange(reinterpret_cast<quint64*>(content.data()), content.size() / 8);
    const auto sha256 = m_workspace->vault().put(content);
    VERIFY_OK(sha256);
    dossier::Paper paper;
    paper.uid = dossier::newUid();
    paper.dossierUid = m_dossier;
    paper.component = 1;
    paper.code = QStringLiteral("TP%1").arg(m_inDossier);
    paper.title = QStringLiteral("Tờ khai");
    paper.sha256 = *sha256;
    paper.bytes = content.size();
    paper.pages = 1;
    paper.version = (m_inDossier - 1) % papersOfADossier + 1;
    VERIFY_OK(
        m_workspace->journal().write([&](storage::JournalWriter& writer) { return writer.addPaper(paper); }));
    m_papers[*sha256] = content.size();
}

bool DeliveryHome::deliver(std::optional<std::chrono::milliseconds> killAfter)
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

bool DeliveryHome::isEverythingConfirmed() const
{
    const auto counts = m_workspace->journal().outboxCounts();
    return counts && counts->blobs + counts->entries + counts->unshippedChanges == 0;
}

qint64 DeliveryHome::bytes() const
{
    qint64 sum = 0;
    for (const auto& [sha256, length] : m_papers) {
        sum += length;
    }
    return sum;
}

void DeliveryHome::check()
{
    const auto warehouse = sync::openWarehouse(m_server.url(m_bucket), {}, m_server.access());
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
    const auto left = m_server.ask(m_bucket, uploads);
    VERIFY_OK(left);
    QVERIFY2(!left->body.contains("<Upload>"), left->body.constData());
}

} // namespace sohoa::test
