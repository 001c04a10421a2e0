// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/dossier.h"

#include "base/words.h"

#include <QUuid>

#include <array>

namespace sohoa::dossier {

namespace {

constexpr std::array<Word<Channel>, 3> channels = {
    {{Channel::Direct, "direct"}, {Channel::Online, "online"}, {Channel::Post, "post"}}};

constexpr std::array<Word<Duty>, 6> duties = {{{Duty::Scan, "scan"},
                                               {Duty::Reuse, "reuse"},
                                               {Duty::ShownOnly, "shown-only"},
                                               {Duty::Photocopy, "photocopy"},
                                               {Duty::EForm, "e-form"},
                                               {Duty::Secret, "secret"}}};

constexpr std::array<Word<ComponentState>, 7> componentStates = {{{ComponentState::Missing, "missing"},
                                                                  {ComponentState::Present, "present"},
                                                                  {ComponentState::Finished, "finished"},
                                                                  {ComponentState::Reused, "reused"},
                                                                  {ComponentState::Shown, "shown"},
                                                                  {ComponentState::Taken, "taken"},
                                                                  {ComponentState::NotNeeded, "not-needed"}}};

constexpr std::array<Word<SignatureState>, 2> signatureStates = {
    {{SignatureState::Waiting, "waiting"}, {SignatureState::Signed, "signed"}}};

constexpr std::array<Word<DeliveryState>, 5> deliveryStates = {{{DeliveryState::Waiting, "waiting"},
                                                                {DeliveryState::Sending, "sending"},
                                                                {DeliveryState::Confirming, "confirming"},
                                                                {DeliveryState::Confirmed, "confirmed"},
                                                                {DeliveryState::Refused, "refused"}}};

constexpr std::array<Word<EventKind>, 15> eventKinds = {{{EventKind::Registered, "registered"},
                                                         {EventKind::Received, "received"},
                                                         {EventKind::PagesAdded, "pages-added"},
                                                         {EventKind::PageSetAside, "page-set-aside"},
                                                         {EventKind::PageBroughtBack, "page-brought-back"},
                                                         {EventKind::PageEdited, "page-edited"},
                                                         {EventKind::PageDeleted, "page-deleted"},
                                                         {EventKind::ComponentChanged, "component-changed"},
                                                         {EventKind::PaperMade, "paper-made"},
                                                         {EventKind::PaperConfirmed, "paper-confirmed"},
                                                         {EventKind::StatusChanged, "status-changed"},
                                                         {EventKind::DueDateChanged, "due-date-changed"},
                                                         {EventKind::Corrected, "corrected"},
                                                         {EventKind::Closed, "closed"},
                                                         {EventKind::NotesExcused, "notes-excused"}}};

constexpr std::array<Word<Sex>, 3> sexes = {
    {{Sex::Unknown, "unknown"}, {Sex::Male, "male"}, {Sex::Female, "female"}}};

} // namespace

QString toString(Channel channel)
{
    return wordOf(channels, channel);
}

QString toString(Duty duty)
{
    return wordOf(duties, duty);
}

QString toString(ComponentState state)
{
    return wordOf(componentStates, state);
}

QString toString(SignatureState state)
{
    return wordOf(signatureStates, state);
}

QString toString(DeliveryState state)
{
    return wordOf(deliveryStates, state);
}

QString toString(EventKind kind)
{
    return wordOf(eventKinds, kind);
}

QString toString(Sex sex)
{
    return wordOf(sexes, sex);
}

std::optional<Channel> channelFrom(const QString& word)
{
    return valueOf(channels, word);
}

std::optional<Duty> dutyFrom(const QString& word)
{
    return valueOf(duties, word);
}

std::optional<ComponentState> componentStateFrom(const QString& word)
{
    return valueOf(componentStates, word);
}

std::optional<SignatureState> signatureStateFrom(const QString& word)
{
    return valueOf(signatureStates, word);
}

std::optional<DeliveryState> deliveryStateFrom(const QString& word)
{
    return valueOf(deliveryStates, word);
}

std::optional<EventKind> eventKindFrom(const QString& word)
{
    return valueOf(eventKinds, word);
}

std::optional<Sex> sexFrom(const QString& word)
{
    return valueOf(sexes, word);
}

std::optional<DossierStatus> dossierStatusFrom(int number)
{
    if (number < static_cast<int>(DossierStatus::Registered) ||
        number > static_cast<int>(DossierStatus::Returned)) {
        return {};
    }
    return static_cast<DossierStatus>(number);
}

QJsonObject toJson(const Person& person)
{
    return QJsonObject{{QStringLiteral("personalNumber"), person.personalNumber},
                       {QStringLiteral("oldNumber"), person.oldNumber},
                       {QStringLiteral("fullName"), person.fullName},
                       {QStringLiteral("birthDate"), person.birthDate.toString(Qt::ISODate)},
                       {QStringLiteral("sex"), toString(person.sex)},
                       {QStringLiteral("residence"), person.residence},
                       {QStringLiteral("issueDate"), person.issueDate.toString(Qt::ISODate)},
                       {QStringLiteral("phone"), person.phone}};
}

Person personFrom(const QJsonObject& json)
{
    const auto text = [&json](const char* name) { return json[QLatin1String(name)].toString(); };
    return Person{text("personalNumber"),
                  text("oldNumber"),
                  text("fullName"),
                  QDate::fromString(text("birthDate"), Qt::ISODate),
                  sexFrom(text("sex")).value_or(Sex::Unknown),
                  text("residence"),
                  QDate::fromString(text("issueDate"), Qt::ISODate),
                  text("phone")};
}

QString newUid()
{
    return QUuid::createUuid().toString(QUuid::Id128);
}

} // namespace sohoa::dossier
