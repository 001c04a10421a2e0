// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>
#include <QPainter>
#include <QString>
#include <QStyleOptionViewItem>

namespace sohoa::ui {

/// Height of `text` broken to `width`, at most `most` lines.
int linesHeight(const QString& text, const QFont& font, int width, int most);
/// Draws it from the top of `rect`; the last line ends in "…" when there is more. @return the height used
int paintLines(QPainter& painter, const QRect& rect, const QString& text, const QFont& font,
               const QColor& colour, int most);

/// Ground of a row in a list of ours: hover, selection with a bar at its left edge, a hairline below.
void paintListRow(QPainter& painter, const QStyleOptionViewItem& option);

} // namespace sohoa::ui
