// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace sohoa::pdf {

/// Puts a TIFF 6.0 file around CCITT group 4 data, which stays as it is: one strip, one bit, no fill-order
/// change.
/// @param blackIsInk  what black runs mean: true for ink (WhiteIsZero), false for a negative (BlackIsZero)
/// @param dpi  dots an inch, written with three decimals; 0 leaves the resolution out
/// Any thread.
QByteArray wrapG4(const QByteArray& data, int width, int height, double dpi, bool blackIsInk);

} // namespace sohoa::pdf
