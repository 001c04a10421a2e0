// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "support/testsupport.h"
#include "workflow/digitizing.h"
#include "workflow/finishing.h"
#include "workflow/review.h"
#include "workflow/sessionaccount.h"
#include "workflow/twins.h"
#include "workflow/workbench.h"

#include <QTest>

#include <algorithm>

using namespace sohoa;
using namespace sohoa::test;
using dossier::NoteGap;
using dossier::Page;
using dossier::PageState;
using dossier::SetAsideReason;
using dossier::StuckNote;
using workflow::Review;

namespace {

/// A dossier with four pages in component 1. @return its uid
QString makeDossier(const Workbench& bench)
{
    workflow::DigitizeRequest request;
    request.procedureCode = QStringLiteral("1.001193");
    request.component = 1;
    for (int number = 1; number <= 4; ++number) {
        request.files += bench.path(QStringLiteral("%1.jpg").arg(number));
        drawTextPage(request.files.back(), number);
    }
    const auto report = workflow::digitize(bench.workspace(), request, {}, {});
    if (!report || report->dossiers.empty()) {
        qFatal("no dossier");
    }
    return report->dossiers.front().dossier.uid;
}

QStringList sourcesOf(const Workbench& bench, const QString& uid)
{
    QStringList names;
    const auto pages = bench.workspace().journal().pagesOfComponent(uid, 1);
    for (const Page& page : pages.value_or(std::vector<Page>())) {
        names += page.source.left(1);
    }
    return names;
}

} // namespace

/// Pages with a note stuck on them: copied twice, with the note and without (Thông tư 01/2023/TT-VPCP).
class TestNotes : public QObject
{
    Q_OBJECT

private slots:
    void theCopyWithoutTheNoteComesRightBehindAndIsUndoneOverARestart()
    {
        Workbench bench;
        const QString uid = makeDossier(bench);
        const auto before = Review(bench.workspace()).pagesOfDossier(uid);
        VERIFY_OK(before);
        const QString with = before->at(0).uid;
        const QString without = before->at(3).uid;
        VERIFY_OK(Review(bench.workspace()).setNote(uid, {with}, StuckNote::Present));
        auto pages = Review(bench.workspace()).pagesOfDossier(uid);
        QVERIFY(dossier::noteGaps(*pages).at(with) == NoteGap::CopyWithout);
        VERIFY_OK(Review(bench.workspace()).pairNote(uid, with, without));
        QCOMPARE(sourcesOf(bench, uid).join(QString()), QStringLiteral("1423"));
        bench.reopen();
        const Review review(bench.workspace());
        pages = review.pagesOfDossier(uid);
        VERIFY_OK(pages);
        QVERIFY(pages->at(0).note == StuckNote::Present);
        QCOMPARE(pages->at(1).withoutNoteOf, with);
        QVERIFY(dossier::noteGaps(*pages).empty());
        const auto relations = review.relationsAmong(*pages);
        VERIFY_OK(relations);
        QCOMPARE(relations->partners.at(without), with);
        QCOMPARE(*review.undo(uid), std::optional(QStringLiteral("note")));
        QCOMPARE(sourcesOf(bench, uid).join(QString()), QStringLiteral("1234"));
        VERIFY_OK(review.undo(uid));
        QVERIFY(*review.pagesOfDossier(uid) == *before);
        VERIFY_OK(review.redo(uid));
        VERIFY_OK(review.redo(uid));
        QVERIFY(*review.pagesOfDossier(uid) == *pages);
    }

    void aCopyThatWasTakenForARepeatedPageIsKept()
    {
        Workbench bench;
        const QString uid = makeDossier(bench);
        const Review review(bench.workspace());
        auto pages = review.pagesOfDossier(uid);
        VERIFY_OK(pages);
        const QString with = pages->at(1).uid;
        Page copy = pages->at(2);
        copy.state = PageState::SetAside;
        copy.reason = SetAsideReason::Repeated;
        copy.component = 0;
        VERIFY_OK(bench.workspace().journal().write(
            [&copy](storage::JournalWriter& writer) { return writer.setPage(copy); }));
        VERIFY_OK(review.pairNote(uid, with, copy.uid));
        QCOMPARE(sourcesOf(bench, uid).join(QString()), QStringLiteral("1234"));
        const auto kept = bench.workspace().journal().page(copy.uid);
        QVERIFY((*kept)->state == PageState::Kept);
        QVERIFY((*kept)->reason == SetAsideReason::None);
        QCOMPARE((*kept)->component, 1);
        VERIFY_OK(review.undo(uid));
        QVERIFY(*bench.workspace().journal().page(copy.uid) == std::optional(copy));
        VERIFY_FAILS(review.pairNote(uid, with, with), ErrorCode::InvalidArgument);
        VERIFY_FAILS(review.pairNote(uid, with, QStringLiteral("nobody")), ErrorCode::NotFound);
    }

    void aPageThatWasSetAsideComesBackToItsPlaceWithItsCopy()
    {
        const Workbench bench;
        const QString uid = makeDossier(bench);
        const Review review(bench.workspace());
        const auto pages = review.pagesOfDossier(uid);
        VERIFY_OK(review.setAside(uid, {pages->at(1).uid}));
        VERIFY_OK(review.pairNote(uid, pages->at(1).uid, pages->at(3).uid));
        QCOMPARE(sourcesOf(bench, uid).join(QString()), QStringLiteral("1243"));
    }

