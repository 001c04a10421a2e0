// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"
#include "storage/backup.h"
#include "storage/journal.h"
#include "storage/vault.h"
#include "support/testsupport.h"
#include "sync/bundlefile.h"
#include "sync/keys.h"
#include "sync/logentry.h"
#include "workflow/bundles.h"
#include "workflow/delivery.h"
#include "workflow/digitizing.h"
#include "workflow/fetching.h"
#include "workflow/intake.h"
#include "workflow/madepaper.h"
#include "workflow/verification.h"
#include "workflow/workbench.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>
#include <QUrl>

using namespace sohoa;
using namespace sohoa::test;
using workflow::BundleRefusal;

namespace {

/// Puts `bench` on the warehouse of `other`, as workstation 2 of 3.
void shareWarehouse(const Workbench& bench, const Workbench& other,
                    const QString& unit = QStringLiteral("H56.14"), int workstation = 2)
{
    auto settings = bench.workspace().settings();
    VERIFY_OK(settings);
    settings->unit = unit;
    settings->workstation = workstation;
    settings->warehouse = QUrl::fromLocalFile(other.warehouse()).toString(QUrl::FullyEncoded);
    VERIFY_OK(bench.workspace().setSettings(*settings));
}

void takeIn(const Workbench& bench)
{
    workflow::IntakeRequest request;
    request.procedureCode = QStringLiteral("1.001193");
    VERIFY_OK(workflow::Intake(bench.workspace()).takeIn(request));
}

workflow::DeliverySummary deliver(const Workbench& bench)
{
    const auto summary = workflow::Delivery(bench.workspace()).deliver(true, {}, {});
    if (!summary) {
        qFatal("not delivered: %s", qPrintable(describe(summary.error())));
    }
    return *summary;
}

workflow::BundleExport exported(const Workbench& bench, const QString& file)
{
    const auto made = workflow::exportBundle(bench.workspace(), file, {}, {});
    if (!made || made->refused) {
        qFatal("no bundle: %s", made ? "refused" : qPrintable(describe(made.error())));
    }
    return *made;
}

/// Name and time of every file in the warehouse: nothing was written when it is the same.
QMap<QString, QDateTime> warehouseFiles(const Workbench& bench)
{
    QMap<QString, QDateTime> files;
    QDirIterator walk(bench.warehouse(), QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        walk.next();
        files.insert(QDir(bench.warehouse()).relativeFilePath(walk.filePath()),
                     walk.fileInfo().lastModified());
    }
    return files;
}

QString entryPath(const Workbench& bench, int workstation, qint64 number)
{
    return bench.warehouse() + u'/' + sync::logKey({QStringLiteral("H56.14"), workstation}, number);
}

QString blobPath(const Workbench& bench, const QString& sha256)
{
    return bench.warehouse() + u'/' + sync::blobKey(sha256);
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

void expectWhole(const Workbench& bench)
{
    const auto report = workflow::verifyHome(bench.workspace(), {}, {});
    VERIFY_OK(report);
    QVERIFY(report->warehouseReached);
    for (const workflow::Difference& difference : report->differences) {
        qWarning("%s: %s", qPrintable(difference.name), qPrintable(describe(difference.error)));
    }
    QVERIFY(report->differences.empty());
}

} // namespace

class TestBundles : public QObject
{
    Q_OBJECT

private slots:
    void whatWasCarriedArrivesAndNothingIsSentAgain()
    {
        Workbench first;
        Workbench second;
        shareWarehouse(second, first);
        const QStringList papers{makePaper(first, 1), makePaper(first, 2)};
        takeIn(first);
        const QString stick = first.path(QStringLiteral("USB của chị Hoà"));
        QVERIFY(QDir().mkpath(stick));
        const auto bundle = exported(first, stick);
        QCOMPARE(bundle.file, stick + QStringLiteral("/sohoa-H56.14-1-20261120-001.shbundle"));
        QCOMPARE(bundle.papers, 2);
        QCOMPARE(bundle.entries, 1);
        QCOMPARE(QDir(stick).entryList(QDir::Files | QDir::Hidden).size(), 1);
        QVERIFY(warehouseFiles(first).size() == 1); // the marker alone

        const auto taken = workflow::importBundle(second.workspace(), bundle.file, bundle.code, {}, {});
        VERIFY_OK(taken);
        QVERIFY(!taken->refused);
        QCOMPARE(taken->papers, 2);
        QCOMPARE(taken->entries, 1);
        QCOMPARE(taken->from.workstation, 1);
        const auto waiting = workflow::Delivery(second.workspace()).counts();
        VERIFY_OK(waiting);
        QCOMPARE(waiting->papers, 2);
        QCOMPARE(waiting->entries, 1);

        const auto carried = deliver(second);
        QCOMPARE(carried.carriedConfirmed, 1);
        QCOMPARE(carried.waiting, 0);
        for (const QString& paper : papers) {
            QCOMPARE(sha256Hex(contentOf(blobPath(first, paper))), paper);
        }
        QVERIFY(QFile::exists(entryPath(first, 1, 1)));
        const auto fetched = workflow::fetchOthers(second.workspace(), {});
        VERIFY_OK(fetched);
        QCOMPARE(fetched->entries, 1);
        QCOMPARE(second.workspace().journal().counts()->dossiers, 3);

        const auto before = warehouseFiles(first);
        const auto own = deliver(first);
        QCOMPARE(own.bytesSent, qint64(0));
        QCOMPARE(own.papersConfirmed, 2);
        QCOMPARE(own.waiting, 0);
        QCOMPARE(warehouseFiles(first), before);
        for (const QString& paper : papers) {
            const auto known = first.workspace().journal().papersWithContent(paper);
            VERIFY_OK(known);
            QVERIFY(known->front().delivery == dossier::DeliveryState::Confirmed);
        }
        expectWhole(first);
        expectWhole(second);
    }

