// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/aead.h"

#include <QString>

#include <chrono>
#include <optional>

namespace sohoa::storage {

/// Small secrets of a home beside its key, such as the keys to the warehouse: in the key store of the system;
/// where it has none (or with SOHOA_KEYSTORE=file) in `<home>/secrets`, sealed with the key of the home. They
/// are not part of a backup. Any thread; blocks as KeyStore does.
class SecretStore
{
public:
    /// @param key      derived from the key of the home for this purpose
    /// @param patience how long a key store that does not answer is waited for
    [[nodiscard]] static Result<SecretStore>
    open(const QString& home, SecretKey key, std::chrono::milliseconds patience = std::chrono::seconds(20));

    /// Keeps a secret under a name of letters, digits and '-', in place of what had that name. Read back
    /// before it counts. At most 2,000 bytes, which every key store takes; InvalidArgument otherwise.
    /// KeyStoreFailed, those of writeDurably.
    [[nodiscard]] Status keep(const QString& name, const QByteArray& secret) const;
    /// Empty when there is none of that name. KeyStoreFailed, KeyWrong.
    [[nodiscard]] Result<std::optional<QByteArray>> read(const QString& name) const;
    /// Takes a secret away; one that is not there is no error.
    [[nodiscard]] Status forget(const QString& name) const;

private:
    SecretStore(QString home, QString homeId, SecretKey key, std::chrono::milliseconds patience);
    [[nodiscard]] QString pathOf(const QString& name) const;
    [[nodiscard]] QString accountOf(const QString& name) const;

    QString m_home;
    QString m_homeId;
    SecretKey m_key;
    std::chrono::milliseconds m_patience;
};

} // namespace sohoa::storage
