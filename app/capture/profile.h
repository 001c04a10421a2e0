// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/scanner.h"

#include <QJsonObject>

#include <array>
#include <optional>

namespace sohoa::capture {

/// The colours of the pages that are kept; Automatic scans in colour and lets each page decide.
enum class ProfileColour
{
    Automatic,
    Colour,
    Grey,
    Bilevel
};

/// What is done to pages where the program is sure; always parameters beside the original, never a change.
struct ProfileCleaning
{
    bool turn = true;
    bool deskew = true;
    bool crop = true;
    bool removeBorders = true;
    bool removePunchHoles = true;
    bool whiten = false; ///< the background; stamps and signatures are never touched

    bool operator==(const ProfileCleaning&) const = default;
};

/// What parts a stack besides our own separator sheets, which always do.
struct ProfileSeparation
{
    bool patchT = false;     ///< the Patch T sheets of other programs
    QString codePrefix = {}; ///< a QR code or Code 128 beginning so opens the next paper; empty: none
    int everySides = 0;      ///< so many sides are one paper; 0: not by count

    bool operator==(const ProfileSeparation&) const = default;
};

/// Where the pages go.
enum class ProfileTarget
{
    Component,  ///< the one that is chosen on the screen
    Dossier,    ///< the dossier on the screen, cut at its separators
    Separators, ///< whichever dossiers the separators name
};

/// The function keys a profile may have: F2 to F12 without those that always mean the same while papers are
/// digitized (F3 pages, F4 components, F6 scan, F10 finish).
inline constexpr std::array profileKeys = {2, 5, 7, 8, 9, 11, 12};

/// A way of scanning the clerk picks with one key.
struct ScanProfile
{
    QString id;                 ///< of defaultProfiles, or made up; never changes
    QString name = {};          ///< 1..40 characters; of the default ones empty until the clerk names them
    int key = 0;                ///< one of profileKeys, for F2..F12; 0: none
    QString scannerId = {};     ///< the scanner it was made for; empty: whichever can do it
    QString scannerSerial = {}; ///< found again by it when the address changed
    PaperSource source = PaperSource::Feeder;
    bool startOnPaper = false; ///< begin when paper is put in, where the scanner tells
    int dpi = 300;             ///< 100..1200
    ProfileColour colour = ProfileColour::Automatic;
    double widthMm = 210; ///< 0: as wide as the scanner can
    double heightMm = 297;
    ProfileCleaning cleaning = {};
    ProfileSeparation separation = {};
    ProfileTarget target = ProfileTarget::Dossier;

    bool operator==(const ScanProfile&) const = default;
};

/// Profiles for a clerk's kinds of work, on the first of profileKeys: a whole dossier on both sides, single
/// papers, the glass, small papers, plans in A3, and stacks of old dossiers. Their names:
/// wording::defaultProfileName.
std::vector<ScanProfile> defaultProfiles();

/// InvalidArgument, detail naming the field: a value out of range, or an id, a name or a key twice.
[[nodiscard]] Status checkProfiles(const std::vector<ScanProfile>& profiles);

/// {"profiles": [...]}, as kept in the settings.
QJsonObject toJson(const std::vector<ScanProfile>& profiles);
/// Reads and checks. Fields that are missing have their default; unknown words are InvalidArgument, so that a
/// file of a newer version is not half understood.
[[nodiscard]] Result<std::vector<ScanProfile>> profilesFrom(const QJsonObject& json);

/// The scanner a profile means: by serial, by id, or when it names none the first that has its source.
/// Nothing when it is not there, when another device answers at its address, and when what says to be it at
/// another address was reached by https before and has not the certificate it had.
std::optional<ScannerInfo> scannerFor(const ScanProfile& profile, const std::vector<ScannerInfo>& scanners);

/// What to ask of that scanner. ScannerCannot when it has not the source: a single side in place of both
/// would lose the backs without a word, so nothing is put in its place.
[[nodiscard]] Result<ScanSettings> settingsFor(const ScanProfile& profile, const ScannerInfo& scanner);

/// A size of paper by its name in ISO 216 (or "Letter", "Legal", "Card").
struct PaperSize
{
    QString name;
    double widthMm = 0;
    double heightMm = 0;

    bool operator==(const PaperSize&) const = default;
};

/// The usual sizes that fit into what a source can take, largest first; all of them when it would not say.
std::vector<PaperSize> paperSizesFor(const SourceInfo& source);

} // namespace sohoa::capture
