// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/examine.h"

#include "imaging/blank.h"
#include "imaging/ink.h"
#include "imaging/orientation.h"
#include "imaging/paperoutline.h"
#include "imaging/punchholes.h"
#include "imaging/quality.h"
#include "imaging/skew.h"
#include "imaging/streaks.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

namespace sohoa::imaging {

namespace {

constexpr double workingDpi = 150;
constexpr double insideMm = 1.6; // away from a bed: the edge's shadow and blur
constexpr double longSideOfA4 = 297;

/// Takes the codes' areas out of the ink: their modules are not text.
void clearCodes(Plane& ink, const std::vector<dossier::Quad>& codes)
{
    for (const dossier::Quad& quad : codes) {
        const auto [left, right] = std::minmax({quad[0].x(), quad[1].x(), quad[2].x(), quad[3].x()});
        const auto [top, bottom] = std::minmax({quad[0].y(), quad[1].y(), quad[2].y(), quad[3].y()});
        const int x0 = std::clamp(static_cast<int>(left / ink.scale) - 2, 0, ink.width);
        const int x1 = std::clamp(static_cast<int>(right / ink.scale) + 3, 0, ink.width);
        const int y0 = std::clamp(static_cast<int>(top / ink.scale) - 2, 0, ink.height);
        const int y1 = std::clamp(static_cast<int>(bottom / ink.scale) + 3, 0, ink.height);
        for (int y = y0; y < y1; ++y) {
            std::fill(ink.row(y) + x0, ink.row(y) + x1, uchar{0});
        }
    }
}

class Stopwatch
{
public:
    Stopwatch() { m_timer.start(); }
    /// Milliseconds since the last lap.
    double lap()
    {
        const double passed = double(m_timer.nsecsElapsed()) / 1e6;
        m_timer.restart();
        return passed;
    }

private:
    QElapsedTimer m_timer;
};

/// The lean of the content: of its lines when there are enough, else of the sheet's edges, else not known.
/// @param ink of everything but codes
void decideSkew(dossier::PageFindings& findings, const Plane& ink, const Lean& all,
                const Orientation& writing, const std::optional<Outline>& outline, bool* fromOutline)
{
    constexpr double clear = 1.0;
    constexpr int enoughLetters = 40; // a line or two; fewer lean by themselves, as handwriting and stamps do
    constexpr int someLetters = 8;
    constexpr double agreeing = 0.15;
    const auto agree = [](const Lean& a, const Lean& b) {
        return a.prominence >= clear && b.prominence >= clear && std::abs(a.degrees - b.degrees) <= agreeing;
    };
    const auto take = [&findings](const Lean& lean, double prominence) {
        findings.skewDegrees = lean.degrees;
        findings.skewConfidence = 1.0 - 0.5 * std::exp(-prominence / 2);
    };
    if (all.prominence >= clear && writing.letters >= enoughLetters) {
        // Rules and frames are drawn more exactly than text; what is not with the text is a bed's edge or a
        // bar.
        const bool isWithText = std::abs(all.degrees - writing.lean.degrees) <= agreeing;
        take(isWithText || writing.lean.prominence < clear ? all : writing.lean, all.prominence);
    } else if (outline && outline->skewDegrees) {
        findings.skewDegrees = *outline->skewDegrees;
        findings.skewConfidence = 0.7;
        *fromOutline = true;
    } else if (writing.letters >= someLetters && agree(all, writing.lean) &&
               agree(findLean(drawingsOf(ink), writing.axis), writing.lean)) {
        take(all, all.prominence); // a caption and the picture it stands under
    }
}

/// Whether the sheet, or the picture when no bed is seen, is not of the size asked for, whichever way up.
bool isOfOtherSize(QSize picture, const std::optional<dossier::Quad>& sheet, double dpi, QSizeF asked)
{
    constexpr double tolerance = 5; // mm
    if (asked.isEmpty()) {
        return false;
    }
    QSizeF size = picture;
    if (sheet) {
        const auto side = [&sheet](std::size_t a, std::size_t b) {
            const QPointF along = (*sheet)[a] - (*sheet)[b];
            return std::hypot(along.x(), along.y());
        };
        size = QSizeF((side(0, 1) + side(2, 3)) / 2, (side(1, 2) + side(3, 0)) / 2);
    }
    size *= millimetresPerInch / dpi;
    const auto differ = [](double a, double b) { return std::abs(a - b) > tolerance; };
    return differ(std::min(size.width(), size.height()), std::min(asked.width(), asked.height())) ||
           differ(std::max(size.width(), size.height()), std::max(asked.width(), asked.height()));
}

/// Which way up the codes say the page is, by their own top left corners: degrees clockwise; empty when there
/// is none, they disagree or they lie aslant.
std::optional<int> turnOfCodes(const std::vector<dossier::Quad>& codes)
{
    std::optional<int> turn;
    for (const dossier::Quad& code : codes) {
        const QPointF top = code[1] - code[0];
        const double degrees = std::atan2(top.y(), top.x()) * 180 / M_PI;
        const int quarter = static_cast<int>(std::lround(degrees / 90));
        const int own = (quarter + 4) % 4 * 90;
        if (std::abs(degrees - 90.0 * quarter) > 15 || (turn && *turn != own)) {
            return {};
        }
        turn = own;
    }
    return turn;
}

/// The orientation the writing speaks for; where it only whispers, with the codes' word.
void decideOrientation(dossier::PageFindings& findings, const Orientation& writing,
                       const std::vector<dossier::Quad>& codes)
{
    constexpr double whisper = 1.0;
    findings.orientation = writing.degrees;
    findings.orientationConfidence = writing.confidence;
    if (writing.degrees || std::abs(writing.axisEvidence) < 0.25 || std::abs(writing.upEvidence) < whisper) {
        return;
    }
    const bool up = writing.upEvidence > 0;
    const int likely = writing.axis == 0 ? (up ? 0 : 180) : (up ? 90 : 270);
    if (turnOfCodes(codes) == likely) {
        findings.orientation = likely;
        findings.orientationConfidence = 0.7;
    }
}

} // namespace

Result<dossier::PageFindings> examine(const QImage& grey, const ExamineInput& input, const StopToken& stop,
                                      ExamineTrace* trace, std::optional<SheetLook>* look)
{
    if (grey.format() != QImage::Format_Grayscale8) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("not an 8-bit grey picture"));
    }
    if (std::min(grey.width(), grey.height()) < 64) {
        return failure(ErrorCode::ImageTooSmall,
                       QStringLiteral("%1 x %2 pixels").arg(grey.width()).arg(grey.height()));
    }
    const auto cancelled = [&stop] { return stop.stop_requested(); };
    ExamineTrace unused;
    ExamineTrace& notes = trace != nullptr ? *trace : unused;
    dossier::PageFindings findings;
    Stopwatch watch;

    const double dpi =
        input.dpi > 0 ? input.dpi : std::max(grey.width(), grey.height()) * millimetresPerInch / longSideOfA4;
    const int shorter = std::min(grey.width(), grey.height());
    const int factor =
        std::clamp(static_cast<int>(std::lround(dpi / workingDpi)), 1, std::max(1, shorter / 64));
    Plane page = reduced(grey, dpi, factor);
    Plane small = halved(page);
    const std::optional<Outline> outline = findOutline(small);
    if (outline) {
        findings.pageQuad = outline->corners;
    }
    if (cancelled()) {
        return failure(ErrorCode::Cancelled);
    }

    const std::optional<dossier::Quad> corners = findings.pageQuad;
    const SheetSpans spans = spansOf(page, corners, insideMm);
    const std::vector<Streak> streaks = findStreaks(page, spans);
    if (!streaks.empty()) {
        removeStreaks(page, streaks);
        small = halved(page);
    }
    const PaperLevel paper(page, spans);
    Plane ink = inkOf(page, spans, paper);
    const SheetSpans smallSpans = spansOf(small, corners, insideMm);
    const Plane smallInk = halved(ink);
    const Blankness blankness = findBlankness(ink, spans);
    // Where no paper shows between the ink, all of it looks like paper: a picture that fills the sheet.
    const bool paperShows = paper.typical() >= darkPaper || input.mode == dossier::ColourMode::Bilevel;
    findings.blank = blankness.blank && paperShows && !input.incomplete;
    findings.blankConfidence = blankness.blank == findings.blank ? blankness.confidence : 0.5;
    notes.blankContent = blankness.content;
    findings.milliseconds.blank = watch.lap();
    if (cancelled()) {
        return failure(ErrorCode::Cancelled);
    }

    QualityInput quality;
    quality.wrongSize = input.dpi > 0 && isOfOtherSize(grey.size(), corners, dpi, input.askedMm);
    quality.grey = &grey;
    quality.dpi = dpi;
    quality.dpiKnown = input.dpi > 0;
    quality.bilevel = input.mode == dossier::ColourMode::Bilevel;
    quality.blank = findings.blank;
    quality.streak = !streaks.empty();
    quality.page = &small;
    quality.ink = &smallInk;
    quality.sheet = &smallSpans;
    quality.paper = &paper;
    if (outline) {
        quality.bed = outline->bed;
        quality.skewDegrees = outline->skewDegrees.value_or(0);
    }
    Plane whole; // with its codes
    if (!findings.blank) {
        whole = ink;
        clearCodes(ink, input.codes);
        const Orientation orientation = findOrientation(ink);
        decideOrientation(findings, orientation, input.codes);
        notes.axisEvidence = orientation.axisEvidence;
        notes.upEvidence = orientation.upEvidence;
        notes.markEvidence = orientation.markEvidence;
        notes.letterEvidence = orientation.letterEvidence;
        notes.letters = orientation.letters;
        notes.writingLean = orientation.lean.degrees;
        findings.milliseconds.orientation = watch.lap();
        if (cancelled()) {
            return failure(ErrorCode::Cancelled);
        }
        const Lean lean = findLean(ink, orientation.axis);
        notes.leanDegrees = lean.degrees;
        notes.leanProminence = lean.prominence;
        decideSkew(findings, ink, lean, orientation, outline, &notes.skewFromOutline);
        quality.skewDegrees = findings.skewDegrees.value_or(quality.skewDegrees);
        findings.milliseconds.skew = watch.lap();
        const PunchHoles holes =
            findPunchHoles({&small, &smallInk, &page, &paper, corners, findings.skewDegrees, grey.size()});
        findings.punchHoles = holes.discs;
        findings.punchHoleConfidence = holes.confidence;
        if (cancelled()) {
            return failure(ErrorCode::Cancelled);
        }
        if (look != nullptr) {
            if (const std::optional<SheetPrint> print = printOf(whole, findings)) {
                *look = print->look;
            }
        }
    }
    findings.quality = findQuality(quality);
    const bool isKnown = input.mode == dossier::ColourMode::Grey ||
                         (input.mode == dossier::ColourMode::Colour && input.colours != nullptr);
    if (!findings.blank && isKnown) {
        findings.colourContent = findColourContent(
            {input.colours, &page, &whole, &spans, &paper, dpi, &findings.quality}, &notes.colour);
    }
    for (const Streak& streak : streaks) {
        findings.streaks.push_back(page.mm((streak.from + streak.to) / 2.0));
    }
    findings.milliseconds.quality = watch.lap();
    return findings;
}

} // namespace sohoa::imaging
