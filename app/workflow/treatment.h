// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

namespace sohoa::capture {
struct ScanProfile;
}

namespace sohoa::imaging {
struct Cleaning;
}

namespace sohoa::workflow {

/// How the pages of a stack are to be treated: what may be cleaned where the program is sure, and what was
/// asked for. The defaults are for pages that came without a profile.
struct Treatment
{
    bool turn = true;
    bool deskew = true;
    bool crop = true;          ///< cut to the sheet
    bool removeBorders = true; ///< what is outside of the sheet becomes paper
    bool removePunchHoles = true;
    bool whiten = false;
    bool chooseMode = false; ///< papers keep colours only where there are any
    double widthMm = 0;      ///< of the sheets asked for; 0: any
    double heightMm = 0;

    bool operator==(const Treatment&) const = default;
};

/// As a profile says. Its size counts only when it says both sides.
Treatment treatmentOf(const capture::ScanProfile& profile);
imaging::Cleaning cleaningOf(const Treatment& treatment);

/// As the journal keeps it; fields that are missing have their default.
QJsonObject toJson(const Treatment& treatment);
Treatment treatmentFrom(const QJsonObject& json);

} // namespace sohoa::workflow
