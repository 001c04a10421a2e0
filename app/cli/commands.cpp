// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "cli/words.h"
#include "wording/errors.h"
#include "workflow/workspace.h"

#include <array>

namespace sohoa::cli {

namespace {

QCommandLineOption value(const char* name, const QString& help, const char* placeholder)
{
    return {QString::fromLatin1(name), help, QString::fromLatin1(placeholder)};
}

void declareNothing(QCommandLineParser&) {}

void declareInit(QCommandLineParser& parser)
{
    parser.addOption(value("unit", Words::tr("Code of the unit that receives, such as H56.14."), "CODE"));
    parser.addOption(value("unit-name", Words::tr("Name of the unit."), "NAME"));
    parser.addOption(
        value("workstation", Words::tr("Number of this workstation and how many there are."), "K/N"));
    parser.addOption(value("warehouse", Words::tr("file:///dir or s3+https://host/bucket."), "URL"));
    parser.addOption(value("officer", Words::tr("Who works here."), "NAME"));
}

void declareDigitize(QCommandLineParser& parser)
{
    parser.addOption(value("procedure", Words::tr("Code of the procedure, such as 1.001193."), "CODE"));
    parser.addOption(
        value("dossier", Words::tr("Code of a dossier that exists, or as another system gave it."), "CODE"));
    parser.addOption(value("person", Words::tr("Text of the citizen card's QR code."), "QRTEXT"));
    parser.addOption(value("component", Words::tr("Number of the component the files are for."), "N"));
    parser.addOption({QStringLiteral("result"), Words::tr("The files are the result of the procedure.")});
}

void declareReport(QCommandLineParser& parser)
{
    parser.addOption(value("from", Words::tr("First day of reception, yyyy-MM-dd."), "D"));
    parser.addOption(value("to", Words::tr("Last day of reception, yyyy-MM-dd."), "D"));
    parser.addOption(value("by", Words::tr("procedure, field, officer, unit or day."), "WHAT"));
    parser.addOption(value("format", Words::tr("table, csv, json, xlsx or pdf."), "FORMAT"));
    parser.addOption(value("output", Words::tr("File to write."), "FILE"));
}

void declareSync(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("once"), Words::tr("Tries everything now, once.")});
}

void declareBundle(QCommandLineParser& parser)
{
    parser.addOption(
        value("code", Words::tr("Code of the bundle; otherwise it is read from standard input."), "CODE"));
}

void declareRetention(QCommandLineParser& parser)
{
    parser.addOption(value("days", Words::tr("How long copies stay; 0: for ever, else at least 7."), "N"));
    parser.addOption(
        value("free-space", Words::tr("With less free space older copies go sooner; 0: never."), "GB"));
}

void declareRecovery(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("enter"), Words::tr("Reads the text from standard input.")});
}

void declareSeparators(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("dossier"), Words::tr("Code of a dossier; more codes may follow."),
                      QStringLiteral("CODE")});
    parser.addOption(value("output", Words::tr("PDF file to write."), "FILE"));
    parser.addOption({QStringLiteral("fronts-only"), Words::tr("For printers that print on one side.")});
    parser.addOption(
        value("sides", Words::tr("Sides counted, of the dossier or of a component (2=4)."), "[COMPONENT=]N"));
    parser.addOption(
        {QStringLiteral("key"), Words::tr("Shows the key by which other workstations know these sheets.")});
    parser.addOption(
        {QStringLiteral("enter-key"), Words::tr("Reads such a key from standard input and signs with it.")});
}

void declareBatch(QCommandLineParser& parser)
{
    parser.addOption(value("dossier", Words::tr("Dossier of pages that no separator sheet claims."), "CODE"));
    parser.addOption({QStringLiteral("patch-t"), Words::tr("Patch T sheets part papers too.")});
    parser.addOption(
        value("code-prefix", Words::tr("A code that begins so is on the first page of a paper."), "TEXT"));
    parser.addOption(value("every", Words::tr("So many sides are one paper."), "N"));
    parser.addOption(value("separators", Words::tr("Separator sheets in the stack, as counted."), "N"));
    parser.addOption({QStringLiteral("duplex"), Words::tr("Each two sides are one sheet.")});
}

void declarePoster(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("procedure"), Words::tr("Code of a procedure; more codes may follow."),
                      QStringLiteral("CODE")});
    parser.addOption(value("output", Words::tr("PDF file to write."), "FILE"));
}

