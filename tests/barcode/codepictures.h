// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "barcode/writeqr.h"

#include <QImage>
#include <QRandomGenerator>

namespace sohoa::test {

/// How a code is put on a picture, and what the scanner then does to it.
struct Drawing
{
    double module = 4;      ///< pixels a module, before shear and perspective
    double turn = 0;        ///< degrees clockwise
    double shear = 0;       ///< pixels across for each pixel down
    double perspective = 0; ///< how much narrower the far side is, as a share
    double blur = 0;        ///< standard deviation in modules
    double noise = 0;       ///< standard deviation in grey levels
    int paper = 240;        ///< grey level
    int ink = 20;           ///< grey level
    double shadow = 0;      ///< share of light lost from the left side to the right side
    int jpegQuality = 0;    ///< 0: not compressed
};

/// A code of these bytes that does not name their character set, as the national cards are made.
barcode::CodeMatrix codeOfBareBytes(const QByteArray& bytes);

/// An 8-bit grey picture of the modules with eight modules of paper around them.
QImage draw(const barcode::CodeMatrix& code, const Drawing& drawing, QRandomGenerator& random);

/// A Code 128 (set B) of printable ASCII, `height` modules high, one row of modules repeated: 1 is dark.
std::vector<bool> code128Modules(const QString& text);
/// The same as an 8-bit grey picture.
QImage drawCode128(const QString& text, double module, double height, double turn);

/// Copies `part` into `page` with its top left at `at`.
void place(QImage& page, const QImage& part, QPoint at);
/// White paper of this size.
QImage paper(int width, int height);
/// Paper with lines of dark marks the size of letters, as a page of text looks to a code reader.
QImage textPage(int width, int height, QRandomGenerator& random);

} // namespace sohoa::test
