// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workflow/workspace.h"

#include <QString>

#include <memory>

namespace sohoa::ui {

/// Opens the home in `folder`; asks what a first start must know when there is none. Shows why when it cannot
/// be opened. @return null when the clerk gives up
std::unique_ptr<workflow::Workspace> openHome(const QString& folder, const Clock& clock);

} // namespace sohoa::ui
