// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/rowdelegate.h"

#include "ui/style/tokens.h"
#include "ui/widgets/textlines.h"

#include <QListView>

namespace sohoa::ui {

RowDelegate::RowDelegate(RowLook look, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_look(std::move(look))
{
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    paintListRow(*painter, option);
    m_look.paint(*painter, option.rect, coloursOf(option.widget), index);
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* view = qobject_cast<const QListView*>(option.widget);
    const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
    return {width, m_look.height(index, width)};
}

} // namespace sohoa::ui
