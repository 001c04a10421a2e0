// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "cli/command.h"
#include "cli/words.h"
#include "sync/enrolment.h"
#include "wording/delivery.h"
#include "wording/errors.h"
#include "wording/names.h"
#include "workflow/deliveryrules.h"
#include "workflow/enrolling.h"
#include "workflow/workspace.h"

#include <QFile>

#include <cmath>
#include <cstdio>

namespace sohoa::cli {

namespace {

/// What the administrator guide shows: everything in it is invented.
dossier::Enrolment example()
{
    dossier::Enrolment enrolment;
    enrolment.warehouse = QStringLiteral("s3+https://kho.tinh.example/so-hoa");
    enrolment.region = QStringLiteral("us-east-1");
    enrolment.accessKey = QStringLiteral("ACCESSKEYOFTHISSTATION");
    enrolment.secretKey = QStringLiteral("the-secret-key-of-this-workstation");
    enrolment.unit = QStringLiteral("H56.14");
    enrolment.unitName = QStringLiteral("UBND xã Thanh Bình");
    enrolment.workstation = 1;
    enrolment.workstations = 3;
    enrolment.validUntil = QDate(2027, 12, 31);
    return enrolment;
}

/// One byte more than is read, so that what is too long shows.
Result<QByteArray> textOf(const QString& file)
{
    if (file != QLatin1String("-")) {
        Result<QByteArray> bytes = readFile(file, sync::largestEnrolment + 1);
        if (!bytes && bytes.error().code == ErrorCode::FileTooLarge) {
            return QByteArray(sync::largestEnrolment + 1, ' ');
        }
        return bytes;
    }
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        return failure(ErrorCode::FileUnreadable, QStringLiteral("stdin"));
    }
    return input.read(sync::largestEnrolment + 1);
}

/// Says what is wrong with an enrolment; nothing of its text, which holds keys.
Exit refuse(const Call& call, dossier::EnrolmentFault fault)
{
    const QString sentence = wording::sentence(fault);
    call.output.object(QJsonObject{
        {QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), QStringLiteral("EnrolmentInvalid")},
                                              {QStringLiteral("message"), sentence}}}});
    call.output.trouble(sentence);
    return Exit::Partly;
}

void sayAnswer(const Call& call, const workflow::EnrolmentAnswer& answer)
{
    if (answer.away) {
        call.output.message(
            Words::tr("The warehouse could not be asked now: whether it accepts the keys shows at the first "
                      "delivery. %1")
                .arg(wording::sentence(*answer.away)));
    }
    constexpr double aMinute = 60'000.0;
    if (const double ahead = static_cast<double>(answer.clockOffset.count()) / aMinute;
        std::abs(ahead) >= 1.0) {
        call.output.message(
            Words::tr("The clock of this computer differs from the warehouse's by %1 minutes: "
                      "set it right.")
                .arg(std::lround(std::abs(ahead))));
    }
}

void sayRules(const Call& call, const dossier::DeliveryRules& rules)
{
    const QString limit = rules.kbitPerSecond > 0 ? Words::tr("at most %1 kbit/s").arg(rules.kbitPerSecond)
                                                  : Words::tr("as fast as the line goes");
    call.output.line(Words::tr("Speed: %1").arg(limit));
    call.output.line(Words::tr("Papers: %1")
                         .arg(rules.hours ? Words::tr("only %1").arg(dossier::toText(*rules.hours))
                                          : Words::tr("at any time")));
    call.output.line(rules.waitsOnMetered ? Words::tr("Line paid by volume: nothing goes by itself")
                                          : Words::tr("Line paid by volume: like any other"));
    call.output.line(Words::tr("Alarm: undelivered for more than %n hour(s)", nullptr, rules.alarmHours));
    if (rules.pausedSince) {
        call.output.line(
            wording::sentence(dossier::DeliveryHold{dossier::HoldCause::Person, {}, rules.pausedSince}));
    }
    call.output.object(QJsonObject{
        {QStringLiteral("kbitPerSecond"), rules.kbitPerSecond},
        {QStringLiteral("hours"), rules.hours ? QJsonValue(dossier::toText(*rules.hours)) : QJsonValue()},
        {QStringLiteral("waitsOnMetered"), rules.waitsOnMetered},
        {QStringLiteral("alarmHours"), rules.alarmHours},
        {QStringLiteral("pausedSince"),
         rules.pausedSince ? QJsonValue(toIso(*rules.pausedSince)) : QJsonValue()}});
}

