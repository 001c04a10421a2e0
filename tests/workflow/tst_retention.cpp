// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/vault.h"
#include "support/testsupport.h"
#include "sync/keys.h"
#include "workflow/bundles.h"
#include "workflow/delivery.h"
#include "workflow/digitizing.h"
#include "workflow/finishing.h"
#include "workflow/madepaper.h"
#include "workflow/retention.h"
#include "workflow/verification.h"
#include "workflow/workbench.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QUrl>

using namespace sohoa;
using namespace sohoa::test;

namespace {

constexpr qint64 aDay = 24 * 3600;

QString deliveredPaper(const Workbench& bench, int number)
{
    const QString sha256 = makePaper(bench, number);
    const auto summary = workflow::Delivery(bench.workspace()).deliver(true, {}, {});
    if (!summary || summary->waiting > 0) {
        qFatal("not delivered");
    }
    return sha256;
}

/// On a warehouse that is elsewhere, with so much free space.
workflow::RetentionReport aged(const Workbench& bench, const std::function<qint64()>& freeBytes = {})
{
    workflow::RetentionSurroundings around;
    around.freeBytes = freeBytes ? freeBytes : [] { return qint64(1) << 40; };
    around.warehouseIsElsewhere = [] { return true; };
    const auto report = workflow::ageOutCopies(bench.workspace(), {}, {}, around);
    if (!report) {
        qFatal("%s", qPrintable(describe(report.error())));
    }
    return *report;
}

bool isHere(const Workbench& bench, const QString& sha256)
{
    return bench.workspace().vault().contains(sha256);
}

dossier::Paper paperOf(const Workbench& bench, const QString& sha256)
{
    return bench.workspace().journal().papersWithContent(sha256)->front();
}

void expectNoDifference(const Workbench& bench, int away)
{
    const auto report = workflow::verifyHome(bench.workspace(), {}, {});
    VERIFY_OK(report);
    for (const workflow::Difference& difference : report->differences) {
        qWarning("%s: %s", qPrintable(difference.name), qPrintable(describe(difference.error)));
    }
    QVERIFY(report->differences.empty());
    QCOMPARE(report->papersAway, away);
}

} // namespace

class TestRetention : public QObject
{
    Q_OBJECT

private slots:
    void onlyConfirmedPapersGoAndOnlyAfterTheirTime()
    {
        Workbench bench;
        const QString first = deliveredPaper(bench, 1);
        bench.clock().advance(179 * aDay);
        QCOMPARE(aged(bench).removed, 0);
        const QString waiting = makePaper(bench, 2);
        bench.clock().advance(2 * aDay);
        const auto report = aged(bench);
        QCOMPARE(report.removed, 1);
        QVERIFY(report.bytes > 0);
        QCOMPARE(report.removedEarly, 0);
        QVERIFY(!isHere(bench, first));
        QVERIFY(isHere(bench, waiting));
        bench.clock().advance(400 * aDay);
        QCOMPARE(aged(bench).removed, 0); // never before it is confirmed
        QVERIFY(isHere(bench, waiting));
        const auto references = bench.workspace().journal().vaultReferences();
        VERIFY_OK(references);
        int pages = 0;
        for (const storage::VaultReference& reference : *references) {
            if (!reference.isPaper) {
                QVERIFY(isHere(bench, reference.sha256));
                ++pages;
            }
        }
        QCOMPARE(pages, 2);
        expectNoDifference(bench, 1);
    }

    void whatIsGoneComesBackWhenItIsOpened()
    {
        Workbench bench;
        const QString paper = deliveredPaper(bench, 1);
        const auto before = bench.workspace().vault().get(paper);
        VERIFY_OK(before);
        bench.clock().advance(181 * aDay);
        QCOMPARE(aged(bench).removed, 1);
        const QString hidden = bench.path(QStringLiteral("rút ra"));
        QVERIFY(QDir().rename(bench.warehouse(), hidden));
        VERIFY_FAILS(workflow::Finishing(bench.workspace()).content(paperOf(bench, paper)),
                     ErrorCode::WarehouseUnreachable);
        QVERIFY(QDir().rename(hidden, bench.warehouse()));
        const auto content = workflow::Finishing(bench.workspace()).content(paperOf(bench, paper));
        VERIFY_OK(content);
        QCOMPARE(*content, *before);
        QVERIFY(isHere(bench, paper));
        expectNoDifference(bench, 0);
        bench.clock().advance(179 * aDay);
        QCOMPARE(aged(bench).removed, 0); // its time began anew
        bench.clock().advance(2 * aDay);
        QCOMPARE(aged(bench).removed, 1);
    }

    void aWarehouseOnTheSameDiskIsNoSecondPlace()
    {
        Workbench bench;
        const QString paper = deliveredPaper(bench, 1);
        bench.clock().advance(1000 * aDay);
        const auto report = workflow::ageOutCopies(bench.workspace(), {}, {});
        VERIFY_OK(report);
        QVERIFY(report->sameDisk);
        QCOMPARE(report->removed, 0);
        QVERIFY(isHere(bench, paper));
    }

