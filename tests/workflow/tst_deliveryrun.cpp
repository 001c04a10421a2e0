// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/vault.h"
#include "support/fakewarehouse.h"
#include "support/testsupport.h"
#include "sync/keys.h"
#include "sync/logentry.h"
#include "workflow/deliveryrun.h"
#include "workflow/intake.h"
#include "workflow/uploads.h"
#include "workflow/workbench.h"

#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace sohoa;
using namespace sohoa::test;
using dossier::DeliveryState;
using workflow::DeliveryRun;

namespace {

using When = FakeWarehouse::When;

/// A home with one dossier, and papers of any content.
class Home
{
public:
    Home()
    {
        workflow::IntakeRequest request;
        request.procedureCode = QStringLiteral("1.001193");
        const auto taken = workflow::Intake(bench.workspace()).takeIn(request);
        if (!taken) {
            qFatal("no dossier");
        }
        m_dossier = taken->dossier.uid;
    }
    [[nodiscard]] storage::Journal& journal() const { return bench.workspace().journal(); }

    QString addPaper(const QByteArray& content)
    {
        dossier::Paper paper;
        paper.uid = dossier::newUid();
        paper.dossierUid = m_dossier;
        paper.component = 1;
        paper.title = QStringLiteral("Tờ khai");
        paper.bytes = content.size();
        paper.pages = 1;
        paper.version = ++m_version;
        paper.code = QStringLiteral("TP%1").arg(m_version);
        const auto sha256 = bench.workspace().vault().put(content);
        if (!sha256) {
            qFatal("no paper");
        }
        paper.sha256 = *sha256;
        orDie(journal().write([&](storage::JournalWriter& writer) { return writer.addPaper(paper); }));
        return paper.sha256;
    }
    Result<workflow::DeliverySummary> deliver(FakeWarehouse& warehouse, DeliveryRun::Setup setup = {},
                                              const StopToken& stop = {})
    {
        setup.unit = QStringLiteral("H56.14");
        setup.workstation = 1;
        setup.instance = QString(32, u'a');
        DeliveryRun run(bench.workspace(), warehouse, std::move(setup), stop);
        SOHOA_TRY(run.deliver());
        return run.summary();
    }
    [[nodiscard]] DeliveryState stateOf(const QString& sha256) const
    {
        return journal().papersWithContent(sha256)->front().delivery;
    }

    Workbench bench;

private:
    static void orDie(const Status& status)
    {
        if (!status) {
            qFatal("%s", qPrintable(describe(status.error())));
        }
    }

    QString m_dossier;
    int m_version = 0;
};

DeliveryRun::Setup forced()
{
    DeliveryRun::Setup setup;
    setup.force = true;
    return setup;
}

int countOf(const FakeWarehouse& warehouse, const QString& what)
{
    return static_cast<int>(warehouse.said().filter(QRegularExpression(u'^' + what)).size());
}

} // namespace

/// The run over the outbox, against a warehouse in memory that misbehaves as told.
class DeliveryRunTest : public QObject
{
    Q_OBJECT

private slots:
    void manyPapersOnSeveralLanesArriveOnce();
    void everyRequestMayFailAndHeals_data();
    void everyRequestMayFailAndHeals();
    void commonCauseStopsTheQueueAndIsNoPapersFault();
    void paperThatDoesNotArriveHoldsUpNoOther();
    void largePaperGoesOnWhereItStood();
    void lineThatBreaksBeforeAPartIsOverGetsShorterOnes();
    void runThatIsStoppedLeavesEverythingWaiting();
    void whatAKilledRunLeftUnderWayWaitsAgain();
    void confirmedPapersAreNamedWhileOthersAreSent();
    void uploadOfAPaperThatArrivedOtherwiseIsClearedAway();
};

void DeliveryRunTest::manyPapersOnSeveralLanesArriveOnce()
{
    Home home;
    std::set<QString> papers;
    for (int number = 0; number < 60; ++number) {
        papers.insert(home.addPaper(QByteArray("paper ") + QByteArray::number(number)));
    }
    FakeWarehouse warehouse;
    warehouse.setShape(4);
    const auto summary = home.deliver(warehouse);
    VERIFY_OK(summary);
    QCOMPARE(summary->papersSent, 60);
    QCOMPARE(summary->papersConfirmed, 60);
    QCOMPARE(countOf(warehouse, QStringLiteral("put v1/blobs")), 60);
    QCOMPARE(countOf(warehouse, QStringLiteral("confirm v1/blobs")), 60);
    for (const QString& sha256 : papers) {
        QVERIFY(warehouse.objects().contains(sync::blobKey(sha256).toUtf8()));
        QVERIFY(home.stateOf(sha256) == DeliveryState::Confirmed);
    }
    const int requests = warehouse.requests();
    VERIFY_OK(home.deliver(warehouse));
    QCOMPARE(warehouse.requests(), requests);
}

