// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/quality.h"

#include "imaging/components.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sohoa::imaging {

namespace {

constexpr double lowResolution = 200; // Thông tư 01/2023/TT-VPCP: at least 200 dpi
constexpr double foldStep = 0.028;    // of the paper's level

/// For each strong edge along a row, in how many pixels its steepest part would go from paper to ink.
void addEdgeWidths(const uchar* row, int begin, int end, int leastStep, std::vector<float>& widths)
{
    for (int x = begin; x < end;) {
        // A run that only falls or only rises
        int steepest = 0;
        const int from = x;
        const int sign = row[x] < row[x - 1] ? -1 : 1;
        while (x < end && (row[x] - row[x - 1]) * sign > 0) {
            steepest = std::max(steepest, (row[x] - row[x - 1]) * sign);
            ++x;
        }
        if (x == from) {
            ++x;
            continue;
        }
        const int height = std::abs(row[x - 1] - row[from - 1]);
        if (height >= leastStep && steepest > 0) {
            widths.push_back(float(height) / float(steepest));
        }
    }
}

/// The middle of the widths of the page's edges, pixels; 0 when there are too few.
double edgeWidth(const QImage& grey, const Plane& page, const SheetSpans& sheet, double paper)
{
    std::vector<float> widths;
    const int leastStep = static_cast<int>(0.4 * paper);
    constexpr int apart = 16;
    constexpr std::size_t plenty = 2000; // a page of print; others are looked at in more rows
    for (const int first : {apart / 4, apart * 3 / 4}) {
        for (int y = first; y < grey.height() && y / page.scale < page.height; y += apart) {
            const int sheetRow = y / page.scale;
            const int begin = sheet.begin(sheetRow) * page.scale + 1;
            const int end = std::min(grey.width(), sheet.end(sheetRow) * page.scale) - 1;
            addEdgeWidths(grey.constScanLine(y), begin, end, leastStep, widths);
        }
        if (widths.size() > plenty) {
            break;
        }
    }
    if (widths.size() < 200) {
        return 0;
    }
    const auto place = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::nth_element(widths.begin(), place, widths.end());
    return double(*place);
}

/// Small pieces of ink that lie on the picture's border where paper should be: letters and lines cut off.
/// Long dark bars along the border are shadows, and whatever runs from border to border is a streak or a
/// crease.
bool touchesEdge(const QualityInput& input)
{
    const Plane& ink = *input.ink;
    std::array<int, 4> cut{};
    const int near = std::max(1, static_cast<int>(ink.px(0.4)));
    for (const Component& c : findComponents(ink, inkAt(30))) {
        const double width = ink.mm(c.width());
        const double height = ink.mm(c.height());
        const double along[4] = {width, height, width, height};
        const double across[4] = {height, width, height, width};
        const bool touches[4] = {c.top<near, c.right> ink.width - near, c.bottom > ink.height - near,
                                 c.left < near};
        if ((touches[0] && touches[2]) || (touches[1] && touches[3])) {
            continue;
        }
        for (std::size_t side = 0; side < 4; ++side) {
            if (touches[side] && !input.bed[side] && across[side] > 1.2 && along[side] > 0.5 &&
                along[side] < 12 + across[side]) {
                ++cut[side];
            }
        }
    }
    return std::any_of(cut.begin(), cut.end(), [](int count) { return count >= 3; });
}

/// Fills in dips narrower than 2 * reach (grey closing): printed rules and frames, which are thinner than any
/// shadow.
void fillThinLines(std::vector<float>& profile, int reach)
{
    const int length = static_cast<int>(profile.size());
    std::vector<float> bright(profile.size());
    for (int i = 0; i < length; ++i) {
        bright[static_cast<std::size_t>(i)] = *std::max_element(
            profile.begin() + std::max(0, i - reach), profile.begin() + std::min(length, i + reach + 1));
    }
    for (int i = 0; i < length; ++i) {
        float& level = profile[static_cast<std::size_t>(i)];
        if (level >= 0) { // else the line is off the sheet there
            level = *std::min_element(bright.begin() + std::max(0, i - reach),
                                      bright.begin() + std::min(length, i + reach + 1));
        }
    }
}

/// How bright the paper is across a strip of `block` pixels, at each place along it: the mean of what is not
/// darker than the mean, which print is. -1 where less than three quarters of the strip lie on the sheet.
class StripLevels
{
public:
    StripLevels(const Plane& page, const SheetSpans& sheet, int block)
        : m_page(page)
        , m_sheet(sheet)
        , m_block(block)
    {
    }

