// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/separation.h"
#include "dossier/separator.h"
#include "support/testsupport.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace sohoa;
using namespace sohoa::dossier;

namespace {

const QString first = QStringLiteral("H24.31.08-261120-0001");
const QString second = QStringLiteral("H24.31.08-261120-0002");
const QString birth = QStringLiteral("1.001193");

/// Builds a stack; pages are named by their place.
class Stack
{
public:
    Stack& content(int count = 1)
    {
        for (int i = 0; i < count; ++i) {
            add({});
        }
        return *this;
    }
    Stack& blank(double confidence = 0.98)
    {
        PageFindings findings;
        findings.blank = true;
        findings.blankConfidence = confidence;
        return add(findings);
    }
    Stack& code(const QString& text, bool blank = false)
    {
        PageFindings findings;
        findings.blank = blank;
        findings.blankConfidence = blank ? 1.0 : 0.0;
        findings.codes.push_back({QStringLiteral("QRCode"), text, {}, classifyCode(text)});
        return add(findings);
    }
    Stack& codes(const QString& one, const QString& two)
    {
        code(one);
        m_pages.back().findings.codes.push_back({QStringLiteral("QRCode"), two, {}, classifyCode(two)});
        return *this;
    }
    Stack& dossier(const QString& dossierCode, int sheets = 0, const QString& procedure = birth)
    {
        return code(separatorText({Separator::Kind::Dossier, dossierCode, procedure, 0, sheets}));
    }
    Stack& component(const QString& dossierCode, int number, int sheets = 0)
    {
        return code(separatorText({Separator::Kind::Component, dossierCode, {}, number, sheets}));
    }
    [[nodiscard]] const std::vector<StackPage>& pages() const { return m_pages; }

private:
    Stack& add(const PageFindings& findings)
    {
        m_pages.push_back({QStringLiteral("p%1").arg(m_pages.size()), findings});
        return *this;
    }
    std::vector<StackPage> m_pages;
};

std::vector<StackAlarmKind> alarmsOf(const StackPlan& plan)
{
    std::vector<StackAlarmKind> kinds;
    for (const StackAlarm& alarm : plan.alarms) {
        kinds.push_back(alarm.kind);
    }
    return kinds;
}

const QString damaged = QStringLiteral("SH1:D:H24.31.08-261120-0001:1.001193:0:00000000");

} // namespace

class SeparationTest : public QObject
{
    Q_OBJECT

private slots:
    void stackIsCutIntoDossiersAndComponents()
    {
        const StackPlan plan = planStack(Stack()
                                             .dossier(first, 3)
                                             .component(first, 1, 1)
                                             .content()
                                             .component(first, 3, 2)
                                             .content(2)
                                             .dossier(second)
                                             .content(2)
                                             .pages());
        QVERIFY(plan.alarms.empty());
        QCOMPARE(plan.fed(), 9);
        QCOMPARE(plan.kept(), 5);
        QCOMPARE(plan.setAside(SetAsideReason::Separator), 4);
        QCOMPARE(plan.parts.size(), std::size_t(4));
        QCOMPARE(plan.parts[0].sidesSeen, 3);
        QCOMPARE(plan.parts[1].sidesSeen, 1);
        QCOMPARE(plan.parts[2].sidesSeen, 2);
        QCOMPARE(plan.parts[0].procedureCode, birth);
        QCOMPARE(plan.places[2].dossierCode, first);
        QCOMPARE(plan.places[2].component, 1);
        QCOMPARE(plan.places[4].component, 3);
        QCOMPARE(plan.places[5].component, 3);
        QCOMPARE(plan.places[8].dossierCode, second);
        QCOMPARE(plan.places[8].component, 0);
    }

    void componentSheetNeedsNoDossierSheet()
    {
        const StackPlan plan =
            planStack(Stack().component(first, 2).content().component(second, 1).content().pages());
        QVERIFY(plan.alarms.empty());
        QCOMPARE(plan.places[1].dossierCode, first);
        QCOMPARE(plan.places[3].dossierCode, second);
    }

    void pagesBeforeTheFirstSeparatorBelongToNobody()
    {
        const StackPlan plan = planStack(Stack().content(2).blank().dossier(first).content().pages());
        QVERIFY(alarmsOf(plan) == std::vector{StackAlarmKind::NotAssigned});
        QCOMPARE(plan.alarms[0].seen, 2);
        QCOMPARE(plan.alarms[0].pageUid, QStringLiteral("p0"));
        QCOMPARE(plan.notAssigned(), 2);
        QCOMPARE(plan.places[0].part, -1);
        QVERIFY(plan.places[0].state == PageState::Kept);
    }