void DeliveryRunTest::everyRequestMayFailAndHeals_data()
{
    QTest::addColumn<bool>("answerLost");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("does not arrive") << false << ErrorCode::WarehouseUnreachable;
    QTest::newRow("answer is lost") << true << ErrorCode::WarehouseUnreachable;
    QTest::newRow("captive portal") << false << ErrorCode::NetworkIntercepted;
    QTest::newRow("slow down") << false << ErrorCode::WarehouseBusy;
    QTest::newRow("nonsense") << true << ErrorCode::WarehouseAnswerInvalid;
}

/// Two small papers, one that goes in three parts, and the entries of the log: the first, the second, the
/// third … request fails, and the next run brings everything there, with nothing twice.
void DeliveryRunTest::everyRequestMayFailAndHeals()
{
    QFETCH(const bool, answerLost);
    QFETCH(const ErrorCode, code);
    int failing = 1;
    for (bool failed = true; failed; ++failing) {
        Home home;
        const QStringList papers = {home.addPaper("one"), home.addPaper("two"),
                                    home.addPaper(QByteArray(25, 'x'))};
        FakeWarehouse warehouse;
        warehouse.setShape(1, 10);
        warehouse.failRequest(failing, code, answerLost ? When::After : When::Before);
        const auto first = home.deliver(warehouse);
        VERIFY_OK(first);
        failed = first->stoppedBy.has_value();
        if (failed) {
            QVERIFY(first->stoppedBy->code == code);
            home.bench.clock().advance(2);
            const auto second = home.deliver(warehouse);
            VERIFY_OK(second);
            QVERIFY2(!second->stoppedBy, qPrintable(QString::number(failing)));
        }
        for (const QString& sha256 : papers) {
            QCOMPARE(sha256Hex(warehouse.objects()[sync::blobKey(sha256).toUtf8()]), sha256);
            QVERIFY(home.stateOf(sha256) == DeliveryState::Confirmed);
        }
        QCOMPARE(home.journal().outboxCounts()->blobs + home.journal().outboxCounts()->entries, 0);
        QVERIFY(countOf(warehouse, QStringLiteral("part ")) <= (failed ? 4 : 3));
        warehouse.failNoMore();
        sync::WarehouseLog log(warehouse, {QStringLiteral("H56.14"), 1});
        QVERIFY(sync::verifyChain(log, {QStringLiteral("H56.14"), 1})->holds());
    }
    QVERIFY(failing > 10); // puts, parts, confirmations, listing of the log, entries
}

void DeliveryRunTest::commonCauseStopsTheQueueAndIsNoPapersFault()
{
    Home home;
    for (int number = 0; number < 50; ++number) {
        home.addPaper(QByteArray("paper ") + QByteArray::number(number));
    }
    FakeWarehouse warehouse;
    warehouse.setShape(4);
    warehouse.failAll(ErrorCode::WarehouseKeyRefused);
    const auto refused = home.deliver(warehouse);
    VERIFY_OK(refused);
    QVERIFY(refused->stoppedBy->code == ErrorCode::WarehouseKeyRefused);
    QVERIFY(warehouse.requests() <= 8); // what was on its way or at hand, not fifty
    const auto outbox = home.journal().outbox();
    VERIFY_OK(outbox);
    for (const storage::OutboxItem& item : *outbox) {
        QCOMPARE(item.attempts, 0);
        QVERIFY(item.state == DeliveryState::Waiting);
    }
    const auto pause = workflow::Delivery(home.bench.workspace()).pause();
    QVERIFY((*pause)->cause == ErrorCode::WarehouseKeyRefused);
    QVERIFY((*pause)->needsPerson);
    const auto waiting = workflow::Delivery(home.bench.workspace()).waiting();
    QVERIFY(std::all_of(waiting->begin(), waiting->end(), [&](const workflow::WaitingItem& item) {
        return item.reason == ErrorCode::WarehouseKeyRefused && item.nextTry == (*pause)->until;
    }));
    const int requests = warehouse.requests();
    VERIFY_OK(home.deliver(warehouse)); // it is not time yet
    QCOMPARE(warehouse.requests(), requests);
    warehouse.failAll({});
    const auto late = home.deliver(warehouse, forced());
    QCOMPARE(late->papersConfirmed, 50);
    QVERIFY(!*workflow::Delivery(home.bench.workspace()).pause());
}

