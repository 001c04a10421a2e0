// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "support/testsupport.h"
#include "workflow/dirtyglass.h"
#include "workflow/separation.h"
#include "workflow/stack.h"
#include "workflow/workbench.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace sohoa;
using namespace sohoa::test;
using dossier::Page;
using workflow::DirtyGlass;
using workflow::dirtyGlassAmong;

namespace {

/// Pages in order, each with where its streaks are.
std::vector<Page> pagesWith(const std::vector<std::vector<double>>& streaks)
{
    std::vector<Page> pages;
    for (const std::vector<double>& there : streaks) {
        Page page;
        page.position = int(pages.size());
        page.findings.emplace();
        page.findings->streaks = there;
        pages.push_back(page);
    }
    return pages;
}

/// A page of print with a thin grey line from top to bottom.
void drawStreakedPage(const QString& path, int number, int column)
{
    drawTextPage(path, number);
    QImage page = QImage(path).convertToFormat(QImage::Format_RGB32);
    QPainter(&page).fillRect(column, 0, 2, page.height(), QColor(120, 120, 120));
    page.setDotsPerMeterX(7874);
    page.setDotsPerMeterY(7874);
    page.save(path, "JPEG", 90);
}

} // namespace

class TestDirtyGlass : public QObject
{
    Q_OBJECT

private slots:
    void theSameLineOnPagesThatFollowEachOtherIsOnTheGlass()
    {
        const auto found = dirtyGlassAmong(pagesWith({{}, {60.2}, {60.5, 120}, {59.9}, {}}), 1);
        QCOMPARE(int(found.size()), 1);
        QCOMPARE(found[0].positions, std::vector<int>({1, 2, 3}));
        QVERIFY(std::abs(found[0].fromLeftMm - 60.2) < 0.01);
    }

    void aStreakAloneOrSomewhereElseIsNot()
    {
        QVERIFY(dirtyGlassAmong(pagesWith({{60}, {}, {}}), 1).empty());
        QVERIFY(dirtyGlassAmong(pagesWith({{60}, {75}, {90}}), 1).empty());
        QVERIFY(dirtyGlassAmong(pagesWith({{60, 60.4}, {}, {}}), 1).empty()); // twice on one page
        QVERIFY(dirtyGlassAmong(pagesWith({{60}, {}, {}, {}, {60}}), 1).empty());
        QVERIFY(dirtyGlassAmong({}, 1).empty());
    }

    void aPageThatHidesTheLineDoesNotEndIt()
    {
        const auto found = dirtyGlassAmong(pagesWith({{60}, {}, {60}, {60}}), 1);
        QCOMPARE(int(found.size()), 1);
        QCOMPARE(found[0].positions, std::vector<int>({0, 2, 3}));
    }

    void eachSideHasItsOwnGlass()
    {
        // Front and back of one sheet are seen by two sensors; the same place on both is chance.
        QVERIFY(dirtyGlassAmong(pagesWith({{60}, {60}, {}, {}, {}, {}}), 2).empty());
        const auto found = dirtyGlassAmong(pagesWith({{}, {60}, {}, {60}, {}, {60}}), 2);
        QCOMPARE(int(found.size()), 1);
        QVERIFY(found[0].isBack);
        QCOMPARE(found[0].positions, std::vector<int>({1, 3, 5}));
    }

    void pagesNobodyLookedAtAreLeftOut()
    {
        std::vector<Page> pages = pagesWith({{60}, {60}});
        pages[1].findings.reset();
        QVERIFY(dirtyGlassAmong(pages, 1).empty());
    }

    void aStackOfStreakedPagesSaysSo()
    {
        const Workbench bench;
        QStringList files;
        for (int number = 1; number <= 3; ++number) {
            files += bench.path(QStringLiteral("%1.jpg").arg(number));
            drawStreakedPage(files.back(), number, number == 2 ? 700 : 701);
        }
        const auto stack = workflow::Stack::open(bench.workspace(), QStringLiteral("key"), QString());
        VERIFY_OK(stack);
        VERIFY_OK(workflow::importFiles(*stack, files, {}, {}));
        VERIFY_OK(stack->examine({}, {}));
        const auto found = workflow::dirtyGlass(bench.workspace(), stack->uid());
        VERIFY_OK(found);
        QCOMPARE(int(found->size()), 1);
        QCOMPARE(found->front().positions, std::vector<int>({0, 1, 2}));
        QVERIFY(std::abs(found->front().fromLeftMm - 702 * 25.4 / 200) < 0.5);
        const auto account = workflow::cutStack(bench.workspace(), *stack);
        VERIFY_OK(account);
        QCOMPARE(account->dirtyGlass, *found);
        const auto none = workflow::dirtyGlass(bench.workspace(), QStringLiteral("no such stack"));
        VERIFY_OK(none);
        QVERIFY(none->empty());
    }
};

QTEST_MAIN(TestDirtyGlass)
#include "tst_dirtyglass.moc"
