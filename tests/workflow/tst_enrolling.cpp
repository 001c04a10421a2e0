// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/backup.h"
#include "support/fakes3.h"
#include "support/fixedclock.h"
#include "support/testsupport.h"
#include "sync/warehouse.h"
#include "workflow/delivery.h"
#include "workflow/deliveryrules.h"
#include "workflow/digitizing.h"
#include "workflow/enrolling.h"
#include "workflow/warehouseaccess.h"
#include "workflow/workbench.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace sohoa;
using namespace sohoa::test;

namespace {

dossier::Enrolment enrolmentAt(const QString& url)
{
    dossier::Enrolment enrolment;
    enrolment.warehouse = url;
    enrolment.region = QStringLiteral("us-east-1");
    enrolment.accessKey = QString::fromLatin1(FakeS3Store::accessKey);
    enrolment.secretKey = QString::fromLatin1(FakeS3Store::secretKey);
    enrolment.proxy = QStringLiteral("none");
    enrolment.unit = QStringLiteral("H56.14");
    enrolment.unitName = QStringLiteral("UBND xã Thanh Bình");
    enrolment.workstation = 2;
    enrolment.workstations = 5;
    enrolment.validUntil = QDate(2027, 6, 30);
    return enrolment;
}

bool isAnywhereIn(const QString& folder, const QByteArray& bytes)
{
    QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes)) {
            return true;
        }
    }
    return false;
}

void makePaper(const workflow::Workspace& workspace, const QString& page)
{
    drawTextPage(page, 1);
    workflow::DigitizeRequest request;
    request.procedureCode = QStringLiteral("2.000815");
    request.component = 2;
    request.files = {page};
    VERIFY_OK(workflow::digitize(workspace, request, {}, {}));
}

} // namespace

class TestEnrolling : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    FixedClock m_clock{SystemClock().now()}; // the signature says when

    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }

