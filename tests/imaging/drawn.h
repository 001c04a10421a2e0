// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

namespace sohoa::test {

/// A drawn A4 page of Vietnamese text, Format_RGB32, black on white.
QImage textPage(int dpi = 200);
/// A bare A4 page with a little grain.
QImage emptyPage(int dpi = 200);
/// `sheet` laid on a larger bed, turned counter-clockwise as the viewer sees it; grown so that nothing is
/// lost.
QImage laidOn(const QImage& sheet, double counterClockwise, int margin, QRgb bed);
QImage grey(const QImage& image);

} // namespace sohoa::test
