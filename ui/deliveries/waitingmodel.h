// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/rowdelegate.h"
#include "workflow/delivery.h"

#include <QAbstractListModel>

#include <map>
#include <optional>
#include <vector>

namespace sohoa::ui {

/// What the warehouse has not confirmed yet, the longest waiting first.
class WaitingModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    void set(std::vector<workflow::WaitingItem> items, const QDateTime& now);
    /// How far large papers are that are on their way, by WaitingItem::id.
    void setParts(std::map<qint64, workflow::DeliveryProgress::Part> parts);
    /// How far a row's paper is; empty unless it goes in parts just now.
    [[nodiscard]] std::optional<workflow::DeliveryProgress::Part> partOf(const QModelIndex& index) const;
    [[nodiscard]] const workflow::WaitingItem& at(const QModelIndex& index) const;
    [[nodiscard]] const QDateTime& now() const { return m_now; }
    [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    /// What it is: the paper's title, or the news for the warehouse.
    static QString titleOf(const workflow::WaitingItem& item);
    /// Why it is still here.
    static QString reasonOf(const workflow::WaitingItem& item);
    static bool isRefused(const workflow::WaitingItem& item);

private:
    std::vector<workflow::WaitingItem> m_items;
    std::map<qint64, workflow::DeliveryProgress::Part> m_parts;
    QDateTime m_now;
};

RowLook waitingRows();

} // namespace sohoa::ui
