// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// Looking at pictures of any form: a strip one pixel high, stripes, noise. The first bytes give form and
// resolution, the rest the grey levels, over and over.
#include "barcode/readcodes.h"
#include "imaging/edits.h"
#include "imaging/examine.h"
#include "require.h"

#include <cmath>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace sohoa;
    using fuzz::require;
    constexpr std::size_t headSize = 8;
    if (size <= headSize) {
        return 0;
    }
    const int width = 1 + (data[0] | data[1] << 8) % 200;
    const int height = 1 + (data[2] | data[3] << 8) % 200;
    const int enlargement = 1 + data[4] % 6; // structures wider than one pixel
    QImage page(width, height, QImage::Format_Grayscale8);
    const std::size_t levels = size - headSize;
    for (int y = 0; y < height; ++y) {
        uchar* row = page.scanLine(y);
        for (int x = 0; x < width; ++x) {
            const auto place =
                static_cast<std::size_t>(y / enlargement) * 31 + static_cast<std::size_t>(x / enlargement);
            row[x] = data[headSize + place % levels];
        }
    }
    imaging::ExamineInput input;
    input.dpi = data[5] * 5;
    input.incomplete = (data[6] & 1) != 0;
    const auto codes = barcode::readCodes(page, {(data[6] & 2) != 0, (data[6] & 4) != 0});
    if (codes) {
        for (const dossier::Code& code : *codes) {
            input.codes.push_back(code.corners);
        }
    }
    const auto findings = imaging::examine(page, input);
    if (!findings) {
        require(findings.error().code == ErrorCode::ImageTooSmall && std::min(width, height) < 64);
        return 0;
    }
    const double skew = findings->skewDegrees.value_or(0);
    require(std::isfinite(skew) && std::abs(skew) <= 15);
    const int turn = findings->orientation.value_or(0);
    require(turn >= 0 && turn < 360 && turn % 90 == 0);
    const auto edited = imaging::applyEdits(page, imaging::suggestEdits(*findings));
    require(edited && !edited->isNull());
    return 0;
}
