// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/components.h"

#include <QSet>

namespace sohoa::dossier {

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
        components.push_back(std::move(component));
    }
    return components;
}

bool isSettled(ComponentState state)
{
    switch (state) {
    case ComponentState::Missing:
    case ComponentState::Present:
        return false;
    case ComponentState::Finished:
    case ComponentState::Reused:
    case ComponentState::Shown:
    case ComponentState::Taken:
    case ComponentState::NotNeeded:
        return true;
    }
    return false;
}

std::vector<Component> missingComponents(const std::vector<Component>& components)
{
    QSet<QString> satisfied;
    for (const Component& component : components) {
        if (isSettled(component.state) && component.state != ComponentState::NotNeeded) {
            satisfied.insert(component.alternativeGroup);
        }
    }
    std::vector<Component> missing;
    for (const Component& component : components) {
        const bool byAlternative =
            !component.alternativeGroup.isEmpty() && satisfied.contains(component.alternativeGroup);
        if (component.required && !isSettled(component.state) && !byAlternative) {
            missing.push_back(component);
        }
    }
    return missing;
}

} // namespace sohoa::dossier
