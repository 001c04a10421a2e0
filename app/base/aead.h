// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"

#include <QByteArray>

namespace sohoa {

/// A 256-bit key that is wiped from memory when it goes. Move only.
class SecretKey
{
public:
    static constexpr qsizetype size = 32;

    /// Takes 32 bytes; KeyWrong for any other length.
    [[nodiscard]] static Result<SecretKey> fromBytes(QByteArray bytes);
    /// 32 fresh bytes of OpenSSL's generator. KeyStoreFailed when it has none.
    [[nodiscard]] static Result<SecretKey> generate();

    SecretKey(SecretKey&& other) noexcept;
    SecretKey& operator=(SecretKey&& other) noexcept;
    SecretKey(const SecretKey&) = delete;
    SecretKey& operator=(const SecretKey&) = delete;
    ~SecretKey();

    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }
    /// A key for one purpose: HKDF-SHA256 (RFC 5869) of this one with `purpose` as info and `salt`.
    [[nodiscard]] Result<SecretKey> derive(QByteArrayView purpose, QByteArrayView salt = {}) const;

private:
    explicit SecretKey(QByteArray bytes);
    void wipe();
    QByteArray m_bytes;
};

/// Random bytes for nonces and identifiers. Internal when OpenSSL's generator fails.
[[nodiscard]] Result<QByteArray> randomBytes(qsizetype count);

/// Seals a short value (a name, a number): AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce in front
/// and the 128-bit tag behind. `context` is authenticated but not stored: a value moved to another column or
/// row does not open. Up to 2^32 values a key are safe with random nonces.
[[nodiscard]] Result<QByteArray> sealValue(const SecretKey& key, QByteArrayView plain,
                                           QByteArrayView context);
/// Opens what sealValue made; KeyWrong when key, context or bytes do not fit.
[[nodiscard]] Result<QByteArray> openValue(const SecretKey& key, QByteArrayView sealed,
                                           QByteArrayView context);

/// Seals a file's content. Format: "SHMC1\n", 16 random bytes, then chunks of 64 KiB, each AES-256-GCM under
/// a key derived by HKDF from `key` and those bytes, nonce = chunk number (64 bit big endian) after four
/// bytes that are zero except in the last chunk, which carries a one: cutting off, swapping and joining are
/// all noticed (the STREAM construction of Hoang, Reyhanitabar, Rogaway, Vizar, CRYPTO 2015).
[[nodiscard]] Result<QByteArray> sealFile(const SecretKey& key, QByteArrayView plain);
/// Opens what sealFile made. VaultFileDamaged when a byte was changed or is missing, or the key is another.
[[nodiscard]] Result<QByteArray> openFile(const SecretKey& key, QByteArrayView sealed);

} // namespace sohoa
