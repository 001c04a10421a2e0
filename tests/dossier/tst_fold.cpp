// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "dossier/fold.h"
#include "support/testsupport.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <random>

using namespace sohoa;
using namespace sohoa::dossier;

namespace {

const QDateTime morning = fromIso(QStringLiteral("2026-11-20T08:00:00.000+07:00"));
const QString uid = QStringLiteral("0123456789abcdef0123456789abcdef");

LogIdentity workstation(int number)
{
    return {QStringLiteral("H25.06"), number};
}

QString stampAt(int second, int writer)
{
    return nextStamp({}, morning.addSecs(second), writer);
}

struct Written
{
    LogIdentity writer;
    Change change;
};

Written opened(int second, int writer)
{
    Dossier dossier;
    dossier.uid = uid;
    dossier.code = QStringLiteral("H25.06-261120-0001");
    dossier.receivedAt = morning;
    dossier.subject = QStringLiteral("Khai sinh");
    dossier.applicant.fullName = QStringLiteral("Nguyễn Văn Thử");
    dossier.applicant.phone = QStringLiteral("0900000000");
    return {workstation(writer),
            {stampAt(second, writer), uid, ChangeKind::DossierOpened, changeBody(dossier)}};
}

Written set(int second, int writer, const QJsonObject& body)
{
    return {workstation(writer), {stampAt(second, writer), uid, ChangeKind::DossierSet, body}};
}

QJsonObject subject(const char* text)
{
    return {{QStringLiteral("subject"), QString::fromUtf8(text)}};
}

FoldedDossier folded(const std::vector<Written>& all)
{
    Fold fold;
    for (const Written& one : all) {
        fold.add(one.writer, std::span(&one.change, 1));
    }
    return *fold.dossier(uid);
}

QStringList namesOf(const std::vector<Conflict>& conflicts)
{
    QStringList names;
    for (const Conflict& conflict : conflicts) {
        names += QStringLiteral("%1: %2 over %3")
                     .arg(conflict.field, conflict.winner.value.toVariant().toString(),
                          conflict.loser.value.toVariant().toString());
    }
    return names;
}

/// Changes of every kind by several writers at random, some stamps equal, some repeated.
std::vector<Written> randomHistory(std::mt19937& random)
{
    const auto upTo = [&random](int limit) {
        return static_cast<int>(random() % static_cast<unsigned>(limit));
    };
    std::vector<Written> all = {opened(0, 1)};
    for (int i = 0; i < 40; ++i) {
        const int writer = 1 + upTo(4);
        const QString stamp = stampAt(1 + upTo(15), upTo(3) == 0 ? 1 : writer);
        const QString other = stampAt(upTo(15), 1 + upTo(4));
        Change change{stamp, uid, ChangeKind::DossierSet, {}};
        switch (upTo(5)) {
        case 0:
            change.body = {{QStringLiteral("subject"), upTo(3)},
                           {QStringLiteral("officer"), QString::number(upTo(3))}};
            break;
        case 1:
            change.body = {
                {QStringLiteral("applicant"), QJsonObject{{QStringLiteral("phone"), upTo(3)}}},
                {QStringLiteral("replaces"), QJsonObject{{QStringLiteral("applicant.phone"), other}}}};
            break;
        case 2:
            change.kind = ChangeKind::ComponentSet;
            change.body = {
                {QStringLiteral("number"), 1 + upTo(2)},
                {QStringLiteral("state"), upTo(2) == 0 ? QStringLiteral("present") : QStringLiteral("shown")},
                {QStringLiteral("replaces"),
                 QJsonObject{{QStringLiteral("state"), QJsonArray{other, stampAt(upTo(15), 1)}}}}};
            break;
        case 3:
            change.kind = ChangeKind::PaperMade;
            change.body = {{QStringLiteral("uid"), QString::number(upTo(2))},
                           {QStringLiteral("pages"), upTo(4)}};
            break;
        default:
            change.kind = ChangeKind::EventNoted;
            change.body = {{QStringLiteral("at"), toIso(morning.addSecs(upTo(5)))},
                           {QStringLiteral("actor"), QString::number(upTo(3))}};
            break;
        }
        all.push_back({workstation(writer), change});
    }
    return all;
}

} // namespace