constexpr std::array<Command, 20> table = {{
    {"init", "--unit CODE --unit-name NAME [--workstation K/N] [--warehouse URL] [--officer NAME]",
     QT_TRANSLATE_NOOP("Cli", "Makes a home; repeating it changes nothing."), declareInit, runInit},
    {"enrol", "FILE|- [--officer NAME] | --example",
     QT_TRANSLATE_NOOP("Cli", "Makes this computer the workstation that the province's file says."),
     declareEnrol, runEnrol},
    {"inspect", "FILE...", QT_TRANSLATE_NOOP("Cli", "Looks at pages without a home, one line a page."),
     declareNothing, runInspect},
    {"digitize", "--procedure CODE [--dossier CODE] [--person QRTEXT] [--component N | --result] FILE...",
     QT_TRANSLATE_NOOP("Cli", "Takes in or continues a dossier and makes a PDF/A of each component."),
     declareDigitize, runDigitize},
    {"batch",
     "[--dossier CODE] [--patch-t] [--code-prefix TEXT] [--every N] [--separators N] [--duplex] PATH...",
     QT_TRANSLATE_NOOP("Cli",
                       "A stack in feeder order, cut into dossiers and components by separator sheets."),
     declareBatch, runBatch},
    {"scan",
     "--scanner ID [--source S] [--dpi N] [--sheets N] [--dossier CODE --component N] [--continue UID] | "
     "--list",
     QT_TRANSLATE_NOOP("Cli", "Scans a stack; each side is named when it is safe on the disk."), declareScan,
     runScan},
    {"sessions", "[UID...] [--pages] [--close [--knowingly]]",
     QT_TRANSLATE_NOOP("Cli", "Stacks whose scanning was not finished, read again from the disk."),
     declareSessions, runSessions},
    {"sync", "[--once]", QT_TRANSLATE_NOOP("Cli", "Delivers what waits to the warehouse."), declareSync,
     runSync},
    {"delivery",
     "[--limit KBIT] [--hours FROM-TO|any] [--metered wait|send] [--alarm HOURS] [--pause | --resume]",
     QT_TRANSLATE_NOOP("Cli", "When and how fast this workstation delivers; without options shows it."),
     declareDelivery, runDelivery},
    {"outbox", "", QT_TRANSLATE_NOOP("Cli", "Everything not yet confirmed: since when, why, next try."),
     declareNothing, runOutbox},
    {"retention", "[--days N] [--free-space GB]",
     QT_TRANSLATE_NOOP("Cli",
                       "Removes copies of papers that the warehouse confirmed long ago; how long they stay."),
     declareRetention, runRetention},
    {"report", "[--from D --to D] [--by WHAT] [--format table|csv|json|xlsx|pdf] [--output FILE]",
     QT_TRANSLATE_NOOP("Cli", "The indicators, numerator and denominator shown."), declareReport, runReport},
    {"verify", "[FILE.pdf...]",
     QT_TRANSLATE_NOOP("Cli", "Checks files, or everything stored here and in the warehouse."),
     declareNothing, runVerify},
    {"warehouse", "check URL [--under PREFIX] [--foreign PREFIX]",
     QT_TRANSLATE_NOOP("Cli",
                       "Tries out whether a bucket of an S3 server can be relied on; keys as in the guide."),
     declareWarehouse, runWarehouse},
    {"separators",
     "--dossier CODE... [--output FILE.pdf] [--fronts-only] [--sides [COMPONENT=]N] | --key | --enter-key",
     QT_TRANSLATE_NOOP("Cli", "Printable separator sheets for dossiers."), declareSeparators, runSeparators},
    {"poster", "--procedure CODE... [--output FILE.pdf]",
     QT_TRANSLATE_NOOP("Cli", "Printable posters with the code of a procedure."), declarePoster, runPoster},
    {"bundle", "export FILE | import FILE [--code CODE]",
     QT_TRANSLATE_NOOP("Cli", "What waits, in one sealed file for a stick; another computer takes it in and "
                              "delivers it."),
     declareBundle, runBundle},
    {"backup", "FILE", QT_TRANSLATE_NOOP("Cli", "Writes the whole home into one file."), declareNothing,
     runBackup},
    {"restore", "FILE", QT_TRANSLATE_NOOP("Cli", "Makes a home of a backup."), declareNothing, runRestore},
    {"recovery", "[--enter]",
     QT_TRANSLATE_NOOP("Cli", "The key of the data as text to lock away; with --enter gives it back."),
     declareRecovery, runRecovery},
}};

} // namespace

std::span<const Command> commands()
{
    return table;
}

Result<std::unique_ptr<workflow::Workspace>> Call::openHome() const
{
    auto workspace = workflow::Workspace::open(home, clock);
    if (workspace && (*workspace)->backupProblem()) {
        output.error(Words::tr("Today's copy of the journal could not be made"),
                     *(*workspace)->backupProblem());
    }
    return workspace;
}

void Call::sayWhereTheKeyIs(const workflow::Workspace& workspace) const
{
    if (workspace.keyIsInFile()) {
        output.message(
            Words::tr("Note: this system has no key store, so the key of the data lies in a file of the "
                      "home that only you can read. Keep the folder safe."));
    }
}

Exit Call::fail(const Error& error, const QString& subject) const
{
    output.error(subject, error, true);
    return exitFor(error.code);
}

Exit Call::usage(const QString& why) const
{
    const QString text = why + u'\n' + Words::tr("Usage: %1").arg(usageLine);
    output.object(
        QJsonObject{{QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), QStringLiteral("Usage")},
                                                          {QStringLiteral("message"), why}}}});
    output.trouble(text);
    return Exit::Usage;
}

} // namespace sohoa::cli
