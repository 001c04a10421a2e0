// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace sohoa::pdf {

/// A code as squares: rows from the top, true is dark; all rows of one length, without the quiet zone.
using CodeModules = std::vector<std::vector<bool>>;

/// One line of text of a sheet, centred below the code.
struct SheetLine
{
    QString text;
    double points = 14; ///< size of the letters, 6 to 72; made smaller when a word does not fit
    bool bold = false;

    bool operator==(const SheetLine&) const = default;
};

/// One side of a sheet to print: a large code in the middle and the same code small in the four corners, so
/// that one of them is read whatever end goes into the feeder first, is torn, or lies under a stain.
struct Sheet
{
    QString title; ///< in large letters above the code
    CodeModules code;
    std::vector<SheetLine> lines;
    double codeMillimetres = 80; ///< side of the large code, 40 to 120

    bool operator==(const Sheet&) const = default;
};

/// Draws A4 sheets, one a page, as vector squares and embedded letters.
/// @param fontFamily  letters to use; empty or unknown takes one of the system that has Vietnamese
/// @return InvalidArgument without sheets or for a code that is not a rectangle of 10 to 200 squares a side,
///         Unsupported when no font has Vietnamese, PdfWriteFailed.
/// Needs a QGuiApplication; any thread while fonts may be used there.
[[nodiscard]] Result<QByteArray> writeSheets(const std::vector<Sheet>& sheets, const QString& documentTitle,
                                             const QString& fontFamily = {});

} // namespace sohoa::pdf
