// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/style/tokens.h"

#include "ui/style/style.h"

#include <QWidget>

#include <algorithm>
#include <cmath>

namespace sohoa::ui {

namespace {

QColor rgb(QRgb value)
{
    return QColor(value);
}

double luminance(const QColor& colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(static_cast<double>(colour.redF())) +
           0.7152 * linear(static_cast<double>(colour.greenF())) +
           0.0722 * linear(static_cast<double>(colour.blueF()));
}

} // namespace

Colours lightColours()
{
    Colours c;
    c.window = rgb(0xf2f5f6);
    c.surface = rgb(0xffffff);
    c.sunken = rgb(0xe8edef);
    c.ink = rgb(0x15222b);
    c.inkMuted = rgb(0x485863);
    c.line = rgb(0xd5dde1);
    c.controlBorder = rgb(0x75848e);
    c.primary = rgb(0x0a5a6e);
    c.primaryHover = rgb(0x0d6b82);
    c.primaryPressed = rgb(0x074555);
    c.onPrimary = rgb(0xffffff);
    c.onPrimaryFocus = rgb(0xffcf66);
    c.selection = rgb(0xd6ebf0);
    c.hover = rgb(0xecf3f5);
    c.focus = rgb(0x0b63ce);
    c.success = rgb(0x17653a);
    c.successSoft = rgb(0xdcf2e4);
    c.warning = rgb(0x824600);
    c.warningSoft = rgb(0xffeecf);
    c.danger = rgb(0xa8201a);
    c.dangerSoft = rgb(0xfde4e1);
    c.info = rgb(0x1a5590);
    c.infoSoft = rgb(0xdfecf9);
    c.neutralSoft = rgb(0xe6ebee);
    c.navigation = rgb(0x0e2f3b);
    c.navigationHover = rgb(0x184250);
    c.navigationActive = rgb(0x225768);
    c.onNavigation = rgb(0xffffff);
    c.onNavigationMuted = rgb(0xb5cad2);
    c.badge = rgb(0xffb4ab);
    c.onBadge = rgb(0x5a0b07);
    c.paper = rgb(0xd3dadd);
    return c;
}

Colours darkColours()
{
    Colours c;
    c.window = rgb(0x12191e);
    c.surface = rgb(0x1a242b);
    c.sunken = rgb(0x0e1519);
    c.ink = rgb(0xe8eef2);
    c.inkMuted = rgb(0xacbac4);
    c.line = rgb(0x2f3d47);
    c.controlBorder = rgb(0x7b8b97);
    c.primary = rgb(0x5bbdd4);
    c.primaryHover = rgb(0x77cce0);
    c.primaryPressed = rgb(0x44a4bb);
    c.onPrimary = rgb(0x04222b);
    c.onPrimaryFocus = rgb(0x5a2c00);
    c.selection = rgb(0x1c4753);
    c.hover = rgb(0x22303a);
    c.focus = rgb(0x86bdff);
    c.success = rgb(0x7ed6a3);
    c.successSoft = rgb(0x173629);
    c.warning = rgb(0xf4c06a);
    c.warningSoft = rgb(0x3b2d13);
    c.danger = rgb(0xff9c92);
    c.dangerSoft = rgb(0x46221f);
    c.info = rgb(0x98c8f7);
    c.infoSoft = rgb(0x17314b);
    c.neutralSoft = rgb(0x2a3740);
    c.navigation = rgb(0x0a1216);
    c.navigationHover = rgb(0x17262e);
    c.navigationActive = rgb(0x1d3a45);
    c.onNavigation = rgb(0xf2f6f8);
    c.onNavigationMuted = rgb(0xa4b6bf);
    c.badge = rgb(0xff9c92);
    c.onBadge = rgb(0x3a0906);
    c.paper = rgb(0x2a343b);
    return c;
}

ToneColours toneColours(const Colours& colours, Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return {colours.ink, colours.neutralSoft};
    case Tone::Info:
        return {colours.info, colours.infoSoft};
    case Tone::Success:
        return {colours.success, colours.successSoft};
    case Tone::Warning:
        return {colours.warning, colours.warningSoft};
    case Tone::Danger:
        return {colours.danger, colours.dangerSoft};
    }
    return {colours.ink, colours.neutralSoft};
}

QPalette paletteOf(const Colours& colours)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colours.window);
    palette.setColor(QPalette::WindowText, colours.ink);
    palette.setColor(QPalette::Base, colours.surface);
    palette.setColor(QPalette::AlternateBase, colours.window);
    palette.setColor(QPalette::Text, colours.ink);
    palette.setColor(QPalette::Button, colours.surface);
    palette.setColor(QPalette::ButtonText, colours.ink);
    palette.setColor(QPalette::BrightText, colours.onPrimary);
    palette.setColor(QPalette::PlaceholderText, colours.inkMuted);
    palette.setColor(QPalette::ToolTipBase, colours.ink);
    palette.setColor(QPalette::ToolTipText, colours.surface);
    palette.setColor(QPalette::Highlight, colours.selection);
    palette.setColor(QPalette::HighlightedText, colours.ink);
    palette.setColor(QPalette::Link, colours.primary);
    palette.setColor(QPalette::LinkVisited, colours.primary);
    palette.setColor(QPalette::Light, colours.surface);
    palette.setColor(QPalette::Midlight, colours.hover);
    palette.setColor(QPalette::Mid, colours.line);
    palette.setColor(QPalette::Dark, colours.controlBorder);
    palette.setColor(QPalette::Shadow, colours.line);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        palette.setColor(QPalette::Disabled, role, mixed(colours.inkMuted, colours.surface, 0.75));
    }
    return palette;
}

QFont fontOf(TextRole role)
{
    QFont font;
#ifdef Q_OS_WIN
    font.setFamilies({QStringLiteral("Segoe UI"), QStringLiteral("Arial")});
#else
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
#endif
    font.setPixelSize(14);
    font.setWeight(QFont::Normal);
    switch (role) {
    case TextRole::Caption:
        font.setPixelSize(12);
        break;
    case TextRole::Body:
        break;
    case TextRole::Strong:
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Heading:
        font.setPixelSize(16);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Title:
        font.setPixelSize(20);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Display:
        font.setPixelSize(30);
        font.setWeight(QFont::DemiBold);
        break;
    }
    return font;
}

const Colours& coloursOf(const QWidget* widget)
{
    static const Colours fallback = lightColours();
    const auto* style = widget != nullptr ? qobject_cast<const Style*>(widget->style()) : nullptr;
    return style != nullptr ? style->colours() : fallback;
}

double contrastRatio(const QColor& one, const QColor& other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor mixed(const QColor& over, const QColor& under, double weight)
{
    const auto part = [weight](int top, int bottom) {
        return static_cast<int>(std::lround(top * weight + bottom * (1.0 - weight)));
    };
    return QColor(part(over.red(), under.red()), part(over.green(), under.green()),
                  part(over.blue(), under.blue()));
}

} // namespace sohoa::ui
