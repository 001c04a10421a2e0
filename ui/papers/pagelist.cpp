// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/pagelist.h"

#include "ui/papers/papersmodels.h"
#include "ui/papers/thumbnails.h"
#include "ui/style/style.h"

#include <QDrag>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>

namespace sohoa::ui {

namespace {
constexpr QSize dragSize(72, 92);
constexpr int badge = 22;
} // namespace

QPixmap PageList::dragPicture(const QModelIndex& index, qsizetype count) const
{
    const auto* pages = static_cast<const PageModel*>(model());
    const Colours& colours = coloursOf(this);
    QPixmap picture(dragSize * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QPixmap page = pages->thumbnails()->find(pages->at(index));
    const QSize room = dragSize - QSize(badge / 2, badge / 2);
    const QSize size = page.isNull() ? room : page.size().scaled(room, Qt::KeepAspectRatio);
    const QRect sheet(QPoint(0, 0), size);
    drawRounded(painter, sheet, 2, colours.surface);
    painter.drawPixmap(sheet, page);
    drawRounded(painter, sheet, 2, QColor(), colours.primary, 2);
    if (count > 1) {
        const QRect circle(sheet.right() - badge / 2, sheet.bottom() - badge / 2, badge, badge);
        drawRounded(painter, circle, badge / 2.0, colours.primary);
        painter.setFont(fontOf(TextRole::Caption));
        painter.setPen(colours.onPrimary);
        painter.drawText(circle, Qt::AlignCenter, QString::number(count));
    }
    return picture;
}

void PageList::mousePressEvent(QMouseEvent* event)
{
    m_adding = event->modifiers().testFlag(Qt::ControlModifier);
    QListView::mousePressEvent(event);
    m_adding = false;
}

void PageList::mouseReleaseEvent(QMouseEvent* event)
{
    // A page that is selected already may be dragged: it changes only when the button is let go.
    m_adding = event->modifiers().testFlag(Qt::ControlModifier);
    QListView::mouseReleaseEvent(event);
    m_adding = false;
}

void PageList::startDrag(Qt::DropActions actions)
{
    const QModelIndexList dragged = selectedIndexes();
    if (dragged.isEmpty()) {
        return;
    }
    auto* drag = new QDrag(this); // deletes itself
    drag->setMimeData(model()->mimeData(dragged));
    drag->setPixmap(
        dragPicture(dragged.contains(currentIndex()) ? currentIndex() : dragged.first(), dragged.size()));
    drag->setHotSpot(QPoint(-space::m, -space::m));
    drag->exec(actions, Qt::CopyAction);
}

} // namespace sohoa::ui
