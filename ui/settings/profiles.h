// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/profile.h"

#include <vector>

namespace sohoa::ui {

/// The ways of scanning of this computer; those that come with the program until the clerk changes them, and
/// where what is kept cannot be read.
std::vector<capture::ScanProfile> loadProfiles();
/// Errors: those of checkProfiles; nothing is kept then.
[[nodiscard]] Status saveProfiles(const std::vector<capture::ScanProfile>& profiles);
/// Id of the way that was chosen last; empty: as the settings say.
QString loadChosenProfile();
void saveChosenProfile(const QString& profileId);

} // namespace sohoa::ui