    void stackWithoutSeparatorsIsKeptWhole()
    {
        const StackPlan plan = planStack(Stack().content(3).pages());
        QCOMPARE(plan.kept(), 3);
        QCOMPARE(plan.notAssigned(), 3);
        QVERIFY(plan.parts.empty());
        QCOMPARE(planStack({}).fed(), 0);
    }

    void blankPageIsSetAsideOnlyWhenSure()
    {
        const StackPlan plan = planStack(Stack()
                                             .dossier(first)
                                             .blank(blankConfidenceNeeded)
                                             .blank(blankConfidenceNeeded - 0.01)
                                             .code(QStringLiteral("https://a.vn"), true)
                                             .pages());
        QVERIFY(plan.places[1].state == PageState::SetAside);
        QVERIFY(plan.places[1].reason == SetAsideReason::Blank);
        QCOMPARE(plan.places[1].dossierCode, first);
        QVERIFY(plan.places[2].state == PageState::Kept);
        QVERIFY(plan.places[3].state == PageState::Kept);
    }

    void wrongCountSoundsTheAlarm()
    {
        const StackPlan plan = planStack(Stack()
                                             .dossier(first, 4)
                                             .component(first, 1, 2)
                                             .content(3)
                                             .component(first, 2, 1)
                                             .content()
                                             .pages());
        // The dossier's four are right, the component's two are not.
        QVERIFY(alarmsOf(plan) == std::vector{StackAlarmKind::CountDiffers});
        QCOMPARE(plan.alarms[0].component, 1);
        QCOMPARE(plan.alarms[0].expected, 2);
        QCOMPARE(plan.alarms[0].seen, 3);
        QCOMPARE(plan.alarms[0].pageUid, QStringLiteral("p1"));
    }

    void wrongCountOfADossierSoundsTheAlarm()
    {
        const StackPlan plan = planStack(
            Stack().dossier(first, 5).component(first, 1).content(4).dossier(second).content().pages());
        QVERIFY(alarmsOf(plan) == std::vector{StackAlarmKind::CountDiffers});
        QCOMPARE(plan.alarms[0].expected, 5);
        QCOMPARE(plan.alarms[0].seen, 4);
        QCOMPARE(plan.alarms[0].component, 0);
    }

    void blankBacksCountAsSides()
    {
        QVERIFY(planStack(Stack().component(first, 1, 2).content().blank().pages()).alarms.empty());
    }

    void blankBackOfASeparatorCountsForNoPart()
    {
        const StackPlan plan = planStack(Stack()
                                             .dossier(first, 3)
                                             .blank()
                                             .component(first, 1, 2)
                                             .blank()
                                             .content()
                                             .blank()
                                             .component(first, 2, 1)
                                             .blank()
                                             .content()
                                             .pages());
        QVERIFY(plan.alarms.empty());
        QCOMPARE(plan.parts[1].sidesSeen, 2);
        QCOMPARE(plan.parts[1].pagesSetAside, 2);
        QCOMPARE(plan.parts[2].sidesSeen, 1);
        QCOMPARE(plan.parts[0].sidesSeen, 3);
    }

    void partThatBeginsWithABlankSideMayCountIt()
    {
        const StackPlan plan =
            planStack(Stack().dossier(first, 2).component(first, 1, 2).blank().content().pages());
        QVERIFY(plan.alarms.empty());
        QCOMPARE(plan.parts[1].sidesSeen, 2);
    }

    void separatorPrintedOnUsedPaperLosesNothing()
    {
        const StackPlan plan = planStack(Stack().component(first, 1, 1).content(2).pages());
        QVERIFY(alarmsOf(plan) == std::vector{StackAlarmKind::CountDiffers});
        QCOMPARE(plan.kept(), 2);
    }

    void unreadableSeparatorAssignsToNobody()
    {
        const StackPlan plan = planStack(
            Stack().dossier(second).content().code(damaged).content(2).component(first, 1).content().pages());
        QVERIFY(alarmsOf(plan) ==
                (std::vector{StackAlarmKind::SeparatorUnreadable, StackAlarmKind::NotAssigned}));
        QCOMPARE(plan.places[1].dossierCode, second);
        QCOMPARE(plan.places[3].dossierCode, QString());
        QCOMPARE(plan.places[4].part, -1);
        QCOMPARE(plan.places[6].dossierCode, first);
        QVERIFY(plan.places[2].reason == SetAsideReason::Separator);
    }

    void goodCodeBesideADamagedOneCounts()
    {
        const QString good = separatorText({Separator::Kind::Component, first, {}, 1, 1});
        const StackPlan plan = planStack(Stack().codes(damaged, good).content().pages());
        QVERIFY(plan.alarms.empty());
        QCOMPARE(plan.places[1].dossierCode, first);
        QVERIFY(planStack(Stack().codes(good, good).content().pages()).alarms.empty());
    }

