// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace sohoa::wording {

/// The name of a scan profile that nobody has named yet, by the ids of capture::defaultProfiles; "" for other
/// ids. Any thread.
QString defaultProfileName(const QString& id);

} // namespace sohoa::wording
