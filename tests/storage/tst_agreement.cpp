// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Several workstations work offline on the same dossiers, with clocks that are wrong, and exchange their logs
// in any order. In the end all of them must hold the same dossiers: those that the fold of all logs tells.
#include "dossier/fold.h"
#include "storage/journalfolder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <map>
#include <memory>
#include <numeric>
#include <random>

using namespace sohoa;
using namespace sohoa::dossier;
using namespace sohoa::storage;
using namespace sohoa::test;

namespace {

const QString unit = QStringLiteral("H56.14");

Result<QByteArray> buildEntry(const LogHead& head, const std::vector<Change>& changes)
{
    QJsonArray list;
    for (const Change& change : changes) {
        list += toJson(change);
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("sequence"), head.sequence},
                                     {QStringLiteral("workstation"), head.workstation},
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

/// A workstation with its journal, and what it has put into its log.
struct Counter
{
    JournalFolder home;
    int number = 0;
    std::vector<LogEntry> log;
    std::map<int, std::size_t> read; ///< of the logs of others, by their numbers

    Status start(int workstation)
    {
        number = workstation;
        SOHOA_TRY(home.reopen());
        return home.journal->write([&](JournalWriter& writer) -> Status {
            SOHOA_TRY(writer.setSetting(QString::fromLatin1(unitSetting), unit));
            return writer.setSetting(QString::fromLatin1(workstationSetting), qint64{workstation});
        });
    }
    Status publish()
    {
        return home.journal->write([&](JournalWriter& writer) -> Status {
            SOHOA_ASSIGN(const auto made, writer.cutLogEntry(1'000'000, unit, number, buildEntry));
            if (made) {
                log.push_back(*made);
            }
            return {};
        });
    }
    /// Reads `other` up to `upTo` entries.
    Status fetch(const Counter& other, std::size_t upTo)
    {
        std::size_t& next = read[other.number];
        for (; next < std::min(upTo, other.log.size()); ++next) {
            const LogEntry& entry = other.log[next];
            SOHOA_TRY(home.journal->write([&](JournalWriter& writer) {
                return writer.acceptEntry(entry.head, entry.sha256, changesIn(entry));
            }));
        }
        return {};
    }
};

/// Everything about a dossier that must be the same everywhere.
struct Told
{
    Dossier dossier;
    std::vector<Component> components;
    std::vector<Paper> papers;
    QStringList events;
    std::vector<Conflict> differences;

    bool operator==(const Told&) const = default;
};

QString lineOf(const Event& event)
{
    return toIso(event.at) + u' ' + toString(event.kind) + u' ' + event.actor + u' ' +
           QString::fromUtf8(QJsonDocument(event.detail).toJson(QJsonDocument::Compact));
}

void normalize(Told& told)
{
    for (Paper& paper : told.papers) {
        paper.delivery = DeliveryState::Waiting;
        paper.confirmedAt = {};
    }
    std::sort(told.papers.begin(), told.papers.end(),
              [](const Paper& a, const Paper& b) { return a.uid < b.uid; });
    told.events.sort();
}

Result<Told> toldBy(const Journal& journal, const QString& uid)
{
    Told told;
    SOHOA_ASSIGN(told.dossier, journal.dossier(uid));
    SOHOA_ASSIGN(told.components, journal.components(uid));
    SOHOA_ASSIGN(told.papers, journal.papers(uid));
    SOHOA_ASSIGN(const std::vector<Event> events, journal.events(uid));
    for (const Event& event : events) {
        if (event.kind != EventKind::PaperConfirmed) { // known only to whom the warehouse said it
            told.events += lineOf(event);
        }
    }
    SOHOA_ASSIGN(told.differences, journal.differences(uid));
    normalize(told);
    return told;
}

Told toldBy(const Fold& fold, const QString& uid)
{
    const FoldedDossier folded = *fold.dossier(uid);
    Told told{folded.dossier, folded.components, folded.papers, {}, folded.conflicts};
    for (const Event& event : folded.events) {
        told.events += lineOf(event);
    }
    normalize(told);
    return told;
}

class Office
{
public:
    Office(unsigned seed, int size)
        : m_random(seed)
    {
        for (int i = 0; i < size; ++i) {
            counters.push_back(std::make_unique<Counter>());
        }
    }

    int upTo(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }

    Status start()
    {
        // One clock is a little late, one much too early, one two days ahead.
        const std::vector<int> wrongBy = {0, -90, -86'400 * 400, 2 * 86'400};
        for (std::size_t i = 0; i < counters.size(); ++i) {
            SOHOA_TRY(counters[i]->start(static_cast<int>(i) + 1));
            counters[i]->home.clock.advance(wrongBy[i]);
        }
        return {};
    }

    /// Something that one of them does.
    Status act()
    {
        for (const auto& counter : counters) {
            counter->home.clock.advance(upTo(3));
        }
        Counter& counter = *counters[static_cast<std::size_t>(upTo(static_cast<int>(counters.size())))];
        Journal& journal = *counter.home.journal;
        if (upTo(8) == 0 || m_uids.isEmpty()) {
            const Dossier dossier = inventedDossier(++m_dossiers);
            m_uids += dossier.uid;
            return counter.home.openDossier(dossier,
                                            {inventedComponent(dossier, 1), inventedComponent(dossier, 2)});
        }
        const QString uid = m_uids[upTo(static_cast<int>(m_uids.size()))];
        const Result<Dossier> known = journal.dossier(uid);
        if (!known) {
            return {}; // this one has not heard of it
        }
        return journal.write([&](JournalWriter& writer) { return edit(writer, journal, *known); });
    }

    Status exchange(bool all)
    {
        for (const auto& counter : counters) {
            if (all || upTo(3) == 0) {
                SOHOA_TRY(counter->publish());
            }
        }
        std::vector<std::size_t> order(counters.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        for (const auto& reader : counters) {
            std::shuffle(order.begin(), order.end(), m_random);
            for (const std::size_t other : order) {
                if (counters[other] != reader && (all || upTo(3) == 0)) {
                    const std::size_t size = counters[other]->log.size();
                    const std::size_t upToEntry = all ? size : static_cast<std::size_t>(upTo(4)) + 1;
                    SOHOA_TRY(reader->fetch(*counters[other], upToEntry));
                }
            }
        }
        return {};
    }

    [[nodiscard]] const QStringList& uids() const { return m_uids; }
    std::mt19937& random() { return m_random; }

    std::vector<std::unique_ptr<Counter>> counters;
    int settled = 0;

private:
    Status edit(JournalWriter& writer, const Journal& journal, const Dossier& known)
    {
        Dossier dossier = known;
        SOHOA_ASSIGN(const std::vector<Component> components, journal.components(known.uid));
        switch (upTo(10)) {
        case 0:
            dossier.subject = QStringLiteral("trích yếu %1").arg(upTo(3));
            return writer.setDossier(dossier);
        case 1:
            dossier.applicant.phone = QStringLiteral("090000000%1").arg(upTo(3));
            dossier.officer = QString::number(upTo(2));
            return writer.setDossier(dossier);
        case 2:
            dossier.status = upTo(2) == 0 ? DossierStatus::InProgress : DossierStatus::Done;
            dossier.finishedAt = fromIso(QStringLiteral("2026-11-2%1T08:00:00.000+07:00").arg(upTo(8)));
            return writer.setDossier(dossier);
        case 3: {
            Component component = components[static_cast<std::size_t>(upTo(2))];
            component.state = upTo(2) == 0 ? ComponentState::Shown : ComponentState::Present;
            return writer.setComponent(component);
        }
        case 4: {
            Component component = components[static_cast<std::size_t>(upTo(2))];
            component.expectedPages = upTo(3);
            return writer.setComponent(component);
        }
        case 5: {
            const Paper paper = inventedPaper(known, 1 + upTo(2));
            SOHOA_TRY(writer.addPaper(paper));
            return writer.confirmBlob(paper.sha256, QStringLiteral("k"), paper.bytes, known.receivedAt);
        }
        case 6:
            return writer.addEvent({known.uid,
                                    known.receivedAt.addSecs(upTo(100)),
                                    EventKind::ComponentChanged,
                                    QString::number(upTo(2)),
                                    {}});
        default: {
            SOHOA_ASSIGN(const QStringList differing, journal.differingDossiers());
            if (differing.isEmpty() || upTo(3) > 0) {
                return {};
            }
            const QString uid = differing[upTo(static_cast<int>(differing.size()))];
            SOHOA_ASSIGN(const std::vector<Conflict> open, journal.differences(uid));
            const Conflict& conflict = open[static_cast<std::size_t>(upTo(static_cast<int>(open.size())))];
            ++settled;
            return writer.settleDifference(uid, conflict.field,
                                           upTo(2) == 0 ? conflict.winner.stamp : conflict.loser.stamp,
                                           QStringLiteral("lan"));
        }
        }
    }

    std::mt19937 m_random;
    QStringList m_uids;
    int m_dossiers = 0;
};

} // namespace

class TestAgreement : public QObject
{
    Q_OBJECT

private slots:
    void allWorkstationsComeToTheFoldOfAllLogs_data()
    {
        QTest::addColumn<unsigned>("seed");
        QTest::addColumn<int>("size");
        for (unsigned seed = 1; seed <= 12; ++seed) {
            QTest::addRow("seed %u", seed) << seed << 2 + static_cast<int>(seed % 3);
        }
    }

    void allWorkstationsComeToTheFoldOfAllLogs()
    {
        QFETCH(const unsigned, seed);
        QFETCH(const int, size);
        Office office(seed, size);
        VERIFY_OK(office.start());
        for (int step = 0; step < 120; ++step) {
            VERIFY_OK(office.act());
            if (office.upTo(6) == 0) {
                VERIFY_OK(office.exchange(false));
            }
        }
        VERIFY_OK(office.exchange(true));

        Fold fold;
        std::vector<std::pair<int, LogEntry>> entries;
        for (const auto& counter : office.counters) {
            for (const LogEntry& entry : counter->log) {
                entries.emplace_back(counter->number, entry);
            }
        }
        std::shuffle(entries.begin(), entries.end(), office.random());
        for (const auto& [number, entry] : entries) {
            fold.add({unit, number}, changesIn(entry));
        }
        QCOMPARE(fold.uids().size(), std::size_t(office.uids().size()));

        // One who comes late and reads the logs one after the other.
        office.counters.push_back(std::make_unique<Counter>());
        Counter& late = *office.counters.back();
        VERIFY_OK(late.start(size + 1));
        for (int other = size; other-- > 0;) {
            VERIFY_OK(late.fetch(*office.counters[static_cast<std::size_t>(other)], 100'000));
        }

        int differing = 0;
        for (const QString& uid : office.uids()) {
            const Told expected = toldBy(fold, uid);
            differing += expected.differences.empty() ? 0 : 1;
            for (const auto& counter : office.counters) {
                const auto told = toldBy(*counter->home.journal, uid);
                VERIFY_OK(told);
                QCOMPARE(told->events, expected.events);
                QVERIFY(told->dossier == expected.dossier);
                QVERIFY(told->components == expected.components);
                QVERIFY(told->papers == expected.papers);
                QVERIFY(told->differences == expected.differences);
            }
        }
        for (const auto& counter : office.counters) {
            QCOMPARE(counter->home.journal->differingDossiers()->size(), differing);
            QCOMPARE(counter->home.journal->counts()->differing, differing);
        }
        m_differing += differing;
        m_settled += office.settled;
    }

    void theHistoriesAboveHadDifferencesOpenAndSettled()
    {
        QVERIFY2(m_differing > 5, QByteArray::number(m_differing).constData());
        QVERIFY2(m_settled > 5, QByteArray::number(m_settled).constData());
    }

    void differencesComeUpAndAreSettledForAll()
    {
        Office office(7, 3);
        VERIFY_OK(office.start());
        Dossier dossier = inventedDossier(1);
        VERIFY_OK(office.counters[0]->home.openDossier(dossier, {inventedComponent(dossier, 1)}));
        VERIFY_OK(office.exchange(true));
        const auto set = [&](std::size_t who, const QString& subject) {
            Journal& journal = *office.counters[who]->home.journal;
            auto known = journal.dossier(dossier.uid);
            VERIFY_OK(known);
            known->subject = subject;
            VERIFY_OK(journal.write([&](JournalWriter& writer) { return writer.setDossier(*known); }));
        };
        const auto open = [&](std::size_t who) {
            return *office.counters[who]->home.journal->differences(dossier.uid);
        };
        // One after the other, each knowing what was there: no difference.
        set(1, QStringLiteral("một"));
        VERIFY_OK(office.exchange(true));
        set(2, QStringLiteral("hai"));
        VERIFY_OK(office.exchange(true));
        QVERIFY(open(0).empty());
        // At the same time: both are kept and shown, everywhere the same.
        set(0, QStringLiteral("ba"));
        set(1, QStringLiteral("bốn"));
        VERIFY_OK(office.exchange(true));
        QCOMPARE(open(0).size(), std::size_t(1));
        QCOMPARE(open(0).front().field, QStringLiteral("subject"));
        QVERIFY(open(0) == open(1) && open(1) == open(2));
        const Conflict conflict = open(2).front();
        Journal& third = *office.counters[2]->home.journal;
        const auto settle = [&](const QString& stamp) {
            return third.write([&](JournalWriter& writer) {
                return writer.settleDifference(dossier.uid, QStringLiteral("subject"), stamp,
                                               QStringLiteral("lan"));
            });
        };
        VERIFY_FAILS(settle(QStringLiteral("no such stamp")), ErrorCode::NotFound);
        VERIFY_OK(settle(conflict.loser.stamp));
        VERIFY_FAILS(settle(conflict.loser.stamp), ErrorCode::NotFound); // it is settled
        VERIFY_OK(office.exchange(true));
        for (std::size_t who = 0; who < 3; ++who) {
            QVERIFY(open(who).empty());
            QVERIFY(office.counters[who]->home.journal->differingDossiers()->isEmpty());
            QCOMPARE(office.counters[who]->home.journal->dossier(dossier.uid)->subject,
                     conflict.loser.value.toString());
        }
    }

private:
    int m_differing = 0;
    int m_settled = 0;
};

QTEST_GUILESS_MAIN(TestAgreement)
#include "tst_agreement.moc"
