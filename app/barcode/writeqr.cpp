// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "barcode/writeqr.h"

#include "barcode/engine.h"

namespace sohoa::barcode {

Result<CodeMatrix> writeQr(const QString& text, ErrorCorrection level)
{
    if (text.isEmpty()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a code of no text"));
    }
    return engine::write(text, level);
}

} // namespace sohoa::barcode
