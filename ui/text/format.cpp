// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace sohoa::ui {

using namespace dossier;

namespace {

/// One translation context for all names of values.
struct Names
{
    Q_DECLARE_TR_FUNCTIONS(Names)
};

const QLocale& vietnamese()
{
    static const QLocale locale(QLocale::Vietnamese, QLocale::Vietnam);
    return locale;
}

} // namespace

QString durationText(qint64 seconds)
{
    if (seconds < 60) {
        return Names::tr("just now", "age");
    }
    const int minutes = static_cast<int>(seconds / 60);
    if (minutes < 60) {
        return Names::tr("%n minute(s)", nullptr, minutes);
    }
    const int hours = minutes / 60;
    if (hours < 48) {
        return Names::tr("%n hour(s)", nullptr, hours);
    }
    return Names::tr("%n day(s)", nullptr, hours / 24);
}

QString dateText(const QDate& date)
{
    return date.isValid() ? date.toString(QStringLiteral("dd/MM/yyyy")) : QStringLiteral("—");
}

QString timeText(const QDateTime& time)
{
    return time.isValid() ? time.toString(QStringLiteral("HH:mm dd/MM/yyyy")) : QStringLiteral("—");
}

QString sizeText(qint64 bytes)
{
    return vietnamese().formattedDataSize(bytes, bytes < 1000000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString percentText(double percent)
{
    return vietnamese().toString(percent, 'f', 2) + QStringLiteral(" %");
}

QString nameOf(Channel channel)
{
    switch (channel) {
    case Channel::Direct:
        return Names::tr("In person", "channel");
    case Channel::Online:
        return Names::tr("Online", "channel");
    case Channel::Post:
        return Names::tr("By post", "channel");
    }
    return {};
}

QString nameOf(Sex sex)
{
    switch (sex) {
    case Sex::Unknown:
        return QStringLiteral("—");
    case Sex::Male:
        return Names::tr("Male");
    case Sex::Female:
        return Names::tr("Female");
    }
    return {};
}

QString nameOf(DossierStatus status)
{
    switch (status) {
    case DossierStatus::Registered:
        return Names::tr("Newly registered");
    case DossierStatus::Received:
        return Names::tr("Received", "dossier");
    case DossierStatus::Rejected:
        return Names::tr("Not accepted");
    case DossierStatus::InProgress:
        return Names::tr("In progress");
    case DossierStatus::SupplementAsked:
        return Names::tr("Supplement asked");
    case DossierStatus::PaymentAsked:
        return Names::tr("Payment asked");
    case DossierStatus::Withdrawn:
        return Names::tr("Withdrawn");
    case DossierStatus::Stopped:
        return Names::tr("Stopped");
    case DossierStatus::Done:
        return Names::tr("Settled");
    case DossierStatus::Returned:
        return Names::tr("Result returned");
    }
    return {};
}

QString nameOf(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Waiting:
        return Names::tr("Waiting to be sent");
    case DeliveryState::Sending:
        return Names::tr("Being sent");
    case DeliveryState::Confirming:
        return Names::tr("Sent, not confirmed yet");
    case DeliveryState::Confirmed:
        return Names::tr("Stored in the warehouse");
    case DeliveryState::Refused:
        return Names::tr("Refused by the warehouse");
    }
    return {};
}

QString nameOf(IndicatorKind kind)
{
    switch (kind) {
    case IndicatorKind::ElectronicResults:
        return Names::tr("Electronic results");
    case IndicatorKind::DigitizedDossiers:
        return Names::tr("Digitized dossiers");
    case IndicatorKind::Reuse:
        return Names::tr("Data reused");
    case IndicatorKind::Connected:
        return Names::tr("Data connected");
    case IndicatorKind::OnTime:
        return Names::tr("Settled on time");
    case IndicatorKind::OnlineShare:
        return Names::tr("Online dossiers");
    }
    return {};
}

QString nameOf(ReportBy by)
{
    switch (by) {
    case ReportBy::None:
        return Names::tr("Whole unit");
    case ReportBy::Procedure:
        return Names::tr("By procedure");
    case ReportBy::Field:
        return Names::tr("By field");
    case ReportBy::Officer:
        return Names::tr("By officer");
    case ReportBy::Unit:
        return Names::tr("By unit");
    case ReportBy::Day:
        return Names::tr("By day");
    }
    return {};
}

QString nameOf(SetAsideReason reason)
{
    switch (reason) {
    case SetAsideReason::None:
        return {};
    case SetAsideReason::Blank:
        return Names::tr("Blank page");
    case SetAsideReason::Separator:
        return Names::tr("Separator sheet");
    case SetAsideReason::Repeated:
        return Names::tr("Repeated page");
    case SetAsideReason::Clerk:
        return Names::tr("Set aside by you");
    case SetAsideReason::Unreadable:
        return Names::tr("Unreadable");
    }
    return {};
}

QString nameOf(QualityFinding finding)
{
    switch (finding) {
    case QualityFinding::CutEdge:
        return Names::tr("Edge cut off");
    case QualityFinding::Blur:
        return Names::tr("Blurred");
    case QualityFinding::Fold:
        return Names::tr("Folded");
    case QualityFinding::Streak:
        return Names::tr("Streaks");
    case QualityFinding::Dark:
        return Names::tr("Too dark");
    case QualityFinding::LowResolution:
        return Names::tr("Below 200 dpi");
    }
    return {};
}

ChipText dutyChip(Duty duty)
{
    switch (duty) {
    case Duty::Scan:
        return {Tone::Info, Names::tr("Scan"), Icon::Scanner};
    case Duty::Reuse:
        return {Tone::Success, Names::tr("Reuse, do not scan"), Icon::Reuse};
    case Duty::ShownOnly:
        return {Tone::Warning, Names::tr("Only shown: do not scan"), Icon::Eye};
    case Duty::Photocopy:
        return {Tone::Neutral, Names::tr("Photocopy: do not scan"), Icon::Copy};
    case Duty::EForm:
        return {Tone::Neutral, Names::tr("Electronic form"), Icon::Form};
    case Duty::Secret:
        return {Tone::Danger, Names::tr("Secret: never scan"), Icon::Lock};
    }
    return {};
}

ChipText stateChip(ComponentState state, Duty duty)
{
    switch (state) {
    case ComponentState::Missing:
        return duty == Duty::Scan ? ChipText{Tone::Warning, Names::tr("Not there yet"), Icon::Pending}
                                  : ChipText{Tone::Neutral, Names::tr("Not noted yet"), Icon::Pending};
    case ComponentState::Present:
        return {Tone::Info, Names::tr("Has pages"), Icon::Paper};
    case ComponentState::Finished:
        return {Tone::Success, Names::tr("Paper made"), Icon::CheckCircle};
    case ComponentState::Reused:
        return {Tone::Success, Names::tr("Reused"), Icon::Reuse};
    case ComponentState::Shown:
        return {Tone::Success, Names::tr("Seen, given back"), Icon::Eye};
    case ComponentState::Taken:
        return {Tone::Success, Names::tr("Handed in, not scanned"), Icon::CheckCircle};
    case ComponentState::NotNeeded:
        return {Tone::Neutral, Names::tr("Not needed"), Icon::NotNeeded};
    }
    return {};
}

ChipText statusChip(DossierStatus status)
{
    switch (status) {
    case DossierStatus::Registered:
    case DossierStatus::Received:
    case DossierStatus::InProgress:
        return {Tone::Info, nameOf(status), {}};
    case DossierStatus::SupplementAsked:
    case DossierStatus::PaymentAsked:
        return {Tone::Warning, nameOf(status), {}};
    case DossierStatus::Rejected:
    case DossierStatus::Withdrawn:
    case DossierStatus::Stopped:
        return {Tone::Neutral, nameOf(status), {}};
    case DossierStatus::Done:
    case DossierStatus::Returned:
        return {Tone::Success, nameOf(status), {}};
    }
    return {};
}

ChipText deliveryChip(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Waiting:
        return {Tone::Neutral, nameOf(state), Icon::Pending};
    case DeliveryState::Sending:
        return {Tone::Info, nameOf(state), Icon::Upload};
    case DeliveryState::Confirming:
        return {Tone::Info, nameOf(state), Icon::Clock};
    case DeliveryState::Confirmed:
        return {Tone::Success, nameOf(state), Icon::CheckCircle};
    case DeliveryState::Refused:
        return {Tone::Danger, nameOf(state), Icon::Error};
    }
    return {};
}

} // namespace sohoa::ui
