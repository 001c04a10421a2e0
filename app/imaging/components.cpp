// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/components.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace sohoa::imaging {

namespace {

class Groups
{
public:
    int add()
    {
        m_parents.push_back(static_cast<int>(m_parents.size()));
        return m_parents.back();
    }
    int root(int i)
    {
        while (parent(i) != i) {
            parent(i) = parent(parent(i));
            i = parent(i);
        }
        return i;
    }
    int join(int a, int b)
    {
        a = root(a);
        b = root(b);
        parent(std::max(a, b)) = std::min(a, b);
        return std::min(a, b);
    }

private:
    int& parent(int i) { return m_parents[static_cast<std::size_t>(i)]; }
    std::vector<int> m_parents;
};

/// Finds the first pixel of a row that is at least `threshold`, eight at a time.
class Seeker
{
public:
    explicit Seeker(int threshold)
        : m_threshold(threshold)
        , m_lift(everyByte * static_cast<quint64>(threshold > 0x80 ? 0 : 0x80 - threshold))
        , m_highOnly(threshold > 0x80)
    {
    }
    /// The first such place at or behind x, or `width`.
    [[nodiscard]] int next(const uchar* row, int x, int width) const
    {
        for (; x + 8 <= width; x += 8) {
            quint64 eight = 0;
            std::memcpy(&eight, row + x, 8);
            // The top bit of each byte: set by itself, or by adding what is wanting to 128.
            const quint64 lifted = m_highOnly ? eight : ((eight & ~topBits) + m_lift) | eight;
            if ((lifted & topBits) != 0) {
                break;
            }
        }
        while (x < width && row[x] < m_threshold) {
            ++x;
        }
        return x;
    }

private:
    static constexpr quint64 everyByte = 0x0101010101010101;
    static constexpr quint64 topBits = 0x80 * everyByte;
    int m_threshold;
    quint64 m_lift;
    bool m_highOnly;
};

void addRun(Component& component, int y, int from, int to, int peak)
{
    const int length = to - from;
    if (component.area == 0) {
        component.left = from;
        component.right = to;
        component.top = y;
    }
    component.left = std::min(component.left, from);
    component.right = std::max(component.right, to);
    component.bottom = y + 1;
    component.area += length;
    component.peak = std::max(component.peak, peak);
    const double n = length;
    const double first = from;
    const double sumX = n * (first + (n - 1) / 2);
    component.sumX += sumX;
    component.sumY += n * y;
    component.sumXX += n * first * first + first * n * (n - 1) + (n - 1) * n * (2 * n - 1) / 6;
    component.sumXY += sumX * y;
    component.sumYY += n * y * y;
}

void merge(Component& into, const Component& other)
{
    if (other.area == 0) {
        return;
    }
    if (into.area == 0) {
        into = other;
        return;
    }
    into.left = std::min(into.left, other.left);
    into.right = std::max(into.right, other.right);
    into.top = std::min(into.top, other.top);
    into.bottom = std::max(into.bottom, other.bottom);
    into.area += other.area;
    into.peak = std::max(into.peak, other.peak);
    into.sumX += other.sumX;
    into.sumY += other.sumY;
    into.sumXX += other.sumXX;
    into.sumXY += other.sumXY;
    into.sumYY += other.sumYY;
}

/// The larger (sign 1) or smaller (sign -1) side of the bar with the component's second moments.
double barSide(const Component& c, double sign)
{
    const double n = c.area;
    const double xx = c.sumXX / n - (c.sumX / n) * (c.sumX / n) + 1.0 / 12;
    const double yy = c.sumYY / n - (c.sumY / n) * (c.sumY / n) + 1.0 / 12;
    const double xy = c.sumXY / n - (c.sumX / n) * (c.sumY / n);
    const double spread = std::sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
    return std::sqrt(12 * std::max(0.0, (xx + yy) / 2 + sign * spread));
}

} // namespace

double Component::barLength() const
{
    return barSide(*this, 1);
}

double Component::barBreadth() const
{
    return barSide(*this, -1);
}

std::vector<Component> findComponents(const Plane& plane, int threshold, std::vector<Run>* runs)
{
    Groups groups;
    std::vector<Component> parts;
    std::vector<Run> above;
    std::vector<Run> current;
    const Seeker seeker(threshold);
    for (int y = 0; y < plane.height; ++y) {
        const uchar* row = plane.row(y);
        current.clear();
        std::size_t next = 0; // first run above that may still touch
        for (int x = seeker.next(row, 0, plane.width); x < plane.width;
             x = seeker.next(row, x, plane.width)) {
            const int from = x;
            int peak = 0;
            for (; x < plane.width && row[x] >= threshold; ++x) {
                peak = std::max<int>(peak, row[x]);
            }
            int component = -1;
            while (next < above.size() && above[next].to < from) {
                ++next;
            }
            for (std::size_t i = next; i < above.size() && above[i].from <= x; ++i) {
                component = component < 0 ? groups.root(above[i].component)
                                          : groups.join(component, above[i].component);
            }
            if (component < 0) {
                component = groups.add();
                parts.emplace_back();
            }
            addRun(parts[static_cast<std::size_t>(component)], y, from, x, peak);
            current.push_back({y, from, x, component});
            if (runs != nullptr) {
                runs->push_back(current.back());
            }
        }
        std::swap(above, current);
    }
    // Parts that were joined later count for the part they were joined to.
    std::vector<Component> whole;
    std::vector<int> placeOf(parts.size(), -1);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const int root = groups.root(static_cast<int>(i));
        int& place = placeOf[static_cast<std::size_t>(root)];
        if (place < 0) {
            place = static_cast<int>(whole.size());
            whole.emplace_back();
        }
        merge(whole[static_cast<std::size_t>(place)], parts[i]);
        placeOf[i] = place;
    }
    if (runs != nullptr) {
        for (Run& run : *runs) {
            run.component = placeOf[static_cast<std::size_t>(run.component)];
        }
    }
    return whole;
}

} // namespace sohoa::imaging
