// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/paperpages.h"

#include "imaging/decode.h"
#include "imaging/edits.h"
#include "imaging/encode.h"
#include "imaging/jpegpage.h"

#include <algorithm>

namespace sohoa::workflow {

namespace {

using dossier::ColourMode;
using dossier::Page;
using pdf::PaperPage;

constexpr double leastDpi = 200;           // Nghị định 30/2020/NĐ-CP, annex I
constexpr double leastBelievableDpi = 100; // cameras write 72 or 96 for want of anything better
constexpr double a4WidthInches = 210 / 25.4;
constexpr double a4HeightInches = 297 / 25.4;

int jpegQuality(PaperStep step)
{
    switch (step) {
    case PaperStep::AsScanned:
        return 88;
    case PaperStep::Quality80:
        return 80;
    case PaperStep::Quality60:
        return 60;
    case PaperStep::Resolution200:
        return 75;
    case PaperStep::Resolution200Quality50:
        return 50;
    }
    return 88;
}

bool reducesResolution(PaperStep step)
{
    return step == PaperStep::Resolution200 || step == PaperStep::Resolution200Quality50;
}

/// All but the turn, which stays for the PDF, where it costs nothing, and the mode.
dossier::PageEdits editsOfPixels(const Page& page)
{
    dossier::PageEdits edits = page.edits;
    edits.turn = 0;
    edits.mode.reset();
    return edits;
}

/// What the paper keeps of the colours: what was scanned, or less.
ColourMode modeOf(const Page& page)
{
    return std::max(page.mode, page.edits.mode.value_or(page.mode));
}

/// The picture as the edits and the mode have it.
Result<QImage> editedPicture(const QByteArray& bytes, const Page& page)
{
    QImage picture;
    if (page.mode == ColourMode::Colour && modeOf(page) != ColourMode::Colour) {
        SOHOA_ASSIGN(imaging::Luminance luminance, imaging::decodeLuminance(bytes, page.indexInFile));
        picture = std::move(luminance.grey);
    } else {
        SOHOA_ASSIGN(imaging::Picture decoded, imaging::decodeFull(bytes, page.indexInFile));
        picture = std::move(decoded.image);
    }
    const dossier::PageEdits edits = editsOfPixels(page);
    if (!edits.isNone()) {
        SOHOA_ASSIGN(picture, imaging::applyEdits(picture, edits));
    }
    if (modeOf(page) == ColourMode::Bilevel && picture.format() != QImage::Format_Mono) {
        if (picture.format() != QImage::Format_Grayscale8) {
            picture = picture.convertToFormat(QImage::Format_Grayscale8);
        }
        return imaging::toBilevel(picture);
    }
    return picture;
}

QImage reduced(const QImage& image, double dpi)
{
    const double scale = leastDpi / dpi;
    return image.scaled(std::max(1, static_cast<int>(image.width() * scale + 0.5)),
                        std::max(1, static_cast<int>(image.height() * scale + 0.5)), Qt::IgnoreAspectRatio,
                        Qt::SmoothTransformation);
}

} // namespace

double effectiveDpi(const Page& page)
{
    if (page.dpi >= leastBelievableDpi) {
        return page.dpi;
    }
    const double across = std::min(page.width, page.height) / a4WidthInches;
    const double along = std::max(page.width, page.height) / a4HeightInches;
    return std::max({across, along, leastDpi});
}

Result<PaperPage> paperPage(const QByteArray& bytes, const Page& page, PaperStep step, bool passThrough)
{
    const ColourMode mode = modeOf(page);
    const bool changed = !editsOfPixels(page).isNone();
    PaperPage made;
    made.mode = mode;
    made.turn = page.edits.turn;
    made.dpi = effectiveDpi(page);
    if (page.format == dossier::PageFormat::Jpeg && !changed && mode == page.mode && passThrough &&
        !page.incomplete && step == PaperStep::AsScanned) {
        made.encoding = PaperPage::Encoding::Jpeg;
        made.data = bytes;
        made.width = page.width;
        made.height = page.height;
        return made;
    }
    if (page.format == dossier::PageFormat::Jpeg && mode == page.mode && mode != ColourMode::Bilevel &&
        changed && !(reducesResolution(step) && made.dpi > leastDpi)) {
        SOHOA_ASSIGN(imaging::EditedJpeg edited,
                     imaging::editJpeg(bytes, editsOfPixels(page), jpegQuality(step), made.dpi));
        made.encoding = PaperPage::Encoding::Jpeg;
        made.data = std::move(edited.bytes);
        made.width = edited.width;
        made.height = edited.height;
        return made;
    }
    SOHOA_ASSIGN(QImage picture, editedPicture(bytes, page));
    if (mode == ColourMode::Bilevel) {
        made.encoding = PaperPage::Encoding::G4;
        SOHOA_ASSIGN(made.data, imaging::encodeG4(picture));
    } else {
        if (reducesResolution(step) && made.dpi > leastDpi) {
            picture = reduced(picture, made.dpi);
            made.dpi = leastDpi;
        }
        if (mode == ColourMode::Grey) {
            picture = picture.convertToFormat(QImage::Format_Grayscale8);
        }
        made.encoding = PaperPage::Encoding::Jpeg;
        SOHOA_ASSIGN(made.data, imaging::encodeJpeg(picture, jpegQuality(step), made.dpi));
    }
    made.width = picture.width();
    made.height = picture.height();
    return made;
}

} // namespace sohoa::workflow
