// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// JPEG, PNG, TIFF and HEIF from anywhere. Whatever the bytes: no crash, and a decoded picture is as large as
// was said before.
#include "imaging/decode.h"
#include "imaging/exif.h"
#include "require.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace sohoa::imaging;
    using sohoa::fuzz::require;
    constexpr qint64 mostPixels = 2'000'000; // larger ones only cost time here
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    static_cast<void>(looksLikePdf(bytes));
    static_cast<void>(readExif(bytes));
    const auto infos = probe(bytes);
    if (!infos) {
        return 0;
    }
    const int pictures = std::min(static_cast<int>(infos->size()), 3);
    for (int index = 0; index < pictures; ++index) {
        const PictureInfo& info = (*infos)[static_cast<std::size_t>(index)];
        require(info.width > 0 && info.height > 0);
        require(info.dpi >= 0);
        if (static_cast<qint64>(info.width) * info.height > mostPixels) {
            continue;
        }
        const QSize expected(info.width, info.height);
        if (const auto full = decodeFull(bytes, index)) {
            require(full->image.size() == expected);
        }
        if (const auto grey = decodeLuminance(bytes, index)) {
            require(grey->grey.size() == expected && grey->grey.format() == QImage::Format_Grayscale8);
        }
        if (const auto small = decodeThumbnail(bytes, index, 64)) {
            require(std::max(small->image.width(), small->image.height()) <= 64);
        }
    }
    return 0;
}
