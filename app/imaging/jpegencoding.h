// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>

#include <array>
#include <csetjmp>
#include <cstdio>
#include <vector>

// jpeglib.h wants stdio.h before it
#include <jpeglib.h>

/// libjpeg's encoder; every long jump ends inside. Only .cpp files of this folder include it.
namespace sohoa::imaging {

/// Plain data: a jump of libjpeg runs no destructors.
struct Encoding
{
    jpeg_compress_struct codec;
    jpeg_error_mgr errors;
    std::jmp_buf escape;
    unsigned char* bytes;
    unsigned long size;
};

/// What a JPEG is to be.
struct JpegSettings
{
    int width = 0;
    int height = 0;
    bool grey = false;
    int quality = 80;
    double dpi = 0;
};

/// Makes the codec ready, up to jpeg_start_compress. The caller has set `escape`.
void prepare(Encoding& encoding, const JpegSettings& settings, J_COLOR_SPACE input, int components);
void installErrors(Encoding& encoding);

/// A JPEG from planes, a row of blocks at a time: grey, or YCbCr 4:2:0.
class JpegEncoder
{
public:
    JpegEncoder();
    ~JpegEncoder();
    JpegEncoder(const JpegEncoder&) = delete;
    JpegEncoder& operator=(const JpegEncoder&) = delete;

    /// False when libjpeg gave up.
    [[nodiscard]] bool start(const JpegSettings& settings);
    /// Where row k of plane i goes next: 8 rows of colour planes and of a grey one, 16 of brightness.
    [[nodiscard]] uchar* row(std::size_t plane, int k)
    {
        return m_planes[plane].data() + static_cast<std::size_t>(k) * rowBytes(plane);
    }
    /// With the columns up to a whole block, which belong to the picture too.
    [[nodiscard]] std::size_t rowBytes(std::size_t plane) const { return m_rowBytes[plane]; }
    [[nodiscard]] bool writeRows();
    [[nodiscard]] Result<QByteArray> finish();

private:
    Encoding m_encoding{};
    std::array<std::vector<uchar>, 3> m_planes;
    std::array<std::size_t, 3> m_rowBytes = {};
};

} // namespace sohoa::imaging
