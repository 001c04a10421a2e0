// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/separator.h"

#include <QImage>
#include <QRandomGenerator>

#include <vector>

namespace sohoa::test {

/// What happens to a separator sheet between the printer and the picture.
struct SheetDamage
{
    int dpi = 300;
    int turn = 0;         ///< degrees clockwise: 0, 90, 180, 270
    double skew = 0;      ///< degrees; what leaves the picture is cut off
    double blur = 0;      ///< standard deviation in millimetres
    int paper = 245;      ///< grey level
    int ink = 25;         ///< grey level
    double noise = 0;     ///< standard deviation in grey levels
    int stains = 0;       ///< spots of 6 to 35 mm radius, from faint to black
    double cornerCut = 0; ///< millimetres along each edge; one corner is torn off
    int blackStreaks = 0; ///< dirt on the glass, along the feeding direction
    int jpegQuality = 0;  ///< 0: not compressed
    bool bilevel = false;
};

/// Anything from 150 to 300 dpi, 10 degrees askew, a stack's worth of bad luck.
SheetDamage badLuck(QRandomGenerator& random);

/// The separator as the program prints it, A4 at 300 dpi in grey.
QImage printedSheet(const dossier::Separator& separator);
/// Sheets of invented dossiers, signed with `key`: front and back in turn, each a different one.
std::vector<dossier::Separator> inventedSheets(int count, const dossier::SheetKey& key,
                                               QRandomGenerator& random);
/// @param page 8-bit grey, A4 at 300 dpi
QImage damaged(const QImage& page, const SheetDamage& damage, QRandomGenerator& random);
/// For a message.
QString describe(const SheetDamage& damage);

} // namespace sohoa::test
