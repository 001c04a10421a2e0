// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/journalfolder.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <atomic>
#include <thread>

using namespace sohoa;
using namespace sohoa::dossier;
using namespace sohoa::storage;
using namespace sohoa::test;

namespace {

Session inventedSession()
{
    Session session;
    session.uid = newUid();
    session.key = QStringLiteral("key ") + session.uid;
    session.kind = SessionKind::Scanner;
    session.startedAt = fromIso(QStringLiteral("2026-11-20T08:30:00.000+07:00"));
    session.expectedSheets = 3;
    session.title = QStringLiteral("Hồ sơ của bà Đào");
    return session;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private slots:
    void dossierComesBackAsItWasWritten()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        Dossier dossier = inventedDossier(1);
        dossier.dueAt = dossier.receivedAt.addDays(3);
        const Component one = inventedComponent(dossier, 1);
        Component two = inventedComponent(dossier, 2);
        two.alternativeGroup = QStringLiteral("a");
        two.expectedPages = 4;
        VERIFY_OK(home.openDossier(dossier, {one, two}));
        VERIFY_OK(home.reopen());
        const auto back = home.journal->dossier(dossier.uid);
        VERIFY_OK(back);
        QVERIFY(*back == dossier);
        const auto components = home.journal->components(dossier.uid);
        VERIFY_OK(components);
        QVERIFY(*components == std::vector({one, two}));
        const auto byCode = home.journal->dossierByCode(dossier.code);
        VERIFY_OK(byCode);
        QVERIFY(*byCode == dossier);
        VERIFY_FAILS(home.journal->dossier(newUid()), ErrorCode::DossierUnknown);
    }

