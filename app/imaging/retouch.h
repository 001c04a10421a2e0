// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "dossier/page.h"

#include <QImage>

#include <array>

/// What is done to the pixels of a page where they stand: punched holes filled, paper whitened.
namespace sohoa::imaging {

/// Rows of one component that may be written.
struct Samples
{
    uchar* first = nullptr;
    qsizetype stride = 0;
    int width = 0;
    int height = 0;

    [[nodiscard]] uchar* row(int y) const { return first + stride * y; }
};

/// The page with `fills` and `whiten` of its edits done and nothing else; shares memory when there is nothing
/// to do. Fills get the colour of the paper around each. Whitening leaves whatever differs from the paper
/// around by a seventh in brightness or in colour exactly as it is, makes what differs by less than a
/// fifteenth white, and fades in between; of Format_Mono nothing. Formats as applyEdits.
/// Errors: ImageTooLarge, Cancelled.
[[nodiscard]] Result<QImage> retouched(const QImage& page, const dossier::PageEdits& edits,
                                       const StopToken& stop = {});

/// The same for the planes of a JPEG, in place: brightness, and none or two of colour at half size.
/// @param count 1 or 3. Errors: Cancelled.
[[nodiscard]] Status retouch(const std::array<Samples, 3>& planes, int count, const dossier::PageEdits& edits,
                             const StopToken& stop = {});

} // namespace sohoa::imaging
