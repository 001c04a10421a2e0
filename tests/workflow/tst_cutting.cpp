// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/journal.h"
#include "support/testsupport.h"
#include "workflow/intake.h"
#include "workflow/openaccount.h"
#include "workflow/review.h"
#include "workflow/scansession.h"
#include "workflow/stackpictures.h"
#include "workflow/workbench.h"

#include <QTest>

#include <algorithm>

using namespace sohoa;
using namespace sohoa::test;
using dossier::CutPart;
using dossier::Page;
using dossier::PageState;
using dossier::StackAlarmKind;
using dossier::StackCut;
using workflow::ScanSession;

namespace {

const QString other = QStringLiteral("H56.14-261120-0002");
const QString stranger = QStringLiteral("H56.14-261120-0003");

/// A stack of files, looked at and not cut.
Result<ScanSession> lookedAt(const Workbench& bench, const QStringList& files,
                             const std::optional<workflow::Target>& target = {})
{
    ScanSession::Setup setup;
    setup.title = QStringLiteral("chồng thử");
    setup.target = target;
    setup.files = true;
    SOHOA_ASSIGN(ScanSession session, ScanSession::begin(bench.workspace(), setup));
    SOHOA_TRY(session.beginRound());
    const auto keep = [&](workflow::IncomingPage&& incoming, const QString& name,
                          const QDateTime& at) -> Status {
        SOHOA_ASSIGN(const Page page, session.keep(std::move(incoming), name, at));
        return page.uid.isEmpty() ? Status(failure(ErrorCode::InvalidArgument)) : Status();
    };
    SOHOA_ASSIGN(const std::vector<workflow::FileOutcome> outcomes, workflow::importFiles(keep, files, {}));
    if (static_cast<qsizetype>(outcomes.size()) != files.size()) {
        return failure(ErrorCode::InvalidArgument);
    }
    SOHOA_TRY(session.endRound({}));
    SOHOA_TRY(session.look({}, {}));
    return session;
}

workflow::DossierFile takenIn(const Workbench& bench, const QString& dossierCode)
{
    workflow::IntakeRequest request;
    request.dossierCode = dossierCode;
    request.procedureCode = birth;
    return *workflow::Intake(bench.workspace()).takeIn(request);
}

/// "code/component: kept+aside" of each part.
QStringList textOf(const StackCut& cut)
{
    QStringList parts;
    for (const CutPart& part : cut.parts) {
        parts.append(QStringLiteral("%1/%2: %3+%4")
                         .arg(part.place.dossierCode)
                         .arg(part.place.component)
                         .arg(part.kept())
                         .arg(part.pages.size() - static_cast<std::size_t>(part.kept())));
    }
    return parts;
}

std::size_t keptIn(const Workbench& bench, const QString& dossierCode, int component)
{
    const auto file = workflow::Intake(bench.workspace()).find(dossierCode);
    const auto pages = bench.workspace().journal().pagesOfComponent(file->dossier.uid, component);
    return static_cast<std::size_t>(std::count_if(
        pages->begin(), pages->end(), [](const Page& page) { return page.state == PageState::Kept; }));
}

} // namespace

