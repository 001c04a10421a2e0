// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/separator.h"
#include "storage/journal.h"
#include "support/testsupport.h"
#include "workflow/digitizing.h"
#include "workflow/dossiers.h"
#include "workflow/intake.h"
#include "workflow/separation.h"
#include "workflow/stack.h"
#include "workflow/workbench.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace sohoa;
using namespace sohoa::test;
using dossier::Separator;
using workflow::DigitizingReport;

namespace {

const QString firstCode = QStringLiteral("H56.14-261120-0901");
const QString secondCode = QStringLiteral("H56.14-261120-0902");

/// Two dossiers: 0901 (births) with component 1 of two pages and a blank back, component 3 of one page; 0902
/// (marriages) with component 1 of one page.
QStringList drawStack(const Workbench& bench)
{
    QStringList files;
    const auto next = [&] {
        files += bench.path(QStringLiteral("trang %1.jpg").arg(files.size() + 1, 2, 10, QLatin1Char('0')));
        return files.back();
    };
    drawSheet(next(), Separator{Separator::Kind::Dossier, firstCode, QStringLiteral("1.001193"), 0, 0});
    drawSheet(next(), Separator{Separator::Kind::Component, firstCode, {}, 1, 3});
    drawTextPage(next(), 1);
    drawBlankPage(next());
    drawTextPage(next(), 2);
    drawSheet(next(), Separator{Separator::Kind::Component, firstCode, {}, 3, 1});
    drawTextPage(next(), 3);
    drawSheet(next(), Separator{Separator::Kind::Dossier, secondCode, QStringLiteral("1.000894"), 0, 0});
    drawSheet(next(), Separator{Separator::Kind::Component, secondCode, {}, 1, 1});
    drawTextPage(next(), 4);
    return files;
}

QStringList paperHashes(const DigitizingReport& report)
{
    QStringList hashes;
    for (const workflow::DigitizedDossier& done : report.dossiers) {
        for (const workflow::FinishedPaper& paper : done.papers) {
            hashes += paper.paper.sha256;
        }
    }
    return hashes;
}

int pagesOnDisk(const Workbench& bench, const QString& dossierCode)
{
    const auto dossier = bench.workspace().journal().dossierByCode(dossierCode);
    if (!dossier || !*dossier) {
        return -1;
    }
    const auto pages = bench.workspace().journal().pagesOfDossier((*dossier)->uid);
    return pages ? static_cast<int>(pages->size()) : -1;
}

} // namespace

class TestDigitizing : public QObject
{
    Q_OBJECT

private slots:
    void stackIsCutIntoPapersByItsSheets()
    {
        Workbench bench;
        const auto report = workflow::digitizeStack(bench.workspace(), drawStack(bench), {}, {});
        VERIFY_OK(report);
        QCOMPARE(report->account.fed, 10);
        QCOMPARE(report->account.kept, 4);
        QCOMPARE(report->account.setAside, 6);
        QVERIFY(report->account.balances());
        QCOMPARE(report->account.unassigned, 0);
        QVERIFY(report->account.alarms.empty());
        QCOMPARE(report->dossiers.size(), std::size_t(2));
        QCOMPARE(report->dossiers[0].dossier.code, firstCode);
        QCOMPARE(report->dossiers[0].papers.size(), std::size_t(2));
        QCOMPARE(report->dossiers[0].papers[0].paper.pages, 2);
        QCOMPARE(report->dossiers[0].papers[1].paper.component, 3);
        QCOMPARE(report->dossiers[1].dossier.procedureCode, QStringLiteral("1.000894"));
        QCOMPARE(report->dossiers[1].papers.size(), std::size_t(1));
    }

    void missingSideRaisesAnAlarm()
    {
        Workbench bench;
        QStringList files = drawStack(bench);
        files.removeAt(4); // the second page of component 1
        const auto report = workflow::digitizeStack(bench.workspace(), files, {}, {});
        VERIFY_OK(report);
        QCOMPARE(report->account.alarms.size(), std::size_t(1));
        const dossier::StackAlarm& alarm = report->account.alarms.front();
        QVERIFY(alarm.kind == dossier::StackAlarmKind::CountDiffers);
        QCOMPARE(alarm.expected, 3);
        QCOMPARE(alarm.seen, 2);
        QCOMPARE(alarm.component, 1);
    }

    void doingItAgainChangesNothing()
    {
        Workbench bench;
        const QStringList files = drawStack(bench);
        const auto first = workflow::digitizeStack(bench.workspace(), files, {}, {});
        VERIFY_OK(first);
        bench.reopen();
        const auto second = workflow::digitizeStack(bench.workspace(), files, {}, {});
        VERIFY_OK(second);
        QVERIFY(second->alreadyDone);
        QCOMPARE(paperHashes(*second), paperHashes(*first));
        QCOMPARE(second->account.fed, first->account.fed);
        QCOMPARE(second->account.kept, first->account.kept);
        const auto outbox = bench.workspace().journal().outbox();
        VERIFY_OK(outbox);
        QCOMPARE(outbox->size(), std::size_t(3));
    }

