// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/rowdelegate.h"
#include "workflow/dossiers.h"

#include <QAbstractListModel>

#include <vector>

namespace sohoa::ui {

/// Fields of a dossier that two workstations filled differently.
class DifferenceModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    /// @param components for their names
    void set(std::vector<workflow::FieldDifference> differences, std::vector<dossier::Component> components);
    [[nodiscard]] const workflow::FieldDifference& at(const QModelIndex& index) const;
    /// "Số điện thoại", "Giấy chứng sinh: trạng thái".
    [[nodiscard]] QString fieldName(const QModelIndex& index) const;
    [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<workflow::FieldDifference> m_differences;
    std::vector<dossier::Component> m_components;
};

/// A value as people read it: a date, a status by its name, a word of ours translated, a personal number
/// masked.
QString differenceValue(const QString& field, const QJsonValue& value);
/// "Lê Văn Minh, máy trạm 2, 20/11/2026 09:42".
QString differenceOrigin(const workflow::FieldVersion& version);

/// A field with its two values and where each comes from.
RowLook differenceRows();

} // namespace sohoa::ui
