// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QImage>

namespace sohoa::imaging {

/// A baseline JPEG with optimised tables, colour at half resolution; grey stays grey. The same picture gives
/// the same bytes. @param quality 1..100 @param dpi written into the file. InvalidArgument, Internal.
[[nodiscard]] Result<QByteArray> encodeJpeg(const QImage& picture, int quality, double dpi);

/// CCITT group 4 (ITU-T T.6) of a bilevel picture, one strip without a container; a 1 bit is ink.
/// InvalidArgument unless Format_Mono or Format_MonoLSB.
[[nodiscard]] Result<QByteArray> encodeG4(const QImage& bilevel);

/// A PNG with its resolution.
[[nodiscard]] Result<QByteArray> encodePng(const QImage& picture, double dpi);

} // namespace sohoa::imaging
