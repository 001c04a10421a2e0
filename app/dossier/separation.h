// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/page.h"
#include "dossier/separator.h"

#include <QDate>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace sohoa::dossier {

/// From this confidence on a page believed blank is set aside by itself; below it is kept for the clerk to
/// look at. Findings of blank pages are 0.5 (as good as not) to 1 (nothing on it at all): 0.6 leaves out the
/// ones whose traces nearly count as content. A page with a code is never blank.
inline constexpr double blankConfidenceNeeded = 0.6;

/// The text of the code (Code::format "PatchCode") of a Patch T sheet.
inline constexpr char patchTransfer[] = "T";

/// What parts a stack. Our own sheets always do; the rest is a setting.
struct SeparationRules
{
    /// With which sheets of this unit are signed. A sheet signed with another key is an alarm and claims
    /// nothing.
    std::vector<SheetKey> keys = {};
    /// Sheets that are not signed count for dossiers received up to this day, for they were printed before
    /// sheets were signed here; later ones are an alarm. Empty: they all count.
    std::optional<QDate> unsignedUntil = {};
    int sidesPerSheet = 0; ///< 2: both sides were scanned; 1: one; 0: nobody said, the sheets may tell

    // Of other programs. Each opens the next paper of the dossier that lies open, see PagePlace::paper.
    bool patchT = false; ///< Patch T sheets; they are set aside
    /// A QR code or Code 128 that begins so, on the first page of the paper: the page is kept, for a code is
    /// put on papers as well as on sheets, and a page too many is seen where a page too few is not.
    QString codePrefix = {};
    int everySides = 0; ///< so many sides are one paper, blank ones included; 0: not by count

    int separatorsExpected = 0; ///< sheets that part, as somebody counted them; 0: nobody did

    bool operator==(const SeparationRules&) const = default;
};

/// What somebody chose for a stack: everything but the keys and the day, which are the home's. Empty object
/// when nothing was chosen.
QJsonObject toJson(const SeparationRules& rules);
/// The reverse; what is missing or out of range is as nobody had said it.
SeparationRules separationRulesFrom(const QJsonObject& json);

/// A page of a stack, in feeder order.
struct StackPage
{
    QString pageUid;
    PageFindings findings;
};

/// Where a page of the stack belongs.
struct PagePlace
{
    QString pageUid;
    PageState state = PageState::Kept;            ///< Kept or SetAside
    SetAsideReason reason = SetAsideReason::None; ///< Blank or Separator when set aside
    QString dossierCode;                          ///< empty: not assigned, the clerk must say
    int component = 0;                            ///< 0: no component named yet
    int part = -1;                                ///< index in StackPlan::parts; -1: not assigned
    /// By the rules of other programs: how many papers lie between the last separator of ours (or the
    /// beginning) and this page: 0 belongs to `component` itself, 1 to the one that is scanned after it.
    int paper = 0;

    bool operator==(const PagePlace&) const = default;
};

/// What one separator sheet opens, up to the next one.
struct StackPart
{
    QString dossierCode;
    QString procedureCode; ///< when its sheet said so
    int component = 0;     ///< 0: what follows a dossier sheet directly
    int sidesExpected = 0; ///< 0: nobody said. Of a dossier sheet: all sides of that dossier in one run
    /// Sides that came, blank ones included, separators not; of a dossier sheet all of its run. A blank one
    /// right behind the separator counts only when that makes the number right: else it is the separator's
    /// own back.
    int sidesSeen = 0;
    int pagesKept = 0;
    int pagesSetAside = 0;      ///< blank sides
    bool startsDossier = false; ///< opened by a dossier sheet

    bool operator==(const StackPart&) const = default;
};

enum class StackAlarmKind
{
    CountDiffers, ///< sides expected and seen differ: sheets stuck together, or fed twice, or miscounted
    EmptyPart,    ///< a component sheet with nothing behind it
    SeparatorUnreadable, ///< seen and not read, or sum or parts wrong; what follows is assigned to nobody
    SeparatorsDisagree,  ///< two different ones on one page; likewise
    OtherDossier,        ///< a component sheet of another dossier than the dossier sheet before it
    ProcedureDiffers,    ///< dossier sheets of one dossier name different procedures
    SeparatorForeign,    ///< signed elsewhere, forged, or should be signed and is not; as SeparatorUnreadable
    SeparatorHalfRead,   ///< its back was read and its front was not seen: it counts, and the front is sought
    SeparatorsMissing,   ///< separators expected and seen differ, of a printed series or of the stack
    NotAssigned,         ///< pages before the first separator, or after one that could not be read
};

struct StackAlarm
{
    StackAlarmKind kind = StackAlarmKind::CountDiffers;
    QString pageUid; ///< the separator or first page concerned
    QString dossierCode;
    int component = 0;
    int expected = 0; ///< sides (CountDiffers), separators (SeparatorsMissing)
    int seen = 0;     ///< sides (CountDiffers), pages (NotAssigned), separators (SeparatorsMissing)

    bool operator==(const StackAlarm&) const = default;
};

/// fed = kept + set aside, always: every page fed has exactly one place.
struct StackPlan
{
    std::vector<PagePlace> places; ///< one for each page, in feeder order
    std::vector<StackPart> parts;
    std::vector<StackAlarm> alarms;

    [[nodiscard]] int fed() const { return static_cast<int>(places.size()); }
    [[nodiscard]] int kept() const;
    [[nodiscard]] int setAside() const { return fed() - kept(); }
    [[nodiscard]] int setAside(SetAsideReason reason) const;
    [[nodiscard]] int notAssigned() const; ///< of the kept ones

    bool operator==(const StackPlan&) const = default;
};

/// Cuts a stack into dossiers and components at its separator sheets. A component sheet needs no dossier
/// sheet before it. A separator that cannot be read or is not to be trusted ends the part before it, and
/// nothing is guessed about the pages behind it: a paper in another citizen's dossier is worse than one the
/// clerk must assign. One readable code of a sheet is enough, on either side; the other side is never a page.
/// Any thread.
StackPlan planStack(const std::vector<StackPage>& pages, const SeparationRules& rules = {});

} // namespace sohoa::dossier
