// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/style/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <cmath>

namespace sohoa::ui {

namespace {

constexpr std::array<const char*, iconCount> names = {
    "desk",         "papers",       "dossiers",      "deliveries",   "rates",      "settings", "search",
    "card",         "person",       "check",         "check-circle", "minus",      "warning",  "error",
    "info",         "clock",        "calendar",      "file-plus",    "folder",     "scanner",  "turn-left",
    "turn-right",   "aside",        "bring-back",    "trash",        "undo",       "redo",     "zoom-in",
    "zoom-out",     "fit",          "actual-size",   "move-up",      "move-down",  "close",    "chevron-up",
    "chevron-down", "chevron-left", "chevron-right", "reuse",        "eye",        "copy",     "lock",
    "form",         "upload",       "refresh",       "stop",         "offline",    "online",   "key",
    "help",         "paper",        "history",       "pen",          "blank-page", "qr-code",  "skew",
    "image",        "building",     "screen",        "plus",         "not-needed", "cut",      "join",
    "pending",      "note",         "compare",       "doubt-order",  "clean"};

QPixmap rendered(Icon icon, const QColor& colour, const QSize& size, qreal ratio)
{
    const QString key = QStringLiteral("sohoa-%1-%2-%3x%4@%5")
                            .arg(static_cast<int>(icon))
                            .arg(colour.rgba(), 0, 16)
                            .arg(size.width())
                            .arg(size.height())
                            .arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    QFile file(QStringLiteral(":/icons/%1.svg").arg(iconName(icon)));
    QByteArray svg = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    svg.replace("#000000", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(QSize(static_cast<int>(std::ceil(size.width() * ratio)),
                           static_cast<int>(std::ceil(size.height() * ratio))));
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(QPointF(), pixmap.size()));
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class SymbolEngine final : public QIconEngine
{
public:
    explicit SymbolEngine(Icon icon)
        : m_icon(icon)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_icon, colourFor(mode));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return rendered(m_icon, colourFor(mode), size, 1);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        return rendered(m_icon, colourFor(mode),
                        QSize(qRound(size.width() / scale), qRound(size.height() / scale)), scale);
    }
    [[nodiscard]] QIconEngine* clone() const override { return new SymbolEngine(*this); }
    bool isNull() override { return false; }

private:
    static QColor colourFor(QIcon::Mode mode)
    {
        const QPalette palette = QApplication::palette();
        return mode == QIcon::Disabled ? palette.color(QPalette::Disabled, QPalette::WindowText)
                                       : palette.color(QPalette::WindowText);
    }

    Icon m_icon;
};

} // namespace

QString iconName(Icon icon)
{
    return QString::fromLatin1(names.at(static_cast<std::size_t>(icon)));
}

QIcon icon(Icon icon)
{
    return QIcon(new SymbolEngine(icon));
}

void paintIcon(QPainter& painter, const QRect& rect, Icon icon, const QColor& colour)
{
    const int side = std::min(rect.width(), rect.height());
    if (side <= 0) {
        return;
    }
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    painter.drawPixmap(square.topLeft(),
                       rendered(icon, colour, square.size(), painter.device()->devicePixelRatioF()));
}

QIcon applicationIcon()
{
    return QIcon(QStringLiteral(":/icons/application.svg"));
}

} // namespace sohoa::ui