    void interruptedAtEveryStepItGoesOnWhereItStopped()
    {
        Workbench reference;
        const auto whole = workflow::digitizeStack(reference.workspace(), drawStack(reference), {}, {});
        VERIFY_OK(whole);
        Workbench bench;
        const QStringList files = drawStack(bench);
        bool done = false;
        int rounds = 0;
        for (int patience = 1; !done; patience += 3) {
            StopSource stop;
            int steps = 0;
            const auto report = workflow::digitizeStack(bench.workspace(), files, stop.get_token(),
                                                        [&](workflow::DigitizingStep, int, int) {
                                                            if (++steps >= patience) {
                                                                stop.request_stop();
                                                            }
                                                        });
            bench.reopen();
            done = report.has_value();
            ++rounds;
            if (!done) {
                VERIFY_FAILS(report, ErrorCode::Cancelled);
            } else {
                QCOMPARE(paperHashes(*report), paperHashes(*whole));
            }
            QVERIFY(patience < 1000);
        }
        QVERIFY(rounds > 2);
        QCOMPARE(pagesOnDisk(bench, firstCode), pagesOnDisk(reference, firstCode));
    }

    void samePagesGiveTheSameBytesInAnotherHome()
    {
        Workbench one;
        Workbench other;
        const auto first = workflow::digitizeStack(one.workspace(), drawStack(one), {}, {});
        other.clock().advance(3600);
        const auto second = workflow::digitizeStack(other.workspace(), drawStack(other), {}, {});
        VERIFY_OK(first);
        VERIFY_OK(second);
        QCOMPARE(paperHashes(*first).size(), 3);
        QCOMPARE(paperHashes(*first), paperHashes(*second));
    }

    void aFileThatCannotBeReadIsNamedAndTheOthersGoOn()
    {
        Workbench bench;
        const QString good = bench.path(QStringLiteral("tốt.jpg"));
        drawTextPage(good, 1);
        const QString text = bench.path(QStringLiteral("thư.pdf"));
        writeFile(text, "Kính gửi Ủy ban nhân dân xã");
        const QString empty = bench.path(QStringLiteral("rỗng.jpg"));
        writeFile(empty, {});
        workflow::DigitizeRequest request;
        request.procedureCode = QStringLiteral("1.001193");
        request.files = {text, empty, good};
        const auto report = workflow::digitize(bench.workspace(), request, {}, {});
        VERIFY_OK(report);
        QCOMPARE(report->files.size(), std::size_t(3));
        VERIFY_FAILS(report->files[0].status, ErrorCode::FormatMismatch);
        VERIFY_FAILS(report->files[1].status, ErrorCode::FileEmpty);
        VERIFY_OK(report->files[2].status);
        QCOMPARE(report->account.kept, 1);
        QCOMPARE(report->dossiers.size(), std::size_t(1));
        QVERIFY(report->dossiers[0].dossier.code.startsWith(QLatin1String("H56.14-261120-")));
        // What could not be read is not forgotten because the rest was done before.
        const auto again = workflow::digitize(bench.workspace(), request, {}, {});
        VERIFY_OK(again);
        QVERIFY(again->alreadyDone);
        QCOMPARE(again->files.size(), std::size_t(3));
        VERIFY_FAILS(again->files[0].status, ErrorCode::FormatMismatch);
        VERIFY_FAILS(again->files[1].status, ErrorCode::FileEmpty);
        VERIFY_OK(again->files[2].status);
        QCOMPARE(again->files[2].pages, 1);
    }

    void aPictureThatStopsShortIsSetAsideAndNotFinished()
    {
        Workbench bench;
        const QString whole = bench.path(QStringLiteral("trang.jpg"));
        drawTextPage(whole, 1);
        QFile file(whole);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const QString cut = bench.path(QStringLiteral("trang cụt.jpg"));
        writeFile(cut, bytes.first(bytes.size() / 2));
        workflow::DigitizeRequest request;
        request.procedureCode = QStringLiteral("1.001193");
        request.files = {cut};
        const auto report = workflow::digitize(bench.workspace(), request, {}, {});
        VERIFY_OK(report);
        QCOMPARE(report->setAside.size(), std::size_t(1));
        QVERIFY(report->setAside.front().incomplete);
        QVERIFY(report->setAside.front().reason == dossier::SetAsideReason::Unreadable);
        QVERIFY(report->dossiers.empty());
    }

