// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/streaks.h"

#include <algorithm>
#include <cmath>

namespace sohoa::imaging {

namespace {

constexpr int segments = 24;
constexpr double widestMm = 1.0;
constexpr double faintest = 0.03; // of the paper's level, after the reduction

/// For one band of rows how much darker each column is than both its sides, as a share of their level;
/// NaN-free: columns off the sheet are 0.
void addContrasts(const Plane& grey, const SheetSpans& sheet, int fromRow, int toRow,
                  std::vector<float>& contrasts)
{
    const auto width = static_cast<std::size_t>(grey.width);
    std::vector<int> sums(width, 0);
    std::vector<int> counts(width, 0);
    for (int y = fromRow; y < toRow; ++y) {
        const uchar* row = grey.row(y);
        for (int x = sheet.begin(y); x < sheet.end(y); ++x) {
            sums[static_cast<std::size_t>(x)] += row[x];
            ++counts[static_cast<std::size_t>(x)];
        }
    }
    std::vector<double> means(width + 1, 0.0); // running sums of the column means
    std::vector<float> column(width, 0.0F);
    for (std::size_t x = 0; x < width; ++x) {
        column[x] = counts[x] > 0 ? static_cast<float>(sums[x]) / static_cast<float>(counts[x]) : 0.0F;
        means[x + 1] = means[x] + double(column[x]);
    }
    const auto near = static_cast<std::size_t>(std::max(2.0, std::round(grey.px(widestMm * 0.6))));
    const auto far = near + static_cast<std::size_t>(std::max(2.0, std::round(grey.px(1.0))));
    contrasts.assign(width, 0.0F);
    for (std::size_t x = far; x + far < width; ++x) {
        if (counts[x] * 2 < toRow - fromRow || counts[x - far] * 2 < toRow - fromRow ||
            counts[x + far] * 2 < toRow - fromRow) {
            continue;
        }
        const double span = double(far - near);
        const double left = (means[x - near] - means[x - far]) / span;
        const double right = (means[x + far] - means[x + near]) / span;
        const double level = std::min(left, right);
        contrasts[x] = level > 1 ? static_cast<float>((level - double(column[x])) / level) : 0.0F;
    }
}

} // namespace

std::vector<Streak> findStreaks(const Plane& grey, const SheetSpans& sheet)
{
    int top = 0;
    int bottom = grey.height;
    const auto empty = [&sheet, &grey](int y) { return sheet.end(y) - sheet.begin(y) < grey.width / 3; };
    while (top < bottom && empty(top)) {
        ++top;
    }
    while (bottom > top && empty(bottom - 1)) {
        --bottom;
    }
    const int end = static_cast<int>(grey.px(4.0)); // the margins of the sheet, where nothing is printed
    if (bottom - top < segments * 4 || bottom - top < 4 * end) {
        return {};
    }
    std::vector<std::vector<float>> bands(segments + 2);
    for (int i = 0; i < segments; ++i) {
        const int from = top + (bottom - top) * i / segments;
        const int to = top + (bottom - top) * (i + 1) / segments;
        addContrasts(grey, sheet, from, to, bands[static_cast<std::size_t>(i)]);
    }
    addContrasts(grey, sheet, top, top + end, bands[segments]);
    addContrasts(grey, sheet, bottom - end, bottom, bands[segments + 1]);

    std::vector<Streak> streaks;
    std::vector<float> column(segments);
    for (int x = 0; x < grey.width; ++x) {
        const auto place = static_cast<std::size_t>(x);
        for (std::size_t i = 0; i < segments; ++i) {
            column[i] = bands[i][place];
        }
        std::nth_element(column.begin(), column.begin() + segments / 2, column.end());
        const float typical = column[segments / 2];
        if (typical < float(faintest)) {
            continue;
        }
        const auto isDark = [&bands, place, typical](std::size_t i) {
            return bands[i][place] > 0.35F * typical;
        };
        int dark = 0;
        for (std::size_t i = 0; i < segments; ++i) {
            dark += isDark(i) ? 1 : 0;
        }
        // At a leaning edge one of the two ends is off the sheet; the other has to show it.
        const bool topSeen = bands[segments][place] != 0.0F;
        const bool bottomSeen = bands[segments + 1][place] != 0.0F;
        const bool endsDark = (topSeen || bottomSeen) && (!topSeen || isDark(segments)) &&
                              (!bottomSeen || isDark(segments + 1));
        if (dark * 10 < segments * 8 || !endsDark) {
            continue;
        }
        if (!streaks.empty() && streaks.back().to >= x - 1) {
            streaks.back().to = x + 1;
        } else {
            streaks.push_back({x, x + 1});
        }
    }
    const double widest = std::max(3.0, grey.px(widestMm));
    streaks.erase(std::remove_if(streaks.begin(), streaks.end(),
                                 [widest](const Streak& s) { return s.to - s.from > widest; }),
                  streaks.end());
    return streaks;
}

void removeStreaks(Plane& grey, const std::vector<Streak>& streaks)
{
    for (const Streak& streak : streaks) {
        const int from = std::max(0, streak.from - 1);
        const int to = std::min(grey.width, streak.to + 1);
        const int left = std::max(0, from - 1);
        const int right = std::min(grey.width - 1, to);
        for (int y = 0; y < grey.height; ++y) {
            uchar* row = grey.row(y);
            std::fill(row + from, row + to, static_cast<uchar>((row[left] + row[right] + 1) / 2));
        }
    }
}

} // namespace sohoa::imaging