class FoldTest : public QObject
{
    Q_OBJECT

private slots:
    void dossierComesBackAsItWasWritten();
    void laterStampWinsWhateverComesInFirst();
    void fieldsAreFoldedOneByOne();
    void editsOfTheSameHandAreNoConflict();
    void editOfTheOpeningIsNoConflict();
    void twoHandsWithoutKnowingAreAConflict();
    void editThatSaysWhatItReplacesIsNoConflict();
    void knowledgeIsHandedOn();
    void aSettledDifferenceIsNoConflictWhicheverWasChosen();
    void settlingNamesOnlyWhatIsOpen();
    void ofOneLoserOnlyTheLastWordIsTold();
    void sameValueTwiceIsNoConflict();
    void unopenedDossierSaysSo();
    void replacingNamesTheStampsThatCount();
    void orderAndRepeatsMakeNoDifference_data();
    void orderAndRepeatsMakeNoDifference();
    void cuttingIntoEntriesMakesNoDifference();
    void manyWritesOfOneFieldAreNoTrouble();
};

void FoldTest::dossierComesBackAsItWasWritten()
{
    Component component;
    component.dossierUid = uid;
    component.number = 2;
    component.name = QStringLiteral("Giấy chứng sinh");
    component.expectedPages = 3;
    Paper paper;
    paper.uid = QStringLiteral("p");
    paper.dossierUid = uid;
    paper.component = 2;
    paper.pages = 3;
    paper.madeAt = morning;
    const Event event{uid, morning, dossier::EventKind::Received, QStringLiteral("hoa"), {}};
    Fold fold;
    const Written opening = opened(0, 1);
    const std::vector<Change> changes = {
        opening.change,
        {stampAt(1, 1), uid, ChangeKind::ComponentSet, changeBody(component)},
        {stampAt(2, 1), uid, ChangeKind::PaperMade, changeBody(paper)},
        {stampAt(3, 1), uid, ChangeKind::EventNoted, changeBody(event)}};
    fold.add(workstation(1), changes);
    const auto dossier = fold.dossier(uid);
    QVERIFY(dossier && dossier->opened);
    QCOMPARE(dossier->dossier, dossierFrom(uid, opening.change.body));
    QCOMPARE(dossier->components, std::vector{component});
    QCOMPARE(dossier->papers, std::vector{paper});
    QCOMPARE(dossier->events, std::vector{event});
    QCOMPARE(dossier->lastStamp, stampAt(3, 1));
    QVERIFY(dossier->conflicts.empty());
    QCOMPARE(fold.uids(), std::vector{uid});
    QVERIFY(!fold.dossier(QStringLiteral("unknown")));
}

void FoldTest::laterStampWinsWhateverComesInFirst()
{
    const Written early = set(10, 1, subject("sớm"));
    const Written late = set(20, 2, subject("muộn"));
    QCOMPARE(folded({opened(0, 1), early, late}).dossier.subject, QStringLiteral("muộn"));
    QCOMPARE(folded({late, early, opened(0, 1)}).dossier.subject, QStringLiteral("muộn"));
}

void FoldTest::fieldsAreFoldedOneByOne()
{
    const auto dossier =
        folded({opened(0, 1),
                set(10, 1,
                    {{QStringLiteral("applicant"),
                      QJsonObject{{QStringLiteral("phone"), QStringLiteral("0911111111")}}}}),
                set(11, 2,
                    {{QStringLiteral("applicant"),
                      QJsonObject{{QStringLiteral("residence"), QStringLiteral("Đà Nẵng")}}}}),
                set(12, 3, {{QStringLiteral("status"), 4}})});
    QCOMPARE(dossier.dossier.applicant.phone, QStringLiteral("0911111111"));
    QCOMPARE(dossier.dossier.applicant.residence, QStringLiteral("Đà Nẵng"));
    QCOMPARE(dossier.dossier.applicant.fullName, QStringLiteral("Nguyễn Văn Thử"));
    QCOMPARE(dossier.dossier.status, DossierStatus::InProgress);
    QVERIFY(dossier.conflicts.empty());
}

void FoldTest::editsOfTheSameHandAreNoConflict()
{
    const auto dossier = folded({opened(0, 1), set(1, 2, subject("một")), set(2, 2, subject("hai"))});
    QCOMPARE(dossier.dossier.subject, QStringLiteral("hai"));
    QCOMPARE(namesOf(dossier.conflicts), QStringList());
}

void FoldTest::editOfTheOpeningIsNoConflict()
{
    QVERIFY(folded({opened(0, 1), set(5, 2, subject("khác"))}).conflicts.empty());
}

