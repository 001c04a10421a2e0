// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/format.h"

#include "wording/names.h"

#include <QCoreApplication>

namespace sohoa::ui {

using namespace dossier;

namespace {

/// One translation context for what chips say.
struct Chips
{
    Q_DECLARE_TR_FUNCTIONS(Chips)
};

} // namespace

QString capital(const QString& text)
{
    return text.isEmpty() ? text : text.at(0).toUpper() + text.mid(1);
}

QString orDash(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("—") : text;
}

ChipText dutyChip(Duty duty)
{
    switch (duty) {
    case Duty::Scan:
        return {Tone::Info, Chips::tr("Scan"), Icon::Scanner};
    case Duty::Reuse:
        return {Tone::Success, Chips::tr("Reuse, do not scan"), Icon::Reuse};
    case Duty::ShownOnly:
        return {Tone::Warning, Chips::tr("Only shown: do not scan"), Icon::Eye};
    case Duty::Photocopy:
        return {Tone::Neutral, Chips::tr("Photocopy: do not scan"), Icon::Copy};
    case Duty::EForm:
        return {Tone::Neutral, Chips::tr("Electronic form"), Icon::Form};
    case Duty::Secret:
        return {Tone::Danger, Chips::tr("Secret: never scan"), Icon::Lock};
    }
    return {};
}

ChipText stateChip(ComponentState state, Duty duty)
{
    switch (state) {
    case ComponentState::Missing:
        return duty == Duty::Scan ? ChipText{Tone::Warning, Chips::tr("Not there yet"), Icon::Pending}
                                  : ChipText{Tone::Neutral, Chips::tr("Not noted yet"), Icon::Pending};
    case ComponentState::Present:
        return {Tone::Info, Chips::tr("Has pages"), Icon::Paper};
    case ComponentState::Finished:
        return {Tone::Success, Chips::tr("Paper made"), Icon::CheckCircle};
    case ComponentState::Reused:
        return {Tone::Success, Chips::tr("Reused"), Icon::Reuse};
    case ComponentState::Shown:
        return {Tone::Success, Chips::tr("Seen, given back"), Icon::Eye};
    case ComponentState::Taken:
        return {Tone::Success, Chips::tr("Handed in, not scanned"), Icon::CheckCircle};
    case ComponentState::NotNeeded:
        return {Tone::Neutral, Chips::tr("Not needed"), Icon::NotNeeded};
    }
    return {};
}

ChipText statusChip(DossierStatus status)
{
    switch (status) {
    case DossierStatus::Registered:
    case DossierStatus::Received:
    case DossierStatus::InProgress:
        return {Tone::Info, capital(wording::name(status)), {}};
    case DossierStatus::SupplementAsked:
    case DossierStatus::PaymentAsked:
        return {Tone::Warning, capital(wording::name(status)), {}};
    case DossierStatus::Rejected:
    case DossierStatus::Withdrawn:
    case DossierStatus::Stopped:
        return {Tone::Neutral, capital(wording::name(status)), {}};
    case DossierStatus::Done:
    case DossierStatus::Returned:
        return {Tone::Success, capital(wording::name(status)), {}};
    }
    return {};
}

ChipText deliveryChip(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Waiting:
        return {Tone::Neutral, capital(wording::name(state)), Icon::Pending};
    case DeliveryState::Sending:
        return {Tone::Info, capital(wording::name(state)), Icon::Upload};
    case DeliveryState::Confirming:
        return {Tone::Info, capital(wording::name(state)), Icon::Clock};
    case DeliveryState::Confirmed:
        return {Tone::Success, capital(wording::name(state)), Icon::CheckCircle};
    case DeliveryState::Refused:
        return {Tone::Danger, capital(wording::name(state)), Icon::Error};
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
    case EventKind::NotesExcused:
        return Icon::Note;
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
