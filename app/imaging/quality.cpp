// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/quality.h"

#include "imaging/components.h"

#include <algorithm>
#include <cmath>

namespace sohoa::imaging {

namespace {

constexpr double lowResolution = 200; // Thông tư 01/2023/TT-VPCP: at least 200 dpi
constexpr double darkPaper = 128;
constexpr double foldStep = 0.028; // of the paper's level

/// How many pixels the steepest part of an edge would take to go from paper to ink; the lower quartile over
/// the strong edges of every eighth row. 0 when there are too few.
double edgeWidth(const QImage& grey, const Plane& page, const SheetSpans& sheet, double paper)
{
    std::vector<float> widths;
    const int leastStep = static_cast<int>(0.4 * paper);
    for (int y = 4; y < grey.height(); y += 8) {
        const int sheetRow = y / page.scale;
        if (sheetRow >= page.height) {
            break;
        }
        const int begin = sheet.begin(sheetRow) * page.scale + 1;
        const int end = std::min(grey.width(), sheet.end(sheetRow) * page.scale) - 1;
        const uchar* row = grey.constScanLine(y);
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

/// Brightness along lines that lean with the sheet: the median over blocks of each block's bright part.
bool hasFoldAcross(const QualityInput& input, bool down)
{
    const Plane& page = *input.page;
    const int block = std::max(8, static_cast<int>(page.px(5.0)));
    const int length = down ? page.width : page.height;
    const int breadth = down ? page.height : page.width;
    const int blocks = breadth / block;
    const double slope = std::tan(input.skewDegrees * M_PI / 180) * (down ? -1 : 1);
    const int step = std::max(2, static_cast<int>(page.px(1.2)));
    if (blocks < 6 || length < 8 * step) {
        return false;
    }
    std::vector<std::vector<float>> levels(static_cast<std::size_t>(blocks));
    std::vector<uchar> values;
    for (int b = 0; b < blocks; ++b) {
        auto& profile = levels[static_cast<std::size_t>(b)];
        profile.assign(static_cast<std::size_t>(length), -1.0F);
        const double middle = (b + 0.5) * block - breadth / 2.0;
        for (int i = 0; i < length; ++i) {
            const int at = static_cast<int>(std::lround(i - slope * middle));
            if (at < 0 || at >= length) {
                continue;
            }
            values.clear();
            for (int k = b * block; k < (b + 1) * block; ++k) {
                const int x = down ? at : k;
                const int y = down ? k : at;
                if (input.sheet->holds(x, y)) {
                    values.push_back(page.at(x, y));
                }
            }
            if (int(values.size()) >= block * 3 / 4) {
                const auto place = values.begin() + static_cast<std::ptrdiff_t>(values.size() * 7 / 10);
                std::nth_element(values.begin(), place, values.end());
                profile[static_cast<std::size_t>(i)] = *place;
            }
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
    return quality;
}

} // namespace sohoa::imaging
