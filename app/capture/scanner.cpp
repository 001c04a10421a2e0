// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/scanner.h"

namespace sohoa::capture {

Status Scanner::waitForPaper(const QString& /*scannerId*/, PaperWait /*wait*/, const StopToken& /*stop*/)
{
    return failure(ErrorCode::ScannerCannot, QStringLiteral("the device does not tell when paper is put in"));
}

} // namespace sohoa::capture