    void takingItInTwiceChangesNothing()
    {
        Workbench first;
        Workbench second;
        shareWarehouse(second, first);
        makePaper(first, 1);
        const auto bundle = exported(first, first.path(QStringLiteral("gói")));
        for (int round = 0; round < 3; ++round) {
            const auto taken = workflow::importBundle(second.workspace(), bundle.file, bundle.code, {}, {});
            VERIFY_OK(taken);
            QCOMPARE(taken->papers, round == 0 ? 1 : 0);
            QCOMPARE(taken->entries, round == 0 ? 1 : 0);
            QCOMPARE(taken->known, round == 0 ? 0 : 2);
            if (round == 1) {
                QCOMPARE(deliver(second).carriedConfirmed, 1);
            }
            QCOMPARE(workflow::Delivery(second.workspace()).counts()->items(), round == 0   ? 2
                                                                               : round == 1 ? 0
                                                                                            : 0);
        }
        const auto same = workflow::importBundle(first.workspace(), bundle.file, bundle.code, {}, {});
        VERIFY_OK(same);
        QVERIFY(same->own);
        QCOMPARE(workflow::Delivery(first.workspace()).counts()->items(), 2);
    }

    void anImportThatIsBrokenOffAnywhereIsTakenUp()
    {
        Workbench first;
        makePaper(first, 1);
        makePaper(first, 2);
        const auto bundle = exported(first, first.path(QStringLiteral("gói")));
        int steps = 0;
        for (bool broken = true; broken; ++steps) {
            Workbench second;
            shareWarehouse(second, first);
            StopSource stop;
            int left = steps;
            const auto begun = workflow::importBundle(second.workspace(), bundle.file, bundle.code,
                                                      stop.get_token(), [&](qint64 done, qint64 total) {
                                                          QVERIFY(done <= total);
                                                          if (left-- == 0) {
                                                              stop.request_stop();
                                                          }
                                                      });
            broken = !begun;
            if (broken) {
                VERIFY_FAILS(begun, ErrorCode::Cancelled);
                deliver(second);
                QVERIFY(!QFile::exists(entryPath(first, 1, 1)));
                VERIFY_OK(workflow::importBundle(second.workspace(), bundle.file, bundle.code, {}, {}));
            }
            QCOMPARE(deliver(second).waiting, 0);
            QVERIFY(QFile::exists(entryPath(first, 1, 1)));
            QVERIFY(QDir(first.warehouse() + QStringLiteral("/v1/log")).removeRecursively());
            QVERIFY(QDir(first.warehouse() + QStringLiteral("/v1/blobs")).removeRecursively());
        }
        QVERIFY(steps > 4);
    }

