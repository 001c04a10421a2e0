// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/journalfolder.h"
#include "storage/searchindex.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace sohoa;
using namespace sohoa::dossier;
using namespace sohoa::storage;
using namespace sohoa::test;

namespace {

Result<QByteArray> buildEntry(const LogHead& head, const std::vector<Change>& changes)
{
    QJsonArray list;
    for (const Change& change : changes) {
        list += toJson(change);
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("sequence"), head.sequence},
                                     {QStringLiteral("previous"), head.previousSha256},
                                     {QStringLiteral("changes"), list}})
        .toJson(QJsonDocument::Compact);
}

std::vector<Change> changesIn(const LogEntry& entry)
{
    std::vector<Change> changes;
    const QJsonArray list = QJsonDocument::fromJson(entry.bytes).object()[QLatin1String("changes")].toArray();
    for (const QJsonValue& value : list) {
        changes.push_back(*changeFrom(value.toObject()));
    }
    return changes;
}

/// Cuts one entry; without one the sequence is 0.
LogEntry cut(Journal& journal, qint64 maxBytes = 1'000'000, int workstation = 1)
{
    LogEntry entry;
    const Status done = journal.write([&](JournalWriter& writer) -> Status {
        SOHOA_ASSIGN(const auto made,
                     writer.cutLogEntry(maxBytes, QStringLiteral("H56.14"), workstation, buildEntry));
        entry = made.value_or(LogEntry{});
        return {};
    });
    return done ? entry : LogEntry{{QStringLiteral("failed"), 0, -1, {}, {}}, {}, {}, {}};
}

} // namespace

class TestDelivery : public QObject
{
    Q_OBJECT

private slots:
    void paperIsOrderedAndConfirmedOnlyAfterBlobAndEntry()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        const Dossier dossier = inventedDossier(1);
        const Paper paper = inventedPaper(dossier, 1);
        VERIFY_OK(home.openDossier(dossier));
        VERIFY_OK(home.journal->write([&](JournalWriter& writer) { return writer.addPaper(paper); }));
        const auto waiting = home.journal->outbox();
        VERIFY_OK(waiting);
        QCOMPARE(waiting->size(), std::size_t(1));
        QCOMPARE(waiting->front().sha256, paper.sha256);
        QCOMPARE(waiting->front().dossierCode, dossier.code);
        QCOMPARE(waiting->front().title, paper.title);

        // The entry that can be cut now names no paper: its file is not in the warehouse yet.
        const LogEntry first = cut(*home.journal);
        QCOMPARE(first.head.sequence, 1);
        QCOMPARE(changesIn(first).size(), std::size_t(1));
        QCOMPARE(cut(*home.journal).head.sequence, 0);

        const auto state = [&] { return (*home.journal->paper(paper.uid))->delivery; };
        VERIFY_OK(home.journal->write([&](JournalWriter& writer) {
            return writer.setOutboxState(waiting->front().id, DeliveryState::Refused,
                                         ErrorCode::WarehouseFull, 3, home.clock.now().addSecs(60));
        }));
        QVERIFY(state() == DeliveryState::Refused);
        QCOMPARE(home.journal->counts()->papersRefused, 1);
        QCOMPARE(home.journal->outbox()->front().reason, std::optional(ErrorCode::WarehouseFull));
        QCOMPARE(home.journal->outboxDue(false)->size(), std::size_t(1)); // only the entry
        QCOMPARE(home.journal->outboxDue(true)->size(), std::size_t(2));

        VERIFY_FAILS(home.journal->write([&](JournalWriter& writer) {
            return writer.confirmBlob(paper.sha256, QStringLiteral("v1/blobs/x"), 1, home.clock.now());
        }),
                     ErrorCode::WarehouseMismatch);
        VERIFY_OK(home.journal->write([&](JournalWriter& writer) {
            return writer.confirmBlob(paper.sha256, QStringLiteral("v1/blobs/x"), paper.bytes,
                                      home.clock.now());
        }));
        QVERIFY(state() == DeliveryState::Confirming);
        QCOMPARE((*home.journal->receipt(paper.sha256))->length, paper.bytes);

