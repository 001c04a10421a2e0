// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "wording/names.h"

#include <QCoreApplication>

namespace sohoa::wording {

using namespace dossier;

namespace {

struct Names
{
    Q_DECLARE_TR_FUNCTIONS(WordingNames)
};

} // namespace

QString name(PageState state)
{
    switch (state) {
    case PageState::Kept:
        return Names::tr("kept", "page");
    case PageState::SetAside:
        return Names::tr("set aside", "page");
    case PageState::Deleted:
        return Names::tr("deleted", "page");
    }
    return {};
}

QString name(SetAsideReason reason)
{
    switch (reason) {
    case SetAsideReason::None:
        return {};
    case SetAsideReason::Blank:
        return Names::tr("blank page");
    case SetAsideReason::Separator:
        return Names::tr("separator sheet");
    case SetAsideReason::Repeated:
        return Names::tr("page scanned twice");
    case SetAsideReason::Clerk:
        return Names::tr("set aside by hand");
    case SetAsideReason::Unreadable:
        return Names::tr("picture that cannot be read");
    }
    return {};
}

QString name(QualityFinding finding)
{
    switch (finding) {
    case QualityFinding::CutEdge:
        return Names::tr("edge cut off");
    case QualityFinding::Blur:
        return Names::tr("blurred");
    case QualityFinding::Fold:
        return Names::tr("folded corner or crease");
    case QualityFinding::Streak:
        return Names::tr("streak of dust on the scanner's glass");
    case QualityFinding::Dark:
        return Names::tr("too dark");
    case QualityFinding::LowResolution:
        return Names::tr("under 200 dpi");
    case QualityFinding::WrongSize:
        return Names::tr("not of the size asked for");
    }
    return {};
}

QString name(ColourMode mode)
{
    switch (mode) {
    case ColourMode::Colour:
        return Names::tr("colour", "scan");
    case ColourMode::Grey:
        return Names::tr("grey", "scan");
    case ColourMode::Bilevel:
        return Names::tr("black and white", "scan");
    }
    return {};
}

QString name(CodeKind kind)
{
    switch (kind) {
    case CodeKind::IdCard:
        return Names::tr("citizen card");
    case CodeKind::Separator:
        return Names::tr("separator sheet");
    case CodeKind::Receipt:
        return Names::tr("receipt or result of a dossier");
    case CodeKind::Url:
        return Names::tr("web address");
    case CodeKind::Text:
        return Names::tr("text", "code");
    }
    return {};
}

QString name(DossierStatus status)
{
    switch (status) {
    case DossierStatus::Registered:
        return Names::tr("newly registered", "dossier");
    case DossierStatus::Received:
        return Names::tr("received", "dossier");
    case DossierStatus::Rejected:
        return Names::tr("not accepted", "dossier");
    case DossierStatus::InProgress:
        return Names::tr("being settled", "dossier");
    case DossierStatus::SupplementAsked:
        return Names::tr("supplement asked for", "dossier");
    case DossierStatus::PaymentAsked:
        return Names::tr("payment asked for", "dossier");
    case DossierStatus::Withdrawn:
        return Names::tr("withdrawn by the citizen", "dossier");
    case DossierStatus::Stopped:
        return Names::tr("stopped", "dossier");
    case DossierStatus::Done:
        return Names::tr("settled", "dossier");
    case DossierStatus::Returned:
        return Names::tr("result handed over", "dossier");
    }
    return {};
}

QString name(Channel channel)
{
    switch (channel) {
    case Channel::Direct:
        return Names::tr("in person", "channel");
    case Channel::Online:
        return Names::tr("online", "channel");
    case Channel::Post:
        return Names::tr("public post", "channel");
    }
    return {};
}

QString name(Sex sex)
{
    switch (sex) {
    case Sex::Unknown:
        return {};
    case Sex::Male:
        return Names::tr("male");
    case Sex::Female:
        return Names::tr("female");
    }
    return {};
}

QString name(Duty duty)
{
    switch (duty) {
    case Duty::Scan:
        return Names::tr("to be scanned", "component");
    case Duty::Reuse:
        return Names::tr("to be reused", "component");
    case Duty::ShownOnly:
        return Names::tr("only shown", "component");
    case Duty::Photocopy:
        return Names::tr("photocopy", "component");
    case Duty::EForm:
        return Names::tr("electronic form", "component");
    case Duty::Secret:
        return Names::tr("secret paper", "component");
    }
    return {};
}

QString instruction(Duty duty)
{
    switch (duty) {
    case Duty::Scan:
        return Names::tr("Scan the whole paper, every side that carries something.");
    case Duty::Reuse:
        return Names::tr("Do not scan: take the data from the database or the citizen's store.");
    case Duty::ShownOnly:
        return Names::tr("Do not scan: look at it, note that it was shown, and give it back.");
    case Duty::Photocopy:
        return Names::tr("Do not scan: keep the paper copy in the dossier and note that it was handed in.");
    case Duty::EForm:
        return Names::tr("Nothing to scan: the citizen fills the form in electronically.");
    case Duty::Secret:
        return Names::tr("Never scan: handle it on paper under the rules for secret documents.");
    }
    return {};
}

QString name(ComponentState state)
{
    switch (state) {
    case ComponentState::Missing:
        return Names::tr("missing", "component");
    case ComponentState::Present:
        return Names::tr("has pages", "component");
    case ComponentState::Finished:
        return Names::tr("digitized", "component");
    case ComponentState::Reused:
        return Names::tr("reused", "component");
    case ComponentState::Shown:
        return Names::tr("shown and given back", "component");
    case ComponentState::Taken:
        return Names::tr("handed in on paper", "component");
    case ComponentState::NotNeeded:
        return Names::tr("not needed", "component");
    }
    return {};
}

QString name(SignatureState state)
{
    switch (state) {
    case SignatureState::Waiting:
        return Names::tr("waiting for signature");
    case SignatureState::Signed:
        return Names::tr("signed");
    }
    return {};
}

QString name(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Waiting:
        return Names::tr("waiting to be sent");
    case DeliveryState::Sending:
        return Names::tr("being sent");
    case DeliveryState::Confirming:
        return Names::tr("sent, not confirmed yet");
    case DeliveryState::Confirmed:
        return Names::tr("stored in the warehouse");
    case DeliveryState::Refused:
        return Names::tr("refused by the warehouse");
    }
    return {};
}