    void anExportThatIsBrokenOffLeavesNoFile()
    {
        Workbench first;
        makePaper(first, 1);
        const QString file = first.path(QStringLiteral("gói"));
        int steps = 0;
        for (bool broken = true; broken; ++steps) {
            StopSource stop;
            int left = steps;
            const auto made = workflow::exportBundle(first.workspace(), file, stop.get_token(),
                                                     [&](qint64 done, qint64 total) {
                                                         QVERIFY(done <= total);
                                                         if (left-- == 0) {
                                                             stop.request_stop();
                                                         }
                                                     });
            broken = !made;
            QCOMPARE(QFile::exists(file), !broken);
            QVERIFY(!QFile::exists(file + QStringLiteral(".part")));
            QCOMPARE(workflow::Delivery(first.workspace()).counts()->papers, 1);
        }
        QVERIFY(steps > 2);
        QCOMPARE(deliver(first).papersConfirmed, 1);
    }

    void whatTheFirstWroteMeanwhileFollows()
    {
        Workbench first;
        Workbench second;
        shareWarehouse(second, first);
        makePaper(first, 1);
        const auto bundle = exported(first, first.path(QStringLiteral("gói")));
        first.clock().advance(60);
        makePaper(first, 2);
        VERIFY_OK(workflow::importBundle(second.workspace(), bundle.file, bundle.code, {}, {}));
        deliver(second);
        QCOMPARE(deliver(first).waiting, 0);
        QVERIFY(QFile::exists(entryPath(first, 1, 2)));
        expectWhole(first);
        // And the other way round: it arrived by the line before the stick did.
        first.clock().advance(60);
        makePaper(first, 3);
        const auto late = exported(first, first.path(QStringLiteral("gói sau")));
        deliver(first);
        const auto before = warehouseFiles(first);
        VERIFY_OK(workflow::importBundle(second.workspace(), late.file, late.code, {}, {}));
        QCOMPARE(deliver(second).waiting, 0);
        QCOMPARE(warehouseFiles(first), before);
    }

    void anEntryCutForABundleWaitsForItsFiles()
    {
        Workbench first;
        const QString paper = makePaper(first, 1);
        exported(first, first.path(QStringLiteral("gói")));
        const QString kept = first.workspace().vault().pathOf(paper);
        const QByteArray sealed = contentOf(kept);
        overwrite(kept, "damaged");
        deliver(first);
        QVERIFY(!QFile::exists(blobPath(first, paper)));
        QVERIFY(!QFile::exists(entryPath(first, 1, 1)));
        overwrite(kept, sealed);
        QCOMPARE(deliver(first).waiting, 0);
        QVERIFY(QFile::exists(entryPath(first, 1, 1)));
    }

    void aPaperThatCannotBeReadHoldsNothingUp()
    {
        Workbench first;
        Workbench second;
        shareWarehouse(second, first);
        const QString lost = makePaper(first, 1);
        makePaper(first, 2);
        overwrite(first.workspace().vault().pathOf(lost), "damaged");
        const auto bundle = exported(first, first.path(QStringLiteral("gói")));
        QCOMPARE(bundle.leftOut, 1);
        QCOMPARE(bundle.papers, 1);
        VERIFY_OK(workflow::importBundle(second.workspace(), bundle.file, bundle.code, {}, {}));
        QCOMPARE(deliver(second).waiting, 0);
        QVERIFY(QFile::exists(entryPath(first, 1, 1)));
        QVERIFY(!contentOf(entryPath(first, 1, 1)).contains(lost.toLatin1()));
    }

    void whatMustNotBeTakenInIsRefusedInWords()
    {
        Workbench first;
        Workbench second;
        shareWarehouse(second, first);
        const auto nothing =
            workflow::exportBundle(first.workspace(), first.path(QStringLiteral("gói")), {}, {});
        VERIFY_OK(nothing);
        QVERIFY(nothing->refused == BundleRefusal::NothingWaits);
        QVERIFY(!QFile::exists(first.path(QStringLiteral("gói"))));
        makePaper(first, 1);
        const auto bundle = exported(first, first.path(QStringLiteral("gói")));
        const auto import = [&](const Workbench& bench, const QString& file, const QString& code) {
            return workflow::importBundle(bench.workspace(), file, code, {}, {});
        };
        VERIFY_FAILS(import(second, bundle.file, QStringLiteral("7777-7777")), ErrorCode::KeyWrong);
        VERIFY_FAILS(import(second, bundle.file, sync::BundleCode::generate()->text()), ErrorCode::KeyWrong);
        VERIFY_FAILS(import(second, bundle.file + u'x', bundle.code), ErrorCode::FileNotFound);
        QByteArray damaged = contentOf(bundle.file);
        damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
        writeFile(first.path(QStringLiteral("hỏng")), damaged);
        VERIFY_FAILS(import(second, first.path(QStringLiteral("hỏng")), bundle.code),
                     ErrorCode::BackupInvalid);
        Workbench twin; // another machine, the same number
        shareWarehouse(twin, first, QStringLiteral("H56.14"), 1);
        const auto same = import(twin, bundle.file, bundle.code);
        VERIFY_OK(same);
        QVERIFY(same->refused == BundleRefusal::SameNumber);
        Workbench neighbour;
        shareWarehouse(neighbour, first, QStringLiteral("H56.15"));
        const auto other = import(neighbour, bundle.file, bundle.code);
        VERIFY_OK(other);
        QVERIFY(other->refused == BundleRefusal::OtherUnit);
        for (const Workbench* bench : {&second, &twin, &neighbour}) {
            QCOMPARE(workflow::Delivery(bench->workspace()).counts()->items(), 0);
        }
    }

