// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "dossier/indicator.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::dossier;

namespace {

const QDateTime received = fromIso(QStringLiteral("2026-11-02T08:00:00.000+07:00"));
const QDateTime due = fromIso(QStringLiteral("2026-11-05T17:00:00.000+07:00"));
const QDateTime before = due.addSecs(-60);
const QDateTime after = due.addSecs(60);

Dossier aDossier()
{
    Dossier made;
    made.uid = QStringLiteral("d");
    made.unit = QStringLiteral("H24.01");
    made.receivedAt = received;
    made.dueAt = due;
    return made;
}

Paper aPaper(int component, DeliveryState delivery = DeliveryState::Waiting)
{
    Paper made;
    made.component = component;
    made.delivery = delivery;
    return made;
}

constexpr auto out = IndicatorPlace::NotCounted;
constexpr auto below = IndicatorPlace::DenominatorOnly;
constexpr auto above = IndicatorPlace::Numerator;

} // namespace

class IndicatorTest : public QObject
{
    Q_OBJECT

private slots:
    void withoutReceptionDateADossierCountsNowhere()
    {
        Dossier one = aDossier();
        one.receivedAt = {};
        for (const IndicatorKind kind : indicatorKinds) {
            QCOMPARE(placeOf(kind, one, {true, true, true, true}, before), out);
        }
    }

    void registeredAndRejectedDossiersAreNotReceived()
    {
        Dossier one = aDossier();
        for (int number = 1; number <= 10; ++number) {
            one.status = *dossierStatusFrom(number);
            QCOMPARE(isReceived(one), number != 1 && number != 3);
        }
    }

    void electronicResultNeedsAProcedureThatGivesOne()
    {
        Dossier one = aDossier();
        QCOMPARE(placeOf(IndicatorKind::ElectronicResults, one, {}, before), below);
        QCOMPARE(placeOf(IndicatorKind::ElectronicResults, one, factsOf({}, {aPaper(1)}), before), below);
        QCOMPARE(
            placeOf(IndicatorKind::ElectronicResults, one, factsOf({}, {aPaper(resultComponent)}), before),
            above);
        one.givesResult = false;
        QCOMPARE(placeOf(IndicatorKind::ElectronicResults, one, {}, before), out);
    }

    void digitizedNeedsComponentAndResult()
    {
        Dossier one = aDossier();
        const auto place = [&](const std::vector<Paper>& papers) {
            return placeOf(IndicatorKind::DigitizedDossiers, one, factsOf({}, papers), before);
        };
        QCOMPARE(place({}), below);
        QCOMPARE(place({aPaper(1)}), below);
        QCOMPARE(place({aPaper(resultComponent)}), below);
        QCOMPARE(place({aPaper(1), aPaper(resultComponent)}), above);
        one.givesResult = false;
        QCOMPARE(place({aPaper(1)}), above);
        one.decidingUnit = QStringLiteral("H24");
        QCOMPARE(place({aPaper(1)}), out);
        one.decidingUnit = one.unit;
        QCOMPARE(place({aPaper(1)}), above);
    }

    void reuseAndConnectionLookAtComponentsAndConfirmation()
    {
        const Dossier one = aDossier();
        Component component;
        component.state = ComponentState::Reused;
        QCOMPARE(placeOf(IndicatorKind::Reuse, one, factsOf({component}, {}), before), above);
        QCOMPARE(placeOf(IndicatorKind::Connected, one, factsOf({component}, {}), before), above);
        component.state = ComponentState::Finished;
        QCOMPARE(placeOf(IndicatorKind::Reuse, one, factsOf({component}, {}), before), below);
        const auto sent = factsOf({component}, {aPaper(resultComponent, DeliveryState::Confirming)});
        QCOMPARE(placeOf(IndicatorKind::Connected, one, sent, before), below);
        const auto confirmed = factsOf({component}, {aPaper(resultComponent, DeliveryState::Confirmed)});
        QCOMPARE(placeOf(IndicatorKind::Connected, one, confirmed, before), above);
        // A confirmed component is no confirmed result.
        const auto other = factsOf({component}, {aPaper(1, DeliveryState::Confirmed)});
        QCOMPARE(placeOf(IndicatorKind::Connected, one, other, before), below);
    }

    void onTimeComparesTheEndWithTheDueDate()
    {
        Dossier one = aDossier();
        const auto place = [&](const QDateTime& now) { return placeOf(IndicatorKind::OnTime, one, {}, now); };
        QCOMPARE(place(before), above);
        QCOMPARE(place(due), above);
        QCOMPARE(place(after), below);
        one.finishedAt = due;
        QCOMPARE(place(after), above);
        one.finishedAt = after;
        QCOMPARE(place(after), below);
        one.dueAt = {};
        QCOMPARE(place(after), out);
    }

    void secondSupplementRequestMakesOverdue()
    {
        Dossier one = aDossier();
        one.supplements = 1;
        QVERIFY(!isOverdue(one, before));
        one.supplements = 2;
        QVERIFY(isOverdue(one, before));
        one.dueAt = {};
        QVERIFY(isOverdue(one, before));
    }

    void scanningNeverTurnsADossierIntoAnOnlineOne()
    {
        Dossier one = aDossier();
        const DossierFacts all{true, true, true, true};
        QCOMPARE(placeOf(IndicatorKind::OnlineShare, one, all, before), below);
        one.channel = Channel::Post;
        QCOMPARE(placeOf(IndicatorKind::OnlineShare, one, all, before), below);
        one.channel = Channel::Online;
        QCOMPARE(placeOf(IndicatorKind::OnlineShare, one, all, before), above);
        QCOMPARE(placeOf(IndicatorKind::OnlineShare, one, {}, before), below);
        one.givesResult = false;
        QCOMPARE(placeOf(IndicatorKind::OnlineShare, one, {}, before), above);
    }

    void wordsAndValuesGoBothWays()
    {
        for (const IndicatorKind kind : indicatorKinds) {
            QVERIFY(indicatorKindFrom(toString(kind)) == std::optional(kind));
        }
        for (const ReportBy by : {ReportBy::None, ReportBy::Procedure, ReportBy::Field, ReportBy::Officer,
                                  ReportBy::Unit, ReportBy::Day}) {
            QVERIFY(reportByFrom(toString(by)) == std::optional(by));
        }
        QVERIFY(!indicatorKindFrom(QString()));
    }
};

QTEST_APPLESS_MAIN(IndicatorTest)
#include "tst_indicator.moc"