    void whatTheWarehouseHasNotAnyMoreStays()
    {
        Workbench bench;
        const QString lost = deliveredPaper(bench, 1);
        const QString damaged = deliveredPaper(bench, 2);
        const QString fine = deliveredPaper(bench, 3);
        bench.clock().advance(200 * aDay);
        const auto pathOf = [&](const QString& paper) {
            return bench.warehouse() + u'/' + sync::blobKey(paper);
        };
        QVERIFY(QFile::remove(pathOf(lost)));
        QFile file(pathOf(damaged));
        QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(100) && file.putChar('~'));
        file.close();
        const auto report = aged(bench);
        QCOMPARE(report.notThere, 2);
        QCOMPARE(report.removed, 1);
        QVERIFY(isHere(bench, lost) && isHere(bench, damaged) && !isHere(bench, fine));
        const QString hidden = bench.path(QStringLiteral("rút ra"));
        QVERIFY(QDir().rename(bench.warehouse(), hidden));
        const auto away = aged(bench);
        QVERIFY(away.stoppedBy && away.stoppedBy->code == ErrorCode::WarehouseUnreachable);
        QVERIFY(isHere(bench, lost) && isHere(bench, damaged));
    }

    void aDiskThatIsNearlyFullLetsTheOldestGoSooner()
    {
        Workbench bench;
        const QString oldest = deliveredPaper(bench, 1);
        bench.clock().advance(10 * aDay);
        const QString older = deliveredPaper(bench, 2);
        bench.clock().advance(10 * aDay);
        const QString fresh = deliveredPaper(bench, 3);
        bench.clock().advance(3 * aDay);
        const auto one = aged(bench, [&] { return isHere(bench, oldest) ? qint64(0) : qint64(1) << 40; });
        QCOMPARE(one.removed, 1);
        QCOMPARE(one.removedEarly, 1);
        QVERIFY(!one.stillFull);
        QVERIFY(!isHere(bench, oldest) && isHere(bench, older));
        const auto all = aged(bench, [] { return qint64(0); });
        QCOMPARE(all.removedEarly, 1);
        QVERIFY(all.stillFull);
        QVERIFY(!isHere(bench, older) && isHere(bench, fresh)); // not within its first week
        VERIFY_OK(workflow::setRetentionSettings(bench.workspace(), {0, 0}));
        bench.clock().advance(1000 * aDay);
        QCOMPARE(aged(bench, [] { return qint64(0); }).removed, 0);
        QVERIFY(isHere(bench, fresh));
    }

    void aRunThatWasKilledAtAnyStepIsTakenUp()
    {
        Workbench bench;
        const QString paper = deliveredPaper(bench, 1);
        bench.clock().advance(200 * aDay);
        const QDateTime before = bench.clock().now().addDays(-180);
        // Killed between the journal and the disk: the copy is there still.
        VERIFY_OK(bench.workspace().journal().write([&](storage::JournalWriter& writer) -> Status {
            SOHOA_ASSIGN(const bool mayGo, writer.letCopyGo(paper, before));
            return mayGo ? Status() : failure(ErrorCode::Internal);
        }));
        bench.reopen();
        expectNoDifference(bench, 0);
        // Killed between the disk and the journal.
        VERIFY_OK(bench.workspace().vault().remove(paper));
        expectNoDifference(bench, 1);
        QCOMPARE(aged(bench).removed, 1);
        QCOMPARE(aged(bench).removed, 0);
        VERIFY_OK(workflow::Finishing(bench.workspace()).content(paperOf(bench, paper)));
        StopSource stop;
        stop.request_stop();
        bench.clock().advance(200 * aDay);
        VERIFY_FAILS(
            workflow::ageOutCopies(bench.workspace(), {}, stop.get_token(), {{}, [] { return true; }}),
            ErrorCode::Cancelled);
        QVERIFY(isHere(bench, paper));
    }

    void whatWasCarriedHereGoesWhenItIsDelivered()
    {
        Workbench first;
        Workbench second;
        auto settings = second.workspace().settings();
        VERIFY_OK(settings);
        settings->workstation = 2;
        settings->warehouse = QUrl::fromLocalFile(first.warehouse()).toString(QUrl::FullyEncoded);
        VERIFY_OK(second.workspace().setSettings(*settings));
        const QString paper = makePaper(first, 1);
        const auto bundle =
            workflow::exportBundle(first.workspace(), first.path(QStringLiteral("gói")), {}, {});
        VERIFY_OK(bundle);
        VERIFY_OK(workflow::importBundle(second.workspace(), bundle->file, bundle->code, {}, {}));
        second.clock().advance(400 * aDay);
        QCOMPARE(aged(second).removed, 0);
        QVERIFY(isHere(second, paper));
        VERIFY_OK(workflow::Delivery(second.workspace()).deliver(true, {}, {}));
        const auto report = workflow::ageOutCopies(second.workspace(), {}, {});
        VERIFY_OK(report);
        QVERIFY(report->sameDisk);
        QCOMPARE(report->removed, 1);
        QVERIFY(!isHere(second, paper));
        QVERIFY(isHere(first, paper));
        expectNoDifference(second, 0);
    }

    void settingsThatCannotBeAreRefused()
    {
        Workbench bench;
        QVERIFY((*workflow::retentionSettings(bench.workspace()) == workflow::RetentionSettings{}));
        VERIFY_FAILS(workflow::setRetentionSettings(bench.workspace(), {6, 0}), ErrorCode::InvalidArgument);
        VERIFY_FAILS(workflow::setRetentionSettings(bench.workspace(), {-1, 0}), ErrorCode::InvalidArgument);
        VERIFY_FAILS(workflow::setRetentionSettings(bench.workspace(), {30, -1}), ErrorCode::InvalidArgument);
        VERIFY_OK(workflow::setRetentionSettings(bench.workspace(), {30, 1000}));
        QVERIFY((*workflow::retentionSettings(bench.workspace()) == workflow::RetentionSettings{30, 1000}));
    }
};

QTEST_MAIN(TestRetention)
#include "tst_retention.moc"
