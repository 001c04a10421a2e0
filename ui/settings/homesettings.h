// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/unitsettings.h"
#include "workflow/workspace.h"

namespace sohoa::ui {

/// What the forms say as the home keeps it, and back. A folder becomes a file:// URL.
workflow::HomeSettings homeSettingsFrom(const UnitSettings& given);
UnitSettings unitSettingsFrom(const workflow::HomeSettings& stored);

} // namespace sohoa::ui
