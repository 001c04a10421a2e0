// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "barcode/readpage.h"

#include "barcode/filters.h"
#include "barcode/finders.h"
#include "barcode/mending.h"
#include "barcode/patchcode.h"
#include "barcode/readcodes.h"
#include "barcode/squares.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace sohoa::barcode {

namespace {

constexpr double millimetresPerInch = 25.4;
constexpr double widthOfA4 = 210;
constexpr int largestLooked = 1700; // pixels across from which half the size is enough: A4 at 200 dpi
// A sheet has five codes with three squares each, far apart; a paper has one code, in whose middle a square
// may be seen by chance.
constexpr std::size_t squaresOfASheet = 4;
constexpr double sameCode = 60; // modules
// The large code of a sheet has modules of 2 mm, those on papers and cards stay under 1 mm.
constexpr double largeModule = 1.3; // millimetres
constexpr std::size_t largeSquaresOfASheet = 2;

bool hasSeparator(const std::vector<dossier::Code>& codes)
{
    return std::any_of(codes.begin(), codes.end(),
                       [](const dossier::Code& code) { return code.kind == dossier::CodeKind::Separator; });
}

bool covers(const dossier::Code& code, QPointF point)
{
    const QPolygonF outline({code.corners[0], code.corners[1], code.corners[2], code.corners[3]});
    return outline.boundingRect().contains(point);
}

/// Squares that belong to no code that was read, in pixels of the page.
/// @param small the page 1 / `scale` times the size
std::vector<Finder> unreadSquares(const QImage& small, int scale, const std::vector<dossier::Code>& codes)
{
    std::vector<Finder> squares = findFinders(small);
    for (Finder& square : squares) {
        square.centre *= scale;
        square.module *= scale;
    }
    std::erase_if(squares, [&codes](const Finder& square) {
        return std::any_of(codes.begin(), codes.end(),
                           [&square](const dossier::Code& code) { return covers(code, square.centre); });
    });
    return squares;
}

/// Whether all squares may be those of one code.
bool areOfOneCode(const std::vector<Finder>& squares)
{
    return std::all_of(squares.begin(), squares.end(), [&squares](const Finder& square) {
        const QPointF apart = square.centre - squares.front().centre;
        return std::hypot(apart.x(), apart.y()) < sameCode * std::min(square.module, squares.front().module);
    });
}

bool looksLikeSheet(const std::vector<Finder>& squares, const QImage& page, double dpi)
{
    const double pixelsPerMm =
        dpi > 0 ? dpi / millimetresPerInch : std::min(page.width(), page.height()) / widthOfA4;
    const auto large = std::count_if(squares.begin(), squares.end(), [&](const Finder& square) {
        return square.module >= largeModule * pixelsPerMm;
    });
    return (squares.size() >= squaresOfASheet && !areOfOneCode(squares)) ||
           static_cast<std::size_t>(large) >= largeSquaresOfASheet;
}

/// The separator of a sheet that is covered, cut off or crossed by lines.
std::vector<dossier::Code> readMended(const QImage& page, int scale, const StopToken& stop)
{
    const QImage clean = withoutLines(page);
    const std::vector<Finder> squares = unreadSquares(scale > 1 ? halved(clean) : clean, scale, {});
    std::vector<dossier::Code> codes = readBySquares(clean, squares, stop);
    if (!hasSeparator(codes)) {
        codes = readSeparatorFromParts(clean, squares, stop);
    }
    std::erase_if(codes, [](const dossier::Code& code) { return code.kind != dossier::CodeKind::Separator; });
    return codes;
}

/// Codes of another look at the page that are not known yet.
void addNew(std::vector<dossier::Code>& codes, std::vector<dossier::Code> found)
{
    for (dossier::Code& code : found) {
        const QPointF centre = (code.corners[0] + code.corners[2]) / 2;
        const bool known = std::any_of(codes.begin(), codes.end(), [&](const dossier::Code& other) {
            return other.text == code.text && covers(other, centre);
        });
        if (!known) {
            codes.push_back(std::move(code));
        }
    }
}

} // namespace

Result<PageCodes> readPage(const QImage& page, double dpi, const StopToken& stop)
{
    PageCodes result;
    const bool isFit = !page.isNull() && page.format() == QImage::Format_Grayscale8;
    const QImage half = isFit ? halved(page) : QImage();
    SOHOA_ASSIGN(result.codes, readCodesByHalf(page, half, {}, stop));
    const int scale = std::min(page.width(), page.height()) >= largestLooked ? 2 : 1;
    const QImage& small = scale > 1 ? half : page;
    if (!hasSeparator(result.codes)) {
        const std::vector<Finder> squares = unreadSquares(small, scale, result.codes);
        if (looksLikeSheet(squares, page, dpi)) {
            addNew(result.codes, readBySquares(page, squares, stop));
            if (!hasSeparator(result.codes)) {
                addNew(result.codes, readMended(page, scale, stop));
            }
            if (!hasSeparator(result.codes)) {
                ReadOptions again;
                again.expectCode = true;
                again.thorough = true;
                SOHOA_ASSIGN(std::vector<dossier::Code> found, readCodesByHalf(page, half, again, stop));
                addNew(result.codes, std::move(found));
            }
            result.unreadSheet = !hasSeparator(result.codes) &&
                                 looksLikeSheet(unreadSquares(small, scale, result.codes), page, dpi);
        }
    }
    for (dossier::Code& patch : findPatchCodes(small, dpi / scale)) {
        for (QPointF& corner : patch.corners) {
            corner *= scale;
        }
        result.codes.push_back(std::move(patch));
    }
    return result;
}

} // namespace sohoa::barcode
