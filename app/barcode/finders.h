// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QPointF>

#include <vector>

namespace sohoa::barcode {

/// One of the three squares in the corners of a QR code (ISO/IEC 18004:2015, 6.3.3).
struct Finder
{
    QPointF centre;    ///< in pixels
    double module = 0; ///< pixels
};

/// The squares that can be seen, turned any way. They are four times as coarse as the rest of a code, so they
/// are still there when nothing of it can be read: whoever must not miss a code asks for them.
/// @param picture 8-bit grey, modules from about 1.5 pixels
std::vector<Finder> findFinders(const QImage& picture);

} // namespace sohoa::barcode
