// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/editedrows.h"

#include <utility>

namespace sohoa::imaging {

bool EditedRows::isAnywhere(const Geometry& geometry)
{
    return geometry.photographed || !AffineRows::canFollow(geometry.affine());
}

EditedRows::EditedRows(const Geometry& geometry, const FramedRows::Layout& layout, FramedRows::RowOf rowOf,
                       const Raster& raster, const PaperColours& paper, int width)
    : m_framed(std::make_unique<FramedRows>(layout, std::move(rowOf), paper, geometry.sheet))
{
    if (isAnywhere(geometry)) {
        m_projective = std::make_unique<ProjectiveRows>(
            raster, geometry.projective(layout.scaleX, layout.scaleY), width,
            [framed = m_framed.get()](double x, double y, uchar* pixel) { framed->fill(x, y, 1, pixel); });
        return;
    }
    m_affine =
        std::make_unique<AffineRows>(geometry.affine(layout.scaleX, layout.scaleY), width, layout.channels,
                                     [framed = m_framed.get()](int y, int from, int to, uchar* pixels) {
                                         framed->read(y, from, to, pixels);
                                     });
}

const uchar* EditedRows::next()
{
    return m_affine ? m_affine->next() : m_projective->next();
}

} // namespace sohoa::imaging
