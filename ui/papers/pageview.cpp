// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/pageview.h"

#include "ui/style/style.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace sohoa::ui {

namespace {
constexpr double step = 1.25;
constexpr double least = 0.05;
constexpr double most = 4;
} // namespace

PageView::PageView(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setAccessibleName(tr("Page, large"));
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::OpenHandCursor);
    setMinimumSize(180, 160);
}

void PageView::pairWith(PageView* other)
{
    m_other = other;
    other->m_other = this;
    for (PageView* view : {this, other}) {
        for (QScrollBar* bar : {view->horizontalScrollBar(), view->verticalScrollBar()}) {
            connect(bar, &QScrollBar::valueChanged, view, &PageView::bringOtherHere);
        }
    }
}

void PageView::bringOtherHere()
{
    if (m_other == nullptr || m_led) {
        return;
    }
    m_other->m_led = true;
    m_other->horizontalScrollBar()->setValue(horizontalScrollBar()->value());
    m_other->verticalScrollBar()->setValue(verticalScrollBar()->value());
    m_other->m_led = false;
}

void PageView::showPage(const QPixmap& standIn, const QString& description)
{
    m_nothing.clear();
    m_picture = standIn;
    m_realSize = {};
    setAccessibleDescription(description);
    layOut();
}

void PageView::setPicture(const QImage& picture, QSize realSize)
{
    m_picture = QPixmap::fromImage(picture);
    m_realSize = realSize;
    layOut();
    if (m_other != nullptr) {
        m_other->bringOtherHere(); // the clerk may have scrolled that one already
    }
}

void PageView::showNothing(const QString& why)
{
    m_picture = {};
    m_realSize = {};
    m_nothing = why;
    layOut();
}

std::optional<double> PageView::ownFitZoom() const
{
    const QSize size = m_realSize.isEmpty() ? m_picture.size() : m_realSize;
    if (size.isEmpty()) {
        return {};
    }
    const QSize room = maximumViewportSize() - QSize(2 * space::m, 2 * space::m);
    const double ratio = devicePixelRatioF();
    return std::min(room.width() * ratio / size.width(), room.height() * ratio / size.height());
}

double PageView::fitZoom() const
{
    const double own = ownFitZoom().value_or(1);
    // A stand-in is small: its zoom means nothing to the page beside it.
    if (m_other == nullptr || m_realSize.isEmpty() || m_other->m_realSize.isEmpty()) {
        return own;
    }
    return std::min(own, m_other->ownFitZoom().value_or(own));
}

double PageView::zoom() const
{
    return m_fit ? fitZoom() : m_zoom;
}

QSizeF PageView::shownSize() const
{
    const QSize size = m_realSize.isEmpty() ? m_picture.size() : m_realSize;
    // A stand-in has no real size: it is always fitted.
    const double factor = (m_realSize.isEmpty() ? fitZoom() : zoom()) / devicePixelRatioF();
    return QSizeF(size) * factor;
}

void PageView::setZoom(double value)
{
    const double wanted = std::clamp(value, least, most);
    if (m_other != nullptr) {
        m_other->m_fit = false;
        m_other->m_zoom = wanted;
    }
    m_led = true; // the other follows when this one is where it belongs
    applyZoom(wanted);
    m_led = false;
    bringOtherHere();
}

void PageView::applyZoom(double wanted)
{
    const double before = zoom();
    const double x = (horizontalScrollBar()->value() + viewport()->width() / 2.0) / before;
    const double y = (verticalScrollBar()->value() + viewport()->height() / 2.0) / before;
    m_fit = false;
    m_zoom = wanted;
    layOut();
    horizontalScrollBar()->setValue(static_cast<int>(x * wanted - viewport()->width() / 2.0));
    verticalScrollBar()->setValue(static_cast<int>(y * wanted - viewport()->height() / 2.0));
}

void PageView::zoomIn()
{
    setZoom(zoom() * step);
}

void PageView::zoomOut()
{
    setZoom(zoom() / step);
}

void PageView::toggleFit()
{
    m_fit = !m_fit;
    m_zoom = 1;
    if (m_other != nullptr) {
        m_other->m_fit = m_fit;
        m_other->m_zoom = m_zoom;
    }
    layOut();
}

void PageView::layOut()
{
    layOutThis();
    if (m_other != nullptr) {
        m_other->layOutThis(); // what fits depends on both
    }
}

void PageView::layOutThis()
{
    const QSizeF size = shownSize() + QSizeF(2 * space::m, 2 * space::m);
    const QSize room = viewport()->size();
    const auto set = [](QScrollBar* bar, double whole, int part) {
        bar->setRange(0, std::max(0, static_cast<int>(whole) - part));
        bar->setPageStep(part);
        bar->setSingleStep(40);
    };
    set(horizontalScrollBar(), size.width(), room.width());
    set(verticalScrollBar(), size.height(), room.height());
    viewport()->update();
    emit zoomChanged();
}

void PageView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    const Colours& colours = coloursOf(this);
    painter.fillRect(viewport()->rect(), colours.paper);
    if (m_picture.isNull()) {
        painter.setFont(fontOf(TextRole::Body));
        painter.setPen(colours.ink);
        painter.drawText(viewport()->rect().adjusted(space::l, 0, -space::l, 0),
                         Qt::AlignCenter | Qt::TextWordWrap, m_nothing);
    } else {
        const QSizeF size = shownSize();
        const QSize room = viewport()->size();
        const double x = size.width() + 2 * space::m <= room.width()
                             ? (room.width() - size.width()) / 2
                             : space::m - horizontalScrollBar()->value();
        const double y = size.height() + 2 * space::m <= room.height()
                             ? (room.height() - size.height()) / 2
                             : space::m - verticalScrollBar()->value();
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawPixmap(QRectF(QPointF(x, y), size), m_picture, QRectF(m_picture.rect()));
    }
    if (hasFocus()) {
        drawRounded(painter, viewport()->rect(), 0, QColor(), colours.focus, 2);
    }
}

void PageView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void PageView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        if (event->angleDelta().y() > 0) {
            zoomIn();
        } else if (event->angleDelta().y() < 0) {
            zoomOut();
        }
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void PageView::mousePressEvent(QMouseEvent* event)
{
    m_grip = event->pos();
}

void PageView::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton)) {
        const QPoint moved = event->pos() - m_grip;
        m_grip = event->pos();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - moved.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - moved.y());
    }
}

void PageView::keyPressEvent(QKeyEvent* event)
{
    if (m_fit && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        event->ignore(); // nothing to scroll: let the screen go to the page before or after
        return;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void PageView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void PageView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace sohoa::ui
