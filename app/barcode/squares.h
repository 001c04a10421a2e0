// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "barcode/finders.h"
#include "base/stoptoken.h"
#include "dossier/findings.h"

#include <QImage>

#include <vector>

namespace sohoa::barcode {

/// Reads QR codes whose three squares were seen: each is drawn upright with modules of one size, which evens
/// out turning, scale and noise, and looked at plain, softened and sharpened.
/// @param page    8-bit grey
/// @param squares in pixels of `page`
std::vector<dossier::Code> readBySquares(const QImage& page, const std::vector<Finder>& squares,
                                         const StopToken& stop);

} // namespace sohoa::barcode