    void twoSeparatorsThatDisagreeAssignToNobody()
    {
        const StackPlan plan =
            planStack(Stack()
                          .codes(separatorText({Separator::Kind::Component, first, {}, 1, 0}),
                                 separatorText({Separator::Kind::Component, second, {}, 1, 0}))
                          .content()
                          .pages());
        QVERIFY(alarmsOf(plan) ==
                (std::vector{StackAlarmKind::SeparatorsDisagree, StackAlarmKind::NotAssigned}));
        QCOMPARE(plan.places[1].part, -1);
    }

    void componentOfAnotherDossierIsFlaggedAndFollowed()
    {
        const StackPlan plan =
            planStack(Stack().dossier(first, 1).content().component(second, 1).content().pages());
        QVERIFY(alarmsOf(plan) == std::vector{StackAlarmKind::OtherDossier});
        QCOMPARE(plan.places[3].dossierCode, second);
        QCOMPARE(plan.parts[0].sidesSeen, 1);
    }

    void oneDossierWithTwoProceduresIsFlagged()
    {
        const StackPlan plan = planStack(
            Stack().dossier(first).content().dossier(first, 0, QStringLiteral("2.000815")).content().pages());
        QVERIFY(alarmsOf(plan) == std::vector{StackAlarmKind::ProcedureDiffers});
    }

    void componentSheetWithNothingBehindIsFlagged()
    {
        const StackPlan plan = planStack(Stack().component(first, 1).component(first, 2).content().pages());
        QVERIFY(alarmsOf(plan) == std::vector{StackAlarmKind::EmptyPart});
        QCOMPARE(plan.alarms[0].component, 1);
    }

    void sampleStackIsCutAsItWasMade()
    {
        QFile file(test::sourcePath(QStringLiteral("resources/samples/expected.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject sample = QJsonDocument::fromJson(file.readAll()).object();
        const QJsonArray sides = sample[QLatin1String("stack")].toArray();
        QCOMPARE(sides.size(), sample[QLatin1String("pages")].toInt());
        Stack stack;
        for (const QJsonValue& side : sides) {
            const QString text = side[QLatin1String("codes")][0].toString();
            if (!text.isEmpty()) {
                stack.code(text);
            } else if (side[QLatin1String("blank")].toBool()) {
                stack.blank();
            } else {
                stack.content();
            }
        }
        const StackPlan plan = planStack(stack.pages());
        QVERIFY(plan.alarms.empty());
        QCOMPARE(plan.setAside(SetAsideReason::Separator), sample[QLatin1String("separators")].toInt());
        QCOMPARE(plan.setAside(SetAsideReason::Blank), sample[QLatin1String("blanks")].toInt());
        for (qsizetype i = 0; i < sides.size(); ++i) {
            const PagePlace& place = plan.places[static_cast<std::size_t>(i)];
            QCOMPARE(place.dossierCode, sides[i][QLatin1String("dossier")].toString());
            QCOMPARE(place.component, sides[i][QLatin1String("component")].toInt());
        }
    }

    void fedIsAlwaysKeptPlusSetAside()
    {
        QRandomGenerator random(20261120);
        for (int round = 0; round < 500; ++round) {
            Stack stack;
            const int count = random.bounded(30);
            for (int i = 0; i < count; ++i) {
                switch (random.bounded(6)) {
                case 0:
                    stack.dossier(random.bounded(2) == 0 ? first : second, random.bounded(4));
                    break;
                case 1:
                    stack.component(random.bounded(2) == 0 ? first : second, 1 + random.bounded(3),
                                    random.bounded(3));
                    break;
                case 2:
                    stack.blank(0.5 + random.bounded(0.5));
                    break;
                case 3:
                    stack.code(damaged);
                    break;
                default:
                    stack.content();
                }
            }
            const StackPlan plan = planStack(stack.pages());
            QCOMPARE(plan.fed(), count);
            QCOMPARE(plan.kept() + plan.setAside(SetAsideReason::Blank) +
                         plan.setAside(SetAsideReason::Separator),
                     count);
            int inParts = 0;
            for (const StackPart& part : plan.parts) {
                inParts += part.pagesKept;
            }
            QCOMPARE(inParts + plan.notAssigned(), plan.kept());
            for (std::size_t i = 0; i < plan.places.size(); ++i) {
                QCOMPARE(plan.places[i].pageUid, stack.pages()[i].pageUid);
            }
        }
    }
};

QTEST_APPLESS_MAIN(SeparationTest)
#include "tst_separation.moc"
