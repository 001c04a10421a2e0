// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "barcode/writeqr.h"
#include "base/result.h"

#include <QImage>
#include <QPointF>

#include <array>
#include <vector>

/// The only door to zxing-cpp: versions 1.4 (Debian 12) and 2.x differ in the names behind it.
namespace sohoa::barcode::engine {

enum class Symbologies
{
    QrAndLinear,
    QrOnly,
    LinearOnly,
    WithDataMatrix
};
enum class Threshold
{
    Local, ///< each pixel against its neighbourhood
    Global ///< one level for the picture
};

struct Settings
{
    Symbologies symbologies = Symbologies::QrAndLinear;
    Threshold threshold = Threshold::Local;
    bool alsoSmaller = false;  ///< search a third of the size too, for very large codes
    bool alsoTurned = true;    ///< linear codes along columns too
    bool reportBroken = false; ///< also places that look like a code and cannot be read
};

/// What was found at one place.
struct Finding
{
    bool readable = false; ///< false: looks like a code, text is empty
    bool linear = false;
    int rowsAgreeing = 0; ///< of a linear code
    QString format;
    QString text; ///< as the code says it, not normalised
    std::array<QPointF, 4> corners = {};
};

/// @param page Format_Grayscale8. Never throws. Any thread.
std::vector<Finding> search(const QImage& page, const Settings& settings);

/// See writeQr.
Result<CodeMatrix> write(const QString& text, ErrorCorrection level);

} // namespace sohoa::barcode::engine
