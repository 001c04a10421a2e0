// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "cost.h"
#include "madedossier.h"
#include "measures.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/searchindex.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <functional>

namespace sohoa::bench {

namespace {

using storage::Journal;
using storage::JournalWriter;
using storage::SearchIndex;

const QString section = QStringLiteral("journal");
constexpr int dossiersPerTransaction = 2'000;
constexpr int listed = 50;
// A list that follows the typing: what stays below a frame or two feels as if it were there before.
constexpr double searchLimitMs = 20;

/// A journal of one size and the report its figures go into.
class JournalBench
{
public:
    JournalBench(int dossiers, int rounds, const QString& path, const SecretKey& key, Report& report)
        : m_dossiers(dossiers)
        , m_rounds(rounds)
        , m_path(path)
        , m_key(key)
        , m_report(report)
    {
    }

    Status run()
    {
        SOHOA_TRY(fill());
        SOHOA_TRY(measureOpening());
        SOHOA_ASSIGN(m_journal, Journal::open(m_path, m_key, m_clock, Journal::Check::None));
        SOHOA_TRY(measureLists());
        SOHOA_TRY(measureReports());
        SOHOA_TRY(measureSearch());
        return measureWriting();
    }

private:
    using Task = std::function<Status()>;

    /// Asks `rounds` times; the value is the time on the clock, as the person waits it.
    Status measure(const QString& what, const Task& task, int rounds, std::optional<double> limit = {})
    {
        std::vector<double> wall;
        std::vector<double> processor;
        for (int round = 0; round < rounds; ++round) {
            const Watch watch;
            SOHOA_TRY(task());
            wall.push_back(watch.wallMs());
            processor.push_back(watch.processorMs());
        }
        add(what, wall, processor, limit);
        return {};
    }
    void add(const QString& what, const std::vector<double>& wall, const std::vector<double>& processor,
             std::optional<double> limit)
    {
        Figure figure{.section = section,
                      .name = QStringLiteral("%1: %2").arg(m_dossiers).arg(what),
                      .value = median(wall),
                      .unit = QStringLiteral("ms"),
                      .percentile95 = percentile95(wall)};
        figure.limit = limit;
        figure.processorMs = median(processor);
        m_report.add(figure);
    }

