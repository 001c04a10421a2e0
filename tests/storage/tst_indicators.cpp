// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/journalfolder.h"

#include <QTest>

#include <map>
#include <random>

using namespace sohoa;
using namespace sohoa::dossier;
using namespace sohoa::storage;
using namespace sohoa::test;

namespace {

struct Case
{
    Dossier dossier;
    std::vector<Component> components;
    std::vector<Paper> papers;
};

/// A dossier with everything drawn by lot that an indicator looks at.
Case drawn(int number, std::mt19937& random)
{
    const auto below = [&random](int limit) {
        return static_cast<int>(random() % static_cast<unsigned>(limit));
    };
    Case drawnCase;
    Dossier& dossier = drawnCase.dossier;
    dossier = inventedDossier(number);
    dossier.receivedAt = below(20) == 0 ? QDateTime() : dossier.receivedAt.addSecs((below(240) - 120) * 3600);
    dossier.status = static_cast<DossierStatus>(1 + below(10));
    dossier.channel = static_cast<Channel>(1 + below(3));
    dossier.givesResult = below(3) != 0;
    dossier.decidingUnit = QStringList{{}, dossier.unit, QStringLiteral("H56")}[below(3)];
    dossier.procedureCode = QStringList{QStringLiteral("1.1"), QStringLiteral("2.2")}[below(2)];
    dossier.field = QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}[below(3)];
    dossier.officer = QStringList{QStringLiteral("lan"), QStringLiteral("minh")}[below(2)];
    dossier.unit = QStringList{QStringLiteral("H56.14"), QStringLiteral("H56")}[below(2)];
    const QDateTime around = fromIso(QStringLiteral("2026-11-20T08:30:00.000+07:00"));
    if (below(4) != 0) {
        dossier.dueAt = around.addSecs((below(5) - 2) * 3600);
    }
    if (below(2) != 0) {
        dossier.finishedAt = around.addSecs((below(5) - 2) * 3600);
    }
    dossier.supplements = below(4);
    for (int i = 1; i <= below(3); ++i) {
        Component component = inventedComponent(dossier, i);
        component.state = static_cast<ComponentState>(below(7));
        drawnCase.components.push_back(component);
    }
    for (int i = 0; i < below(4); ++i) {
        drawnCase.papers.push_back(inventedPaper(dossier, below(2) != 0 ? resultComponent : 1 + below(3)));
    }
    return drawnCase;
}

QString groupOf(const Dossier& dossier, ReportBy by)
{
    switch (by) {
    case ReportBy::None:
        return {};
    case ReportBy::Procedure:
        return dossier.procedureCode;
    case ReportBy::Field:
        return dossier.field;
    case ReportBy::Officer:
        return dossier.officer;
    case ReportBy::Unit:
        return dossier.unit;
    case ReportBy::Day:
        return inVietnam(dossier.receivedAt).date().toString(Qt::ISODate);
    }
    return {};
}

} // namespace

class TestIndicators : public QObject
{
    Q_OBJECT

private slots:
    void nothingReceivedIsOneRowOfZeros()
    {
        JournalFolder home;
        VERIFY_OK(home.reopen());
        const auto rows = home.journal->indicators({}, {}, ReportBy::None);
        VERIFY_OK(rows);
        QCOMPARE(rows->size(), std::size_t(1));
        QCOMPARE(rows->front().counts.size(), indicatorKinds.size());
        for (const IndicatorCount& count : rows->front().counts) {
            QCOMPARE(count.denominator, 0);
            QCOMPARE(count.numerator, 0);
        }
        QVERIFY(home.journal->indicators({}, {}, ReportBy::Day)->empty());
    }

