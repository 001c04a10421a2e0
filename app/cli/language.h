// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace sohoa::cli {

/// Installs the Vietnamese translation, the default, for every language but "en", which is the source's.
void loadLanguage(const QString& language);

} // namespace sohoa::cli
