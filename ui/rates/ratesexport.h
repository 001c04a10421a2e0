// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "ui/rates/ratesscreen.h"

namespace sohoa::workflow {
class Workspace;
}

namespace sohoa::ui {

/// Writes the indicators of a question as a table into a file; the end of its name says how: .xlsx, .pdf or
/// .csv. InvalidArgument for another end; errors of the journal, the table and writeDurably. Any thread.
[[nodiscard]] Status exportRates(const workflow::Workspace& workspace, const RatesQuestion& question,
                                 const QString& path);

} // namespace sohoa::ui
