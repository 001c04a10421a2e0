// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

/// Picture to picture, 8-bit grey to 8-bit grey; pure and quick, for looking, never for keeping.
namespace sohoa::barcode {

/// Half the size, each pixel the mean of four. An odd last row or column is dropped.
QImage halved(const QImage& page);
/// `factor` times the size by cubic convolution (Keys, IEEE Trans. ASSP 29 (1981), 1153-1160).
QImage enlarged(const QImage& page, int factor);
/// The picture plus `amount` times its difference from the mean over a square of 2 * radius + 1 pixels.
QImage sharpened(const QImage& page, int radius, double amount);
/// Darkest 1 % to 0, lightest 1 % to 255.
QImage stretched(const QImage& page);

} // namespace sohoa::barcode
