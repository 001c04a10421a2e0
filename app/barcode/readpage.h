// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "dossier/findings.h"

#include <QImage>

namespace sohoa::barcode {

/// All codes of a page, and whether one of our separator sheets may be among what could not be read.
struct PageCodes
{
    std::vector<dossier::Code> codes; ///< as readCodes, and patch codes behind them
    /// There are squares of QR codes as on no page but a separator sheet, and no separator's code was read.
    bool unreadSheet = false;
};

/// Reads a page as the pipeline does: as readCodes, and where the squares of QR codes are seen whose code was
/// not read, again: from the squares, without lines across the page, from what is left of several codes, the
/// whole page sharpened and at other scales. A separator that is missed gives a
/// citizen's papers to another, so what could be one is told even when nothing more can be done.
/// @param page as for readCodes
/// @param dpi  0: not known
/// Errors and threads: as readCodes.
[[nodiscard]] Result<PageCodes> readPage(const QImage& page, double dpi, const StopToken& stop = {});

} // namespace sohoa::barcode
