// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/plane.h"

#include <QPointF>

#include <optional>
#include <vector>

/// The edges of a sheet, looked for from each side of a picture. For paperoutline.cpp alone.
namespace sohoa::imaging {

/// The picture seen from one of its sides: `along` runs down or to the right, `depth` inwards.
class SideView
{
public:
    SideView(const Plane& grey, int side)
        : m_grey(grey)
        , m_side(side)
    {
    }
    [[nodiscard]] int length() const { return m_side % 2 == 0 ? m_grey.width : m_grey.height; }
    [[nodiscard]] int depth() const { return m_side % 2 == 0 ? m_grey.height : m_grey.width; }
    [[nodiscard]] int at(int along, int inwards) const
    {
        switch (m_side) {
        case 0:
            return m_grey.at(along, inwards);
        case 1:
            return m_grey.at(m_grey.width - 1 - inwards, along);
        case 2:
            return m_grey.at(along, m_grey.height - 1 - inwards);
        default:
            return m_grey.at(inwards, along);
        }
    }
    /// A place of the view in the plane's coordinates.
    [[nodiscard]] QPointF toPlane(double along, double inwards) const
    {
        switch (m_side) {
        case 0:
            return {along, inwards};
        case 1:
            return {m_grey.width - inwards, along};
        case 2:
            return {along, m_grey.height - inwards};
        default:
            return {inwards, along};
        }
    }

private:
    const Plane& m_grey;
    int m_side;
};

/// inwards = offset + slope * along
struct Line
{
    std::vector<double> places = {}; ///< of the points on it, ascending

    double offset = 0;
    double slope = 0;
    double support = 0; ///< share of the looked-at lines whose point is on it
    double depth = 0;   ///< how dark the edge is against the bed, grey levels (white lid only)
    [[nodiscard]] double at(double along) const { return offset + slope * along; }
};

/// The edge of a sheet that is brighter than what lies around it.
std::optional<Line> darkBedEdge(const Plane& grey, const SideView& view, double paper);

/// The edge of a sheet on something a little darker than itself, as a light desk is: the first lasting step
/// up to the paper's level on the same line, for a photo's light falls off.
std::optional<Line> lightBedEdge(const Plane& grey, const SideView& view);

/// The edge of a sheet on a white lid: the first clear drop of brightness. Each line is looked at together
/// with its neighbours, which halves the noise and blurs an edge that leans by 10 degrees by a third of a
/// millimetre.
std::optional<Line> whiteLidEdge(const Plane& grey, const SideView& view);

} // namespace sohoa::imaging