private slots:
    void aFileMakesAHomeThatDelivers()
    {
        const FakeS3 server;
        const QString folder = path("máy trạm");
        auto home =
            workflow::enrolHome(folder, enrolmentAt(server.url()), QStringLiteral("Lê Văn Thử"), m_clock);
        VERIFY_OK(home);
        QVERIFY(!home->answer.away);
        QVERIFY(!home->answer.identity.isEmpty());
        const auto settings = home->workspace->settings();
        VERIFY_OK(settings);
        QCOMPARE(settings->unit, QStringLiteral("H56.14"));
        QCOMPARE(settings->workstation, 2);
        QCOMPARE(settings->workstations, 5);
        QCOMPARE(settings->officer, QStringLiteral("Lê Văn Thử"));
        const auto until = workflow::keysValidUntil(*home->workspace);
        QVERIFY(until && *until == QDate(2027, 6, 30));

        makePaper(*home->workspace, path("trang.jpg"));
        home->workspace.reset(); // the keys come from where they lie, not from memory
        const auto again = workflow::Workspace::open(folder, m_clock);
        VERIFY_OK(again);
        const auto sent = workflow::Delivery(**again).deliver(true, {}, {});
        VERIFY_OK(sent);
        QVERIFY2(!sent->stoppedBy, sent->stoppedBy ? qPrintable(describe(*sent->stoppedBy)) : "");
        QCOMPARE(sent->papersConfirmed, 1);
        QCOMPARE(sent->waiting, 0);
        QVERIFY(!isAnywhereIn(folder, FakeS3Store::secretKey));
        QVERIFY(!isAnywhereIn(folder, FakeS3Store::accessKey));
    }

    void keysThatAreRefusedMakeNoHome()
    {
        const FakeS3 server;
        dossier::Enrolment enrolment = enrolmentAt(server.url());
        enrolment.secretKey = QStringLiteral("another-secret");
        const auto refused = workflow::enrolHome(path("refused"), enrolment, {}, m_clock);
        VERIFY_FAILS(refused, ErrorCode::WarehouseKeyRefused);
        QVERIFY(!describe(refused.error()).contains(enrolment.secretKey));
        QVERIFY(!QFile::exists(path("refused")));
    }

    void withoutALineItIsEnrolledAndTheWarehouseRememberedLater()
    {
        QString url;
        {
            const FakeS3 gone;
            url = gone.url();
        }
        auto home = workflow::enrolHome(path("offline"), enrolmentAt(url), {}, m_clock);
        VERIFY_OK(home);
        QVERIFY(home->answer.away);
        auto identity = home->workspace->warehouseIdentity();
        QVERIFY(identity && identity->isEmpty());
        makePaper(*home->workspace, path("trang.jpg"));
        const auto held = workflow::Delivery(*home->workspace).deliver(true, {}, {});
        VERIFY_OK(held);
        QVERIFY(held->stoppedBy && held->stoppedBy->code == ErrorCode::WarehouseUnreachable);

        // A server at another port is another address, so it is enrolled anew; that is how the line comes
        // back in this test.
        const FakeS3 server;
        const auto answer = workflow::enrol(*home->workspace, enrolmentAt(server.url()));
        VERIFY_OK(answer);
        identity = home->workspace->warehouseIdentity();
        QVERIFY(identity && *identity == answer->identity);
        const auto sent = workflow::Delivery(*home->workspace).deliver(true, {}, {});
        VERIFY_OK(sent);
        QCOMPARE(sent->papersConfirmed, 1);
    }

    void theFirstAnswerIsRemembered()
    {
        FakeS3 server;
        server.failAll(S3Fault::NotReached);
        auto home = workflow::enrolHome(path("silent"), enrolmentAt(server.url()), {}, m_clock);
        VERIFY_OK(home);
        QVERIFY(home->answer.away);
        server.failAll(S3Fault::None);
        const auto sent = workflow::Delivery(*home->workspace).deliver(true, {}, {});
        VERIFY_OK(sent);
        const auto identity = home->workspace->warehouseIdentity();
        QVERIFY(identity && !identity->isEmpty());
    }

    void newKeysTakeThePlaceOfTheOld()
    {
        const FakeS3 server;
        auto home = workflow::enrolHome(path("rotated"), enrolmentAt(server.url()),
                                        QStringLiteral("Lê Văn Thử"), m_clock);
        VERIFY_OK(home);
        makePaper(*home->workspace, path("trang.jpg"));
        const auto before = workflow::keptKeysName(home->workspace->journal());

        // Keys that do not work leave the old ones in force.
        dossier::Enrolment wrong = enrolmentAt(server.url());
        wrong.accessKey = QStringLiteral("nobody");
        VERIFY_FAILS(workflow::enrol(*home->workspace, wrong), ErrorCode::WarehouseKeyRefused);
        QVERIFY(workflow::keptKeysName(home->workspace->journal()) == before);

        for (int turn = 0; turn < 3; ++turn) {
            const QDate until = QDate(2028, 1, 1).addDays(turn);
            dossier::Enrolment next = enrolmentAt(server.url());
            next.validUntil = until;
            VERIFY_OK(workflow::enrol(*home->workspace, next));
            const auto kept = workflow::keysValidUntil(*home->workspace);
            QVERIFY(kept && *kept == until);
            const auto access = workflow::warehouseAccess(*home->workspace);
            QVERIFY(access && access->secretKey == next.secretKey);
        }
        // Only those in force lie there.
        const QDir secrets(storage::secretsPath(path("rotated")));
        QCOMPARE(secrets.entryList(QDir::Files).size(), 1);
        const auto settings = home->workspace->settings();
        QVERIFY(settings && settings->officer == QStringLiteral("Lê Văn Thử"));
        const auto sent = workflow::Delivery(*home->workspace).deliver(true, {}, {});
        VERIFY_OK(sent);
        QCOMPARE(sent->papersConfirmed, 1); // it has waited on
    }

    void aRestoredHomeAsksToBeEnrolledAgain()
    {
        const FakeS3 server;
        {
            auto home = workflow::enrolHome(path("first"), enrolmentAt(server.url()), {}, m_clock);
            VERIFY_OK(home);
            makePaper(*home->workspace, path("trang.jpg"));
        }
        VERIFY_OK(storage::exportBackup(path("first"), path("backup"), m_clock));
        QVERIFY(!isAnywhereIn(m_folder.path(), FakeS3Store::secretKey));
        VERIFY_OK(storage::restoreBackup(path("backup"), path("second")));
        const auto restored = workflow::Workspace::open(path("second"), m_clock);
        VERIFY_OK(restored);
        VERIFY_FAILS((*restored)->openWarehouse(), ErrorCode::WarehouseKeyRefused);
        VERIFY_OK(workflow::enrol(**restored, enrolmentAt(server.url())));
        const auto sent = workflow::Delivery(**restored).deliver(true, {}, {});
        VERIFY_OK(sent);
        QCOMPARE(sent->papersConfirmed, 1);
    }

    void theEnvironmentComesBeforeWhatIsKept()
    {
        const FakeS3 server;
        auto home = workflow::enrolHome(path("environment"), enrolmentAt(server.url()), {}, m_clock);
        VERIFY_OK(home);
        qputenv("SOHOA_S3_SECRET_KEY", "from-outside");
        const auto access = workflow::warehouseAccess(*home->workspace);
        qunsetenv("SOHOA_S3_SECRET_KEY");
        VERIFY_OK(access);
        QCOMPARE(access->secretKey, QStringLiteral("from-outside"));
        QCOMPARE(access->accessKey, QString::fromLatin1(FakeS3Store::accessKey));
        QCOMPARE(access->proxy, QStringLiteral("none"));
    }

    void theLimitOfTheLineHoldsForEveryConnection()
    {
        const FakeS3 server;
        auto home = workflow::enrolHome(path("slow"), enrolmentAt(server.url()), {}, m_clock);
        VERIFY_OK(home);
        const auto unlimited = home->workspace->openWarehouse();
        VERIFY_OK(unlimited);
        dossier::DeliveryRules rules;
        rules.kbitPerSecond = 1000; // 125,000 bytes a second
        VERIFY_OK(workflow::setDeliveryRules(*home->workspace, rules));
        const auto limited = home->workspace->openWarehouse();
        VERIFY_OK(limited);
        const QByteArray content(200'000, 'x');
        QElapsedTimer timer;
        timer.start();
        VERIFY_OK((*unlimited)->putIfAbsent(QStringLiteral("v1/test/a"), content));
        const qint64 fast = timer.restart();
        VERIFY_OK((*limited)->putIfAbsent(QStringLiteral("v1/test/b"), content));
        const qint64 slow = timer.elapsed();
        // 200,000 bytes less the burst, at 125 a millisecond.
        QVERIFY2(slow >= 1200, qPrintable(QString::number(slow)));
        QVERIFY2(fast < slow, qPrintable(QString::number(fast)));
    }
};

QTEST_MAIN(TestEnrolling)
#include "tst_enrolling.moc"
