// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/desk/deskmodels.h"

#include "ui/text/format.h"

#include <algorithm>

namespace sohoa::ui {

using namespace dossier;

namespace {

/// What can be noted of a component, in the order the key walks through.
std::vector<ComponentState> notesFor(Duty duty)
{
    switch (duty) {
    case Duty::Scan:
    case Duty::Reuse:
        return {ComponentState::Missing, ComponentState::Reused, ComponentState::NotNeeded};
    case Duty::ShownOnly:
        return {ComponentState::Missing, ComponentState::Shown, ComponentState::NotNeeded};
    case Duty::Photocopy:
    case Duty::EForm:
    case Duty::Secret:
        return {ComponentState::Missing, ComponentState::Taken, ComponentState::NotNeeded};
    }
    return {};
}

} // namespace

void ChecklistModel::set(std::vector<Component> components)
{
    beginResetModel();
    m_components = std::move(components);
    m_original.clear();
    for (const Component& component : m_components) {
        m_original.push_back(component.state);
    }
    endResetModel();
}

const Component& ChecklistModel::at(const QModelIndex& index) const
{
    return m_components.at(static_cast<std::size_t>(index.row()));
}

void ChecklistModel::noteNext(const QModelIndex& index)
{
    if (!index.isValid()) {
        return;
    }
    Component& component = m_components.at(static_cast<std::size_t>(index.row()));
    const std::vector<ComponentState> notes = notesFor(component.duty);
    auto current = std::find(notes.begin(), notes.end(), component.state);
    component.state = current == notes.end() || current + 1 == notes.end() ? notes.front() : *(current + 1);
    emit dataChanged(index, index);
}

std::vector<std::pair<int, ComponentState>> ChecklistModel::noted() const
{
    std::vector<std::pair<int, ComponentState>> result;
    for (std::size_t i = 0; i < m_components.size(); ++i) {
        if (m_components[i].state != m_original[i]) {
            result.emplace_back(m_components[i].number, m_components[i].state);
        }
    }
    return result;
}

int ChecklistModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_components.size());
}

QVariant ChecklistModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Component& component = at(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return component.name;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1. %2. %3. %4")
            .arg(component.number)
            .arg(component.name, dutyChip(component.duty).text,
                 stateChip(component.state, component.duty).text);
    default:
        return {};
    }
}

void ProcedureModel::set(std::vector<Procedure> procedures)
{
    beginResetModel();
    m_procedures = std::move(procedures);
    endResetModel();
}

const Procedure& ProcedureModel::at(const QModelIndex& index) const
{
    return m_procedures.at(static_cast<std::size_t>(index.row()));
}

int ProcedureModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_procedures.size());
}

QVariant ProcedureModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Procedure& procedure = at(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return procedure.name;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3").arg(procedure.name, procedure.code, procedure.field);
    default:
        return {};
    }
}

} // namespace sohoa::ui