void DeliveryRunTest::paperThatDoesNotArriveHoldsUpNoOther()
{
    Home home;
    const QString bad = home.addPaper("bad");
    const QString good = home.addPaper("good");
    FakeWarehouse warehouse;
    // What lies there under its name is something else: of a failing disk.
    VERIFY_OK(warehouse.putIfAbsent(sync::blobKey(bad), "bad"));
    warehouse.corrupt(sync::blobKey(bad));
    const auto summary = home.deliver(warehouse);
    VERIFY_OK(summary);
    QVERIFY(!summary->stoppedBy);
    QVERIFY(home.stateOf(good) == DeliveryState::Confirmed);
    QVERIFY(home.stateOf(bad) == DeliveryState::Refused);
    QVERIFY(home.journal().outbox()->front().reason == ErrorCode::WarehouseConflict);
    const int requests = warehouse.requests();
    home.bench.clock().advance(86'400);
    VERIFY_OK(home.deliver(warehouse)); // only a person can help
    QCOMPARE(warehouse.requests(), requests);
    warehouse.remove(sync::blobKey(bad));
    VERIFY_OK(home.deliver(warehouse, forced()));
    QVERIFY(home.stateOf(bad) == DeliveryState::Confirmed);
}

void DeliveryRunTest::largePaperGoesOnWhereItStood()
{
    Home home;
    QByteArray content(1000, 'x');
    content[500] = 'y';
    const QString sha256 = home.addPaper(content);
    FakeWarehouse warehouse;
    warehouse.setShape(2, 100);
    warehouse.failRequest(8, ErrorCode::WarehouseUnreachable); // head, begin, five parts
    QList<qint64> told;
    DeliveryRun::Setup setup;
    setup.progress = [&told](const workflow::DeliveryProgress& progress) {
        for (const auto& [id, part] : progress.parts) {
            told.append(part.done);
        }
    };
    const auto broken = home.deliver(warehouse, setup);
    VERIFY_OK(broken);
    QVERIFY(broken->stoppedBy.has_value());
    QCOMPARE(*std::max_element(told.begin(), told.end()), 500);
    home.bench.reopen();
    home.bench.clock().advance(2);
    const auto rest = home.deliver(warehouse, setup);
    VERIFY_OK(rest);
    QCOMPARE(rest->bytesSent, 500);
    QCOMPARE(countOf(warehouse, QStringLiteral("part ")), 11); // ten, and the one that did not arrive
    QCOMPARE(*std::max_element(told.begin(), told.end()), 1000);
    QVERIFY(home.stateOf(sha256) == DeliveryState::Confirmed);
    QVERIFY(home.journal().settingNames(QStringLiteral("upload."))->empty());
}

void DeliveryRunTest::lineThatBreaksBeforeAPartIsOverGetsShorterOnes()
{
    constexpr qint64 mebibyte = 1024 * 1024;
    Home home;
    const QString sha256 = home.addPaper(QByteArray(13 * mebibyte, 'x'));
    FakeWarehouse warehouse;
    warehouse.setShape(1, 8 * mebibyte);
    warehouse.failRequest(3, ErrorCode::WarehouseUnreachable); // head, begin, the first part
    VERIFY_OK(home.deliver(warehouse));
    const auto saved = workflow::savedUpload(home.journal(), sha256);
    VERIFY_OK(saved);
    QCOMPARE((*saved)->partLength, 5 * mebibyte);
    VERIFY_OK(home.deliver(warehouse, forced()));
    QCOMPARE(countOf(warehouse, QStringLiteral("part ")), 1 + 3);
    QVERIFY(home.stateOf(sha256) == DeliveryState::Confirmed);
}

void DeliveryRunTest::runThatIsStoppedLeavesEverythingWaiting()
{
    Home home;
    const QString sha256 = home.addPaper("one");
    FakeWarehouse warehouse;
    warehouse.goSilent();
    StopSource stop;
    DeliveryRun::Setup setup;
    setup.progress = [&stop](const workflow::DeliveryProgress&) { stop.request_stop(); };
    VERIFY_FAILS(home.deliver(warehouse, setup, stop.get_token()), ErrorCode::Cancelled);
    QVERIFY(home.stateOf(sha256) == DeliveryState::Waiting);
    QVERIFY(!*workflow::Delivery(home.bench.workspace()).pause());
    warehouse.speakAgain();
    VERIFY_OK(home.deliver(warehouse));
    QVERIFY(home.stateOf(sha256) == DeliveryState::Confirmed);
}

void DeliveryRunTest::whatAKilledRunLeftUnderWayWaitsAgain()
{
    Home home;
    const QString sha256 = home.addPaper("one");
    const qint64 id = home.journal().outbox()->front().id;
    VERIFY_OK(home.journal().write([&](storage::JournalWriter& writer) {
        return writer.setOutboxState(id, DeliveryState::Confirming, {}, 0, {});
    }));
    QVERIFY(home.stateOf(sha256) == DeliveryState::Confirming);
    FakeWarehouse warehouse;
    warehouse.failAll(ErrorCode::WarehouseUnreachable);
    VERIFY_OK(home.deliver(warehouse));
    QVERIFY(home.stateOf(sha256) == DeliveryState::Waiting);
}

void DeliveryRunTest::confirmedPapersAreNamedWhileOthersAreSent()
{
    Home home;
    for (int number = 0; number < 20; ++number) {
        home.addPaper(QByteArray("paper ") + QByteArray::number(number));
    }
    FakeWarehouse warehouse;
    DeliveryRun::Setup setup;
    setup.entryPause = std::chrono::milliseconds(0);
    VERIFY_OK(home.deliver(warehouse, setup));
    const QStringList said = warehouse.said();
    const auto firstEntry = said.indexOf(QRegularExpression(QStringLiteral("^put v1/log/.*")));
    const auto lastPaper = said.lastIndexOf(QRegularExpression(QStringLiteral("^put v1/blobs/.*")));
    QVERIFY(firstEntry >= 0 && firstEntry < lastPaper);
    // And none names a paper that is not there yet: every put of an entry comes after those it names.
    sync::WarehouseLog log(warehouse, {QStringLiteral("H56.14"), 1});
    QVERIFY(sync::verifyChain(log, {QStringLiteral("H56.14"), 1})->holds());
    QStringList strays;
    const auto sequences = log.sequencesAfter(0, strays);
    VERIFY_OK(sequences);
    for (const qint64 sequence : *sequences) {
        const QString key = sync::logKey({QStringLiteral("H56.14"), 1}, sequence);
        const auto entry = sync::parseLogEntry(*log.read(sequence));
        for (const dossier::Change& change : entry->changes) {
            if (change.kind == dossier::ChangeKind::PaperMade) {
                const QString blob = sync::blobKey(change.body[QLatin1String("sha256")].toString());
                QVERIFY(said.indexOf(QStringLiteral("confirm ") + blob) <
                        said.indexOf(QStringLiteral("put ") + key));
            }
        }
    }
}

void DeliveryRunTest::uploadOfAPaperThatArrivedOtherwiseIsClearedAway()
{
    Home home;
    const QByteArray content(1000, 'x');
    const QString sha256 = home.addPaper(content);
    FakeWarehouse warehouse;
    warehouse.setShape(1, 100);
    warehouse.failRequest(5, ErrorCode::WarehouseUnreachable);
    VERIFY_OK(home.deliver(warehouse));
    QCOMPARE(home.journal().settingNames(QStringLiteral("upload."))->size(), std::size_t{1});
    // Still waiting: nothing is cleared away.
    VERIFY_OK(workflow::clearAwayUploads(home.journal(), warehouse, {}));
    QCOMPARE(home.journal().settingNames(QStringLiteral("upload."))->size(), std::size_t{1});
    VERIFY_OK(home.journal().write([&](storage::JournalWriter& writer) {
        return writer.confirmBlob(sha256, sync::blobKey(sha256), content.size(), home.bench.clock().now());
    }));
    VERIFY_OK(home.deliver(warehouse, forced()));
    QCOMPARE(countOf(warehouse, QStringLiteral("abandon ")), 1);
    QVERIFY(home.journal().settingNames(QStringLiteral("upload."))->empty());
}

QTEST_GUILESS_MAIN(DeliveryRunTest)
#include "tst_deliveryrun.moc"
