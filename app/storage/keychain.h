// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace sohoa::storage {

/// The key store of the operating system. One of keychain_qt.cpp (QtKeychain: Secret Service),
/// keychain_windows.cpp (Credential Manager) and keychain_none.cpp is built in.
/// Any thread; blocks up to `patience`. Errors: KeyStoreFailed (locked, refused), Unsupported (this
/// system has no key store, or none that answers).

/// Reads the secret of an account; empty when there is none of that name.
[[nodiscard]] Result<std::optional<QByteArray>> readSystemKey(const QString& account,
                                                              std::chrono::milliseconds patience);
[[nodiscard]] Status writeSystemKey(const QString& account, const QByteArray& secret,
                                    std::chrono::milliseconds patience);

} // namespace sohoa::storage
