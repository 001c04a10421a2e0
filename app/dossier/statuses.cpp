// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/statuses.h"

#include <QSet>

#include <algorithm>

namespace sohoa::dossier {

namespace {

bool isSettled(const Component& component)
{
    return component.state != ComponentState::Missing || component.duty == Duty::EForm;
}

/// A member that is really there; NotNeeded says that this one does not apply, and leaves the others.
bool satisfiesGroup(const Component& component)
{
    return isSettled(component) && component.state != ComponentState::NotNeeded;
}

std::vector<Component> membersOf(const std::vector<Component>& components, const QString& group)
{
    std::vector<Component> members;
    std::copy_if(components.begin(), components.end(), std::back_inserter(members),
                 [&](const Component& component) { return component.alternativeGroup == group; });
    return members;
}

std::optional<MissingNeed> needOfGroup(const std::vector<Component>& components, const QString& group)
{
    const std::vector<Component> members = membersOf(components, group);
    const bool isRequired =
        std::any_of(members.begin(), members.end(), [](const Component& member) { return member.required; });
    if (!isRequired || std::any_of(members.begin(), members.end(), satisfiesGroup)) {
        return {};
    }
    MissingNeed need{group, {}};
    std::copy_if(members.begin(), members.end(), std::back_inserter(need.anyOf),
                 [](const Component& member) { return !isSettled(member); });
    return need.anyOf.empty() ? std::nullopt : std::optional(need);
}

} // namespace

std::vector<DossierStatus> nextStatuses(DossierStatus from)
{
    using enum DossierStatus;
    switch (from) {
    case Registered:
        return {Received, Rejected, Withdrawn};
    case Received:
        return {InProgress, SupplementAsked, PaymentAsked, Withdrawn, Stopped, Done};
    case InProgress:
        return {SupplementAsked, PaymentAsked, Withdrawn, Stopped, Done};
    case SupplementAsked:
        return {InProgress, Withdrawn, Stopped};
    case PaymentAsked:
        return {InProgress, Withdrawn, Stopped, Done};
    case Done:
        return {Returned};
    case Rejected:
    case Withdrawn:
    case Stopped:
    case Returned:
        return {};
    }
    return {};
}

bool mayFollow(DossierStatus from, DossierStatus to)
{
    const std::vector<DossierStatus> next = nextStatuses(from);
    return std::find(next.begin(), next.end(), to) != next.end();
}

bool isFinal(DossierStatus status)
{
    return nextStatuses(status).empty();
}

bool limitRuns(DossierStatus status)
{
    return status == DossierStatus::Received || status == DossierStatus::InProgress ||
           status == DossierStatus::PaymentAsked;
}

std::vector<Component> componentsFor(const Procedure& procedure, Channel channel, const QString& dossierUid)
{
    std::vector<Component> components;
    for (const ComponentRule& rule : procedure.components) {
        if (rule.online && *rule.online != (channel == Channel::Online)) {
            continue;
        }
        Component component;
        component.dossierUid = dossierUid;
        component.number = rule.number;
        component.name = rule.name;
        component.duty = rule.duty;
        component.required = rule.required;
        component.alternativeGroup = rule.alternativeGroup;
        components.push_back(component);
    }
    return components;
}

std::vector<MissingNeed> missingComponents(const std::vector<Component>& components)
{
    std::vector<MissingNeed> needs;
    QSet<QString> groupsSeen;
    for (const Component& component : components) {
        const QString& group = component.alternativeGroup;
        if (group.isEmpty()) {
            if (component.required && !isSettled(component)) {
                needs.push_back({{}, {component}});
            }
            continue;
        }
        if (groupsSeen.contains(group)) {
            continue;
        }
        groupsSeen.insert(group);
        if (auto need = needOfGroup(components, group)) {
            needs.push_back(std::move(*need));
        }
    }
    return needs;
}

bool mayBeScanned(Duty duty)
{
    return duty == Duty::Scan;
}

Status checkScannable(const Component& component)
{
    if (!mayBeScanned(component.duty)) {
        return failure(ErrorCode::ComponentNotScannable, toString(component.duty));
    }
    return {};
}

} // namespace sohoa::dossier
