// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/rates/indicatorcard.h"

#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/text/format.h"
#include "ui/widgets/textlines.h"
#include "wording/names.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace sohoa::ui {

IndicatorCard::IndicatorCard(dossier::IndicatorKind kind, int key, QWidget* parent)
    : QAbstractButton(parent)
    , m_key(key)
{
    m_value.count.kind = kind;
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    set(m_value);
}

void IndicatorCard::set(const reporting::IndicatorValue& value)
{
    m_value = value;
    setText(wording::name(value.count.kind));
    QString spoken = QStringLiteral("%1: %2, %3/%4")
                         .arg(text(), wording::percent(value.ratio()))
                         .arg(value.count.numerator)
                         .arg(value.count.denominator);
    if (value.target) {
        spoken += QStringLiteral(", ") + tr("target %1").arg(wording::percent(*value.target));
    }
    setAccessibleName(spoken);
    setToolTip(QStringLiteral("%1  (Alt+%2)").arg(tr("Show the dossiers behind this number")).arg(m_key));
    update();
}

QSize IndicatorCard::sizeHint() const
{
    return {240, 106};
}

QSize IndicatorCard::minimumSizeHint() const
{
    return {180, 106};
}

void IndicatorCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

QString IndicatorCard::facts(int room, const QFontMetrics& metrics) const
{
    const QString gap = QStringLiteral("  ·  ");
    const qint64 numerator = m_value.count.numerator;
    const qint64 denominator = m_value.count.denominator;
    QString rest;
    if (m_value.target) {
        rest += gap + tr("target %1").arg(wording::number(*m_value.target * 100, 0) + QStringLiteral(" %"));
    }
    QString points;
    if (m_value.maxScore && m_value.score()) {
        points = gap + tr("%1/%2 points")
                           .arg(wording::number(*m_value.score(), 2), wording::number(*m_value.maxScore, 0));
    }
    // The fullest that fits; the dossiers behind the number are named by the card itself.
    const QString whole = tr("%1 of %2 dossiers").arg(numerator).arg(denominator);
    QString counts = QStringLiteral("%1/%2").arg(numerator).arg(denominator);
    for (const QString& text : {whole + rest + points, counts + rest + points, counts + rest}) {
        if (metrics.horizontalAdvance(text) <= room) {
            return text;
        }
    }
    return counts;
}

void IndicatorCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colours& colours = coloursOf(this);
    drawRounded(painter, rect(), space::cardRadius, underMouse() ? colours.hover : colours.surface,
                hasFocus() ? colours.focus : colours.line, hasFocus() ? 2 : 1);
    const QRect inner = rect().adjusted(space::m, 9, -space::m, -9);
    paintLines(painter, inner.adjusted(0, 0, -20, 0), text(), fontOf(TextRole::Body), colours.inkMuted, 1);
    paintIcon(painter, QRect(inner.right() - 16, inner.top() + 1, 16, 16), Icon::ChevronRight,
              colours.inkMuted);
    const std::optional<double> ratio = m_value.ratio();
    const std::optional<bool> met = m_value.meetsTarget();
    const Tone tone = !met ? Tone::Neutral : *met ? Tone::Success : Tone::Warning;
    painter.setFont(fontOf(ratio ? TextRole::Title : TextRole::Heading));
    painter.setPen(!ratio ? colours.inkMuted : colours.ink);
    const QRect numberRoom(inner.left(), inner.top() + 20, inner.width(), 28);
    painter.drawText(numberRoom, Qt::AlignLeft | Qt::AlignVCenter, wording::percent(ratio));
    if (met) {
        const ChipText chip{tone, *met ? tr("target reached") : tr("below target"),
                            *met ? Icon::Check : Icon::Warning};
        const int width = std::min(chipWidth(chip), inner.width() - 104);
        if (width > 70) {
            paintChip(painter, inner.right() - width + 1, numberRoom.center().y() + 1, chip, colours, width);
        }
    }
    const QRectF track(inner.left(), inner.top() + 52, inner.width(), 8);
    drawRounded(painter, track, 4, colours.sunken, colours.line, 1);
    if (ratio && *ratio > 0) {
        QRectF filled = track;
        filled.setWidth(std::max(6.0, track.width() * *ratio));
        drawRounded(painter, filled, 4, met && !*met ? colours.warning : colours.primary);
    }
    if (m_value.target) {
        const double x = track.left() + track.width() * *m_value.target;
        painter.fillRect(QRectF(std::min(x, track.right() - 2), track.top() - 4, 2, track.height() + 8),
                         colours.ink);
    }
    paintLines(painter, QRect(inner.left(), inner.top() + 68, inner.width(), 18),
               facts(inner.width(), QFontMetrics(fontOf(TextRole::Caption))), fontOf(TextRole::Caption),
               colours.ink, 1);
}

} // namespace sohoa::ui
