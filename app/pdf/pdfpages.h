// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "dossier/page.h"

#include <QByteArray>

#include <memory>

namespace sohoa::pdf {

/// A page taken out of a PDF as one picture.
struct TakenPage
{
    QByteArray bytes; ///< a JPEG, TIFF (group 4) or PNG file
    dossier::PageFormat format = dossier::PageFormat::Png;
    int indexInFile = 0; ///< which page, from 0
    int width = 0;       ///< pixels
    int height = 0;      ///< pixels
    /// Dots an inch as the page places the picture; a JPEG's own header may say otherwise and is left as it
    /// is.
    double dpi = 0;
    int turn = 0;          ///< 0, 90, 180 or 270 degrees clockwise, to apply to the picture for reading
    bool rendered = false; ///< drawn by us, not the picture that was in the file
    dossier::ColourMode mode = dossier::ColourMode::Colour;
};

/// A PDF file that came in from outside, read page by page. Use from one thread at a time.
class PdfSource
{
public:
    static constexpr int mostPages = 2000;
    static constexpr double renderDpi = 300;

    /// Opens a PDF in memory (shared, not copied). A file that only restricts printing, with an empty user
    /// password, opens.
    /// @return FileEmpty, PdfDamaged (also for what is no PDF at all), PdfEncrypted when a password is
    /// needed,
    ///         PdfTooManyPages above mostPages, ImageTooLarge when its structure unfolds to more than 32 MB.
    [[nodiscard]] static Result<PdfSource> open(const QByteArray& bytes);

    PdfSource(PdfSource&& other) noexcept;
    PdfSource& operator=(PdfSource&& other) noexcept;
    ~PdfSource();

    [[nodiscard]] int pageCount() const;

    /// One page. When a page is nothing but one picture that fills it (invisible text and what the picture
    /// hides do not count), the picture comes out unharmed: a JPEG byte by byte, group 4 within a TIFF
    /// header, other lossless pictures pixel by pixel as PNG. Pictures that cannot be taken out and pages cut
    /// in strips are drawn at their own resolution; anything else at 300 dpi, or at what keeps it under 100
    /// million pixels.
    /// @return InvalidArgument for an index out of range, PdfDamaged, ImageTooLarge (a page beyond 100 inches
    /// square,
    ///         a picture above 200 million pixels, a stream that unfolds without end), Cancelled.
    /// Memory: this page only. Drawing waits for other drawing in the process.
    [[nodiscard]] Result<TakenPage> take(int index, const StopToken& stop = {});

private:
    class Private;
    explicit PdfSource(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace sohoa::pdf
