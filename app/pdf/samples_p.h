// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Private to app/pdf: pictures as lossless PDF image data.
#pragma once

#include "base/result.h"
#include "dossier/findings.h"

#include <QByteArray>
#include <QImage>

namespace sohoa::pdf {

/// A picture laid on white: RGB32, without transparency.
QImage onWhite(QImage image);

/// How many bytes a row of samples takes.
qsizetype sampleRowBytes(int width, dossier::ColourMode mode);

/// The samples of a picture as PDF holds them: rows from the top, each padded to a byte, RGB or grey of 8
/// bits or one bit with 0 for black. Transparency is laid on white. InvalidArgument when `mode` would lose
/// something.
[[nodiscard]] Result<QByteArray> samplesOf(const QImage& image, dossier::ColourMode mode);

/// Compresses samples with the PNG predictors (ISO 32000-1, 7.4.4.4), choosing per row the filter with the
/// smallest sum of absolute values (PNG specification, 12.8). One-bit samples are left as they are.
QByteArray deflateSamples(const QByteArray& samples, int width, dossier::ColourMode mode);

} // namespace sohoa::pdf
