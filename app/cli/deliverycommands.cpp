// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "cli/command.h"
#include "cli/words.h"
#include "pdf/pdffacts.h"
#include "wording/delivery.h"
#include "wording/errors.h"
#include "wording/names.h"
#include "workflow/delivery.h"
#include "workflow/deliveryrules.h"
#include "workflow/fetching.h"
#include "workflow/retention.h"
#include "workflow/verification.h"
#include "workflow/workspace.h"

#include <algorithm>
#include <chrono>

namespace sohoa::cli {

namespace {

/// Reading papers back before their copies go must not keep a sync from ending.
constexpr std::chrono::seconds longestAgingOut{60};
constexpr qint64 largestCheckedFile = 2LL * 1024 * 1024 * 1024;

QJsonValue optionalTime(const std::optional<QDateTime>& time)
{
    return time ? QJsonValue(toIso(*time)) : QJsonValue(QJsonValue::Null);
}

QJsonObject itemObject(const workflow::WaitingItem& item)
{
    return QJsonObject{
        {QStringLiteral("kind"), item.isPaper ? QStringLiteral("paper") : QStringLiteral("log")},
        {QStringLiteral("carriedFrom"), item.carriedFrom ? QJsonValue(*item.carriedFrom) : QJsonValue()},
        {QStringLiteral("dossier"), item.dossierCode},
        {QStringLiteral("title"), item.title},
        {QStringLiteral("bytes"), item.bytes},
        {QStringLiteral("since"), toIso(item.since)},
        {QStringLiteral("attempts"), item.attempts},
        {QStringLiteral("state"), item.state},
        {QStringLiteral("reason"), item.reason ? QJsonValue(toString(*item.reason)) : QJsonValue()},
        {QStringLiteral("nextTry"), optionalTime(item.nextTry)}};
}

void sayItem(const Call& call, const workflow::WaitingItem& item)
{
    QString what = item.isPaper ? QStringLiteral("%1  %2").arg(item.dossierCode, item.title)
                                : Words::tr("entry of this workstation's log");
    if (item.carriedFrom) {
        what = (item.isPaper ? Words::tr("paper of workstation %1, carried here in a bundle")
                             : Words::tr("entry of the log of workstation %1, carried here in a bundle"))
                   .arg(*item.carriedFrom);
    }
    const QString reason = item.held     ? wording::sentence(*item.held)
                           : item.reason ? wording::sentence(Error{*item.reason, {}})
                                         : Words::tr("not tried yet");
    const QString next = item.nextTry ? wording::dateTime(*item.nextTry) : Words::tr("at the next sync");
    call.output.line(Words::tr("Waiting: %1 - since %2 - %3 - next try: %4")
                         .arg(what, wording::dateTime(item.since), reason, next));
    call.output.object(itemObject(item));
}

/// Everything that waits, one line each.
Status sayWaiting(const Call& call, const workflow::Delivery& delivery)
{
    return delivery.forEachWaiting([&call](const workflow::WaitingItem& item) {
        sayItem(call, item);
        return Status();
    });
}

QString placeName(workflow::Difference::Place place)
{
    switch (place) {
    case workflow::Difference::Place::Vault:
        return QStringLiteral("vault");
    case workflow::Difference::Place::Journal:
        return QStringLiteral("journal");
    case workflow::Difference::Place::Warehouse:
        return QStringLiteral("warehouse");
    case workflow::Difference::Place::WarehouseLog:
        return QStringLiteral("warehouse-log");
    }
    return {};
}

Exit verifyFile(const Call& call, const QString& file)
{
    const Result<QByteArray> bytes = readFile(file, largestCheckedFile);
    if (!bytes) {
        call.output.error(file, bytes.error(), true);
        return Exit::Partly;
    }
    const Result<pdf::PdfFacts> facts = pdf::inspectPdf(*bytes);
    if (!facts) {
        call.output.error(file, facts.error(), true);
        return Exit::Partly;
    }
    const QString claim =
        facts->claim
            ? QStringLiteral("PDF/A-%1%2").arg(facts->claim->part).arg(facts->claim->conformance.toLower())
            : Words::tr("no PDF/A claim");
    const int signatures = static_cast<int>(facts->signatures.size());
    const QString signature =
        signatures == 0 ? Words::tr("not signed") : Words::tr("%n signature(s)", nullptr, signatures);
    const bool sound = std::all_of(facts->signatures.begin(), facts->signatures.end(),
                                   [](const pdf::SignatureFacts& one) { return one.rangeIsSound; });
    call.output.line(
        Words::tr("%1: %2 pages, %3, %4").arg(file, QString::number(facts->pages), claim, signature));
    call.output.object(
        QJsonObject{{QStringLiteral("file"), file},
                    {QStringLiteral("pages"), facts->pages},
                    {QStringLiteral("pdfaPart"), facts->claim ? facts->claim->part : 0},
                    {QStringLiteral("pdfaConformance"), facts->claim ? facts->claim->conformance : QString()},
                    {QStringLiteral("encrypted"), facts->encrypted},
                    {QStringLiteral("repaired"), facts->repaired},
                    {QStringLiteral("signatures"), signatures},
                    {QStringLiteral("signatureRangesSound"), sound}});
    if (facts->repaired || !sound) {
        call.output.error(file, Error{ErrorCode::PdfDamaged, {}}, true);
        return Exit::Partly;
    }
    return Exit::Done;
}

Exit verifyEverything(const Call& call)
{
    const auto workspace = call.openHome();
    if (!workspace) {
        return call.fail(workspace.error());
    }
    const Result<workflow::VerificationReport> report =
        workflow::verifyHome(**workspace, call.stop, [&call](int done, int total) {
            call.output.progress(Words::tr("Verifying"), done, total);
        });
    if (!report) {
        return call.fail(report.error());
    }
    for (const workflow::Difference& difference : report->differences) {
        const QString name = placeName(difference.place) + u' ' + difference.name;
        call.output.error(name, difference.error);
        call.output.object(QJsonObject{{QStringLiteral("difference"), difference.name},
                                       {QStringLiteral("place"), placeName(difference.place)},
                                       {QStringLiteral("code"), toString(difference.error.code)},
                                       {QStringLiteral("detail"), difference.error.detail}});
    }
    call.output.line(
        Words::tr("Checked: %1 pages, %2 papers, %3 log entries here, %4 objects in the warehouse.")
            .arg(report->pagesChecked)
            .arg(report->papersChecked)
            .arg(report->entriesChecked)
            .arg(report->warehouseObjectsChecked));
    if (report->papersAway > 0) {
        call.output.line(Words::tr("Of the papers, %n have no copy here any more: the warehouse has them.",
                                   nullptr, report->papersAway));
    }
    call.sayWhereTheKeyIs(**workspace);
    call.output.line(report->differences.empty() ? Words::tr("No difference found.")
                                                 : Words::tr("%n difference(s) found, named above.", nullptr,
                                                             static_cast<int>(report->differences.size())));
    call.output.object(
        QJsonObject{{QStringLiteral("pages"), report->pagesChecked},
                    {QStringLiteral("papers"), report->papersChecked},
                    {QStringLiteral("papersOnlyInWarehouse"), report->papersAway},
                    {QStringLiteral("entries"), report->entriesChecked},
                    {QStringLiteral("warehouseObjects"), report->warehouseObjectsChecked},
                    {QStringLiteral("warehouseReached"), report->warehouseReached},
                    {QStringLiteral("differences"), static_cast<int>(report->differences.size())}});
    return report->differences.empty() ? Exit::Done : Exit::Partly;
}

/// What the unit's other workstations wrote.
Exit fetch(const Call& call, const workflow::Workspace& workspace)
{
    const Result<workflow::FetchSummary> fetched = workflow::fetchOthers(workspace, call.stop);
    if (!fetched) {
        return call.fail(fetched.error());
    }
    for (const workflow::FetchSummary::Broken& broken : fetched->broken) {
        call.output.error(broken.key, broken.error, true);
    }
    if (fetched->entries > 0) {
        call.output.line(Words::tr("Fetched %1 entries of other workstations.").arg(fetched->entries));
    }
    call.output.object(QJsonObject{{QStringLiteral("fetchedEntries"), fetched->entries},
                                   {QStringLiteral("fetchedChanges"), fetched->changes},
                                   {QStringLiteral("brokenLogs"), static_cast<int>(fetched->broken.size())}});
    return fetched->broken.empty() ? Exit::Done : Exit::Partly;
}

void sayRetention(const Call& call, const workflow::RetentionReport& report)
{
    if (report.removed > 0) {
        call.output.line(
            Words::tr("Removed here, because the warehouse has them: copies of %1 papers, %2. They "
                      "come back when somebody opens them.")
                .arg(report.removed)
                .arg(wording::fileSize(report.bytes)));
    }
    if (report.removedEarly > 0) {
        call.output.message(Words::tr("%n of them went before their time, because the disk is nearly full.",
                                      nullptr, report.removedEarly));
    }
    if (report.stillFull) {
        call.output.message(
            Words::tr("The disk is nearly full, and no more copies can go. Make room on it."));
    }
    if (report.notThere > 0) {
        call.output.trouble(
            Words::tr("%n paper(s) that the warehouse once confirmed are not there any more as "
                      "they were. The copies here stay; \"verify\" names them.",
                      nullptr, report.notThere));
    }
    call.output.object(QJsonObject{{QStringLiteral("copiesRemoved"), report.removed},
                                   {QStringLiteral("copiesRemovedEarly"), report.removedEarly},
                                   {QStringLiteral("bytesRemoved"), report.bytes},
                                   {QStringLiteral("notInWarehouse"), report.notThere},
                                   {QStringLiteral("sameDisk"), report.sameDisk},
                                   {QStringLiteral("diskNearlyFull"), report.stillFull}});
}

Exit ageOut(const Call& call, const workflow::Workspace& workspace, std::chrono::seconds longest)
{
    const Result<workflow::RetentionReport> report = workflow::ageOutCopies(workspace, longest, call.stop);
    if (!report) {
        return call.fail(report.error());
    }
    sayRetention(call, *report);
    if (report->stoppedBy) {
        return call.fail(*report->stoppedBy);
    }
    return report->notThere > 0 ? Exit::Partly : Exit::Done;
}

/// A number of the option; empty when it is none of those.
std::optional<qint64> numberOf(const Call& call, const QString& option)
{
    bool isNumber = false;
    const qint64 number = call.options.value(option).toLongLong(&isNumber);
    return isNumber && number >= 0 && number <= 1'000'000 ? std::optional(number) : std::nullopt;
}

} // namespace

Exit runRetention(const Call& call)
{
    constexpr qint64 gigabyte = 1024LL * 1024 * 1024;
    const QString days = QStringLiteral("days");
    const QString freeSpace = QStringLiteral("free-space");
    const auto workspace = call.openHome();
    if (!workspace) {
        return call.fail(workspace.error());
    }
    Result<workflow::RetentionSettings> settings = workflow::retentionSettings(**workspace);
    if (!settings) {
        return call.fail(settings.error());
    }
    const workflow::RetentionSettings before = *settings;
    if (call.options.isSet(days)) {
        const std::optional<qint64> number = numberOf(call, days);
        settings->keepDays = number ? static_cast<int>(*number) : -1;
    }
    if (call.options.isSet(freeSpace)) {
        const std::optional<qint64> number = numberOf(call, freeSpace);
        settings->freeBytes = number ? *number * gigabyte : -1;
    }
    if (*settings != before) {
        if (const Status kept = workflow::setRetentionSettings(**workspace, *settings); !kept) {
            return kept.error().code == ErrorCode::InvalidArgument
                       ? call.usage(
                             Words::tr("--days takes 0 (for ever) or at least 7, --free-space takes GB."))
                       : call.fail(kept.error());
        }
    }
    call.output.line(settings->keepDays == 0
                         ? Words::tr("Copies of papers stay here for ever.")
                         : Words::tr("Copies of papers stay here for %n day(s) after the warehouse confirmed "
                                     "them.",
                                     nullptr, settings->keepDays));
    call.output.object(QJsonObject{{QStringLiteral("keepDays"), settings->keepDays},
                                   {QStringLiteral("freeBytes"), settings->freeBytes}});
    const Exit exit = ageOut(call, **workspace, {});
    return exit;
}

Exit runSync(const Call& call)
{
    const auto workspace = call.openHome();
    if (!workspace) {
        return call.fail(workspace.error());
    }
    workflow::watchLine();
    const workflow::Delivery delivery(**workspace);
    const Result<workflow::DeliverySummary> summary =
        delivery.deliver(call.options.isSet(QStringLiteral("once")), call.stop,
                         [&call](const workflow::DeliveryProgress& progress) {
                             call.output.progress(Words::tr("Delivering"), progress.done, progress.total);
                         });
    if (!summary) {
        return call.fail(summary.error());
    }
    if (const Status said = sayWaiting(call, delivery); !said) {
        return call.fail(said.error());
    }
    if (summary->entriesAdopted > 0) {
        call.output.line(Words::tr("Taken in from the warehouse: %n entries of this workstation's own log "
                                   "that the restored backup did not have.",
                                   nullptr, summary->entriesAdopted));
    }
    if (summary->carriedConfirmed > 0) {
        call.output.line(Words::tr("Delivered for other workstations: %n entries of their logs that were "
                                   "carried here.",
                                   nullptr, summary->carriedConfirmed));
    }
    call.output.line(Words::tr("Sent %1 papers, confirmed %2, waiting %3.")
                         .arg(summary->papersSent)
                         .arg(summary->papersConfirmed)
                         .arg(summary->waiting));
    call.output.object(QJsonObject{
        {QStringLiteral("sent"), summary->papersSent},
        {QStringLiteral("confirmed"), summary->papersConfirmed},
        {QStringLiteral("logEntries"), summary->entriesConfirmed},
        {QStringLiteral("entriesAdopted"), summary->entriesAdopted},
        {QStringLiteral("carriedEntries"), summary->carriedConfirmed},
        {QStringLiteral("bytes"), summary->bytesSent},
        {QStringLiteral("waiting"), summary->waiting},
        {QStringLiteral("held"), summary->held ? QJsonValue(toString(summary->held->cause)) : QJsonValue()}});
    if (summary->stoppedBy) {
        return call.fail(*summary->stoppedBy);
    }
    if (summary->held && !summary->held->entriesGo()) {
        call.output.message(wording::sentence(*summary->held));
        return summary->waiting == 0 ? Exit::Done : Exit::Partly;
    }
    const Exit delivered = worse(summary->waiting == 0 ? Exit::Done : Exit::Partly, fetch(call, **workspace));
    // Papers are read back before their copies go: not over a line that is to be spared now.
    const bool mayRead = delivered != Exit::Environment && !summary->held;
    return mayRead ? worse(delivered, ageOut(call, **workspace, longestAgingOut)) : delivered;
}

Exit runOutbox(const Call& call)
{
    const auto workspace = call.openHome();
    if (!workspace) {
        return call.fail(workspace.error());
    }
    const workflow::Delivery delivery(**workspace);
    const Result<workflow::WaitingCounts> counts = delivery.counts();
    if (!counts) {
        return call.fail(counts.error());
    }
    if (const Status said = sayWaiting(call, delivery); !said) {
        return call.fail(said.error());
    }
    if (counts->changes > 0) {
        call.output.line(Words::tr("%n change(s) of dossiers are not in the warehouse yet: they go with the "
                                   "next sync.",
                                   nullptr, counts->changes));
        call.output.object(QJsonObject{{QStringLiteral("kind"), QStringLiteral("changes")},
                                       {QStringLiteral("count"), counts->changes}});
    }
    if (counts->items() == 0 && counts->changes == 0) {
        call.output.line(Words::tr("Nothing waits: everything is confirmed by the warehouse."));
    }
    return Exit::Done;
}

Exit runVerify(const Call& call)
{
    if (call.arguments.isEmpty()) {
        return verifyEverything(call);
    }
    Exit exit = Exit::Done;
    for (const QString& file : call.arguments) {
        exit = worse(exit, verifyFile(call, file));
    }
    return exit;
}

} // namespace sohoa::cli