/// Takes over what was given. @return what is wrong with it; empty when nothing is
QString takeOptions(const Call& call, dossier::DeliveryRules& rules)
{
    const auto given = [&call](const char* name) -> std::optional<QString> {
        const QString option = QString::fromLatin1(name);
        return call.options.isSet(option) ? std::optional(call.options.value(option)) : std::nullopt;
    };
    bool isNumber = true;
    if (const auto limit = given("limit")) {
        rules.kbitPerSecond = limit->toInt(&isNumber);
    }
    if (!isNumber || !rules.isValid()) {
        return Words::tr("--limit takes 0 (none) or 32 to 1000000 kbit/s.");
    }
    if (const auto hours = given("hours")) {
        rules.hours = dossier::deliveryHoursFrom(*hours);
        if (!rules.hours && *hours != QLatin1String("any")) {
            return Words::tr("--hours takes FROM-TO, such as 17:30-07:00, or any.");
        }
    }
    if (const auto metered = given("metered")) {
        rules.waitsOnMetered = *metered == QLatin1String("wait");
        if (!rules.waitsOnMetered && *metered != QLatin1String("send")) {
            return Words::tr("--metered takes wait or send.");
        }
    }
    if (const auto alarm = given("alarm")) {
        rules.alarmHours = alarm->toInt();
    }
    if (!rules.isValid()) {
        return Words::tr("--alarm takes 1 to 744 hours.");
    }
    if (given("pause") && given("resume")) {
        return Words::tr("Either --pause or --resume.");
    }
    if (given("pause")) {
        rules.pausedSince = rules.pausedSince.value_or(call.clock.now());
    }
    if (given("resume")) {
        rules.pausedSince.reset();
    }
    return {};
}

} // namespace

void declareEnrol(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("officer"), Words::tr("Who works here."), QStringLiteral("NAME")});
    parser.addOption({QStringLiteral("example"), Words::tr("Shows an enrolment with invented keys.")});
}

void declareDelivery(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("limit"), Words::tr("Speed in kbit/s; 0: as fast as the line goes."),
                      QStringLiteral("KBIT")});
    parser.addOption({QStringLiteral("hours"), Words::tr("Papers go only then, such as 17:30-07:00; or any."),
                      QStringLiteral("FROM-TO")});
    parser.addOption({QStringLiteral("metered"), Words::tr("On a line paid by volume: wait or send."),
                      QStringLiteral("WHAT")});
    parser.addOption({QStringLiteral("alarm"),
                      Words::tr("Hours after which an undelivered paper is an alarm."),
                      QStringLiteral("HOURS")});
    parser.addOption({QStringLiteral("pause"), Words::tr("Nothing is sent until --resume.")});
    parser.addOption({QStringLiteral("resume"), Words::tr("Ends --pause.")});
}

Exit runEnrol(const Call& call)
{
    if (call.options.isSet(QStringLiteral("example"))) {
        call.output.raw(sync::toBytes(example()));
        return Exit::Done;
    }
    if (call.arguments.size() != 1) {
        return call.usage(Words::tr("Name one file; - reads from standard input."));
    }
    const Result<QByteArray> text = textOf(call.arguments.front());
    if (!text) {
        return call.fail(text.error(), call.arguments.front());
    }
    const auto enrolment = sync::parseEnrolment(*text, call.clock.now().date());
    if (!enrolment) {
        return refuse(call, enrolment.error());
    }
    for (const QString& line : wording::linesAbout(*enrolment)) {
        call.output.line(line);
    }
    const Result<workflow::EnrolledHome> home =
        workflow::enrolHome(call.home, *enrolment, call.options.value(QStringLiteral("officer")), call.clock);
    if (!home) {
        return call.fail(home.error());
    }
    sayAnswer(call, home->answer);
    call.output.line(Words::tr("This computer is enrolled."));
    call.output.object(
        QJsonObject{{QStringLiteral("home"), call.home},
                    {QStringLiteral("unit"), enrolment->unit},
                    {QStringLiteral("unitName"), enrolment->unitName},
                    {QStringLiteral("workstation"), enrolment->workstation},
                    {QStringLiteral("workstations"), enrolment->workstations},
                    {QStringLiteral("warehouse"), enrolment->warehouse},
                    {QStringLiteral("validUntil"), enrolment->validUntil.toString(Qt::ISODate)},
                    {QStringLiteral("reached"), !home->answer.away.has_value()},
                    {QStringLiteral("keyInFile"), home->workspace->keyIsInFile()}});
    call.sayWhereTheKeyIs(*home->workspace);
    return Exit::Done;
}

Exit runDelivery(const Call& call)
{
    if (!call.arguments.isEmpty()) {
        return call.usage(Words::tr("What is to change is given as options."));
    }
    const auto workspace = call.openHome();
    if (!workspace) {
        return call.fail(workspace.error());
    }
    const Result<dossier::DeliveryRules> before = workflow::deliveryRules((*workspace)->journal());
    if (!before) {
        return call.fail(before.error());
    }
    dossier::DeliveryRules rules = *before;
    if (const QString wrong = takeOptions(call, rules); !wrong.isEmpty()) {
        return call.usage(wrong);
    }
    if (rules != *before) {
        if (const Status kept = workflow::setDeliveryRules(**workspace, rules); !kept) {
            return call.fail(kept.error());
        }
    }
    sayRules(call, rules);
    return Exit::Done;
}

} // namespace sohoa::cli
