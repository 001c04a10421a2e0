// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"
#include "storage/journal.h"
#include "storage/processlock.h"
#include "support/testsupport.h"
#include "sync/keys.h"
#include "sync/logentry.h"
#include "workflow/delivery.h"
#include "workflow/digitizing.h"
#include "workflow/verification.h"
#include "workflow/workbench.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace sohoa;
using namespace sohoa::test;
using workflow::Difference;

namespace {

/// A dossier with one paper of one page. @return hash of the paper
QString makePaper(const Workbench& bench, int number)
{
    const QString page = bench.path(QStringLiteral("trang %1.jpg").arg(number));
    drawTextPage(page, number);
    workflow::DigitizeRequest request;
    request.procedureCode = QStringLiteral("2.000815");
    request.component = 2;
    request.files = {page};
    const auto report = workflow::digitize(bench.workspace(), request, {}, {});
    if (!report || report->dossiers.empty() || report->dossiers.front().papers.empty()) {
        qFatal("no paper: %s", report ? "refused" : qPrintable(describe(report.error())));
    }
    return report->dossiers.front().papers.front().paper.sha256;
}

QStringList warehouseFiles(const Workbench& bench)
{
    QStringList files;
    QDirIterator walk(bench.warehouse(), QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        files += QDir(bench.warehouse()).relativeFilePath(walk.next());
    }
    files.sort();
    return files;
}

void overwrite(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestDelivery : public QObject
{
    Q_OBJECT

private slots:
    void aRunThatWasKilledLocksNobodyOut()
    {
        const Workbench bench;
        // What a kill between making a lock file and writing into it leaves behind.
        writeFile(bench.home() + QStringLiteral("/delivery.lock"), {});
        writeFile(bench.home() + QStringLiteral("/delivering.lock"), {});
        VERIFY_OK(workflow::Delivery(bench.workspace()).deliver(true, {}, {}));
        {
            const auto other = storage::ProcessLock::take(bench.home() + QStringLiteral("/delivering.lock"));
            VERIFY_OK(other);
            VERIFY_FAILS(workflow::Delivery(bench.workspace()).deliver(true, {}, {}), ErrorCode::HomeInUse);
        }
        VERIFY_OK(workflow::Delivery(bench.workspace()).deliver(true, {}, {}));
    }

    void paperIsConfirmedOnlyAfterItsLogEntryIsThere()
    {
        Workbench bench;
        const QString sha256 = makePaper(bench, 1);
        const auto summary = workflow::Delivery(bench.workspace()).deliver(true, {}, {});
        VERIFY_OK(summary);
        QCOMPARE(summary->papersSent, 1);
        QCOMPARE(summary->papersConfirmed, 1);
        QVERIFY(summary->entriesConfirmed >= 1);
        QVERIFY(summary->waiting.empty());
        const QByteArray blob = contentOf(bench.warehouse() + u'/' + sync::blobKey(sha256));
        QCOMPARE(sha256Hex(blob), sha256);
        const auto papers = bench.workspace().journal().papersWithContent(sha256);
        VERIFY_OK(papers);
        QVERIFY(papers->front().delivery == dossier::DeliveryState::Confirmed);
        QVERIFY(papers->front().confirmedAt.has_value());
    }

    void deliveringAgainChangesNothing()
    {
        Workbench bench;
        makePaper(bench, 1);
        VERIFY_OK(workflow::Delivery(bench.workspace()).deliver(true, {}, {}));
        const QStringList before = warehouseFiles(bench);
        bench.clock().advance(60);
        const auto again = workflow::Delivery(bench.workspace()).deliver(true, {}, {});
        VERIFY_OK(again);
        QCOMPARE(again->papersSent, 0);
        QCOMPARE(again->entriesConfirmed, 0);
        QCOMPARE(warehouseFiles(bench), before);
    }

    void everyLogEntryNamesOnlyBlobsThatAreThere()
    {
        Workbench bench;
        for (int number = 1; number <= 3; ++number) {
            makePaper(bench, number);
            VERIFY_OK(workflow::Delivery(bench.workspace()).deliver(true, {}, {}));
        }
        int named = 0;
        for (const QString& file : warehouseFiles(bench)) {
            if (!sync::logKeyFrom(file)) {
                continue;
            }
            const auto entry = sync::parseLogEntry(contentOf(bench.warehouse() + u'/' + file));
            VERIFY_OK(entry);
            for (const dossier::Change& change : entry->changes) {
                if (change.kind == dossier::ChangeKind::PaperMade) {
                    const dossier::Paper paper = dossier::paperFrom(change.dossierUid, change.body);
                    QVERIFY(QFile::exists(bench.warehouse() + u'/' + sync::blobKey(paper.sha256)));
                    ++named;
                }
            }
        }
        QCOMPARE(named, 3);
    }

    void warehouseThatVanishedLeavesThePaperWaitingWithItsReason()
    {
        Workbench bench;
        makePaper(bench, 1);
        const QString hidden = bench.path(QStringLiteral("rút ra"));
        QVERIFY(QDir().rename(bench.warehouse(), hidden));
        const auto away = workflow::Delivery(bench.workspace()).deliver(true, {}, {});
        VERIFY_OK(away);
        QCOMPARE(away->papersConfirmed, 0);
        QVERIFY(away->stoppedBy.has_value());
        QVERIFY(away->stoppedBy->code == ErrorCode::WarehouseUnreachable);
        QVERIFY(!away->waiting.empty());
        QVERIFY(away->waiting.front().reason == std::optional(ErrorCode::WarehouseUnreachable));
        QVERIFY(away->waiting.front().nextTry.has_value());
        QVERIFY(!QFile::exists(bench.warehouse())); // not made anew in silence
        QVERIFY(QDir().rename(hidden, bench.warehouse()));
        const auto back = workflow::Delivery(bench.workspace()).deliver(true, {}, {});
        VERIFY_OK(back);
        QCOMPARE(back->papersConfirmed, 1);
        QVERIFY(back->waiting.empty());
    }

    void ageOfTheOldestWaitingPaperIsKnown()
    {
        Workbench bench;
        const workflow::Delivery delivery(bench.workspace());
        const auto nothing = delivery.oldestWaiting();
        VERIFY_OK(nothing);
        QVERIFY(!nothing->has_value());
        const QDateTime made = bench.clock().now();
        makePaper(bench, 1);
        bench.clock().advance(7200);
        const auto oldest = delivery.oldestWaiting();
        VERIFY_OK(oldest);
        QCOMPARE(oldest->value(), made);
    }

    void verifyIsCleanAfterADelivery()
    {
        Workbench bench;
        makePaper(bench, 1);
        VERIFY_OK(workflow::Delivery(bench.workspace()).deliver(true, {}, {}));
        const auto report = workflow::verifyHome(bench.workspace(), {}, {});
        VERIFY_OK(report);
        QVERIFY(report->warehouseReached);
        QCOMPARE(report->pagesChecked, 1);
        QCOMPARE(report->papersChecked, 1);
        QVERIFY(report->warehouseObjectsChecked >= 2);
        QCOMPARE(report->differences.size(), std::size_t(0));
    }

    void verifyNamesADamagedPageAMissingBlobAndAForgedEntry()
    {
        Workbench bench;
        const QString sha256 = makePaper(bench, 1);
        VERIFY_OK(workflow::Delivery(bench.workspace()).deliver(true, {}, {}));
        QVERIFY(QFile::remove(bench.warehouse() + u'/' + sync::blobKey(sha256)));
        const QStringList files = warehouseFiles(bench);
        QString entry;
        for (const QString& file : files) {
            entry = sync::logKeyFrom(file) ? file : entry;
        }
        QVERIFY(!entry.isEmpty());
        QByteArray forged = contentOf(bench.warehouse() + u'/' + entry);
        forged.replace("2.000815", "2.000816");
        overwrite(bench.warehouse() + u'/' + entry, forged);
        const auto references = bench.workspace().journal().vaultReferences();
        VERIFY_OK(references);
        QString page;
        for (const storage::VaultReference& reference : *references) {
            page = reference.isPaper ? page : reference.sha256;
        }
        const QString vaultFile = bench.home() + QStringLiteral("/vault/") + page.first(2) + u'/' + page;
        QByteArray damaged = contentOf(vaultFile);
        QVERIFY(!damaged.isEmpty());
        damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
        overwrite(vaultFile, damaged);

        const auto report = workflow::verifyHome(bench.workspace(), {}, {});
        VERIFY_OK(report);
        const auto names = [&](Difference::Place place, const QString& name) {
            return std::any_of(
                report->differences.begin(), report->differences.end(),
                [&](const Difference& found) { return found.place == place && found.name == name; });
        };
        QVERIFY(names(Difference::Place::Vault, page));
        QVERIFY(names(Difference::Place::Warehouse, sync::blobKey(sha256)));
        QVERIFY(names(Difference::Place::WarehouseLog, entry));
    }
};

QTEST_MAIN(TestDelivery)
#include "tst_delivery.moc"
