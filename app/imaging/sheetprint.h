// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/findings.h"
#include "imaging/plane.h"

#include <QImage>

#include <array>
#include <optional>

/// Whether two pictures are of one sheet: a feeder that takes a sheet twice, or a clerk who lays a stack in
/// again, gives pictures that differ in every byte.
namespace sohoa::imaging {

/// A perceptual hash, for finding candidates quickly: the frame of the writing in 32 by 32 cells, from the
/// top left, a bit each that is set where more than the usual ink is.
using SheetLook = std::array<quint64, 16>;

/// The ink on a sheet, small, level and upright as far as that is known. About half a megabyte for A4.
struct SheetPrint
{
    Plane ink; ///< 75 dots an inch; how much darker than the paper, 0..255
    SheetLook look = {};
};

/// @param ink  of the page as it lies, inkOf at 100 to 225 dpi without streaks
/// Any thread; some 10 ms for A4. Empty when the page is blank or has too little writing to be told from
/// others.
std::optional<SheetPrint> printOf(const Plane& ink, const dossier::PageFindings& findings);
/// The same, of a page as scanned.
/// @param grey Format_Grayscale8, full size: what the findings speak of
/// @param dpi  0: not known, an A4 sheet is assumed
std::optional<SheetPrint> printOf(const QImage& grey, double dpi, const dossier::PageFindings& findings);

/// Bits in which two looks differ, the second one either way up: 0 to 1024.
int differenceOf(const SheetLook& a, const SheetLook& b);
/// Pictures of one sheet differ in fewer bits, and so do some of different sheets: scans of two tones in
/// which stamps and photographs broke up differ in up to some 230.
constexpr int mostDifference = 260;

/// Whether two pictures are of the same sheet: their looks are near enough, and laid over each other, also
/// upside down, place by place of 8 mm the writing of one must be found in the other (isSameUpright). The
/// same form filled in for somebody else is another sheet. Any thread; some 30 ms for two of A4 that are,
/// less for others.
bool isSameSheet(const SheetPrint& a, const SheetPrint& b);

} // namespace sohoa::imaging
