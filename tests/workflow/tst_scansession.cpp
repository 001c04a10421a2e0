// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Run as `tst_workflow_scansession feed <home> <pictures>` it is the program that is killed while it scans;
// without arguments it is the test.
#include "base/digest.h"
#include "capture/scanner.h"
#include "dossier/separator.h"
#include "storage/journal.h"
#include "storage/vault.h"
#include "support/testsupport.h"
#include "workflow/intake.h"
#include "workflow/review.h"
#include "workflow/scansession.h"
#include "workflow/workbench.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace sohoa;
using namespace sohoa::test;
using dossier::Page;
using dossier::PageState;
using dossier::SetAsideReason;
using workflow::Doubt;
using workflow::DoubtKind;
using workflow::ScanSession;
using workflow::SessionAccount;

namespace {

constexpr int pictures = 8;

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What a feeder does with one sheet side.
struct Fed
{
    QByteArray bytes;
    int number = 0;
    bool incomplete = false;
};

/// A feeder that does as it is told: hands over sides in order, then ends as it should or with a fault.
class ScriptedScanner final : public capture::Scanner
{
public:
    std::vector<Fed> script;
    std::optional<ErrorCode> fault = {};
    int asked = 0; ///< sides that left the feeder

    Result<std::vector<capture::ScannerInfo>> list(const StopToken&) override
    {
        return std::vector<capture::ScannerInfo>{};
    }
    Result<capture::ScanSummary> scan(const capture::ScanSettings&, const capture::PageSink& sink,
                                      const StopToken&) override
    {
        capture::ScanSummary summary;
        for (const Fed& fed : script) {
            ++asked;
            capture::ScannedPage page;
            page.bytes = fed.bytes;
            page.format = dossier::PageFormat::Jpeg;
            page.number = fed.number;
            page.incomplete = fed.incomplete;
            page.source = QStringLiteral("máy quét thử");
            SOHOA_TRY(sink(page));
            ++summary.pages;
        }
        if (fault) {
            return failure(*fault);
        }
        return summary;
    }
};

/// A stack as it should be: sides 1, 2, 3 ... of different content.
std::vector<Fed> wholeStack(const std::vector<QByteArray>& contents, int size)
{
    std::vector<Fed> script;
    for (int i = 0; i < size; ++i) {
        script.push_back({contents[static_cast<std::size_t>(i) % contents.size()], i + 1});
    }
    return script;
}

/// The same sheet as a scanner would give it another time: a little aside, paler, other bytes.
QByteArray scannedAgain(const QByteArray& jpeg)
{
    const QImage before = QImage::fromData(jpeg);
    QImage after(before.size(), QImage::Format_RGB32);
    after.setDotsPerMeterX(before.dotsPerMeterX());
    after.setDotsPerMeterY(before.dotsPerMeterY());
    after.fill(qRgb(244, 243, 240));
    QPainter painter(&after);
    painter.setOpacity(0.9);
    painter.drawImage(QPoint(7, 11), before);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    after.save(&buffer, "JPEG", 85);
    return bytes;
}

Status feed(ScanSession& session, ScriptedScanner& scanner)
{
    SOHOA_TRY(session.beginRound());
    const auto summary = scanner.scan({},
                                      [&](const capture::ScannedPage& page) -> Status {
                                          SOHOA_TRY(session.take(page));
                                          return {};
                                      },
                                      {});
    return session.endRound(summary ? std::nullopt : std::optional(summary.error().code));
}

std::vector<DoubtKind> kindsOf(const SessionAccount& account)
{
    std::vector<DoubtKind> kinds;
    for (const Doubt& doubt : account.doubts) {
        kinds.push_back(doubt.kind);
    }
    return kinds;
}

QByteArray wordsOf(const SessionAccount& account)
{
    QStringList words;
    for (const Doubt& doubt : account.doubts) {
        words += QStringLiteral("%1@%2").arg(workflow::toString(doubt.kind)).arg(doubt.position);
    }
    return QStringLiteral("fed %1 kept %2 aside %3 repeated %4 deleted %5: %6")
        .arg(account.fed)
        .arg(account.kept)
        .arg(account.setAside)
        .arg(account.repeated)
        .arg(account.deleted)
        .arg(words.join(u' '))
        .toUtf8();
}

void say(const QByteArray& line)
{
    std::fwrite((line + '\n').constData(), 1, static_cast<std::size_t>(line.size()) + 1, stdout);
    std::fflush(stdout);
}

/// Goes on with the stack that is open in a home, or begins one, and says each side once it is kept.
int feedAsChild(const QString& home, const QString& folder)
{
    const SystemClock clock;
    auto workspace = workflow::Workspace::open(home, clock);
    if (!workspace) {
        return 2;
    }
    const auto open = ScanSession::unfinished(**workspace);
    auto session = open && !open->empty() ? ScanSession::resume(**workspace, open->front().uid)
                                          : ScanSession::begin(**workspace, {});
    if (!session || !session->beginRound()) {
        return 2;
    }
    const int there = open && !open->empty() ? open->front().sides : 0;
    // What was kept does not lie in the feeder any more.
    for (int i = there; i < 100'000; ++i) {
        capture::ScannedPage page;
        page.bytes = contentOf(QStringLiteral("%1/%2.jpg").arg(folder).arg(i % pictures));
        // Every side is another one, as on paper: a comment behind the picture's end makes it so.
        page.bytes += "side " + QByteArray::number(i);
        page.number = i - there + 1;
        const auto kept = session->take(page);
        if (!kept) {
            say("error " + describe(kept.error()).toUtf8());
            return 3;
        }
        say("side " + QByteArray::number(i) + ' ' + kept->uid.toLatin1());
    }
    return 0;
}

} // namespace

