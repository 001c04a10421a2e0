// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/pagedoubts.h"

#include <QTest>

#include <algorithm>

using namespace sohoa::dossier;

namespace {

/// A page nobody has to look at.
Page goodPage(const QString& uid)
{
    Page page;
    page.uid = uid;
    page.component = 1;
    page.findings = PageFindings{};
    page.findings->orientation = 0;
    return page;
}

std::vector<DoubtReason> reasonsOf(const Page& page, const PageRelations& relations = {})
{
    std::vector<DoubtReason> reasons;
    for (const PageDoubt& doubt : doubtsAbout(page, relations)) {
        reasons.push_back(doubt.reason);
    }
    return reasons;
}

} // namespace

class PageDoubtsTest final : public QObject
{
    Q_OBJECT

private slots:
    void aPageLikeAnyOtherIsNotDoubtful()
    {
        QVERIFY(doubtsAbout(goodPage(QStringLiteral("a"))).empty());
        QCOMPARE(doubtfulness({}), 0.0);
    }

    void everyReasonIsNamedTheHeaviestFirst()
    {
        Page page = goodPage(QStringLiteral("a"));
        page.component = 0;
        page.findings->orientation.reset();
        page.findings->quality.findings = {QualityFinding::WrongSize, QualityFinding::Blur};
        const PageRelations relations{{{page.uid, QStringLiteral("b")}}, {{page.uid, NoteGap::CopyWithout}}};
        const std::vector<PageDoubt> doubts = doubtsAbout(page, relations);
        QCOMPARE(doubts.size(), std::size_t{6});
        QVERIFY(std::is_sorted(doubts.begin(), doubts.end(),
                               [](const PageDoubt& a, const PageDoubt& b) { return a.weight > b.weight; }));
        const std::vector<DoubtReason> expected = {DoubtReason::NoteGap,    DoubtReason::LooksAlike,
                                                   DoubtReason::Quality,    DoubtReason::Quality,
                                                   DoubtReason::Unassigned, DoubtReason::WayUp};
        QVERIFY(reasonsOf(page, relations) == expected);
        QVERIFY(doubts[2].finding == QualityFinding::Blur);
        QVERIFY(doubts[3].finding == QualityFinding::WrongSize);
    }

    void walkingThroughAStackStopsOnlyAtWhatIsNotUsual()
    {
        Page page = goodPage(QStringLiteral("a"));
        page.component = 0;
        page.findings->orientation.reset();
        for (const PageDoubt& doubt : doubtsAbout(page)) {
            QVERIFY(!isWorthAStop(doubt));
        }
        page.findings.reset();
        for (const PageDoubt& doubt : doubtsAbout(page)) {
            QVERIFY(!isWorthAStop(doubt));
        }
        page.incomplete = true;
        const std::vector<PageDoubt> doubts = doubtsAbout(page);
        QVERIFY(isWorthAStop(doubts.front()));
        QVERIFY(doubts.front().reason == DoubtReason::Incomplete);
    }

    void whatWasSetAsideIsDoubtfulByWhatTheProgramWasNotSureOf()
    {
        Page page = goodPage(QStringLiteral("a"));
        page.state = PageState::SetAside;
        page.reason = SetAsideReason::Blank;
        page.component = 0;
        page.findings->blank = true;
        page.findings->blankConfidence = 0.75;
        page.findings->quality.findings = {QualityFinding::Blur};
        const std::vector<PageDoubt> doubts = doubtsAbout(page);
        QCOMPARE(doubts.size(), std::size_t{1});
        QCOMPARE(doubts.front().weight, 0.25);
        page.findings->blankConfidence = 1;
        QVERIFY(doubtsAbout(page).empty());
        page.reason = SetAsideReason::Clerk; // a person did it
        page.findings->blankConfidence = 0.5;
        QVERIFY(doubtsAbout(page).empty());
        page.reason = SetAsideReason::Unreadable;
        QVERIFY(reasonsOf(page) == std::vector{DoubtReason::Unreadable});
    }

    void oneMoreDoubtNeverMakesAPageLessDoubtful()
    {
        std::vector<PageDoubt> doubts;
        double before = 0;
        for (const double weight : {0.05, 0.3, 0.7, 0.0, 0.95}) {
            doubts.push_back({.reason = DoubtReason::Blank, .weight = weight});
            QVERIFY(doubtfulness(doubts) >= before);
            before = doubtfulness(doubts);
            QVERIFY(before < 1);
        }
        doubts.push_back({.reason = DoubtReason::Incomplete, .weight = 1});
        QCOMPARE(doubtfulness(doubts), 1.0);
        QCOMPARE(doubtfulness({doubts[1], doubts[2]}), 1 - 0.7 * 0.3);
    }

