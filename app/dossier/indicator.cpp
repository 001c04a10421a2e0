// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/indicator.h"

#include "base/words.h"

#include <algorithm>

namespace sohoa::dossier {

namespace {

constexpr std::array<Word<IndicatorKind>, 6> kindWords = {
    {{IndicatorKind::ElectronicResults, "electronic-results"},
     {IndicatorKind::DigitizedDossiers, "digitized"},
     {IndicatorKind::Reuse, "reuse"},
     {IndicatorKind::Connected, "connected"},
     {IndicatorKind::OnTime, "on-time"},
     {IndicatorKind::OnlineShare, "online"}}};

constexpr std::array<Word<ReportBy>, 6> reportByWords = {{{ReportBy::None, "none"},
                                                          {ReportBy::Procedure, "procedure"},
                                                          {ReportBy::Field, "field"},
                                                          {ReportBy::Officer, "officer"},
                                                          {ReportBy::Unit, "unit"},
                                                          {ReportBy::Day, "day"}}};

constexpr int supplementsThatMakeOverdue = 2;

IndicatorPlace place(bool inDenominator, bool inNumerator)
{
    if (!inDenominator) {
        return IndicatorPlace::NotCounted;
    }
    return inNumerator ? IndicatorPlace::Numerator : IndicatorPlace::DenominatorOnly;
}

} // namespace

QString toString(IndicatorKind kind)
{
    return wordOf(kindWords, kind);
}

QString toString(ReportBy by)
{
    return wordOf(reportByWords, by);
}

std::optional<IndicatorKind> indicatorKindFrom(const QString& word)
{
    return valueOf(kindWords, word);
}

std::optional<ReportBy> reportByFrom(const QString& word)
{
    return valueOf(reportByWords, word);
}

DossierFacts factsOf(const std::vector<Component>& components, const std::vector<Paper>& papers)
{
    DossierFacts facts;
    facts.hasReusedComponent = std::any_of(components.begin(), components.end(), [](const Component& c) {
        return c.state == ComponentState::Reused;
    });
    for (const Paper& paper : papers) {
        if (paper.component != resultComponent) {
            facts.hasComponentFile = true;
            continue;
        }
        facts.hasResultFile = true;
        facts.hasConfirmedResult |= paper.delivery == DeliveryState::Confirmed;
    }
    return facts;
}

bool isReceived(const Dossier& dossier)
{
    return dossier.receivedAt.isValid() && dossier.status != DossierStatus::Registered &&
           dossier.status != DossierStatus::Rejected;
}

bool isOverdue(const Dossier& dossier, const QDateTime& now)
{
    if (dossier.supplements >= supplementsThatMakeOverdue) {
        return true;
    }
    return dossier.dueAt && dossier.finishedAt.value_or(now) > *dossier.dueAt;
}

IndicatorPlace placeOf(IndicatorKind kind, const Dossier& dossier, const DossierFacts& facts,
                       const QDateTime& now)
{
    const bool received = isReceived(dossier);
    const bool resultSettled = facts.hasResultFile || !dossier.givesResult;
    switch (kind) {
    case IndicatorKind::ElectronicResults:
        return place(received && dossier.givesResult, facts.hasResultFile);
    case IndicatorKind::DigitizedDossiers: {
        const bool inCompetence = dossier.decidingUnit.isEmpty() || dossier.decidingUnit == dossier.unit;
        return place(received && inCompetence, facts.hasComponentFile && resultSettled);
    }
    case IndicatorKind::Reuse:
        return place(received, facts.hasReusedComponent);
    case IndicatorKind::Connected:
        return place(received, facts.hasReusedComponent || facts.hasConfirmedResult);
    case IndicatorKind::OnTime:
        return place(received && dossier.dueAt.has_value(), !isOverdue(dossier, now));
    case IndicatorKind::OnlineShare:
        return place(received, dossier.channel == Channel::Online && resultSettled);
    }
    return IndicatorPlace::NotCounted;
}

} // namespace sohoa::dossier