    /// The strip's columns from `first` on, from top to bottom.
    void alongColumns(int first, std::vector<float>& levels) const
    {
        levels.assign(static_cast<std::size_t>(m_page.height), -1.0F);
        for (int y = 0; y < m_page.height; ++y) {
            const int from = std::max(first, m_sheet.begin(y));
            const int count = std::min(first + m_block, m_sheet.end(y)) - from;
            if (count * 4 < m_block * 3) {
                continue;
            }
            const uchar* row = m_page.row(y) + from;
            const int sum = std::accumulate(row, row + count, 0);
            int bright = 0;
            int howMany = 0;
            for (int i = 0; i < count; ++i) {
                const bool isBright = row[i] * count >= sum;
                bright += isBright ? row[i] : 0;
                howMany += isBright ? 1 : 0;
            }
            levels[static_cast<std::size_t>(y)] = float(bright) / float(howMany);
        }
    }

    /// The strip's rows from `first` on, from left to right.
    void alongRows(int first, std::vector<float>& levels)
    {
        const auto width = static_cast<std::size_t>(m_page.width);
        m_sums.assign(width, 0);
        m_counts.assign(width, 0);
        m_bright.assign(width, 0);
        m_howMany.assign(width, 0);
        for (int y = first; y < first + m_block; ++y) {
            const uchar* row = m_page.row(y);
            for (auto x = begin(y); x < end(y); ++x) {
                m_sums[x] = static_cast<std::uint16_t>(m_sums[x] + row[x]);
                ++m_counts[x];
            }
        }
        for (std::size_t x = 0; x < width; ++x) {
            m_sums[x] = static_cast<std::uint16_t>(m_sums[x] / std::max<int>(1, m_counts[x]));
        }
        for (int y = first; y < first + m_block; ++y) {
            const uchar* row = m_page.row(y);
            for (auto x = begin(y); x < end(y); ++x) {
                const bool isBright = row[x] >= m_sums[x];
                m_bright[x] = static_cast<std::uint16_t>(m_bright[x] + (isBright ? row[x] : 0));
                m_howMany[x] = static_cast<std::uint16_t>(m_howMany[x] + (isBright ? 1 : 0));
            }
        }
        levels.assign(width, -1.0F);
        for (std::size_t x = 0; x < width; ++x) {
            if (m_counts[x] * 4 >= m_block * 3) {
                levels[x] = float(m_bright[x]) / float(m_howMany[x]);
            }
        }
    }

private:
    [[nodiscard]] std::size_t begin(int y) const { return static_cast<std::size_t>(m_sheet.begin(y)); }
    [[nodiscard]] std::size_t end(int y) const { return static_cast<std::size_t>(m_sheet.end(y)); }

