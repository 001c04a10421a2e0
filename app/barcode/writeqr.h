// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QString>

#include <vector>

namespace sohoa::barcode {

/// How much of a QR code may be lost: about 7, 15, 25, 30 % (ISO/IEC 18004:2015, 7.5.1).
enum class ErrorCorrection
{
    Low,
    Medium,
    Quartile,
    High
};

/// The modules of a code, without quiet zone. Draw it with four empty modules on each side.
struct CodeMatrix
{
    int size = 0;              ///< modules a side
    std::vector<bool> modules; ///< row by row, true is dark

    [[nodiscard]] bool isDark(int row, int column) const
    {
        return modules[static_cast<std::size_t>(row) * static_cast<std::size_t>(size) +
                       static_cast<std::size_t>(column)];
    }
    bool operator==(const CodeMatrix&) const = default;
};

/// A QR code of `text`. Text beyond ASCII is written as UTF-8 and says so (ECI 26), ASCII without such a mark
/// because old hand scanners stumble over it.
/// InvalidArgument when the text is empty, or too long for the level (2,331 bytes at Medium). Any thread.
[[nodiscard]] Result<CodeMatrix> writeQr(const QString& text,
                                         ErrorCorrection level = ErrorCorrection::Medium);

} // namespace sohoa::barcode
