// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/page.h"
#include "imaging/resample.h"

#include <QSize>
#include <QTransform>

namespace sohoa::imaging {

/// What deskewing and cropping mean for the places of a picture. The turn by right angles is not in it: it
/// comes after, and moves whole pixels.
struct Geometry
{
    QSize size;                ///< of the result
    QTransform back;           ///< takes the result to the picture, pixels' middles at .5
    bool photographed = false; ///< a sheet in perspective: `back` is projective, else it turns and moves
    std::optional<dossier::Quad> sheet = {}; ///< what is outside of it becomes paper

    /// `back` for planes of both pictures that are `scaleX` by `scaleY` times as large.
    [[nodiscard]] Affine affine(double scaleX = 1, double scaleY = 1) const;
    [[nodiscard]] QTransform projective(double scaleX, double scaleY) const;
};

/// Errors: InvalidArgument (turn not a multiple of 90, deskew beyond 45 degrees, a crop without area or that
/// is no quadrilateral), ImageTooLarge.
[[nodiscard]] Result<Geometry> geometryOf(QSize picture, const dossier::PageEdits& edits);

} // namespace sohoa::imaging
