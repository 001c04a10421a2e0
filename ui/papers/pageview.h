// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractScrollArea>
#include <QPixmap>

#include <optional>

namespace sohoa::ui {

/// One page, large. Ctrl and the wheel zoom; the picture may come later than the page, a smaller one stands
/// in for it until then.
class PageView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PageView(QWidget* parent = nullptr);

    /// @param standIn a small picture to show at once; may be null
    void showPage(const QPixmap& standIn, const QString& description);
    /// The picture itself. @param realSize pixels of the page as scanned: what 100 % means
    void setPicture(const QImage& picture, QSize realSize);
    void showNothing(const QString& why);
    /// From now on this view and the other one have the same zoom and are scrolled together: what fits, fits
    /// for both. Both views live as long as each other.
    void pairWith(PageView* other);

    /// Whether the picture itself is shown.
    [[nodiscard]] bool hasPicture() const { return !m_realSize.isEmpty(); }

    void zoomIn();
    void zoomOut();
    /// Whole page in the window, or one pixel of the scan for one of the screen.
    void toggleFit();
    [[nodiscard]] bool isFit() const { return m_fit; }
    /// 1 is 100 %.
    [[nodiscard]] double zoom() const;

signals:
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void setZoom(double zoom);
    void applyZoom(double zoom);
    void layOut();
    void layOutThis();
    /// Scrolls the other view to where this one is, as far as its page goes.
    void bringOtherHere();
    /// Of this page alone; empty while its size is not known.
    [[nodiscard]] std::optional<double> ownFitZoom() const;
    [[nodiscard]] double fitZoom() const;
    [[nodiscard]] QSizeF shownSize() const;

    QPixmap m_picture;
    QSize m_realSize;
    QString m_nothing;
    bool m_fit = true;
    double m_zoom = 1;
    QPoint m_grip;
    PageView* m_other = nullptr; ///< shown beside this one
    bool m_led = false;          ///< being scrolled by the other one
};

} // namespace sohoa::ui