/// Cuts that somebody looks at before they are carried out.
class CuttingTest final : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsCarriedOutBeforeSomebodyLooked()
    {
        const Workbench bench;
        takenIn(bench, code);
        const auto session = lookedAt(bench, Pictures(bench)
                                                 .sheet(dossierSheet(code))
                                                 .sheet(componentSheet(code, 1))
                                                 .text(2)
                                                 .sheet(dossierSheet(other))
                                                 .sheet(componentSheet(other, 1))
                                                 .text(1)
                                                 .files());
        VERIFY_OK(session);
        const auto cut = session->proposeCut();
        VERIFY_OK(cut);
        QVERIFY(cut->parted);
        QCOMPARE(textOf(*cut),
                 (QStringList{code + QStringLiteral("/1: 2+2"), other + QStringLiteral("/1: 1+2")}));
        QVERIFY(!cut->dossier(code)->uid.isEmpty());
        QVERIFY(cut->dossier(other)->uid.isEmpty());
        QVERIFY(!cut->dossier(other)->components.empty());
        QVERIFY(*session->asksFor(*cut));
        // Neither a dossier was taken in nor a page placed.
        VERIFY_FAILS(workflow::Intake(bench.workspace()).find(other), ErrorCode::DossierUnknown);
        const auto before = session->stack().pages();
        VERIFY_OK(before);
        for (const Page& page : *before) {
            QVERIFY(page.dossierUid.isEmpty());
            QVERIFY(page.state == PageState::Kept);
        }

        const auto account = session->commitCut(*cut);
        VERIFY_OK(account);
        QCOMPARE(account->fed, 7);
        QCOMPARE(account->kept, 3);
        QCOMPARE(account->setAside, 4);
        QCOMPARE(account->unassigned, 0);
        QCOMPARE(keptIn(bench, code, 1), std::size_t{2});
        QCOMPARE(keptIn(bench, other, 1), std::size_t{1});
        const auto pages = session->stack().pages();
        VERIFY_OK(session->commitCut(*session->proposeCut())); // again changes nothing
        QVERIFY(*session->stack().pages() == *pages);
        QVERIFY(!*session->asksFor(*session->proposeCut()));
        QVERIFY(session->account()->addsUp());
    }

    void whatSomebodyChangedIsCarriedOut()
    {
        const Workbench bench;
        const auto here = takenIn(bench, code);
        takenIn(bench, other);
        const auto session = lookedAt(bench, Pictures(bench).sheet(componentSheet(code, 1)).text(4).files(),
                                      workflow::Target{here.dossier.uid, 0});
        VERIFY_OK(session);
        auto cut = session->proposeCut();
        VERIFY_OK(cut);
        QCOMPARE(textOf(*cut), QStringList{code + QStringLiteral("/1: 4+1")});
        // The sheet of the other dossier is missing.
        const QString begins = cut->parts[0].pages[3].uid;
        QVERIFY(cut->split(begins));
        const auto found = workflow::cutDossier(bench.workspace(), other);
        VERIFY_OK(found);
        cut->dossiers.push_back(*found);
        QVERIFY(cut->give(1, {other, 1}));
        VERIFY_OK(session->commitCut(*cut));
        QCOMPARE(keptIn(bench, code, 1), std::size_t{2});
        QCOMPARE(keptIn(bench, other, 1), std::size_t{2});
        // A page that was placed moves when the cut says so, and its old component lacks it again.
        auto changed = session->proposeCut();
        VERIFY_OK(changed);
        QCOMPARE(changed->parts.size(), std::size_t{2});
        QVERIFY(changed->merge(1));
        VERIFY_OK(session->commitCut(*changed));
        QCOMPARE(keptIn(bench, code, 1), std::size_t{4});
        QCOMPARE(keptIn(bench, other, 1), std::size_t{0});
        const auto components = workflow::Intake(bench.workspace()).find(other)->components;
        QVERIFY(components.front().state == dossier::ComponentState::Missing);
        VERIFY_FAILS(workflow::cutDossier(bench.workspace(), stranger), ErrorCode::DossierUnknown);
    }

    void pagesOfNobodyMustBeGivenToSomebody()
    {
        const Workbench bench;
        takenIn(bench, code);
        const auto session =
            lookedAt(bench, Pictures(bench).text(2).sheet(componentSheet(code, 1)).text(1).files());
        VERIFY_OK(session);
        auto cut = session->proposeCut();
        VERIFY_OK(cut);
        QCOMPARE(textOf(*cut), (QStringList{QStringLiteral("/0: 2+0"), code + QStringLiteral("/1: 1+1")}));
        QCOMPARE(cut->nobodys(), 2);
        VERIFY_FAILS(session->commitCut(*cut), ErrorCode::InvalidArgument);
        const auto pages = session->stack().pages();
        VERIFY_OK(pages);
        for (const Page& page : *pages) {
            QVERIFY(page.dossierUid.isEmpty());
        }
        QVERIFY(cut->give(0, {code, 1}));
        VERIFY_OK(session->commitCut(*cut));
        QCOMPARE(keptIn(bench, code, 1), std::size_t{3});
    }

    void aSheetThatNamesAStrangerIsSaid()
    {
        const Workbench bench;
        const auto here = takenIn(bench, code);
        dossier::Separator unknown = dossierSheet(stranger);
        unknown.procedureCode = QStringLiteral("9.999999"); // nobody's procedure
        const auto session = lookedAt(bench, Pictures(bench).sheet(unknown).text(2).files(),
                                      workflow::Target{here.dossier.uid, 1});
        VERIFY_OK(session);
        const auto cut = session->proposeCut();
        VERIFY_OK(cut);
        QCOMPARE(textOf(*cut), QStringList{code + QStringLiteral("/1: 2+1")});
        QCOMPARE(cut->parts[0].stranger, stranger);
        QVERIFY(*session->asksFor(*cut));
    }

    void aStackThatNothingPartsAsksNothing()
    {
        const Workbench bench;
        const auto here = takenIn(bench, code);
        const auto session =
            lookedAt(bench, Pictures(bench).text(3).files(), workflow::Target{here.dossier.uid, 1});
        VERIFY_OK(session);
        const auto cut = session->proposeCut();
        VERIFY_OK(cut);
        QVERIFY(!cut->parted);
        QVERIFY(!*session->asksFor(*cut));
        VERIFY_OK(session->cut());
        QCOMPARE(keptIn(bench, code, 1), std::size_t{3});
    }

    void aStackThatWasNotCutIsFoundAfterARestart()
    {
        Workbench bench;
        const auto here = takenIn(bench, code);
        QString uid;
        {
            const auto session =
                lookedAt(bench, Pictures(bench).sheet(componentSheet(code, 1)).text(2).files(),
                         workflow::Target{here.dossier.uid, 0});
            VERIFY_OK(session);
            uid = session->uid();
        }
        bench.reopen();
        const auto unfinished = ScanSession::unfinished(bench.workspace());
        VERIFY_OK(unfinished);
        QCOMPARE(unfinished->size(), std::size_t{1});
        QCOMPARE(unfinished->front().uid, uid);
        QCOMPARE(unfinished->front().sides, 3);
        const auto open = workflow::openAccountOf(bench.workspace(), here.dossier.uid);
        VERIFY_OK(open);
        QVERIFY((*open)->uncut);
        const auto session = ScanSession::resume(bench.workspace(), uid);
        VERIFY_OK(session);
        VERIFY_OK(session->commitCut(*session->proposeCut()));
        QVERIFY(!(*workflow::openAccountOf(bench.workspace(), here.dossier.uid))->uncut);
    }

    void aCutThatDoesNotHoldAllPagesIsRefused()
    {
        const Workbench bench;
        takenIn(bench, code);
        const auto session = lookedAt(bench, Pictures(bench).sheet(componentSheet(code, 1)).text(2).files());
        VERIFY_OK(session);
        auto cut = session->proposeCut();
        VERIFY_OK(cut);
        cut->parts.front().pages.pop_back();
        VERIFY_FAILS(session->commitCut(*cut), ErrorCode::InvalidArgument);
        QCOMPARE(keptIn(bench, code, 1), std::size_t{0});
    }
};

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    CuttingTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_cutting.moc"
