// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/orientation.h"

#include "imaging/ink.h"

#include <algorithm>
#include <cmath>
#include <numeric>

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

constexpr int letterInk = inkAt(30);

/// Whether a component is neither letter nor word nor mark: a frame, a rule, a stamp, a picture.
bool isDrawing(const Plane& ink, const Component& c)
{
    const double width = ink.mm(c.width());
    const double height = ink.mm(c.height());
    if (std::min(width, height) > 10 || std::max(width, height) > 45) {
        return true;
    }
    return std::max(width, height) > 8 && ink.mm(c.barLength()) > 8 && ink.mm(c.barBreadth()) < 0.8;
}

std::vector<Box> boxesOf(const Plane& ink, const std::vector<Component>& components, int axis, double degrees)
{
    std::vector<Box> boxes;
    const double slope = std::tan(degrees * M_PI / 180);
    for (const Component& c : components) {
        if (isDrawing(ink, c)) {
            continue;
        }
        Box box{ink.mm(c.left), ink.mm(c.top), ink.mm(c.right), ink.mm(c.bottom)};
        if (axis == 1) {
            // Content turned clockwise by 90: lines run down the picture, up points to the right.
            box = {ink.mm(c.top), ink.mm(ink.width - c.right), ink.mm(c.bottom), ink.mm(ink.width - c.left)};
        }
        const double drop = box.u() * slope; // the line's lean taken out
        box.v0 += drop;
        box.v1 += drop;
        boxes.push_back(box);
    }
    return boxes;
}

struct Votes
{
    int above = 0;
    int below = 0;
    /// How many standard deviations from even.
    [[nodiscard]] double score() const
    {
        return above + below > 0 ? (above - below) / std::sqrt(double(above + below)) : 0;
    }
};

bool isLetter(const Box& box)
{
    return box.height() >= 1.2 && box.height() <= 7 && box.width() >= 0.5 && box.width() <= 25;
}

constexpr double mostOfMark = 1.6; // of print for reading; over capitals and titles they are larger
constexpr double mostOfLargeMark = 3.2;

bool isMark(const Box& box)
{
    const double larger = std::max(box.width(), box.height());
    return !isLetter(box) && larger >= 0.25 && larger <= mostOfLargeMark;
}

/// Whether a mark is of a size with the letter it would belong to.
bool fits(const Box& mark, const Box& body)
{
    return std::max(mark.width(), mark.height()) <= mostOfMark ||
           (mark.width() <= 0.9 * body.height() && mark.height() <= 0.45 * body.height());
}

/// Neighbouring letters that stand on one line but reach different heights speak for upright, the reverse
/// against.
/// @param letters sorted by u0
Votes letterVotes(const std::vector<Box>& letters, double pixel)
{
    Votes votes;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const Box& a = letters[i];
        if (a.width() > 8) {
            continue; // letters that touch
        }
        const Box* next = nullptr;
        for (std::size_t j = i + 1; j < letters.size() && letters[j].u0 < a.u1 + 1.5; ++j) {
            const Box& b = letters[j];
            const double overlap = std::min(a.v1, b.v1) - std::max(a.v0, b.v0);
            if (b.u0 > a.u1 - 0.3 && b.width() <= 8 && overlap > 0.5 * std::min(a.height(), b.height()) &&
                (next == nullptr || b.u0 < next->u0)) {
                next = &b;
            }
        }
        if (next == nullptr) {
            continue;
        }
        const double smaller = std::min(a.height(), next->height());
        const double same = std::max(1.3 * pixel, 0.09 * smaller);
        const double other = std::max(2.2 * pixel, 0.22 * smaller);
        const double bottoms = std::abs(a.v1 - next->v1);
        const double tops = std::abs(a.v0 - next->v0);
        votes.above += bottoms <= same && tops >= other ? 1 : 0;
        votes.below += tops <= same && bottoms >= other ? 1 : 0;
    }
    return votes;
}