QString name(CardField field)
{
    switch (field) {
    case CardField::PersonalNumber:
        return Names::tr("Personal number", "card");
    case CardField::OldNumber:
        return Names::tr("Old identity number", "card");
    case CardField::FullName:
        return Names::tr("Full name", "card");
    case CardField::BirthDate:
        return Names::tr("Date of birth", "card");
    case CardField::Sex:
        return Names::tr("Sex", "card");
    case CardField::Residence:
        return Names::tr("Residence", "card");
    case CardField::IssueDate:
        return Names::tr("Date of issue", "card");
    }
    return {};
}

QString name(IndicatorKind kind)
{
    switch (kind) {
    case IndicatorKind::ElectronicResults:
        return Names::tr("Electronic results", "indicator");
    case IndicatorKind::DigitizedDossiers:
        return Names::tr("Digitized dossiers", "indicator");
    case IndicatorKind::Reuse:
        return Names::tr("Data reused", "indicator");
    case IndicatorKind::Connected:
        return Names::tr("Connected and shared", "indicator");
    case IndicatorKind::OnTime:
        return Names::tr("On time", "indicator");
    case IndicatorKind::OnlineShare:
        return Names::tr("Online dossiers", "indicator");
    }
    return {};
}

QString name(ReportBy by)
{
    switch (by) {
    case ReportBy::None:
        return Names::tr("Indicator", "rows of a report");
    case ReportBy::Procedure:
        return Names::tr("Procedure", "rows of a report");
    case ReportBy::Field:
        return Names::tr("Field", "rows of a report");
    case ReportBy::Officer:
        return Names::tr("Officer", "rows of a report");
    case ReportBy::Unit:
        return Names::tr("Unit", "rows of a report");
    case ReportBy::Day:
        return Names::tr("Day of reception", "rows of a report");
    }
    return {};
}

} // namespace sohoa::wording