    void aRestoredHomeAsksTheWarehouseFirst()
    {
        Workbench first;
        makePaper(first, 1);
        VERIFY_OK(storage::exportBackup(first.home(), first.path(QStringLiteral("sao lưu")), first.clock()));
        const QString home = first.path(QStringLiteral("nhà mới"));
        VERIFY_OK(storage::restoreBackup(first.path(QStringLiteral("sao lưu")), home));
        const auto restored = workflow::Workspace::open(home, first.clock());
        VERIFY_OK(restored);
        const auto made = workflow::exportBundle(**restored, first.path(QStringLiteral("gói")), {}, {});
        VERIFY_OK(made);
        QVERIFY(made->refused == BundleRefusal::Restored);
    }

    void anotherEntryUnderThatNumberIsNotHarmed()
    {
        Workbench first;
        Workbench second;
        shareWarehouse(second, first);
        makePaper(first, 1);
        const auto bundle = exported(first, first.path(QStringLiteral("gói")));
        VERIFY_OK(workflow::importBundle(second.workspace(), bundle.file, bundle.code, {}, {}));
        QVERIFY(QDir().mkpath(QFileInfo(entryPath(first, 1, 1)).path()));
        writeFile(entryPath(first, 1, 1), "another");
        takeIn(second);
        const auto summary = deliver(second);
        QVERIFY(!summary.stoppedBy);
        QCOMPARE(summary.carriedConfirmed, 0);
        QCOMPARE(summary.entriesConfirmed, 1); // our own
        QCOMPARE(contentOf(entryPath(first, 1, 1)), QByteArray("another"));
        const auto waiting = workflow::Delivery(second.workspace()).waiting();
        VERIFY_OK(waiting);
        QCOMPARE(waiting->size(), std::size_t(1));
        QVERIFY(waiting->front().reason == std::optional(ErrorCode::WarehouseConflict));
        QCOMPARE(waiting->front().state, dossier::toString(dossier::DeliveryState::Refused));
    }

    void anEntryWaitsForTheOneBeforeIt()
    {
        Workbench first;
        Workbench second;
        shareWarehouse(second, first);
        takeIn(first);
        deliver(first);
        takeIn(first);
        const auto bundle = exported(first, first.path(QStringLiteral("gói")));
        VERIFY_OK(workflow::importBundle(second.workspace(), bundle.file, bundle.code, {}, {}));
        const QString hidden = first.path(QStringLiteral("cất"));
        QVERIFY(QFile::rename(entryPath(first, 1, 1), hidden));
        QCOMPARE(deliver(second).carriedConfirmed, 0);
        QVERIFY(!QFile::exists(entryPath(first, 1, 2)));
        // It goes on from another one: that is a person's matter.
        const QByteArray entry = contentOf(hidden);
        writeFile(entryPath(first, 1, 1), entry + ' ');
        deliver(second);
        QVERIFY(!QFile::exists(entryPath(first, 1, 2)));
        QVERIFY(workflow::Delivery(second.workspace()).waiting()->front().reason ==
                std::optional(ErrorCode::WorkstationTwice));
        QVERIFY(QFile::remove(entryPath(first, 1, 1)));
        QVERIFY(QFile::rename(hidden, entryPath(first, 1, 1)));
        QCOMPARE(deliver(second).carriedConfirmed, 1);
        QVERIFY(QFile::exists(entryPath(first, 1, 2)));
    }
};

QTEST_MAIN(TestBundles)
#include "tst_bundles.moc"
