// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/rowdelegate.h"

namespace sohoa::ui {

/// A component: number, name, what to do with it, when it is needed, what is noted.
RowLook checklistRows();

/// A procedure: name, code, field, whether it was replaced.
RowLook procedureRows();

} // namespace sohoa::ui
