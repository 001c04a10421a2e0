// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "support/testsupport.h"

namespace sohoa::test {

QString sourcePath(const QString& relative)
{
    return QStringLiteral(SOHOA_SOURCE_DIR "/") + relative;
}

} // namespace sohoa::test
