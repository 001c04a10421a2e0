// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointF>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace sohoa::dossier {

/// How a page was scanned.
enum class ColourMode
{
    Colour,
    Grey,
    Bilevel
};

/// What a code on a page is for, by the grammar of its text.
enum class CodeKind
{
    IdCard,
    Separator,
    Receipt,
    Url,
    Text
};

/// A bar code or QR code found on a page.
struct Code
{
    QString format; ///< the symbology as zxing-cpp names it: "QRCode", "Code128"
    QString text;   ///< complete and exact, NFC
    std::array<QPointF, 4> corners =
        {}; ///< in pixels of the page as scanned, clockwise from the code's own top left
    CodeKind kind = CodeKind::Text;

    bool operator==(const Code&) const = default;
};

/// A doubt about the quality of a scan, shown while the paper is still in the hand.
enum class QualityFinding
{
    CutEdge,
    Blur,
    Fold,
    Streak,
    Dark,
    LowResolution,
    WrongSize ///< the sheet is not of the size that was asked for
};

struct Quality
{
    double sharpness = 0.0; ///< 0..1, 1 as sharp as print scanned in focus
    double contrast = 0.0;  ///< 0..1, (paper - ink) / 255 of the 95th and 2nd percentile
    std::vector<QualityFinding> findings = {};

    bool operator==(const Quality&) const = default;
};

/// The four corners of a sheet in pixels of the page as scanned, clockwise from the corner at the top left.
using Quad = std::array<QPointF, 4>;

/// A round place on a page, in pixels of the page as scanned.
struct Disc
{
    QPointF centre;
    double radius = 0;

    bool operator==(const Disc&) const = default;
};

/// The least a picture of a page needs so that nothing on it is lost.
struct ColourContent
{
    /// Colour: coloured ink or pictures on it (the tint of the paper is none). Grey: tones, pencil or faint
    /// marks. Bilevel: nothing but print.
    ColourMode mode = ColourMode::Colour;
    double confidence = 0; ///< that nothing is lost in that mode, 0..1

    bool operator==(const ColourContent&) const = default;
};

/// Milliseconds of wall time spent in each stage.
struct StageTimes
{
    double decode = 0;
    double blank = 0;
    double skew = 0;
    double orientation = 0;
    double codes = 0;
    double quality = 0;

    bool operator==(const StageTimes&) const = default;
};

/// What the program believes about a page, each with a confidence in 0..1. Never a change of the page.
struct PageFindings
{
    bool blank = false;
    double blankConfidence = 0.0; ///< that `blank` is right
    /// How far the content is turned counter-clockwise as the viewer sees it, -15..15; empty when not sure.
    std::optional<double> skewDegrees = {};
    double skewConfidence = 0.0;
    /// 0, 90, 180 or 270: how far the content was turned clockwise; empty when not sure.
    std::optional<int> orientation = {};
    double orientationConfidence = 0.0;
    std::optional<Quad> pageQuad = {}; ///< empty when the sheet fills the picture
    std::vector<Code> codes = {};
    /// There are the marks of a separator sheet's codes, and none of the codes could be read.
    bool unreadSheet = false;
    Quality quality = {};
    std::vector<Disc> punchHoles = {}; ///< holes of a filing punch, with the shadow of their rims
    double punchHoleConfidence = 0.0;  ///< that each of them is one
    std::optional<ColourContent> colourContent = {}; ///< empty when nobody looked
    std::vector<double> streaks = {}; ///< lines of dirt on the glass: mm from the left of the picture
    StageTimes milliseconds = {};

    bool operator==(const PageFindings&) const = default;
};

/// The words of the contract for JSON and the journal: "color", "gray", "bw"; "idcard"; "cut-edge".
QString toString(ColourMode mode);
QString toString(CodeKind kind);
QString toString(QualityFinding finding);
/// The reverse; empty for unknown words.
std::optional<ColourMode> colourModeFrom(const QString& word);
std::optional<CodeKind> codeKindFrom(const QString& word);
std::optional<QualityFinding> qualityFindingFrom(const QString& word);

/// What a code's text is, by grammar alone: citizen card (6 to 11 fields, the first 12 digits), our separator
/// sheet (SH1:, SH2:), a web address, a receipt (holds a dossier code), else text. Nothing is ever opened by
/// itself.
CodeKind classifyCode(const QString& text);

} // namespace sohoa::dossier