void FoldTest::twoHandsWithoutKnowingAreAConflict()
{
    const auto dossier = folded({opened(0, 1), set(5, 2, subject("hai")), set(6, 3, subject("ba"))});
    QCOMPARE(namesOf(dossier.conflicts), QStringList{QStringLiteral("subject: ba over hai")});
    QCOMPARE(dossier.conflicts[0].winner.writer, workstation(3));
    QCOMPARE(dossier.conflicts[0].loser, (FieldWrite{stampAt(5, 2), workstation(2), QStringLiteral("hai")}));
}

void FoldTest::editThatSaysWhatItReplacesIsNoConflict()
{
    QJsonObject knowing = subject("ba");
    knowing[QStringLiteral("replaces")] = QJsonObject{{QStringLiteral("subject"), stampAt(5, 2)}};
    const auto dossier = folded({opened(0, 1), set(5, 2, subject("hai")), set(6, 3, knowing)});
    QCOMPARE(dossier.dossier.subject, QStringLiteral("ba"));
    QCOMPARE(namesOf(dossier.conflicts), QStringList());
}

void FoldTest::knowledgeIsHandedOn()
{
    // 4 saw 3's word, which had seen 2's: 4 need not have seen 2's itself. 2's second word nobody saw.
    QJsonObject third = subject("ba");
    third[QStringLiteral("replaces")] = QJsonObject{{QStringLiteral("subject"), stampAt(5, 2)}};
    QJsonObject fourth = subject("bốn");
    fourth[QStringLiteral("replaces")] = QJsonObject{{QStringLiteral("subject"), stampAt(6, 3)}};
    std::vector<Written> all = {opened(0, 1), set(5, 2, subject("hai")), set(6, 3, third), set(9, 4, fourth)};
    QCOMPARE(namesOf(folded(all).conflicts), QStringList());
    all.push_back(set(7, 2, subject("hai nữa")));
    QCOMPARE(namesOf(folded(all).conflicts), QStringList{QStringLiteral("subject: bốn over hai nữa")});
}

void FoldTest::aSettledDifferenceIsNoConflictWhicheverWasChosen()
{
    const std::vector<Written> before = {
        opened(0, 1),
        set(5, 2, subject("hai")),
        set(6, 3, subject("ba")),
        set(7, 4, subject("bốn")),
        set(5, 2,
            {{QStringLiteral("applicant"), QJsonObject{{QStringLiteral("phone"), QStringLiteral("2")}}}}),
        set(6, 3,
            {{QStringLiteral("applicant"), QJsonObject{{QStringLiteral("phone"), QStringLiteral("3")}}}}),
        {workstation(2),
         {stampAt(8, 2),
          uid,
          ChangeKind::ComponentSet,
          {{QStringLiteral("number"), 2}, {QStringLiteral("state"), QStringLiteral("shown")}}}},
        {workstation(3),
         {stampAt(9, 3),
          uid,
          ChangeKind::ComponentSet,
          {{QStringLiteral("number"), 2}, {QStringLiteral("state"), QStringLiteral("reused")}}}}};
    const FoldedDossier open = folded(before);
    QCOMPARE(open.conflicts.size(), std::size_t(4));
    for (const Conflict& conflict : open.conflicts) {
        for (const FieldWrite* chosen : {&conflict.winner, &conflict.loser}) {
            auto change = settlement(open, conflict.field, chosen->stamp);
            QVERIFY(change.has_value());
            change->stamp = stampAt(20, 5);
            std::vector<Written> after = before;
            after.push_back({workstation(5), *change});
            for (const Conflict& left : folded(after).conflicts) {
                QVERIFY2(left.field != conflict.field, qPrintable(left.field));
            }
            Fold fold;
            for (const Written& one : after) {
                fold.add(one.writer, std::span(&one.change, 1));
            }
            QCOMPARE(fold.stampOf(uid, conflict.field), change->stamp);
        }
    }
}

void FoldTest::settlingNamesOnlyWhatIsOpen()
{
    const FoldedDossier open = folded({opened(0, 1), set(5, 2, subject("hai")), set(6, 3, subject("ba"))});
    QVERIFY(!settlement(open, QStringLiteral("dueAt"), stampAt(6, 3)));
    QVERIFY(!settlement(open, QStringLiteral("subject"), stampAt(0, 1)));
    QVERIFY(settlement(open, QStringLiteral("subject"), stampAt(6, 3)));
}

