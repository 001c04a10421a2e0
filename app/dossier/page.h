// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/findings.h"

#include <QDateTime>
#include <QJsonObject>
#include <QRectF>

namespace sohoa::dossier {

/// Where a page stands. Nothing is ever dropped: what is not kept is set aside with a reason, or deleted by
/// the clerk (which can be undone; the picture stays in the vault).
enum class PageState
{
    Kept,
    SetAside,
    Deleted
};

enum class SetAsideReason
{
    None,
    Blank,
    Separator,
    Repeated,
    Clerk,
    Unreadable
};

/// What `PageEdits::crop` does.
enum class CropKind
{
    Sheet,  ///< cuts to the box of the sheet; what is outside of the sheet becomes paper
    Box,    ///< cuts only: the bed in the corners stays
    Borders ///< cuts nothing: what is outside of the sheet becomes paper
};

/// What is done to the picture of a page when a paper is made of it. The picture itself stays as scanned.
struct PageEdits
{
    int turn = 0;             ///< degrees clockwise to apply: 0, 90, 180, 270
    double deskewDegrees = 0; ///< degrees clockwise to apply after the turn, -15..15
    std::optional<Quad> crop =
        {}; ///< corners of the part to keep, in pixels as scanned; the whole when empty
    CropKind cropKind = CropKind::Sheet;
    std::vector<Disc> fills = {}; ///< become paper: punched holes
    bool whiten = false;          ///< bare paper becomes evenly white; ink, also coloured, stays as it is
    std::optional<ColourMode> mode = {}; ///< what the paper keeps of the colours; as scanned when empty

    bool operator==(const PageEdits&) const = default;
    [[nodiscard]] bool isNone() const { return turn == 0 && !changesPixels() && !mode; }
    /// Whether anything but the turn and the mode is to be done.
    [[nodiscard]] bool changesPixels() const
    {
        return deskewDegrees != 0 || crop || !fills.empty() || whiten;
    }
};

/// The same edits for a picture `factor` times as wide and high.
PageEdits scaled(const PageEdits& edits, double factor);

/// A slip that is stuck on a page: "giấy ghi chú" (Thông tư 01/2023/TT-VPCP: such a page is copied twice,
/// with the slip and without it).
enum class StuckNote
{
    None,
    Present,
    Excused ///< somebody said that one copy is right all the same
};

/// How the bytes of a page are stored.
enum class PageFormat
{
    Jpeg,
    Png,
    Tiff,
    Pdf,
    Heif ///< a photo of a phone; papers are made of it as JPEG
};

/// A page as scanned: one picture inside one file of the vault.
struct Page
{
    QString uid;
    QString session;     ///< the stack it came in with
    int position = 0;    ///< place in feeder order within the session, from 0; gaps are allowed
    QString dossierUid;  ///< empty while not assigned
    int component = 0;   ///< number of the component, 0 while not assigned
    int order = 0;       ///< place within its component
    QString sha256;      ///< name of the file in the vault, hash of its plain content
    int indexInFile = 0; ///< which picture of a multi-page TIFF or PDF, from 0
    PageFormat format = PageFormat::Jpeg;
    int width = 0;  ///< pixels
    int height = 0; ///< pixels
    double dpi = 0; ///< dots an inch; 0 when the file does not say
    ColourMode mode = ColourMode::Colour;
    qint64 bytes = 0; ///< length of the file
    PageState state = PageState::Kept;
    SetAsideReason reason = SetAsideReason::None;
    bool incomplete = false;                   ///< the data stopped short; kept, and never passed off as good
    QDateTime scannedAt;                       ///< when the picture was made
    QString source;                            ///< scanner name or file name, for the clerk
    std::optional<PageFindings> findings = {}; ///< empty until examined
    PageEdits edits = {};
    StuckNote note = StuckNote::None;
    QString withoutNoteOf = {}; ///< uid of the page that this one is the copy without the slip of

    bool operator==(const Page&) const = default;
};

QString toString(PageState state);
QString toString(SetAsideReason reason);
QString toString(PageFormat format);
QString toString(CropKind kind);
QString toString(StuckNote note);
std::optional<PageState> pageStateFrom(const QString& word);
std::optional<SetAsideReason> setAsideReasonFrom(const QString& word);
std::optional<PageFormat> pageFormatFrom(const QString& word);
std::optional<CropKind> cropKindFrom(const QString& word);
std::optional<StuckNote> stuckNoteFrom(const QString& word);

/// Findings and edits as JSON, in the words of docs/warehouse-schema.md and of `inspect --json`.
QJsonObject toJson(const PageFindings& findings);
std::optional<PageFindings> findingsFrom(const QJsonObject& json);
/// What older versions did not know of edits is written only where it is used.
QJsonObject toJson(const PageEdits& edits);
std::optional<PageEdits> editsFrom(const QJsonObject& json);

} // namespace sohoa::dossier
