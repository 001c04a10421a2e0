// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QTransform>

/// Picture to picture, 8-bit grey to 8-bit grey; pure and quick, for looking, never for keeping.
namespace sohoa::barcode {

/// Half the size, each pixel the mean of four. An odd last row or column is dropped.
QImage halved(const QImage& page);
/// `factor` times the size by cubic convolution (Keys, IEEE Trans. ASSP 29 (1981), 1153-1160).
QImage enlarged(const QImage& page, int factor);
/// The picture plus `amount` times its difference from the mean over a square of 2 * radius + 1 pixels.
QImage sharpened(const QImage& page, int radius, double amount);
/// Which way the edges of a picture run, from the gradients' structure tensor (Bigun and Granlund, Proc. 1st
/// ICCV (1987), 433-438).
struct Gradients
{
    double coherence = 0; ///< 0: every way alike, as in a QR code or in text; 1: one way only, as bars
    double degrees = 0;   ///< how far upright bars would have to be turned clockwise to lie so, -90..90
};
Gradients gradientsOf(const QImage& page, const QRect& part);

struct Turned
{
    QImage picture;
    QTransform toOriginal; ///< from pixels of `picture` to pixels of what was turned
};
/// The picture turned clockwise by this many degrees, grown so that nothing is cut off, grey in the new
/// corners.
Turned turned(const QImage& page, double degrees);

} // namespace sohoa::barcode