void FoldTest::ofOneLoserOnlyTheLastWordIsTold()
{
    const auto dossier = folded(
        {opened(0, 1), set(5, 2, subject("hai")), set(6, 2, subject("hai, sửa")), set(7, 3, subject("ba"))});
    QCOMPARE(namesOf(dossier.conflicts), QStringList{QStringLiteral("subject: ba over hai, sửa")});
}

void FoldTest::sameValueTwiceIsNoConflict()
{
    QVERIFY(folded({opened(0, 1), set(5, 2, subject("hai")), set(6, 3, subject("hai"))}).conflicts.empty());
}

void FoldTest::unopenedDossierSaysSo()
{
    const auto dossier = folded({set(5, 2, subject("hai"))});
    QVERIFY(!dossier.opened);
    QCOMPARE(dossier.dossier.subject, QStringLiteral("hai"));
}

void FoldTest::replacingNamesTheStampsThatCount()
{
    Fold fold;
    for (const Written& one : {opened(0, 1), set(5, 2, subject("hai"))}) {
        fold.add(one.writer, std::span(&one.change, 1));
    }
    QCOMPARE(fold.stampOf(uid, QStringLiteral("subject")), stampAt(5, 2));
    QCOMPARE(fold.stampOf(uid, QStringLiteral("applicant.phone")), stampAt(0, 1));
    QCOMPARE(fold.stampOf(uid, QStringLiteral("nothing")), QString());
    QJsonObject body = subject("ba");
    body[QStringLiteral("applicant")] = QJsonObject{{QStringLiteral("phone"), QStringLiteral("1")}};
    const QJsonObject knowing = replacing(fold, uid, body);
    QCOMPARE(knowing[QLatin1String("replaces")].toObject(),
             (QJsonObject{{QStringLiteral("subject"), stampAt(5, 2)},
                          {QStringLiteral("applicant.phone"), stampAt(0, 1)}}));
    const Written edit = set(9, 3, knowing);
    fold.add(edit.writer, std::span(&edit.change, 1));
    QVERIFY(fold.dossier(uid)->conflicts.empty());
}

void FoldTest::orderAndRepeatsMakeNoDifference_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 40; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

void FoldTest::orderAndRepeatsMakeNoDifference()
{
    QFETCH(const unsigned, seed);
    std::mt19937 random(seed);
    std::vector<Written> all = randomHistory(random);
    const FoldedDossier expected = folded(all);
    for (int round = 0; round < 10; ++round) {
        std::shuffle(all.begin(), all.end(), random);
        std::vector<Written> repeated = all;
        repeated.insert(repeated.end(), all.begin(), all.begin() + 15);
        QVERIFY(folded(all) == expected);
        QVERIFY(folded(repeated) == expected);
    }
    // The winner of a conflict is what the dossier shows, and no loser is later than it.
    for (const Conflict& conflict : expected.conflicts) {
        QVERIFY(conflict.loser.stamp <= conflict.winner.stamp);
        QVERIFY(conflict.loser.value != conflict.winner.value);
    }
}

void FoldTest::cuttingIntoEntriesMakesNoDifference()
{
    std::vector<Change> changes;
    for (int i = 0; i < 30; ++i) {
        changes.push_back(set(i, 1, subject(i % 2 == 0 ? "chẵn" : "lẻ")).change);
    }
    Fold whole;
    whole.add(workstation(1), changes);
    for (std::size_t cut = 0; cut <= changes.size(); ++cut) {
        Fold parts;
        parts.add(workstation(1), std::span(changes).subspan(cut));
        parts.add(workstation(1), std::span(changes).first(cut));
        QVERIFY(*parts.dossier(uid) == *whole.dossier(uid));
    }
}

void FoldTest::manyWritesOfOneFieldAreNoTrouble()
{
    // Twenty thousand edits of one field by two hands in turn: told in one pass, not in the square of it.
    Fold fold;
    for (int i = 0; i < 20'000; ++i) {
        const Written one = set(i, 1 + i % 2, {{QStringLiteral("subject"), i}});
        fold.add(one.writer, std::span(&one.change, 1));
    }
    QCOMPARE(namesOf(fold.dossier(uid)->conflicts), QStringList{QStringLiteral("subject: 19999 over 19998")});
}

QTEST_GUILESS_MAIN(FoldTest)
#include "tst_fold.moc"
