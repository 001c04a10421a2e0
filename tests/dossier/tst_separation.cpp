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
    /// The marks of a separator's codes, none of which can be read.
    Stack& unread()
    {
        PageFindings findings;
        findings.unreadSheet = true;
        return add(findings);
    }
    Stack& patch()
    {
        PageFindings findings;
        findings.codes.push_back(
            {QStringLiteral("PatchCode"), QLatin1String(patchTransfer), {}, CodeKind::Text});
        return add(findings);
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

const SheetKey ours{QByteArray::fromHex("000102030405060708090a0b0c0d0e0f")};
const SheetKey others{QByteArray::fromHex("ff0102030405060708090a0b0c0d0e0f")};

/// Rules of a home that has begun to sign its sheets.
SeparationRules signing()
{
    SeparationRules rules;
    rules.keys = {ours};
    return rules;
}

/// A signed sheet; component 0 is a dossier sheet.
QString sheet(const QString& dossierCode, int component, Separator::Side side = Separator::Side::Front,
              int number = 0, int series = 0, const SheetKey& key = ours)
{
    Separator separator;
    separator.kind = component == 0 ? Separator::Kind::Dossier : Separator::Kind::Component;
    separator.dossierCode = dossierCode;
    separator.procedureCode = component == 0 ? birth : QString();
    separator.component = component;
    separator.number = number;
    separator.series = series;
    separator.side = side;
    return separatorText(signedWith(key, separator));
}

constexpr auto back = Separator::Side::Back;

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

    void sidesOfASignedSheetAreOneSeparator()
    {
        const StackPlan plan = planStack(Stack()
                                             .code(sheet(first, 0))
                                             .code(sheet(first, 0, back))
                                             .code(sheet(first, 1, back)) // laid in face down
                                             .code(sheet(first, 1))
                                             .content(2)
                                             .pages(),
                                         signing());
        QVERIFY(plan.alarms.empty());
        QCOMPARE(plan.parts.size(), std::size_t(2));
        QCOMPARE(plan.setAside(SetAsideReason::Separator), 4);
        QCOMPARE(plan.kept(), 2);
        QCOMPARE(plan.places[5].component, 1);
    }

    void backThatWasReadCountsForTheFrontThatWasNot()
    {
        // That both sides are scanned, the first sheet tells.
        const StackPlan plan = planStack(Stack()
                                             .code(sheet(first, 0))
                                             .code(sheet(first, 0, back))
                                             .unread()
                                             .code(sheet(first, 1, back))
                                             .content(2)
                                             .code(sheet(first, 2))
                                             .unread()
                                             .content(2)
                                             .pages(),
                                         signing());
        QVERIFY(plan.alarms.empty());
        QCOMPARE(plan.setAside(SetAsideReason::Separator), 6);
        QCOMPARE(plan.places[4].component, 1);
        QCOMPARE(plan.places[9].component, 2);
    }

    void frontOfWhichNothingWasSeenIsSetAsideWithAnAlarm()
    {
        Stack stack;
        stack.code(sheet(first, 1)).code(sheet(first, 1, back)).content(2);
        stack.content(); // a front gone white
        stack.code(sheet(first, 2, back)).content(2);
        const StackPlan plan = planStack(stack.pages(), signing());
        QVERIFY(alarmsOf(plan) == std::vector{StackAlarmKind::SeparatorHalfRead});
        QCOMPARE(plan.alarms[0].pageUid, QStringLiteral("p5"));
        QVERIFY(plan.places[4].reason == SetAsideReason::Separator);
        QCOMPARE(plan.places[6].component, 2);
        // Of one side only, the page before is a page of the paper before.
        SeparationRules rules = signing();
        rules.sidesPerSheet = 1;
        const StackPlan simplex = planStack(
            Stack().code(sheet(first, 1)).content(2).code(sheet(first, 2, back)).content().pages(), rules);
        QVERIFY(alarmsOf(simplex) == std::vector{StackAlarmKind::SeparatorHalfRead});
        QCOMPARE(simplex.kept(), 3);
        QCOMPARE(simplex.places[4].component, 2);
    }

    void sheetThatIsNotReadOrNotOursOnBothSidesIsOneAlarm()
    {
        SeparationRules rules = signing();
        rules.separatorsExpected = 3;
        const StackPlan plan = planStack(Stack()
                                             .code(sheet(first, 1))
                                             .code(sheet(first, 1, back))
                                             .content(2)
                                             .unread()
                                             .unread()
                                             .code(sheet(first, 2, Separator::Side::Front, 0, 0, others))
                                             .code(sheet(first, 2, back, 0, 0, others))
                                             .pages(),
                                         rules);
        QVERIFY((alarmsOf(plan) ==
                 std::vector{StackAlarmKind::SeparatorUnreadable, StackAlarmKind::SeparatorForeign}));
        QCOMPARE(plan.setAside(SetAsideReason::Separator), 6);
    }

    void sheetThatLooksLikeASeparatorIsNeverAPageOfThePaperBefore()
    {
        const StackPlan plan =
            planStack(Stack().component(first, 1).content().unread().content(2).pages(), signing());
        QVERIFY((alarmsOf(plan) ==
                 std::vector{StackAlarmKind::SeparatorUnreadable, StackAlarmKind::NotAssigned}));
        QCOMPARE(plan.alarms[0].pageUid, QStringLiteral("p2"));
        QVERIFY(plan.places[2].state == PageState::SetAside);
        QCOMPARE(plan.places[3].part, -1);
        // Behind a front it may be its back, or the next sheet: not known is not guessed.
        const StackPlan behind =
            planStack(Stack().code(sheet(first, 1)).unread().content(2).pages(), signing());
        QVERIFY(
            (alarmsOf(behind) == std::vector{StackAlarmKind::EmptyPart, StackAlarmKind::SeparatorUnreadable,
                                             StackAlarmKind::NotAssigned}));
        QCOMPARE(behind.notAssigned(), 2);
        SeparationRules duplex = signing();
        duplex.sidesPerSheet = 2;
        QVERIFY(planStack(Stack().code(sheet(first, 1)).unread().content(2).pages(), duplex).alarms.empty());
    }

    void oneReadableCornerIsEnoughAndCornersThatDisagreeAreAnAlarm()
    {
        const QString broken = sheet(first, 1).replace(u'F', u'X');
        const StackPlan plan = planStack(Stack().codes(broken, sheet(first, 1)).content().pages(), signing());
        QVERIFY(plan.alarms.empty());
        QCOMPARE(plan.places[1].component, 1);
        // The back seen through the paper is of the same sheet.
        const StackPlan through =
            planStack(Stack().codes(sheet(first, 1), sheet(first, 1, back)).content().pages(), signing());
        QVERIFY(through.alarms.empty());
        for (const QString& other : {sheet(second, 1), sheet(first, 2), sheet(first, 1, back, 1, 7),
                                     sheet(first, 1, Separator::Side::Front, 0, 0, others)}) {
            const StackPlan apart =
                planStack(Stack().codes(sheet(first, 1), other).content().pages(), signing());
            QVERIFY(alarmsOf(apart).front() == StackAlarmKind::SeparatorsDisagree);
            QCOMPARE(apart.notAssigned(), 1);
        }
    }

    void foreignAndForgedSheetsClaimNothing()
    {
        QString forged = sheet(first, 1);
        Separator changed = parseSeparator(forged).value();
        changed.dossierCode = second;
        forged = separatorText(changed);
        for (const QString& text : {sheet(second, 1, Separator::Side::Front, 0, 0, others), forged}) {
            const StackPlan plan =
                planStack(Stack().code(sheet(first, 1)).content().code(text).content(2).pages(), signing());
            QVERIFY((alarmsOf(plan) ==
                     std::vector{StackAlarmKind::SeparatorForeign, StackAlarmKind::NotAssigned}));
            QCOMPARE(plan.alarms[0].dossierCode, second); // what it claims, for whoever looks
            QCOMPARE(plan.places[3].part, -1);
            QVERIFY(plan.places[3].dossierCode.isEmpty());
        }
    }

    void unsignedSheetsCountForDossiersFromBeforeSheetsWereSigned()
    {
        SeparationRules rules = signing();
        rules.unsignedUntil = QDate(2026, 11, 20); // the day of the dossier
        QVERIFY(planStack(Stack().component(first, 1).content().pages(), rules).alarms.empty());
        rules.unsignedUntil = QDate(2026, 11, 19);
        const StackPlan plan = planStack(Stack().component(first, 1).content().pages(), rules);
        QVERIFY(alarmsOf(plan).front() == StackAlarmKind::SeparatorForeign);
        QCOMPARE(plan.notAssigned(), 1);
    }

    void sheetMissingInAPrintedSeriesIsAnAlarm()
    {
        constexpr int series = 7;
        for (int missing = 0; missing <= series; ++missing) {
            Stack stack;
            for (int number = 1; number <= series; ++number) {
                if (number != missing) {
                    stack.code(sheet(first, number - 1, Separator::Side::Front, number, series)).content();
                }
            }
            const StackPlan plan = planStack(stack.pages(), signing());
            if (missing == 0) {
                QVERIFY(plan.alarms.empty());
                continue;
            }
            QVERIFY(alarmsOf(plan) == std::vector{StackAlarmKind::SeparatorsMissing});
            QCOMPARE(plan.alarms[0].expected, series);
            QCOMPARE(plan.alarms[0].seen, series - 1);
            QCOMPARE(plan.alarms[0].dossierCode, first);
        }
    }

    void separatorsCountedByHandAreCompared()
    {
        Stack stack;
        stack.code(sheet(first, 0)).code(sheet(first, 0, back)).content().unread().content().patch();
        SeparationRules rules = signing();
        rules.patchT = true;
        rules.separatorsExpected = 3; // what cannot be read was seen all the same; a back is no other sheet
        const auto missing = [&] {
            const StackPlan plan = planStack(stack.pages(), rules);
            return std::count_if(plan.alarms.begin(), plan.alarms.end(), [](const StackAlarm& alarm) {
                return alarm.kind == StackAlarmKind::SeparatorsMissing;
            });
        };
        QCOMPARE(missing(), 0);
        rules.separatorsExpected = 4;
        QCOMPARE(missing(), 1);
        rules.separatorsExpected = 2;
        QCOMPARE(missing(), 1);
    }

    void patchSheetsOpenTheNextPaperWhereTheyAreWanted()
    {
        Stack stack;
        stack.patch().blank().content(2).patch().patch().content().blank().patch().content();
        SeparationRules rules;
        rules.patchT = true;
        const StackPlan plan = planStack(stack.pages(), rules);
        std::vector<int> papers;
        for (const PagePlace& place : plan.places) {
            if (place.state == PageState::Kept) {
                papers.push_back(place.paper);
            }
        }
        QVERIFY((papers == std::vector{0, 0, 1, 2}));
        QCOMPARE(plan.setAside(SetAsideReason::Separator), 4);
        // Nobody asked for it: a page like others.
        QCOMPARE(planStack(stack.pages()).setAside(SetAsideReason::Separator), 0);
    }

    void codeWithThePrefixOpensTheNextPaperAndStays()
    {
        SeparationRules rules;
        rules.codePrefix = QStringLiteral("HS-");
        const StackPlan plan = planStack(Stack()
                                             .code(QStringLiteral("HS-1"))
                                             .content()
                                             .code(QStringLiteral("khác HS-2"))
                                             .code(QStringLiteral("HS-2"))
                                             .content()
                                             .pages(),
                                         rules);
        std::vector<int> papers;
        for (const PagePlace& place : plan.places) {
            papers.push_back(place.paper);
        }
        QVERIFY((papers == std::vector{0, 0, 0, 1, 1}));
        QCOMPARE(plan.kept(), 5);
    }

    void everySoManySidesAreAPaper()
    {
        SeparationRules rules;
        rules.everySides = 2;
        const StackPlan plan =
            planStack(Stack().content().blank().content(2).component(first, 3).content(3).pages(), rules);
        std::vector<int> papers;
        for (const PagePlace& place : plan.places) {
            papers.push_back(place.paper);
        }
        // A sheet of ours begins anew.
        QVERIFY((papers == std::vector{0, 0, 1, 1, 0, 0, 0, 1}));
    }

    void thatASheetWasNotReadIsKeptWithThePage()
    {
        PageFindings findings;
        for (const bool unread : {true, false}) {
            findings.unreadSheet = unread;
            QVERIFY(findingsFrom(toJson(findings)) == findings);
        }
        // Findings of pages that were looked at before there was such a thing.
        QJsonObject old = toJson(findings);
        old.remove(QStringLiteral("unreadSheet"));
        QVERIFY(findingsFrom(old) == findings);
    }

    void rulesAreWrittenAndReadBack()
    {
        SeparationRules rules;
        QVERIFY(toJson(rules).isEmpty());
        rules.sidesPerSheet = 2;
        rules.patchT = true;
        rules.codePrefix = QStringLiteral("HS-");
        rules.everySides = 4;
        rules.separatorsExpected = 7;
        QVERIFY(separationRulesFrom(toJson(rules)) == rules);
        QVERIFY(separationRulesFrom(QJsonObject{{QStringLiteral("everySides"), -3}}) == SeparationRules{});
    }
};

QTEST_APPLESS_MAIN(SeparationTest)
#include "tst_separation.moc"
