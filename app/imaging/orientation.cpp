// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/orientation.h"

#include "imaging/ink.h"

#include <algorithm>
#include <cmath>

namespace sohoa::imaging {

namespace {

/// A component seen with the lines running across: u along the line, v downwards; millimetres.
struct Box
{
    double u0;
    double v0;
    double u1;
    double v1;
    [[nodiscard]] double width() const { return u1 - u0; }
    [[nodiscard]] double height() const { return v1 - v0; }
    [[nodiscard]] double u() const { return (u0 + u1) / 2; }
    [[nodiscard]] double v() const { return (v0 + v1) / 2; }
};

std::vector<Box> boxesOf(const Plane& ink, int axis)
{
    std::vector<Box> boxes;
    for (const Component& c : findComponents(ink, inkAt(30))) {
        if (axis == 0) {
            boxes.push_back({ink.mm(c.left), ink.mm(c.top), ink.mm(c.right), ink.mm(c.bottom)});
        } else {
            // Content turned clockwise by 90: lines run down the picture, up points to the right.
            boxes.push_back(
                {ink.mm(c.top), ink.mm(ink.width - c.right), ink.mm(c.bottom), ink.mm(ink.width - c.left)});
        }
    }
    return boxes;
}

struct Votes
{
    int above = 0;
    int below = 0;
};

Votes markVotes(const std::vector<Box>& boxes)
{
    std::vector<Box> bodies;
    std::vector<Box> marks;
    for (const Box& box : boxes) {
        const double larger = std::max(box.width(), box.height());
        if (box.height() >= 1.2 && box.height() <= 7 && box.width() >= 0.5 && box.width() <= 25) {
            bodies.push_back(box);
        } else if (larger >= 0.25 && larger <= 1.6) {
            marks.push_back(box);
        }
    }
    const auto byU = [](const Box& a, const Box& b) { return a.u() < b.u(); };
    std::sort(marks.begin(), marks.end(), byU);
    std::vector<bool> isLeader(marks.size(), false);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        int neighbours = 0;
        const auto alike = [&marks, i](std::size_t j) {
            return std::abs(marks[j].v() - marks[i].v()) < 0.35 &&
                   std::abs(marks[j].width() - marks[i].width()) < 0.35 &&
                   std::abs(marks[j].height() - marks[i].height()) < 0.35;
        };
        for (std::size_t j = i; j-- > 0 && marks[i].u() - marks[j].u() < 1.7;) {
            neighbours += alike(j) ? 1 : 0;
        }
        for (std::size_t j = i + 1; j < marks.size() && marks[j].u() - marks[i].u() < 1.7; ++j) {
            neighbours += alike(j) ? 1 : 0;
        }
        isLeader[i] = neighbours >= 2;
    }
    // Bodies sorted by their left end; none is wider than 25 mm.
    std::sort(bodies.begin(), bodies.end(), [](const Box& a, const Box& b) { return a.u0 < b.u0; });
    Votes votes;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (isLeader[i]) {
            continue;
        }
        const Box& mark = marks[i];
        double nearest = 1e9;
        int side = 0;
        auto body = std::lower_bound(bodies.begin(), bodies.end(), mark.u() - 25.5,
                                     [](const Box& b, double u) { return b.u0 < u; });
        for (; body != bodies.end() && body->u0 <= mark.u() + 0.3; ++body) {
            if (mark.u() > body->u1 + 0.3) {
                continue;
            }
            const double h = std::min(body->height(), 3.0);
            const double gapAbove = body->v0 - mark.v1;
            const double gapBelow = mark.v0 - body->v1;
            if (gapAbove > -0.2 * h && gapAbove < 0.45 * h && gapAbove < nearest) {
                nearest = gapAbove;
                side = 1;
            }
            if (gapBelow > -0.2 * h && gapBelow < 0.45 * h && gapBelow < nearest) {
                nearest = gapBelow;
                side = -1;
            }
        }
        votes.above += side > 0 ? 1 : 0;
        votes.below += side < 0 ? 1 : 0;
    }
    return votes;
}

} // namespace

Orientation findOrientation(const Plane& ink, const Leans& leans)
{
    Orientation result;
    const double across = std::max(1e-6, leans[0].prominence);
    const double down = std::max(1e-6, leans[1].prominence);
    result.axisEvidence = std::log(across / down);
    result.axis = result.axisEvidence >= 0 ? 0 : 1;
    const Votes votes = markVotes(boxesOf(ink, result.axis));
    const int total = votes.above + votes.below;
    if (total > 0) {
        result.upEvidence = (votes.above - votes.below) / std::sqrt(double(total));
    }
    const double sure = std::abs(result.upEvidence);
    if (std::abs(result.axisEvidence) < 0.25 || sure < 2.5) {
        return result;
    }
    const bool up = result.upEvidence > 0;
    result.degrees = result.axis == 0 ? (up ? 0 : 180) : (up ? 90 : 270);
    result.confidence =
        std::min(1.0 - std::exp(-sure / 2), 1.0 - std::exp(-2 * std::abs(result.axisEvidence)));
    return result;
}

} // namespace sohoa::imaging
