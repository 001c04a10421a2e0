// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

#include <functional>

namespace sohoa::ui {

struct Colours;

/// How the rows of one list of ours look.
struct RowLook
{
    /// Height of a row in a list that is `width` wide.
    std::function<int(const QModelIndex& index, int width)> height;
    /// Draws a row; its ground (hover, selection, hairline) is there already.
    std::function<void(QPainter& painter, const QRect& row, const Colours& colours, const QModelIndex& index)>
        paint;
};

/// Draws the rows of a list by their look: as wide as the list, as high as their text.
class RowDelegate final : public QStyledItemDelegate
{
public:
    explicit RowDelegate(RowLook look, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    RowLook m_look;
};

} // namespace sohoa::ui
