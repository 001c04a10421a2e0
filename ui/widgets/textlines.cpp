// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/textlines.h"

#include "ui/style/tokens.h"

#include <QFontMetrics>
#include <QTextLayout>

#include <algorithm>

namespace sohoa::ui {

namespace {

/// Lays `text` out and calls `each(start, length, isLast)` for at most `most` lines. @return number of lines
template<typename Each>
int breakLines(const QString& text, const QFont& font, int width, int most, Each each)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    int count = 0;
    while (count < most) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) {
            break;
        }
        line.setLineWidth(std::max(width, 20));
        ++count;
        const bool last = count == most || line.textStart() + line.textLength() >= text.size();
        each(line.textStart(), line.textLength(), last);
    }
    layout.endLayout();
    return count;
}

} // namespace

int linesHeight(const QString& text, const QFont& font, int width, int most)
{
    const int lines = breakLines(text, font, width, most, [](int, int, bool) {});
    return std::max(lines, 1) * QFontMetrics(font).height();
}

int paintLines(QPainter& painter, const QRect& rect, const QString& text, const QFont& font,
               const QColor& colour, int most)
{
    painter.save();
    painter.setFont(font);
    painter.setPen(colour);
    const QFontMetrics metrics(font);
    int y = rect.top();
    breakLines(text, font, rect.width(), most, [&](int start, int length, bool last) {
        const QString part = last ? metrics.elidedText(text.mid(start), Qt::ElideRight, rect.width())
                                  : text.mid(start, length).trimmed();
        painter.drawText(QRect(rect.left(), y, rect.width(), metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, part);
        y += metrics.height();
    });
    painter.restore();
    return y - rect.top();
}

void paintListRow(QPainter& painter, const QStyleOptionViewItem& option)
{
    const Colours& colours = coloursOf(option.widget);
    const QRect rect = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter.fillRect(rect, selected ? colours.selection : colours.hover);
    }
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.line);
    if (selected) {
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()),
                         option.state.testFlag(QStyle::State_HasFocus) ? colours.focus : colours.primary);
    }
}

} // namespace sohoa::ui
