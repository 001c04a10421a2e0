// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QWidget;

namespace sohoa::ui {

/// How a message or a state feels: chooses colours and a symbol, never colour alone.
enum class Tone
{
    Neutral,
    Info,
    Success,
    Warning,
    Danger
};

/// Every colour of the window, by what it is for. Text pairs reach WCAG 2.1 AA (4.5 : 1), borders of controls
/// and marks 3 : 1; tests/ui/tst_style.cpp computes both.
struct Colours
{
    QColor window;  ///< behind everything
    QColor surface; ///< cards, lists, fields
    QColor sunken;  ///< strips inside cards, the desk under a page
    QColor ink;
    QColor inkMuted;
    QColor line;          ///< hairlines between things that whitespace separates already
    QColor controlBorder; ///< what shows that a control is there
    QColor primary;
    QColor primaryHover;
    QColor primaryPressed;
    QColor onPrimary;
    QColor onPrimaryFocus; ///< ring inside a primary button
    QColor selection;
    QColor hover;
    QColor focus;
    QColor success;
    QColor successSoft;
    QColor warning;
    QColor warningSoft;
    QColor danger;
    QColor dangerSoft;
    QColor info;
    QColor infoSoft;
    QColor neutralSoft;
    QColor navigation;
    QColor navigationHover;
    QColor navigationActive;
    QColor onNavigation;
    QColor onNavigationMuted;
    QColor badge; ///< count of what failed, in the navigation
    QColor onBadge;
    QColor paper; ///< behind pictures of pages
};

/// The shades of a tone: text or symbol, and the soft ground under it.
struct ToneColours
{
    QColor ink;
    QColor soft;
};

/// Distances in device-independent pixels. One scale, so that things line up.
namespace space {
inline constexpr int hair = 2;
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;
inline constexpr int radius = 6;
inline constexpr int cardRadius = 10;
inline constexpr int controlHeight = 34;
inline constexpr int compactHeight = 28;
inline constexpr int icon = 20;
} // namespace space

/// What a text is, which decides size and weight.
enum class TextRole
{
    Caption,
    Body,
    Strong,
    Heading,
    Title,
    Display ///< one thing to read across the counter: a dossier's code
};

Colours lightColours();
Colours darkColours();
ToneColours toneColours(const Colours& colours, Tone tone);
/// The palette every standard widget follows. Muted text is QPalette::PlaceholderText.
QPalette paletteOf(const Colours& colours);
/// The font of a role: Inter or Noto Sans, Segoe UI on Windows.
QFont fontOf(TextRole role);
/// The colours in force for a widget: those of the Style it is drawn with, light ones otherwise.
const Colours& coloursOf(const QWidget* widget);
/// Contrast of two opaque colours, 1..21 (WCAG 2.1, "contrast ratio").
double contrastRatio(const QColor& one, const QColor& other);
/// `over` on `under` with the weight 0..1 of `over`.
QColor mixed(const QColor& over, const QColor& under, double weight);

} // namespace sohoa::ui
