// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace sohoa::sync {

/// Longest v1/warehouse.json that is read.
inline constexpr qint64 largestMarker = 64 * 1024;

/// The bytes of a v1/warehouse.json with a fresh identity.
[[nodiscard]] Result<QByteArray> freshMarker();
/// The identity in a v1/warehouse.json. WarehouseRefused when it is damaged or of a newer kind,
/// WarehouseUnreachable when it is not `expected` (empty takes any): another warehouse is in its place.
[[nodiscard]] Result<QString> identityIn(QByteArrayView marker, const QString& expected);

} // namespace sohoa::sync