    const Plane& m_page;
    const SheetSpans& m_sheet;
    int m_block;
    std::vector<std::uint16_t> m_sums;
    std::vector<std::uint16_t> m_counts;
    std::vector<std::uint16_t> m_bright;
    std::vector<std::uint16_t> m_howMany;
};

/// Whether the paper's brightness steps along a line that leans with the sheet, from side to side.
bool hasFoldAcross(const QualityInput& input, bool down)
{
    const Plane& page = *input.page;
    const int block = std::clamp(static_cast<int>(page.px(5.0)), 8, 255);
    const int length = down ? page.width : page.height;
    const int breadth = down ? page.height : page.width;
    const int blocks = breadth / block;
    const double slope = std::tan(input.skewDegrees * M_PI / 180) * (down ? -1 : 1);
    const int step = std::max(2, static_cast<int>(page.px(1.2)));
    if (blocks < 6 || length < 8 * step) {
        return false;
    }
    std::vector<std::vector<float>> levels(static_cast<std::size_t>(blocks));
    StripLevels strips(page, *input.sheet, block);
    std::vector<float> straight;
    for (int b = 0; b < blocks; ++b) {
        down ? strips.alongRows(b * block, straight) : strips.alongColumns(b * block, straight);
        auto& profile = levels[static_cast<std::size_t>(b)];
        profile.assign(static_cast<std::size_t>(length), -1.0F);
        const int shift = static_cast<int>(std::lround(slope * ((b + 0.5) * block - breadth / 2.0)));
        for (int i = std::max(0, shift); i < std::min(length, length + shift); ++i) {
            profile[static_cast<std::size_t>(i)] = straight[static_cast<std::size_t>(i - shift)];
        }
        fillThinLines(profile, step);
    }
    std::vector<float> steps;
    bool found = false;
    const int edge = static_cast<int>(page.px(12));
    for (int i = std::max(step, edge); i < length - std::max(step, edge); ++i) {
        steps.clear();
        for (const auto& profile : levels) {
            const float before = profile[static_cast<std::size_t>(i - step)];
            const float after = profile[static_cast<std::size_t>(i + step)];
            if (before > 0 && after > 0) {
                steps.push_back((before - after) / std::max(before, after));
            }
        }
        if (int(steps.size()) * 2 < blocks) {
            continue;
        }
        // All along: the middle, and also four fifths, must step the same way.
        std::sort(steps.begin(), steps.end());
        const double low = double(steps[steps.size() / 5]);
        const double high = double(steps[steps.size() * 4 / 5]);
        const double middle = double(steps[steps.size() / 2]);
        if ((low > 0.6 * foldStep && middle > foldStep) || (high < -0.6 * foldStep && middle < -foldStep)) {
            found = true;
        }
    }
    return found;
}

} // namespace

dossier::Quality findQuality(const QualityInput& input)
{
    dossier::Quality quality;
    const Plane& page = *input.page;
    std::vector<int> histogram(256);
    for (int y = 0; y < page.height; ++y) {
        const uchar* row = page.row(y);
        for (int x = input.sheet->begin(y); x < input.sheet->end(y); ++x) {
            ++histogram[row[x]];
        }
    }
    quality.contrast = (quantile(histogram, 0.95) - quantile(histogram, 0.02)) / 255.0;
    const double paper = input.paper->typical();
    double blurMm = 0;
    double width = 0;
    if (input.bilevel) {
        quality.sharpness = 1.0;
    } else {
        width = edgeWidth(*input.grey, page, *input.sheet, paper);
        blurMm = width * millimetresPerInch / input.dpi;
        // Print in focus: two pixels or a sixth of a millimetre, whichever is more.
        const double inFocus = std::max(2.0, 0.17 * input.dpi / millimetresPerInch);
        quality.sharpness = width > 0 ? std::clamp(inFocus / width, 0.0, 1.0) : 0.0;
    }
    using dossier::QualityFinding;
    if (!input.blank && touchesEdge(input)) {
        quality.findings.push_back(QualityFinding::CutEdge);
    }
    if (width > 3.5 && blurMm > 0.4) {
        quality.findings.push_back(QualityFinding::Blur);
    }
    if (!input.bilevel && (hasFoldAcross(input, false) || hasFoldAcross(input, true))) {
        quality.findings.push_back(QualityFinding::Fold);
    }
    if (input.streak) {
        quality.findings.push_back(QualityFinding::Streak);
    }
    if (!input.bilevel && paper < darkPaper) {
        quality.findings.push_back(QualityFinding::Dark);
    }
    if (input.dpiKnown && input.dpi < lowResolution - 1) {
        quality.findings.push_back(QualityFinding::LowResolution);
    }
    if (input.wrongSize) {
        quality.findings.push_back(QualityFinding::WrongSize);
    }
    return quality;
}

} // namespace sohoa::imaging
