// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "support/testsupport.h"
#include "workflow/delivery.h"
#include "workflow/deliveryrules.h"
#include "workflow/digitizing.h"
#include "workflow/workbench.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::test;
using dossier::DeliveryRules;
using dossier::HoldCause;

namespace {

void makePaper(const Workbench& bench, int number)
{
    const QString page = bench.path(QStringLiteral("trang %1.jpg").arg(number));
    drawTextPage(page, number);
    workflow::DigitizeRequest request;
    request.procedureCode = QStringLiteral("2.000815");
    request.component = 2;
    request.files = {page};
    VERIFY_OK(workflow::digitize(bench.workspace(), request, {}, {}));
}

bool no()
{
    return false;
}

bool yes()
{
    return true;
}

} // namespace

class TestDeliveryRules : public QObject
{
    Q_OBJECT

private slots:
    void rulesAreKeptAndBadOnesRefused()
    {
        Workbench bench;
        DeliveryRules rules;
        rules.kbitPerSecond = 512;
        rules.alarmHours = 8;
        VERIFY_OK(workflow::setDeliveryRules(bench.workspace(), rules));
        bench.reopen();
        const auto kept = workflow::deliveryRules(bench.workspace().journal());
        VERIFY_OK(kept);
        QVERIFY(*kept == rules);
        rules.kbitPerSecond = 1;
        VERIFY_FAILS(workflow::setDeliveryRules(bench.workspace(), rules), ErrorCode::InvalidArgument);
    }

    void inOfficeHoursOnlyTheLogGoes()
    {
        Workbench bench; // 08:30
        makePaper(bench, 1);
        DeliveryRules rules;
        rules.hours = DeliveryRules::Hours{QTime(17, 30), QTime(7, 0)};
        VERIFY_OK(workflow::setDeliveryRules(bench.workspace(), rules));
        const workflow::Delivery delivery(bench.workspace(), no);

        const auto byDay = delivery.deliver(false, {}, {});
        VERIFY_OK(byDay);
        QVERIFY(byDay->held && byDay->held->cause == HoldCause::Hours);
        QCOMPARE(byDay->papersSent, 0);
        QVERIFY(byDay->entriesConfirmed > 0); // that the dossier was taken in
        QVERIFY(!byDay->stoppedBy);
        const auto waiting = delivery.waiting();
        VERIFY_OK(waiting);
        QCOMPARE(waiting->size(), std::size_t(1));
        QCOMPARE(waiting->front().state, QStringLiteral("paused"));
        QVERIFY(waiting->front().held == byDay->held);
        QCOMPARE(toIso(*waiting->front().nextTry), QStringLiteral("2026-11-20T17:30:00.000+07:00"));
        const auto counts = delivery.counts();
        VERIFY_OK(counts);
        QVERIFY(counts->oldest); // its age goes on

        bench.clock().set(fromIso(QStringLiteral("2026-11-20T17:30:00.000+07:00")));
        const auto inTheEvening = delivery.deliver(false, {}, {});
        VERIFY_OK(inTheEvening);
        QVERIFY(!inTheEvening->held);
        QCOMPARE(inTheEvening->papersConfirmed, 1);
        QCOMPARE(inTheEvening->waiting, 0);
    }

    void whoAsksForItNowIsNotHeldUp()
    {
        const Workbench bench;
        makePaper(bench, 1);
        DeliveryRules rules;
        rules.hours = DeliveryRules::Hours{QTime(17, 30), QTime(7, 0)};
        rules.pausedSince = bench.workspace().clock().now();
        VERIFY_OK(workflow::setDeliveryRules(bench.workspace(), rules));
        const auto sent = workflow::Delivery(bench.workspace(), yes).deliver(true, {}, {});
        VERIFY_OK(sent);
        QVERIFY(!sent->held);
        QCOMPARE(sent->papersConfirmed, 1);
        const auto kept = workflow::deliveryRules(bench.workspace().journal());
        QVERIFY(kept && *kept == rules); // once: the pause goes on
    }

    void onALineByVolumeNothingGoesByItself()
    {
        const Workbench bench;
        makePaper(bench, 1);
        const workflow::Delivery delivery(bench.workspace(), yes);
        const auto summary = delivery.deliver(false, {}, {});
        VERIFY_OK(summary);
        QVERIFY(summary->held && summary->held->cause == HoldCause::Metered);
        QCOMPARE(summary->entriesConfirmed, 0);
        QVERIFY(summary->waiting > 0);
        const auto other = workflow::Delivery(bench.workspace(), no).deliver(false, {}, {});
        VERIFY_OK(other);
        QCOMPARE(other->papersConfirmed, 1);
    }

    void aPauseHoldsUntilSomebodyEndsIt()
    {
        Workbench bench;
        makePaper(bench, 1);
        VERIFY_OK(workflow::pauseDelivery(bench.workspace()));
        const QDateTime since = bench.clock().now();
        bench.clock().advance(3600);
        VERIFY_OK(workflow::pauseDelivery(bench.workspace())); // pressed twice
        bench.reopen();
        {
            const workflow::Delivery delivery(bench.workspace(), no);
            const auto held = delivery.deliver(false, {}, {});
            VERIFY_OK(held);
            QVERIFY(held->held && held->held->cause == HoldCause::Person);
            QCOMPARE(*held->held->since, since);
            QCOMPARE(held->papersSent + held->entriesConfirmed, 0);
        }
        VERIFY_OK(workflow::resumeDelivery(bench.workspace()));
        const auto sent = workflow::Delivery(bench.workspace(), no).deliver(false, {}, {});
        VERIFY_OK(sent);
        QCOMPARE(sent->papersConfirmed, 1);
    }

    /// The rules change while papers are being sent.
    void aPauseEndsARunThatIsUnderWay()
    {
        const Workbench bench;
        for (int number = 1; number <= 4; ++number) {
            makePaper(bench, number);
        }
        const workflow::Delivery delivery(bench.workspace(), no);
        bool pressed = false;
        const auto summary = delivery.deliver(true, {}, [&](const workflow::DeliveryProgress& progress) {
            if (progress.done == 1 && !pressed) {
                pressed = true;
                VERIFY_OK(workflow::pauseDelivery(bench.workspace()));
            }
        });
        VERIFY_OK(summary);
        QVERIFY(pressed);
        QVERIFY(summary->held && summary->held->cause == HoldCause::Person);
        QVERIFY2(summary->papersSent < 4, qPrintable(QString::number(summary->papersSent)));
        VERIFY_OK(workflow::resumeDelivery(bench.workspace()));
        const auto rest = delivery.deliver(false, {}, {});
        VERIFY_OK(rest);
        QCOMPARE(rest->waiting, 0);
    }
};

QTEST_MAIN(TestDeliveryRules)
#include "tst_deliveryrules.moc"