    void aComponentThatIsOnlyShownIsRefusedBeforeAnythingIsWritten()
    {
        Workbench bench;
        const QString page = bench.path(QStringLiteral("thẻ.jpg"));
        drawTextPage(page, 1);
        workflow::DigitizeRequest request;
        request.procedureCode = QStringLiteral("1.001193");
        request.component = 7; // Giấy tờ tùy thân: xuất trình
        request.files = {page};
        VERIFY_FAILS(workflow::digitize(bench.workspace(), request, {}, {}),
                     ErrorCode::ComponentNotScannable);
        const auto counts = bench.workspace().journal().counts();
        VERIFY_OK(counts);
        QCOMPARE(counts->dossiers, 0);
    }

    void aSheetWithAnUnknownProcedureClaimsNothing()
    {
        Workbench bench;
        const QString sheet = bench.path(QStringLiteral("1.jpg"));
        const QString page = bench.path(QStringLiteral("2.jpg"));
        drawSheet(sheet, Separator{Separator::Kind::Dossier, firstCode, QStringLiteral("9.999999"), 0, 0});
        drawTextPage(page, 1);
        const auto report = workflow::digitizeStack(bench.workspace(), {sheet, page}, {}, {});
        VERIFY_OK(report);
        QCOMPARE(report->account.kept, 1);
        QCOMPARE(report->account.unassigned, 1);
        QVERIFY(report->dossiers.empty());
    }

    void pagesOfAStrangersSheetStayInSightAndThoseOfOthersAreCounted()
    {
        const Workbench bench;
        workflow::IntakeRequest request;
        request.procedureCode = QStringLiteral("1.001193");
        const auto here = workflow::Intake(bench.workspace()).takeIn(request);
        VERIFY_OK(here);
        QStringList files;
        const auto next = [&] {
            files += bench.path(QStringLiteral("%1.jpg").arg(files.size()));
            return files.back();
        };
        drawTextPage(next(), 1);
        // Nobody knows this procedure, so the dossier cannot be taken in.
        drawSheet(next(), Separator{Separator::Kind::Dossier, firstCode, QStringLiteral("9.999999"), 0, 0});
        drawTextPage(next(), 2);
        drawTextPage(next(), 3);
        drawSheet(next(), Separator{Separator::Kind::Dossier, secondCode, QStringLiteral("1.000894"), 0, 0});
        drawSheet(next(), Separator{Separator::Kind::Component, secondCode, {}, 1, 1});
        drawTextPage(next(), 4);
        const auto stack = workflow::Stack::open(bench.workspace(), QStringLiteral("key"), QString());
        VERIFY_OK(stack);
        VERIFY_OK(workflow::importFiles(*stack, files, {}, {}));
        VERIFY_OK(stack->examine({}, {}));
        const int component = here->components.front().number;
        for (int again = 0; again < 2; ++again) {
            const auto account =
                workflow::cutStack(bench.workspace(), *stack, workflow::Target{here->dossier.uid, component});
            VERIFY_OK(account);
            QVERIFY(account->balances());
            QCOMPARE(account->fed, 7);
            QCOMPARE(account->unassigned, 0);
            QCOMPARE(account->strangers, 3); // the sheet and what is behind it
            QCOMPARE(account->elsewhere, 3);
        }
        const auto pages = bench.workspace().journal().pagesOfComponent(here->dossier.uid, component);
        VERIFY_OK(pages);
        QCOMPARE(pages->size(), std::size_t(3));
        // A stack without target leaves them to the clerk, as before.
        const auto batch = workflow::digitizeStack(bench.workspace(), files, {}, {});
        VERIFY_OK(batch);
        QCOMPARE(batch->account.strangers, 0);
        QVERIFY(batch->account.unassigned > 0);
    }

    void theSamePictureInAnotherStackIsARepeat()
    {
        Workbench bench;
        const QString page = bench.path(QStringLiteral("a.jpg"));
        const QString copy = bench.path(QStringLiteral("b.jpg"));
        drawTextPage(page, 1);
        QVERIFY(QFile::copy(page, copy));
        workflow::DigitizeRequest request;
        request.procedureCode = QStringLiteral("1.001193");
        request.files = {page};
        const auto first = workflow::digitize(bench.workspace(), request, {}, {});
        VERIFY_OK(first);
        request.dossierCode = first->dossiers.front().dossier.code;
        request.files = {copy};
        const auto second = workflow::digitize(bench.workspace(), request, {}, {});
        VERIFY_OK(second);
        QCOMPARE(second->account.kept, 0);
        QVERIFY(second->setAside.front().reason == dossier::SetAsideReason::Repeated);
    }
};

QTEST_MAIN(TestDigitizing)
#include "tst_digitizing.moc"
