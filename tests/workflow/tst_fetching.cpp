// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/journal.h"
#include "support/testsupport.h"
#include "sync/keys.h"
#include "workflow/delivery.h"
#include "workflow/dossiers.h"
#include "workflow/fetching.h"
#include "workflow/intake.h"
#include "workflow/workbench.h"

#include <QFile>
#include <QTest>
#include <QUrl>

using namespace sohoa;
using namespace sohoa::test;

namespace {

/// Puts `bench` on the warehouse of `other`, as workstation 2 of 3.
void shareWarehouse(const Workbench& bench, const Workbench& other)
{
    auto settings = bench.workspace().settings();
    VERIFY_OK(settings);
    settings->workstation = 2;
    settings->warehouse = QUrl::fromLocalFile(other.warehouse()).toString(QUrl::FullyEncoded);
    VERIFY_OK(bench.workspace().setSettings(*settings));
}

QString takeIn(const Workbench& bench, const QString& name)
{
    workflow::IntakeRequest request;
    request.procedureCode = QStringLiteral("1.001193");
    request.applicant.fullName = name;
    const auto taken = workflow::Intake(bench.workspace()).takeIn(request);
    return taken ? taken->dossier.uid : QString();
}

void deliver(const Workbench& bench)
{
    VERIFY_OK(workflow::Delivery(bench.workspace()).deliver(true, {}, {}));
}

} // namespace

class TestFetching : public QObject
{
    Q_OBJECT

private slots:
    void whatOneCounterTookInTheOtherFinds()
    {
        Workbench first;
        Workbench second;
        shareWarehouse(second, first);
        const QString uid = takeIn(first, QStringLiteral("TRẦN VĂN BÌNH"));
        QVERIFY(!uid.isEmpty());
        deliver(first);
        const auto fetched = workflow::fetchOthers(second.workspace(), {});
        VERIFY_OK(fetched);
        QCOMPARE(fetched->entries, 1);
        QVERIFY(fetched->broken.empty());
        const auto found = workflow::Dossiers(second.workspace()).find(QStringLiteral("tran binh"), 5);
        VERIFY_OK(found);
        QCOMPARE(found->size(), std::size_t(1));
        QCOMPARE(found->front().dossier.uid, uid);
    }

    void fetchingAgainChangesNothingAndOwnEntriesAreNotFetched()
    {
        Workbench first;
        Workbench second;
        shareWarehouse(second, first);
        takeIn(first, QStringLiteral("A"));
        takeIn(second, QStringLiteral("B"));
        deliver(first);
        deliver(second);
        for (const int expected : {1, 0}) {
            const auto fetched = workflow::fetchOthers(second.workspace(), {});
            VERIFY_OK(fetched);
            QCOMPARE(fetched->entries, expected);
        }
        const auto counts = second.workspace().journal().counts();
        VERIFY_OK(counts);
        QCOMPARE(counts->dossiers, 2);
    }

    void whoSetWhatDifferentlyIsShownAndSettledOnce()
    {
        Workbench first;
        Workbench second;
        shareWarehouse(second, first);
        const QString uid = takeIn(first, QStringLiteral("A"));
        deliver(first);
        VERIFY_OK(workflow::fetchOthers(second.workspace(), {}));
        // Neither hears of the other: one says in progress, the other withdrawn.
        first.clock().advance(60);
        second.clock().advance(120);
        VERIFY_OK(workflow::Intake(first.workspace()).setStatus(uid, dossier::DossierStatus::InProgress));
        VERIFY_OK(workflow::Intake(second.workspace()).setStatus(uid, dossier::DossierStatus::Withdrawn));
        deliver(first);
        deliver(second);
        VERIFY_OK(workflow::fetchOthers(first.workspace(), {}));
        VERIFY_OK(workflow::fetchOthers(second.workspace(), {}));
        const workflow::Dossiers there(first.workspace());
        const auto open = there.differences(uid);
        VERIFY_OK(open);
        QCOMPARE(open->size(), std::size_t(1));
        const workflow::FieldDifference& status = open->front();
        QCOMPARE(status.field, QStringLiteral("status"));
        QCOMPARE(status.counting.value.toInt(), static_cast<int>(dossier::DossierStatus::Withdrawn));
        QCOMPARE(status.counting.workstation, 2);
        QVERIFY(!status.counting.isOwn);
        QCOMPARE(status.counting.at, second.clock().now());
        QCOMPARE(status.other.value.toInt(), static_cast<int>(dossier::DossierStatus::InProgress));
        QVERIFY(status.other.isOwn);
        QCOMPARE(status.other.actor, QStringLiteral("Cán bộ Thử"));
        QCOMPARE(there.differing()->size(), std::size_t(1));
        QCOMPARE(there.counts()->differing, 1);
        first.clock().advance(300);
        VERIFY_OK(there.settle(uid, QStringLiteral("status"), status.other.stamp));
        VERIFY_FAILS(there.settle(uid, QStringLiteral("status"), status.other.stamp), ErrorCode::NotFound);
        deliver(first);
        VERIFY_OK(workflow::fetchOthers(second.workspace(), {}));
        for (const Workbench* bench : {&first, &second}) {
            const workflow::Dossiers dossiers(bench->workspace());
            QVERIFY(dossiers.differences(uid)->empty());
            QCOMPARE(dossiers.counts()->differing, 0);
            QVERIFY(dossiers.detail(uid)->dossier.status == dossier::DossierStatus::InProgress);
            QVERIFY(dossiers.detail(uid)->events.back().kind == dossier::EventKind::Corrected);
        }
    }

    void aForgedEntryIsReportedAndNeverFoldedIn()
    {
        Workbench first;
        Workbench second;
        shareWarehouse(second, first);
        takeIn(first, QStringLiteral("A"));
        deliver(first);
        first.clock().advance(60);
        takeIn(first, QStringLiteral("B"));
        deliver(first);
        const QString path = first.warehouse() + u'/' + sync::logKey({QStringLiteral("H56.14"), 1}, 1);
        QFile file(path);
        QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("1.001193"));
        bytes.replace("1.001193", "1.001194");
        QVERIFY(file.seek(0));
        QCOMPARE(file.write(bytes), bytes.size());
        file.close();
        // The first entry is well formed, so only the second, which names its hash, can tell.
        const auto fetched = workflow::fetchOthers(second.workspace(), {});
        VERIFY_OK(fetched);
        QCOMPARE(fetched->broken.size(), std::size_t(1));
        QVERIFY(fetched->broken.front().error.code == ErrorCode::LogBroken);
        QCOMPARE(fetched->entries, 1);
    }
};

QTEST_MAIN(TestFetching)
#include "tst_fetching.moc"
