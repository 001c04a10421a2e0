// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/format.h"

#include <QCoreApplication>

namespace sohoa::ui {

using namespace dossier;

namespace {

struct History
{
    Q_DECLARE_TR_FUNCTIONS(History)
};

} // namespace

QString eventSentence(const Event& event)
{
    const int pages =
        event.detail[QLatin1String("pages")].toInt(event.detail[QLatin1String("count")].toInt(1));
    const int component = event.detail[QLatin1String("component")].toInt();
    const auto withComponent = [component](const QString& sentence) {
        return component > 0 && component < resultComponent
                   ? History::tr("%1 (component %2)").arg(sentence).arg(component)
                   : sentence;
    };
    switch (event.kind) {
    case EventKind::Registered:
        return History::tr("Registered");
    case EventKind::Received:
        return History::tr("Taken in at the counter");
    case EventKind::PagesAdded:
        return withComponent(History::tr("%n page(s) added", nullptr, pages));
    case EventKind::PageSetAside:
        return withComponent(History::tr("%n page(s) set aside", nullptr, pages));
    case EventKind::PageBroughtBack:
        return withComponent(History::tr("%n page(s) brought back", nullptr, pages));
    case EventKind::PageEdited:
        return withComponent(History::tr("%n page(s) turned or straightened", nullptr, pages));
    case EventKind::PageDeleted:
        return withComponent(History::tr("%n page(s) deleted", nullptr, pages));
    case EventKind::ComponentChanged: {
        const auto state = componentStateFrom(event.detail[QLatin1String("state")].toString());
        return state ? withComponent(History::tr("Noted: %1").arg(stateChip(*state, Duty::Scan).text))
                     : withComponent(History::tr("A component was changed"));
    }
    case EventKind::PaperMade:
        return withComponent(History::tr("Paper made, %n page(s)", nullptr, pages));
    case EventKind::PaperConfirmed:
        return withComponent(History::tr("Paper stored in the warehouse and confirmed"));
    case EventKind::StatusChanged: {
        const auto status = dossierStatusFrom(
            event.detail[QLatin1String("to")].toInt(event.detail[QLatin1String("status")].toInt()));
        return status ? History::tr("Status: %1").arg(nameOf(*status)) : History::tr("Status changed");
    }
    case EventKind::DueDateChanged:
        return History::tr("Due date changed");
    case EventKind::Corrected:
        return History::tr("Details corrected");
    case EventKind::Closed:
        return History::tr("Closed");
    }
    return {};
}

Icon eventSymbol(EventKind kind)
{
    switch (kind) {
    case EventKind::Registered:
    case EventKind::Received:
        return Icon::Desk;
    case EventKind::PagesAdded:
        return Icon::Scanner;
    case EventKind::PageSetAside:
        return Icon::Aside;
    case EventKind::PageBroughtBack:
        return Icon::BringBack;
    case EventKind::PageEdited:
        return Icon::TurnRight;
    case EventKind::PageDeleted:
        return Icon::Trash;
    case EventKind::ComponentChanged:
    case EventKind::Corrected:
        return Icon::Pen;
    case EventKind::PaperMade:
        return Icon::Paper;
    case EventKind::PaperConfirmed:
        return Icon::CheckCircle;
    case EventKind::StatusChanged:
        return Icon::History;
    case EventKind::DueDateChanged:
        return Icon::Calendar;
    case EventKind::Closed:
        return Icon::Lock;
    }
    return Icon::History;
}

} // namespace sohoa::ui
