// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/stackcut.h"

#include <QTest>

using namespace sohoa::dossier;

namespace {

Component component(int number, Duty duty)
{
    Component component;
    component.number = number;
    component.duty = duty;
    return component;
}

Page page(const QString& uid, PageState state = PageState::Kept)
{
    Page page;
    page.uid = uid;
    page.state = state;
    return page;
}

/// Two dossiers: "A" with components 1 and 3 to be scanned and 2 only shown, "B" with component 1.
/// Parts: A.1 (s1 a1 a2), A.3 (a3 a4), B.1 (s2 b1).
StackCut example()
{
    StackCut cut;
    cut.session = QStringLiteral("stack");
    cut.dossiers = {{QStringLiteral("A"),
                     QStringLiteral("a"),
                     {},
                     {},
                     {component(1, Duty::Scan), component(2, Duty::ShownOnly), component(3, Duty::Scan)}},
                    {QStringLiteral("B"), QStringLiteral("b"), {}, {}, {component(1, Duty::Scan)}}};
    cut.parts = {{{QStringLiteral("A"), 1},
                  {page(QStringLiteral("s1"), PageState::SetAside), page(QStringLiteral("a1")),
                   page(QStringLiteral("a2"))}},
                 {{QStringLiteral("A"), 3}, {page(QStringLiteral("a3")), page(QStringLiteral("a4"))}},
                 {{QStringLiteral("B"), 1},
                  {page(QStringLiteral("s2"), PageState::SetAside), page(QStringLiteral("b1"))}}};
    return cut;
}

/// "A1:s1,a1 B1:b1": each part with its place and pages.
QString textOf(const StackCut& cut)
{
    QStringList parts;
    for (const CutPart& part : cut.parts) {
        QStringList uids;
        for (const Page& each : part.pages) {
            uids.append(each.uid);
        }
        parts.append(QStringLiteral("%1%2:%3")
                         .arg(part.place.dossierCode)
                         .arg(part.place.component)
                         .arg(uids.join(QLatin1Char(','))));
    }
    return parts.join(QLatin1Char(' '));
}

} // namespace

class StackCutTest final : public QObject
{
    Q_OBJECT

private slots:
    void itCounts()
    {
        StackCut cut = example();
        QCOMPARE(cut.pages(), 7);
        QCOMPARE(cut.kept(), 5);
        QCOMPARE(cut.nobodys(), 0);
        QVERIFY(cut.give(1, {}));
        QCOMPARE(cut.nobodys(), 2);
        QCOMPARE(cut.partOf(QStringLiteral("b1")), std::size_t{2});
        QCOMPARE(cut.partOf(QStringLiteral("nowhere")), std::size_t{3});
        QVERIFY(cut.dossier(QStringLiteral("B")) != nullptr);
        QVERIFY(cut.dossier(QStringLiteral("C")) == nullptr);
    }

    void aPartBeginsWhereItIsSplit()
    {
        StackCut cut = example();
        // The component that is scanned next; 2 is only shown.
        QVERIFY(cut.split(QStringLiteral("a2")));
        QCOMPARE(textOf(cut), QStringLiteral("A1:s1,a1 A3:a2 A3:a3,a4 B1:s2,b1"));
        // There is none behind the last: it stays the same, for the clerk to say.
        QVERIFY(cut.split(QStringLiteral("b1")));
        QCOMPARE(textOf(cut), QStringLiteral("A1:s1,a1 A3:a2 A3:a3,a4 B1:s2 B1:b1"));
        QVERIFY(!cut.split(QStringLiteral("a3")));
        QVERIFY(!cut.split(QStringLiteral("nowhere")));
        QCOMPARE(cut.pages(), 7);
    }

    void aPartIsJoinedToTheOneBefore()
    {
        StackCut cut = example();
        QVERIFY(!cut.merge(0));
        QVERIFY(!cut.merge(3));
        QVERIFY(cut.merge(2));
        QCOMPARE(textOf(cut), QStringLiteral("A1:s1,a1,a2 A3:a3,a4,s2,b1"));
        QVERIFY(cut.merge(1));
        QCOMPARE(textOf(cut), QStringLiteral("A1:s1,a1,a2,a3,a4,s2,b1"));
    }

    void aPartIsGivenToAnotherPlace()
    {
        StackCut cut = example();
        cut.parts[1].stranger = QStringLiteral("C");
        QVERIFY(cut.give(1, {QStringLiteral("B"), 1}));
        QVERIFY(cut.parts[1].stranger.isEmpty()); // somebody said whose it is
        QVERIFY(!cut.give(1, {QStringLiteral("B"), 1}));
        QVERIFY(!cut.give(7, {QStringLiteral("B"), 1}));
        QCOMPARE(textOf(cut), QStringLiteral("A1:s1,a1,a2 B1:a3,a4 B1:s2,b1"));
    }

    void whatWasChangedStaysWhenMorePagesCome()
    {
        StackCut before = example();
        QVERIFY(before.split(QStringLiteral("a2")));
        QVERIFY(before.give(1, {QStringLiteral("B"), 1}));
        QCOMPARE(textOf(before), QStringLiteral("A1:s1,a1 B1:a2 A3:a3,a4 B1:s2,b1"));
        StackCut now = example();
        now.parts[2].pages.push_back(page(QStringLiteral("b2")));
        now.parts.push_back({{QStringLiteral("A"), 0}, {page(QStringLiteral("a5"))}});
        const StackCut carried = carriedOver(before, now);
        QCOMPARE(textOf(carried), QStringLiteral("A1:s1,a1 B1:a2 A3:a3,a4 B1:s2,b1,b2 A0:a5"));
        QCOMPARE(textOf(carriedOver(now, now)), textOf(now));
    }

    void theComponentScannedNextIsFound()
    {
        const std::vector<Component> components = example().dossiers.front().components;
        QCOMPARE(scannedAfter(components, 0, 0), 1);
        QCOMPARE(scannedAfter(components, 1, 0), 1);
        QCOMPARE(scannedAfter(components, 1, 1), 3);
        QCOMPARE(scannedAfter(components, 3, 1), 0);
        QCOMPARE(scannedAfter(components, 9, 0), 0);
        QCOMPARE(scannedAfter({}, 0, 0), 0);
    }
};

QTEST_APPLESS_MAIN(StackCutTest)
#include "tst_stackcut.moc"
