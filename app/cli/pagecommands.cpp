// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/importfiles.h"
#include "cli/command.h"
#include "cli/words.h"
#include "dossier/idcard.h"
#include "wording/names.h"
#include "workflow/digitizing.h"
#include "workflow/inspection.h"
#include "workflow/workspace.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>
#include <deque>

namespace sohoa::cli {

using workflow::DigitizingProgress; // lupdate loses the context behind a qualified return type

namespace {

/// What inspecting one file gave: the lines of its pages, and what ended it early if anything did.
struct InspectedFile
{
    QString file;
    std::vector<QJsonObject> lines;
    std::optional<Error> error;
};

InspectedFile inspectFile(const QString& file, const StopToken& stop)
{
    InspectedFile inspected{file, {}, {}};
    const Result<QByteArray> bytes = capture::readStable(file);
    if (!bytes) {
        inspected.error = bytes.error();
        return inspected;
    }
    int number = 0;
    const Result<int> taken =
        workflow::takePages(*bytes, file, stop, [&](workflow::IncomingPage&& incoming) -> Status {
            ++number;
            SOHOA_ASSIGN(const workflow::Inspected page,
                         workflow::inspectPage(incoming.bytes, incoming.page, stop));
            if (page.truncated) {
                return failure(ErrorCode::ImageTruncated, QStringLiteral("page %1").arg(number));
            }
            inspected.lines.push_back(workflow::inspectionLine(file, number, incoming.page, page.findings));
            return {};
        });
    if (!taken) {
        inspected.error = taken.error();
    }
    return inspected;
}

QString inspectionText(const QJsonObject& line)
{
    const auto number = [&line](const char* name) {
        return QString::number(line[QLatin1String(name)].toDouble());
    };
    const QJsonValue skew = line[QLatin1String("skewDegrees")];
    const QJsonValue orientation = line[QLatin1String("orientation")];
    QStringList codes;
    const QJsonArray found = line[QLatin1String("codes")].toArray();
    for (const QJsonValue& code : found) {
        codes += code.toObject()[QLatin1String("kind")].toString();
    }
    return QStringLiteral("%1 [%2]  %3x%4 %5 dpi %6  %7  skew %8  turn %9  %10")
        .arg(line[QLatin1String("file")].toString(), number("page"), number("width"), number("height"),
             number("dpi"), line[QLatin1String("mode")].toString(),
             line[QLatin1String("blank")].toBool() ? Words::tr("blank") : Words::tr("content"),
             skew.isDouble() ? QString::number(skew.toDouble(), 'f', 2) : QStringLiteral("?"),
             orientation.isDouble() ? QString::number(orientation.toInt()) : QStringLiteral("?"),
             codes.join(u','));
}

Exit say(const Call& call, const InspectedFile& inspected)
{
    for (const QJsonObject& line : inspected.lines) {
        call.output.object(line);
        call.output.line(inspectionText(line));
    }
    if (inspected.error) {
        call.output.error(inspected.file, *inspected.error, true);
        return Exit::Partly;
    }
    return Exit::Done;
}

void sayReport(const Call& call, const workflow::DigitizingReport& report)
{
    const Output& output = call.output;
    if (report.alreadyDone) {
        output.message(Words::tr("These files were taken in before; nothing was changed."));
    }
    for (const workflow::DigitizedDossier& done : report.dossiers) {
        output.line(Words::tr("Dossier %1  %2").arg(done.dossier.code, done.dossier.procedureName));
        for (const workflow::FinishedPaper& finished : done.papers) {
            const dossier::Paper& paper = finished.paper;
            output.line(Words::tr("  %1  %2 pages  %3 kB  %4")
                            .arg(paper.code, QString::number(paper.pages),
                                 QString::number((paper.bytes + 1023) / 1024), paper.title));
            output.object(QJsonObject{{QStringLiteral("dossier"), done.dossier.code},
                                      {QStringLiteral("paper"), paper.code},
                                      {QStringLiteral("component"), paper.component},
                                      {QStringLiteral("title"), paper.title},
                                      {QStringLiteral("pages"), paper.pages},
                                      {QStringLiteral("bytes"), paper.bytes},
                                      {QStringLiteral("sha256"), paper.sha256},
                                      {QStringLiteral("version"), paper.version},
                                      {QStringLiteral("unchanged"), finished.unchanged},
                                      {QStringLiteral("lowResolutionPages"), finished.lowResolutionPages},
                                      {QStringLiteral("noteGaps"), finished.noteGaps}});
            if (finished.noteGaps > 0) {
                output.message(Words::tr("%1: %n page(s) with a note stuck on lack their second copy, "
                                         "without the note.",
                                         nullptr, finished.noteGaps)
                                   .arg(paper.code));
            }
            if (finished.lowResolutionPages > 0) {
                output.message(
                    Words::tr(
                        "%1: %n page(s) were scanned under 200 dpi. Scan them again at 200 dpi or more.",
                        nullptr, finished.lowResolutionPages)
                        .arg(paper.code));
            }
        }
    }
    for (const dossier::Page& page : report.setAside) {
        output.line(Words::tr("Set aside: %1 [%2]  %3")
                        .arg(page.source, QString::number(page.indexInFile + 1), wording::name(page.reason)));
        output.object(QJsonObject{{QStringLiteral("setAside"), page.source},
                                  {QStringLiteral("page"), page.indexInFile + 1},
                                  {QStringLiteral("reason"), toString(page.reason)}});
    }
    const workflow::Reconciliation& account = report.account;
    output.line(Words::tr("Pages fed %1 = kept %2 + set aside %3")
                    .arg(account.fed)
                    .arg(account.kept)
                    .arg(account.setAside));
    if (account.elsewhere > 0) {
        output.line(Words::tr("%n page(s) went to other dossiers, as their separator sheets say.", nullptr,
                              account.elsewhere));
    }
    output.object(QJsonObject{{QStringLiteral("fed"), account.fed},
                              {QStringLiteral("kept"), account.kept},
                              {QStringLiteral("setAside"), account.setAside},
                              {QStringLiteral("unassigned"), account.unassigned},
                              {QStringLiteral("elsewhere"), account.elsewhere},
                              {QStringLiteral("strangers"), account.strangers},
                              {QStringLiteral("sameSheets"), static_cast<int>(account.twins.size())},
                              {QStringLiteral("balances"), account.balances()},
                              {QStringLiteral("alarms"), static_cast<int>(account.alarms.size())},
                              {QStringLiteral("alreadyDone"), report.alreadyDone}});
}

Exit sayTroubles(const Call& call, const workflow::DigitizingReport& report)
{
    Exit exit = Exit::Done;
    for (const workflow::FileOutcome& file : report.files) {
        if (!file.status) {
            call.output.error(file.file, file.status.error(), true);
            exit = worse(exit, Exit::Partly);
        }
    }
    for (const workflow::DigitizingReport::Refusal& refusal : report.refusals) {
        call.output.error(QStringLiteral("%1/%2").arg(refusal.dossierCode).arg(refusal.component),
                          refusal.error, true);
        exit = worse(exit, exitFor(refusal.error.code));
    }
    for (const dossier::Page& page : report.setAside) {
        if (page.incomplete) {
            call.output.error(
                QStringLiteral("%1 [%2]").arg(page.source, QString::number(page.indexInFile + 1)),
                Error{ErrorCode::ImageTruncated, {}}, true);
            exit = worse(exit, Exit::Partly);
        }
    }
    for (const dossier::StackAlarm& alarm : report.account.alarms) {
        call.output.trouble(wording::sentence(alarm));
        exit = worse(exit, Exit::Partly);
    }
    for (const workflow::Twin& twin : report.account.twins) {
        call.output.trouble(
            Words::tr("Page %1 of the stack shows the same sheet as page %2: was it fed twice? "
                      "Both are kept; set one aside in the window.")
                .arg(twin.position + 1)
                .arg(twin.other + 1));
        exit = worse(exit, Exit::Partly);
    }
    if (report.account.unassigned > 0) {
        call.output.trouble(
            Words::tr("%n page(s) belong to no dossier yet: no separator sheet stands before them. They are "
                      "kept; assign them in the window.",
                      nullptr, report.account.unassigned));
        exit = worse(exit, Exit::Partly);
    }
    if (report.account.strangers > 0) {
        call.output.trouble(Words::tr("%n page(s) lie behind the separator sheet of a dossier that is not "
                                      "known here. They stay in this dossier; check them in the window.",
                                      nullptr, report.account.strangers));
        exit = worse(exit, Exit::Partly);
    }
    return exit;
}

DigitizingProgress progressOf(const Call& call)
{
    return [&call](workflow::DigitizingStep step, int done, int total) {
        switch (step) {
        case workflow::DigitizingStep::TakeIn:
            call.output.progress(Words::tr("Taking in"), done, total);
            break;
        case workflow::DigitizingStep::Examine:
            call.output.progress(Words::tr("Examining"), done, total);
            break;
        case workflow::DigitizingStep::Compare:
            call.output.progress(Words::tr("Comparing"), done, total);
            break;
        case workflow::DigitizingStep::Finish:
            call.output.progress(Words::tr("Making PDF/A"), done, total);
            break;
        }
    };
}

/// Files behind the paths given: a file as it was named, of a folder the pages in it in natural order. What
/// cannot be listed is said and makes the exit status Partly, and so does it when there is no file at all.
QStringList expand(const Call& call, Exit& exit)
{
    QStringList files;
    for (const QString& argument : call.arguments) {
        if (!QFileInfo(argument).isDir()) {
            files += argument;
            continue;
        }
        const Result<capture::ImportList> list = capture::expandImport({argument}, call.stop);
        if (!list) {
            call.output.error(argument, list.error(), true);
            exit = worse(exit, Exit::Partly);
            continue;
        }
        for (const capture::ImportProblem& problem : list->problems) {
            call.output.error(problem.path, problem.error, true);
            exit = worse(exit, Exit::Partly);
        }
        files += list->files;
    }
    if (files.isEmpty()) {
        call.output.trouble(Words::tr("No pictures and no PDF files were found there."));
        exit = worse(exit, Exit::Partly);
    }
    return files;
}

/// What parts the stack, from the options of `batch`. @return false when a number is none
bool readRules(const Call& call, dossier::SeparationRules& rules)
{
    constexpr int most = 9999;
    const auto number = [&call](const char* name, int& value) {
        const QString option = QString::fromLatin1(name);
        bool isNumber = true;
        value = call.options.isSet(option) ? call.options.value(option).toInt(&isNumber) : 0;
        return isNumber && value <= most && (value >= 1 || !call.options.isSet(option));
    };
    rules.patchT = call.options.isSet(QStringLiteral("patch-t"));
    rules.codePrefix = call.options.value(QStringLiteral("code-prefix"));
    rules.sidesPerSheet = call.options.isSet(QStringLiteral("duplex")) ? 2 : 0;
    return number("every", rules.everySides) && number("separators", rules.separatorsExpected);
}

Exit finishReport(const Call& call, const Result<workflow::DigitizingReport>& report, Exit exit)
{
    if (!report) {
        return worse(exit, call.fail(report.error()));
    }
    sayReport(call, *report);
    return worse(exit, sayTroubles(call, *report));
}

} // namespace

Exit runInspect(const Call& call)
{
    if (call.arguments.isEmpty()) {
        return call.usage(Words::tr("Name at least one file."));
    }
    Exit exit = Exit::Done;
    const QStringList files = expand(call, exit);
    QThreadPool pool;
    const int ahead = 2 * pool.maxThreadCount();
    std::deque<QFuture<InspectedFile>> running;
    int done = 0;
    const auto sayNext = [&] {
        exit = worse(exit, say(call, running.front().result()));
        running.pop_front();
        call.output.progress(Words::tr("Examining"), ++done, static_cast<int>(files.size()));
    };
    for (const QString& file : files) {
        if (static_cast<int>(running.size()) >= ahead) {
            sayNext();
        }
        running.push_back(QtConcurrent::run(&pool, inspectFile, file, call.stop));
    }
    while (!running.empty()) {
        sayNext();
    }
    return exit;
}

Exit runDigitize(const Call& call)
{
    workflow::DigitizeRequest request;
    request.procedureCode = call.options.value(QStringLiteral("procedure"));
    request.dossierCode = call.options.value(QStringLiteral("dossier"));
    if (call.arguments.isEmpty()) {
        return call.usage(Words::tr("Name at least one file."));
    }
    if (request.procedureCode.isEmpty() && request.dossierCode.isEmpty()) {
        return call.usage(Words::tr("Give --procedure CODE, or --dossier CODE of a dossier that exists."));
    }
    if (call.options.isSet(QStringLiteral("component"))) {
        bool isNumber = false;
        request.component = call.options.value(QStringLiteral("component")).toInt(&isNumber);
        if (!isNumber || *request.component < 1) {
            return call.usage(Words::tr("--component takes a number from 1."));
        }
    }
    if (call.options.isSet(QStringLiteral("result"))) {
        request.component = dossier::resultComponent;
    }
    if (call.options.isSet(QStringLiteral("person"))) {
        const Result<dossier::CardReading> card =
            dossier::parseCard(call.options.value(QStringLiteral("person")));
        if (!card) {
            return call.fail(card.error());
        }
        request.applicant = card->person;
        for (const dossier::CardWarning warning : card->warnings) {
            call.output.message(wording::sentence(warning));
        }
    }
    const auto workspace = call.openHome();
    if (!workspace) {
        return call.fail(workspace.error());
    }
    Exit exit = Exit::Done;
    request.files = expand(call, exit);
    if (request.files.isEmpty()) {
        return exit;
    }
    return finishReport(call, workflow::digitize(**workspace, request, call.stop, progressOf(call)), exit);
}

Exit runBatch(const Call& call)
{
    if (call.arguments.isEmpty()) {
        return call.usage(Words::tr("Name at least one file or folder."));
    }
    workflow::DigitizeRequest request;
    if (!readRules(call, request.rules)) {
        return call.usage(Words::tr("--every and --separators take a number from 1 to 9999."));
    }
    const auto workspace = call.openHome();
    if (!workspace) {
        return call.fail(workspace.error());
    }
    Exit exit = Exit::Done;
    const QStringList files = expand(call, exit);
    if (files.isEmpty()) {
        return exit;
    }
    request.dossierCode = call.options.value(QStringLiteral("dossier"));
    request.files = files;
    return finishReport(
        call,
        request.dossierCode.isEmpty()
            ? workflow::digitizeStack(**workspace, files, call.stop, progressOf(call), request.rules)
            : workflow::digitize(**workspace, request, call.stop, progressOf(call)),
        exit);
}

} // namespace sohoa::cli