    void theMostDoubtfulPageComesFirstAndTheRestStaysInOrder()
    {
        std::vector<Page> pages;
        for (const char* uid : {"a", "b", "c", "d", "e"}) {
            pages.push_back(goodPage(QLatin1String(uid)));
        }
        pages[1].component = 0;
        pages[3].incomplete = true;
        pages[4].findings->quality.findings = {QualityFinding::Streak};
        QCOMPARE(byDoubtfulness(pages, {}).join(QString()), QStringLiteral("debac"));
        PageRelations relations;
        relations.like[QStringLiteral("c")] = QStringLiteral("a");
        QCOMPARE(byDoubtfulness(pages, relations).join(QString()), QStringLiteral("dceba"));
    }

    void aPageWithASlipLacksItsOtherCopyUntilItIsThere()
    {
        Page with = goodPage(QStringLiteral("with"));
        Page without = goodPage(QStringLiteral("without"));
        QVERIFY(noteGaps({with, without}).empty());
        with.note = StuckNote::Present;
        QVERIFY(noteGaps({with, without}).at(with.uid) == NoteGap::CopyWithout);
        without.withoutNoteOf = with.uid;
        QVERIFY(isNotePair(with, without) && isNotePair(without, with));
        QVERIFY(noteGaps({with, without}).empty());
        // In another paper, set aside or deleted it is not there.
        without.component = 2;
        const auto parted = noteGaps({with, without});
        QVERIFY(parted.at(with.uid) == NoteGap::CopyWithout);
        QVERIFY(parted.at(without.uid) == NoteGap::CopyWith);
        without.component = 1;
        without.state = PageState::SetAside;
        QCOMPARE(noteGaps({with, without}).size(), std::size_t{1});
        // The page with the slip went away: its copy is not passed off as the whole.
        without.state = PageState::Kept;
        with.state = PageState::Deleted;
        QVERIFY(noteGaps({with, without}).at(without.uid) == NoteGap::CopyWith);
        without.note = StuckNote::Excused;
        QVERIFY(noteGaps({with, without}).empty());
        with.state = PageState::Kept;
        without.state = PageState::Deleted;
        with.note = StuckNote::Excused;
        QVERIFY(noteGaps({with, without}).empty());
    }

    void pagesThatBelongTogetherFindEachOther()
    {
        std::vector<Page> pages;
        for (const char* uid : {"a", "b", "c", "d", "e", "f", "g"}) {
            pages.push_back(goodPage(QLatin1String(uid)));
            pages.back().sha256 = QLatin1String(uid);
        }
        pages[1].state = PageState::SetAside;
        pages[3].note = StuckNote::Present;
        pages[4].withoutNoteOf = pages[3].uid;
        pages[6].sha256 = pages[5].sha256;
        const PageRelations relations =
            relationsAmong(pages, {{QStringLiteral("b"), QStringLiteral("a")},
                                   {QStringLiteral("c"), QStringLiteral("a")},
                                   {QStringLiteral("e"), QStringLiteral("d")},
                                   {QStringLiteral("f"), QStringLiteral("of another dossier")}});
        const auto partner = [&relations](const char* uid) {
            const auto found = relations.partners.find(QLatin1String(uid));
            return found == relations.partners.end() ? QString() : found->second;
        };
        QCOMPARE(partner("a"), QStringLiteral("b"));
        QCOMPARE(partner("b"), QStringLiteral("a"));
        QCOMPARE(partner("c"), QStringLiteral("a"));
        QCOMPARE(partner("e"), QStringLiteral("d"));
        QCOMPARE(partner("d"), QStringLiteral("e"));
        QCOMPARE(partner("g"), QStringLiteral("f"));
        // Fed twice? Not what was set aside, and not the two copies of a page with a slip.
        QCOMPARE(relations.like.size(), std::size_t{1});
        QCOMPARE(relations.like.at(QStringLiteral("c")), QStringLiteral("a"));
        QVERIFY(relations.gaps.empty());
    }

    void pagesWithoutSlipAreNoPair()
    {
        const Page one = goodPage(QStringLiteral("a"));
        Page nameless = goodPage({});
        QVERIFY(!isNotePair(one, nameless));
        QVERIFY(!isNotePair(nameless, nameless));
    }
};

QTEST_APPLESS_MAIN(PageDoubtsTest)
#include "tst_pagedoubts.moc"