    void personIsFoundByNumberAlone()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        const Dossier first = inventedDossier(1);
        Dossier second = inventedDossier(2);
        second.applicant.personalNumber = first.applicant.personalNumber;
        VERIFY_OK(home.openDossier(first));
        VERIFY_OK(home.openDossier(second));
        VERIFY_OK(home.openDossier(inventedDossier(3)));
        const auto found = home.journal->dossiersOfPerson(first.applicant.personalNumber);
        VERIFY_OK(found);
        QVERIFY(*found == std::vector({second, first}));
        const auto nobody = home.journal->dossiersOfPerson(QString());
        VERIFY_OK(nobody);
        QVERIFY(nobody->empty());
    }

    void personalDataIsNowhereInTheFiles()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        const Dossier dossier = inventedDossier(1);
        VERIFY_OK(home.openDossier(dossier));
        const Session session = inventedSession();
        Page page = inventedPage(session.uid, 0);
        page.findings = PageFindings{};
        page.findings->codes = {Code{
            QStringLiteral("QRCode"), QStringLiteral("079098000777||NGUYỄN VĂN A"), {}, CodeKind::IdCard}};
        VERIFY_OK(home.journal->write([&](JournalWriter& writer) -> Status {
            SOHOA_TRY(writer.openSession(session));
            SOHOA_TRY(writer.addPage(page));
            SOHOA_TRY(writer.recordAction({session.uid, QStringLiteral("turn"), {page}, {page}}));
            SOHOA_TRY(writer.cutLogEntry(1'000'000, dossier.unit, 1, [](const LogHead&, const auto& changes) {
                QByteArray bytes;
                for (const Change& change : changes) {
                    bytes += QJsonDocument(toJson(change)).toJson();
                }
                return Result<QByteArray>(bytes);
            }));
            return {};
        }));
        home.journal.reset();
        QByteArray everything;
        const QStringList files = QDir(home.folder.path()).entryList(QDir::Files);
        for (const QString& name : files) {
            QFile file(home.folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            everything += name.toUtf8() + '\n' + file.readAll();
        }
        QVERIFY(everything.contains(dossier.code.toUtf8()));
        for (const char* secret :
             {"079098", "Nguyễn", "NGUYỄN", "nguyễn", "Đào", "Đường ABC", "Khai sinh cho"}) {
            QVERIFY2(!everything.contains(secret), secret);
        }
    }

    void onlyFieldsThatDifferAreTold()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        Dossier dossier = inventedDossier(1);
        VERIFY_OK(home.openDossier(dossier, {inventedComponent(dossier, 1)}));
        VERIFY_OK(home.journal->write([&](JournalWriter& writer) { return writer.setDossier(dossier); }));
        dossier.status = DossierStatus::InProgress;
        VERIFY_OK(home.journal->write([&](JournalWriter& writer) -> Status {
            SOHOA_TRY(writer.setDossier(dossier));
            SOHOA_TRY(writer.setComponent(inventedComponent(dossier, 1)));
            return writer.addEvent(
                {dossier.uid, home.clock.now(), EventKind::StatusChanged, dossier.officer, {}});
        }));
        const auto history = home.journal->history(dossier.uid);
        VERIFY_OK(history);
        QCOMPARE(history->size(), std::size_t(4));
        QVERIFY((*history)[0].kind == ChangeKind::DossierOpened);
        QVERIFY((*history)[1].kind == ChangeKind::ComponentSet);
        QCOMPARE((*history)[2].body, (QJsonObject{{QStringLiteral("status"), 4}}));
        QVERIFY((*history)[3].kind == ChangeKind::EventNoted);
        const auto events = home.journal->events(dossier.uid);
        VERIFY_OK(events);
        QCOMPARE(events->size(), std::size_t(1));
        const auto back = home.journal->dossier(dossier.uid);
        VERIFY_OK(back);
        QVERIFY(*back == dossier);
    }

    void noTwoDossiersShareACode()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        const Dossier first = inventedDossier(1);
        Dossier second = inventedDossier(1);
        VERIFY_OK(home.openDossier(first));
        VERIFY_FAILS(home.openDossier(second), ErrorCode::DossierCodeInvalid);
        second.code = QStringLiteral("H56.14-261120-0002");
        VERIFY_OK(home.openDossier(second));
        second.code = first.code;
        VERIFY_FAILS(home.journal->write([&](JournalWriter& writer) { return writer.setDossier(second); }),
                     ErrorCode::DossierCodeInvalid);
    }

    void failedTaskLeavesNothing()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        const Dossier dossier = inventedDossier(1);
        const Status failed = home.journal->write([&](JournalWriter& writer) -> Status {
            SOHOA_TRY(writer.openDossier(dossier, {inventedComponent(dossier, 1)}));
            // What was written so far is seen here, and only here.
            SOHOA_TRY(home.journal->dossier(dossier.uid));
            return failure(ErrorCode::Cancelled);
        });
        VERIFY_FAILS(failed, ErrorCode::Cancelled);
        VERIFY_FAILS(home.journal->dossier(dossier.uid), ErrorCode::DossierUnknown);
        QCOMPARE(home.journal->counts()->dossiers, 0);
        VERIFY_FAILS(home.journal->write([&](JournalWriter&) {
            return home.journal->write([](JournalWriter&) { return Status(); });
        }),
                     ErrorCode::Internal);
    }

    void numbersOfWorkstationsNeverMeet()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        const QDate day(2026, 11, 20);
        std::vector<int> taken;
        VERIFY_OK(home.journal->write([&](JournalWriter& writer) -> Status {
            for (int i = 0; i < 3; ++i) {
                SOHOA_ASSIGN(const int number, writer.takeDailyNumber(day, 2, 3));
                taken.push_back(number);
            }
            SOHOA_ASSIGN(const int last, writer.takeDailyNumber(day, 3, 3));
            SOHOA_ASSIGN(const int alone, writer.takeDailyNumber(day, 1, 1));
            SOHOA_ASSIGN(const int tomorrow, writer.takeDailyNumber(day.addDays(1), 1, 3));
            taken.insert(taken.end(), {last, alone, tomorrow});
            return {};
        }));
        QVERIFY(taken == std::vector<int>({2, 5, 8, 9, 10, 1}));
        VERIFY_FAILS(home.journal->write([&](JournalWriter& writer) -> Status {
            SOHOA_TRY(writer.takeDailyNumber(day, 4, 3));
            return {};
        }),
                     ErrorCode::InvalidArgument);
    }

    void numbersOfADayEnd()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        const QDate day(2026, 11, 20);
        // An entry of our own log told of the last number but one.
        Dossier told = inventedDossier(1);
        told.code = QStringLiteral("H56.14-261120-999998");
        const Change opening{QStringLiteral("019351a2b3c4-0000-1"), told.uid, ChangeKind::DossierOpened,
                             changeBody(told)};
        LogEntry entry;
        entry.head = {QStringLiteral("H56.14"), 1, 1, {}, home.clock.now()};
        entry.sha256 = QStringLiteral("a");
        VERIFY_OK(home.journal->write(
            [&](JournalWriter& writer) { return writer.adoptEntry(entry, QStringLiteral("k"), {opening}); }));
        const auto take = [&](int workstation) {
            return home.journal->write([&](JournalWriter& writer) -> Status {
                SOHOA_TRY(writer.takeDailyNumber(day, workstation, 2));
                return {};
            });
        };
        VERIFY_FAILS(take(2), ErrorCode::NumbersExhausted);
        VERIFY_OK(take(1));
        VERIFY_FAILS(take(1), ErrorCode::NumbersExhausted);
    }

    void settingsKeepWordsAndNumbers()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        VERIFY_OK(home.journal->write([](JournalWriter& writer) -> Status {
            SOHOA_TRY(writer.setSetting(QStringLiteral("unitName"), QStringLiteral("Xã Đồng Văn")));
            SOHOA_TRY(writer.setSetting(QStringLiteral("paperLimit"), 5));
            return writer.setSetting(QStringLiteral("paperLimit"), 20LL << 30);
        }));
        VERIFY_OK(home.reopen());
        QCOMPARE(*home.journal->setting(QStringLiteral("unitName"), QString()),
                 QStringLiteral("Xã Đồng Văn"));
        QCOMPARE(*home.journal->setting(QStringLiteral("paperLimit"), qint64(1)), 20LL << 30);
        QCOMPARE(*home.journal->setting(QStringLiteral("nothing"), qint64(7)), qint64(7));
        QCOMPARE(*home.journal->setting(QStringLiteral("unitName"), qint64(7)), qint64(7));
    }

    void pagesAndSessionsComeBack()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        const Dossier dossier = inventedDossier(1);
        VERIFY_OK(home.openDossier(dossier));
        const Session session = inventedSession();
        std::vector<Page> pages = {inventedPage(session.uid, 0), inventedPage(session.uid, 1)};
        pages[1].findings = PageFindings{};
        pages[1].findings->blank = true;
        pages[1].findings->blankConfidence = 0.5;
        pages[1].state = PageState::SetAside;
        pages[1].reason = SetAsideReason::Blank;
        pages[1].edits.turn = 90;
        pages[0].note = StuckNote::Present;
        pages[1].withoutNoteOf = pages[0].uid;
        VERIFY_OK(home.journal->write([&](JournalWriter& writer) -> Status {
            SOHOA_TRY(writer.openSession(session));
            SOHOA_TRY(writer.addPage(pages[1]));
            return writer.addPage(pages[0]);
        }));
        VERIFY_OK(home.reopen());
        QVERIFY(*home.journal->pagesOfSession(session.uid) == pages);
        QVERIFY(*home.journal->sessionByKey(session.key) == session);
        QVERIFY(*home.journal->openSessions() == std::vector({session}));
        QCOMPARE(home.journal->counts()->unassignedPages, 1);

        pages[0].dossierUid = dossier.uid;
        pages[0].component = 2;
        VERIFY_OK(home.journal->write([&](JournalWriter& writer) -> Status {
            SOHOA_TRY(writer.setPage(pages[0]));
            return writer.setSessionState(session.uid, SessionState::Closed);
        }));
        QVERIFY(*home.journal->pagesOfComponent(dossier.uid, 2) == std::vector({pages[0]}));
        QVERIFY(home.journal->openSessions()->empty());
        QCOMPARE(home.journal->vaultReferences()->size(), std::size_t(2));
        VERIFY_FAILS(home.journal->write(
                         [&](JournalWriter& writer) { return writer.setPage(inventedPage(session.uid, 9)); }),
                     ErrorCode::NotFound);
    }

    void pagesReadAgainAreWhatWasWrittenLast()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        const Session session = inventedSession();
        Page page = inventedPage(session.uid, 0);
        VERIFY_OK(home.journal->write([&](JournalWriter& writer) -> Status {
            SOHOA_TRY(writer.openSession(session));
            return writer.addPage(page);
        }));
        const auto read = [&] { return home.journal->pagesOfSession(session.uid)->front(); };
        QVERIFY(read() == page);
        QVERIFY(read() == page); // what was opened before is taken from there
        const auto change = [&] {
            return home.journal->write([&](JournalWriter& writer) { return writer.setPage(page); });
        };
        page.findings = PageFindings{};
        page.findings->codes = {{QStringLiteral("QRCode"), QStringLiteral("một"), {}, CodeKind::Text}};
        VERIFY_OK(change());
        QVERIFY(read() == page);
        page.findings->codes.front().text = QStringLiteral("hai"); // as long as before
        page.source = QStringLiteral("máy khác");
        VERIFY_OK(change());
        QVERIFY(read() == page);
        page.findings.reset();
        VERIFY_OK(change());
        QVERIFY(read() == page);
    }

    void undoAndRedoSurviveARestart()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        const Session session = inventedSession();
        const Page page = inventedPage(session.uid, 0);
        Page turned = page;
        turned.edits.turn = 90;
        Page aside = turned;
        aside.state = PageState::SetAside;
        aside.reason = SetAsideReason::Clerk;
        const QString scope = session.uid;
        VERIFY_OK(home.journal->write([&](JournalWriter& writer) -> Status {
            SOHOA_TRY(writer.openSession(session));
            SOHOA_TRY(writer.addPage(page));
            SOHOA_TRY(writer.recordAction({scope, QStringLiteral("turn"), {page}, {turned}}));
            return writer.recordAction({scope, QStringLiteral("set-aside"), {turned}, {aside}});
        }));
        VERIFY_OK(home.reopen());
        const auto step = [&](bool back) {
            std::optional<PageAction> action;
            const Status done = home.journal->write([&](JournalWriter& writer) -> Status {
                SOHOA_ASSIGN(action, back ? writer.undo(scope) : writer.redo(scope));
                return {};
            });
            return done && action ? action->label : QString();
        };
        const auto now = [&] { return **home.journal->page(page.uid); };
        QVERIFY(now() == aside);
        QCOMPARE(step(true), QStringLiteral("set-aside"));
        QVERIFY(now() == turned);
        VERIFY_OK(home.reopen());
        QCOMPARE(*home.journal->actionSteps(scope)->undo, QStringLiteral("turn"));
        QCOMPARE(*home.journal->actionSteps(scope)->redo, QStringLiteral("set-aside"));
        QCOMPARE(step(true), QStringLiteral("turn"));
        QVERIFY(now() == page);
        QCOMPARE(step(true), QString());
        QCOMPARE(step(false), QStringLiteral("turn"));
        QCOMPARE(step(false), QStringLiteral("set-aside"));
        QVERIFY(now() == aside);
        QCOMPARE(step(false), QString());
        QCOMPARE(step(true), QStringLiteral("set-aside"));
        // A new step takes the place of what was undone.
        VERIFY_OK(home.journal->write([&](JournalWriter& writer) {
            return writer.recordAction({scope, QStringLiteral("remove"), {turned}, {aside}});
        }));
        QCOMPARE(step(false), QString());
        QVERIFY(!home.journal->actionSteps(QStringLiteral("another scope"))->undo);
    }

    void undoKeepsFindingsThatCameInBetween()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        const Session session = inventedSession();
        const Page page = inventedPage(session.uid, 0);
        Page turned = page;
        turned.edits.turn = 180;
        Page examined = turned;
        examined.findings = PageFindings{};
        examined.findings->blankConfidence = 0.75;
        VERIFY_OK(home.journal->write([&](JournalWriter& writer) -> Status {
            SOHOA_TRY(writer.openSession(session));
            SOHOA_TRY(writer.addPage(page));
            SOHOA_TRY(writer.recordAction({session.uid, QStringLiteral("turn"), {page}, {turned}}));
            SOHOA_TRY(writer.setPage(examined));
            SOHOA_TRY(writer.undo(session.uid));
            return {};
        }));
        const auto back = home.journal->page(page.uid);
        VERIFY_OK(back);
        QCOMPARE((*back)->edits.turn, 0);
        QVERIFY((*back)->findings == examined.findings);
    }

    void listKeepsToItsFilter()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        std::vector<Dossier> dossiers;
        for (int i = 0; i < 10; ++i) {
            Dossier dossier = inventedDossier(i);
            dossier.receivedAt = dossier.receivedAt.addDays(-i);
            dossier.officer = i % 2 == 0 ? QStringLiteral("lan") : QStringLiteral("minh");
            dossier.status = i == 4 ? DossierStatus::Done : DossierStatus::InProgress;
            dossier.dueAt = i == 6 ? std::optional(home.clock.now().addDays(-1)) : std::nullopt;
            dossier.supplements = i == 7 ? 2 : 0;
            VERIFY_OK(home.openDossier(dossier, {inventedComponent(dossier, 1)}));
            if (i != 8) {
                VERIFY_OK(home.journal->write(
                    [&](JournalWriter& writer) { return writer.addPaper(inventedPaper(dossier, 1)); }));
            }
            dossiers.push_back(dossier);
        }
        const auto numbers = [&](const DossierFilter& filter, int limit = 100, int offset = 0) {
            std::vector<int> found;
            const auto list = home.journal->list(filter, limit, offset);
            for (const DossierSummary& line : *list) {
                found.push_back(line.dossier.code.right(4).toInt());
            }
            return found;
        };
        using Numbers = std::vector<int>;
        QVERIFY(numbers({}) == (Numbers{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
        QVERIFY(numbers({}, 3, 2) == (Numbers{2, 3, 4}));
        DossierFilter filter;
        filter.officer = QStringLiteral("minh");
        QVERIFY(numbers(filter) == (Numbers{1, 3, 5, 7, 9}));
        filter.from = QDate(2026, 11, 15);
        filter.to = QDate(2026, 11, 17);
        QVERIFY(numbers(filter) == (Numbers{3, 5}));
        QCOMPARE(*home.journal->count(filter), 2);
        QVERIFY(numbers({.statuses = {DossierStatus::Done}}) == Numbers{4});
        QVERIFY(numbers({.onlyOverdue = true}) == (Numbers{6, 7}));
        QVERIFY(numbers({.onlyScanDue = true}) == Numbers{8});
        QVERIFY(numbers({.among = QStringList{dossiers[9].uid, dossiers[2].uid}}) == (Numbers{2, 9}));
        QVERIFY(numbers({.among = QStringList()}).empty());
        QCOMPARE(home.journal->counts()->scanDue, 1);
        const auto line = home.journal->list({.onlyScanDue = true}, 1);
        VERIFY_OK(line);
        QCOMPARE(line->front().scanDue, 1);
        QCOMPARE(line->front().papers, 0);
        QCOMPARE(home.journal->list({}, 1)->front().papers, 1);
    }

    void anyMemberOfAnAlternativeGroupWillDo()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        const Dossier dossier = inventedDossier(1);
        Component one = inventedComponent(dossier, 1);
        Component two = inventedComponent(dossier, 2);
        one.alternativeGroup = two.alternativeGroup = QStringLiteral("proof");
        VERIFY_OK(home.openDossier(dossier, {one, two}));
        QCOMPARE(home.journal->list({}, 1)->front().scanDue, 2);
        two.state = ComponentState::Reused;
        VERIFY_OK(home.journal->write([&](JournalWriter& writer) { return writer.setComponent(two); }));
        QCOMPARE(home.journal->list({}, 1)->front().scanDue, 0);
    }

    void twoProcessesShareOneJournal()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        auto other = home.open();
        VERIFY_OK(other);
        const Dossier one = inventedDossier(1);
        const Dossier two = inventedDossier(2);
        VERIFY_OK(home.openDossier(one));
        VERIFY_OK((*other)->write([&](JournalWriter& writer) { return writer.openDossier(two, {}); }));
        VERIFY_OK(home.journal->dossier(two.uid));
        VERIFY_OK((*other)->dossier(one.uid));
    }

    void manyThreadsWriteAndRead()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        std::atomic<int> good = 0;
        {
            std::vector<std::jthread> threads;
            for (int t = 0; t < 4; ++t) {
                threads.emplace_back([&home, &good, t] {
                    for (int i = 0; i < 20; ++i) {
                        const Dossier dossier = inventedDossier(t * 100 + i);
                        const bool written = home.openDossier(dossier).has_value();
                        good += written && home.journal->dossier(dossier.uid) ? 1 : 0;
                    }
                });
            }
        }
        QCOMPARE(good.load(), 80);
        QCOMPARE(home.journal->counts()->dossiers, 80);
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