    void neitherCopyCountsAsASheetFedTwice()
    {
        Page with;
        with.uid = QStringLiteral("with");
        with.sha256 = QStringLiteral("same");
        Page without = with;
        without.uid = QStringLiteral("without");
        without.position = 1;
        const std::vector<storage::PageLook> looks = {{without.uid, {}, with.uid}};
        QCOMPARE(workflow::twinsAmong({with, without}, looks).size(), std::size_t{1});
        QCOMPARE(workflow::sameContent({with, without}).size(), std::size_t{1});
        without.withoutNoteOf = with.uid;
        QVERIFY(workflow::twinsAmong({with, without}, looks).empty());
        QVERIFY(workflow::sameContent({with, without}).empty());
    }

    void whatIsScannedAnewTakesOverTheNoteOfThePageItReplaces()
    {
        const Workbench bench;
        const QString uid = makeDossier(bench);
        const Review review(bench.workspace());
        const auto pages = review.pagesOfDossier(uid);
        const QString with = pages->at(0).uid;
        const QString without = pages->at(1).uid;
        const QString anew = pages->at(3).uid;
        VERIFY_OK(review.pairNote(uid, with, without));
        const auto paired = review.pagesOfDossier(uid);
        VERIFY_OK(review.replace(uid, with, {anew}));
        QCOMPARE(sourcesOf(bench, uid).join(QString()), QStringLiteral("423"));
        auto now = review.pagesOfDossier(uid);
        VERIFY_OK(now);
        QVERIFY(dossier::noteGaps(*now).empty());
        const auto page = [&](const QString& wanted) {
            return bench.workspace().journal().page(wanted).value().value();
        };
        QVERIFY(page(anew).note == StuckNote::Present);
        QCOMPARE(page(without).withoutNoteOf, anew);
        QVERIFY(page(with).state == PageState::SetAside);
        QVERIFY(page(with).note == StuckNote::None);
        // The copy without is scanned anew as well, by the page that was replaced just now.
        VERIFY_OK(review.replace(uid, without, {with}));
        QCOMPARE(page(with).withoutNoteOf, anew);
        QVERIFY(dossier::noteGaps(*review.pagesOfDossier(uid)).empty());
        VERIFY_OK(review.undo(uid));
        // Taken back, the old page lies where it lay, and the new one is still there, set aside.
        QCOMPARE(*review.undo(uid), std::optional(QStringLiteral("rescan")));
        QCOMPARE(sourcesOf(bench, uid).join(QString()), QStringLiteral("123"));
        QVERIFY(page(with) == paired->at(0));
        QCOMPARE(page(without).withoutNoteOf, with);
        QVERIFY(page(anew).state == PageState::SetAside);
        VERIFY_OK(review.replace(uid, with, {})); // only a blank came
        QCOMPARE(sourcesOf(bench, uid).join(QString()), QStringLiteral("123"));
    }

    void whoLetsAPageGoWithoutItsOtherCopyIsInTheHistory()
    {
        const Workbench bench;
        const QString uid = makeDossier(bench);
        const Review review(bench.workspace());
        const auto pages = review.pagesOfDossier(uid);
        const QStringList slips = {pages->at(0).uid, pages->at(2).uid};
        VERIFY_OK(review.setNote(uid, slips, StuckNote::Present));
        const auto excuses = [&] {
            auto events = bench.workspace().journal().events(uid).value();
            std::erase_if(events, [](const dossier::Event& event) {
                return event.kind != dossier::EventKind::NotesExcused;
            });
            return events;
        };
        VERIFY_OK(review.excuseNotes(uid, {}));
        QVERIFY(excuses().empty());
        VERIFY_OK(review.excuseNotes(uid, slips));
        VERIFY_OK(review.excuseNotes(uid, slips)); // nothing new to say
        QCOMPARE(excuses().size(), std::size_t{1});
        QCOMPARE(excuses().front().detail[QLatin1String("pages")].toInt(), 2);
        QCOMPARE(excuses().front().detail[QLatin1String("component")].toInt(), 1);
        QCOMPARE(excuses().front().actor, bench.workspace().settings().value().officer);
        QVERIFY(dossier::noteGaps(*review.pagesOfDossier(uid)).empty());
    }

    void aPaperSaysWhichCopiesItLacksUntilThatIsExcused()
    {
        const Workbench bench;
        const QString uid = makeDossier(bench);
        const Review review(bench.workspace());
        const workflow::Finishing finishing(bench.workspace());
        const auto pages = review.pagesOfDossier(uid);
        const QString with = pages->at(2).uid;
        const auto gaps = [&] {
            const auto paper = finishing.finish(uid, 1, {});
            return paper ? paper->noteGaps : -1;
        };
        QCOMPARE(gaps(), 0);
        VERIFY_OK(review.setNote(uid, {with}, StuckNote::Present));
        QCOMPARE(gaps(), 1);
        VERIFY_OK(review.setNote(uid, {with}, StuckNote::Excused));
        QCOMPARE(gaps(), 0);
        VERIFY_OK(review.undo(uid)); // it was not right after all
        QCOMPARE(gaps(), 1);
        VERIFY_OK(review.pairNote(uid, with, pages->at(3).uid));
        QCOMPARE(gaps(), 0);
        VERIFY_OK(review.remove(uid, {with}));
        QCOMPARE(gaps(), 1); // the copy without is not passed off as the page
        VERIFY_OK(review.setNote(uid, {pages->at(3).uid}, StuckNote::None));
        QCOMPARE(gaps(), 0);
    }
};

QTEST_MAIN(TestNotes)
#include "tst_notes.moc"
