// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/style/tokens.h"

#include <QProxyStyle>

namespace sohoa::ui {

/// Of a progress bar without end: where its moving part stands, 0 to phases - 1, there and back.
inline constexpr char phaseProperty[] = "phase";
inline constexpr int phases = 24;

enum class Look
{
    System,
    Light,
    Dark
};

/// Draws every standard control from the tokens. One class and no style sheets: what a colour means stands
/// in one place, and changing light for dark is one call.
class Style final : public QProxyStyle
{
    Q_OBJECT

public:
    explicit Style(Look look);

    [[nodiscard]] const Colours& colours() const { return m_colours; }
    /// Changes the look; the caller then hands standardPalette() to the application, which repaints.
    void setLook(Look look);

    using QProxyStyle::polish;
    void polish(QPalette& palette) override;
    void polish(QWidget* widget) override;
    /// The wheel scrolls what a field lies in; it changes no value that the pointer happens to pass.
    bool eventFilter(QObject* watched, QEvent* event) override;
    [[nodiscard]] QPalette standardPalette() const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option,
                                  const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                                QStyleHintReturn* data) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                         const QWidget* widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                       SubControl sub, const QWidget* widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption* option,
                                       const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;

private:
    void drawField(const QStyleOption& option, const QRect& rect, QPainter& painter) const;
    void drawButton(const QStyleOption& option, QPainter& painter) const;
    void drawTab(const QStyleOption& option, QPainter& painter) const;
    void drawScrollBar(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const;

    Colours m_colours;
    QPalette m_palette;
    bool m_systemIsDark = false;
};

/// Rounded rectangle with a border drawn inside its edge; width 0 draws no border.
void drawRounded(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill,
                 const QColor& border = QColor(), qreal width = 0);

} // namespace sohoa::ui