    /// SQL and the definition in dossier/indicator.cpp, on dossiers drawn by lot: same numbers, same lists.
    void sqlAgreesWithTheDefinition()
    {
        constexpr int dossierCount = 400;
        JournalFolder home;
        VERIFY_OK(home.reopen());
        std::mt19937 random(20261120);
        std::vector<Case> cases;
        VERIFY_OK(home.journal->write([&](JournalWriter& writer) -> Status {
            for (int i = 0; i < dossierCount; ++i) {
                Case drawnCase = drawn(i, random);
                SOHOA_TRY(writer.openDossier(drawnCase.dossier, drawnCase.components));
                for (Paper& paper : drawnCase.papers) {
                    SOHOA_TRY(writer.addPaper(paper));
                    if (random() % 2 == 0) {
                        SOHOA_TRY(writer.confirmBlob(paper.sha256, QStringLiteral("k"), paper.bytes,
                                                     home.clock.now()));
                    }
                }
                cases.push_back(std::move(drawnCase));
            }
            SOHOA_ASSIGN(const auto entry, writer.cutLogEntry(1LL << 30, QStringLiteral("H56.14"), 1,
                                                              [](const LogHead&, const std::vector<Change>&) {
                                                                  return Result<QByteArray>("entry");
                                                              }));
            return writer.confirmLogEntry(QStringLiteral("H56.14"), 1, entry->head.sequence,
                                          QStringLiteral("k"), home.clock.now());
        }));
        for (Case& one : cases) {
            one.papers = *home.journal->papers(one.dossier.uid);
        }
        const QDate from(2026, 11, 17);
        const QDate to(2026, 11, 22);
        for (const auto& [first, last] :
             {std::pair(QDate(), QDate()), std::pair(from, to), std::pair(from, from)}) {
            for (const ReportBy by : {ReportBy::None, ReportBy::Procedure, ReportBy::Field, ReportBy::Officer,
                                      ReportBy::Unit, ReportBy::Day}) {
                compare(*home.journal, cases, home.clock.now(), first, last, by);
            }
        }
    }

private:
    static void compare(const Journal& journal, const std::vector<Case>& cases, const QDateTime& now,
                        QDate from, QDate to, ReportBy by)
    {
        struct Lists
        {
            QStringList met;
            QStringList unmet;
        };
        std::map<QString, std::map<IndicatorKind, Lists>> expected;
        for (const Case& one : cases) {
            const QDate day = inVietnam(one.dossier.receivedAt).date();
            if (!isReceived(one.dossier) || (from.isValid() && (day < from || day > to))) {
                continue;
            }
            auto& group = expected[groupOf(one.dossier, by)];
            for (const IndicatorKind kind : indicatorKinds) {
                const IndicatorPlace place =
                    placeOf(kind, one.dossier, factsOf(one.components, one.papers), now);
                Lists& lists = group[kind];
                if (place == IndicatorPlace::Numerator) {
                    lists.met += one.dossier.uid;
                } else if (place == IndicatorPlace::DenominatorOnly) {
                    lists.unmet += one.dossier.uid;
                }
            }
        }
        const auto rows = journal.indicators(from, to, by);
        VERIFY_OK(rows);
        QCOMPARE(rows->size(), expected.size());
        for (const IndicatorRow& row : *rows) {
            QVERIFY(expected.contains(row.key));
            for (const IndicatorCount& count : row.counts) {
                Lists lists = expected[row.key][count.kind];
                QCOMPARE(count.numerator, qint64(lists.met.size()));
                QCOMPARE(count.denominator, qint64(lists.met.size() + lists.unmet.size()));
                auto met = journal.dossiersBehind(count.kind, by, row.key, from, to, true);
                auto unmet = journal.dossiersBehind(count.kind, by, row.key, from, to, false);
                VERIFY_OK(met);
                VERIFY_OK(unmet);
                for (QStringList* list : {&lists.met, &lists.unmet, &*met, &*unmet}) {
                    list->sort();
                }
                QCOMPARE(*met, lists.met);
                QCOMPARE(*unmet, lists.unmet);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestIndicators)
#include "tst_indicators.moc"
