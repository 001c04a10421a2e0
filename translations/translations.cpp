// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "translations/translations.h"

namespace sohoa {

QString vietnameseTranslation()
{
    return QStringLiteral(":/i18n/sohoa_vi.qm");
}

} // namespace sohoa
