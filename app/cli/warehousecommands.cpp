// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "cli/words.h"
#include "sync/s3/probe.h"
#include "workflow/warehouseaccess.h"

#include <QJsonArray>

#include <algorithm>

namespace sohoa::cli {

namespace {

using sync::ProbeCheck;
using sync::ProbeFinding;
using sync::ProbeSeen;
using sync::ProbeVerdict;

QString nameOf(ProbeCheck check)
{
    switch (check) {
    case ProbeCheck::Answers:
        return Words::tr("The bucket answers");
    case ProbeCheck::Clock:
        return Words::tr("Clocks agree");
    case ProbeCheck::WrongSecret:
        return Words::tr("Wrong secret key");
    case ProbeCheck::UnsignedHeader:
        return Words::tr("Header added on the way");
    case ProbeCheck::ReadsBack:
        return Words::tr("Objects come back as they went");
    case ProbeCheck::Md5:
        return Words::tr("Body altered (Content-MD5)");
    case ProbeCheck::Sha256:
        return Words::tr("Body altered (SHA-256)");
    case ProbeCheck::CutUpload:
        return Words::tr("Upload broken off");
    case ProbeCheck::Multipart:
        return Words::tr("Large object in parts, resumed");
    case ProbeCheck::Abandon:
        return Words::tr("Abandoned upload is gone");
    case ProbeCheck::Listing:
        return Words::tr("Listing in order, from any key on");
    case ProbeCheck::MissingObject:
        return Words::tr("Object that is not there");
    case ProbeCheck::Condition:
        return Words::tr("Put only if absent (If-None-Match)");
    case ProbeCheck::ConditionParts:
        return Words::tr("The same for large objects");
    case ProbeCheck::Versioning:
        return Words::tr("Old versions are kept");
    case ProbeCheck::ObjectLock:
        return Words::tr("Objects can be locked");
    case ProbeCheck::ForeignPrefix:
        return Words::tr("What is not this key's own");
    case ProbeCheck::Deleting:
        return Words::tr("Deleting with this key");
    }
    return {};
}

QString nameOf(ProbeVerdict verdict)
{
    switch (verdict) {
    case ProbeVerdict::Good:
        return Words::tr("good");
    case ProbeVerdict::Weak:
        return Words::tr("note");
    case ProbeVerdict::Bad:
        return Words::tr("BAD");
    case ProbeVerdict::Unknown:
        return Words::tr("UNKNOWN");
    }
    return {};
}

QString nameOf(ProbeSeen seen)
{
    switch (seen) {
    case ProbeSeen::AsItMust:
        return Words::tr("as it must be");
    case ProbeSeen::Corrected:
        return Words::tr("clocks apart, corrected for");
    case ProbeSeen::Refused:
        return Words::tr("refused");
    case ProbeSeen::Accepted:
        return Words::tr("accepted");
    case ProbeSeen::Stored:
        return Words::tr("left something behind");
    case ProbeSeen::Different:
        return Words::tr("other than it must be");
    case ProbeSeen::Forbidden:
        return Words::tr("forbidden (403)");
    case ProbeSeen::Honoured:
        return Words::tr("honoured");
    case ProbeSeen::Ignored:
        return Words::tr("silently ignored, so it is not relied on");
    case ProbeSeen::NotImplemented:
        return Words::tr("not offered, so it is not used");
    case ProbeSeen::Enabled:
        return Words::tr("on");
    case ProbeSeen::Suspended:
        return Words::tr("suspended");
    case ProbeSeen::Off:
        return Words::tr("off");
    case ProbeSeen::Absent:
        return Words::tr("not known to this server");
    case ProbeSeen::Allowed:
        return Words::tr("allowed; workstations' keys should not be");
    case ProbeSeen::Failed:
        return Words::tr("could not be tried");
    }
    return {};
}

void say(const Output& output, const ProbeFinding& finding)
{
    constexpr int nameWidth = 38;
    constexpr int verdictWidth = 14;
    output.line(nameOf(finding.check).leftJustified(nameWidth) + u' ' +
                nameOf(finding.verdict).leftJustified(verdictWidth) + u' ' + nameOf(finding.seen) +
                (finding.detail.isEmpty() ? QString() : QStringLiteral(" (") + finding.detail + u')'));
    output.object(QJsonObject{{QStringLiteral("check"), sync::wordOf(finding.check)},
                              {QStringLiteral("verdict"), sync::wordOf(finding.verdict)},
                              {QStringLiteral("seen"), sync::wordOf(finding.seen)},
                              {QStringLiteral("detail"), finding.detail}});
}

Exit check(const Call& call, const QString& url)
{
    const Result<sync::WarehouseAddress> address = sync::parseWarehouseUrl(url);
    if (!address || address->kind != sync::WarehouseAddress::Kind::S3) {
        return call.usage(
            Words::tr("warehouse check needs the address of a bucket, such as s3+https://host/bucket."));
    }
    const Result<sync::S3Access> access = workflow::warehouseAccess();
    if (!access) {
        return call.fail(access.error());
    }
    sync::ProbeOptions options;
    if (call.options.isSet(QStringLiteral("under"))) {
        options.under = call.options.value(QStringLiteral("under"));
    }
    options.foreign = call.options.value(QStringLiteral("foreign"));
    const Result<sync::ProbeReport> report =
        sync::probeWarehouse(*address, *access, options, call.stop,
                             [&call](const ProbeFinding& finding) { say(call.output, finding); });
    if (!report) {
        return call.fail(report.error());
    }
    QJsonArray left;
    for (const QString& key : report->left) {
        call.output.message(Words::tr("Left there, because this key may not delete: %1").arg(key));
        left.append(key);
    }
    const bool usable = report->usable();
    call.output.line(usable ? Words::tr("Verdict: this bucket can be used as a warehouse.")
                            : Words::tr("Verdict: do not use this bucket as a warehouse."));
    call.output.object(QJsonObject{{QStringLiteral("usable"), usable},
                                   {QStringLiteral("conditionsHonoured"), report->honestConditions()},
                                   {QStringLiteral("left"), left}});
    if (!usable) {
        for (const ProbeFinding& finding : report->findings) {
            if (finding.verdict == ProbeVerdict::Bad || finding.verdict == ProbeVerdict::Unknown) {
                call.output.trouble(nameOf(finding.check) + QStringLiteral(": ") + nameOf(finding.seen));
            }
        }
    }
    return usable ? Exit::Done : Exit::Partly;
}

} // namespace

void declareWarehouse(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("under"), Words::tr("Where in the bucket to try things out."),
                      QStringLiteral("PREFIX")});
    parser.addOption({QStringLiteral("foreign"), Words::tr("A prefix that this key must have no right to."),
                      QStringLiteral("PREFIX")});
}

Exit runWarehouse(const Call& call)
{
    if (call.arguments.size() != 2 || call.arguments.front() != QLatin1String("check")) {
        return call.usage(Words::tr("The warehouse command knows “check”, followed by an address."));
    }
    return check(call, call.arguments.back());
}

} // namespace sohoa::cli
