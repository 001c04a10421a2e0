// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/style/icons.h"
#include "ui/style/tokens.h"

#include <QFrame>
#include <QLabel>

#include <optional>

class QBoxLayout;
class QVBoxLayout;

namespace sohoa::ui {

/// A label of a role; muted ones use the palette's placeholder text.
QLabel* makeLabel(const QString& text, TextRole role, bool muted = false, QWidget* parent = nullptr);

/// One line of text that ends in "…" where room is short, and shows all of it as a tip.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    ElidedLabel(const QString& text, TextRole role, QWidget* parent = nullptr);
    [[nodiscard]] QSize minimumSizeHint() const override;
    void setFullText(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void elide();
    QString m_text;
};

/// A surface with a hairline around it.
class Card final : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget* parent = nullptr);
    /// A card with a heading line; body() is where the content goes.
    explicit Card(const QString& heading, QWidget* parent = nullptr);
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// Puts a widget at the right end of the heading line.
    void addToHeading(QWidget* widget);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_body;
    QBoxLayout* m_headingLine = nullptr;
};

/// What a chip says.
struct ChipText
{
    Tone tone = Tone::Neutral;
    QString text;
    std::optional<Icon> symbol = {};
};

/// Draws a chip with its left end at `x`, centred at `middle`. @return its width
int paintChip(QPainter& painter, int x, int middle, const ChipText& chip, const Colours& colours,
              int widest = 10000);
int chipWidth(const ChipText& chip);

class Chip final : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(ChipText text = {}, QWidget* parent = nullptr);
    void set(const ChipText& text);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ChipText m_text;
};

} // namespace sohoa::ui
