// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "wording/names.h"

#include <QCoreApplication>
#include <QJsonValue>

namespace sohoa::wording {

using namespace dossier;

namespace {

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(WordingSentences)
};

int numberIn(const Event& event, const char* key, const char* otherKey, int fallback)
{
    return event.detail[QLatin1String(key)].toInt(event.detail[QLatin1String(otherKey)].toInt(fallback));
}

/// The sentence with the component it is about, when the event names one.
QString aboutComponent(const QString& sentence, const Event& event)
{
    const int component = event.detail[QLatin1String("component")].toInt();
    if (component == resultComponent) {
        return Sentences::tr("%1 (result)", "history").arg(sentence);
    }
    return component > 0 ? Sentences::tr("%1 (component %2)", "history").arg(sentence).arg(component)
                         : sentence;
}

QString pagesSentence(const Event& event)
{
    const int pages = numberIn(event, "pages", "count", 1);
    switch (event.kind) {
    case EventKind::PagesAdded:
        return Sentences::tr("%n page(s) taken in", "history", pages);
    case EventKind::PageSetAside:
        return Sentences::tr("%n page(s) set aside", "history", pages);
    case EventKind::PageBroughtBack:
        return Sentences::tr("%n page(s) brought back", "history", pages);
    case EventKind::PageEdited:
        return Sentences::tr("%n page(s) turned, straightened or cropped", "history", pages);
    case EventKind::PageDeleted:
        return Sentences::tr("%n page(s) deleted", "history", pages);
    case EventKind::NotesExcused:
        return Sentences::tr("%n page(s) with a slip accepted with one copy only", "history", pages);
    case EventKind::PaperMade:
        return Sentences::tr("Digitized into a PDF of %n page(s)", "history", pages);
    default:
        return {};
    }
}

QString componentSentence(const Event& event)
{
    const auto state = componentStateFrom(event.detail[QLatin1String("state")].toString());
    return state ? Sentences::tr("Component noted as: %1", "history").arg(name(*state))
                 : Sentences::tr("Component changed", "history");
}

QString statusSentence(const Event& event)
{
    const auto status = dossierStatusFrom(numberIn(event, "to", "status", 0));
    return status ? Sentences::tr("Status changed to: %1", "history").arg(name(*status))
                  : Sentences::tr("Status changed", "history");
}

} // namespace

QString sentence(const Event& event)
{
    switch (event.kind) {
    case EventKind::Registered:
        return Sentences::tr("Registered", "history");
    case EventKind::Received:
        return Sentences::tr("Taken in at the counter", "history");
    case EventKind::PagesAdded:
    case EventKind::PageSetAside:
    case EventKind::PageBroughtBack:
    case EventKind::PageEdited:
    case EventKind::PageDeleted:
    case EventKind::NotesExcused:
    case EventKind::PaperMade:
        return aboutComponent(pagesSentence(event), event);
    case EventKind::ComponentChanged:
        return aboutComponent(componentSentence(event), event);
    case EventKind::PaperConfirmed:
        return aboutComponent(Sentences::tr("Stored in the warehouse and confirmed", "history"), event);
    case EventKind::StatusChanged:
        return statusSentence(event);
    case EventKind::DueDateChanged:
        return Sentences::tr("Due date changed", "history");
    case EventKind::Corrected:
        return Sentences::tr("Details corrected", "history");
    case EventKind::Closed:
        return Sentences::tr("Closed", "history");
    }
    return {};
}

QString sentence(CardWarning warning)
{
    switch (warning) {
    case CardWarning::PrefixUnknown:
        return Sentences::tr(
            "The personal number begins with no province's digits: the person was registered "
            "abroad, or the number was misread. Compare it with the card.");
    case CardWarning::SexDiffers:
        return Sentences::tr(
            "The sex on the card does not fit the personal number. Compare both with the card.");
    case CardWarning::BirthYearDiffers:
        return Sentences::tr(
            "The year of birth does not fit the personal number. Compare both with the card.");
    case CardWarning::ToneMarksMissing:
        return Sentences::tr("No letter has a tone mark: the reader may drop them. Compare name and address "
                             "with the card and put them right.");
    case CardWarning::IssuedBeforeBirth:
        return Sentences::tr(
            "The card's date of issue is before the date of birth. Compare both with the card.");
    case CardWarning::EncodingRepaired:
        return Sentences::tr(
            "The reader garbled the Vietnamese letters and they were put right. Compare name "
            "and address with the card.");
    }
    return {};
}

QString timeLimit(const TimeLimit& limit)
{
    if (!limit.amount) {
        return limit.note;
    }
    switch (limit.unit) {
    case LimitUnit::WorkingDay:
        return Sentences::tr("%n working day(s)", "time limit", *limit.amount);
    case LimitUnit::CalendarDay:
        return Sentences::tr("%n day(s)", "time limit", *limit.amount);
    case LimitUnit::Hour:
        return Sentences::tr("%n hour(s)", "time limit", *limit.amount);
    }
    return {};
}

} // namespace sohoa::wording
