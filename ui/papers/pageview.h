// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractScrollArea>
#include <QPixmap>

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
    void layOut();
    [[nodiscard]] double fitZoom() const;
    [[nodiscard]] QSizeF shownSize() const;

    QPixmap m_picture;
    QSize m_realSize;
    QString m_nothing;
    bool m_fit = true;
    double m_zoom = 1;
    QPoint m_grip;
};

} // namespace sohoa::ui
