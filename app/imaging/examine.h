// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "dossier/findings.h"
#include "imaging/colourcontent.h"
#include "imaging/sheetprint.h"

#include <QImage>
#include <QSizeF>

#include <optional>
#include <vector>

namespace sohoa::imaging {

/// What is known of a page beside its picture.
struct ExamineInput
{
    double dpi = 0; ///< 0: not known; an A4 sheet is assumed for lengths
    dossier::ColourMode mode = dossier::ColourMode::Grey;
    bool incomplete = false;               ///< the data stopped short: never called blank
    QSizeF askedMm = {};                   ///< size of sheet that was asked for, either way up; empty: any
    const ColourPlanes* colours = nullptr; ///< of a page in colour, where they are at hand
    std::vector<dossier::Quad> codes = {}; ///< corners of codes found before, pixels as scanned; not text
};

/// How each decision came about, for the accuracy tool and for finding out why.
struct ExamineTrace
{
    double blankContent = 0;
    double leanDegrees = 0;
    double leanProminence = 0;
    double axisEvidence = 0;
    double upEvidence = 0;
    double markEvidence = 0;
    double letterEvidence = 0;
    int letters = 0;
    double writingLean = 0;
    bool skewFromOutline = false;
    ColourContentTrace colour = {};
};

/// Looks at a page: outline, blank, skew, orientation, quality; `codes` is left empty and is joined by the
/// workflow, as is the time for decoding. Changes nothing. Any thread; about 50 ms for A4 at 300 dpi.
/// @param grey  Format_Grayscale8, one page as scanned, full size (decodeLuminance)
/// @param trace filled in when given
/// @param look  filled in when given: what the page looks like, where it has enough writing
/// Errors: InvalidArgument (another format), ImageTooSmall below 64 pixels a side, Cancelled.
[[nodiscard]] Result<dossier::PageFindings> examine(const QImage& grey, const ExamineInput& input,
                                                    const StopToken& stop = {}, ExamineTrace* trace = nullptr,
                                                    std::optional<SheetLook>* look = nullptr);

} // namespace sohoa::imaging
