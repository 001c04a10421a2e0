// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/rowdelegate.h"

#include <QStyledItemDelegate>

namespace sohoa::ui {

/// A page as a tile: its picture, number, component and badges.
class PageDelegate : public QStyledItemDelegate
{
public:
    /// @param tile size of a tile in device-independent pixels
    explicit PageDelegate(QSize tile, QObject* parent = nullptr);
    void setTile(QSize tile) { m_tile = tile; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    QSize m_tile;
};

/// Room for the reason under a page, where pages are ordered by doubt: two lines.
int reasonHeight();

/// Things that somebody is to look at, one a row.
RowLook doubtRows();
inline constexpr int doubtRowHeight = 26;

/// A component that pages are given to: its key, name, state and number of pages.
RowLook partRows();

} // namespace sohoa::ui