class TestScanSession : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (int i = 0; i < pictures; ++i) {
            const QString path = m_folder.filePath(QStringLiteral("%1.jpg").arg(i));
            drawTextPage(path, i + 1);
            m_contents.push_back(contentOf(path));
            QVERIFY(!m_contents.back().isEmpty());
        }
        drawBlankPage(m_folder.filePath(QStringLiteral("trắng.jpg")));
        m_blank = contentOf(m_folder.filePath(QStringLiteral("trắng.jpg")));
    }

    void everySideIsOnTheDiskBeforeTheNextIsFed()
    {
        const Workbench bench;
        auto session = ScanSession::begin(bench.workspace(), {});
        VERIFY_OK(session);
        VERIFY_OK(session->beginRound());
        ScriptedScanner scanner;
        scanner.script = wholeStack(m_contents, 5);
        int safe = 0;
        const auto summary =
            scanner.scan({},
                         [&](const capture::ScannedPage& scanned) -> Status {
                             SOHOA_TRY(session->take(scanned));
                             ++safe;
                             // As another program would see it that starts now: rows committed, bytes
                             // readable.
                             SOHOA_ASSIGN(const auto other, workflow::Workspace::open(bench.home(), m_clock));
                             SOHOA_ASSIGN(const auto sides, other->journal().fedSides(session->uid()));
                             if (static_cast<int>(sides.size()) != safe || scanner.asked != safe) {
                                 return failure(ErrorCode::Internal);
                             }
                             SOHOA_ASSIGN(const auto page, other->journal().page(sides.back().pageUid));
                             SOHOA_ASSIGN(const QByteArray kept, other->vault().get(page->sha256));
                             return kept == scanned.bytes ? Status() : failure(ErrorCode::Internal);
                         },
                         {});
        VERIFY_OK(summary);
        QCOMPARE(safe, 5);
    }

    void aStackThatIsWholeClosesByItself()
    {
        const Workbench bench;
        auto session = begin(bench, {{}, {}, 6, 1});
        ScriptedScanner scanner;
        scanner.script = wholeStack(m_contents, 5);
        scanner.script.insert(scanner.script.begin() + 2, Fed{m_blank, 0});
        for (std::size_t i = 0; i < scanner.script.size(); ++i) {
            scanner.script[i].number = static_cast<int>(i) + 1;
        }
        VERIFY_OK(feed(*session, scanner));
        VERIFY_OK(session->read({}, {}));
        const auto account = session->account();
        VERIFY_OK(account);
        QVERIFY2(account->addsUp(), wordsOf(*account).constData());
        QCOMPARE(account->fed, 6);
        QCOMPARE(account->kept, 5);
        QCOMPARE(account->setAside, 1);
        VERIFY_OK(session->close(ScanSession::Closing::WhenItAddsUp));
        QVERIFY(session->isClosed());
        QVERIFY(ScanSession::unfinished(bench.workspace())->empty());
    }

    void everyInjectedFaultIsFlagged_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("at");
        for (const char* fault : {"missing", "missing, numbers told on", "doubled", "doubled, numbered on",
                                  "repeated", "repeated, numbered on", "swapped", "cut off", "no picture"}) {
            for (const int at : {1, 6}) {
                QTest::addRow("%s at %d", fault, at) << QString::fromLatin1(fault) << at;
            }
        }
    }

    void everyInjectedFaultIsFlagged()
    {
        QFETCH(const QString, fault);
        QFETCH(const int, at);
        const Workbench bench;
        auto session = begin(bench, {{}, {}, pictures, 1});
        ScriptedScanner scanner;
        scanner.script = wholeStack(m_contents, pictures);
        std::vector<Fed>& script = scanner.script;
        const auto numberAnew = [&script] {
            for (std::size_t i = 0; i < script.size(); ++i) {
                script[i].number = static_cast<int>(i) + 1;
            }
        };
        DoubtKind expected = DoubtKind::CountDiffers;
        if (fault.startsWith(QStringLiteral("missing"))) {
            script.erase(script.begin() + at);
            if (fault == QLatin1String("missing")) {
                numberAnew();
            } else {
                expected = DoubtKind::NumberSkipped;
            }
        } else if (fault.startsWith(QStringLiteral("doubled"))) {
            script.insert(script.begin() + at, script[static_cast<std::size_t>(at)]);
            expected = DoubtKind::NumberAgain;
        } else if (fault.startsWith(QStringLiteral("repeated"))) {
            script.push_back(script[static_cast<std::size_t>(at)]);
            expected = DoubtKind::NumberAgain;
        } else if (fault == QLatin1String("swapped")) {
            std::swap(script[static_cast<std::size_t>(at)], script[static_cast<std::size_t>(at) - 1]);
            expected = DoubtKind::NumberAgain;
        } else if (fault == QLatin1String("cut off")) {
            script[static_cast<std::size_t>(at)].bytes.truncate(9'000);
            expected = DoubtKind::Incomplete;
        } else {
            script[static_cast<std::size_t>(at)].bytes = "no picture at all";
            expected = DoubtKind::Incomplete;
        }
        const bool silent = fault.endsWith(QStringLiteral("numbered on"));
        if (silent) {
            numberAnew(); // the scanner itself does not know
        }
        VERIFY_OK(feed(*session, scanner));
        const auto before = session->account();
        VERIFY_OK(before);
        QVERIFY2(!before->addsUp() || !silent, wordsOf(*before).constData());
        VERIFY_OK(session->read({}, {}));
        const auto account = session->account();
        VERIFY_OK(account);
        QVERIFY2(account->balances(), wordsOf(*account).constData());
        QCOMPARE(account->fed, static_cast<int>(script.size()));
        if (silent) {
            // The same bytes twice are set aside, seen by everybody, and the count is right without them.
            QCOMPARE(account->repeated, 1);
            QVERIFY2(account->addsUp(), wordsOf(*account).constData());
            return;
        }
        const std::vector<DoubtKind> kinds = kindsOf(*account);
        QVERIFY2(std::find(kinds.begin(), kinds.end(), expected) != kinds.end(),
                 wordsOf(*account).constData());
        // It does not close without the one explicit key, and what was said then is kept.
        VERIFY_FAILS(session->close(ScanSession::Closing::WhenItAddsUp), ErrorCode::SheetsUnexplained);
        QVERIFY(!session->isClosed());
        VERIFY_OK(session->close(ScanSession::Closing::Knowingly));
        const auto kept = bench.workspace().journal().feed(session->uid());
        VERIFY_OK(kept);
        QCOMPARE((*kept)->explainedBy, QStringLiteral("Cán bộ Thử"));
        QCOMPARE((*kept)->explainedAt, std::optional(bench.workspace().clock().now()));
        QVERIFY((*kept)->doubts.contains(workflow::toString(expected)));
        QVERIFY(session->account()->explained);
    }

    void whatTheScannerCallsIncompleteStaysSoHoweverWellItDecodes()
    {
        const Workbench bench;
        auto session = begin(bench, {});
        ScriptedScanner scanner;
        scanner.script = wholeStack(m_contents, 3);
        scanner.script[1].incomplete = true; // half a sheet, in a picture that is whole
        VERIFY_OK(feed(*session, scanner));
        VERIFY_OK(session->read({}, {}));
        const auto account = session->account();
        VERIFY_OK(account);
        QVERIFY2(kindsOf(*account) == std::vector{DoubtKind::Incomplete}, wordsOf(*account).constData());
        QCOMPARE(account->kept, 2);
        const auto pages = session->stack().pages();
        VERIFY_OK(pages);
        QVERIFY(pages->at(1).incomplete);
        QVERIFY(pages->at(1).reason == SetAsideReason::Unreadable);
        VERIFY_FAILS(session->close(ScanSession::Closing::WhenItAddsUp), ErrorCode::SheetsUnexplained);
    }

    void aMissingPageIsNotMadeUpForByOneThatCameTwice()
    {
        const Workbench bench;
        auto session = begin(bench, {{}, {}, pictures, 1});
        ScriptedScanner scanner;
        scanner.script = wholeStack(m_contents, pictures);
        scanner.script[4] = scanner.script[3];
        scanner.script[4].number = 5;
        VERIFY_OK(feed(*session, scanner));
        VERIFY_OK(session->read({}, {}));
        const auto account = session->account();
        VERIFY_OK(account);
        QCOMPARE(account->fed, pictures);
        QCOMPARE(account->repeated, 1);
        QVERIFY(kindsOf(*account) == std::vector{DoubtKind::CountDiffers});
        // The clerk says that the second copy is right: the count is right again, the doubt stays on it.
        const auto pages = session->stack().pages();
        VERIFY_OK(workflow::Review(bench.workspace()).bringBack(session->uid(), {pages->at(4).uid}));
        const auto after = session->account();
        VERIFY_OK(after);
        QVERIFY(kindsOf(*after) == std::vector{DoubtKind::SameContent});
        QCOMPARE(after->doubts.front().position, 4);
        QCOMPARE(after->doubts.front().other, 3);
    }

    void aSheetFedTwiceIsTold()
    {
        const Workbench bench;
        auto session = begin(bench, {});
        ScriptedScanner scanner;
        scanner.script = wholeStack(m_contents, 5);
        scanner.script[3].bytes = scannedAgain(m_contents[1]);
        VERIFY_OK(feed(*session, scanner));
        const auto reconciliation = session->read({}, {});
        VERIFY_OK(reconciliation);
        QCOMPARE(reconciliation->twins, (std::vector{workflow::Twin{3, 1}}));
        QCOMPARE(reconciliation->kept, 5); // it may be a second copy, so it stays until somebody decides
        const auto account = session->account();
        VERIFY_OK(account);
        QCOMPARE(account->doubts, (std::vector{Doubt{DoubtKind::LooksAlike, 3, 1, 0, 0}}));
        VERIFY_FAILS(session->close(ScanSession::Closing::WhenItAddsUp), ErrorCode::SheetsUnexplained);
        const auto pages = session->stack().pages();
        VERIFY_OK(pages);
        VERIFY_OK(workflow::Review(bench.workspace()).setAside(session->uid(), {pages->at(3).uid}));
        QVERIFY(session->account()->doubts.empty());
        VERIFY_OK(workflow::Review(bench.workspace()).bringBack(session->uid(), {pages->at(3).uid}));
        QVERIFY(kindsOf(*session->account()) == std::vector{DoubtKind::LooksAlike});
    }

    void bothSidesOfASheetAreCounted()
    {
        const Workbench bench;
        auto session = begin(bench, {{}, {}, 3, 2});
        ScriptedScanner scanner;
        scanner.script = wholeStack(m_contents, 5);
        VERIFY_OK(feed(*session, scanner));
        QVERIFY((kindsOf(*session->account()) == std::vector{DoubtKind::CountDiffers, DoubtKind::OddSides}));
        // The clerk feeds the last side once more: the stack goes on.
        scanner.script = {{m_contents[5], 1}};
        VERIFY_OK(feed(*session, scanner));
        QVERIFY2(session->account()->addsUp(), wordsOf(*session->account()).constData());
        VERIFY_OK(session->expect(4));
        QVERIFY(kindsOf(*session->account()) == std::vector{DoubtKind::CountDiffers});
        VERIFY_OK(session->expect({}));
        QVERIFY(session->account()->addsUp());
    }

    void afterAJamItGoesOnInOrder()
    {
        const Workbench bench;
        auto session = begin(bench, {{}, {}, 5, 1});
        ScriptedScanner scanner;
        scanner.script = wholeStack(m_contents, 3);
        scanner.script.back().bytes.truncate(9'000); // a part of the sheet that jammed
        scanner.script.back().incomplete = true;
        scanner.fault = ErrorCode::ScannerJam;
        VERIFY_OK(feed(*session, scanner));
        const auto jammed = session->account();
        VERIFY_OK(jammed);
        QVERIFY((kindsOf(*jammed) ==
                 std::vector{DoubtKind::CountDiffers, DoubtKind::EndedEarly, DoubtKind::Incomplete}));
        scanner.fault.reset();
        scanner.script = {{m_contents[2], 1}, {m_contents[3], 2}, {m_contents[4], 3}};
        VERIFY_OK(feed(*session, scanner));
        VERIFY_OK(session->setRepeated({2}));
        VERIFY_OK(session->read({}, {}));
        const auto account = session->account();
        VERIFY_OK(account);
        QVERIFY2(account->addsUp(), wordsOf(*account).constData());
        QCOMPARE(account->fed, 6);
        QCOMPARE(account->kept, 5);
        QCOMPARE(account->repeated, 1);
        QList<QByteArray> order;
        const auto pages = session->stack().pages();
        VERIFY_OK(pages);
        for (const Page& page : *pages) {
            if (page.state == PageState::Kept) {
                order += *bench.workspace().vault().get(page.sha256);
            }
        }
        QCOMPARE(order, QList<QByteArray>(m_contents.begin(), m_contents.begin() + 5));
    }

    void aSheetUnderWayWhenTheProgramEndedComesAgainAndCountsOnce()
    {
        const Workbench bench;
        auto session = begin(bench, {{}, {}, 3, 2});
        const QString uid = session->uid();
        VERIFY_OK(session->beginRound());
        for (int i = 0; i < 3; ++i) {
            VERIFY_OK(take(*session, i, i + 1));
        }
        // Killed here, and once more before the first side of the next round.
        session.reset();
        for (int start = 0; start < 2; ++start) {
            auto again = ScanSession::resume(bench.workspace(), uid);
            VERIFY_OK(again);
            QCOMPARE(*again->standing(), (workflow::Standing{1, {2}, false}));
            VERIFY_OK(again->beginRound());
            QCOMPARE(*again->standing(), (workflow::Standing{1, {2}, false}));
            QVERIFY(again->stack().pages()->at(2).state == PageState::Kept);
        }
        auto last = ScanSession::resume(bench.workspace(), uid);
        VERIFY_OK(last);
        VERIFY_OK(last->beginRound());
        for (int i = 2; i < 6; ++i) {
            VERIFY_OK(take(*last, i, i - 1));
            // From the first side of the round on, in whatever instant it ends.
            QVERIFY(last->stack().pages()->at(2).reason == SetAsideReason::Repeated);
        }
        VERIFY_OK(last->endRound({}));
        QCOMPARE(*last->standing(), (workflow::Standing{3, {}, true}));
        VERIFY_OK(last->read({}, {}));
        const auto account = last->account();
        VERIFY_OK(account);
        QVERIFY2(account->addsUp(), wordsOf(*account).constData());
        QCOMPARE(account->kept, 6);
        QCOMPARE(account->repeated, 1);
    }

    void theLastSheetOfAWholeRoundDoesNotComeAgain()
    {
        const Workbench bench;
        auto session = begin(bench, {{}, {}, {}, 2});
        VERIFY_OK(session->beginRound());
        for (int i = 0; i < 3; ++i) { // devices leave out the back of the last sheet
            VERIFY_OK(take(*session, i, i + 1));
        }
        VERIFY_OK(session->endRound({}));
        QCOMPARE(*session->standing(), (workflow::Standing{2, {}, true}));
        VERIFY_OK(session->beginRound());
        VERIFY_OK(session->endRound(ErrorCode::ScannerJam)); // before any side came
        QCOMPARE(*session->standing(), (workflow::Standing{2, {}, true}));
        QVERIFY(kindsOf(*session->account()).back() == DoubtKind::EndedEarly);
        VERIFY_OK(session->beginRound());
        VERIFY_OK(take(*session, 3, 1));
        QVERIFY(session->stack().pages()->at(2).state == PageState::Kept);
    }

    void numbersThatGoOnInTheNextRoundAreNoDoubt()
    {
        const Workbench bench;
        auto session = begin(bench, {});
        for (const int first : {0, 3}) {
            VERIFY_OK(session->beginRound());
            for (int i = first; i < first + 3; ++i) {
                VERIFY_OK(take(*session, i, i + 1));
            }
            VERIFY_OK(session->endRound({}));
        }
        QVERIFY2(session->account()->addsUp(), wordsOf(*session->account()).constData());
        VERIFY_OK(session->beginRound());
        VERIFY_OK(take(*session, 6, 8));
        VERIFY_OK(session->endRound({}));
        QVERIFY(kindsOf(*session->account()) == std::vector{DoubtKind::NumberSkipped});
    }

    void separatorsCarryWhatIsExpected()
    {
        const Workbench bench;
        const QString code = QStringLiteral("H56.14-261120-0077");
        const QString dossierSheet = bench.path(QStringLiteral("tờ ngăn 1.jpg"));
        const QString componentSheet = bench.path(QStringLiteral("tờ ngăn 2.jpg"));
        drawSheet(dossierSheet, {dossier::Separator::Kind::Dossier, code, QStringLiteral("1.001193"), 0, 0});
        drawSheet(componentSheet, {dossier::Separator::Kind::Component, code, {}, 1, 3});
        auto session = begin(bench, {});
        ScriptedScanner scanner;
        scanner.script = {{contentOf(dossierSheet), 1},
                          {contentOf(componentSheet), 2},
                          {m_contents[0], 3},
                          {m_contents[1], 4}};
        VERIFY_OK(feed(*session, scanner));
        VERIFY_OK(session->read({}, {}));
        const auto account = session->account();
        VERIFY_OK(account);
        QVERIFY(kindsOf(*account) == std::vector{DoubtKind::SeparatorDoubts});
        QCOMPARE(account->doubts.front().expected, 3);
        QCOMPARE(account->doubts.front().seen, 2);
        VERIFY_FAILS(session->close(ScanSession::Closing::WhenItAddsUp), ErrorCode::SheetsUnexplained);
        scanner.script = {{m_contents[2], 1}};
        VERIFY_OK(feed(*session, scanner));
        VERIFY_OK(session->read({}, {}));
        VERIFY_OK(session->close(ScanSession::Closing::WhenItAddsUp));
        const auto file = workflow::Intake(bench.workspace()).find(code);
        VERIFY_OK(file);
        QCOMPARE(bench.workspace().journal().keptPages(file->dossier.uid)->at(1), 3);
    }

    void whatIsDamagedOnTheDiskIsFound()
    {
        Workbench bench;
        auto session = begin(bench, {QStringLiteral("Hồ sơ bà Hoa"), {}, {}, 1});
        ScriptedScanner scanner;
        scanner.script = wholeStack(m_contents, 4);
        VERIFY_OK(feed(*session, scanner));
        const auto pages = session->stack().pages();
        VERIFY_OK(pages);
        const QString path = bench.workspace().vault().pathOf(pages->at(2).sha256);
        QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(500));
        const QByteArray there = file.read(1);
        // Sealed bytes may be anything, so it must be another one than it was.
        QVERIFY(file.seek(500) && file.write(there == "x" ? "y" : "x") == 1);
        file.close();
        const QString uid = session->uid();
        session.reset();
        bench.reopen();
        const auto open = ScanSession::unfinished(bench.workspace());
        VERIFY_OK(open);
        QCOMPARE(*open, (std::vector{workflow::UnfinishedSession{
                            uid, QStringLiteral("Hồ sơ bà Hoa"), bench.clock().now(), {}, 4}}));
        const auto resumed = ScanSession::resume(bench.workspace(), uid);
        VERIFY_OK(resumed);
        QCOMPARE(*resumed->recheck({}), std::vector{2});
        VERIFY_FAILS(ScanSession::resume(bench.workspace(), QStringLiteral("nobody")), ErrorCode::NotFound);
    }

    void nothingThatWasSaidIsLostByAKill()
    {
        Workbench bench;
        const QString home = bench.home();
        const int kills = std::max(10, qEnvironmentVariableIntValue("SOHOA_KILLS"));
        QByteArrayList said; // uid of each side, in order
        for (int round = 0; round < kills; ++round) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(),
                        {QStringLiteral("feed"), home, m_folder.path()});
            QVERIFY(child.waitForStarted());
            QByteArray output;
            const int sides = QRandomGenerator::global()->bounded(0, 6);
            while (output.count("side ") < sides) {
                QVERIFY(child.waitForReadyRead());
                output += child.readAllStandardOutput();
            }
            QTest::qWait(QRandomGenerator::global()->bounded(0, 120));
            child.kill();
            QVERIFY(child.waitForFinished());
            output += child.readAllStandardOutput();
            const QByteArrayList lines = output.left(output.lastIndexOf('\n') + 1).split('\n');
            for (const QByteArray& line : lines) {
                QVERIFY2(!line.startsWith("error"), line.constData());
                const QByteArrayList words = line.split(' ');
                if (words.size() == 3) {
                    // A side may have been kept that was never said.
                    while (said.size() < words[1].toInt()) {
                        said += QByteArray();
                    }
                    QCOMPARE(words[1].toInt(), said.size());
                    said += words[2];
                }
            }
            bench.reopen();
            const auto open = ScanSession::unfinished(bench.workspace());
            VERIFY_OK(open);
            if (open->empty()) {
                QVERIFY(said.isEmpty());
                continue;
            }
            QCOMPARE(open->size(), std::size_t(1));
            const auto session = ScanSession::resume(bench.workspace(), open->front().uid);
            VERIFY_OK(session);
            QVERIFY(session->recheck({})->empty());
            const auto pages = session->stack().pages();
            VERIFY_OK(pages);
            QVERIFY(pages->size() >= static_cast<std::size_t>(said.size()));
            QCOMPARE(open->front().sides, static_cast<int>(pages->size()));
            for (std::size_t i = 0; i < pages->size(); ++i) {
                const Page& page = pages->at(i);
                QCOMPARE(page.position, static_cast<int>(i));
                const auto uid = said.value(static_cast<qsizetype>(i));
                QVERIFY(uid.isEmpty() || page.uid.toLatin1() == uid);
                const QByteArray expected =
                    m_contents[i % pictures] + "side " + QByteArray::number(static_cast<int>(i));
                QCOMPARE(page.sha256, sha256Hex(expected));
            }
            QVERIFY(session->account()->balances());
        }
        qInfo("%d kills, %d sides said", kills, static_cast<int>(said.size()));
        QVERIFY(!said.isEmpty());
    }

private:
    Status take(ScanSession& session, int picture, int number) const
    {
        capture::ScannedPage page;
        page.bytes = m_contents[static_cast<std::size_t>(picture)];
        page.format = dossier::PageFormat::Jpeg;
        page.number = number;
        SOHOA_TRY(session.take(page));
        return {};
    }

    static std::unique_ptr<ScanSession> begin(const Workbench& bench, const ScanSession::Setup& setup)
    {
        auto session = ScanSession::begin(bench.workspace(), setup);
        if (!session) {
            qFatal("no session: %s", qPrintable(describe(session.error())));
        }
        return std::make_unique<ScanSession>(std::move(*session));
    }

    QTemporaryDir m_folder;
    FixedClock m_clock;
    std::vector<QByteArray> m_contents;
    QByteArray m_blank;
};

int main(int argc, char** argv)
{
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == QLatin1String("feed")) {
        return feedAsChild(arguments[2], arguments[3]);
    }
    TestScanSession test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_scansession.moc"
