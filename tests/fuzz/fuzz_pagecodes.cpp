// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// Looking for separators and patch codes in pictures of any form. The first bytes give form and resolution;
// behind them are widths of dark and light bars, down or across, and then grey levels laid over them.
#include "barcode/finders.h"
#include "barcode/patchcode.h"
#include "barcode/readpage.h"
#include "barcode/squares.h"
#include "require.h"

#include <cmath>
#include <cstdint>

namespace {

using namespace sohoa;
using fuzz::require;

QImage pictureOf(const std::uint8_t* data, std::size_t size)
{
    constexpr std::size_t barCount = 24;
    constexpr std::size_t headSize = 8 + barCount;
    const int width = 1 + (data[0] | data[1] << 8) % 300;
    const int height = 1 + (data[2] | data[3] << 8) % 300;
    const bool down = (data[4] & 1) != 0;
    const int enlargement = 1 + data[5] % 12;
    QImage page(width, height, QImage::Format_Grayscale8);
    for (int y = 0; y < height; ++y) {
        uchar* row = page.scanLine(y);
        for (int x = 0; x < width; ++x) {
            int at = down ? y : x;
            std::size_t bar = 0;
            while (bar + 1 < barCount && at >= data[8 + bar]) {
                at -= data[8 + bar];
                ++bar;
            }
            row[x] = bar % 2 == 0 ? 240 : 30;
            const auto place =
                static_cast<std::size_t>(y / enlargement) * 31 + static_cast<std::size_t>(x / enlargement);
            if (size > headSize && (data[4] & 2) != 0) {
                row[x] = static_cast<uchar>(row[x] ^ data[headSize + place % (size - headSize)]);
            }
        }
    }
    return page;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::size_t least = 32;
    if (size < least) {
        return 0;
    }
    const QImage page = pictureOf(data, size);
    const double dpi = data[6] * 5;
    for (const dossier::Code& code : barcode::findPatchCodes(page, dpi)) {
        require(code.text.size() == 1 && QStringLiteral("12346T").contains(code.text));
    }
    const std::vector<barcode::Finder> squares = barcode::findFinders(page);
    for (const barcode::Finder& square : squares) {
        require(page.rect().contains(square.centre.toPoint()) && square.module > 0);
    }
    for (const dossier::Code& code : barcode::readBySquares(page, squares, {})) {
        require(!code.text.isEmpty());
    }
    if ((data[4] & 4) != 0) { // slow beside the others
        require(barcode::readPage(page, dpi).has_value());
    }
    return 0;
}
