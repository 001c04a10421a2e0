// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/aead.h"

#include <QString>

#include <chrono>

namespace sohoa::storage {

/// Where the key of a home lies.
enum class KeyPlace
{
    System, ///< key store of the operating system: Windows Credential Manager, Secret Service
    File,   ///< <home>/key, readable by its owner only: whoever has the folder has the data; say so to people
};

/// The key of a home, and where it came from.
struct HomeKey
{
    SecretKey key;
    KeyPlace place = KeyPlace::File;
};

/// Keeps the key under which everything personal in a home is sealed. The home holds `key.json`: the home's
/// id (the account name in the key store, service "sohoa"), where the key lies, and a check value
/// (HMAC-SHA256 under a derived key) by which a wrong key is noticed before anything is read with it.
class KeyStore
{
public:
    /// @param patience how long a key store that does not answer is waited for
    explicit KeyStore(std::chrono::milliseconds patience = std::chrono::seconds(20));

    /// The key of the home in folder `home`; a home without data and without key gets a new one. With
    /// SOHOA_KEYSTORE=file in the environment, or where the system has no key store, a new key goes to
    /// `<home>/key`. Never makes a new key for a home that holds a journal or vault files. Blocks up to
    /// `patience` for each question to the key store, which is asked in a helper thread with its own event
    /// loop; a key store that hangs leaves that thread behind. Any thread but needs a QCoreApplication.
    /// Errors: KeyMissing (data but no key), KeyWrong (key does not fit the check value), KeyStoreFailed
    /// (locked, refused or silent), those of writeDurably.
    [[nodiscard]] Result<HomeKey> openOrCreate(const QString& home) const;

    /// The key as text to be printed and locked away, so that a backup can be opened on another machine:
    /// groups of hex digits with a check group.
    [[nodiscard]] static QString recoveryText(const SecretKey& key);
    /// Gives a home its key back from recoveryText: stored where a new key would be. KeyWrong when the text
    /// was mistyped or is of another home, HomeMissing when there is no `key.json`.
    [[nodiscard]] Status recover(const QString& home, const QString& text) const;

private:
    std::chrono::milliseconds m_patience;
};

/// The id of a home, under which the key store of the system knows its secrets. HomeMissing, KeyStoreFailed.
[[nodiscard]] Result<QString> homeIdOf(const QString& home);
/// Whether SOHOA_KEYSTORE=file keeps keys out of the key store of the system.
bool keysGoToFiles();

} // namespace sohoa::storage
