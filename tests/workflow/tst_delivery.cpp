// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"
#include "storage/journal.h"
#include "storage/processlock.h"
#include "storage/vault.h"
#include "support/testsupport.h"
#include "sync/keys.h"
#include "sync/logentry.h"
#include "workflow/delivery.h"
#include "workflow/digitizing.h"
#include "workflow/intake.h"
#include "workflow/madepaper.h"
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

/// A dossier without any page.
void takeIn(const Workbench& bench)
{
    workflow::IntakeRequest request;
    request.procedureCode = QStringLiteral("1.001193");
    VERIFY_OK(workflow::Intake(bench.workspace()).takeIn(request));
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
        QCOMPARE(summary->waiting, 0);
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
        QVERIFY(away->waiting > 0);
        const auto waiting = workflow::Delivery(bench.workspace()).waiting();
        VERIFY_OK(waiting);
        QCOMPARE(static_cast<int>(waiting->size()), away->waiting);
        QVERIFY(waiting->front().reason == std::optional(ErrorCode::WarehouseUnreachable));
        QVERIFY(waiting->front().nextTry.has_value());
        QVERIFY(!QFile::exists(bench.warehouse())); // not made anew in silence
        QVERIFY(QDir().rename(hidden, bench.warehouse()));
        const auto back = workflow::Delivery(bench.workspace()).deliver(true, {}, {});
        VERIFY_OK(back);
        QCOMPARE(back->papersConfirmed, 1);
        QCOMPARE(back->waiting, 0);
    }

    void aQueueThatWaitsForTheWarehouseAsksNothingUntilItIsTime()
    {
        Workbench bench;
        takeIn(bench);
        const sync::LogIdentity log{QStringLiteral("H56.14"), 1};
        const QString hidden = bench.path(QStringLiteral("rút ra"));
        const workflow::Delivery delivery(bench.workspace());
        // The stick is pulled out when the first entry is to be sent: the queue gets a pause.
        const auto away = delivery.deliver(false, {}, [&](const workflow::DeliveryProgress&) {
            QVERIFY(QFile::exists(hidden) || QDir().rename(bench.warehouse(), hidden));
        });
        VERIFY_OK(away);
        QVERIFY(away->stoppedBy.has_value());
        QCOMPARE(away->waiting, 1);
        QVERIFY(delivery.pause()->has_value());
        QVERIFY(QDir().rename(hidden, bench.warehouse()));
        takeIn(bench);
        const auto early = delivery.deliver(false, {}, {});
        VERIFY_OK(early);
        QVERIFY(early->stoppedBy->code == ErrorCode::WarehouseUnreachable);
        QVERIFY(!QFile::exists(bench.warehouse() + u'/' + sync::logKey(log, 1)));
        bench.clock().advance(61);
        const auto due = delivery.deliver(false, {}, {});
        VERIFY_OK(due);
        QCOMPARE(due->entriesConfirmed, 2);
        QCOMPARE(due->waiting, 0);
        QVERIFY(!delivery.pause()->has_value());
    }

    void aNetworkThatComesBackEndsThePause()
    {
        Workbench bench;
        makePaper(bench, 1);
        const workflow::Delivery delivery(bench.workspace());
        const QString hidden = bench.path(QStringLiteral("rút ra"));
        QVERIFY(QDir().rename(bench.warehouse(), hidden));
        for (int failure = 0; failure < 12; ++failure) {
            VERIFY_OK(delivery.deliver(true, {}, {}));
        }
        QVERIFY((*delivery.pause())->until > bench.clock().now().addSecs(400));
        QVERIFY(QDir().rename(hidden, bench.warehouse()));
        QCOMPARE(delivery.deliver(false, {}, {})->papersConfirmed, 0);
        VERIFY_OK(delivery.lineIsBack());
        QCOMPARE(delivery.deliver(false, {}, {})->papersConfirmed, 1);
    }

    void whatWaitsIsCountedAndToldOneAfterTheOther()
    {
        Workbench bench;
        const workflow::Delivery delivery(bench.workspace());
        takeIn(bench);
        QCOMPARE(delivery.counts()->items(), 0);
        QVERIFY(delivery.counts()->changes > 0); // in no entry yet, and not in the warehouse either
        makePaper(bench, 1);
        makePaper(bench, 2);
        QCOMPARE(delivery.counts()->papers, 2);
        const auto all = delivery.waiting();
        VERIFY_OK(all);
        QList<qint64> told;
        VERIFY_OK(delivery.forEachWaiting([&told](const workflow::WaitingItem& item) {
            told += item.id;
            return Status();
        }));
        QCOMPARE(told, (QList<qint64>{all->at(0).id, all->at(1).id}));
        VERIFY_FAILS(delivery.forEachWaiting([](const workflow::WaitingItem&) -> Status {
            return failure(ErrorCode::Cancelled);
        }),
                     ErrorCode::Cancelled);
    }

    void whatWaitsIsReadInPages()
    {
        Workbench bench;
        const workflow::Delivery delivery(bench.workspace());
        takeIn(bench);
        makePaper(bench, 1);
        makePaper(bench, 2);
        QVERIFY(delivery.waitingPage(0)->empty());
        QList<qint64> told;
        std::optional<workflow::WaitingItem> last;
        while (true) {
            const auto page = delivery.waitingPage(1, last);
            VERIFY_OK(page);
            if (page->empty()) {
                break;
            }
            QCOMPARE(page->size(), std::size_t(1));
            last = page->front();
            told += last->id;
        }
        QList<qint64> all;
        VERIFY_OK(delivery.forEachWaiting([&all](const workflow::WaitingItem& item) {
            all += item.id;
            return Status();
        }));
        QCOMPARE(told, all);
        QVERIFY(all.size() >= 2);
        QCOMPARE(delivery.waitingPage(100)->size(), static_cast<std::size_t>(all.size()));
    }

    void ageOfTheOldestWaitingPaperIsKnown()
    {
        Workbench bench;
        const workflow::Delivery delivery(bench.workspace());
        const auto nothing = delivery.counts();
        VERIFY_OK(nothing);
        QVERIFY(!nothing->oldest);
        const QDateTime made = bench.clock().now();
        makePaper(bench, 1);
        bench.clock().advance(7200);
        const auto oldest = delivery.counts();
        VERIFY_OK(oldest);
        QVERIFY(oldest->oldest == made);
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

    void aWarehouseThatGoesAwayDuringVerifyHidesNothingOfWhatWasFoundHere()
    {
        Workbench bench;
        const QString sha256 = makePaper(bench, 1);
        VERIFY_OK(workflow::Delivery(bench.workspace()).deliver(true, {}, {}));
        const QString paper = bench.workspace().vault().pathOf(sha256);
        overwrite(paper, "damaged");
        const QString hidden = bench.path(QStringLiteral("rút ra"));
        bool pulled = false;
        const auto report = workflow::verifyHome(bench.workspace(), {}, [&](int done, int) {
            // The page and the paper here, then the paper there: before the entry is asked for.
            if (done == 3) {
                pulled = QDir().rename(bench.warehouse(), hidden);
            }
        });
        QVERIFY(pulled);
        VERIFY_OK(report);
        QVERIFY(!report->warehouseReached);
        QCOMPARE(report->differences.size(), std::size_t(2));
        QCOMPARE(report->differences[0].name, sha256);
        QVERIFY(report->differences[1].error.code == ErrorCode::WarehouseUnreachable);
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
