// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "cost.h"
#include "measures.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QThread>

#include <algorithm>
#include <cstdio>

namespace {

using namespace sohoa;
using namespace sohoa::bench;

const QStringList sections = {QStringLiteral("memory"), QStringLiteral("stages"),  QStringLiteral("peers"),
                              QStringLiteral("codes"),  QStringLiteral("journal"), QStringLiteral("review")};

void declare(QCommandLineParser& parser)
{
    parser.setApplicationDescription(QStringLiteral(
        "Measures what docs/performance.md says. Exit status: 0 measured, 1 a limit was exceeded, "
        "2 wrong usage, 3 something could not be measured."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("json"), QStringLiteral("Write the figures to this file too."),
                      QStringLiteral("file")});
    parser.addOption(
        {QStringLiteral("quick"), QStringLiteral("A minute instead of half an hour: few pages, no grid.")});
    parser.addOption({QStringLiteral("large"),
                      QStringLiteral("A stack of 2,000 pages too: some ten minutes and 3 GB on the disk.")});
    parser.addOption({QStringLiteral("only"),
                      QStringLiteral("Measure these sections only, joined by commas: ") + sections.join(u' '),
                      QStringLiteral("sections")});
    parser.addOption({QStringLiteral("dossiers"), QStringLiteral("Dossiers in the larger journal."),
                      QStringLiteral("count")});
    parser.addOption(
        {QStringLiteral("pages"), QStringLiteral("Pages that are made."), QStringLiteral("count")});
    parser.addOption(
        {QStringLiteral("rounds"), QStringLiteral("Times each page is measured."), QStringLiteral("count")});
    parser.addOption({QStringLiteral("peer-pages"), QStringLiteral("Pages the peers get, at most."),
                      QStringLiteral("count")});
    parser.addOption({QStringLiteral("work"), QStringLiteral("Folder for made pages and homes."),
                      QStringLiteral("folder"), QStringLiteral(SOHOA_BENCH_WORK)});
}

/// False when an option is not a number from 1.
bool readCount(const QCommandLineParser& parser, const char* name, int& count)
{
    if (!parser.isSet(QLatin1String(name))) {
        return true;
    }
    bool isNumber = false;
    count = parser.value(QLatin1String(name)).toInt(&isNumber);
    return isNumber && count > 0;
}

std::optional<Plan> planOf(const QCommandLineParser& parser)
{
    Plan plan;
    plan.work.setPath(parser.value(QStringLiteral("work")));
    if (parser.isSet(QStringLiteral("quick"))) {
        plan.pages = 6;
        plan.rounds = 1;
        plan.peerPages = 1;
        plan.memoryPages = {4, 8};
        plan.digitizePages = 4;
        plan.dossiers = {100, 1'000};
        plan.queries = 5;
        plan.codesGrid = false;
        plan.reviewPages = {60};
    }
    if (parser.isSet(QStringLiteral("large"))) {
        constexpr int largeStack = 2'000;
        plan.memoryPages.push_back(largeStack);
    }
    const bool read = readCount(parser, "dossiers", plan.dossiers.back()) &&
                      readCount(parser, "pages", plan.pages) && readCount(parser, "rounds", plan.rounds) &&
                      readCount(parser, "peer-pages", plan.peerPages);
    return read && plan.work.mkpath(QStringLiteral(".")) ? std::optional(plan) : std::nullopt;
}

/// Memory comes first: what this process holds later would count as its children's.
Status measureAll(const Plan& plan, const QStringList& wanted, Report& report)
{
    const auto wants = [&wanted](const char* name) { return wanted.contains(QLatin1String(name)); };
    QStringList paths;
    if (wants("memory") || wants("stages") || wants("peers") || wants("review")) {
        SOHOA_ASSIGN(paths, madePages(plan));
    }
    Status memory; // what it lacks is said in the end: the other sections do not need it
    if (wants("memory")) {
        memory = measureMemory(plan, paths, report);
        if (!memory) {
            report.skip(QStringLiteral("memory"), QStringLiteral("what is missing above"),
                        describe(memory.error()));
        }
    }
    if (wants("stages") || wants("peers")) {
        SOHOA_ASSIGN(const std::vector<MadePage> pages, loadPages(paths));
        SOHOA_ASSIGN(const double decodeMs, measureStages(plan, pages, report));
        if (wants("peers")) {
            SOHOA_TRY(measurePeers(plan, pages, decodeMs, report));
        }
    }
    if (wants("codes")) {
        SOHOA_TRY(measureCodes(plan, report));
    }
    if (wants("journal")) {
        SOHOA_TRY(measureJournal(plan, report));
    }
    if (wants("review")) {
        SOHOA_TRY(measureReview(plan, paths, report));
    }
    return memory;
}

int run(const QCommandLineParser& parser)
{
    enum Exit
    {
        Measured = 0,
        LimitExceeded = 1,
        Usage = 2,
        Failed = 3
    };
    const std::optional<Plan> plan = planOf(parser);
    const QStringList wanted = parser.isSet(QStringLiteral("only"))
                                   ? parser.value(QStringLiteral("only")).split(u',', Qt::SkipEmptyParts)
                                   : sections;
    const bool known = std::all_of(wanted.begin(), wanted.end(),
                                   [](const QString& section) { return sections.contains(section); });
    if (!plan || !known || !parser.positionalArguments().isEmpty()) {
        std::fputs(parser.helpText().toUtf8().constData(), stderr);
        return Usage;
    }
    // The homes of a measurement keep their keys in files and ask nobody.
    qputenv("SOHOA_KEYSTORE", "file");
    Report report;
    report.condition(QStringLiteral("processor"), processorName());
    report.condition(QStringLiteral("processors"), QThread::idealThreadCount());
    report.condition(QStringLiteral("load before"), loadAverages());
    const Status measured = measureAll(*plan, wanted, report);
    report.condition(QStringLiteral("load after"), loadAverages());
    if (!measured) {
        std::fputs((describe(measured.error()) + u'\n').toUtf8().constData(), stderr);
    }
    if (parser.isSet(QStringLiteral("json"))) {
        const Status written = writeDurably(parser.value(QStringLiteral("json")),
                                            QJsonDocument(report.toJson()).toJson(QJsonDocument::Indented));
        if (!written) {
            std::fputs((describe(written.error()) + u'\n').toUtf8().constData(), stderr);
            return Failed;
        }
    }
    if (!measured) {
        return Failed;
    }
    return report.exceeded() > 0 ? LimitExceeded : Measured;
}

} // namespace

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    declare(parser);
    parser.process(application);
    return run(parser);
}
