// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "dossier/findings.h"

#include <QByteArray>
#include <QDateTime>
#include <QImage>
#include <QString>

#include <vector>

namespace sohoa::pdf {

/// One page of a paper, ready to be placed.
struct PaperPage
{
    enum class Encoding
    {
        Jpeg,  ///< `data` is a JPEG file; its bytes go in untouched
        G4,    ///< `data` is CCITT group 4 without a container; black runs are ink (TIFF: WhiteIsZero)
        Flate, ///< `image` goes in without loss
    };
    QByteArray data;
    QImage image;
    Encoding encoding = Encoding::Jpeg;
    int width = 0;  ///< pixels, those of `data` or `image`
    int height = 0; ///< pixels
    double dpi = 0; ///< dots an inch, more than 0; says how large the page is
    /// How a Flate picture is written: 8-bit RGB, 8-bit grey or 1 bit. A picture with more in it than that is
    /// refused. JPEG and G4 say it themselves.
    dossier::ColourMode mode = dossier::ColourMode::Colour;
    int turn = 0; ///< 0, 90, 180 or 270 degrees clockwise for the reader; the picture is not touched
};

/// What a paper says about itself.
struct PaperInfo
{
    QString title;
    QString dossierCode;
    QString paperCode;
    QString author; ///< the unit or officer that digitized it
    QString keywords;
    QDateTime time;   ///< when it was digitized; written in +07:00, whole seconds
    QString producer; ///< this program and its version

    bool operator==(const PaperInfo&) const = default;
};

/// Makes a PDF/A-2b (ISO 19005-2) of pictures, in page order. The same input gives the same bytes.
/// Nothing is decoded or encoded again, except Flate pictures, which are compressed one at a time.
/// Page sizes are pixels / dpi, so that a print at 100 % has the size of the paper.
/// @return InvalidArgument for no page, dpi or size out of range, a wrong turn or a picture that `mode`
/// cannot hold;
///         ImageDamaged or ImageTruncated for a JPEG that is not whole; Unsupported for a JPEG that a
///         PDF/A-2b must not or our readers may not show alike (CMYK, not 8 bit, unclear colours): encode it
///         again. PdfWriteFailed when the library fails, Cancelled.
/// Any thread; memory is the result plus one page.
[[nodiscard]] Result<QByteArray> writePaper(const std::vector<PaperPage>& pages, const PaperInfo& info,
                                            const StopToken& stop = {});

} // namespace sohoa::pdf
