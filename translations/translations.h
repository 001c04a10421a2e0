// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace sohoa {

/// Where the Vietnamese translation is, for QTranslator::load(): our sentences and those of Qt.
QString vietnameseTranslation();

} // namespace sohoa
