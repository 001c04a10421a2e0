// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "dossier/page.h"
#include "imaging/colourcontent.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QImage>

#include <memory>
#include <optional>
#include <vector>

namespace sohoa::imaging {

/// A JPEG made of an edited page.
struct EditedJpeg
{
    QByteArray bytes;
    int width = 0;          ///< pixels
    int height = 0;         ///< pixels
    bool truncated = false; ///< the page's data stopped short, see Picture::truncated
};

/// A JPEG page decoded once, to be looked at and to be cleaned. It stays in the planes it is stored in
/// (brightness at full size, colour mostly at half), so that cleaning converts no colours, works on half of
/// the samples, and blurs the colours no further. Takes 1.5 bytes a pixel. Any thread.
class JpegPage
{
public:
    /// Errors: those of decodeFull; FormatUnknown also for what is not grey or YCbCr with colour at full or
    /// half size: decodeFull takes everything.
    [[nodiscard]] static Result<JpegPage> decode(QByteArrayView bytes);

    /// What decodeLuminance gives, Format_Grayscale8; shares the memory, and must not outlive the page.
    [[nodiscard]] QImage luminance() const;
    /// Of a page in colour; must not outlive the page.
    [[nodiscard]] std::optional<ColourPlanes> colours() const;
    [[nodiscard]] bool isTruncated() const { return m_truncated; }

    /// The page with its edits as applyEdits would make it (turn must be 0: a PDF turns for nothing), encoded
    /// row by row: YCbCr 4:2:0, or grey.
    /// @param quality 1..100  @param dpi 0 writes none
    /// Errors: those of applyEdits and encodeJpeg.
    [[nodiscard]] Result<EditedJpeg> edited(const dossier::PageEdits& edits, int quality, double dpi,
                                            const StopToken& stop = {}) const;

    /// One component, without the codec's padding.
    struct Plane
    {
        std::unique_ptr<uchar[]> samples;
        qsizetype stride = 0;
        int width = 0;
        int height = 0;

        [[nodiscard]] const uchar* row(int y) const { return samples.get() + stride * y; }
    };

private:
    JpegPage() = default;

    std::vector<Plane> m_planes; ///< Y, or Y, Cb, Cr with Cb and Cr at half size both ways
    bool m_truncated = false;
};

/// From JPEG to JPEG: decode and edited in one, for every JPEG decodeFull takes.
[[nodiscard]] Result<EditedJpeg> editJpeg(QByteArrayView jpeg, const dossier::PageEdits& edits, int quality,
                                          double dpi, const StopToken& stop = {});

} // namespace sohoa::imaging
