// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/findings.h"

#include <QImage>

#include <vector>

namespace sohoa::barcode {

/// Finds patch codes, the coarse marks that scanners of many makers take for a command: four bars, two of
/// 5.1 mm and two of 2.0 mm, with spaces of 2.0 mm, at least 19 mm long, in one of six orders. "T"
/// (transfer) parts documents. Source: Kodak, "Patch Code Information", A-61599 (2006), and "i5000 Series
/// User's Guide", A-61670 (2014), page 6-10.
///
/// Patch T turned upside down is Patch 3, and 1 is 6. The bars are read from the edge of the sheet that is
/// nearest, which the sheets of A-61599 have them close to: the first zone lies at the leading edge.
///
/// @param page 8-bit grey, any orientation, askew up to 12 degrees
/// @param dpi  0: not known, then a page is taken to be as wide as A4
/// @return codes of format "PatchCode" with the texts 1, 2, 3, 4, 6 and T, corners in pixels of `page`. Any
///         thread, about a tenth of decoding the page.
std::vector<dossier::Code> findPatchCodes(const QImage& page, double dpi);

} // namespace sohoa::barcode
