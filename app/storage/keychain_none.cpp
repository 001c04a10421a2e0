// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/keychain.h"

namespace sohoa::storage {

Result<std::optional<QByteArray>> readSystemKey(const QString&, std::chrono::milliseconds)
{
    return failure(ErrorCode::Unsupported, QStringLiteral("built without a key store"));
}

Status writeSystemKey(const QString&, const QByteArray&, std::chrono::milliseconds)
{
    return failure(ErrorCode::Unsupported, QStringLiteral("built without a key store"));
}

} // namespace sohoa::storage
