// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QIODevice>

namespace sohoa {

/// SHA-256 (FIPS 180-4) as 64 lower-case hex digits: the name of a page, a paper or a log entry. Any thread.
QString sha256Hex(QByteArrayView data);
/// The same of everything a device still holds, in constant memory. FileUnreadable when reading fails.
[[nodiscard]] Result<QString> sha256Hex(QIODevice& device);
/// Whether text is 64 lower-case hex digits.
bool isSha256Hex(QStringView text);
/// HMAC-SHA256 (RFC 2104), 32 bytes.
QByteArray hmacSha256(QByteArrayView key, QByteArrayView data);

} // namespace sohoa
