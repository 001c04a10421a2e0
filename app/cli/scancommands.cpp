// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/allscanners.h"
#include "capture/feedrun.h"
#include "cli/command.h"
#include "cli/stackaccount.h"
#include "cli/words.h"
#include "storage/journal.h"
#include "wording/errors.h"
#include "wording/names.h"
#include "workflow/intake.h"
#include "workflow/scansession.h"
#include "workflow/workspace.h"

#include <QDir>
#include <QJsonArray>

#include <map>

namespace sohoa::cli {

namespace {

using capture::PaperSource;
using workflow::DoubtKind;
using workflow::ScanSession;
using workflow::SessionAccount;

std::shared_ptr<capture::Scanner> scannersOf(const QString& home, bool search)
{
    capture::EsclScanner::Options options;
    options.discover = search;
    options.largePages = QDir(home).filePath(QStringLiteral("incoming"));
    return capture::everyScanner(options, std::make_shared<capture::CertificateBook>(
                                              QDir(home).filePath(QStringLiteral("scanners.json"))));
}

/// A number from an option. @return nothing when it is not given; -1 when it is no number from `least` to
/// `most`
std::optional<int> numberOf(const Call& call, const char* name, int least, int most)
{
    const QString option = QString::fromLatin1(name);
    if (!call.options.isSet(option)) {
        return {};
    }
    bool isNumber = false;
    const int number = call.options.value(option).toInt(&isNumber);
    return isNumber && number >= least && number <= most ? number : -1;
}

std::optional<PaperSource> sourceOf(const QString& word)
{
    static const std::map<QString, PaperSource> words = {
        {QStringLiteral("flatbed"), PaperSource::Flatbed},
        {QStringLiteral("feeder"), PaperSource::Feeder},
        {QStringLiteral("duplex"), PaperSource::FeederDuplex},
    };
    const auto found = words.find(word);
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

std::optional<dossier::ColourMode> modeOf(const QString& word)
{
    static const std::map<QString, dossier::ColourMode> words = {
        {QStringLiteral("color"), dossier::ColourMode::Colour},
        {QStringLiteral("gray"), dossier::ColourMode::Grey},
        {QStringLiteral("bw"), dossier::ColourMode::Bilevel},
    };
    const auto found = words.find(word);
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

/// What the options ask of the scanner; the sentence that names the wrong one otherwise.
tl::expected<capture::ScanSettings, QString> settingsOf(const Call& call)
{
    constexpr int leastDpi = 50;
    constexpr int mostDpi = 1200;
    constexpr int mostSides = 100'000;
    constexpr int mostMillimetres = 2000;
    capture::ScanSettings settings;
    settings.scannerId = call.options.value(QStringLiteral("scanner"));
    const auto source = sourceOf(call.options.value(QStringLiteral("source")));
    const auto mode = modeOf(call.options.value(QStringLiteral("mode")));
    const int dpi = numberOf(call, "dpi", leastDpi, mostDpi).value_or(settings.dpi);
    const int limit = numberOf(call, "limit", 1, mostSides).value_or(0);
    if (!source) {
        return tl::unexpected(Words::tr("--source takes flatbed, feeder or duplex."));
    }
    if (!mode) {
        return tl::unexpected(Words::tr("--mode takes color, gray or bw."));
    }
    if (dpi < 0) {
        return tl::unexpected(Words::tr("--dpi takes a number from 50 to 1200."));
    }
    if (limit < 0) {
        return tl::unexpected(Words::tr("--limit takes a number from 1."));
    }
    if (call.options.isSet(QStringLiteral("paper"))) {
        const QStringList size = call.options.value(QStringLiteral("paper")).split(u'x');
        settings.widthMm = size.front().toDouble();
        settings.heightMm = size.back().toDouble();
        if (size.size() != 2 || !(settings.widthMm >= 1 && settings.widthMm <= mostMillimetres) ||
            !(settings.heightMm >= 1 && settings.heightMm <= mostMillimetres)) {
            return tl::unexpected(Words::tr("--paper takes width and height in mm, such as 210x297."));
        }
    }
    settings.source = *source;
    settings.mode = *mode;
    settings.dpi = dpi;
    settings.pageLimit = limit;
    return settings;
}

Exit listScanners(const Call& call, capture::Scanner& scanner)
{
    const auto scanners = scanner.list(call.stop);
    if (!scanners) {
        return call.fail(scanners.error());
    }
    for (const capture::ScannerInfo& info : *scanners) {
        call.output.line(QStringLiteral("%1  %2").arg(info.id, info.name));
        call.output.object(QJsonObject{{QStringLiteral("scanner"), info.id},
                                       {QStringLiteral("name"), info.name},
                                       {QStringLiteral("flatbed"), info.flatbed},
                                       {QStringLiteral("feeder"), info.feeder},
                                       {QStringLiteral("duplex"), info.duplex}});
    }
    if (scanners->empty()) {
        call.output.trouble(wording::sentence(Error{ErrorCode::ScannerNotFound, {}}));
        return Exit::Partly;
    }
    return Exit::Done;
}

int sidesPerSheet(PaperSource source)
{
    return source == PaperSource::FeederDuplex ? 2 : 1;
}

/// The stack to scan into: the one named, or a new one.
Result<ScanSession> sessionFor(const Call& call, const workflow::Workspace& workspace,
                               const capture::ScanSettings& settings, std::optional<int> sheets)
{
    if (call.options.isSet(QStringLiteral("continue"))) {
        SOHOA_ASSIGN(ScanSession session,
                     ScanSession::resume(workspace, call.options.value(QStringLiteral("continue"))));
        if (session.isClosed()) {
            return failure(ErrorCode::NotFound, QStringLiteral("the stack is closed"));
        }
        SOHOA_ASSIGN(const SessionAccount account, session.account());
        if (account.sidesPerSheet != sidesPerSheet(settings.source)) {
            return failure(ErrorCode::InvalidArgument,
                           QStringLiteral("the stack was begun with another number of sides a sheet"));
        }
        if (sheets) {
            SOHOA_TRY(session.expect(sheets));
        }
        return session;
    }
    ScanSession::Setup setup;
    setup.title = call.options.isSet(QStringLiteral("title")) ? call.options.value(QStringLiteral("title"))
                                                              : settings.scannerId;
    setup.expectedSheets = sheets;
    setup.sidesPerSheet = sidesPerSheet(settings.source);
    if (call.options.isSet(QStringLiteral("dossier"))) {
        SOHOA_ASSIGN(const workflow::DossierFile file,
                     workflow::Intake(workspace).find(call.options.value(QStringLiteral("dossier"))));
        setup.target =
            workflow::Target{file.dossier.uid, call.options.value(QStringLiteral("component")).toInt()};
    }
    return ScanSession::begin(workspace, setup);
}

/// One round. A side is said only when it is on the disk: whoever reads the line may rely on it.
Result<capture::FeedReport> feedRound(const Call& call, ScanSession& session, capture::Scanner& scanner,
                                      const capture::ScanSettings& settings)
{
    SOHOA_TRY(session.beginRound());
    capture::FeedRun run(scanner, settings);
    SOHOA_ASSIGN(const SessionAccount before, session.account());
    if (before.fed > 0) {
        run.goOnFromBefore();
    }
    capture::FeedReport report = run.feed(
        [&](const capture::ScannedPage& scanned) -> Status {
            SOHOA_ASSIGN(const dossier::Page page, session.take(scanned));
            call.output.line(
                Words::tr("Side %1 is safe.").arg(page.position + 1) +
                (page.incomplete ? QStringLiteral(" ") + Words::tr("It came only in part.") : QString()));
            call.output.object(QJsonObject{{QStringLiteral("side"), page.position + 1},
                                           {QStringLiteral("page"), page.uid},
                                           {QStringLiteral("sha256"), page.sha256},
                                           {QStringLiteral("incomplete"), page.incomplete}});
            return {};
        },
        call.stop);
    const bool stopped = report.ended == capture::ScanEnd::Stopped;
    const Status ended = session.endRound(report.fault ? std::optional(report.fault->code)
                                          : stopped    ? std::optional(ErrorCode::Cancelled)
                                                       : std::nullopt);
    // On a disk that is full not even that can be written. A round without an end counts as cut off.
    if (!ended && !report.fault) {
        return failure(ended.error());
    }
    return report;
}

Exit sayFault(const Call& call, const ScanSession& session, const Error& fault)
{
    Exit exit = call.fail(fault);
    const auto standing = session.standing();
    const auto account = session.account();
    if (!standing || !account) {
        return worse(exit, call.fail(standing ? account.error() : standing.error()));
    }
    call.output.object(QJsonObject{{QStringLiteral("session"), session.uid()},
                                   {QStringLiteral("safe"), account->fed},
                                   {QStringLiteral("sheets"), standing->sheets}});
    call.output.trouble(Words::tr("The feeder stopped. %n side(s) are safe.", nullptr, account->fed) +
                        QStringLiteral(" ") +
                        Words::tr("When this is put right, lay the sheets from number %1 on into the feeder "
                                  "and go on with: sohoa-cli scan --continue %2")
                            .arg(standing->sheets + 1)
                            .arg(session.uid()));
    return worse(exit, Exit::Partly);
}

/// Each side of a stack, in order, as the journal has it.
Status sayPages(const Call& call, const ScanSession& session)
{
    SOHOA_ASSIGN(const std::vector<dossier::Page> pages, session.stack().pages());
    for (const dossier::Page& page : pages) {
        call.output.line(
            QStringLiteral("  %1  %2  %3")
                .arg(QString::number(page.position + 1), page.sha256, wording::name(page.state)));
        call.output.object(QJsonObject{{QStringLiteral("side"), page.position + 1},
                                       {QStringLiteral("page"), page.uid},
                                       {QStringLiteral("sha256"), page.sha256},
                                       {QStringLiteral("state"), toString(page.state)},
                                       {QStringLiteral("reason"), toString(page.reason)},
                                       {QStringLiteral("incomplete"), page.incomplete}});
    }
    return {};
}

/// Re-reads a stack from the disk and says what was found of it; closes it when asked to.
Exit lookAt(const Call& call, const workflow::Workspace& workspace, const QString& uid)
{
    auto session = ScanSession::resume(workspace, uid);
    if (!session) {
        return call.fail(session.error(), uid);
    }
    const auto entry = workspace.journal().session(uid);
    const auto damaged = session->recheck(call.stop);
    const auto standing = session->standing();
    const auto account = session->account();
    if (!entry || !damaged || !standing || !account) {
        return call.fail(!entry      ? entry.error()
                         : !damaged  ? damaged.error()
                         : !standing ? standing.error()
                                     : account.error(),
                         uid);
    }
    call.output.line(Words::tr("Stack %1 of %2, %3: %n side(s) are here and whole.", nullptr,
                               account->fed - static_cast<int>(damaged->size()))
                         .arg(uid, wording::dateTime((*entry)->startedAt), (*entry)->title));
    QJsonArray damagedSides;
    for (const int position : *damaged) {
        damagedSides.append(position + 1);
        call.output.trouble(sentence({DoubtKind::Damaged, position, -1, 0, 0}));
    }
    const QJsonObject object{
        {QStringLiteral("title"), (*entry)->title}, {QStringLiteral("startedAt"), toIso((*entry)->startedAt)},
        {QStringLiteral("sides"), account->fed},    {QStringLiteral("sheets"), standing->sheets},
        {QStringLiteral("whole"), standing->whole}, {QStringLiteral("damaged"), damagedSides}};
    const Exit exit = damaged->empty() ? Exit::Done : Exit::Environment;
    if (call.options.isSet(QStringLiteral("pages"))) {
        if (const Status said = sayPages(call, *session); !said) {
            return call.fail(said.error(), uid);
        }
    }
    if (call.options.isSet(QStringLiteral("close"))) {
        const bool knowingly = call.options.isSet(QStringLiteral("knowingly"));
        return worse(exit, readAndClose(call, *session,
                                        knowingly ? ScanSession::Closing::Knowingly
                                                  : ScanSession::Closing::WhenItAddsUp,
                                        object));
    }
    return worse(exit, sayAccount(call, *session, *account, object));
}

} // namespace

void declareScan(QCommandLineParser& parser)
{
    const auto value = [&parser](const char* name, const QString& help, const char* placeholder,
                                 const char* usual = "") {
        parser.addOption(
            {QString::fromLatin1(name), help, QString::fromLatin1(placeholder), QString::fromLatin1(usual)});
    };
    parser.addOption({QStringLiteral("list"), Words::tr("Names the scanners that answer.")});
    value("scanner", Words::tr("Id of the scanner, as --list names it."), "ID");
    value("source", Words::tr("flatbed, feeder or duplex."), "SOURCE", "feeder");
    value("mode", Words::tr("color, gray or bw."), "MODE", "color");
    value("dpi", Words::tr("Dots an inch."), "N");
    value("paper", Words::tr("Width and height in mm."), "WxH");
    value("limit", Words::tr("Stop after so many sides."), "N");
    value("sheets", Words::tr("How many sheets were counted by hand."), "N");
    value("title", Words::tr("What the stack is called."), "TEXT");
    value("dossier", Words::tr("Code of the dossier the pages are for; else separator sheets decide."),
          "CODE");
    value("component", Words::tr("Number of the component the files are for."), "N");
    // Not "session": Qt takes that one away, for the session manager of X11.
    value("continue", Words::tr("A stack that was not finished, to go on with."), "UID");
}

void declareSessions(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("pages"), Words::tr("Names every side.")});
    parser.addOption({QStringLiteral("close"), Words::tr("Closes what adds up.")});
    parser.addOption(
        {QStringLiteral("knowingly"), Words::tr("With --close: closes what does not add up as well.")});
}

Exit runScan(const Call& call)
{
    const auto settings = settingsOf(call);
    if (!settings) {
        return call.usage(settings.error());
    }
    constexpr int mostSheets = 100'000;
    const std::optional<int> sheets = numberOf(call, "sheets", 1, mostSheets);
    const std::optional<int> component = numberOf(call, "component", 1, mostSheets);
    const bool list = call.options.isSet(QStringLiteral("list"));
    if (sheets == -1) {
        return call.usage(Words::tr("--sheets takes a number from 1."));
    }
    if (component == -1 || call.options.isSet(QStringLiteral("dossier")) != component.has_value()) {
        return call.usage(Words::tr("--dossier CODE and --component N belong together."));
    }
    if (settings->scannerId.isEmpty() && !list) {
        return call.usage(Words::tr("Give --scanner ID; --list names the scanners."));
    }
    const auto workspace = call.openHome();
    if (!workspace) {
        return call.fail(workspace.error());
    }
    const std::shared_ptr<capture::Scanner> scanner = scannersOf(call.home, list);
    if (list) {
        return listScanners(call, *scanner);
    }
    auto session = sessionFor(call, **workspace, *settings, sheets);
    if (!session) {
        return call.fail(session.error());
    }
    call.output.message(Words::tr("Stack %1").arg(session->uid()));
    call.output.object(QJsonObject{{QStringLiteral("session"), session->uid()}});
    const auto report = feedRound(call, *session, *scanner, *settings);
    if (!report) {
        return call.fail(report.error());
    }
    if (report->fault) {
        return sayFault(call, *session, *report->fault);
    }
    const bool stopped = report->ended == capture::ScanEnd::Stopped;
    return stopped ? sayFault(call, *session, Error{ErrorCode::Cancelled, {}})
                   : readAndClose(call, *session, ScanSession::Closing::WhenItAddsUp, {});
}

Exit runSessions(const Call& call)
{
    if (call.options.isSet(QStringLiteral("knowingly")) && !call.options.isSet(QStringLiteral("close"))) {
        return call.usage(Words::tr("--knowingly needs --close."));
    }
    const auto workspace = call.openHome();
    if (!workspace) {
        return call.fail(workspace.error());
    }
    QStringList uids = call.arguments;
    if (uids.isEmpty()) {
        const auto unfinished = ScanSession::unfinished(**workspace);
        if (!unfinished) {
            return call.fail(unfinished.error());
        }
        for (const workflow::UnfinishedSession& found : *unfinished) {
            uids += found.uid;
        }
        if (uids.isEmpty()) {
            call.output.message(Words::tr("No stack is unfinished."));
        }
    }
    Exit exit = Exit::Done;
    for (const QString& uid : std::as_const(uids)) {
        exit = worse(exit, lookAt(call, **workspace, uid));
    }
    return exit;
}

} // namespace sohoa::cli
