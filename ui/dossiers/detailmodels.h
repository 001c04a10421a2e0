// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/dossier.h"
#include "ui/widgets/rowdelegate.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace sohoa::ui {

/// The components of a dossier with the newest paper of each, where there is one.
class PaperModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Row
    {
        dossier::Component component;
        std::optional<dossier::Paper> paper = {};
    };

    using QAbstractListModel::QAbstractListModel;
    void set(const std::vector<dossier::Component>& components, const std::vector<dossier::Paper>& papers);
    [[nodiscard]] const Row& at(const QModelIndex& index) const;
    /// First row that has a paper; invalid when none has.
    [[nodiscard]] QModelIndex firstPaper() const;
    [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Row> m_rows;
};

/// The history of a dossier, the newest first.
class EventModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    void set(std::vector<dossier::Event> events);
    [[nodiscard]] const dossier::Event& at(const QModelIndex& index) const;
    [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<dossier::Event> m_events;
};

RowLook paperRows();

RowLook eventRows();

} // namespace sohoa::ui
