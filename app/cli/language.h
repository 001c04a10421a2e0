// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace sohoa::cli {

/// Installs the translation for "vi" (the default); "en" and anything unknown leave the source strings.
void loadLanguage(const QString& language);

} // namespace sohoa::cli
