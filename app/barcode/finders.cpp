// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "barcode/finders.h"

#include "barcode/levels.h"

#include <QPoint>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace sohoa::barcode {

namespace {

constexpr double modulesAcross = 7; // dark 1, light 1, dark 3, light 1, dark 1
constexpr std::array<double, 5> shares = {1, 1, 3, 1, 1};
constexpr int neighbourhood = 2; // blocks on each side: 13 mm at 150 dpi, more than the dark middle of any
constexpr int rowStep = 2;
constexpr double leastModule = 1.4; // pixels
// Of a module, by which an edge may be off: ink runs, and light bleeds into small modules.
constexpr double mostOff = 0.6;
constexpr int leastRows = 2;

/// Whether five runs are those of a line through the middle of a finder; their module then.
std::optional<double> moduleOf(const std::array<int, 5>& runs)
{
    double all = 0;
    for (const int run : runs) {
        all += run;
    }
    const double module = all / modulesAcross;
    if (module < leastModule) {
        return {};
    }
    // Half a pixel of each edge is chance.
    const double off = mostOff * module + 0.5;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (std::abs(runs[i] - shares[i] * module) > off * (shares[i] > 1 ? 1.6 : 1)) {
            return {};
        }
    }
    return module;
}

/// The five runs through a dark point along a step; nothing when they do not end within `most` pixels.
struct Through
{
    std::array<int, 5> runs = {};
    int offset = 0; ///< of the middle of the middle run from the point, in steps
};
std::optional<Through> through(const Levels& levels, QPoint at, QPoint step, int most)
{
    const auto inside = [&levels](QPoint p) {
        return p.x() >= 0 && p.y() >= 0 && p.x() < levels.width() && p.y() < levels.height();
    };
    const auto walk = [&](QPoint from, QPoint by, std::array<int, 3>& lengths) {
        QPoint p = from;
        bool dark = true;
        for (int& length : lengths) {
            while (inside(p) && levels.isDark(p.x(), p.y()) == dark && length <= most) {
                p += by;
                ++length;
            }
            if (length == 0 || length > most) {
                return false;
            }
            dark = !dark;
        }
        return true;
    };
    std::array<int, 3> back = {};
    std::array<int, 3> forth = {};
    if (!walk(at, -step, back) || !walk(at + step, step, forth)) {
        return {};
    }
    Through found;
    found.runs = {back[2], back[1], back[0] + forth[0], forth[1], forth[2]};
    found.offset = (forth[0] - back[0] + 1) / 2;
    return found;
}

struct Group
{
    QPointF sum;
    double modules = 0;
    int rows = 0;

    [[nodiscard]] QPointF centre() const { return sum / rows; }
    [[nodiscard]] double module() const { return modules / rows; }
};

class FinderSearch
{
public:
    explicit FinderSearch(const QImage& picture)
        : m_levels(picture, neighbourhood)
    {
    }

    std::vector<Finder> run()
    {
        std::vector<int> lengths;
        for (int y = 0; y < m_levels.height(); y += rowStep) {
            m_levels.runs(y, lengths);
            int x = lengths[0];
            // Dark runs have odd places.
            for (std::size_t i = 1; i + 4 < lengths.size(); i += 2) {
                const std::array<int, 5> five = {lengths[i], lengths[i + 1], lengths[i + 2], lengths[i + 3],
                                                 lengths[i + 4]};
                if (const auto module = moduleOf(five)) {
                    check({x + five[0] + five[1] + five[2] / 2, y}, *module);
                }
                x += lengths[i] + lengths[i + 1];
            }
        }
        std::vector<Finder> finders;
        for (const Group& group : m_groups) {
            if (group.rows >= leastRows) {
                finders.push_back({group.centre(), group.module()});
            }
        }
        return finders;
    }

private:
    void check(QPoint at, double across)
    {
        const int most = static_cast<int>(6 * across) + 2;
        if (!m_levels.isDark(at.x(), at.y())) {
            return;
        }
        const auto down = through(m_levels, at, {0, 1}, most);
        if (!down) {
            return;
        }
        const auto downModule = moduleOf(down->runs);
        if (!downModule || std::max(*downModule, across) > 1.5 * std::min(*downModule, across)) {
            return;
        }
        const QPoint middle(at.x(), at.y() + down->offset);
        if (!m_levels.isDark(middle.x(), middle.y())) {
            return;
        }
        // Lines of text and of tables cross now and then; a ring is there on the slant too.
        for (const QPoint slant : {QPoint(1, 1), QPoint(1, -1)}) {
            const auto runs = through(m_levels, middle, slant, most);
            if (!runs || !moduleOf(runs->runs)) {
                return;
            }
        }
        add(middle, (across + *downModule) / 2);
    }

    void add(QPoint centre, double module)
    {
        for (Group& group : m_groups) {
            const QPointF apart = group.centre() - centre;
            if (std::hypot(apart.x(), apart.y()) < 3 * module) {
                group.sum += centre;
                group.modules += module;
                ++group.rows;
                return;
            }
        }
        m_groups.push_back({centre, module, 1});
    }

    Levels m_levels;
    std::vector<Group> m_groups;
};

} // namespace

std::vector<Finder> findFinders(const QImage& picture)
{
    if (picture.width() < modulesAcross || picture.height() < modulesAcross) {
        return {};
    }
    return FinderSearch(picture).run();
}

} // namespace sohoa::barcode
