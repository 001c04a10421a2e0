// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/change.h"

#include "base/clock.h"
#include "base/words.h"

#include <algorithm>
#include <array>

namespace sohoa::dossier {

namespace {

constexpr std::array<Word<ChangeKind>, 5> changeKinds = {{{ChangeKind::DossierOpened, "dossier-opened"},
                                                          {ChangeKind::DossierSet, "dossier-set"},
                                                          {ChangeKind::ComponentSet, "component-set"},
                                                          {ChangeKind::PaperMade, "paper-made"},
                                                          {ChangeKind::EventNoted, "event-noted"}}};

QJsonValue optionalTime(const std::optional<QDateTime>& time)
{
    return time ? QJsonValue(toIso(*time)) : QJsonValue(QJsonValue::Null);
}

std::optional<QDateTime> optionalTimeFrom(const QJsonValue& json)
{
    const QDateTime time = fromIso(json.toString());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

QString textOf(const QJsonObject& json, const char* name)
{
    return json[QLatin1String(name)].toString();
}

} // namespace

QString toString(ChangeKind kind)
{
    return wordOf(changeKinds, kind);
}

std::optional<ChangeKind> changeKindFrom(const QString& word)
{
    return valueOf(changeKinds, word);
}

QJsonObject toJson(const Change& change)
{
    return QJsonObject{{QStringLiteral("stamp"), change.stamp},
                       {QStringLiteral("dossier"), change.dossierUid},
                       {QStringLiteral("kind"), toString(change.kind)},
                       {QStringLiteral("body"), change.body}};
}

std::optional<Change> changeFrom(const QJsonObject& json)
{
    const auto kind = changeKindFrom(textOf(json, "kind"));
    Change change{textOf(json, "stamp"), textOf(json, "dossier"), kind.value_or(ChangeKind::EventNoted),
                  json[QLatin1String("body")].toObject()};
    if (!kind || change.stamp.isEmpty() || change.dossierUid.isEmpty() || change.body.isEmpty()) {
        return {};
    }
    return change;
}

QJsonObject changeBody(const Dossier& dossier)
{
    return QJsonObject{{QStringLiteral("code"), dossier.code},
                       {QStringLiteral("provisional"), dossier.provisional},
                       {QStringLiteral("unit"), dossier.unit},
                       {QStringLiteral("decidingUnit"), dossier.decidingUnit},
                       {QStringLiteral("procedureCode"), dossier.procedureCode},
                       {QStringLiteral("procedureName"), dossier.procedureName},
                       {QStringLiteral("field"), dossier.field},
                       {QStringLiteral("catalogueVersion"), dossier.catalogueVersion},
                       {QStringLiteral("givesResult"), dossier.givesResult},
                       {QStringLiteral("channel"), static_cast<int>(dossier.channel)},
                       {QStringLiteral("status"), static_cast<int>(dossier.status)},
                       {QStringLiteral("receivedAt"),
                        dossier.receivedAt.isValid() ? QJsonValue(toIso(dossier.receivedAt)) : QJsonValue()},
                       {QStringLiteral("dueAt"), optionalTime(dossier.dueAt)},
                       {QStringLiteral("finishedAt"), optionalTime(dossier.finishedAt)},
                       {QStringLiteral("supplements"), dossier.supplements},
                       {QStringLiteral("officer"), dossier.officer},
                       {QStringLiteral("applicant"), toJson(dossier.applicant)},
                       {QStringLiteral("subject"), dossier.subject}};
}

QJsonObject changeBody(const Component& component)
{
    return QJsonObject{{QStringLiteral("number"), component.number},
                       {QStringLiteral("name"), component.name},
                       {QStringLiteral("duty"), toString(component.duty)},
                       {QStringLiteral("required"), component.required},
                       {QStringLiteral("alternativeGroup"), component.alternativeGroup},
                       {QStringLiteral("state"), toString(component.state)},
                       {QStringLiteral("expectedPages"), component.expectedPages
                                                             ? QJsonValue(*component.expectedPages)
                                                             : QJsonValue(QJsonValue::Null)}};
}

QJsonObject changeBody(const Paper& paper)
{
    return QJsonObject{{QStringLiteral("uid"), paper.uid},
                       {QStringLiteral("component"), paper.component},
                       {QStringLiteral("code"), paper.code},
                       {QStringLiteral("title"), paper.title},
                       {QStringLiteral("sha256"), paper.sha256},
                       {QStringLiteral("bytes"), paper.bytes},
                       {QStringLiteral("pages"), paper.pages},
                       {QStringLiteral("version"), paper.version},
                       {QStringLiteral("madeAt"), toIso(paper.madeAt)},
                       {QStringLiteral("signature"), toString(paper.signature)}};
}

QJsonObject changeBody(const Event& event)
{
    return QJsonObject{{QStringLiteral("at"), toIso(event.at)},
                       {QStringLiteral("kind"), toString(event.kind)},
                       {QStringLiteral("actor"), event.actor},
                       {QStringLiteral("detail"), event.detail}};
}

Dossier dossierFrom(const QString& uid, const QJsonObject& body)
{
    Dossier dossier;
    dossier.uid = uid;
    dossier.code = textOf(body, "code");
    dossier.provisional = body[QLatin1String("provisional")].toBool();
    dossier.unit = textOf(body, "unit");
    dossier.decidingUnit = textOf(body, "decidingUnit");
    dossier.procedureCode = textOf(body, "procedureCode");
    dossier.procedureName = textOf(body, "procedureName");
    dossier.field = textOf(body, "field");
    dossier.catalogueVersion = textOf(body, "catalogueVersion");
    dossier.givesResult = body[QLatin1String("givesResult")].toBool(true);
    const int channel = body[QLatin1String("channel")].toInt(1);
    dossier.channel = channel >= 1 && channel <= 3 ? static_cast<Channel>(channel) : Channel::Direct;
    dossier.status =
        dossierStatusFrom(body[QLatin1String("status")].toInt(2)).value_or(DossierStatus::Received);
    dossier.receivedAt = fromIso(textOf(body, "receivedAt"));
    dossier.dueAt = optionalTimeFrom(body[QLatin1String("dueAt")]);
    dossier.finishedAt = optionalTimeFrom(body[QLatin1String("finishedAt")]);
    dossier.supplements = body[QLatin1String("supplements")].toInt();
    dossier.officer = textOf(body, "officer");
    dossier.applicant = personFrom(body[QLatin1String("applicant")].toObject());
    dossier.subject = textOf(body, "subject");
    return dossier;
}

Component componentFrom(const QString& dossierUid, const QJsonObject& body)
{
    Component component;
    component.dossierUid = dossierUid;
    component.number = body[QLatin1String("number")].toInt();
    component.name = textOf(body, "name");
    component.duty = dutyFrom(textOf(body, "duty")).value_or(Duty::Scan);
    component.required = body[QLatin1String("required")].toBool();
    component.alternativeGroup = textOf(body, "alternativeGroup");
    component.state = componentStateFrom(textOf(body, "state")).value_or(ComponentState::Missing);
    if (const QJsonValue expected = body[QLatin1String("expectedPages")]; expected.isDouble()) {
        component.expectedPages = expected.toInt();
    }
    return component;
}

Paper paperFrom(const QString& dossierUid, const QJsonObject& body)
{
    Paper paper;
    paper.uid = textOf(body, "uid");
    paper.dossierUid = dossierUid;
    paper.component = body[QLatin1String("component")].toInt();
    paper.code = textOf(body, "code");
    paper.title = textOf(body, "title");
    paper.sha256 = textOf(body, "sha256");
    paper.bytes = body[QLatin1String("bytes")].toInteger();
    paper.pages = body[QLatin1String("pages")].toInt();
    paper.version = body[QLatin1String("version")].toInt(1);
    paper.madeAt = fromIso(textOf(body, "madeAt"));
    paper.signature = signatureStateFrom(textOf(body, "signature")).value_or(SignatureState::Waiting);
    return paper;
}

Event eventFrom(const QString& dossierUid, const QJsonObject& body)
{
    return Event{dossierUid, fromIso(textOf(body, "at")),
                 eventKindFrom(textOf(body, "kind")).value_or(EventKind::Corrected), textOf(body, "actor"),
                 body[QLatin1String("detail")].toObject()};
}

QString nextStamp(const QString& last, const QDateTime& now, int workstation)
{
    constexpr int millisecondDigits = 12;
    constexpr int counterDigits = 4;
    constexpr qint64 counterLimit = 0xffff;
    const qint64 lastTime = last.left(millisecondDigits).toLongLong(nullptr, 16);
    const qint64 lastCounter = last.mid(millisecondDigits + 1, counterDigits).toLongLong(nullptr, 16);
    qint64 time = std::max(now.toMSecsSinceEpoch(), lastTime);
    qint64 counter = time == lastTime && !last.isEmpty() ? lastCounter + 1 : 0;
    if (counter > counterLimit) {
        ++time;
        counter = 0;
    }
    return QStringLiteral("%1-%2-%3")
        .arg(time, millisecondDigits, 16, QLatin1Char('0'))
        .arg(counter, counterDigits, 16, QLatin1Char('0'))
        .arg(workstation);
}

} // namespace sohoa::dossier
