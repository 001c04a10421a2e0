// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/geometry.h"
#include "imaging/projective.h"
#include "imaging/surround.h"

#include <memory>

namespace sohoa::imaging {

/// The rows of one plane of an edited picture, from the top, by whichever way suits the geometry.
class EditedRows
{
public:
    /// @param layout of the plane; @param rowOf its rows as stored
    /// @param raster the same plane in memory; needed where isAnywhere(geometry)
    /// @param width  of the plane's result
    EditedRows(const Geometry& geometry, const FramedRows::Layout& layout, FramedRows::RowOf rowOf,
               const Raster& raster, const PaperColours& paper, int width);

    /// Whether the geometry takes pixels from so far apart that the whole plane has to be in memory.
    static bool isAnywhere(const Geometry& geometry);

    /// The next row; valid until the next call.
    const uchar* next();

private:
    std::unique_ptr<FramedRows> m_framed;
    std::unique_ptr<AffineRows> m_affine;
    std::unique_ptr<ProjectiveRows> m_projective;
};

} // namespace sohoa::imaging
