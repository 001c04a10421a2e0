// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

/// Pictures laid down otherwise, for finding out what a page says of itself when it is turned.
namespace sohoa::test {

/// Turned clockwise by a multiple of 90 degrees; no pixel changes.
/// @param grey Format_Grayscale8
QImage quarterTurned(const QImage& grey, int degrees);

/// Turned counter-clockwise by a small angle, bilinear, and cut to the largest upright rectangle that has
/// nothing of the outside in it: no edge is invented that would tell the angle.
/// @param grey Format_Grayscale8
/// @param degrees -20..20
QImage leaning(const QImage& grey, double degrees);

} // namespace sohoa::test
