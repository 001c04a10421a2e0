// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/dossier.h"
#include "dossier/procedure.h"

#include <QAbstractListModel>

#include <vector>

namespace sohoa::ui {

/// The components of the dossier that is being taken in, with what the clerk notes of each.
class ChecklistModel final : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void set(std::vector<dossier::Component> components);
    [[nodiscard]] const std::vector<dossier::Component>& components() const { return m_components; }
    [[nodiscard]] const dossier::Component& at(const QModelIndex& index) const;
    /// The next thing that can be noted of a component of this duty: reused, shown, not needed ...
    void noteNext(const QModelIndex& index);
    /// What differs from what was set.
    [[nodiscard]] std::vector<std::pair<int, dossier::ComponentState>> noted() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<dossier::Component> m_components;
    std::vector<dossier::ComponentState> m_original;
};

/// Procedures that fit what the clerk typed, best first.
class ProcedureModel final : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void set(std::vector<dossier::Procedure> procedures);
    [[nodiscard]] const dossier::Procedure& at(const QModelIndex& index) const;
    [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<dossier::Procedure> m_procedures;
};

} // namespace sohoa::ui