        const LogEntry second = cut(*home.journal);
        QCOMPARE(second.head.sequence, 2);
        QCOMPARE(second.head.previousSha256, first.sha256);
        QVERIFY(changesIn(second).front().kind == ChangeKind::PaperMade);
        QVERIFY(state() == DeliveryState::Confirming);
        for (const qint64 sequence : {1, 2, 2}) {
            VERIFY_OK(home.journal->write([&](JournalWriter& writer) {
                return writer.confirmLogEntry(QStringLiteral("H56.14"), 1, sequence,
                                              QStringLiteral("v1/log/%1").arg(sequence), home.clock.now());
            }));
        }
        QVERIFY(state() == DeliveryState::Confirmed);
        QVERIFY(home.journal->outbox()->empty());
        QVERIFY(!home.journal->outboxCounts()->oldest);
        QCOMPARE(home.journal->outboxCounts()->unshippedChanges, 0);
        QCOMPARE(home.journal->events(dossier.uid)->size(), std::size_t(1)); // said once
        VERIFY_OK(home.reopen());
        const auto kept = home.journal->logEntry(QStringLiteral("H56.14"), 1, 2);
        VERIFY_OK(kept);
        QCOMPARE(kept->bytes, second.bytes);
        QVERIFY(kept->confirmedAt.has_value());
        QCOMPARE(home.journal->logEntries()->size(), std::size_t(2));
    }

    void sameContentIsSentOnce()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        const Dossier dossier = inventedDossier(1);
        VERIFY_OK(home.openDossier(dossier));
        const Paper one = inventedPaper(dossier, 1);
        Paper two = inventedPaper(dossier, 2);
        Paper three = inventedPaper(dossier, 3);
        two.sha256 = three.sha256 = one.sha256;
        VERIFY_OK(home.journal->write([&](JournalWriter& writer) -> Status {
            SOHOA_TRY(writer.addPaper(one));
            SOHOA_TRY(writer.addPaper(two));
            SOHOA_TRY(writer.confirmBlob(one.sha256, QStringLiteral("k"), one.bytes, home.clock.now()));
            return writer.addPaper(three);
        }));
        QVERIFY(home.journal->outbox()->empty());
        const auto made = home.journal->papers(dossier.uid);
        VERIFY_OK(made);
        for (const Paper& paper : *made) {
            QVERIFY(paper.delivery == DeliveryState::Confirming);
        }
        QVERIFY(home.journal->outboxCounts()->oldest.has_value());
    }

    void entriesStayBelowTheirLimit()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        for (int i = 0; i < 30; ++i) {
            VERIFY_OK(home.openDossier(inventedDossier(i)));
        }
        std::size_t changes = 0;
        QString previous;
        for (qint64 expected = 1; changes < 30; ++expected) {
            const LogEntry entry = cut(*home.journal, 5000);
            QCOMPARE(entry.head.sequence, expected);
            QCOMPARE(entry.head.previousSha256, previous);
            QVERIFY(!changesIn(entry).empty());
            QVERIFY2(entry.bytes.size() <= 5500, QByteArray::number(entry.bytes.size()).constData());
            previous = entry.sha256;
            changes += changesIn(entry).size();
        }
        QCOMPARE(changes, std::size_t(30));
        QCOMPARE(cut(*home.journal).head.sequence, 0);
        // A single change above the limit goes alone rather than never.
        VERIFY_OK(home.openDossier(inventedDossier(100)));
        QCOMPARE(changesIn(cut(*home.journal, 1)).size(), std::size_t(1));
    }

    void stampsGrowAlthoughTheClockGoesBack()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        Dossier dossier = inventedDossier(1);
        VERIFY_OK(home.openDossier(dossier));
        home.clock.advance(-3600);
        dossier.supplements = 1;
        VERIFY_OK(home.journal->write([&](JournalWriter& writer) { return writer.setDossier(dossier); }));
        const auto history = home.journal->history(dossier.uid);
        VERIFY_OK(history);
        QVERIFY(history->at(0).stamp < history->at(1).stamp);
    }

    void twoHomesComeToTheSameDossier()
    {
        JournalFolder one;
        JournalFolder two;
        VERIFY_OK(one.reopen());
        VERIFY_OK(two.reopen());
        Dossier dossier = inventedDossier(1);
        const Paper paper = inventedPaper(dossier, 1);
        VERIFY_OK(one.openDossier(dossier, {inventedComponent(dossier, 1)}));
        VERIFY_OK(one.journal->write([&](JournalWriter& writer) -> Status {
            SOHOA_TRY(writer.addPaper(paper));
            SOHOA_TRY(writer.addEvent({dossier.uid, one.clock.now(), EventKind::Received, {}, {}}));
            return writer.confirmBlob(paper.sha256, QStringLiteral("k"), paper.bytes, one.clock.now());
        }));
        const auto give = [](const LogEntry& entry, JournalFolder& to) {
            return to.journal->write([&](JournalWriter& writer) {
                return writer.acceptEntry(entry.head, entry.sha256, changesIn(entry));
            });
        };
        const LogEntry opened = cut(*one.journal, 1'000'000, 1);
        VERIFY_OK(give(opened, two));
        VERIFY_OK(give(opened, two)); // again: nothing
        QVERIFY(*two.journal->dossier(dossier.uid) == dossier);
        QCOMPARE(two.journal->components(dossier.uid)->size(), std::size_t(1));
        QCOMPARE(two.journal->events(dossier.uid)->size(), std::size_t(1));
        QVERIFY(two.journal->papers(dossier.uid)->front().delivery == DeliveryState::Confirmed);
        QVERIFY(two.journal->vaultReferences()->empty());
        QVERIFY(two.journal->outbox()->empty());
        QCOMPARE(cut(*two.journal).head.sequence, 0); // the changes of others are not shipped again

        // Both edit without knowing of each other: different fields are both kept, the later of the same
        // wins.
        Dossier here = dossier;
        here.subject = QStringLiteral("sửa ở máy một");
        here.applicant.phone = QStringLiteral("0900000001");
        VERIFY_OK(one.journal->write([&](JournalWriter& writer) { return writer.setDossier(here); }));
        two.clock.advance(60);
        Dossier there = dossier;
        there.subject = QStringLiteral("sửa ở máy hai");
        there.status = DossierStatus::InProgress;
        VERIFY_OK(two.journal->write([&](JournalWriter& writer) { return writer.setDossier(there); }));
        const LogEntry fromOne = cut(*one.journal, 1'000'000, 1);
        const LogEntry fromTwo = cut(*two.journal, 1'000'000, 2);
        VERIFY_OK(give(fromOne, two));
        VERIFY_OK(give(fromTwo, one));
        const auto atOne = one.journal->dossier(dossier.uid);
        VERIFY_OK(atOne);
        QVERIFY(*atOne == *two.journal->dossier(dossier.uid));
        QCOMPARE(atOne->subject, there.subject);
        QCOMPARE(atOne->applicant.phone, here.applicant.phone);
        QVERIFY(atOne->status == DossierStatus::InProgress);
        QCOMPARE(one.journal->cursors()->front().sequence, 1);
    }

    void gapsAndForeignChainsAreRefused()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        const Dossier dossier = inventedDossier(1);
        const std::vector<Change> changes = {{QStringLiteral("019351a2b3c4-0000-3"), dossier.uid,
                                              ChangeKind::DossierOpened, changeBody(dossier)}};
        const auto accept = [&](qint64 sequence, const QString& previous, const QString& sha256) {
            return home.journal->write([&](JournalWriter& writer) {
                return writer.acceptEntry({QStringLiteral("H1"), 3, sequence, previous, home.clock.now()},
                                          sha256, changes);
            });
        };
        VERIFY_FAILS(accept(2, {}, QStringLiteral("b")), ErrorCode::LogBroken);
        VERIFY_OK(accept(1, {}, QStringLiteral("a")));
        VERIFY_FAILS(accept(2, QStringLiteral("x"), QStringLiteral("b")), ErrorCode::LogBroken);
        VERIFY_FAILS(accept(1, {}, QStringLiteral("c")), ErrorCode::LogBroken);
        VERIFY_FAILS(accept(3, QStringLiteral("a"), QStringLiteral("c")), ErrorCode::LogBroken);
        VERIFY_OK(accept(2, QStringLiteral("a"), QStringLiteral("b")));
    }

    void searchIsBlindToMarksAndFindsWhatIsNew()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        Dossier first = inventedDossier(1);
        Dossier second = inventedDossier(2);
        second.applicant.fullName = QStringLiteral("Trần Văn Đức");
        second.subject = QStringLiteral("Cấp bản sao");
        VERIFY_OK(home.openDossier(first));
        const auto index = SearchIndex::open(home.path(), keyOf('k'));
        VERIFY_OK(index);
        const auto find = [&](const char* text, int limit = 10, int offset = 0) {
            return (*index)
                ->find(QString::fromUtf8(text), limit, offset)
                .value_or(QStringList{QStringLiteral("error")});
        };
        QCOMPARE(find("dao nguy"), QStringList{first.uid});
        QCOMPARE(find("ĐÀO"), QStringList{first.uid});
        QCOMPARE(find("duc"), QStringList());
        VERIFY_OK(home.openDossier(second));
        QCOMPARE(find("tran duc"), QStringList{second.uid});
        QCOMPARE(find("khai sinh"), (QStringList{second.uid, first.uid})); // procedure; newest first
        QCOMPARE(find("khai", 1, 1), QStringList{first.uid});
        QCOMPARE(find("079098000002"), QStringList{second.uid});
        QCOMPARE(find("261120-0001"), QStringList{first.uid});
        QCOMPARE(find("nguyen duc"), QStringList());
        QCOMPARE(find("\"* OR (NEAR"), QStringList());
        QCOMPARE(find("  "), QStringList());
        // What another process writes is found as well, under its new words only.
        auto other = home.open();
        VERIFY_OK(other);
        second.applicant.fullName = QStringLiteral("Lê Thị Ước");
        VERIFY_OK((*other)->write([&](JournalWriter& writer) { return writer.setDossier(second); }));
        QCOMPARE(find("uoc"), QStringList{second.uid});
        QCOMPARE(find("tran"), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestDelivery)
#include "tst_delivery.moc"