/// @param specks set to how many of the marks are no dots of a leader
Votes markVotes(const std::vector<Box>& bodies, std::vector<Box> marks, int& specks)
{
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
    specks = static_cast<int>(std::count(isLeader.begin(), isLeader.end(), false));
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
            if (mark.u() > body->u1 + 0.3 || !fits(mark, *body)) {
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

/// Whether what was seen is print whose marks are marks. Worn print and that of dots falls apart into specks,
/// which lie on both sides of the letters, up to three times as often on the one.
bool isToldByPrint(const Votes& marks, const Votes& letters, int specks, std::size_t letterCount)
{
    constexpr double mostSpecks = 2.5; // to a letter; Vietnamese letters have one mark, two at most
    constexpr double agreeing = 2;     // z score of the letters' own
    constexpr double clear = 0.8;      // of the marks on one side, where letters say little
    if (specks > mostSpecks * double(letterCount)) {
        return false;
    }
    const double all = marks.above + marks.below;
    const double letterScore = marks.score() + letters.score() > 0 ? letters.score() : -letters.score();
    return letterScore >= agreeing || (letterScore >= 0 && std::max(marks.above, marks.below) >= clear * all);
}

/// Which way letters have their nearest neighbours: `above` counts those along rows, `below` those along
/// columns. Letters of a line stand closer than lines do, also in tables, whose columns may be straighter
/// than their lines.
Votes axisVotes(const Plane& ink, const std::vector<Component>& components)
{
    constexpr double farMm = 3; // a space between words; neighbours beyond it say nothing
    constexpr double nearer = 0.7;
    std::vector<Box> letters;
    for (const Component& c : components) {
        const Box box{ink.mm(c.left), ink.mm(c.top), ink.mm(c.right), ink.mm(c.bottom)};
        const auto [smaller, larger] = std::minmax({box.width(), box.height()});
        if (smaller >= 0.5 && smaller <= 7 && larger >= 1.2 && larger <= 25) {
            letters.push_back(box);
        }
    }
    // The gap to the nearest neighbour behind each letter, along u, of those that stand beside it.
    const auto gaps = [farMm](const std::vector<Box>& boxes) {
        std::vector<std::size_t> order(boxes.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(),
                  [&boxes](std::size_t a, std::size_t b) { return boxes[a].u0 < boxes[b].u0; });
        std::vector<double> found(boxes.size(), farMm);
        for (std::size_t i = 0; i < order.size(); ++i) {
            const Box& a = boxes[order[i]];
            double& gap = found[order[i]];
            for (std::size_t j = i + 1; j < order.size() && boxes[order[j]].u0 < a.u1 + gap; ++j) {
                const Box& b = boxes[order[j]];
                const double beside = std::min(a.v1, b.v1) - std::max(a.v0, b.v0);
                if (b.u1 > a.u1 && beside > 0.5 * std::min(a.height(), b.height())) {
                    gap = std::min(gap, std::max(0.0, b.u0 - a.u1));
                }
            }
        }
        return found;
    };
    const std::vector<double> along = gaps(letters);
    for (Box& box : letters) {
        box = {box.v0, box.u0, box.v1, box.u1};
    }
    const std::vector<double> down = gaps(letters);
    Votes votes;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        votes.above += along[i] < nearer * down[i] ? 1 : 0;
        votes.below += down[i] < nearer * along[i] ? 1 : 0;
    }
    return votes;
}

/// The ink of letters, words and marks, or of all the rest.
Plane partOf(const Plane& ink, const std::vector<Component>& components, const std::vector<Run>& runs,
             bool drawings)
{
    Plane part(ink.width, ink.height, ink.dpi, ink.scale);
    std::vector<bool> wanted(components.size());
    for (std::size_t i = 0; i < components.size(); ++i) {
        wanted[i] = isDrawing(ink, components[i]) == drawings;
    }
    for (const Run& run : runs) {
        if (wanted[static_cast<std::size_t>(run.component)]) {
            std::copy(ink.row(run.row) + run.from, ink.row(run.row) + run.to, part.row(run.row) + run.from);
        }
    }
    return part;
}

} // namespace

Plane drawingsOf(const Plane& ink)
{
    std::vector<Run> runs;
    const std::vector<Component> components = findComponents(ink, letterInk, &runs);
    return partOf(ink, components, runs, true);
}

Orientation findOrientation(const Plane& ink)
{
    Orientation result;
    std::vector<Run> runs;
    const std::vector<Component> components = findComponents(ink, letterInk, &runs);
    const Plane writing = partOf(ink, components, runs, false);
    const Leans leans = findLeans(writing);
    const double across = std::max(1e-6, leans[0].prominence);
    const double down = std::max(1e-6, leans[1].prominence);
    result.axisEvidence = std::log(across / down);
    result.axis = result.axisEvidence >= 0 ? 0 : 1;
    // Pages without tables and columns are beyond `clear`, and hardly any page is wrong beyond `beyondDoubt`.
    constexpr double clear = 1.5;
    constexpr double beyondDoubt = 3;
    constexpr double sureVotes = 4;
    if (std::abs(result.axisEvidence) < beyondDoubt) {
        const double votes = axisVotes(ink, components).score();
        if (votes * result.axisEvidence < 0) {
            const bool overruled = std::abs(result.axisEvidence) < clear && std::abs(votes) >= sureVotes;
            result.axisEvidence = overruled ? std::copysign(0.5, votes) : 0;
            result.axis = overruled ? 1 - result.axis : result.axis;
        }
    }
    const bool isClearer = (leans[0].prominence >= leans[1].prominence) == (result.axis == 0);
    result.lean = isClearer ? leans[static_cast<std::size_t>(result.axis)] : findLean(writing, result.axis);

    std::vector<Box> letters;
    std::vector<Box> marks;
    for (const Box& box : boxesOf(ink, components, result.axis, result.lean.degrees)) {
        if (isLetter(box)) {
            letters.push_back(box);
        } else if (isMark(box)) {
            marks.push_back(box);
        }
    }
    std::sort(letters.begin(), letters.end(), [](const Box& a, const Box& b) { return a.u0 < b.u0; });
    result.letters = static_cast<int>(letters.size());
    int specks = 0;
    const Votes byMarks = markVotes(letters, std::move(marks), specks);
    const Votes byLetters = letterVotes(letters, ink.mm(1));
    result.markEvidence = byMarks.score();
    result.letterEvidence = byLetters.score();
    // Two independent z scores
    result.upEvidence = (result.markEvidence + result.letterEvidence) / std::sqrt(2.0);
    const double sure = std::abs(result.upEvidence);
    if (std::abs(result.axisEvidence) < 0.25 || sure < 2.5 ||
        !isToldByPrint(byMarks, byLetters, specks, letters.size())) {
        return result;
    }
    const bool up = result.upEvidence > 0;
    result.degrees = result.axis == 0 ? (up ? 0 : 180) : (up ? 90 : 270);
    result.confidence =
        std::min(1.0 - std::exp(-sure / 2), 1.0 - std::exp(-2 * std::abs(result.axisEvidence)));
    return result;
}

} // namespace sohoa::imaging