    Status enter(JournalWriter& writer, int number) const
    {
        const MadeDossier made = madeDossier(number, m_dossiers);
        SOHOA_TRY(writer.openDossier(made.dossier, made.components));
        for (const dossier::Paper& paper : made.papers) {
            SOHOA_TRY(writer.addPaper(paper));
        }
        return {};
    }
    Status fill()
    {
        SOHOA_ASSIGN(const std::unique_ptr<Journal> journal,
                     Journal::open(m_path, m_key, m_clock, Journal::Check::None));
        const Watch watch;
        for (int from = 0; from < m_dossiers; from += dossiersPerTransaction) {
            SOHOA_TRY(journal->write([&](JournalWriter& writer) -> Status {
                for (int number = from; number < std::min(m_dossiers, from + dossiersPerTransaction);
                     ++number) {
                    SOHOA_TRY(enter(writer, number));
                }
                return {};
            }));
        }
        m_report.add({.section = section,
                      .name = QStringLiteral("%1: filling, a dossier").arg(m_dossiers),
                      .value = watch.processorMs() / m_dossiers,
                      .unit = QStringLiteral("ms CPU"),
                      .note = QStringLiteral("2 components, 0.7 papers each; %1 a transaction")
                                  .arg(dossiersPerTransaction)});
        return {};
    }
    Status measureOpening()
    {
        const int rounds = std::min(m_rounds, 5);
        const auto openWith = [this](Journal::Check check) {
            return [this, check]() -> Status {
                SOHOA_TRY(Journal::open(m_path, m_key, m_clock, check));
                return {};
            };
        };
        SOHOA_TRY(measure(QStringLiteral("open, checked"), openWith(Journal::Check::Quick), rounds));
        SOHOA_TRY(measure(QStringLiteral("open, unchecked"), openWith(Journal::Check::None), rounds));
        m_report.add({.section = section,
                      .name = QStringLiteral("%1: size of the journal").arg(m_dossiers),
                      .value = static_cast<double>(QFileInfo(m_path).size()) / (1024 * 1024),
                      .unit = QStringLiteral("MiB")});
        return {};
    }
    Status measureLists()
    {
        const auto listWith = [this](const storage::DossierFilter& filter) {
            return [this, filter]() -> Status {
                SOHOA_TRY(m_journal->list(filter, listed));
                return {};
            };
        };
        SOHOA_TRY(measure(QStringLiteral("list the newest 50"), listWith({}), m_rounds));
        storage::DossierFilter overdue;
        overdue.onlyOverdue = true;
        SOHOA_TRY(measure(QStringLiteral("list the newest 50 overdue"), listWith(overdue), m_rounds));
        SOHOA_TRY(measure(
            QStringLiteral("dossiers of a person"),
            [this, asked = 0]() mutable -> Status {
                const QString number =
                    madeDossier(++asked * 7919 % m_dossiers, m_dossiers).dossier.applicant.personalNumber;
                SOHOA_ASSIGN(const std::vector<dossier::Dossier> found, m_journal->dossiersOfPerson(number));
                return found.empty() ? Status(failure(ErrorCode::DossierUnknown)) : Status();
            },
            m_rounds));
        return measure(
            QStringLiteral("counts of the start screen"),
            [this]() -> Status {
                SOHOA_TRY(m_journal->counts());
                return {};
            },
            m_rounds);
    }
    Status measureReports()
    {
        const auto reportBy = [this](dossier::ReportBy by) {
            return [this, by]() -> Status {
                SOHOA_TRY(m_journal->indicators({}, {}, by));
                return {};
            };
        };
        const int rounds = std::min(m_rounds, 10);
        SOHOA_TRY(measure(QStringLiteral("indicators, whole"), reportBy(dossier::ReportBy::None), rounds));
        return measure(QStringLiteral("indicators, by procedure"), reportBy(dossier::ReportBy::Procedure),
                       rounds);
    }
    Status measureSearch()
    {
        std::unique_ptr<SearchIndex> index;
        SOHOA_TRY(measure(
            QStringLiteral("build the search index"),
            [&]() -> Status {
                index.reset();
                SOHOA_ASSIGN(index, SearchIndex::open(m_path, m_key));
                return {};
            },
            std::min(m_rounds, 3)));
        // Another word each time, so that nothing is answered from what was just asked.
        int asked = 0;
        const auto findOf = [&](const std::function<QString(const dossier::Dossier&)>& textOf) {
            return [&, textOf]() -> Status {
                const int number = ++asked * 7919 % m_dossiers; // a prime: wanders through all of them
                const QString text = textOf(madeDossier(number, m_dossiers).dossier);
                SOHOA_ASSIGN(const QStringList found, index->find(text, listed));
                if (found.isEmpty()) {
                    return failure(ErrorCode::Internal, QStringLiteral("the search finds nothing"));
                }
                return {};
            };
        };
        SOHOA_TRY(measure(
            QStringLiteral("search a whole name, no tone marks"),
            findOf([](const dossier::Dossier& made) { return foldForSearch(made.applicant.fullName); }),
            m_rounds, searchLimitMs));
        SOHOA_TRY(
            measure(QStringLiteral("search two letters a family name begins with"),
                    findOf([](const dossier::Dossier& made) { return made.applicant.fullName.left(2); }),
                    m_rounds, searchLimitMs));
        return measure(QStringLiteral("search a personal number"),
                       findOf([](const dossier::Dossier& made) { return made.applicant.personalNumber; }),
                       m_rounds, searchLimitMs);
    }
    Status measureWriting()
    {
        int number = m_dossiers;
        return measure(
            QStringLiteral("enter a dossier, flushed to the disk"),
            [&]() -> Status {
                return m_journal->write([&](JournalWriter& writer) { return enter(writer, number++); });
            },
            m_rounds);
    }

    const int m_dossiers;
    const int m_rounds;
    const QString m_path;
    const SecretKey& m_key;
    const SystemClock m_clock;
    Report& m_report;
    std::unique_ptr<Journal> m_journal;
};

} // namespace

Status measureJournal(const Plan& plan, Report& report)
{
    SOHOA_ASSIGN(const SecretKey key, SecretKey::generate());
    for (const int dossiers : plan.dossiers) {
        const QTemporaryDir folder(plan.work.filePath(QStringLiteral("journal-XXXXXX")));
        if (!folder.isValid()) {
            return failure(ErrorCode::StorageFailed, folder.errorString());
        }
        SOHOA_TRY(
            JournalBench(dossiers, plan.queries, folder.filePath(QStringLiteral("journal.db")), key, report)
                .run());
    }
    return {};
}

} // namespace sohoa::bench
