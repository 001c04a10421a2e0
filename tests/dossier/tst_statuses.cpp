// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/catalogue.h"
#include "dossier/statuses.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::dossier;

namespace {

Component component(int number, ComponentState state, const QString& group = {}, bool required = true,
                    Duty duty = Duty::Scan)
{
    Component made;
    made.number = number;
    made.state = state;
    made.alternativeGroup = group;
    made.required = required;
    made.duty = duty;
    return made;
}

constexpr auto missing = ComponentState::Missing;
const QString group = QStringLiteral("g");

} // namespace

class StatusesTest : public QObject
{
    Q_OBJECT

private slots:
    void transitionsAreThoseOfTheTable()
    {
        // Rows: from 1 to 10; columns: to 1 to 10.
        const std::array<const char*, 10> table = {
            ".xx...x...", // registered
            "...xxxxxx.", // received
            "..........", // rejected
            "....xxxxx.", // in progress
            "...x..xx..", // supplement asked
            "...x..xxx.", // payment asked
            "..........", // withdrawn
            "..........", // stopped
            ".........x", // done
            "..........", // returned
        };
        for (int from = 1; from <= 10; ++from) {
            for (int to = 1; to <= 10; ++to) {
                const bool allowed = table[static_cast<std::size_t>(from - 1)][to - 1] == 'x';
                QVERIFY2(mayFollow(*dossierStatusFrom(from), *dossierStatusFrom(to)) == allowed,
                         qPrintable(QStringLiteral("%1 -> %2").arg(from).arg(to)));
            }
        }
    }

    void fourStatusesEndADossier()
    {
        for (int number = 1; number <= 10; ++number) {
            const bool ends = number == 3 || number == 7 || number == 8 || number == 10;
            QCOMPARE(isFinal(*dossierStatusFrom(number)), ends);
        }
    }

    void limitStandsStillWhileASupplementIsAwaited()
    {
        for (int number = 1; number <= 10; ++number) {
            QCOMPARE(limitRuns(*dossierStatusFrom(number)), number == 2 || number == 4 || number == 6);
        }
    }

    void componentsFollowTheChannel()
    {
        const auto birth = Catalogue::builtIn().find(QStringLiteral("1.001193"));
        VERIFY_OK(birth);
        const auto numbers = [&](Channel channel) {
            QList<int> found;
            for (const Component& made : componentsFor(*birth, channel, QStringLiteral("uid"))) {
                found += made.number;
            }
            return found;
        };
        QCOMPARE(numbers(Channel::Direct), (QList<int>{1, 3, 4, 5, 6, 7, 8}));
        QCOMPARE(numbers(Channel::Post), (QList<int>{1, 3, 4, 5, 6, 7, 8}));
        QCOMPARE(numbers(Channel::Online), (QList<int>{2, 3, 4, 5, 6, 7, 8}));
        const Component first = componentsFor(*birth, Channel::Direct, QStringLiteral("uid")).front();
        QCOMPARE(first.dossierUid, QStringLiteral("uid"));
        QCOMPARE(first.name, birth->components.front().name);
        QVERIFY(first.state == ComponentState::Missing);
    }

    void requiredComponentsAreMissingUntilTheyAreThere()
    {
        const auto needs = missingComponents({component(1, missing), component(2, ComponentState::Present),
                                              component(3, missing, {}, false), component(4, missing)});
        QCOMPARE(needs.size(), std::size_t(2));
        QCOMPARE(needs[0].anyOf.front().number, 1);
        QCOMPARE(needs[1].anyOf.front().number, 4);
    }

    void everyOtherStateSettlesAComponent_data()
    {
        QTest::addColumn<int>("state");
        for (const ComponentState state :
             {ComponentState::Present, ComponentState::Finished, ComponentState::Reused,
              ComponentState::Shown, ComponentState::Taken, ComponentState::NotNeeded}) {
            QTest::newRow(qPrintable(toString(state))) << static_cast<int>(state);
        }
    }
    void everyOtherStateSettlesAComponent()
    {
        QFETCH(int, state);
        QVERIFY(missingComponents({component(1, static_cast<ComponentState>(state))}).empty());
    }

    void formsOfThePortalAreNeverMissing()
    {
        QVERIFY(missingComponents({component(1, missing, {}, true, Duty::EForm)}).empty());
    }

    void anyMemberSatisfiesItsGroup()
    {
        const auto both = missingComponents({component(1, missing, group), component(2, missing, group)});
        QCOMPARE(both.size(), std::size_t(1));
        QCOMPARE(both[0].anyOf.size(), std::size_t(2));
        QCOMPARE(both[0].alternativeGroup, group);
        QVERIFY(missingComponents({component(1, missing, group), component(2, ComponentState::Reused, group)})
                    .empty());
    }

    void memberThatDoesNotApplyLeavesTheOthers()
    {
        const auto needs =
            missingComponents({component(1, ComponentState::NotNeeded, group), component(2, missing, group)});
        QCOMPARE(needs.size(), std::size_t(1));
        QCOMPARE(needs[0].anyOf.size(), std::size_t(1));
        QCOMPARE(needs[0].anyOf.front().number, 2);
        QVERIFY(missingComponents({component(1, ComponentState::NotNeeded, group),
                                   component(2, ComponentState::NotNeeded, group)})
                    .empty());
    }

    void optionalGroupIsNotMissing()
    {
        QVERIFY(missingComponents({component(1, missing, group, false), component(2, missing, group, false)})
                    .empty());
    }

    void onlyPapersToScanMayBeScanned()
    {
        VERIFY_OK(checkScannable(component(1, missing)));
        for (const Duty duty : {Duty::Reuse, Duty::ShownOnly, Duty::Photocopy, Duty::EForm, Duty::Secret}) {
            const auto checked = checkScannable(component(1, missing, {}, true, duty));
            VERIFY_FAILS(checked, ErrorCode::ComponentNotScannable);
            QCOMPARE(checked.error().detail, toString(duty));
        }
    }
};

QTEST_APPLESS_MAIN(StatusesTest)
#include "tst_statuses.moc"
